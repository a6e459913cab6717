//! The verdicts: the only arithmetic on values and thresholds.
//!
//! Pure, exact, and unable to fail on what [`crate::intake`] lets through.

mod gap;
mod summary;
mod tally;

pub use gap::{Need, Shortfall};
pub(crate) use summary::thresholds;
pub use summary::{Means, Summary, ThresholdCounts, laws, summarise, summarise_by};
pub use tally::{StatusCounts, Tally, tally, tally_under};

use crate::distinct::distinct;
use crate::exact::Exact;
use crate::intake::{Observation, Submission};
use crate::law::{Op, Requirement, Resolved, ResolvedIndicator, Value};
use crate::named::named;

named! {
    /// The verdict on an indicator. The first that holds, in this order.
    pub Status {
        /// Said so, and the set allows it; counted as met.
        NotApplicable "not_applicable"
        /// Some part fails its threshold.
        NotMet "not_met"
        /// No part fails, some part has no threshold.
        Undetermined "undetermined"
        /// No part fails, all have thresholds, some part has no value.
        Missing "missing"
        /// Every part passes.
        Met "met"
    }
}

impl Status {
    /// Whether it counts as met.
    pub fn counts_as_met(self) -> bool {
        matches!(self, Status::Met | Status::NotApplicable)
    }
}

/// What becomes of one part of an indicator.
#[derive(Clone, Debug)]
pub struct PartScore {
    /// What is known of it.
    pub observation: Observation,
    /// Whether its value reaches its threshold; false without either.
    pub met: bool,
    /// How far it is, 0 to 1.
    pub attainment: Exact,
}

/// The verdict on one indicator.
#[derive(Clone, Debug)]
pub struct IndicatorScore {
    /// The verdict.
    pub status: Status,
    /// The least attainment of its parts, 0 to 1.
    pub attainment: Exact,
}

/// One commune's result at one level in full.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// What was judged.
    pub submission: Submission,
    /// The result in short.
    pub tally: Tally,
    /// Its indicators, in the order of the law.
    pub indicators: Vec<IndicatorScore>,
    /// The parts of all of them, likewise.
    parts: Vec<PartScore>,
}

impl Scorecard {
    /// The parts of an indicator, by its place.
    pub fn parts(&self, indicator: usize) -> &[PartScore] {
        &self.parts[self.submission.law.indicators[indicator].parts()]
    }
}

/// Documents of an indicator's parts, each once.
pub fn documents<'e>(evidence: &[Option<&'e str>]) -> Vec<&'e str> {
    distinct(evidence.iter().flatten().copied())
}

/// Judges a submission.
pub fn score(submission: &Submission) -> Scorecard {
    let (indicators, parts) = judged(submission);
    let tally = Tally::new(submission, &indicators);
    Scorecard { submission: submission.clone(), tally, indicators, parts }
}

fn judged(submission: &Submission) -> (Vec<IndicatorScore>, Vec<PartScore>) {
    verdicts(&submission.law, submission.observations())
}

/// Judges what is known of each part of all indicators, in the order of the law: the
/// verdicts, and what becomes of each part.
pub fn verdicts(
    law: &Resolved,
    observations: Vec<Observation>,
) -> (Vec<IndicatorScore>, Vec<PartScore>) {
    let mut indicators = Vec::with_capacity(law.indicators.len());
    let mut parts: Vec<PartScore> = Vec::with_capacity(observations.len());
    let mut observations = observations.into_iter();
    for indicator in &law.indicators {
        let pairs = indicator.require.iter().zip(&mut observations);
        parts.extend(pairs.map(|(r, o)| part(r, o, &indicator.grades)));
        indicators.push(judge(indicator, &parts[indicator.parts()]));
    }
    (indicators, parts)
}

/// Whether an observation reaches what is required.
pub(crate) fn meets(
    requirement: &Requirement,
    observation: Observation,
    grades: &[String],
) -> bool {
    part(requirement, observation, grades).met
}

fn judge(indicator: &ResolvedIndicator, parts: &[PartScore]) -> IndicatorScore {
    // A part that does not apply asks nothing of the indicator.
    let asked = || {
        let pairs = indicator.require.iter().zip(parts);
        pairs.filter(|(_, part)| part.observation != Observation::NotApplicable)
    };
    let valued = |part: &PartScore| part.observation != Observation::Nothing;
    let fails = |(r, p): (&Requirement, &PartScore)| !p.met && r.threshold.is_some() && valued(p);
    let status = if asked().next().is_none() {
        Status::NotApplicable
    } else if asked().any(fails) {
        Status::NotMet
    } else if asked().any(|(r, _)| r.threshold.is_none()) {
        Status::Undetermined
    } else if asked().any(|(_, p)| !valued(p)) {
        Status::Missing
    } else {
        Status::Met
    };
    let least = asked().map(|(_, part)| &part.attainment).min();
    IndicatorScore { status, attainment: least.cloned().unwrap_or(Exact::ONE) }
}

/// What becomes of one part taken alone, by what is known of it.
pub fn status(requirement: &Requirement, observation: &Observation) -> Status {
    let Some(threshold) = &requirement.threshold else {
        return match observation {
            Observation::NotApplicable => Status::NotApplicable,
            _ => Status::Undetermined,
        };
    };
    match (observation, observation.value()) {
        (Observation::NotApplicable, _) => Status::NotApplicable,
        (_, None) => Status::Missing,
        (_, Some(value)) if passes(&value, requirement.op, &threshold.value) => Status::Met,
        (_, Some(_)) => Status::NotMet,
    }
}

fn part(requirement: &Requirement, observation: Observation, grades: &[String]) -> PartScore {
    let threshold = requirement.threshold.as_ref().map(|t| &t.value);
    let (met, attainment) = match (observation.value(), threshold) {
        (Some(value), Some(threshold)) if passes(&value, requirement.op, threshold) => {
            (true, Exact::ONE)
        }
        (Some(value), Some(threshold)) => {
            (false, attainment(&value, requirement.op, threshold, grades))
        }
        _ if observation == Observation::NotApplicable => (false, Exact::ONE),
        _ => (false, Exact::ZERO),
    };
    PartScore { observation, met, attainment }
}

/// Whether a value reaches its threshold. The share of a ratio is compared by
/// cross-multiplication, as every [`Exact`].
fn passes(value: &Value, op: Op, threshold: &Value) -> bool {
    match (value, threshold) {
        (Value::YesNo(value), Value::YesNo(threshold)) => value == threshold,
        (Value::Grade(value), Value::Grade(threshold)) => match op {
            Op::AtMost => value <= threshold,
            _ => value >= threshold,
        },
        (Value::Number(value), Value::Number(threshold)) => match op {
            Op::AtLeast => value >= threshold,
            Op::AtMost => value <= threshold,
            Op::Equals => value == threshold,
        },
        _ => false,
    }
}

/// How far a failing value is, from 0 to below 1.
fn attainment(value: &Value, op: Op, threshold: &Value, grades: &[String]) -> Exact {
    let of = match (value, threshold) {
        (Value::Number(value), Value::Number(threshold)) => match op {
            Op::AtMost => threshold.checked_div(value),
            _ => value.checked_div(threshold),
        },
        (Value::Grade(value), Value::Grade(threshold)) => match op {
            // Ranks count from 1 at the end that is asked for least.
            Op::AtMost => Exact::ratio(grades.len() - value, grades.len() - threshold),
            _ => Exact::ratio(value + 1, threshold + 1),
        },
        _ => None,
    };
    of.unwrap_or(Exact::ZERO)
}

/// A count of a total in percent; 0 of nothing.
pub(crate) fn percent(count: usize, total: usize) -> Exact {
    percent_of(&Exact::from(count), total)
}

/// `sum` of `total` in percent; 0 of nothing.
pub(crate) fn percent_of(sum: &Exact, total: usize) -> Exact {
    &mean(sum, total) * &Exact::HUNDRED
}

/// `sum` over `count`; 0 over nothing.
pub(crate) fn mean(sum: &Exact, count: usize) -> Exact {
    sum.checked_div(&Exact::from(count)).unwrap_or(Exact::ZERO)
}

#[cfg(test)]
mod tests;
