//! What the law changed between two months, which must not be taken for progress.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::months::{Month, Reported};
use crate::analysis::diff::RequirementChange;
use crate::law::{IndicatorId, Resolved};

/// What must be reached otherwise by one commune than before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LawShift {
    /// Whether another base set applies.
    pub set: bool,
    /// The indicators that it must reach something else in.
    pub indicators: BTreeSet<IndicatorId>,
    /// Why so, within one set.
    pub cause: Cause,
}

/// Why something else must be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The law itself: a decision, or another year's threshold.
    #[default]
    Law,
    /// The commune went from one column to another.
    Column {
        from: String,
        to: String,
        /// Whether other layers apply as well.
        layers: bool,
    },
}

impl LawShift {
    /// What one resolution changes against another.
    pub(super) fn between(before: &Resolved, now: &Resolved) -> LawShift {
        if before.set != now.set {
            // Numbers of indicators mean something else in another set.
            return LawShift { set: true, ..LawShift::default() };
        }
        let changed = now.indicators.iter().filter(|indicator| {
            let place = before.position(indicator.id);
            place.is_none_or(|place| {
                RequirementChange::between(&before.indicators[place], indicator).matters()
            })
        });
        let cause = if before.column == now.column {
            Cause::Law
        } else {
            Cause::Column {
                from: before.column.clone(),
                to: now.column.clone(),
                layers: before.layers != now.layers,
            }
        };
        let indicators = changed.map(|indicator| indicator.id).collect();
        LawShift { set: false, indicators, cause }
    }

    /// Whether anything changed: layers that leave every threshold as it is do not count.
    pub fn any(&self) -> bool {
        self.set || !self.indicators.is_empty()
    }

    /// Whether anything changed for an indicator.
    pub fn concerns(&self, id: IndicatorId) -> bool {
        self.set || self.indicators.contains(&id)
    }
}

/// What communes must reach otherwise than before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LawChange {
    /// Whether another base set applies to some.
    pub set: bool,
    /// The indicators that some must reach something else in.
    pub indicators: BTreeSet<IndicatorId>,
    /// How many they are.
    pub communes: usize,
    /// Of those under the same set: why, how many, and the indicators.
    pub causes: BTreeMap<Cause, (usize, BTreeSet<IndicatorId>)>,
}

impl LawChange {
    /// Takes in what changed for a commune.
    pub(crate) fn add(&mut self, shift: &LawShift) {
        if !shift.any() {
            return;
        }
        self.communes += 1;
        self.set |= shift.set;
        self.indicators.extend(&shift.indicators);
        if !shift.set {
            let (communes, indicators) = self.causes.entry(shift.cause.clone()).or_default();
            *communes += 1;
            indicators.extend(&shift.indicators);
        }
    }

    /// What changed of one alone, not counted: of a commune, or of the whole country.
    pub fn of_one(shift: &LawShift) -> LawChange {
        let mut change = LawChange::default();
        change.add(shift);
        change.communes = 0;
        change.causes.values_mut().for_each(|(communes, _)| *communes = 0);
        change
    }

    /// What changed for an indicator, `shifts` being those of the communes.
    pub fn of_indicator<'s>(
        &self,
        id: IndicatorId,
        shifts: impl Iterator<Item = &'s LawShift>,
    ) -> LawChange {
        let only = |cause: &Cause, set| {
            let indicators = if set { BTreeSet::new() } else { BTreeSet::from([id]) };
            LawShift { set, indicators, cause: cause.clone() }
        };
        let concerned = shifts.filter(|shift| shift.concerns(id));
        let mut change = LawChange::default();
        concerned.for_each(|shift| change.add(&only(&shift.cause, shift.set)));
        if self.communes == 0 && (self.set || self.indicators.contains(&id)) {
            LawChange::of_one(&only(&Cause::Law, self.set))
        } else {
            change
        }
    }

    /// Whether anything changed for anyone.
    pub fn any(&self) -> bool {
        self.set || !self.indicators.is_empty()
    }
}

/// What changed between pairs of laws, each computed once: thousands of communes share
/// a law.
#[derive(Default)]
pub(super) struct Shifts(HashMap<[*const Resolved; 2], LawShift>);

impl Shifts {
    /// What changed for a commune between two of its reports.
    pub(super) fn between(
        &mut self,
        months: &[Month],
        before: &Reported,
        now: &Reported,
    ) -> LawShift {
        let law = |reported: &Reported| &*months[reported.month].tallies[reported.tally].law;
        let (before, now) = (law(before), law(now));
        let pair = [std::ptr::from_ref(before), std::ptr::from_ref(now)];
        self.0.entry(pair).or_insert_with(|| LawShift::between(before, now)).clone()
    }
}
