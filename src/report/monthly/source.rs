//! What the figures rest on: thresholds that nobody has confirmed, sets, files, options.

use super::super::commune::{basis, name_cells, threshold};
use super::super::document::{Block, Section};
use super::super::{Cell, Scoring, Table, Tone, column, unbroken, wide, words};
use super::inputs::{MonthlyReport, everywhere};
use crate::law::{Confidence, Resolved};
use crate::score;
use crate::text::{self, Text};

/// The thresholds that are not confirmed.
pub(super) fn thresholds(report: &MonthlyReport) -> Section {
    let (scoring, counts) = (report.scoring, report.scoring.summary.thresholds);
    let total = scoring.common.indicators.len();
    let said = if counts.confirmed == total {
        (Tone::Good, text::all_confirmed())
    } else {
        let (u, a, n) = (counts.unconfirmed, counts.assumed, counts.undetermined);
        (Tone::Doubt, text::thresholds_said(u, a, n, total))
    };
    let mut blocks: Vec<Block> = vec![said.into()];
    blocks.extend(
        score::laws(scoring.tallies, scoring.common)
            .into_iter()
            .map(|law| not_confirmed(law).into()),
    );
    everywhere(text::section_thresholds(), text::sheet_thresholds(), blocks)
}

fn not_confirmed(law: &Resolved) -> Table {
    let mut rows = Vec::new();
    for indicator in &law.indicators {
        for (place, requirement) in indicator.require.iter().enumerate() {
            let confidence = requirement.threshold.as_ref().map(|t| t.confidence);
            if confidence == Some(Confidence::Confirmed) {
                continue;
            }
            let [_, name] = name_cells(indicator, place);
            rows.push(vec![
                Cell::same(indicator.id),
                name,
                Cell::words(threshold(indicator, requirement)),
                Cell::lines(basis(requirement)),
            ]);
        }
    }
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        column(text::threshold()),
        column(text::basis()),
    ];
    Table { caption: Some(words::column_shown(&law.column)), columns, rows }
}

/// Sets, files, and how it was scored.
pub(super) fn section(report: &MonthlyReport) -> Section {
    let tables = [sets(report), inputs(report), options(report.scoring)];
    let blocks = tables.into_iter().map(Block::from).collect();
    everywhere(text::section_source(), text::sheet_source(), blocks)
}

fn sets(report: &MonthlyReport) -> Table {
    let rows = report.scoring.summary.layers.iter().map(|layer| {
        vec![
            Cell::same(&layer.id),
            Cell::words(words::origin(layer.origin)),
            Cell::same(&layer.sha256),
        ]
    });
    Table {
        caption: Some(text::sets_table()),
        columns: vec![
            unbroken(text::set_id()),
            column(text::origin_head()),
            column(text::sha_column()),
        ],
        rows: rows.collect(),
    }
}

/// The notice board needs no names of files: an officer's name may stand in one.
fn inputs(report: &MonthlyReport) -> Table {
    let name = |place: usize, name: &str| {
        if report.public { Cell::same(place + 1) } else { Cell::same(name) }
    };
    let inputs = report.inputs.iter().enumerate();
    let rows =
        inputs.map(|(place, input)| vec![name(place, &input.name), Cell::same(&input.sha256)]);
    Table {
        caption: Some(text::inputs_table()),
        columns: vec![column(text::file_column()), column(text::sha_column())],
        rows: rows.collect(),
    }
}

fn options(scoring: &Scoring) -> Table {
    let lenient = if scoring.lenient { text::yes_word() } else { text::no_word() };
    let rows = [
        (text::program(), text::made_by(env!("CARGO_PKG_VERSION"))),
        (text::option_period(), Text::same(scoring.period)),
        (text::option_level(), words::level(scoring.level)),
        (text::option_voice(), words::voice(scoring.voice)),
        (text::option_lenient(), lenient),
    ];
    Table {
        caption: Some(text::options_table()),
        columns: vec![column(text::option_column()), column(text::what_column())],
        rows: rows.map(|(item, content)| vec![Cell::words(item), Cell::words(content)]).to_vec(),
    }
}
