//! The words that a value may be.

use std::sync::LazyLock;

use crate::fold::{self, Fold, Table};

/// A word in a value's cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Yes; `plain` where it cannot be taken for the answer to a negative name.
    Yes { plain: bool },
    /// No; likewise.
    No { plain: bool },
    /// Zero of what is counted.
    None,
    /// The indicator does not apply.
    NotApplicable,
}

const WORDS: &[(&str, Word)] = &[
    ("đạt", Word::Yes { plain: true }),
    ("đạt chuẩn", Word::Yes { plain: true }),
    ("đ", Word::Yes { plain: true }),
    ("true", Word::Yes { plain: true }),
    ("đã đạt", Word::Yes { plain: false }),
    ("có", Word::Yes { plain: false }),
    ("x", Word::Yes { plain: false }),
    ("v", Word::Yes { plain: false }),
    ("√", Word::Yes { plain: false }),
    ("✓", Word::Yes { plain: false }),
    ("✔", Word::Yes { plain: false }),
    ("☑", Word::Yes { plain: false }),
    ("✅", Word::Yes { plain: false }),
    ("1", Word::Yes { plain: false }),
    ("yes", Word::Yes { plain: false }),
    ("chưa đạt", Word::No { plain: true }),
    ("không đạt", Word::No { plain: true }),
    ("chưa đạt chuẩn", Word::No { plain: true }),
    ("không đạt chuẩn", Word::No { plain: true }),
    ("kđ", Word::No { plain: true }),
    ("cđ", Word::No { plain: true }),
    ("false", Word::No { plain: true }),
    ("không", Word::None),
    ("chưa", Word::No { plain: false }),
    ("0", Word::No { plain: false }),
    ("no", Word::No { plain: false }),
    ("không áp dụng", Word::NotApplicable),
    ("kad", Word::NotApplicable),
    ("n/a", Word::NotApplicable),
];

/// Whether a cell says that something is met or not, and can mean nothing else.
pub(super) fn is_plain(cell: &str) -> bool {
    matches!(parse_word(cell), Some(Word::Yes { plain: true } | Word::No { plain: true }))
}

/// The word that a cell holds.
pub(super) fn parse_word(cell: &str) -> Option<Word> {
    static TABLE: LazyLock<Table<Word>> = LazyLock::new(|| Table::new(WORDS));
    let cell = without_stop(cell);
    // Most cells are numbers or empty, and of those only `0` and `1` are words.
    match cell.as_bytes() {
        [] | [b'2'..=b'9'] | [b'0'..=b'9', _, ..] => None,
        _ => TABLE.find(cell),
    }
}

/// A word without the full stop behind it.
pub(super) fn without_stop(cell: &str) -> &str {
    cell.strip_suffix('.').map_or(cell, fold::trim)
}

/// Whether a cell holds nothing, or one of the dashes that people type for it: that is a
/// missing value, never zero.
pub(super) fn is_nothing(cell: &str) -> bool {
    let mut letters = cell.chars();
    match letters.next() {
        None => true,
        Some(first) => fold::is_dash(first) && letters.next().is_none(),
    }
}

/// Whether a cell speaks of a verdict where a number is asked: `đạt`, `cơ bản đạt`.
pub(super) fn is_verdict(cell: &str, word: Option<Word>) -> bool {
    let no_digits = || !cell.bytes().any(|b| b.is_ascii_digit());
    no_digits() && (word.is_some() || Fold::Accents.key(cell).contains("dat"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_and_the_kind_of_dash_do_not_matter() {
        for cell in ["đạt.", "Đạt .", "Đ.", "ĐẠT CHUẨN", "dat chuan", "đ", "D"] {
            assert_eq!(parse_word(cell), Some(Word::Yes { plain: true }), "{cell}");
        }
        for cell in ["✓", "✔", "✔\u{fe0f}", "√", "v", "V", "X.", "1.", "Đã đạt"] {
            assert_eq!(parse_word(cell), Some(Word::Yes { plain: false }), "{cell}");
        }
        for cell in ["KĐ", "kd", "CĐ.", "Chưa đạt chuẩn.", "không đạt chuẩn"] {
            assert_eq!(parse_word(cell), Some(Word::No { plain: true }), "{cell}");
        }
        assert_eq!(parse_word("Không."), Some(Word::None));
        for cell in [".", "đạt..", "10.", "2.", "cơ bản đạt", "đạt?", ""] {
            assert_eq!(parse_word(cell), None, "{cell}");
        }
        for cell in ["", "-", "–", "—", "−", "‑"] {
            assert!(is_nothing(cell), "{cell}");
        }
        for cell in ["--", "0", "- 5", "."] {
            assert!(!is_nothing(cell), "{cell}");
        }
    }
}
