//! The words and signs of verdicts in a report. Columns of them are coloured by rules of
//! the spreadsheet, so that the colour follows when a cell is changed.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Worksheet, XlsxError};

use super::layout::grid_of;
use super::style;
use crate::report::document::Section;
use crate::report::{Cell, Content, Tone};
use crate::text::Lang;

/// A verdict is no longer, in characters.
const LONGEST: usize = 40;
/// With more of them a column holds something else.
const MOST: usize = 16;

/// Cells of a sheet from the first row and column to the last.
pub(super) type Range = (u32, u16, u32, u16);

/// What stands for which tone, in tables and in maps of signs.
#[derive(Debug, Default)]
pub(super) struct Verdicts {
    words: BTreeMap<String, Tone>,
    signs: BTreeMap<String, Tone>,
}

impl Verdicts {
    pub(super) fn from_sections(sections: &[&Section], lang: Lang) -> Verdicts {
        let mut found: [BTreeMap<String, Option<Tone>>; 2] = Default::default();
        for grid in sections.iter().flat_map(|s| &s.blocks).filter_map(grid_of) {
            for cell in grid.table.rows.iter().flatten().filter(|cell| is_toned(cell)) {
                if let Some(word) = word(cell, lang) {
                    let tone = found[usize::from(grid.heat)].entry(word).or_insert(Some(cell.tone));
                    // What has two tones has none of its own.
                    *tone = tone.filter(|tone| *tone == cell.tone);
                }
            }
        }
        let few = |found: BTreeMap<String, Option<Tone>>| {
            let found: BTreeMap<String, Tone> =
                found.into_iter().filter_map(|(word, tone)| Some((word, tone?))).collect();
            if found.len() > MOST { BTreeMap::new() } else { found }
        };
        let [words, signs] = found.map(few);
        Verdicts { words, signs }
    }

    /// Whether cells are verdicts, at least one, and nothing else has a tone.
    pub(super) fn are_all<'c>(
        &self,
        cells: impl Iterator<Item = &'c Cell>,
        heat: bool,
        lang: Lang,
    ) -> bool {
        let known = if heat { &self.signs } else { &self.words };
        let mut toned = cells.filter(|cell| is_toned(cell)).peekable();
        let is_known = |cell: &Cell| word(cell, lang).is_some_and(|word| known.contains_key(&word));
        toned.peek().is_some() && toned.all(is_known)
    }

    /// Colours verdicts.
    pub(super) fn colour(
        &self,
        page: &mut Worksheet,
        range: Range,
        heat: bool,
    ) -> Result<(), XlsxError> {
        let (first_row, first, last_row, last) = range;
        let known = if heat { &self.signs } else { &self.words };
        for (word, tone) in known {
            let look = if heat { style::sign(*tone) } else { style::verdict(*tone) };
            let rule = ConditionalFormatCellRule::EqualTo(word.as_str());
            let rule = ConditionalFormatCell::new().set_rule(rule).set_format(look);
            page.add_conditional_format(first_row, first, last_row, last, &rule)?;
        }
        Ok(())
    }
}

fn is_toned(cell: &Cell) -> bool {
    matches!(cell.tone, Tone::Good | Tone::Bad | Tone::Doubt | Tone::Faint)
}

/// The word that a rule can compare with.
fn word(cell: &Cell, lang: Lang) -> Option<String> {
    let Content::Words(text) = &cell.content else {
        return None;
    };
    let word = text.get(lang);
    let plain = |c: char| !c.is_control() && c != '"' && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    let fits = !word.is_empty() && word.chars().count() <= LONGEST && word.chars().all(plain);
    fits.then(|| word.to_owned())
}
