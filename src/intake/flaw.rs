//! Cells of a sheet that cannot be read for certain: formulas that nobody computed,
//! numbers that show something else, cells merged over several values.

use super::column::Column;
use super::reader::Reader;
use super::table::{CellKind, Row};
use crate::problem::{Code, Problem};
use crate::text;

const VALUES: [Column; 3] = [Column::Value, Column::Numerator, Column::Denominator];

impl Reader<'_> {
    /// Tells of the row's cells that cannot be read; returns whether it is not known what
    /// the row is of.
    pub(super) fn tell_flaws(&self, row: &Row, problems: &mut Vec<Problem>) -> bool {
        let mut unknown = false;
        for (column, written, place) in self.header.columns() {
            let kind = row.kind(place);
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
            let cell = row.cell(place);
            let (code, message, hint) = match kind {
                CellKind::NotComputed => {
                    (Code::NotComputed, text::not_computed(written), text::compute_book())
                }
                CellKind::Merged if VALUES.contains(&column) => {
                    (Code::NotAValue, text::merged_value(written), text::unmerge())
                }
                CellKind::Merged => {
                    let value = self.header.written(Column::Value);
                    (Code::NotAValue, text::merged_over_value(value), text::unmerge())
                }
                CellKind::Covered => continue,
                // Nothing follows from a note.
                CellKind::Struck if column == Column::Note => continue,
                CellKind::Struck => (
                    Code::ShownOtherwise,
                    text::struck_or_raised(written, cell),
                    text::write_anew(),
                ),
                _ => {
                    let message = text::shown_otherwise(written, cell);
                    (Code::ShownOtherwise, message, text::format_as_number())
                }
            };
            let place = self.place(row.line, Some(column.as_str()));
            problems.push(Problem::error(code, place, message, hint).with_cell(cell));
        }
        unknown
    }

    /// Whether the row's value, numerator or denominator is such a cell.
    pub(super) fn has_flawed_value(&self, row: &Row) -> bool {
        let places = VALUES.into_iter().filter_map(|column| self.header.place(column));
        places.into_iter().any(|place| row.kind(place).is_flaw())
    }
}
