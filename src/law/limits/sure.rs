//! How sure a threshold is: what a confirmation holds, against what stands there now.

use std::sync::Arc;

use crate::law::block::{At, Scalar};
use crate::law::frame::{ThresholdContext, value};
use crate::law::meaning::{ConfirmedTerms, differences, warn_void};
use crate::law::raw::{RawConfirmation, RawLimits};
use crate::law::source::Faults;
use crate::law::threshold::Certainty;
use crate::law::{COMMON, Confidence, Value};
use crate::problem::Code;
use crate::text::{self, Text};

/// How sure a case is. A confirmation counts only for all that it holds.
pub(super) fn certainty_of(
    raw: &RawLimits,
    cell: &(usize, Value),
    (frame, year): (&ThresholdContext, Option<i16>),
    faults: &mut Faults,
) -> Certainty {
    let of_column = |key: &At<String>| frame.columns.find(key.get_ref()) == Some(cell.0);
    let own = raw.confidence_of.iter().find(|(key, _)| of_column(key));
    let stated = own.map(|(_, confidence)| *confidence).or(raw.confidence).or(frame.confidence);
    let stated = stated.unwrap_or_else(|| {
        let (message, hint) = (text::key_missing("confidence"), text::state_confidence());
        faults.add(Code::MissingKey, frame.span.clone(), message, hint);
        Confidence::Assumed
    });
    match raw.confirmed.iter().find(|c| confirms(c, cell, (frame, year), faults)) {
        Some(confirmation) => Certainty {
            confidence: Confidence::Confirmed,
            readings: vec![Arc::clone(&confirmation.reading)],
        },
        None => Certainty::stated(stated),
    }
}

/// Whether a confirmation is of this very figure and of all that it means.
fn confirms(
    confirmation: &RawConfirmation,
    (column, now_there): &(usize, Value),
    (frame, year): (&ThresholdContext, Option<i16>),
    faults: &mut Faults,
) -> bool {
    let held = figure(confirmation, *column, frame);
    held.is_some_and(|held| value(held, frame, faults).as_ref() == Some(now_there))
        && differences(&confirmation.held, &now(confirmation, frame, year)).is_empty()
}

/// What would be held of what stands there now.
fn now(
    confirmation: &RawConfirmation,
    frame: &ThresholdContext,
    year: Option<i16>,
) -> ConfirmedTerms {
    frame.meaning.held(year, confirmation.own_part)
}

/// The figure that a confirmation holds for a column.
fn figure<'c>(
    confirmation: &'c RawConfirmation,
    column: usize,
    frame: &ThresholdContext,
) -> Option<&'c At<Scalar>> {
    let of_column = |key: &At<String>| frame.columns.find(key.get_ref()) == Some(column);
    let mut all = confirmation.value.get_ref().iter();
    let found = all.find(|(key, _)| key.as_ref().is_none_or(of_column));
    found.map(|(_, scalar)| scalar)
}

/// Warns of each confirmation that confirms nothing of what it was of, and says why.
pub(super) fn warn_void_confirmations(
    raw: &RawLimits,
    cells: &[(usize, Value)],
    (frame, year): (&ThresholdContext, Option<i16>),
    faults: &mut Faults,
) {
    for confirmation in &raw.confirmed {
        let mut open = Vec::new();
        for cell in cells {
            let Some(held) = figure(confirmation, cell.0, frame) else { continue };
            // Another one may hold for a column.
            if !raw.confirmed.iter().any(|c| confirms(c, cell, (frame, year), faults)) {
                open.push((cell, held));
            }
        }
        let gone = gone(confirmation, cells, frame);
        if open.is_empty() && gone.is_empty() {
            continue;
        }
        let mut figures = figures(&open, frame, faults);
        figures.extend(gone);
        let differing = differences(&confirmation.held, &now(confirmation, frame, year));
        warn_void(figures, differing, frame.meaning.id, confirmation.span.clone(), faults);
    }
}

/// The figures that a confirmation holds of columns for which none is stated any more.
fn gone(
    confirmation: &RawConfirmation,
    cells: &[(usize, Value)],
    frame: &ThresholdContext,
) -> Vec<Text> {
    let stated = |column| cells.iter().any(|(own, _)| *own == column);
    // A factor stands for all columns with the first.
    let all = if frame.meaning.of.is_some() { 1 } else { frame.columns.count() };
    let held = confirmation.value.get_ref().iter().filter_map(|(key, scalar)| {
        let (name, lost) = match key {
            None => ("value".to_owned(), !(0..all).any(stated)),
            Some(key) => {
                // One that is not known is reported as such.
                let column = frame.columns.find(key.get_ref())?;
                (format!("value ({})", key.get_ref()), !stated(column))
            }
        };
        lost.then(|| text::held_gone(name, scalar.get_ref()))
    });
    held.collect()
}

/// The figures that differ, each once, with their columns.
fn figures(
    open: &[(&(usize, Value), &At<Scalar>)],
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Vec<Text> {
    let mut found: Vec<(String, String, Vec<&str>)> = Vec::new();
    for ((column, now), held) in open {
        if value(held, frame, faults).as_ref() == Some(now) {
            continue;
        }
        let key = frame.columns.key(*column);
        let (held, now) = (held.get_ref().to_string(), literal(now, frame));
        match found.iter_mut().find(|(h, n, _)| *h == held && *n == now) {
            Some((_, _, columns)) => columns.push(key),
            None => found.push((held, now, vec![key])),
        }
    }
    let whole = |columns: &[&str]| columns.len() == frame.columns.count();
    let told = found.into_iter().map(|(held, now, columns)| {
        let alone = open.len() == 1 && columns == [COMMON];
        let key = if whole(&columns) || alone {
            "value".to_owned()
        } else {
            format!("value ({})", columns.join(", "))
        };
        text::held_otherwise(key, held, now)
    });
    told.collect()
}

/// A value as TOML writes it.
fn literal(value: &Value, frame: &ThresholdContext) -> String {
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Number(number) => number.in_full(),
        Value::Grade(place) => format!("{:?}", frame.grades[*place]),
    }
}
