//! Comparing Vietnamese words without regard to spaces and Unicode form.
//!
//! Officers type `Đạt`, `đạt `, `dat`; Excel on a Mac writes decomposed letters.
//! The first step that hits decides: exactly, then without case, then without
//! accents, for communes exist whose names differ only in case or accents.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How loosely two words are compared, strictest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// NFC, without spaces.
    Exact,
    /// The same, in lower case.
    Case,
    /// The same, without accents; `đ` is `d`.
    Accents,
}

impl Fold {
    /// All steps in the order in which they are tried.
    pub const STEPS: [Fold; 3] = [Fold::Exact, Fold::Case, Fold::Accents];

    /// The key under which `text` is compared at this step.
    pub fn key(self, text: &str) -> String {
        if text.is_ascii() {
            // Nothing to compose, no accent to take away.
            let bare = text.chars().filter(|c| !is_blank(*c)).map(same_letter);
            return if self == Fold::Exact {
                bare.collect()
            } else {
                bare.map(|c| c.to_ascii_lowercase()).collect()
            };
        }
        let bare = text.nfc().filter(|c| !is_blank(*c)).map(same_letter);
        match self {
            Fold::Exact => one_tone_place(bare.collect()),
            Fold::Case => one_tone_place(bare.flat_map(char::to_lowercase).collect()),
            Fold::Accents => {
                let lower: String = bare.flat_map(char::to_lowercase).collect();
                lower
                    .nfd()
                    .filter(|c| !is_combining_mark(*c))
                    .map(|c| if c == 'đ' { 'd' } else { c })
                    .collect()
            }
        }
    }
}

/// Characters that look the same and are typed for each other: Icelandic Ð for Đ, and
/// whatever a keyboard or a word processor makes of an apostrophe.
fn same_letter(c: char) -> char {
    match c {
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' | '\u{256}' => 'đ',
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2b9}' | '\u{2bb}'..='\u{2bd}' => '\'',
        '\u{b4}' | '\u{2ca}' | '\u{2cb}' | '\u{60}' | '\u{ff07}' => '\'',
        other => other,
    }
}

/// The tone of `oa`, `oe` and `uy` on the second letter, where some put it on the
/// first: `hòa` is `hoà`.
fn one_tone_place(key: String) -> String {
    if !key.contains(|letter| toned(letter).is_some()) {
        return key;
    }
    let mut placed = String::with_capacity(key.len());
    let mut letters = key.chars().peekable();
    while let Some(letter) = letters.next() {
        let pair = toned(letter).and_then(|(plain, tone)| {
            let second = with_tone(plain, *letters.peek()?, tone)?;
            Some([plain, second])
        });
        match pair {
            Some(pair) => {
                placed.extend(pair);
                letters.next();
            }
            None => placed.push(letter),
        }
    }
    placed
}

/// What `o` and `u` with a tone are without it, and which of the five tones it is.
fn toned(letter: char) -> Option<(char, usize)> {
    Some(match letter {
        'ò' => ('o', 0),
        'ó' => ('o', 1),
        'ỏ' => ('o', 2),
        'õ' => ('o', 3),
        'ọ' => ('o', 4),
        'Ò' => ('O', 0),
        'Ó' => ('O', 1),
        'Ỏ' => ('O', 2),
        'Õ' => ('O', 3),
        'Ọ' => ('O', 4),
        'ù' => ('u', 0),
        'ú' => ('u', 1),
        'ủ' => ('u', 2),
        'ũ' => ('u', 3),
        'ụ' => ('u', 4),
        'Ù' => ('U', 0),
        'Ú' => ('U', 1),
        'Ủ' => ('U', 2),
        'Ũ' => ('U', 3),
        'Ụ' => ('U', 4),
        _ => return None,
    })
}

/// The second letter with the tone that the first had, where the two are such a pair.
fn with_tone(first: char, second: char, tone: usize) -> Option<char> {
    let tones = match (first, second) {
        ('o', 'a') => "àáảãạ",
        ('O', 'A') => "ÀÁẢÃẠ",
        ('o', 'e') => "èéẻẽẹ",
        ('O', 'E') => "ÈÉẺẼẸ",
        ('u', 'y') => "ỳýỷỹỵ",
        ('U', 'Y') => "ỲÝỶỸỴ",
        _ => return None,
    };
    tones.chars().nth(tone)
}

/// White space and the invisible characters that copying leaves behind; one of them asks
/// for a tick in colours.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Whether a character is a dash, long or short.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// `text` without surrounding blanks, no-break spaces included.
pub fn trim(text: &str) -> &str {
    // Most cells have none; whether one could is seen by its first and last byte.
    let may_be_blank = |byte: Option<&u8>| byte.is_some_and(|b| !b.is_ascii_graphic());
    let bytes = text.as_bytes();
    if may_be_blank(bytes.first()) || may_be_blank(bytes.last()) {
        text.trim_matches(is_blank)
    } else {
        text
    }
}

/// The candidates that `text` means: those that hit at the first step at which
/// any does. Empty when none is meant; several when it is ambiguous.
pub fn matches<'a, T>(
    text: &str,
    candidates: impl Iterator<Item = (&'a str, T)> + Clone,
) -> Vec<T> {
    for step in Fold::STEPS {
        let key = step.key(text);
        let hits: Vec<T> = candidates
            .clone()
            .filter(|(word, _)| step.key(word) == key)
            .map(|(_, meaning)| meaning)
            .collect();
        if !hits.is_empty() {
            return hits;
        }
    }
    Vec::new()
}

/// The first candidate that `text` means.
pub fn find<'a, T>(
    text: &str,
    candidates: impl Iterator<Item = (&'a str, T)> + Clone,
) -> Option<T> {
    // What is written to the letter needs no folding, and most is.
    let mut same = candidates.clone().filter(|(word, _)| *word == text);
    match same.next() {
        Some((_, meaning)) => Some(meaning),
        None => matches(text, candidates).into_iter().next(),
    }
}

/// A fixed list of words, folded once: for cells that come by the million.
#[derive(Debug)]
pub struct Table<T: 'static> {
    /// As written. Few enough to be looked through.
    words: &'static [(&'static str, T)],
    /// By the key of each step.
    folded: [HashMap<String, T>; 3],
}

impl<T: Copy> Table<T> {
    /// A table of words and what they mean. The first of equal words counts.
    pub fn new(words: &'static [(&'static str, T)]) -> Table<T> {
        let mut folded = std::array::from_fn(|_| HashMap::new());
        for (word, meaning) in words {
            for (step, map) in Fold::STEPS.into_iter().zip(&mut folded) {
                map.entry(step.key(word)).or_insert(*meaning);
            }
        }
        Table { words, folded }
    }

    /// What `text` means, by the first step at which any word hits.
    pub fn find(&self, text: &str) -> Option<T> {
        if let Some((_, meaning)) = self.words.iter().find(|(word, _)| *word == text) {
            return Some(*meaning);
        }
        let steps = Fold::STEPS.into_iter().zip(&self.folded);
        steps.map(|(step, map)| map.get(&step.key(text))).find_map(Option::<&T>::copied)
    }
}

/// The known words nearest to `text`, for hints: at most three, nearest first.
pub fn nearest<'a>(text: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let key = Fold::Accents.key(text);
    let mut ranked: Vec<(usize, &str)> = known
        .map(|word| (strsim::osa_distance(&key, &Fold::Accents.key(word)), word))
        .filter(|(distance, word)| *distance <= 1.max(word.chars().count() / 3))
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    ranked.into_iter().take(3).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_that_hits_decides() {
        let communes = [("Bắc Sơn", 1), ("Bac Son", 2), ("bắc sơn", 3)];
        assert_eq!(matches("Bắc Sơn", communes.into_iter()), [1]);
        assert_eq!(matches("BẮC SƠN", communes.into_iter()), [1, 3]);
        assert_eq!(matches("Bắc Son", communes.into_iter()), [1, 2, 3]);
        assert!(matches("Bắc Sớm", communes.into_iter()).is_empty());
    }

    #[test]
    fn unicode_form_and_spaces_do_not_matter() {
        let decomposed: String = "không áp dụng".nfd().collect();
        assert_eq!(find(&decomposed, [("không áp dụng", ())].into_iter()), Some(()));
        assert_eq!(find("Không\u{a0}áp  dụng ", [("không áp dụng", ())].into_iter()), Some(()));
        assert_eq!(find("dat", [("đạt", ())].into_iter()), Some(()));
        let places = [("Hải Hoà", 1), ("Hải Hóa", 2), ("Ða Thuỷ", 3), ("Quỳnh Xuý", 4)];
        for (text, place) in [("Hải Hòa", 1), ("Hải Hoá", 2), ("Đa Thủy", 3), ("Quỳnh Xúy", 4)]
        {
            assert_eq!(matches(text, places.into_iter()), [place], "{text}");
        }
    }

    #[test]
    fn the_tone_of_each_pair_has_one_place() {
        let pairs = [
            ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
            ("ÒA ÓA ỎA ÕA ỌA", "OÀ OÁ OẢ OÃ OẠ"),
            ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
            ("ÒE ÓE ỎE ÕE ỌE", "OÈ OÉ OẺ OẼ OẸ"),
            ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
            ("ÙY ÚY ỦY ŨY ỤY", "UỲ UÝ UỶ UỸ UỴ"),
            // None of these is such a pair, or is one in two cases.
            ("Òa òA ùa òy úò hò", "Òa òA ùa òy úò hò"),
        ];
        for (first, second) in pairs {
            assert_eq!(one_tone_place(first.to_owned()), second);
            assert_eq!(one_tone_place(second.to_owned()), second);
        }
    }

    #[test]
    fn nearest_words_are_close_ones() {
        assert_eq!(nearest("thresold", ["threshold", "note"].into_iter()), ["threshold"]);
        assert!(nearest("xyz", ["threshold"].into_iter()).is_empty());
    }
}
