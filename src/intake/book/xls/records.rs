//! The records of an old workbook (BIFF 5 and 8) that tell how its cells are shown.

use std::collections::{BTreeSet, HashMap};
use std::io::{Cursor, Read};

use super::super::format::Format;
use super::super::guard::MOST_BYTES;
use super::super::refused::{Foreign, Refused};
use super::super::sheet::{MOST_CELLS, Merged, line};
use super::fonts::Fonts;
use super::record::{Record, kinds, record};

/// What the records of a workbook tell.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// The formats by their number.
    formats: HashMap<u16, Format>,
    styles: Vec<Style>,
    fonts: Fonts,
    /// The numbers of the shared texts whose letters are struck out or raised.
    doubtful_texts: BTreeSet<u32>,
    plain: Format,
    pub(super) sheets: Vec<SheetRecords>,
    /// Whether a program with a calculator says which one it is.
    has_engine: bool,
    /// Whether a sheet says that it is not computed.
    uncomputed: bool,
}

/// The numbers of a style's font and format.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    font: u16,
    format: u16,
}

/// What those of a sheet tell.
#[derive(Debug, Default)]
pub(super) struct SheetRecords {
    /// By row and column, from 0.
    pub(super) cells: HashMap<(u32, u32), Mark>,
    pub(super) merged: Vec<Merged>,
    /// By line, from 1.
    pub(super) hidden_rows: BTreeSet<u64>,
    /// By place, from 0.
    pub(super) hidden_columns: BTreeSet<u16>,
    /// Whether it shows nothing of a zero.
    pub(super) hides_zeros: bool,
}

/// What is known of a cell besides its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) style: u16,
    /// The result, where it is a formula.
    pub(super) result: Option<Result_>,
    /// Its text, where that is one of several cells or of several fonts.
    text: Option<TextOrigin>,
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug)]
enum TextOrigin {
    /// Among the shared ones, by its number.
    Shared(u32),
    /// In the cell's own record; whether letters of it are struck out or raised.
    Own { doubtful: bool },
}

impl TextOrigin {
    fn of(cell: &Record, fonts: &Fonts, wide: bool) -> Option<TextOrigin> {
        match cell.kind {
            kinds::LABEL_SST => {
                let number = cell.data.get(6..)?.first_chunk()?;
                Some(TextOrigin::Shared(u32::from_le_bytes(*number)))
            }
            kinds::RICH_TEXT => {
                Some(TextOrigin::Own { doubtful: fonts.is_doubtful_cell(cell, wide) })
            }
            _ => None,
        }
    }
}

/// What is stored as the result of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Result_ {
    Blank,
    Zero,
    Other,
}

impl Records {
    /// Reads those of a file; refuses cells and dimensions beyond those that the format
    /// has: room would be made for them.
    pub(super) fn parse(bytes: &[u8]) -> Result<Records, Refused> {
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
        let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
        let stream = file.open_stream(name.ok_or(Refused::Broken)?).map_err(|_| Refused::Broken)?;
        let mut content = Vec::new();
        stream.take(MOST_BYTES).read_to_end(&mut content).map_err(|_| Refused::Broken)?;
        let mut records = Records::default();
        // Where each sheet begins, in the order of the workbook.
        let mut sheets: Vec<usize> = Vec::new();
        let (mut at, mut wide, mut cells) = (0, true, 0);
        // Sheets, and charts within sheets, begin and end.
        let (mut depth, mut sheet) = (0_usize, None);
        while let Some((record, next)) = record(&content, at)? {
            match record.kind {
                kinds::BEGIN => {
                    let own = sheets.iter().position(|start| *start == at);
                    // Where the end of what stands before is missing, a sheet is one still.
                    if own.is_some() || depth == 0 {
                        (depth, sheet) = (0, own);
                    }
                    if sheets.is_empty() {
                        wide = record.short(0) == Some(0x0600);
                    }
                    depth += 1;
                }
                kinds::END => depth = depth.saturating_sub(1),
                kinds::FILE_PASS => return Err(Refused::Foreign(Foreign::Password)),
                kinds::BOUND_SHEET => {
                    let start = record.data.first_chunk().map(|start| u32::from_le_bytes(*start));
                    sheets.push(start.ok_or(Refused::Broken)? as usize);
                    records.sheets.push(SheetRecords::default());
                }
                _ => {}
            }
            refuse_absurd(&record)?;
            match sheet.filter(|_| depth == 1).and_then(|sheet| records.sheets.get_mut(sheet)) {
                Some(sheet) => sheet.take(&record, (&records.fonts, wide), &mut cells)?,
                None => records.take(&record, wide),
            }
            records.uncomputed |= record.kind == kinds::UNCALCED;
            at = next;
        }
        records.doubtful_texts = records.fonts.doubtful_texts(&content);
        Ok(records)
    }

    /// One of the workbook.
    fn take(&mut self, record: &Record, wide: bool) {
        match record.kind {
            kinds::XF => {
                let [font, format] = [0, 2].map(|at| record.short(at).unwrap_or_default());
                self.styles.push(Style { font, format });
            }
            kinds::FONT => self.fonts.take(record),
            kinds::RECALC_ID => self.has_engine = true,
            kinds::FORMAT => {
                if let Some((number, code)) = record.short(0).zip(format_code(record.data, wide)) {
                    self.formats.insert(number, Format::parse(&code));
                }
            }
            _ => {}
        }
    }

    fn style(&self, number: u16) -> Style {
        self.styles.get(usize::from(number)).copied().unwrap_or_default()
    }

    /// Whether a cell says something else than what is shown: letters of it are struck out,
    /// or digits behind others raised.
    pub(super) fn is_doubtful(&self, mark: &Mark) -> bool {
        let of_runs = match mark.text {
            Some(TextOrigin::Shared(number)) => self.doubtful_texts.contains(&number),
            Some(TextOrigin::Own { doubtful }) => doubtful,
            None => false,
        };
        of_runs || self.fonts.look(self.style(mark.style).font).struck
    }

    /// The format of a style.
    pub(super) fn format(&self, style: u16) -> &Format {
        let number = self.style(style).format;
        self.formats.get(&number).or_else(|| built_in(number)).unwrap_or(&self.plain)
    }

    /// Whether the workbook asks to be computed when it is opened.
    pub(super) fn asks(&self) -> bool {
        self.uncomputed || !self.has_engine
    }

    /// Whether nothing was ever computed in it: every formula has nothing as its result,
    /// and no calculator is named.
    pub(super) fn only_blanks(&self) -> bool {
        let results = self.sheets.iter().flat_map(|sheet| sheet.cells.values());
        let blank = |mark: &Mark| mark.result.is_none_or(|result| result == Result_::Blank);
        self.asks() && results.into_iter().all(blank)
    }
}

impl SheetRecords {
    /// One of the sheet.
    fn take(
        &mut self,
        record: &Record,
        (fonts, wide): (&Fonts, bool),
        cells: &mut usize,
    ) -> Result<(), Refused> {
        let (row, column) = (record.short(0).unwrap_or_default(), record.short(2));
        let row = u32::from(row);
        let column = u32::from(column.unwrap_or_default());
        let style = record.short(4).unwrap_or_default();
        let mut mark = |column, style, result| {
            *cells += 1;
            let text = TextOrigin::of(record, fonts, wide);
            self.cells.insert((row, column), Mark { style, result, text });
        };
        match record.kind {
            kinds::FORMULA => mark(column, style, Some(result(record.data))),
            kinds::NUMBER
            | kinds::RK
            | kinds::LABEL
            | kinds::LABEL_SST
            | kinds::BOOL_ERR
            | kinds::RICH_TEXT => mark(column, style, None),
            kinds::MULTIPLE_RK => {
                // A style and a number each, up to the last column.
                let inner = record.data.get(4..record.data.len().saturating_sub(2));
                for (column, pair) in (column..).zip(inner.unwrap_or_default().chunks_exact(6)) {
                    mark(column, u16::from_le_bytes([pair[0], pair[1]]), None);
                }
            }
            kinds::ROW => {
                let options = record.short(12).unwrap_or_default();
                if options & 0x20 != 0 {
                    self.hidden_rows.insert(line(row));
                }
            }
            // The record's first bits say what the window shows.
            kinds::WINDOW => self.hides_zeros |= row & 0x10 == 0,
            kinds::COLUMNS => {
                let range = record.short(0).zip(record.short(2)).zip(record.short(8));
                if let Some(((first, last), options)) = range
                    && options & 1 != 0
                {
                    // There are 256 of them; some programs say 256 for the last.
                    self.hidden_columns.extend(first..=last.min(255));
                }
            }
            kinds::MERGED => {
                for range in record.data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let at = |place: usize| {
                        u32::from(u16::from_le_bytes([range[place], range[place + 1]]))
                    };
                    self.merged.extend(Merged::new((at(0), at(2)), (at(4), at(6))));
                }
            }
            _ => {}
        }
        if *cells > MOST_CELLS { Err(Refused::TooLarge) } else { Ok(()) }
    }
}

fn refuse_absurd(record: &Record) -> Result<(), Refused> {
    const MOST_ROWS: u32 = 65_536;
    let absurd = match (record.kind, record.data) {
        // First and last row, first and last column.
        (kinds::DIMENSIONS, [_, _, _, _, row @ .., _, _, _, _, _, _])
            if record.data.len() >= 14 =>
        {
            let last = row.first_chunk().map(|row| u32::from_le_bytes(*row));
            last.is_some_and(|last| last > MOST_ROWS)
        }
        // Cells of every kind begin with row and column.
        (
            kinds::FORMULA
            | kinds::MULTIPLE_RK
            | kinds::RICH_TEXT
            | kinds::LABEL_SST
            | 0x0201..=0x0205
            | kinds::RK,
            [_, _, _, high, ..],
        ) => *high > 0,
        _ => false,
    };
    if absurd { Err(Refused::Broken) } else { Ok(()) }
}

/// The result that a formula's record holds.
fn result(data: &[u8]) -> Result_ {
    match data.get(6..14) {
        Some([3, .., 0xff, 0xff]) => Result_::Blank,
        Some([0, 0, 0, 0, 0, 0, 0, 0 | 0x80]) | None => Result_::Zero,
        Some(_) => Result_::Other,
    }
}

/// The code of a format: of letters of one or two bytes.
fn format_code(data: &[u8], wide: bool) -> Option<String> {
    if !wide {
        let length = usize::from(*data.get(2)?);
        return Some(data.get(3..3 + length)?.iter().copied().map(char::from).collect());
    }
    let length = usize::from(u16::from_le_bytes([*data.get(2)?, *data.get(3)?]));
    let letters = data.get(5..)?;
    if data.get(4)? & 1 == 0 {
        return Some(letters.get(..length)?.iter().copied().map(char::from).collect());
    }
    let units = letters.get(..2 * length)?.chunks_exact(2);
    let units: Vec<u16> = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// The formats that every workbook has and few write down, but those of days, which the
/// reading library knows.
fn built_in(number: u16) -> Option<&'static Format> {
    use std::sync::LazyLock;
    const CODES: [(u16, &str); 20] = [
        (1, "0"),
        (2, "0.00"),
        (3, "#,##0"),
        (4, "#,##0.00"),
        (9, "0%"),
        (10, "0.00%"),
        (11, "0.00E+00"),
        (12, "# ?/?"),
        (13, "# ??/??"),
        (37, "#,##0 ;(#,##0)"),
        (38, "#,##0 ;[Red](#,##0)"),
        (39, "#,##0.00;(#,##0.00)"),
        (40, "#,##0.00;[Red](#,##0.00)"),
        (41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
        (42, "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)"),
        (43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
        (44, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)"),
        (5, "\"$\"#,##0_);(\"$\"#,##0)"),
        (7, "\"$\"#,##0.00_);(\"$\"#,##0.00)"),
        (48, "##0.0E+0"),
    ];
    static FORMATS: LazyLock<HashMap<u16, Format>> = LazyLock::new(|| {
        CODES.iter().map(|(number, code)| (*number, Format::parse(code))).collect()
    });
    FORMATS.get(&number)
}
