//! Text from files without what a page cannot hold, for every kind of page.

/// Text of one line as people may see it: without control characters, which could drive
/// a terminal and which no XML may hold, and without characters that turn the direction
/// of what follows them or show nothing at all.
pub(crate) fn visible(text: &str) -> String {
    text.chars().filter_map(shown).collect()
}

/// What is shown of a character; `None` for nothing.
pub(super) fn shown(c: char) -> Option<char> {
    match c {
        c if turns(c) || is_unseen(c) => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
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
    fn nothing_unseen_or_turning_is_left() {
        for c in "\u{61c}\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{2060}\u{feff}\u{ad}\u{e0041}".chars() {
            assert_eq!(visible(&format!("Bắc{c} Sơn")), "Bắc Sơn", "{c:?}");
        }
        // Vietnamese in decomposed form keeps its marks.
        assert_eq!(visible("Ba\u{306}\u{301}c"), "Ba\u{306}\u{301}c");
    }
}
