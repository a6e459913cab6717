//! What of one law is the same thing in another, and values carried from one to the
//! other.

use crate::fold::Fold;
use crate::intake::Observation;
use crate::law::{Counts, Requirement, Resolved, ResolvedIndicator, Value};

/// Which indicators of one law are those of another.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// For each indicator of the new law, the place of the same in the old one.
    pub indicators: Vec<Option<usize>>,
    /// For each part of the new law, the place of the part whose values it can take.
    parts: Vec<Option<usize>>,
    /// Likewise, the places of the old grades among the new ones.
    grades: Vec<Vec<Option<usize>>>,
    /// Likewise, whether that something does not apply may be said of it.
    optional: Vec<bool>,
}

impl Pairs {
    /// Within one base set indicators are the same by their number, however they were
    /// redefined. Between sets a number says nothing: across levels a set declares what
    /// is the same, within a level the name and what is measured must be.
    pub fn new(old: &Resolved, new: &Resolved) -> Pairs {
        let places = new.indicators.iter().map(|indicator| {
            let same =
                |other: &ResolvedIndicator| match (old.set == new.set, old.level == new.level) {
                    (true, _) => other.id == indicator.id,
                    (false, true) => same_words(other, indicator) && takes(other, indicator),
                    (false, false) => {
                        let declared = indicator.same_as == Some((old.level, other.id))
                            || other.same_as == Some((new.level, indicator.id));
                        declared && takes(other, indicator)
                    }
                };
            old.indicators.iter().position(same)
        });
        let indicators: Vec<Option<usize>> = places.collect();
        let (mut parts, mut grades, mut optional) = (Vec::new(), Vec::new(), Vec::new());
        for (indicator, place) in new.indicators.iter().zip(&indicators) {
            let from = place.map(|place| &old.indicators[place]);
            for requirement in &indicator.require {
                parts.push(from.and_then(|from| Some(from.first_part + part(from, requirement)?)));
                let names = from.map_or(&[][..], |from| &from.grades);
                let rank = |name: &String| indicator.grades.iter().position(|own| own == name);
                grades.push(names.iter().map(rank).collect());
                optional.push(indicator.if_present);
            }
        }
        Pairs { indicators, parts, grades, optional }
    }

    /// Whether every part of an indicator of the new law can take the old values.
    pub fn takes_all(&self, indicator: &ResolvedIndicator) -> bool {
        self.partners(indicator).iter().all(Option::is_some)
    }

    /// For each part of an indicator of the new law, the place of its partner in the old
    /// law, counted over all parts.
    pub(super) fn partners(&self, indicator: &ResolvedIndicator) -> &[Option<usize>] {
        &self.parts[indicator.parts()]
    }

    /// What is known by the old law, as the new one sees it. What cannot be carried
    /// over is not known.
    pub fn carry(&self, old: &[Observation]) -> Vec<Observation> {
        let places = self.parts.iter().enumerate();
        let carried = places.map(|(new, place)| match place.map(|place| &old[place]) {
            Some(Observation::NotApplicable) if !self.optional[new] => Observation::Nothing,
            Some(Observation::Value(Value::Grade(grade))) => {
                let rank = self.grades[new].get(*grade).copied().flatten();
                rank.map_or(Observation::Nothing, |rank| Observation::Value(Value::Grade(rank)))
            }
            Some(observation) => observation.clone(),
            None => Observation::Nothing,
        });
        carried.collect()
    }

    /// The documents of carried values.
    pub fn carry_evidence<'e>(&self, old: &[Option<&'e str>]) -> Vec<Option<&'e str>> {
        self.parts.iter().map(|place| place.and_then(|place| old[place])).collect()
    }
}

/// The part of an indicator whose values a requirement can take.
fn part(from: &ResolvedIndicator, requirement: &Requirement) -> Option<usize> {
    let what = |counts: &Option<Counts>| counts.as_ref().map(|c| Fold::Case.key(&c.what));
    from.require.iter().position(|other| {
        other.part == requirement.part
            && other.measure == requirement.measure
            && other.unit == requirement.unit
            && what(&other.counts) == what(&requirement.counts)
    })
}

/// Whether an indicator has the same parts as another, with the same measures.
fn takes(from: &ResolvedIndicator, to: &ResolvedIndicator) -> bool {
    from.require.len() == to.require.len() && to.require.iter().all(|r| part(from, r).is_some())
}

fn same_words(one: &ResolvedIndicator, other: &ResolvedIndicator) -> bool {
    Fold::Case.key(&one.name) == Fold::Case.key(&other.name)
}
