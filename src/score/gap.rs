//! How much is still to go, in natural units.

use super::PartScore;
use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Measure, Op, Requirement, Value};

/// The decimals to which a shortfall is rounded up: those of numbers for machines.
const DECIMALS: usize = 6;

/// The least change of a failing ratio's numerator that makes it pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall<'l> {
    /// How much, as a positive amount: up for `>=`, down for `<=`. It suffices.
    pub amount: Exact,
    /// The numerator's unit.
    pub unit: &'l str,
}

/// What a failing part still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need<'l> {
    /// How much, as a positive amount.
    pub amount: Exact,
    pub unit: &'l str,
    /// Whether it is the numerator that needs it, not the value.
    pub of_numerator: bool,
    /// The most by which it can move at all, where there is an end to it.
    pub room: Option<Exact>,
}

impl PartScore {
    /// The distance still to go in the threshold's unit; 0 if it passes. `None` for
    /// yes/no and grades, and without value or threshold.
    pub fn gap(&self, requirement: &Requirement) -> Option<Exact> {
        let (value, threshold) = (self.observation.value()?, requirement.threshold.as_ref()?);
        let (Value::Number(value), Value::Number(threshold)) = (&*value, &threshold.value) else {
            return None;
        };
        Some(if self.met {
            Exact::ZERO
        } else if value < threshold {
            threshold - value
        } else {
            value - threshold
        })
    }

    /// What the numerator of a failing ratio still needs, rounded up: to a whole number where it
    /// comes in those only, else to six decimals. `None` too where no numerator between
    /// nothing and the denominator passes.
    pub fn shortfall<'l>(&self, requirement: &'l Requirement) -> Option<Shortfall<'l>> {
        let Need { amount, unit, .. } = self.of_numerator(requirement)?;
        Some(Shortfall { amount: amount.up_to_decimals(DECIMALS), unit })
    }

    /// The same with every decimal.
    fn of_numerator<'l>(&self, requirement: &'l Requirement) -> Option<Need<'l>> {
        let (counts, threshold) = (requirement.counts.as_ref()?, requirement.threshold.as_ref()?);
        let ratio = self.observation.ratio().filter(|_| !self.met)?;
        let Value::Number(threshold) = &threshold.value else {
            return None;
        };
        let asked = (threshold * &ratio.denominator).checked_div(&Exact::HUNDRED)?;
        let (exact, room) = match requirement.op {
            Op::AtMost => (&ratio.numerator - &asked, ratio.numerator.clone()),
            _ => (&asked - &ratio.numerator, &ratio.denominator - &ratio.numerator),
        };
        let amount = if counts.whole { exact.ceil() } else { exact };
        let reached = amount <= room;
        let need = Need { amount, unit: &counts.what, of_numerator: true, room: Some(room) };
        reached.then_some(need)
    }

    /// What a failing part still needs as people see it: of a ratio its shortfall, else its
    /// gap, of what is counted in whole numbers. `None` where there is neither.
    pub fn need<'l>(&self, requirement: &'l Requirement) -> Option<Need<'l>> {
        let gap = self.gap(requirement).filter(|_| !self.met)?;
        if let Some(need) = self.of_numerator(requirement) {
            return Some(need);
        }
        let down = requirement.op == Op::AtMost;
        let room = match (requirement.measure, &self.observation) {
            (_, Observation::Value(Value::Number(value))) if down => Some(value.clone()),
            (Measure::Share, Observation::Value(Value::Number(value))) => {
                Some(&Exact::HUNDRED - value)
            }
            _ => None,
        };
        let amount = if requirement.measure.is_whole() { gap.ceil() } else { gap };
        Some(Need { amount, unit: &requirement.unit, of_numerator: false, room })
    }
}
