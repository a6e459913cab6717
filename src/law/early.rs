//! Confirmations dated before their decision was issued: nobody can have read it then.

use super::Decision;
use super::raw::{RawIndicator, RawLimits};
use super::source::Faults;
use crate::problem::Code;
use crate::text;

/// Takes out what cannot be, and says so.
pub(super) fn drop_early(raw: &mut RawIndicator, decision: &Decision, faults: &mut Faults) {
    let of_parts = raw.parts.iter_mut().filter_map(|part| part.limits.as_mut());
    for limits in std::iter::once(&mut raw.limits).chain(of_parts) {
        of_limits(limits, decision, faults);
    }
}

fn of_limits(limits: &mut RawLimits, decision: &Decision, faults: &mut Faults) {
    limits.confirmed.retain(|confirmation| {
        let on = confirmation.reading.on;
        let possible = on >= decision.date;
        if !possible {
            let why = text::confirm::before_decision(on, &decision.number, decision.date);
            let message = text::confirmation_void(why);
            let hint = text::confirm::read_after_issue();
            faults.warn(Code::VoidConfirmation, confirmation.span.clone(), message, hint);
        }
        possible
    });
    for (_, of_year) in &mut limits.years {
        of_limits(of_year, decision, faults);
    }
}
