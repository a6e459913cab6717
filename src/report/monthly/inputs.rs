//! What the report is made of.

use super::super::Scoring;
use super::super::diff::DiffReport;
use super::super::document::{Block, Section, ShownIn};
use super::super::trend::TrendReport;
use crate::analysis::gaps::Gaps;
use crate::text::Text;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct MonthlyReport<'a> {
    /// The results.
    pub scoring: &'a Scoring<'a>,
    /// What is still to be done.
    pub gaps: &'a Gaps<'a>,
    /// Whether the division of work is the example that comes with the program.
    pub example: bool,
    /// What changed since the last period, or why nothing can be said of it.
    pub change: Result<&'a DiffReport<'a>, &'a Text>,
    /// The months since that one which are not compared with, and why.
    pub skipped: &'a [Text],
    /// The months up to this one, where there are several.
    pub months: Option<&'a TrendReport<'a>>,
    /// The files that were read.
    pub inputs: &'a [InputFile],
    /// Whether it goes to the notice board: without evidence, notes and paths.
    pub public: bool,
    /// Whether a workbook is among its forms, which alone has the long lists.
    pub workbook: bool,
    /// The result, by place, that alone it is about.
    pub only: Option<usize>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its name, as the user named it.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// A section that every form has.
pub(super) fn everywhere(heading: Text, sheet: Text, blocks: Vec<Block>) -> Section {
    Section { heading, sheet, shown_in: ShownIn::Everywhere, blocks }
}
