//! What officers write around a number: its unit behind it, a ratio with its percentage
//! beside it.

use super::word::{self, Word};
use crate::fold::{self, Fold};
use crate::law::{Measure, Requirement};

/// A ratio in one cell: `297/418`, `12,8/12,8 km`, `297/418 (71,05%)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RatioText<'t> {
    pub(super) numerator: &'t str,
    pub(super) denominator: &'t str,
    /// The percentage beside it.
    pub(super) percent: Option<&'t str>,
}

/// The ratio that a cell is, whatever its numbers are.
pub(super) fn ratio(cell: &str) -> Option<RatioText<'_>> {
    let Some((before, inside)) = cell.strip_suffix(')').and_then(|c| c.split_once('(')) else {
        return two_numbers(cell, None);
    };
    let (before, inside) = (fold::trim(before), fold::trim(inside));
    // `297/418 (71,05%)`, or the other way round.
    two_numbers(before, Some(inside)).or_else(|| two_numbers(inside, Some(before)))
}

fn two_numbers<'t>(text: &'t str, percent: Option<&'t str>) -> Option<RatioText<'t>> {
    let (numerator, denominator) = text.split_once('/')?;
    let (numerator, denominator) = (fold::trim(numerator), fold::trim(denominator));
    let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    // Three numbers are a day.
    let two = starts(numerator) && starts(denominator) && !denominator.contains('/');
    let beside = percent.is_none_or(|percent| starts(percent) && !percent.contains('/'));
    (two && beside).then_some(RatioText { numerator, denominator, percent })
}

/// A number without the unit behind it, be it whole or the first of its words. What
/// another unit follows stays as it is, and is no number.
pub(super) fn without_unit<'t>(cell: &'t str, unit: &str) -> &'t str {
    // Numbers have no letters, units begin with one.
    let Some(start) = cell.find(char::is_alphabetic).filter(|_| !unit.is_empty()) else {
        return cell;
    };
    let (number, written) = cell.split_at(start);
    if !fold::trim(number).is_empty() && is_unit(fold::trim(written), unit) {
        fold::trim(number)
    } else {
        cell
    }
}

/// Whether words are a unit, or the first of its words.
fn is_unit(written: &str, unit: &str) -> bool {
    let written = written.strip_suffix('.').unwrap_or(written);
    if written.is_empty() {
        return false;
    }
    let key = |text: &str| Fold::Accents.key(&text.replace('²', "2").replace('³', "3"));
    let ends = unit.match_indices([' ', '/', ',', ';', '(']).map(|(place, _)| place);
    let mut starts = ends.chain([unit.len()]).map(|end| key(&unit[..end]));
    let written = key(written);
    starts.any(|start| start == written)
}

/// What the cells give as numbers: without their units, and with a ratio that stands in
/// the value's cell taken apart.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spoken<'r> {
    /// Value, numerator and denominator.
    pub(super) numbers: [&'r str; 3],
    /// Numerator and denominator stand in the value's cell.
    pub(super) in_value: bool,
    /// A ratio in the value's cell beside one in cells of its own.
    pub(super) beside: Option<RatioText<'r>>,
}

impl<'r> Spoken<'r> {
    pub(super) fn new(cells: RowCells<'r>, requirement: &Requirement) -> Spoken<'r> {
        let written = [cells.value, cells.numerator, cells.denominator];
        let counted = requirement.counts.as_ref().map_or("", |counts| counts.what.as_str());
        let bare = |place: usize, text: &'r str| match (cells.exact[place], place) {
            (true, _) => text,
            (false, 0) => without_unit(text, &requirement.unit),
            (false, _) => without_unit(text, counted),
        };
        let numbers = std::array::from_fn(|place| bare(place, written[place]));
        let plain = Spoken { numbers, in_value: false, beside: None };
        let is_share = requirement.measure == Measure::Share;
        let Some(ratio) = self::ratio(cells.value).filter(|_| is_share) else {
            return plain;
        };
        let value = ratio.percent.unwrap_or_default();
        let nothing = word::is_nothing(cells.numerator) && word::is_nothing(cells.denominator);
        if nothing {
            let numbers = [value, bare(1, ratio.numerator), bare(2, ratio.denominator)];
            return Spoken { numbers, in_value: true, beside: None };
        }
        let [_, numerator, denominator] = numbers;
        let beside = RatioText {
            numerator: without_unit(ratio.numerator, counted),
            denominator: without_unit(ratio.denominator, counted),
            ..ratio
        };
        Spoken { numbers: [value, numerator, denominator], beside: Some(beside), ..plain }
    }
}

/// The three cells.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RowCells<'r> {
    pub(super) value: &'r str,
    /// The word that the value is.
    pub(super) word: Option<Word>,
    pub(super) numerator: &'r str,
    pub(super) denominator: &'r str,
    /// Which of the three are numbers of a sheet, written as machines do.
    pub(super) exact: [bool; 3],
}

impl<'r> RowCells<'r> {
    /// `grades`: those that the value may be. They are no words.
    pub(super) fn new(
        [value, numerator, denominator]: [&'r str; 3],
        exact: [bool; 3],
        grades: &[String],
    ) -> RowCells<'r> {
        let grade = grades.iter().any(|grade| grade == value);
        let word = if grade { None } else { word::parse_word(value) };
        RowCells { value, word, numerator, denominator, exact }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_may_stand_behind_its_number() {
        let income = "triệu đồng/người/năm";
        for (cell, unit, number) in [
            ("54,5 triệu đồng/người/năm", income, "54,5"),
            ("54,5 triệu đồng / người", income, "54,5"),
            ("54,5 triệu đồng", income, "54,5"),
            ("54,5 trieu", income, "54,5"),
            ("54,5triệu.", income, "54,5"),
            ("12,8 km", "km", "12,8"),
            ("1 200 KM", "km", "1 200"),
            ("4 m2", "m2/người", "4"),
            ("4 m²/người", "m2/người", "4"),
            ("3 hợp tác xã", "hợp tác xã", "3"),
            ("435 hộ", "hộ, cơ sở", "435"),
            ("435 hộ, cơ sở", "hộ, cơ sở", "435"),
            ("435 hộ", "hộ(cơ sở)", "435"),
        ] {
            assert_eq!(without_unit(cell, unit), number, "{cell}");
        }
        for (cell, unit) in [
            ("54,5 đồng", income),
            ("435 cơ sở", "hộ, cơ sở"),
            ("54,5 triệu đồng/năm", income),
            ("54,5 triệu đồng/người/tháng", income),
            ("54,5 tr", income),
            ("12,8 m", "km"),
            ("12,8 km2", "km"),
            ("12,8 km", ""),
            ("12,8", "km"),
            ("12,8 .", "km"),
            ("95%", "hộ"),
            ("km", "km"),
            ("12 km 3", "km"),
        ] {
            assert_eq!(without_unit(cell, unit), cell, "{cell}");
        }
    }

    #[test]
    fn a_ratio_may_have_its_percentage_beside_it() {
        let read = |cell| ratio(cell).map(|r| (r.numerator, r.denominator, r.percent));
        assert_eq!(read("297/418"), Some(("297", "418", None)));
        assert_eq!(read("12,8 km / 12,8 km"), Some(("12,8 km", "12,8 km", None)));
        assert_eq!(read("297/418 (71,05%)"), Some(("297", "418", Some("71,05%"))));
        assert_eq!(read("71,05% (297/418 hộ)"), Some(("297", "418 hộ", Some("71,05%"))));
        for cell in [
            "1/2/2022",
            "297",
            "/418",
            "297/",
            "a/b",
            "297/418 (đạt)",
            "(297/418)",
            "54,5 triệu đồng/người",
        ] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
