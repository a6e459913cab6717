//! How it went: what changed since the last period, and the months side by side.

use super::super::diff::{DiffReport, diff};
use super::super::document::{Block, Chart, ChartKind, Section, Series};
use super::super::trend::TrendReport;
use super::super::{Cell, Scoring, Table, Tone, numeric, unbroken};
use super::inputs::{MonthlyReport, everywhere};
use crate::exact::Exact;
use crate::text::{self, Text, trend as say};

/// What changed since the last period, or why nothing can be said of it.
pub(super) fn changes(report: &MonthlyReport) -> Section {
    let skipped = || report.skipped.iter().map(|why| Block::from((Tone::Doubt, why.clone())));
    let blocks = match report.change {
        Ok(diff_report) => since(diff_report, skipped()),
        Err(why) => [(Tone::Doubt, why.clone()).into()].into_iter().chain(skipped()).collect(),
    };
    everywhere(text::section_changes(), text::sheet_changes(), blocks)
}

/// `skipped`: the months since that are not compared with.
fn since(diff_report: &DiffReport, skipped: impl Iterator<Item = Block>) -> Vec<Block> {
    let page = diff(diff_report, None);
    let compared = text::compared_with(diff_report.old.period, diff_report.new.period);
    let mut blocks: Vec<Block> = vec![(Tone::Strong, compared).into()];
    let (old, before) = (diff_report.old.period, diff_report.new.period.before());
    if old < before {
        blocks.push((Tone::Doubt, text::not_the_month_before(old, before)).into());
    }
    blocks.extend(skipped);
    blocks.extend(page.lead.into_iter().map(|line| Block::Line(Tone::Plain, line)));
    blocks.extend(page.tables.into_iter().map(Block::from));
    blocks
}

/// The months side by side, where there are several.
pub(super) fn months(trend_report: &TrendReport) -> Vec<Block> {
    let steps = &trend_report.trend.steps;
    let month = |step: usize| steps[step].month.map(|place| &trend_report.months[place]);
    let rows = (0..steps.len()).map(|step| {
        let mut row = vec![Cell::same(steps[step].period)];
        row.extend(month(step).map(figures).unwrap_or_else(gap));
        row
    });
    let last = trend_report.last().common;
    let table = Table {
        caption: Some(text::chart_months()),
        columns: vec![
            unbroken(text::option_period()),
            numeric(text::communes_reported()),
            numeric(text::mean_criteria()),
            numeric(text::mean_indicators()),
            numeric(text::progress_short()),
        ],
        rows: rows.collect(),
    };
    let counts: Vec<usize> =
        trend_report.months.iter().map(|month| month.summary.communes).collect();
    let alike = counts.windows(2).all(|pair| pair[0] == pair[1]);
    // Means of other communes do not compare: how many they are of stands by each.
    let label = |step: usize| match month(step).filter(|_| !alike) {
        Some(month) => say::month_of_so_many(steps[step].period, month.summary.communes),
        None => Text::same(steps[step].period),
    };
    let chart = |title: Text, most: usize, of: &dyn Fn(&Scoring) -> Option<Exact>| {
        let values = (0..steps.len()).map(|step| month(step).and_then(of)).collect();
        Block::Chart(Chart {
            title: title.clone(),
            kind: ChartKind::Lines,
            labels: (0..steps.len()).map(label).collect(),
            series: vec![Series { name: title, values }],
            most: Some(Exact::from(most)),
        })
    };
    vec![
        table.into(),
        chart(text::mean_criteria(), last.criteria.len(), &|month| {
            month.summary.means.criteria_met_mean.clone()
        }),
        chart(text::mean_indicators(), last.indicators.len(), &|month| {
            month.summary.means.indicators_met_mean.clone()
        }),
    ]
}

fn figures(month: &Scoring) -> Vec<Cell> {
    let summary = month.summary;
    let mean = |mean: &Option<Exact>| {
        mean.as_ref().map(|mean| Cell::number(mean.clone(), 2)).unwrap_or_default()
    };
    vec![
        Cell::count(summary.communes),
        mean(&summary.means.criteria_met_mean),
        mean(&summary.means.indicators_met_mean),
        mean(&summary.means.progress_mean),
    ]
}

/// A month without data is no month of zeros.
fn gap() -> Vec<Cell> {
    let mut row = vec![Cell::words(text::no_data_short()).tone(Tone::Doubt)];
    row.resize_with(4, Cell::default);
    row
}
