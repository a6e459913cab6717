//! What becomes of one part: its comparison, and what would change the verdict.

use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Op, Requirement, Threshold, Value};
use crate::named::named;
use crate::score::{self, PartScore, Status};

/// What becomes of one part of the indicator.
#[derive(Clone, Debug)]
pub struct Link {
    /// The verdict on the part alone.
    pub status: Status,
    /// Its value beside its threshold; `None` without either.
    pub comparison: Option<Comparison>,
    /// What would change the verdict.
    pub change: Change,
}

/// Two values side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The values.
    pub sides: Sides,
    /// How they lie to each other.
    pub sign: Sign,
}

/// What stands at both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sides {
    /// A ratio, by cross-multiplication: 100 × numerator and threshold × denominator.
    Ratio {
        numerator: Exact,
        denominator: Exact,
        /// The threshold, in percent.
        threshold: Exact,
        /// 100 × numerator.
        left: Exact,
        /// Threshold × denominator.
        right: Exact,
    },
    /// A number and its threshold.
    Numbers(Exact, Exact),
    /// Grades, by their places among the indicator's; the lowest is 0.
    Grades(usize, usize),
    /// Met or not.
    YesNo(bool, bool),
}

named! {
    /// How a value lies to its threshold, as far as the verdict asks.
    pub Sign {
        /// Below what must be reached.
        Below "<"
        /// Not below it.
        AtLeast ">="
        /// Not above what is allowed.
        AtMost "<="
        Above ">"
        /// What is asked for.
        Same "="
        /// Not what is asked for.
        Other "!="
    }
}

impl Comparison {
    /// Numbers at both sides as machines write them, with at most so many decimals: they
    /// are rounded away from each other, so that the sign holds between them, too.
    /// `None` of what is no number.
    pub fn rounded(&self, decimals: usize) -> Option<[Exact; 2]> {
        let (left, right) = self.exact()?;
        let (up, down) = (Exact::up_to_decimals, Exact::down_to_decimals);
        Some(match self.sign {
            Sign::Below | Sign::AtMost => [down(left, decimals), up(right, decimals)],
            _ => [up(left, decimals), down(right, decimals)],
        })
    }

    /// Numbers at both sides with all their digits; `None` of what is no number.
    pub fn exact(&self) -> Option<(&Exact, &Exact)> {
        match &self.sides {
            Sides::Ratio { left, right, .. } | Sides::Numbers(left, right) => Some((left, right)),
            Sides::Grades(..) | Sides::YesNo(..) => None,
        }
    }
}

impl Sign {
    fn new(op: Op, met: bool) -> Sign {
        match (op, met) {
            (Op::AtLeast, true) => Sign::AtLeast,
            (Op::AtLeast, false) => Sign::Below,
            (Op::AtMost, true) => Sign::AtMost,
            (Op::AtMost, false) => Sign::Above,
            (Op::Equals, true) => Sign::Same,
            (Op::Equals, false) => Sign::Other,
        }
    }
}

/// What would change the verdict on a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: the indicator does not apply.
    Nothing,
    /// It has no value.
    Value,
    /// It has no threshold.
    Threshold,
    /// It fails; the least move that makes it pass.
    Needed(Move),
    /// It passes; the farthest move that still does.
    Margin(Move),
}

/// A value that moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub what: Moved,
    pub from: Value,
    pub to: Value,
    /// By how much, where it is a number.
    pub amount: Option<Exact>,
    /// Whether it goes up.
    pub up: bool,
}

impl Move {
    /// Where it goes to as machines write it: a number with at most so many decimals,
    /// rounded to the side that passes.
    pub fn to_rounded(&self, needed: bool, decimals: usize) -> Value {
        match &self.to {
            Value::Number(to) if needed == self.up => Value::Number(to.up_to_decimals(decimals)),
            Value::Number(to) => Value::Number(to.down_to_decimals(decimals)),
            other => other.clone(),
        }
    }

    /// By how much it goes as machines write it: what is `needed` is rounded up, so that
    /// it suffices, and a margin down, so that it is still met.
    pub fn amount_rounded(&self, needed: bool, decimals: usize) -> Option<Exact> {
        let amount = self.amount.as_ref()?;
        Some(if needed {
            amount.up_to_decimals(decimals)
        } else {
            amount.down_to_decimals(decimals)
        })
    }

    /// The unit of what moves.
    pub fn unit<'l>(&self, requirement: &'l Requirement) -> &'l str {
        match (self.what, &requirement.counts) {
            (Moved::Numerator, Some(counts)) => &counts.what,
            _ => &requirement.unit,
        }
    }
}

named! {
    /// What of a value moves.
    pub Moved {
        /// The numerator, while the denominator stays.
        Numerator "numerator"
        /// The value itself.
        Value "value"
    }
}

impl Link {
    pub(super) fn new(requirement: &Requirement, part: &PartScore) -> Link {
        let status = score::status(requirement, &part.observation);
        let threshold = requirement.threshold.as_ref();
        let change = match (status, threshold) {
            (Status::NotApplicable, _) => Change::Nothing,
            (Status::Undetermined, _) | (_, None) => Change::Threshold,
            (Status::Missing, Some(_)) => Change::Value,
            (Status::NotMet | Status::Met, Some(threshold)) => change(requirement, threshold, part),
        };
        let comparison = threshold.and_then(|threshold| compare(requirement.op, threshold, part));
        Link { status, comparison, change }
    }
}

fn compare(op: Op, threshold: &Threshold, part: &PartScore) -> Option<Comparison> {
    let sides = match (&part.observation, &threshold.value) {
        (Observation::Ratio(ratio), Value::Number(threshold)) => Sides::Ratio {
            left: &ratio.numerator * &Exact::HUNDRED,
            right: threshold * &ratio.denominator,
            numerator: ratio.numerator.clone(),
            denominator: ratio.denominator.clone(),
            threshold: threshold.clone(),
        },
        (Observation::Value(Value::Number(value)), Value::Number(threshold)) => {
            Sides::Numbers(value.clone(), threshold.clone())
        }
        (Observation::Value(Value::Grade(value)), Value::Grade(threshold)) => {
            Sides::Grades(*value, *threshold)
        }
        (Observation::Value(Value::YesNo(value)), Value::YesNo(threshold)) => {
            Sides::YesNo(*value, *threshold)
        }
        _ => return None,
    };
    Some(Comparison { sides, sign: Sign::new(op, part.met) })
}

/// The least move that makes a failing part pass, or the farthest that a passing one can
/// go. Both lead to the same place: the last value that passes.
fn change(requirement: &Requirement, threshold: &Threshold, part: &PartScore) -> Change {
    let wrap = |step| if part.met { Change::Margin(step) } else { Change::Needed(step) };
    // A failing part is moved towards what is asked for, a passing one away from it.
    let up = (requirement.op == Op::AtMost) == part.met;
    let number = |what, from: &Exact, to: Exact| Move {
        amount: Some(if up { &to - from } else { from - &to }),
        what,
        from: Value::Number(from.clone()),
        to: Value::Number(to),
        up,
    };
    wrap(match (&part.observation, &threshold.value) {
        (Observation::Ratio(ratio), Value::Number(threshold)) => {
            let whole = requirement.counts.as_ref().is_some_and(|counts| counts.whole);
            let asked = &(threshold * &ratio.denominator) * &hundredth();
            let last = match requirement.op {
                Op::AtMost if whole => floor(&asked),
                Op::AtLeast | Op::Equals if whole => asked.ceil(),
                _ => asked,
            };
            number(Moved::Numerator, &ratio.numerator, last)
        }
        (Observation::Value(Value::Number(value)), Value::Number(threshold)) => {
            number(Moved::Value, value, threshold.clone())
        }
        (observation, threshold) => Move {
            what: Moved::Value,
            from: observation.value().map_or_else(|| threshold.clone(), |value| value.into_owned()),
            to: threshold.clone(),
            amount: None,
            up,
        },
    })
}

fn hundredth() -> Exact {
    // A short decimal always is.
    Exact::decimal(1, 2).unwrap_or(Exact::ZERO)
}

/// The greatest whole number that is not above this.
fn floor(number: &Exact) -> Exact {
    let negative = &Exact::ZERO - number;
    &Exact::ZERO - &negative.ceil()
}
