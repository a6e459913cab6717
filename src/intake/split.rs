//! Numbers that the comma between the cells cuts in two: `98,5` without quotes.

use super::column::Column;
use super::piece::Found;
use super::reader::Reader;
use super::table::Row;
use super::{Finding, Voice, word};
use crate::problem::{Code, Problem};
use crate::{period, text};

const VALUES: [Column; 3] = [Column::Value, Column::Numerator, Column::Denominator];

/// No fraction that people write has more digits.
const LONGEST: usize = 3;

impl Reader<'_> {
    /// Whether commas part the cells of a text.
    pub(super) fn may_split_numbers(&self) -> bool {
        self.delimiter == b',' && self.piece.sheet.is_none()
    }

    /// Whether a row's cells stand one too far behind a number that was cut: its documents
    /// stand where a voice or a day is asked for. That is told.
    pub(super) fn is_shifted(&mut self, row: &Row) -> bool {
        if !self.may_split_numbers() {
            return false;
        }
        let Some((place, _)) = self.fraction(row) else {
            return false;
        };
        let strange = |column: Column| {
            let cell = self.header.cell(row, column);
            let known = match column {
                Column::Source => Voice::parse(cell).is_some(),
                _ => period::parse_date(cell).is_some(),
            };
            let behind = self.header.place(column).is_some_and(|other| other > place);
            behind && !word::is_nothing(cell) && !known
        };
        let shifted = [Column::Source].into_iter().chain(Column::DATES).any(strange);
        if shifted {
            let message = text::split_number(self.name_of(place), row.cell(place));
            self.row_problem(row.line, Code::UnreadableRow, message, text::quote_decimals());
            self.shape.see(row.len());
        }
        shifted
    }

    /// Tells of what may be decimals behind a number. Digits alone are only doubtful.
    pub(super) fn look_for_split_number(&mut self, row: &Row) {
        for column in VALUES {
            let cell = self.header.cell(row, column);
            let number = cell.as_bytes().first().is_some_and(u8::is_ascii_digit);
            if number && cell.contains([',', '.']) {
                self.shape.decimals = true;
                // Digits behind a number that is whole are of that column.
                let next = self.header.place(column).map_or("", |place| row.cell(place + 1));
                self.shape.numbered |= matches!(Fraction::of(next), Some(Fraction::Bare));
            }
        }
        let Some((place, fraction)) = self.fraction(row) else {
            return;
        };
        let cell = row.cell(place);
        let message = text::split_number(self.name_of(place), cell);
        let column = self.header.columns().find(|(_, _, other)| *other == place);
        let at = self.place(row.line, column.map(|(column, _, _)| column.as_str()));
        let problem = Problem::error(Code::SplitNumber, at, message, text::quote_decimals());
        let finding = Finding::of_file(problem.with_cell(cell).as_warning());
        let found = Found { finding, slot: None, once: false };
        match fraction {
            // No document is called `5%`.
            Fraction::WithUnit => self.piece.found.push(found),
            Fraction::Bare => self.piece.aside().doubts.push(found),
        }
    }

    /// The cell behind a number that may hold its decimals: one of words, or one that is
    /// not read.
    fn fraction(&self, row: &Row) -> Option<(usize, Fraction)> {
        VALUES.into_iter().find_map(|column| {
            let place = self.header.place(column)?;
            let (number, next) = (row.cell(place), place + 1);
            if !is_digits(number) || !self.may_hold_decimals(row, next) {
                return None;
            }
            Some((next, Fraction::of(row.cell(next))?))
        })
    }

    /// Whether nobody checks what the cell at a place holds.
    fn may_hold_decimals(&self, row: &Row, place: usize) -> bool {
        if let Some((column, ..)) = self.header.columns().find(|(_, _, other)| *other == place) {
            return matches!(column, Column::Evidence | Column::Note);
        }
        let unknown = self.header.others().any(|(other, _)| other == place);
        // A column such as that of the required level has numbers of its own: a row that is
        // whole shows nothing there.
        let is_short = row.len() < self.header.width;
        unknown || self.header.nameless.contains(&place) || is_short && place < row.len()
    }

    /// What a column is called, be it read or not.
    fn name_of(&self, place: usize) -> String {
        let read = self.header.columns().find(|(_, _, other)| *other == place);
        let unread =
            || self.header.others().find(|(other, _)| *other == place).map(|(_, name)| name);
        read.map(|(_, name, _)| name).or_else(unread).unwrap_or_default().to_owned()
    }
}

/// What a cell holds that may be decimals.
enum Fraction {
    Bare,
    /// With `%` or words behind the digits.
    WithUnit,
}

impl Fraction {
    fn of(cell: &str) -> Option<Fraction> {
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
