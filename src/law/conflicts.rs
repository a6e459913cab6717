//! What a layer may not do to the set it changes: ask for less, leave open what is
//! delegated, or say both.

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use super::head::{CriteriaFileKind, RawHead};
use super::in_force::{Span, State};
use super::limits::Limits;
use super::patch::Patch;
use super::raw::RawIndicator;
use super::set::{Layer, Set};
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
        let message = if known.delegated {
            text::open_yet_set(known.id)
        } else {
            text::open_not_delegated(known.id)
        };
        faults.add(Code::TwoValues, raw.id.span(), message, text::leave_out("open"));
    }
}

/// A layer may not ask for less than the central law, in any column and year, at any time
/// while both are in force. What a province laid down before does not bind its own newer
/// decision; guidance for it does not loosen even that, for it only explains.
pub(super) fn refuse_laxer(
    limits: &Limits,
    (known, place): (&Indicator, usize),
    head: &RawHead,
    set: &Set,
    faults: &mut Faults,
) {
    let explains = head.kind == CriteriaFileKind::Guidance;
    let province = head.province.as_deref().filter(|_| explains);
    let until = [head.applies_until, set.decision.until].into_iter().flatten().min();
    let span = Span { from: head.decision.in_force, until };
    let states = set.states(known.id, span, province);
    let part = &known.parts[place];
    // A value written once for several columns is one fault.
    let mut told: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for (year, column, span) in decisive(limits) {
        let laxer = states.iter().find_map(|state| {
            let alike = |other: &&Part| {
                let named = other.name == part.name && other.op == part.op;
                named && other.unit == part.unit && other.measure == part.measure
            };
            let asked = state.indicator.parts.iter().find(alike)?;
            let (year, asked) = laxer_than(limits, asked, (year, column), state)?;
            let key = set.columns.key(column);
            let same_year = year == state.since.year();
            let since = if same_year { state.since.to_string() } else { year.to_string() };
            Some(format!("{key} {asked} ({since})"))
        });
        let Some(case) = laxer else { continue };
        match told.iter_mut().find(|(other, _)| other == span) {
            Some((_, cases)) => cases.push(case),
            None => told.push((span.clone(), vec![case])),
        }
    }
    for (span, cases) in told {
        let cases = cases.join(", ");
        let message = if explains {
            text::laxer_guidance(known.id, cases)
        } else {
            text::laxer(known.id, cases)
        };
        faults.add(Code::LaxerThanBase, span, message, text::raise_or_name_columns());
    }
}

/// The cases that a layer writes: of one value for all columns those that decide a verdict;
/// `common` where it is named.
fn decisive(limits: &Limits) -> impl Iterator<Item = (Option<i16>, usize, &Range<usize>)> {
    let of_columns = limits.places.iter().filter(|(_, column, _)| *column > 0);
    let shared: BTreeSet<usize> = of_columns.map(|(_, _, span)| span.start).collect();
    let cases = limits
        .places
        .iter()
        .filter(move |(_, column, span)| *column > 0 || !shared.contains(&span.start));
    cases.map(|(year, column, span)| (*year, *column, span))
}

/// The first year in which the layer undercuts a state of the law in a case, and what that
/// asks for as text.
fn laxer_than(
    limits: &Limits,
    part: &Part,
    (year, column): (Option<i16>, usize),
    state: &State,
) -> Option<(i16, String)> {
    let first = state.first.year();
    let own_years = limits.thresholds.own_years().chain(part.thresholds.own_years());
    // Without an end in sight: all years that either names, and one that neither does.
    let open_end = || own_years.max().unwrap_or(first).max(first).saturating_add(1);
    let last = state.last.map_or_else(open_end, |last| last.year());
    let years = match year {
        Some(year) if (first..=last).contains(&year) => year..=year,
        Some(_) => return None,
        None => first..=last,
    };
    // Where a year has a value of its own, that is the one at fault.
    let own = |y: &i16| year.is_none() && limits.thresholds.is_of_year(*y, column);
    years.into_iter().filter(|y| !own(y)).find_map(|y| {
        let asked = part.thresholds.get(y, column)?;
        let given = limits.thresholds.get(y, column)?;
        let words = match &asked.value {
            Value::Number(n) => format!("{} {n}", part.op.as_str()),
            Value::Grade(place) => {
                let grade = state.indicator.grades.get(*place).map_or("", String::as_str);
                format!("{} {grade}", part.op.as_str())
            }
            Value::YesNo(_) => part.op.as_str().to_owned(),
        };
        undercuts(&given.value, &asked.value, part.op).then_some((y, words))
    })
}

/// What the central law has said not to be excused no layer below it excuses.
pub(super) fn refuse_excuse(raw: &RawIndicator, head: &RawHead, set: &Set, faults: &mut Faults) {
    if raw.if_present != Some(true) || head.kind == CriteriaFileKind::Amendment {
        return;
    }
    let id = *raw.id.get_ref();
    let overlaps = |layer: &&Layer| {
        let (own, other) = (&head.decision, &layer.decision);
        let ends = |until: Option<Date>, day| until.is_some_and(|until| until < day);
        !ends(head.applies_until, other.in_force) && !ends(other.until, own.in_force)
    };
    let central = set.layers.iter().filter(|layer| layer.province.is_none()).filter(overlaps);
    let denies = central.into_iter().find(|layer| {
        let patch = layer.patches.get(&id);
        patch.is_some_and(|p| p.definition.is_none() && p.if_present == Some(false))
    });
    if let Some(layer) = denies {
        let message = text::excuses_too_much(id, &layer.id, &layer.decision.number);
        let hint = text::leave_out("if_present");
        faults.add(Code::LaxerThanBase, raw.id.span(), message, hint);
    }
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
    open: &BTreeSet<IndicatorId>,
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
