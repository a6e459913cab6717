//! What would change a verdict, in words.

use super::law;
use super::view::{ExplainView, bare, exact};
use crate::analysis::explain::{Change, Move, Moved};
use crate::intake::Observation;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::report::{commune, words};
use crate::score::Status;
use crate::text::{self, Text, explain as say};

/// What the lines are about: what is to be done, or what room is left.
pub(super) fn head(view: &ExplainView) -> Text {
    if view.status.counts_as_met() { say::margin() } else { say::to_reach() }
}

/// What would change the verdict: of parts that fail what is to be done, of parts that
/// all pass what room there is.
pub(super) fn lines(view: &ExplainView) -> Vec<Text> {
    let fails: Vec<bool> =
        view.chain.links.iter().map(|link| !link.status.counts_as_met()).collect();
    if fails.windows(2).all(|pair| pair[0] == pair[1]) {
        return view.same_or_each(|place, requirement| line(view, place, requirement));
    }
    let line = |place: usize, requirement| fails[place].then(|| line(view, place, requirement));
    view.by_part(line)
}

fn line(view: &ExplainView, place: usize, requirement: &Requirement) -> Text {
    let part = &view.explained.card.parts(view.chain.indicator)[place];
    match &view.chain.links[place].change {
        Change::Nothing => say::nothing_asked(),
        Change::Value => {
            let asked = commune::threshold(view.law, requirement);
            let mut of_part = view.chain.rows.iter().filter(|written| written.is_of(place));
            let faulty = of_part.any(|written| !written.problems.is_empty());
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

fn words_of(value: &Value, law: &ResolvedIndicator, unit: &str) -> Text {
    match value {
        Value::Number(number) => commune::with_unit(exact(number), unit),
        other => commune::amount(other, law, unit),
    }
}

/// A value whose unit another one names.
fn without_unit(value: &Value, law: &ResolvedIndicator, unit: &str) -> Text {
    match value {
        Value::Number(number) => bare(number, unit),
        other => words_of(other, law, unit),
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
    let unit = step.unit(requirement);
    let to = words_of(&step.to, law, unit);
    let from = without_unit(&step.from, law, unit);
    let Some(amount) = amount(step, unit) else {
        return say::turn_into(from, to);
    };
    let denominator = observation.ratio().map(|r| exact(&r.denominator));
    match (denominator, step.up) {
        (Some(denominator), true) => say::numerator_up(amount, from, to, denominator),
        (Some(denominator), false) => say::numerator_down(amount, from, to, denominator),
        (None, true) => say::value_up(amount, from, to),
        (None, false) => say::value_down(amount, from, to),
    }
}

fn margin(step: &Move, requirement: &Requirement, law: &ResolvedIndicator) -> Text {
    let unit = step.unit(requirement);
    let limit = without_unit(&step.to, law, unit);
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
pub(super) fn criterion(view: &ExplainView) -> Text {
    let card = &view.explained.card;
    let mut others: Vec<Text> = Vec::new();
    for status in Status::ALL {
        let of_status =
            view.chain.lacking.iter().filter(|place| card.indicators[**place].status == status);
        let ids: Vec<String> =
            of_status.map(|place| card.tally.law.indicators[*place].id.to_string()).collect();
        if !ids.is_empty() {
            others.push(text::with_brackets(ids.join(", "), words::status(status)));
        }
    }
    match (view.status.counts_as_met(), others.is_empty()) {
        (true, true) => text::met(),
        (false, true) => say::alone(),
        (true, false) => say::because_of_others(Text::join(&others, "; ")),
        (false, false) => say::with_others(Text::join(&others, "; ")),
    }
}
