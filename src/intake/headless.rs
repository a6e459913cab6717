//! Sheets without a header: of those that may hold data one is told for each, with the cell
//! that looks like it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::book::{self, Sheet};
use super::column::Column;
use super::context::Context;
use super::names::commune_of_names;
use super::sink::Sink;
use super::table::{self, CellKind, Row};
use super::{cell, header, indicator, word};
use crate::law::{IndicatorId, Resolved};
use crate::problem::{Code, Location, Problem};
use crate::{fold, text};

/// A cell that rows of data hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hint {
    /// The line of its row.
    line: u64,
    /// Its place in the row.
    place: usize,
    cell: String,
    /// Whether it stands in the first row, where the names of the columns should.
    in_first_row: bool,
    /// Whether it is data, and not nearly the name of a column.
    is_data: bool,
}

/// What cells are held against.
struct KnownCells {
    /// The indicators of the sets in force; without a period all are.
    ids: Option<BTreeSet<IndicatorId>>,
    grades: Vec<String>,
}

impl KnownCells {
    fn in_force(context: &Context) -> KnownCells {
        let laws: Option<Vec<Arc<Resolved>>> = context.laws().map(Iterator::collect);
        let indicators = || laws.iter().flatten().flat_map(|law| &law.indicators);
        let grades = indicators().flat_map(|indicator| indicator.grades.iter().cloned()).collect();
        let ids = indicators().map(|indicator| indicator.id).collect();
        KnownCells { ids: laws.is_some().then_some(ids), grades }
    }

    fn is_id(&self, cell: &str) -> bool {
        let known = |id| self.ids.as_ref().is_none_or(|ids| ids.contains(&id));
        indicator::parse_indicator(cell).is_some_and(known)
    }

    fn is_value(&self, row: &Row, place: usize) -> bool {
        let cell = row.cell(place);
        let grade = || fold::find(cell, self.grades.iter().map(|g| (g.as_str(), ()))).is_some();
        let flaw = row.kind(place).is_flaw();
        flaw || !word::is_nothing(cell) && (cell::is_value(cell) || grade())
    }
}

/// The first cell of a sheet that rows of data hold: an id with a value beside it, in a
/// column of ids; in a sheet that a commune's name stands on, any value beside another cell;
/// or a cell that is nearly the name of the indicators' column, beside one for the value.
pub(super) fn hint(context: &Context, sheet: &Sheet) -> Option<Hint> {
    let known = KnownCells::in_force(context);
    let period = context.due.expected;
    let names = || std::iter::once(sheet.name.as_str());
    let of_commune =
        period.is_some_and(|period| commune_of_names(names(), context.roster, period).is_ok());
    let mut columns: BTreeMap<usize, ColumnSample> = BTreeMap::new();
    let (mut first, mut top) = (None, None);
    let mut line = book::Line::default();
    for (number, row) in sheet.rows.iter().enumerate() {
        let row = line.row(row);
        if top.is_none() && !row.is_blank() {
            top = Some(row.line);
        }
        look_for_ids(&row, &known, &mut columns);
        let by_name = || (number < table::TITLE).then(|| near_header(&row)).flatten();
        let by_value = || of_commune.then(|| beside_another(&row, &known)).flatten();
        if first.is_none() {
            let named = by_name().map(|place| Hint { is_data: false, ..Hint::new(&row, place) });
            first = named.or_else(|| by_value().map(|place| Hint::new(&row, place)));
        }
    }
    let of_ids = columns.into_values().filter_map(ColumnSample::first);
    let mut hint = of_ids.min_by_key(|hint| (hint.line, hint.place)).or(first)?;
    hint.in_first_row = top == Some(hint.line);
    Some(hint)
}

impl Hint {
    fn new(row: &Row, place: usize) -> Hint {
        let (line, cell) = (row.line, row.cell(place).to_owned());
        Hint { line, place, cell, in_first_row: false, is_data: true }
    }
}

/// What is seen of a column.
#[derive(Default)]
struct ColumnSample {
    /// How many of its cells are ids.
    ids: usize,
    /// How many are other numbers with decimals.
    others: usize,
    /// The first id with a value beside it.
    first: Option<Hint>,
}

impl ColumnSample {
    /// Of a column of measures few are ids, and by chance.
    fn first(self) -> Option<Hint> {
        self.first.filter(|_| self.ids > self.others)
    }
}

fn look_for_ids(row: &Row, known: &KnownCells, columns: &mut BTreeMap<usize, ColumnSample>) {
    for place in 0..row.len().min(table::MOST_CELLS) {
        let cell = row.cell(place);
        if !cell.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        if known.is_id(cell) {
            let seen = columns.entry(place).or_default();
            seen.ids += 1;
            // A number before it may count the rows.
            let word = |other: usize| is_word(row.cell(other));
            let beside =
                || (0..place).any(word) || (place + 1..row.len()).any(|p| known.is_value(row, p));
            if seen.first.is_none() && (beside() || cell::holds_more(cell)) {
                seen.first = Some(Hint::new(row, place));
            }
        } else if row.kind(place) == CellKind::Percent || is_measure(cell) {
            columns.entry(place).or_default().others += 1;
        }
    }
}

/// Whether a cell is a word for a value, and no digit.
fn is_word(cell: &str) -> bool {
    !cell.starts_with(|c: char| c.is_ascii_digit()) && word::parse_word(cell).is_some()
}

/// Whether a cell is a number with decimals.
fn is_measure(cell: &str) -> bool {
    let mark = cell.contains(['.', ',']);
    mark && cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// Where a row has a cell that nearly names the column of indicators, beside one that
/// names, or nearly, that of values.
fn near_header(row: &Row) -> Option<usize> {
    let names = |place: usize, wanted: Column| {
        let near = header::nearest(row.cell(place));
        near.iter().any(|name| header::column(name) == Some(wanted))
    };
    let places = || 0..row.len().min(table::MOST_CELLS);
    let indicators = places().find(|place| names(*place, Column::Indicator))?;
    let value = places().any(|place| place != indicators && names(place, Column::Value));
    value.then_some(indicators)
}

/// Where a row holds a value beside another cell.
fn beside_another(row: &Row, known: &KnownCells) -> Option<usize> {
    let filled = row.cells().filter(|cell| !cell.is_empty()).count();
    (0..row.len()).find(|place| filled > 1 && known.is_value(row, *place))
}

/// Reports a sheet without a header that may hold data; none of it is read.
pub(super) fn report(context: &Context, sheet: &Sheet, hint: &Hint) -> Sink {
    let context = Context { sheet: Some(&sheet.name), ..*context };
    let mut sink = Sink::new(&context, 1);
    sink.piece.rows = sheet.rows.iter().filter(|row| row.line >= hint.line).count();
    // A row of data where the names of the columns should stand is one in any file.
    let (code, column) = if hint.in_first_row && hint.is_data {
        (Code::UnreadableRow, None)
    } else {
        (Code::MissingColumn, Some(Column::Indicator.as_str()))
    };
    let place = Location {
        file: context.source.name.clone(),
        line: Some(hint.line),
        position: None,
        column,
        sheet: Some(book::in_sheet(&sheet.name, Some(hint.place), Some(hint.line))),
        of: None,
    };
    let message = text::sheet_without_header(&sheet.name, &hint.cell);
    let problem = Problem::error(code, place, message, text::head_the_sheet());
    sink.find(problem.with_cell(&hint.cell));
    sink
}
