//! `ntm.explain.v1`.

mod law;
mod link;

use std::io::{self, Write};

use serde::Serialize;

use self::law::{aside, law_of, layer};
use self::link::{compared, moved};
use super::head::head;
use super::indicator::{ResultCard, part};
use super::object::{Fields, Object, Present, object};
use crate::analysis::explain::{Chain, Change, Explained, Written};
use crate::intake::Speaks;
use crate::law::Requirement;
use crate::report::Scoring;

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
pub fn explain(scoring: &Scoring, explained: &[Explained], out: &mut dyn Write) -> io::Result<()> {
    let cards: Vec<(&Explained, ResultCard)> =
        explained.iter().map(|one| (one, ResultCard::new(one.submission))).collect();
    let explanations = cards
        .iter()
        .flat_map(|(one, card)| one.chains.iter().map(move |chain| explanation(one, card, chain)));
    let explanations: Vec<_> = explanations.collect();
    super::document(out, &object! { head: Fields(head("ntm.explain.v1", scoring)), explanations })
}

/// One commune and indicator.
fn explanation(explained: &Explained, card: &ResultCard, chain: &Chain) -> impl Object {
    let (law, tally) = (&card.score.tally.law, &card.score.tally);
    let (heading, indicator) = (&law.criteria[chain.criterion], &law.indicators[chain.indicator]);
    let id = |place: &usize| law.indicators[*place].id.to_string();
    let checked = chain.rows.iter().filter(|w| !matches!(w.row.speaks, Speaks::Parts(_)));
    let parts = (0..indicator.require.len()).map(|place| part_of(card, chain, place));
    object! {
        commune: &explained.commune.code,
        name: &explained.commune.name,
        criterion: heading.no,
        criterion_name: &heading.name,
        criterion_met: tally.criterion_met(chain.criterion),
        others_lacking: chain.lacking.iter().map(id).collect::<Vec<_>>(),
        indicator: indicator.id.to_string(),
        indicator_name: &indicator.name,
        unit: &indicator.unit,
        status: card.score.indicators[chain.indicator].status,
        attainment: card.attainment(chain.indicator),
        evidence: card.documents(chain.indicator),
        entered_at: Present(entered_at(explained, chain.indicator)),
        law: law_of(explained, &chain.history, indicator),
        parts: parts.collect::<Vec<_>>(),
        checked: checked.map(row).collect::<Vec<_>>(),
        layers_aside: chain.history.aside.iter().map(aside).collect::<Vec<_>>(),
    }
}

/// The indicator of a lower level whose row counts here, and rows of the level itself that
/// say nothing.
fn entered_at(explained: &Explained, indicator: usize) -> Option<impl Object> {
    let borrowed = explained.submission.borrows(indicator)?;
    let empty = explained.submission.left_empty(indicator).into_iter().map(|row| {
        object! {
            file: row.place.file,
            line: row.place.line,
            sheet: row.place.sheet.map(|sheet| sheet.name),
        }
    });
    let empty: Vec<_> = empty.collect();
    Some(object! {
        level: borrowed.from.level,
        indicator: borrowed.lower().id.to_string(),
        left_empty: Present((!empty.is_empty()).then_some(empty)),
    })
}

/// A part as the score has it, with its chain.
fn part_of(card: &ResultCard, chain: &Chain, place: usize) -> impl Object {
    let indicator = &card.score.tally.law.indicators[chain.indicator];
    let (link, requirement) = (&chain.links[place], &indicator.require[place]);
    let scored = part(
        (requirement, &indicator.grades),
        &card.score.parts(chain.indicator)[place],
        card.evidence[indicator.first_part + place],
    );
    let step = |what, step, needed| moved(what, step, needed, requirement, &indicator.grades);
    let (needed, margin) = match &link.change {
        Change::Nothing => (None, None),
        Change::Value => (Some(step("value", None, true)), None),
        Change::Threshold => (Some(step("threshold", None, true)), None),
        Change::Needed(way) => (Some(step(way.what.as_str(), Some(way), true)), None),
        Change::Margin(way) => (None, Some(step(way.what.as_str(), Some(way), false))),
    };
    let written = chain.rows.iter().filter(|written| written.is_of(place));
    let history = &chain.history;
    let steps = history.steps.iter().map(|step| layer(step, &requirement.part));
    object! {
        part: Fields(scored),
        written: written.map(row).collect::<Vec<_>>(),
        comparison: link.comparison.as_ref().map(|c| compared(c, &indicator.grades)),
        threshold_history: steps.collect::<Vec<_>>(),
        given_by: history.given_by(&requirement.part).map(|step| &step.of.id),
        left_open_by: history.opened_by(&requirement.part).map(|step| &step.of.id),
        needed,
        margin,
        confirmations: confirmations(requirement),
    }
}

/// Who read the threshold in the decision.
fn confirmations(requirement: &Requirement) -> Vec<impl Object> {
    let readings = requirement.threshold.iter().flat_map(|threshold| &threshold.readings);
    let entries = readings.map(|reading| {
        let on = reading.on.to_string();
        object! { by: &reading.by, on, text: &reading.text, set: &reading.set }
    });
    entries.collect()
}

fn row(written: &Written) -> impl Object {
    let place = &written.row.place;
    let problems = written.problems.iter().map(|problem| problem.code);
    object! {
        file: &place.file,
        line: place.line,
        sheet: place.sheet.as_ref().map(|sheet| &sheet.name),
        address: written.address(),
        fate: written.row.fate,
        problems: problems.collect::<Vec<_>>(),
        cells: RowCells(written),
    }
}
