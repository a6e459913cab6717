//! A comparison, and what would change a verdict, as JSON has them.

use crate::analysis::explain::{Comparison, DECIMALS, Move, Sides};
use crate::exact::Exact;
use crate::law::{Requirement, Value};
use crate::render::json::object::{Object, Present, object};
use crate::render::json::{Number, SIX, Scalar};

/// A comparison. Numbers have at most six decimals, as everywhere, rounded away from each
/// other so that the sign holds; all their digits stand beside, as text.
pub(super) fn compared(comparison: &Comparison, grades: &[String]) -> impl Object {
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
    let digits = |number: Option<&Exact>| number.map(|number| number.rounded(DECIMALS));
    object! {
        left: Scalar(left, grades),
        left_is,
        left_exact: digits(exact.map(|(left, _)| left)),
        sign: comparison.sign,
        right: Scalar(right, grades),
        right_is,
        right_exact: digits(exact.map(|(_, right)| right)),
    }
}

/// What would change a verdict: what is lacking, or a step. Numbers have at most six
/// decimals: `to` rounded to the side that passes, an amount that is needed up, that of a
/// margin down. `needed`: whether it is what is needed, not a margin.
pub(super) fn moved(
    what: &'static str,
    step: Option<&Move>,
    needed: bool,
    requirement: &Requirement,
    grades: &[String],
) -> impl Object {
    let amount = step.and_then(|step| step.amount_rounded(needed, SIX as usize));
    let counted = step.filter(|_| amount.is_some());
    let to = step.map(|step| Scalar(step.to_rounded(needed, SIX as usize), grades));
    object! {
        what,
        direction: Present(counted.map(|step| if step.up { "up" } else { "down" })),
        amount: Present(amount.map(|amount| Number(amount, SIX))),
        unit: Present(counted.map(|step| step.unit(requirement))),
        from: Present(step.map(|step| Scalar(&step.from, grades))),
        to: Present(to),
    }
}
