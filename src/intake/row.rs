//! One row: whose it is, of when, of what. Its value is read by [`super::value`].

use std::sync::Arc;

use super::file::{Context, Suggestions};
use super::gather::{Entry, Gathered, Key, PartOf};
use super::header::{Column, Header};
use super::number::Convention;
use super::roster::Unknown;
use super::table::Row;
use super::value::{self, Cells, Decimal};
use super::{Finding, Voice, indicator, word};
use crate::fold;
use crate::law::{Case, Level, Resolved, ResolvedIndicator};
use crate::period::{self, Period};
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// A file being read.
pub(super) struct Reader<'a, 'g> {
    pub(super) context: &'a Context<'a>,
    pub(super) gathered: &'g mut Gathered,
    /// The level of rows that name none.
    level_of_name: Level,
    pub(super) header: Header,
    /// Whether cells that have one possible reading use a decimal comma, or a dot.
    seen: [bool; 2],
    /// Rows that wait for the file's convention.
    waiting: Vec<Waiting>,
    /// How many rows of data there are.
    pub(super) rows: usize,
    /// What is wrong with every row because of the file, told once.
    told: Vec<Text>,
    suggestions: Suggestions,
    /// The commune of the row before: rows of one commune follow each other.
    last_commune: Option<LastCommune>,
    /// The law of the row before.
    last_law: Option<(LawKey, Arc<Resolved>)>,
}

/// What a row's law depends on: its commune, level and period.
type LawKey = (Option<usize>, Level, Period);

/// What a row's cells said of its commune, and which it is.
struct LastCommune {
    cells: [String; 2],
    period: Period,
    place: usize,
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
    place: usize,
    part: usize,
}

impl Waiting {
    /// Whether its value can be held against a part: not where the part is unknown
    /// and the parts differ in what they measure.
    fn is_checkable(&self) -> bool {
        let require = &self.law.indicators[self.place].require;
        let alike = require.iter().all(|r| r.measure == require[0].measure);
        alike || !matches!(self.entry.part, PartOf::Unknown | PartOf::Unsaid)
    }
}

/// Who and when a row is of, as far as it says so rightly.
struct Identity {
    period: Option<Period>,
    level: Option<Level>,
    voice: Option<Voice>,
    commune: Option<usize>,
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

    /// The row's period, level, voice and commune. `None`: a row of another
    /// period than the one picked.
    fn identify(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Identity> {
        let period = self.period(row, problems)?;
        let cell = self.header.cell(row, Column::Level);
        let level = if cell.is_empty() { Some(self.level_of_name) } else { Level::parse(cell) };
        if level.is_none() {
            let words = Level::ALL.map(Level::as_str).join(", ");
            let message = text::not_a_level(self.header.written(Column::Level), cell);
            problems.push(self.problem(
                row,
                Code::BadLevel,
                Column::Level,
                message,
                text::one_of(words),
            ));
        }
        let cell = self.header.cell(row, Column::Source);
        let voice = if cell.is_empty() { Some(Voice::Own) } else { Voice::parse(cell) };
        if voice.is_none() {
            let message = text::not_a_voice(self.header.written(Column::Source), cell);
            let hint = text::write_voice();
            problems.push(self.problem(row, Code::BadSource, Column::Source, message, hint));
        }
        let commune = self.commune(row, period.or(self.context.expected), problems);
        Some(Identity { period, level, voice, commune })
    }

    /// The row's period; `Some(None)` where it is wrong, `None` where the row is
    /// passed over because another period is asked for.
    fn period(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Option<Period>> {
        let cell = self.header.cell(row, Column::Period);
        let of_row = if cell.is_empty() { None } else { Some(Period::parse(cell)) };
        let (picked, folder) = (self.context.options.period, self.context.source.folder_period);
        let found = match of_row {
            Some(Some(period)) => period,
            Some(None) => {
                let message = text::not_a_period(self.header.written(Column::Period), cell);
                let problem = self.problem(
                    row,
                    Code::BadPeriod,
                    Column::Period,
                    message,
                    text::write_period(),
                );
                problems.push(problem);
                return Some(None);
            }
            None => match folder.or(picked) {
                Some(period) => period,
                None => {
                    let told = (text::no_period(), text::give_period());
                    self.tell(row, Code::BadPeriod, Column::Period, told, problems);
                    return Some(None);
                }
            },
        };
        if picked.is_some_and(|picked| picked != found) {
            return None;
        }
        match self.context.expected.filter(|expected| *expected != found) {
            None => Some(Some(found)),
            Some(expected) => {
                let message =
                    text::other_period(self.header.written(Column::Period), cell, expected);
                let hint = text::move_row(expected);
                problems.push(self.problem(row, Code::BadPeriod, Column::Period, message, hint));
                Some(None)
            }
        }
    }

    fn commune(
        &mut self,
        row: &Row,
        period: Option<Period>,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let roster = self.context.roster;
        let period = period?;
        if !self.header.has(Column::Commune) {
            return super::commune_of_name(&self.context.source.stem, roster, period).ok();
        }
        let [first, second] = self.header.commune(row);
        if let Some(last) = &self.last_commune
            && (last.cells[0] == first && last.cells[1] == second && last.period == period)
        {
            return Some(last.place);
        }
        let written = self.header.written(Column::Commune).to_owned();
        let (deciding, other) = if first.is_empty() { (second, "") } else { (first, second) };
        if deciding.is_empty() {
            let message = text::cell_empty(&written);
            let hint = text::write_commune();
            problems.push(self.problem(row, Code::UnknownCommune, Column::Commune, message, hint));
            return None;
        }
        let (message, hint) = match roster.find(deciding, period) {
            Ok(place) if other.is_empty() || roster.names(place, other, period) => {
                let cells = [first.to_owned(), second.to_owned()];
                self.last_commune = Some(LastCommune { cells, period, place });
                return Some(place);
            }
            Ok(place) => {
                let name = &roster.communes[place].name;
                let message = text::code_and_name_differ(&written, deciding, name, other);
                (message, text::mend_code_or_name())
            }
            // The roster's own fault is told; its communes are not called unknown.
            Err(_) if roster.incomplete => return None,
            Err(why) => self.unknown_commune(&written, deciding, &why),
        };
        let problem = self.problem(row, Code::UnknownCommune, Column::Commune, message, hint);
        problems.push(problem.with_cell(deciding));
        None
    }

    /// What is said of a cell that names no commune.
    pub(super) fn unknown_commune(
        &mut self,
        written: &str,
        cell: &str,
        why: &Unknown,
    ) -> (Text, Text) {
        match why {
            Unknown::NotThere => {
                let near = self.suggestions.near(cell, self.context.roster);
                let hint = text::near_or(&near, text::see_roster());
                (text::unknown_commune(written, cell), hint)
            }
            Unknown::NotTakingPart => {
                let period = self.context.expected.map(|p| p.to_string()).unwrap_or_default();
                (text::commune_not_there(written, cell, period), text::check_validity())
            }
            Unknown::Shared(codes) => {
                (text::name_shared(written, cell, codes.join(", ")), text::write_code_instead())
            }
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

    /// The law of the row's level; without a commune, that of the whole country.
    fn law(
        &mut self,
        who: &Identity,
        row: &Row,
        problems: &mut Vec<Problem>,
    ) -> Option<Arc<Resolved>> {
        let (level, period) = (who.level?, who.period.or(self.context.expected)?);
        let key = (who.commune, level, period);
        if let Some((last, law)) = &self.last_law
            && *last == key
        {
            return Some(Arc::clone(law));
        }
        let everywhere = Case::default();
        let case = match who.commune {
            Some(place) => &self.context.roster.communes[place].case,
            None => &everywhere,
        };
        let law = self.context.standards.get(level, period, case);
        self.last_law = law.clone().map(|law| (key, law));
        if law.is_none() {
            let written = self.header.written(Column::Level).to_owned();
            let told = (text::no_set_for_row(written, level, period), text::see_sets());
            self.tell(row, Code::BadLevel, Column::Level, told, problems);
        }
        law
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
        let part = self.part(row, indicator, &cells, problems)?;
        let evidence = self.header.cell(row, Column::Evidence);
        let evidence = (!word::is_nothing(evidence)).then(|| evidence.to_owned());
        Some(Waiting {
            key: who.key(),
            level: who.level,
            voice: who.voice,
            part: part.place(),
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
            place,
        })
    }

    /// The part that the row is of. `None`: no part of the indicator; the fault
    /// is told and the value is checked as one of the first part.
    fn part(
        &mut self,
        row: &Row,
        indicator: &ResolvedIndicator,
        cells: &Cells<String>,
        problems: &mut Vec<Problem>,
    ) -> Option<PartOf> {
        let cell = self.header.cell(row, Column::Part);
        let names =
            indicator.require.iter().enumerate().map(|(n, r)| (r.part.as_str(), PartOf::Judged(n)));
        let check = indicator.check_part.iter().map(|name| (name.as_str(), PartOf::Checked));
        let single = indicator.require.len() == 1 && indicator.require[0].part.is_empty();
        if word::is_nothing(cell) {
            if single {
                return Some(PartOf::Judged(0));
            }
            let all = word::read(&cells.value) == Some(word::Word::NotApplicable);
            return Some(if all { PartOf::All } else { PartOf::Unsaid });
        }
        if !single && let Some(part) = fold::find(cell, names.chain(check)) {
            return Some(part);
        }
        let written = self.header.written(Column::Part);
        let (message, hint) = indicator::unknown_part(indicator, written, cell);
        problems.push(self.problem(row, Code::UnknownPart, Column::Part, message, hint));
        Some(PartOf::Unknown)
    }

    /// Reads the row's value; a row with an ambiguous number waits for the file's
    /// convention.
    fn place_or_wait(&mut self, mut waiting: Waiting, problems: Vec<Problem>) {
        waiting.entry.problems = problems;
        if !waiting.is_checkable() {
            let number = self.context.number;
            waiting.entry.faulty = true;
            match waiting.key {
                Some(key) => self.gathered.add(key, waiting.entry, &waiting.law),
                None => self.gathered.find_all(
                    number,
                    waiting.entry.problems,
                    (waiting.level, waiting.voice),
                ),
            }
            return;
        }
        let forced = self.context.options.decimal;
        let indicator = &waiting.law.indicators[waiting.place];
        let seen = value::conventions(&waiting.cells, indicator, waiting.part, forced);
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
        let indicator = &waiting.law.indicators[waiting.place];
        let forced = self.context.options.decimal;
        let decimal = Decimal { forced, settled };
        match value::read(&waiting.cells, indicator, waiting.part, decimal) {
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
    fn tell(
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

    fn problem(&self, row: &Row, code: Code, column: Column, message: Text, hint: Text) -> Problem {
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

impl Identity {
    /// What the row is of, when all of it is known.
    fn key(&self) -> Option<Key> {
        Some(Key {
            commune: self.commune?,
            period: self.period?,
            level: self.level?,
            voice: self.voice?,
        })
    }
}
