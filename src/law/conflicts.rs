//! What a layer may not do to the set it changes: ask for less, leave open what is
//! delegated, or say both.

use std::ops::Range;

use jiff::civil::Date;

use super::layer::Patch;
use super::library::{Layer, Set};
use super::limits::Limits;
use super::raw::{RawHead, RawIndicator};
use super::source::Faults;
use super::{Indicator, IndicatorId, Part, Thresholds, Value};
use crate::problem::Code;
use crate::text;

/// `open` says that a delegated value is not fixed yet: not beside a value for
/// every column, and not of what is not delegated.
pub(super) fn refuse_pointless_open(
    raw: &RawIndicator,
    known: &Indicator,
    patch: &Patch,
    set: &Set,
    faults: &mut Faults,
) {
    let whole = |t: &Thresholds| (1..set.columns.count()).all(|c| t.any_year_has(c));
    let fixed = patch.parts.len() == known.parts.len() && patch.parts.values().all(whole);
    if raw.open && (fixed || !known.delegated) {
        let message = match known.delegated {
            true => text::open_yet_set(known.id),
            false => text::open_not_delegated(known.id),
        };
        faults.add(Code::TwoValues, raw.id.span(), message, text::leave_out("open"));
    }
}

/// An overlay may not ask for less than the central value, in any column and
/// year, at any time while both are in force.
pub(super) fn refuse_laxer(
    limits: &Limits,
    (id, place): (IndicatorId, usize),
    head: &RawHead,
    set: &Set,
    faults: &mut Faults,
) {
    let states = set.states(id, head.decision.in_force, head.decision.until);
    let until = head.decision.until.or(set.decision.until);
    // A value written once for several columns is one fault.
    let mut told: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for (year, column, span) in limits.places.iter().filter(|(_, column, _)| *column > 0) {
        let laxer = states.iter().find_map(|(day, state)| {
            let part = state.parts.get(place)?;
            let asked = laxer_than(limits, part, (*year, *column), *day, until)?;
            let key = set.columns.key(*column);
            let (year, asked) = asked;
            let since = if year == day.year() { day.to_string() } else { year.to_string() };
            Some(format!("{key} {asked} ({since})"))
        });
        let Some(case) = laxer else { continue };
        match told.iter_mut().find(|(other, _)| other == span) {
            Some((_, cases)) => cases.push(case),
            None => told.push((span.clone(), vec![case])),
        }
    }
    for (span, cases) in told {
        let message = text::laxer(id, cases.join(", "));
        faults.add(Code::LaxerThanBase, span, message, text::raise_or_name_columns());
    }
}

/// The year in which the layer undercuts the central value of a case, and that
/// value as text.
fn laxer_than(
    limits: &Limits,
    part: &Part,
    (year, column): (Option<i16>, usize),
    day: Date,
    until: Option<Date>,
) -> Option<(i16, String)> {
    let first = day.year();
    let own_years = limits.thresholds.own_years().chain(part.thresholds.own_years());
    let last = until.map_or_else(|| own_years.max().unwrap_or(first), |until| until.year());
    let years: Vec<i16> = match year {
        Some(year) => vec![year],
        None => (first..=last.max(first)).collect(),
    };
    let years = years.into_iter().filter(|y| (first..=last.max(first)).contains(y));
    years
        .filter_map(|y| {
            let asked = part.thresholds.get(y, column)?;
            let given = limits.thresholds.get(y, column)?;
            let words = match &asked.value {
                Value::Number(n) => format!("{} {n}", part.op.as_str()),
                _ => part.op.as_str().to_owned(),
            };
            undercuts(&given.value, &asked.value, part.op).then_some((y, words))
        })
        .next()
}

fn undercuts(given: &super::Value, asked: &super::Value, op: super::Op) -> bool {
    use super::Value::{Grade, Number};
    let below = match (given, asked) {
        (Number(given), Number(asked)) => given.cmp(asked),
        (Grade(given), Grade(asked)) => given.cmp(asked),
        _ => return false,
    };
    match op {
        super::Op::AtLeast => below.is_lt(),
        super::Op::AtMost => below.is_gt(),
        super::Op::Equals => false,
    }
}

/// A province's overlay fixes every delegated indicator or says that it is open.
pub(super) fn require_delegated(
    layer: &Layer,
    set: &Set,
    open: &[IndicatorId],
    span: Range<usize>,
    faults: &mut Faults,
) {
    for id in set.ids().filter(|id| !open.contains(id)) {
        let known = set.indicator_on(id, layer.decision.in_force);
        let Some(known) = known.filter(|known| known.delegated) else {
            continue;
        };
        let first = layer.decision.in_force.year();
        let until = layer.decision.until.or(set.decision.until);
        let years = first..=until.map_or(first, |until| until.year());
        let patch = layer.patches.get(&id);
        let fixed = |column: &usize| {
            let part = |place| patch.and_then(|p| p.parts.get(&place));
            let in_all = |t: &Thresholds| {
                t.any_year_has(*column) || years.clone().all(|y| t.get(y, *column).is_some())
            };
            (0..known.parts.len()).all(|place| part(place).is_some_and(in_all))
        };
        let missing = (1..set.columns.count()).filter(|column| !fixed(column));
        let missing: Vec<&str> = missing.map(|column| set.columns.key(column)).collect();
        match patch {
            _ if missing.is_empty() => {}
            None => {
                let (message, hint) = (text::left_open(id, &known.name), text::fix_or_say_open(id));
                faults.add(Code::DelegatedOpen, span.clone(), message, hint);
            }
            Some(patch) => {
                let message = text::left_open_in(id, missing.join(", "));
                faults.add(
                    Code::DelegatedOpen,
                    patch.span.clone(),
                    message,
                    text::fix_all_columns(),
                );
            }
        }
    }
}
