//! A cell of OpenDocument: its value held against what is shown of it.

use quick_xml::events::BytesStart;

use super::super::cell::SheetCell;
use super::super::guard::attribute;
use super::super::number;
use super::super::shown::Figure;
use crate::intake::table::CellKind;

/// What a cell holds.
pub(super) struct OdsCell {
    kind: String,
    value: Option<String>,
    formula: bool,
}

impl OdsCell {
    pub(super) fn from_tag(tag: &BytesStart) -> OdsCell {
        let kind = attribute(tag, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        let value = attribute(tag, value);
        OdsCell { kind, value, formula: attribute(tag, "table:formula").is_some() }
    }

    /// The cell. `shown`: its paragraphs.
    pub(super) fn cell(self, shown: Option<String>) -> SheetCell {
        let empty = self.value.is_none() && self.kind.is_empty();
        if self.formula && empty && shown.is_none() {
            return SheetCell::not_computed();
        }
        let number = self.value.as_deref().and_then(|value| value.parse::<f64>().ok());
        let cell = match self.kind.as_str() {
            "float" | "currency" | "percentage" => match number {
                Some(number) => of_number(number, self.kind == "percentage", shown.as_deref()),
                // A number that is none.
                None => SheetCell::unsure(self.value.or(shown).unwrap_or_default()),
            },
            "boolean" => SheetCell::text(self.value.unwrap_or_default()),
            "date" => of_day(self.value.unwrap_or_default(), shown.as_deref()),
            "time" => SheetCell::text(shown.or(self.value).unwrap_or_default()),
            _ => match (self.value, shown) {
                (Some(held), Some(shown)) if shown.is_empty() && !held.is_empty() => {
                    SheetCell::unsure(held)
                }
                (held, shown) => SheetCell::text(shown.or(held).unwrap_or_default()),
            },
        };
        if self.formula { cell.computed(number == Some(0.0)) } else { cell }
    }
}

/// A day of which words alone are shown is what they say.
fn of_day(held: String, shown: Option<&str>) -> SheetCell {
    match shown.map(str::trim) {
        Some("") => SheetCell::unsure(held),
        Some(words) if !words.contains(|c: char| c.is_ascii_digit()) => SheetCell::text(words),
        _ => SheetCell::day(held),
    }
}

fn of_number(held: f64, percentage: bool, shown: Option<&str>) -> SheetCell {
    let Some(shown) = shown.map(str::trim) else {
        // A program that writes no sheets for people left it out.
        let kind = if percentage { CellKind::Percent } else { CellKind::Number };
        let exact = exact(held, Scale { percent: percentage, thousands: 0 }, percentage, "");
        return SheetCell::figure(Figure { shown: exact.clone(), exact }, kind);
    };
    if !shown.contains(|c: char| c.is_ascii_digit()) {
        let nothing = matches!(shown, "" | "-" | "–" | "—") || shown.starts_with('#');
        return if nothing {
            SheetCell::unsure(number::decimal(held))
        } else {
            SheetCell::text(shown)
        };
    }
    let Some(written) = ShownNumber::read(shown) else {
        return SheetCell::unsure(number::decimal(held));
    };
    match agreed(held, percentage, &written)[..] {
        [scale] => {
            let exact = exact(held, scale, written.percent || percentage, written.tail);
            let kind = if scale.percent { CellKind::Percent } else { CellKind::Number };
            return SheetCell::figure(Figure { exact, shown: shown.to_owned() }, kind);
        }
        [_, ..] => return SheetCell::unsure(number::decimal(held)),
        [] => {}
    }
    // Paragraphs of a program that writes them its own way: the kind of the value decides.
    if percentage && !written.percent && written.fits(&number::decimal(held)) {
        let exact = exact(held, Scale { percent: true, thousands: 0 }, true, "");
        SheetCell::figure(Figure { shown: exact.clone(), exact }, CellKind::Percent)
    } else {
        SheetCell::unsure(number::decimal(held))
    }
}

/// How what is shown is larger or smaller than what is held.
#[derive(Clone, Copy, Debug)]
struct Scale {
    /// A hundred times as much: the sign of percent is one, and not only drawn.
    percent: bool,
    /// How often it is divided by a thousand.
    thousands: i32,
}

impl Scale {
    fn power(self) -> i32 {
        let by = if self.percent { 2 } else { 0 };
        by - 3 * self.thousands
    }
}

/// The scales under which what is shown is what is held: as it is where it can be, else in
/// thousands. Several are left where they give different numbers.
fn agreed(held: f64, percentage: bool, written: &ShownNumber) -> Vec<Scale> {
    // Where the kind of the value does not say percent, its sign may be only drawn.
    let percents: &[bool] = match (percentage, written.percent) {
        (true, _) => &[true],
        (false, true) => &[false, true],
        (false, false) => &[false],
    };
    let number = |scale: Scale| number::shifted(held, scale.power());
    let fitting = |thousands: &[i32]| {
        let scale =
            |percent: &bool, thousands: &i32| Scale { percent: *percent, thousands: *thousands };
        let all = percents.iter().flat_map(|p| thousands.iter().map(move |t| scale(p, t)));
        let mut scales: Vec<Scale> = all.filter(|scale| written.fits(&number(*scale))).collect();
        scales.dedup_by_key(|scale| number(*scale));
        scales
    };
    let plain = fitting(&[0]);
    if plain.is_empty() { fitting(&[1, 2, 3]) } else { plain }
}

/// `sign`: whether it is in percent.
fn exact(held: f64, scale: Scale, sign: bool, tail: &str) -> String {
    let sign = if sign { "%" } else { "" };
    let room = if tail.is_empty() { "" } else { " " };
    format!("{}{sign}{room}{tail}", number::shifted(held, scale.power()))
}

/// A number as it is shown.
struct ShownNumber<'s> {
    /// With a decimal dot or a decimal comma.
    readings: [Option<String>; 2],
    percent: bool,
    exponent: bool,
    /// What stands behind it.
    tail: &'s str,
}

impl<'s> ShownNumber<'s> {
    /// `None` where something stands before the digits, or it is a fraction.
    fn read(shown: &'s str) -> Option<ShownNumber<'s>> {
        let negative = shown.starts_with(['-', '(', '\u{2212}']);
        let bare = shown.trim_start_matches(['-', '(', '\u{2212}']);
        if !bare.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_space(c);
        let end = bare.find(|c| !of_number(c)).unwrap_or(bare.len());
        let (digits, tail) = bare.split_at(end);
        let tail = if negative { tail.trim_end_matches(')') } else { tail };
        let exponent = tail.strip_prefix(['E', 'e']).is_some_and(|power| {
            let power = power.trim_start_matches(['+', '-']);
            !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
        });
        // A unit may hold a digit (m2); the bar of a fraction or a clock does.
        let unit = tail.trim_start().starts_with(char::is_alphabetic);
        if tail.starts_with('/')
            || tail.contains(|c: char| c.is_ascii_digit()) && !exponent && !unit
        {
            return None;
        }
        let (percent, tail) = match tail.strip_prefix('%') {
            Some(tail) => (true, tail.trim()),
            None => (false, if exponent { "" } else { tail.trim() }),
        };
        let sign = if negative { "-" } else { "" };
        let reading = |mark: char, group: char| {
            let digits = digits.trim_end_matches(is_space);
            let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, ""));
            let whole = without_groups(whole, group)?;
            let mark = if fraction.is_empty() { "" } else { "." };
            let plain = fraction.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| format!("{sign}{whole}{mark}{fraction}"))
        };
        let readings = [reading('.', ','), reading(',', '.')];
        Some(ShownNumber { readings, percent, exponent, tail })
    }

    /// Whether it shows a number, rounded to what it writes.
    fn fits(&self, exact: &str) -> bool {
        let readings = || self.readings.iter().flatten();
        self.exponent || readings().any(|reading| is_rounded(exact, reading))
    }
}

/// Whether a number rounds to another, up or down.
fn is_rounded(exact: &str, written: &str) -> bool {
    let (own, other) = (exact.trim_start_matches('-'), written.trim_start_matches('-'));
    let decimals = other.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let zero = |text: &str| text.bytes().all(|b| matches!(b, b'0' | b'.'));
    let bare = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        format!("{}.{}", whole.trim_start_matches('0'), fraction.trim_end_matches('0'))
    };
    let cut = match own.split_once('.') {
        Some((whole, fraction)) if fraction.len() > decimals => {
            format!("{whole}.{}", &fraction[..decimals])
        }
        _ => own.to_owned(),
    };
    let same = [number::rounded(own, decimals), cut].iter().any(|own| bare(own) == bare(other));
    let signed = exact.starts_with('-') == written.starts_with('-') || zero(other);
    same && signed
}

/// Digits before the mark without what sets off groups of three; `None` where it does not:
/// in `0.99` the dot is no such mark.
fn without_groups(whole: &str, group: char) -> Option<String> {
    let mut groups = whole.split(|c: char| c == group || is_space(c));
    let first = groups.next()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut text = first.to_owned();
    for next in groups {
        if next.len() != 3 || first.len() > 3 || first.starts_with('0') {
            return None;
        }
        text.push_str(next);
    }
    digits(&text).then_some(text)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: &str, value: &str, shown: Option<&str>) -> (String, CellKind) {
        let held = OdsCell { kind: kind.into(), value: Some(value.into()), formula: false };
        let cell = held.cell(shown.map(str::to_owned));
        (cell.text, cell.kind)
    }

    #[test]
    fn a_sign_of_percent_that_is_only_drawn_makes_no_hundredfold() {
        use CellKind::{Number, Percent, Unsure};
        for (value, shown, text, expected) in [
            ("0.99", "0.99%", "0.99%", Number),
            ("0.99", "0,99%", "0.99%", Number),
            ("0.99", "0,990%", "0.99%", Number),
            ("0.99", "0.9900 %", "0.99%", Number),
            ("0.99", "1%", "0.99%", Number),
            ("0.99", "1,0%", "0.99%", Number),
            ("0.5", "0.50 %", "0.5%", Number),
            ("20", "20.00 %", "20%", Number),
            ("20", "20.000%", "20%", Number),
            ("20", "20%", "20%", Number),
            ("92.5", "92,50%", "92.5%", Number),
            ("92.5", "92,5000%", "92.5%", Number),
            ("1234.5", "1.234,50%", "1234.5%", Number),
            ("1234.5", "1 234,5%", "1234.5%", Number),
            ("0", "0,00%", "0%", Number),
            ("0.99", "0,99% hộ", "0.99% hộ", Number),
            // What equals the hundredfold is one, whatever the kind of the value says.
            ("0.9925", "99,25%", "99.25%", Percent),
            ("12.345", "1.234,5%", "1234.5%", Percent),
            // Both would round to it.
            ("0.004", "0%", "0.004", Unsure),
            ("0.0099", "0%", "0.0099", Unsure),
            // Neither is.
            ("0.99", "0,98%", "0.99", Unsure),
            ("9900", "99.00", "9900", Unsure),
            ("9900", "99.00%", "9900", Unsure),
            // In thousands or in millions.
            ("1000000", "1.000", "1000000", Unsure),
        ] {
            assert_eq!(read("float", value, Some(shown)), (text.into(), expected), "{shown}");
        }
        // A real one holds the fraction.
        for (value, shown, text, expected) in [
            ("0.99", "99%", "99%", Percent),
            ("0.0099", "0,99%", "0.99%", Percent),
            ("0.99", "0,99%", "0.99", Unsure),
        ] {
            assert_eq!(read("percentage", value, Some(shown)), (text.into(), expected), "{shown}");
        }
    }

    #[test]
    fn a_number_is_read_where_it_is_what_is_shown() {
        use CellKind::{Number, Percent, Text, Unsure};
        for (kind, value, shown, text, expected) in [
            ("float", "98.5", Some("98,5"), "98.5", Number),
            ("float", "1234.5", Some("1.234,50"), "1234.5", Number),
            ("float", "99.6", Some("100"), "99.6", Number),
            ("float", "98.5", None, "98.5", Number),
            ("float", "38500000", Some("38,5"), "38.5", Number),
            ("float", "12.8", Some("12,8 km"), "12.8 km", Number),
            ("float", "2.5", Some("2,5 m2/người"), "2.5 m2/người", Number),
            ("float", "0.5", Some("12:00"), "0.5", Unsure),
            ("float", "38.5", Some("3.85E+01"), "38.5", Number),
            ("float", "-5", Some("(5)"), "-5", Number),
            ("float", "66.66666666666667", Some("66.6666666666667"), "66.6666666666667", Number),
            ("percentage", "0.05", Some("5%"), "5%", Percent),
            ("percentage", "0.8996", Some("90 %"), "89.96%", Percent),
            ("percentage", "0.05", Some("0.05"), "5%", Percent),
            ("percentage", "0.05", None, "5%", Percent),
            ("float", "0.05", Some("5%"), "5%", Percent),
            ("float", "1", Some("đạt"), "đạt", Text),
            ("float", "1", Some("TRUE"), "TRUE", Text),
            ("float", "5", Some(""), "5", Unsure),
            ("float", "0", Some("-"), "0", Unsure),
            ("float", "0.5", Some("1/2"), "0.5", Unsure),
            ("float", "1.5", Some("1 1/2"), "1.5", Unsure),
            ("float", "5", Some("7"), "5", Unsure),
            ("currency", "38.5", Some("₫38.5"), "38.5", Unsure),
            ("string", "đạt", Some(""), "đạt", Unsure),
        ] {
            assert_eq!(read(kind, value, shown), (text.into(), expected), "{value} {shown:?}");
        }
    }
}
