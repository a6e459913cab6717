//! One row: whose it is, of when, of what. Its value is read by [`super::value`].

use std::sync::Arc;

use super::file::{Context, Suggestions};
use super::gather::{Entry, Gathered, Key, PartOf};
use super::header::{Column, Header};
use super::identity::{Identity, LastCommune, LawKey};
use super::number::Convention;
use super::table::Row;
use super::value::{self, Cells, Decimal};
use super::{Finding, Voice, indicator, word};
use crate::fold;
use crate::law::{Level, Resolved, ResolvedIndicator};
use crate::period;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// A file being read.
pub(super) struct Reader<'a, 'g> {
    pub(super) context: &'a Context<'a>,
    pub(super) gathered: &'g mut Gathered,
    /// The level of rows that name none.
    pub(super) level_of_name: Level,
    pub(super) header: Header,
    /// Whether cells that have one possible reading use a decimal comma, or a dot.
    seen: [bool; 2],
    /// Rows that wait for the file's convention.
    waiting: Vec<Waiting>,
    /// How many rows of data there are.
    pub(super) rows: usize,
    /// What is wrong with every row because of the file, told once.
    told: Vec<Text>,
    pub(super) suggestions: Suggestions,
    /// The commune of the row before: rows of one commune follow each other.
    pub(super) last_commune: Option<LastCommune>,
    /// The law of the row before.
    pub(super) last_law: Option<(LawKey, Arc<Resolved>)>,
}

/// A row with a number that can be read in two ways.
struct Waiting {
    /// Whose it is; without, it is only checked.
    key: Option<Key>,
    level: Option<Level>,
    voice: Option<Voice>,
    entry: Entry,
    cells: Cells<String>,
    law: Arc<Resolved>,
}

impl Waiting {
    fn indicator(&self) -> &ResolvedIndicator {
        &self.law.indicators[self.entry.indicator]
    }

    /// The place of the part whose rules the value follows.
    fn part(&self) -> usize {
        self.entry.part.place()
    }

    /// Whether its value can be held against a part: not where the part is unknown
    /// and the parts differ in what they measure.
    fn is_checkable(&self) -> bool {
        let require = &self.indicator().require;
        let alike = require.iter().all(|r| r.measure == require[0].measure);
        alike || !matches!(self.entry.part, PartOf::Unknown | PartOf::Unsaid)
    }
}

impl<'a, 'g> Reader<'a, 'g> {
    pub(super) fn new(context: &'a Context<'a>, gathered: &'g mut Gathered) -> Reader<'a, 'g> {
        Reader {
            context,
            gathered,
            level_of_name: super::level_of_name(&context.source.stem),
            header: Header::default(),
            seen: [false; 2],
            waiting: Vec::new(),
            rows: 0,
            told: Vec::new(),
            suggestions: Suggestions::default(),
            last_commune: None,
            last_law: None,
        }
    }

    pub(super) fn read_row(&mut self, row: &Row) {
        if row.cells().skip(self.header.width).any(|cell| !cell.is_empty()) {
            let message = text::too_many_cells(self.header.width, row.len());
            self.row_problem(row.line, Code::UnreadableRow, message, text::mend_cells());
            return;
        }
        if self.header.nameless.iter().any(|place| !row.cell(*place).is_empty()) {
            self.warn_of_nameless_column();
        }
        let mut problems = Vec::new();
        let Some(who) = self.identify(row, &mut problems) else {
            return;
        };
        self.check_dates(row, &mut problems);
        let law = self.law(&who, row, &mut problems);
        if let (Some(key), Some(law)) = (who.key(), &law) {
            self.gathered.report(key, law);
        }
        match law.and_then(|law| self.read_indicator(row, &who, &law, &mut problems)) {
            Some(waiting) => self.place_or_wait(waiting, problems),
            None => self.gathered.find_all(self.context.number, problems, (who.level, who.voice)),
        }
    }

    /// Cells under no name are not read: told once.
    fn warn_of_nameless_column(&mut self) {
        let message = text::nameless_column();
        if !self.told.contains(&message) {
            let place = self.place(self.header.line, None);
            let hint = text::name_the_column();
            let problem = Problem::error(Code::UnknownColumn, place, message.clone(), hint);
            let problem = problem.with_cell("").as_warning();
            self.gathered.find(self.context.number, Finding::of_file(problem));
            self.told.push(message);
        }
    }

    fn check_dates(&mut self, row: &Row, problems: &mut Vec<Problem>) {
        for column in [Column::AsOf, Column::EvidenceDate, Column::ValidUntil] {
            let cell = self.header.cell(row, column);
            if !word::is_nothing(cell) && period::parse_date(cell).is_none() {
                let message = text::not_a_date(self.header.written(column), cell);
                problems.push(self.problem(
                    row,
                    Code::BadDate,
                    column,
                    message,
                    text::write_date(),
                ));
            }
        }
    }

    /// Finds the row's indicator and part; `None` where it names no indicator.
    fn read_indicator(
        &mut self,
        row: &Row,
        who: &Identity,
        law: &Arc<Resolved>,
        problems: &mut Vec<Problem>,
    ) -> Option<Waiting> {
        let cell = self.header.cell(row, Column::Indicator);
        let written = self.header.written(Column::Indicator);
        let known = indicator::read(cell).and_then(|id| law.position(id));
        let Some(place) = known else {
            let (code, message, hint) =
                indicator::not_one(cell, written, law, who.period.or(self.context.expected));
            problems.push(self.problem(row, code, Column::Indicator, message, hint));
            return None;
        };
        let cells = Cells {
            value: self.header.cell(row, Column::Value).to_owned(),
            numerator: self.header.cell(row, Column::Numerator).to_owned(),
            denominator: self.header.cell(row, Column::Denominator).to_owned(),
        };
        let indicator = &law.indicators[place];
        let part = self.part(row, indicator, &cells, problems);
        let evidence = self.header.cell(row, Column::Evidence);
        let evidence = (!word::is_nothing(evidence)).then(|| evidence.to_owned());
        Some(Waiting {
            key: who.key(),
            level: who.level,
            voice: who.voice,
            entry: Entry {
                indicator: place,
                part,
                file: self.context.number,
                line: row.line,
                observation: super::Observation { evidence, ..Default::default() },
                faulty: false,
                problems: Vec::new(),
            },
            cells,
            law: Arc::clone(law),
        })
    }

    /// The part that the row is of; that it is none of the indicator's is told.
    fn part(
        &mut self,
        row: &Row,
        indicator: &ResolvedIndicator,
        cells: &Cells<String>,
        problems: &mut Vec<Problem>,
    ) -> PartOf {
        let cell = self.header.cell(row, Column::Part);
        let names =
            indicator.require.iter().enumerate().map(|(n, r)| (r.part.as_str(), PartOf::Judged(n)));
        let check = indicator.check_part.iter().map(|name| (name.as_str(), PartOf::Checked));
        let single = indicator.require.len() == 1 && indicator.require[0].part.is_empty();
        if word::is_nothing(cell) {
            if single {
                return PartOf::Judged(0);
            }
            let all = word::read(&cells.value) == Some(word::Word::NotApplicable);
            return if all { PartOf::All } else { PartOf::Unsaid };
        }
        if !single && let Some(part) = fold::find(cell, names.chain(check)) {
            return part;
        }
        let written = self.header.written(Column::Part);
        let (message, hint) = indicator::unknown_part(indicator, written, cell);
        problems.push(self.problem(row, Code::UnknownPart, Column::Part, message, hint));
        PartOf::Unknown
    }

    /// Reads the row's value; a row with an ambiguous number waits for the file's
    /// convention.
    fn place_or_wait(&mut self, mut waiting: Waiting, problems: Vec<Problem>) {
        waiting.entry.problems = problems;
        if !waiting.is_checkable() {
            waiting.entry.faulty = true;
            self.hand_over(waiting);
            return;
        }
        let forced = self.context.options.decimal;
        let (cells, part) = (&waiting.cells, waiting.part());
        let seen = value::conventions(cells, waiting.indicator(), part, forced);
        for convention in seen.settled {
            self.seen[usize::from(convention == Convention::Dot)] = true;
        }
        if seen.ambiguous {
            self.waiting.push(waiting);
        } else {
            self.finish(waiting, None);
        }
    }

    /// At the end of the file: its convention settles the rows that waited.
    pub(super) fn settle(&mut self) {
        let settled = match self.seen {
            [true, false] => Some(Convention::Comma),
            [false, true] => Some(Convention::Dot),
            _ => None,
        };
        for waiting in std::mem::take(&mut self.waiting) {
            self.finish(waiting, settled);
        }
    }

    fn finish(&mut self, mut waiting: Waiting, settled: Option<Convention>) {
        let (observation, problems) = self.check(&waiting, settled);
        waiting.entry.faulty = observation.is_none();
        waiting.entry.observation = super::Observation {
            evidence: waiting.entry.observation.evidence.take(),
            ..observation.unwrap_or_default()
        };
        waiting.entry.problems.extend(problems);
        self.hand_over(waiting);
    }

    /// A row of somebody is compared with the others; of nobody's only the faults
    /// are kept.
    fn hand_over(&mut self, waiting: Waiting) {
        match waiting.key {
            Some(key) => self.gathered.add(key, waiting.entry, &waiting.law),
            None => {
                let (number, problems) = (waiting.entry.file, waiting.entry.problems);
                self.gathered.find_all(number, problems, (waiting.level, waiting.voice));
            }
        }
    }

    /// The row's value, or what is wrong with it.
    fn check(
        &self,
        waiting: &Waiting,
        settled: Option<Convention>,
    ) -> (Option<super::Observation>, Vec<Problem>) {
        let indicator = waiting.indicator();
        let forced = self.context.options.decimal;
        let decimal = Decimal { forced, settled };
        match value::read(&waiting.cells, indicator, waiting.part(), decimal) {
            Ok(observation) => (Some(observation), Vec::new()),
            Err(faults) => {
                let problems = faults.into_iter().map(|fault| {
                    let (message, hint) =
                        fault.tell(self.header.written(fault.column), indicator, &waiting.law);
                    let place = self.place(waiting.entry.line, Some(fault.column.as_str()));
                    Problem::error(fault.code, place, message, hint).with_cell(&fault.cell)
                });
                (None, problems.collect())
            }
        }
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
            let place = Place { line: None, ..self.place(0, Some(column.as_str())) };
            problems.push(Problem::error(code, place, message.clone(), hint));
            self.told.push(message);
        }
    }

    pub(super) fn place(&self, line: u64, column: Option<&'static str>) -> Place {
        let file = self.context.source.name.clone();
        Place { file, line: Some(line), position: None, column }
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

    pub(super) fn header_problem(&mut self, code: Code, column: Column, message: Text, hint: Text) {
        let place = self.place(self.header.line, Some(column.as_str()));
        let problem = Problem::error(code, place, message, hint);
        self.gathered.find(self.context.number, Finding::of_file(problem));
    }

    pub(super) fn row_problem(&mut self, line: u64, code: Code, message: Text, hint: Text) {
        let problem = Problem::error(code, self.place(line, None), message, hint);
        self.gathered.find(self.context.number, Finding::of_file(problem));
    }
}
