//! The unit that a row says its value is in: a value in another one than the indicator's is
//! none of it.

use super::column::Column;
use super::quantity::ratio;
use super::table_row::TableRow;
use super::word;
use crate::fold::{self, Fold};
use crate::law::{Requirement, ResolvedIndicator};
use crate::problem::{Code, Problem};
use crate::text;

/// Units as officers write them, those that are one together. What is none of these says
/// nothing for certain.
const UNITS: &[&[&str]] = &[
    &["%", "phần trăm", "tỷ lệ %", "tỉ lệ %", "tỷ lệ", "tỉ lệ", "tỷ lệ (%)", "tỉ lệ (%)"],
    &["đồng", "vnđ"],
    &["nghìn đồng", "ngàn đồng", "1000 đồng", "1.000 đồng", "1000đ", "1.000đ", "nghìn đ"],
    &["triệu đồng", "triệu", "triệu đ", "trđ", "tr.đ", "tr đ", "tr.đồng", "tr đồng"],
    &["tỷ đồng", "tỉ đồng", "tỷ", "tỉ", "tỷ đ"],
    &["m", "mét"],
    &["km"],
    &["m2", "m²", "mét vuông"],
    &["ha", "héc ta", "hecta"],
    &["km2", "km²"],
    &["m3", "m³", "mét khối"],
    &["lít"],
    &["hộ", "hộ dân", "hộ gia đình"],
    &["người", "khẩu", "nhân khẩu"],
    &["thôn"],
    &["vụ"],
    &["trường"],
    &["mô hình"],
    &["sản phẩm"],
    &["hợp tác xã", "htx"],
];

/// What is wrong with a row's value whose unit, as the row says, is another than the one of
/// its part.
pub(super) fn contradiction(
    row: TableRow,
    indicator: &ResolvedIndicator,
    requirement: &Requirement,
) -> Option<Problem> {
    let place = row.header().units?;
    let unit = row.cells.cell(place);
    let [value, numerator, denominator] = row.values();
    // A ratio beside it has units of its own, and so may the cell itself.
    let bare = value.bytes().any(|b| b.is_ascii_digit())
        && !value.contains(|c: char| c.is_alphabetic() || c == '%')
        && ratio(value).is_none()
        && [numerator, denominator].into_iter().all(word::is_nothing);
    if !bare || !requirement.measure.is_numeric() || !differ(unit, &requirement.unit) {
        return None;
    }
    let message = text::unit_contradicts(unit, indicator.id, &requirement.unit);
    let hint = text::convert_to_unit(&requirement.unit);
    Some(row.fault(Code::NotANumber, Column::Value, message, hint))
}

/// Whether two units are known and not the same: by what is measured, or for how long.
fn differ(one: &str, other: &str) -> bool {
    let per = |unit: &str| {
        let unit = Fold::Case.key(unit);
        ["tháng", "năm"].into_iter().find(|time| unit.ends_with(time))
    };
    let is_other_quantity = known(one).zip(known(other)).is_some_and(|(one, other)| one != other);
    is_other_quantity || per(one).zip(per(other)).is_some_and(|(one, other)| one != other)
}

/// Which of the known units it is, whoever it is for: `triệu đồng/người/năm`.
fn known(unit: &str) -> Option<usize> {
    let head = fold::trim(unit.split_once('/').map_or(unit, |(head, _)| head));
    let all = UNITS.iter().enumerate();
    fold::find(head, all.flat_map(|(number, names)| names.iter().map(move |name| (*name, number))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_compared_by_what_they_measure() {
        let income = "triệu đồng/người/năm";
        for (one, other) in [
            ("hộ", "%"),
            ("km", "%"),
            ("ha", "m2/người"),
            ("nghìn đồng", income),
            ("Đồng/người/năm", income),
            ("triệu đồng/người/tháng", income),
            ("Tỷ đồng", income),
            ("%", "mô hình"),
        ] {
            assert!(differ(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("%", "%"),
            ("Tỷ lệ (%)", "%"),
            ("Tr.đ", income),
            ("triệu đồng", income),
            ("Tr.đồng/người", income),
            ("m²", "m2/người"),
            ("HTX", "hợp tác xã"),
            ("Đạt/chưa đạt", "%"),
            ("", "%"),
            ("chỉ tiêu", income),
        ] {
            assert!(!differ(one, other), "{one} {other}");
        }
    }
}
