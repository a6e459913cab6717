//! What one voice says of one commune.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::batch::{Batch, Batches};
use super::column::Column;
use super::evidence::Citation;
use super::key::{PartOf, RowId, RowRange, RowSubject};
use super::{Observation, Voice, book, reconcile};
use crate::law::{Level, Resolved, ResolvedIndicator};
use crate::named::named;
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
    pub(super) held: Arc<Batches>,
    /// The names of the files by their numbers.
    pub(super) files: Arc<Vec<String>>,
    pub(super) stretches: Box<[RowRange]>,
    pub(super) fates: Box<[(RowId, reconcile::Setback)]>,
    pub(super) borrowed: Box<[InheritedIndicator]>,
    /// Whether something in its rows cannot be read.
    pub(super) is_faulty: bool,
}

/// An indicator that a lower level has a row for, which measures the same thing.
#[derive(Clone, Debug)]
pub struct InheritedIndicator {
    /// The indicator's place in the law.
    pub indicator: usize,
    /// What was said at the lower level.
    pub from: Arc<Submission>,
    /// The place of the indicator there.
    pub place: usize,
    /// Whether a row of this level says something too, which then counts alone; or no row
    /// of either says anything.
    pub own: bool,
}

impl InheritedIndicator {
    /// The indicator of the lower level.
    pub fn lower(&self) -> &ResolvedIndicator {
        &self.from.law.indicators[self.place]
    }

    /// Where the row of a part stands there; where [`super::Options::review`] was asked for.
    pub fn place_of(&self, part: usize) -> Option<problem::Location> {
        self.from.places().get(self.lower().first_part + part)?.clone()
    }

    /// What is known there of each part, in this level's order.
    pub fn observations(&self) -> Vec<Observation> {
        self.from.observations()[self.lower().parts()].to_vec()
    }
}

/// A row as findings name it: file, sheet and line, and the column of its commune or month
/// where the table has several.
pub(super) type RowAddress = (usize, Option<String>, u64, Option<Arc<str>>);

/// A row that speaks of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRef {
    /// Where it stands: the place of its value.
    pub place: problem::Location,
    /// Of what it speaks.
    pub speaks: Speaks,
    /// What becomes of it.
    pub fate: RowStatus,
}

/// Of what a row of an indicator speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// Of these parts, by their places under the indicator.
    Parts(Range<usize>),
    /// Of a part that is taken for checking only.
    Checked,
    /// Of none that can be told.
    Nothing,
}

named! {
    /// What becomes of a row.
    pub RowStatus {
        /// What it says counts, as far as it can be read.
        Used "used"
        /// Its value does not count, for another row gives it too.
        Void "void"
        /// It does not count at all.
        Passed "passed"
    }
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
        for borrowed in self.counting() {
            let law = &self.law.indicators[borrowed.indicator];
            for (place, found) in law.parts().zip(borrowed.observations()) {
                // `không áp dụng` is no answer where this level does not allow it.
                let allowed = law.if_present || found != Observation::NotApplicable;
                observations[place] = if allowed { found } else { Observation::Nothing };
            }
        }
        observations
    }

    /// What a lower level says of indicators that measure the same thing as one of this
    /// level, whether or not it counts.
    pub fn borrowed(&self) -> &[InheritedIndicator] {
        &self.borrowed
    }

    /// The row of a lower level by which an indicator is judged, as none of its own says
    /// anything.
    pub fn borrows(&self, indicator: usize) -> Option<&InheritedIndicator> {
        self.counting().find(|borrowed| borrowed.indicator == indicator)
    }

    fn counting(&self) -> impl Iterator<Item = &InheritedIndicator> {
        self.borrowed.iter().filter(|borrowed| !borrowed.own)
    }

    /// The documents that prove them, likewise. A value that cannot be used still has
    /// its evidence.
    pub fn evidence(&self) -> Vec<Option<&str>> {
        let mut evidence = vec![None; self.law.parts()];
        self.each_row(|batch, slot, parts, _| evidence[parts].fill(batch.evidence(slot)));
        for borrowed in self.counting() {
            let parts = self.law.indicators[borrowed.indicator].parts();
            let documents = &borrowed.from.evidence()[borrowed.lower().parts()];
            evidence[parts].copy_from_slice(documents);
        }
        evidence
    }

    /// The days that rows give their evidence in a cell of its own, likewise.
    pub fn evidence_days(&self) -> Vec<Option<Date>> {
        let mut days = vec![None; self.law.parts()];
        self.each_row(|batch, slot, parts, _| days[parts].fill(batch.evidence_day(slot)));
        for borrowed in self.counting() {
            let parts = self.law.indicators[borrowed.indicator].parts();
            let lower = &borrowed.from.evidence_days()[borrowed.lower().parts()];
            days[parts].copy_from_slice(lower);
        }
        days
    }

    /// The documents of each part as its cell cites them, likewise.
    pub fn citations(&self) -> Vec<Citation<'_>> {
        let cells = self.evidence().into_iter().zip(self.evidence_days());
        cells.map(|(cell, day)| Citation { cell, day }).collect()
    }

    /// Where the row of each part stands, likewise; where [`super::Options::review`] was
    /// asked for. A row that speaks for all parts is the row of each.
    pub fn places(&self) -> Vec<Option<problem::Location>> {
        let mut places = vec![None; self.law.parts()];
        for (at, about) in self.rows() {
            let indicator = &self.law.indicators[about.indicator];
            if let Some(parts) = spoken_of(about.part, indicator) {
                places[parts].fill(self.place(at.batch, Some(about.line)));
            }
        }
        for borrowed in self.counting() {
            let parts = self.law.indicators[borrowed.indicator].parts();
            let lower = &borrowed.from.places()[borrowed.lower().parts()];
            places[parts].clone_from_slice(lower);
        }
        places
    }

    /// Every row that speaks of an indicator, by its place in the law, in the order of the
    /// files; where [`super::Options::review`] was asked for.
    pub fn rows_of(&self, indicator: usize) -> Vec<RowRef> {
        match self.borrows(indicator) {
            Some(borrowed) => borrowed.from.rows_of(borrowed.place),
            None => self.own_rows_of(indicator),
        }
    }

    /// The rows of this level that are left empty, where one of a lower level counts.
    pub fn left_empty(&self, indicator: usize) -> Vec<RowRef> {
        match self.borrows(indicator) {
            Some(_) => self.own_rows_of(indicator),
            None => Vec::new(),
        }
    }

    fn own_rows_of(&self, indicator: usize) -> Vec<RowRef> {
        let law = &self.law.indicators[indicator];
        let rows = self.rows().filter(|(_, about)| about.indicator == indicator);
        let rows = rows.filter_map(|(at, about)| {
            let speaks = match (about.part, spoken_of(about.part, law)) {
                (PartOf::Checked, _) => Speaks::Checked,
                (_, None) => Speaks::Nothing,
                (_, Some(parts)) => {
                    Speaks::Parts(parts.start - law.first_part..parts.end - law.first_part)
                }
            };
            let fate = self.fate(at).unwrap_or(RowStatus::Used);
            let place = self.place(at.batch, Some(about.line))?;
            Some(RowRef { place, speaks, fate })
        });
        rows.collect()
    }

    /// All rows, with what each is of.
    fn rows(&self) -> impl Iterator<Item = (RowId, RowSubject)> {
        let slots = |s: &RowRange| {
            let batch = s.batch;
            s.slots.clone().map(move |slot| RowId { batch, slot })
        };
        let places = self.stretches.iter().flat_map(slots);
        places.map(|at| (at, self.held.batches[at.batch].about(at.slot)))
    }

    /// What becomes of a row that does not simply give its value.
    fn fate(&self, at: RowId) -> Option<RowStatus> {
        let found = self.fates.binary_search_by_key(&at, |(other, _)| *other);
        found.ok().map(|number| match self.fates[number].1 {
            reconcile::Setback::Void => RowStatus::Void,
            reconcile::Setback::Passed => RowStatus::Passed,
        })
    }

    /// Gives the files other names in all that was read at once, also where a lower level
    /// gives the rows.
    pub fn rename_files(read: &mut [Submission], name: &dyn Fn(&str) -> String) {
        if let Some(first) = read.first() {
            let files = Arc::new(first.files.iter().map(|file| name(file)).collect());
            read.iter_mut().for_each(|said| said.take_names(&files));
        }
    }

    fn take_names(&mut self, files: &Arc<Vec<String>>) {
        self.files = Arc::clone(files);
        for borrowed in &mut self.borrowed {
            Arc::make_mut(&mut borrowed.from).take_names(files);
        }
    }

    /// The file that its first row stands in.
    pub fn file(&self) -> Option<problem::Location> {
        self.place(self.stretches.first()?.batch, None)
    }

    /// The files that its rows stand in; where [`super::Options::review`] was asked for.
    pub fn files(&self) -> BTreeSet<&str> {
        let places = self.stretches.iter().map(|stretch| self.held.origins[stretch.batch].file);
        places.filter_map(|file| self.files.get(file)).map(String::as_str).collect()
    }

    fn place(&self, batch: usize, line: Option<u64>) -> Option<problem::Location> {
        let origin = &self.held.origins[batch];
        let file = self.files.get(origin.file)?.clone();
        let line = line.map(|line| origin.line + line);
        let value = origin.header.place(Column::Value);
        let sheet = origin.sheet.as_ref().map(|name| book::in_sheet(name, value, line));
        let column = line.map(|_| Column::Value.as_str());
        let of = line.and_then(|_| origin.header.name_of_one());
        Some(problem::Location { file, line, position: None, column, sheet, of })
    }

    /// Whether some row speaks of each indicator, in the order of the law; be it one of a
    /// lower level.
    pub fn given(&self) -> Vec<bool> {
        let mut given = self.own_rows();
        self.counting().for_each(|borrowed| given[borrowed.indicator] = true);
        given
    }

    /// The rows of an indicator.
    pub(super) fn rows_at(&self, indicator: usize) -> Vec<RowAddress> {
        if let Some(borrowed) = self.borrows(indicator) {
            return borrowed.from.rows_at(borrowed.place);
        }
        let rows = self.rows().filter(|(_, about)| about.indicator == indicator);
        rows.map(|(at, about)| self.at(at, about)).collect()
    }

    /// Whether something is wrong with a row, be it with cells that others share.
    fn is_among(&self, at: RowId, about: RowSubject, faulty: &BTreeSet<RowAddress>) -> bool {
        let own = self.at(at, about);
        let shared = (own.0, own.1.clone(), own.2, None);
        faulty.contains(&own) || faulty.contains(&shared)
    }

    fn at(&self, at: RowId, about: RowSubject) -> RowAddress {
        let origin = &self.held.origins[at.batch];
        let sheet = origin.sheet.as_deref().map(str::to_owned);
        (origin.file, sheet, origin.line + about.line, origin.header.name_of_one())
    }

    /// Whether some row says something of each indicator, be it one of a lower level: gives
    /// a value, or is among the `faulty` ones.
    pub(super) fn says(&self, faulty: &BTreeSet<RowAddress>) -> Vec<bool> {
        let mut says = self.own_words(faulty);
        let mut lower: BTreeMap<Level, Vec<bool>> = BTreeMap::new();
        for borrowed in self.counting() {
            let from = &borrowed.from;
            let of_level = lower.entry(from.level).or_insert_with(|| from.says(faulty));
            says[borrowed.indicator] = of_level[borrowed.place];
        }
        says
    }

    /// Whether some row of this level says something of each indicator.
    pub(super) fn own_words(&self, faulty: &BTreeSet<RowAddress>) -> Vec<bool> {
        let mut says = vec![false; self.law.indicators.len()];
        for (at, about) in self.rows() {
            let given = self.held.batches[at.batch].gives(at.slot);
            says[about.indicator] |=
                given || (!faulty.is_empty() && self.is_among(at, about, faulty));
        }
        says
    }

    /// How many rows of this level there are, where none of them says anything. What is faulty
    /// is not empty.
    pub fn empty_rows(&self) -> Option<usize> {
        let rows =
            || self.stretches.iter().flat_map(|s| s.slots.clone().map(|slot| (s.batch, slot)));
        let empty = |(batch, slot): (usize, usize)| {
            self.held.batches[batch].observation(slot) == Observation::Nothing
        };
        let count = rows().count();
        (count > 0 && !self.is_faulty && rows().all(empty)).then_some(count)
    }

    /// Whether some row of this level speaks of each indicator.
    pub(super) fn own_rows(&self) -> Vec<bool> {
        let mut given = vec![false; self.law.indicators.len()];
        for stretch in &self.stretches {
            let batch = &self.held.batches[stretch.batch];
            stretch.slots.clone().for_each(|slot| given[batch.about(slot).indicator] = true);
        }
        given
    }

    /// What is known of the part of an indicator that is taken for checking only.
    pub fn checked(&self, indicator: usize) -> Option<Observation> {
        if let Some(borrowed) = self.borrows(indicator) {
            return borrowed.from.checked(borrowed.place);
        }
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
    fn each_row<'s>(&'s self, mut each: impl FnMut(&'s Batch, usize, Range<usize>, bool)) {
        for stretch in &self.stretches {
            let batch = &self.held.batches[stretch.batch];
            for slot in stretch.slots.clone() {
                let fate = self.fate(RowId { batch: stretch.batch, slot });
                if fate == Some(RowStatus::Passed) {
                    continue;
                }
                let about = batch.about(slot);
                let indicator = &self.law.indicators[about.indicator];
                if let Some(parts) = spoken_of(about.part, indicator) {
                    each(batch, slot, parts, fate == Some(RowStatus::Void));
                }
            }
        }
    }
}

/// The parts that are judged by what a row says, among those of all indicators.
fn spoken_of(part: PartOf, indicator: &ResolvedIndicator) -> Option<Range<usize>> {
    match part {
        PartOf::Judged(part) => {
            let place = indicator.first_part + part;
            Some(place..place + 1)
        }
        PartOf::All => Some(indicator.parts()),
        PartOf::Checked | PartOf::Unsaid | PartOf::Heading | PartOf::Unknown => None,
    }
}
