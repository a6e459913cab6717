//! Spreadsheets: `.xlsx`, `.xlsm`, `.xls`, `.ods` to rows of cells, as people see them.

mod guard;
mod number;

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Sheets, Xlsx,
};

use super::header::Search;
use super::table::{self, Row, Span};
use crate::problem::InSheet;

/// A sheet with at least one cell.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<SheetRow>,
    /// Cells that go over several rows of one column: first row, last row, column.
    pub(super) merged: Vec<(u64, u64, usize)>,
}

/// What a workbook holds.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    /// How many rows with cells are hidden.
    pub(super) hidden_rows: usize,
    /// How many sheets are.
    pub(super) hidden_sheets: usize,
}

/// A row of a sheet.
#[derive(Debug, Default)]
pub(super) struct SheetRow {
    /// Its number, from 1.
    pub(super) line: u64,
    cells: Vec<SheetCell>,
}

/// A cell as it is shown.
#[derive(Clone, Debug, Default)]
struct SheetCell {
    text: String,
    kind: CellKind,
}

/// How a sheet holds a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Text, or a word for yes and no.
    #[default]
    Text,
    /// A number: its text is in the plain decimals of machines.
    Number,
    /// A number that is shown in percent, likewise, with the sign behind it.
    Percent,
    /// A day: its text is as ISO has it.
    Day,
}

/// Why a workbook is not read.
#[derive(Debug)]
pub(super) enum Refused {
    /// It would take more memory or time than any form of an office.
    TooLarge,
    /// It is broken, or locked with a password.
    Broken,
    /// A program wrote formulas into it without computing them.
    NotComputed,
}

/// The most cells of a workbook: a form of two levels has some thousands.
const MOST_CELLS: usize = 2_000_000;
/// The most columns of a sheet.
const MOST_COLUMNS: u32 = 256;

/// The most merged cells of a sheet that are looked at.
const MOST_MERGED: usize = 10_000;

/// Whether bytes are a workbook, whatever the file's name says.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Opens a workbook.
pub(super) fn open(bytes: &[u8]) -> Result<Book, Refused> {
    let hidden_rows = guard::inspect(bytes)?;
    // Of a damaged file the reader may stop short; that is the file's fault.
    let read = std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(Refused::Broken))?;
    Ok(Book { hidden_rows, ..read })
}

fn read(bytes: &[u8]) -> Result<Book, Refused> {
    let broken = |_| Refused::Broken;
    let mut sheets = Vec::new();
    let mut left = MOST_CELLS;
    let opened = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let hidden = |sheet: &&calamine::Sheet| {
        sheet.visible != SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
    };
    let hidden_sheets = opened.sheets_metadata().iter().filter(hidden).count();
    match opened {
        Sheets::Xlsx(mut book) => {
            for name in names(book.sheets_metadata()) {
                let merged = book.merge_cells_by_sheet_name(&name);
                let rows = xlsx_rows(&mut book, &name, &mut left)?;
                sheets.push(Sheet { name, rows, merged: vertical(merged.unwrap_or_default()) });
            }
        }
        Sheets::Xls(mut book) => {
            for name in names(book.sheets_metadata()) {
                let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
                let range = book.worksheet_range(&name).map_err(|_| Refused::Broken)?;
                let rows = range_rows(&range, &mut left)?;
                sheets.push(Sheet { name, rows, merged: vertical(merged) });
            }
        }
        mut book => {
            for name in names(book.sheets_metadata()) {
                let range = book.worksheet_range(&name).map_err(|_| Refused::Broken)?;
                let rows = range_rows(&range, &mut left)?;
                sheets.push(Sheet { name, rows, merged: Vec::new() });
            }
        }
    }
    sheets.retain(|sheet| !sheet.rows.is_empty());
    Ok(Book { sheets, hidden_rows: 0, hidden_sheets })
}

/// The sheets that hold cells rather than charts.
fn names(sheets: &[calamine::Sheet]) -> Vec<String> {
    let tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    tables.map(|sheet| sheet.name.clone()).collect()
}

fn vertical(merged: Vec<Dimensions>) -> Vec<(u64, u64, usize)> {
    let columns = merged.into_iter().filter(|m| m.start.1 == m.end.1 && m.start.0 < m.end.0);
    columns
        .take(MOST_MERGED)
        .map(|m| (line(m.start.0), line(m.end.0), m.start.1 as usize))
        .collect()
}

/// Rows are counted from 1 by people.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

fn xlsx_rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
) -> Result<Vec<SheetRow>, Refused> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| Refused::Broken)?;
    let is_percent = |style: &calamine::Style| {
        let format = style.number_format.as_ref();
        format.is_some_and(|format| number::is_percent(&format.format_code))
    };
    let percent: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    let mut rows = Rows { rows: Vec::new(), left };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Refused::Broken)? {
        let (row, column) = cell.get_position();
        let percent = percent.get(style).copied().unwrap_or_default();
        rows.put(row, column, shown(cell.get_value(), percent))?;
    }
    Ok(rows.rows)
}

fn range_rows(range: &calamine::Range<Data>, left: &mut usize) -> Result<Vec<SheetRow>, Refused> {
    let (top, first) = range.start().unwrap_or_default();
    let mut rows = Rows { rows: Vec::new(), left };
    for (row, column, value) in range.used_cells() {
        let (row, column) = (row as u64 + u64::from(top), column as u64 + u64::from(first));
        let too_large = |_| Refused::TooLarge;
        let row = u32::try_from(row).map_err(too_large)?;
        let column = u32::try_from(column).map_err(too_large)?;
        rows.put(row, column, shown(&borrowed(value), false))?;
    }
    Ok(rows.rows)
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(whole) => DataRef::Int(*whole),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(words) => DataRef::SharedString(words),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(day) => DataRef::DateTime(*day),
        Data::DateTimeIso(day) => DataRef::DateTimeIso(day.clone()),
        Data::DurationIso(words) => DataRef::DurationIso(words.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
        // Text with fonts and colours, where there is any.
        #[allow(unreachable_patterns, reason = "kinds of cells may be added")]
        other => DataRef::String(other.to_string()),
    }
}

/// Rows being filled, cell by cell in their order.
struct Rows<'l> {
    rows: Vec<SheetRow>,
    /// How many cells may still come.
    left: &'l mut usize,
}

impl Rows<'_> {
    fn put(&mut self, row: u32, column: u32, cell: SheetCell) -> Result<(), Refused> {
        if cell.text.is_empty() {
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

/// A cell as the sheet shows it.
fn shown(value: &DataRef, percent: bool) -> SheetCell {
    let text = |text: String| SheetCell { text, kind: CellKind::Text };
    match value {
        DataRef::Empty => SheetCell::default(),
        DataRef::String(words) | DataRef::DurationIso(words) => text(words.clone()),
        DataRef::SharedString(words) => text((*words).to_owned()),
        DataRef::Bool(yes) => text(yes.to_string()),
        DataRef::Error(error) => text(error.to_string()),
        DataRef::Int(whole) => SheetCell { text: whole.to_string(), kind: CellKind::Number },
        DataRef::Float(number) if percent => {
            SheetCell { text: number::percent(*number), kind: CellKind::Percent }
        }
        DataRef::Float(number) => {
            SheetCell { text: number::decimal(*number), kind: CellKind::Number }
        }
        DataRef::DateTime(day) => SheetCell { text: iso(day), kind: CellKind::Day },
        DataRef::DateTimeIso(day) => SheetCell { text: day.clone(), kind: CellKind::Day },
    }
}

/// A day, with its time where it has one.
fn iso(day: &ExcelDateTime) -> String {
    let (year, month, date, hour, minute, second, _) = day.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{date:02}"),
        _ => format!("{year:04}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// What a row of a table needs of a row of a sheet; used again for every row.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    spans: Vec<Span>,
    kinds: Vec<CellKind>,
}

impl Line {
    /// Makes a row of the table out of a row of the sheet.
    pub(super) fn row<'l>(&'l mut self, row: &SheetRow) -> Row<'l> {
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

impl Sheet {
    /// Looks for the header among the first rows.
    pub(super) fn search(&self) -> Search {
        let (mut search, mut line) = (Search::default(), Line::default());
        for row in self.rows.iter().take(table::TITLE) {
            search.look_at(&line.row(row));
        }
        search
    }

    /// Repeats what stands in merged cells of `columns` in each of their rows; returns
    /// how many cells that are.
    pub(super) fn spread_merged(&mut self, columns: &[usize]) -> usize {
        let mut count = 0;
        let merged = self.merged.iter().filter(|(_, _, column)| columns.contains(column));
        for (first, last, column) in merged {
            let start = self.rows.partition_point(|row| row.line < *first);
            let end = self.rows.partition_point(|row| row.line <= *last);
            let rows = &mut self.rows[start..end];
            let top = rows.first().filter(|row| row.line == *first);
            let cell = top.and_then(|row| row.cells.get(*column)).cloned();
            let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            count += 1;
            for row in rows {
                let more = (column + 1).saturating_sub(row.cells.len());
                row.cells.resize(row.cells.len() + more, SheetCell::default());
                row.cells[*column] = cell.clone();
            }
        }
        count
    }

    /// The rows at which cells of `columns` begin that go over several rows, with their
    /// columns: of values nobody knows which row they are of.
    pub(super) fn merged_in(&self, columns: &[usize]) -> Vec<(u64, usize)> {
        let filled = |(first, _, column): &&(u64, u64, usize)| {
            let row = self.rows.binary_search_by_key(first, |row| row.line);
            let cell = row.ok().and_then(|row| self.rows[row].cells.get(*column));
            columns.contains(column) && cell.is_some_and(|cell| !cell.text.is_empty())
        };
        self.merged.iter().filter(filled).map(|(first, _, column)| (*first, *column)).collect()
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
pub(super) fn in_sheet(name: &str, column: Option<usize>, line: Option<u64>) -> InSheet {
    let cell = column.zip(line).map(|(column, line)| cell_name(column, line));
    InSheet { name: name.to_owned(), cell }
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
