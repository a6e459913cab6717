//! The sheets of a workbook, read as tables.

use std::sync::Arc;

use super::book::{self, Formulas, Places, Sheet};
use super::column::Column;
use super::context::Context;
use super::encoding::BadEncoding;
use super::header::{Header, Search};
use super::headless::{self, Hint};
use super::id_column::IdColumns;
use super::layout::Layout;
use super::piece::FileRead;
use super::reader::{Part, Reader};
use super::repair::{RepairKind, Repairs};
use super::settle::settle;
use super::table::CellKind;
use super::unusable::Unusable;
use crate::fold;

/// Sheets of the office's own form that hold no data.
const NO_DATA: [&str; 2] = ["hướng dẫn", "cơ quan"];

/// Reads the sheets of a workbook.
pub(super) fn read_book(context: &Context) -> Result<FileRead, Unusable> {
    let bytes = context.source.whole().map_err(Unusable::Unreadable)?;
    let book = book::open(&bytes).map_err(Unusable::Refused)?;
    let mut repairs = Repairs::default();
    repairs.note(RepairKind::HiddenRows, book.hidden_rows);
    repairs.note(RepairKind::HiddenSheets, book.hidden_sheets);
    let mut sheets: Vec<Candidate> =
        book.sheets.into_iter().map(|sheet| Candidate::of(context, sheet)).collect();
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
            told.push(headless::tell(context, sheet, hint)?);
        }
    }
    sheets.retain(|sheet| sheet.hint.is_none());
    let mut tables: Vec<Table> =
        sheets.into_iter().map(|one| Table::new(context, one.sheet, &one.search)).collect();
    // Results of zero alone are none where the workbook is still to be computed.
    let formulas: Vec<Formulas> = tables.iter().map(Table::formulas).collect();
    let dummies = formulas.iter().all(|formulas| formulas.all_zero);
    if book.asks && dummies {
        tables.iter_mut().for_each(Table::disbelieve);
    }
    let mut parts = told;
    for table in tables {
        parts.push(table.read(context)?);
    }
    let mut file = settle(context, parts);
    file.repairs.add(&repairs);
    Ok(file)
}

/// A sheet that may be one of data.
struct Candidate {
    sheet: Sheet,
    search: Search,
    /// A cell that looks like data, where there is no header.
    hint: Option<Hint>,
}

impl Candidate {
    fn of(context: &Context, sheet: Sheet) -> Candidate {
        let search = sheet.search();
        let hint = if search.found() { None } else { headless::hint(context, &sheet) };
        Candidate { sheet, search, hint }
    }

    /// Whether it is of the office's own form.
    fn is_own(&self) -> bool {
        fold::find(&self.sheet.name, NO_DATA.into_iter().map(|name| (name, ()))).is_some()
    }

    fn may_be_data(&self) -> bool {
        self.search.found() || self.hint.is_some()
    }
}

/// A sheet as a table.
struct Table {
    sheet: Sheet,
    /// How many rows stand above the header.
    above: usize,
    /// Where the header has its indicators.
    indicators: Option<usize>,
    /// The header with its line; `None` where the sheet is empty.
    layout: Option<Layout>,
    /// How many merged cells were spread.
    merged: usize,
}

impl Table {
    fn new(context: &Context, mut sheet: Sheet, search: &Search) -> Table {
        let above = search.above;
        let layout = layout(context, &sheet, above);
        let mut merged = 0;
        if let Some(Layout { header, .. }) = &layout {
            let values = [Column::Value, Column::Numerator, Column::Denominator];
            let places = Places {
                context: header.spreadable(),
                values: values.into_iter().filter_map(|column| header.place(column)).collect(),
                indicator: header.place(Column::Indicator),
            };
            sheet.mark_merged_values(above, &places);
            merged = sheet.spread_merged(above, &places.context);
            for claim in header.claims() {
                if let Some(ids) = places.indicator {
                    sheet.mark_spanning(above, claim.place, ids);
                }
            }
            sheet.show(above, &places.values);
            if let Some(column) = header.place(Column::Period) {
                sheet.days_as_months(column);
            }
        }
        Table { sheet, above, indicators: search.indicators, layout, merged }
    }

    /// The places of the columns that are read.
    fn columns(&self) -> Vec<usize> {
        let header = self.layout.iter().map(|layout| &layout.header);
        header.flat_map(|header| header.columns().map(|(_, _, place)| place)).collect()
    }

    fn formulas(&self) -> Formulas {
        self.sheet.formulas(self.above, &self.columns())
    }

    fn disbelieve(&mut self) {
        self.sheet.disbelieve(self.above, &self.columns());
    }

    fn read(self, context: &Context) -> Result<Part, Unusable> {
        let Table { sheet, above, indicators, layout, merged } = self;
        let context = Context { sheet: Some(&sheet.name), ..*context };
        let mut reader = Reader::new(&context, None, 1);
        reader.piece.repairs.note(RepairKind::MergedCells, merged);
        let mut line = book::Line::default();
        for row in sheet.rows.iter().take(above) {
            reader.pass_over_title(&line.row(row), indicators, false);
        }
        if let Some((layout, row)) = layout.as_ref().zip(sheet.rows.get(above)) {
            reader.read_header(layout, &line.row(row));
        }
        reader.reserve(sheet.rows.len());
        for row in sheet.rows.iter().skip(above + 1) {
            let row = line.row(row);
            let percent = (0..row.len()).filter(|place| row.kind(*place) == CellKind::Percent);
            reader.piece.repairs.note(RepairKind::PercentCells, percent.count());
            if !row.is_blank() || (0..row.len()).any(|place| row.kind(place).is_flaw()) {
                reader.read_row(&row);
            }
        }
        reader.end().map_err(|cell| Unusable::Encoding(BadEncoding::Lost(cell)))
    }
}

/// The header of a sheet with its line, and where it has the ids.
fn layout(context: &Context, sheet: &Sheet, above: usize) -> Option<Layout> {
    let context = Context { sheet: Some(&sheet.name), ..*context };
    let mut line = book::Line::default();
    let row = line.row(sheet.rows.get(above)?);
    let (mut header, number) = (Header::read(&row), row.line);
    if let Some(mut columns) = IdColumns::of(&header, &context) {
        for row in sheet.rows.iter().skip(above + 1) {
            columns.see(&header, &line.row(row));
        }
        columns.choose(&mut header);
    }
    Some(Layout { delimiter: b',', header: Arc::new(header), line: number })
}
