//! `.xls`: the values by the reading library; formats, merged cells, hidden rows and what
//! is known of formulas from the records themselves.

mod fonts;
mod record;
mod records;

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls};

use super::cell::{SheetCell, iso};
use super::merged::MOST_MERGED;
use super::refused::Refused;
use super::sheet::{Book, MOST_CELLS, Rows, Sheet, SheetRow};
use super::xlsx;
use records::{Records, Result_, SheetRecords};

pub(super) fn read_workbook(bytes: &[u8]) -> Result<Book, Refused> {
    let records = Records::parse(bytes)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    let is_1904 = book.has_1904_epoch();
    let metadata = book.sheets_metadata().to_vec();
    let (mut sheets, mut left) = (Vec::new(), MOST_CELLS);
    let (mut hidden_rows, mut hidden_columns, mut hidden_sheets) = (0, 0, 0);
    let (none, only_blanks) = (SheetRecords::default(), records.only_blanks());
    for (number, sheet) in metadata.iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        hidden_sheets += usize::from(sheet.visible != SheetVisible::Visible);
        let own = records.sheets.get(number).unwrap_or(&none);
        let range = book.worksheet_range(&sheet.name).map_err(|_| Refused::Broken)?;
        let filling = Filling { records: &records, own, only_blanks, is_1904 };
        let rows = filling.rows(&range, &mut left)?;
        let hidden = |row: &&SheetRow| own.hidden_rows.contains(&row.line);
        hidden_rows += rows.iter().filter(hidden).count();
        hidden_columns += own.hidden_columns.iter().filter(|place| holds(&rows, **place)).count();
        let merged = own.merged.iter().copied().take(MOST_MERGED).collect();
        let mut sheet = Sheet { name: sheet.name.clone(), rows, merged, ..Sheet::default() };
        if own.hides_zeros {
            sheet.hide_zeros();
        }
        sheets.push(sheet);
    }
    Ok(Book {
        sheets,
        hidden_rows,
        hidden_columns,
        hidden_sheets,
        asks: records.asks(),
        of_document: false,
    })
}

/// Whether a column holds anything.
fn holds(rows: &[SheetRow], column: u16) -> bool {
    let cells = rows.iter().filter_map(|row| row.cells.get(usize::from(column)));
    cells.into_iter().any(|cell| !cell.is_nothing())
}

struct Filling<'r> {
    records: &'r Records,
    own: &'r SheetRecords,
    /// Whether no formula of the workbook was ever computed.
    only_blanks: bool,
    is_1904: bool,
}

impl Filling<'_> {
    fn rows(
        &self,
        range: &calamine::Range<Data>,
        left: &mut usize,
    ) -> Result<Vec<SheetRow>, Refused> {
        let (top, first) = range.start().unwrap_or_default();
        let mut rows = Rows { rows: Vec::new(), left };
        for (row, column, value) in range.used_cells() {
            let too_large = |_| Refused::TooLarge;
            let row = u32::try_from(row).map_err(too_large)?.saturating_add(top);
            let column = u32::try_from(column).map_err(too_large)?.saturating_add(first);
            rows.put(row, column, self.cell((row, column), value))?;
        }
        Ok(rows.rows)
    }

    fn cell(&self, place: (u32, u32), value: &Data) -> SheetCell {
        let Some(mark) = self.own.cells.get(&place) else {
            // Without its record nobody knows how it is shown.
            let shown = self.shown(value, 0);
            return match value {
                Data::Int(_) | Data::Float(_) => SheetCell::unsure(shown.text),
                _ => shown,
            };
        };
        let shown = self.shown(value, mark.style);
        if self.records.is_doubtful(mark) {
            return shown.struck();
        }
        match mark.result {
            None => shown,
            // Where no program with a calculator wrote the file, nothing is no result.
            Some(Result_::Blank) if self.only_blanks => SheetCell::not_computed(),
            Some(Result_::Blank | Result_::Zero) => shown.computed(true),
            Some(Result_::Other) => shown.computed(false),
        }
    }

    fn shown(&self, value: &Data, style: u16) -> SheetCell {
        let format = self.records.format(style);
        match value {
            Data::Empty => SheetCell::default(),
            Data::String(words) | Data::DurationIso(words) => SheetCell::of_text(words, format),
            Data::Bool(yes) => SheetCell::text(yes.to_string()),
            Data::Error(error) => SheetCell::text(error.to_string()),
            Data::Int(whole) => xlsx::number(*whole as f64, format, self.is_1904),
            Data::Float(held) => xlsx::number(*held, format, self.is_1904),
            Data::DateTime(day) if format.is_plain() => SheetCell::day(iso(day)),
            Data::DateTime(day) => xlsx::number(day.as_f64(), format, self.is_1904),
            Data::DateTimeIso(day) => SheetCell::day(day.as_str()),
            // Text with fonts and colours, where there is any.
            #[allow(unreachable_patterns, reason = "kinds of cells may be added")]
            other => SheetCell::of_text(&other.to_string(), format),
        }
    }
}
