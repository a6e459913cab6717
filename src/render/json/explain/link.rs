//! A comparison, and what would change a verdict, as JSON has them.

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::explain::{Comparison, DECIMALS, Move, Sides};
use crate::exact::Exact;
use crate::law::{Requirement, Value};
use crate::render::json::indicator::{OwnedNumber, OwnedScalar};
use crate::render::json::{SIX, Scalar};

/// A comparison. Numbers have at most six decimals, as everywhere, rounded away from each
/// other so that the sign holds; all their digits stand beside, as text.
#[derive(Serialize)]
pub(super) struct ComparisonEntry<'a> {
    left: OwnedScalar<'a>,
    left_is: &'static str,
    left_exact: Option<String>,
    sign: &'static str,
    right: OwnedScalar<'a>,
    right_is: &'static str,
    right_exact: Option<String>,
}

/// What would change a verdict. Numbers have at most six decimals: `to` rounded to the
/// side that passes, an amount that is needed up, that of a margin down.
#[derive(Serialize)]
pub(super) struct MoveEntry<'a> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<OwnedNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Scalar<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<OwnedScalar<'a>>,
}

pub(super) fn compared<'a>(comparison: &Comparison, grades: &'a [String]) -> ComparisonEntry<'a> {
    let (left_is, right_is) = match &comparison.sides {
        Sides::Ratio { .. } => ("numerator * 100", "threshold * denominator"),
        _ => ("value", "threshold"),
    };
    let [left, right] = match (&comparison.sides, comparison.rounded(SIX as usize)) {
        (Sides::Grades(left, right), _) => [Value::Grade(*left), Value::Grade(*right)],
        (Sides::YesNo(left, right), _) => [Value::YesNo(*left), Value::YesNo(*right)],
        (Sides::Ratio { left, right, .. } | Sides::Numbers(left, right), rounded) => {
            rounded.unwrap_or_else(|| [left.clone(), right.clone()]).map(Value::Number)
        }
    };
    let exact = comparison.exact();
    let [left_exact, right_exact] = [exact.map(|(left, _)| left), exact.map(|(_, right)| right)];
    let digits = |number: Option<&Exact>| number.map(|number| number.rounded(DECIMALS));
    let scalar = |value| OwnedScalar(Cow::Owned(value), grades);
    ComparisonEntry {
        left: scalar(left),
        left_is,
        left_exact: digits(left_exact),
        sign: comparison.sign.as_str(),
        right: scalar(right),
        right_is,
        right_exact: digits(right_exact),
    }
}

pub(super) fn lacking<'a>(what: &'static str) -> MoveEntry<'a> {
    MoveEntry { what, direction: None, amount: None, unit: None, from: None, to: None }
}

/// `needed`: whether it is what is needed, not a margin.
pub(super) fn moved<'a>(
    step: &'a Move,
    needed: bool,
    requirement: &'a Requirement,
    grades: &'a [String],
) -> MoveEntry<'a> {
    let amount = step.amount_rounded(needed, SIX as usize);
    MoveEntry {
        what: step.what.as_str(),
        direction: amount.is_some().then_some(if step.up { "up" } else { "down" }),
        unit: amount.is_some().then_some(step.unit(requirement)),
        amount: amount.map(|amount| OwnedNumber(amount, SIX)),
        from: Some(Scalar::new(&step.from, grades)),
        to: Some(OwnedScalar(Cow::Owned(step.to_rounded(needed, SIX as usize)), grades)),
    }
}
