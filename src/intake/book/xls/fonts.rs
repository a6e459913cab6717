//! How the letters of an old workbook look: its fonts, and the runs of texts in several.

use std::collections::BTreeSet;

use super::super::rich::{Look, Runs};
use super::record::{Record, kinds, record};

/// The fonts of a workbook, in their order.
#[derive(Debug, Default)]
pub(super) struct Fonts(Vec<Look>);

impl Fonts {
    /// Takes a font's record.
    pub(super) fn take(&mut self, font: &Record) {
        let struck = font.short(2).unwrap_or_default() & 0x08 != 0;
        let raised = font.short(8).is_some_and(|script| script == 1 || script == 2);
        self.0.push(Look { struck, raised });
    }

    /// The look of a font by its number; there is none with the number four.
    pub(super) fn look(&self, number: u16) -> Look {
        let place = usize::from(number) - usize::from(number > 4);
        self.0.get(place).copied().unwrap_or_default()
    }

    /// The numbers of the shared texts that say something else than what is shown.
    pub(super) fn doubtful_texts(&self, content: &[u8]) -> BTreeSet<u32> {
        let mut doubtful = BTreeSet::new();
        if self.0.iter().all(|look| *look == Look::default()) {
            return doubtful;
        }
        let mut texts = SharedTexts { blocks: blocks(content), block: 0, at: 8 };
        for number in 0.. {
            let Some((letters, runs)) = texts.next_text() else { break };
            if self.is_doubtful(&letters, &runs) {
                doubtful.insert(number);
            }
        }
        doubtful
    }

    /// Whether the text of a cell's own record with runs is.
    pub(super) fn is_doubtful_cell(&self, cell: &Record, wide: bool) -> bool {
        self.runs_of_cell(cell, wide).is_some_and(|(letters, runs)| {
            let letters: Vec<u16> = letters.collect();
            self.is_doubtful(&letters, &runs)
        })
    }

    fn runs_of_cell<'r>(
        &self,
        cell: &Record<'r>,
        wide: bool,
    ) -> Option<(impl Iterator<Item = u16> + use<'r>, Vec<Run>)> {
        let length = usize::from(cell.short(6)?);
        let double = wide && cell.data.get(8)? & 1 != 0;
        let start = if wide { 9 } else { 8 };
        let end = start + if double { 2 * length } else { length };
        let letters = units(cell.data.get(start..end)?, double);
        let rest = cell.data.get(end..)?;
        let pair = |four: &[u8]| (u16::from_le_bytes([four[0], four[1]]), [four[2], four[3]]);
        let runs = if wide {
            let runs = rest.get(2..)?.chunks_exact(4).map(pair);
            runs.map(|(from, font)| Run { from, font: u16::from_le_bytes(font) }).collect()
        } else {
            let runs = rest.get(1..)?.chunks_exact(2);
            runs.map(|two| Run { from: two[0].into(), font: two[1].into() }).collect()
        };
        Some((letters, runs))
    }

    fn is_doubtful(&self, letters: &[u16], runs: &[Run]) -> bool {
        let (mut seen, mut start, mut look) = (Runs::default(), 0, Look::default());
        let ends = runs.iter().map(|run| (usize::from(run.from), self.look(run.font)));
        for (end, next) in ends.chain([(letters.len(), Look::default())]) {
            let words = letters.get(start..end).map(String::from_utf16_lossy);
            seen.add(&words.unwrap_or_default(), look);
            (start, look) = (end, next);
        }
        seen.doubtful
    }
}

/// From which letter on a text is in another font.
struct Run {
    from: u16,
    font: u16,
}

/// The blocks of the record of shared texts: what does not fit into one goes on in others.
fn blocks(content: &[u8]) -> Vec<&[u8]> {
    let (mut at, mut blocks) = (0, Vec::new());
    while let Ok(Some((record, next))) = record(content, at) {
        match record.kind {
            kinds::SHARED_TEXTS if blocks.is_empty() => blocks.push(record.data),
            kinds::CONTINUED if !blocks.is_empty() => blocks.push(record.data),
            _ if !blocks.is_empty() => break,
            _ => {}
        }
        at = next;
    }
    blocks
}

/// The shared texts, from a place on.
struct SharedTexts<'r> {
    blocks: Vec<&'r [u8]>,
    block: usize,
    at: usize,
}

impl SharedTexts<'_> {
    fn next_text(&mut self) -> Option<(Vec<u16>, Vec<Run>)> {
        let length = usize::from(self.short()?);
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.short()? } else { 0 };
        let more = if flags & 4 != 0 { [self.short()?, self.short()?] } else { [0, 0] };
        let letters = self.letters(length, flags & 1 != 0)?;
        let runs = (0..runs).map(|_| Some(Run { from: self.short()?, font: self.short()? }));
        let runs = runs.collect::<Option<Vec<Run>>>()?;
        let more = u32::from(more[1]) << 16 | u32::from(more[0]);
        (0..more).try_for_each(|_| self.byte().map(drop))?;
        Some((letters, runs))
    }

    /// The letters of a text; where they go on in another block, that says anew of how many
    /// bytes they are.
    fn letters(&mut self, length: usize, mut double: bool) -> Option<Vec<u16>> {
        let mut letters = Vec::new();
        while letters.len() < length {
            let mut rest = self.blocks.get(self.block)?.get(self.at..)?;
            if rest.is_empty() {
                (self.block, self.at) = (self.block + 1, 1);
                double = self.blocks.get(self.block)?.first()? & 1 != 0;
                rest = self.blocks[self.block].get(1..)?;
            }
            let size = if double { 2 } else { 1 };
            let count = (rest.len() / size).min(length - letters.len());
            // Half a letter is none.
            let own = rest.get(..count * size).filter(|own| !own.is_empty())?;
            letters.extend(units(own, double));
            self.at += own.len();
        }
        Some(letters)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn byte(&mut self) -> Option<u8> {
        while self.at >= self.blocks.get(self.block)?.len() {
            (self.block, self.at) = (self.block + 1, 0);
        }
        self.at += 1;
        Some(self.blocks[self.block][self.at - 1])
    }
}

fn units(bytes: &[u8], double: bool) -> impl Iterator<Item = u16> + use<'_> {
    let size = if double { 2 } else { 1 };
    bytes.chunks_exact(size).map(|unit| {
        let high = unit.get(1).copied().unwrap_or_default();
        u16::from_le_bytes([unit[0], high])
    })
}
