//! A commune through the months.

use super::law::{LawChange, LawShift};
use super::months::Reported;
use crate::period::Period;

/// A calendar month.
#[derive(Clone, Debug)]
pub struct Step {
    /// The month.
    pub period: Period,
    /// The place of its results among the months; `None`: there is no data, a gap.
    pub month: Option<usize>,
    /// What changed for the communes that report, each against its report before; where
    /// none has one, for the whole country.
    pub change: LawChange,
}

/// A commune through the months.
#[derive(Clone, Debug)]
pub struct Line {
    pub code: String,
    /// The places in the roster of those that bore the code, in order of time: several
    /// where it was renamed.
    pub communes: Vec<usize>,
    /// What is known of each step; `None` where it does not take part.
    pub points: Vec<Option<Point>>,
    /// What the law changed for it by each step, against its report before; nothing where
    /// it has not reported, or never before.
    pub shifts: Vec<LawShift>,
}

impl Line {
    /// The months in which it has reported, by step.
    pub fn reported(&self) -> impl DoubleEndedIterator<Item = (usize, &Reported)> {
        self.points.iter().enumerate().filter_map(|(step, point)| match point {
            Some(Point::Reported(reported)) => Some((step, reported)),
            _ => None,
        })
    }

    /// The report before a step.
    pub fn before(&self, step: usize) -> Option<&Reported> {
        self.reported().take_while(|(other, _)| *other < step).last().map(|(_, reported)| reported)
    }
}

/// What is known of a commune in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// There is no data of the month at all.
    NoData,
    /// Others have reported, it has not.
    NotReported,
    Reported(Reported),
}

impl Point {
    /// Its word in JSON and CSV, with the report where there is one.
    pub fn kind_and_report(&self) -> (&'static str, Option<&Reported>) {
        match self {
            Point::NoData => ("no_data", None),
            Point::NotReported => ("not_reported", None),
            Point::Reported(reported) => ("reported", Some(reported)),
        }
    }
}
