//! What a dossier's inputs give: its pages and its receipt. Whoever verifies a dossier
//! makes them again from the same files.

use std::collections::BTreeSet;
use std::io;

use ntm::analysis::chain::Explained;
use ntm::analysis::lacks::{Case, Lacks};
use ntm::analysis::ladder::{self, Step};
use ntm::analysis::receipt::{LeftOut, Receipt, Role};
use ntm::intake::{self, Office, Quote, RosterFile, Submission, Voice};
use ntm::law::{self, Altered, Level, Library, Resolved};
use ntm::problem::{Problem, io_reason};
use ntm::report::document::Document;
use ntm::report::dossier::Assessment;
use ntm::report::{self, Page, Scoring, VoiceForm};
use ntm::score::{self, Scorecard};
use ntm::text::{self, Lang, Text};
use ntm::{analysis, render, review};

use super::kit::{Kit, Settings, asked, faulty};
use super::receipt::{self, Result as Found};
use crate::args::JudgeArgs;
use crate::input::Input;
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::{chain, chosen, input, output};

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
    let (found, left_out) = faults(&read, settings, place)?;
    let (faults, faulty_here) = (found.len(), faulty(found.iter()));
    // Before the level is taken out.
    let cited = read.submissions().to_vec();
    let proofs = kit.proofs(read.roster(), &cited);
    let (said, others) = (read.said_of(place, settings.period), read.others(place));
    let contradictions = said.iter().flat_map(|said| review::doubts(said, settings.level));
    let contradictions: Vec<Problem> = contradictions.collect();
    let form = form(settings.voice);
    let judge = |voice: &Voice| read.judge_voice(*voice, settings.period, common.clone(), &[place]);
    let all: Vec<Judged> = form.voices().iter().map(judge).collect();
    let cards: Vec<Option<Scorecard>> =
        all.iter().map(|judged| judged.submissions.first().map(score::score)).collect();
    let silent = || silent(settings);
    // The voices of a form end with the one that it is of.
    let judged = all.last().ok_or_else(silent)?;
    let wanted: Vec<usize> = (0..common.indicators.len()).collect();
    let quotes = chain::quotes(judged, &read, &wanted);
    let explained = chain::explained(judged, &read, &wanted, &quotes);
    let explained = explained.first().ok_or_else(silent)?;
    // Other communes' faults are none of this result's.
    let scoring = Scoring { faults, ..judged.scoring(&read) };
    let steps = steps(&read, place, settings, &said);
    let conditions = conditions(&read, settings, place);
    let of_beside =
        |said: &&Submission| said.level != settings.level && settings.rests_on(said.level);
    let rests: Vec<&Submission> = said.iter().filter(of_beside).collect();
    let beside_quotes = beside_quotes(&read, settings, &rests);
    let beside = beside(&read, settings, &rests, &beside_quotes);
    let told = said.iter().find(|said| said.level == Level::Recognition);
    let lacks = Lacks::of(Case {
        title: explained,
        beside: &beside,
        steps: &steps,
        conditions: conditions.as_ref(),
        library: read.library(),
        proofs: proofs.as_ref(),
        faults,
    });
    let used = receipt::used_sets(explained, &steps, conditions.as_ref());
    let parted = parted(kit, &read, &used);
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
        faults: settings.lenient.then_some(faults),
        faulty_here: &faulty_here,
        left_out: &left_out,
        figures_only: settings.figures_only,
        draft: settings.draft,
    };
    let told = report::dossier::told(&assessment, proofs.is_some());
    let list = report::dossier::evidence(explained, &beside, proofs.as_ref(), lacks.unproved());
    let table = report::dossier::assessment(&assessment);
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
    Ok(Made { receipt, receipt_bytes, files, told, refusal })
}

/// The faults that were taken as missing, and the files of those that cannot touch the
/// commune.
fn faults(
    read: &Read,
    settings: &Settings,
    place: usize,
) -> Result<(Vec<Problem>, Vec<LeftOut>), Stop> {
    let faults = read.faults_for(place, settings.period);
    if !faults.touching.is_empty() && !settings.lenient {
        return Err(Stop::problems(faults.touching));
    }
    let left_out = [settings.left_out.clone(), faulty(faults.aside.iter())].concat();
    Ok((faults.touching, left_out))
}

/// The commune says nothing of the period at the level.
fn silent(settings: &Settings) -> Stop {
    let message = text::has_not_reported(&settings.commune, settings.period);
    Stop::usage(message, text::see_who_reported())
}

/// Where the office's copies of the sets that were used part from the built-in ones.
fn parted(kit: &Kit, read: &Read, used: &BTreeSet<&str>) -> Vec<(String, Vec<Altered>)> {
    // A layer that was kept from applying says nothing of itself.
    let of_used =
        |id: &str| read.library().layer(id).is_some_and(|(set, _)| used.contains(&*set.id));
    let own = kit.sets.iter().filter(|set| used.contains(&*set.id) || of_used(&set.id));
    law::altered_law(own)
}

/// The conditions of recognition in force, unless they are left out.
fn conditions(read: &Read, settings: &Settings, commune: usize) -> Option<Resolved> {
    let case = &read.roster().communes[commune].case;
    let conditions = read.library().resolve(Level::Recognition, settings.period, case).ok();
    conditions.filter(|_| !settings.figures_only)
}

/// The rows of what the title rests on beside its own, as their files write them.
fn beside_quotes(read: &Read, settings: &Settings, rests: &[&Submission]) -> Vec<Quote> {
    let places =
        rests.iter().flat_map(|said| analysis::chain::places(said, &asked(said, settings.level)));
    read.quote(settings.period, &places.collect::<Vec<_>>())
}

/// The titles below and the conditions of recognition, explained as the title is: as much
/// is asked of them.
fn beside<'a>(
    read: &'a Read,
    settings: &Settings,
    rests: &[&'a Submission],
    quotes: &'a [Quote],
) -> Vec<Explained<'a>> {
    let of = |said: &&'a Submission| {
        let set = read.library().set(&said.law.set)?;
        let commune = &read.roster().communes[said.commune];
        let wanted = asked(said, settings.level);
        Some(analysis::chain::explain((commune, said), set, &wanted, quotes, read.problems()))
    };
    rests.iter().filter_map(of).collect()
}

/// The data of a kit.
fn read(kit: &Kit) -> Result<Read, Stop> {
    let settings = &kit.settings;
    // Whoever verifies does so later: what was read by then was read by now.
    let library = Library::load_on(kit.sets.clone(), input::today()).map_err(Stop::problems)?;
    let options = intake::Options {
        period: Some(settings.period),
        decimal: settings.decimal,
        ..intake::Options::default()
    };
    let (rosters, data) = (kit.sources(Role::Roster), kit.sources(Role::Data));
    let rosters: Vec<RosterFile> = rosters.into_iter().map(RosterFile::from).collect();
    let input = Input::of(library, &rosters, data, options);
    let judge =
        JudgeArgs { level: settings.level, source: settings.voice, lenient: settings.lenient };
    Read::of(input, &judge, HOW)
}

/// The ladder of a commune, without conditions of recognition where they are left out.
/// `said`: what it says at all levels.
fn steps(read: &Read, commune: usize, settings: &Settings, said: &[Submission]) -> Vec<Step> {
    let period = settings.period;
    let (library, roster) = (read.library(), read.roster());
    let quotes = read.quote(period, &ladder::to_quote(said));
    let source = ladder::Source { library, roster, period, submissions: said, quotes: &quotes };
    let mut ladders = source.ladders(&[commune]);
    let mut steps = ladders.pop().map(|ladder| ladder.steps).unwrap_or_default();
    if settings.figures_only {
        steps.iter_mut().for_each(|step| step.conditions = None);
    }
    steps
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
    let Settings { draft, figures_only, lang, voice, .. } = kit.settings;
    let office = kit.office()?.of(voice, &explained.commune.name);
    let cannot = |why: io::Error| {
        Stop::usage(text::cannot_write("-", io_reason(&why)), text::check_writable())
    };
    let mut files = Vec::new();
    for (stem, document) in documents {
        let document = if draft { document.drafted() } else { document };
        let document = match figures_only {
            true => report::dossier::document_of_figures(document),
            false => document,
        };
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
    let pages =
        pages.map(|page| if figures_only { report::dossier::figures_only(page) } else { page });
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
