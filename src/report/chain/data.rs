//! The rows behind a verdict, as their files write them and as they were read.

use super::{View, exact, of_part};
use crate::analysis::chain::Written;
use crate::intake::{Convention, Fate, HowRead, Observation, Quote, QuotedCell, Speaks};
use crate::law::{Requirement, Value};
use crate::problem::Place;
use crate::report::{commune, words};
use crate::score::{PartScore, Status};
use crate::text::{self, Text, chain as say};

/// Every row with what was read from it; parts without a row are told.
pub(super) fn lines(view: &View) -> Vec<Text> {
    let mut lines: Vec<Text> = Vec::new();
    for written in &view.chain.rows {
        lines.extend(row(view, written));
    }
    let spoken = |place: usize| {
        view.chain.rows.iter().any(|written| match &written.row.speaks {
            Speaks::Parts(parts) => parts.contains(&place),
            _ => false,
        })
    };
    lines.extend(view.by_part(|place, _| (!spoken(place)).then(say::no_row)));
    lines
}

fn row(view: &View, written: &Written) -> Vec<Text> {
    let part = match &written.row.speaks {
        Speaks::Parts(parts) if parts.len() == 1 => view.law.require[parts.start].part.as_str(),
        Speaks::Checked => view.law.check_part.as_deref().unwrap_or_default(),
        _ => "",
    };
    let mut lines = vec![of_part(part, place(&written.row.place))];
    let cells: Vec<Text> = written.quote.map(cells).unwrap_or_default();
    if !cells.is_empty() {
        lines.push(Text::join(&cells, ", "));
    }
    lines.extend(written.quote.into_iter().flat_map(|quote| quote.cells.iter().filter_map(how)));
    let faults = written.problems.iter().map(|problem| say::fault_in_row(&problem.message));
    lines.extend(faults);
    lines.extend(reading(view, written));
    lines
}

fn place(place: &Place) -> Text {
    let line = place.line.unwrap_or_default();
    match &place.sheet {
        Some(sheet) => {
            let cell = sheet.cell.as_deref().unwrap_or_default();
            say::at_cell(&place.file, &sheet.name, line, cell)
        }
        None => say::at_line(&place.file, line),
    }
}

fn cells(quote: &Quote) -> Vec<Text> {
    quote.cells.iter().map(|cell| say::cell(&cell.head, &cell.text)).collect()
}

/// How a number was read, where it could have been read otherwise.
fn how(cell: &QuotedCell) -> Option<Text> {
    let text = &cell.text;
    match cell.how? {
        HowRead::OneWay | HowRead::Sheet => None,
        HowRead::Forced(Convention::Comma) => Some(say::forced_comma(text)),
        HowRead::Forced(Convention::Dot) => Some(say::forced_dot(text)),
        HowRead::Settled(Convention::Comma) => Some(say::settled_comma(text)),
        HowRead::Settled(Convention::Dot) => Some(say::settled_dot(text)),
        HowRead::Possible(Convention::Comma) => Some(say::possible_comma(text)),
        HowRead::Possible(Convention::Dot) => Some(say::possible_dot(text)),
    }
}

/// What a row gives, or why it gives nothing.
fn reading(view: &View, written: &Written) -> Option<Text> {
    match (written.row.fate, &written.row.speaks) {
        (Fate::Passed, _) | (_, Speaks::Nothing) => Some(say::not_counted()),
        (Fate::Void, _) => Some(say::value_void()),
        (Fate::Used, Speaks::Checked) => Some(say::only_checked()),
        (Fate::Used, Speaks::Parts(parts)) => {
            let value = value(view, parts.start, &view.law.require[parts.start]);
            let told = !written.problems.is_empty();
            match (value == Text::default(), told) {
                (true, true) => None,
                (true, false) => Some(say::read_nothing()),
                (false, _) => Some(say::read_as(value)),
            }
        }
    }
}

/// The value of a part as it was read, exactly; empty where it has none.
pub(super) fn value(view: &View, place: usize, requirement: &Requirement) -> Text {
    let part: &PartScore = &view.explained.card.parts(view.chain.indicator)[place];
    match &part.observation {
        Observation::Nothing => Text::default(),
        Observation::NotApplicable => words::status(Status::NotApplicable),
        Observation::Value(Value::Number(number)) => {
            commune::with_unit(exact(number), &requirement.unit)
        }
        Observation::Value(other) => commune::amount(other, view.law, &requirement.unit),
        Observation::Ratio(ratio) => {
            let unit = requirement.counts.as_ref().map_or("", |counts| counts.what.as_str());
            text::ratio(exact(&ratio.numerator), exact(&ratio.denominator), unit)
        }
    }
}
