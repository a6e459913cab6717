//! Bytes to text.

/// Why bytes are not text that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadEncoding {
    /// Not UTF-8.
    Unknown,
    /// Letters were replaced by question marks before the file was saved.
    Lost(String),
}

/// The text of a file in UTF-8, with or without byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, BadEncoding> {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bare).map_err(|_| BadEncoding::Unknown)?;
    if text.contains('\u{fffd}') {
        let word = text.split_whitespace().find(|w| w.contains('\u{fffd}'));
        return Err(BadEncoding::Lost(word.unwrap_or_default().to_owned()));
    }
    Ok(text)
}

/// Whether a word lost letters: a question mark inside it, as in `đ?t`.
pub(super) fn lost_letters(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).any(|pair| match pair {
        // `?` before a letter never ends a question.
        ['?', next] => next.is_alphabetic(),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(decode("\u{feff}đạt".as_bytes()), Ok("đạt"));
        assert_eq!(decode("đạt".as_bytes()), Ok("đạt"));
        assert_eq!(decode(&[0xff, 0xfe, 0x11, 0x01]), Err(BadEncoding::Unknown));
    }

    #[test]
    fn question_marks_inside_words_are_lost_letters() {
        assert!(lost_letters("đ?t"));
        assert!(lost_letters("ch?a ??t"));
        assert!(!lost_letters("đạt?"));
        assert!(!lost_letters("có? không"));
    }
}
