//! What the law changed between two months, which must not be taken for progress.

use std::collections::{BTreeSet, HashMap};

use super::Month;
use crate::analysis::change::Differs;
use crate::intake::Roster;
use crate::law::{IndicatorId, Resolved};

/// What the law changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LawShift {
    /// Whether another base set applies.
    pub set: bool,
    /// Whether other layers do.
    pub layers: bool,
    /// The indicators that some commune must reach something else in.
    pub indicators: BTreeSet<IndicatorId>,
}

impl LawShift {
    /// Whether anything changed.
    pub fn any(&self) -> bool {
        self.set || self.layers || !self.indicators.is_empty()
    }

    /// Takes in what one resolution changes against another.
    pub(super) fn add(&mut self, before: &Resolved, now: &Resolved) {
        if before.set != now.set {
            // Numbers of indicators mean something else in another set.
            self.set = true;
            return;
        }
        self.layers |= before.layers != now.layers;
        let changed = now.indicators.iter().filter(|indicator| {
            let place = before.position(indicator.id);
            place.is_none_or(|place| {
                Differs::between(&before.indicators[place], indicator).matters()
            })
        });
        self.indicators.extend(changed.map(|indicator| indicator.id));
    }
}

/// What changed for the communes that have reported in both months; where none has, for
/// the whole country.
pub(super) fn between(before: &Month, now: &Month, roster: &Roster) -> LawShift {
    let code = |commune: usize| roster.communes[commune].code.as_str();
    let laws: HashMap<&str, &Resolved> =
        before.tallies.iter().map(|tally| (code(tally.commune), &*tally.law)).collect();
    let mut change = LawShift::default();
    let mut seen: Vec<[*const Resolved; 2]> = Vec::new();
    for tally in now.tallies {
        let Some(law) = laws.get(code(tally.commune)) else {
            continue;
        };
        // Thousands of communes share a law.
        let pair = [std::ptr::from_ref(*law), std::ptr::from_ref(&*tally.law)];
        if !seen.contains(&pair) {
            change.add(law, &tally.law);
            seen.push(pair);
        }
    }
    if seen.is_empty() {
        change.add(before.common, now.common);
    }
    change
}
