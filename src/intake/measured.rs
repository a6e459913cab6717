//! What a row gives of a part of its indicator, as far as its cells can be read.

use std::sync::Arc;

use super::key::{Identity, RowSubject};
use super::observation::Observation;
use super::quantity::RowCells;
use super::value::{self, ConventionSigns, Decimal, Fault};
use crate::law::Resolved;

/// The cells of a part, of what and of whom they are, and what they are read as.
pub(super) struct Measured<'r> {
    /// Where the value belongs; without, it is only checked.
    pub(super) slot: Option<usize>,
    pub(super) whose: Identity,
    pub(super) about: RowSubject,
    pub(super) cells: RowCells<'r>,
    pub(super) law: &'r Arc<Resolved>,
    /// What the numbers show of their convention.
    pub(super) seen: ConventionSigns,
    pub(super) read: Result<Observation, Vec<Fault>>,
}

impl<'r> Measured<'r> {
    pub(super) fn read(
        (about, slot): (RowSubject, Option<usize>),
        whose: Identity,
        cells: RowCells<'r>,
        law: &'r Arc<Resolved>,
        decimal: Decimal,
    ) -> Measured<'r> {
        let indicator = &law.indicators[about.indicator];
        let (seen, read) = value::read_value(cells, indicator, about.part.place(), decimal);
        Measured { slot, whose, about, cells, law, seen, read }
    }

    /// Keeps the cells until it is known how to read them.
    pub(super) fn wait(self) -> Waiting {
        let Measured { slot, whose, about, cells, law, .. } = self;
        let exact = cells.exact;
        let cells = [cells.value, cells.numerator, cells.denominator].map(str::to_owned);
        Waiting { slot, whose, about, cells, exact, law: Arc::clone(law) }
    }
}

/// A row with a number that can be read in two ways, until the file is read.
pub(super) struct Waiting {
    slot: Option<usize>,
    whose: Identity,
    about: RowSubject,
    cells: [String; 3],
    exact: [bool; 3],
    law: Arc<Resolved>,
}

impl Waiting {
    pub(super) fn read(&self, decimal: Decimal) -> Measured<'_> {
        let grades = &self.law.indicators[self.about.indicator].grades;
        let cells = RowCells::new(self.cells.each_ref().map(String::as_str), self.exact, grades);
        Measured::read((self.about, self.slot), self.whose, cells, &self.law, decimal)
    }
}
