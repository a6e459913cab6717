//! What differs of a requirement between two laws.

use crate::law::{Measure, Op, ResolvedIndicator, Value};

/// What of a requirement is another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequirementChange {
    /// Its parts, or what is measured of them.
    pub parts: bool,
    pub unit: bool,
    /// How values are compared.
    pub op: bool,
    /// A value to reach.
    pub threshold: bool,
    /// A legal source.
    pub basis: bool,
}

impl RequirementChange {
    /// What differs, in the words of JSON.
    pub fn words(self) -> Vec<&'static str> {
        let all = [
            (self.parts, "parts"),
            (self.unit, "unit"),
            (self.op, "op"),
            (self.threshold, "threshold"),
            (self.basis, "basis"),
        ];
        all.into_iter().filter(|(differs, _)| *differs).map(|(_, word)| word).collect()
    }

    /// Whether the verdict on a value may be another for it.
    pub fn matters(self) -> bool {
        self.parts || self.unit || self.op || self.threshold
    }

    /// How a requirement differs from an earlier one.
    pub(in crate::analysis) fn between(
        old: &ResolvedIndicator,
        new: &ResolvedIndicator,
    ) -> RequirementChange {
        let (old, new) = (facts(old), facts(new));
        let measured = |fact: &Fact<'_>| (fact.0.to_owned(), fact.1);
        if !old.iter().map(measured).eq(new.iter().map(measured)) {
            // One by one they cannot be compared.
            let basis = !old.iter().map(|f| f.5).eq(new.iter().map(|f| f.5));
            return RequirementChange { parts: true, basis, ..RequirementChange::default() };
        }
        let any = |differs: fn(&Fact, &Fact) -> bool| {
            old.iter().zip(&new).any(|(old, new)| differs(old, new))
        };
        RequirementChange {
            parts: false,
            unit: any(|old, new| old.2 != new.2),
            op: any(|old, new| old.3 != new.3),
            threshold: any(|old, new| old.4 != new.4),
            basis: any(|old, new| old.5 != new.5),
        }
    }
}

/// Part, measure, unit, comparison, threshold and basis.
pub(super) type Fact<'l> = (&'l str, Measure, &'l str, Op, Option<Asked<'l>>, &'l str);

pub(super) fn facts(indicator: &ResolvedIndicator) -> Vec<Fact<'_>> {
    let fact = indicator.require.iter().map(|r| {
        let asked = r.threshold.as_ref().map(|threshold| match &threshold.value {
            Value::Grade(place) => Asked::Grade(&indicator.grades[*place]),
            other => Asked::Other(other),
        });
        (r.part.as_str(), r.measure, r.unit.as_str(), r.op, asked, r.basis.as_str())
    });
    fact.collect()
}

/// A threshold; a grade by its name, as its rank may be another in another law.
#[derive(PartialEq)]
pub(super) enum Asked<'l> {
    Grade(&'l str),
    Other(&'l Value),
}
