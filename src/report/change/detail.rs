//! The numbers of one indicator before and after, in natural units.

use crate::analysis::change::{Change, CommuneChange, Kind};
use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Op, Requirement, ResolvedIndicator, Value};
use crate::report::commune::{amount, threshold, with_unit};
use crate::report::{Cell, six, two};
use crate::score::PartScore;
use crate::text::{self as catalogue, Text, change as text};

/// Values, what is lacking and, where it matters, what is asked: a line each.
pub(super) fn cell(commune: &CommuneChange, change: &Change) -> Cell {
    let old = &commune.old_law.indicators[change.old.place];
    let new = &commune.new_law.indicators[change.new.place];
    let mut lines = Vec::new();
    for (place, requirement) in new.require.iter().enumerate() {
        let part = Part {
            new,
            requirement,
            before: before(old, requirement, change),
            between: &change.between[place],
            after: &change.new.parts[place],
        };
        if new.require.len() > 1 && !part.matters() {
            continue;
        }
        lines.extend(part.lines(change));
    }
    Cell::lines(lines)
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
    between: &'a PartScore,
    after: &'a PartScore,
}

impl Part<'_> {
    /// Of several parts, those that moved.
    fn matters(&self) -> bool {
        let same = self.before.as_ref().is_some_and(|before| {
            before.score.met == self.after.met && before.score.observation == self.after.observation
        });
        !same || self.between.met != self.after.met
    }

    fn lines(&self, change: &Change) -> Vec<Text> {
        let values = match &self.before {
            Some(before) => {
                let old = value(before.law, before.requirement, before.score);
                moved(old, value(self.new, self.requirement, self.after))
            }
            None => value(self.new, self.requirement, self.after),
        };
        let values = match self.requirement.part.as_str() {
            "" => values,
            part => text::part_words(part, values),
        };
        let mut lines = vec![values];
        lines.extend(self.lacking(change));
        lines.extend(self.asked(change));
        lines
    }

    /// What is lacking, before by the new threshold: only so are they comparable.
    fn lacking(&self, change: &Change) -> Option<Text> {
        let new = Distance::of(self.requirement, self.after);
        let old = Distance::of(self.requirement, self.between);
        let words = match (old, new) {
            (Some(old), Some(new)) if old.gap != new.gap => {
                let (old, new, unit) = Distance::in_one_unit(old, new);
                lacks(self.requirement.op, text::moved(six(&old), with_points(&new, unit)))
            }
            (_, Some(new)) => {
                let (amount, unit) = new.own();
                lacks(self.requirement.op, with_points(&amount, unit))
            }
            _ => return None,
        };
        let moved = change.differs.matters() && change.kind != Kind::Lost;
        Some(if moved { text::under_new_threshold(words) } else { words })
    }

    /// What is asked: where it was lost, and where it is another than before.
    fn asked(&self, change: &Change) -> Option<Text> {
        let now = threshold(self.new, self.requirement);
        let then = self.before.as_ref().map(|before| threshold(before.law, before.requirement));
        match then {
            Some(then) if then != now => Some(text::threshold_is(text::moved(then, now))),
            _ if change.kind == Kind::Lost && self.requirement.op != Op::Equals => {
                Some(text::threshold_is(now))
            }
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
    fn of(requirement: &'l Requirement, part: &PartScore) -> Option<Distance<'l>> {
        let gap = part.gap(requirement).filter(|_| !part.met)?;
        let shortfall = part.shortfall(requirement).map(|short| (short.amount, short.unit));
        Some(Distance { gap, unit: &requirement.unit, shortfall })
    }

    fn own(self) -> (Exact, &'l str) {
        self.shortfall.unwrap_or((self.gap, self.unit))
    }

    /// Both in the numerator's unit where both have one, else in the threshold's.
    fn in_one_unit(old: Distance<'l>, new: Distance<'l>) -> (Exact, Exact, &'l str) {
        match (old.shortfall, new.shortfall) {
            (Some((old, _)), Some((new, unit))) => (old, new, unit),
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
fn with_points(number: &Exact, unit: &str) -> Text {
    match unit {
        "%" => catalogue::percentage_points(six(number)),
        unit => with_unit(six(number), unit),
    }
}

/// What there is of a part: `18,8/22,4 km (83,93%)`.
fn value(law: &ResolvedIndicator, requirement: &Requirement, part: &PartScore) -> Text {
    let (observation, counts) = (&part.observation, requirement.counts.as_ref());
    if let Some((ratio, counts)) = observation.ratio().zip(counts) {
        let (above, below) = (six(&ratio.numerator), six(&ratio.denominator));
        let share = catalogue::percent(two(&ratio.percent()));
        return text::with_share(catalogue::ratio(above, below, &counts.what), share);
    }
    match (observation, observation.value().as_deref()) {
        (Observation::NotApplicable, _) => text::applies_not(),
        (_, None) => text::no_value(),
        (_, Some(Value::Number(number))) => with_unit(six(number), &requirement.unit),
        (_, Some(other)) => amount(other, law, &requirement.unit),
    }
}

/// `old → new`, or what did not move.
fn moved(old: Text, new: Text) -> Text {
    if old == new { new } else { text::moved(old, new) }
}
