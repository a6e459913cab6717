//! The plausible ranges of an indicator's parts, as its file gives them.

use std::collections::BTreeMap;

use toml::Spanned;

use super::indicator::{Indicator, Part};
use super::plausible::Plausible;
use super::raw::RawIndicator;
use super::source::Faults;
use crate::problem::Code;
use crate::text;

/// The range of each part, by its place: its own, or else the indicator's. A share, a grade
/// and a yes have none.
pub(super) fn of_parts(
    raw: &RawIndicator,
    parts: &[Part],
    faults: &mut Faults,
) -> BTreeMap<usize, Plausible> {
    let is_amount = |part: &&Part| part.measure.is_amount();
    let mut refused = Vec::new();
    let mut found = BTreeMap::new();
    for (place, part) in parts.iter().enumerate() {
        let own = raw.parts.iter().find(|own| own.name == part.name);
        let own = own.and_then(|own| own.plausible.as_ref());
        match (own.or(raw.plausible.as_ref()), is_amount(&part)) {
            (Some(range), true) => drop(found.insert(place, range.get_ref().clone())),
            (Some(_), false) => refused.extend(own.map(Spanned::span)),
            (None, _) => {}
        }
    }
    let nowhere = raw.plausible.as_ref().filter(|_| !parts.iter().any(|part| is_amount(&part)));
    refused.extend(nowhere.map(Spanned::span));
    for span in refused {
        let message = text::plausible_of_no_number(raw.id.get_ref());
        faults.add(Code::UnknownKey, span, message, text::leave_out("plausible"));
    }
    found
}

/// Gives parts their ranges. One that has none of its own keeps that of the `earlier`
/// definition where it still is a number of the same kind and unit.
pub(super) fn lay(
    parts: &mut [Part],
    ranges: &BTreeMap<usize, Plausible>,
    earlier: Option<&Indicator>,
) {
    for (place, part) in parts.iter_mut().enumerate() {
        let alike = |other: &&Part| {
            (&other.name, other.measure, &other.unit) == (&part.name, part.measure, &part.unit)
        };
        let kept = || earlier?.parts.iter().find(alike)?.plausible.clone();
        part.plausible = ranges.get(&place).cloned().or_else(kept).or(part.plausible.take());
    }
}

/// Whether ranges are all that is said: then the law stays as it is.
pub(super) fn is_all(raw: &RawIndicator) -> bool {
    let ranged = raw.plausible.is_some() || raw.parts.iter().any(|p| p.plausible.is_some());
    let silent = [&raw.name, &raw.note, &raw.basis].iter().all(|words| words.is_none());
    let unsure = raw.limits.confidence.is_some() || !raw.limits.confirmed.is_empty();
    ranged && silent && raw.if_present.is_none() && !unsure
}
