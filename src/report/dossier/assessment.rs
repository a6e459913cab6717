//! The table of a dossier, with what stands beside it: the titles below, the conditions of
//! recognition, what contradicts itself, and of a draft what is missing.

use super::super::commune::{ratio, threshold, value};
use super::super::document::{Block, Document, Section};
use super::super::ladder::title;
use super::super::voices::closed_by;
use super::super::{Cell, Table, Tone, at_least, column, unbroken, wide, words};
use super::section::{section, unconfirmed};
use super::{basis, lacking, unsure};
use crate::analysis::explain::Explained;
use crate::analysis::lacks::Lacks;
use crate::analysis::ladder::{Condition, Step};
use crate::analysis::receipt::LeftOut;
use crate::intake::evidence::documents;
use crate::intake::{Submission, Voice};
use crate::law::{Altered, Resolved, ResolvedIndicator};
use crate::problem::Problem;
use crate::score::{self, Scorecard, Status};
use crate::text::{self, Text, dossier as say, ladder};

/// What the table of a dossier is made from.
pub struct Assessment<'a> {
    /// Whose table it is.
    pub voice: Voice,
    /// The result.
    pub explained: &'a Explained<'a>,
    /// What it and the voices before it say.
    pub cards: &'a [Option<Scorecard>],
    /// The ladder of the commune.
    pub steps: &'a [Step],
    /// The conditions of recognition in force and what the commune says of them.
    pub recognition: Option<(&'a Resolved, Option<&'a Submission>)>,
    /// What its data says against itself.
    pub contradictions: &'a [Problem],
    /// Where the office's copies of the sets used differ from the built-in ones.
    pub parted: &'a [(String, Vec<Altered>)],
    /// What stands against handing it in.
    pub lacks: &'a Lacks,
    /// How many other communes the files of its data speak of.
    pub others: usize,
    /// How many faults were taken as missing, where they were.
    pub faults: Option<usize>,
    /// How many warnings say that its data may have been read wrongly.
    pub misread: usize,
    /// The files that these are in.
    pub faulty_here: &'a [LeftOut],
    /// The faulty files that speak of other communes alone.
    pub left_out: &'a [LeftOut],
    /// Whether the conditions of recognition are left out.
    pub figures_only: bool,
    /// Whether it is a draft.
    pub draft: bool,
}

/// The table with its sections.
pub fn assessment(of: &Assessment) -> Document {
    let (commune, period) = (of.explained.commune, of.explained.submission.period);
    let law = &of.explained.card.tally.law;
    let apart = match of.voice {
        Voice::Own => say::self_apart(),
        Voice::Verified => say::verified_apart(),
        Voice::Appraised => say::appraised_apart(),
    };
    let mut close: Vec<(Tone, Text)> =
        outstanding(of).into_iter().map(|named| (Tone::Plain, named)).collect();
    close.push((Tone::Plain, apart));
    close.extend(of.faults.map(|faults| (Tone::Bad, text::lenient_note(faults))));
    close.extend((of.misread > 0).then(|| (Tone::Bad, text::misread_note(of.misread))));
    close.extend(faulty_files(of.faulty_here).map(|files| (Tone::Bad, say::faulty_here(files))));
    close.extend((of.others > 0).then(|| (Tone::Doubt, say::other_communes(of.others))));
    close.extend(faulty_elsewhere(of.left_out).map(|told| (Tone::Doubt, told)));
    let mut document = closed_by(close, of.voice, commune, period, law, of.cards);
    let confirmed = basis::confirmations(&laws(of), law.level);
    let sections = [
        missing(of),
        titles_below(of),
        to_clear_up(of),
        Some(recognition(of)),
        Some(confirmed),
        basis::parted(of.parted),
    ];
    document.sections.extend(sections.into_iter().flatten());
    document
}

/// What was not read of other communes: their faults cannot touch this one.
pub(super) fn faulty_elsewhere(left_out: &[LeftOut]) -> Option<Text> {
    faulty_files(left_out).map(say::faulty_elsewhere)
}

/// Files, each with how many faults it has.
fn faulty_files(files: &[LeftOut]) -> Option<Text> {
    let file = |file: &LeftOut| say::faults_of_file(&file.file, file.faults);
    let files: Vec<Text> = files.iter().map(file).collect();
    (!files.is_empty()).then(|| Text::join(&files, "; "))
}

/// What was to be named, such as the field in which a commune stands out.
fn outstanding(of: &Assessment) -> Vec<Text> {
    let level = of.explained.submission.level;
    let named = of.steps.iter().filter(|step| step.level == level).flat_map(|step| &step.named);
    named.filter_map(|named| Some(text::labelled(&named.what, named.name.as_ref()?))).collect()
}

/// The set that was judged by, then those of the titles below, then the conditions.
fn laws<'a>(of: &'a Assessment) -> Vec<&'a Resolved> {
    let level = of.explained.submission.level;
    let below = of.steps.iter().filter(|step| step.level < level);
    let below = below.filter_map(|step| Some(&*step.card.as_ref()?.tally.law));
    let conditions = of.recognition.map(|(law, _)| law);
    std::iter::once(&*of.explained.card.tally.law).chain(below).chain(conditions).collect()
}

/// Of a draft: why it is one.
fn missing(of: &Assessment) -> Option<Section> {
    let lacks = of.lacks;
    if !of.draft || lacks.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = vec![(Tone::Doubt, lacking::counts(lacks)).into()];
    let code = &of.explained.commune.code;
    let mut tables = lacking::tables(lacks, &of.explained.card.tally.law, code);
    tables.extend([unsure::thresholds(lacks), unsure::clauses(lacks)]);
    let tables = tables.into_iter();
    blocks.extend(tables.filter(|table| !table.rows.is_empty()).map(Block::from));
    Some(section(say::why_draft(), blocks))
}

/// The titles that this one presupposes, whether or not they are met.
fn titles_below(of: &Assessment) -> Option<Section> {
    let level = of.explained.submission.level;
    let steps: Vec<&Step> = of.steps.iter().filter(|step| step.level < level).collect();
    if steps.is_empty() {
        return None;
    }
    let row = |step: &&Step| {
        let name = Cell::words(title(step.level)).tone(Tone::Strong);
        let (Some(card), Some(open)) = (&step.card, step.open_ids()) else {
            let silent = Cell::words(text::missing()).tone(Tone::Doubt);
            return vec![name, silent, Cell::default(), Cell::default()];
        };
        let law = &card.tally.law;
        let met = text::out_of(card.tally.criteria_met(), law.criteria.len());
        let (result, tone) = if step.achieved() {
            (ladder::all_met(met), Tone::Good)
        } else {
            (ladder::some_met(met), Tone::Bad)
        };
        let sure = text::out_of(unconfirmed(law.indicators.iter()), law.indicators.len());
        vec![name, Cell::words(result).tone(tone), Cell::same(open.join(", ")), Cell::words(sure)]
    };
    let table = Table {
        caption: None,
        columns: vec![
            unbroken(say::title_below()),
            column(text::result()),
            wide(say::still_open()),
            column(say::not_confirmed()),
        ],
        rows: steps.iter().map(row).collect(),
    };
    Some(section(say::below(), vec![(Tone::Plain, say::presupposes()).into(), table.into()]))
}

/// What the data says against itself: both values with their places.
fn to_clear_up(of: &Assessment) -> Option<Section> {
    let row = |problem: &Problem| {
        vec![Cell::words(problem.message.clone()), Cell::words(problem.place.words())]
    };
    let table = Table {
        caption: None,
        columns: vec![wide(say::contradiction()), at_least(say::written_at(), 16)],
        rows: of.contradictions.iter().map(row).collect(),
    };
    let what = (Tone::Doubt, say::clear_up(of.contradictions.len()));
    let blocks = vec![what.into(), table.into()];
    (!of.contradictions.is_empty()).then(|| section(say::to_clear_up(), blocks))
}

/// The conditions of recognition for the title.
fn recognition(of: &Assessment) -> Section {
    let submission = of.explained.submission;
    let step = of.steps.iter().find(|step| step.level == submission.level);
    let conditions = step.and_then(|step| Some((step, step.conditions.as_ref()?)));
    let (Some((step, conditions)), Some((law, reported))) = (conditions, of.recognition) else {
        let why = if of.figures_only {
            say::figures_only()
        } else {
            say::no_conditions(submission.period)
        };
        let none = (Tone::Doubt, why);
        return section(ladder::recognition(), vec![none.into()]);
    };
    let verdict = verdict(step, &unproved(conditions, law, reported));
    let mut blocks: Vec<Block> = vec![verdict.into(), rows(conditions, law, reported).into()];
    let indicators = conditions.iter().filter_map(|condition| indicator(law, condition));
    let open = unconfirmed(indicators.map(|(_, indicator)| indicator));
    if open > 0 {
        let note = say::conditions_not_confirmed(text::out_of(open, conditions.len()));
        blocks.push((Tone::Doubt, note).into());
    }
    // No advice in what is handed in, and no command on paper.
    if of.draft && conditions.iter().any(|condition| condition.status == Status::Missing) {
        blocks.push((Tone::Faint, say::tell_conditions(submission.period)).into());
    }
    section(ladder::recognition(), blocks)
}

fn indicator<'l>(law: &'l Resolved, of: &Condition) -> Option<(usize, &'l ResolvedIndicator)> {
    Some((of.place, law.indicators.get(of.place)?))
}

/// Whether recognition may be requested, or what is in the way.
fn verdict(step: &Step, unproved: &[&str]) -> (Tone, Text) {
    if !step.eligible() {
        (Tone::Doubt, recognition_blockers(step))
    } else if unproved.is_empty() {
        (Tone::Good, say::eligible())
    } else {
        (Tone::Doubt, say::eligible_unproved(unproved.join(", ")))
    }
}

/// The conditions that nothing proves.
fn unproved<'c>(
    conditions: &'c [Condition],
    law: &Resolved,
    reported: Option<&Submission>,
) -> Vec<&'c str> {
    let evidence = reported.map(Submission::evidence).unwrap_or_default();
    let bare = conditions.iter().filter(|condition| {
        let cited =
            indicator(law, condition).and_then(|(_, indicator)| evidence.get(indicator.parts()));
        documents(cited.unwrap_or_default()).is_empty()
    });
    bare.map(|condition| condition.id.as_str()).collect()
}

/// What stands before asking for recognition.
pub(super) fn recognition_blockers(step: &Step) -> Text {
    let ids = |status| {
        let ids = step.conditions_of(status).map(|condition| condition.id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    };
    let criteria = (!step.achieved()).then(say::criteria_open);
    let unnamed = step.named.iter().filter(|named| named.name.is_none());
    let unnamed = unnamed.filter_map(|named| {
        let law = &step.card.as_ref()?.tally.law;
        Some(ladder::not_named(&named.what, law.indicators[named.indicator].id))
    });
    let unnamed: Vec<Text> = unnamed.filter(|_| step.achieved()).collect();
    let conditions = [
        (ids(Status::NotMet), say::conditions_failed as fn(String) -> Text),
        (ids(Status::Missing), say::conditions_untold),
        (ids(Status::Undetermined), say::conditions_open),
    ]
    .into_iter()
    .filter(|(ids, _)| !ids.is_empty())
    .map(|(ids, words)| words(ids));
    let open: Vec<Text> = criteria.into_iter().chain(unnamed).chain(conditions).collect();
    say::not_yet(Text::join(&open, "; "))
}

fn rows(conditions: &[Condition], law: &Resolved, reported: Option<&Submission>) -> Table {
    let card = reported.map(score::score);
    let evidence = reported.map(Submission::evidence).unwrap_or_default();
    let row = |condition: &Condition| {
        let (place, indicator) = indicator(law, condition)?;
        let parts = card.as_ref().map_or(&[][..], |card| card.parts(place));
        let requirements = || indicator.require.iter();
        let values = requirements().zip(parts).flat_map(|(requirement, part)| {
            [value(indicator, requirement, part), ratio(requirement, part)]
        });
        let cited = evidence.get(indicator.parts()).into_iter().flatten().flatten();
        let cited: Vec<Text> = cited.map(Text::same).collect();
        let proof = match cited.as_slice() {
            [] => Cell::words(say::no_evidence()).tone(Tone::Doubt),
            _ => Cell::lines(cited),
        };
        Some(vec![
            Cell::same(&condition.id),
            Cell::same(&condition.name),
            Cell::lines(requirements().map(|requirement| threshold(indicator, requirement))),
            Cell::lines(values),
            Cell::words(words::status(condition.status)).tone(words::tone(condition.status)),
            proof,
        ])
    };
    Table {
        caption: None,
        columns: vec![
            unbroken(text::number_short()),
            wide(ladder::condition()),
            column(text::threshold()),
            column(text::value()),
            column(text::result()),
            at_least(say::document(), 16),
        ],
        rows: conditions.iter().filter_map(row).collect(),
    }
}
