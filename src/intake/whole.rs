//! Whether a row is whole: of one table, under its delimiter, with its cells where the
//! header has them.

use super::gather::Found;
use super::header::Column;
use super::row::Reader;
use super::table::{self, Row};
use super::{Finding, indicator, separator};
use crate::law::IndicatorId;
use crate::problem::{Code, Problem};
use crate::text;

impl Reader<'_> {
    /// Whether a row can be read cell by cell; what is wrong with it is told.
    pub(super) fn is_whole(&mut self, row: &Row, id: Option<IndicatorId>) -> bool {
        let flaws = self.context.flaws;
        let surplus = row.len() > self.header.width
            && row.cells().skip(self.header.width).any(|cell| !cell.is_empty());
        if surplus || flaws.width.is_some_and(|width| row.len() > width) {
            let message = text::too_many_cells(self.header.width, row.len());
            self.row_problem(row.line, Code::UnreadableRow, message, text::mend_cells());
            self.shape.see_surplus(row.len());
            return false;
        }
        if let Some(cell) = (flaws.cut == Some(row.line)).then(|| row.cells().last()).flatten() {
            let message = text::last_row_cut(cell);
            self.row_problem(row.line, Code::UnreadableRow, message, text::end_last_row());
            return false;
        }
        let parted = || self.header.cell(row, Column::Indicator).contains('\t');
        if id.is_some() && !parted() || self.header.is_header(row) {
            if row.is_unquoted() && self.piece.sheet.is_none() {
                self.look_for_swallowed_rows(row);
            }
            return true;
        }
        if let Some(other) = self.other_delimiter(row, self.delimiter) {
            let (own, other_sign) = (separator::sign(self.delimiter), separator::sign(other));
            let message = text::row_split_otherwise(other_sign, own);
            self.row_problem(row.line, Code::UnreadableRow, message, text::one_delimiter(own));
            self.shape.see_foreign(other);
            return false;
        }
        true
    }

    /// Whether a row without an indicator may be the last of data, cut, and no place and day.
    pub(super) fn is_cut(&self, row: &Row) -> bool {
        let sentence = |cell: &str| cell.split_whitespace().count() > 3;
        !row.ended && self.may_be_cut(row) && !row.cells().any(sentence)
    }

    /// What a row of data shows of the form of the table.
    pub(super) fn see_shape(&mut self, row: &Row, problems: &[Problem]) {
        if !row.ended && self.may_be_cut(row) {
            self.shape.cut = Some((row.line, row.len()));
        } else {
            self.shape.see(row.len());
        }
        if !problems.is_empty() {
            self.shape.see_faults(problems);
        }
        self.shape.misplaced += usize::from(self.header.is_misplaced(row));
        if self.delimiter == b',' && self.piece.sheet.is_none() {
            self.look_for_split_number(row);
        }
    }

    /// Where commas part the cells, a number with a decimal comma is two of them.
    fn look_for_split_number(&mut self, row: &Row) {
        let values = [Column::Value, Column::Numerator, Column::Denominator];
        let numbers = values.map(|column| self.header.cell(row, column));
        let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
        self.shape.decimals |= numbers.iter().any(|cell| {
            cell.as_bytes().first().is_some_and(u8::is_ascii_digit) && cell.contains([',', '.'])
        });
        if self.shape.decimals || !numbers.iter().any(|cell| digits(cell)) {
            return;
        }
        let text = [Column::Evidence, Column::Note];
        if let Some(column) = text.into_iter().find(|c| digits(self.header.cell(row, *c))) {
            let cell = self.header.cell(row, column);
            let message = text::split_number(self.header.written(column), cell);
            let hint = text::quote_decimals();
            let problem = self.problem(row, Code::SplitNumber, column, message, hint);
            let finding = Finding::of_file(problem.as_warning());
            let found = Found { finding, slot: None, once: false };
            self.piece.aside().doubts.push(found);
        }
    }

    /// Rows between two quotes that stand there by mistake are one cell.
    fn look_for_swallowed_rows(&mut self, row: &Row) {
        let looks_like_row = |line: &str| {
            let mut cells = line.split(char::from(self.delimiter)).map(table::bare);
            let first = cells.next().unwrap_or_default();
            let place = self.header.place(Column::Indicator).unwrap_or_default();
            let at_place = line.split(char::from(self.delimiter)).map(table::bare).nth(place);
            let id = at_place.and_then(indicator::read).is_some();
            cells.next().is_some() && (id || self.begins_row(first))
        };
        let inner = |cell: &&str| cell.contains(['\n', '\r']);
        let rows = |cell: &str| cell.split(['\n', '\r']).skip(1).any(looks_like_row);
        if let Some(cell) = row.cells().filter(inner).find(|cell| rows(cell)) {
            let message = text::swallowed_rows(cell.split(['\n', '\r']).count());
            let place = self.place(row.line, None);
            let hint = text::mend_quote();
            let problem = Problem::error(Code::SwallowedRows, place, message, hint).as_warning();
            self.find(Finding::of_file(problem));
        }
    }
}
