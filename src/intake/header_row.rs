//! What a row says under a header.

use super::cell;
use super::column::Column::{self, Denominator, Indicator, Numerator, Value};
use super::header::{Header, NamedColumn};
use super::header_marks::{MarkColumns, Marked};
use super::header_names::{self, column, is_known};
use super::table::{CellKind, MOST_CELLS, Row};
use crate::period::Period;

impl Header {
    /// The first column of values whose name says that they are of another time.
    pub(super) fn of_other_time(&self, period: Period) -> Option<(Column, &str)> {
        let other =
            |found: &&NamedColumn| found.when.as_ref().is_some_and(|when| !when.holds(period));
        self.found.iter().find(other).map(|found| (found.column, found.written.as_str()))
    }

    /// The row's cell of a column; empty where the column is absent.
    pub(super) fn cell<'r>(&'r self, row: &Row<'r>, column: Column) -> &'r str {
        if let (Column::Period, Some(period)) =
            (column, self.one.as_ref().and_then(|one| one.period.as_deref()))
        {
            return period;
        }
        self.places[column as usize].map_or("", |place| self.text(row, place))
    }

    /// What a row says in the column at `place`: its cell, or the word of the column in which
    /// it is marked.
    pub(super) fn text<'r>(&self, row: &Row<'r>, place: usize) -> &'r str {
        match self.marks_at(place) {
            Some(marks) => marks.word(row),
            None => row.cell(place),
        }
    }

    /// The columns of marks.
    pub(super) fn marks(&self) -> &[MarkColumns] {
        &self.marks
    }

    pub(super) fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Whether the marks of a row at `place` contradict each other.
    pub(super) fn is_unclear(&self, row: &Row, place: usize) -> bool {
        let marked = self.marks_at(place).map(|marks| marks.read(row));
        matches!(marked, Some(Marked::Both | Marked::Otherwise(_)))
    }

    /// Those of which the first stands at `place`.
    fn marks_at(&self, place: usize) -> Option<&MarkColumns> {
        self.marks.iter().find(|marks| marks.first() == place)
    }

    /// The place of the cell that says what a row says in the column at `place`.
    pub(super) fn place_in(&self, row: &Row, place: usize) -> usize {
        self.marks_at(place).map_or(place, |marks| marks.place(row))
    }

    /// Whether the row's cell of a column is a number of a sheet.
    pub(super) fn is_number(&self, row: &Row, column: Column) -> bool {
        let kind = self.places[column as usize].map(|place| row.kind(place));
        kind.is_some_and(|kind| matches!(kind, CellKind::Number | CellKind::Percent))
    }

    /// Whether a row is a header: this one again, or another.
    pub(super) fn is_header(&self, row: &Row) -> bool {
        if self.is_own_row(row) {
            return true;
        }
        let names = |name| row.cells().take(MOST_CELLS).any(|cell| column(cell) == Some(name));
        let own = self.cell(row, Indicator);
        let named = is_known(own) || header_names::holds_words(own);
        let ids = names(Indicator) || header_names::holds_words(own);
        named && ids && names(Value)
    }

    /// Whether a header names the columns in the same order as this one.
    pub(super) fn is_repeated(&self, row: &Row) -> bool {
        if self.is_own_row(row) {
            return true;
        }
        let mut other = Header::from_row(row);
        if let Some(place) = self.place(Indicator) {
            other.set_ids(place);
        }
        self.places == other.places && self.communes == other.communes
    }

    /// Whether a row is one of those of a header that has several.
    fn is_own_row(&self, row: &Row) -> bool {
        let text = |own: &[String], place: usize| own.get(place).cloned().unwrap_or_default();
        let same = |number: usize| {
            let width = self.rows[number].len().max(row.len());
            (0..width).all(|place| {
                let (own, cell) = (text(&self.rows[number], place), row.cell(place));
                // What is merged downwards was written into each row.
                let above = || self.rows[..number].iter().any(|above| text(above, place) == cell);
                own == cell || own.is_empty() && above()
            })
        };
        let filled = || row.cells().filter(|cell| !cell.is_empty()).count();
        (0..self.rows.len()).any(same) && filled() > 1
    }

    /// Whether a row holds something under a column without a name.
    pub(super) fn has_nameless(&self, row: &Row) -> bool {
        let mut places = self.nameless.iter().take_while(|place| **place < row.len());
        places.any(|place| !row.cell(*place).is_empty())
    }

    /// Whether a row gives a value only where none is read.
    pub(super) fn is_misplaced(&self, row: &Row) -> bool {
        let values = [Value, Numerator, Denominator];
        if values.iter().any(|column| !self.cell(row, *column).is_empty()) {
            return false;
        }
        let unread = self.nameless.iter().chain(&self.unknown_places);
        let beyond = self.width..row.len();
        unread.copied().chain(beyond).any(|place| cell::is_value(row.cell(place)))
    }

    /// The cells that name the commune: the deciding one first.
    pub(super) fn commune<'r>(&'r self, row: &Row<'r>) -> [&'r str; 2] {
        if let Some(commune) = self.one.as_ref().and_then(|one| one.commune.as_deref()) {
            return [commune, ""];
        }
        self.communes.map(|place| place.map_or("", |place| row.cell(place)))
    }
}
