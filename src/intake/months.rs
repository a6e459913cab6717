//! The months in which a commune is on a roster.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::period::Period;

/// The months in which a commune is on a roster, where other rosters of the same communes
/// are those of other months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Months {
    pub(super) own: BTreeSet<Period>,
    /// All for which there is a roster.
    pub(super) all: Arc<BTreeSet<Period>>,
}

impl Months {
    /// Whether it is on the roster of a month: where that has none, on the last before it,
    /// or else on the first.
    pub(super) fn hold(&self, period: Period) -> bool {
        let last = self.all.range(..=period).next_back();
        last.or(self.all.first()).is_some_and(|month| self.own.contains(month))
    }

    /// Whether both are on the roster of some month.
    pub(super) fn meet(&self, other: &Months) -> bool {
        !self.own.is_disjoint(&other.own)
    }
}
