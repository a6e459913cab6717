//! What became of one indicator, and by whose doing.

use std::cmp::Ordering;

use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::score::{IndicatorScore, PartScore, Status};

/// What became of an indicator. The first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Counted as met before, and no more: it endangers a title.
    Lost,
    /// Counted as met now, and not before.
    NewlyMet,
    /// Its values are gone; it was not met before.
    NewlyMissing,
    /// It was missing, and has values that do not meet it.
    NewlyReported,
    /// Not met before and now, and farther from it.
    Further,
    /// Not met before and now, and nearer to it.
    Closer,
}

impl Kind {
    /// All kinds, what is worst first.
    pub const ALL: [Kind; 6] = [
        Kind::Lost,
        Kind::NewlyMet,
        Kind::NewlyMissing,
        Kind::NewlyReported,
        Kind::Further,
        Kind::Closer,
    ];

    /// The word in JSON and CSV.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Lost => "lost",
            Kind::NewlyMet => "newly_met",
            Kind::NewlyMissing => "newly_missing",
            Kind::NewlyReported => "newly_reported",
            Kind::Further => "further",
            Kind::Closer => "closer",
        }
    }
}

/// By whose doing a verdict moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The commune's data.
    Data,
    /// The law: the old data has the new verdict under the new law.
    Law,
    /// Neither alone.
    Both,
}

impl Cause {
    /// All causes.
    pub const ALL: [Cause; 3] = [Cause::Data, Cause::Law, Cause::Both];

    /// The word in JSON and CSV.
    pub fn as_str(self) -> &'static str {
        match self {
            Cause::Data => "data",
            Cause::Law => "law",
            Cause::Both => "both",
        }
    }
}

/// A verdict with its parts.
pub(super) type Judged<'a> = (&'a IndicatorScore, &'a [PartScore]);

/// What became of an indicator: `old` under the old law; `between`, the old data under
/// the new law; `new` under the new law, which is `law`.
pub(super) fn change(
    law: &ResolvedIndicator,
    old: &IndicatorScore,
    between: Judged,
    new: Judged,
) -> Option<(Kind, Cause)> {
    let (was, is) = (old.status, new.0.status);
    // The same values under another law are not reported anew.
    let reported = || {
        let mut parts = between.1.iter().zip(new.1);
        between.0.status == Status::Missing && is == Status::NotMet
            || parts.any(|(old, new)| {
                old.observation.value().is_none() && new.observation.value().is_some()
            })
    };
    let kind = match (was.counts_as_met(), is.counts_as_met()) {
        (true, false) => Kind::Lost,
        (false, true) => Kind::NewlyMet,
        (true, true) => return None,
        (false, false) => match (was, is) {
            (Status::Missing, Status::NotMet | Status::Undetermined) if reported() => {
                Kind::NewlyReported
            }
            (Status::NotMet | Status::Undetermined, Status::Missing) => Kind::NewlyMissing,
            // Both distances are under the new law: only the data moves them.
            (Status::NotMet, Status::NotMet) => {
                return distance_moved(law, between, new).map(|kind| (kind, Cause::Data));
            }
            _ => return None,
        },
    };
    let (before, middle, after) = (class(was), class(between.0.status), class(is));
    let cause = match (middle == after, middle == before) {
        (true, _) => Cause::Law,
        (false, true) => Cause::Data,
        (false, false) => Cause::Both,
    };
    Some((kind, cause))
}

/// A verdict as far as it matters here: what does not apply is as good as met.
fn class(status: Status) -> Status {
    if status.counts_as_met() { Status::Met } else { status }
}

/// Closer if some part is closer and none farther, and the reverse; where they moved
/// both ways the least attainment decides, and a tie is farther.
fn distance_moved(law: &ResolvedIndicator, between: Judged, new: Judged) -> Option<Kind> {
    let pairs = law.require.iter().zip(between.1.iter().zip(new.1));
    let moves: Vec<Ordering> = pairs.map(|(r, (old, new))| moved(r, old, new)).collect();
    let (closer, further) = (moves.contains(&Ordering::Less), moves.contains(&Ordering::Greater));
    match (closer, further) {
        (false, false) => None,
        (true, false) => Some(Kind::Closer),
        (false, true) => Some(Kind::Further),
        (true, true) if new.0.attainment > between.0.attainment => Some(Kind::Closer),
        (true, true) => Some(Kind::Further),
    }
}

/// How a part's distance from its threshold changed. A part without a value is at no
/// known distance, but one that is met is nearer than that.
fn moved(requirement: &Requirement, old: &PartScore, new: &PartScore) -> Ordering {
    match (distance(requirement, old), distance(requirement, new)) {
        (Some(old), Some(new)) => new.cmp(&old),
        (None, Some(new)) if new.is_zero() => Ordering::Less,
        (Some(old), None) if old.is_zero() => Ordering::Greater,
        _ => Ordering::Equal,
    }
}

/// How far a part is from its threshold: in its unit, in ranks of grades, or all the
/// way; nothing where it is met or does not apply.
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
