//! Two laws that some communes were judged by.

use std::sync::Arc;

use super::carry::Pairs;
use super::differs::RequirementChange;
use crate::law::Resolved;

/// Two laws that some communes were judged by, before and now.
#[derive(Clone, Debug)]
pub(crate) struct LawPair {
    pub(super) old: Arc<Resolved>,
    pub(super) new: Arc<Resolved>,
    pub(super) pairs: Pairs,
    /// Likewise from the new law to the old one.
    pub(super) back: Pairs,
    /// What differs of the requirement of each indicator of the new law that is compared.
    pub(super) differs: Vec<RequirementChange>,
    /// For each indicator of the new law, the same in the old one where they are
    /// compared.
    pub(super) compared: Vec<Option<usize>>,
}

impl LawPair {
    pub(super) fn is(&self, old: &Arc<Resolved>, new: &Arc<Resolved>) -> bool {
        Arc::ptr_eq(&self.old, old) && Arc::ptr_eq(&self.new, new)
    }

    /// The same criterion in the old law, where all their indicators are compared.
    pub(super) fn criterion(&self, new: usize) -> Option<usize> {
        let places = self.new.criteria[new].indicators.clone();
        let partners: Option<Vec<usize>> = places.map(|place| self.compared[place]).collect();
        let partners = partners?;
        let holds = |range: &std::ops::Range<usize>| {
            range.len() == partners.len() && partners.iter().all(|place| range.contains(place))
        };
        self.old.criteria.iter().position(|criterion| holds(&criterion.indicators))
    }
}
