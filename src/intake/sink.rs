//! What the rows of a piece of a file give: the last step of reading a row.

use std::sync::Arc;

use super::batch::KeyedRange;
use super::column::Column;
use super::context::Context;
use super::finding::Finding;
use super::indicator::seems_to_give_several;
use super::key::{Identity, PartOf, RowSubject};
use super::measured::{Measured, Waiting};
use super::piece::{PieceFinding, PieceRead, RowWithoutCommune};
use super::repair::RepairKind;
use super::shape::TableShape;
use super::table_row::{Table, TableRow};
use super::unclear;
use super::value::{ConventionSigns, Decimal};
use super::word;
use crate::law::Resolved;
use crate::period;
use crate::problem::{Code, Excerpt, Location, Problem};
use crate::text::Text;

/// What the rows of a piece give, before the convention of the file's numbers is known.
pub(super) struct Sink {
    pub(super) piece: PieceRead,
    /// What is wrong with the row being read.
    pub(super) faults: Vec<Problem>,
    /// What the rows show of the form of the table.
    pub(super) shape: TableShape,
    /// What the numbers show of their convention.
    pub(super) seen: ConventionSigns,
    /// The first cell that lost letters.
    pub(super) lost: Option<String>,
    waiting: Vec<Waiting>,
    /// What is wrong with every row because of the file, told once.
    told: Vec<Text>,
}

impl Sink {
    /// `line`: the one on which the piece begins.
    pub(super) fn new(context: &Context, line: u64) -> Sink {
        let sheet = context.sheet.map(Arc::from);
        Sink {
            piece: PieceRead { line, sheet, ..PieceRead::default() },
            faults: Vec::new(),
            shape: TableShape::default(),
            seen: ConventionSigns::default(),
            lost: None,
            waiting: Vec::new(),
            told: Vec::new(),
        }
    }

    /// A problem that is of no row's data.
    pub(super) fn find(&mut self, problem: Problem) {
        self.piece.found.push(PieceFinding::of_file(problem));
    }

    /// A row that is none of data.
    pub(super) fn pass_over(&mut self, kind: RepairKind) {
        self.piece.rows -= 1;
        self.piece.repairs.note(kind, 1);
    }

    /// A problem of the file, told once however many rows show it.
    pub(super) fn find_once(&mut self, problem: Problem) {
        self.find_once_as(Finding::of_file(problem));
    }

    /// The same, of the rows of `who`.
    pub(super) fn find_once_of(&mut self, who: &Identity, problem: Problem) {
        self.find_once_as(Finding::of_row(problem, who.level, who.voice, who.commune));
    }

    fn find_once_as(&mut self, finding: Finding) {
        if !self.told.contains(&finding.problem.message) {
            self.told.push(finding.problem.message.clone());
            self.piece.found.push(PieceFinding { finding, slot: None, once: true });
        }
    }

    /// A fault of the row's cell; where its column is absent, it is the file's and told once.
    pub(super) fn fault_of_cell_or_file(
        &mut self,
        row: TableRow,
        code: Code,
        column: Column,
        (message, hint): (Text, Text),
    ) {
        if row.header().has(column) {
            self.faults.push(row.fault(code, column, message, hint));
        } else if !self.told.contains(&message) {
            self.told.push(message.clone());
            let place = Location { line: None, ..row.table.place(0, Some(column)) };
            self.faults.push(Problem::error(code, place, message, hint));
        }
    }

    /// Runs `read`, whose faults are those of other rows too, which report them.
    pub(super) fn without_faults<T>(&mut self, read: impl FnOnce(&mut Sink) -> T) -> T {
        let told = self.told.len();
        let result = read(self);
        self.faults.clear();
        self.told.truncate(told);
        result
    }

    /// Who has rows has reported, be they readable or not.
    pub(super) fn begin(&mut self, who: &Identity, law: &Arc<Resolved>) {
        let Some(key) = who.key() else { return };
        let unnamed = who.unnamed;
        let same = |run: &KeyedRange| run.key == key && run.unnamed == unnamed;
        if !self.piece.runs.last().is_some_and(same) {
            // Most files are of one commune.
            self.piece.runs.reserve_exact(usize::from(self.piece.runs.is_empty()));
            let (here, law) = (self.piece.batch.len(), Arc::clone(law));
            self.piece.runs.push(KeyedRange { key, unnamed, law, slots: here..here });
        }
    }

    /// Gives a row its slot in the run that was begun.
    pub(super) fn add(&mut self, about: RowSubject, row: TableRow) -> usize {
        let evidence = row.cell(Column::Evidence);
        let evidence = if word::is_nothing(evidence) { "" } else { evidence };
        self.piece.batch.push(about, evidence);
        if let Some(day) = period::parse_date(row.cell(Column::EvidenceDate)) {
            self.piece.batch.date_last(day);
        }
        let end = self.piece.batch.len();
        if let Some(run) = self.piece.runs.last_mut() {
            run.slots.end = end;
        }
        end - 1
    }

    /// Takes what a row gives of a part; a row with an ambiguous number waits for the file's
    /// convention.
    pub(super) fn take(&mut self, table: &Table, measured: Measured) {
        self.seen = self.seen.or(measured.seen);
        if measured.seen.ambiguous {
            self.waiting.push(measured.wait());
        } else {
            self.take_settled(table, measured);
        }
    }

    fn take_settled(&mut self, table: &Table, measured: Measured) {
        let Measured { slot, whose, about, cells, law, read, .. } = measured;
        match (read, slot) {
            (Ok(observation), Some(slot)) => {
                self.piece.fractions.see(slot, whose, (about, cells.value), law, &observation);
                self.piece.batch.set(slot, observation);
            }
            (Ok(_), None) => {}
            // A cell that seems to give several parts, and does not name them all, is reported
            // as that alone.
            (Err(_), Some(_))
                if about.part == PartOf::Unsaid
                    && seems_to_give_several(cells.value, &law.indicators[about.indicator]) => {}
            (Err(faults), _) => {
                let (line, indicator) =
                    (self.piece.line + about.line, &law.indicators[about.indicator]);
                self.faults.extend(faults.into_iter().map(|fault| {
                    let place = table.place(line, Some(fault.column));
                    let written = table.header().written(fault.column);
                    let (message, hint) = fault.message_and_hint(written, indicator, law);
                    let measure = indicator.require[about.part.place()].measure;
                    let is_word = matches!(fault.code, Code::NotAValue | Code::NotANumber);
                    let clear = unclear::hint(&fault.cell, measure).filter(|_| is_word);
                    let hint = clear.unwrap_or(hint);
                    Problem::error(fault.code, place, message, hint).with_cell(&fault.cell)
                }));
            }
        }
    }

    /// Of a row that cannot be read nothing else is reported.
    pub(super) fn keep_to_unreadable(&mut self) {
        if self.faults.iter().any(is_unreadable) {
            self.faults.retain(is_unreadable);
        }
    }

    /// Ends a row of data: its faults are of `who`.
    pub(super) fn end_row(&mut self, row: TableRow, who: Identity, slot: Option<usize>) {
        let is_readable = !self.faults.iter().any(is_unreadable);
        place_marks(row, &mut self.faults);
        add_excerpts(row, &mut self.faults);
        // Text that data follows is no signature.
        self.piece.untail();
        self.piece.found.extend(found(&mut self.faults, who, slot));
        self.piece.names_commune |= names_commune(row);
        if let Some(unnamed) = unnamed(row, &who).filter(|_| is_readable) {
            self.piece.extras().unnamed.push(unnamed);
        }
    }

    /// Ends a row of text, which is a signature unless data follows.
    pub(super) fn end_tail_row(&mut self, row: TableRow, who: Identity) {
        add_excerpts(row, &mut self.faults);
        let tail = &mut self.piece.extras().tail;
        tail.rows += 1;
        tail.lines.extend(row.one_cell());
        tail.found.extend(found(&mut self.faults, who, None));
        tail.unnamed.extend(unnamed(row, &who));
        tail.names_commune |= names_commune(row);
    }

    /// Ends a row of which it is not known whose it is.
    pub(super) fn end_nobodys_row(&mut self) {
        self.piece.found.extend(found(&mut self.faults, Identity::NOBODY, None));
    }

    /// Gives back the room that was not needed.
    pub(super) fn close(&mut self) {
        self.piece.batch.close();
        self.piece.runs.shrink_to_fit();
    }

    /// Reads the rows that waited, once it is known what the numbers of the file show.
    pub(super) fn settle(mut self, table: &Table, seen: ConventionSigns) -> PieceRead {
        let decimal = Decimal { forced: table.context.options.decimal, settled: seen.settled() };
        for waiting in std::mem::take(&mut self.waiting) {
            let measured = waiting.read(decimal);
            let (whose, slot) = (measured.whose, measured.slot);
            self.take_settled(table, measured);
            self.piece.found.extend(found(&mut self.faults, whose, slot));
        }
        self.piece
    }
}

fn is_unreadable(fault: &Problem) -> bool {
    fault.code == Code::UnreadableRow
}

/// Faults of a row, with what it is of.
fn found(
    faults: &mut Vec<Problem>,
    who: Identity,
    slot: Option<usize>,
) -> impl Iterator<Item = PieceFinding> {
    faults.drain(..).map(move |problem| {
        // Of the file, found with its first row.
        let once = problem.place.line.is_none();
        PieceFinding {
            finding: Finding::of_row(problem, who.level, who.voice, who.commune),
            slot,
            once,
        }
    })
}

fn names_commune(row: TableRow) -> bool {
    row.header().commune(row.cells).iter().any(|cell| !cell.is_empty())
}

fn unnamed(row: TableRow, who: &Identity) -> Option<RowWithoutCommune> {
    who.unnamed.then_some(RowWithoutCommune {
        line: row.line(),
        level: who.level,
        voice: who.voice,
    })
}

/// Of two columns of marks that one is named in which the row is marked.
fn place_marks(row: TableRow, problems: &mut [Problem]) {
    let value = row.header().place(Column::Value).filter(|_| row.header().has_marks());
    let Some(index) = value.map(|place| row.header().place_in(row.cells, place)) else { return };
    let is_value = |problem: &&mut Problem| problem.place.column == Some(Column::Value.as_str());
    for problem in problems.iter_mut().filter(is_value) {
        problem.place = row.table.place_at(row.line(), Column::Value, index);
    }
}

/// Shows the row of each problem with its cell marked, where people will read it.
fn add_excerpts(row: TableRow, problems: &mut [Problem]) {
    if problems.is_empty() || !row.context().options.review {
        return;
    }
    let Some(line) = row.cells.as_written() else {
        return;
    };
    for problem in problems.iter_mut().filter(|p| p.place.line == Some(row.line())) {
        let index = problem.place.column.and_then(|column| row.header().place_of(column));
        let marked = index.and_then(|index| row.cells.span(index));
        problem.excerpt = marked.map(|marked| Excerpt { line: line.to_owned(), marked });
    }
}
