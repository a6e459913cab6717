//! Text from files without what a page cannot hold, for every kind of page and table.

use std::borrow::Cow;

mod in_json;

pub(crate) use in_json::{Harmless, escaped};

/// Text of one line as people may see it: without control characters, which could drive
/// a terminal and which no XML may hold, and without characters that turn the direction
/// of what follows them or show nothing at all.
pub fn visible(text: &str) -> String {
    text.chars().filter_map(shown).collect()
}

/// Text of several lines as people may see it.
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// A cell of a table in text: its lines and tabs stay, what would drive a terminal or turn
/// the direction of what follows does not.
pub(crate) fn in_cell(text: &str) -> Cow<'_, str> {
    let stays = |c: char| matches!(c, '\n' | '\t') || shown(c) == Some(c);
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    let of_line = |line: &str| -> String {
        line.chars().filter_map(|c| if stays(c) { Some(c) } else { shown(c) }).collect()
    };
    // A line may end as Windows ends it.
    Cow::Owned(text.split("\r\n").map(of_line).collect::<Vec<_>>().join("\r\n"))
}

/// What a machine reads, as a terminal may show it: JSON with escapes in place of what
/// would drive it, other text without that.
pub fn for_terminal(text: &str, json: bool) -> String {
    if json {
        return escaped(text).into_owned();
    }
    text.chars().filter_map(|c| if c == '\n' { Some(c) } else { shown(c) }).collect()
}

/// What is shown of a character; `None` for nothing.
pub fn shown(c: char) -> Option<char> {
    match c {
        c if turns(c) || is_unseen(c) => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        c if no_character(c) => Some('\u{fffd}'),
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// Whether it is a place of Unicode that never is a character.
pub(crate) fn no_character(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Whether it changes the direction of other characters.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether it takes no room and shows nothing: one name could pass for another.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_cannot_hold_is_taken_out() {
        assert_eq!(visible("a\0b\u{1b}[31m\r\nc\u{7f}\u{85}"), "a b [31m  c  ");
        assert_eq!(visible("x\u{202e}y\u{2069}z\u{ffff}"), "xyz\u{fffd}");
        assert_eq!(visible("Vĩnh Thực <b> & \"'"), "Vĩnh Thực <b> & \"'");
    }

    #[test]
    fn a_terminal_is_not_driven_by_what_machines_read() {
        let json = "{\"a\":\"x\u{9b}31m\u{202e}\u{e0041}\"}\n";
        assert_eq!(for_terminal(json, true), "{\"a\":\"x\\u009b31m\\u202e\\udb40\\udc41\"}\n");
        assert_eq!(for_terminal("a,\u{1b}[31m\u{202e}b\n", false), "a, [31mb\n");
        assert_eq!(visible_lines("a\u{1b}\nb\u{202e}\n"), "a \nb\n");
    }

    #[test]
    fn a_cell_keeps_its_lines() {
        assert_eq!(in_cell("a\u{1b}[31m\r\nb\tc\rd\u{7}\u{9b}\u{202e}"), "a [31m\r\nb\tc d  ");
        assert!(matches!(in_cell("Bắc Sơn\n2"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_unseen_or_turning_is_left() {
        for c in "\u{61c}\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{2060}\u{feff}\u{ad}\u{e0041}".chars() {
            assert_eq!(visible(&format!("Bắc{c} Sơn")), "Bắc Sơn", "{c:?}");
        }
        // Vietnamese in decomposed form keeps its marks.
        assert_eq!(visible("Ba\u{306}\u{301}c"), "Ba\u{306}\u{301}c");
    }
}
