//! The verdicts: the only arithmetic on values and thresholds.
//!
//! Pure, exact, and unable to fail on what [`crate::intake`] lets through.

mod gap;
mod summary;

pub use gap::Shortfall;
pub use summary::{Summary, ThresholdCounts, summarise};

use crate::exact::Exact;
use crate::intake::{Observation, Submission};
use crate::law::{Op, Requirement, Resolved, ResolvedIndicator, Value};

/// The verdict on an indicator. The first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Said so, and the set allows it; counted as met.
    NotApplicable,
    /// Some part fails its threshold.
    NotMet,
    /// No part fails, some part has no threshold.
    Undetermined,
    /// No part fails, all have thresholds, some part has no value.
    Missing,
    /// Every part passes.
    Met,
}

impl Status {
    /// All statuses, in the order in which they are tried.
    pub const ALL: [Status; 5] =
        [Status::NotApplicable, Status::NotMet, Status::Undetermined, Status::Missing, Status::Met];

    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::NotApplicable => "not_applicable",
            Status::NotMet => "not_met",
            Status::Undetermined => "undetermined",
            Status::Missing => "missing",
            Status::Met => "met",
        }
    }

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
    /// The distance still to go in the threshold's unit; 0 if it passes; `None`
    /// for yes/no and grades, and without value or threshold.
    pub gap: Option<Exact>,
    /// What the numerator of a failing ratio lacks.
    pub shortfall: Option<Shortfall>,
}

/// The verdict on one indicator, with its parts in the order of the law.
#[derive(Clone, Debug)]
pub struct IndicatorScore {
    /// The verdict.
    pub status: Status,
    /// The least attainment of its parts, 0 to 1.
    pub attainment: Exact,
    /// Its parts.
    pub parts: Vec<PartScore>,
}

impl IndicatorScore {
    /// The evidence of its parts, in order, each document once.
    pub fn evidence(&self) -> Vec<&str> {
        let mut documents: Vec<&str> = Vec::new();
        for part in &self.parts {
            if let Some(document) = part.observation.evidence.as_deref()
                && !documents.contains(&document)
            {
                documents.push(document);
            }
        }
        documents
    }
}

/// How many indicators have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts {
    /// Met, those that do not apply included.
    pub met: usize,
    /// Not met.
    pub not_met: usize,
    /// Without value.
    pub missing: usize,
    /// Without threshold.
    pub undetermined: usize,
    /// How many of the met do not apply.
    pub not_applicable: usize,
}

/// One commune's result at one level.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The commune's place in the roster.
    pub commune: usize,
    /// What it was judged by.
    pub law: std::sync::Arc<Resolved>,
    /// Its indicators, in the order of the law.
    pub indicators: Vec<IndicatorScore>,
}

/// Judges a submission.
pub fn score(submission: Submission) -> Scorecard {
    let Submission { commune, law, observations, .. } = submission;
    let pairs = law.indicators.iter().zip(observations);
    let indicators = pairs.map(|(indicator, seen)| judge(indicator, seen)).collect();
    Scorecard { commune, law, indicators }
}

fn judge(indicator: &ResolvedIndicator, seen: Vec<Option<Observation>>) -> IndicatorScore {
    let pairs = indicator.require.iter().zip(seen);
    let parts: Vec<PartScore> =
        pairs.map(|(r, o)| part(r, o.unwrap_or_default(), &indicator.grades)).collect();
    // A part that does not apply asks nothing of the indicator.
    let asked = || {
        let pairs = indicator.require.iter().zip(&parts);
        pairs.filter(|(_, part)| !part.observation.not_applicable)
    };
    let fails = |(r, p): (&Requirement, &PartScore)| {
        !p.met && r.threshold.is_some() && p.observation.value.is_some()
    };
    let status = if asked().next().is_none() {
        Status::NotApplicable
    } else if asked().any(fails) {
        Status::NotMet
    } else if asked().any(|(r, _)| r.threshold.is_none()) {
        Status::Undetermined
    } else if asked().any(|(_, p)| p.observation.value.is_none()) {
        Status::Missing
    } else {
        Status::Met
    };
    let attainment = asked().map(|(_, part)| part.attainment.clone()).min();
    IndicatorScore { status, attainment: attainment.unwrap_or(Exact::ONE), parts }
}

fn part(requirement: &Requirement, observation: Observation, grades: &[String]) -> PartScore {
    let threshold = requirement.threshold.as_ref().map(|t| &t.value);
    let Some((value, threshold)) = observation.value.as_ref().zip(threshold) else {
        let attainment = if observation.not_applicable { Exact::ONE } else { Exact::ZERO };
        return PartScore { met: false, attainment, gap: None, shortfall: None, observation };
    };
    let met = passes(value, requirement.op, threshold);
    let attainment = match met {
        true => Exact::ONE,
        false => attainment(value, requirement.op, threshold, grades),
    };
    let gap = gap::gap(value, threshold, met);
    let shortfall = match met {
        true => None,
        false => gap::shortfall(requirement, &observation, threshold),
    };
    PartScore { met, attainment, gap, shortfall, observation }
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

impl Scorecard {
    /// Whether every indicator of a criterion, by its place, is met.
    pub fn criterion_met(&self, place: usize) -> bool {
        let indicators = self.law.criteria[place].indicators.clone();
        self.indicators[indicators].iter().all(|i| i.status.counts_as_met())
    }

    /// How many criteria are met.
    pub fn criteria_met(&self) -> usize {
        let places = 0..self.law.criteria.len();
        places.filter(|place| self.criterion_met(*place)).count()
    }

    /// How many indicators have each status.
    pub fn counts(&self) -> StatusCounts {
        let mut counts = StatusCounts::default();
        for indicator in &self.indicators {
            match indicator.status {
                Status::NotMet => counts.not_met += 1,
                Status::Undetermined => counts.undetermined += 1,
                Status::Missing => counts.missing += 1,
                Status::Met => counts.met += 1,
                Status::NotApplicable => {
                    counts.met += 1;
                    counts.not_applicable += 1;
                }
            }
        }
        counts
    }

    /// Whether all criteria of the set are met.
    pub fn achieved(&self) -> bool {
        self.criteria_met() == self.law.criteria.len()
    }

    /// The exact mean attainment of all indicators, in percent.
    pub fn progress(&self) -> Exact {
        let sum: Exact = self.indicators.iter().map(|i| i.attainment.clone()).sum();
        percent_of(&sum, self.indicators.len())
    }
}

/// A count of a total in percent; 0 of nothing.
pub(crate) fn percent(count: usize, total: usize) -> Exact {
    percent_of(&Exact::from(count), total)
}

/// `sum` of `total` in percent; 0 of nothing.
fn percent_of(sum: &Exact, total: usize) -> Exact {
    let mean = sum.checked_div(&Exact::from(total)).unwrap_or(Exact::ZERO);
    &mean * &Exact::HUNDRED
}

#[cfg(test)]
mod tests;
