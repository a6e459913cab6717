//! The shares of a piece of a file, as long as all of them may be fractions.

use std::sync::Arc;

use super::key::{Identity, RowSubject};
use super::observation::Observation;
use crate::exact::Exact;
use crate::law::{Measure, Op, Requirement, Resolved, Value};

/// The shares of a piece that are asked for as at least, as long as all of them are bare
/// values up to 1.
#[derive(Debug, Default)]
pub(super) struct Fractions {
    /// Some share is none: then no other is.
    pub(super) refuted: bool,
    /// Some share is exactly 1: all of what a fraction is of, or one in a hundred.
    pub(super) full: bool,
    pub(super) small: Vec<SmallShare>,
}

/// Such a share.
#[derive(Debug)]
pub(super) struct SmallShare {
    pub(super) slot: usize,
    pub(super) whose: Identity,
    pub(super) about: RowSubject,
    pub(super) cell: String,
    pub(super) law: Arc<Resolved>,
}

impl Fractions {
    /// Looks at what a row gives.
    pub(super) fn see(
        &mut self,
        slot: usize,
        whose: Identity,
        (about, cell): (RowSubject, &str),
        law: &Arc<Resolved>,
        observation: &Observation,
    ) {
        let requirement = &law.indicators[about.indicator].require[about.part.place()];
        if self.refuted || !is_asked_for(requirement) {
            return;
        }
        match observation {
            Observation::Nothing | Observation::NotApplicable => {}
            Observation::Value(Value::Number(share))
                if *share < Exact::ONE && !cell.trim_end().ends_with('%') =>
            {
                let (cell, law) = (cell.to_owned(), Arc::clone(law));
                self.small.push(SmallShare { slot, whose, about, cell, law });
            }
            Observation::Value(Value::Number(share))
                if *share == Exact::ONE && !cell.trim_end().ends_with('%') =>
            {
                self.full = true;
            }
            _ => *self = Fractions { refuted: true, ..Fractions::default() },
        }
    }
}

fn is_asked_for(requirement: &Requirement) -> bool {
    requirement.measure == Measure::Share && requirement.op == Op::AtLeast
}
