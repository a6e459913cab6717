//! What the claims of one row say.

use super::context::Keep;
use super::header::ClaimColumn;
use super::table::CellKind;
use super::table_row::TableRow;
use super::voice::Voice;
use super::word::{self, Word};

/// What a cell claims.
pub(super) struct CellClaim<'r> {
    pub(super) by: Voice,
    pub(super) met: bool,
    /// The place of its column.
    pub(super) index: usize,
    pub(super) kind: CellKind,
    pub(super) cell: &'r str,
}

/// The row's claims that say met or not met; anything else says nothing.
pub(super) fn claims_of(row: TableRow<'_>) -> impl Iterator<Item = CellClaim<'_>> {
    let context = row.context();
    let wanted = context.options.review || matches!(context.keep, Keep::Copies(_));
    let columns = row.header().claims().filter(move |_| wanted);
    columns.filter_map(move |ClaimColumn { place, of, .. }| {
        let header = row.header();
        if header.is_unclear(row.cells, place) {
            return None;
        }
        let (cell, kind) = (header.text(row.cells, place), row.cells.kind(place));
        let place = header.place_in(row.cells, place);
        let met = match word::parse_word(cell).filter(|_| !kind.is_flaw())? {
            Word::Yes { .. } => true,
            Word::No { .. } | Word::None => false,
            Word::NotApplicable => return None,
        };
        Some(CellClaim { by: of, met, index: place, kind, cell })
    })
}
