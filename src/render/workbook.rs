//! What every workbook has: paper, look, properties, and texts and numbers that it can
//! hold.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use crate::period::Period;
use crate::text::{self, Lang};
use crate::visible::shown;

/// Paper of the size A4.
pub(super) const A4: u8 = 9;
/// The font of offices.
pub(super) const FONT: &str = "Times New Roman";
/// Heads of what is given.
pub(super) const PALE: u32 = 0xE4_E8_EC;
/// Rules between cells.
pub(super) const RULE: u32 = 0x80_80_80;
/// The most that a cell holds, in UTF-16 units.
const LONGEST: usize = 32_767;

/// A title, and the period's date, not today's: the same input gives the same bytes.
pub(super) fn properties(title: &str, period: Option<Period>) -> Result<DocProperties, XlsxError> {
    let day = dated(period);
    let [month, day_of_month] = [day.month(), day.day()].map(i8::unsigned_abs);
    let made = ExcelDateTime::from_ymd(day.year().unsigned_abs(), month, day_of_month)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

/// The last day of the period. What is about none bears the first day that a file of
/// the office programs can.
pub(super) fn dated(period: Option<Period>) -> Date {
    period.map_or(Date::constant(1980, 1, 1), Period::last_day)
}

/// The number that digits say, as a workbook keeps it; `None` where that would be
/// another one.
pub(super) fn in_binary(digits: &str) -> Option<f64> {
    let binary: f64 = digits.parse().ok()?;
    (binary.to_string() == digits).then_some(binary)
}

/// A text that XML and a cell can hold. Line breaks stay; other control characters
/// show as `�`, what turns the direction of others or shows nothing is left out, and a text that is too long ends in words that say so.
pub(super) fn safe(text: &str, lang: Lang) -> Cow<'_, str> {
    let plain = |c: char| shown(c) == Some(c) || c == '\n';
    let text = if text.chars().all(plain) {
        Cow::Borrowed(text)
    } else {
        let lines = text.replace("\r\n", "\n");
        let seen = lines.chars().filter_map(|c| match c {
            '\t' => Some(' '),
            '\r' => Some('\n'),
            c if plain(c) => Some(c),
            c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
            c => shown(c),
        });
        Cow::Owned(seen.collect())
    };
    if text.encode_utf16().count() > LONGEST {
        Cow::Owned(cut(&text, LONGEST, text::cut_short().get(lang)))
    } else {
        text
    }
}

/// A text of at most so many UTF-16 units, of which the last are `mark` where it was
/// longer.
pub(super) fn cut(text: &str, most: usize, mark: &str) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(mark.encode_utf16().count());
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    kept.chain(mark.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_a_workbook_cannot_hold_are_told() {
        assert_eq!(in_binary("12.8"), Some(12.8));
        assert_eq!(in_binary("0.1234567"), Some(0.1234567));
        assert_eq!(in_binary("0.12345678901234567890123"), None);
    }

    #[test]
    fn texts_become_what_xml_and_a_cell_hold() {
        assert_eq!(safe("một\r\nhai\tba\u{0}\u{1b}\u{FFFF}", Lang::Vi), "một\nhai ba���");
        assert_eq!(safe("BC\u{202e} 1\u{2066}\u{200b}\u{2028}x", Lang::Vi), "BC 1 x");
        assert!(matches!(safe("=cmd|'/c calc'!A1", Lang::Vi), Cow::Borrowed(_)));
        let long = safe(&"🌾".repeat(LONGEST), Lang::En).into_owned();
        assert!(long.ends_with(text::cut_short().get(Lang::En)));
        let units = long.encode_utf16().count();
        assert!((LONGEST - 1..=LONGEST).contains(&units), "{units}");
    }
}
