//! Reading `agencies.csv`.

use super::agencies::{Agencies, Agency, Funding, Subject};
use super::list::{self, Item, ListColumn};
use super::{Source, indicator};
use crate::fold;
use crate::law::{Level, Library};
use crate::named::named;
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

named! {
    /// The columns of the list.
    Column {
        Set "set" | "bộ tiêu chí"
        Level "level" | "cấp độ"
        Id "id" | "mã" | "tiêu chí, chỉ tiêu"
        Lead "lead" | "chủ trì" | "cơ quan chủ trì"
        Support "support" | "phối hợp" | "cơ quan phối hợp"
        NeedsFunding "needs_funding" | "kinh phí" | "cần kinh phí"
        Guidance "guidance" | "hướng dẫn" | "đã có hướng dẫn"
    }
}

impl ListColumn for Column {
    const NAMES: &'static [(&'static str, Column)] = Column::WORDS;
    const REQUIRED: &'static [Column] = &[Column::Level, Column::Id, Column::Lead, Column::Support];
    const KEYS: &'static [Column] = &[Column::Level, Column::Id];
    const BAD: Code = Code::BadAgencies;

    fn is_key(cell: &str) -> bool {
        Level::parse_title(cell).is_some()
    }

    /// A level, and what it is of.
    fn may_be_cells(cells: &[&str], blanks: bool, _holds: &dyn Fn(&str) -> bool) -> bool {
        let names = cells.iter().filter(|cell| list::is_name::<Column>(cell)).count();
        let level = cells.iter().any(|cell| Self::is_key(cell));
        let id =
            |cell: &&str| cell.parse::<u32>().is_ok() || indicator::parse_indicator(cell).is_some();
        level && cells.iter().any(id) || names > 2 && !blanks
    }
}

type AgencyRow<'l, 'r> = list::Entry<'l, 'r, Column>;

/// Words for whether money is needed.
const FUNDING: [(&str, Funding); 7] = [
    ("yes", Funding::Yes),
    ("no", Funding::No),
    ("partly", Funding::Partly),
    ("có", Funding::Yes),
    ("cần", Funding::Yes),
    ("không", Funding::No),
    ("một phần", Funding::Partly),
];

/// Words for whether the guidance is issued.
const GUIDANCE: [(&str, bool); 8] = [
    ("yes", true),
    ("no", false),
    ("có", true),
    ("đã có", true),
    ("đã ban hành", true),
    ("không", false),
    ("chưa", false),
    ("chưa có", false),
];

impl Agencies {
    /// The example that comes with the program.
    pub fn built_in(library: &Library) -> Agencies {
        let source = Source::of_text("agencies.csv", include_str!("../../init/vi-du/agencies.csv"));
        let (agencies, _) = Agencies::parse_files(&[source], library);
        Agencies { built_in: true, ..agencies }
    }

    /// Reads lists of agencies; `library` says what criteria and indicators there are. A
    /// row with a faulty cell is left out.
    pub fn parse_files(sources: &[Source], library: &Library) -> (Agencies, Vec<Problem>) {
        let mut reader = AgenciesReader { library, rows: Vec::new(), problems: Vec::new() };
        let mut repairs = Vec::new();
        for source in sources {
            repairs.extend(list::read_list(source, text::fill_agencies, &|_| false, |item| {
                match item {
                    Item::Row(entry) => reader.read_agency(&entry),
                    Item::Problem(problem) => reader.problems.push(*problem),
                    Item::Lost => {}
                }
            }));
        }
        (Agencies { rows: reader.rows, built_in: false, repairs }, reader.problems)
    }
}

struct AgenciesReader<'a> {
    library: &'a Library,
    rows: Vec<Agency>,
    problems: Vec<Problem>,
}

impl AgenciesReader<'_> {
    fn read_agency(&mut self, entry: &AgencyRow) {
        let told = self.problems.len();
        let level = self.level(entry);
        let set = self.set(entry, level);
        // Of a set that is not there nothing more can be said.
        let known = level.filter(|_| self.problems.len() == told);
        let subject = known.and_then(|level| self.subject(entry, level, set.as_deref()));
        let needs_funding = self.word(entry, Column::NeedsFunding, &FUNDING);
        let guidance = self.word(entry, Column::Guidance, &GUIDANCE);
        let (Some(level), Some(subject)) = (level, subject) else {
            return;
        };
        let (lead, support) = (entry.some(Column::Lead), entry.some(Column::Support));
        let row = Agency { level, set, subject, lead, support, needs_funding, guidance };
        let same = |other: &Agency| {
            (other.level, &other.set, other.subject) == (row.level, &row.set, row.subject)
        };
        if self.rows.iter().any(same) {
            let message = text::agency_twice(level, subject);
            self.fault(entry, Column::Id, message, text::keep_one_agency());
        } else if row.lead.is_none() && matches!(subject, Subject::Criterion(_)) {
            let problem = entry.problem(Column::Lead, text::no_lead(subject), text::give_lead());
            self.problems.push(Problem { code: Code::MissingAgency, ..problem }.as_warning());
        }
        if self.problems[told..].iter().all(|problem| !problem.is_error()) {
            self.rows.push(row);
        }
    }

    fn fault(&mut self, entry: &AgencyRow, column: Column, message: Text, hint: Text) {
        self.problems.push(entry.problem(column, message, hint));
    }

    fn level(&mut self, entry: &AgencyRow) -> Option<Level> {
        let cell = entry.cell(Column::Level);
        let level = Level::parse_title(cell);
        if level.is_none() {
            let words = Level::TITLES.map(Level::as_str).join(", ");
            self.fault(
                entry,
                Column::Level,
                text::not_a_level(entry.written(Column::Level), cell),
                text::one_of(words),
            );
        }
        level
    }

    /// The set that a row is for, which must be one of its level.
    fn set(&mut self, entry: &AgencyRow, level: Option<Level>) -> Option<String> {
        let (cell, level) = (entry.some(Column::Set)?, level?);
        let of_level = self.library.sets.iter().filter(|set| set.level == level);
        let ids: Vec<&str> = of_level.map(|set| set.id.as_str()).collect();
        if !ids.contains(&cell.as_str()) {
            let hint = text::one_of(ids.join(", "));
            self.fault(entry, Column::Set, text::no_set(&cell), hint);
        }
        Some(cell)
    }

    /// The criterion or indicator, which some set of the level must have.
    fn subject(&mut self, entry: &AgencyRow, level: Level, set: Option<&str>) -> Option<Subject> {
        let cell = entry.cell(Column::Id);
        let sets = self
            .library
            .sets
            .iter()
            .filter(|other| other.level == level && set.is_none_or(|set| set == other.id));
        let criteria: Vec<_> = sets.flat_map(|set| &set.criteria).collect();
        let number = cell.strip_suffix('.').unwrap_or(cell).parse().ok();
        let criterion = number.filter(|no| criteria.iter().any(|c| c.no == *no));
        let ids = || criteria.iter().flat_map(|c| c.indicators.iter().map(|i| i.id));
        let own = || indicator::parse_indicator(cell).filter(|id| ids().any(|known| known == *id));
        let found = criterion.map(Subject::Criterion).or_else(|| own().map(Subject::Indicator));
        if found.is_none() {
            let mut known: Vec<String> = criteria.iter().map(|c| c.no.to_string()).collect();
            known.extend(ids().map(|id| id.to_string()));
            let near = fold::nearest(cell, known.iter().map(String::as_str));
            let message = text::unknown_indicator(entry.written(Column::Id), cell, level);
            self.fault(entry, Column::Id, message, text::near_or(&near, text::see_sets()));
        }
        found
    }

    fn word<T: Copy>(
        &mut self,
        entry: &AgencyRow,
        column: Column,
        words: &[(&str, T)],
    ) -> Option<T> {
        let cell = entry.some(column)?;
        let found = fold::find(&cell, words.iter().copied());
        if found.is_none() {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = text::not_a_word(entry.written(column), &cell);
            self.fault(entry, column, message, text::one_of(all.join(", ")));
        }
        found
    }
}
