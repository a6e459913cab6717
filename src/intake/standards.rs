//! What applies to each kind of commune, resolved once.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::law::{CommuneProfile, Level, Library, Resolved, Signature};
use crate::period::Period;

/// The law of many communes, most of which share theirs with others.
pub(super) struct Standards<'l> {
    library: &'l Library,
    known: RwLock<KnownLaws>,
}

#[derive(Default)]
struct KnownLaws {
    /// By what a commune is: to find what tells its law from others takes longer.
    cases: HashMap<(Level, Period), HashMap<CommuneProfile, Arc<Resolved>>>,
    laws: HashMap<Signature, Arc<Resolved>>,
}

impl<'l> Standards<'l> {
    pub(super) fn new(library: &'l Library) -> Standards<'l> {
        Standards { library, known: RwLock::default() }
    }

    /// What applies to `case`; `None` where no set of the level is in force.
    pub(super) fn get(
        &self,
        level: Level,
        period: Period,
        case: &CommuneProfile,
    ) -> Option<Arc<Resolved>> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(law) = known.cases.get(&(level, period)).and_then(|cases| cases.get(case)) {
            return Some(Arc::clone(law));
        }
        drop(known);
        let set = self.library.in_force(level, period.last_day())?;
        let signature = set.signature(period, case);
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        let resolve = || Arc::new(set.resolve(period, case));
        let law = Arc::clone(known.laws.entry(signature).or_insert_with(resolve));
        let cases = known.cases.entry((level, period)).or_default();
        cases.insert(case.clone(), Arc::clone(&law));
        Some(law)
    }
}
