//! What of a resolved set nobody has confirmed, and where each threshold is stated.

use super::history::{History, Step};
use super::library::Set;
use super::resolve::Resolved;
use super::source::Origin;
use super::{Case, Confidence, Requirement, ResolvedIndicator};
use crate::period::Period;

/// A threshold that is to be read in the decision.
#[derive(Clone, Debug)]
pub struct ToConfirm {
    /// The place of its indicator in [`Resolved::indicators`].
    pub indicator: usize,
    /// The place of its part.
    pub part: usize,
    /// The year it is of; `None` where it is of every year.
    pub year: Option<i16>,
    /// The base set or layer that states it, or leaves it open.
    pub stated_by: String,
    /// Built in or a file.
    pub origin: Origin,
    /// The file as messages name it.
    pub file: String,
}

impl Set {
    /// Every threshold of `law` that is not confirmed or not set: what [`Set::resolve`]
    /// gave for the same period and case.
    pub fn to_confirm(&self, law: &Resolved, period: Period, case: &Case) -> Vec<ToConfirm> {
        let mut list = Vec::new();
        for (place, indicator) in law.indicators.iter().enumerate() {
            if indicator.require.iter().all(is_confirmed) {
                continue;
            }
            let Some(history) = self.history(indicator.id, period, case) else {
                continue;
            };
            let open = indicator.require.iter().enumerate().filter(|(_, r)| !is_confirmed(r));
            list.extend(open.map(|(part, requirement)| {
                let step = stating(&history, &requirement.part);
                let of_year =
                    step.place(&requirement.part).is_some_and(|place| step.of_year[place]);
                ToConfirm {
                    indicator: place,
                    part,
                    year: of_year.then_some(history.year),
                    stated_by: step.of.id.to_owned(),
                    origin: step.of.origin,
                    file: step.of.file.to_owned(),
                }
            }));
        }
        list
    }
}

fn is_confirmed(requirement: &Requirement) -> bool {
    requirement.threshold.as_ref().is_some_and(|t| t.confidence == Confidence::Confirmed)
}

/// What states the threshold of a part, or leaves it open: at the least the base set.
fn stating<'h, 's>(history: &'h History<'s>, part: &str) -> &'h Step<'s> {
    let step = history.given_by(part).or_else(|| history.opened_by(part));
    step.unwrap_or(&history.steps[0])
}

impl Resolved {
    /// The same with some of its indicators only, and the criteria that have any.
    pub fn only(&self, keep: impl Fn(usize, &ResolvedIndicator) -> bool) -> Resolved {
        let mut indicators: Vec<ResolvedIndicator> = Vec::new();
        let mut criteria = Vec::new();
        for heading in &self.criteria {
            let start = indicators.len();
            for place in heading.indicators.clone().filter(|p| keep(*p, &self.indicators[*p])) {
                let first_part = indicators.last().map_or(0, |before| before.parts().end);
                indicators.push(ResolvedIndicator { first_part, ..self.indicators[place].clone() });
            }
            if start < indicators.len() {
                let indicators = start..indicators.len();
                criteria.push(super::Heading { indicators, ..heading.clone() });
            }
        }
        Resolved { criteria, indicators, ..self.clone() }
    }
}
