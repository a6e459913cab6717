//! `ntm.trend.v1`.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::head::{head_of_months, layers, mean};
use super::indicator::{ResultCard, indicator};
use super::object::{Fields, Object, Present, object};
use super::{Number, TWO};
use crate::analysis::trend::{self, Expected, LawChange, Line, Means, Point, Step, Why, moves};
use crate::intake::Submission;
use crate::law::IndicatorId;
use crate::period::Period;
use crate::report::Scoring;
use crate::report::trend::TrendReport;
use crate::score::Tally;

/// Writes months side by side as one line of JSON; with `indicators`, their verdicts in
/// every point.
pub fn trend(
    trend_report: &TrendReport,
    indicators: &[IndicatorId],
    out: &mut dyn Write,
) -> io::Result<()> {
    let verdicts = PointWriter { trend_report, indicators };
    let lines = trend_report.trend.lines.iter();
    let periods = trend_report.trend.steps.iter().map(|step| period(trend_report, step));
    super::document(
        out,
        &object! {
            head: Fields(head_of_months("ntm.trend.v1", trend_report.last())),
            periods: periods.collect::<Vec<_>>(),
            communes: lines.map(|line| verdicts.commune(line)).collect::<Vec<_>>(),
            compared: compared(trend_report),
            expected: expected(trend_report),
        },
    )
}

/// The first and the last month with results, over the communes in both.
fn compared(trend_report: &TrendReport) -> Option<impl Object> {
    let (first, last) = trend_report.ends()?;
    let between = trend_report.trend.between(first.period, last.period);
    let month = |period: Period, means: Option<Means>| {
        means.map(|means| {
            object! {
                period: period.to_string(),
                criteria_met_mean: Number(means.criteria, TWO),
                indicators_met_mean: Number(means.indicators, TWO),
                achieved: means.achieved,
            }
        })
    };
    Some(object! {
        communes: between.communes,
        from: month(first.period, between.from),
        to: month(last.period, between.to),
    })
}

fn ids(change: &LawChange) -> Vec<String> {
    change.indicators.iter().map(ToString::to_string).collect()
}

/// A month; of a gap nothing is known, and nothing is zero.
fn period(trend_report: &TrendReport, step: &Step) -> impl Object {
    let month: Option<&Scoring> = step.month.map(|place| &trend_report.months[place]);
    let summary = month.map(|month| month.summary);
    let means = summary.map(|summary| &summary.means);
    // Where nobody has reported no layer was used.
    let known = summary.filter(|summary| summary.communes > 0);
    object! {
        period: step.period.to_string(),
        gap: month.is_none(),
        criteria_set: month.map(|month| &month.common.set),
        layers: known.map(|summary| layers(&summary.layers)).unwrap_or_default(),
        thresholds: known.map(|summary| summary.thresholds),
        law_changed: step.change.any(),
        set_changed: step.change.set,
        changed: ids(&step.change),
        changed_communes: month.map(|_| step.change.communes),
        reported: summary.map(|summary| summary.communes),
        taking_part: month.map(|month| month.summary.communes + month.not_reported.len()),
        not_reported: month.map(Scoring::codes_not_reported),
        criteria_total: month.map(|month| month.common.criteria.len()),
        criteria_met_total: known.map(|summary| summary.means.criteria_met_total),
        criteria_met_mean: means.and_then(|means| mean(&means.criteria_met_mean)),
        indicators_total: month.map(|month| month.common.indicators.len()),
        indicators_met_total: known.map(|summary| summary.means.indicators_met_total),
        indicators_met_mean: means.and_then(|means| mean(&means.indicators_met_mean)),
        progress_mean: means.and_then(|means| mean(&means.progress_mean)),
        achieved: known.map(|summary| summary.achieved),
    }
}

/// What the points of communes are made with.
struct PointWriter<'a> {
    trend_report: &'a TrendReport<'a>,
    indicators: &'a [IndicatorId],
}

impl PointWriter<'_> {
    fn commune(&self, line: &Line) -> impl Object {
        let points = line.points.iter().enumerate();
        let points = points.filter_map(|(step, point)| Some((step, point.as_ref()?)));
        let points = points.map(|(step, point)| self.point(line, step, point));
        object! {
            code: &line.code,
            name: self.trend_report.name(line),
            points: points.collect::<Vec<_>>(),
        }
    }

    fn point(&self, line: &Line, step: usize, point: &Point) -> impl Object {
        let (kind, now) = point.kind_and_report();
        let tally = now.map(|reported| self.trend_report.tally(reported));
        let before = line.before(step).map(|reported| self.trend_report.tally(reported));
        let moved = before.zip(tally).and_then(|(before, now)| moves(before, now));
        let numbers = |places: &Vec<usize>| {
            let number = |place: &usize| tally.map(|tally| tally.law.criteria[*place].no);
            places.iter().filter_map(number).collect::<Vec<u16>>()
        };
        let asked = now.filter(|_| !self.indicators.is_empty());
        object! {
            period: self.trend_report.trend.steps[step].period.to_string(),
            kind,
            reported: now.is_some(),
            column: tally.map(|tally| &tally.law.column),
            // Whether this commune must reach something else than in the month before in
            // which it reported.
            law_changed: now.map(|_| line.shifts[step].any()),
            criteria_met: now.map(|reported| reported.criteria.met),
            criteria_total: now.map(|reported| reported.criteria.total),
            indicators_met: now.map(|reported| reported.indicators.met),
            indicators_total: now.map(|reported| reported.indicators.total),
            progress: tally.map(|tally| Number(&tally.progress, TWO)),
            achieved: tally.map(Tally::achieved),
            // Against the month before in which it reported; null without one, and between
            // two base sets.
            criteria_completed: moved.as_ref().map(|moved| numbers(&moved.completed)),
            criteria_lost: moved.as_ref().map(|moved| numbers(&moved.lost)),
            indicators: Present(asked.map(|reported| {
                let month = &self.trend_report.months[reported.month];
                Verdicts(&month.submissions[reported.tally], self.indicators)
            })),
        }
    }
}

/// The verdicts on some indicators, as far as a month's set has them; judged when written.
struct Verdicts<'a>(&'a Submission, &'a [IndicatorId]);

impl Serialize for Verdicts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Verdicts(submission, ids) = self;
        let card = ResultCard::new(submission);
        let places = ids.iter().filter_map(|id| submission.law.position(*id));
        serializer.collect_seq(places.map(|place| indicator(&card, place)))
    }
}

fn expected(trend_report: &TrendReport) -> impl Object {
    let outlook = &trend_report.trend.outlook;
    let lines = trend_report.trend.lines.iter().zip(&outlook.lines);
    let communes = lines.map(|(line, expected)| of_commune(trend_report, line, expected));
    let total = outlook.total.as_ref().map(|total| {
        object! {
            communes: total.communes,
            without: total.without,
            criteria_met_total: Number(&total.criteria, TWO),
            criteria_met_mean: Number(total.mean(&total.criteria), TWO),
            indicators_met_total: Number(&total.indicators, TWO),
            indicators_met_mean: Number(total.mean(&total.indicators), TWO),
        }
    });
    object! {
        period: outlook.period.to_string(),
        method: "linear",
        months: trend::MOST_MONTHS,
        law_changed: outlook.change.any(),
        changed: ids(&outlook.change),
        communes: communes.collect::<Vec<_>>(),
        total,
    }
}

fn of_commune(
    trend_report: &TrendReport,
    line: &Line,
    expected: &Result<Expected, Why>,
) -> impl Object {
    let known = expected.as_ref().ok();
    let from = known.into_iter().flat_map(|expected| &expected.from);
    let from = from.map(|step| trend_report.trend.steps[*step].period.to_string());
    object! {
        code: &line.code,
        name: trend_report.name(line),
        from: from.collect::<Vec<_>>(),
        criteria_met: known.map(|expected| Number(&expected.criteria, TWO)),
        criteria_total: known.map(|expected| expected.criteria_total),
        indicators_met: known.map(|expected| Number(&expected.indicators, TWO)),
        indicators_total: known.map(|expected| expected.indicators_total),
        // Whether this commune must reach something else then than in its last month.
        law_changed: known.map(|expected| expected.change.any()),
        law_changed_on_the_way: known.map(|expected| expected.changed_on_the_way),
        reason: expected.as_ref().err(),
    }
}
