//! A commune's result in short: what an overview needs of it.

use std::sync::Arc;

use super::{IndicatorScore, Status, judged, percent_of, verdicts};
use crate::exact::{Exact, Sum};
use crate::intake::{Observation, Submission};
use crate::law::Resolved;

/// How many indicators have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StatusCounts {
    /// Met, those that do not apply included.
    pub met: usize,
    pub not_met: usize,
    /// Without value.
    pub missing: usize,
    /// Without threshold.
    pub undetermined: usize,
    /// How many of the met do not apply.
    pub not_applicable: usize,
}

/// One commune's result at one level in short.
#[derive(Clone, Debug)]
pub struct Tally {
    /// The commune's place in the roster.
    pub commune: usize,
    /// What it was judged by.
    pub law: Arc<Resolved>,
    /// The verdicts on its indicators, in the order of the law.
    pub statuses: Box<[Status]>,
    /// The mean attainment of all indicators in percent, to two decimals.
    pub progress: Exact,
    pub(super) attained: Sum,
}

/// Judges a submission, and keeps the result in short.
pub fn tally(submission: &Submission) -> Tally {
    Tally::new(submission, &judged(submission).0)
}

/// Judges what is known of a commune by a law that may be another than it was read
/// against, and keeps the result in short.
pub fn tally_under(commune: usize, law: &Arc<Resolved>, observations: Vec<Observation>) -> Tally {
    Tally::from_scores(commune, law, &verdicts(law, observations).0)
}

impl Tally {
    pub(super) fn new(submission: &Submission, indicators: &[IndicatorScore]) -> Tally {
        Tally::from_scores(submission.commune, &submission.law, indicators)
    }

    fn from_scores(commune: usize, law: &Arc<Resolved>, indicators: &[IndicatorScore]) -> Tally {
        let mut attained = Sum::default();
        for indicator in indicators {
            attained.add(&indicator.attainment);
        }
        let exact = || percent_of(&attainment(indicators), indicators.len()).to_decimals(2);
        Tally {
            commune,
            law: Arc::clone(law),
            statuses: indicators.iter().map(|indicator| indicator.status).collect(),
            progress: attained.percent(indicators.len()).unwrap_or_else(exact),
            attained,
        }
    }

    /// Whether every indicator of a criterion, by its place, is met.
    pub fn criterion_met(&self, place: usize) -> bool {
        self.criterion(place).iter().all(|status| status.counts_as_met())
    }

    /// The verdict on a criterion, by its place: that of its indicators which keeps it
    /// from being met.
    pub fn criterion_status(&self, place: usize) -> Status {
        let any = |status| self.criterion(place).contains(&status);
        let hindrances = [Status::NotMet, Status::Undetermined, Status::Missing];
        match hindrances.into_iter().find(|status| any(*status)) {
            Some(status) => status,
            None if any(Status::Met) => Status::Met,
            None => Status::NotApplicable,
        }
    }

    fn criterion(&self, place: usize) -> &[Status] {
        &self.statuses[self.law.criteria[place].indicators.clone()]
    }

    /// How many criteria are met.
    pub fn criteria_met(&self) -> usize {
        let places = 0..self.law.criteria.len();
        places.filter(|place| self.criterion_met(*place)).count()
    }

    /// How many indicators have each status.
    pub fn counts(&self) -> StatusCounts {
        let mut counts = StatusCounts::default();
        for status in &self.statuses {
            match status {
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
}

/// The exact sum of the attainments of some indicators.
pub(super) fn attainment(indicators: &[IndicatorScore]) -> Exact {
    indicators.iter().map(|indicator| indicator.attainment.clone()).sum()
}
