//! Spreadsheets (`.xlsx`, `.xlsm`, `.xls`, `.ods`) and the tables of documents (`.docx`) to
//! rows of cells, as people see them.

mod cell;
mod docx;
mod foreign;
mod format;
mod guard;
mod list;
mod mark;
mod merged;
mod number;
mod ods;
mod refused;
mod rich;
mod sheet;
mod shown;
mod xls;
mod xlsx;
mod zeros;

use cell::CellOrigin;
pub(super) use list::{ListFlaw, ListSheet};
pub(super) use merged::Places;
pub(super) use refused::Refused;
pub(super) use sheet::{Book, Line, Sheet, SheetRow};

use super::column::Column;
use super::header::Header;
use super::header_search::HeaderSearch;
use super::indicator;
use super::old_font;
use super::table::{self, CellKind};
use super::word;
use crate::problem::SheetLocation;

/// The formulas in the columns that are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Formulas {
    pub(super) count: usize,
    /// Whether every result that is stored is zero.
    pub(super) all_zero: bool,
}

/// Whether a file that begins with these bytes is no text with a table, but a workbook or
/// something else that is told by its name, whatever the file's own name says.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    foreign::is_archive(bytes) || foreign::is_compound(bytes) || foreign::of_text(bytes).is_some()
}

/// Whether a file is named as a workbook or a document.
pub(super) fn is_named(name: &str) -> bool {
    const ENDINGS: [&str; 6] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "docx"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Opens a workbook.
pub(super) fn open(bytes: &[u8]) -> Result<Book, Refused> {
    // Of a damaged file a reader may stop short; that is the file's fault.
    std::panic::catch_unwind(|| read_book(bytes)).unwrap_or(Err(Refused::Broken))
}

fn read_book(bytes: &[u8]) -> Result<Book, Refused> {
    let mut book = match foreign::kind(bytes)? {
        foreign::WorkbookKind::Xlsx => xlsx::read_workbook(bytes)?,
        foreign::WorkbookKind::Xls => xls::read_workbook(bytes)?,
        foreign::WorkbookKind::Ods => ods::read_workbook(bytes)?,
        foreign::WorkbookKind::Docx => docx::read(bytes)?,
    };
    book.sheets.retain(|sheet| !sheet.rows.is_empty());
    book.sheets.iter_mut().try_for_each(Sheet::clear_covered)?;
    Ok(book)
}

impl Book {
    /// The texts of all cells that may be data: of a document those of the table that is.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let fitting = self.sheets.iter().position(|sheet| self.of_document && sheet.is_fitting());
        let sheets = match fitting {
            Some(place) => &self.sheets[place..=place],
            None => &self.sheets[..],
        };
        sheets.iter().flat_map(Sheet::texts)
    }

    /// Of a document leaves the first table with a column of indicators and one of values or
    /// of verdicts; returns the others.
    pub(super) fn keep_fitting(&mut self) -> Result<Vec<Sheet>, Refused> {
        if !self.of_document {
            return Ok(Vec::new());
        }
        let place = self.sheets.iter().position(Sheet::is_fitting).ok_or(Refused::NoTable)?;
        let fitting = self.sheets.remove(place);
        Ok(std::mem::replace(&mut self.sheets, vec![fitting]))
    }
}

impl Sheet {
    /// The texts of its cells.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.map(|cell| cell.text.as_str())
    }

    /// Whether indicators are numbered in it and its words are in a font of before Unicode,
    /// so that nobody can tell what its columns are.
    pub(super) fn is_illegible(&self) -> bool {
        let ids = self.texts().filter(|text| indicator::parse_indicator(text).is_some()).count();
        ids > 0 && old_font::find(self.texts(), &old_font::no_names).is_some()
    }

    /// Whether it is a table of indicators: a row names the columns of them and of values or
    /// verdicts, and one below holds an indicator's number; or one below holds a number and a
    /// verdict, whatever the column of that is called. Many a table of a report has a column
    /// of results.
    pub(super) fn is_fitting(&self) -> bool {
        let search = self.search();
        if !search.is_found() || search.indicators.is_none() {
            return false;
        }
        let mut line = Line::default();
        let mut has_verdicts = false;
        let mut has_ids = false;
        for row in self.rows.iter().skip(search.above + 1) {
            let row = line.row(row);
            if row.cells().any(|cell| indicator::parse_indicator(cell).is_some()) {
                has_ids = true;
                has_verdicts |= row.cells().any(word::is_plain);
            }
        }
        has_ids && (has_verdicts || search.is_whole() || self.says_how_much(search.above))
    }

    /// Whether the header names a column of values or of verdicts.
    fn says_how_much(&self, above: usize) -> bool {
        let mut line = Line::default();
        let header = self.rows.get(above).map(|row| Header::from_row(&line.row(row)));
        header.is_some_and(|header| header.has(Column::Value) || header.claims().next().is_some())
    }

    /// Looks for the header among the first rows.
    pub(super) fn search(&self) -> HeaderSearch {
        HeaderSearch::among(&self.head_rows(table::TITLE + 2))
    }

    /// Takes the mark of text off cells that have one; returns how many. `unmarked`: a cell
    /// without its mark.
    pub(super) fn take_marks(&mut self, unmarked: fn(&str) -> Option<&str>) -> usize {
        let mut count = 0;
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        for cell in cells.filter(|cell| cell.kind == CellKind::Text) {
            if let Some(bare) = unmarked(&cell.text).map(str::to_owned) {
                cell.text = bare;
                count += 1;
            }
        }
        count
    }

    /// Gives the cells below the header as they are shown, but for those of the columns of
    /// values: an id `17.10` is held as 17.1, a code 06727 as 6727.
    pub(super) fn show(&mut self, above: usize, values: &[usize]) {
        for row in self.rows.iter_mut().skip(above + 1) {
            for (place, cell) in row.cells.iter_mut().enumerate() {
                if let (false, Some(shown)) = (values.contains(&place), cell.shown.take()) {
                    cell.text = shown;
                }
            }
        }
    }

    /// The formulas below the header in these columns: how many there are, and whether
    /// all of them are zero.
    pub(super) fn formulas(&self, above: usize, columns: &[usize]) -> Formulas {
        let mut formulas = Formulas { count: 0, all_zero: true };
        for row in self.rows.iter().skip(above + 1) {
            for cell in columns.iter().filter_map(|place| row.cells.get(*place)) {
                formulas.count += usize::from(cell.origin != CellOrigin::Typed);
                formulas.all_zero &= cell.origin != CellOrigin::Computed;
            }
        }
        formulas
    }

    /// Marks the formulas below the header in these columns as not computed.
    pub(super) fn disbelieve(&mut self, above: usize, columns: &[usize]) {
        for row in self.rows.iter_mut().skip(above + 1) {
            for place in columns {
                let cell = row.cells.get_mut(*place).filter(|cell| cell.origin == CellOrigin::Zero);
                cell.into_iter().for_each(|cell| cell.kind = CellKind::NotComputed);
            }
        }
    }

    /// Gives the days in a column of periods as months.
    pub(super) fn days_as_months(&mut self, column: usize) {
        let cells = self.rows.iter_mut().filter_map(|row| row.cells.get_mut(column));
        for cell in cells.filter(|cell| cell.kind == CellKind::Day) {
            cell.text.truncate("2022-05".len());
        }
    }
}

/// A place in a sheet; without line or column, the sheet alone.
pub(super) fn in_sheet(name: &str, column: Option<usize>, line: Option<u64>) -> SheetLocation {
    let place = SheetLocation { name: name.to_owned(), cell: None };
    // The cells of a document's table have no names.
    let named = column.zip(line).filter(|_| place.table().is_none());
    SheetLocation { cell: named.map(|(column, line)| cell_name(column, line)), ..place }
}

/// The name of a cell as spreadsheets show it: `D14`.
fn cell_name(column: usize, line: u64) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &line.to_string()
}
