//! JSON that a terminal may show: what would drive it, turn directions or not be seen stands
//! there as an escape, which every parser reads as the same character.

use std::borrow::Cow;
use std::io;

use serde_json::ser::Formatter;

use super::shown;

/// A writer's formatter that escapes such characters. Parts that are JSON already stand as
/// they are: whoever made them has escaped them.
pub(crate) struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        writer.write_all(escaped(fragment).as_bytes())
    }
}

/// JSON, whole or a part of it, with escapes in place of such characters.
pub(crate) fn escaped(json: &str) -> Cow<'_, str> {
    // Most of it is: a look at the bytes is faster than one at the letters.
    if json.bytes().all(|byte| byte == b'\n' || (b' '..0x7f).contains(&byte)) {
        return Cow::Borrowed(json);
    }
    let Some(first) = json.char_indices().find(|(_, c)| !is_harmless(*c)).map(|(at, _)| at) else {
        return Cow::Borrowed(json);
    };
    let mut safe = String::with_capacity(json.len() + 16);
    safe.push_str(&json[..first]);
    for c in json[first..].chars() {
        if is_harmless(c) {
            safe.push(c);
            continue;
        }
        let mut units = [0; 2];
        let units = c.encode_utf16(&mut units).iter();
        units.for_each(|unit| safe.push_str(&format!("\\u{unit:04x}")));
    }
    Cow::Owned(safe)
}

fn is_harmless(c: char) -> bool {
    // The letters of Vietnamese, which most are.
    let is_letter = matches!(c, ' '..='~' | '\u{c0}'..='\u{34e}' | '\u{1e00}'..='\u{1eff}');
    is_letter || c == '\n' || (c != '\t' && shown(c) == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parser_reads_the_same() {
        let odd =
            "a\u{202e}b\u{7f}\u{9b}31m\u{2066}\u{200e}\u{2028}\u{e0041}\u{fffe}\n\t\"\\Bắc\u{1b}";
        let plain = serde_json::to_string(odd).unwrap();
        let safe = escaped(&plain);
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), odd);
        assert!(safe.chars().all(|c| is_harmless(c) && c != '\n'), "{safe}");
        assert!(matches!(escaped("{\"a\":\"Bắc Sơn\"}\n"), Cow::Borrowed(_)));
    }
}
