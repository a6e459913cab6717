//! Months side by side, long: a row per commune and month, or per indicator too.

use std::io::{self, Write};

use super::{INDICATOR, KEY, Rows, TWO, Verdict, cells, heads, key, list, shown, table};
use crate::analysis::trend::{Expected, Line, Reported, Why};
use crate::law::IndicatorId;
use crate::period::Period;
use crate::report::trend::TrendReport;
use crate::score::{self, Tally};

/// Of what a row is.
struct Row<'a> {
    trend_report: &'a TrendReport<'a>,
    line: &'a Line,
    period: Period,
    kind: &'static str,
    /// Whether the law changed; `None` where that is not known.
    law: Option<bool>,
    reported: Option<&'a Reported>,
    /// Where the months lead, of a row of that.
    expected: Option<&'a Result<Expected, Why>>,
}

/// The columns of every row.
const START: &[(&str, fn(&Row) -> String)] = &[
    ("code", |row| row.line.code.clone()),
    ("name", |row| row.trend_report.name(row.line).to_owned()),
    ("period", |row| row.period.to_string()),
    ("level", |row| row.trend_report.last().level.to_string()),
    ("source", |row| row.trend_report.last().voice.to_string()),
    ("kind", |row| row.kind.to_owned()),
    ("law_changed", |row| shown(row.law)),
];

/// The figures of a commune in a month, or of what is expected.
const FIGURES: &[(&str, fn(&Row) -> String)] = &[
    ("achieved", |row| shown(row.tally().map(Tally::achieved))),
    ("progress", |row| shown(row.tally().map(|tally| tally.progress.rounded(TWO)))),
    ("criteria_met", |row| {
        row.figure(|reported| reported.criteria.met.to_string(), |on| on.criteria.rounded(TWO))
    }),
    ("criteria_total", |row| {
        row.figure(|now| now.criteria.total.to_string(), |on| on.criteria_total.to_string())
    }),
    ("indicators_met", |row| {
        row.figure(|reported| reported.indicators.met.to_string(), |on| on.indicators.rounded(TWO))
    }),
    ("indicators_total", |row| {
        row.figure(|now| now.indicators.total.to_string(), |on| on.indicators_total.to_string())
    }),
    ("expected_from", |row| {
        let steps = &row.trend_report.trend.steps;
        let from = row.outlook().into_iter().flat_map(|expected| &expected.from);
        list(from.map(|step| steps[*step].period))
    }),
    ("reason", |row| shown(row.expected.and_then(|expected| expected.as_ref().err()))),
    ("law_changed_on_the_way", |row| shown(row.outlook().map(|on| on.changed_on_the_way))),
];

impl<'a> Row<'a> {
    /// That of a month; `None` where the commune does not take part in it. `law`: whether it
    /// changed.
    fn of_month(
        trend_report: &'a TrendReport,
        line: &'a Line,
        step: usize,
        law: bool,
    ) -> Option<Row<'a>> {
        let (kind, reported) = line.points[step].as_ref()?.kind_and_report();
        let law = reported.map(|_| law);
        let period = trend_report.trend.steps[step].period;
        Some(Row { trend_report, line, period, kind, law, reported, expected: None })
    }

    fn tally(&self) -> Option<&'a Tally> {
        self.reported.map(|reported| self.trend_report.tally(reported))
    }

    fn outlook(&self) -> Option<&'a Expected> {
        self.expected?.as_ref().ok()
    }

    /// A figure of the report, or of what is expected.
    fn figure(&self, now: fn(&Reported) -> String, on: fn(&Expected) -> String) -> String {
        self.reported.map(now).or_else(|| self.outlook().map(on)).unwrap_or_default()
    }
}

/// A row per commune and month, and one for where its months lead; with `indicators` a
/// row per commune, month and indicator instead. `kind` separates results from gaps and from
/// what is only expected; `law_changed` whether the commune of the row must reach
/// something else than in its month before, in the indicator of the row where it has one.
pub fn trend(
    trend_report: &TrendReport,
    indicators: &[IndicatorId],
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines = trend_report.trend.lines.iter();
    if !indicators.is_empty() {
        let mut rows = Rows::new(out);
        rows.write(heads(START).chain(heads(INDICATOR)).chain([KEY]))?;
        for line in lines {
            of_indicators(trend_report, line, indicators, &mut rows)?;
        }
        return rows.flush();
    }
    let outlook = &trend_report.trend.outlook;
    let rows = lines.zip(&outlook.lines).flat_map(|(line, expected)| {
        let months = (0..line.points.len()).filter_map(move |step| {
            Row::of_month(trend_report, line, step, line.shifts[step].any())
        });
        months.chain([Row {
            trend_report,
            line,
            period: outlook.period,
            kind: "expected",
            law: expected.as_ref().ok().map(|expected| expected.change.any()),
            reported: None,
            expected: Some(expected),
        }])
    });
    let columns: Vec<_> = START.iter().copied().chain(FIGURES.iter().copied()).collect();
    table(&columns, rows, out)
}

fn of_indicators(
    trend_report: &TrendReport,
    line: &Line,
    indicators: &[IndicatorId],
    rows: &mut Rows<&mut dyn Write>,
) -> csv::Result<()> {
    for (step, shift) in line.shifts.iter().enumerate() {
        let row = |law| Row::of_month(trend_report, line, step, law);
        let reported = row(false).and_then(|row| row.reported);
        let submission = reported.map(|r| &trend_report.months[r.month].submissions[r.tally]);
        let result = submission.map(|s| (score::score(s), s.evidence()));
        for id in indicators {
            let Some(row) = row(shift.concerns(*id)) else { continue };
            let verdict = result.as_ref().and_then(|(card, evidence)| {
                Some(Verdict::new(card, evidence, card.tally.law.position(*id)?))
            });
            let verdict: Vec<String> = match &verdict {
                Some(verdict) => cells(INDICATOR, verdict).collect(),
                None => {
                    let mut verdict = vec![id.criterion.to_string(), id.to_string()];
                    verdict.resize(INDICATOR.len(), String::new());
                    verdict
                }
            };
            let key = key(trend_report.last().level, *id);
            rows.write(cells(START, &row).chain(verdict).chain([key]))?;
        }
    }
    Ok(())
}
