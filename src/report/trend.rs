//! Months side by side: the overview, a commune's months, an indicator's, and where the
//! last ones lead, which is kept apart from results.

mod commune;
mod course;
mod grid;
mod indicator;
mod months;
mod outlook;

pub use commune::commune;
pub use indicator::indicator;
pub use months::overview;
pub use outlook::outlook;

use std::collections::BTreeSet;

use super::communes::{caveats, sets_used};
use super::{Cell, Scoring, Tone, two, words};
use crate::analysis::trend::{Cause, LawChange, LawShift, Line, Met, Reported, Trend, Why};
use crate::distinct::distinct;
use crate::exact::Exact;
use crate::law::{IndicatorId, LayerUse};
use crate::score::Tally;
use crate::text::{self, Figure, Text, trend as say};

/// So many names are listed before "and so many more".
const MOST_NAMES: usize = 30;

/// So many indicators whose threshold changed are listed.
const MOST_IDS: usize = 6;

/// The results of several months, with what follows from them.
#[derive(Clone, Copy, Debug)]
pub struct TrendReport<'a> {
    /// The months with data, in order; at least one.
    pub months: &'a [Scoring<'a>],
    /// What follows.
    pub trend: &'a Trend,
}

impl<'a> TrendReport<'a> {
    /// The last month: what is common to all is said of it.
    pub fn last(&self) -> &'a Scoring<'a> {
        &self.months[self.months.len() - 1]
    }

    /// The result behind a report.
    pub fn tally(&self, reported: &Reported) -> &'a Tally {
        &self.months[reported.month].tallies[reported.tally]
    }

    /// The name of a commune as it is called last.
    pub fn name(&self, line: &Line) -> &'a str {
        let last = line.communes.last();
        last.map_or("", |place| self.last().roster.communes[*place].name.as_str())
    }

    /// The months that have results.
    pub(super) fn with_results(&self) -> impl DoubleEndedIterator<Item = &'a Scoring<'a>> {
        self.months.iter().filter(|month| !month.tallies.is_empty())
    }

    /// The first and the last month that have results, where they are two.
    pub(crate) fn ends(&self) -> Option<(&'a Scoring<'a>, &'a Scoring<'a>)> {
        let (first, last) = (self.with_results().next()?, self.with_results().next_back()?);
        (first.period != last.period).then_some((first, last))
    }

    /// From the first month to the last.
    fn span(&self) -> Text {
        let [first, last] = [self.months[0].period, self.last().period];
        if first == last { Text::same(first) } else { text::from_to(first, last) }
    }

    /// A figure with its total, and in percent where months go by different sets.
    fn of_total(&self, met: Met) -> Text {
        self.of_mean(&Exact::from(met.met), met.total)
    }

    fn of_mean(&self, met: &Exact, total: usize) -> Text {
        let number = text::out_of(two(met), total);
        let percent = (met * &Exact::HUNDRED).checked_div(&Exact::from(total));
        match percent.filter(|_| !self.trend.one_set) {
            Some(percent) => say::number_and_percent(number, two(&percent)),
            None => number,
        }
    }

    /// A mean; with its total and in percent where months go by different sets.
    fn mean(&self, mean: &Exact, total: usize) -> Text {
        if self.trend.one_set { say::number(two(mean)) } else { self.of_mean(mean, total) }
    }

    /// From the first report of a commune to the last: `10 → 16`, in percent where the
    /// months go by different sets.
    fn course(&self, line: &Line, of: fn(&Reported) -> Met) -> Text {
        let figure = |met: Met| {
            if self.trend.one_set {
                Text::same(met.met)
            } else {
                text::percent(two(&met.percent()))
            }
        };
        match (line.reported().next(), line.reported().next_back()) {
            (Some((from, first)), Some((to, last))) if from != to => {
                say::from_to(figure(of(first)), figure(of(last)))
            }
            (Some((_, only)), _) => self.of_total(of(only)),
            _ => Text::default(),
        }
    }

    /// All layers that any month used.
    fn sets(&self) -> Text {
        let used = self.with_results().flat_map(|month| month.summary.layers.iter().cloned());
        let layers: Vec<LayerUse> = distinct(used);
        if layers.is_empty() { sets_used(&self.last().summary.layers) } else { sets_used(&layers) }
    }

    /// What keeps the results from being final, each once; by month where it differs.
    fn caveats(&self) -> Vec<(Tone, Text)> {
        let mut months: Vec<&Scoring> = self.with_results().collect();
        if months.is_empty() {
            months.push(self.last());
        }
        // Each note with the run of months that it is said of.
        let mut runs: Vec<(Tone, Text, usize, usize)> = Vec::new();
        for (place, month) in months.iter().enumerate() {
            for (tone, note) in caveats(month) {
                let is_same =
                    |run: &&mut (Tone, Text, usize, usize)| run.1 == note && run.3 + 1 == place;
                match runs.iter_mut().find(is_same) {
                    Some(run) => run.3 = place,
                    None => runs.push((tone, note, place, place)),
                }
            }
        }
        let said = runs.into_iter().map(|(tone, note, first, last)| {
            let [from, to] = [first, last].map(|place| months[place].period);
            match (first, last + 1 == months.len()) {
                (0, true) => (tone, note),
                _ if first == last => (tone, say::in_month(from, note)),
                _ => (tone, say::in_month(text::from_to(from, to), note)),
            }
        });
        said.collect()
    }

    /// What changed by each step for the communes shown.
    fn changes(&self) -> impl Iterator<Item = (usize, LawChange)> {
        self.trend.steps.iter().map(|step| step.change.clone()).enumerate()
    }

    /// What must be said of months under different law: `changes` by step.
    fn law_notes(&self, changes: impl Iterator<Item = (usize, LawChange)>) -> Vec<(Tone, Text)> {
        let mut notes = Vec::new();
        if !self.trend.one_set {
            notes.push((Tone::Doubt, say::sets_note()));
        }
        let months = changes.filter_map(|(step, change)| {
            let causes = causes(&change)?;
            Some(say::month_and_causes(self.trend.steps[step].period, causes))
        });
        let list = Text::join(&months.collect::<Vec<_>>(), "; ");
        if list != Text::default() {
            notes.push((Tone::Doubt, say::changed_by_month(list)));
        }
        notes
    }

    /// Codes that had several names.
    fn renamed<'l>(&self, lines: impl Iterator<Item = &'l Line>) -> Vec<(Tone, Text)> {
        let communes = &self.last().roster.communes;
        // Of one name and one time it is the rosters of months that differ.
        let named = |place: &usize| {
            let commune = &communes[*place];
            (&commune.name, commune.valid_from, commune.valid_to)
        };
        let several = lines
            .filter(|line| line.communes.windows(2).any(|pair| named(&pair[0]) != named(&pair[1])));
        let note = |line: &Line| {
            let names = line.communes.iter().map(|place| match communes[*place].valid_to {
                Some(until) => say::was_named(&communes[*place].name, until),
                None => Text::same(&communes[*place].name),
            });
            let names = Text::join(&names.collect::<Vec<_>>(), "; ");
            (Tone::Doubt, say::renamed(&line.code, names))
        };
        several.map(note).collect()
    }

    /// Why nothing can be said of some communes, by reason.
    fn reasons(&self) -> Vec<(Why, Vec<&'a str>)> {
        let of = |why: Why| {
            let pairs = self.trend.lines.iter().zip(&self.trend.outlook.lines);
            let names = pairs.filter(|(_, expected)| expected.as_ref().err() == Some(&why));
            (why, names.map(|(line, _)| self.name(line)).collect::<Vec<_>>())
        };
        Why::ALL.into_iter().map(of).filter(|(_, names)| !names.is_empty()).collect()
    }
}

/// Names, the first ones where there are many.
fn listed(names: &[&str]) -> Text {
    let first = names[..names.len().min(MOST_NAMES)].join(", ");
    match names.len() {
        count if count <= MOST_NAMES => Text::same(first),
        count => text::codes_and_more(first, count - MOST_NAMES),
    }
}

/// What the law changed in a month; nothing where it did not.
fn law_change(change: &LawChange) -> Vec<Text> {
    let other_column = change.causes.iter().filter(|(cause, _)| **cause != Cause::Law);
    let other_column: usize = other_column.map(|(_, (communes, _))| communes).sum();
    let by_law = change.causes.contains_key(&Cause::Law);
    let set = change.set.then(say::set_changed);
    let law = by_law.then(say::law_changed);
    let column = (other_column > 0).then(|| say::so_many_other_column(other_column));
    set.into_iter().chain(law).chain(column).collect()
}

/// What changed for one commune; nothing where nothing did.
fn shift(shift: &LawShift) -> Option<Text> {
    match &shift.cause {
        _ if shift.set => Some(say::set_changed()),
        _ if !shift.any() => None,
        Cause::Law => Some(say::law_changed()),
        Cause::Column { from, to, .. } => Some(say::column_changed(from, to)),
    }
}

/// Why something else must be reached, by how many communes, and in what; nothing where
/// another set says all there is. Of one commune, and of the whole country, no number is
/// given.
fn causes(change: &LawChange) -> Option<Text> {
    let said = change.causes.iter().map(|(cause, (communes, indicators))| {
        let ids = listed_ids(indicators);
        let cause = match cause {
            Cause::Law => say::by_law(ids),
            Cause::Column { from, to, layers: false } => say::by_column(from, to, ids),
            Cause::Column { from, to, layers: true } => say::by_column_and_law(from, to, ids),
        };
        if *communes == 0 { cause } else { say::for_communes(communes, cause) }
    });
    let said: Vec<Text> = said.collect();
    (!said.is_empty()).then(|| Text::join(&said, ", "))
}

/// Indicators, the first ones where there are many.
fn listed_ids(indicators: &BTreeSet<IndicatorId>) -> Text {
    let ids: Vec<String> = indicators.iter().map(ToString::to_string).collect();
    let first = ids[..ids.len().min(MOST_IDS)].join(", ");
    match ids.len() {
        count if count <= MOST_IDS => Text::same(first),
        count => say::ids_and_more(first, count - MOST_IDS),
    }
}

/// How a figure moved: `+3`, `−2`, `0`; in percentage points where the sets differ.
fn change(trend_report: &TrendReport, first: Met, last: Met) -> Cell {
    let (change, of_percent) = if trend_report.trend.one_set {
        (&Exact::from(last.met) - &Exact::from(first.met), false)
    } else {
        (&last.percent() - &first.percent(), true)
    };
    let tone = match (change.is_negative(), change.is_zero()) {
        (true, _) => Tone::Bad,
        (_, true) => Tone::Plain,
        _ => Tone::Good,
    };
    let figure: Figure = two(&change);
    let signed = match tone {
        Tone::Good => say::plus(figure),
        _ => say::number(figure),
    };
    let words = if of_percent { text::percentage_points(signed) } else { signed };
    Cell::words(words).tone(tone)
}

/// The level and whose word was taken, for titles.
fn level_and_voice(trend_report: &TrendReport) -> (Text, Text) {
    let last = trend_report.last();
    (words::level(last.level), words::voice(last.voice))
}
