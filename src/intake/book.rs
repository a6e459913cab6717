//! Spreadsheets: `.xlsx`, `.xlsm`, `.xls`, `.ods` to rows of cells, as people see them.

mod cell;
mod foreign;
mod format;
mod guard;
mod merged;
mod number;
mod ods;
mod xls;
mod xlsx;

use cell::{Origin, SheetCell};
pub(super) use foreign::Foreign;
use merged::Merged;
pub(super) use merged::Places;

use super::header::Search;
use super::table::{self, Row, Span};
use crate::problem::InSheet;
use crate::text::{self, Text};

/// A sheet with at least one cell.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<SheetRow>,
    merged: Vec<Merged>,
}

/// What a workbook holds.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    /// How many rows with cells are hidden.
    pub(super) hidden_rows: usize,
    /// How many columns with cells are.
    pub(super) hidden_columns: usize,
    /// How many sheets are.
    pub(super) hidden_sheets: usize,
    /// Whether it asks to be computed when it is opened.
    pub(super) asks: bool,
}

/// A row of a sheet.
#[derive(Debug, Default)]
pub(super) struct SheetRow {
    /// Its number, from 1.
    pub(super) line: u64,
    cells: Vec<SheetCell>,
}

/// How a sheet holds a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Text, or a word for yes and no.
    #[default]
    Text,
    /// A number: its text is in the plain decimals of machines, with what is shown behind
    /// it.
    Number,
    /// A number that is shown in percent, likewise, with the sign behind it.
    Percent,
    /// A day: its text is as ISO has it.
    Day,
    /// A formula that nobody computed.
    NotComputed,
    /// A number or a text of which something else is shown, or nothing.
    Unsure,
    /// Merged with others, so that nobody knows what it is of.
    Merged,
    /// Below such a cell.
    Covered,
    /// A verdict over several indicators.
    Spanning,
}

impl CellKind {
    /// Whether the cell cannot be read for certain.
    pub(super) fn is_flaw(self) -> bool {
        use CellKind::{Covered, Merged, NotComputed, Unsure};
        matches!(self, NotComputed | Unsure | Merged | Covered)
    }
}

/// The formulas in the columns that are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Formulas {
    pub(super) count: usize,
    /// Whether every result that is stored is zero.
    pub(super) all_zero: bool,
}

/// Why a workbook is not read.
#[derive(Debug)]
pub(super) enum Refused {
    /// It would take more memory or time than any form of an office.
    TooLarge,
    /// It is broken.
    Broken,
    /// It is none, nor a text with a table.
    Neither,
    /// It is something else.
    Foreign(Foreign),
}

impl Refused {
    /// Why, and what to do.
    pub(super) fn tell(&self) -> (Text, Text) {
        match self {
            Refused::TooLarge => (text::book_too_large(), text::send_the_form_alone()),
            Refused::Broken => (text::book_broken(), text::save_book_again()),
            Refused::Neither => (text::neither_book_nor_table(), text::open_or_get_again()),
            Refused::Foreign(foreign) => foreign.tell(),
        }
    }
}

/// The most cells of a workbook: a form of two levels has some thousands.
const MOST_CELLS: usize = 2_000_000;
/// The most columns of a sheet.
const MOST_COLUMNS: u32 = 256;

/// Whether a file that begins with these bytes is no text with a table, but a workbook or
/// something else that is told by its name, whatever the file's own name says.
pub(super) fn is_book(bytes: &[u8]) -> bool {
    foreign::is_archive(bytes) || foreign::is_compound(bytes) || foreign::of_text(bytes).is_some()
}

/// Whether a file is named as a workbook.
pub(super) fn is_named(name: &str) -> bool {
    const ENDINGS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Opens a workbook.
pub(super) fn open(bytes: &[u8]) -> Result<Book, Refused> {
    // Of a damaged file a reader may stop short; that is the file's fault.
    std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(Refused::Broken))
}

fn read(bytes: &[u8]) -> Result<Book, Refused> {
    let mut book = match foreign::kind(bytes)? {
        foreign::Kind::Xlsx => xlsx::read(bytes)?,
        foreign::Kind::Xls => xls::read(bytes)?,
        foreign::Kind::Ods => ods::read(bytes)?,
    };
    book.sheets.retain(|sheet| !sheet.rows.is_empty());
    book.sheets.iter_mut().try_for_each(Sheet::clear_covered)?;
    Ok(book)
}

/// Rows are counted from 1 by people.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

/// Rows being filled, cell by cell in their order.
struct Rows<'l> {
    rows: Vec<SheetRow>,
    /// How many cells may still come.
    left: &'l mut usize,
}

impl Rows<'_> {
    fn put(&mut self, row: u32, column: u32, cell: SheetCell) -> Result<(), Refused> {
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

impl SheetRow {
    /// The cell at `place`, made where the row ends before it.
    fn cell_mut(&mut self, place: usize) -> &mut SheetCell {
        let more = (place + 1).saturating_sub(self.cells.len());
        self.cells.resize(self.cells.len() + more, SheetCell::default());
        &mut self.cells[place]
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
                formulas.count += usize::from(cell.origin != Origin::Typed);
                formulas.all_zero &= cell.origin != Origin::Computed;
            }
        }
        formulas
    }

    /// Marks the formulas below the header in these columns as not computed.
    pub(super) fn disbelieve(&mut self, above: usize, columns: &[usize]) {
        for row in self.rows.iter_mut().skip(above + 1) {
            for place in columns {
                let cell = row.cells.get_mut(*place).filter(|cell| cell.origin == Origin::Zero);
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
