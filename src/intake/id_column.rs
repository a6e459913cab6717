//! In which column the ids of the indicators stand, where several may hold them.

use std::collections::HashSet;

use super::column::Column;
use super::context::Context;
use super::header::{Header, Named};
use super::indicator;
use super::reader::Reader;
use super::table::Row;
use crate::law::{IndicatorId, Resolved};
use crate::problem::{Code, Problem};
use crate::text;

/// Counts in each column the cells that begin with an id of a set in force.
pub(super) struct IdColumns {
    /// `None` where it is not known which sets are in force.
    ids: Option<HashSet<IndicatorId>>,
    counts: Vec<usize>,
}

impl IdColumns {
    /// `None` where no choice is to be made.
    pub(super) fn of(header: &Header, context: &Context) -> Option<IdColumns> {
        let several = header.id_columns.len() > 1;
        let ids = several.then(|| Reader::new(context, None, 1).ids_in_force());
        Some(IdColumns { ids: ids?, counts: vec![0; header.id_columns.len()] })
    }

    /// Looks at a row below the header.
    pub(super) fn see(&mut self, header: &Header, row: &Row) {
        for (column, count) in header.id_columns.iter().zip(&mut self.counts) {
            let id = indicator::read(row.cell(column.place));
            let known = |id| self.ids.as_ref().is_none_or(|ids| ids.contains(&id));
            *count += usize::from(id.is_some_and(known));
        }
    }

    /// Takes the column with the most; of equal ones that whose name is surer, then the
    /// first.
    pub(super) fn choose(self, header: &mut Header) {
        let ranked = header.id_columns.iter().zip(&self.counts);
        let best = ranked.min_by_key(|(column, count)| (usize::MAX - **count, column.named));
        if let Some(place) = best.map(|(column, _)| column.place) {
            header.set_ids(place);
        }
    }
}

impl Reader<'_> {
    /// A row that names one indicator in the column of the ids and another in one beside it.
    pub(super) fn other_id(&self, row: &Row, id: IndicatorId, law: &Resolved) -> Option<Problem> {
        let named = self.header.words().filter(|column| column.named != Named::Loosely);
        let mut others = named.filter_map(|column| {
            let other = indicator::read(row.cell(column.place))?;
            (other != id && law.position(other).is_some()).then_some((column, other))
        });
        let (column, other) = others.next()?;
        let own = self.header.written(Column::Indicator);
        let message = text::two_indicators(own, id, &column.written, other);
        let hint = text::one_indicator();
        Some(self.problem(row, Code::UnknownIndicator, Column::Indicator, message, hint))
    }
}
