//! How much is still to go, in natural units.

use super::PartScore;
use crate::exact::Exact;
use crate::law::{Op, Requirement, Value};

/// The least change of a failing ratio's numerator that makes it pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall<'l> {
    /// How much, as a positive amount: up for `>=`, down for `<=`.
    pub amount: Exact,
    /// The numerator's unit.
    pub unit: &'l str,
}

impl PartScore {
    /// The distance still to go in the threshold's unit; 0 if it passes. `None` for
    /// yes/no and grades, and without value or threshold.
    pub fn gap(&self, requirement: &Requirement) -> Option<Exact> {
        let (value, threshold) = (self.observation.value()?, requirement.threshold.as_ref()?);
        let (Value::Number(value), Value::Number(threshold)) = (&*value, &threshold.value) else {
            return None;
        };
        Some(match self.met {
            true => Exact::ZERO,
            false if value < threshold => threshold - value,
            false => value - threshold,
        })
    }

    /// What the numerator of a failing ratio lacks, rounded up where it comes in whole
    /// numbers only.
    pub fn shortfall<'l>(&self, requirement: &'l Requirement) -> Option<Shortfall<'l>> {
        let (counts, threshold) = (requirement.counts.as_ref()?, requirement.threshold.as_ref()?);
        let ratio = self.observation.ratio().filter(|_| !self.met)?;
        let Value::Number(threshold) = &threshold.value else {
            return None;
        };
        let asked = (threshold * &ratio.denominator).checked_div(&Exact::HUNDRED)?;
        let exact = match requirement.op {
            Op::AtMost => &ratio.numerator - &asked,
            _ => &asked - &ratio.numerator,
        };
        let amount = if counts.whole { exact.ceil() } else { exact };
        Some(Shortfall { amount, unit: &counts.what })
    }
}
