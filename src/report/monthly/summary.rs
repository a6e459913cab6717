//! The first section: the office's figures.

use super::super::communes::{caveats, heard, means, not_reported, unfilled, unmet, verdict};
use super::super::document::{Block, Chart, ChartKind, FooterCell, Grid, Section, Series, Total};
use super::super::{Cell, Scoring, Table, Tone, column, numeric, unbroken};
use super::course;
use super::inputs::{MonthlyReport, everywhere};
use crate::exact::Exact;
use crate::score::{Scorecard, Tally, percent};
use crate::text::{self, Text};

pub(super) fn section(report: &MonthlyReport) -> Section {
    let scoring = report.scoring;
    let mut blocks: Vec<Block> = vec![(Tone::Strong, means(scoring)).into()];
    blocks.extend(unmet(scoring).into_iter().map(Block::from));
    blocks.extend(unfilled(scoring).map(Block::from));
    blocks.extend(not_reported(scoring).map(Block::from));
    blocks.extend(heard(scoring).map(|told| Block::from((Tone::Doubt, told))));
    blocks.extend(caveats(scoring).into_iter().map(Block::from));
    blocks.push(bands(scoring).into());
    blocks.push(Block::Grid(communes(report)));
    blocks.push(Block::Chart(chart(scoring)));
    blocks.extend(report.months.map(course::months).unwrap_or_default());
    everywhere(text::section_summary(), text::section_summary(), blocks)
}

/// How many communes meet how many criteria, in steps of five below all of them.
fn bands(scoring: &Scoring) -> Table {
    const STEP: usize = 5;
    let total = scoring.common.criteria.len();
    let mut bounds = vec![(total, total)];
    while let Some((least, _)) = bounds.last().copied().filter(|(least, _)| *least > 0) {
        let next = if least > STEP { (least - 1) / STEP * STEP } else { 0 };
        bounds.push((next, least - 1));
    }
    let names_of = |communes: &mut dyn Iterator<Item = usize>| {
        let names: Vec<&str> =
            communes.map(|place| scoring.roster.communes[place].name.as_str()).collect();
        (names.len(), names.join(", "))
    };
    let band = |(least, most): (usize, usize)| {
        let label = match (least, most) {
            (least, most) if least == most && most == total => text::band_all(total),
            (0, most) => text::band_below(most + 1),
            (least, most) if least == most => text::band_one(least),
            (least, most) => text::band_between(least, most),
        };
        let within = |tally: &&Tally| (least..=most).contains(&tally.criteria_met());
        let mut communes = scoring.tallies.iter().filter(within).map(|tally| tally.commune);
        (label, names_of(&mut communes))
    };
    let silent = (text::band_silent(), names_of(&mut scoring.not_reported.iter().copied()));
    let rows = bounds.into_iter().map(band).chain([silent]).map(|(label, (count, names))| {
        vec![Cell::words(label), Cell::count(count), Cell::same(names)]
    });
    Table {
        caption: Some(text::bands()),
        columns: vec![
            unbroken(text::band()),
            numeric(text::how_many_communes()),
            column(text::which_communes()),
        ],
        rows: rows.collect(),
    }
}

fn communes(report: &MonthlyReport) -> Grid {
    let scoring = report.scoring;
    let progress: Vec<Exact> = report.gaps.cards.iter().map(progress).collect();
    let (criteria, indicators) = (scoring.common.criteria.len(), scoring.common.indicators.len());
    let row = |(tally, progress): (&Tally, &Exact)| {
        let counts = tally.counts();
        let met = tally.criteria_met();
        vec![
            Cell::same(&scoring.commune_of(tally).name),
            Cell::count(met),
            Cell::number(percent(met, criteria), 2),
            Cell::count(counts.met),
            Cell::number(percent(counts.met, indicators), 2),
            Cell::count(counts.not_met),
            Cell::count(counts.missing),
            Cell::count(counts.undetermined),
            Cell::number(progress.clone(), 2),
            verdict(tally),
        ]
    };
    let rows: Vec<Vec<Cell>> = scoring.tallies.iter().zip(&progress).map(row).collect();
    let columns = vec![
        unbroken(text::commune()),
        numeric(text::criteria_of(criteria)),
        numeric(text::percent_sign()),
        numeric(text::indicators_of(indicators)),
        numeric(text::percent_sign()),
        numeric(text::indicators_not_met()),
        numeric(text::indicators_missing()),
        numeric(text::indicators_undetermined()),
        numeric(text::progress_short()),
        column(text::result()),
    ];
    let table = Table { caption: Some(text::communes_table()), columns, rows };
    Grid { foot: foot(scoring, &progress), heat: false, table }
}

/// The progress of a commune in so many decimals that the mean of all is that of the
/// summary, which is computed from exact values.
fn progress(card: &Scorecard) -> Exact {
    const DECIMALS: u32 = 12;
    let sum: Exact = card.indicators.iter().map(|indicator| indicator.attainment.clone()).sum();
    let mean = sum.checked_div(&Exact::from(card.indicators.len())).unwrap_or(Exact::ZERO);
    (&mean * &Exact::HUNDRED).to_decimals(DECIMALS)
}

/// The means, which are those of the summary.
fn foot(scoring: &Scoring, progress: &[Exact]) -> Vec<FooterCell> {
    let summary = scoring.summary;
    let (Some(criteria), Some(indicators)) =
        (&summary.means.criteria_met_mean, &summary.means.indicators_met_mean)
    else {
        return Vec::new();
    };
    let share = |mean: &Exact, total: usize| {
        let total = Exact::from(total);
        mean.checked_div(&total).map(|part| &part * &Exact::HUNDRED).unwrap_or(Exact::ZERO)
    };
    let mean =
        |number: Exact| FooterCell { cell: Cell::number(number, 2), total: Some(Total::Mean) };
    let count = |of: &dyn Fn(&Tally) -> usize| {
        let sum: usize = scoring.tallies.iter().map(of).sum();
        mean(Exact::ratio(sum, scoring.tallies.len()).unwrap_or(Exact::ZERO))
    };
    let sum: Exact = progress.iter().cloned().sum();
    let common = scoring.common;
    vec![
        FooterCell { cell: Cell::words(text::mean_row()), total: None },
        mean(criteria.clone()),
        mean(share(criteria, common.criteria.len())),
        mean(indicators.clone()),
        mean(share(indicators, common.indicators.len())),
        count(&|tally| tally.counts().not_met),
        count(&|tally| tally.counts().missing),
        count(&|tally| tally.counts().undetermined),
        mean(sum.checked_div(&Exact::from(progress.len())).unwrap_or(Exact::ZERO)),
        FooterCell::default(),
    ]
}

fn chart(scoring: &Scoring) -> Chart {
    let name = |tally: &Tally| Text::same(&scoring.commune_of(tally).name);
    let met = |tally: &Tally| Some(Exact::from(tally.criteria_met()));
    Chart {
        title: text::chart_criteria(),
        kind: ChartKind::Bars,
        labels: scoring.tallies.iter().map(name).collect(),
        series: vec![Series {
            name: text::criteria_met(),
            values: scoring.tallies.iter().map(met).collect(),
        }],
        most: Some(Exact::from(scoring.common.criteria.len())),
    }
}
