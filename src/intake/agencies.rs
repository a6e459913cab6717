//! Who answers for what, whether it costs money, and whether the guidance is out:
//! `agencies.csv`.

use std::fmt;

use super::repair::Repair;
use crate::distinct::distinct;
use crate::law::{IndicatorId, Level, Resolved};
use crate::named::named;
use crate::problem::{Code, Location, Problem};
use crate::text;

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

named! {
    /// Whether something needs money (kinh phí).
    pub Funding {
        /// No money.
        No "no"
        /// For a part of it; counts as needing money.
        Partly "partly"
        /// It needs money.
        Yes "yes"
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

impl Agencies {
    /// What is said of an indicator: by its own row, and where that says nothing by its
    /// criterion's.
    pub fn assignment<'a>(&'a self, law: &'a Resolved, id: IndicatorId) -> Assignment<'a> {
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
        let nobody =
            indicators.filter(|(_, indicator)| self.assignment(law, indicator.id).lead.is_none());
        nobody.map(|(place, _)| place).collect()
    }

    /// The rows that hold for a set.
    pub fn rows_of<'a>(&'a self, law: &'a Resolved) -> impl Iterator<Item = &'a Agency> {
        self.rows.iter().filter(|row| row.concerns(law))
    }

    /// The names of those who lead or support under a set, each once.
    pub fn names<'a>(&'a self, law: &'a Resolved) -> Vec<&'a str> {
        let names = self.rows_of(law).flat_map(|row| row.lead.iter().chain(&row.support));
        distinct(names.map(String::as_str))
    }
}

impl Agency {
    fn concerns(&self, law: &Resolved) -> bool {
        self.level == law.level && self.set.as_ref().is_none_or(|set| *set == law.set)
    }
}

/// Says of indicators that nobody leads.
pub fn nobody_leads(file: &str, law: &Resolved, unassigned: &[usize]) -> Option<Problem> {
    let ids: Vec<String> =
        unassigned.iter().map(|place| law.indicators[*place].id.to_string()).collect();
    (!ids.is_empty()).then(|| {
        let place = Location { file: file.to_owned(), ..Location::default() };
        let message = text::nobody_leads(ids.len(), ids.join(", "));
        Problem::error(Code::MissingAgency, place, message, text::give_lead()).as_warning()
    })
}
