//! The words of a name: of a column, a sheet or a file.

use unicode_normalization::UnicodeNormalization;

use crate::fold::{self, Fold};

/// The words of a name, each between blanks.
#[derive(Clone)]
pub(super) struct NameWords {
    text: String,
    /// How they are compared: without accents only where they are typed without any.
    step: Fold,
}

impl NameWords {
    pub(super) fn from_cell(cell: &str) -> NameWords {
        let step = if cell.is_ascii() { Fold::Accents } else { Fold::Case };
        let composed: String = cell.nfc().collect();
        let words = composed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(|word| step.key(word)).collect();
        NameWords { text: format!(" {} ", words.join("  ")), step }
    }

    /// Whether any of these is among them.
    pub(super) fn has(&self, known: &[&str]) -> bool {
        self.without(known).0
    }

    /// Whether words are among them that end the name, or stand before one of these.
    pub(super) fn has_before(&self, known: &str, behind: &[&str]) -> bool {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let known: Vec<String> = known.split(' ').map(|word| self.step.key(word)).collect();
        let ends = |next: Option<&&str>| {
            next.is_none_or(|next| behind.iter().any(|word| self.step.key(word) == **next))
        };
        let mut spans = words.windows(known.len()).enumerate();
        spans.any(|(place, span)| {
            let is = span.iter().eq(known.iter());
            is && ends(words.get(place + known.len()))
        })
    }

    /// Whether any of these is among them, and what is left without.
    pub(super) fn without(&self, known: &[&str]) -> (bool, NameWords) {
        let mut text = self.text.clone();
        for phrase in known {
            let words = phrase.split(' ').map(|word| self.step.key(word));
            let words = words.collect::<Vec<String>>().join("  ");
            text = text.replace(&format!(" {words} "), "");
        }
        (text != self.text, NameWords { text, step: self.step })
    }

    pub(super) fn is_empty(&self) -> bool {
        fold::trim(&self.text).is_empty()
    }
}
