//! How the letters of Vietnamese were written before Unicode, and what code pages make of
//! bytes.

use std::collections::HashMap;
use std::sync::LazyLock;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// A way of writing Vietnamese in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// TCVN 5712:1993, called ABC: a byte a letter; capitals with a tone by the font alone.
    Tcvn3,
    /// VNI for Windows: a letter, and a mark behind it.
    Vni,
    Utf8,
}

/// Letters and their bytes in TCVN3.
const TCVN3: [(&str, &[u8]); 8] = [
    ("ăâêôơưđ", b"\xa8\xa9\xaa\xab\xac\xad\xae"),
    ("àảãáạ", b"\xb5\xb6\xb7\xb8\xb9"),
    ("ằẳẵắặầẩẫấậ", b"\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9\xca\xcb"),
    ("èẻẽéẹềểễếệ", b"\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6"),
    ("ìỉĩíị", b"\xd7\xd8\xdc\xdd\xde"),
    ("òỏõóọồổỗốộờởỡớợ", b"\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee"),
    ("ùủũúụừửữứự", b"\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9"),
    ("ỳỷỹýỵ", b"\xfa\xfb\xfc\xfd\xfe"),
];

/// Letters that are one in VNI.
const VNI_LETTERS: (&str, &str) = ("đơưìíỉĩịỵ", "ñôöìíæóòî");

/// The marks of VNI behind a letter: grave, hook, tilde, acute, dot below; by what stands
/// over the letter besides.
const VNI_MARKS: [(Option<char>, &str, &str); 3] =
    [(None, "", "øûõùï"), (Some('\u{302}'), "â", "àåãáä"), (Some('\u{306}'), "ê", "èúüéë")];
const TONES: &str = "\u{300}\u{309}\u{303}\u{301}\u{323}";

impl Writing {
    pub(super) const ALL: [Writing; 3] = [Writing::Tcvn3, Writing::Vni, Writing::Utf8];

    /// How a syllable in small letters is written. Capitals of UTF-8 are others.
    pub(super) fn spellings(self, syllable: &str) -> Vec<Vec<u8>> {
        match self {
            Writing::Tcvn3 => vec![syllable.nfc().map(tcvn3).collect()],
            Writing::Vni => vec![latin(&syllable.nfc().map(vni).collect::<String>())],
            Writing::Utf8 => {
                let small: String = syllable.nfc().collect();
                let mut letters = small.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                let capital: String = first.chain(letters).collect();
                [small.clone(), capital, small.to_uppercase()].map(String::into_bytes).into()
            }
        }
    }

    /// Bytes as they would be in small letters.
    pub(super) fn in_small_letters(self, bytes: &[u8]) -> Vec<u8> {
        let small = |byte: &u8| match (self, *byte) {
            (Writing::Utf8, byte) => byte,
            (Writing::Tcvn3, 0xa1..=0xa7) => byte + 7,
            (Writing::Vni, 0xc0..=0xde) => byte + 0x20,
            (_, byte) => byte.to_ascii_lowercase(),
        };
        bytes.iter().map(small).collect()
    }
}

/// The byte of a letter in TCVN3.
fn tcvn3(letter: char) -> u8 {
    let mut pairs = TCVN3.iter().flat_map(|(letters, bytes)| letters.chars().zip(*bytes));
    let byte = pairs.find(|(own, _)| *own == letter).map(|(_, byte)| *byte);
    byte.or_else(|| u8::try_from(letter).ok()).unwrap_or_default()
}

/// A letter in VNI, as Windows shows it in another font.
fn vni(letter: char) -> String {
    let (letters, signs) = VNI_LETTERS;
    let single = |letter: char| letters.chars().zip(signs.chars()).find(|(own, _)| *own == letter);
    if let Some((_, sign)) = single(letter) {
        return sign.to_string();
    }
    let mut parts: Vec<char> = std::iter::once(letter).nfd().collect();
    let tone = parts.iter().position(|part| TONES.contains(*part)).map(|place| parts.remove(place));
    let horn = parts.contains(&'\u{31b}');
    let over = parts.iter().copied().find(|part| matches!(part, '\u{302}' | '\u{306}'));
    let base: String = if horn {
        vni(parts.iter().copied().nfc().next().unwrap_or_default())
    } else {
        parts[..1].iter().collect()
    };
    let marks = VNI_MARKS.iter().find(|(own, ..)| *own == over);
    let Some((_, alone, toned)) = marks else { return base };
    let place = tone.and_then(|tone| TONES.chars().position(|own| own == tone));
    let mark = place.and_then(|place| toned.chars().nth(place));
    base + &mark.map_or_else(|| (*alone).to_owned(), String::from)
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap_or_default()).collect()
}

/// Whether Vietnamese words are written with a letter, or a mark.
pub(super) fn is_vietnamese_letter(letter: char) -> bool {
    let is_own = |letter: char| TCVN3.iter().any(|(letters, _)| letters.contains(letter));
    TONES.contains(letter) || letter.to_lowercase().all(is_own)
}

/// The byte that Windows shows as a character, in Western Europe or in Vietnam.
pub(super) fn byte_in_windows(c: char) -> Option<u8> {
    static BYTES: LazyLock<HashMap<char, u8>> = LazyLock::new(|| {
        let mut bytes = HashMap::new();
        for page in [WINDOWS_1252, WINDOWS_1258] {
            for byte in 0x80..=0xff_u8 {
                let (text, _) = page.decode_without_bom_handling(std::slice::from_ref(&byte));
                text.chars().for_each(|c| {
                    bytes.entry(c).or_insert(byte);
                });
            }
        }
        bytes
    });
    // What has no place in the code page stays the same byte.
    u8::try_from(c).ok().or_else(|| BYTES.get(&c).copied())
}

/// The bytes that consoles show as a character, in the United States and in Western Europe.
pub(super) fn byte_in_console(c: char) -> [Option<u8>; 2] {
    let byte = |page: &str| {
        let place = || page.chars().position(|own| own == c);
        let high = || place().and_then(|place| u8::try_from(place + 0x80).ok());
        if c.is_ascii() { u8::try_from(c).ok() } else { high() }
    };
    [byte(CP437), byte(CP850)]
}

/// The upper halves of two code pages.
const CP437: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const CP850: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(writing: Writing, text: &str) -> String {
        writing.spellings(text)[0].iter().map(|byte| char::from(*byte)).collect()
    }

    #[test]
    fn letters_are_written_as_the_fonts_have_them() {
        for (text, tcvn3, vni) in [
            ("đạt", "®¹t", "ñaït"),
            ("chưa", "ch\u{ad}a", "chöa"),
            ("chỉ tiêu", "chØ tiªu", "chæ tieâu"),
            ("giá trị", "gi¸ trÞ", "giaù trò"),
            ("tử số", "tö sè", "töû soá"),
            ("mẫu số", "mÉu sè", "maãu soá"),
            ("minh chứng", "minh chøng", "minh chöùng"),
            ("kết quả", "kÕt qu¶", "keát quaû"),
            ("thực hiện", "thùc hiÖn", "thöïc hieän"),
            ("đường", "®\u{ad}êng", "ñöôøng"),
            ("bắc sơn", "b¾c s¬n", "baéc sôn"),
            ("bằng", "b»ng", "baèng"),
            ("mỹ kỳ", "mü kú", "myõ kyø"),
            ("nghĩa", "nghÜa", "nghóa"),
            ("hữu nghị", "h÷u nghÞ", "höõu nghò"),
        ] {
            assert_eq!(shown(Writing::Tcvn3, text), tcvn3, "{text}");
            assert_eq!(shown(Writing::Vni, text), vni, "{text}");
        }
    }

    #[test]
    fn no_two_letters_are_written_alike() {
        let letters: Vec<char> = TCVN3.iter().flat_map(|(letters, _)| letters.chars()).collect();
        assert_eq!(letters.len(), 67);
        for writing in [Writing::Tcvn3, Writing::Vni] {
            let mut written: Vec<_> =
                letters.iter().flat_map(|c| writing.spellings(&c.to_string())).collect();
            written.sort();
            written.dedup();
            assert_eq!(written.len(), letters.len(), "{writing:?}");
        }
    }
}
