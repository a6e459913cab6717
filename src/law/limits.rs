//! Thresholds as written, turned into values of the right kind for each case.

mod sure;

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use super::block::{At, Values};
use super::frame::{ThresholdContext, value};
use super::raw::{RawLimits, RawReference};
use super::source::Faults;
use super::threshold::Certainty;
use super::{Meaning, Measure, Op, Reference, Threshold, Thresholds, Value};
use crate::problem::Code;
use crate::{fold, text};
use sure::{certainty_of, warn_void_confirmations};

/// Thresholds with their direction and the places they were written at.
#[derive(Default)]
pub(super) struct Limits {
    pub(super) thresholds: Thresholds,
    pub(super) op: Option<Op>,
    pub(super) places: Vec<(Option<i16>, usize, Range<usize>)>,
}

/// Reads all cases of one part.
pub(super) fn parse_limits(
    raw: &RawLimits,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Limits {
    let mut limits = Limits::default();
    refuse_unknown_columns(raw, frame, faults);
    if let Some(reference) = &raw.at_least_of {
        return multiple(raw, reference, frame, faults);
    }
    read_year(raw, None, frame, &mut limits, faults);
    let stated: BTreeSet<i16> = raw.years.iter().map(|(year, _)| *year.get_ref()).collect();
    for (year, of_year) in &raw.years {
        refuse_unknown_columns(of_year, frame, faults);
        let inherited = ThresholdContext {
            confidence: raw.confidence.or(frame.confidence),
            span: year.span(),
            ..*frame
        };
        if !may_count(*year.get_ref(), &stated, &faults.years) {
            let (first, last) = (faults.years.start(), faults.years.end());
            let (message, hint) =
                (text::year_outside(year.get_ref(), first, last), text::write_year(first, last));
            faults.add(Code::BadValue, year.span(), message, hint);
            continue;
        }
        if limits.thresholds.years.contains_key(year.get_ref()) {
            let message = text::year_twice(year.get_ref());
            faults.add(Code::TwoValues, year.span(), message, text::keep_one());
            continue;
        }
        read_year(of_year, Some(*year.get_ref()), &inherited, &mut limits, faults);
    }
    let op = limits.op.unwrap_or(frame.meaning.op);
    limits.thresholds.meaning = Some(Arc::new(Meaning { op, ..frame.meaning.clone() }));
    limits
}

/// Whether a threshold of a year may ever count. A decision is of whole years that may begin
/// before it is in force, and one that was ended early still names those that followed: a
/// year outside is let pass where all years between it and those in force are named too.
fn may_count(year: i16, stated: &BTreeSet<i16>, in_force: &RangeInclusive<i16>) -> bool {
    let (first, last) = (*in_force.start(), *in_force.end());
    let mut between = if year < first { year..=first } else { last..=year };
    in_force.contains(&year) || between.all(|year| stated.contains(&year))
}

/// Nothing is asked for: a confirmation of what was holds no longer.
pub(super) fn none(raw: &RawLimits, frame: &ThresholdContext, faults: &mut Faults) -> Limits {
    warn_void_confirmations(raw, &[], (frame, None), faults);
    Limits::default()
}

/// A threshold that is a multiple of another set's, which stands alone. A confirmation
/// of it holds the factor.
fn multiple(
    raw: &RawLimits,
    reference: &RawReference,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Limits {
    let span = reference.span.clone();
    if !frame.measure.is_numeric() {
        faults.add(
            Code::BadValue,
            span.clone(),
            text::factor_of_no_number(),
            text::state_measure(),
        );
    }
    if raw.at_least.is_some() || raw.at_most.is_some() || !raw.years.is_empty() {
        faults.add(Code::TwoValues, span.clone(), text::multiple_and_value(), text::keep_one());
    }
    // A factor is no threshold: it may lie outside what one may be.
    let meaning = Meaning {
        op: Op::AtLeast,
        of: Some(format!("{} {}", reference.set, reference.indicator)),
        ..frame.meaning.clone()
    };
    let span_of_all = frame.span.clone();
    let frame = ThresholdContext {
        measure: Measure::Number,
        meaning: &meaning,
        span: span_of_all,
        ..*frame
    };
    let cells = [(0, Value::Number(reference.factor.clone()))];
    let Certainty { confidence, readings } = certainty_of(raw, &cells[0], (&frame, None), faults);
    let of = Reference {
        set: reference.set.clone(),
        indicator: reference.indicator,
        factor: reference.factor.clone(),
        confidence,
        readings,
        basis: frame.basis.to_owned(),
        span,
    };
    warn_void_confirmations(raw, &cells, (&frame, None), faults);
    let meaning = Some(Arc::new(meaning));
    let thresholds = Thresholds { of: Some(of), meaning, ..Thresholds::default() };
    Limits { thresholds, op: Some(Op::AtLeast), places: Vec::new() }
}

/// A confidence or confirmation of a column that there is not would be lost.
fn refuse_unknown_columns(raw: &RawLimits, frame: &ThresholdContext, faults: &mut Faults) {
    let confirmed = raw.confirmed.iter().flat_map(|c| c.value.get_ref());
    let confirmed = confirmed.filter_map(|(key, _)| key.as_ref());
    for key in raw.confidence_of.iter().map(|(key, _)| key).chain(confirmed) {
        // Told by the search itself.
        let _ = column(key, frame, faults);
    }
}

fn read_year(
    raw: &RawLimits,
    year: Option<i16>,
    frame: &ThresholdContext,
    limits: &mut Limits,
    faults: &mut Faults,
) {
    let Some((op, values)) = written(raw, faults) else {
        match frame.measure {
            Measure::YesNo => require_yes(raw, year, frame, limits, faults),
            _ => warn_void_confirmations(raw, &[], (frame, year), faults),
        }
        return;
    };
    if frame.measure == Measure::YesNo {
        faults.add(
            Code::BadValue,
            values.span(),
            text::yes_no_has_no_limit(),
            text::state_measure(),
        );
        return;
    }
    if limits.op.is_some_and(|other| other != op) {
        faults.add(Code::TwoValues, values.span(), text::two_directions(), text::keep_one());
        return;
    }
    limits.op = Some(op);
    let (cells, places): (Vec<_>, Vec<_>) = cells(values, frame, faults)
        .into_iter()
        .map(|(c, v, span)| ((c, v), (year, c, span)))
        .unzip();
    limits.places.extend(places);
    set(raw, year, cells, (op, frame), limits, faults);
}

/// Sets the cells of a year, as sure as they are.
fn set(
    raw: &RawLimits,
    year: Option<i16>,
    cells: Vec<(usize, Value)>,
    (op, frame): (Op, &ThresholdContext),
    limits: &mut Limits,
    faults: &mut Faults,
) {
    let meaning = Meaning { op, ..frame.meaning.clone() };
    let frame = &ThresholdContext { meaning: &meaning, span: frame.span.clone(), ..*frame };
    warn_void_confirmations(raw, &cells, (frame, year), faults);
    for cell in cells {
        let Certainty { confidence, readings } = certainty_of(raw, &cell, (frame, year), faults);
        let (column, value) = cell;
        let basis = frame.basis.to_owned();
        let threshold = Threshold { value, confidence, basis, readings };
        limits.thresholds.set(year, column, threshold);
    }
}

/// The one direction that is written; both at once is a fault.
fn written<'r>(raw: &'r RawLimits, faults: &mut Faults) -> Option<(Op, &'r Values)> {
    match (&raw.at_least, &raw.at_most) {
        (Some(_), Some(at_most)) => {
            faults.add(Code::TwoValues, at_most.span(), text::two_directions(), text::keep_one());
            None
        }
        (Some(values), None) => Some((Op::AtLeast, values)),
        (None, Some(values)) => Some((Op::AtMost, values)),
        (None, None) => None,
    }
}

/// A yes/no indicator asks for yes in every column, without saying so.
fn require_yes(
    raw: &RawLimits,
    year: Option<i16>,
    frame: &ThresholdContext,
    limits: &mut Limits,
    faults: &mut Faults,
) {
    limits.op = Some(Op::Equals);
    let cells = (0..frame.columns.count()).map(|column| (column, Value::YesNo(true))).collect();
    set(raw, year, cells, (Op::Equals, frame), limits, faults);
}

/// The value of each column that the table, or the one value for all, names.
fn cells(
    values: &Values,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Vec<(usize, Value, Range<usize>)> {
    let mut cells = Vec::new();
    for (key, scalar) in values.get_ref() {
        let Some(value) = value(scalar, frame, faults) else {
            continue;
        };
        let columns = match key {
            None => 0..frame.columns.count(),
            Some(key) => match column(key, frame, faults) {
                Some(column) => column..column + 1,
                None => continue,
            },
        };
        for column in columns {
            if cells.iter().any(|(c, _, _)| *c == column) {
                let message = text::column_twice(frame.columns.key(column));
                faults.add(Code::TwoValues, scalar.span(), message, text::keep_one());
            } else {
                cells.push((column, value.clone(), scalar.span()));
            }
        }
    }
    if frame.complete && values.get_ref().iter().all(|(key, _)| key.is_some()) {
        report_gaps(values, frame, faults);
    }
    cells.sort_by_key(|(column, _, _)| *column);
    cells
}

/// Every column that a table of a base set leaves out.
fn report_gaps(values: &Values, frame: &ThresholdContext, faults: &mut Faults) {
    let keys = values.get_ref().iter().filter_map(|(key, _)| key.as_ref());
    let named: BTreeSet<usize> = keys.filter_map(|key| frame.columns.find(key.get_ref())).collect();
    let absent = (0..frame.columns.count()).filter(|column| !named.contains(column));
    let absent: Vec<&str> = absent.map(|column| frame.columns.key(column)).collect();
    if !absent.is_empty() {
        let message = text::columns_left_out(absent.join(", "));
        faults.add(Code::MissingKey, values.span(), message, text::name_all_columns());
    }
}

fn column(key: &At<String>, frame: &ThresholdContext, faults: &mut Faults) -> Option<usize> {
    let found = frame.columns.find(key.get_ref());
    if found.is_none() {
        let message = text::unknown_column_key(key.get_ref());
        faults.add_with(Code::UnknownKey, key.span(), message, || {
            let known: Vec<&str> = frame.columns.keys().collect();
            let near = fold::nearest(key.get_ref(), frame.columns.keys());
            text::near_or(&near, text::allowed_here(known.join(", ")))
        });
    }
    found
}
