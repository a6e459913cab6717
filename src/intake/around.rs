//! Rows around the table that hold no data: titles, signatures, the header again, sums.
//! What may be data is none of them.

use super::column::Column;
use super::indicator_cell::IndicatorCell;
use super::repair::RepairKind;
use super::sink::Sink;
use super::table::MOST_CELLS;
use super::table_row::{Table, TableRow};
use super::{cell, header, indicator, second_table, separator, swallowed, word};
use crate::law::IndicatorId;
use crate::problem::Code;
use crate::text;

/// After so many rows of text in one piece the next are not told one by one.
const LONG_TEXT: usize = 1000;

/// A row above the header of a text: its title, if it can be none of the rows and no
/// header. `index`: that of the indicator.
pub(super) fn pass_over_title_of_text(
    row: TableRow,
    index: Option<usize>,
    delimiter: u8,
    sink: &mut Sink,
) {
    swallowed::look_for_rows(row, index, sink);
    let cells = row.cells.cells().take(MOST_CELLS);
    let header = cells.filter(|cell| header::is_known(cell)).count() > 1;
    let data = header || other_delimiter(row, delimiter).is_some();
    pass_over_title(row, index, data, sink);
}

/// A row above the header. Whether it is `data` is seen by its indicator too.
pub(super) fn pass_over_title(row: TableRow, index: Option<usize>, data: bool, sink: &mut Sink) {
    let id = index.and_then(|index| indicator::parse_indicator(row.cells.cell(index)));
    if data || id.is_some_and(|id| row.context().is_of_a_set(id)) {
        sink.find(row.unreadable(text::data_above(), text::move_data()));
    } else {
        sink.piece.repairs.note(RepairKind::TitleRows, 1);
    }
}

/// Whether a row without an indicator is told by itself, the header again or a sum, or one
/// more of a long text: of that the first rows are told, should data follow; it is one fault.
pub(super) fn is_no_data(row: TableRow, indicator: &IndicatorCell, sink: &mut Sink) -> bool {
    if indicator.has_digit {
        return false;
    }
    if row.header().is_header(row.cells) {
        pass_over_header(row, sink);
        return true;
    }
    let sums = |cell: &&str| indicator::is_total(cell) || indicator::begins_total(cell);
    let total = [indicator.text, row.first()].into_iter().find(sums);
    // A sum without a value, below the table, gives nothing.
    if let Some(total) = total.filter(|_| !is_text(row)) {
        let column = Column::Indicator;
        let message = text::totals_row(row.written(column), total);
        sink.find(row.fault(Code::UnknownIndicator, column, message, text::delete_totals()));
        return true;
    }
    let goes_on = sink.piece.tail_rows() >= LONG_TEXT && is_text(row);
    if goes_on {
        sink.piece.extras().tail.rows += 1;
    }
    goes_on
}

/// The header again, or another one: then the table ends.
fn pass_over_header(row: TableRow, sink: &mut Sink) {
    if row.header().is_repeated(row.cells) {
        sink.piece.rows -= 1;
        sink.piece.repairs.note(RepairKind::RepeatedHeaders, 1);
        second_table::pass_over_title(row.table, sink);
    } else {
        sink.find(row.unreadable(text::another_header(), text::split_tables()));
        sink.piece.broken_off = true;
    }
}

/// Whether a row without an indicator is text: who signs, and when. A value, and a row
/// that begins as rows of data do, is none.
pub(super) fn is_text(row: TableRow) -> bool {
    let gives = |cell: &str| cell::is_value(cell) || row.context().is_grade(cell);
    let first = row.first();
    let results = row.header().all_results();
    !results.into_iter().any(|place| gives(row.cells.cell(place)))
        && !row.cells.cells().any(|cell| word::parse_word(cell).is_some())
        && !row.context().is_code(first)
        && !cell::is_number(first)
}

/// Whether the last row, whose line does not end, may be one of data of which a part
/// is lost: it begins with a digit or a commune.
pub(super) fn may_be_cut(row: TableRow) -> bool {
    if row.cells.ended {
        return false;
    }
    let (first, context) = (row.cells.cell(0), row.context());
    // Or with what is left of a commune's name.
    let part = || context.roster.communes.iter().any(|one| one.name.starts_with(first));
    first.starts_with(|c: char| c.is_ascii_digit())
        || context.is_commune(first)
        || (row.cells.len() == 1 && part())
}

/// The delimiter under which a row is one of data, or the header, where it is none under
/// its own.
pub(super) fn other_delimiter(row: TableRow, own: u8) -> Option<u8> {
    let (line, context) = (row.cells.whole(), row.context());
    // Most rows have neither.
    let split = separator::otherwise(line, own).find(|(delimiter, cells)| {
        let rest = || cells[1..].iter().copied();
        let first = cells[0];
        let id =
            |cell: &str| indicator::parse_indicator(cell).is_some_and(|id| context.is_of_a_set(id));
        let gives = |cell: &str| id(cell) || cell::is_value(cell);
        let names = cells.iter().filter(|cell| header::is_known(cell)).count();
        // In a sentence these words are no columns.
        names > 1 && *delimiter != b' '
            || (context.is_code(first) || IndicatorId::parse(first).is_some() && id(first))
                && rest().any(|cell| !cell.is_empty())
            || rest().any(gives) && context.is_commune(first)
            || *delimiter != b' ' && gives_value(row.table, cells)
    });
    split.map(|(delimiter, _)| delimiter)
}

/// Whether a cell is an id of a set and one behind it a value, whoever they are of.
fn gives_value(table: &Table, cells: &[&str]) -> bool {
    let mut cells = cells.iter();
    let id = |cell: &&str| IndicatorId::parse(cell).is_some_and(|id| table.context.is_of_a_set(id));
    let value = |cell: &&str| cell::is_value(cell) && IndicatorId::parse(cell).is_none();
    cells.any(id) && cells.any(value)
}
