//! Rows: what a row says, step by step. Whose is it and of when, what law is in force for
//! that, of what indicator does it speak, how much does it give.

use std::sync::Arc;

use super::applicable::Applicable;
use super::context::Context;
use super::data_rows::DataRows;
use super::encoding::BadEncoding;
use super::identity::Identities;
use super::layout::Layout;
use super::opened::Unusable;
use super::sink::Sink;
use super::table::Row;
use super::table_row::{Table, TableRow};
use super::titled::Titles;
use super::{around, claims, copy_row, documents, flaw, head, measure, quote_row, whole};
use crate::text;

/// Reads the rows of a piece of a file, one after the other.
pub(super) struct RowReader<'a> {
    table: Table<'a>,
    pub(super) data_rows: DataRows,
    identities: Identities<'a>,
    applicable: Applicable,
    titles: Titles,
    pub(super) sink: Sink,
}

impl<'a> RowReader<'a> {
    /// `line`: the one on which the piece begins.
    /// `group`: which of several headers it reads by.
    pub(super) fn new(
        context: &'a Context<'a>,
        layout: Layout,
        line: u64,
        group: usize,
    ) -> RowReader<'a> {
        let mut sink = Sink::new(context, line);
        sink.piece.header = Arc::clone(&layout.header);
        sink.piece.group = group;
        RowReader {
            table: Table::new(context, layout),
            data_rows: DataRows::default(),
            identities: Identities::new(context),
            applicable: Applicable::default(),
            titles: Titles::default(),
            sink,
        }
    }

    /// What was read, unless a cell lost letters on the way.
    pub(super) fn end(mut self) -> Result<Sink, Unusable> {
        self.sink.close();
        match self.sink.lost.take() {
            Some(cell) => Err(Unusable::Encoding(BadEncoding::Lost(cell))),
            None => Ok(self.sink),
        }
    }

    /// A quote that is opened on a line and never rightly closed.
    pub(super) fn open_quote(&mut self, line: u64, is_below_header: bool) {
        self.sink.piece.rows += usize::from(is_below_header);
        self.sink.find(self.table.line_fault(line, text::open_quote(), text::mend_quote()));
        self.data_rows.is_in_open_quote = true;
    }

    /// A line that is too long to be a row.
    pub(super) fn overlong(&mut self, line: u64) {
        self.sink.piece.rows += 1;
        self.sink.find(self.table.line_fault(line, text::line_too_long(), text::a_row_a_line()));
    }

    /// A row above the header, which has its indicators in the column at `indicators`; of a
    /// text, with its delimiter.
    pub(super) fn read_title(&mut self, row: &Row, indicators: Option<usize>, text: Option<u8>) {
        let row = TableRow { table: &self.table, cells: row };
        match text {
            Some(delimiter) => {
                around::pass_over_title_of_text(row, indicators, delimiter, &mut self.sink);
            }
            None => around::pass_over_title(row, indicators, false, &mut self.sink),
        }
    }

    /// The header: how the table is laid out.
    pub(super) fn read_header(&mut self, layout: &Layout, row: &Row) {
        self.table.layout = layout.clone();
        self.data_rows.is_below_header = true;
        self.look_for_lost_letters(row);
        head::report(&self.table, row, &mut self.identities, &mut self.sink);
        self.table.layout = layout.of_one(0);
        self.sink.piece.header = Arc::clone(&self.table.layout.header);
        copy_row::keep_header(&self.table, &mut self.sink);
    }

    /// A row of the header, in which a question mark may stand for a letter.
    pub(super) fn look_for_lost_letters(&mut self, row: &Row) {
        if self.data_rows.may_have_lost_letters && self.sink.lost.is_none() {
            self.sink.lost = head::lost_letters(row).map(str::to_owned);
        }
    }

    /// A row below the header: whose it is and of when, the law in force, the indicator, the
    /// value; what comes of it is the sink's.
    pub(super) fn read_row(&mut self, row: &Row) {
        let RowReader { table, data_rows, identities, applicable, titles, sink } = self;
        let row = TableRow { table, cells: row };
        let Some(mut cell) = data_rows.cell_of(row, identities, sink) else {
            return;
        };
        sink.faults.clear();
        if flaw::report(row, sink) {
            return sink.end_nobodys_row();
        }
        let is_flawed = !sink.faults.is_empty();
        let Some(who) = identities.read_identity(row, sink) else {
            return sink.shape.see(row.cells.len());
        };
        documents::check(row, who.period, sink);
        let law = applicable.find(row, &who, sink);
        let is_tail = !cell.has_digit && !is_flawed && around::is_text(row) && !whole::is_cut(row);
        if let Some(law) = law.filter(|_| !is_tail) {
            sink.begin(&who, law);
        }
        let readable = law.filter(|_| is_tail || !titles.is_of_other_time(row, &who, sink));
        let found = readable.and_then(|law| Some((law, cell.find_in(law, row, &who, sink)?)));
        let slot = found.and_then(|found| {
            data_rows.above.remember(row, &cell, found);
            cell.take_part_beside(row, &found.0.indicators[found.1]);
            measure::read_measure(row, &cell, &who, found, sink)
        });
        if is_tail {
            return sink.end_tail_row(row, who);
        }
        sink.keep_to_unreadable();
        let law = law.map(AsRef::as_ref);
        let apart = claims::keep(row, &who, slot, law, sink);
        copy_row::keep(row, &cell, &who, (law, &apart), sink);
        quote_row::keep(row, &cell, law, sink);
        whole::see_shape(row, sink);
        sink.end_row(row, who, slot);
    }
}
