//! Cells of a sheet that cannot be read for certain: formulas that nobody computed,
//! numbers that show something else, cells merged over several values.

use super::column::Column;
use super::header_marks::Marked;
use super::sink::Sink;
use super::table::CellKind;
use super::table_row::TableRow;
use crate::problem::{Code, Problem};
use crate::text;

/// Reports the row's cells that cannot be read; returns whether it is not known what the row
/// is of.
pub(super) fn report(row: TableRow, sink: &mut Sink) -> bool {
    let mut unknown = false;
    for (column, written, place) in row.header().columns() {
        let kind = row.cells.kind(place);
        if !kind.is_flaw() {
            continue;
        }
        let own = matches!(
            column,
            Column::Commune
                | Column::Period
                | Column::Level
                | Column::Indicator
                | Column::Part
                | Column::Source
        );
        unknown |= own;
        let cell = row.cells.cell(place);
        let (code, message, hint) = match kind {
            CellKind::NotComputed => {
                (Code::NotComputed, text::not_computed(written), text::compute_book())
            }
            CellKind::Merged if TableRow::VALUES.contains(&column) => {
                (Code::NotAValue, text::merged_value(written), text::unmerge())
            }
            CellKind::Merged => {
                let value = row.written(Column::Value);
                (Code::NotAValue, text::merged_over_value(value), text::unmerge())
            }
            CellKind::Covered => continue,
            // Nothing follows from a note.
            CellKind::Struck if column == Column::Note => continue,
            CellKind::Struck => {
                let message = text::struck_or_raised(written, cell);
                (Code::ShownOtherwise, message, text::write_anew())
            }
            CellKind::HiddenZero => {
                (Code::ShownOtherwise, text::hidden_zero(written), text::show_zeros())
            }
            _ => {
                let message = text::shown_otherwise(written, cell);
                (Code::ShownOtherwise, message, text::format_as_number())
            }
        };
        let at = row.place(Some(column));
        sink.faults.push(Problem::error(code, at, message, hint).with_cell(cell));
    }
    sink.faults.extend(marks(row));
    unknown
}

/// What is wrong with the marks of a row under the two columns of a verdict.
pub(super) fn marks(row: TableRow<'_>) -> impl Iterator<Item = Problem> {
    row.header().marks().iter().filter_map(move |marks| {
        let written = row.header().written_at(marks.first());
        let [yes, no] = &marks.names;
        let (message, hint, cell) = match marks.read(row.cells) {
            Marked::Both => {
                let message = text::both_marked(written, yes, no);
                (message, text::leave_one_mark(), row.cells.cell(marks.yes))
            }
            Marked::Otherwise(cell) => {
                let message = text::mark_against_its_column(written, cell, yes, no);
                (message, text::mark_with_x(), cell)
            }
            _ => return None,
        };
        let place = row.table.place_at(row.line(), marks.column, marks.first());
        Some(Problem::error(Code::NotAValue, place, message, hint).with_cell(cell))
    })
}

/// Whether the row's value, numerator or denominator is such a cell.
pub(super) fn is_in_value(row: TableRow) -> bool {
    let places = TableRow::VALUES.into_iter().filter_map(|column| row.header().place(column));
    let is_of_value = |problem: Problem| problem.place.column != Some(Column::Claim.as_str());
    places.into_iter().any(|place| row.cells.kind(place).is_flaw())
        || row.header().has_marks() && marks(row).any(is_of_value)
}
