//! What a cell looks like: a value, or several cells in one.

use super::word;
use crate::{fold, period};

/// Whether a cell that names an indicator holds more than its words: a value, or cells
/// that a tab or blanks part.
pub(super) fn holds_more(cell: &str) -> bool {
    if cell.contains('\t') {
        return true;
    }
    let Some(start) = cell.find(|c: char| c.is_ascii_digit()) else {
        return false;
    };
    let Some((_, rest)) = cell[start..].split_once(char::is_whitespace) else {
        return false;
    };
    let whole = fold::trim(rest);
    // Blanks beside each other part cells; of those in a sentence none is a value.
    let mut parts = rest.split("  ").map(fold::trim).filter(|part| !part.is_empty());
    let parted = rest.starts_with(' ') || rest.contains("  ");
    let numbers = || whole.split_whitespace().all(is_number);
    is_value(whole) || numbers() || parted && parts.any(is_value)
}

/// Whether the one cell of a row holds what others have in several, the signs between them
/// lost: an id, blanks, and a value before other words.
pub(super) fn is_joined_row(cell: &str) -> bool {
    let start = cell.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let Some((_, rest)) = cell[start..].split_once(char::is_whitespace) else {
        return false;
    };
    let parted = rest.starts_with(char::is_whitespace) || rest.contains("  ");
    let rest = fold::trim(rest);
    // A value has few words, and others follow.
    let ends = rest.match_indices(char::is_whitespace).map(|(end, _)| end).take(5);
    let begins = |is: &dyn Fn(&str) -> bool| ends.clone().any(|end| is(&rest[..end]));
    let no = |text: &str| matches!(word::parse_word(text), Some(word::Word::No { plain: true }));
    // Words of an indicator may begin with `Có` or `Đạt`, but not with `chưa đạt`.
    begins(&no) || parted && begins(&is_value)
}

/// Whether a whole cell reads as a number, yes or no.
pub(super) fn is_value(cell: &str) -> bool {
    !word::is_nothing(cell)
        && (word::parse_word(cell).is_some()
            || cell.starts_with(|c: char| c.is_ascii_digit()) && !is_day(cell)
            || is_number(cell))
}

/// Whether a cell is written with digits as a number is.
pub(super) fn is_number(cell: &str) -> bool {
    let digit = cell.bytes().any(|b| b.is_ascii_digit());
    let written = |c: char| c.is_ascii_digit() || "+-.,% \u{a0}".contains(c);
    digit && cell.chars().all(written) && !is_day(cell)
}

/// Whether a cell is a day, however its numbers are parted: `31/5/2022`, `31.5.2022`.
pub(super) fn is_day(cell: &str) -> bool {
    let parted = || period::parse_date(&cell.replace(['.', '-'], "/"));
    cell.len() >= "1.1.2022".len() && (period::parse_date(cell).is_some() || parted().is_some())
}

/// Whether a cell counts something in words: `15/19 tiêu chí đạt`.
pub(super) fn is_count(cell: &str) -> bool {
    let Some((count, words)) = cell.split_once(char::is_whitespace) else {
        return false;
    };
    let whole = |number: &str| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let parted = count.split_once('/').is_some_and(|(one, of)| whole(one) && whole(of));
    parted && words.trim_start().starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_indicator_hold_no_value() {
        for cell in ["3.2\tđạt", "3.2 đạt", "2.1  12.8  12.8", "2.1 98,5", "1.1   chưa đạt  BC 3"]
        {
            assert!(holds_more(cell), "{cell:?}");
        }
        for cell in ["2.1 Tỷ lệ đường xã", "2.1", "TC 2.1", "2.1  Tỷ lệ  đường", "17.10. Có 2 nhà"]
        {
            assert!(!holds_more(cell), "{cell:?}");
        }
    }

    #[test]
    fn a_day_is_no_number() {
        for cell in ["2022-05-31", "31/5/2022", "31.5.2022", "31-5-2022"] {
            assert!(!is_number(cell) && !is_value(cell), "{cell}");
        }
        for cell in ["1.234.567", "98,5", "12-5", "31.5"] {
            assert!(is_number(cell) && is_value(cell), "{cell}");
        }
    }
}
