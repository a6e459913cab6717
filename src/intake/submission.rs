//! What one voice says of one commune.

use std::sync::Arc;

use super::batch::{Batch, Held};
use super::gather::{PartOf, Place, Stretch};
use super::header::Column;
use super::judge::Fate;
use super::{Observation, Voice, book};
use crate::law::{Level, Resolved};
use crate::period::Period;
use crate::problem;

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
    pub(super) held: Arc<Held>,
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

    /// Where the row of each part stands, likewise; where [`super::Options::review`] was
    /// asked for.
    pub fn places(&self) -> Vec<Option<problem::Place>> {
        let mut places = vec![None; self.law.parts()];
        let rows = self.stretches.iter().flat_map(|s| s.slots.clone().map(|slot| (s.batch, slot)));
        for (batch, slot) in rows {
            let about = self.held.batches[batch].about(slot);
            let indicator = &self.law.indicators[about.indicator];
            if let PartOf::Judged(part) = about.part {
                places[indicator.first_part + part] = self.place(batch, Some(about.line));
            }
        }
        places
    }

    /// The file that its first row stands in.
    pub fn file(&self) -> Option<problem::Place> {
        self.place(self.stretches.first()?.batch, None)
    }

    fn place(&self, batch: usize, line: Option<u64>) -> Option<problem::Place> {
        let origin = &self.held.origins[batch];
        let file = self.held.files.get(origin.file)?.clone();
        let line = line.map(|line| origin.line + line);
        let value = origin.header.place(Column::Value);
        let sheet = origin.sheet.as_ref().map(|name| book::in_sheet(name, value, line));
        let column = line.map(|_| Column::Value.as_str());
        Some(problem::Place { file, line, position: None, column, sheet })
    }

    /// Whether some row speaks of each indicator, in the order of the law.
    pub fn given(&self) -> Vec<bool> {
        let mut given = vec![false; self.law.indicators.len()];
        for stretch in &self.stretches {
            let batch = &self.held.batches[stretch.batch];
            stretch.slots.clone().for_each(|slot| given[batch.about(slot).indicator] = true);
        }
        given
    }

    /// What is known of the part of an indicator that is taken for checking only.
    pub fn checked(&self, indicator: usize) -> Option<Observation> {
        let rows = self.stretches.iter().flat_map(|s| s.slots.clone().map(|slot| (s.batch, slot)));
        let mut rows = rows.map(|(batch, slot)| (&self.held.batches[batch], slot));
        let found = rows.find(|(batch, slot)| {
            let about = batch.about(*slot);
            about.indicator == indicator && about.part == PartOf::Checked
        });
        found.map(|(batch, slot)| batch.observation(slot))
    }

    /// Calls `each` for every row that is used, with the parts that it speaks of and
    /// whether its value is void.
    fn each_row<'s>(
        &'s self,
        mut each: impl FnMut(&'s Batch, usize, std::ops::Range<usize>, bool),
    ) {
        for stretch in &self.stretches {
            let batch = &self.held.batches[stretch.batch];
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
