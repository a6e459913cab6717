//! What a commune says of itself beside its figures: compared with them, never scored.

use super::Voice;
use crate::law::{IndicatorId, Level};
use crate::period::Period;
use crate::problem::Location;

/// A verdict that a table gives beside its values.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub(crate) commune: usize,
    pub(crate) period: Period,
    pub(crate) level: Level,
    pub(crate) voice: Voice,
    /// Who says so, of the values of the voice above.
    pub(crate) by: Voice,
    pub(crate) of: Claimed,
    /// Whether it says that the criterion, indicator or part is met.
    pub(crate) met: bool,
    pub(crate) place: Location,
    /// As written.
    pub(crate) cell: String,
}

/// What a claim speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claimed {
    Criterion(u16),
    Indicator(IndicatorId),
    /// A part by its place.
    Part(IndicatorId, usize),
}
