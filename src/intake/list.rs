//! A list that the office keeps beside its data: a header, and a row of words for each
//! thing. `communes.csv` and `agencies.csv` are such lists.

mod entry;
mod shape;

use std::borrow::Cow;

pub(super) use self::entry::{Entry, ListColumn, is_name};
use self::entry::{Placed, placed, read_header};
use super::book::{self, ListFlaw, ListSheet};
use super::repair::{self, Repair, RepairKind, Repairs};
use super::table::CellKind;
use super::{Source, encoding, old_font, separator, table};
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// What a list gives, one after the other.
pub(super) enum Item<'l, 'r, C> {
    Row(Entry<'l, 'r, C>),
    Problem(Box<Problem>),
    /// Rows were lost: a quote is opened and not rightly closed.
    Lost,
}

/// Reads a list; `to_fill` says what to write into an empty one, `holds` whether a cell is
/// a word that entries alone hold. Of a workbook that is the first sheet.
pub(super) fn read_list<C: ListColumn>(
    source: &Source,
    to_fill: fn() -> Text,
    holds: &dyn Fn(&str) -> bool,
    mut each: impl FnMut(Item<C>),
) -> Vec<Repair> {
    let bytes = match source.whole() {
        Ok(bytes) => bytes,
        Err(why) => {
            each(Item::Problem(Box::new(Problem::unreadable(&source.name, &why))));
            return Vec::new();
        }
    };
    if !book::is_book(&bytes) {
        return read_text(source, (bytes, None), (to_fill, holds), each);
    }
    let mut book = match book::open(&bytes) {
        Ok(book) => book,
        Err(why) => {
            each(Item::Lost);
            each(of_file(source, Code::UnreadableFile, why.message_and_hint()));
            return Vec::new();
        }
    };
    let mut repairs = Repairs::default();
    repairs.note(RepairKind::HiddenRows, book.hidden_rows);
    repairs.note(RepairKind::HiddenColumns, book.hidden_columns);
    repairs.note(RepairKind::OtherSheets, book.sheets.len().saturating_sub(1));
    let marks = book.sheets.iter_mut().take(1).map(|sheet| sheet.take_marks(repair::unmarked));
    repairs.note(RepairKind::Apostrophes, marks.sum());
    let ListSheet { name, text, flaws } = book.list().unwrap_or_default();
    for flaw in &flaws {
        each(Item::Problem(Box::new(flawed::<C>(source, &name, flaw))));
    }
    // What is told of a row or of the header is told of the sheet.
    let in_sheet = |item: Item<C>| match item {
        Item::Problem(mut problem) if problem.place.sheet.is_none() => {
            let line = problem.place.line;
            problem.place.sheet = line.map(|line| book::in_sheet(&name, None, Some(line)));
            each(Item::Problem(problem));
        }
        item => each(item),
    };
    let text = (Cow::Owned(text.into_bytes()), Some(name.as_str()));
    let mut set_right = repairs.of_file(&source.name).collect::<Vec<_>>();
    set_right.extend(read_text(source, text, (to_fill, holds), in_sheet));
    set_right
}

/// Something wrong with a whole file.
fn of_file<'l, 'r, C>(
    source: &Source,
    code: Code,
    (message, hint): (Text, Text),
) -> Item<'l, 'r, C> {
    let place = Location { file: source.name.clone(), ..Location::default() };
    Item::Problem(Box::new(Problem::error(code, place, message, hint)))
}

/// A cell of a sheet that cannot be read for certain.
fn flawed<C: ListColumn>(source: &Source, name: &str, flaw: &ListFlaw) -> Problem {
    let sheet = book::in_sheet(name, Some(flaw.column), Some(flaw.line));
    let written = sheet.cell.clone().unwrap_or_default();
    let (message, hint) = match flaw.kind {
        CellKind::NotComputed => (text::not_computed(&written), text::compute_book()),
        CellKind::Struck => (text::struck_or_raised(&written, &flaw.cell), text::write_anew()),
        _ => (text::shown_otherwise(&written, &flaw.cell), text::format_as_number()),
    };
    let (file, line) = (source.name.clone(), Some(flaw.line));
    let place = Location { file, line, sheet: Some(sheet), ..Location::default() };
    Problem::error(C::BAD, place, message, hint).with_cell(&flaw.cell)
}

/// Whether a cell is a word that entries alone hold.
type Holds<'h> = dyn Fn(&str) -> bool + 'h;

/// Reads the rows of a list by its bytes; with the sheet that they are of.
fn read_text<C: ListColumn>(
    source: &Source,
    (bytes, sheet): (Cow<[u8]>, Option<&str>),
    (to_fill, holds): (fn() -> Text, &Holds),
    mut each: impl FnMut(Item<C>),
) -> Vec<Repair> {
    let mut set_right = Vec::new();
    let font = match encoding::decode(&bytes) {
        Ok(text) => old_font::find([text], &old_font::no_names),
        Err(_) => old_font::find_in_bytes(&bytes, &old_font::no_names),
    };
    if let Some(font) = font {
        each(of_file(source, Code::BadEncoding, font.message_and_hint()));
        each(Item::Lost);
        return set_right;
    }
    let transcoded = encoding::decode(&bytes).is_err().then(|| encoding::transcode(&bytes));
    let bytes = match transcoded.flatten() {
        Some((text, kind)) => {
            set_right.push(Repair { file: source.name.clone(), kind, count: 1 });
            Cow::Owned(text.into_bytes())
        }
        None => bytes,
    };
    let Ok(decoded) = encoding::decode(&bytes) else {
        each(not_utf8(source, &bytes));
        return set_right;
    };
    let mut repairs = Repairs::default();
    let decoded = &*repair::tidy(decoded, &mut repairs);
    let delimiter = separator::of_list(decoded.as_bytes(), is_name::<C>);
    let shape = shape::of_list::<C>(source, decoded, delimiter, holds);
    repairs.note(RepairKind::TitleRows, shape.above - usize::from(shape.names_delimiter));
    repairs.note(RepairKind::Signature, shape.below);
    set_right.extend(repairs.of_file(&source.name));
    let mut header: Option<(Vec<Placed<C>>, usize)> = None;
    let (mut said, mut number) = (false, 0);
    table::rows(decoded, 1, delimiter, |line| {
        number += 1;
        match (line, &header) {
            _ if number <= shape.above || number > shape.end => {}
            (table::Line::OpenQuote(line), _) => {
                said = true;
                each(Item::Lost);
                each(Item::Problem(Box::new(open_quote(source, line))));
            }
            (table::Line::Row(row), None) => {
                let (columns, problems) = read_header::<C>(source, &row);
                said = problems.iter().any(Problem::is_error);
                problems.into_iter().for_each(|problem| each(Item::Problem(Box::new(problem))));
                header = Some((columns, row.len()));
            }
            (table::Line::Row(row), Some((columns, width))) => {
                if C::KEYS.iter().all(|key| placed(columns, *key).is_some()) {
                    let entry = Entry { file: &source.name, sheet, columns, row: &row };
                    let may_repeat = !said || !shape.all_split;
                    read_entry(entry, (&shape, *width, delimiter), holds, may_repeat, &mut each);
                }
                said = true;
            }
        };
    });
    if !said {
        each(of_file(source, Code::EmptyFile, (text::no_rows(), to_fill())));
    }
    set_right
}

/// Reads one row of a list. `may_repeat`: whether a fault that every row has, as its header
/// is split otherwise, is said of it.
fn read_entry<C: ListColumn>(
    entry: Entry<C>,
    (shape, width, delimiter): (&shape::ListShape, usize, u8),
    holds: &Holds,
    may_repeat: bool,
    each: &mut impl FnMut(Item<C>),
) {
    let fault = shape.fault(&entry, delimiter, holds);
    if fault.is_some() && !may_repeat {
        return;
    }
    // It is not known which of its cells is which.
    if let Some(fault) = fault.or_else(|| surplus(&entry, width)) {
        each(Item::Lost);
        each(Item::Problem(Box::new(fault)));
        return;
    }
    let short = shape.mostly_full.then(|| short(&entry, width, delimiter)).flatten();
    short.into_iter().for_each(|told| each(Item::Problem(Box::new(told))));
    each(Item::Row(entry));
}

/// The first byte that is in no known encoding.
fn not_utf8<'l, 'r, C>(source: &Source, bytes: &[u8]) -> Item<'l, 'r, C> {
    let valid = std::str::from_utf8(bytes).map_or_else(|why| why.valid_up_to(), str::len);
    let line = Some(table::line_ends(&bytes[..valid]) + 1);
    let place = Location { file: source.name.clone(), line, ..Location::default() };
    let (message, hint) = (text::not_utf8(), text::save_as_utf8());
    Item::Problem(Box::new(Problem::error(Code::BadEncoding, place, message, hint)))
}

fn open_quote(source: &Source, line: u64) -> Problem {
    let place = Location { file: source.name.clone(), line: Some(line), ..Location::default() };
    Problem::error(Code::UnreadableRow, place, text::open_quote(), text::mend_quote())
}

/// Cells beyond the last column.
fn surplus<C: ListColumn>(entry: &Entry<C>, width: usize) -> Option<Problem> {
    let any = entry.row.cells().skip(width).any(|cell| !cell.is_empty());
    any.then(|| {
        let place = Location { column: None, ..entry.place(C::KEYS[0]) };
        let message = text::too_many_cells(width, entry.row.len());
        Problem::error(Code::UnreadableRow, place, message, text::mend_cells())
    })
}

/// Fewer cells than most rows have: one in the middle may be lost, so that those behind it
/// stand in other columns.
fn short<C: ListColumn>(entry: &Entry<C>, width: usize, delimiter: u8) -> Option<Problem> {
    let cells = entry.row.len();
    (C::FILLS_ROWS && cells < width).then(|| {
        let place = Location { column: None, ..entry.place(C::KEYS[0]) };
        let (message, hint) = (text::too_few_cells(width, cells), text::fill_row());
        let problem = Problem::error(C::BAD, place, message, hint).as_warning();
        problem.with_cell(&entry.row.joined(delimiter))
    })
}
