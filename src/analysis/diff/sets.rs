//! The same data judged by a set of one's choice.

use std::collections::HashMap;
use std::sync::Arc;

use super::carry::Pairs;
use super::commune::Known;
use crate::intake::{Roster, Submission};
use crate::law::{CommuneProfile, Resolved, Set};
use crate::period::Period;
use crate::score::{self, Summary, Tally};

/// A set chosen to judge by: its layers in force, with one more and without another.
#[derive(Clone, Copy, Debug)]
pub struct SetChoice<'l> {
    /// The base set.
    pub set: &'l Set,
    /// A layer that is laid even where it is not in force.
    pub with: Option<&'l str>,
    /// A layer that is not laid.
    pub without: Option<&'l str>,
}

impl SetChoice<'_> {
    /// What applies to `case`.
    pub fn resolve(&self, period: Period, case: &CommuneProfile) -> Resolved {
        self.set.resolve_with(period, case, self.with, self.without)
    }
}

/// Data judged by a chosen set.
pub struct Under {
    /// What applies without a commune.
    pub common: Resolved,
    /// The results, in the order of the submissions.
    pub tallies: Vec<Tally>,
    /// The figures over all.
    pub summary: Summary,
    /// For each submission the way from the law it was read against.
    carries: Vec<Arc<Pairs>>,
}

impl Under {
    /// Judges submissions of a period by a chosen set.
    pub fn new(
        choice: &SetChoice,
        period: Period,
        roster: &Roster,
        submissions: &[Submission],
    ) -> Under {
        let mut laws = Laws::default();
        let (mut tallies, mut carries) = (Vec::new(), Vec::new());
        for submission in submissions {
            let case = &roster.communes[submission.commune].case;
            let (law, pairs) = laws.get(&submission.law, case, || choice.resolve(period, case));
            let carried = pairs.carry(&submission.observations());
            tallies.push(score::tally_under(submission.commune, &law, carried));
            carries.push(pairs);
        }
        let common = choice.resolve(period, &CommuneProfile::default());
        let exact = || {
            let sums = tallies.iter().zip(submissions).zip(&carries);
            let sums = sums.map(|((tally, submission), pairs): ((&Tally, _), &Arc<Pairs>)| {
                let known = Known {
                    submission,
                    law: Arc::clone(&tally.law),
                    carry: Some(Arc::clone(pairs)),
                };
                super::commune::attained(&known, 0..tally.law.indicators.len())
            });
            sums.sum()
        };
        let summary = score::summarise_by(&tallies, &common, &exact);
        Under { common, tallies, summary, carries }
    }

    pub(super) fn known<'s>(&self, place: usize, submission: &'s Submission) -> Known<'s> {
        let law = Arc::clone(&self.tallies[place].law);
        Known { submission, law, carry: Some(Arc::clone(&self.carries[place])) }
    }
}

/// The laws of communes, most of which share theirs with others.
#[derive(Default)]
struct Laws {
    /// By what a commune is.
    cases: HashMap<CommuneProfile, (Arc<Resolved>, Arc<Pairs>)>,
    /// With the law that the data was read against.
    laws: Vec<(Arc<Resolved>, Arc<Resolved>, Arc<Pairs>)>,
}

impl Laws {
    fn get(
        &mut self,
        read: &Arc<Resolved>,
        case: &CommuneProfile,
        resolve: impl FnOnce() -> Resolved,
    ) -> (Arc<Resolved>, Arc<Pairs>) {
        if let Some((law, pairs)) = self.cases.get(case) {
            return (Arc::clone(law), Arc::clone(pairs));
        }
        let law = resolve();
        let same = |(other_read, other, _): &&(Arc<Resolved>, Arc<Resolved>, Arc<Pairs>)| {
            Arc::ptr_eq(other_read, read)
                && other.column == law.column
                && other.layers == law.layers
        };
        let known = self.laws.iter().find(same);
        let (law, pairs) = match known {
            Some((_, law, pairs)) => (Arc::clone(law), Arc::clone(pairs)),
            None => {
                let pairs = Arc::new(Pairs::new(read, &law));
                let law = Arc::new(law);
                self.laws.push((Arc::clone(read), Arc::clone(&law), Arc::clone(&pairs)));
                (law, pairs)
            }
        };
        self.cases.insert(case.clone(), (Arc::clone(&law), Arc::clone(&pairs)));
        (law, pairs)
    }
}
