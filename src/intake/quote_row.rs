//! Rows kept as their files write them, where they are wanted.

use super::column::Column;
use super::context::Keep;
use super::copy_row::requirement;
use super::indicator_cell::IndicatorCell;
use super::quantity::{RowCells, Spoken};
use super::quoted::{PendingQuote, QuotedCell, QuotedNumber};
use super::sink::Sink;
use super::table_row::TableRow;
use super::{book, value};
use crate::law::Resolved;

/// Keeps a row as written, where it is wanted.
pub(super) fn keep(row: TableRow, cell: &IndicatorCell, law: Option<&Resolved>, sink: &mut Sink) {
    let Keep::Quotes(wanted) = row.context().keep else {
        return;
    };
    let sheet = row.table.sheet.as_deref();
    if !wanted.contains(&(sheet.map(str::to_owned), row.line())) {
        return;
    }
    let cells = row.header().columns().filter_map(|(column, head, index)| {
        let text = row.cells.cell(index);
        let address = |name| book::in_sheet(name, Some(index), Some(row.line())).cell;
        let number = number(row, cell, law, column);
        let quoted = QuotedCell {
            column: column.as_str(),
            head: head.to_owned(),
            text: text.to_owned(),
            address: sheet.and_then(address),
            how: None,
        };
        (!text.is_empty()).then_some((quoted, number))
    });
    let quoted =
        PendingQuote { line: row.line(), of: row.header().name_of_one(), cells: cells.collect() };
    sink.piece.extras().quoted.push(quoted);
}

/// What a cell is as a number.
fn number(
    row: TableRow,
    cell: &IndicatorCell,
    law: Option<&Resolved>,
    column: Column,
) -> QuotedNumber {
    let index = TableRow::VALUES.iter().position(|other| *other == column);
    let indicator = law.zip(cell.id).and_then(|(law, id)| Some(&law.indicators[law.position(id)?]));
    let (Some(index), Some(indicator)) = (index, indicator) else {
        return QuotedNumber::None;
    };
    let required = requirement(&cell.part, indicator);
    if !required.measure.is_numeric() {
        return QuotedNumber::None;
    }
    if row.header().is_number(row.cells, column) {
        return QuotedNumber::Sheet;
    }
    let spoken = Spoken::new(RowCells::new(row.values(), [false; 3], &[]), required);
    // Of a ratio in the value's cell its first number tells.
    let told = if spoken.numbers[index].is_empty() { 1 } else { index };
    QuotedNumber::Text(value::range(told, required), spoken.numbers[told].to_owned())
}
