//! What applies to each kind of commune, resolved once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::law::{Case, Level, Library, Resolved, Signature};
use crate::period::Period;

/// The law of many communes, most of which share theirs with others.
pub(super) struct Standards<'l> {
    library: &'l Library,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// By what a commune is: to find what tells its law from others takes longer.
    cases: HashMap<(Level, Period, Case), Arc<Resolved>>,
    laws: HashMap<Signature, Arc<Resolved>>,
}

impl<'l> Standards<'l> {
    pub(super) fn new(library: &'l Library) -> Standards<'l> {
        Standards { library, known: Mutex::default() }
    }

    /// What applies to `case`; `None` where no set of the level is in force.
    pub(super) fn get(&self, level: Level, period: Period, case: &Case) -> Option<Arc<Resolved>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (level, period, case.clone());
        if let Some(law) = known.cases.get(&key) {
            return Some(Arc::clone(law));
        }
        let set = self.library.in_force(level, period.last_day())?;
        let resolve = || Arc::new(set.resolve(period, case));
        let law = known.laws.entry(set.signature(period, case)).or_insert_with(resolve);
        let law = Arc::clone(law);
        known.cases.insert(key, Arc::clone(&law));
        Some(law)
    }
}
