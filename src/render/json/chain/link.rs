//! A comparison, and what would change a verdict, as JSON has them.

use serde::Serialize;

use crate::analysis::chain::{Comparison, DECIMALS, Move, Sides};
use crate::exact::Exact;
use crate::law::{Requirement, Value};
use crate::render::json::indicator::OwnNumber;
use crate::render::json::{Number, Scalar};

/// A comparison; of numbers exact.
#[derive(Serialize)]
pub(super) struct Compared<'a> {
    left: Scalar<'a>,
    left_is: &'static str,
    sign: &'static str,
    right: Scalar<'a>,
    right_is: &'static str,
}

/// What would change a verdict.
#[derive(Serialize)]
pub(super) struct Moves<'a> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<OwnNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Scalar<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Scalar<'a>>,
}

pub(super) fn compared<'a>(comparison: &'a Comparison, grades: &'a [String]) -> Compared<'a> {
    let number = |number: &'a Exact| Scalar::Number(Number(number, DECIMALS));
    let (left, left_is, right, right_is) = match &comparison.sides {
        Sides::Ratio { left, right, .. } => {
            (number(left), "numerator * 100", number(right), "threshold * denominator")
        }
        Sides::Numbers(value, threshold) => {
            (number(value), "value", number(threshold), "threshold")
        }
        Sides::Grades(value, threshold) => {
            let grade = |place: &usize| Scalar::Grade(grades[*place].as_str());
            (grade(value), "value", grade(threshold), "threshold")
        }
        Sides::YesNo(value, threshold) => {
            (Scalar::Flag(*value), "value", Scalar::Flag(*threshold), "threshold")
        }
    };
    Compared { left, left_is, sign: comparison.sign.as_str(), right, right_is }
}

pub(super) fn lacking<'a>(what: &'static str) -> Moves<'a> {
    Moves { what, direction: None, amount: None, unit: None, from: None, to: None }
}

pub(super) fn moved<'a>(
    step: &'a Move,
    requirement: &'a Requirement,
    grades: &'a [String],
) -> Moves<'a> {
    let scalar = |value: &'a Value| match value {
        Value::Number(number) => Scalar::Number(Number(number, DECIMALS)),
        other => Scalar::new(other, grades),
    };
    let amount = step.amount.clone().map(|amount| OwnNumber(amount, DECIMALS));
    Moves {
        what: step.what.as_str(),
        direction: amount.is_some().then_some(if step.up { "up" } else { "down" }),
        unit: amount.is_some().then_some(step.unit(requirement)),
        amount,
        from: Some(scalar(&step.from)),
        to: Some(scalar(&step.to)),
    }
}
