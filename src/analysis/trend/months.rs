//! The months that are put side by side, and what a commune met in one.

use crate::exact::Exact;
use crate::intake::Roster;
use crate::law::{Library, Resolved};
use crate::period::Period;
use crate::score::{self, Tally};

/// The results of one month.
#[derive(Clone, Copy, Debug)]
pub struct Month<'a> {
    /// The month.
    pub period: Period,
    /// What applies without a commune.
    pub common: &'a Resolved,
    /// The results of the communes that have reported.
    pub tallies: &'a [Tally],
}

/// What the trend is made of.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The months with data, in order.
    pub months: &'a [Month<'a>],
    /// The roster that the results point into.
    pub roster: &'a Roster,
    /// The communes asked for, by place; empty for all.
    pub chosen: &'a [usize],
    /// The law of the month that is looked ahead to.
    pub library: &'a Library,
    /// That month.
    pub until: Period,
}

/// What a commune met in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The place of the month.
    pub month: usize,
    /// The place of the result among the month's.
    pub tally: usize,
    pub criteria: Met,
    pub indicators: Met,
}

/// How many of how many are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    pub met: usize,
    pub total: usize,
}

impl Met {
    /// In percent.
    pub fn percent(self) -> Exact {
        score::percent(self.met, self.total)
    }
}
