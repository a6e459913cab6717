//! Numbers as officers type them: `98,5`, `1.234,5`, `1 234`, `98.5 %`.
//!
//! A cell may be readable in two ways. All possible readings are kept until the
//! file shows which convention it uses; what stays open is refused, not guessed.

use crate::exact::{Exact, MOST_DIGITS};
use crate::fold;
use crate::named::named;

named! {
    /// Which mark separates the decimals.
    pub Convention {
        /// `1.234,5`, as in Vietnamese.
        Comma "comma"
        /// `1,234.5`, as in English.
        Dot "dot"
    }
}

/// What a number counts, which rules some readings out.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberRange {
    /// Only whole numbers are possible.
    pub(super) whole: bool,
    /// Only 0 to 100 is possible.
    pub(super) share: bool,
    /// Whether `%` may follow.
    pub(super) percent: bool,
}

/// One way to read a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Interpretation {
    pub(super) value: Exact,
    /// How many decimals are written.
    pub(super) decimals: usize,
    /// The convention it takes; `None` where both give the same.
    pub(super) convention: Option<Convention>,
}

/// What a cell can mean.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Number {
    /// One reading is possible.
    One(Interpretation),
    /// Two are.
    Two(Box<[Interpretation; 2]>),
}

/// Why a cell is no number of the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoNumber {
    NotANumber,
    OutOfRange,
    NotWhole,
}

/// Reads a cell. `decided`: the convention that the user gave.
pub(super) fn parse_number(
    text: &str,
    range: NumberRange,
    decided: Option<Convention>,
) -> Result<Number, NoNumber> {
    let fits =
        |r: &Interpretation| decided.is_none() || r.convention.is_none() || r.convention == decided;
    if let Some(reading) = plain(text).filter(|r| fits(r) && range.allows(r)) {
        return Ok(Number::One(reading));
    }
    let readings = readings(text, range.percent)?.map(|reading| reading.filter(fits));
    if readings.iter().all(Option::is_none) {
        return Err(NoNumber::NotANumber);
    }
    if !readings.iter().flatten().any(|reading| range.holds(reading)) {
        return Err(NoNumber::OutOfRange);
    }
    match readings.map(|reading| reading.filter(|reading| range.allows(reading))) {
        [Some(one), None] | [None, Some(one)] => Ok(Number::One(one)),
        [Some(one), Some(other)] => Ok(Number::Two(Box::new([one, other]))),
        [None, None] => Err(NoNumber::NotWhole),
    }
}

/// Reads a number of a sheet, which has one reading; its `unit` may be shown behind it.
pub(super) fn read_exact(text: &str, range: NumberRange, unit: &str) -> Result<Number, NoNumber> {
    let (text, shown) = text.split_once(' ').unwrap_or((text, ""));
    if !shown.is_empty() && !is_unit(shown, unit) {
        return Err(NoNumber::NotANumber);
    }
    let digits = match text.strip_suffix('%') {
        Some(_) if !range.percent => return Err(NoNumber::NotANumber),
        Some(digits) => digits,
        None => text,
    };
    let why = if is_too_long(digits) { NoNumber::NotANumber } else { NoNumber::OutOfRange };
    let value = Exact::parse(digits).ok_or(why)?;
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let reading = Interpretation { value, decimals, convention: None };
    match (range.holds(&reading), range.allows(&reading)) {
        (false, _) => Err(NoNumber::OutOfRange),
        (true, false) => Err(NoNumber::NotWhole),
        (true, true) => Ok(Number::One(reading)),
    }
}

/// Whether words behind a number are its unit, or the unit's first words.
fn is_unit(words: &str, unit: &str) -> bool {
    let ends = unit.char_indices().filter(|(_, c)| matches!(c, ' ' | '/')).map(|(end, _)| end);
    ends.chain([unit.len()])
        .any(|end| fold::find(words, [(&unit[..end], ())].into_iter()).is_some())
}

/// How a number was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowRead {
    /// It can be read in one way only.
    OneWay,
    /// A sheet holds it as a number, with whatever mark it shows.
    Sheet,
    /// The user's word on the decimal mark decided.
    Forced(Convention),
    /// Two ways are possible; the other numbers of the file show which is meant.
    Settled(Convention),
    /// Two ways would be; one gives what the number cannot be.
    Possible(Convention),
}

/// How a cell of text is read that holds a number; `None` where it holds none.
pub(super) fn how_read(
    text: &str,
    range: NumberRange,
    forced: Option<Convention>,
    settled: Option<Convention>,
) -> Option<HowRead> {
    let both = readings(text, range.percent).ok()?;
    let [Some(comma), Some(dot)] = &both else {
        return Some(HowRead::OneWay);
    };
    if let Some(forced) = forced {
        return Some(HowRead::Forced(forced));
    }
    match (range.allows(comma), range.allows(dot)) {
        (true, true) => settled.map(HowRead::Settled),
        (true, false) => comma.convention.map(HowRead::Possible),
        (false, true) => dot.convention.map(HowRead::Possible),
        (false, false) => None,
    }
}

impl NumberRange {
    /// Whether a number lies within the bounds.
    fn holds(&self, reading: &Interpretation) -> bool {
        !reading.value.is_negative() && (!self.share || reading.value <= Exact::HUNDRED)
    }

    /// Whether it does, and is whole where it must be.
    fn allows(&self, reading: &Interpretation) -> bool {
        self.holds(reading) && (!self.whole || reading.value.is_whole())
    }
}

/// Both ways to read the cell, whatever it counts; the first alone where they agree.
fn readings(text: &str, percent: bool) -> Result<[Option<Interpretation>; 2], NoNumber> {
    let (negative, rest) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = match rest.strip_suffix('%') {
        Some(digits) if percent => digits.trim_end_matches(is_space),
        _ => rest,
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NoNumber::NotANumber);
    }
    let digits = shortened(digits);
    if counted(digits) > MOST_DIGITS {
        // Decimals make no number large.
        let why = if is_too_long(digits) { NoNumber::NotANumber } else { NoNumber::OutOfRange };
        return Err(why);
    }
    let comma = split(digits, ',', '.');
    let dot = split(digits, '.', ',');
    let read = |(value, decimals): (i128, usize), convention| {
        Some(Interpretation {
            value: Exact::decimal(if negative { -value } else { value }, decimals)?,
            decimals,
            convention,
        })
    };
    Ok(match (comma, dot) {
        (None, None) => return Err(NoNumber::NotANumber),
        (Some(a), Some(b)) if a == b => [read(a, None), None],
        (a, b) => [
            a.and_then(|a| read(a, Some(Convention::Comma))),
            b.and_then(|b| read(b, Some(Convention::Dot))),
        ],
    })
}

/// The digits that count: a zero before the decimal mark does not.
fn counted(number: &str) -> usize {
    let bare = number.strip_prefix('0').filter(|rest| rest.starts_with(['.', ',']));
    count_digits(bare.unwrap_or(number))
}

fn count_digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A number without the zeros behind its decimals that are more than it may have digits.
fn shortened(text: &str) -> &str {
    let more = counted(text).saturating_sub(MOST_DIGITS);
    let decimals = text.len() - text.rfind(['.', ',']).map_or(text.len(), |mark| mark + 1);
    let zeros = text.len() - text.trim_end_matches('0').len();
    if more < decimals && more <= zeros { &text[..text.len() - more] } else { text }
}

/// Whether a cell is a number that has more digits than can be read, because of its
/// decimals.
pub(super) fn is_too_long(cell: &str) -> bool {
    let bare = cell.trim_start_matches(['-', '+', '\u{2212}']);
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c);
    let number = &bare[..bare.find(|c| !of_number(c)).unwrap_or(bare.len())];
    let Some((whole, decimals)) = number.rsplit_once(['.', ',']) else {
        return false;
    };
    counted(number) > MOST_DIGITS
        && count_digits(whole.trim_start_matches('0')) <= MOST_DIGITS
        && count_digits(decimals) > 3
}

/// The one reading of most cells: a few digits, and a mark that cannot set off a
/// group of three.
fn plain(text: &str) -> Option<Interpretation> {
    const FEW: usize = 18;
    let bytes = text.as_bytes();
    if bytes.len() > FEW || !bytes.first()?.is_ascii_digit() {
        return None;
    }
    let (mut value, mut mark) = (0_i64, None);
    for (place, byte) in bytes.iter().enumerate() {
        match byte {
            b'0'..=b'9' => value = value * 10 + i64::from(byte - b'0'),
            b',' | b'.' if mark.is_none() => mark = Some((place, *byte)),
            _ => return None,
        }
    }
    let Some((place, byte)) = mark else {
        return Some(Interpretation {
            value: Exact::decimal(value.into(), 0)?,
            decimals: 0,
            convention: None,
        });
    };
    let decimals = bytes.len() - place - 1;
    let may_be_group = decimals == 3 && place <= 3 && bytes[0] != b'0';
    if decimals == 0 || may_be_group {
        return None;
    }
    let convention = Some(if byte == b',' { Convention::Comma } else { Convention::Dot });
    Some(Interpretation { value: Exact::decimal(value.into(), decimals)?, decimals, convention })
}

/// The digits as one number and how many of them are decimals, if `text` is a
/// number with this decimal mark and groups of three set off by `group` or spaces.
fn split(text: &str, mark: char, group: char) -> Option<(i128, usize)> {
    let (whole, fraction) = match text.split_once(mark) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let is_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|f| !is_digits(f)) {
        return None;
    }
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    if let Some(separator) = separator {
        if separator != group && !is_space(separator) {
            return None;
        }
        let mut groups = whole.split(separator);
        let first = groups.next()?;
        if !(1..=3).contains(&first.len()) || !is_digits(first) || first.starts_with('0') {
            return None;
        }
        if !groups.all(|g| g.len() == 3 && is_digits(g)) {
            return None;
        }
    }
    let fraction = fraction.unwrap_or_default();
    let digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let value = digits.fold(0, |value: i128, d| value * 10 + i128::from(d - b'0'));
    Some((value, fraction.len()))
}

/// The spaces that set off groups, no-break ones included.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: NumberRange = NumberRange { whole: false, share: false, percent: false };
    const WHOLE: NumberRange = NumberRange { whole: true, share: false, percent: false };
    const SHARE: NumberRange = NumberRange { whole: false, share: true, percent: true };

    fn one(text: &str, range: NumberRange) -> (String, Option<Convention>) {
        match parse_number(text, range, None) {
            Ok(Number::One(r)) => (r.value.to_string(), r.convention),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn one_reading_is_unmistakable() {
        use Convention::{Comma, Dot};
        for (text, range, value, convention) in [
            ("98", SHARE, "98", None),
            ("98,5", SHARE, "98.5", Some(Comma)),
            ("98.5 %", SHARE, "98.5", Some(Dot)),
            ("1.234", SHARE, "1.234", Some(Dot)),
            ("1.234", WHOLE, "1234", Some(Comma)),
            ("1,234", WHOLE, "1234", Some(Dot)),
            ("1 234", ANY, "1234", None),
            ("1 234,5", ANY, "1234.5", Some(Comma)),
            ("1.234.567", ANY, "1234567", Some(Comma)),
            ("1,234.567", ANY, "1234.567", Some(Dot)),
            ("0.123", ANY, "0.123", Some(Dot)),
            ("1234.567", ANY, "1234.567", Some(Dot)),
            ("+5", ANY, "5", None),
            ("-0", ANY, "0", None),
        ] {
            assert_eq!(one(text, range), (value.to_owned(), convention), "{text}");
        }
    }

    proptest::proptest! {
        /// The short way gives what the long way gives.
        #[test]
        fn plain_numbers_have_one_reading(text in "[0-9]{1,5}[.,]?[0-9]{0,5}") {
            if let Some(reading) = plain(&text) {
                let readings: Vec<Interpretation> =
                    readings(&text, false).unwrap().into_iter().flatten().collect();
                proptest::prop_assert_eq!(readings, [reading]);
            }
        }
    }

    #[test]
    fn decimals_make_no_number_large() {
        let zeros = "0".repeat(36);
        assert_eq!(one(&format!("99.{zeros}"), SHARE).0, "99");
        assert_eq!(one(&format!("1.234,{zeros}"), ANY).0, "1234");
        assert_eq!(one(&format!("16,5{zeros}%"), SHARE).0, "16.5");
        let exact = "16.50000000000000000000000001";
        assert_eq!(parse_number(exact, SHARE, None).unwrap(), {
            let value = Exact::parse("16.50000000000000000000000000").unwrap();
            let unit = Exact::decimal(1, 26).unwrap();
            let (value, decimals) = (&value + &unit, 26);
            Number::One(Interpretation { value, decimals, convention: Some(Convention::Dot) })
        });
        for text in [format!("16.5{zeros}1"), format!("-0,{zeros}1"), format!("1 000,{zeros}1")] {
            assert_eq!(parse_number(&text, SHARE, None), Err(NoNumber::NotANumber), "{text}");
            assert!(is_too_long(&text), "{text}");
        }
        let tiny = "0.0000000000000000555111512312578";
        assert_eq!(read_exact(tiny, SHARE, "%"), Err(NoNumber::NotANumber));
        for text in [format!("1{zeros}"), format!("1{zeros}.5"), format!("1{zeros},000")] {
            assert_eq!(parse_number(&text, ANY, None), Err(NoNumber::OutOfRange), "{text}");
        }
        assert!(!is_too_long("16.5") && !is_too_long("a.b"));
    }

    #[test]
    fn two_readings_are_ambiguous_until_decided() {
        assert!(matches!(parse_number("1.234", ANY, None), Ok(Number::Two(_))));
        assert!(matches!(parse_number("12,345", ANY, None), Ok(Number::Two(_))));
        let decided = parse_number("1.234", ANY, Some(Convention::Comma)).unwrap();
        assert!(matches!(decided, Number::One(r) if r.value == Exact::from(1234)));
    }

    #[test]
    fn what_is_no_number_says_why() {
        use NoNumber::{NotANumber, NotWhole, OutOfRange};
        for (text, range, why) in [
            ("98,x", SHARE, NotANumber),
            ("", ANY, NotANumber),
            ("1e3", ANY, NotANumber),
            (",5", ANY, NotANumber),
            ("5.", ANY, NotANumber),
            ("1.23.456", ANY, NotANumber),
            ("1,2,3", ANY, NotANumber),
            ("5%", ANY, NotANumber),
            ("1.234 567", ANY, NotANumber),
            ("100,1", SHARE, OutOfRange),
            ("-1", ANY, OutOfRange),
            ("99999999999999999999999999999", ANY, OutOfRange),
            ("2,5", WHOLE, NotWhole),
        ] {
            assert_eq!(parse_number(text, range, None), Err(why), "{text}");
        }
        assert_eq!(parse_number("95,5", SHARE, Some(Convention::Dot)), Err(NotANumber));
    }
}
