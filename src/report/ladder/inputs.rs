//! What the page is made of, and what it calls a level and a commune.

use crate::analysis::ladder::Ladder;
use crate::intake::{Roster, Voice};
use crate::law::{LayerUse, Level};
use crate::period::Period;
use crate::score::ThresholdCounts;
use crate::text::{Text, ladder as say};

/// The ladders of a period, with all that a report says of them.
#[derive(Debug)]
pub struct LadderReport<'a> {
    pub period: Period,
    /// Whose word was taken.
    pub voice: Voice,
    /// Whether faulty cells were taken as missing.
    pub lenient: bool,
    /// How many faults there were.
    pub faults: usize,
    /// The roster that the ladders point into.
    pub roster: &'a Roster,
    /// In roster order.
    pub ladders: &'a [Ladder<'a>],
    /// What the titles and the conditions were judged by.
    pub laws: &'a [LawUsed],
    /// Whether communes were named.
    pub chosen: bool,
}

/// The law of a level in the period.
#[derive(Clone, Debug)]
pub struct LawUsed {
    pub level: Level,
    /// How many criteria it has.
    pub criteria: usize,
    /// How many indicators.
    pub indicators: usize,
    /// How sure its thresholds are.
    pub thresholds: ThresholdCounts,
    /// The layers used.
    pub layers: Vec<LayerUse>,
    /// What the sets want said.
    pub cautions: Vec<String>,
}

/// A title in short.
pub(in crate::report) fn title(level: Level) -> Text {
    match level {
        Level::Ntm => say::title_ntm(),
        Level::NangCao => say::title_nang_cao(),
        Level::KieuMau => say::title_kieu_mau(),
        Level::Recognition => say::recognition(),
    }
}

pub(super) fn name<'a>(ladder_report: &'a LadderReport, one: &Ladder) -> &'a str {
    &ladder_report.roster.communes[one.commune].name
}
