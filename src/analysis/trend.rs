//! Months side by side: what every commune met in each, what the law changed between
//! them, and where the last ones lead if they go on.
//!
//! A month without data, and a commune that has not reported in one, is a gap: never
//! zero, and never filled from its neighbours.

mod law;
mod line;
mod months;
mod outlook;

pub use law::{Cause, LawChange, LawShift};
pub use line::{Line, Point, Step};
pub use months::{Met, Month, Reported, Series};
pub use outlook::{Expected, MOST_MONTHS, Outlook, Total, Why};

use std::collections::{BTreeMap, HashMap};

use self::law::Shifts;
use crate::exact::Exact;
use crate::period::Period;
use crate::score::Tally;

/// Months side by side.
#[derive(Clone, Debug)]
pub struct Trend {
    /// Every calendar month from the first to the last.
    pub steps: Vec<Step>,
    /// The communes, in the order of the roster.
    pub lines: Vec<Line>,
    /// Whether all results go by one base set.
    pub one_set: bool,
    /// Where the last months lead.
    pub outlook: Outlook,
}

/// Criteria that came or went between two months, by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// Met now, and not before.
    pub completed: Vec<usize>,
    /// Met before, and no longer.
    pub lost: Vec<usize>,
}

/// Two months over the communes that have reported in both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// How many communes these are.
    pub communes: usize,
    /// The first month; `None` with no commune.
    pub from: Option<Means>,
    /// The second.
    pub to: Option<Means>,
}

/// What communes met in a month on average.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    pub criteria: Exact,
    pub indicators: Exact,
    /// How many communes met all criteria.
    pub achieved: usize,
}

impl Means {
    fn over(all: &[&Reported]) -> Option<Means> {
        let mean = |of: fn(&Reported) -> Met| {
            Exact::ratio(all.iter().map(|reported| of(reported).met).sum::<usize>(), all.len())
        };
        let complete = |of: &&&Reported| of.criteria.met == of.criteria.total;
        Some(Means {
            criteria: mean(|reported| reported.criteria)?,
            indicators: mean(|reported| reported.indicators)?,
            achieved: all.iter().filter(complete).count(),
        })
    }
}

impl Trend {
    /// Two months over the communes that have reported in both: means over other communes
    /// do not compare.
    pub fn between(&self, from: Period, to: Period) -> Between {
        let step = |period| self.steps.iter().position(|step| step.period == period);
        let Some((from, to)) = step(from).zip(step(to)) else {
            return Between::default();
        };
        let at = |line: &'_ Line, step: usize| match line.points.get(step) {
            Some(Some(Point::Reported(reported))) => Some(*reported),
            _ => None,
        };
        let pairs: Vec<(Reported, Reported)> =
            self.lines.iter().filter_map(|line| at(line, from).zip(at(line, to))).collect();
        let [from, to] = [
            pairs.iter().map(|(from, _)| from).collect::<Vec<_>>(),
            pairs.iter().map(|(_, to)| to).collect(),
        ];
        Between { communes: pairs.len(), from: Means::over(&from), to: Means::over(&to) }
    }
}

/// The criteria that came or went; `None` between results under different base sets.
pub fn moves(before: &Tally, now: &Tally) -> Option<Moves> {
    if before.law.set != now.law.set {
        return None;
    }
    let mut moves = Moves::default();
    for place in 0..now.law.criteria.len() {
        match (before.criterion_met(place), now.criterion_met(place)) {
            (false, true) => moves.completed.push(place),
            (true, false) => moves.lost.push(place),
            _ => {}
        }
    }
    Some(moves)
}

/// Puts months side by side.
pub fn trend(series: &Series) -> Trend {
    let mut steps = steps(series);
    let lines = lines(series, &steps);
    tell_changes(&mut steps, &lines, series);
    let mut sets = series.months.iter().filter(|month| !month.tallies.is_empty());
    let first = sets.next().map(|month| &month.common.set);
    let one_set = sets.all(|month| Some(&month.common.set) == first);
    let outlook = outlook::outlook(series, &steps, &lines);
    Trend { steps, lines, one_set, outlook }
}

/// Every calendar month, those without data too.
fn steps(series: &Series) -> Vec<Step> {
    let months = series.months;
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return Vec::new();
    };
    let periods = std::iter::successors(Some(first.period), |period| period.after());
    let steps = periods.take_while(|period| *period <= last.period).map(|period| {
        let place = months.iter().position(|month| month.period == period);
        Step { period, month: place, change: LawChange::default() }
    });
    steps.collect()
}

/// What changed for the communes in each step, by what changed for each.
fn tell_changes(steps: &mut [Step], lines: &[Line], series: &Series) {
    let mut before: Option<&Month> = None;
    for (place, step) in steps.iter_mut().enumerate() {
        let month = step.month.map(|month| &series.months[month]);
        let Some(now) = month.filter(|month| !month.tallies.is_empty()) else {
            continue;
        };
        let mut compared = false;
        for line in lines {
            step.change.add(&line.shifts[place]);
            let reported = matches!(line.points[place], Some(Point::Reported(_)));
            compared |= reported && line.before(place).is_some();
        }
        if let (Some(before), false) = (before, compared) {
            step.change = LawChange::of_one(&LawShift::between(before.common, now.common));
        }
        before = Some(now);
    }
}

fn lines(series: &Series, steps: &[Step]) -> Vec<Line> {
    let of_commune = |month: &Month| -> HashMap<usize, usize> {
        month.tallies.iter().enumerate().map(|(place, tally)| (tally.commune, place)).collect()
    };
    let tallies: Vec<HashMap<usize, usize>> = series.months.iter().map(of_commune).collect();
    let point = |step: &Step, bearers: &[usize]| {
        let communes = &series.roster.communes;
        let commune = bearers.iter().find(|place| communes[**place].takes_part(step.period))?;
        let Some(month) = step.month else {
            return Some(Point::NoData);
        };
        let found = tallies[month].get(commune);
        Some(found.map_or(Point::NotReported, |tally| {
            Point::Reported(reported(month, *tally, &series.months[month].tallies[*tally]))
        }))
    };
    let mut lines = Vec::new();
    let mut shifts = Shifts::default();
    for (code, bearers) in bearers(series, steps) {
        let points: Vec<_> = steps.iter().map(|step| point(step, &bearers)).collect();
        let shifts = shifts_of(&points, series.months, &mut shifts);
        lines.push(Line { code: code.to_owned(), communes: bearers, points, shifts });
    }
    lines
}

/// What the law changed for a commune between its reports.
fn shifts_of(points: &[Option<Point>], months: &[Month], known: &mut Shifts) -> Vec<LawShift> {
    let mut before: Option<Reported> = None;
    let shifts = points.iter().map(|point| {
        let Some(Point::Reported(now)) = point else {
            return LawShift::default();
        };
        let last = before.replace(*now);
        last.map(|last| known.between(months, &last, now)).unwrap_or_default()
    });
    shifts.collect()
}

fn reported(month: usize, place: usize, tally: &Tally) -> Reported {
    Reported {
        month,
        tally: place,
        criteria: Met { met: tally.criteria_met(), total: tally.law.criteria.len() },
        indicators: Met { met: tally.counts().met, total: tally.law.indicators.len() },
    }
}

/// The codes asked for, in the order of the roster, with the entries of one commune that
/// bear them in any of the months, in order of time.
fn bearers<'a>(series: &Series<'a>, steps: &[Step]) -> Vec<(&'a str, Vec<usize>)> {
    let communes = &series.roster.communes;
    let mut lines: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut all: Vec<(&str, Vec<usize>)> = Vec::new();
    for (place, commune) in communes.iter().enumerate() {
        let asked = series.chosen.is_empty() || series.chosen.contains(&place);
        if asked && steps.iter().any(|step| commune.takes_part(step.period)) {
            let known = lines.entry(&commune.code).or_default();
            let same = |line: &&usize| all[**line].1.iter().any(|p| communes[*p].is_same(commune));
            match known.iter().find(same).copied() {
                Some(line) => all[line].1.push(place),
                None => {
                    known.push(all.len());
                    all.push((&commune.code, vec![place]));
                }
            }
        }
    }
    for (_, bearers) in &mut all {
        bearers.sort_by_key(|place| communes[*place].valid_from);
    }
    all
}
