//! Numbers that the comma between the cells cuts in two: `98,5` without quotes.

use super::column::Column;
use super::piece::PieceFinding;
use super::sink::Sink;
use super::table_row::{Table, TableRow};
use super::{Voice, word};
use crate::problem::{Code, Problem};
use crate::{period, text};

/// No fraction that people write has more digits.
const LONGEST: usize = 3;

/// Whether commas part the cells of a text.
fn may_be(table: &Table) -> bool {
    table.layout.delimiter == b',' && table.sheet.is_none()
}

/// Whether a row's cells stand one too far behind a number that was cut: its documents
/// stand where a voice or a day is asked for. That is told.
pub(super) fn is_shifted(row: TableRow, sink: &mut Sink) -> bool {
    if !may_be(row.table) {
        return false;
    }
    let Some((place, _)) = fraction(row) else {
        return false;
    };
    let strange = |column: Column| {
        let cell = row.cell(column);
        let known = match column {
            Column::Source => Voice::parse(cell).is_some(),
            _ => period::parse_date(cell).is_some(),
        };
        let behind = row.header().place(column).is_some_and(|other| other > place);
        behind && !word::is_nothing(cell) && !known
    };
    let shifted = [Column::Source].into_iter().chain(Column::DATES).any(strange);
    if shifted {
        let message = text::split_number(name_of(row, place), row.cells.cell(place));
        sink.find(row.unreadable(message, text::quote_decimals()));
        sink.shape.see(row.cells.len());
    }
    shifted
}

/// Tells of what may be decimals behind a number. Digits alone are only doubtful.
pub(super) fn look_for_split_number(row: TableRow, sink: &mut Sink) {
    if !may_be(row.table) {
        return;
    }
    for column in TableRow::VALUES {
        let cell = row.cell(column);
        let number = cell.as_bytes().first().is_some_and(u8::is_ascii_digit);
        if number && cell.contains([',', '.']) {
            sink.shape.decimals = true;
            // Digits behind a number that is whole are of that column.
            let next = row.header().place(column).map_or("", |place| row.cells.cell(place + 1));
            sink.shape.numbered |= matches!(Fraction::from_cell(next), Some(Fraction::Bare));
        }
    }
    let Some((place, fraction)) = fraction(row) else {
        return;
    };
    let cell = row.cells.cell(place);
    let message = text::split_number(name_of(row, place), cell);
    let column = row.header().columns().find(|(_, _, other)| *other == place);
    let at = row.place(column.map(|(column, ..)| column));
    let problem = Problem::error(Code::SplitNumber, at, message, text::quote_decimals());
    let found = PieceFinding::of_file(problem.with_cell(cell).as_warning());
    match fraction {
        // No document is called `5%`.
        Fraction::WithUnit => sink.piece.found.push(found),
        Fraction::Bare => sink.piece.extras().doubts.push(found),
    }
}

/// The cell behind a number that may hold its decimals: one of words, or one that is
/// not read.
fn fraction(row: TableRow) -> Option<(usize, Fraction)> {
    TableRow::VALUES.into_iter().find_map(|column| {
        let place = row.header().place(column)?;
        let (number, next) = (row.cells.cell(place), place + 1);
        if !is_digits(number) || !may_hold_decimals(row, next) {
            return None;
        }
        Some((next, Fraction::from_cell(row.cells.cell(next))?))
    })
}

/// Whether nobody checks what the cell at a place holds.
fn may_hold_decimals(row: TableRow, place: usize) -> bool {
    let header = row.header();
    if let Some((column, ..)) = header.columns().find(|(_, _, other)| *other == place) {
        return matches!(column, Column::Evidence | Column::Note);
    }
    let unknown = header.others().any(|(other, _)| other == place);
    // A column such as that of the required level has numbers of its own: a row that is
    // whole shows nothing there.
    let is_short = row.cells.len() < header.width;
    unknown || header.nameless.contains(&place) || is_short && place < row.cells.len()
}

/// What a column is called, be it read or not.
fn name_of(row: TableRow, place: usize) -> String {
    let read = row.header().columns().find(|(_, _, other)| *other == place);
    let unread = || row.header().others().find(|(other, _)| *other == place).map(|(_, name)| name);
    read.map(|(_, name, _)| name).or_else(unread).unwrap_or_default().to_owned()
}

/// What a cell holds that may be decimals.
enum Fraction {
    Bare,
    /// With `%` or words behind the digits.
    WithUnit,
}

impl Fraction {
    fn from_cell(cell: &str) -> Option<Fraction> {
        let rest = cell.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = cell.len() - rest.len();
        if digits == 0 || digits > LONGEST {
            return None;
        }
        let unit = crate::fold::trim(rest);
        // `12 /BC-UBND`, `3. Biên bản`, `5 (năm)` are no decimals.
        let words = |c: char| c.is_alphabetic() || c.is_whitespace() || "%²³/".contains(c);
        match unit {
            "" => Some(Fraction::Bare),
            "%" => Some(Fraction::WithUnit),
            _ => {
                let first = unit.starts_with(char::is_alphabetic);
                let short = unit.split_whitespace().count() <= 3;
                (first && short && unit.chars().all(words)).then_some(Fraction::WithUnit)
            }
        }
    }
}

fn is_digits(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit())
}
