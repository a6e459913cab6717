//! What a workbook holds: sheets of rows of cells.

use super::cell::SheetCell;
use super::refused::Refused;
use crate::fold;
use crate::intake::header_rows::{HeadCell, HeadRow};
use crate::intake::table::{CellKind, Row, Span};

/// What a workbook holds.
#[derive(Debug, Default)]
pub(in crate::intake) struct Book {
    pub(in crate::intake) sheets: Vec<Sheet>,
    /// How many rows with cells are hidden.
    pub(in crate::intake) hidden_rows: usize,
    /// How many columns with cells are.
    pub(in crate::intake) hidden_columns: usize,
    /// How many sheets are.
    pub(in crate::intake) hidden_sheets: usize,
    /// Whether it asks to be computed when it is opened.
    pub(in crate::intake) asks: bool,
    /// Whether it is a document, and its sheets are the tables in it.
    pub(in crate::intake) of_document: bool,
}

/// A sheet with at least one cell.
#[derive(Debug, Default)]
pub(in crate::intake) struct Sheet {
    pub(in crate::intake) name: String,
    /// The lines above a table of a document, which are none of its rows.
    pub(in crate::intake) titles: Vec<String>,
    pub(in crate::intake) rows: Vec<SheetRow>,
    pub(super) merged: Vec<Merged>,
}

/// A row of a sheet.
#[derive(Debug, Default)]
pub(in crate::intake) struct SheetRow {
    /// Its number, from 1.
    pub(in crate::intake) line: u64,
    pub(super) cells: Vec<SheetCell>,
}

impl SheetRow {
    /// The row as one of a header.
    pub(super) fn as_head(&self) -> HeadRow {
        let text = |cell: &SheetCell| fold::trim(&cell.text).to_owned();
        let cells = self.cells.iter().map(|cell| HeadCell { text: text(cell), covers: 0 });
        HeadRow { line: self.line, width: self.cells.len(), cells: cells.collect() }
    }

    /// The cell at `place`, made where the row ends before it.
    pub(super) fn cell_mut(&mut self, place: usize) -> &mut SheetCell {
        let more = (place + 1).saturating_sub(self.cells.len());
        self.cells.resize(self.cells.len() + more, SheetCell::default());
        &mut self.cells[place]
    }
}

/// Rows being filled, cell by cell in their order.
pub(super) struct Rows<'l> {
    pub(super) rows: Vec<SheetRow>,
    /// How many cells may still come.
    pub(super) left: &'l mut usize,
}

impl Rows<'_> {
    pub(super) fn put(&mut self, row: u32, column: u32, cell: SheetCell) -> Result<(), Refused> {
        if cell.is_nothing() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Refused::TooLarge);
        }
        if self.rows.last().is_none_or(|last| last.line != line(row)) {
            self.rows.push(SheetRow { line: line(row), cells: Vec::new() });
        }
        let Some(last) = self.rows.last_mut() else {
            return Ok(());
        };
        let place = column as usize;
        let more = (place + 1).saturating_sub(last.cells.len());
        *self.left = self.left.checked_sub(more).ok_or(Refused::TooLarge)?;
        last.cells.resize(last.cells.len() + more, SheetCell::default());
        last.cells[place] = cell;
        Ok(())
    }
}

/// What a row of a table needs of a row of a sheet; used again for every row.
#[derive(Debug, Default)]
pub(in crate::intake) struct Line {
    text: String,
    spans: Vec<Span>,
    kinds: Vec<CellKind>,
}

impl Line {
    /// Makes a row of the table out of a row of the sheet.
    pub(in crate::intake) fn row<'l>(&'l mut self, row: &SheetRow) -> Row<'l> {
        self.text.clear();
        self.spans.clear();
        self.kinds.clear();
        for cell in &row.cells {
            let start = self.text.len();
            self.text.push_str(&cell.text);
            self.spans.push((start, self.text.len()));
            self.kinds.push(cell.kind);
        }
        Row::of_sheet(row.line, &self.text, &self.spans, &self.kinds)
    }
}

/// The most cells of a workbook: a form of two levels has some thousands.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// The most columns of a sheet.
pub(super) const MOST_COLUMNS: u32 = 256;

/// Rows are counted from 1 by people.
pub(super) fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

/// A cell that goes over several rows or columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// The first and the last row, from 1.
    pub(super) rows: (u64, u64),
    /// The first and the last column, from 0.
    pub(super) columns: (usize, usize),
}
