//! A cell of OpenDocument: its value held against what is shown of it.

use quick_xml::events::BytesStart;

use super::super::CellKind;
use super::super::cell::SheetCell;
use super::super::format::Figure;
use super::super::guard::attribute;
use super::super::number;

/// What a cell holds.
pub(super) struct Held {
    kind: String,
    value: Option<String>,
    formula: bool,
}

impl Held {
    pub(super) fn of(tag: &BytesStart) -> Held {
        let kind = attribute(tag, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        let value = attribute(tag, value);
        Held { kind, value, formula: attribute(tag, "table:formula").is_some() }
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
        match self.formula {
            true => cell.computed(number == Some(0.0)),
            false => cell,
        }
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
        let exact = exact(held, percentage, 0, "");
        return SheetCell::figure(Figure { shown: exact.clone(), exact }, kind);
    };
    if !shown.contains(|c: char| c.is_ascii_digit()) {
        let nothing = matches!(shown, "" | "-" | "–" | "—") || shown.starts_with('#');
        return match nothing {
            true => SheetCell::unsure(number::decimal(held)),
            false => SheetCell::text(shown),
        };
    }
    let Some(written) = Written::read(shown) else {
        return SheetCell::unsure(number::decimal(held));
    };
    let percent = written.percent || percentage;
    for thousands in 0..4 {
        let own = exact(held, percent, thousands, "");
        if written.fits(own.trim_end_matches('%')) {
            let exact = exact(held, percent, thousands, written.tail);
            let kind = if percent { CellKind::Percent } else { CellKind::Number };
            return SheetCell::figure(Figure { exact, shown: shown.to_owned() }, kind);
        }
    }
    // A sign of percent that is only drawn.
    if written.percent && written.fits(&number::decimal(held)) && !percentage {
        let exact = number::decimal(held) + "%";
        return SheetCell::figure(Figure { exact, shown: shown.to_owned() }, CellKind::Number);
    }
    // Paragraphs of a program that writes them its own way: the kind of the value decides.
    match percentage && !written.percent && written.fits(&number::decimal(held)) {
        true => {
            let exact = exact(held, true, 0, "");
            SheetCell::figure(Figure { shown: exact.clone(), exact }, CellKind::Percent)
        }
        false => SheetCell::unsure(number::decimal(held)),
    }
}

fn exact(held: f64, percent: bool, thousands: i32, tail: &str) -> String {
    let by = if percent { 2 } else { 0 };
    let sign = if percent { "%" } else { "" };
    let room = if tail.is_empty() { "" } else { " " };
    format!("{}{sign}{room}{tail}", number::shifted(held, by - 3 * thousands))
}

/// A number as it is shown.
struct Written<'s> {
    /// With a decimal dot or a decimal comma.
    readings: [Option<String>; 2],
    percent: bool,
    exponent: bool,
    /// What stands behind it.
    tail: &'s str,
}

impl<'s> Written<'s> {
    /// `None` where something stands before the digits, or it is a fraction.
    fn read(shown: &'s str) -> Option<Written<'s>> {
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
            let digits: String = digits.chars().filter(|c| *c != group && !is_space(*c)).collect();
            let one = digits.matches(mark).count() <= 1;
            one.then(|| format!("{sign}{}", digits.replace(mark, ".")))
        };
        let readings = [reading('.', ','), reading(',', '.')];
        Some(Written { readings, percent, exponent, tail })
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

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: &str, value: &str, shown: Option<&str>) -> (String, CellKind) {
        let held = Held { kind: kind.into(), value: Some(value.into()), formula: false };
        let cell = held.cell(shown.map(str::to_owned));
        (cell.text, cell.kind)
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
