//! One indicator by commune and month: its value, then its verdict.

use std::collections::BTreeMap;

use super::months::gap;
use super::{Trending, law_change, level_and_voice};
use crate::analysis::trend::{Line, Point, Reported, Step};
use crate::intake::Observation;
use crate::law::{IndicatorId, ResolvedIndicator};
use crate::period::Period;
use crate::report::commune::{threshold, value};
use crate::report::{Cell, Page, Table, Tone, column, unbroken, words};
use crate::score::{self, PartScore, Status};
use crate::text::{self, Text, trend as say};

/// The blanks beside a cell.
const BLANKS: usize = 3;
/// The sign of a gap.
const GAP: &str = "·";

/// An indicator through the months. A column a month where they fit into `width`, else
/// a row a commune and month.
pub fn indicator(trending: &Trending, id: IndicatorId, width: u16) -> Page {
    let (_, voice) = level_and_voice(trending);
    let grid = Grid::new(trending, id);
    let wide = grid.width() > usize::from(width);
    let table = if wide { grid.long() } else { grid.square() };
    let mut notes = vec![(Tone::Plain, text::legend())];
    notes.extend(gaps(trending));
    notes.extend(trending.renamed(trending.trend.lines.iter()));
    notes.extend(trending.law_notes());
    notes.extend(trending.caveats());
    Page {
        title: say::indicator_title(id, name(trending, id), trending.span(), voice),
        lead: vec![headline(trending, id), thresholds(trending, id), trending.sets()],
        tables: vec![table],
        notes,
    }
}

/// The name under the last set that has it.
fn name(trending: &Trending, id: IndicatorId) -> String {
    let mut laws = trending.months.iter().rev().map(|month| month.common);
    let found = laws.find_map(|law| Some(&law.indicators[law.position(id)?]));
    found.map(|indicator| indicator.name.clone()).unwrap_or_default()
}

/// What the sign of a gap stands for.
fn gaps(trending: &Trending) -> Option<(Tone, Text)> {
    let steps = trending.trend.steps.iter();
    let empty: Vec<String> =
        steps.filter(|step| step.month.is_none()).map(|step| step.period.to_string()).collect();
    let is_silent = |point: &Option<Point>| *point == Some(Point::NotReported);
    let silent = trending.trend.lines.iter().any(|line| line.points.iter().any(is_silent));
    match (empty.is_empty(), silent) {
        (false, _) => Some((Tone::Faint, say::gap_legend(empty.join(", ")))),
        (true, true) => Some((Tone::Faint, say::gap_legend_short())),
        (true, false) => None,
    }
}

/// In how many communes it was met, and is.
fn headline(trending: &Trending, id: IndicatorId) -> Text {
    let Some((first, last)) = trending.ends() else {
        return match trending.with_results().next() {
            Some(one) => say::one_month(one.period),
            None => say::no_month(),
        };
    };
    let met = |month: &super::Scoring| {
        let of = month.tallies.iter().filter_map(|tally| {
            let place = tally.law.position(id)?;
            Some(tally.statuses[place].counts_as_met())
        });
        let all: Vec<bool> = of.collect();
        text::of(all.iter().filter(|met| **met).count(), all.len())
    };
    say::indicator_headline(first.period, last.period, say::from_to(met(first), met(last)))
}

/// What is to be reached, by column of the set where they differ; with the month from
/// which, where it changed.
fn thresholds(trending: &Trending, id: IndicatorId) -> Text {
    let mut columns: BTreeMap<&str, Vec<(Period, Text)>> = BTreeMap::new();
    for month in trending.with_results() {
        for tally in month.tallies {
            let asked = tally.law.position(id).map(|place| asked(&tally.law.indicators[place]));
            let asked = asked.unwrap_or_else(say::not_in_set);
            let runs = columns.entry(&tally.law.column).or_default();
            if runs.last().is_none_or(|(_, last)| *last != asked) {
                runs.push((month.period, asked));
            }
        }
    }
    let run = |runs: &Vec<(Period, Text)>| match &runs[..] {
        [(_, only)] => only.clone(),
        several => {
            let from = several.iter().map(|(from, asked)| say::threshold_from(asked, from));
            Text::join(&from.collect::<Vec<_>>(), "; ")
        }
    };
    let all: Vec<(&str, Text)> =
        columns.iter().map(|(column, runs)| (*column, run(runs))).collect();
    let same = all.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let list = match (all.first(), same) {
        (Some((_, only)), true) => only.clone(),
        _ => {
            let of = all.iter().map(|(column, asked)| say::of_column(column, asked));
            Text::join(&of.collect::<Vec<_>>(), " | ")
        }
    };
    say::thresholds(list)
}

/// The thresholds of all parts.
fn asked(law: &ResolvedIndicator) -> Text {
    let parts = law.require.iter().map(|requirement| match requirement.part.as_str() {
        "" => threshold(law, requirement),
        part => text::of_part(part, threshold(law, requirement)),
    });
    Text::join(&parts.collect::<Vec<_>>(), ", ")
}

/// The sign of a verdict.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::NotMet => "✗",
        Status::Undetermined | Status::Missing => "?",
        Status::NotApplicable => "–",
    }
}

/// What a commune said in a month: a line per part, value before verdict.
struct Said {
    lines: Vec<Text>,
    status: Option<Status>,
}

fn said(trending: &Trending, id: IndicatorId, reported: &Reported) -> Said {
    let submission = &trending.months[reported.month].submissions[reported.tally];
    let Some(place) = submission.law.position(id) else {
        return Said { lines: vec![say::not_in_set()], status: None };
    };
    let card = score::score(submission);
    let law = &submission.law.indicators[place];
    let status = card.indicators[place].status;
    let parts = law.require.iter().zip(card.parts(place)).map(|(requirement, part)| {
        let status = if law.require.len() > 1 {
            score::status(requirement, &part.observation)
        } else {
            status
        };
        let value = shown(law, requirement, part, status);
        match requirement.part.as_str() {
            "" => say::marked(value, sign(status)),
            name => say::part_marked(name, value, sign(status)),
        }
    });
    Said { lines: parts.collect(), status: Some(status) }
}

/// The value, or the words for there being none.
fn shown(
    law: &ResolvedIndicator,
    requirement: &crate::law::Requirement,
    part: &PartScore,
    status: Status,
) -> Text {
    match part.observation {
        Observation::Nothing => words::status(match status {
            Status::Undetermined => Status::Undetermined,
            _ => Status::Missing,
        }),
        _ => value(law, requirement, part),
    }
}

fn tone(status: Option<Status>) -> Tone {
    match status {
        Some(Status::Met) => Tone::Good,
        Some(Status::NotMet) => Tone::Bad,
        Some(Status::Missing | Status::Undetermined) | None => Tone::Doubt,
        Some(Status::NotApplicable) => Tone::Faint,
    }
}

/// Communes by steps.
struct Grid<'t> {
    trending: &'t Trending<'t>,
    lines: Vec<(&'t Line, Vec<Option<Said>>)>,
}

impl<'t> Grid<'t> {
    fn new(trending: &'t Trending, id: IndicatorId) -> Grid<'t> {
        let of_line = |line: &'t Line| {
            let points = line.points.iter().map(|point| match point {
                Some(Point::Reported(reported)) => Some(said(trending, id, reported)),
                _ => None,
            });
            (line, points.collect::<Vec<_>>())
        };
        let lines = trending.trend.lines.iter();
        let reported = lines.filter(|line| line.reported().next().is_some());
        Grid { trending, lines: reported.map(of_line).collect() }
    }

    /// The steps that are columns: months in a row without data are one.
    fn columns(&self) -> Vec<&'t Step> {
        let steps = &self.trending.trend.steps;
        let again = |place: usize| place > 0 && steps[place - 1].month.is_none();
        let shown = |(place, step): &(usize, &Step)| step.month.is_some() || !again(*place);
        steps.iter().enumerate().filter(shown).map(|(_, step)| step).collect()
    }

    /// The characters of the widest row, with a column a month.
    fn width(&self) -> usize {
        let characters = |text: &Text| text.get(text::Lang::Vi).chars().count();
        let names = self.lines.iter().map(|(line, _)| self.trending.name(line).chars().count());
        let month = |place: usize| {
            let said = self.lines.iter().filter_map(|(_, points)| points[place].as_ref());
            let widest = said.flat_map(|said| &said.lines).map(characters).max();
            let head = "2022-05".len();
            widest.map_or(GAP.len(), |widest| widest.max(head)) + BLANKS
        };
        let steps = 0..self.trending.trend.steps.len();
        names.max().unwrap_or(0) + BLANKS + steps.map(month).sum::<usize>()
    }

    /// A row a commune, a column a month.
    fn square(&self) -> Table {
        let steps = &self.trending.trend.steps;
        let columns = self.columns();
        let place = |step: &Step| steps.iter().position(|other| other.period == step.period);
        let head = |step: &&Step| match step.month {
            Some(_) => unbroken(Text::same(step.period)),
            None => column(Text::same("…")),
        };
        let rows = self.lines.iter().map(|(line, points)| {
            let name = Cell::same(self.trending.name(line));
            let cells = columns.iter().map(|step| {
                match place(step).and_then(|place| points[place].as_ref()) {
                    Some(said) => Cell::lines(said.lines.clone()).tone(tone(said.status)),
                    None => Cell::same(GAP).tone(Tone::Faint),
                }
            });
            std::iter::once(name).chain(cells).collect()
        });
        let names = std::iter::once(unbroken(text::commune()));
        Table {
            caption: None,
            rows: rows.collect(),
            columns: names.chain(columns.iter().map(head)).collect(),
        }
    }

    /// A row a commune and month.
    fn long(&self) -> Table {
        let columns = vec![
            unbroken(text::commune()),
            unbroken(say::month()),
            column(text::value()),
            column(say::remark()),
        ];
        let mut rows = Vec::new();
        for (line, points) in &self.lines {
            let steps = self.trending.trend.steps.iter().zip(&line.points).zip(points);
            for ((step, point), said) in steps.filter(|((_, point), _)| point.is_some()) {
                rows.push(self.row(line, step, *point, said.as_ref()));
            }
        }
        Table { caption: None, columns, rows }
    }

    fn row(
        &self,
        line: &Line,
        step: &Step,
        point: Option<Point>,
        said: Option<&Said>,
    ) -> Vec<Cell> {
        let name = Cell::same(self.trending.name(line));
        let Some(said) = said else {
            let why = match point {
                Some(Point::NotReported) => say::not_reported(),
                _ => say::no_data(),
            };
            return std::iter::once(name).chain(gap(step.period, 3, why)).collect();
        };
        vec![
            name,
            Cell::same(step.period),
            Cell::lines(said.lines.clone()).tone(tone(said.status)),
            Cell::lines(law_change(&step.change)).tone(Tone::Doubt),
        ]
    }
}
