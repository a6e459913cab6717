//! Who answers for what, whether it costs money, and whether the guidance is out:
//! `agencies.csv`.

use std::fmt;

use super::list::{self, Item, ListColumn};
use super::repair::Repair;
use super::{Source, indicator};
use crate::fold;
use crate::law::{IndicatorId, Level, Library, Resolved};
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// What a row of the list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// All indicators of a criterion that have no row of their own.
    Criterion(u16),
    /// One indicator.
    Indicator(IndicatorId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subject::Criterion(no) => no.fmt(f),
            Subject::Indicator(id) => id.fmt(f),
        }
    }
}

/// Whether something needs money (kinh phí).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Funding {
    /// No money.
    No,
    /// For a part of it; counts as needing money.
    Partly,
    /// It needs money.
    Yes,
}

impl Funding {
    /// All answers.
    pub const ALL: [Funding; 3] = [Funding::No, Funding::Partly, Funding::Yes];

    /// The word in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Funding::No => "no",
            Funding::Partly => "partly",
            Funding::Yes => "yes",
        }
    }
}

/// Whether guidance is issued, as files and JSON say it.
pub fn guidance_word(issued: bool) -> &'static str {
    if issued { "yes" } else { "no" }
}

/// Who answers for a criterion or an indicator. What the list does not say is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// The level of the set.
    pub level: Level,
    /// The only base set it holds for; any of the level where it names none.
    pub set: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// Who leads (chủ trì).
    pub lead: Option<String>,
    /// Who supports (phối hợp).
    pub support: Option<String>,
    /// Whether it needs money.
    pub needs_funding: Option<Funding>,
    /// Whether the guidance (hướng dẫn) is issued.
    pub guidance: Option<bool>,
}

/// The division of work.
#[derive(Clone, Debug, Default)]
pub struct Agencies {
    /// The rows, as the list has them.
    pub rows: Vec<Agency>,
    /// Whether it is the example that comes with the program, not the office's own.
    pub built_in: bool,
    /// What was set right in its file.
    pub repairs: Vec<Repair>,
}

/// What the list says of one indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// Who leads.
    pub lead: Option<&'a str>,
    /// Who supports.
    pub support: Option<&'a str>,
    /// Whether it needs money.
    pub needs_funding: Option<Funding>,
    /// Whether the guidance is issued.
    pub guidance: Option<bool>,
}

/// The columns of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Set,
    Level,
    Id,
    Lead,
    Support,
    NeedsFunding,
    Guidance,
}

impl ListColumn for Column {
    const NAMES: &'static [(&'static str, Column)] = &[
        ("set", Column::Set),
        ("bộ tiêu chí", Column::Set),
        ("level", Column::Level),
        ("cấp độ", Column::Level),
        ("id", Column::Id),
        ("mã", Column::Id),
        ("tiêu chí, chỉ tiêu", Column::Id),
        ("lead", Column::Lead),
        ("chủ trì", Column::Lead),
        ("cơ quan chủ trì", Column::Lead),
        ("support", Column::Support),
        ("phối hợp", Column::Support),
        ("cơ quan phối hợp", Column::Support),
        ("needs_funding", Column::NeedsFunding),
        ("kinh phí", Column::NeedsFunding),
        ("cần kinh phí", Column::NeedsFunding),
        ("guidance", Column::Guidance),
        ("hướng dẫn", Column::Guidance),
        ("đã có hướng dẫn", Column::Guidance),
    ];
    const REQUIRED: &'static [Column] = &[Column::Level, Column::Id, Column::Lead, Column::Support];
    const KEYS: &'static [Column] = &[Column::Level, Column::Id];
    const BAD: Code = Code::BadAgencies;

    fn as_str(self) -> &'static str {
        match self {
            Column::Set => "set",
            Column::Level => "level",
            Column::Id => "id",
            Column::Lead => "lead",
            Column::Support => "support",
            Column::NeedsFunding => "needs_funding",
            Column::Guidance => "guidance",
        }
    }
}

type Entry<'l, 'r> = list::Entry<'l, 'r, Column>;

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
        let (agencies, _) = Agencies::read(&[source], library);
        Agencies { built_in: true, ..agencies }
    }

    /// Reads lists of agencies; `library` says what criteria and indicators there are. A
    /// row with a faulty cell is left out.
    pub fn read(sources: &[Source], library: &Library) -> (Agencies, Vec<Problem>) {
        let mut reader = Reader { library, rows: Vec::new(), problems: Vec::new() };
        let mut repairs = Vec::new();
        for source in sources {
            repairs.extend(list::read(source, text::fill_agencies, |item| match item {
                Item::Row(entry) => reader.read_agency(&entry),
                Item::Problem(problem) => reader.problems.push(*problem),
                Item::Lost => {}
            }));
        }
        (Agencies { rows: reader.rows, built_in: false, repairs }, reader.problems)
    }

    /// What is said of an indicator: by its own row, and where that says nothing by its
    /// criterion's.
    pub fn of<'a>(&'a self, law: &'a Resolved, id: IndicatorId) -> Assignment<'a> {
        let find = |subject| self.rows_of(law).find(|row| row.subject == subject);
        let own = find(Subject::Indicator(id));
        let rows = || own.into_iter().chain(find(Subject::Criterion(id.criterion)));
        Assignment {
            lead: rows().find_map(|row| row.lead.as_deref()),
            support: rows().find_map(|row| row.support.as_deref()),
            needs_funding: rows().find_map(|row| row.needs_funding),
            guidance: rows().find_map(|row| row.guidance),
        }
    }

    /// The indicators for which nobody leads, by place.
    pub fn unassigned(&self, law: &Resolved) -> Vec<usize> {
        let indicators = law.indicators.iter().enumerate();
        let nobody = indicators.filter(|(_, indicator)| self.of(law, indicator.id).lead.is_none());
        nobody.map(|(place, _)| place).collect()
    }

    /// The rows that hold for a set.
    pub fn rows_of<'a>(&'a self, law: &'a Resolved) -> impl Iterator<Item = &'a Agency> {
        self.rows.iter().filter(|row| row.concerns(law))
    }

    /// The names of those who lead or support under a set, each once.
    pub fn names<'a>(&'a self, law: &'a Resolved) -> Vec<&'a str> {
        let mut names: Vec<&str> = Vec::new();
        for row in self.rows_of(law) {
            for name in row.lead.iter().chain(&row.support) {
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
        }
        names
    }
}

impl Agency {
    fn concerns(&self, law: &Resolved) -> bool {
        self.level == law.level && self.set.as_ref().is_none_or(|set| *set == law.set)
    }
}

struct Reader<'a> {
    library: &'a Library,
    rows: Vec<Agency>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn read_agency(&mut self, entry: &Entry) {
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
            self.tell(entry, Column::Id, message, text::keep_one_agency());
        } else if row.lead.is_none() && matches!(subject, Subject::Criterion(_)) {
            let problem = entry.problem(Column::Lead, text::no_lead(subject), text::give_lead());
            self.problems.push(Problem { code: Code::MissingAgency, ..problem }.as_warning());
        }
        if self.problems[told..].iter().all(|problem| !problem.is_error()) {
            self.rows.push(row);
        }
    }

    fn tell(&mut self, entry: &Entry, column: Column, message: Text, hint: Text) {
        self.problems.push(entry.problem(column, message, hint));
    }

    fn level(&mut self, entry: &Entry) -> Option<Level> {
        let cell = entry.cell(Column::Level);
        let level = Level::parse_title(cell);
        if level.is_none() {
            let words = Level::TITLES.map(Level::as_str).join(", ");
            self.tell(entry, Column::Level, text::not_a_level("level", cell), text::one_of(words));
        }
        level
    }

    /// The set that a row is for, which must be one of its level.
    fn set(&mut self, entry: &Entry, level: Option<Level>) -> Option<String> {
        let (cell, level) = (entry.some(Column::Set)?, level?);
        let of_level = self.library.sets.iter().filter(|set| set.level == level);
        let ids: Vec<&str> = of_level.map(|set| set.id.as_str()).collect();
        if !ids.contains(&cell.as_str()) {
            let hint = text::one_of(ids.join(", "));
            self.tell(entry, Column::Set, text::no_set(&cell), hint);
        }
        Some(cell)
    }

    /// The criterion or indicator, which some set of the level must have.
    fn subject(&mut self, entry: &Entry, level: Level, set: Option<&str>) -> Option<Subject> {
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
        let own = || indicator::read(cell).filter(|id| ids().any(|known| known == *id));
        let found = criterion.map(Subject::Criterion).or_else(|| own().map(Subject::Indicator));
        if found.is_none() {
            let mut known: Vec<String> = criteria.iter().map(|c| c.no.to_string()).collect();
            known.extend(ids().map(|id| id.to_string()));
            let near = fold::nearest(cell, known.iter().map(String::as_str));
            let message = text::unknown_indicator("id", cell, level);
            self.tell(entry, Column::Id, message, text::near_or(&near, text::see_sets()));
        }
        found
    }

    fn word<T: Copy>(&mut self, entry: &Entry, column: Column, words: &[(&str, T)]) -> Option<T> {
        let cell = entry.some(column)?;
        let found = fold::find(&cell, words.iter().copied());
        if found.is_none() {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = text::not_a_word(column.as_str(), &cell);
            self.tell(entry, column, message, text::one_of(all.join(", ")));
        }
        found
    }
}

/// Says of indicators that nobody leads.
pub fn nobody_leads(file: &str, law: &Resolved, unassigned: &[usize]) -> Option<Problem> {
    let ids: Vec<String> =
        unassigned.iter().map(|place| law.indicators[*place].id.to_string()).collect();
    (!ids.is_empty()).then(|| {
        let place = Place { file: file.to_owned(), ..Place::default() };
        let message = text::nobody_leads(ids.len(), ids.join(", "));
        Problem::error(Code::MissingAgency, place, message, text::give_lead()).as_warning()
    })
}
