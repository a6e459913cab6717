//! A table of a sheet.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatType, Format, FormatAlign, Formula, XlsxError,
};

use super::super::workbook::in_binary;
use super::fit::lines;
use super::layout::Span;
use super::sheet::{Sheet, height_of};
use super::style::{self, ALIKE, LINE, places};
use crate::exact::Exact;
use crate::report::document::{FooterCell, Grid, Total};
use crate::report::{Cell, Content, Room, Table, Tone};
use crate::text::{self, Text};

/// The rows of a sheet; one less than how many there are is the number of the last.
const ROWS: usize = 1_048_576;
/// A number in binary is certain to so many digits.
const DIGITS: usize = 15;
/// The decimals of a share of one that is shown in percent.
const SHARE: u32 = 8;
/// The height of a row that sets apart, in points.
pub(super) const GAP: u32 = 9;

/// What a caption, a head and sums take, in points.
const AROUND: u32 = 80;

/// The rows that a table takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) head: u32,
    pub(super) first: u32,
    /// The last row of the body; above `first` where there is none.
    pub(super) last: u32,
}

/// A column being written.
struct Column {
    span: Span,
    numeric: bool,
    sign: bool,
    /// Whether rules give its tones.
    ruled: bool,
    /// Whether sums below take its numbers, which then are kept in full.
    summed: bool,
    /// The decimals that all of its numbers are shown with.
    decimals: Option<usize>,
}

impl Grid {
    /// How many columns say what a row is about and stay in sight.
    pub(super) fn names(&self) -> u16 {
        let unbroken = self.table.columns.iter().take_while(|c| c.room == Room::Unbroken);
        u16::try_from(unbroken.count().max(1)).unwrap_or(1)
    }
}

impl Sheet<'_> {
    /// Writes a table.
    pub(super) fn grid(&mut self, grid: &Grid) -> Result<Body, XlsxError> {
        let rows = &grid.table.rows;
        if rows.len().saturating_add(self.row as usize) >= ROWS {
            return Err(XlsxError::RowColumnLimitError);
        }
        if self.row > 0 {
            self.end_row(1, GAP)?;
        }
        let columns = self.columns(grid);
        let heights: Vec<usize> = rows.iter().map(|row| self.lines_of(row, &columns)).collect();
        let all = heights.iter().map(|lines| height_of(*lines, LINE));
        let all = all.fold(AROUND, u32::saturating_add);
        let is_long = !self.one_table && self.keep_together(all)?;
        if let Some(caption) = &grid.table.caption {
            let caption = caption.get(self.lang);
            let width = self.layout.width();
            let count = lines(caption, width - width / 8, Tone::Strong);
            self.across(caption, &style::caption(), count, LINE + 1)?;
        }
        let head = self.row;
        self.head(&grid.table, &columns)?;
        if is_long {
            self.page.set_repeat_rows(head, head)?;
        }
        let first = self.row;
        for (row, lines) in rows.iter().zip(heights) {
            self.body(row, &columns)?;
            self.end_row(lines, LINE)?;
        }
        let body = Body { head, first, last: self.row - 1 };
        if rows.is_empty() {
            self.paragraph(Tone::Faint, text::nothing_listed().get(self.lang))?;
            return Ok(body);
        }
        self.colour(grid, &columns, body)?;
        if !grid.foot.is_empty() {
            self.foot(&grid.foot, &columns, body)?;
        }
        Ok(body)
    }

    fn columns(&self, grid: &Grid) -> Vec<Column> {
        let spans = self.layout.spans(grid, self.lang);
        let Table { columns, rows, .. } = &grid.table;
        let columns = columns.iter().zip(spans).enumerate();
        let columns = columns.map(|(place, (column, span))| {
            let cells = || rows.iter().filter_map(|row| row.get(place));
            let foot = grid.foot.get(place);
            Column {
                span,
                numeric: column.numeric,
                sign: grid.heat && column.room == Room::Tight,
                ruled: self.verdicts.are_all(cells(), grid.heat, self.lang),
                summed: foot.is_some_and(|f| matches!(f.total, Some(Total::Mean))),
                decimals: decimals(cells()),
            }
        });
        columns.collect()
    }

    fn head(&mut self, table: &Table, columns: &[Column]) -> Result<(), XlsxError> {
        let mut most = 1;
        for (column, at) in table.columns.iter().zip(columns) {
            let head = column.head.get(self.lang);
            // Set in the middle, nothing is lost to a margin.
            most = most.max(lines(head, at.span.width + 1, Tone::Strong));
            self.text(at.span, head, style::head())?;
        }
        // Buttons of a filter take a line.
        self.end_row(most + usize::from(self.is_list()), LINE)
    }

    fn body(&mut self, row: &[Cell], columns: &[Column]) -> Result<(), XlsxError> {
        let is_heading = is_heading(row);
        let empty = Cell::default();
        let cells = row.iter().chain(std::iter::repeat(&empty));
        for (cell, column) in cells.zip(columns) {
            let tone = if column.ruled { Tone::Plain } else { cell.tone };
            let look = if is_heading { style::band(tone) } else { style::body(tone) };
            self.cell(cell, column, look)?;
        }
        Ok(())
    }

    /// How many lines a row takes.
    fn lines_of(&self, row: &[Cell], columns: &[Column]) -> usize {
        let is_heading = is_heading(row);
        let lines = row.iter().zip(columns).map(|(cell, column)| {
            let tone = if is_heading { Tone::Strong } else { cell.tone };
            lines(&self.content_text(&cell.content), column.span.width, tone)
        });
        lines.max().unwrap_or(1)
    }

    /// The words of a cell, line by line.
    fn content_text(&self, content: &Content) -> String {
        match content {
            Content::Words(text) => text.get(self.lang).to_owned(),
            Content::Lines(lines) => Text::join(lines, "\n").get(self.lang).to_owned(),
            Content::Empty | Content::Number(..) | Content::Way(_) => String::new(),
        }
    }

    fn cell(&mut self, cell: &Cell, column: &Column, look: Format) -> Result<(), XlsxError> {
        let look = if column.numeric {
            look.set_align(FormatAlign::Right)
        } else if column.sign {
            look.set_align(FormatAlign::Center)
        } else {
            style::apart(look)
        };
        match &cell.content {
            Content::Empty => self.join(column.span, &look),
            content @ (Content::Words(_) | Content::Lines(_)) => {
                self.text(column.span, &self.content_text(content), look)
            }
            Content::Number(number, most) => {
                let shown = column.decimals.unwrap_or_else(|| style::decimals(number, *most));
                let digits = if column.summed { in_full(number) } else { number.rounded(*most) };
                self.number(column.span, &digits, style::number(look, shown))
            }
            Content::Way(part) => {
                let whole = (part * &Exact::HUNDRED).is_whole();
                let look = style::share(look, if whole { 0 } else { ALIKE as usize });
                self.number(column.span, &part.rounded(SHARE), look)
            }
        }
    }

    /// A number, or its digits where a workbook would keep another one.
    fn number(&mut self, span: Span, digits: &str, look: Format) -> Result<(), XlsxError> {
        let Some(binary) = in_binary(digits) else {
            return self.text(span, digits, look);
        };
        self.join(span, &look)?;
        self.page.write_number_with_format(self.row, span.first, binary, &look)?;
        Ok(())
    }

    /// Verdicts by rules, and bars for the way that is done.
    fn colour(&mut self, grid: &Grid, columns: &[Column], body: Body) -> Result<(), XlsxError> {
        let ruled = || columns.iter().filter(|column| column.ruled).map(|column| column.span);
        if grid.heat {
            if let (Some(one), Some(other)) = (ruled().next(), ruled().next_back()) {
                let range = (body.first, one.first, body.last, other.last);
                self.verdicts.colour(self.page, range, true)?;
            }
        } else {
            for span in ruled() {
                let range = (body.first, span.first, body.last, span.first);
                self.verdicts.colour(self.page, range, false)?;
            }
        }
        for (place, column) in columns.iter().enumerate() {
            let mut cells = grid.table.rows.iter().filter_map(|row| row.get(place));
            if cells.any(|cell| matches!(cell.content, Content::Way(_))) {
                let at = column.span.first;
                self.page.add_conditional_format(body.first, at, body.last, at, &bar())?;
            }
        }
        Ok(())
    }

    /// Sums and means as formulas, with what they come to for programs that do not
    /// compute.
    fn foot(
        &mut self,
        foot: &[FooterCell],
        columns: &[Column],
        body: Body,
    ) -> Result<(), XlsxError> {
        for (foot, column) in foot.iter().zip(columns) {
            let (Some(total), Content::Number(number, most)) = (foot.total, &foot.cell.content)
            else {
                self.cell(&foot.cell, column, style::foot())?;
                continue;
            };
            let cell = |row| row_col_to_cell(row, column.span.first);
            let range = format!("{}:{}", cell(body.first), cell(body.last));
            let formula = match total {
                Total::Mean => format!("AVERAGE({range})"),
                Total::Count(sign) => format!("COUNTIF({range},\"{}\")", criterion(sign)),
            };
            let formula = Formula::new(formula).set_result(in_full(number));
            let look = style::number(style::foot(), places(&number.rounded(*most)));
            let look = if column.sign { look.set_align(FormatAlign::Center) } else { look };
            self.join(column.span, &look)?;
            self.page.write_formula_with_format(self.row, column.span.first, formula, &look)?;
        }
        self.end_row(1, LINE)
    }
}

/// Whether a row stands above others: its first words are heavy.
fn is_heading(row: &[Cell]) -> bool {
    let filled = row.iter().find(|cell| !matches!(cell.content, Content::Empty));
    filled.is_some_and(|cell| cell.tone == Tone::Strong)
}

/// What counts cells that show a sign, and not what the sign may mean in a formula.
fn criterion(sign: char) -> String {
    match sign {
        '?' | '*' | '~' => format!("=~{sign}"),
        '"' => "=\"\"".to_owned(),
        sign => format!("={sign}"),
    }
}

/// A bar from nothing to all of the way.
fn bar() -> ConditionalFormatDataBar {
    ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_fill_color(style::BAR)
        .set_solid_fill(true)
        .set_border_off(true)
}

/// As many digits as a workbook keeps.
fn in_full(number: &Exact) -> String {
    let whole = number.rounded(0);
    let digits = whole.trim_start_matches(['-', '0']).len();
    number.rounded(u32::try_from(DIGITS.saturating_sub(digits)).unwrap_or_default())
}

/// The decimals that all numbers of a column are shown with; `None` where they are of
/// several kinds, each with its own decimals.
fn decimals<'c>(cells: impl Iterator<Item = &'c Cell>) -> Option<usize> {
    let of = |cell: &Cell| match &cell.content {
        Content::Number(number, most) => Some((style::decimals(number, *most), *most)),
        _ => None,
    };
    let (shown, allowed): (Vec<usize>, Vec<u32>) = cells.filter_map(of).unzip();
    let alike = allowed.iter().max().is_some_and(|most| *most <= ALIKE);
    alike
        .then(|| shown.into_iter().max())
        .flatten()
        .map(|most| if most == 0 { 0 } else { ALIKE as usize })
}
