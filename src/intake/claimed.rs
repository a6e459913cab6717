//! What the claim of one row says.

use super::column::Column;
use super::context::Keep;
use super::table_row::TableRow;
use super::word::{self, Word};

/// Whether the row's claim says met or not met; anything else says nothing.
pub(super) fn claimed(row: TableRow) -> Option<bool> {
    let context = row.context();
    let wanted = context.options.review || matches!(context.keep, Keep::Copies(_));
    let index = row.header().place(Column::Claim).filter(|_| wanted)?;
    if row.cells.kind(index).is_flaw() {
        return None;
    }
    match word::read(row.cells.cell(index))? {
        Word::Yes { .. } => Some(true),
        Word::No { .. } | Word::None => Some(false),
        Word::NotApplicable => None,
    }
}
