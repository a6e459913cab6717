//! The rows behind a verdict, as their files write them and as they were read.

use super::view::{ExplainView, exact, of_part};
use crate::analysis::explain::Written;
use crate::intake::{Convention, HowRead, Observation, QuotedCell, RowRef, RowStatus, Speaks};
use crate::law::{Requirement, Value};
use crate::problem::Location;
use crate::report::{commune, words};
use crate::score::{PartScore, Status};
use crate::text::{self, Text, explain as say};

/// Every row with what was read from it; parts without a row are listed.
pub(super) fn lines(view: &ExplainView) -> Vec<Text> {
    let (shared, file) = (shared(view), one_file(view));
    let mut lines: Vec<Text> = Vec::new();
    if let Some(borrowed) = view.explained.submission.borrows(view.chain.indicator) {
        lines.push(say::from_lower(borrowed.lower().id, borrowed.from.level));
    }
    lines.extend(left_empty(view));
    let cells: Vec<Text> = shared.iter().map(|cell| cell_text(cell)).collect();
    let cells = Text::join(&cells, ", ");
    match (file, shared.is_empty()) {
        (Some(file), false) => lines.push(say::in_every_row_of(in_file(file), cells)),
        (None, false) => lines.push(say::in_every_row(cells)),
        (_, true) => {}
    }
    let once = file.is_some() && !shared.is_empty();
    for written in &view.chain.rows {
        let at = say::line(written.row.place.line.unwrap_or_default());
        let place = if once { at } else { say::at_line(in_file(&written.row.place), at) };
        let told = row(view, written, &shared);
        let place = of_part(part(view, written), place);
        if shared.is_empty() {
            lines.push(place);
            lines.extend(told);
        } else {
            // What is the row's own is little: a line for each row.
            lines.push(text::labelled(place, Text::join(&told, " ")));
        }
    }
    let spoken = |place: usize| view.chain.rows.iter().any(|written| written.is_of(place));
    lines.extend(view.by_part(|place, _| (!spoken(place)).then(say::no_row)));
    lines
}

/// The rows of the level itself that say nothing, where a lower level's count.
fn left_empty(view: &ExplainView) -> Option<Text> {
    let rows = view.explained.submission.left_empty(view.chain.indicator);
    let at = |row: &RowRef| {
        let line = say::line(row.place.line.unwrap_or_default());
        say::at_line(in_file(&row.place), line)
    };
    let rows: Vec<Text> = rows.iter().map(at).collect();
    (!rows.is_empty()).then(|| say::left_empty(Text::join(&rows, "; ")))
}

/// The file, and sheet, that all rows stand in.
fn one_file<'a>(view: &ExplainView<'a>) -> Option<&'a Location> {
    let sheet = |place: &'a Location| place.sheet.as_ref().map(|sheet| sheet.name.as_str());
    let mut places = view.chain.rows.iter().map(|written| &written.row.place);
    let first = places.next()?;
    places.all(|place| place.file == first.file && sheet(place) == sheet(first)).then_some(first)
}

/// The cells that all rows have alike, where there are several: said once.
fn shared<'a>(view: &ExplainView<'a>) -> Vec<&'a QuotedCell> {
    let mut quotes = view.chain.rows.iter().filter_map(|written| written.quote);
    let (Some(first), rest) = (quotes.next(), quotes.collect::<Vec<_>>()) else {
        return Vec::new();
    };
    let everywhere = |cell: &&QuotedCell| rest.iter().all(|quote| holds(&quote.cells, cell));
    let all = if rest.is_empty() { &[] } else { first.cells.as_slice() };
    all.iter().filter(everywhere).collect()
}

fn holds<'c>(cells: impl IntoIterator<Item = &'c QuotedCell>, cell: &QuotedCell) -> bool {
    cells.into_iter().any(|other| other.head == cell.head && other.text == cell.text)
}

/// The part that a row speaks of; nothing where it speaks of all.
fn part<'a>(view: &ExplainView<'a>, written: &Written) -> &'a str {
    match &written.row.speaks {
        Speaks::Parts(parts) if parts.len() == 1 => view.law.require[parts.start].part.as_str(),
        Speaks::Checked => view.law.check_part.as_deref().unwrap_or_default(),
        _ => "",
    }
}

/// What a row says for itself, and what was read from it.
fn row(view: &ExplainView, written: &Written, shared: &[&QuotedCell]) -> Vec<Text> {
    let own = written.quote.into_iter().flat_map(|quote| &quote.cells);
    let own = own.filter(|cell| !holds(shared.iter().copied(), cell));
    let cells: Vec<Text> = own.map(cell_text).collect();
    let mut lines = Vec::new();
    if !cells.is_empty() {
        lines.push(Text::join(&cells, ", "));
    }
    lines.extend(written.quote.into_iter().flat_map(|quote| ways_read(&quote.cells)));
    let faults = written.problems.iter().map(|problem| say::fault_in_row(&problem.message));
    lines.extend(faults);
    lines.extend(reading(view, written));
    lines
}

fn in_file(place: &Location) -> Text {
    let file = if place.file == "-" { say::standard_input() } else { Text::same(&place.file) };
    match &place.sheet {
        Some(sheet) if sheet.table().is_some() => Text::join(&[file, sheet.words()], ", "),
        Some(sheet) => say::sheet(file, &sheet.name),
        None => file,
    }
}

fn cell_text(cell: &QuotedCell) -> Text {
    match &cell.address {
        Some(address) if QuotedCell::VALUES.contains(&cell.column) => {
            say::cell_at(&cell.head, address, &cell.text)
        }
        _ => say::cell(&cell.head, &cell.text),
    }
}

/// How the numbers of a row were read, where they could have been read otherwise.
fn ways_read(cells: &[QuotedCell]) -> Vec<Text> {
    let mut ways: Vec<(HowRead, Vec<Text>)> = Vec::new();
    for cell in cells {
        let Some(way) = cell.how else { continue };
        let text = say::quoted(&cell.text);
        match ways.iter_mut().find(|(other, _)| *other == way) {
            Some((_, texts)) => texts.push(text),
            None => ways.push((way, vec![text])),
        }
    }
    ways.into_iter().filter_map(|(way, texts)| read_so(way, Text::join(&texts, ", "))).collect()
}

fn read_so(way: HowRead, cells: Text) -> Option<Text> {
    match way {
        HowRead::OneWay | HowRead::Sheet => None,
        HowRead::Forced(Convention::Comma) => Some(say::forced_comma(cells)),
        HowRead::Forced(Convention::Dot) => Some(say::forced_dot(cells)),
        HowRead::Settled(Convention::Comma) => Some(say::settled_comma(cells)),
        HowRead::Settled(Convention::Dot) => Some(say::settled_dot(cells)),
        HowRead::Possible(Convention::Comma) => Some(say::possible_comma(cells)),
        HowRead::Possible(Convention::Dot) => Some(say::possible_dot(cells)),
    }
}

/// What a row gives, or why it gives nothing.
fn reading(view: &ExplainView, written: &Written) -> Option<Text> {
    match (written.row.fate, &written.row.speaks) {
        (RowStatus::Passed, _) | (_, Speaks::Nothing) => Some(say::not_counted()),
        (RowStatus::Void, _) => Some(say::value_void()),
        (RowStatus::Used, Speaks::Checked) => Some(say::only_checked()),
        (RowStatus::Used, Speaks::Parts(parts)) => {
            let value = value(view, parts.start, &view.law.require[parts.start]);
            let has_problems = !written.problems.is_empty();
            match (value == Text::default(), has_problems) {
                (true, true) => None,
                (true, false) => Some(say::read_nothing()),
                (false, _) => Some(say::read_as(value)),
            }
        }
    }
}

/// The value of a part as it was read, exactly; empty where it has none.
pub(super) fn value(view: &ExplainView, place: usize, requirement: &Requirement) -> Text {
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
