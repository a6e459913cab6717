//! Who has not reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::intake::{Commune, Finding, Intake, Roster, Voice};
use crate::law::{Level, Library};
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Text};

/// A folder that is checked, and what is asked of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The folder as the user named it.
    pub folder: &'a str,
    pub period: Period,
    /// Of one level only.
    pub level: Option<Level>,
    /// Of one voice only.
    pub voice: Option<Voice>,
}

/// The communes of the roster that have no row in the period of a folder, once for each
/// level that anybody has rows of; of the lowest in force where nobody has any. Those that
/// reported the month before, be it in what was `read` or in the month beside it, come
/// first.
pub fn silent(
    (read, earlier): (&Intake, Option<&Intake>),
    (roster, library): (&Roster, &Library),
    asked: Asked,
) -> Vec<Finding> {
    let (read, earlier) =
        (Reported(vec![read]), Reported([Some(read), earlier].into_iter().flatten().collect()));
    let day = asked.period.last_day();
    let lowest = || Level::TITLES.into_iter().find(|level| library.in_force(*level, day).is_some());
    let levels = match asked.level {
        Some(level) => BTreeSet::from([level]),
        None => read.levels(asked),
    };
    let levels = if levels.is_empty() { lowest().into_iter().collect() } else { levels };
    let takes_part: Vec<usize> = (0..roster.communes.len())
        .filter(|place| roster.communes[*place].takes_part(asked.period))
        .collect();
    let told = levels.into_iter().filter_map(|level| {
        let here = read.communes(asked.period, level, asked.voice);
        let before = earlier.communes(asked.period.before(), level, asked.voice);
        let silent = takes_part.iter().copied().filter(|place| !here.contains(place));
        let before = by_code(roster, &before);
        let reported = |place: &usize| {
            let commune = &roster.communes[*place];
            let bearers = before.get(commune.code.as_str()).into_iter().flatten();
            bearers.into_iter().any(|other| other.is_same(commune))
        };
        let (lost, never): (Vec<usize>, Vec<usize>) = silent.partition(reported);
        let count = lost.len() + never.len();
        let total = takes_part.len();
        let told = |most: usize| {
            let (first, rest) = (most.min(lost.len()), most.saturating_sub(lost.len()));
            let lost = named(roster, &lost, first).map(text::reported_before);
            let never = named(roster, &never, rest.min(never.len()));
            let names: Vec<Text> = lost.into_iter().chain(never).collect();
            text::communes_silent(asked.period, level, count, total, Text::join(&names, "; "))
        };
        let place = Location { file: asked.folder.to_owned(), ..Location::default() };
        let (message, hint) = (told(usize::MAX), text::ask_for_files());
        let problem = Problem::error(Code::NotReported, place, message, hint);
        let problem = problem.briefly((count > MOST_NAMED).then(|| told(MOST_NAMED)));
        let finding = Finding::of_row(problem.as_warning(), Some(level), asked.voice, None);
        (count > 0).then_some(finding)
    });
    told.collect()
}

/// What was read, asked who is in it.
struct Reported<'a>(Vec<&'a Intake>);

impl Reported<'_> {
    /// The levels that anybody speaks of, by whatever voice: who is silent in one is asked
    /// for there.
    fn levels(&self, asked: Asked) -> BTreeSet<Level> {
        let said = self.0.iter().flat_map(|read| &read.submissions);
        said.filter(|said| said.period == asked.period).map(|said| said.level).collect()
    }

    fn communes(&self, period: Period, level: Level, voice: Option<Voice>) -> BTreeSet<usize> {
        let said = self.0.iter().flat_map(|read| &read.submissions);
        let said = said.filter(|said| (said.period, said.level) == (period, level));
        said.filter(|said| voice.is_none_or(|voice| said.voice == voice))
            .map(|said| said.commune)
            .collect()
    }
}

/// So many communes are named to people.
const MOST_NAMED: usize = 20;

/// The first of some communes with their codes, for a name may be borne by several, and how
/// many others there are.
fn named(roster: &Roster, places: &[usize], most: usize) -> Option<Text> {
    let communes = places[..most].iter().map(|place| &roster.communes[*place]);
    let named = communes.map(|commune| format!("{} ({})", commune.name, commune.code));
    let named = named.collect::<Vec<String>>().join(", ");
    match (most, places.len() - most) {
        (0, 0) => None,
        (0, others) => Some(text::and_so_many_communes(others)),
        (_, 0) => Some(Text::same(named)),
        (_, others) => Some(text::codes_and_more(named, others)),
    }
}

/// Some communes by their codes, which may recur.
fn by_code<'r>(
    roster: &'r Roster,
    places: &BTreeSet<usize>,
) -> BTreeMap<&'r str, Vec<&'r Commune>> {
    let mut by_code: BTreeMap<&str, Vec<&Commune>> = BTreeMap::new();
    for commune in places.iter().map(|place| &roster.communes[*place]) {
        by_code.entry(&commune.code).or_default().push(commune);
    }
    by_code
}
