//! The numbers of one indicator before and after, in natural units.

use crate::analysis::diff::{Cause, Change, CommuneChange, Kind};
use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Op, Requirement, ResolvedIndicator, Value};
use crate::report::commune::{amount, threshold, with_unit};
use crate::report::six;
use crate::score::{Need, PartScore};
use crate::text::{self as catalogue, Figure, Text, diff as text};

/// A line per part that moved: of whom it is, where that is to be said, its values, and
/// what is lacking.
pub(super) fn values(commune: &CommuneChange, change: &Change, of: Option<&str>) -> Vec<Text> {
    let parts = parts(commune, change);
    let alone = parts.len() == 1;
    let shown = parts.iter().filter(|part| alone || part.matters());
    let line = |part: &Part| {
        let words = part.line();
        match (of, part.requirement.part.as_str()) {
            (None, "") => words,
            (None, part) => catalogue::labelled(part, words),
            (Some(of), "") => catalogue::labelled(of, words),
            (Some(of), part) => catalogue::labelled(text::commune_part(of, part), words),
        }
    };
    shown.map(line).collect()
}

/// What is required: where it was lost, and where it differs from before.
pub(super) fn requirements(commune: &CommuneChange, change: &Change) -> Vec<Text> {
    let parts = parts(commune, change);
    let required = parts.iter().filter_map(|part| Some((part, part.requirement_words(change)?)));
    let required: Vec<(&Part, Text)> = required.collect();
    let mut lines: Vec<Text> = match required.first() {
        Some((_, first)) if required.iter().all(|(_, words)| words == first) => {
            vec![text::threshold_is(first)]
        }
        _ => {
            let part = |part: &Part| part.requirement.part.clone();
            required.iter().map(|(of, words)| text::threshold_of_part(part(of), words)).collect()
        }
    };
    if change.cause == Cause::Both {
        lines.push(text::data_too());
    }
    lines
}

fn parts<'a>(commune: &'a CommuneChange, change: &'a Change) -> Vec<Part<'a>> {
    let old = &commune.old_law.indicators[change.old.place];
    let new = &commune.new_law.indicators[change.new.place];
    let parts = new.require.iter().enumerate().map(|(place, requirement)| Part {
        new,
        requirement,
        before: before(old, requirement, change),
        after: &change.new.parts[place],
    });
    parts.collect()
}

/// The part of the old law that bears the same name, with what it had.
fn before<'a>(
    old: &'a ResolvedIndicator,
    requirement: &Requirement,
    change: &'a Change,
) -> Option<Before<'a>> {
    let place = old.require.iter().position(|other| other.part == requirement.part)?;
    Some(Before { law: old, requirement: &old.require[place], score: &change.old.parts[place] })
}

struct Before<'a> {
    law: &'a ResolvedIndicator,
    requirement: &'a Requirement,
    score: &'a PartScore,
}

/// One part of an indicator on both sides.
struct Part<'a> {
    new: &'a ResolvedIndicator,
    requirement: &'a Requirement,
    before: Option<Before<'a>>,
    after: &'a PartScore,
}

impl Part<'_> {
    /// Of several parts, those that moved.
    fn matters(&self) -> bool {
        let same = self.before.as_ref().is_some_and(|before| {
            before.score.met == self.after.met
                && before.score.observation == self.after.observation
                && before.score.gap(before.requirement) == self.after.gap(self.requirement)
        });
        !same
    }

    fn line(&self) -> Text {
        let values = match &self.before {
            Some(before) => {
                let old = value(before.law, before.requirement, before.score);
                moved(old, value(self.new, self.requirement, self.after))
            }
            None => value(self.new, self.requirement, self.after),
        };
        let words: Vec<Text> = std::iter::once(values).chain(self.lacking()).collect();
        Text::join(&words, "; ")
    }

    /// What is missing now by the threshold of now, after what was missing then by that of
    /// then: as each month's score says.
    fn lacking(&self) -> Option<Text> {
        let new = Distance::from_threshold(self.requirement, self.after)?;
        let before = self.before.as_ref();
        let old =
            before.and_then(|before| Distance::from_threshold(before.requirement, before.score));
        let words = match old.filter(|old| old.gap != new.gap && old.unit == new.unit) {
            Some(old) => {
                let (old, new, unit) = Distance::in_one_unit(old, new);
                let (then, now) = Figure::rounded_up_distinct(&old, &new);
                text::moved(then, with_points(now, unit))
            }
            None => {
                let Need { amount, unit, room, .. } = self.after.need(self.requirement)?;
                with_points(Figure::rounded_up(&amount, room.as_ref()), unit)
            }
        };
        Some(lacks(self.requirement.op, words))
    }

    fn requirement_words(&self, change: &Change) -> Option<Text> {
        let now = threshold(self.new, self.requirement);
        let then = self.before.as_ref().map(|before| threshold(before.law, before.requirement));
        match then {
            Some(then) if then != now => Some(text::moved(then, now)),
            _ if change.kind == Kind::Lost && self.requirement.op != Op::Equals => Some(now),
            _ => None,
        }
    }
}

/// How far a failing number is from its threshold.
struct Distance<'l> {
    gap: Exact,
    unit: &'l str,
    /// In the numerator's unit, where there is a ratio.
    shortfall: Option<(Exact, &'l str)>,
}

impl<'l> Distance<'l> {
    fn from_threshold(requirement: &'l Requirement, part: &PartScore) -> Option<Distance<'l>> {
        let gap = part.gap(requirement).filter(|_| !part.met)?;
        let shortfall = part.shortfall(requirement).map(|short| (short.amount, short.unit));
        // Of what is counted in whole numbers.
        let gap = if requirement.measure.is_whole() { gap.ceil() } else { gap };
        Some(Distance { gap, unit: &requirement.unit, shortfall })
    }

    /// Both in the numerator's unit where both have one, else in the threshold's.
    fn in_one_unit(old: Distance<'l>, new: Distance<'l>) -> (Exact, Exact, &'l str) {
        match (old.shortfall, new.shortfall) {
            (Some((old, then)), Some((new, unit))) if then == unit => (old, new, unit),
            _ => (old.gap, new.gap, new.unit),
        }
    }
}

fn lacks(op: Op, amount: Text) -> Text {
    match op {
        Op::AtMost => catalogue::reduce_by(amount),
        _ => catalogue::lacks(amount),
    }
}

/// A distance: of shares it is in points.
fn with_points(figure: Figure, unit: &str) -> Text {
    match unit {
        "%" => catalogue::percentage_points(figure),
        unit => with_unit(figure, unit),
    }
}

/// As many decimals as numbers are read with.
const MOST: u32 = 9;

/// What there is of a part: `18,8/22,4 km (83,93%)`; never rounded to its threshold.
fn value(law: &ResolvedIndicator, requirement: &Requirement, part: &PartScore) -> Text {
    let (observation, counts) = (&part.observation, requirement.counts.as_ref());
    let threshold = match requirement.threshold.as_ref().map(|threshold| &threshold.value) {
        Some(Value::Number(threshold)) => Some(threshold),
        _ => None,
    };
    if let Some((ratio, counts)) = observation.ratio().zip(counts) {
        let (above, below) = (six(&ratio.numerator), six(&ratio.denominator));
        let (share, _) = Figure::on_its_side_of(&ratio.percent(), threshold);
        let share = catalogue::percent(share);
        return catalogue::with_brackets(catalogue::ratio(above, below, &counts.what), share);
    }
    match (observation, observation.value().as_deref()) {
        (Observation::NotApplicable, _) => catalogue::not_applicable(),
        (_, None) => text::no_value(),
        (_, Some(Value::Number(number))) => with_unit(as_read(number), &requirement.unit),
        (_, Some(other)) => amount(other, law, &requirement.unit),
    }
}

/// A number as it was read.
fn as_read(number: &Exact) -> Figure {
    Figure::new(number, MOST)
}

/// `old → new`, or what did not move.
fn moved(old: Text, new: Text) -> Text {
    if old == new { new } else { text::moved(old, new) }
}
