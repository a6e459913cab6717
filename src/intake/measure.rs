//! How much: the step that reads the values of a row, once it is known what they are of.

use std::sync::Arc;

use super::column::Column;
use super::flaw;
use super::indicator_cell::IndicatorCell;
use super::key::{Identity, PartOf, RowSubject};
use super::measured::Measured;
use super::parts::{self, PartCell};
use super::quantity::RowCells;
use super::sink::Sink;
use super::table_row::TableRow;
use super::unit_column;
use super::value::Decimal;
use crate::law::{Requirement, Resolved, ResolvedIndicator};

/// Reads the values of a row of the indicator at `index` in the law; returns its slot, where
/// it is compared with others.
pub(super) fn read_measure(
    row: TableRow,
    cell: &IndicatorCell,
    who: &Identity,
    (law, index): (&Arc<Resolved>, usize),
    sink: &mut Sink,
) -> Option<usize> {
    let indicator = &law.indicators[index];
    let decimal = Decimal { forced: row.context().options.decimal, settled: None };
    let line = row.line() - sink.piece.line;
    let is_readable = !row.header().has_values_twice();
    let give = |part: PartOf, cells: RowCells, is_readable: bool, sink: &mut Sink| {
        let about = RowSubject { line, indicator: index, part };
        let slot = who.key().map(|_| sink.add(about, row));
        if is_readable && is_checkable(row, indicator, part) {
            let measured = Measured::read((about, slot), *who, cells, law, decimal);
            sink.take(row.table, measured);
        }
        slot
    };
    if let Some(parts) = parts::in_value(row, &cell.part, indicator) {
        let mut first = None;
        let told = sink.faults.len();
        for PartCell { part, value } in parts {
            let cells = RowCells::new([value, "", ""], [false; 3], &indicator.grades);
            let slot = give(part, cells, is_readable, sink);
            first = first.or(slot);
        }
        // It is one cell, whatever is wrong with its parts.
        sink.faults.truncate(told + 1);
        return first;
    }
    let cells = RowCells::new(row.values(), row.exact(), &indicator.grades);
    let part = cell.part(row, indicator, cells, sink);
    let is_flawed = flaw::is_in_value(row);
    let requirement = &indicator.require[part.place()];
    let in_other_unit = unit_column::contradiction(row, indicator, requirement);
    let in_other_unit = in_other_unit.filter(|_| is_readable && !is_flawed);
    let is_readable = is_readable && !is_flawed && in_other_unit.is_none();
    sink.faults.extend(in_other_unit);
    give(part, cells, is_readable, sink)
}

/// Whether a value can be compared with a part: not where the part is unknown and the parts
/// differ in what they measure, or in what is plausible.
fn is_checkable(row: TableRow, indicator: &ResolvedIndicator, part: PartOf) -> bool {
    // Without a column for it the value's cell was to name the part: that is one fault.
    if part == PartOf::Unsaid && !row.header().has(Column::Part) {
        return false;
    }
    let require = &indicator.require;
    let of = |r: &Requirement| (r.measure, r.plausible.clone());
    let alike = || require.iter().all(|r| of(r) == of(&require[0]));
    !matches!(part, PartOf::Unknown | PartOf::Unsaid | PartOf::Heading) || alike()
}
