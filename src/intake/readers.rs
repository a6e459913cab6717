//! The readers of a table: one, or one for each commune or month that it has columns for.
//! Each reads all rows as if its columns stood alone beside the shared ones.

use super::context::Context;
use super::layout::Layout;
use super::opened::Unusable;
use super::row::RowReader;
use super::sink::Sink;
use super::table::Row;

/// Reads the rows of a piece of a file, one after the other.
pub(super) struct Readers<'a> {
    context: &'a Context<'a>,
    line: u64,
    all: Vec<RowReader<'a>>,
}

impl<'a> Readers<'a> {
    /// `layout` is that of the pieces before; `line`: the one on which the piece begins.
    pub(super) fn new(context: &'a Context<'a>, layout: Option<&Layout>, line: u64) -> Readers<'a> {
        let layout = layout.cloned().unwrap_or_default();
        let headers = 0..layout.headers().len();
        let reader = |group| RowReader::new(context, layout.of_one(group), line, group);
        Readers { context, line, all: headers.map(reader).collect() }
    }

    /// The first of them, which says what is of the file and of no row.
    pub(super) fn first(&mut self) -> &mut RowReader<'a> {
        &mut self.all[0]
    }

    pub(super) fn each(&mut self, then: impl FnMut(&mut RowReader<'a>)) {
        self.all.iter_mut().for_each(then);
    }

    /// The header: how the table is laid out.
    pub(super) fn read_header(&mut self, layout: &Layout, row: &Row) {
        self.first().read_header(layout, row);
        for group in 1..layout.headers().len() {
            let mut reader = RowReader::new(self.context, layout.of_one(group), self.line, group);
            let first = &self.all[0].data_rows;
            reader.data_rows.is_below_header = true;
            reader.data_rows.may_have_lost_letters = first.may_have_lost_letters;
            self.all.push(reader);
        }
    }

    /// A row below the header.
    pub(super) fn read_row(&mut self, row: &Row) {
        self.each(|reader| reader.read_row(row));
    }

    /// What was read, unless a cell lost letters on the way.
    pub(super) fn end(self) -> Result<Vec<Sink>, Unusable> {
        self.all.into_iter().map(RowReader::end).collect()
    }
}
