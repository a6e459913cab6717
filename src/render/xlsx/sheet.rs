//! A sheet being written from top to bottom.

use rust_xlsxwriter::{Format, FormatAlign, IgnoreError, Worksheet, XlsxError};

use super::super::workbook::{A4, cut, safe};
use super::fit::lines;
use super::layout::{Layout, PAGE, Span, grid_of, right_of};
use super::style::{self, LINE};
use super::verdicts::Verdicts;
use crate::report::Tone;
use crate::report::document::{Block, Document, Section, ShownIn};
use crate::text::{self, Lang};

/// So many lines of text at most stay above the head of a table, which stays in sight.
const ABOVE: usize = 7;
/// How high a page of A4 on its side is between the margins, in points.
const PAGE_HEIGHT: u32 = 505;
/// The highest that a row can be, in points.
const HIGHEST: u32 = 409;
/// The longest title that the footer takes, which has 255 characters in all.
const LONGEST_FOOTER: usize = 200;
/// The longest text of which a change by hand is to stay a text.
const LITERAL: usize = 64;
/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\n'];

/// A sheet being written.
pub(super) struct Sheet<'p> {
    pub(super) page: &'p mut Worksheet,
    pub(super) name: &'p str,
    pub(super) layout: Layout,
    pub(super) verdicts: &'p Verdicts,
    pub(super) lang: Lang,
    /// The next row that is free.
    pub(super) row: u32,
    /// How high what was written is when printed at full size, in points.
    pub(super) height: u32,
    /// Whether one table is all that it has, so that the table's head can stay in sight.
    pub(super) one_table: bool,
    shown_in: ShownIn,
    /// The first row right of the page that is free, for the figures of charts.
    pub(super) beside: u32,
    /// Rows before which a new page begins.
    pub(super) breaks: Vec<u32>,
}

impl<'p> Sheet<'p> {
    pub(super) fn new(
        page: &'p mut Worksheet,
        name: &'p str,
        section: &Section,
        verdicts: &'p Verdicts,
        lang: Lang,
    ) -> Sheet<'p> {
        Sheet {
            page,
            name,
            layout: Layout::new(section, lang),
            verdicts,
            lang,
            row: 0,
            height: 0,
            one_table: section.blocks.iter().filter_map(grid_of).count() == 1,
            shown_in: section.shown_in,
            beside: 0,
            breaks: Vec::new(),
        }
    }

    /// The report's title and what stands below it.
    pub(super) fn begin_report(&mut self, document: &Document) -> Result<(), XlsxError> {
        self.title(document.title.get(self.lang))?;
        for line in document.lead.iter().chain(&document.beyond_workbook()) {
            self.paragraph(Tone::Plain, line.get(self.lang))?;
        }
        Ok(())
    }

    pub(super) fn title(&mut self, title: &str) -> Result<(), XlsxError> {
        // Its letters are wider.
        let width = self.layout.width();
        let count = lines(title, width - width / 4, Tone::Strong);
        self.across(title, &style::title(), count, LINE + 5)
    }

    /// What a section holds. Lines too long to stay above a table whose head stays in
    /// sight come below it.
    pub(super) fn section(&mut self, section: &Section) -> Result<(), XlsxError> {
        for (place, width) in (0..).zip(self.layout.widths.clone()) {
            self.page.set_column_width(place, width)?;
        }
        let mut above = ABOVE;
        let mut below: Vec<&Block> = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Line(_, line) if self.one_table => {
                    let needed = lines(line.get(self.lang), self.layout.width(), Tone::Strong);
                    match above.checked_sub(needed).filter(|_| below.is_empty()) {
                        None => below.push(block),
                        Some(left) => {
                            above = left;
                            self.block(block)?;
                        }
                    }
                }
                Block::Grid(_) => {
                    // Below the table there is room for all.
                    above = usize::MAX;
                    self.block(block)?;
                }
                _ => self.block(block)?,
            }
        }
        below.into_iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Line(tone, line) => self.paragraph(*tone, line.get(self.lang)),
            Block::Grid(grid) => {
                let body = self.grid(grid)?;
                if self.one_table {
                    self.page.set_freeze_panes(body.first, grid.names())?;
                    self.page.set_repeat_rows(body.head, body.head)?;
                    if self.is_list() && body.last >= body.first {
                        let last = self.layout.across().last;
                        self.page.autofilter(body.head, 0, body.last, last)?;
                    }
                }
                Ok(())
            }
            Block::Chart(chart) => self.chart(chart),
        }
    }

    pub(super) fn paragraph(&mut self, tone: Tone, line: &str) -> Result<(), XlsxError> {
        let count = lines(line, self.layout.width(), tone);
        self.across(line, &style::line(tone), count, LINE)
    }

    /// A text over the whole width, in so many lines of so many points.
    pub(super) fn across(
        &mut self,
        text: &str,
        look: &Format,
        count: usize,
        line: u32,
    ) -> Result<(), XlsxError> {
        let look = if count > 1 { look.clone().set_text_wrap() } else { look.clone() };
        // A short text runs over the cells beside it.
        let span = self.layout.across();
        let span = if count > 1 { span } else { Span { last: span.first, ..span } };
        self.text(span, text, if count > 1 { look } else { unwrapped(look) })?;
        self.end_row(count, line)
    }

    /// Whether it is a long list, to be sorted and filtered.
    pub(super) fn is_list(&self) -> bool {
        self.one_table && self.shown_in == ShownIn::Workbook
    }

    /// A text in the current row.
    pub(super) fn text(&mut self, span: Span, text: &str, look: Format) -> Result<(), XlsxError> {
        let text = safe(text, self.lang);
        let look = match text.chars().count() {
            // What looks like a number or a date stays what it is when somebody edits it.
            count if count <= LITERAL => look.set_num_format("@"),
            _ => look,
        };
        let look = if text.starts_with(FORMULA) { look.set_quote_prefix() } else { look };
        self.join(span, &look)?;
        self.page.write_string_with_format(self.row, span.first, text, &look)?;
        Ok(())
    }

    /// Cells become one where a column of a table takes several.
    pub(super) fn join(&mut self, span: Span, look: &Format) -> Result<(), XlsxError> {
        if span.last > span.first {
            self.page.merge_range(self.row, span.first, self.row, span.last, "", look)?;
        } else {
            self.page.write_blank(self.row, span.first, look)?;
        }
        Ok(())
    }

    /// Goes to the next row, after making this as high as so many lines of so many
    /// points. It is said, as not every program finds out by itself.
    pub(super) fn end_row(&mut self, lines: usize, line: u32) -> Result<(), XlsxError> {
        let height = height_of(lines, line);
        self.page.set_row_height(self.row, height)?;
        self.height += height;
        self.row += 1;
        Ok(())
    }

    /// Begins a new page where so much, in points, does not fit on what is left of this
    /// and would on one of its own. After several pages nobody knows how much is left.
    /// Returns whether it is more than a page.
    pub(super) fn keep_together(&mut self, needed: u32) -> Result<bool, XlsxError> {
        // What is wider than a page is printed smaller, and more of it fits.
        let page = PAGE_HEIGHT * u32::from(self.layout.width().max(PAGE)) / u32::from(PAGE);
        if needed <= page && self.height + needed > page {
            self.breaks.push(self.row);
            self.page.set_page_breaks(&self.breaks)?;
            self.height = 0;
        }
        Ok(needed > page)
    }

    /// Paper, margins and what stands on every page.
    pub(super) fn set_up_printing(
        &mut self,
        title: &str,
        mark: Option<&str>,
    ) -> Result<(), XlsxError> {
        let across = self.layout.across();
        let last = self.row.saturating_sub(1);
        // In a footer `&` begins a command.
        let doubled = title.matches('&').count().min(LONGEST_FOOTER / 2);
        let title = cut(title, LONGEST_FOOTER - doubled, "…").replace('&', "&&");
        let page = text::footer_page();
        let footer = format!("&L&9 {title} – &A&R&9 {} &P/&N", page.get(self.lang));
        let page = &mut *self.page;
        page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        page.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer(footer);
        if let Some(mark) = mark {
            page.set_header(format!("&C&B{}", mark.replace('&', "&&")));
        }
        page.set_header_footer_scale_with_doc(false).set_print_center_horizontally(true);
        page.set_print_area(0, 0, last, across.last)?;
        // Codes and numbers of indicators are texts.
        let beside = last.max(self.beside);
        let right = right_of(across.last);
        page.ignore_error_range(0, 0, beside, right, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// How high a row of so many lines is.
pub(super) fn height_of(lines: usize, line: u32) -> u32 {
    let lines = u32::try_from(lines.max(1)).unwrap_or(HIGHEST);
    lines.saturating_mul(line).saturating_add(1).min(HIGHEST)
}

/// Not wrapped, so that it runs on.
fn unwrapped(look: Format) -> Format {
    look.unset_text_wrap().set_align(FormatAlign::Top)
}
