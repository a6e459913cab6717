//! The ladder of titles: for each commune and title what is met, what is still missing,
//! the conditions of recognition, and the title it holds.

mod named;
mod title;

use named::ByPlace;
pub use named::{Named, to_quote};
pub use title::{Standing, Title, Unmet};

use rayon::prelude::*;

use crate::intake::{Commune, Observation, Quote, Roster, Submission};
use crate::law::{Level, Library, Resolved, Set};
use crate::period::Period;
use crate::review::{self, Contradiction};
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
    /// Its entry in the roster, where that gives a title which it holds after the period
    /// only.
    pub later: Option<&'a Commune>,
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
    /// What is to be named, such as the field in which a commune stands out.
    pub named: Vec<Named>,
    /// What the level says against a lower one.
    pub contradictions: Vec<Contradiction>,
    /// The titles whose criteria must be met first and are not.
    pub lacking: Vec<Level>,
    /// The conditions of recognition for this title and those below, which it presupposes;
    /// `None` where no set of them is in force.
    pub conditions: Option<Vec<Condition>>,
    /// Whether a title below asks for something to be named that is not.
    pub unnamed_below: bool,
}

/// A condition of recognition and its verdict.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Its place in the set.
    pub place: usize,
    /// Its number.
    pub id: String,
    pub name: String,
    /// The verdict.
    pub status: Status,
    /// Whether it is of a title below alone, which this one presupposes.
    pub below: bool,
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
    /// recognition are met, and what is to be named is.
    pub fn eligible(&self) -> bool {
        let met = |condition: &Condition| condition.status.counts_as_met();
        let named = self.names_all() && !self.unnamed_below;
        self.achieved() && named && self.conditions.as_ref().is_some_and(|all| all.iter().all(met))
    }

    /// Whether all that is to be named is.
    fn names_all(&self) -> bool {
        self.named.iter().all(|named| named.name.is_some())
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
    pub period: Period,
    /// What one voice says in the period, at all levels.
    pub submissions: &'a [Submission],
    /// The rows that [`to_quote`] asks for, as written.
    pub quotes: &'a [Quote],
}

impl<'a> Source<'a> {
    /// The ladders of some communes, by their places in the roster, in their order.
    pub fn ladders(&self, communes: &[usize]) -> Vec<Ladder<'a>> {
        let notes = named::by_place(self.quotes);
        communes.par_iter().map(|commune| self.ladder(*commune, &notes)).collect()
    }

    fn ladder(&self, commune: usize, notes: &ByPlace) -> Ladder<'a> {
        let mut steps: Vec<Step> = Vec::new();
        for level in Level::TITLES {
            // Of a level without a set in force nothing is there either.
            let said = self.submission(commune, level);
            let card = said.map(score::score);
            let (named, contradictions) = match said.zip(card.as_ref()) {
                Some((said, card)) => {
                    (named::named(said, card, notes), review::contradictions(said))
                }
                None => Default::default(),
            };
            let lacking = self.lacking(level, &steps);
            let open = card.as_ref().map(hardest_first).unwrap_or_default();
            let conditions = self.conditions(commune, level);
            let unnamed_below = !steps.iter().all(Step::names_all);
            steps.push(Step {
                level,
                card,
                open,
                named,
                contradictions,
                lacking,
                conditions,
                unnamed_below,
            });
        }
        let entry = &self.roster.communes[commune];
        let later = entry.title_date.is_some_and(|date| date > self.period.last_day());
        let title = (!later).then(|| self.title(entry, &steps)).flatten();
        Ladder { commune, steps, title, later: later.then_some(entry) }
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

    /// The conditions of recognition for a title and for those that it presupposes, as far
    /// as the commune has told of them.
    fn conditions(&self, commune: usize, title: Level) -> Option<Vec<Condition>> {
        let set = self.set(Level::Recognition)?;
        let card = self.submission(commune, Level::Recognition).map(score::score);
        let case = &self.roster.communes[commune].case;
        let law = set.resolve(self.period, case);
        let own = |place: usize| {
            let titles = &law.indicators[place].titles;
            titles.is_empty() || titles.contains(&title)
        };
        let below = |place: usize| law.indicators[place].titles.iter().any(|of| *of < title);
        let condition = |place: usize| Condition {
            place,
            id: law.indicators[place].id.to_string(),
            name: law.indicators[place].name.clone(),
            status: match &card {
                Some(card) => card.indicators[place].status,
                None => untold(&law, place),
            },
            below: !own(place),
        };
        let asked = |place: &usize| own(*place) || below(*place);
        Some((0..law.indicators.len()).filter(asked).map(condition).collect())
    }
}

/// What is known of a condition of which nothing is reported.
fn untold(law: &Resolved, place: usize) -> Status {
    let require = &law.indicators[place].require;
    let parts = require.iter().map(|part| score::status(part, &Observation::Nothing));
    // The same for all parts, or the weaker.
    parts.min().unwrap_or(Status::Missing)
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
