//! How much is still to go, in natural units.

use crate::exact::Exact;
use crate::intake::{Observation, Ratio};
use crate::law::{Op, Requirement, Value};

/// The least change of a failing ratio's numerator that makes it pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// How much, as a positive amount: up for `>=`, down for `<=`.
    pub amount: Exact,
    /// The numerator's unit.
    pub unit: String,
}

/// The distance still to go in the threshold's unit.
pub(super) fn gap(value: &Value, threshold: &Value, met: bool) -> Option<Exact> {
    let (Value::Number(value), Value::Number(threshold)) = (value, threshold) else {
        return None;
    };
    Some(match met {
        true => Exact::ZERO,
        false if value < threshold => threshold - value,
        false => value - threshold,
    })
}

/// What the numerator lacks, rounded up where it comes in whole numbers only.
pub(super) fn shortfall(
    requirement: &Requirement,
    observation: &Observation,
    threshold: &Value,
) -> Option<Shortfall> {
    let counts = requirement.counts.as_ref()?;
    let Ratio { numerator, denominator } = observation.ratio.as_ref()?;
    let Value::Number(threshold) = threshold else {
        return None;
    };
    let asked = (threshold * denominator).checked_div(&Exact::HUNDRED)?;
    let exact = match requirement.op {
        Op::AtMost => numerator - &asked,
        _ => &asked - numerator,
    };
    let amount = if counts.whole { exact.ceil() } else { exact };
    let unit = counts.what.clone();
    Some(Shortfall { amount, unit })
}
