//! Communes of two periods matched by their codes, and those that cannot be.

use std::collections::HashMap;

use super::side::Side;
use crate::intake::Commune;
use crate::named::named;

named! {
    /// Why a commune has no result on a side.
    pub Absence {
        /// It takes part in the period, and has not reported.
        NotReported "not_reported"
        /// It is in the roster, and does not exist on the period's last day.
        NotTakingPart "not_taking_part"
        /// The roster has no such code.
        NotInRoster "not_in_roster"
    }
}

/// A commune with a result on one side only: its place in that side's roster, and why
/// the other has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its place in the roster of the side that has a result.
    pub place: usize,
    /// Why the other side has none.
    pub why: Absence,
}

/// Why two entries of the rosters are to be looked at by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// One code, two names.
    OtherName,
    /// One code, two entries that do not exist at one time.
    OtherEntry,
    /// One code, two names, at no time together: it was given to another commune. They are
    /// not compared.
    OtherCommune,
    /// One name, two codes, each in one period only. They are not compared.
    OtherCode,
}

impl Doubt {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Doubt::OtherName | Doubt::OtherCommune => "other_name",
            Doubt::OtherEntry => "other_entry",
            Doubt::OtherCode => "other_code",
        }
    }

    /// Whether the two are compared all the same: only where they may be one commune.
    pub fn is_compared(self) -> bool {
        matches!(self, Doubt::OtherName | Doubt::OtherEntry)
    }
}

/// Two entries, by their places in the rosters, that may be one commune renamed or
/// merged, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The place in the old roster.
    pub old: usize,
    /// The place in the new roster.
    pub new: usize,
    pub doubt: Doubt,
}

/// The communes of two sides.
pub(super) struct Matched {
    /// The places of the results of one commune on both sides.
    pub(super) both: Vec<(usize, usize)>,
    pub(super) only_old: Vec<Absent>,
    pub(super) only_new: Vec<Absent>,
    pub(super) renamed: Vec<Renamed>,
}

/// Matches the results of two sides by code, in the order of the new side. A code that was
/// given to another commune matches nothing.
pub(super) fn matched(old: &Side, new: &Side) -> Matched {
    let (old_codes, new_codes) = (codes(old), codes(new));
    let (mut both, mut renamed) = (Vec::new(), Vec::new());
    for (place, tally) in new.tallies.iter().enumerate() {
        let commune = &new.roster.communes[tally.commune];
        let Some(earlier) = old_codes.get(commune.code.as_str()) else {
            continue;
        };
        let before = old.tallies[*earlier].commune;
        if old.roster.communes[before].is_same(commune) {
            both.push((*earlier, place));
        }
        if let Some(doubt) = doubt(&old.roster.communes[before], commune) {
            renamed.push(Renamed { old: before, new: tally.commune, doubt });
        }
    }
    let (only_old, only_new) = (only(old, new, &new_codes), only(new, old, &old_codes));
    renamed.extend(recoded(old, new));
    Matched { both, only_old, only_new, renamed }
}

/// The places of the results by code.
fn codes<'a>(side: &'a Side) -> HashMap<&'a str, usize> {
    let code = |commune: usize| side.roster.communes[commune].code.as_str();
    side.tallies.iter().enumerate().map(|(place, tally)| (code(tally.commune), place)).collect()
}

/// What speaks against two entries of one code being one commune.
fn doubt(old: &Commune, new: &Commune) -> Option<Doubt> {
    match (old.name_key() == new.name_key(), old.overlaps(new)) {
        (false, _) if !old.is_same(new) => Some(Doubt::OtherCommune),
        (false, _) => Some(Doubt::OtherName),
        (true, false) => Some(Doubt::OtherEntry),
        (true, true) => None,
    }
}

/// The communes with a result on `side` and none on `other`.
fn only(side: &Side, other: &Side, reported: &HashMap<&str, usize>) -> Vec<Absent> {
    let communes = &other.roster.communes;
    let silent = Bearers::by_code(other, other.not_reported.iter().copied());
    let known = Bearers::by_code(other, 0..communes.len());
    let places = side.tallies.iter().map(|tally| tally.commune);
    let absent = places.filter_map(|place| {
        let commune = &side.roster.communes[place];
        let there = reported.get(commune.code.as_str());
        let there = there.map(|place| &communes[other.tallies[*place].commune]);
        let why = match () {
            () if there.is_some_and(|there| there.is_same(commune)) => return None,
            () if silent.have(commune) => Absence::NotReported,
            () if known.have(commune) => Absence::NotTakingPart,
            () => Absence::NotInRoster,
        };
        Some(Absent { place, why })
    });
    absent.collect()
}

/// Entries of a roster by their codes.
struct Bearers<'a>(HashMap<&'a str, Vec<&'a Commune>>);

impl<'a> Bearers<'a> {
    fn by_code(side: &Side<'a>, places: impl Iterator<Item = usize>) -> Bearers<'a> {
        let mut bearers: HashMap<&str, Vec<&Commune>> = HashMap::new();
        for commune in places.map(|place| &side.roster.communes[place]) {
            bearers.entry(&commune.code).or_default().push(commune);
        }
        Bearers(bearers)
    }

    /// Whether a commune of another roster is among them.
    fn have(&self, commune: &Commune) -> bool {
        let bearers = self.0.get(commune.code.as_str()).into_iter().flatten();
        bearers.into_iter().any(|other| other.is_same(commune))
    }
}

/// Communes that take part in one period only, under a name that a commune of another
/// code has in the other period only.
fn recoded(old: &Side, new: &Side) -> Vec<Renamed> {
    let mut come: HashMap<String, Vec<usize>> = HashMap::new();
    for place in alone(new, old) {
        come.entry(new.roster.communes[place].name_key()).or_default().push(place);
    }
    let mut pairs = Vec::new();
    for gone in alone(old, new) {
        let before = &old.roster.communes[gone];
        let named = come.get(&before.name_key()).map_or(&[][..], Vec::as_slice);
        let there = |place: &&usize| same_province(before, &new.roster.communes[**place]);
        let pair = |new: &usize| Renamed { old: gone, new: *new, doubt: Doubt::OtherCode };
        pairs.extend(named.iter().filter(there).map(pair));
    }
    pairs
}

/// Those who take part on `side` and not on `other`.
fn alone(side: &Side, other: &Side) -> Vec<usize> {
    let there = Bearers::by_code(other, taking_part(other));
    taking_part(side).filter(|place| !there.have(&side.roster.communes[*place])).collect()
}

fn taking_part<'a>(side: &'a Side) -> impl Iterator<Item = usize> + 'a {
    side.tallies.iter().map(|tally| tally.commune).chain(side.not_reported.iter().copied())
}

/// Names recur in other provinces; where one is not known, the name alone speaks.
fn same_province(one: &Commune, other: &Commune) -> bool {
    one.case.province.as_ref().zip(other.case.province.as_ref()).is_none_or(|(a, b)| a == b)
}
