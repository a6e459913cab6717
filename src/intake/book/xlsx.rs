//! `.xlsx` and `.xlsm`.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use calamine::{
    DataRef, ExcelDateTime, ExcelDateTimeType, Reader, SheetType, SheetVisible, Xlsx,
    XlsxFormulaMetadata,
};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::cell::{SheetCell, iso};
use super::format::Format;
use super::guard;
use super::merged::MOST_MERGED;
use super::refused::Refused;
use super::rich;
use super::sheet::{Book, MOST_CELLS, Merged, Rows, Sheet, SheetRow};
use super::zeros;

type Open<'b> = Xlsx<Cursor<&'b [u8]>>;

pub(super) fn read_workbook(bytes: &[u8]) -> Result<Book, Refused> {
    let seen = guard::inspect(bytes)?;
    let mended;
    let bytes = if seen.wrong_dimensions.is_empty() {
        bytes
    } else {
        mended = without_dimensions(bytes, &seen.wrong_dimensions).ok_or(Refused::Broken)?;
        &mended
    };
    let hiding = zeros::hiding_in_xlsx(bytes);
    let marked = rich::marked(bytes, &seen.rich);
    let bytes = marked.as_deref().unwrap_or(bytes);
    let mut book: Open = Xlsx::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let metadata = book.sheets_metadata().to_vec();
    let tables = metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let hidden = tables.clone().filter(|sheet| sheet.visible != SheetVisible::Visible);
    let (hidden_sheets, mut left, mut sheets) = (hidden.count(), MOST_CELLS, Vec::new());
    for sheet in tables {
        let name = sheet.name.clone();
        let blocks = book.merge_cells_by_sheet_name(&name).unwrap_or_default().into_iter();
        let blocks = blocks.take(MOST_MERGED);
        let merged = blocks.filter_map(|m| Merged::new((m.start.0, m.end.0), (m.start.1, m.end.1)));
        let merged = merged.collect();
        let formulas = if seen.formulas { formulas(&mut book, &name)? } else { HashMap::new() };
        let rows = rows(&mut book, &name, &formulas, &mut left)?;
        let mut sheet = Sheet { name, rows, merged, ..Sheet::default() };
        if hiding.contains(&sheet.name) {
            sheet.hide_zeros();
        }
        sheets.push(sheet);
    }
    let (hidden_rows, hidden_columns) = (seen.hidden_rows, seen.hidden_columns);
    Ok(Book {
        sheets,
        hidden_rows,
        hidden_columns,
        hidden_sheets,
        asks: seen.asks,
        of_document: false,
    })
}

/// Where formulas stand, and whether a result is stored.
type Results = HashMap<(u32, u32), bool>;

fn formulas(book: &mut Open, name: &str) -> Result<Results, Refused> {
    let broken = |_| Refused::Broken;
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut results = Results::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(broken)? {
        if cell.formula.is_some_and(|formula| is_formula(&formula)) {
            results.insert(cell.pos, !matches!(cell.value, DataRef::Empty));
        }
    }
    Ok(results)
}

/// An empty element is none.
fn is_formula(formula: &XlsxFormulaMetadata) -> bool {
    !matches!(formula, XlsxFormulaMetadata::Normal { formula } if formula.is_empty())
}

fn rows(
    book: &mut Open,
    name: &str,
    formulas: &Results,
    left: &mut usize,
) -> Result<Vec<SheetRow>, Refused> {
    let is_1904 = book.has_1904_epoch();
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| Refused::Broken)?;
    let format = |style: &calamine::Style| {
        let format = style.number_format.as_ref();
        Format::parse(format.map_or("", |format| format.format_code.as_str()))
    };
    let formats: Vec<Format> = reader.styles().iter().map(format).collect();
    let struck = |style: &calamine::Style| style.font.as_ref().is_some_and(|f| f.strikethrough);
    let struck: Vec<bool> = reader.styles().iter().map(struck).collect();
    let plain = Format::default();
    let mut rows = Rows { rows: Vec::new(), left };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| Refused::Broken)? {
        let (row, column) = cell.get_position();
        let format = formats.get(style).unwrap_or(&plain);
        let shown = match formulas.get(&(row, column)) {
            Some(false) => SheetCell::not_computed(),
            Some(true) => {
                shown(cell.get_value(), format, is_1904).computed(is_zero(cell.get_value()))
            }
            None => shown(cell.get_value(), format, is_1904),
        };
        let struck = struck.get(style).is_some_and(|struck| *struck);
        rows.put(row, column, if struck { shown.struck() } else { shown })?;
    }
    Ok(rows.rows)
}

fn is_zero(value: &DataRef) -> bool {
    match value {
        DataRef::Int(whole) => *whole == 0,
        DataRef::Float(number) => *number == 0.0,
        DataRef::DateTime(day) => day.as_f64() == 0.0,
        _ => false,
    }
}

/// A cell as the sheet shows it.
fn shown(value: &DataRef, format: &Format, is_1904: bool) -> SheetCell {
    match value {
        DataRef::Empty => SheetCell::default(),
        DataRef::String(words) | DataRef::DurationIso(words) => SheetCell::of_text(words, format),
        DataRef::SharedString(words) => SheetCell::of_text(words, format),
        DataRef::Bool(yes) => SheetCell::text(yes.to_string()),
        DataRef::Error(error) => SheetCell::text(error.to_string()),
        DataRef::Int(whole) => number(*whole as f64, format, is_1904),
        DataRef::Float(held) => number(*held, format, is_1904),
        // The reader knows the formats of days that have no code.
        DataRef::DateTime(day) if format.is_plain() => SheetCell::day(iso(day)),
        DataRef::DateTime(day) => number(day.as_f64(), format, is_1904),
        DataRef::DateTimeIso(day) => SheetCell::day(day.as_str()),
    }
}

/// A number under a format; also of the old format of workbooks.
pub(super) fn number(number: f64, format: &Format, is_1904: bool) -> SheetCell {
    let day = || iso(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904));
    SheetCell::of_number(number, format, day)
}

/// The workbook without the dimensions that its sheets claim: they are hints, and the
/// reader stumbles over wrong ones.
fn without_dimensions(bytes: &[u8], parts: &[String]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut mended = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).ok()?;
        let name = entry.name().ok()?.into_owned();
        if !parts.contains(&name) {
            mended.raw_copy_file(entry).ok()?;
            continue;
        }
        let mut text = String::new();
        entry.read_to_string(&mut text).ok()?;
        let start = text.find("<dimension")?;
        let end = start + text[start..].find('>')? + 1;
        let end = if text[..end].ends_with("/>") {
            end
        } else {
            end + text[end..].find("</dimension>")? + "</dimension>".len()
        };
        mended.start_file(name, SimpleFileOptions::default()).ok()?;
        mended.write_all(&text.as_bytes()[..start]).ok()?;
        mended.write_all(&text.as_bytes()[end..]).ok()?;
    }
    Some(mended.finish().ok()?.into_inner())
}
