//! An indicator's values and verdicts, communes by months.

use std::ops::Range;

use super::{TrendReport, shift};
use crate::analysis::trend::{Line, Point, Reported};
use crate::distinct::distinct;
use crate::law::{IndicatorId, Value};
use crate::report::commune::{beside_threshold, value};
use crate::report::{Cell, Table, Tone, at_least, unbroken};
use crate::score::{self, Status};
use crate::text::{self, Text, trend as say};

/// The blanks beside a cell.
const BLANKS: usize = 3;
/// The characters of a month, of most values, and of the words of a remark.
const MONTH: u16 = 7;
const VALUE: u16 = 9;
const REMARK: u16 = 8;
/// The sign of a gap.
const GAP: &str = "·";

/// The sign of a verdict.
fn sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::NotMet => "✗",
        Status::Undetermined | Status::Missing => "?",
        Status::NotApplicable => "–",
    }
}

/// What a commune said of a part in a month: value before verdict.
struct PartVerdict {
    part: String,
    words: Text,
    status: Option<Status>,
}

/// What a commune said of every part.
fn part_verdicts(
    trend_report: &TrendReport,
    id: IndicatorId,
    reported: &Reported,
) -> Vec<PartVerdict> {
    let submission = &trend_report.months[reported.month].submissions[reported.tally];
    let Some(place) = submission.law.position(id) else {
        return vec![PartVerdict { part: String::new(), words: say::not_in_set(), status: None }];
    };
    let card = score::score(submission);
    let law = &submission.law.indicators[place];
    let parts = law.require.iter().zip(card.parts(place)).map(|(requirement, part)| {
        let status = match law.require.len() {
            1 => card.indicators[place].status,
            _ => score::status(requirement, &part.observation),
        };
        let words = match part.observation.value().as_deref() {
            // The sign says all there is.
            None => Text::same(sign(status)),
            // The unit stands with the threshold, above.
            Some(Value::Number(number)) if requirement.unit != "%" => {
                text::side_by_side(beside_threshold(number, requirement), sign(status))
            }
            Some(_) => text::side_by_side(value(law, requirement, part), sign(status)),
        };
        PartVerdict { part: requirement.part.clone(), words, status: Some(status) }
    });
    parts.collect()
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
pub(super) struct IndicatorGrid<'t> {
    trend_report: &'t TrendReport<'t>,
    /// With what they said in each step.
    lines: Vec<(&'t Line, Vec<Vec<PartVerdict>>)>,
    id: IndicatorId,
    /// The parts of the indicator, in the order of the law.
    parts: Vec<String>,
}

impl<'t> IndicatorGrid<'t> {
    pub(super) fn new(trend_report: &'t TrendReport, id: IndicatorId) -> IndicatorGrid<'t> {
        let of_line = |line: &'t Line| {
            let points = line.points.iter().map(|point| match point {
                Some(Point::Reported(reported)) => part_verdicts(trend_report, id, reported),
                _ => Vec::new(),
            });
            (line, points.collect::<Vec<_>>())
        };
        let lines = trend_report.trend.lines.iter();
        let reported = lines.filter(|line| line.reported().next().is_some());
        let lines: Vec<_> = reported.map(of_line).collect();
        let said = lines.iter().flat_map(|(_, points)| points).flatten();
        let parts = distinct(said.map(|said| said.part.clone()));
        IndicatorGrid { trend_report, lines, id, parts }
    }

    /// The runs of steps that are columns: months in a row without data are one.
    fn runs(&self) -> Vec<Range<usize>> {
        let steps = &self.trend_report.trend.steps;
        let mut runs: Vec<Range<usize>> = Vec::new();
        for place in 0..steps.len() {
            let gap = |place: usize| steps[place].month.is_none();
            match runs.last_mut() {
                Some(run) if gap(place) && gap(run.start) => run.end = place + 1,
                _ => runs.push(place..place + 1),
            }
        }
        runs
    }

    /// Whether parts have columns of their own.
    fn has_parts(&self) -> bool {
        self.parts.len() > 1
    }

    /// The characters of the widest row, with a column a month.
    pub(super) fn width(&self) -> usize {
        let widest = |words: &mut dyn Iterator<Item = usize>| words.max().unwrap_or(0) + BLANKS;
        let characters = |text: &Text| text.get(text::Lang::Vi).chars().count();
        let names = self.lines.iter().map(|(line, _)| self.trend_report.name(line).chars().count());
        let columns = self.runs().into_iter().map(|run| {
            let head = self.head(&run).get(text::Lang::Vi).chars().count();
            let said = self.lines.iter().flat_map(|(_, points)| &points[run.start]);
            widest(&mut said.map(|said| characters(&said.words)).chain([head]))
        });
        let parts = self.parts.iter().map(|part| part.chars().count());
        let parts = if self.has_parts() { widest(&mut parts.into_iter()) } else { 0 };
        widest(&mut names.into_iter()) + parts + columns.sum::<usize>()
    }

    fn head(&self, run: &Range<usize>) -> Text {
        let step = &self.trend_report.trend.steps[run.start];
        match step.month {
            Some(_) => Text::same(step.period),
            None => Text::same("…"),
        }
    }

    /// A row a commune and part, a column a month.
    pub(super) fn square(&self) -> Table {
        let runs = self.runs();
        let mut columns = vec![unbroken(text::commune())];
        if self.has_parts() {
            columns.push(unbroken(say::part()));
        }
        columns.extend(runs.iter().map(|run| unbroken(self.head(run))));
        let mut rows = Vec::new();
        for (line, points) in &self.lines {
            for (place, part) in self.parts.iter().enumerate() {
                let name = match place {
                    0 => Cell::same(self.trend_report.name(line)),
                    _ => Cell::default(),
                };
                let part_cell = self.has_parts().then(|| Cell::same(part));
                let cells = runs.iter().map(|run| cell(&points[run.start], part));
                rows.push(std::iter::once(name).chain(part_cell).chain(cells).collect());
            }
        }
        Table { caption: None, columns, rows }
    }

    /// A row a commune and month.
    pub(super) fn long(&self) -> Table {
        let mut columns = vec![unbroken(text::commune()), at_least(say::month(), MONTH)];
        columns.extend(self.parts.iter().map(|part| {
            if self.has_parts() {
                at_least(Text::same(part), VALUE)
            } else {
                at_least(text::value(), VALUE)
            }
        }));
        columns.push(at_least(say::remark(), REMARK));
        let mut rows = Vec::new();
        for (line, points) in &self.lines {
            for run in self.runs() {
                if let Some(point) = line.points[run.start] {
                    rows.push(self.row(line, &run, point, &points[run.start]));
                }
            }
        }
        Table { caption: None, columns, rows }
    }

    fn row(
        &self,
        line: &Line,
        run: &Range<usize>,
        point: Point,
        verdicts: &[PartVerdict],
    ) -> Vec<Cell> {
        let steps = &self.trend_report.trend.steps;
        let (first, last) = (&steps[run.start], &steps[run.end - 1]);
        let shifted = &line.shifts[run.start];
        let month = match run.len() {
            1 => Text::same(first.period),
            _ => text::from_to(first.period, last.period),
        };
        let remark = match point {
            Point::NoData => Some(say::no_data()),
            Point::NotReported => Some(say::not_reported()),
            Point::Reported(_) => shift(shifted).filter(|_| shifted.concerns(self.id)),
        };
        let mut row = vec![Cell::same(self.trend_report.name(line)), Cell::words(month)];
        row.extend(self.parts.iter().map(|part| cell(verdicts, part)));
        row.push(Cell::lines(remark).tone(Tone::Doubt));
        row
    }
}

/// What was said of a part, or the sign of a gap.
fn cell(verdicts: &[PartVerdict], part: &str) -> Cell {
    match verdicts.iter().find(|one| one.part == part || one.status.is_none()) {
        Some(verdict) => Cell::words(verdict.words.clone()).tone(tone(verdict.status)),
        None => Cell::same(GAP).tone(Tone::Faint),
    }
}
