//! Whether a row is whole: of one table, under its delimiter, with its cells where the
//! header has them.

use super::column::Column;
use super::indicator;
use super::reader::Reader;
use super::separator;
use super::table::Row;
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
        if self.is_shifted(row) {
            return false;
        }
        self.look_for_swallowed_rows(row, self.header.place(Column::Indicator));
        let cell = self.header.cell(row, Column::Indicator);
        // That it names several is told by itself; between cells no blank stands.
        let listed = || cell.split([',', ';']).skip(1).all(|next| next.starts_with(' '));
        let several = || indicator::names_several(cell) && listed();
        let named = id.is_some() || several();
        if named && !cell.contains('\t') || self.header.is_header(row) {
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
        if self.may_split_numbers() {
            self.look_for_split_number(row);
        }
    }
}
