//! What the law asks for now that it did not ask for before.

use std::sync::Arc;

use super::differs::{RequirementChange, facts};
use super::pair::LawPair;
use crate::law::{Resolved, ResolvedIndicator};

/// An indicator whose requirement is another than before, for the communes that are
/// judged alike.
#[derive(Clone, Debug)]
pub struct LawChange {
    /// Before.
    pub old: Stated,
    /// Now.
    pub new: Stated,
    /// What of it is another.
    pub differs: RequirementChange,
    /// The old and new columns of the communes concerned, with how many they are.
    pub columns: Vec<(String, String, usize)>,
}

/// An indicator as a law states it.
#[derive(Clone, Debug)]
pub struct Stated {
    pub law: Arc<Resolved>,
    /// The indicator's place in it.
    pub place: usize,
}

impl Stated {
    /// The indicator.
    pub fn indicator(&self) -> &ResolvedIndicator {
        &self.law.indicators[self.place]
    }

    /// The layers, in the order in which they are laid.
    pub fn layers(&self) -> impl Iterator<Item = &str> {
        self.law.layers.iter().map(|layer| layer.id.as_str())
    }
}

/// Every indicator whose requirement changed, in the order of the new law; communes for
/// which it changed alike are reported together.
pub(super) fn changes(laws: &[(LawPair, usize)]) -> Vec<LawChange> {
    let mut changes: Vec<LawChange> = Vec::new();
    for (pair, communes) in laws {
        for (new, old) in pair.pairs.indicators.iter().enumerate() {
            let Some(old) = *old else { continue };
            let (old, new) = (stated(&pair.old, old), stated(&pair.new, new));
            let differs = RequirementChange::between(old.indicator(), new.indicator());
            if differs == RequirementChange::default() {
                continue;
            }
            let columns = (pair.old.column.clone(), pair.new.column.clone(), *communes);
            match changes.iter_mut().find(|c| alike(&c.old, &old) && alike(&c.new, &new)) {
                Some(change) => add(&mut change.columns, columns),
                None => changes.push(LawChange { old, new, differs, columns: vec![columns] }),
            }
        }
    }
    changes.sort_by_key(|change| change.new.place);
    changes
}

fn stated(law: &Arc<Resolved>, place: usize) -> Stated {
    Stated { law: Arc::clone(law), place }
}

fn alike(one: &Stated, other: &Stated) -> bool {
    one.place == other.place
        && facts(one.indicator()) == facts(other.indicator())
        && one.law.layers == other.law.layers
}

fn add(columns: &mut Vec<(String, String, usize)>, more: (String, String, usize)) {
    match columns.iter_mut().find(|(old, new, _)| *old == more.0 && *new == more.1) {
        Some((_, _, communes)) => *communes += more.2,
        None => columns.push(more),
    }
}
