//! A piece of a file being read: what is known of its table, and what the rows so far gave.

use std::sync::Arc;

use super::book;
use super::column::Column;
use super::context::Context;
use super::finding::Finding;
use super::header::Header;
use super::key::{About, Identity};
use super::layout::Layout;
use super::names::{NamedLevel, level_of_names};
use super::piece::{Found, PieceRead};
use super::roster::Suggestions;
use super::shape::Shape;
use super::table::Row;
use super::value::Seen;
use super::voice::Voice;
use crate::law::{IndicatorId, Level, Resolved};
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text::Text;

/// A piece of a file being read.
pub(super) struct Reader<'a> {
    pub(super) context: &'a Context<'a>,
    /// The level of rows that name none.
    pub(super) level_of_name: NamedLevel<'a>,
    pub(super) header: Arc<Header>,
    /// The line of the header.
    pub(super) header_line: u64,
    pub(super) delimiter: u8,
    pub(super) shape: Shape,
    /// Whether the rows may be the text of a cell whose quote is not closed.
    pub(super) in_open_quote: bool,
    pub(super) piece: PieceRead,
    pub(super) seen: Seen,
    pub(super) waiting: Vec<Waiting>,
    /// Whether there is a question mark, which may stand for a letter.
    pub(super) may_have_lost_letters: bool,
    /// The first cell that lost letters.
    pub(super) lost: Option<String>,
    /// What is wrong with every row because of the file, told once.
    pub(super) told: Vec<Text>,
    pub(super) suggestions: Suggestions,
    /// What the rows before said of themselves.
    pub(super) last: Last,
    /// What applies to the row before.
    pub(super) applying: Applying,
    /// Whether nothing was read below the header yet.
    pub(super) below_header: bool,
    /// The indicator of the row before, under which rows of its parts may stand.
    pub(super) above: Option<Above>,
    /// The part of it that the row is of, where it names one in place of an id.
    pub(super) under: Option<Under>,
}

/// A row with a number that can be read in two ways, until the file is read.
pub(super) struct Waiting {
    /// Where its value belongs; without, it is only checked.
    pub(super) slot: Option<usize>,
    pub(super) whose: Identity,
    pub(super) about: About,
    pub(super) cells: [String; 3],
    pub(super) exact: [bool; 3],
    pub(super) law: Arc<Resolved>,
}

impl<'a> Reader<'a> {
    /// `line`: the one on which the piece begins.
    pub(super) fn new(context: &'a Context<'a>, layout: Option<&Layout>, line: u64) -> Reader<'a> {
        let mut reader = Reader {
            context,
            level_of_name: level_of_names(context.names()),
            header: Arc::default(),
            header_line: 0,
            delimiter: b',',
            shape: Shape::default(),
            in_open_quote: false,
            piece: PieceRead { line, sheet: context.sheet.map(Arc::from), ..PieceRead::default() },
            seen: Seen::default(),
            waiting: Vec::new(),
            may_have_lost_letters: false,
            lost: None,
            told: Vec::new(),
            suggestions: Suggestions::default(),
            last: Last::default(),
            applying: Applying::default(),
            below_header: false,
            above: None,
            under: None,
        };
        if let Some(layout) = layout {
            reader.lay_out(layout);
        }
        reader
    }

    pub(super) fn lay_out(&mut self, layout: &Layout) {
        (self.header, self.header_line) = (Arc::clone(&layout.header), layout.line);
        self.piece.header = Arc::clone(&layout.header);
        self.delimiter = layout.delimiter;
    }

    /// Makes room for so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.piece.batch.reserve(rows);
    }

    /// What was read, or a cell that lost letters on the way.
    pub(super) fn end(self) -> Result<Part, String> {
        let Reader { mut piece, seen, waiting, lost, shape, .. } = self;
        piece.batch.close();
        piece.runs.shrink_to_fit();
        lost.map_or(Ok(Part { read: piece, seen, waiting, shape }), Err)
    }

    /// Tells a fault of the row's cell; where its column is absent, the fault is
    /// the file's and told once.
    pub(super) fn tell(
        &mut self,
        row: &Row,
        code: Code,
        column: Column,
        (message, hint): (Text, Text),
        problems: &mut Vec<Problem>,
    ) {
        if self.header.has(column) {
            problems.push(self.problem(row, code, column, message, hint));
        } else if !self.told.contains(&message) {
            let place = Location { line: None, ..self.place(0, Some(column.as_str())) };
            problems.push(Problem::error(code, place, message.clone(), hint));
            self.told.push(message);
        }
    }

    pub(super) fn place(&self, line: u64, column: Option<&'static str>) -> Location {
        let file = self.context.source.name.clone();
        let place = column.and_then(|column| self.header.place_of(column));
        let sheet = self.piece.sheet.as_ref();
        let sheet = sheet.map(|name| book::in_sheet(name, place, Some(line)));
        Location { file, line: Some(line), position: None, column, sheet }
    }

    pub(super) fn problem(
        &self,
        row: &Row,
        code: Code,
        column: Column,
        message: Text,
        hint: Text,
    ) -> Problem {
        let place = self.place(row.line, Some(column.as_str()));
        Problem::error(code, place, message, hint).with_cell(self.header.cell(row, column))
    }

    pub(super) fn row_problem(&mut self, line: u64, code: Code, message: Text, hint: Text) {
        let problem = Problem::error(code, self.place(line, None), message, hint);
        self.find(Finding::of_file(problem));
    }

    pub(super) fn find(&mut self, finding: Finding) {
        self.piece.found.push(Found { finding, slot: None, once: false });
    }
}

/// What cells of the row before meant: rows of one commune follow each other.
#[derive(Default)]
pub(super) struct Last {
    /// Of rows that say nothing of it themselves.
    pub(super) tacit: Option<(Period, Level)>,
    pub(super) period: Option<(String, Period)>,
    pub(super) level: Option<(String, Level)>,
    pub(super) voice: Option<(String, Voice)>,
    /// Its two cells, and the period in which they mean it.
    pub(super) commune: Option<([String; 2], Period, usize)>,
    /// Whether its code lacked the zero it begins with.
    pub(super) padded: bool,
    /// The period in which sheet and file name different communes.
    pub(super) contradicted: Option<Period>,
    /// A cell that names no commune in a period, and what is said of it.
    pub(super) unknown: Option<(String, Period, (Text, Text))>,
}

/// What applies to the row before: to its commune, at its level, in its period.
#[derive(Default)]
pub(super) struct Applying(pub(super) Option<(LawKey, Arc<Resolved>)>);

/// What a row's law depends on: its commune, level and period.
pub(super) type LawKey = (Option<usize>, Level, Period);

/// The row of an indicator that names no part.
#[derive(Clone, Debug)]
pub(super) struct Above {
    pub(super) law: Arc<Resolved>,
    pub(super) place: usize,
    /// Whose it is and of when, as written.
    pub(super) whose: [String; 5],
}

/// The part that a row under it names in place of an id.
#[derive(Clone, Debug)]
pub(super) struct Under {
    pub(super) id: IndicatorId,
    pub(super) part: String,
}

/// What a piece of a file gives before the convention of its numbers is known.
pub(super) struct Part {
    pub(super) read: PieceRead,
    pub(super) seen: Seen,
    pub(super) waiting: Vec<Waiting>,
    pub(super) shape: Shape,
}
