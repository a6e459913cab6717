//! The ladder of titles: for each commune and title what is met, what is still missing,
//! the conditions of recognition, and the title it holds.

use rayon::prelude::*;

use crate::fold;
use crate::intake::{Commune, Observation, Roster, Submission};
use crate::law::{Level, Library, Resolved, Set, Withdrawal};
use crate::period::Period;
use crate::score::{self, Scorecard, Status};

/// The ladder of one commune.
#[derive(Debug)]
pub struct Ladder<'a> {
    /// The commune's place in the roster.
    pub commune: usize,
    /// A step for each title, lowest first.
    pub steps: Vec<Step>,
    /// The title it holds.
    pub title: Option<Title<'a>>,
}

/// One title for one commune.
#[derive(Debug)]
pub struct Step {
    /// The title.
    pub level: Level,
    /// The result; `None` where the commune has reported nothing at this level.
    pub card: Option<Scorecard>,
    /// The indicators that are open, by place, the hardest first.
    pub open: Vec<usize>,
    /// The titles whose criteria must be met first and are not.
    pub lacking: Vec<Level>,
    /// The conditions of recognition for this title; `None` where no set of them is in
    /// force.
    pub conditions: Option<Vec<Condition>>,
}

/// A condition of recognition and its verdict.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The verdict.
    pub status: Status,
}

/// A title that a commune holds.
#[derive(Clone, Debug)]
pub struct Title<'a> {
    /// The title.
    pub level: Level,
    /// The commune's entry in the roster: set and date.
    pub commune: &'a Commune,
    /// What is to be said of it.
    pub standing: Standing,
}

/// What the criteria say of a title that a commune holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was granted under another set than the one in force, or under one that cannot
    /// be told: not judged.
    OtherSet,
    /// No rule of withdrawal is known for it in the period: not judged.
    NoRule,
    /// The commune has reported nothing at its level: not judged.
    NoData,
    /// So few criteria are not met that no rule calls for a look.
    Quiet(Unmet),
    /// To be looked at again.
    Warned(Unmet),
}

impl Standing {
    /// The word in JSON and CSV.
    pub fn as_str(&self) -> &'static str {
        match self {
            Standing::OtherSet => "other_set",
            Standing::NoRule => "no_rule",
            Standing::NoData => "no_data",
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

impl Step {
    /// Whether all criteria of the title are met, and those of the titles below.
    pub fn achieved(&self) -> bool {
        self.card.as_ref().is_some_and(|card| card.tally.achieved()) && self.lacking.is_empty()
    }

    /// The open indicators in the order of the law; `None` where nothing was reported.
    pub fn open_ids(&self) -> Option<Vec<String>> {
        let law = &self.card.as_ref()?.tally.law;
        let mut open = self.open.clone();
        open.sort_unstable();
        Some(open.iter().map(|place| law.indicators[*place].id.to_string()).collect())
    }

    /// Whether the commune may ask for the title: its criteria and every condition of
    /// recognition are met.
    pub fn eligible(&self) -> bool {
        let met = |condition: &Condition| condition.status.counts_as_met();
        self.achieved() && self.conditions.as_ref().is_some_and(|all| all.iter().all(met))
    }

    /// The conditions with a verdict.
    pub fn conditions_of(&self, status: Status) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().flatten().filter(move |condition| condition.status == status)
    }
}

/// What ladders are made from.
pub struct Source<'a> {
    /// The sets.
    pub library: &'a Library,
    /// The communes.
    pub roster: &'a Roster,
    /// The period.
    pub period: Period,
    /// What one voice says in the period, at all levels.
    pub submissions: &'a [Submission],
}

impl<'a> Source<'a> {
    /// The ladders of some communes, by their places in the roster, in their order.
    pub fn ladders(&self, communes: &[usize]) -> Vec<Ladder<'a>> {
        communes.par_iter().map(|commune| self.ladder(*commune)).collect()
    }

    fn ladder(&self, commune: usize) -> Ladder<'a> {
        let mut steps: Vec<Step> = Vec::new();
        for level in Level::TITLES {
            // Of a level without a set in force nothing is there either.
            let card = self.submission(commune, level).map(score::score);
            let lacking = self.lacking(level, &steps);
            let open = card.as_ref().map(hardest_first).unwrap_or_default();
            let conditions = self.conditions(commune, level);
            steps.push(Step { level, card, open, lacking, conditions });
        }
        let title = self.title(commune, &steps);
        Ladder { commune, steps, title }
    }

    fn submission(&self, commune: usize, level: Level) -> Option<&'a Submission> {
        // In the order of roster and levels.
        let key = |s: &Submission| (s.commune, s.level);
        let found = self.submissions.binary_search_by_key(&(commune, level), key);
        found.ok().map(|place| &self.submissions[place])
    }

    fn set(&self, level: Level) -> Option<&'a Set> {
        self.library.in_force(level, self.period.last_day())
    }

    /// The titles below whose criteria are not met, and those of the sets that this
    /// title's set requires.
    fn lacking(&self, level: Level, below: &[Step]) -> Vec<Level> {
        let mut lacking: Vec<Level> =
            below.iter().filter(|step| !step.achieved()).map(|step| step.level).collect();
        for required in self.set(level).iter().flat_map(|set| &set.requires) {
            let judged = |step: &&Step| {
                step.card.as_ref().is_some_and(|card| card.tally.law.set == required.set)
            };
            let met = below.iter().find(judged).is_some_and(Step::achieved);
            let of = self.library.set(&required.set).map(|set| set.level);
            lacking.extend(of.filter(|of| !met && !lacking.contains(of)));
        }
        lacking
    }

    /// The conditions of recognition for a title, as far as the commune has told of them.
    fn conditions(&self, commune: usize, title: Level) -> Option<Vec<Condition>> {
        let set = self.set(Level::Recognition)?;
        let card = self.submission(commune, Level::Recognition).map(score::score);
        let case = &self.roster.communes[commune].case;
        let law = set.resolve(self.period, case);
        let of_title = |place: &usize| {
            let titles = &law.indicators[*place].titles;
            titles.is_empty() || titles.contains(&title)
        };
        let condition = |place: usize| Condition {
            id: law.indicators[place].id.to_string(),
            name: law.indicators[place].name.clone(),
            status: match &card {
                Some(card) => card.indicators[place].status,
                None => untold(&law, place),
            },
        };
        Some((0..law.indicators.len()).filter(of_title).map(condition).collect())
    }

    fn title(&self, commune: usize, steps: &[Step]) -> Option<Title<'a>> {
        let commune = &self.roster.communes[commune];
        let level = commune.title?;
        // It was not yet held.
        if commune.title_date.is_some_and(|date| date > self.period.last_day()) {
            return None;
        }
        let rule = self.set(Level::Recognition).and_then(|set| set.withdrawal.as_ref());
        let rule = rule.filter(|rule| rule.titles.contains(&level));
        let card = steps.iter().find(|step| step.level == level).and_then(|s| s.card.as_ref());
        let standing = match (self.set(level), rule, card) {
            (Some(set), ..) if !granted_under(set, commune) => Standing::OtherSet,
            (None, ..) => Standing::OtherSet,
            (_, None, _) => Standing::NoRule,
            (_, _, None) => Standing::NoData,
            (_, Some(rule), Some(card)) => standing(rule, card),
        };
        Some(Title { level, commune, standing })
    }
}

/// What is known of a condition of which nothing is told.
fn untold(law: &Resolved, place: usize) -> Status {
    let require = &law.indicators[place].require;
    let parts = require.iter().map(|part| score::status(part, &Observation::Nothing));
    // The same for all parts, or the weaker.
    parts.min().unwrap_or(Status::Missing)
}

/// Whether a title was granted under a set: as the roster names it, by its id or its
/// decision's number, or where it names none by the date.
fn granted_under(set: &Set, commune: &Commune) -> bool {
    match &commune.title_set {
        Some(named) => {
            let known = [(set.id.as_str(), ()), (set.decision.number.as_str(), ())];
            fold::find(named, known.into_iter()).is_some()
                || named.split([' ', ',']).any(|word| word == set.decision.number)
        }
        None => commune.title_date.is_some_and(|date| set.decision.is_in_force(date)),
    }
}

/// Whether the criteria that are not met call for a look.
fn standing(rule: &Withdrawal, card: &Scorecard) -> Standing {
    let law = &card.tally.law;
    let places = 0..law.criteria.len();
    let unmet: Vec<usize> =
        places.filter(|place| card.tally.criterion_status(*place) == Status::NotMet).collect();
    let named = unmet.iter().filter(|place| rule.names(&law.criteria[**place].name));
    let no = |place: &usize| law.criteria[*place].no;
    let counted = Unmet {
        named: named.map(no).collect(),
        criteria: unmet.iter().map(no).collect(),
        total: law.criteria.len(),
    };
    match rule.applies(counted.criteria.len(), counted.total, !counted.named.is_empty()) {
        true => Standing::Warned(counted),
        false => Standing::Quiet(counted),
    }
}

/// The open indicators, by place: those that fail by how far they are, then what is
/// missing, then what has no threshold.
fn hardest_first(card: &Scorecard) -> Vec<usize> {
    let of = |place: &usize| &card.indicators[*place];
    let places = 0..card.indicators.len();
    let mut open: Vec<usize> = places.filter(|p| !of(p).status.counts_as_met()).collect();
    let rank = |status| match status {
        Status::NotMet => 0,
        Status::Missing => 1,
        _ => 2,
    };
    open.sort_by(|one, other| {
        let (a, b) = (of(one), of(other));
        rank(a.status).cmp(&rank(b.status)).then_with(|| a.attainment.cmp(&b.attainment))
    });
    open
}
