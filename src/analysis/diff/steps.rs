//! The ways from an old verdict to a new one, and how far parts moved on them.

use std::cmp::Ordering;

use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::score::{IndicatorScore, PartScore, Status};

/// A verdict with its parts and what they were judged by.
#[derive(Clone, Copy)]
pub(super) struct Judgement<'a> {
    pub(super) law: &'a ResolvedIndicator,
    pub(super) score: &'a IndicatorScore,
    pub(super) parts: &'a [PartScore],
}

/// An indicator under each law with each data.
pub(super) struct Steps<'a> {
    /// The old data under the old law.
    pub(super) old: Judgement<'a>,
    /// The old data under the new law.
    pub(super) law: Judgement<'a>,
    /// The new data under the old law.
    pub(super) data: Judgement<'a>,
    /// The new data under the new law.
    pub(super) new: Judgement<'a>,
    /// For each part of the new law, the same among those of the old one.
    pub(super) partners: Vec<Option<usize>>,
    /// Whether each part has its partner, in both laws.
    pub(super) comparable: bool,
}

/// How a part's distance from what is required of it moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    Same,
    Closer,
    Further,
    /// It had a value, and has none.
    ValueWent,
    ValueCame,
    /// Something was asked of it, and is not.
    ThresholdWent,
    ThresholdCame,
}

impl Steps<'_> {
    /// How each part moved on the whole way; those that have no partner are left out.
    pub(super) fn moves(&self) -> Vec<Move> {
        moves(&self.old, &self.new, &self.partners)
    }

    /// The statuses: before, by each step alone, and now.
    pub(super) fn statuses(&self) -> [Status; 4] {
        [self.old, self.law, self.data, self.new].map(|judgement| judgement.score.status)
    }

    /// Whether the law alone moved a distance.
    pub(super) fn law_moved(&self) -> bool {
        moves(&self.old, &self.law, &self.partners).iter().any(|step| *step != Move::Same)
    }

    /// Whether the data moved a distance once the law was the new one.
    pub(super) fn data_moved(&self) -> bool {
        let same: Vec<Option<usize>> = (0..self.new.parts.len()).map(Some).collect();
        moves(&self.law, &self.new, &same).iter().any(|step| *step != Move::Same)
    }

    /// Whether the data is other than the old data carried to the new law.
    pub(super) fn data_differs(&self) -> bool {
        let mut parts = self.law.parts.iter().zip(self.new.parts);
        parts.any(|(old, new)| old.observation != new.observation)
    }

    pub(super) fn value_went(&self) -> bool {
        self.any(|old, new| is_known(old) && !is_known(new))
    }

    pub(super) fn value_came(&self) -> bool {
        self.any(|old, new| !is_known(old) && is_known(new))
    }

    fn any(&self, holds: impl Fn(&PartScore, &PartScore) -> bool) -> bool {
        let mut pairs = self.partners.iter().zip(self.new.parts);
        pairs.any(|(place, new)| place.is_some_and(|place| holds(&self.old.parts[place], new)))
    }
}

fn moves(old: &Judgement, new: &Judgement, partners: &[Option<usize>]) -> Vec<Move> {
    let parts = new.law.require.iter().zip(new.parts).zip(partners);
    let step = |((require, part), partner): ((_, _), &Option<usize>)| {
        let place = (*partner)?;
        Some(moved((&old.law.require[place], &old.parts[place]), (require, part)))
    };
    parts.filter_map(step).collect()
}

/// Each distance is from what was asked at its time.
fn moved(old: (&Requirement, &PartScore), new: (&Requirement, &PartScore)) -> Move {
    match (distance(old.0, old.1), distance(new.0, new.1)) {
        (None, None) => Move::Same,
        (Some(old), Some(new)) => match new.cmp(&old) {
            Ordering::Less => Move::Closer,
            Ordering::Equal => Move::Same,
            Ordering::Greater => Move::Further,
        },
        (Some(_), None) if is_known(new.1) => Move::ThresholdWent,
        (Some(_), None) => Move::ValueWent,
        // Of what does not apply nothing is asked.
        (None, Some(_)) if new.1.observation == Observation::NotApplicable => Move::Closer,
        (None, Some(_)) if is_known(old.1) => Move::ThresholdCame,
        (None, Some(_)) => Move::ValueCame,
    }
}

fn is_known(part: &PartScore) -> bool {
    part.observation != Observation::Nothing
}

/// How far a part is from its threshold: in its unit, in ranks of grades, or all the
/// way; nothing where it is met or does not apply, and not known without a value or a
/// threshold.
fn distance(requirement: &Requirement, part: &PartScore) -> Option<Exact> {
    if part.met || part.observation == Observation::NotApplicable {
        return Some(Exact::ZERO);
    }
    let (value, threshold) = (part.observation.value()?, requirement.threshold.as_ref()?);
    match (&*value, &threshold.value) {
        (Value::Grade(value), Value::Grade(threshold)) => {
            Some(Exact::from(value.abs_diff(*threshold)))
        }
        (Value::YesNo(_), _) => Some(Exact::ONE),
        _ => part.gap(requirement),
    }
}
