//! A list that the office keeps beside its data: a header, and a row of words for each
//! thing. `communes.csv` and `agencies.csv` are such lists.

mod entry;
mod shape;

use std::borrow::Cow;

pub(super) use self::entry::{Entry, ListColumn, is_name};
use self::entry::{Placed, placed, read_header};
use super::repair::{self, Repair, RepairKind, Repairs};
use super::{Source, encoding, old_font, separator, table};
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// What a list gives, one after the other.
pub(super) enum Item<'l, 'r, C> {
    Row(Entry<'l, 'r, C>),
    Problem(Box<Problem>),
    /// Rows were lost: a quote is opened and not rightly closed.
    Lost,
}

/// Reads a list; `to_fill` says what to write into an empty one, `holds` whether a cell is
/// a word that entries alone hold.
pub(super) fn read<C: ListColumn>(
    source: &Source,
    to_fill: fn() -> Text,
    holds: &dyn Fn(&str) -> bool,
    mut each: impl FnMut(Item<C>),
) -> Vec<Repair> {
    let of_file = |code: Code, (message, hint): (Text, Text)| {
        let place = Place { file: source.name.clone(), ..Place::default() };
        Item::Problem(Box::new(Problem::error(code, place, message, hint)))
    };
    let mut set_right = Vec::new();
    let bytes = match source.whole() {
        Ok(bytes) => bytes,
        Err(why) => {
            each(Item::Problem(Box::new(Problem::unreadable(&source.name, &why))));
            return set_right;
        }
    };
    let font = match encoding::decode(&bytes) {
        Ok(text) => old_font::find([text], &old_font::no_names),
        Err(_) => old_font::find_in_bytes(&bytes, &old_font::no_names),
    };
    if let Some(font) = font {
        each(of_file(Code::BadEncoding, font.tell()));
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
                    let entry = Entry { file: &source.name, columns, row: &row };
                    let first = !said;
                    match shape.fault(&entry, delimiter, holds) {
                        // Of a header that is split otherwise than all rows, once.
                        Some(fault) if first || !shape.all_split => {
                            each(Item::Lost);
                            each(Item::Problem(Box::new(fault)));
                        }
                        Some(_) => {}
                        None => match surplus(&entry, *width) {
                            // It is not known which of its cells is which.
                            Some(fault) => {
                                each(Item::Lost);
                                each(Item::Problem(Box::new(fault)));
                            }
                            None => {
                                let short =
                                    shape.mostly_full.then(|| short(&entry, *width, delimiter));
                                let short = short.flatten().map(Box::new);
                                short.into_iter().for_each(|told| each(Item::Problem(told)));
                                each(Item::Row(entry));
                            }
                        },
                    }
                }
                said = true;
            }
        };
    });
    if !said {
        each(of_file(Code::EmptyFile, (text::no_rows(), to_fill())));
    }
    set_right
}

/// The first byte that is in no known encoding.
fn not_utf8<'l, 'r, C>(source: &Source, bytes: &[u8]) -> Item<'l, 'r, C> {
    let valid = std::str::from_utf8(bytes).map_or_else(|why| why.valid_up_to(), str::len);
    let line = Some(table::line_ends(&bytes[..valid]) + 1);
    let place = Place { file: source.name.clone(), line, ..Place::default() };
    let (message, hint) = (text::not_utf8(), text::save_as_utf8());
    Item::Problem(Box::new(Problem::error(Code::BadEncoding, place, message, hint)))
}

fn open_quote(source: &Source, line: u64) -> Problem {
    let place = Place { file: source.name.clone(), line: Some(line), ..Place::default() };
    Problem::error(Code::UnreadableRow, place, text::open_quote(), text::mend_quote())
}

/// Cells beyond the last column.
fn surplus<C: ListColumn>(entry: &Entry<C>, width: usize) -> Option<Problem> {
    let any = entry.row.cells().skip(width).any(|cell| !cell.is_empty());
    any.then(|| {
        let place = Place { column: None, ..entry.place(C::KEYS[0]) };
        let message = text::too_many_cells(width, entry.row.len());
        Problem::error(Code::UnreadableRow, place, message, text::mend_cells())
    })
}

/// Fewer cells than most rows have: one in the middle may be lost, so that those behind it
/// stand in other columns.
fn short<C: ListColumn>(entry: &Entry<C>, width: usize, delimiter: u8) -> Option<Problem> {
    let cells = entry.row.len();
    (C::FILLS_ROWS && cells < width).then(|| {
        let place = Place { column: None, ..entry.place(C::KEYS[0]) };
        let (message, hint) = (text::too_few_cells(width, cells), text::fill_row());
        let problem = Problem::error(C::BAD, place, message, hint).as_warning();
        problem.with_cell(&entry.row.joined(delimiter))
    })
}
