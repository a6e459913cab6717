//! Words on numbers outside the range that a set calls plausible.

use crate::exact::Exact;
use crate::law::{IndicatorId, Likelihood, Plausible, Requirement};
use crate::text::{self, Figure, Text};

/// What units are counted in, by the word that precedes them.
const SCALES: [(&str, usize); 4] =
    [("", 1), ("nghìn", 1_000), ("triệu", 1_000_000), ("tỷ", 1_000_000_000)];

/// A number more than ten times outside, of the cell as written: what is wrong, what to do.
pub(super) fn absurd(
    (column, cell): (&str, &str),
    number: &Exact,
    id: IndicatorId,
    requirement: &Requirement,
) -> (Text, Text) {
    let Some(range) = &requirement.plausible else {
        return (text::not_a_number(column, cell), text::write_number());
    };
    let message = text::implausible(column, cell, id, shown(range, &requirement.unit));
    (message, hint(number, range, &requirement.unit))
}

/// A number outside, but within ten times.
pub(crate) fn unlikely(
    number: &Exact,
    id: IndicatorId,
    requirement: &Requirement,
) -> Option<(Text, Text)> {
    let range = requirement.plausible.as_ref()?;
    let message = text::unlikely(id, figure(number), shown(range, &requirement.unit));
    let told = (message, hint(number, range, &requirement.unit));
    (range.judge(number) == Likelihood::Unlikely).then_some(told)
}

/// The range in words: `10 đến 300 triệu đồng/người/năm`.
pub(crate) fn shown(range: &Plausible, unit: &str) -> Text {
    text::plausible_range(figure(&range.from), figure(&range.to), unit)
}

/// What the number looks like, in which unit it is asked for, and what would be written.
fn hint(number: &Exact, range: &Plausible, unit: &str) -> Text {
    match in_another(number, range, unit) {
        Some((other, meant)) => text::looks_like(figure(number), other, unit, figure(&meant)),
        None => text::counted_in(unit),
    }
}

/// The unit of another scale in which the number would be plausible, and what it is in the
/// unit asked for: `đồng` for `triệu đồng/người/năm`.
fn in_another(number: &Exact, range: &Plausible, unit: &str) -> Option<(String, Exact)> {
    let (first, rest) = unit.split_once(' ')?;
    let (_, own) = SCALES.iter().find(|(word, _)| !word.is_empty() && *word == first)?;
    let what = rest.split('/').next()?.trim();
    SCALES.iter().filter(|(_, scale)| scale != own).find_map(|(word, scale)| {
        let meant = (number * &Exact::from(*scale)).checked_div(&Exact::from(*own))?;
        let plausible = range.judge(&meant) == Likelihood::Likely;
        plausible.then(|| (format!("{word} {what}").trim().to_owned(), meant))
    })
}

fn figure(number: &Exact) -> Figure {
    Figure::new(number, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_income_in_another_scale_is_told_as_what_it_looks_like() {
        let number = |text: &str| Exact::parse(text).unwrap();
        let range = Plausible { from: number("10"), to: number("300") };
        let of = |text: &str, unit: &str| {
            in_another(&number(text), &range, unit).map(|(other, meant)| (other, meant.rounded(6)))
        };
        let unit = "triệu đồng/người/năm";
        for (text, other) in [("38500000", "đồng"), ("38500", "nghìn đồng"), ("0.0385", "tỷ đồng")]
        {
            assert_eq!(of(text, unit), Some((other.to_owned(), "38.5".to_owned())));
        }
        assert_eq!(of("3850", unit), None);
        assert_eq!(of("38500000", "nhà"), None);
        assert_eq!(of("38500000", "m2 đất/người"), None);
    }
}
