//! A list that the office keeps beside its data: a header, and a row of words for each
//! thing. `communes.csv` and `agencies.csv` are such lists.

mod shape;

use std::borrow::Cow;

use super::repair::{self, Repair, RepairKind, Repairs};
use super::{Source, encoding, separator, table, word};
use crate::fold;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// The columns of a list.
pub(super) trait ListColumn: Copy + PartialEq + 'static {
    /// Every name of every column.
    const NAMES: &'static [(&'static str, Self)];
    /// Those that must be there.
    const REQUIRED: &'static [Self];
    /// Those without which no row says anything.
    const KEYS: &'static [Self];
    /// The code of a cell that is wrong.
    const BAD: Code;
    /// Whether a row with fewer cells than nearly all others is worth a look.
    const FILLS_ROWS: bool = false;

    /// Whether a row may be an entry of the list, and not a title above its header.
    fn may_be_entry(_row: &table::Row) -> bool {
        true
    }

    /// Whether a row at the end is a signature. `holds`: whether a cell is a word that
    /// entries alone hold.
    fn is_signature(_entry: &Entry<Self>, _holds: &dyn Fn(&str) -> bool) -> bool {
        false
    }

    /// Whether a cell under the first key is what entries have there.
    fn is_key(cell: &str) -> bool;

    /// Whether a cell begins with a key and more follows.
    fn begins_with_key(_cell: &str) -> bool {
        false
    }

    /// Whether cells, parted by a delimiter or by `blanks`, may be those of an entry.
    fn may_be_cells(cells: &[&str], blanks: bool, holds: &dyn Fn(&str) -> bool) -> bool;

    /// The canonical name.
    fn as_str(self) -> &'static str;
}

/// What a list gives, one after the other.
pub(super) enum Item<'l, 'r, C> {
    Row(Entry<'l, 'r, C>),
    Problem(Box<Problem>),
    /// Rows were lost: a quote is opened and not rightly closed.
    Lost,
}

/// Where a column stands, and how the header writes it.
pub(super) struct Placed<C> {
    pub(super) column: C,
    pub(super) place: usize,
    pub(super) written: String,
}

/// A row of a list.
pub(super) struct Entry<'l, 'r, C> {
    pub(super) file: &'l str,
    pub(super) columns: &'l [Placed<C>],
    pub(super) row: &'l table::Row<'r>,
}

impl<C: ListColumn> Entry<'_, '_, C> {
    /// The cell of a column; empty where the list has none.
    pub(super) fn cell(&self, column: C) -> &str {
        placed(self.columns, column).map_or("", |placed| bare(self.row.cell(placed.place)))
    }

    /// All cells.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.row.cells().map(bare)
    }

    /// The same, where it says something.
    pub(super) fn some(&self, column: C) -> Option<String> {
        let cell = self.cell(column);
        (!word::is_nothing(cell)).then(|| cell.to_owned())
    }

    /// Whether the list has a column.
    pub(super) fn has(&self, column: C) -> bool {
        placed(self.columns, column).is_some()
    }

    /// The name of a column as the file writes it.
    pub(super) fn written(&self, column: C) -> &str {
        placed(self.columns, column).map_or(column.as_str(), |placed| placed.written.as_str())
    }

    /// Whether a column that every list must have is empty.
    pub(super) fn is_incomplete(&self) -> bool {
        C::REQUIRED.iter().any(|column| self.cell(*column).is_empty())
    }

    /// Where a cell stands.
    pub(super) fn place(&self, column: C) -> Place {
        Place {
            file: self.file.to_owned(),
            line: Some(self.row.line),
            position: None,
            column: Some(column.as_str()),
            sheet: None,
        }
    }

    /// Something wrong with a cell.
    pub(super) fn problem(&self, column: C, message: Text, hint: Text) -> Problem {
        Problem::error(C::BAD, self.place(column), message, hint).with_cell(self.cell(column))
    }
}

fn placed<C: PartialEq>(columns: &[Placed<C>], column: C) -> Option<&Placed<C>> {
    columns.iter().find(|placed| placed.column == column)
}

/// Whether a cell is a name of a column.
pub(super) fn is_name<C: ListColumn>(cell: &str) -> bool {
    fold::find(cell, C::NAMES.iter().copied()).is_some()
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

/// A cell without the formula by which some programs keep a spreadsheet from reading its
/// digits as a number: `="06727"`.
fn bare(cell: &str) -> &str {
    let inner = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(cell, fold::trim)
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

fn read_header<C: ListColumn>(source: &Source, row: &table::Row) -> (Vec<Placed<C>>, Vec<Problem>) {
    let (mut columns, mut problems): (Vec<Placed<C>>, Vec<Problem>) = (Vec::new(), Vec::new());
    let place_in = |column: Option<C>| Place {
        file: source.name.clone(),
        line: Some(row.line),
        position: None,
        column: column.map(C::as_str),
        sheet: None,
    };
    for (place, cell) in row.cells().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let Some(column) = fold::find(cell, C::NAMES.iter().copied()) else {
            // A misspelt column must not be left out in silence: its cells may decide
            // which thresholds apply.
            let near = fold::nearest(cell, C::NAMES.iter().map(|(name, _)| *name));
            let hint = text::near_or(&near, text::column_ignored());
            let (code, message) = (Code::UnknownColumn, text::unknown_column(cell));
            let problem = Problem::error(code, place_in(None), message, hint);
            problems.push(problem.with_cell(cell).as_warning());
            continue;
        };
        if let Some(other) = placed(&columns, column) {
            let message = match other.written == cell {
                true => text::roster_column_twice(cell),
                false => text::column_twice_in_file(cell, &other.written),
            };
            let (code, place) = (Code::DuplicateColumn, place_in(Some(column)));
            let problem = Problem::error(code, place, message, text::keep_one_column());
            problems.push(problem.with_cell(cell));
        }
        columns.insert(0, Placed { column, place, written: cell.to_owned() });
    }
    for column in C::REQUIRED.iter().filter(|column| placed(&columns, **column).is_none()) {
        let required: Vec<&str> = C::REQUIRED.iter().map(|column| column.as_str()).collect();
        let (message, hint) =
            (text::column_missing(column.as_str()), text::list_columns(required.join(", ")));
        problems.push(Problem::error(Code::MissingColumn, place_in(Some(*column)), message, hint));
    }
    (columns, problems)
}
