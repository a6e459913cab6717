//! One side of a comparison.

use crate::intake::{Roster, Submission};
use crate::score::Tally;

/// The results of one side.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The roster that they point into.
    pub roster: &'a Roster,
    /// The results, in the order of the roster.
    pub tallies: &'a [Tally],
    /// What was judged, likewise.
    pub submissions: &'a [Submission],
    /// Who takes part and has not reported.
    pub not_reported: &'a [usize],
}
