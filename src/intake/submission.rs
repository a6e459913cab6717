//! What one voice says of one commune.

use std::sync::Arc;

use super::batch::Batch;
use super::gather::{PartOf, Place, Stretch};
use super::judge::Fate;
use super::{Observation, Voice};
use crate::law::{Level, Resolved};
use crate::period::Period;

/// What one voice says of one commune at one level in one period.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The commune's place in the roster.
    pub commune: usize,
    /// The period.
    pub period: Period,
    /// The level.
    pub level: Level,
    /// Who says so.
    pub voice: Voice,
    /// What applies to the commune.
    pub law: Arc<Resolved>,
    pub(super) batches: Arc<Vec<Batch>>,
    pub(super) stretches: Box<[Stretch]>,
    pub(super) fates: Box<[(Place, Fate)]>,
}

impl Submission {
    /// What is known of each part of all indicators, in the order of the law.
    pub fn observations(&self) -> Vec<Observation> {
        let mut observations = vec![Observation::Nothing; self.law.parts()];
        self.each_row(|batch, slot, parts, void| {
            if !void {
                observations[parts].fill(batch.observation(slot));
            }
        });
        observations
    }

    /// The documents that prove them, likewise. A value that cannot be used still has
    /// its evidence.
    pub fn evidence(&self) -> Vec<Option<&str>> {
        let mut evidence = vec![None; self.law.parts()];
        self.each_row(|batch, slot, parts, _| evidence[parts].fill(batch.evidence(slot)));
        evidence
    }

    /// Calls `each` for every row that is used, with the parts that it speaks of and
    /// whether its value is void.
    fn each_row<'s>(
        &'s self,
        mut each: impl FnMut(&'s Batch, usize, std::ops::Range<usize>, bool),
    ) {
        for stretch in &self.stretches {
            let batch = &self.batches[stretch.batch];
            for slot in stretch.slots.clone() {
                let place = Place { batch: stretch.batch, slot };
                let fate = self.fates.binary_search_by_key(&place, |(other, _)| *other);
                let void = match fate.map(|number| self.fates[number].1) {
                    Ok(Fate::Passed) => continue,
                    Ok(Fate::Void) => true,
                    Err(_) => false,
                };
                let about = batch.about(slot);
                let indicator = &self.law.indicators[about.indicator];
                let parts = match about.part {
                    PartOf::Judged(part) => {
                        let place = indicator.first_part + part;
                        place..place + 1
                    }
                    PartOf::All => indicator.parts(),
                    PartOf::Checked | PartOf::Unsaid | PartOf::Unknown => continue,
                };
                each(batch, slot, parts, void);
            }
        }
    }
}
