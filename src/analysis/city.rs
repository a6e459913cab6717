//! What a city must reach over all its communes, by their ladders.

use std::collections::HashMap;

use super::ladder::{Ladder, Standing, Step};
use crate::exact::Exact;
use crate::intake::Roster;
use crate::law::{CityCondition, CitySet, Level};

/// A city: the communes of one district of the roster.
#[derive(Debug)]
pub struct City<'a> {
    /// The district, as the roster names it.
    pub district: Option<&'a str>,
    /// How many communes it has.
    pub communes: usize,
    /// The verdicts, in the order of the set.
    pub verdicts: Vec<Verdict<'a>>,
}

/// What becomes of one condition.
#[derive(Debug)]
pub struct Verdict<'a> {
    pub condition: &'a CityCondition,
    /// How the communes stand; `None` where the office checks by hand.
    pub count: Option<Count>,
    /// What the office found by hand.
    pub answer: Option<&'a Answer>,
}

impl Verdict<'_> {
    /// Whether it is met; `None` where nobody has said so, or named no document for it.
    pub fn met(&self) -> Option<bool> {
        let counted = self.count.as_ref().map(Count::met);
        let proved = |answer: &&Answer| !answer.met || answer.evidence.is_some();
        counted.or_else(|| self.answer.filter(proved).map(|answer| answer.met))
    }
}

/// What the office found of a condition that is in no data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number of the condition.
    pub no: u16,
    /// Whether it is met.
    pub met: bool,
    /// The document that proves it.
    pub evidence: Option<String>,
}

/// How the communes of a city stand to one title.
#[derive(Debug)]
pub struct Count {
    /// Those that may ask for it, or hold it or a higher one under the set in force; by
    /// their places in the roster.
    pub there: Vec<usize>,
    /// Those that meet its criteria, but not every condition of recognition.
    pub nearly: Vec<usize>,
    /// All others.
    pub lacking: Vec<usize>,
    /// Those of the first that are there by a title which too little data speaks of to
    /// hold it against the criteria.
    pub unchecked: Vec<usize>,
    /// How many communes more are needed.
    pub needed: usize,
}

impl Count {
    /// Whether enough communes are there.
    pub fn met(&self) -> bool {
        self.needed == 0
    }
}

/// The cities of the roster, in its order; `answers` of what is checked by hand.
pub fn cities<'a>(
    ladders: &[Ladder],
    roster: &'a Roster,
    set: &'a CitySet,
    answers: &'a [Answer],
) -> Vec<City<'a>> {
    let mut districts: Vec<(Option<&str>, Vec<&Ladder>)> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    for one in ladders {
        let district = roster.communes[one.commune].district.as_deref();
        let place = *places.entry(district).or_insert(districts.len());
        if place == districts.len() {
            districts.push((district, Vec::new()));
        }
        districts[place].1.push(one);
    }
    let city = |(of, own): (Option<&'a str>, Vec<&Ladder>)| {
        let verdicts = set.conditions.iter().map(|condition| Verdict {
            condition,
            count: condition.share.as_ref().map(|(level, share)| count(&own, *level, share)),
            answer: answers.iter().find(|answer| answer.no == condition.no),
        });
        City { district: of, communes: own.len(), verdicts: verdicts.collect() }
    };
    districts.into_iter().map(city).collect()
}

fn count(ladders: &[&Ladder], level: Level, share: &Exact) -> Count {
    let mut count = Count {
        there: Vec::new(),
        nearly: Vec::new(),
        lacking: Vec::new(),
        unchecked: Vec::new(),
        needed: 0,
    };
    for one in ladders {
        let step = one.steps.iter().find(|step| step.level == level);
        let eligible = step.is_some_and(Step::eligible);
        if !eligible && holds(one, level) && is_unchecked(one) {
            count.unchecked.push(one.commune);
        }
        let list = if eligible || holds(one, level) {
            &mut count.there
        } else if step.is_some_and(Step::achieved) {
            &mut count.nearly
        } else {
            &mut count.lacking
        };
        list.push(one.commune);
    }
    let asked = (share * &Exact::from(ladders.len())).checked_div(&Exact::HUNDRED);
    let asked = asked.and_then(|asked| asked.ceil().to_usize()).unwrap_or(ladders.len());
    count.needed = asked.saturating_sub(count.there.len());
    count
}

/// Whether a commune holds a title, or a higher one, under the set in force, as the
/// roster names it. What is to be looked at again counts for nothing.
fn holds(one: &Ladder, level: Level) -> bool {
    let title = one.title.as_ref();
    title.is_some_and(|title| {
        let named = title.commune.title_set.is_some();
        title.level >= level && named && title.standing.is_sound()
    })
}

/// Whether there is too little data to hold the title against the criteria.
fn is_unchecked(one: &Ladder) -> bool {
    let standing = one.title.as_ref().map(|title| &title.standing);
    matches!(standing, Some(Standing::NoData | Standing::Open(_)))
}
