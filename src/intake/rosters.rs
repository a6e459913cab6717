//! Several rosters as one: what they say alike is said once, and each counts in the months
//! of the folders that it lies nearest to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Source;
use super::months::Months;
use super::roster::{Commune, Roster};
use crate::law::Columns;
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
use crate::text;

/// A roster's file.
#[derive(Clone)]
pub struct RosterFile {
    /// The file.
    pub source: Source,
    /// The months of the folders whose nearest roster it is; `None` where some data that it
    /// is the roster of has no such folder.
    pub months: Option<BTreeSet<Period>>,
}

impl From<Source> for RosterFile {
    fn from(source: Source) -> RosterFile {
        RosterFile { source, months: None }
    }
}

/// A roster that was read, to be laid beside others.
pub(super) struct LoadedRoster {
    pub(super) roster: Roster,
    /// The lines of its communes.
    pub(super) lines: Vec<u64>,
    pub(super) file: String,
    pub(super) months: Option<BTreeSet<Period>>,
}

/// One roster of all; what contradicts is told.
pub(super) fn merged(mut all: Vec<LoadedRoster>, problems: &mut Vec<Problem>) -> Roster {
    limit(&mut all);
    let mut whole = Roster::default();
    let mut from: Vec<usize> = Vec::new();
    let files: Vec<String> = all.iter().map(|laid| laid.file.clone()).collect();
    for (number, laid) in all.into_iter().enumerate() {
        whole.incomplete |= laid.roster.incomplete;
        whole.repairs.extend(laid.roster.repairs);
        for (commune, line) in laid.roster.communes.into_iter().zip(laid.lines) {
            let others = || {
                let bearers = whole.of_code(&commune.code).iter().copied();
                bearers.filter(|place| from[*place] != number)
            };
            if let Some(same) = others().find(|place| whole.communes[*place].says_as(&commune)) {
                whole.widen(same, commune.months.as_ref());
                continue;
            }
            let clash = others().find(|place| whole.communes[*place].overlaps(&commune));
            if let Some(place) = clash.filter(|_| !commune.code.is_empty()) {
                problems.push(contradiction(&commune, (&laid.file, line), &files[from[place]]));
            }
            whole.add(commune);
            from.push(number);
        }
    }
    whole
}

fn contradiction(commune: &Commune, (file, line): (&str, u64), other: &str) -> Problem {
    let (file, line, column) = (file.to_owned(), Some(line), Some("code"));
    let place = Location { file, line, column, ..Location::default() };
    let (message, hint) = (text::rosters_differ(&commune.code, other), text::one_roster());
    Problem::error(Code::BadRoster, place, message, hint).with_cell(&commune.code)
}

/// Limits the communes of rosters that have communes in common to the months of each.
fn limit(all: &mut [LoadedRoster]) {
    let groups = groups(all);
    for group in groups.iter().collect::<BTreeSet<_>>() {
        let members = || (0..groups.len()).filter(|number| groups[*number] == *group);
        let months = members().filter_map(|number| all[number].months.as_ref());
        let months: Arc<BTreeSet<Period>> = Arc::new(months.flatten().copied().collect());
        for number in members().collect::<Vec<_>>() {
            let laid = &mut all[number];
            let own = laid.months.take().filter(|own| *own != *months);
            let own = own.map(|own| Months { own, all: Arc::clone(&months) });
            laid.roster.communes.iter_mut().for_each(|commune| commune.months.clone_from(&own));
        }
    }
}

/// For each roster the first one with which it has a commune in common, be it by others.
fn groups(all: &[LoadedRoster]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..all.len()).collect();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, laid) in all.iter().enumerate() {
        for commune in &laid.roster.communes {
            let first = *known.entry(&commune.code).or_insert(number);
            let (one, other) = (groups[first], groups[number]);
            if one != other {
                let (to, gone) = (one.min(other), one.max(other));
                groups.iter_mut().filter(|group| **group == gone).for_each(|group| *group = to);
            }
        }
    }
    groups
}

impl Commune {
    /// Whether both say the same, be it of different months.
    fn says_as(&self, other: &Commune) -> bool {
        let said = |c: &Commune| {
            let words = [&c.district, &c.title_set].map(Clone::clone);
            let days = [c.title_date, c.valid_from, c.valid_to];
            (c.code.clone(), c.name.clone(), c.case.clone(), words, c.title, days)
        };
        said(self) == said(other)
    }
}

impl Roster {
    /// Adds months to a commune; `None`: all.
    fn widen(&mut self, place: usize, more: Option<&Months>) {
        let months = &mut self.communes[place].months;
        let both = months.take().zip(more);
        *months = both.map(|(mut months, more)| {
            months.own.extend(&more.own);
            months
        });
        months.take_if(|months| months.own == *months.all);
    }

    /// Reads roster files, each for its months. `columns`: those of the sets, which say
    /// what regions, groups and classes there are.
    pub fn read_each(files: &[RosterFile], columns: &[&Columns]) -> (Roster, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut all = Vec::new();
        for RosterFile { source, months } in files {
            let (roster, lines, found) = Roster::read_one(source, columns);
            problems.extend(found);
            let (file, months) = (source.name.clone(), months.clone());
            all.push(LoadedRoster { roster, lines, file, months });
        }
        let mut roster = merged(all, &mut problems);
        roster.communes.shrink_to_fit();
        (roster, problems)
    }
}
