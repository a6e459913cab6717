//! What rows of two levels say against each other.

use super::said::number;
use crate::exact::Exact;
use crate::intake::{Observation, Submission};
use crate::law::{IndicatorId, Level};
use crate::problem::Location;

/// Rows of two levels that measure the same thing and cannot both be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// The indicator, by its place in the law.
    pub indicator: usize,
    /// The part, by its place under the indicator.
    pub part: usize,
    /// What the level itself says.
    pub own: Observation,
    /// The lower level.
    pub level: Level,
    pub lower: IndicatorId,
    /// What it says.
    pub other: Observation,
    /// Where; `None` where the places of rows were not kept.
    pub there: Option<Location>,
}

/// Where a level says other than a lower one: of each indicator the first part.
pub fn contradictions(submission: &Submission) -> Vec<Contradiction> {
    let both = || submission.borrowed().iter().filter(|borrowed| borrowed.own);
    if both().next().is_none() {
        return Vec::new();
    }
    let observations = submission.observations();
    let found = both().filter_map(|borrowed| {
        let own = &observations[submission.law.indicators[borrowed.indicator].parts()];
        let pairs = own.iter().cloned().zip(borrowed.observations()).enumerate();
        let mut differing = pairs.filter(|(_, (own, other))| !agree(own, other));
        let (part, (own, other)) = differing.next()?;
        let (level, lower) = (borrowed.from.level, borrowed.lower().id);
        let (indicator, there) = (borrowed.indicator, borrowed.place_of(part));
        Some(Contradiction { indicator, part, own, level, lower, other, there })
    });
    found.collect()
}

/// Whether two observations of one thing can both be right. What is not given says
/// nothing; a number beside a ratio may be rounded.
fn agree(one: &Observation, other: &Observation) -> bool {
    if [one, other].contains(&&Observation::Nothing) {
        return true;
    }
    let (Some(a), Some(b)) = (number(one), number(other)) else {
        return one.value() == other.value();
    };
    let rounded = |number: &Exact, like: &Exact| {
        let decimals = like.as_decimal().and_then(|(_, decimals)| u32::try_from(decimals).ok());
        decimals.is_some_and(|decimals| number.to_decimals(decimals) == *like)
    };
    match (one.ratio(), other.ratio()) {
        // Of the same thing both are counted alike.
        (Some(one), Some(other)) => one == other,
        (Some(_), None) => rounded(&a, &b),
        (None, Some(_)) => rounded(&b, &a),
        _ => a == b,
    }
}
