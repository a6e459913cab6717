//! What changed between two periods or under two sets: what was lost comes first.

mod detail;
mod doubts;
mod lead;
mod overview;
mod tables;

use super::communes::caveats;
use super::{Page, Scoring, Tone};
use crate::analysis::change::Comparison;
use crate::law::{Decision, IndicatorId, Level};
use crate::text::{Text, change as text};

/// Two sides with what changed between them.
#[derive(Clone, Debug)]
pub struct Changing<'a> {
    /// The level of the data.
    pub level: Level,
    /// Before.
    pub old: Scoring<'a>,
    /// Now.
    pub new: Scoring<'a>,
    /// The sets named, where the same data is judged by two.
    pub sets: Option<[SetNamed<'a>; 2]>,
    /// What changed.
    pub comparison: &'a Comparison,
    /// What the page is confined to.
    pub only: Option<Only>,
}

/// What a page is confined to.
#[derive(Clone, Debug)]
pub enum Only {
    /// One criterion, by its number.
    Criterion(u16),
    /// Some indicators.
    Indicators(Vec<IndicatorId>),
}

/// A set or layer named to be compared.
#[derive(Clone, Copy, Debug)]
pub struct SetNamed<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where it comes from in law.
    pub decision: &'a Decision,
    /// The province that it binds, where it is one's.
    pub province: Option<&'a str>,
}

/// How the changes are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What was lost first, then every other kind.
    Kind,
    /// A table per commune.
    Commune,
    /// A table per criterion.
    Criterion,
}

impl Changing<'_> {
    /// The set of the old side: the one named, or the one in force.
    pub fn old_set(&self) -> &str {
        self.sets.as_ref().map_or(&self.old.common.set, |[old, _]| old.id)
    }

    /// The set of the new side.
    pub fn new_set(&self) -> &str {
        self.sets.as_ref().map_or(&self.new.common.set, |[_, new]| new.id)
    }

    /// A side's words, with what tells the sides apart.
    fn of_side(&self, old: bool, words: &Text) -> Text {
        let scoring = if old { &self.old } else { &self.new };
        match (&self.sets, old) {
            (Some([set, _]), true) | (Some([_, set]), false) => text::under_set(set.id, words),
            (None, _) => text::in_period(scoring.period, words),
        }
    }
}

/// The page of what changed.
pub fn change(changing: &Changing, by: By) -> Page {
    let comparison = changing.comparison;
    let mut tables = match by {
        By::Kind => tables::by_kind(changing),
        By::Commune => tables::by_commune(changing),
        By::Criterion => tables::by_criterion(changing),
    };
    tables.extend(doubts::renamed(changing));
    tables.push(overview::communes(changing));
    tables.extend(overview::criteria(comparison));
    tables.extend(overview::thresholds(comparison));
    let mut notes = Vec::new();
    notes.extend(overview::basis_only(comparison));
    notes.extend(doubts::only_on_one_side(changing));
    notes.extend(doubts::not_comparable(changing));
    notes.extend(doubts::sets(changing));
    notes.extend(both_caveats(changing));
    Page { title: lead::title(changing), lead: lead::lines(changing), tables, notes }
}

/// What keeps either side's results from being final, said once where it is the same.
fn both_caveats(changing: &Changing) -> Vec<(Tone, Text)> {
    let (old, new) = (caveats(&changing.old), caveats(&changing.new));
    let alone = |of_old: bool, notes: &[(Tone, Text)], others: &[(Tone, Text)]| {
        let own = notes.iter().filter(|note| !others.contains(note));
        own.map(|(tone, note)| (*tone, changing.of_side(of_old, note))).collect::<Vec<_>>()
    };
    let shared = new.iter().filter(|note| old.contains(note)).cloned();
    let mut notes: Vec<(Tone, Text)> = shared.collect();
    notes.extend(alone(true, &old, &new));
    notes.extend(alone(false, &new, &old));
    notes
}
