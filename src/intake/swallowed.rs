//! Rows between two quotes that stand there by mistake: they are one cell.

use super::separator::CANDIDATES;
use super::sink::Sink;
use super::table::{self, MOST_CELLS};
use super::table_row::{Table, TableRow};
use super::{cell, header, indicator};
use crate::problem::{Code, Problem};
use crate::text;

/// Looks for rows in the quoted cells of a row, be it of data, the header, its title or
/// a signature. `index`: that of the indicator.
pub(super) fn look_for_rows(row: TableRow, index: Option<usize>, sink: &mut Sink) {
    if !row.cells.is_unquoted() || row.table.sheet.is_some() {
        return;
    }
    let inner = |cell: &&str| cell.contains(['\n', '\r']);
    let rows = |cell: &str| {
        cell.split(['\n', '\r']).skip(1).any(|line| is_swallowed(row.table, line, index))
    };
    if let Some(cell) = row.cells.cells().filter(inner).find(|cell| rows(cell)) {
        let message = text::swallowed_rows(cell.split(['\n', '\r']).count());
        let (at, hint) = (row.place(None), text::mend_quote());
        sink.find(Problem::error(Code::SwallowedRows, at, message, hint).as_warning());
    }
}

/// Whether a line of a cell looks like a row.
fn is_swallowed(table: &Table, line: &str, index: Option<usize>) -> bool {
    let delimiter = table.layout.delimiter;
    let own = looks_like_row(table, &cells(line, delimiter), index);
    // Of a sentence with commas no cell is a value.
    let is_id = |cell: &str| indicator::parse_indicator(cell).is_some();
    let gives = |cell: &&str| cell::is_value(cell) && !is_id(cell);
    let others = CANDIDATES.into_iter().filter(|other| *other != delimiter);
    own || others
        .map(|other| cells(line, other))
        .any(|cells| cells.iter().skip(1).any(gives) && looks_like_row(table, &cells, index))
}

fn looks_like_row(table: &Table, cells: &[&str], index: Option<usize>) -> bool {
    let at_index = cells.get(index.unwrap_or_default());
    let id = at_index.is_some_and(|cell| indicator::parse_indicator(cell).is_some());
    let names = || cells.iter().filter(|cell| header::is_known(cell)).count() > 1;
    cells.len() > 1 && (id || names() || table.context.begins_row(cells[0]))
}

fn cells(line: &str, delimiter: u8) -> Vec<&str> {
    line.split(char::from(delimiter)).take(MOST_CELLS).map(table::bare).collect()
}
