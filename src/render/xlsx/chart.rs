//! Charts of the spreadsheet's own. Their figures stand right of what is printed, with a
//! label; the chart has rows of its own and covers nothing.

use rust_xlsxwriter::XlsxError;

use super::super::workbook::in_binary;
use super::drawing::{DECIMALS, Figures, draw};
use super::grid::GAP;
use super::layout::{CHART_COLUMNS, Span};
use super::sheet::Sheet;
use super::style::{self, places};
use crate::report::document::Chart;
use crate::text;

/// How high a chart is: so many rows.
const ROWS: u32 = 15;
/// The height of such a row, in pixels and in points.
const ROW: (u32, u32) = (20, 15);
/// How far it stays off the row above, in pixels.
const OFFSET: u32 = 4;
/// The widest that a chart gets, in pixels.
const WIDEST: u32 = 1080;
/// How wide the labels are, in characters.
const LABELS: u16 = 22;

impl<'p> Sheet<'p> {
    /// Draws a chart below what is there.
    pub(super) fn chart(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        if chart.labels.is_empty() || chart.series.is_empty() {
            return Ok(());
        }
        let figures = self.figures(chart)?;
        let mut drawn = draw(chart, &figures, self.lang);
        let pixels = self.layout.widths.iter().map(|width| u32::from(*width) * 7 + 5);
        drawn.set_width(pixels.sum::<u32>().min(WIDEST)).set_height(ROWS * ROW.0 - 2 * OFFSET);
        self.end_row(1, GAP)?;
        self.keep_together(ROWS * ROW.1)?;
        self.page.insert_chart_with_offset(self.row, 0, &drawn, 0, OFFSET)?;
        self.row += ROWS;
        self.height += ROWS * ROW.1;
        Ok(())
    }

    /// Writes the figures right of the page.
    fn figures(&mut self, chart: &Chart) -> Result<Figures<'p>, XlsxError> {
        let label = self.layout.across().last.saturating_add(2);
        let (below, lang) = (self.row, self.lang);
        let at = |place: u16| Span { first: label + place, last: label + place, width: LABELS };
        self.page.set_column_width(label, LABELS)?;
        self.row = self.beside;
        let caption = text::chart_figures(&chart.title);
        self.text(at(0), caption.get(lang), style::text().set_italic())?;
        self.row += 1;
        for (place, series) in (1..CHART_COLUMNS).zip(&chart.series) {
            self.text(at(place), series.name.get(lang), style::text().set_bold())?;
        }
        let first = self.row + 1;
        for (place, name) in chart.labels.iter().enumerate() {
            self.row += 1;
            self.text(at(0), name.get(lang), style::text())?;
            for (column, series) in (1..CHART_COLUMNS).zip(&chart.series) {
                // What is not known stays empty: never zero.
                let figure = series.values.get(place).and_then(Option::as_ref);
                let digits = figure.map(|figure| figure.rounded(DECIMALS)).unwrap_or_default();
                if let Some(number) = in_binary(&digits) {
                    let look = style::number(style::text(), places(&digits));
                    self.page.write_number_with_format(self.row, label + column, number, &look)?;
                }
            }
        }
        let last = self.row;
        (self.beside, self.row) = (last + 2, below);
        Ok(Figures { sheet: self.name, label, first, last })
    }
}
