//! One row: whose it is, of when, of what. Its value is read by [`super::value`].

use std::sync::Arc;

use jiff::civil::Date;

use super::batch::Run;
use super::column::Column;
use super::key::{About, Identity, Key, PartOf};
use super::piece::{Found, PieceRead, Unnamed};
use super::quantity::Cells;
use super::reader::{Part, Reader, Waiting};
use super::table::Row;
use super::value::{self, Decimal};
use super::{Finding, Observation, cell, encoding, evidence, indicator, word};
use crate::fold;
use crate::law::{Requirement, Resolved, ResolvedIndicator};
use crate::period::{self, Period};
use crate::problem::{Code, Excerpt, Problem};
use crate::text;

pub(super) use super::value::Seen;

/// After so many rows of text in one piece the next are not told one by one.
const LONG_TEXT: usize = 1000;

/// Problems of a row, with what it is of.
fn found(
    problems: Vec<Problem>,
    who: Identity,
    slot: Option<usize>,
) -> impl Iterator<Item = Found> {
    problems.into_iter().map(move |problem| {
        // Of the file, found with its first row.
        let once = problem.place.line.is_none();
        Found { finding: Finding::of_row(problem, who.level, who.voice, who.commune), slot, once }
    })
}

/// Whether a value can be held against a part: not where the part is unknown and the
/// parts differ in what they measure, or in what is plausible.
fn is_checkable(indicator: &ResolvedIndicator, part: PartOf) -> bool {
    let require = &indicator.require;
    let of = |r: &Requirement| (r.measure, r.plausible.clone());
    let alike = || require.iter().all(|r| of(r) == of(&require[0]));
    // Of a row that does not say its part, that alone is told: it is one fault.
    part != PartOf::Unsaid && (!matches!(part, PartOf::Unknown | PartOf::Heading) || alike())
}

impl Reader<'_> {
    pub(super) fn open_quote(&mut self, line: u64, below_header: bool) {
        self.piece.rows += usize::from(below_header);
        self.row_problem(line, Code::UnreadableRow, text::open_quote(), text::mend_quote());
        self.in_open_quote = true;
    }

    /// A line that is too long to be a row.
    pub(super) fn overlong(&mut self, line: u64) {
        self.piece.rows += 1;
        let (message, hint) = (text::line_too_long(), text::a_row_a_line());
        self.row_problem(line, Code::UnreadableRow, message, hint);
    }

    pub(super) fn read_row(&mut self, row: &Row) {
        self.piece.rows += 1;
        if self.may_have_lost_letters {
            self.look_for_lost_letters(row);
        }
        // What another header names cannot be read under this one.
        if !self.header.is_usable() || self.piece.broken_off || self.context.flaws.header.is_some()
        {
            return;
        }
        if self.pass_over_letters(row) {
            return;
        }
        let indicator = self.header.cell(row, Column::Indicator);
        self.under = self.part_under(row);
        let id = self.id_of(row);
        // A text in a cell whose quote stays open is told once.
        self.in_open_quote &= id.is_none();
        if self.in_open_quote || !self.is_whole(row, id) {
            return;
        }
        if id.is_some() {
            self.see_unread(row);
        }
        if self.header.has_nameless(row) {
            self.warn_of_nameless_column();
        }
        if id.is_none() {
            self.above = None;
            if self.pass_over_heading(row) {
                return;
            }
        }
        // A place and a day below the table hold digits too.
        let prose = id.is_none()
            && indicator.starts_with(char::is_alphabetic)
            && indicator.contains(char::is_whitespace);
        let has_digit =
            self.under.is_some() || !prose && indicator.bytes().any(|b| b.is_ascii_digit());
        if !has_digit && self.is_no_data(row, indicator) {
            return;
        }
        // Of a long text the first rows are told, should data follow: it is one fault.
        if !has_digit && self.piece.tail_rows() >= LONG_TEXT && self.is_text(row) {
            self.piece.aside().tail.rows += 1;
            return;
        }
        let mut problems = Vec::new();
        if self.tell_flaws(row, &mut problems) {
            let nobody =
                Identity { period: None, level: None, voice: None, commune: None, unnamed: false };
            self.piece.found.extend(found(problems, nobody, None));
            return;
        }
        let flawed = !problems.is_empty();
        let Some(who) = self.identify(row, &mut problems) else {
            self.shape.see(row.len());
            return;
        };
        self.check_dates(row, who.period, &mut problems);
        problems.extend(self.unclear_evidence(row));
        // Taken out while the row is read under it.
        let mut applying = std::mem::take(&mut self.applying);
        let law = self.law(&who, row, &mut applying, &mut problems);
        let names_commune = self.header.commune(row).iter().any(|cell| !cell.is_empty());
        let (line, level, voice) = (row.line, who.level, who.voice);
        let unnamed = who.unnamed.then_some(Unnamed { line, level, voice });
        if !has_digit && !flawed && self.is_text(row) && !self.is_cut(row) {
            law.and_then(|law| self.read_indicator(row, &who, law, &mut problems));
            self.applying = applying;
            self.add_excerpts(row, &mut problems);
            let tail = &mut self.piece.aside().tail;
            tail.rows += 1;
            tail.found.extend(found(problems, who, None));
            tail.unnamed.extend(unnamed);
            tail.names_commune |= names_commune;
            return;
        }
        if let (Some(key), Some(law)) = (who.key(), law) {
            self.begin(key, law, who.unnamed);
        }
        let readable = law.filter(|_| !self.is_of_other_time(who));
        let slot = readable.and_then(|law| self.read_indicator(row, &who, law, &mut problems));
        self.claim_of_row(row, who.key(), slot, law.map(AsRef::as_ref));
        self.add_excerpts(row, &mut problems);
        self.copy_row(row, &who, law.map(AsRef::as_ref));
        self.quote_row(row, law.map(AsRef::as_ref));
        self.applying = applying;
        self.see_shape(row, &problems);
        // Text that data follows is no signature.
        self.piece.untail();
        self.piece.found.extend(found(problems, who, slot));
        self.piece.names_commune |= names_commune;
        if let Some(unnamed) = unnamed {
            self.piece.aside().unnamed.push(unnamed);
        }
    }

    /// Shows the row of each problem with its cell marked, where people will read it.
    fn add_excerpts(&self, row: &Row, problems: &mut [Problem]) {
        let Some(line) = row.as_written().filter(|_| self.context.options.review) else {
            return;
        };
        for problem in problems.iter_mut().filter(|p| p.place.line == Some(row.line)) {
            let place = problem.place.column.and_then(|column| self.header.place_of(column));
            let marked = place.and_then(|place| row.span(place));
            problem.excerpt = marked.map(|marked| Excerpt { line: line.to_owned(), marked });
        }
    }

    /// Who has rows has reported, be they readable or not.
    fn begin(&mut self, key: Key, law: &Arc<Resolved>, unnamed: bool) {
        let same = |run: &Run| run.key == key && run.unnamed == unnamed;
        if !self.piece.runs.last().is_some_and(same) {
            // Most files are of one commune.
            self.piece.runs.reserve_exact(usize::from(self.piece.runs.is_empty()));
            let (here, law) = (self.piece.batch.len(), Arc::clone(law));
            self.piece.runs.push(Run { key, unnamed, law, slots: here..here });
        }
    }

    fn look_for_lost_letters(&mut self, row: &Row) {
        const WORDS: [Column; 5] =
            [Column::Part, Column::Level, Column::Source, Column::Period, Column::Value];
        const PROSE: [Column; 2] = [Column::Evidence, Column::Note];
        if self.lost.is_none() {
            let words = WORDS.iter().map(|column| self.header.cell(row, *column));
            let mut words = words.chain(self.header.commune(row));
            let mut prose = PROSE.iter().map(|column| self.header.cell(row, *column));
            let word = words.find(|cell| encoding::word_lost_letters(cell));
            let lost = word.or_else(|| prose.find(|cell| encoding::prose_lost_letters(cell)));
            self.lost = lost.map(str::to_owned);
        }
    }

    /// Cells under no name are not read: told once.
    fn warn_of_nameless_column(&mut self) {
        let message = text::nameless_column();
        if !self.told.contains(&message) {
            let place = self.place(self.header_line, None);
            let hint = text::name_the_column();
            let problem = Problem::error(Code::UnknownColumn, place, message.clone(), hint);
            let finding = Finding::of_file(problem.with_cell("").as_warning());
            self.piece.found.push(Found { finding, slot: None, once: true });
            self.told.push(message);
        }
    }

    fn check_dates(&mut self, row: &Row, period: Option<Period>, problems: &mut Vec<Problem>) {
        if !self.header.has_dates {
            return;
        }
        for column in Column::DATES {
            let cell = self.header.cell(row, column);
            let date = period::parse_date(cell);
            if let (Column::ValidUntil, Some(date)) = (column, date) {
                problems.extend(self.expired(row, date, period));
            }
            if !word::is_nothing(cell) && date.is_none() {
                let message = text::not_a_date(self.header.written(column), cell);
                let hint = text::write_date();
                problems.push(self.problem(row, Code::BadDate, column, message, hint));
            }
        }
    }

    /// Evidence of which it cannot be told whether it is one document or several.
    fn unclear_evidence(&self, row: &Row) -> Option<Problem> {
        let column = Column::Evidence;
        let cell = self.header.cell(row, column);
        if !self.context.options.review || !evidence::is_unclear(cell) {
            return None;
        }
        let message = text::unclear_evidence(self.header.written(column), cell);
        let hint = text::dossier::write_apart(evidence::apart(cell));
        Some(self.problem(row, Code::UnclearEvidence, column, message, hint).as_warning())
    }

    /// Evidence that is no longer valid when the period ends.
    fn expired(&self, row: &Row, until: Date, period: Option<Period>) -> Option<Problem> {
        let column = Column::ValidUntil;
        let last = period.or(self.context.due.expected)?.last_day();
        if !self.context.options.review || until >= last {
            return None;
        }
        let written = self.header.written(column);
        let message = text::expired_evidence(written, self.header.cell(row, column), last);
        let hint = text::renew_evidence();
        Some(self.problem(row, Code::ExpiredEvidence, column, message, hint).as_warning())
    }

    /// Reads indicator, part and value; the row's slot, where it is held against
    /// others.
    fn read_indicator(
        &mut self,
        row: &Row,
        who: &Identity,
        law: &Arc<Resolved>,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let cell = self.header.cell(row, Column::Indicator);
        let id = self.id_of(row);
        let alone = || row.len() == 1 && self.header.width > 2 && cell::is_joined_row(cell);
        let holds_more = || cell::holds_more(cell) || alone();
        if self.under.is_none() && id.is_some() && holds_more() {
            let message = text::more_than_indicator(self.header.written(Column::Indicator), cell);
            let place = self.place(row.line, Some(Column::Indicator.as_str()));
            let hint = text::cells_apart();
            let problem = Problem::error(Code::UnreadableRow, place, message, hint);
            problems.push(problem.with_cell(cell));
            return None;
        }
        if let Some(id) = id
            && let Some(problem) = self.other_id(row, id, law)
        {
            problems.push(problem);
            return None;
        }
        let Some(place) = id.and_then(|id| law.position(id)) else {
            let written = self.header.written(Column::Indicator);
            let (code, message, hint) =
                indicator::not_one(cell, written, law, who.period.or(self.context.due.expected));
            problems.push(self.problem(row, code, Column::Indicator, message, hint));
            return None;
        };
        self.remember(row, law, place);
        if self.under.is_none() {
            self.under = self.part_beside(row, &law.indicators[place]);
        }
        let cells = [Column::Value, Column::Numerator, Column::Denominator];
        let exact = cells.map(|column| self.header.is_number(row, column));
        let cells = cells.map(|column| self.header.cell(row, column));
        if let Some(parts) = self.parts_in_cell(row, &law.indicators[place], cells) {
            return self.read_parts(row, who, place, &parts, law, problems);
        }
        let cells = Cells::new(cells, exact, &law.indicators[place].grades);
        let part = self.part(row, &law.indicators[place], cells, problems);
        let about = About { line: row.line - self.piece.line, indicator: place, part };
        let slot = who.key().map(|_| self.add(about, self.header.cell(row, Column::Evidence)));
        if !self.has_flawed_value(row) && !self.header.has_values_twice() {
            self.read_value(about, cells, slot, *who, law, problems);
        }
        slot
    }

    /// Gives the row its slot in the run that was begun.
    pub(super) fn add(&mut self, about: About, evidence: &str) -> usize {
        let evidence = if word::is_nothing(evidence) { "" } else { evidence };
        self.piece.batch.push(about, evidence);
        let end = self.piece.batch.len();
        if let Some(run) = self.piece.runs.last_mut() {
            run.slots.end = end;
        }
        end - 1
    }

    /// The part that the row is of; that it is none of the indicator's is told.
    fn part(
        &self,
        row: &Row,
        indicator: &ResolvedIndicator,
        cells: Cells,
        problems: &mut Vec<Problem>,
    ) -> PartOf {
        let cell = self.part_of(row);
        let single = indicator.require.len() == 1 && indicator.require[0].part.is_empty();
        if word::is_nothing(cell) {
            if single {
                return PartOf::Judged(0);
            }
            let all = cells.word == Some(word::Word::NotApplicable);
            let nothing = [cells.value, cells.numerator, cells.denominator];
            return match (all, nothing.into_iter().all(word::is_nothing)) {
                (true, _) => PartOf::All,
                (false, true) if !self.has_flawed_value(row) => PartOf::Heading,
                (false, _) => PartOf::Unsaid,
            };
        }
        let names =
            indicator.require.iter().enumerate().map(|(n, r)| (r.part.as_str(), PartOf::Judged(n)));
        let check = indicator.check_part.iter().map(|name| (name.as_str(), PartOf::Checked));
        if !single && let Some(part) = fold::find(cell, names.chain(check)) {
            return part;
        }
        let written = self.header.written(Column::Part);
        let (message, hint) = indicator::unknown_part(indicator, written, cell);
        problems.push(self.problem(row, Code::UnknownPart, Column::Part, message, hint));
        PartOf::Unknown
    }

    /// Reads the row's value into its slot; a row with an ambiguous number waits for
    /// the file's convention.
    pub(super) fn read_value(
        &mut self,
        about: About,
        cells: Cells,
        slot: Option<usize>,
        whose: Identity,
        law: &Arc<Resolved>,
        problems: &mut Vec<Problem>,
    ) {
        let indicator = &law.indicators[about.indicator];
        if !is_checkable(indicator, about.part) {
            return;
        }
        let decimal = Decimal { forced: self.context.options.decimal, settled: None };
        let (seen, read) = value::read(cells, indicator, about.part.place(), decimal);
        self.seen = self.seen.or(seen);
        if seen.ambiguous {
            let (exact, law) = (cells.exact, Arc::clone(law));
            let cells = [cells.value, cells.numerator, cells.denominator].map(str::to_owned);
            self.waiting.push(Waiting { slot, whose, about, cells, exact, law });
            return;
        }
        match (read, slot) {
            (Ok(observation), Some(slot)) => {
                self.keep(slot, whose, (about, cells.value), law, observation);
            }
            (Ok(_), None) => {}
            (Err(faults), _) => problems.extend(self.tell_faults(faults, about, law)),
        }
    }

    /// Gives the row its value.
    fn keep(
        &mut self,
        slot: usize,
        whose: Identity,
        written: (About, &str),
        law: &Arc<Resolved>,
        observation: Observation,
    ) {
        self.piece.fractions.see(slot, whose, written, law, &observation);
        self.piece.batch.set(slot, observation);
    }

    /// Reads the rows that waited, once it is known what the numbers of the file show.
    pub(super) fn settle(&mut self, part: Part, seen: Seen) -> PieceRead {
        self.piece = part.read;
        // Problems name the columns and the cells as the file has them.
        self.header = Arc::clone(&self.piece.header);
        let settled = seen.settled();
        let decimal = Decimal { forced: self.context.options.decimal, settled };
        for Waiting { slot, whose, about, cells, exact, law } in part.waiting {
            let indicator = &law.indicators[about.indicator];
            let cells = Cells::new(cells.each_ref().map(String::as_str), exact, &indicator.grades);
            let (_, read) = value::read(cells, indicator, about.part.place(), decimal);
            match (read, slot) {
                (Ok(observation), Some(slot)) => {
                    self.keep(slot, whose, (about, cells.value), &law, observation);
                }
                (Ok(_), None) => {}
                (Err(faults), _) => {
                    let problems = self.tell_faults(faults, about, &law);
                    self.piece.found.extend(found(problems, whose, slot));
                }
            }
        }
        std::mem::take(&mut self.piece)
    }

    fn tell_faults(&self, faults: Vec<value::Fault>, about: About, law: &Resolved) -> Vec<Problem> {
        let indicator = &law.indicators[about.indicator];
        let problems = faults.into_iter().map(|fault| {
            let (message, hint) = fault.tell(self.header.written(fault.column), indicator, law);
            let place = self.place(self.piece.line + about.line, Some(fault.column.as_str()));
            Problem::error(fault.code, place, message, hint).with_cell(&fault.cell)
        });
        problems.collect()
    }
}
