//! What a file is read against.

use super::number::Convention;
use super::options::Options;
use super::periods::DueInFile;
use super::quoted::Wanted;
use super::roster::Roster;
use super::shape::Flaws;
use super::source::Source;
use super::standards::Standards;

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
    Quotes(&'a Wanted),
}

impl<'a> Context<'a> {
    /// The names that say what the rows are of, where they do not: the nearer first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.sheet.into_iter().chain(std::iter::once(self.source.stem()))
    }
}
