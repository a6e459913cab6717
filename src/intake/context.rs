//! What a file is read against: the roster, the law, the options; and what these know of
//! the words and numbers in its cells.

use std::sync::Arc;

use super::number::Convention;
use super::options::Options;
use super::quoted::WantedRows;
use super::roster::Roster;
use super::shape::Flaws;
use super::source::Source;
use super::standards::Standards;
use super::word;
use crate::fold;
use crate::law::{CommuneProfile, IndicatorId, Level, Resolved};
use crate::period::Period;

/// What a file is read against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) roster: &'a Roster,
    pub(super) standards: &'a Standards<'a>,
    pub(super) options: Options<'a>,
    pub(super) source: &'a Source,
    /// The sheet of a workbook that is being read.
    pub(super) sheet: Option<&'a str>,
    /// What is kept of its rows besides their values.
    pub(super) keep: Keep<'a>,
    /// The period its rows are to be of.
    pub(super) due: DueInFile,
    /// What a first reading found wrong with the form of the table.
    pub(super) flaws: Flaws,
}

/// What is kept of rows besides their values.
#[derive(Clone, Copy)]
pub(super) enum Keep<'a> {
    Nothing,
    /// Clean copies of all, with the convention that settles their numbers.
    Copies(Option<Convention>),
    /// Some of them as written.
    Quotes(&'a WantedRows),
}

impl<'a> Context<'a> {
    /// The names that say what the rows are of, where they do not: the nearer first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.sheet.into_iter().chain(std::iter::once(self.source.stem()))
    }

    pub(super) fn period_of_file(&self) -> Option<Period> {
        self.due.expected.or(self.source.folder_period)
    }

    /// The laws of all levels in force; `None` where the period is not known.
    pub(super) fn laws(&self) -> Option<impl Iterator<Item = Arc<Resolved>>> {
        let period = self.period_of_file()?;
        let law = move |level| self.standards.get(level, period, &CommuneProfile::default());
        Some(Level::ALL.into_iter().filter_map(law))
    }

    /// Whether an id is one of a set in force, at any level.
    pub(super) fn is_of_a_set(&self, id: IndicatorId) -> bool {
        self.laws().is_none_or(|mut laws| laws.any(|law| law.position(id).is_some()))
    }

    /// Whether a set in force has a criterion of this number.
    pub(super) fn is_criterion(&self, number: u16) -> bool {
        let has = |law: Arc<Resolved>| law.indicators.iter().any(|i| i.id.criterion == number);
        self.laws().is_none_or(|mut laws| laws.any(has))
    }

    /// Whether a cell is a grade of a set in force.
    pub(super) fn is_grade(&self, cell: &str) -> bool {
        let known = |law: Arc<Resolved>| {
            let grades = law.indicators.iter().flat_map(|indicator| &indicator.grades);
            fold::find(cell, grades.map(|grade| (grade.as_str(), ()))).is_some()
        };
        !word::is_nothing(cell) && self.laws().is_some_and(|mut laws| laws.any(known))
    }

    /// Whether a cell is a commune's code.
    pub(super) fn is_code(&self, cell: &str) -> bool {
        !self.roster.of_code(cell).is_empty()
    }

    /// Whether a cell is a commune's code or name.
    pub(super) fn is_commune(&self, cell: &str) -> bool {
        let found = |period| self.roster.find(cell, period).is_ok();
        !cell.is_empty() && (self.is_code(cell) || self.period_of_file().is_some_and(found))
    }

    /// Whether a cell is what rows of data begin with.
    pub(super) fn begins_row(&self, first: &str) -> bool {
        let id = IndicatorId::parse(first).is_some_and(|id| self.is_of_a_set(id));
        id || self.is_code(first) || self.is_commune(first)
    }
}

/// The same for the rows of one file.
#[derive(Clone, Copy)]
pub(super) struct DueInFile {
    /// The one its rows are of, or most of them.
    pub(super) expected: Option<Period>,
    /// Whether a row of another is a fault.
    pub(super) only: bool,
    /// The one that rows are of which name none.
    pub(super) tacit: Option<Period>,
}
