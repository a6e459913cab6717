//! Months side by side, long: a row per commune and month, or per indicator too.

use std::io::{self, Write};

use super::{INDICATOR, KEY, indicator, key};
use crate::analysis::trend::{Line, Point, Reported};
use crate::law::IndicatorId;
use crate::report::trend::TrendReport;
use crate::score;

/// The columns of every row.
const HEAD: [&str; 7] = ["code", "name", "period", "level", "source", "kind", "law_changed"];

/// The figures of a commune in a month.
const FIGURES: [&str; 9] = [
    "achieved",
    "progress",
    "criteria_met",
    "criteria_total",
    "indicators_met",
    "indicators_total",
    "expected_from",
    "reason",
    "law_changed_on_the_way",
];

type Rows<'w> = super::Rows<&'w mut dyn Write>;

/// A row per commune and month, and one for where its months lead; with `indicators` a
/// row per commune, month and indicator instead. `kind` separates results from gaps and from
/// what is only expected; `law_changed` whether the commune of the row must reach
/// something else than in its month before, in the indicator of the row where it has one.
///
/// # Errors
/// When `out` cannot be written to.
pub fn trend(
    trend_report: &TrendReport,
    indicators: &[IndicatorId],
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::new(out);
    if indicators.is_empty() {
        rows.write(HEAD.iter().chain(&FIGURES))?;
        for (place, line) in trend_report.trend.lines.iter().enumerate() {
            months(trend_report, line, &mut rows)?;
            expected(trend_report, place, line, &mut rows)?;
        }
    } else {
        rows.write(HEAD.iter().chain(&["criterion"]).chain(&INDICATOR).chain(&[KEY]))?;
        for line in &trend_report.trend.lines {
            of_indicators(trend_report, line, indicators, &mut rows)?;
        }
    }
    rows.flush()
}

/// What every row begins with.
fn month_row(
    trend_report: &TrendReport,
    line: &Line,
    (step, kind): (usize, &str),
    law: bool,
) -> Vec<String> {
    let period = trend_report.trend.steps[step].period.to_string();
    let law = matches!(line.points[step], Some(Point::Reported(_))).then_some(law);
    row_start(trend_report, line, period, kind, law)
}

/// `law`: whether it changed; `None` where that is not known.
fn row_start(
    trend_report: &TrendReport,
    line: &Line,
    period: String,
    kind: &str,
    law: Option<bool>,
) -> Vec<String> {
    let last = trend_report.last();
    vec![
        line.code.clone(),
        trend_report.name(line).to_owned(),
        period,
        last.level.as_str().to_owned(),
        last.voice.as_str().to_owned(),
        kind.to_owned(),
        law.map(|law| law.to_string()).unwrap_or_default(),
    ]
}

/// Whether a commune reported; nothing where it does not take part.
fn kind_and_report(point: Option<&Point>) -> Option<(&'static str, Option<&Reported>)> {
    Some(match point? {
        Point::NoData => ("no_data", None),
        Point::NotReported => ("not_reported", None),
        Point::Reported(reported) => ("reported", Some(reported)),
    })
}

fn months(trend_report: &TrendReport, line: &Line, rows: &mut Rows) -> csv::Result<()> {
    for (step, point) in line.points.iter().enumerate() {
        let Some((kind, reported)) = kind_and_report(point.as_ref()) else {
            continue;
        };
        let figures = reported.map(|reported| figures(trend_report, reported)).unwrap_or_default();
        let who = month_row(trend_report, line, (step, kind), line.shifts[step].any());
        rows.write(who.into_iter().chain(figures))?;
    }
    Ok(())
}

fn figures(trend_report: &TrendReport, reported: &Reported) -> [String; FIGURES.len()] {
    let tally = trend_report.tally(reported);
    [
        tally.achieved().to_string(),
        tally.progress.rounded(super::TWO),
        reported.criteria.met.to_string(),
        reported.criteria.total.to_string(),
        reported.indicators.met.to_string(),
        reported.indicators.total.to_string(),
        String::new(),
        String::new(),
        String::new(),
    ]
}

fn expected(
    trend_report: &TrendReport,
    place: usize,
    line: &Line,
    rows: &mut Rows,
) -> csv::Result<()> {
    let outlook = &trend_report.trend.outlook;
    let law = outlook.lines[place].as_ref().ok().map(|expected| expected.change.any());
    let row = row_start(trend_report, line, outlook.period.to_string(), "expected", law);
    let mut figures: [String; FIGURES.len()] = Default::default();
    match &outlook.lines[place] {
        Ok(expected) => {
            let months =
                expected.from.iter().map(|s| trend_report.trend.steps[*s].period.to_string());
            figures[2] = expected.criteria.rounded(super::TWO);
            figures[3] = expected.criteria_total.to_string();
            figures[4] = expected.indicators.rounded(super::TWO);
            figures[5] = expected.indicators_total.to_string();
            figures[6] = months.collect::<Vec<_>>().join(";");
            figures[8] = expected.changed_on_the_way.to_string();
        }
        Err(why) => why.as_str().clone_into(&mut figures[7]),
    }
    rows.write(row.into_iter().chain(figures))
}

fn of_indicators(
    trend_report: &TrendReport,
    line: &Line,
    indicators: &[IndicatorId],
    rows: &mut Rows,
) -> csv::Result<()> {
    for (step, point) in line.points.iter().enumerate() {
        let Some((kind, reported)) = kind_and_report(point.as_ref()) else {
            continue;
        };
        let submission = reported.map(|r| &trend_report.months[r.month].submissions[r.tally]);
        let result = submission.map(|s| (score::score(s), s.evidence()));
        for id in indicators {
            let verdict = result.as_ref().and_then(|(card, evidence)| {
                Some(indicator(card, evidence, card.tally.law.position(*id)?))
            });
            let nothing = || {
                let mut cells = vec![String::new(); INDICATOR.len()];
                cells[0] = id.to_string();
                cells
            };
            let criterion = std::iter::once(id.criterion.to_string());
            let law = line.shifts[step].concerns(*id);
            let who = month_row(trend_report, line, (step, kind), law).into_iter().chain(criterion);
            let key = key(trend_report.last().level, *id);
            rows.write(who.chain(verdict.unwrap_or_else(nothing)).chain([key]))?;
        }
    }
    Ok(())
}
