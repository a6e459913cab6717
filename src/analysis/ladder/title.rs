//! The title that a commune holds, and what the criteria say of it now.

use std::collections::BTreeSet;

use super::{Source, Step};
use crate::fold;
use crate::intake::Commune;
use crate::law::{Level, Set, Withdrawal};
use crate::score::{Scorecard, Status};

/// A title that a commune holds.
#[derive(Clone, Debug)]
pub struct Title<'a> {
    /// The title.
    pub level: Level,
    /// The commune's entry in the roster: set and date.
    pub commune: &'a Commune,
    /// What is to be said of it.
    pub standing: Standing,
    /// Sets or decisions named much like the one that the roster names, which is none.
    pub near: Vec<String>,
    /// The lower titles whose criteria the commune does not meet in the period, of a title
    /// under the set in force.
    pub short_of: Vec<Level>,
}

/// What the criteria say of a title that a commune holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was granted under another set than the one in force, or under one that cannot
    /// be told: not judged.
    OtherSet,
    /// Its date is before the set that it names was in force: not judged.
    TooEarly,
    /// No rule of withdrawal is known for it in the period: not judged.
    NoRule,
    /// The commune has reported nothing at its level: not judged.
    NoData,
    /// So many criteria are without value or threshold that it cannot be told whether a
    /// rule calls for a look.
    Open(Unmet),
    /// So few criteria are not met that no rule calls for a look.
    Quiet(Unmet),
    /// To be looked at again.
    Warned(Unmet),
}

impl Standing {
    /// Whether nothing is known that speaks against a title under the set in force.
    pub fn is_sound(&self) -> bool {
        matches!(self, Standing::NoRule | Standing::NoData | Standing::Open(_) | Standing::Quiet(_))
    }

    /// The word in JSON and CSV.
    pub fn as_str(&self) -> &'static str {
        match self {
            Standing::OtherSet => "other_set",
            Standing::TooEarly => "too_early",
            Standing::NoRule => "no_rule",
            Standing::NoData => "no_data",
            Standing::Open(_) => "open",
            Standing::Quiet(_) => "quiet",
            Standing::Warned(_) => "warned",
        }
    }
}

/// How many criteria of a title are not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The numbers of those that are not met.
    pub criteria: Vec<u16>,
    /// Those of them that weigh.
    pub named: Vec<u16>,
    /// How many criteria there are.
    pub total: usize,
}

impl<'a> Source<'a> {
    /// The title that the roster gives, whatever its date.
    pub(super) fn title(&self, commune: &'a Commune, steps: &[Step]) -> Option<Title<'a>> {
        let level = commune.title?;
        let rule = self.set(Level::Recognition).and_then(|set| set.withdrawal.as_ref());
        let rule = rule.filter(|rule| rule.titles.contains(&level));
        let card = steps.iter().find(|step| step.level == level).and_then(|s| s.card.as_ref());
        let standing = match (self.set(level), rule, card) {
            (Some(set), ..) if !granted_under(set, commune) => Standing::OtherSet,
            (None, ..) => Standing::OtherSet,
            (Some(set), ..) if is_before(set, commune) => Standing::TooEarly,
            (_, None, _) => Standing::NoRule,
            (_, _, None) => Standing::NoData,
            (_, Some(rule), Some(card)) => standing(rule, card),
        };
        let short = |step: &&Step| {
            let short = step.card.as_ref().is_some_and(|card| !card.tally.achieved());
            step.level < level && short
        };
        let judged = !matches!(standing, Standing::OtherSet | Standing::TooEarly);
        let short_of = steps.iter().filter(|_| judged).filter(short).map(|s| s.level).collect();
        let near = match standing {
            Standing::OtherSet => self.near(commune),
            _ => Vec::new(),
        };
        Some(Title { level, commune, standing, near, short_of })
    }

    /// Sets and decisions named much like what the roster names, where that is none.
    fn near(&self, commune: &Commune) -> Vec<String> {
        let Some(named) = &commune.title_set else { return Vec::new() };
        if self.library.sets.iter().any(|set| names(named, set)) {
            return Vec::new();
        }
        let sets = self.library.sets.iter().filter(|set| Some(set.level) == commune.title);
        let known = sets.flat_map(|set| [set.id.as_str(), set.decision.number.as_str()]);
        let known: BTreeSet<&str> = known.collect();
        fold::nearest(named, known.into_iter()).into_iter().map(str::to_owned).collect()
    }
}

/// Whether a title was granted under a set: as the roster names it, by its id or its
/// decision's number, or where it names none by the date.
fn granted_under(set: &Set, commune: &Commune) -> bool {
    match &commune.title_set {
        Some(named) => names(named, set),
        None => commune.title_date.is_some_and(|date| set.decision.is_in_force(date)),
    }
}

/// Whether the roster names a set: by its id, or by its decision's number.
fn names(named: &str, set: &Set) -> bool {
    let known = [(set.id.as_str(), ()), (set.decision.number.as_str(), ())];
    fold::find(named, known.into_iter()).is_some()
        || named.split([' ', ',']).any(|word| word == set.decision.number)
}

/// Whether a title is dated before the set that it names was in force.
fn is_before(set: &Set, commune: &Commune) -> bool {
    commune.title_date.is_some_and(|date| date < set.decision.in_force)
}

/// Whether the criteria that are not met call for a look.
fn standing(rule: &Withdrawal, card: &Scorecard) -> Standing {
    let law = &card.tally.law;
    let with = |statuses: &[Status]| {
        let places = 0..law.criteria.len();
        let unmet = places.filter(|at| statuses.contains(&card.tally.criterion_status(*at)));
        let unmet: Vec<usize> = unmet.collect();
        let named = unmet.iter().filter(|place| rule.names(&law.criteria[**place].name));
        let no = |place: &usize| law.criteria[*place].no;
        Unmet {
            named: named.map(no).collect(),
            criteria: unmet.iter().map(no).collect(),
            total: law.criteria.len(),
        }
    };
    let applies =
        |unmet: &Unmet| rule.applies(unmet.criteria.len(), unmet.total, !unmet.named.is_empty());
    let unmet = with(&[Status::NotMet]);
    // What is missing is not met either until it is known.
    let at_worst = with(&[Status::NotMet, Status::Missing, Status::Undetermined]);
    match (applies(&unmet), applies(&at_worst)) {
        (true, _) => Standing::Warned(unmet),
        (false, true) => Standing::Open(unmet),
        (false, false) => Standing::Quiet(unmet),
    }
}
