//! A sheet of a workbook laid out as a table.

use std::sync::Arc;

use super::book::{self, Formulas, Places, Sheet, SheetRow};
use super::column::Column;
use super::context::Context;
use super::header::{Header, HeaderSearch};
use super::id_column::IdColumns;
use super::layout::Layout;

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
        let layout = layout(&sheet, above, context);
        let mut merged = 0;
        if let Some(Layout { header, .. }) = &layout {
            let values = [Column::Value, Column::Numerator, Column::Denominator];
            let places = Places {
                context: header.spreadable(),
                values: values.into_iter().filter_map(|column| header.place(column)).collect(),
                indicator: header.place(Column::Indicator),
            };
            sheet.mark_merged_values(above, &places);
            merged = sheet.spread_merged(above, &places.context);
            for (claim, ids) in header.claims().zip(places.indicator.into_iter().cycle()) {
                sheet.mark_spanning(above, claim.place, ids);
            }
            sheet.show(above, &places.values);
            if let Some(column) = header.place(Column::Period) {
                sheet.days_as_months(column);
            }
        }
        SheetTable { sheet, above, indicators: search.indicators, layout, merged }
    }

    /// The places of the columns that are read.
    fn columns(&self) -> Vec<usize> {
        let header = self.layout.iter().map(|layout| &layout.header);
        header.flat_map(|header| header.columns().map(|(_, _, place)| place)).collect()
    }

    pub(super) fn formulas(&self) -> Formulas {
        self.sheet.formulas(self.above, &self.columns())
    }

    pub(super) fn disbelieve(&mut self) {
        self.sheet.disbelieve(self.above, &self.columns());
    }

    pub(super) fn header(&self) -> Option<&Header> {
        self.layout.as_ref().map(|layout| &*layout.header)
    }

    /// The rows below the header.
    pub(super) fn rows_below(&self) -> &[SheetRow] {
        self.sheet.rows.get(self.above + 1..).unwrap_or_default()
    }
}

/// The header of a sheet with its line, and where it has the ids.
fn layout(sheet: &Sheet, above: usize, context: Option<&Context>) -> Option<Layout> {
    let mut line = book::Line::default();
    let row = line.row(sheet.rows.get(above)?);
    let (mut header, number) = (Header::from_row(&row), row.line);
    if let Some(mut columns) = context.and_then(|context| IdColumns::from_header(&header, context))
    {
        for row in sheet.rows.iter().skip(above + 1) {
            columns.see(&header, &line.row(row));
        }
        columns.choose(&mut header);
    }
    Some(Layout { delimiter: b',', header: Arc::new(header), line: number })
}
