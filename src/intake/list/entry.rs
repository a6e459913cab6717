//! An entry of a list, and the header under which it stands.

use crate::fold;
use crate::intake::{Source, book, table, word};
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// The columns of a list.
pub(in crate::intake) trait ListColumn: Copy + PartialEq + 'static {
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

    /// Whether a row says that a list ends here: who signs, where and when.
    fn begins_signature(_entry: &Entry<Self>) -> bool {
        false
    }

    /// Whether a row at the end is of a signature. `begun`: whether that has begun;
    /// `holds`: whether a cell is a word that entries alone hold.
    fn is_signature(_entry: &Entry<Self>, _begun: bool, _holds: &dyn Fn(&str) -> bool) -> bool {
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

    /// The canonical name: the first of its names.
    fn as_str(self) -> &'static str {
        Self::NAMES.iter().find(|(_, column)| *column == self).map_or("", |(name, _)| name)
    }
}

/// Where a column stands, and how the header writes it.
pub(in crate::intake) struct Placed<C> {
    pub(in crate::intake) column: C,
    pub(in crate::intake) place: usize,
    pub(in crate::intake) written: String,
}

/// A row of a list.
pub(in crate::intake) struct Entry<'l, 'r, C> {
    pub(in crate::intake) file: &'l str,
    /// The sheet of a workbook.
    pub(in crate::intake) sheet: Option<&'l str>,
    pub(in crate::intake) columns: &'l [Placed<C>],
    pub(in crate::intake) row: &'l table::Row<'r>,
}

impl<C: ListColumn> Entry<'_, '_, C> {
    /// The cell of a column; empty where the list has none.
    pub(in crate::intake) fn cell(&self, column: C) -> &str {
        placed(self.columns, column).map_or("", |placed| bare(self.row.cell(placed.place)))
    }

    /// All cells.
    pub(in crate::intake) fn cells(&self) -> impl Iterator<Item = &str> {
        self.row.cells().map(bare)
    }

    /// The same, where it says something.
    pub(in crate::intake) fn some(&self, column: C) -> Option<String> {
        let cell = self.cell(column);
        (!word::is_nothing(cell)).then(|| cell.to_owned())
    }

    /// Whether the list has a column.
    pub(in crate::intake) fn has(&self, column: C) -> bool {
        placed(self.columns, column).is_some()
    }

    /// The name of a column as the file writes it.
    pub(in crate::intake) fn written(&self, column: C) -> &str {
        placed(self.columns, column).map_or(column.as_str(), |placed| placed.written.as_str())
    }

    /// Whether a column that every list must have is empty.
    pub(in crate::intake) fn is_incomplete(&self) -> bool {
        C::REQUIRED.iter().any(|column| self.cell(*column).is_empty())
    }

    /// Where a cell stands.
    pub(in crate::intake) fn place(&self, column: C) -> Location {
        let line = Some(self.row.line);
        let index = placed(self.columns, column).map(|placed| placed.place);
        Location {
            file: self.file.to_owned(),
            line,
            position: None,
            column: Some(column.as_str()),
            sheet: self.sheet.map(|sheet| book::in_sheet(sheet, index, line)),
            of: None,
        }
    }

    /// Something wrong with a cell.
    pub(in crate::intake) fn problem(&self, column: C, message: Text, hint: Text) -> Problem {
        Problem::error(C::BAD, self.place(column), message, hint).with_cell(self.cell(column))
    }
}

pub(super) fn placed<C: PartialEq>(columns: &[Placed<C>], column: C) -> Option<&Placed<C>> {
    columns.iter().find(|placed| placed.column == column)
}

/// Whether a cell is a name of a column.
pub(in crate::intake) fn is_name<C: ListColumn>(cell: &str) -> bool {
    fold::find(cell, C::NAMES.iter().copied()).is_some()
}

pub(super) fn read_header<C: ListColumn>(
    source: &Source,
    row: &table::Row,
) -> (Vec<Placed<C>>, Vec<Problem>) {
    let (mut columns, mut problems): (Vec<Placed<C>>, Vec<Problem>) = (Vec::new(), Vec::new());
    let place_in = |column: Option<C>| Location {
        file: source.name.clone(),
        line: Some(row.line),
        position: None,
        column: column.map(C::as_str),
        sheet: None,
        of: None,
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
            let message = if other.written == cell {
                text::roster_column_twice(cell)
            } else {
                text::column_twice_in_file(cell, &other.written)
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

/// A cell without the formula by which some programs keep a spreadsheet from reading its
/// digits as a number: `="06727"`.
fn bare(cell: &str) -> &str {
    let inner = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    inner.map_or(cell, fold::trim)
}
