//! Which rows are of data: the first step, before a row is read cell by cell.

use super::identity::Identities;
use super::indicator_cell::{IndicatorAbove, IndicatorCell};
use super::repair::RepairKind;
use super::sink::Sink;
use super::table_row::TableRow;
use super::{around, claims, flaw, heading, nearly, titled, whole};
use crate::text;

/// Tells rows of data from those around them and from those that cannot be read.
#[derive(Default)]
pub(super) struct DataRows {
    /// Whether there is a question mark, which may stand for a letter.
    pub(super) may_have_lost_letters: bool,
    /// Whether nothing was read below the header yet.
    pub(super) is_below_header: bool,
    /// Whether the rows may be the text of a cell whose quote is not closed.
    pub(super) is_in_open_quote: bool,
    /// The indicator of the row before, under which rows of its parts may stand.
    pub(super) above: IndicatorAbove,
}

impl DataRows {
    /// What a row of data names as its indicator; `None` of a row that is none, or that
    /// cannot be read.
    pub(super) fn cell_of<'r>(
        &mut self,
        row: TableRow<'r>,
        identities: &mut Identities,
        sink: &mut Sink,
    ) -> Option<IndicatorCell<'r>> {
        sink.piece.rows += 1;
        if self.may_have_lost_letters && sink.lost.is_none() {
            sink.lost = whole::lost_letters(row).map(str::to_owned);
        }
        // What another header names cannot be read under this one.
        let is_misfit = row.context().flaws.header.is_some();
        if !row.header().is_usable() || sink.piece.broken_off || is_misfit {
            return None;
        }
        if std::mem::take(&mut self.is_below_header) && heading::is_of_letters(row) {
            sink.pass_over(RepairKind::ColumnLetters);
            return None;
        }
        let cell = self.above.read_cell(row);
        // A text in a cell whose quote stays open is told once.
        self.is_in_open_quote &= cell.id.is_none();
        if self.is_in_open_quote || !whole::is_whole(row, &cell, sink) {
            return None;
        }
        if cell.id.is_some() {
            nearly::see_unread(row, sink);
        }
        nearly::warn_of_nameless(row, sink);
        let is_other = cell.id.is_none() && self.is_no_data(row, &cell, identities, sink);
        (!is_other).then_some(cell)
    }

    /// Whether a row without an id is none of data.
    fn is_no_data(
        &mut self,
        row: TableRow,
        cell: &IndicatorCell,
        identities: &mut Identities,
        sink: &mut Sink,
    ) -> bool {
        self.above.forget();
        let Some(heading) = heading::read_heading(row) else {
            return around::is_no_data(row, cell, sink);
        };
        if heading.criterion.is_none() && titled::heads_other_level(row) {
            let title = row.first();
            sink.find(row.unreadable(text::title_between(title), text::split_tables()));
            sink.piece.broken_off = true;
            return true;
        }
        sink.pass_over(RepairKind::HeadingRows);
        flaw::marks(row).for_each(|problem| sink.find(problem));
        if let Some(criterion) = heading.criterion {
            claims::keep_of_criterion(row, criterion, identities, sink);
        }
        true
    }
}
