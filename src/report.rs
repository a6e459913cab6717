//! What a page says, before any format: titled tables of typed cells.
//!
//! One function per report turns results into a [`Page`]; [`crate::render`]
//! turns a page into bytes and knows no rule.

mod altered;
mod city;
mod codes;
mod commune;
mod communes;
mod confirmed;
mod criteria;
mod diff;
pub mod document;
pub mod dossier;
mod explain;
mod gaps;
mod ladder;
mod matrix;
mod monthly;
mod problems;
pub mod template;
pub mod together;
pub mod trend;
mod verify;
mod voices;
mod words;
mod worklist;

pub use altered::{AlteredCopy, altered, altered_line};
pub use city::city;
pub use codes::{ExplainedCode, code, codes};
pub use commune::commune;
pub use communes::{communes, heard};
pub use confirmed::confirmed;
pub use criteria::{criteria, sets};
pub use diff::{DiffBy, DiffReport, Only, diff};
pub use explain::explain;
pub use gaps::{GapsBy, GapsView, gaps};
pub use ladder::{LadderReport, LawUsed, ladder};
pub use matrix::matrix;
pub use monthly::{InputFile, MonthlyReport, monthly};
pub use problems::problems;
pub use verify::verify;
pub use voices::{TABLES, voices};
pub use worklist::{ConfirmationSheet, confirmation_sheet, layer_worklist, worklist};

use crate::exact::Exact;
use crate::intake::{Commune, Roster, Submission, Voice};
use crate::law::{Level, Resolved};
use crate::period::Period;
use crate::score::{self, Need, Scorecard, Summary, Tally};
use crate::text::{Figure, Text};

/// The scores of one period and level, with all that a report says of them.
#[derive(Clone, Debug)]
pub struct Scoring<'a> {
    pub period: Period,
    pub level: Level,
    /// Whose word was taken.
    pub voice: Voice,
    /// Whether faulty cells were taken as missing.
    pub lenient: bool,
    /// How many faults there were.
    pub faults: usize,
    /// The roster that the scorecards point into.
    pub roster: &'a Roster,
    /// What applies without a commune: names and counts.
    pub common: &'a Resolved,
    /// The results of the communes that have reported, in roster order.
    pub tallies: &'a [Tally],
    /// What was judged, likewise.
    pub submissions: &'a [Submission],
    /// The communes that have not, in roster order.
    pub not_reported: &'a [usize],
    /// Those of them that others speak of: rows of another voice are there.
    pub heard: &'a [Heard],
    /// How many warnings say that data may have been read wrongly.
    pub misread: usize,
    /// The figures over all.
    pub summary: &'a Summary,
}

/// A commune that has not reported and has rows of other voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its place in the roster.
    pub commune: usize,
    /// Whose rows there are.
    pub voices: Vec<Voice>,
}

impl Scoring<'_> {
    /// The commune of a result.
    pub fn commune_of(&self, tally: &Tally) -> &Commune {
        &self.roster.communes[tally.commune]
    }

    /// The codes of the communes that have not reported.
    pub(crate) fn codes_not_reported(&self) -> Vec<&str> {
        let code = |place: &usize| self.roster.communes[*place].code.as_str();
        self.not_reported.iter().map(code).collect()
    }

    /// The results in full, made one by one: all of a country's at once would be too
    /// many to hold.
    pub fn cards(&self) -> impl Iterator<Item = Scorecard> {
        self.submissions.iter().map(score::score)
    }
}

/// A page: title, tables, and what must be said below them.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub title: Text,
    /// Lines under the title.
    pub lead: Vec<Text>,
    pub tables: Vec<Table>,
    /// Lines below, with their weight.
    pub notes: Vec<(Tone, Text)>,
}

/// A table of typed cells.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its caption, where it needs one.
    pub caption: Option<Text>,
    /// The heads of its columns.
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What it says.
    pub head: Text,
    /// Whether it holds numbers, to be set flush right.
    pub numeric: bool,
    /// How much room it needs.
    pub room: Room,
}

/// How much room a column needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// What there is.
    #[default]
    Any,
    /// Its cells are kept on one line: codes, and names to be copied.
    Unbroken,
    /// At least so many characters.
    AtLeast(u16),
    /// As little as can be: one sign a cell.
    Tight,
    /// Much: it holds the official names.
    Wide,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// How it weighs.
    pub tone: Tone,
}

/// What a cell holds.
#[derive(Clone, Debug, Default)]
pub enum Content {
    /// Nothing.
    #[default]
    Empty,
    Words(Text),
    /// Words on lines of their own.
    Lines(Vec<Text>),
    /// A number with at most so many decimals.
    Number(Exact, u32),
    /// How much of the way is done, from 0 to 1: a bar where one can be drawn.
    Way(Exact),
}

/// How something weighs, for colour where there is any. Never the only sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Reached.
    Good,
    /// Not reached.
    Bad,
    /// Not known, or not sure.
    Doubt,
    /// A heading.
    Strong,
    /// Of less weight.
    Faint,
    /// A command to be copied: a line of its own that nothing breaks.
    Command,
}

impl Cell {
    fn words(text: Text) -> Cell {
        Cell { content: Content::Words(text), tone: Tone::Plain }
    }

    /// Lines, those that say nothing left out.
    fn lines(lines: impl IntoIterator<Item = Text>) -> Cell {
        let lines = lines.into_iter().filter(|line| *line != Text::default());
        Cell { content: Content::Lines(lines.collect()), tone: Tone::Plain }
    }

    fn same(text: impl std::fmt::Display) -> Cell {
        Cell::words(Text::same(text))
    }

    fn count(count: usize) -> Cell {
        Cell::number(Exact::from(count), 0)
    }

    fn number(number: Exact, decimals: u32) -> Cell {
        Cell { content: Content::Number(number, decimals), tone: Tone::Plain }
    }

    fn tone(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

fn column(head: Text) -> Column {
    Column { head, numeric: false, room: Room::Any }
}

fn numeric(head: Text) -> Column {
    Column { numeric: true, ..column(head) }
}

fn unbroken(head: Text) -> Column {
    Column { room: Room::Unbroken, ..column(head) }
}

fn tight(head: Text) -> Column {
    Column { room: Room::Tight, ..column(head) }
}

fn at_least(head: Text, characters: u16) -> Column {
    Column { room: Room::AtLeast(characters), ..column(head) }
}

fn wide(head: Text) -> Column {
    Column { room: Room::Wide, ..column(head) }
}

/// A number for people with the two decimals of means and percentages.
fn two(number: &Exact) -> Figure {
    Figure::new(number, 2)
}

/// What is needed: never less than suffices.
fn figure_of_need(need: &Need) -> Figure {
    Figure::rounded_up(&need.amount, need.room.as_ref())
}

/// A value, threshold or gap for people.
fn six(number: &Exact) -> Figure {
    Figure::new(number, 6)
}
