//! What the limits of a part are read against.

use std::ops::Range;

use super::block::{At, Scalar};
use super::meaning::Meaning;
use super::source::Faults;
use super::terms::{Columns, Confidence, Domain, Measure, Value};
use crate::problem::Code;
use crate::text;

/// What is known of a part before its thresholds are read.
pub(super) struct ThresholdContext<'a> {
    pub(super) columns: &'a Columns,
    pub(super) measure: Measure,
    pub(super) grades: &'a [String],
    pub(super) basis: &'a str,
    /// What the thresholds mean, but for what they themselves say: direction and multiple.
    pub(super) meaning: &'a Meaning,
    /// Used where nothing nearer states one.
    pub(super) confidence: Option<Confidence>,
    /// Whether a table must name every column.
    pub(super) complete: bool,
    /// Where a fault of the block as a whole is shown.
    pub(super) span: Range<usize>,
}

/// The scalar as a value of the measure, within its range.
pub(super) fn value(
    scalar: &At<Scalar>,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Option<Value> {
    let domain = frame.measure.domain();
    let value = match (domain, scalar.get_ref()) {
        (Domain::Verdicts, Scalar::Bool(true)) => Some(Value::YesNo(true)),
        (Domain::Grades, Scalar::Words(grade)) => {
            frame.grades.iter().position(|g| g == grade).map(Value::Grade)
        }
        (_, Scalar::Number(number)) if domain.holds(number) => Some(Value::Number(number.clone())),
        _ => None,
    };
    if value.is_none() {
        let allowed = domain.allowed(frame.grades);
        let message = text::threshold_not_possible(&allowed);
        faults.add(Code::BadValue, scalar.span(), message, text::write_instead(allowed));
    }
    value
}
