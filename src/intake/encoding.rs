//! Bytes to text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::old_font::OldFont;
use super::repair::RepairKind;
use crate::text::{self, Text};

/// Why bytes are not text that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadEncoding {
    /// Not UTF-8.
    Unknown,
    /// UTF-8 but for bytes of this line.
    At(u64),
    /// Letters were replaced by question marks before the file was saved.
    Lost(String),
    /// It is from before Unicode, or was read in a wrong code page.
    OldFont(OldFont),
}

impl BadEncoding {
    /// What is wrong, and what to do.
    pub(super) fn message_and_hint(&self) -> (Text, Text) {
        match self {
            BadEncoding::Unknown => (text::not_utf8(), text::save_as_utf8()),
            BadEncoding::At(line) => (text::not_utf8_at(*line), text::save_as_utf8()),
            BadEncoding::Lost(cell) => (text::letters_lost(cell), text::save_as_utf8()),
            BadEncoding::OldFont(font) => font.message_and_hint(),
        }
    }

    /// The line that it stands in, where one is known.
    pub(super) fn line(&self) -> Option<u64> {
        match self {
            BadEncoding::At(line) => Some(*line),
            _ => None,
        }
    }
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

/// The line of the first byte that is not UTF-8, in a file that is but for a few bytes.
pub(super) fn wrong_line(bytes: &[u8]) -> Option<u64> {
    let first = std::str::from_utf8(bytes).err()?.valid_up_to();
    let (mut rest, mut wrong, mut letters) = (bytes, 0, 0);
    loop {
        let why = std::str::from_utf8(rest).err();
        let valid = why.map_or(rest.len(), |why| why.valid_up_to());
        letters += rest[..valid].iter().filter(|byte| **byte >= 0xc0).count();
        let Some(why) = why else { break };
        wrong += 1;
        rest = &rest[valid + why.error_len().unwrap_or(rest.len() - valid)..];
    }
    let line = 1 + super::table::line_ends(&bytes[..first]);
    (letters > 20 * wrong && !bytes.contains(&0)).then_some(line)
}

/// Whether there are bytes that a program's own format is full of, and no text holds.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|b| matches!(b, 0..=8 | 14..=31))
}

/// Text that is not in UTF-8, as Windows programs save it, in UTF-8; and what it was.
pub(super) fn transcode(bytes: &[u8]) -> Option<(String, RepairKind)> {
    if let Some((encoding, bytes)) = utf_16(bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        return Some((text.nfc().collect(), RepairKind::Utf16));
    }
    if is_binary(bytes) {
        return None;
    }
    let kind = if is_vietnamese(bytes) { RepairKind::Windows1258 } else { RepairKind::Windows1252 };
    let encoding = match kind {
        RepairKind::Windows1258 => WINDOWS_1258,
        _ => WINDOWS_1252,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let text: String = text.nfc().collect();
    // Other encodings, and the fonts of old programs, give letters that Vietnamese lacks.
    text.chars().all(is_plausible).then_some((text, kind))
}

/// Whether a character may stand in a Vietnamese table.
fn is_plausible(c: char) -> bool {
    const SIGNS: &str = "\u{a0}“”‘’–—…•°±²³×÷½«»€₫đĐ";
    let mut letters = std::iter::once(c).nfd();
    c.is_ascii()
        || SIGNS.contains(c)
        || (letters.next().is_some_and(|base| base.is_ascii_alphabetic())
            && letters.all(|mark| {
                "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}".contains(mark)
            }))
}

/// The UTF-16 that bytes are in, by their mark or by the zeros of its plain letters.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some((UTF_16LE, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some((UTF_16BE, rest));
    }
    let start = &bytes[..bytes.len().min(1024)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    match (zeros(0) * 4 > start.len(), zeros(1) * 4 > start.len()) {
        (false, true) => Some((UTF_16LE, bytes)),
        (true, false) => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

/// Whether bytes are in windows-1258 rather than windows-1252: in the one a tone mark
/// follows its vowel, and đ has a place; in the other both are lost.
fn is_vietnamese(bytes: &[u8]) -> bool {
    let is_vowel = |b: u8| {
        b"aeiouyAEIOUY".contains(&b)
            || matches!(
                b,
                0xc2 | 0xc3 | 0xca | 0xd4 | 0xd5 | 0xdd | 0xe2 | 0xe3 | 0xea | 0xf4 | 0xf5 | 0xfd
            )
    };
    let is_tone = |b: u8| matches!(b, 0xcc | 0xd2 | 0xde | 0xec | 0xf2);
    let toned = bytes.windows(2).any(|pair| is_vowel(pair[0]) && is_tone(pair[1]));
    toned || (bytes.iter().any(|b| matches!(b, 0xd0 | 0xf0)) && !bytes.contains(&b'?'))
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
    let known = || super::word::parse_word(cell.trim_end_matches('?')).is_some();
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
    fn what_windows_programs_save_is_read() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            let units = text.encode_utf16();
            units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let text = "mã xã,chỉ tiêu,giá trị\n06727,1.1,chưa đạt\n";
        for (bytes, kind) in [
            (utf16(&format!("\u{feff}{text}"), false), RepairKind::Utf16),
            (utf16(&format!("\u{feff}{text}"), true), RepairKind::Utf16),
            (utf16(text, false), RepairKind::Utf16),
            (utf16(text, true), RepairKind::Utf16),
            // A letter, then its tone; đ by itself.
            (
                b"ma\xde xa\xde,chi\xd2 ti\xeau,gia\xec tri\xf2\n06727,1.1,ch\xfda \xf0a\xf2t\n"
                    .to_vec(),
                RepairKind::Windows1258,
            ),
        ] {
            let (read, found) = transcode(&bytes).unwrap();
            assert_eq!(found, kind);
            assert_eq!(read, text);
        }
        let lost = transcode(b"m\xe3 x\xe3,ch? ti\xeau\n").unwrap();
        assert_eq!(lost, ("mã xã,ch? tiêu\n".to_owned(), RepairKind::Windows1252));
        for other in
            [&b"PK\x03\x04\x14\x00\xff\xff"[..], b"ch\xad\xa9 \xae\xb9t", b"\x83f\x81[\x83^"]
        {
            assert!(transcode(other).is_none(), "{other:?}");
        }
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
