//! Rows between two quotes that stand there by mistake: they are one cell.

use super::reader::Reader;
use super::separator::CANDIDATES;
use super::table::{self, MOST_CELLS, Row};
use super::{Finding, cell, header, indicator};
use crate::problem::{Code, Problem};
use crate::text;

impl Reader<'_> {
    /// Looks for rows in the quoted cells of a row, be it of data, the header, its title or
    /// a signature. `place`: that of the indicator.
    pub(super) fn look_for_swallowed_rows(&mut self, row: &Row, place: Option<usize>) {
        if !row.is_unquoted() || self.piece.sheet.is_some() {
            return;
        }
        let inner = |cell: &&str| cell.contains(['\n', '\r']);
        let rows = |cell: &str| {
            cell.split(['\n', '\r']).skip(1).any(|line| self.is_swallowed(line, place))
        };
        if let Some(cell) = row.cells().filter(inner).find(|cell| rows(cell)) {
            let message = text::swallowed_rows(cell.split(['\n', '\r']).count());
            let at = self.place(row.line, None);
            let hint = text::mend_quote();
            let problem = Problem::error(Code::SwallowedRows, at, message, hint).as_warning();
            self.find(Finding::of_file(problem));
        }
    }

    /// Whether a line of a cell looks like a row.
    fn is_swallowed(&self, line: &str, place: Option<usize>) -> bool {
        let own = self.looks_like_row(&cells(line, self.delimiter), place);
        // Of a sentence with commas no cell is a value.
        let is_id = |cell: &str| indicator::read(cell).is_some();
        let gives = |cell: &&str| cell::is_value(cell) && !is_id(cell);
        let others = CANDIDATES.into_iter().filter(|other| *other != self.delimiter);
        own || others
            .map(|other| cells(line, other))
            .any(|cells| cells.iter().skip(1).any(gives) && self.looks_like_row(&cells, place))
    }

    fn looks_like_row(&self, cells: &[&str], place: Option<usize>) -> bool {
        let at_place = cells.get(place.unwrap_or_default());
        let id = at_place.is_some_and(|cell| indicator::read(cell).is_some());
        let names = || cells.iter().filter(|cell| header::is_known(cell)).count() > 1;
        cells.len() > 1 && (id || names() || self.begins_row(cells[0]))
    }
}

fn cells(line: &str, delimiter: u8) -> Vec<&str> {
    line.split(char::from(delimiter)).take(MOST_CELLS).map(table::bare).collect()
}
