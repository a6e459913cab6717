//! What a dossier's inputs give: its pages and its receipt. Whoever verifies a dossier
//! makes them again from the same files.

use std::collections::BTreeSet;
use std::io;

use jiff::civil::Date;

use super::contradictions;
use super::inputs::{DossierInputs, Settings, asked, faulty};
use super::receipt;
use crate::analysis::explain::Explained;
use crate::analysis::lacks::{Lacks, LacksInputs};
use crate::analysis::ladder::{self, Step};
use crate::analysis::receipt::{LeftOut, Receipt, Role};
use crate::analysis::verify::RECEIPT;
use crate::intake::{self, Office, Quote, RosterFile, Submission, Voice};
use crate::law::{self, Altered, Level, Library, Resolved};
use crate::problem::{Problem, Stop, io_reason};
use crate::report::document::Document;
use crate::report::dossier::Assessment;
use crate::report::{self, Page, Scoring};
use crate::score::{self, Scorecard};
use crate::text::{self, Lang, Text};
use crate::workflow::session::{Input, Levels, Question, Scope};
use crate::workflow::{Judged, Session, explain, select};
use crate::{analysis, render};

/// What the inputs give.
pub struct Dossier {
    /// Sealed.
    pub receipt: Receipt,
    /// The receipt as a file.
    pub receipt_bytes: Vec<u8>,
    /// Every file that is made, by its path.
    pub files: Vec<(String, Vec<u8>)>,
    /// What is said once it is there.
    pub summary: Vec<Text>,
    /// Why it is no dossier to hand in, where it is none.
    pub refusal: Option<Page>,
}

impl Dossier {
    /// Every file of the dossier, by its path: what it was made of, what was made, and the
    /// receipt.
    pub fn files_with<'d>(
        &'d self,
        inputs: &'d DossierInputs,
    ) -> impl Iterator<Item = (&'d str, &'d [u8])> {
        let own = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        inputs.files().chain(own).chain([(RECEIPT, self.receipt_bytes.as_slice())])
    }
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
pub const SCOPE: Scope = Scope { places: true, levels: Levels::Standing };

/// Makes everything that the inputs give. `own_sets`: the folder of the user's own sets, as a
/// command names it. `today`: nothing is confirmed later.
///
/// # Errors
/// When they give no result.
pub fn make(inputs: &DossierInputs, own_sets: Option<&str>, today: Date) -> Result<Dossier, Stop> {
    let settings = &inputs.settings;
    let mut session = session(inputs, today)?;
    let place = select::commune(&settings.commune, session.roster(), settings.period)?;
    let common = session.common(settings.period)?;
    let (found, left_out) = faults(&session, settings, place)?;
    let (faults, faulty_here) = (found.len(), faulty(found.iter()));
    // Before the level is taken out.
    let cited = session.submissions().to_vec();
    let proofs = inputs.proofs(session.roster(), &cited);
    let (said, others) = (session.said_of(place, settings.period), session.others(place));
    let contradictions = contradictions(&said, settings.level);
    let judge =
        |voice: &Voice| session.judge_voice(*voice, settings.period, common.clone(), &[place]);
    let all: Vec<Judged> = settings.voice.with_earlier().iter().map(judge).collect();
    let cards: Vec<Option<Scorecard>> =
        all.iter().map(|judged| judged.submissions.first().map(score::score)).collect();
    let silent = || silent(settings);
    // Each voice follows those before it.
    let judged = all.last().ok_or_else(silent)?;
    let wanted: Vec<usize> = (0..common.indicators.len()).collect();
    let quotes = explain::quotes(judged, &session, &wanted);
    let explained = explain::explained(judged, &session, &wanted, &quotes);
    let explained = explained.first().ok_or_else(silent)?;
    // Other communes' faults are none of this result's.
    let scoring = Scoring { faults, ..judged.scoring(&session) };
    let steps = steps(&session, place, settings, &said);
    let conditions = conditions(&session, settings, place);
    let of_beside = |level| level != settings.level && settings.rests_on(level);
    let rests: Vec<&Submission> = said.iter().filter(|said| of_beside(said.level)).collect();
    let beside_quotes = beside_quotes(&session, settings, &rests);
    let beside = beside(&session, settings, &rests, &beside_quotes);
    let told = said.iter().find(|said| said.level == Level::Recognition);
    let lacks = Lacks::find(LacksInputs {
        title: explained,
        beside: &beside,
        steps: &steps,
        conditions: conditions.as_ref(),
        library: session.library(),
        proofs: proofs.as_ref(),
        faults,
    });
    let used = receipt::used_sets(explained, &steps, conditions.as_ref());
    let parted = parted(inputs, &session, &used);
    let assessment = Assessment {
        voice: settings.voice,
        explained,
        cards: &cards,
        steps: &steps,
        recognition: conditions.as_ref().map(|law| (law, told)),
        contradictions: &contradictions,
        parted: &parted,
        lacks: &lacks,
        others,
        faults: settings.lenient.then_some(faults),
        misread: scoring.misread,
        faulty_here: &faulty_here,
        left_out: &left_out,
        figures_only: settings.figures_only,
        draft: settings.draft,
    };
    let summary = report::dossier::summary_lines(&assessment, proofs.is_some());
    let list = report::dossier::evidence(explained, &beside, proofs.as_ref(), lacks.unproved());
    let documents =
        [(stem(settings.voice), report::dossier::assessment(&assessment)), ("evidence-list", list)];
    let files = files(inputs, &scoring, explained, documents)?;
    let (receipt, receipt_bytes) =
        receipt::receipt(inputs, (&assessment, &scoring), &files).sealed();
    let refusal =
        (!lacks.is_empty()).then(|| report::dossier::refused(explained, &lacks, own_sets));
    Ok(Dossier { receipt, receipt_bytes, files, summary, refusal })
}

/// The faults that were taken as missing, and the files of those that cannot touch the
/// commune.
fn faults(
    session: &Session,
    settings: &Settings,
    place: usize,
) -> Result<(Vec<Problem>, Vec<LeftOut>), Stop> {
    let faults = session.faults_for(place, settings.period);
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
fn parted(
    inputs: &DossierInputs,
    session: &Session,
    used: &BTreeSet<&str>,
) -> Vec<(String, Vec<Altered>)> {
    // A layer that was kept from applying says nothing of itself.
    let of_used =
        |id: &str| session.library().layer(id).is_some_and(|(set, _)| used.contains(&*set.id));
    let own = inputs.sets.iter().filter(|set| used.contains(&*set.id) || of_used(&set.id));
    law::altered_law(own)
}

/// The conditions of recognition in force, unless they are left out.
fn conditions(session: &Session, settings: &Settings, commune: usize) -> Option<Resolved> {
    let case = &session.roster().communes[commune].case;
    let conditions = session.library().resolve(Level::Recognition, settings.period, case).ok();
    conditions.filter(|_| !settings.figures_only)
}

/// The rows of what the title rests on beside its own, as their files write them.
fn beside_quotes(session: &Session, settings: &Settings, rests: &[&Submission]) -> Vec<Quote> {
    let places =
        rests.iter().flat_map(|said| analysis::explain::places(said, &asked(said, settings.level)));
    session.quote(settings.period, &places.collect::<Vec<_>>())
}

/// The titles below and the conditions of recognition, explained as the title is: as much
/// is asked of them.
fn beside<'a>(
    session: &'a Session,
    settings: &Settings,
    rests: &[&'a Submission],
    quotes: &'a [Quote],
) -> Vec<Explained<'a>> {
    let of = |said: &&'a Submission| {
        let set = session.library().set(&said.law.set)?;
        let commune = &session.roster().communes[said.commune];
        let wanted = asked(said, settings.level);
        Some(analysis::explain::explain((commune, said), set, &wanted, quotes, session.problems()))
    };
    rests.iter().filter_map(of).collect()
}

/// The inputs session.
fn session(inputs: &DossierInputs, today: Date) -> Result<Session, Stop> {
    let settings = &inputs.settings;
    // Whoever verifies does so later: what was read by then was read by now.
    let library = Library::load_on(inputs.sets.clone(), today).map_err(Stop::problems)?;
    let options = intake::Options {
        period: Some(settings.period),
        decimal: settings.decimal,
        ..intake::Options::default()
    };
    let (rosters, data) = (inputs.sources(Role::Roster), inputs.sources(Role::Data));
    let rosters: Vec<RosterFile> = rosters.into_iter().map(RosterFile::from).collect();
    let Settings { level, voice, lenient, .. } = *settings;
    let question = Question { level, voice, lenient };
    Session::new(Input::new(library, &rosters, data, options), question, SCOPE, None)
}

/// The ladder of a commune, without conditions of recognition where they are left out.
/// `said`: what it says at all levels.
fn steps(session: &Session, commune: usize, settings: &Settings, said: &[Submission]) -> Vec<Step> {
    let period = settings.period;
    let (library, roster) = (session.library(), session.roster());
    let quotes = session.quote(period, &ladder::to_quote(said));
    let source = ladder::Source { library, roster, period, submissions: said, quotes: &quotes };
    let mut ladders = source.ladders(&[commune]);
    let mut steps = ladders.pop().map(|ladder| ladder.steps).unwrap_or_default();
    if settings.figures_only {
        steps.iter_mut().for_each(|step| step.conditions = None);
    }
    steps
}

/// The name of the files of a voice's table, as `ntm report --form` has it.
fn stem(voice: Voice) -> &'static str {
    let table = report::TABLES.iter().find(|(_, of)| *of == voice);
    table.map_or("", |(word, _)| word)
}

fn files(
    inputs: &DossierInputs,
    scoring: &Scoring,
    explained: &Explained,
    documents: [(&str, Document); 2],
) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let Settings { draft, figures_only, lang, voice, .. } = inputs.settings;
    let office = inputs.office()?.office_of(voice, &explained.commune.name);
    let cannot = |why: io::Error| {
        Stop::usage(text::cannot_write("-", io_reason(&why)), text::check_writable())
    };
    let mut files = Vec::new();
    for (stem, document) in documents {
        let document = if draft { document.drafted() } else { document };
        let document =
            if figures_only { report::dossier::document_of_figures(document) } else { document };
        for (ending, form) in FORMS {
            files.push((
                format!("{stem}.{ending}"),
                form(&document, &office, lang).map_err(cannot)?,
            ));
        }
    }
    let explained = std::slice::from_ref(explained);
    let pages = report::explain(scoring, explained).into_iter();
    let pages = pages.map(|page| if draft { report::dossier::drafted(page) } else { page });
    let pages =
        pages.map(|page| if figures_only { report::dossier::figures_only(page) } else { page });
    let pages = pages.map(|page| render::markdown::document(&Document::of_page(page), lang));
    let pages: Vec<String> = pages.collect();
    files.push(("explain.md".to_owned(), pages.join("\n").into_bytes()));
    let mut json = Vec::new();
    render::json::explain(scoring, explained, &mut json).map_err(cannot)?;
    files.push(("explain.json".to_owned(), json));
    let mut json = Vec::new();
    render::json::score(scoring, render::json::Detail::Indicators, &mut json).map_err(cannot)?;
    files.push(("score.json".to_owned(), json));
    files.sort();
    Ok(files)
}
