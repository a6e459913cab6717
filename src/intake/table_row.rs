//! The table that rows stand in, and a row of it: what a step looks at and where it says
//! that something is wrong.

use std::sync::Arc;

use super::book;
use super::column::Column;
use super::context::Context;
use super::header::Header;
use super::layout::{LONGEST_TITLE, Layout};
use super::table::Row;
use crate::problem::{Code, Location, Problem};
use crate::text::Text;

/// A table: its file and sheet, and how it is laid out.
pub(super) struct Table<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) layout: Layout,
    /// The sheet of a workbook.
    pub(super) sheet: Option<Arc<str>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(context: &'a Context<'a>, layout: Layout) -> Table<'a> {
        Table { context, layout, sheet: context.sheet.map(Arc::from) }
    }

    pub(super) fn header(&self) -> &Header {
        &self.layout.header
    }

    /// A place in the table.
    pub(super) fn place(&self, line: u64, column: Option<Column>) -> Location {
        place(&self.context.source.name, self.sheet.as_deref(), self.header(), line, column)
    }

    /// The same where several columns have the name: the one at `index` is meant.
    pub(super) fn place_at(&self, line: u64, column: Column, index: usize) -> Location {
        let sheet = self.sheet.as_deref();
        let sheet = sheet.map(|name| book::in_sheet(name, Some(index), Some(line)));
        Location { sheet, ..self.place(line, Some(column)) }
    }

    /// A fault of a whole line.
    pub(super) fn line_fault(&self, line: u64, message: Text, hint: Text) -> Problem {
        Problem::error(Code::UnreadableRow, self.place(line, None), message, hint)
    }
}

/// A place in the table of a file, or of a sheet of it.
pub(super) fn place(
    file: &str,
    sheet: Option<&str>,
    header: &Header,
    line: u64,
    column: Option<Column>,
) -> Location {
    let index = column.and_then(|column| header.place_of(column.as_str()));
    let sheet = sheet.map(|name| book::in_sheet(name, index, Some(line)));
    let of = column.filter(|column| TableRow::VALUES.contains(column));
    let of = of.and_then(|_| header.name_of_one());
    let (file, column) = (file.to_owned(), column.map(Column::as_str));
    Location { file, line: Some(line), position: None, column, sheet, of }
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct TableRow<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) cells: &'t Row<'t>,
}

impl<'t> TableRow<'t> {
    /// The columns that say how much.
    pub(super) const VALUES: [Column; 3] = [Column::Value, Column::Numerator, Column::Denominator];

    pub(super) fn context(self) -> &'t Context<'t> {
        self.table.context
    }

    pub(super) fn header(self) -> &'t Header {
        self.table.header()
    }

    pub(super) fn line(self) -> u64 {
        self.cells.line
    }

    /// The cell of a column; empty where the column is absent.
    pub(super) fn cell(self, column: Column) -> &'t str {
        self.header().cell(self.cells, column)
    }

    /// The first cell that holds something.
    pub(super) fn first(self) -> &'t str {
        self.cells.cells().find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// Its line and its one cell, where it has but that: a line of a title, perhaps. A merged
    /// cell is one.
    pub(super) fn one_cell(self) -> Option<(u64, String)> {
        let mut cells = self.cells.cells().filter(|cell| !cell.is_empty());
        let first = cells.next()?;
        let alone = cells.all(|cell| cell == first);
        alone.then(|| (self.line(), first.chars().take(LONGEST_TITLE).collect()))
    }

    /// Value, numerator and denominator.
    pub(super) fn values(self) -> [&'t str; 3] {
        TableRow::VALUES.map(|column| self.cell(column))
    }

    /// Which of the three are numbers of a sheet.
    pub(super) fn exact(self) -> [bool; 3] {
        TableRow::VALUES.map(|column| self.header().is_number(self.cells, column))
    }

    /// A column's name as the file writes it.
    pub(super) fn written(self, column: Column) -> &'t str {
        self.header().written(column)
    }

    pub(super) fn place(self, column: Option<Column>) -> Location {
        self.table.place(self.line(), column)
    }

    /// A fault of the row's cell of a column.
    pub(super) fn fault(self, code: Code, column: Column, message: Text, hint: Text) -> Problem {
        let place = self.place(Some(column));
        Problem::error(code, place, message, hint).with_cell(self.cell(column))
    }

    /// A fault of the whole row.
    pub(super) fn unreadable(self, message: Text, hint: Text) -> Problem {
        self.table.line_fault(self.line(), message, hint)
    }
}
