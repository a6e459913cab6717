//! Rows as their files write them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::number::{self, Convention, HowRead, NumberRange};
use crate::problem::Location;

/// The rows that are wanted of a file: sheet and line.
pub(super) type WantedRows = BTreeSet<(Option<String>, u64)>;

/// A row as its file writes it.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Its file.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Its line, from 1.
    pub line: u64,
    /// The column's own name, in a table with one for each commune or month.
    pub of: Option<Arc<str>>,
    /// Its cells that hold something, in the order of the file.
    pub cells: Vec<QuotedCell>,
}

/// A cell as its file writes it.
#[derive(Clone, Debug)]
pub struct QuotedCell {
    /// The canonical name of its column.
    pub column: &'static str,
    /// The column's name as the file writes it.
    pub head: String,
    /// What it holds, without blanks around it.
    pub text: String,
    /// The cell as spreadsheets name it.
    pub address: Option<String>,
    /// How it was read, where it holds a number that is judged.
    pub how: Option<HowRead>,
}

impl QuotedCell {
    /// The columns that say how much.
    pub const VALUES: [&'static str; 3] = ["value", "numerator", "denominator"];
}

impl Quote {
    /// Whether it is the row at a place.
    pub fn is_at(&self, place: &Location) -> bool {
        let sheet = place.sheet.as_ref().map(|sheet| sheet.name.as_str());
        let same_row = self.file == place.file && Some(self.line) == place.line;
        same_row && self.sheet.as_deref() == sheet && self.of == place.of
    }
}

/// A row before it is known what the numbers of its file show.
#[derive(Debug)]
pub(super) struct PendingQuote {
    pub(super) line: u64,
    pub(super) of: Option<Arc<str>>,
    pub(super) cells: Vec<(QuotedCell, QuotedNumber)>,
}

/// What a cell of a row is as a number.
#[derive(Clone, Debug)]
pub(super) enum QuotedNumber {
    None,
    Sheet,
    /// What it may be, and its digits without their unit.
    Text(NumberRange, String),
}

impl PendingQuote {
    /// The row with how its numbers were read.
    pub(super) fn settle(
        self,
        file: &str,
        sheet: Option<String>,
        forced: Option<Convention>,
        settled: Option<Convention>,
    ) -> Quote {
        let cells = self.cells.into_iter().map(|(cell, number)| {
            let how = match number {
                QuotedNumber::None => None,
                QuotedNumber::Sheet => Some(HowRead::Sheet),
                QuotedNumber::Text(range, text) => number::how_read(&text, range, forced, settled),
            };
            QuotedCell { how, ..cell }
        });
        Quote { file: file.to_owned(), sheet, line: self.line, of: self.of, cells: cells.collect() }
    }
}
