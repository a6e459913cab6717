//! What the limits of a part are read against.

use std::ops::Range;

use super::block::{At, Scalar};
use super::meaning::Meaning;
use super::source::Faults;
use super::terms::{Columns, Confidence, Measure, Value};
use crate::exact::Exact;
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
    let value = match (frame.measure, scalar.get_ref()) {
        (Measure::YesNo, Scalar::Bool(true)) => Some(Value::YesNo(true)),
        (Measure::Grade, Scalar::Words(grade)) => {
            frame.grades.iter().position(|g| g == grade).map(Value::Grade)
        }
        (Measure::Share | Measure::Number | Measure::Count, Scalar::Number(number)) => {
            fits(number, frame.measure).then(|| Value::Number(number.clone()))
        }
        _ => None,
    };
    if value.is_none() {
        let allowed = match frame.measure {
            Measure::YesNo => text::a_flag(),
            Measure::Share => text::a_share(),
            Measure::Number => text::an_amount(),
            Measure::Count => text::a_count(),
            Measure::Grade => text::one_of(frame.grades.join(", ")),
        };
        let message = text::threshold_not_possible(&allowed);
        faults.add(Code::BadValue, scalar.span(), message, text::write_instead(allowed));
    }
    value
}

fn fits(number: &Exact, measure: Measure) -> bool {
    !number.is_negative()
        && match measure {
            Measure::Share => *number <= Exact::HUNDRED,
            Measure::Count => number.is_whole(),
            _ => true,
        }
}
