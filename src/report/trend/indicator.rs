//! One indicator by commune and month: its value, then its verdict.

use std::collections::BTreeMap;

use super::grid::IndicatorGrid;
use super::{TrendReport, level_and_voice};
use crate::analysis::trend::Point;
use crate::law::{IndicatorId, ResolvedIndicator};
use crate::period::Period;
use crate::report::commune::threshold;
use crate::report::{Page, Tone};
use crate::text::{self, Text, trend as say};

/// An indicator through the months. A column a month where they fit into `width`, else
/// a row a commune and month.
pub fn indicator(trend_report: &TrendReport, id: IndicatorId, width: u16) -> Page {
    let (_, voice) = level_and_voice(trend_report);
    let grid = IndicatorGrid::new(trend_report, id);
    let wide = grid.width() > usize::from(width);
    let table = if wide { grid.long() } else { grid.square() };
    let mut notes = vec![(Tone::Plain, text::legend())];
    notes.extend(gaps(trend_report));
    notes.extend(trend_report.renamed(trend_report.trend.lines.iter()));
    let shifts =
        |place: usize| trend_report.trend.lines.iter().map(move |line| &line.shifts[place]);
    let changes = trend_report.changes();
    let changes = changes.map(|(step, change)| (step, change.of_indicator(id, shifts(step))));
    notes.extend(trend_report.law_notes(changes));
    notes.extend(trend_report.caveats());
    Page {
        title: say::indicator_title(id, name(trend_report, id), trend_report.span(), voice),
        lead: vec![headline(trend_report, id), thresholds(trend_report, id), trend_report.sets()],
        tables: vec![table],
        notes,
    }
}

/// The name under the last set that has it.
fn name(trend_report: &TrendReport, id: IndicatorId) -> String {
    let mut laws = trend_report.months.iter().rev().map(|month| month.common);
    let found = laws.find_map(|law| Some(&law.indicators[law.position(id)?]));
    found.map(|indicator| indicator.name.clone()).unwrap_or_default()
}

/// What the sign of a gap stands for.
fn gaps(trend_report: &TrendReport) -> Option<(Tone, Text)> {
    let steps = trend_report.trend.steps.iter();
    let empty: Vec<String> =
        steps.filter(|step| step.month.is_none()).map(|step| step.period.to_string()).collect();
    let is_silent = |point: &Option<Point>| *point == Some(Point::NotReported);
    let silent = trend_report.trend.lines.iter().any(|line| line.points.iter().any(is_silent));
    match (empty.is_empty(), silent) {
        (false, _) => Some((Tone::Faint, say::gap_legend(empty.join(", ")))),
        (true, true) => Some((Tone::Faint, say::gap_legend_short())),
        (true, false) => None,
    }
}

/// In how many communes it was met, and is.
fn headline(trend_report: &TrendReport, id: IndicatorId) -> Text {
    let Some((first, last)) = trend_report.ends() else {
        return match trend_report.with_results().next() {
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
        text::out_of(all.iter().filter(|met| **met).count(), all.len())
    };
    say::indicator_headline(first.period, last.period, say::from_to(met(first), met(last)))
}

/// What is to be reached, by column of the set where they differ; with the month from
/// which, where it changed.
fn thresholds(trend_report: &TrendReport, id: IndicatorId) -> Text {
    let mut columns: BTreeMap<&str, Vec<(Period, Text)>> = BTreeMap::new();
    for month in trend_report.with_results() {
        for tally in month.tallies {
            let place = tally.law.position(id);
            let words = place.map(|place| threshold_words(&tally.law.indicators[place]));
            let words = words.unwrap_or_else(say::not_in_set);
            let runs = columns.entry(&tally.law.column).or_default();
            if runs.last().is_none_or(|(_, last)| *last != words) {
                runs.push((month.period, words));
            }
        }
    }
    let run = |runs: &Vec<(Period, Text)>| match &runs[..] {
        [(_, only)] => only.clone(),
        several => {
            let from = several.iter().map(|(from, words)| say::threshold_from(words, from));
            Text::join(&from.collect::<Vec<_>>(), "; ")
        }
    };
    let all: Vec<(&str, Text)> =
        columns.iter().map(|(column, runs)| (*column, run(runs))).collect();
    let same = all.windows(2).all(|pair| pair[0].1 == pair[1].1);
    let list = match (all.first(), same) {
        (Some((_, only)), true) => only.clone(),
        _ => {
            let of = all.iter().map(|(column, words)| say::of_column(column, words));
            Text::join(&of.collect::<Vec<_>>(), " | ")
        }
    };
    say::thresholds(list)
}

/// The thresholds of all parts.
fn threshold_words(law: &ResolvedIndicator) -> Text {
    let parts = law.require.iter().map(|requirement| match requirement.part.as_str() {
        "" => threshold(law, requirement),
        part => text::side_by_side(part, threshold(law, requirement)),
    });
    Text::join(&parts.collect::<Vec<_>>(), ", ")
}
