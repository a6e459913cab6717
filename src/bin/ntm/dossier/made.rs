//! What a dossier's inputs give: its pages and its receipt. Whoever verifies a dossier
//! makes them again from the same files.

use std::io;

use jiff::civil::Date;
use ntm::analysis::chain::Explained;
use ntm::analysis::lacks::Lacks;
use ntm::analysis::ladder::{self, Step};
use ntm::analysis::receipt::{Receipt, Role};
use ntm::intake::{self, Office, Submission, Voice};
use ntm::law::{self, Level, Library};
use ntm::period::Period;
use ntm::problem::{Problem, io_reason};
use ntm::report::document::Document;
use ntm::report::dossier::Assessment;
use ntm::report::{self, Page, Scoring, VoiceForm};
use ntm::score::{self, Scorecard};
use ntm::text::{self, Lang, Text};
use ntm::{render, review};

use super::kit::{Kit, Settings};
use super::receipt::{self, Result as Found};
use crate::args::JudgeArgs;
use crate::input::Input;
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::output;
use crate::{chain, chosen};

/// What came of a kit.
pub(crate) struct Made {
    /// Sealed.
    pub(crate) receipt: Receipt,
    pub(crate) receipt_bytes: Vec<u8>,
    /// Every file that is made, by its path.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// What is said once it is there.
    pub(crate) told: Vec<Text>,
    /// Why it is no dossier to hand in, where it is none.
    pub(crate) refusal: Option<Page>,
    /// The last day on which one of its thresholds was confirmed.
    pub(crate) read_last: Option<Date>,
}

/// The forms of every document, by their endings.
type Form = fn(&Document, &Office, Lang) -> io::Result<Vec<u8>>;
const FORMS: [(&str, Form); 4] = [
    ("md", |document, _, lang| Ok(render::markdown::document(document, lang).into_bytes())),
    ("html", |document, _, lang| Ok(render::html::document(document, lang)?.into_bytes())),
    ("docx", render::docx::document),
    ("xlsx", |document, _, lang| render::xlsx::document(document, lang)),
];

/// How the data of a dossier is read: with the places of its rows, and with what the
/// title rests on besides its own level.
pub(crate) const HOW: How =
    How { places: true, standing: true, months: false, digests: false, levels: false };

/// Makes everything that the files of a kit give. `own_sets`: the folder of the user's own
/// sets, as a command names it.
pub(crate) fn make(kit: &Kit, own_sets: Option<&str>) -> Result<Made, Stop> {
    let settings = &kit.settings;
    let mut read = read(kit)?;
    let place = chosen::one(&settings.commune, read.roster(), settings.period)?;
    let common = read.common(settings.period)?;
    // Before the level is taken out.
    let proofs = kit.proofs(read.roster(), read.submissions());
    let (said, others) = (read.said_of(place, settings.period), read.others(place));
    let contradictions = said.iter().flat_map(|said| review::doubts(said, settings.level));
    let contradictions: Vec<Problem> = contradictions.collect();
    let form = form(settings.voice);
    let mut all: Vec<Judged> = Vec::new();
    for voice in form.voices() {
        all.push(read.judge_voice(*voice, settings.period, common.clone(), &[place]));
    }
    let cards: Vec<Option<Scorecard>> =
        all.iter().map(|judged| judged.submissions.first().map(score::score)).collect();
    let silent = || {
        let message = text::has_not_reported(&settings.commune, settings.period);
        Stop::usage(message, text::see_who_reported())
    };
    // The voices of a form end with the one that it is of.
    let judged = all.last().ok_or_else(silent)?;
    let wanted: Vec<usize> = (0..common.indicators.len()).collect();
    let quotes = chain::quotes(judged, &read, &wanted);
    let explained = chain::explained(judged, &read, &wanted, &quotes);
    let explained = explained.first().ok_or_else(silent)?;
    let scoring = judged.scoring(&read);
    let steps = steps(&read, place, settings.period, &said);
    let conditions =
        read.library().resolve(Level::Recognition, settings.period, &explained.commune.case).ok();
    let told = said.iter().find(|said| said.level == Level::Recognition);
    let faults = if settings.lenient { read.faults() } else { 0 };
    let lacks = Lacks::of(explained, proofs.as_ref(), (&steps, &said), read.library(), faults);
    let used = receipt::used_sets(explained, &steps, conditions.as_ref());
    // A layer that was kept from applying says nothing of itself.
    let of_used =
        |id: &str| read.library().layer(id).is_some_and(|(set, _)| used.contains(&*set.id));
    let own = kit.sets.iter().filter(|set| used.contains(&*set.id) || of_used(&set.id));
    let parted = law::altered_copies(own);
    let assessment = Assessment {
        form,
        explained,
        cards: &cards,
        steps: &steps,
        recognition: conditions.as_ref().map(|law| (law, told)),
        contradictions: &contradictions,
        parted: &parted,
        lacks: &lacks,
        others,
        faults: settings.lenient.then_some(read.faults()),
        draft: settings.draft,
    };
    let table = report::dossier::assessment(&assessment);
    let told = report::dossier::told(&assessment, proofs.is_some());
    let list = report::dossier::evidence(explained, proofs.as_ref(), lacks.evidence.len());
    let documents = [(stem(form), table), ("evidence-list", list)];
    let files = files(kit, &scoring, explained, documents)?;
    let result = Found {
        explained,
        scoring: &scoring,
        lacks: &lacks,
        steps: &steps,
        conditions: conditions.as_ref(),
        contradictions: &contradictions,
    };
    let (receipt, receipt_bytes) = receipt::receipt(kit, &result, &files).sealed();
    let refusal =
        (!lacks.is_empty()).then(|| report::dossier::refused(explained, &lacks, own_sets));
    let read_last = read_last(explained, &steps);
    Ok(Made { receipt, receipt_bytes, files, told, refusal, read_last })
}

fn read_last(explained: &Explained, steps: &[Step]) -> Option<Date> {
    let below = steps.iter().filter(|step| step.level < explained.submission.level);
    let below = below.filter_map(|step| Some(&step.card.as_ref()?.tally.law));
    let laws = std::iter::once(&explained.card.tally.law).chain(below);
    let asked = laws.flat_map(|law| &law.indicators).flat_map(|indicator| &indicator.require);
    let thresholds = asked.filter_map(|asked| asked.threshold.as_ref());
    thresholds.flat_map(|threshold| &threshold.readings).map(|reading| reading.on).max()
}

/// The data of a kit, which is to be without fault.
fn read(kit: &Kit) -> Result<Read, Stop> {
    let settings = &kit.settings;
    let library = Library::load(kit.sets.clone()).map_err(Stop::problems)?;
    let options = intake::Options {
        period: Some(settings.period),
        decimal: settings.decimal,
        review: false,
        watch: None,
    };
    let (rosters, data) = (kit.sources(Role::Roster), kit.sources(Role::Data));
    let input = Input::of(library, &rosters, data, options);
    let judge =
        JudgeArgs { level: settings.level, source: settings.voice, lenient: settings.lenient };
    let read = Read::of(input, &judge, HOW)?;
    if read.faults() > 0 && !settings.lenient {
        return Err(Stop::problems(read.problems().to_vec()));
    }
    Ok(read)
}

/// The ladder of a commune. `said`: what it says at all levels.
fn steps(read: &Read, commune: usize, period: Period, said: &[Submission]) -> Vec<Step> {
    let (library, roster) = (read.library(), read.roster());
    let quotes = read.quote(period, &ladder::to_quote(said));
    let source = ladder::Source { library, roster, period, submissions: said, quotes: &quotes };
    let mut ladders = source.ladders(&[commune]);
    ladders.pop().map(|ladder| ladder.steps).unwrap_or_default()
}

/// The table of a voice.
fn form(voice: Voice) -> VoiceForm {
    match voice {
        Voice::Own => VoiceForm::SelfAssessment,
        Voice::Verified => VoiceForm::Verification,
        Voice::Appraised => VoiceForm::Appraisal,
    }
}

/// The name of its files, as `ntm report --form` has it.
fn stem(form: VoiceForm) -> &'static str {
    match form {
        VoiceForm::SelfAssessment => "self-assessment",
        VoiceForm::Verification => "verification",
        VoiceForm::Appraisal => "appraisal",
    }
}

fn files(
    kit: &Kit,
    scoring: &Scoring,
    explained: &Explained,
    documents: [(&str, Document); 2],
) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let Settings { draft, lang, voice, .. } = kit.settings;
    let office = kit.office()?.of(voice, &explained.commune.name);
    let cannot = |why: io::Error| {
        Stop::usage(text::cannot_write("-", io_reason(&why)), text::check_writable())
    };
    let mut files = Vec::new();
    for (stem, document) in documents {
        let document = if draft { document.drafted() } else { document };
        for (ending, form) in FORMS {
            files.push((
                format!("{stem}.{ending}"),
                form(&document, &office, lang).map_err(cannot)?,
            ));
        }
    }
    let explained = std::slice::from_ref(explained);
    let pages = report::chains(scoring, explained).into_iter();
    let pages = pages.map(|page| if draft { report::dossier::drafted(page) } else { page });
    let pages = pages.map(|page| render::markdown::document(&output::one_page(&page), lang));
    let pages: Vec<String> = pages.collect();
    files.push(("explain.md".to_owned(), pages.join("\n").into_bytes()));
    let mut json = Vec::new();
    render::json::explanations(scoring, explained, &mut json).map_err(cannot)?;
    files.push(("explain.json".to_owned(), json));
    let mut json = Vec::new();
    render::json::score(scoring, render::json::Detail::Indicators, &mut json).map_err(cannot)?;
    files.push(("score.json".to_owned(), json));
    files.sort();
    Ok(files)
}
