//! The sheets of a workbook, read as tables.

use std::sync::Arc;

use super::book::{self, CellKind, Sheet};
use super::encoding::BadEncoding;
use super::file::{Context, Part, Unusable};
use super::gather::FileRead;
use super::header::{Column, Header, Search};
use super::layout::Layout;
use super::repair::{RepairKind, Repairs};
use super::row::Reader;
use super::settle::settle;
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
    let own = |sheet: &Sheet| {
        fold::find(&sheet.name, NO_DATA.into_iter().map(|name| (name, ()))).is_some()
    };
    let sheets = book.sheets.into_iter().filter(|sheet| !own(sheet));
    let mut sheets: Vec<(Search, Sheet)> = sheets.map(|sheet| (sheet.search(), sheet)).collect();
    // Where no sheet has a header, the first one is told of.
    if sheets.iter().any(|(search, _)| search.found()) {
        let all = sheets.len();
        sheets.retain(|(search, _)| search.found());
        repairs.note(RepairKind::OtherSheets, all - sheets.len());
    } else {
        sheets.truncate(1);
    }
    let mut parts = Vec::new();
    for (search, sheet) in sheets {
        parts.push(read_sheet(context, sheet, search.above)?);
    }
    let mut file = settle(context, parts);
    file.repairs.add(&repairs);
    Ok(file)
}

/// Reads the rows of a sheet below so many rows of title.
fn read_sheet(context: &Context, mut sheet: Sheet, above: usize) -> Result<Part, Unusable> {
    let name = sheet.name.clone();
    let context = Context { sheet: Some(&name), ..*context };
    let mut reader = Reader::new(&context, None, 1);
    reader.piece.repairs.note(RepairKind::TitleRows, above);
    let mut line = book::Line::default();
    if let Some(row) = sheet.rows.get(above) {
        let row = line.row(row);
        let header = Arc::new(Header::read(&row));
        let layout = Layout { delimiter: b',', header, line: row.line };
        reader.read_header(&layout, &row);
        let merged = sheet.spread_merged(&layout.header.spreadable());
        reader.piece.repairs.note(RepairKind::MergedCells, merged);
        let values = [Column::Value, Column::Numerator, Column::Denominator];
        for column in values {
            let place = layout.header.place(column);
            for (line, _) in sheet.merged_in(place.as_slice()) {
                reader.merged_value(line, column);
            }
        }
        if let Some(column) = layout.header.place(Column::Period) {
            sheet.days_as_months(column);
        }
    }
    reader.reserve(sheet.rows.len());
    for row in sheet.rows.iter().skip(above + 1) {
        let row = line.row(row);
        let percent = (0..row.len()).filter(|place| row.kind(*place) == CellKind::Percent);
        reader.piece.repairs.note(RepairKind::PercentCells, percent.count());
        if !row.is_blank() {
            reader.read_row(&row);
        }
    }
    reader.end().map_err(|cell| Unusable::Encoding(BadEncoding::Lost(cell)))
}
