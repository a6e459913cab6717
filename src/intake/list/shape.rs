//! Where a list begins and ends among the rows of its file, and which of its rows are not
//! split as its header is. A row that may be an entry is never taken for a title or a
//! signature.

use super::entry::{Entry, ListColumn, is_name, placed, read_header};
use crate::intake::{Source, separator, table};
use crate::problem::{Code, Location, Problem};
use crate::text;

/// Where the list begins and ends.
pub(super) struct ListShape {
    /// How many rows stand above the header.
    pub(super) above: usize,
    /// Whether the first of them is a `sep=` line.
    pub(super) names_delimiter: bool,
    /// The number of its last row, from 1.
    pub(super) end: usize,
    /// How many rows of a signature follow.
    pub(super) below: usize,
    /// Whether all rows are split by one delimiter, and the header by another.
    pub(super) all_split: bool,
    /// The line of the last row, where it does not end and has fewer cells than all others.
    cut: Option<u64>,
    /// Whether rows have a cell for each column, but for a few.
    pub(super) mostly_full: bool,
}

/// How a row that is none under the delimiter of its list would be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Split {
    /// Under another delimiter.
    At(u8),
    /// All of it stands in one cell.
    OneCell,
    /// A cell in quotes holds so many lines, and rows among them.
    Lines(usize),
}

pub(super) fn of_list<C: ListColumn>(
    source: &Source,
    decoded: &str,
    delimiter: u8,
    holds: &dyn Fn(&str) -> bool,
) -> ListShape {
    let (above, names_delimiter) = above::<C>(decoded, delimiter, holds);
    let (mut columns, mut number, mut last) = (Vec::new(), 0, above + 1);
    let (mut seen, mut begun, mut width) = (RowShapes::default(), false, 0);
    table::rows(decoded, 1, delimiter, |line| {
        let signature = match line {
            _ if number < above => false,
            table::Line::Row(row) if number == above => {
                (columns, _) = read_header::<C>(source, &row);
                width = row.len();
                false
            }
            table::Line::Row(row) => {
                let entry = Entry { file: &source.name, sheet: None, columns: &columns, row: &row };
                let split = split(&entry, delimiter, holds);
                begun |= C::begins_signature(&entry);
                // Few rows come so far that their words are compared.
                let signature = split.is_none()
                    && C::is_signature(&entry, begun, holds)
                    && row.cells().filter(|cell| is_name::<C>(cell)).count() < 2;
                begun &= signature;
                if !signature {
                    seen.see(&row, split);
                    seen.full += usize::from(row.len() >= width);
                }
                signature
            }
            table::Line::OpenQuote(_) => {
                seen.rows += 1;
                false
            }
        };
        number += 1;
        if !signature {
            last = number;
        }
    });
    let below = number.saturating_sub(last);
    let (all_split, cut) = (seen.all_split(), seen.cut());
    // Where many leave empty cells out at the end, one that does says nothing.
    let mostly_full = 2 * seen.full >= seen.rows;
    ListShape { above, names_delimiter, end: last, below, all_split, cut, mostly_full }
}

/// How many rows stand above the header, and whether the first is a `sep=` line.
fn above<C: ListColumn>(
    decoded: &str,
    delimiter: u8,
    holds: &dyn Fn(&str) -> bool,
) -> (usize, bool) {
    let (mut above, mut names_delimiter, mut best) = (0, false, 1);
    let (mut number, mut may_be_title) = (0, true);
    let named = |row: &table::Row| row.cells().filter(|cell| is_name::<C>(cell)).count();
    table::rows(decoded, 1, delimiter, |line| {
        let row = match line {
            table::Line::Row(row) if may_be_title && number < table::TITLE => row,
            _ => {
                may_be_title = false;
                return;
            }
        };
        if number == 0 && row.cell(0).to_lowercase().starts_with("sep=") {
            (names_delimiter, above) = (true, 1);
        } else if named(&row) > best {
            (best, above) = (named(&row), number);
        } else if C::may_be_entry(&row) || split_at::<C>(&row, delimiter, holds).is_some() {
            may_be_title = false;
        }
        number += 1;
    });
    (above, names_delimiter)
}

/// What was seen of the rows below the header.
#[derive(Default)]
struct RowShapes {
    rows: usize,
    /// Rows with a cell for each column.
    full: usize,
    /// Rows that are split as the first such one is.
    split: usize,
    first: Option<Split>,
    /// The fewest cells of a row but the last.
    least: Option<usize>,
    /// The last row: its line, its cells, whether its line ends.
    last: Option<(u64, usize, bool)>,
}

impl RowShapes {
    fn see(&mut self, row: &table::Row, split: Option<Split>) {
        self.rows += 1;
        let at = split.filter(|split| matches!(split, Split::At(_)));
        if at.is_some() && *self.first.get_or_insert(Split::OneCell) == Split::OneCell {
            self.first = at;
        }
        self.split += usize::from(at.is_some() && at == self.first);
        if let Some((_, cells, _)) = self.last {
            self.least = Some(self.least.map_or(cells, |least| least.min(cells)));
        }
        self.last = Some((row.line, row.len(), row.ended));
    }

    fn all_split(&self) -> bool {
        self.split > 0 && self.split == self.rows
    }

    fn cut(&self) -> Option<u64> {
        let (line, cells, ended) = self.last?;
        (!ended && self.least.is_some_and(|least| cells < least)).then_some(line)
    }
}

impl ListShape {
    /// Why a row is not to be read: its cells are not parted as the header's are, or its
    /// end is lost.
    pub(super) fn fault<C: ListColumn>(
        &self,
        entry: &Entry<C>,
        delimiter: u8,
        holds: &dyn Fn(&str) -> bool,
    ) -> Option<Problem> {
        let own = separator::sign(delimiter);
        let (message, hint) = match split(entry, delimiter, holds) {
            Some(Split::At(other)) if self.all_split => {
                let other = separator::sign(other);
                (text::header_split_otherwise(own, other), text::one_delimiter(own))
            }
            Some(Split::At(other)) => {
                let other = separator::sign(other);
                (text::row_split_otherwise(other, own), text::one_delimiter(own))
            }
            Some(Split::OneCell) => (text::row_in_one_cell(), text::part_cells(own)),
            Some(Split::Lines(lines)) => (text::swallowed_rows(lines), text::mend_quote()),
            // Where a cell that must be filled is not, that is told.
            None if self.cut == Some(entry.row.line) && !entry.is_incomplete() => {
                let cell = entry.row.cells().last().unwrap_or_default();
                let place = Location { column: None, ..entry.place(C::KEYS[0]) };
                let (message, hint) = (text::last_row_cut(cell), text::end_last_row());
                return Some(Problem::error(Code::UnreadableRow, place, message, hint));
            }
            None => return None,
        };
        let problem = entry.problem(C::KEYS[0], message, hint);
        Some(problem.with_cell(&entry.row.joined(delimiter)))
    }
}

fn split<C: ListColumn>(entry: &Entry<C>, own: u8, holds: &dyn Fn(&str) -> bool) -> Option<Split> {
    if let Some(lines) = swallowed::<C>(entry.row, own, holds) {
        return Some(Split::Lines(lines));
    }
    // What has its key in its place is an entry, if a faulty one.
    let key = placed(entry.columns, C::KEYS[0]).is_some() && C::is_key(entry.cell(C::KEYS[0]));
    if key || !entry.is_incomplete() {
        return None;
    }
    split_at::<C>(entry.row, own, holds)
}

fn split_at<C: ListColumn>(
    row: &table::Row,
    own: u8,
    holds: &dyn Fn(&str) -> bool,
) -> Option<Split> {
    let line = row.whole();
    let mut filled = row.cells().filter(|cell| !cell.is_empty());
    if let (Some(cell), None) = (filled.next(), filled.next()) {
        let parts: Vec<&str> = cell.split(char::from(own)).map(table::bare).collect();
        let quoted = parts.len() > 1 && C::may_be_cells(&parts, false, holds);
        if quoted || C::begins_with_key(cell) {
            // By which delimiter, where one tells.
            let other = other::<C>(line, own, holds).filter(|_| !quoted);
            return Some(other.unwrap_or(Split::OneCell));
        }
    }
    other::<C>(line, own, holds)
}

fn other<C: ListColumn>(line: &str, own: u8, holds: &dyn Fn(&str) -> bool) -> Option<Split> {
    let mut others = separator::otherwise(line, own);
    let found = others.find(|(sign, cells)| C::may_be_cells(cells, *sign == b' ', holds));
    found.map(|(sign, _)| Split::At(sign))
}

/// How many lines a cell in quotes holds that holds rows.
fn swallowed<C: ListColumn>(
    row: &table::Row,
    own: u8,
    holds: &dyn Fn(&str) -> bool,
) -> Option<usize> {
    if !row.is_unquoted() {
        return None;
    }
    let is_row = |line: &str| {
        let cells: Vec<&str> = line.split(char::from(own)).map(table::bare).collect();
        cells.len() > 1 && C::may_be_cells(&cells, false, holds)
    };
    let mut swallowing = row.cells().filter(|cell| cell.lines().skip(1).any(is_row));
    swallowing.next().map(|cell| cell.lines().count())
}
