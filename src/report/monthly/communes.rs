//! A section for each commune.

use super::super::commune::{progress_and_lists, table};
use super::super::document::{Block, Section, ShownIn};
use super::super::{Cell, Content, Table, Tone, column};
use super::inputs::MonthlyReport;
use crate::score::Scorecard;
use crate::text::{self, Text};

pub(super) fn section(report: &MonthlyReport, result: usize) -> Section {
    let card = &report.gaps.cards[result];
    let commune = report.scoring.commune_of(&card.tally);
    let evidence = (!report.public).then(|| report.scoring.submissions[result].evidence());
    let mut blocks: Vec<Block> = progress_and_lists(card).into_iter().map(Block::from).collect();
    blocks.push(with_way(card, evidence.as_deref()).into());
    Section {
        heading: text::commune_named(&commune.name),
        sheet: Text::same(format_args!("{} {}", commune.code, commune.name)),
        shown_in: ShownIn::Each,
        blocks,
    }
}

/// Says where to find the communes that have no section.
pub(super) fn too_many(count: usize) -> Section {
    let line = (Tone::Doubt, text::too_many_communes(count)).into();
    let heading = text::section_communes();
    Section { sheet: heading.clone(), heading, shown_in: ShownIn::Pages, blocks: vec![line] }
}

/// Every indicator with how much of the way is done, and with its evidence.
fn with_way(card: &Scorecard, evidence: Option<&[Option<&str>]>) -> Table {
    let mut table = table(card);
    table.columns.push(column(text::way_column()));
    table.columns.extend(evidence.map(|_| column(text::evidence_column())));
    let mut rows = table.rows.iter_mut();
    for criterion in &card.tally.law.criteria {
        // The criterion's own row has neither.
        if let Some(heading) = rows.next() {
            heading.resize_with(table.columns.len(), Cell::default);
        }
        for place in criterion.indicators.clone() {
            let documents = card.tally.law.indicators[place].parts();
            for ((part, document), row) in
                card.parts(place).iter().zip(documents).zip(rows.by_ref())
            {
                let way = Content::Way(part.attainment.clone());
                row.push(Cell { content: way, ..Cell::default() });
                row.extend(evidence.map(|all| all[document].map(Cell::same).unwrap_or_default()));
            }
        }
    }
    table
}
