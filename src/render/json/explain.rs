//! `ntm.explain.v1`.

mod law;
mod link;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use self::law::{HistoryEntry, LawEntry, LayerAside, aside, law_of, layer};
use self::link::{ComparisonEntry, MoveEntry, compared, lacking, moved};
use super::Number;
use super::head::Head;
use super::indicator::{PartEntry, ResultCard, indicator};
use super::phrases::Phrases;
use crate::analysis::explain::{Chain, Change, Explained, Move, Written};
use crate::intake::Speaks;
use crate::law::{Reading, Requirement, ResolvedIndicator};
use crate::report::Scoring;

#[derive(Serialize)]
struct ExplainDocument<'a> {
    #[serde(flatten)]
    head: Head,
    explanations: Vec<Explanation<'a>>,
}

/// One commune and indicator.
#[derive(Serialize)]
struct Explanation<'a> {
    commune: &'a str,
    name: &'a str,
    criterion: u16,
    criterion_name: &'a str,
    criterion_met: bool,
    others_lacking: Vec<String>,
    indicator: &'a RawValue,
    indicator_name: &'a RawValue,
    unit: &'a RawValue,
    status: &'static str,
    attainment: Number<'a>,
    evidence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered_at: Option<EnteredAt>,
    law: LawEntry<'a>,
    parts: Vec<ExplainedPart<'a>>,
    checked: Vec<RowEntry<'a>>,
    layers_aside: Vec<LayerAside<'a>>,
}

/// The indicator of a lower level whose row counts here.
#[derive(Serialize)]
struct EnteredAt {
    level: &'static str,
    indicator: String,
    /// Rows of the level itself that say nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_empty: Vec<EmptyRow>,
}

#[derive(Serialize)]
struct EmptyRow {
    file: String,
    line: Option<u64>,
    sheet: Option<String>,
}

/// A part as the score has it, with its chain.
#[derive(Serialize)]
struct ExplainedPart<'a> {
    #[serde(flatten)]
    part: PartEntry<'a>,
    written: Vec<RowEntry<'a>>,
    comparison: Option<ComparisonEntry<'a>>,
    threshold_history: Vec<HistoryEntry<'a>>,
    given_by: Option<&'a str>,
    left_open_by: Option<&'a str>,
    needed: Option<MoveEntry<'a>>,
    margin: Option<MoveEntry<'a>>,
    confirmations: Vec<ConfirmationEntry<'a>>,
}

/// Who read the threshold in the decision.
#[derive(Serialize)]
struct ConfirmationEntry<'a> {
    by: &'a str,
    on: String,
    text: &'a str,
    set: &'a str,
}

#[derive(Serialize)]
struct RowEntry<'a> {
    file: &'a str,
    line: Option<u64>,
    sheet: Option<&'a str>,
    address: Option<&'a str>,
    fate: &'static str,
    problems: Vec<&'static str>,
    cells: RowCells<'a>,
}

/// The cells of a row by their columns' canonical names.
struct RowCells<'a>(&'a Written<'a>);

impl Serialize for RowCells<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.0.quote.iter().flat_map(|quote| &quote.cells);
        let mut seen: Vec<&str> = Vec::new();
        // A commune's code and its name are of one column: the first of them is given.
        let cells = cells.filter(|cell| {
            let first = !seen.contains(&cell.column);
            seen.push(cell.column);
            first
        });
        serializer.collect_map(cells.map(|cell| (cell.column, &cell.text)))
    }
}

/// Writes the chains behind verdicts as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn explain(scoring: &Scoring, explained: &[Explained], out: &mut dyn Write) -> io::Result<()> {
    let phrases = Phrases::new(scoring.tallies)?;
    let mut cards: Vec<(&Explained, ResultCard)> = Vec::with_capacity(explained.len());
    for one in explained {
        if let Some(phrases) = phrases.for_law(&one.submission.law) {
            cards.push((one, ResultCard::new(one.submission, phrases)));
        }
    }
    let mut explanations = Vec::new();
    for (one, card) in &cards {
        explanations.extend(one.chains.iter().map(|chain| explanation(one, card, chain)));
    }
    let document = ExplainDocument { head: Head::new("ntm.explain.v1", scoring), explanations };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

fn explanation<'a>(
    explained: &'a Explained,
    card: &'a ResultCard,
    chain: &'a Chain,
) -> Explanation<'a> {
    let (law, tally) = (&card.score.tally.law, &card.score.tally);
    let scored = indicator(card, chain.indicator);
    let requirements = &law.indicators[chain.indicator];
    let parts = scored.parts.into_iter().enumerate();
    let id = |place: &usize| law.indicators[*place].id.to_string();
    let checked = chain.rows.iter().filter(|w| !matches!(w.row.speaks, Speaks::Parts(_)));
    Explanation {
        commune: &explained.commune.code,
        name: &explained.commune.name,
        criterion: law.criteria[chain.criterion].no,
        criterion_name: &law.criteria[chain.criterion].name,
        criterion_met: tally.criterion_met(chain.criterion),
        others_lacking: chain.lacking.iter().map(id).collect(),
        indicator: scored.id,
        indicator_name: scored.name,
        unit: scored.unit,
        status: scored.status,
        attainment: scored.attainment,
        evidence: scored.evidence,
        entered_at: entered_at(explained, chain.indicator),
        law: law_of(explained, &chain.history, requirements),
        parts: parts.map(|(place, part)| part_of(chain, requirements, place, part)).collect(),
        checked: checked.map(row).collect(),
        layers_aside: chain.history.aside.iter().map(aside).collect(),
    }
}

fn entered_at(explained: &Explained, indicator: usize) -> Option<EnteredAt> {
    let borrowed = explained.submission.borrows(indicator)?;
    let empty = explained.submission.left_empty(indicator).into_iter().map(|row| EmptyRow {
        file: row.place.file,
        line: row.place.line,
        sheet: row.place.sheet.map(|sheet| sheet.name),
    });
    Some(EnteredAt {
        level: borrowed.from.level.as_str(),
        indicator: borrowed.lower().id.to_string(),
        left_empty: empty.collect(),
    })
}

fn part_of<'a>(
    chain: &'a Chain,
    indicator: &'a ResolvedIndicator,
    place: usize,
    part: PartEntry<'a>,
) -> ExplainedPart<'a> {
    let (link, requirement) = (&chain.links[place], &indicator.require[place]);
    let history = &chain.history;
    let step = |step: &'a Move, needed: bool| moved(step, needed, requirement, &indicator.grades);
    let (needed, margin) = match &link.change {
        Change::Nothing => (None, None),
        Change::Value => (Some(lacking("value")), None),
        Change::Threshold => (Some(lacking("threshold")), None),
        Change::Needed(way) => (Some(step(way, true)), None),
        Change::Margin(way) => (None, Some(step(way, false))),
    };
    ExplainedPart {
        part,
        written: chain.rows.iter().filter(|written| written.is_of(place)).map(row).collect(),
        comparison: link.comparison.as_ref().map(|c| compared(c, &indicator.grades)),
        threshold_history: history.steps.iter().map(|s| layer(s, &requirement.part)).collect(),
        given_by: history.given_by(&requirement.part).map(|step| step.of.id),
        left_open_by: history.opened_by(&requirement.part).map(|step| step.of.id),
        needed,
        margin,
        confirmations: confirmations(requirement),
    }
}

fn confirmations(requirement: &Requirement) -> Vec<ConfirmationEntry<'_>> {
    let readings = requirement.threshold.iter().flat_map(|threshold| &threshold.readings);
    readings.map(|reading| ConfirmationEntry::from_reading(reading)).collect()
}

impl<'a> ConfirmationEntry<'a> {
    fn from_reading(reading: &'a Reading) -> ConfirmationEntry<'a> {
        let Reading { by, on, text, set } = reading;
        ConfirmationEntry { by, on: on.to_string(), text, set }
    }
}

fn row<'a>(written: &'a Written<'a>) -> RowEntry<'a> {
    let place = &written.row.place;
    RowEntry {
        file: &place.file,
        line: place.line,
        sheet: place.sheet.as_ref().map(|sheet| sheet.name.as_str()),
        address: written.address(),
        fate: written.row.fate.as_str(),
        problems: written.problems.iter().map(|problem| problem.code.as_str()).collect(),
        cells: RowCells(written),
    }
}
