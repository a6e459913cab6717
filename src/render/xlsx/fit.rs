//! How many lines a text takes in a cell: not every program finds out by itself.

use crate::report::Tone;

/// What fits into a cell, by its width in characters, in thousandths of the letters'
/// size: somewhat less than there is, as programs differ.
const ROOM: usize = 465;
/// What a text is set off by.
const INDENT: usize = 700;
/// Bold letters are wider by a part of so many.
const BOLD: usize = 12;

/// How many lines a text takes in a cell that is so many characters wide.
pub(super) fn lines(text: &str, width: u16, tone: Tone) -> usize {
    let room = usize::from(width) * ROOM;
    let room = if is_bold(tone) { room - room / BOLD } else { room };
    let room = room.saturating_sub(INDENT).max(1000);
    text.split('\n').map(|paragraph| broken(paragraph, room)).sum()
}

/// How wide a cell must be, in characters, so that a text stays on one line.
pub(super) fn width(text: &str, tone: Tone) -> usize {
    let needed = wide(text) + INDENT;
    let needed = if is_bold(tone) { needed + needed / (BOLD - 1) } else { needed };
    needed.div_ceil(ROOM)
}

fn is_bold(tone: Tone) -> bool {
    matches!(tone, Tone::Strong | Tone::Bad)
}

/// The lines of a text without line breaks: words as they fit, those that are too long
/// broken.
fn broken(text: &str, room: usize) -> usize {
    let (mut count, mut used) = (1, 0);
    for word in text.split_inclusive([' ', '-']) {
        let (all, seen) = (wide(word), wide(word.trim_end()));
        if used > 0 && used + seen > room {
            count += 1;
            used = 0;
        }
        count += seen.saturating_sub(1) / room;
        used += if seen > room { seen % room } else { all };
    }
    count
}

fn wide(word: &str) -> usize {
    word.chars().map(letter).sum()
}

/// Letters that are narrower than most, and that are much so; accents change nothing.
const NARROW: &str = "aàáảãạăằắẳẵặâầấẩẫậcdeèéẻẽẹêềếểễệsz";
const THIN: &str = "iìíỉĩịfjlrt/-()|!";

/// How wide a letter is, in thousandths of its size.
fn letter(c: char) -> usize {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' => 250,
        'm' | 'w' | '%' | '…' => 800,
        // Combining marks stand on the letter before; what is not Latin is wide.
        '\u{300}'..='\u{36F}' => 0,
        '\u{2E80}'.. => 1050,
        c if THIN.contains(c) => 320,
        c if NARROW.contains(c) => 450,
        c if c.is_uppercase() => 700,
        _ => 510,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_at_line_breaks() {
        let of = |text: &str| lines(text, 10, Tone::Plain);
        assert_eq!(of(""), 1);
        assert_eq!(of("Hải Sơn"), 1);
        assert_eq!(of("một\nhai\nba"), 3);
        assert_eq!(of("QĐ 219/QĐ-UBND"), 3);
        assert_eq!(of(&"0".repeat(64)), 9);
        assert!(lines("Hệ thống chính trị", 10, Tone::Strong) >= of("Hệ thống chính trị"));
    }
}
