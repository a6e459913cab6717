//! How wide the columns of a sheet are, and how its tables lie in them: those of the
//! table with most columns are the sheet's; a column of another spans several.

use super::fit;
use super::style::{self, ALIKE};
use crate::report::document::{Block, Grid, Section};
use crate::report::{Cell, Content, Room, Table, Tone};
use crate::text::{Figure, Lang, Text, Words};

/// So many characters fit across a page at full size.
pub(super) const PAGE: u16 = 146;
/// So many do when it is printed a little smaller.
const MOST: u16 = 172;
/// So many fill it well.
const FULL: u16 = 144;
/// How wide columns of long names and others may be, from roomy to narrow.
const STEPS: [(u16, u16); 10] = [
    (90, 90),
    (70, 70),
    (60, 40),
    (52, 36),
    (46, 33),
    (44, 30),
    (42, 25),
    (40, 20),
    (38, 17),
    (36, 14),
];
/// With others of this width even names are broken.
const LEAST: u16 = 14;
/// So wide they are then.
const NARROW: u16 = 12;
/// A sign and its margins.
const TIGHT: u16 = 4;
/// The margins of a number.
const MARGINS: usize = 2;
/// A head stands on about so many lines.
const HEAD_LINES: usize = 3;
/// A word that is longer is broken.
const LONGEST_WORD: usize = 14;
/// A percentage with its bar.
const BAR: usize = 9;
/// So wide is a sheet without a table.
const NO_TABLE: u16 = 100;

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    /// How wide they are, in characters.
    pub(super) widths: Vec<u16>,
}

/// The columns that a cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: u16,
    pub(super) last: u16,
    /// How wide they are together.
    pub(super) width: u16,
}

impl Layout {
    pub(super) fn new(section: &Section, lang: Lang) -> Layout {
        let grids = || section.blocks.iter().filter_map(grid_of);
        let most = grids().map(|grid| grid.table.columns.len()).max().unwrap_or_default();
        let mut needs = vec![Need::default(); most];
        for grid in grids().filter(|grid| grid.table.columns.len() == most) {
            for (need, other) in needs.iter_mut().zip(needs_of(grid, lang)) {
                need.add(other);
            }
        }
        let widths = STEPS.iter().map(|step| needs.iter().map(|n| n.width(*step)).collect());
        let mut widths = widths.skip_while(|w: &Vec<u16>| w.iter().sum::<u16>() > MOST);
        let narrowest = || needs.iter().map(|need| need.width(STEPS[STEPS.len() - 1])).collect();
        let widths = widths.next().unwrap_or_else(narrowest);
        Layout { widths: if widths.is_empty() { vec![NO_TABLE] } else { filling(widths) } }
    }

    /// How wide the sheet is.
    pub(super) fn width(&self) -> u16 {
        self.widths.iter().sum()
    }

    /// The whole width.
    pub(super) fn across(&self) -> Span {
        self.span(0, self.widths.len())
    }

    /// Where the columns of a table lie.
    pub(super) fn spans(&self, grid: &Grid, lang: Lang) -> Vec<Span> {
        let needs = needs_of(grid, lang);
        let mut first = 0;
        let spans = needs.iter().enumerate().map(|(place, need)| {
            let columns_after = needs.len() - place - 1;
            let most = self.widths.len().saturating_sub(columns_after).max(first + 1);
            let wanted = need.width(STEPS[0]);
            let enough = |end: &usize| self.span(first, *end).width >= wanted;
            let end = match columns_after {
                0 => most,
                _ => (first + 1..most).find(enough).unwrap_or(most),
            };
            let span = self.span(first, end);
            first = end;
            span
        });
        spans.collect()
    }

    fn span(&self, first: usize, end: usize) -> Span {
        let place = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        let width = self.widths.get(first..end).map_or(0, |widths| widths.iter().sum());
        Span { first: place(first), last: place(end.saturating_sub(1)), width }
    }
}

/// Columns that take little of a page made wider, up to twice as wide.
fn filling(widths: Vec<u16>) -> Vec<u16> {
    let all: u16 = widths.iter().sum();
    let wanted = FULL.min(all * 2);
    if all < wanted { widths.iter().map(|width| width * wanted / all).collect() } else { widths }
}

/// The table that a block is.
pub(super) fn grid_of(block: &Block) -> Option<&Grid> {
    match block {
        Block::Grid(grid) => Some(grid),
        Block::Line(..) | Block::Chart(_) => None,
    }
}

/// What the cells of a column need, in characters.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    longest: usize,
    word: usize,
    room: Room,
}

impl Need {
    fn add(&mut self, other: Need) {
        self.longest = self.longest.max(other.longest);
        self.word = self.word.max(other.word);
        self.room = other.room;
    }

    fn width(&self, (names, others): (u16, u16)) -> u16 {
        let characters = |count: usize| u16::try_from(count).unwrap_or(u16::MAX / 4);
        let longest = characters(self.longest);
        let word = characters(self.word.min(LONGEST_WORD));
        match self.room {
            Room::Tight => TIGHT,
            // Where there is little room even names are broken.
            Room::Unbroken if others <= LEAST => longest.min(NARROW).max(word),
            Room::Unbroken => longest.min(names).max(word),
            Room::Wide => longest.min(names).max(word),
            Room::Any => longest.min(others).max(word),
            Room::AtLeast(least) => longest.min(others).max(word).max(least),
        }
    }
}

fn needs_of(grid: &Grid, lang: Lang) -> Vec<Need> {
    let Table { columns, rows, .. } = &grid.table;
    let mut needs: Vec<Need> = Vec::with_capacity(columns.len());
    for column in columns {
        // Heads may take several lines.
        let head = column.head.get(lang);
        let words = head.split_whitespace().map(|word| fit::width(word, Tone::Plain));
        let word = words.max().unwrap_or(0);
        // But not more than a few.
        let word = word.max((fit::width(head, Tone::Strong) / HEAD_LINES).min(LONGEST_WORD));
        needs.push(Need { longest: word, word, room: column.room });
    }
    let feet: Vec<&Cell> = grid.foot.iter().map(|foot| &foot.cell).collect();
    for row in rows.iter().map(|row| row.iter().collect()).chain([feet]) {
        for (need, cell) in needs.iter_mut().zip(row) {
            let (longest, word) = measure(cell, lang);
            need.longest = need.longest.max(longest);
            need.word = need.word.max(word);
        }
    }
    needs
}

/// The decimals that a number of a column may be shown with for another's sake.
fn alike(decimals: u32) -> usize {
    if decimals <= ALIKE { decimals as usize } else { 0 }
}

/// The longest line, and the longest word.
fn measure(cell: &Cell, lang: Lang) -> (usize, usize) {
    let width = |text: &str| fit::width(text, cell.tone);
    let of = |text: &str| {
        let longest = text.lines().map(width).max().unwrap_or(0);
        (longest, text.split([' ', '\n', '-']).map(width).max().unwrap_or(0))
    };
    match &cell.content {
        Content::Empty => (0, 0),
        Content::Words(text) => of(text.get(lang)),
        Content::Lines(lines) => of(Text::join(lines, "\n").get(lang)),
        Content::Number(number, decimals) => {
            // Digits are wider than letters, and a column may show more decimals.
            let whole = Figure::new(number, 0).words(lang).chars().count();
            let shown = whole + MARGINS + style::decimals(number, *decimals).max(alike(*decimals));
            (shown, shown)
        }
        Content::Way(_) => (BAR, BAR),
    }
}

/// The columns that the figures of charts take at most.
pub(super) const CHART_COLUMNS: u16 = 12;

/// The last column of the figures of charts, right of the last that is printed.
pub(super) fn right_of(last: u16) -> u16 {
    last.saturating_add(1 + CHART_COLUMNS)
}
