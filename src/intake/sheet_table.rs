//! A sheet of a workbook laid out as a table.

use std::sync::Arc;

use super::across;
use super::book::{self, Formulas, Places, Sheet, SheetRow};
use super::column::Column;
use super::context::Context;
use super::header_search::HeaderSearch;
use super::id_column::IdColumns;
use super::layout::{self, Layout};

/// A sheet as a table.
pub(super) struct SheetTable {
    pub(super) sheet: Sheet,
    /// How many rows stand above the header.
    pub(super) above: usize,
    /// Where the header has its indicators.
    pub(super) indicators: Option<usize>,
    /// The header with its line; `None` where the sheet is empty.
    pub(super) layout: Option<Layout>,
    /// How many merged cells were spread.
    pub(super) merged: usize,
}

impl SheetTable {
    /// `context` says in which column the ids stand where several may hold them.
    pub(super) fn new(
        mut sheet: Sheet,
        search: &HeaderSearch,
        context: Option<&Context>,
    ) -> SheetTable {
        let above = search.above;
        let layout = layout(&sheet, search, context);
        let mut merged = 0;
        if let Some(layout) = &layout {
            // Merged cells of the header are its own.
            let last = above + layout.height - 1;
            let header = &layout.header;
            let mut context: Vec<usize> =
                layout.headers().iter().flat_map(|header| header.spreadable()).collect();
            context.sort_unstable();
            context.dedup();
            let values = layout.results();
            let places = Places { context, values, indicator: header.place(Column::Indicator) };
            sheet.mark_merged_values(last, &places);
            merged = sheet.spread_merged(last, &places.context);
            let claims = layout.headers().iter().flat_map(|header| header.claims());
            for (claim, ids) in claims.zip(places.indicator.into_iter().cycle()) {
                sheet.mark_spanning(last, claim.place, ids);
            }
            sheet.show(last, &places.values);
            if let Some(column) = header.place(Column::Period) {
                sheet.days_as_months(column);
            }
        }
        SheetTable { sheet, above, indicators: search.indicators, layout, merged }
    }

    /// The places of the columns that are read.
    fn columns(&self) -> Vec<usize> {
        let headers = self.layout.iter().flat_map(Layout::headers);
        let read = headers.flat_map(|header| header.columns().map(|(_, _, place)| place));
        let mut places: Vec<usize> =
            read.chain(self.layout.iter().flat_map(Layout::results)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The index of the last row of the header.
    fn last(&self) -> usize {
        self.above + self.layout.as_ref().map_or(1, |layout| layout.height) - 1
    }

    pub(super) fn formulas(&self) -> Formulas {
        self.sheet.formulas(self.last(), &self.columns())
    }

    pub(super) fn disbelieve(&mut self) {
        self.sheet.disbelieve(self.last(), &self.columns());
    }

    /// The rows below the header.
    pub(super) fn rows_below(&self) -> &[SheetRow] {
        self.sheet.rows.get(self.last() + 1..).unwrap_or_default()
    }
}

/// The header of a sheet with its line, and where it has the ids.
fn layout(sheet: &Sheet, search: &HeaderSearch, context: Option<&Context>) -> Option<Layout> {
    let first = sheet.rows.get(search.above)?;
    let mut layout = across::lay_out(&search.heads, first.line, context);
    let mut line = book::Line::default();
    let titles = sheet.rows.iter().take(search.above);
    let rows = titles.map(|row| layout::title_line(&line.row(row)));
    layout.titles = sheet.titles.iter().cloned().chain(rows).collect();
    let header = Arc::clone(&layout.header);
    if let Some(mut columns) = context.and_then(|context| IdColumns::from_header(&header, context))
    {
        for row in sheet.rows.iter().skip(search.above + layout.height) {
            columns.see(&header, &line.row(row));
        }
        columns.choose(&mut layout);
    }
    Some(layout)
}
