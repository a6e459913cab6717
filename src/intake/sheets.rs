//! The sheets of a workbook, read as tables.

use super::book::{self, Book, Formulas, Sheet};
use super::context::Context;
use super::header_search::HeaderSearch;
use super::headless::{self, Hint};
use super::opened::Unusable;
use super::piece::{FileRead, PieceFinding, PieceRead};
use super::readers::Readers;
use super::repair::{self, RepairKind, Repairs};
use super::settle::settle;
use super::sheet_table::SheetTable;
use super::sink::Sink;
use super::table::CellKind;
use crate::problem::{Code, Location, Problem};
use crate::{fold, text};

/// Sheets of the office's own form that hold no data.
const NO_DATA: [&str; 2] = ["hướng dẫn", "cơ quan"];

/// Reads the sheets of a workbook.
pub(super) fn read_book(context: &Context, mut book: Book) -> Result<FileRead, Unusable> {
    let mut repairs = Repairs::default();
    let others = book.keep_fitting().map_err(Unusable::Refused)?;
    repairs.note(RepairKind::OtherTables, others.len());
    repairs.note(RepairKind::HiddenRows, book.hidden_rows);
    repairs.note(RepairKind::HiddenColumns, book.hidden_columns);
    repairs.note(RepairKind::HiddenSheets, book.hidden_sheets);
    let mut sheets: Vec<Candidate> =
        book.sheets.into_iter().map(|sheet| Candidate::from_sheet(context, sheet)).collect();
    // Those of the office's own form are no data, unless somebody put some there.
    if sheets.iter().any(|sheet| !sheet.is_own()) {
        sheets.retain(|sheet| !sheet.is_own() || sheet.search.is_whole() || sheet.hint.is_some());
    }
    // Where no sheet is one of data, the first one is told of.
    if sheets.iter().any(Candidate::may_be_data) {
        let all = sheets.len();
        sheets.retain(Candidate::may_be_data);
        repairs.note(RepairKind::OtherSheets, all - sheets.len());
    } else {
        sheets.truncate(1);
    }
    let mut told = Vec::new();
    for Candidate { sheet, hint, .. } in &sheets {
        if let Some(hint) = hint {
            told.push(headless::report(context, sheet, hint));
        }
    }
    sheets.retain(|sheet| sheet.hint.is_none());
    repairs.note(RepairKind::Apostrophes, sheets.iter().map(|sheet| sheet.apostrophes).sum());
    let tables = sheets.into_iter();
    let mut tables: Vec<SheetTable> =
        tables.map(|one| SheetTable::new(one.sheet, &one.search, Some(context))).collect();
    // Results of zero alone are none where the workbook is still to be computed.
    let formulas: Vec<Formulas> = tables.iter().map(SheetTable::formulas).collect();
    let dummies = formulas.iter().all(|formulas| formulas.all_zero);
    if book.asks && dummies {
        tables.iter_mut().for_each(SheetTable::disbelieve);
    }
    let mut parts = told;
    for table in tables {
        parts.extend(read_table(context, &table)?);
    }
    let mut file = settle(context, parts);
    file.repairs.add(&repairs);
    let found = passed_over(context, &others);
    if !found.is_empty() {
        file.pieces.push(PieceRead { found, ..PieceRead::default() });
    }
    Ok(file)
}

/// Of a document one table is read; others that may be of data too are named.
fn passed_over(context: &Context, others: &[Sheet]) -> Vec<PieceFinding> {
    let may_be_data =
        |sheet: &&Sheet| sheet.is_fitting() || headless::hint(context, sheet).is_some();
    let told = others.iter().filter(may_be_data).map(|sheet| {
        let (file, sheet) = (context.source.name.clone(), book::in_sheet(&sheet.name, None, None));
        let place = Location { file, sheet: Some(sheet), ..Location::default() };
        let (message, hint) = (text::table_passed_over(), text::join_tables());
        PieceFinding::of_file(Problem::error(Code::PassedOver, place, message, hint).as_warning())
    });
    told.collect()
}

/// A sheet that may be one of data.
struct Candidate {
    sheet: Sheet,
    search: HeaderSearch,
    /// A cell that looks like data, where there is no header.
    hint: Option<Hint>,
    /// How many cells had the mark of text that spreadsheets do not show.
    apostrophes: usize,
}

impl Candidate {
    fn from_sheet(context: &Context, mut sheet: Sheet) -> Candidate {
        let apostrophes = sheet.take_marks(repair::unmarked);
        let search = sheet.search();
        let hint = if search.is_found() { None } else { headless::hint(context, &sheet) };
        Candidate { sheet, search, hint, apostrophes }
    }

    /// Whether it is of the office's own form.
    fn is_own(&self) -> bool {
        fold::find(&self.sheet.name, NO_DATA.into_iter().map(|name| (name, ()))).is_some()
    }

    fn may_be_data(&self) -> bool {
        self.search.is_found() || self.hint.is_some()
    }
}

/// Reads the rows of a sheet.
fn read_table(context: &Context, table: &SheetTable) -> Result<Vec<Sink>, Unusable> {
    let SheetTable { sheet, above, indicators, layout, merged } = table;
    let context = Context { sheet: Some(&sheet.name), ..*context };
    let mut readers = Readers::new(&context, None, 1);
    readers.first().sink.piece.repairs.note(RepairKind::MergedCells, *merged);
    let mut line = book::Line::default();
    for row in sheet.rows.iter().take(*above) {
        readers.first().read_title(&line.row(row), *indicators, None);
    }
    if let Some((layout, row)) = layout.as_ref().zip(sheet.rows.get(*above)) {
        readers.read_header(layout, &line.row(row));
    }
    readers.each(|reader| reader.sink.piece.batch.reserve(sheet.rows.len()));
    for row in table.rows_below() {
        let row = line.row(row);
        let percent = (0..row.len()).filter(|place| row.kind(*place) == CellKind::Percent);
        readers.first().sink.piece.repairs.note(RepairKind::PercentCells, percent.count());
        if !row.is_blank() || (0..row.len()).any(|place| row.kind(place).is_flaw()) {
            readers.read_row(&row);
        }
    }
    readers.end()
}
