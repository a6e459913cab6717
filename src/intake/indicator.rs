//! The indicator a row is of, as people and spreadsheets write it.

use crate::fold::{self, Fold};
use crate::law::{IndicatorId, Resolved, ResolvedIndicator};
use crate::period::Period;
use crate::problem::Code;
use crate::text::{self, Text};

/// Reads `2.1`, `2.1.`, `2,1`, `TC 2.1`, `2.1 Tỷ lệ …`.
pub fn parse_indicator(cell: &str) -> Option<IndicatorId> {
    if let Some(id) = IndicatorId::parse(cell) {
        return Some(id);
    }
    let rest = numbered(cell)?;
    let first = rest.split_whitespace().next()?;
    let first = first.strip_suffix('.').unwrap_or(first);
    let id = IndicatorId::parse(first).or_else(|| IndicatorId::parse(&first.replacen(',', ".", 1)));
    id.filter(|_| !names_several(cell))
}

/// A cell from its first digit on, where nothing but a word for criteria stands before it.
fn numbered(cell: &str) -> Option<&str> {
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    let (prefix, rest) = cell.split_at(start);
    if !prefix.is_empty() {
        fold::find(prefix, ["TC", "tiêu chí", "chỉ tiêu"].into_iter().map(|word| (word, ())))?;
    }
    Some(rest)
}

/// Whether a cell names one indicator and another right behind it: `17.10 và 17.11`,
/// `2.1-2.3`, `2.1; 2.2`.
pub(super) fn names_several(cell: &str) -> bool {
    let Some((first, rest)) = numbered(cell).and_then(id_before) else { return false };
    let signs = |text: &str| text.len() - text.trim_start_matches(is_between).len();
    let (mut behind, mut between) = (&rest[signs(rest)..], signs(rest) > 0);
    for word in ["và", "đến", "hoặc", "với", "va", "den"] {
        if let Some(text) = behind.strip_prefix(word).filter(|text| text.starts_with(' ')) {
            (behind, between) = (fold::trim(text), true);
        }
    }
    let second = numbered(behind).filter(|_| between).and_then(id_before);
    second.is_some_and(|(second, behind)| first != second && !behind.starts_with(['%', ',']))
}

/// What parts two ids.
fn is_between(c: char) -> bool {
    fold::is_dash(c) || ",;/&+ \n".contains(c)
}

/// The id that a text begins with, and what follows it.
fn id_before(text: &str) -> Option<(IndicatorId, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let id = IndicatorId::parse(text[..end].trim_end_matches('.'))?;
    Some((id, fold::trim(&text[end..])))
}

/// Whether a cell heads a row of sums: `Tổng cộng`, `Cộng`, `Tổng số`.
pub(super) fn is_total(cell: &str) -> bool {
    let key = Fold::Accents.key(cell);
    ["tongcong", "tongso", "tong", "cong"].iter().any(|word| {
        key == *word || key.strip_prefix(word).is_some_and(|rest| rest.starts_with([':', '(']))
    })
}

/// Whether a cell begins with the words of a sum, with others behind them: `Tổng số tiêu chí
/// đạt`, `Cộng dồn`, `Bình quân chung`. A row of text may begin so too.
pub(super) fn begins_total(cell: &str) -> bool {
    let key = Fold::Case.key(cell);
    let words = ["tổng", "cộng", "bìnhquân", "trungbình"];
    // A community is no sum.
    words.iter().any(|word| key.starts_with(word)) && !key.starts_with("cộngđồng")
}

/// What is said of a cell that names no indicator of the set.
pub(super) fn not_one(
    cell: &str,
    written: &str,
    law: &Resolved,
    period: Option<Period>,
) -> (Code, Text, Text) {
    if cell.is_empty() {
        let message = text::indicator_empty(written);
        return (Code::UnknownIndicator, message, text::write_indicator());
    }
    if names_several(cell) {
        let message = text::several_indicators(written, cell);
        return (Code::UnknownIndicator, message, text::one_row_an_indicator());
    }
    if let Some(candidates) = date_like(cell) {
        let ids: Vec<String> = candidates
            .into_iter()
            .filter(|id| law.position(*id).is_some())
            .map(|id| id.to_string())
            .collect();
        let message = text::indicator_became_date(written, cell);
        return (Code::MangledIndicator, message, text::restore_indicator(ids.join(", ")));
    }
    if let Some(number) = criterion(cell) {
        let of = law.indicators.iter().filter(|i| i.id.criterion == number);
        let of: Vec<String> = of.map(|i| i.id.to_string()).collect();
        if !of.is_empty() {
            let message = text::criterion_with_value(written, cell, number);
            return (Code::UnknownIndicator, message, text::move_to_indicator(of.join(", ")));
        }
    }
    let ids: Vec<String> = law.indicators.iter().map(|i| i.id.to_string()).collect();
    let near = fold::nearest(cell, ids.iter().map(String::as_str));
    let message = text::unknown_indicator(written, cell, law.level);
    let hint = text::near_or(&near, {
        let period = period.map(|p| p.to_string()).unwrap_or_default();
        text::see_indicators(&law.set, period)
    });
    (Code::UnknownIndicator, message, hint)
}

/// The criterion whose number a cell begins with: `1`, `1. Quy hoạch`.
fn criterion(cell: &str) -> Option<u16> {
    let numbered = numbered(cell)?;
    let end = numbered.find(|c: char| !c.is_ascii_digit()).unwrap_or(numbered.len());
    let (number, rest) = numbered.split_at(end);
    let words = rest.trim_start_matches(['.', ':', ')']);
    let parted = words.is_empty() || words.starts_with(char::is_whitespace);
    number.parse().ok().filter(|_| parted)
}

/// The indicators that a spreadsheet may have turned into this date: `2-Jan`,
/// `02/01/2022`, `2.1.2022`, `2022-01-02 00:00:00`, `02-Thg1`, `02-thg 1`.
fn date_like(cell: &str) -> Option<Vec<IndicatorId>> {
    let cell = cell.to_lowercase().replace("thg ", "thg");
    // The time of day behind a date.
    let day = cell.split(' ').next().and_then(|day| day.split("t0").next())?;
    let words: Vec<&str> = day.split(['-', '/', '.']).filter(|w| !w.is_empty()).collect();
    // `2.1` and `2.1.3` are written with dots by people too: only a year tells.
    let dots_alone = !day.contains(['-', '/']);
    if !(2..=3).contains(&words.len()) || (dots_alone && words.last()?.len() != 4) {
        return None;
    }
    let numbers = words.iter().map(|word| {
        let digits = word.strip_prefix("thg").unwrap_or(word);
        digits.parse::<u16>().ok().or_else(|| month(word))
    });
    let numbers = numbers.collect::<Option<Vec<u16>>>()?;
    let small: Vec<u16> = numbers.into_iter().filter(|n| (1..=31).contains(n)).collect();
    let pairs = match small[..] {
        [a, b] | [a, b, _] => vec![(a, b), (b, a)],
        _ => Vec::new(),
    };
    let id = |(criterion, number)| IndicatorId { criterion, number };
    Some(pairs.into_iter().map(id).collect())
}

fn month(word: &str) -> Option<u16> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let place = MONTHS.iter().position(|m| word.starts_with(m))?;
    u16::try_from(place + 1).ok()
}

/// What is said of a part that is not the indicator's.
pub(super) fn unknown_part(
    indicator: &ResolvedIndicator,
    written: &str,
    cell: &str,
) -> (Text, Text) {
    let names: Vec<&str> = indicator.require.iter().map(|r| r.part.as_str()).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    match (names.is_empty(), cell.is_empty()) {
        (true, _) => (text::no_parts(written, cell, indicator.id), text::empty_part()),
        (false, true) => (text::part_empty(written, indicator.id), text::one_of(names.join(", "))),
        (false, false) => {
            (text::unknown_part(written, cell, indicator.id), text::one_of(names.join(", ")))
        }
    }
}

/// Whether a cell seems to give several parts of an indicator, or names one of them.
pub(super) fn seems_to_give_several(cell: &str, indicator: &ResolvedIndicator) -> bool {
    let key = Fold::Case.key(cell);
    let judged = indicator.require.iter().map(|require| require.part.as_str());
    let mut names = judged.chain(indicator.check_part.as_deref()).filter(|name| !name.is_empty());
    cell.contains([';', '/', '\n']) || names.any(|name| key.contains(&Fold::Case.key(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_written_in_many_ways() {
        for cell in ["2.1", "2.1.", "2,1", "TC 2.1", "tc2.1", "2.1 Tỷ lệ đường xã", "Tiêu chí 2.1"]
        {
            assert_eq!(
                parse_indicator(cell).map(|id| id.to_string()).as_deref(),
                Some("2.1"),
                "{cell}"
            );
        }
        for cell in ["2", "2.", "2.1.3", "abc", "02.1", "2.1a", ""] {
            assert_eq!(parse_indicator(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_cell_of_two_indicators_is_of_neither() {
        for cell in [
            "17.10 và 17.11",
            "17.10, 17.11",
            "2.1-2.3",
            "2.1 – 2.3",
            "2.1; 2.2",
            "2.1/2.2",
            "2.1 + 2.2 Tỷ lệ",
            "TC 2.1 và 2.2",
            "2.1 đến 2.3",
            "2.1 và chỉ tiêu 2.2",
            "2.1. và 2.2.",
        ] {
            assert!(names_several(cell), "{cell}");
            assert_eq!(parse_indicator(cell), None, "{cell}");
        }
        for cell in
            ["2.1", "2.1. Tỷ lệ", "2.1 Tỷ lệ km đường, không kể 2.2", "2.1 Có 2.5 km", "2,1"]
        {
            assert!(!names_several(cell), "{cell}");
        }
    }

    #[test]
    fn dates_are_recognised_as_mangled_indicators() {
        for cell in [
            "2-Jan",
            "02/01/2022",
            "2022-01-02",
            "02-thg 1",
            "2022-01-02 00:00:00",
            "Jan-02",
            "02-Thg1",
            "2-Thg1",
            "Thg1-02",
            "2.1.2022",
            "2022-01-02T00:00:00",
        ] {
            let ids = date_like(cell).unwrap_or_else(|| panic!("{cell}"));
            assert!(ids.iter().any(|id| id.to_string() == "2.1"), "{cell}: {ids:?}");
        }
        assert_eq!(date_like("2.1"), None);
        assert_eq!(date_like("2.1.3"), None);
        assert_eq!(date_like("a-b"), None);
    }
}
