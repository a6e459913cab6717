//! What a dossier's inputs give: its pages and its receipt. Whoever verifies a dossier
//! makes them again from the same files.

use std::io;

use ntm::analysis::chain::Explained;
use ntm::analysis::lacks::Lacks;
use ntm::analysis::receipt::{
    Commune, Counts, File, Input as InputFile, Lacking, Options, Receipt, Role, SCHEMA, SetFile,
    Thresholds, Tool, Verdicts,
};
use ntm::intake::{self, Convention, Office, Voice};
use ntm::law::{Library, sha256};
use ntm::problem::io_reason;
use ntm::render;
use ntm::report::document::Document;
use ntm::report::{self, Page, Scoring, VoiceForm};
use ntm::score::{self, Scorecard};
use ntm::text::{self, Lang};

use super::kit::{Kit, Settings};
use crate::args::JudgeArgs;
use crate::input::Input;
use crate::judged::{How, Judged, Read};
use crate::outcome::Stop;
use crate::{chain, chosen};

/// What came of a kit.
pub(crate) struct Made {
    /// Sealed.
    pub(crate) receipt: Receipt,
    pub(crate) receipt_bytes: Vec<u8>,
    /// Every file that is made, by its path.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// Why it is no dossier to hand in, where it is none.
    pub(crate) refusal: Option<Page>,
}

/// The forms of every document, by their endings.
type Form = fn(&Document, Lang) -> io::Result<Vec<u8>>;
const FORMS: [(&str, Form); 4] = [
    ("md", |document, lang| Ok(render::markdown::document(document, lang).into_bytes())),
    ("html", |document, lang| Ok(render::html::document(document, lang)?.into_bytes())),
    // The commune's own paper: no head of the office.
    ("docx", |document, lang| render::docx::document(document, &Office::default(), lang)),
    ("xlsx", render::xlsx::document),
];

/// Makes everything that the files of a kit give.
pub(crate) fn make(kit: &Kit) -> Result<Made, Stop> {
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
    let mut read = Read::of(input, &judge, How { places: true, ..How::default() })?;
    if read.faults() > 0 && !settings.lenient {
        return Err(Stop::problems(read.problems().to_vec()));
    }
    let code = std::slice::from_ref(&settings.commune);
    let chosen = chosen::find(code, read.roster(), settings.period)?;
    let common = read.common(settings.period)?;
    let form = form(settings.voice);
    let mut all: Vec<Judged> = Vec::new();
    for voice in form.voices() {
        all.push(read.judge_voice(*voice, settings.period, common.clone(), &chosen));
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
    let lacks = Lacks::of(explained, kit.folder().as_ref());
    let table =
        report::voices(form, explained.commune, settings.period, &explained.card.tally.law, &cards);
    let list = report::dossier::evidence(explained, kit.folder().as_ref(), lacks.evidence.len());
    let documents = [(stem(form), table), ("evidence-list", list)];
    let files = files(kit, &scoring, explained, documents).map_err(|why| {
        Stop::usage(text::cannot_write("-", io_reason(&why)), text::check_writable())
    })?;
    let receipt = receipt(kit, &scoring, explained, &lacks, &files);
    let (receipt, receipt_bytes) = receipt.sealed();
    let refusal = (!lacks.is_empty()).then(|| report::dossier::refused(explained, &lacks));
    Ok(Made { receipt, receipt_bytes, files, refusal })
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
) -> io::Result<Vec<(String, Vec<u8>)>> {
    let Settings { draft, lang, .. } = kit.settings;
    let mut files = Vec::new();
    for (stem, document) in documents {
        let document = if draft { document.drafted() } else { document };
        for (ending, form) in FORMS {
            files.push((format!("{stem}.{ending}"), form(&document, lang)?));
        }
    }
    let explained = std::slice::from_ref(explained);
    let pages = report::chains(scoring, explained).into_iter();
    let pages = pages.map(|page| if draft { report::dossier::drafted(page) } else { page });
    let pages: Vec<String> = pages.map(|page| render::markdown::page(&page, lang)).collect();
    files.push(("explain.md".to_owned(), pages.join("\n").into_bytes()));
    let mut json = Vec::new();
    render::json::explanations(scoring, explained, &mut json)?;
    files.push(("explain.json".to_owned(), json));
    let mut json = Vec::new();
    render::json::score(scoring, render::json::Detail::Indicators, &mut json)?;
    files.push(("score.json".to_owned(), json));
    files.sort();
    Ok(files)
}

fn receipt(
    kit: &Kit,
    scoring: &Scoring,
    explained: &Explained,
    lacks: &Lacks,
    files: &[(String, Vec<u8>)],
) -> Receipt {
    let (settings, tally) = (&kit.settings, &explained.card.tally);
    let used = |id: &str| tally.law.layers.iter().any(|layer| layer.id == id);
    let inputs = kit.inputs.iter().map(|kept| InputFile {
        path: kept.path.clone(),
        role: kept.role,
        period: kept.period.map(|period| period.to_string()),
        size: kept.bytes.len() as u64,
        sha256: sha256(&kept.bytes),
    });
    let sets = kit.sets.iter().map(|set| SetFile {
        path: set.name.clone(),
        id: set.id.clone(),
        origin: set.origin.as_str().to_owned(),
        used: used(&set.id),
        size: set.text.len() as u64,
        sha256: set.sha256(),
    });
    let (counts, thresholds) = (tally.counts(), scoring.summary.thresholds);
    let verdicts = tally.law.indicators.iter().zip(&tally.statuses);
    let verdicts = verdicts.map(|(i, status)| (i.id.to_string(), status.as_str().to_owned()));
    let file = |(path, bytes): &(String, Vec<u8>)| File::of(path, bytes);
    Receipt {
        schema: SCHEMA.to_owned(),
        tool: Tool::this(),
        period: settings.period.to_string(),
        level: settings.level.as_str().to_owned(),
        source: settings.voice.as_str().to_owned(),
        commune: Commune {
            code: explained.commune.code.clone(),
            name: explained.commune.name.clone(),
        },
        draft: settings.draft,
        options: Options {
            decimal: settings.decimal.map(|decimal| match decimal {
                Convention::Comma => "comma".to_owned(),
                Convention::Dot => "dot".to_owned(),
            }),
            lenient: settings.lenient,
            lang: match settings.lang {
                Lang::Vi => "vi".to_owned(),
                Lang::En => "en".to_owned(),
            },
            criteria: settings.own_criteria,
            evidence: kit.evidence.is_some(),
        },
        inputs: inputs.collect(),
        sets: sets.collect(),
        evidence: kit.evidence.iter().flatten().map(file).collect(),
        outputs: files.iter().map(file).collect(),
        achieved: tally.achieved(),
        counts: Counts {
            met: counts.met,
            not_met: counts.not_met,
            missing: counts.missing,
            undetermined: counts.undetermined,
            not_applicable: counts.not_applicable,
            total: tally.law.indicators.len(),
        },
        thresholds: Thresholds {
            confirmed: thresholds.confirmed,
            unconfirmed: thresholds.unconfirmed,
            assumed: thresholds.assumed,
            undetermined: thresholds.undetermined,
        },
        lacking: Lacking {
            verdicts: lacks.verdicts.len(),
            thresholds: lacks.thresholds.len() + lacks.clauses.len(),
            evidence: lacks.evidence.len(),
            files: lacks.files.len(),
        },
        verdicts: Verdicts(verdicts.collect()),
        sha256: String::new(),
    }
}
