//! What a layer changes of an indicator.

use std::collections::BTreeMap;
use std::ops::Range;

use super::indicator::{Indicator, without_thresholds};
use super::meaning::Meaning;
use super::plausible::Plausible;
use super::ranges;
use super::terms::{Confidence, Measure};
use super::thresholds::Thresholds;
use crate::named::named;

/// What a layer changes of one indicator.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    /// A new definition; the old one and its thresholds are gone.
    pub(super) definition: Option<Indicator>,
    pub(super) name: Option<String>,
    pub(super) note: Option<String>,
    /// The legal source of what this layer says.
    pub(super) basis: String,
    /// Thresholds by the part's place.
    pub(super) parts: BTreeMap<usize, Thresholds>,
    /// Ranges in which numbers are plausible, by the part's place.
    pub(super) plausible: BTreeMap<usize, Plausible>,
    /// The old thresholds are gone and the new ones are not known.
    pub(super) undetermined: bool,
    /// Thresholds stay as they are but rest on this layer too, and are no surer than it.
    pub(super) rebased: bool,
    /// Of those that ask for yes, by the part's place: what a layer says that leaves them
    /// or allows `không áp dụng`.
    pub(super) restated: BTreeMap<usize, Thresholds>,
    pub(super) confidence: Confidence,
    /// Whether `không áp dụng` is allowed, where it says so.
    pub(super) if_present: Option<bool>,
    /// What was fixed before is open again, but for what it sets itself.
    pub(super) open: bool,
    /// Where it stands in its file.
    pub(super) span: Range<usize>,
}

impl Patch {
    /// Changes `indicator`. `superseded`: a later amendment has redefined it or
    /// left it undetermined, so this layer's thresholds do not live on. `newer`: what is
    /// laid already and yet newer, which this layer cannot open again.
    pub(super) fn apply(
        &self,
        indicator: &mut Indicator,
        superseded: Superseded,
        newer: &[&Patch],
    ) {
        if let Some(definition) = &self.definition {
            *indicator = definition.clone();
            return;
        }
        if superseded == Superseded::Wholly {
            return;
        }
        if let Some(name) = &self.name {
            indicator.redefined = true;
            indicator.name.clone_from(name);
        }
        if self.note.is_some() {
            indicator.note.clone_from(&self.note);
        }
        if let Some(if_present) = self.if_present {
            indicator.if_present = if_present;
        }
        ranges::lay(&mut indicator.parts, &self.plausible, None);
        if self.undetermined {
            without_thresholds(&mut indicator.parts);
            indicator.basis.clone_from(&self.basis);
        }
        if self.rebased {
            indicator.basis = format!("{}; {}", indicator.basis, self.basis);
            indicator.parts.iter_mut().for_each(|part| part.thresholds.rest_on(&self.basis));
        }
        if self.rebased || self.excuses() {
            indicator.parts.iter_mut().for_each(|part| part.thresholds.at_most(self.confidence));
        }
        if superseded == Superseded::No {
            if self.open {
                without_thresholds(&mut indicator.parts);
                newer.iter().for_each(|patch| patch.set(indicator));
            }
            self.set(indicator);
        }
    }

    /// Sets its thresholds.
    fn set(&self, indicator: &mut Indicator) {
        for place in 0..indicator.parts.len() {
            if let Some(thresholds) = self.of_part(indicator, place) {
                indicator.parts[place].thresholds.overlay(thresholds);
            }
        }
    }

    /// What it sets of a part; nothing where the part is not what it was when this layer
    /// spoke of it, as after the end of an amendment that had made it another.
    pub(super) fn of_part(&self, indicator: &Indicator, place: usize) -> Option<&Thresholds> {
        let part = indicator.parts.get(place)?;
        let thresholds = self.parts.get(&place)?;
        let means = |meaning: &Meaning| {
            let unit = part.measure.is_numeric().then_some(&part.unit);
            let graded = part.measure == Measure::Grade;
            let grades: &[String] = if graded { &indicator.grades } else { &[] };
            meaning.part == part.name
                && meaning.op == part.op
                && meaning.unit.as_ref() == unit
                && meaning.grades == grades
        };
        thresholds.meaning.as_deref().is_none_or(means).then_some(thresholds)
    }

    /// Whether all that it says is that `không áp dụng` is allowed.
    pub(super) fn excuses(&self) -> bool {
        let excuses = self.if_present == Some(true) && self.definition.is_none();
        excuses && self.parts.is_empty() && !self.undetermined
    }

    /// What this amendment does to the layers that are older than it.
    pub(super) fn supersedes(&self) -> Superseded {
        match (&self.definition, self.undetermined) {
            (Some(_), _) => Superseded::Wholly,
            (None, true) => Superseded::Thresholds,
            (None, false) => Superseded::No,
        }
    }
}

impl Patch {
    /// What it does to the threshold of the part at `place` in a year and column of an
    /// indicator on which it is laid.
    pub(super) fn effect(
        &self,
        (indicator, place): (&Indicator, usize),
        (year, column): (i16, Option<usize>),
        superseded: Superseded,
    ) -> Effect {
        let is_set = |thresholds: &Thresholds| {
            column.is_some_and(|column| thresholds.get(year, column).is_some())
        };
        // What a newer amendment has set stays.
        let is_left = |indicator: &Indicator, place: usize| {
            indicator.parts.get(place).is_some_and(|part| is_set(&part.thresholds))
        };
        if let Some(definition) = &self.definition {
            let part = definition.parts.get(place);
            let set = part.is_some_and(|part| is_set(&part.thresholds));
            return if set { Effect::Sets } else { Effect::Opens };
        }
        let sets = self.of_part(indicator, place).is_some_and(is_set);
        match (superseded, sets) {
            (Superseded::No, true) => Effect::Sets,
            (_, true) => Effect::SetAside,
            (Superseded::Wholly, false) => Effect::Untouched,
            (_, false) if self.undetermined => Effect::Opens,
            (Superseded::No, false) if self.open && !is_left(indicator, place) => Effect::Opens,
            (_, false) if self.rebased => Effect::Rests,
            (_, false) => Effect::Untouched,
        }
    }

    /// Whether it allows `không áp dụng`.
    pub(super) fn allows_absence(&self, superseded: Superseded) -> bool {
        match &self.definition {
            Some(definition) => definition.if_present,
            None => self.if_present == Some(true) && superseded != Superseded::Wholly,
        }
    }
}

named! {
    /// What a layer does to the threshold of a part, in one year and column.
    pub Effect {
        /// It says nothing of it.
        Untouched "untouched"
        Sets "sets"
        /// It leaves it open, or takes it away without a new one.
        Opens "opens"
        /// It leaves it as it is, which then rests on this layer too.
        Rests "rests"
        /// It would set it, but a newer amendment has set that aside.
        SetAside "set_aside"
    }
}

/// How much of an older layer's patch a later amendment sets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Superseded {
    No,
    Thresholds,
    Wholly,
}

impl Thresholds {
    fn rest_on(&mut self, basis: &str) {
        for threshold in self.all_mut() {
            threshold.basis = format!("{}; {basis}", threshold.basis);
        }
    }

    /// What was confirmed is no surer than what a layer that nobody confirmed makes of it.
    fn at_most(&mut self, confidence: Confidence) {
        for threshold in self.all_mut().filter(|t| t.confidence == Confidence::Confirmed) {
            threshold.lower_to(confidence);
        }
    }
}
