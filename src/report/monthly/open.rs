//! What is still to be done, to be read: what nobody meets, and what each agency leads.

use super::super::Tone;
use super::super::document::{Block, Section, ShownIn};
use super::super::gaps::{GapsBy, GapsView, begins_with_unmet, tables};
use super::inputs::MonthlyReport;
use crate::text::{self, Text};

/// What no commune meets.
pub(super) fn nobody(report: &MonthlyReport) -> Section {
    let view = GapsView::default();
    let nobody = usize::from(begins_with_unmet(report.gaps, &view));
    let all = tables(report.scoring, report.gaps, &view);
    let mut blocks: Vec<Block> = all.into_iter().take(nobody).map(Block::from).collect();
    if blocks.is_empty() {
        blocks.push((Tone::Good, text::nobody_unmet()).into());
    }
    pages(text::section_nobody(), blocks)
}

/// What each agency has to lead.
pub(super) fn by_agency(report: &MonthlyReport) -> Section {
    let view = GapsView { by: Some(GapsBy::Agency), ..GapsView::default() };
    let tables = tables(report.scoring, report.gaps, &view);
    let mut blocks: Vec<Block> = tables.into_iter().map(Block::from).collect();
    if blocks.is_empty() {
        blocks.push((Tone::Good, text::no_gaps()).into());
    }
    if report.example {
        blocks.push((Tone::Doubt, text::example_agencies()).into());
    }
    pages(text::section_open_by_agency(), blocks)
}

fn pages(heading: Text, blocks: Vec<Block>) -> Section {
    Section { sheet: heading.clone(), heading, shown_in: ShownIn::Pages, blocks }
}
