//! What goes with a letter: the tables of detail, each section on pages of its own.

use docx_rs::{AlignmentType, Paragraph};

use super::frame::{self, paragraph, table};
use super::page::{Orientation, Part};
use super::roman::roman;
use super::style::{Look, capitalised, gap, line_below, sentence, size, toned};
use super::table::draw;
use super::widths::Measured;
use crate::report::document::{Block, Grid, Section};
use crate::text::{self, Lang, Text};

/// Above a caption, in twentieths of a point.
const ABOVE_CAPTION: u32 = 200;
/// Above a line between tables.
const ABOVE_LINE: u32 = 120;

/// An appendix.
pub(super) struct Annex<'a> {
    pub(super) name: &'a str,
    pub(super) blocks: Vec<&'a Block>,
}

/// `Phụ lục IV`, or `Phụ lục` where there is but one.
pub(super) fn label(place: usize, count: usize) -> String {
    let label = match count {
        1 => text::letter_only_annex(),
        _ => text::letter_annex(roman(place + 1)),
    };
    label.get(Lang::Vi).to_owned()
}

/// Upright, unless words would be broken or a lying page takes fewer of them.
pub(super) fn orientation<'g>(grids: impl Iterator<Item = &'g Grid>, lang: Lang) -> Orientation {
    let grids = grids.map(|grid| Measured::new(&grid.table, size::TABLE, lang));
    let grids: Vec<Measured> = grids.collect();
    let fits = grids.iter().all(|grid| grid.fits(Orientation::Portrait.text()));
    let lines = |orientation: Orientation| -> usize {
        let room = orientation.text();
        grids.iter().map(|grid| grid.height(&grid.widths(room))).sum()
    };
    let (upright, lying) = (Orientation::Portrait, Orientation::Landscape);
    // As parts of a page, over the common denominator.
    let fewer = lines(lying) * upright.lines() < lines(upright) * lying.lines();
    if fits && !fewer { upright } else { lying }
}

impl<'a> Annex<'a> {
    /// A section as an appendix; none where it has nothing to say.
    pub(super) fn from_section(section: &'a Section, lang: Lang) -> Option<Annex<'a>> {
        let shown = |block: &&Block| match block {
            Block::Line(..) => true,
            Block::Grid(grid) => !grid.table.rows.is_empty(),
            Block::Chart(_) => false,
        };
        let tables = section.blocks.iter().filter(|block| matches!(block, Block::Grid(_)));
        // Lines about tables that are empty say nothing.
        if tables.clone().count() > 0 && !tables.clone().any(|block| shown(&block)) {
            return None;
        }
        let blocks: Vec<&Block> = section.blocks.iter().filter(shown).collect();
        let name = section.heading.get(lang);
        (!blocks.is_empty()).then_some(Annex { name, blocks })
    }

    /// Its pages.
    pub(super) fn part(&self, label: &str, goes_with: &Text, lang: Lang) -> Part {
        let grids = self.blocks.iter().filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            _ => None,
        });
        let orientation = orientation(grids, lang);
        let mut content = frame::annex(label, self.name, goes_with);
        for block in &self.blocks {
            match block {
                Block::Line(tone, words) => {
                    let look = Look { size: size::HEAD, ..toned(*tone) };
                    let words = sentence(words.get(lang));
                    let line = line_below(&words, look, AlignmentType::Both, ABOVE_LINE);
                    content.push(paragraph(line));
                }
                Block::Grid(grid) => {
                    content.extend(self.caption(grid, lang).map(paragraph));
                    content.push(paragraph(gap().keep_next(true)));
                    content.push(table(draw(grid, orientation.text(), false, lang)));
                }
                // Some table has its figures.
                Block::Chart(_) => {}
            }
        }
        Part { orientation, content }
    }

    /// The caption of a table, where the appendix is not called so itself.
    fn caption(&self, grid: &Grid, lang: Lang) -> Option<Paragraph> {
        let caption = grid.table.caption.as_ref().map(|caption| caption.get(lang));
        let caption = caption.filter(|caption| *caption != self.name).map(capitalised)?;
        let look = Look::bold(size::HEAD);
        let line = line_below(&caption, look, AlignmentType::Left, ABOVE_CAPTION);
        Some(line.keep_next(true).outline_lvl(1))
    }
}
