//! What would change a verdict, in words.

use super::{View, exact, law};
use crate::analysis::chain::{Change, Move, Moved};
use crate::intake::Observation;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::report::{commune, words};
use crate::score::Status;
use crate::text::{self, Text, chain as say};

/// What the lines tell: what is to be done, or what room is left.
pub(super) fn head(view: &View) -> Text {
    match view.status.counts_as_met() {
        true => say::margin(),
        false => say::to_reach(),
    }
}

/// What would change the verdict on each part; what is to be done comes first.
pub(super) fn lines(view: &View) -> Vec<Text> {
    let passes = |place: usize| {
        matches!(view.chain.links[place].status, Status::Met | Status::NotApplicable)
    };
    let of = |wanted: bool| {
        let line = |place: usize, requirement| {
            (passes(place) == wanted).then(|| line(view, place, requirement))
        };
        view.by_part(line)
    };
    let mut lines = of(false);
    if view.status.counts_as_met() {
        lines.extend(of(true));
    }
    lines
}

fn line(view: &View, place: usize, requirement: &Requirement) -> Text {
    let part = &view.explained.card.parts(view.chain.indicator)[place];
    match &view.chain.links[place].change {
        Change::Nothing => say::nothing_asked(),
        Change::Value => {
            let asked = commune::threshold(view.law, requirement);
            let faulty = view.chain.rows.iter().any(|row| !row.problems.is_empty());
            if faulty { say::needs_usable_value(asked) } else { say::needs_value(asked) }
        }
        Change::Threshold => {
            let opened = law::opened(view, &requirement.part);
            match part.observation {
                Observation::Nothing => say::and_value(opened),
                _ => opened,
            }
        }
        Change::Needed(step) => needed(step, requirement, view.law, &part.observation),
        Change::Margin(step) => margin(step, requirement, view.law),
    }
}

/// The unit of what moves.
fn unit<'l>(step: &Move, requirement: &'l Requirement) -> &'l str {
    match (step.what, &requirement.counts) {
        (Moved::Numerator, Some(counts)) => &counts.what,
        _ => &requirement.unit,
    }
}

fn words_of(value: &Value, law: &ResolvedIndicator, unit: &str) -> Text {
    match value {
        Value::Number(number) => commune::with_unit(exact(number), unit),
        other => commune::amount(other, law, unit),
    }
}

/// How much is between two values; of percentages, points.
fn amount(step: &Move, unit: &str) -> Option<Text> {
    let amount = exact(step.amount.as_ref()?);
    Some(match unit {
        "%" => text::percentage_points(amount),
        unit => commune::with_unit(amount, unit),
    })
}

fn needed(
    step: &Move,
    requirement: &Requirement,
    law: &ResolvedIndicator,
    observation: &Observation,
) -> Text {
    let unit = unit(step, requirement);
    let [from, to] = [&step.from, &step.to].map(|value| words_of(value, law, unit));
    let Some(amount) = amount(step, unit) else {
        return say::turn_into(from, to);
    };
    let denominator = observation.ratio().map(|r| commune::with_unit(exact(&r.denominator), unit));
    match (denominator, step.up) {
        (Some(denominator), true) => say::numerator_up(amount, from, to, denominator),
        (Some(denominator), false) => say::numerator_down(amount, from, to, denominator),
        (None, true) => say::value_up(amount, from, to),
        (None, false) => say::value_down(amount, from, to),
    }
}

fn margin(step: &Move, requirement: &Requirement, law: &ResolvedIndicator) -> Text {
    let unit = unit(step, requirement);
    let limit = words_of(&step.to, law, unit);
    let Some(amount) = amount(step, unit) else {
        return match (&step.to, step.from == step.to) {
            (Value::YesNo(_), _) => say::no_room_yes_no(),
            (_, true) => say::no_room(),
            (_, false) => say::grade_room(limit),
        };
    };
    match (step.what, step.up) {
        _ if step.amount.as_ref().is_some_and(crate::exact::Exact::is_zero) => say::no_room(),
        (Moved::Numerator, true) => say::numerator_may_rise(amount, limit),
        (Moved::Numerator, false) => say::numerator_may_fall(amount, limit),
        (Moved::Value, true) => say::may_rise(amount, limit),
        (Moved::Value, false) => say::may_fall(amount, limit),
    }
}

/// What the indicator means for its criterion.
pub(super) fn criterion(view: &View) -> Text {
    let card = &view.explained.card;
    let other = |place: &usize| {
        let status = words::status(card.indicators[*place].status);
        say::other(card.tally.law.indicators[*place].id, status)
    };
    let others: Vec<Text> = view.chain.lacking.iter().map(other).collect();
    match (view.status.counts_as_met(), others.is_empty()) {
        (true, true) => say::criterion_met(),
        (false, true) => say::alone(),
        (true, false) => say::because_of_others(Text::join(&others, ", ")),
        (false, false) => say::with_others(Text::join(&others, ", ")),
    }
}
