//! Text from files without what a page cannot hold.

/// Text without control characters, which no XML may hold, and without the signs that
/// turn the direction of all that follows them. What is markup is escaped later, by
/// the template.
pub(super) fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

/// The first `most` characters, with a sign that there is more.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_cannot_hold_is_taken_out() {
        assert_eq!(plain("a\0b\u{1b}[31m\r\nc\u{7f}\u{85}"), "a b [31m  c  ");
        assert_eq!(plain("x\u{202e}y\u{2069}z\u{ffff}"), "xyz\u{fffd}");
        assert_eq!(plain("Vĩnh Thực <b> & \"'"), "Vĩnh Thực <b> & \"'");
    }

    #[test]
    fn what_is_left_out_is_told() {
        assert_eq!(shortened("Quảng Nghĩa", 11), "Quảng Nghĩa");
        assert_eq!(shortened("Quảng Nghĩa", 6), "Quảng…");
    }
}
