//! The law in force: what applies to the commune, level and period of a row.

use std::sync::Arc;

use super::column::Column;
use super::key::Identity;
use super::sink::Sink;
use super::table_row::TableRow;
use crate::law::{CommuneProfile, Level, Resolved};
use crate::period::Period;
use crate::problem::Code;
use crate::text;

/// What applied to the row before: rows of one commune follow each other.
#[derive(Default)]
pub(super) struct Applicable(Option<(LawKey, Arc<Resolved>)>);

/// What a row's law depends on: its commune, level and period.
type LawKey = (Option<usize>, Level, Period);

impl Applicable {
    /// The law of the row's level; without a commune, that of the whole country. That no set
    /// is in force is a fault.
    pub(super) fn find(
        &mut self,
        row: TableRow,
        who: &Identity,
        sink: &mut Sink,
    ) -> Option<&Arc<Resolved>> {
        let context = row.context();
        let (level, period) = (who.level?, who.period.or(context.due.expected)?);
        let key = (who.commune, level, period);
        if self.0.as_ref().is_none_or(|(last, _)| *last != key) {
            let everywhere = CommuneProfile::default();
            let communes = &context.roster.communes;
            let case = who.commune.map_or(&everywhere, |index| &communes[index].case);
            self.0 = context.standards.get(level, period, case).map(|law| (key, law));
        }
        if self.0.is_none() {
            let written = row.written(Column::Level);
            let told = (text::no_set_for_row(written, level, period), text::see_sets());
            sink.fault_of_cell_or_file(row, Code::BadLevel, Column::Level, told);
        }
        self.0.as_ref().map(|(_, law)| law)
    }
}
