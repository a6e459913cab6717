//! What people write in a value's cell that is no value, and what to do about each.

use crate::fold::{self, Fold};
use crate::law::Measure;
use crate::text::{self, Text};

/// What a cell says that is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unclear {
    /// That there is no figure yet.
    NoData,
    /// None, or no figure.
    NoneOrNoData,
    /// The same as in the row above.
    AsAbove,
    /// That it is met in part, or being worked on.
    Partly,
    /// A sign or letters that can be taken for yes as well as for no.
    Sign,
}

const UNCLEAR: &[(&str, Unclear)] = &[
    ("--", Unclear::NoData),
    ("---", Unclear::NoData),
    ("…", Unclear::NoData),
    ("...", Unclear::NoData),
    (".", Unclear::NoData),
    ("/", Unclear::NoData),
    ("?", Unclear::NoData),
    ("chưa rõ", Unclear::NoData),
    ("không rõ", Unclear::NoData),
    ("không có", Unclear::NoneOrNoData),
    ("chưa có", Unclear::NoneOrNoData),
    ("//", Unclear::AsAbove),
    ("\"", Unclear::AsAbove),
    ("''", Unclear::AsAbove),
    ("nt", Unclear::AsAbove),
    ("như trên", Unclear::AsAbove),
    ("nêu trên", Unclear::AsAbove),
    ("gần đạt", Unclear::Partly),
    ("sắp đạt", Unclear::Partly),
    ("k", Unclear::Sign),
    ("ko", Unclear::Sign),
    ("c", Unclear::Sign),
    ("o", Unclear::Sign),
    ("kh", Unclear::Sign),
    ("k.đạt", Unclear::Sign),
    ("k đạt", Unclear::Sign),
    ("c.đạt", Unclear::Sign),
    ("c đạt", Unclear::Sign),
    ("ch.đạt", Unclear::Sign),
    ("ko đạt", Unclear::Sign),
    ("đ/cđ", Unclear::Sign),
    ("đạt/chưa đạt", Unclear::Sign),
    ("có/không", Unclear::Sign),
    ("☒", Unclear::Sign),
    ("☐", Unclear::Sign),
    ("□", Unclear::Sign),
    ("✗", Unclear::Sign),
    ("✘", Unclear::Sign),
    ("❌", Unclear::Sign),
    ("×", Unclear::Sign),
    ("+", Unclear::Sign),
    ("*", Unclear::Sign),
    // The ticks and crosses of Wingdings without their font.
    ("ü", Unclear::Sign),
    ("û", Unclear::Sign),
    ("þ", Unclear::Sign),
    ("ý", Unclear::Sign),
    ("\u{f0fc}", Unclear::Sign),
    ("\u{f0fb}", Unclear::Sign),
    ("\u{f0fe}", Unclear::Sign),
    ("\u{f0fd}", Unclear::Sign),
    ("\u{f0a8}", Unclear::Sign),
];

/// Beginnings of what is unclear.
const BEGINNINGS: [(&str, Unclear); 9] = [
    ("chưa có ", Unclear::NoData),
    ("không có số liệu", Unclear::NoData),
    ("chưa thống kê", Unclear::NoData),
    ("chưa cập nhật", Unclear::NoData),
    ("chờ ", Unclear::NoData),
    ("đang ", Unclear::Partly),
    ("cơ bản ", Unclear::Partly),
    ("đạt một phần", Unclear::Partly),
    ("đạt 1 phần", Unclear::Partly),
];

/// What a cell that is no value says all the same.
fn unclear(cell: &str) -> Option<Unclear> {
    let folded = Fold::Accents.key(cell);
    let begins = |(start, _): &&(&str, _)| folded.starts_with(&Fold::Accents.key(start));
    // A sign may be folded to nothing.
    let whole = fold::find(cell, UNCLEAR.iter().copied()).filter(|_| !folded.is_empty());
    whole.or_else(|| BEGINNINGS.iter().find(begins).map(|(_, what)| *what))
}

/// What to do about a cell whose words people understand, though they are no value.
pub(super) fn hint(cell: &str, measure: Measure) -> Option<Text> {
    let is_grade = measure == Measure::Grade;
    match unclear(cell)? {
        Unclear::NoData => Some(text::leave_empty_without_data()),
        Unclear::AsAbove => Some(text::write_value_again()),
        Unclear::NoneOrNoData if measure.is_numeric() => Some(text::write_zero_or_leave_empty()),
        Unclear::Sign if measure.is_numeric() => None,
        _ if is_grade => None,
        Unclear::Partly if measure.is_numeric() => Some(text::write_figure_so_far()),
        Unclear::Partly => Some(text::write_met_or_not_yet()),
        Unclear::NoneOrNoData | Unclear::Sign => Some(text::write_met_or_not()),
    }
}
