//! What the header of a file shows: what is missing, double or unknown.

use super::column::Column;
use super::identity::Identities;
use super::sink::Sink;
use super::table::Row;
use super::table_row::{Table, TableRow};
use super::{encoding, header, swallowed};
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// Reports what is wrong with the header of a table.
pub(super) fn report(table: &Table, row: &Row, identities: &mut Identities, sink: &mut Sink) {
    let (header, line) = (table.header(), table.layout.line);
    let row = TableRow { table, cells: row };
    swallowed::look_for_rows(row, header.place(Column::Indicator), sink);
    if let Some((message, hint)) = unreadable(table) {
        sink.find(row.unreadable(message, hint));
        return;
    }
    if header.names_nothing() {
        let place = table.place(line, Some(Column::Indicator));
        let (message, hint) = (text::no_column_known(row.first()), text::name_columns());
        sink.find(Problem::error(Code::MissingColumn, place, message, hint));
        return;
    }
    let mut find = |code, column, message, hint| {
        sink.find(Problem::error(code, table.place(line, Some(column)), message, hint));
    };
    for (column, this, other) in &header.twice {
        let (message, hint) = (text::column_twice_in_file(this, other), text::keep_one_column());
        find(Code::DuplicateColumn, *column, message, hint);
    }
    for column in [Column::Indicator, Column::Value] {
        if !header.has(column) {
            let (message, hint) = (text::column_missing(column.as_str()), text::name_columns());
            find(Code::MissingColumn, column, message, hint);
        }
    }
    let unknown = |cell: &str, message, hint| {
        let place = table.place(line, None);
        Problem::error(Code::UnknownColumn, place, message, hint).with_cell(cell)
    };
    for (column, written) in &header.misspelt {
        let message = text::misspelt_column(written, column.as_str());
        sink.find(unknown(written, message, text::rename_column(column.as_str())));
    }
    let misspelt = header.misspelt.iter().any(|(column, _)| *column == Column::Commune);
    if !header.has(Column::Commune) && !misspelt {
        identities.look_into_names(table, sink);
    }
    for cell in &header.unknown {
        let near = header::nearest(cell);
        let hint = text::near_or(&near, text::column_ignored());
        sink.find(unknown(cell, text::unknown_column(cell), hint).as_warning());
    }
}

/// Why no row can be read under a header, and what to do.
fn unreadable(table: &Table) -> Option<(Text, Text)> {
    let header = table.header();
    if header.is_too_wide() {
        return Some((text::too_many_columns(header.width), text::a_row_a_line()));
    }
    if let Some(cell) = &header.joined {
        return Some(match header.columns().next() {
            Some(_) => (text::header_with_data(cell), text::part_header()),
            None => (text::no_header(cell), text::name_columns()),
        });
    }
    table.context.flaws.header.map(|flaw| flaw.tell(header.width))
}

/// The cell of a header that lost letters.
pub(super) fn lost_letters<'r>(row: &Row<'r>) -> Option<&'r str> {
    row.cells().find(|cell| encoding::word_lost_letters(cell))
}
