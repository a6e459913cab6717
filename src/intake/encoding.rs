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
    let text = std::str::from_utf8(without_mark(bytes)).map_err(|_| BadEncoding::Unknown)?;
    // No text file holds NUL: these are the bytes of something else.
    if text.contains('\0') {
        return Err(BadEncoding::Unknown);
    }
    if text.contains('\u{fffd}') {
        let word = text.split_whitespace().find(|w| w.contains('\u{fffd}'));
        return Err(BadEncoding::Lost(word.unwrap_or_default().to_owned()));
    }
    Ok(text)
}

/// The bytes behind a byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether a cell that holds a word lost letters: `đ?t`, `n?`. A known word with
/// a question mark behind it is a doubt, not a loss.
pub(super) fn word_lost_letters(cell: &str) -> bool {
    let letters: Vec<char> = cell.chars().collect();
    let inside = letters.windows(2).any(|pair| pair[0] == '?' && pair[1].is_alphabetic());
    let behind = letters.windows(2).any(|pair| pair[1] == '?' && pair[0].is_alphabetic());
    let known = || super::word::read(cell.trim_end_matches('?')).is_some();
    inside || (behind && !known())
}

/// Whether prose lost letters: question marks between letters in two or more words
/// that are no addresses. One alone may be a question without a space behind it.
pub(super) fn prose_lost_letters(cell: &str) -> bool {
    let words = cell.split_whitespace().filter(|word| !word.contains(['/', '=', '&']));
    let lost = words.filter(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters
            .windows(3)
            .any(|three| three[0].is_alphabetic() && three[1] == '?' && three[2].is_alphabetic())
    });
    lost.count() >= 2
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
        for cell in ["đ?t", "ch?a ??t", "n?", "kh?", "?p d?ng"] {
            assert!(word_lost_letters(cell), "{cell}");
        }
        for cell in ["đạt?", "?", "5?", "đạt", ""] {
            assert!(!word_lost_letters(cell), "{cell}");
        }
        for cell in ["B?o c?o s? 5", "BC 12/BC-UBND v?n b?n"] {
            assert!(prose_lost_letters(cell), "{cell}");
        }
        for cell in ["đã có? chưa", "đủ?không", "https://a.vn/x?id=3", "BC 12/BC-UBND?", "sao?"]
        {
            assert!(!prose_lost_letters(cell), "{cell}");
        }
    }
}
