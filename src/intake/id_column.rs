//! In which column the ids of the indicators stand, where several may hold them.

use std::collections::HashSet;
use std::sync::Arc;

use super::context::Context;
use super::header::Header;
use super::indicator;
use super::layout::Layout;
use super::table::Row;
use crate::law::{IndicatorId, Resolved};

/// Counts in each column the cells that begin with an id of a set in force.
pub(super) struct IdColumns {
    /// `None` where it is not known which sets are in force.
    ids: Option<HashSet<IndicatorId>>,
    counts: Vec<usize>,
}

impl IdColumns {
    /// `None` where no choice is to be made.
    pub(super) fn from_header(header: &Header, context: &Context) -> Option<IdColumns> {
        let several = header.id_columns.len() > 1;
        let ids = |law: Arc<Resolved>| law.indicators.iter().map(|i| i.id).collect::<Vec<_>>();
        let ids = several.then(|| context.laws().map(|laws| laws.flat_map(ids).collect()));
        Some(IdColumns { ids: ids?, counts: vec![0; header.id_columns.len()] })
    }

    /// Looks at a row below the header.
    pub(super) fn see(&mut self, header: &Header, row: &Row) {
        for (column, count) in header.id_columns.iter().zip(&mut self.counts) {
            let id = indicator::parse_indicator(row.cell(column.place));
            let known = |id| self.ids.as_ref().is_none_or(|ids| ids.contains(&id));
            *count += usize::from(id.is_some_and(known));
        }
    }

    /// Takes the column with the most; of equal ones that whose name is surer, then the
    /// first.
    pub(super) fn choose(self, layout: &mut Layout) {
        let ranked = layout.header.id_columns.iter().zip(&self.counts);
        let best = ranked.min_by_key(|(column, count)| (usize::MAX - **count, column.named));
        if let Some(place) = best.map(|(column, _)| column.place) {
            layout.set_ids(place);
        }
    }
}
