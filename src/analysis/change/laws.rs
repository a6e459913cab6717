//! What the law asks for now that it did not ask for before.

use std::sync::Arc;

use super::LawPair;
use crate::law::{Measure, Op, Resolved, ResolvedIndicator, Value};

/// An indicator whose requirement is another than before, for the communes that are
/// judged alike.
#[derive(Clone, Debug)]
pub struct LawChange {
    /// Before.
    pub old: Stated,
    /// Now.
    pub new: Stated,
    /// What of it is another.
    pub differs: Differs,
    /// The old and new columns of the communes concerned, with how many they are.
    pub columns: Vec<(String, String, usize)>,
}

/// An indicator as a law states it.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The law.
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

/// What of a requirement is another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differs {
    /// Its parts, or what is measured of them.
    pub parts: bool,
    /// A unit.
    pub unit: bool,
    /// How values are compared.
    pub op: bool,
    /// A value to reach.
    pub threshold: bool,
    /// A legal source.
    pub basis: bool,
}

impl Differs {
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
    ) -> Differs {
        let (old, new) = (facts(old), facts(new));
        let measured = |fact: &Fact<'_>| (fact.0.to_owned(), fact.1);
        if !old.iter().map(measured).eq(new.iter().map(measured)) {
            // One by one they cannot be compared.
            let basis = !old.iter().map(|f| f.5).eq(new.iter().map(|f| f.5));
            return Differs { parts: true, basis, ..Differs::default() };
        }
        let any = |differs: fn(&Fact, &Fact) -> bool| {
            old.iter().zip(&new).any(|(old, new)| differs(old, new))
        };
        Differs {
            parts: false,
            unit: any(|old, new| old.2 != new.2),
            op: any(|old, new| old.3 != new.3),
            threshold: any(|old, new| old.4 != new.4),
            basis: any(|old, new| old.5 != new.5),
        }
    }
}

/// Part, measure, unit, comparison, threshold and basis.
type Fact<'l> = (&'l str, Measure, &'l str, Op, Option<Asked<'l>>, &'l str);

/// A threshold; a grade by its name, as its rank may be another in another law.
#[derive(PartialEq)]
enum Asked<'l> {
    Grade(&'l str),
    Other(&'l Value),
}

fn facts(indicator: &ResolvedIndicator) -> Vec<Fact<'_>> {
    let fact = indicator.require.iter().map(|r| {
        let asked = r.threshold.as_ref().map(|threshold| match &threshold.value {
            Value::Grade(place) => Asked::Grade(&indicator.grades[*place]),
            other => Asked::Other(other),
        });
        (r.part.as_str(), r.measure, r.unit.as_str(), r.op, asked, r.basis.as_str())
    });
    fact.collect()
}

/// Every indicator whose requirement changed, in the order of the new law; communes for
/// which it changed alike are told together.
pub(super) fn changes(laws: &[(LawPair, usize)]) -> Vec<LawChange> {
    let mut changes: Vec<LawChange> = Vec::new();
    for (pair, communes) in laws {
        for (new, old) in pair.pairs.indicators.iter().enumerate() {
            let Some(old) = *old else { continue };
            let (old, new) = (stated(&pair.old, old), stated(&pair.new, new));
            let differs = Differs::between(old.indicator(), new.indicator());
            if differs == Differs::default() {
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
