//! `ntm.trend.v1`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::head::{Head, Thresholds};
use super::indicator::{OwnedNumber, ResultCard, indicator};
use super::phrases::Phrases;
use super::{Layer, Number, TWO};
use crate::analysis::trend::{self, LawChange, Line, Means, Point, Reported, Step, moves};
use crate::exact::Exact;
use crate::law::IndicatorId;
use crate::report::Scoring;
use crate::report::trend::TrendReport;

#[derive(Serialize)]
struct TrendDocument<'a> {
    #[serde(flatten)]
    head: Head,
    periods: Vec<MonthEntry<'a>>,
    communes: Vec<CommuneEntry<'a>>,
    /// The first and the last month with results, over the communes in both.
    compared: Option<ComparedMonths>,
    expected: ExpectedEntry<'a>,
}

#[derive(Serialize)]
struct ComparedMonths {
    communes: usize,
    from: Option<ComparedMonth>,
    to: Option<ComparedMonth>,
}

#[derive(Serialize)]
struct ComparedMonth {
    period: String,
    criteria_met_mean: OwnedNumber,
    indicators_met_mean: OwnedNumber,
    achieved: usize,
}

fn compared(trend_report: &TrendReport) -> Option<ComparedMonths> {
    let (first, last) = trend_report.ends()?;
    let between = trend_report.trend.between(first.period, last.period);
    let month = |period: crate::period::Period, means: Option<Means>| {
        means.map(|means| ComparedMonth {
            period: period.to_string(),
            criteria_met_mean: OwnedNumber(means.criteria, TWO),
            indicators_met_mean: OwnedNumber(means.indicators, TWO),
            achieved: means.achieved,
        })
    };
    Some(ComparedMonths {
        communes: between.communes,
        from: month(first.period, between.from),
        to: month(last.period, between.to),
    })
}

/// A month; of a gap nothing is known, and nothing is zero.
#[derive(Serialize)]
struct MonthEntry<'a> {
    period: String,
    gap: bool,
    criteria_set: Option<&'a str>,
    layers: Vec<Layer<'a>>,
    thresholds: Option<Thresholds>,
    law_changed: bool,
    set_changed: bool,
    changed: Vec<String>,
    changed_communes: Option<usize>,
    reported: Option<usize>,
    taking_part: Option<usize>,
    not_reported: Option<Vec<&'a str>>,
    criteria_total: Option<usize>,
    criteria_met_total: Option<usize>,
    criteria_met_mean: Option<Number<'a>>,
    indicators_total: Option<usize>,
    indicators_met_total: Option<usize>,
    indicators_met_mean: Option<Number<'a>>,
    progress_mean: Option<Number<'a>>,
    achieved: Option<usize>,
}

#[derive(Serialize)]
struct CommuneEntry<'a> {
    code: &'a str,
    name: &'a str,
    points: Vec<PointEntry<'a>>,
}

#[derive(Serialize)]
struct PointEntry<'a> {
    period: String,
    kind: &'static str,
    reported: bool,
    column: Option<&'a str>,
    /// Whether this commune must reach something else than in the month before in which
    /// it reported.
    law_changed: Option<bool>,
    criteria_met: Option<usize>,
    criteria_total: Option<usize>,
    indicators_met: Option<usize>,
    indicators_total: Option<usize>,
    progress: Option<Number<'a>>,
    achieved: Option<bool>,
    /// Against the month before in which it reported; null without one, and between two
    /// base sets.
    criteria_completed: Option<Vec<u16>>,
    criteria_lost: Option<Vec<u16>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<Vec<Box<RawValue>>>,
}

#[derive(Serialize)]
struct ExpectedEntry<'a> {
    period: String,
    method: &'static str,
    months: usize,
    law_changed: bool,
    changed: Vec<String>,
    communes: Vec<ExpectedCommune<'a>>,
    total: Option<ExpectedTotal>,
}

#[derive(Serialize)]
struct ExpectedCommune<'a> {
    code: &'a str,
    name: &'a str,
    from: Vec<String>,
    criteria_met: Option<Number<'a>>,
    criteria_total: Option<usize>,
    indicators_met: Option<Number<'a>>,
    indicators_total: Option<usize>,
    /// Whether this commune must reach something else then than in its last month.
    law_changed: Option<bool>,
    law_changed_on_the_way: Option<bool>,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct ExpectedTotal {
    communes: usize,
    without: usize,
    criteria_met_total: OwnedNumber,
    criteria_met_mean: OwnedNumber,
    indicators_met_total: OwnedNumber,
    indicators_met_mean: OwnedNumber,
}

/// Writes months side by side as one line of JSON; with `indicators`, their verdicts in
/// every point.
///
/// # Errors
/// When `out` cannot be written to.
pub fn trend(
    trend_report: &TrendReport,
    indicators: &[IndicatorId],
    out: &mut dyn Write,
) -> io::Result<()> {
    let phrases = if indicators.is_empty() {
        Vec::new()
    } else {
        trend_report
            .months
            .iter()
            .map(|month| Phrases::new(month.tallies))
            .collect::<serde_json::Result<Vec<_>>>()?
    };
    let verdicts = PointWriter { trend_report, indicators, phrases };
    let lines = trend_report.trend.lines.iter();
    let document = TrendDocument {
        head: Head::of_months("ntm.trend.v1", trend_report.last()),
        periods: trend_report.trend.steps.iter().map(|step| period(trend_report, step)).collect(),
        communes: lines.map(|line| verdicts.commune(line)).collect::<serde_json::Result<_>>()?,
        compared: compared(trend_report),
        expected: expected(trend_report),
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

fn ids(change: &LawChange) -> Vec<String> {
    change.indicators.iter().map(ToString::to_string).collect()
}

fn period<'a>(trend_report: &TrendReport<'a>, step: &'a Step) -> MonthEntry<'a> {
    let month: Option<&'a Scoring<'a>> = step.month.map(|place| &trend_report.months[place]);
    let summary = month.map(|month| month.summary);
    let mean = |of: fn(&crate::score::Summary) -> &Option<Exact>| {
        summary.and_then(|summary| of(summary).as_ref()).map(|mean| Number(mean, TWO))
    };
    // Where nobody has reported no layer was used.
    let used = month.filter(|month| !month.tallies.is_empty());
    let layers = used.into_iter().flat_map(|month| &month.summary.layers);
    let silent = |month: &'a Scoring<'a>| {
        let communes = &month.roster.communes;
        month.not_reported.iter().map(|place| communes[*place].code.as_str()).collect()
    };
    let known = used.map(|month| month.summary);
    MonthEntry {
        period: step.period.to_string(),
        gap: month.is_none(),
        criteria_set: month.map(|month| month.common.set.as_str()),
        layers: layers.map(Layer::new).collect(),
        thresholds: known.map(Thresholds::new),
        law_changed: step.change.any(),
        set_changed: step.change.set,
        changed: ids(&step.change),
        changed_communes: month.map(|_| step.change.communes),
        reported: summary.map(|summary| summary.communes),
        taking_part: month.map(|month| month.summary.communes + month.not_reported.len()),
        not_reported: month.map(silent),
        criteria_total: month.map(|month| month.common.criteria.len()),
        criteria_met_total: known.map(|summary| summary.criteria_met_total),
        criteria_met_mean: mean(|summary| &summary.criteria_met_mean),
        indicators_total: month.map(|month| month.common.indicators.len()),
        indicators_met_total: known.map(|summary| summary.indicators_met_total),
        indicators_met_mean: mean(|summary| &summary.indicators_met_mean),
        progress_mean: mean(|summary| &summary.progress_mean),
        achieved: known.map(|summary| summary.achieved),
    }
}

/// What the points of communes are made with.
struct PointWriter<'a> {
    trend_report: &'a TrendReport<'a>,
    indicators: &'a [IndicatorId],
    /// Of every month, where indicators are listed.
    phrases: Vec<Phrases<'a>>,
}

impl<'a> PointWriter<'a> {
    fn commune(&self, line: &'a Line) -> serde_json::Result<CommuneEntry<'a>> {
        let points = line.points.iter().enumerate();
        let points = points.filter_map(|(step, point)| Some((step, point.as_ref()?)));
        Ok(CommuneEntry {
            code: &line.code,
            name: self.trend_report.name(line),
            points: points
                .map(|(step, point)| self.point(line, step, point))
                .collect::<serde_json::Result<_>>()?,
        })
    }

    fn point(&self, line: &Line, step: usize, point: &Point) -> serde_json::Result<PointEntry<'a>> {
        let (kind, now) = match point {
            Point::NoData => ("no_data", None),
            Point::NotReported => ("not_reported", None),
            Point::Reported(reported) => ("reported", Some(reported)),
        };
        let tally = now.map(|reported| self.trend_report.tally(reported));
        let before = line.before(step).map(|reported| self.trend_report.tally(reported));
        let moved = before.zip(tally).and_then(|(before, now)| moves(before, now));
        let numbers = |places: &Vec<usize>| {
            let number = |place: &usize| tally.map(|tally| tally.law.criteria[*place].no);
            places.iter().filter_map(number).collect::<Vec<u16>>()
        };
        let asked = now.filter(|_| !self.indicators.is_empty());
        Ok(PointEntry {
            period: self.trend_report.trend.steps[step].period.to_string(),
            kind,
            reported: now.is_some(),
            column: tally.map(|tally| tally.law.column.as_str()),
            law_changed: now.map(|_| line.shifts[step].any()),
            criteria_met: now.map(|reported| reported.criteria.met),
            criteria_total: now.map(|reported| reported.criteria.total),
            indicators_met: now.map(|reported| reported.indicators.met),
            indicators_total: now.map(|reported| reported.indicators.total),
            progress: tally.map(|tally| Number(&tally.progress, TWO)),
            achieved: tally.map(crate::score::Tally::achieved),
            criteria_completed: moved.as_ref().map(|moved| numbers(&moved.completed)),
            criteria_lost: moved.as_ref().map(|moved| numbers(&moved.lost)),
            indicators: asked.map(|reported| self.indicators(reported)).transpose()?,
        })
    }

    /// The verdicts of the listed indicators, as far as the month's set has them.
    fn indicators(&self, reported: &Reported) -> serde_json::Result<Vec<Box<RawValue>>> {
        let submission = &self.trend_report.months[reported.month].submissions[reported.tally];
        let Some(phrases) = self.phrases[reported.month].for_law(&submission.law) else {
            return Ok(Vec::new());
        };
        let card = ResultCard::new(submission, phrases);
        let places = self.indicators.iter().filter_map(|id| submission.law.position(*id));
        places.map(|place| to_raw_value(&indicator(&card, place))).collect()
    }
}

fn expected<'a>(trend_report: &TrendReport<'a>) -> ExpectedEntry<'a> {
    let outlook = &trend_report.trend.outlook;
    let lines = trend_report.trend.lines.iter().zip(&outlook.lines);
    let total = outlook.total.as_ref().map(|total| ExpectedTotal {
        communes: total.communes,
        without: total.without,
        criteria_met_total: OwnedNumber(total.criteria.clone(), TWO),
        criteria_met_mean: OwnedNumber(total.mean(&total.criteria), TWO),
        indicators_met_total: OwnedNumber(total.indicators.clone(), TWO),
        indicators_met_mean: OwnedNumber(total.mean(&total.indicators), TWO),
    });
    ExpectedEntry {
        period: outlook.period.to_string(),
        method: "linear",
        months: trend::MOST_MONTHS,
        law_changed: outlook.change.any(),
        changed: ids(&outlook.change),
        communes: lines.map(|(line, expected)| of_commune(trend_report, line, expected)).collect(),
        total,
    }
}

fn of_commune<'a>(
    trend_report: &TrendReport<'a>,
    line: &'a Line,
    expected: &'a Result<trend::Expected, trend::Why>,
) -> ExpectedCommune<'a> {
    let known = expected.as_ref().ok();
    let from = known.into_iter().flat_map(|expected| &expected.from);
    ExpectedCommune {
        code: &line.code,
        name: trend_report.name(line),
        from: from.map(|step| trend_report.trend.steps[*step].period.to_string()).collect(),
        criteria_met: known.map(|expected| Number(&expected.criteria, TWO)),
        criteria_total: known.map(|expected| expected.criteria_total),
        indicators_met: known.map(|expected| Number(&expected.indicators, TWO)),
        indicators_total: known.map(|expected| expected.indicators_total),
        law_changed: known.map(|expected| expected.change.any()),
        law_changed_on_the_way: known.map(|expected| expected.changed_on_the_way),
        reason: expected.as_ref().err().map(|why| why.as_str()),
    }
}
