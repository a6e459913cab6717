//! What the header of a file shows: what is missing, double or unknown.

use super::column::Column;
use super::header::Header;
use super::identity::Identities;
use super::otherwise::Otherwise;
use super::sink::Sink;
use super::table::Row;
use super::table_row::{Table, TableRow};
use super::{encoding, head_across, header, swallowed, titled};
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// Reports what is wrong with the header of a table.
pub(super) fn report(table: &Table, row: &Row, identities: &mut Identities, sink: &mut Sink) {
    let (header, line) = (table.header(), table.layout.line);
    let is_across = !table.layout.across.is_empty() || !table.layout.faults.is_empty();
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
    if !header.has(Column::Indicator) {
        let message = text::column_missing(Column::Indicator.as_str());
        find(Code::MissingColumn, Column::Indicator, message, text::name_columns());
    }
    if let Some((code, message, hint)) = no_result(header).filter(|_| !is_across) {
        find(code, Column::Value, message, hint);
    }
    head_across::report(table, sink);
    let unknown = |cell: &str, message, hint| {
        let place = table.place(line, None);
        Problem::error(Code::UnknownColumn, place, message, hint).with_cell(cell)
    };
    for (column, written) in &header.misspelt {
        let message = text::misspelt_column(written, column.as_str());
        sink.find(unknown(written, message, text::rename_column(column.as_str())));
    }
    let misspelt = header.misspelt.iter().any(|(column, _)| *column == Column::Commune);
    let is_named = match table.layout.headers() {
        [first, ..] => first.has(Column::Commune) || is_across && table.layout.across.is_empty(),
        [] => false,
    };
    if !is_named && !misspelt {
        identities.look_into_names(table, sink);
    }
    titled::warn_of_names(table, sink);
    // Where there are no results these columns are named with that.
    let is_known = |what: &Otherwise| *what == Otherwise::NotReached && header.has(Column::Value);
    let otherwise = header.otherwise.iter().filter(|(what, _)| is_known(what));
    let otherwise = otherwise.map(|(_, cell)| (cell, Vec::new()));
    let nameless = header.unknown.iter().map(|cell| (cell, header::nearest(cell)));
    for (cell, near) in nameless.chain(otherwise) {
        let hint = text::near_or(&near, text::column_ignored());
        sink.find(unknown(cell, text::unknown_column(cell), hint).as_warning());
    }
}

/// Why nothing tells what was reached: no column does, or a mark in one would mean the
/// opposite.
fn no_result(header: &Header) -> Option<(Code, Text, Text)> {
    let not_met = header.otherwise.iter().find(|(what, _)| *what == Otherwise::NotMet);
    let not_met = not_met.map(|(_, written)| {
        (text::column_of_not_met(written), text::write_verdict_in_one_column())
    });
    if header.has(Column::Value) {
        return not_met.map(|(message, hint)| (Code::UnknownColumn, message, hint));
    }
    let claims = header.claims().map(|claim| claim.written);
    let others = header.otherwise.iter().map(|(_, written)| written.as_str());
    let beside: Vec<&str> = others.chain(claims).collect();
    let (message, hint) = not_met.unwrap_or_else(|| match &beside[..] {
        [] => (text::column_missing(Column::Value.as_str()), text::name_columns()),
        _ => {
            let beside = beside.join("”, “");
            let message = text::column_missing_beside(Column::Value.as_str(), beside);
            (message, text::name_the_result())
        }
    });
    Some((Code::MissingColumn, message, hint))
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
    table.context.flaws.header.map(|flaw| flaw.message_and_hint(header.width))
}

/// The cell of a header that lost letters.
pub(super) fn lost_letters<'r>(row: &Row<'r>) -> Option<&'r str> {
    row.cells().find(|cell| encoding::word_lost_letters(cell))
}
