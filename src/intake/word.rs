//! The words that a value may be.

use std::sync::LazyLock;

use crate::fold::{Fold, Table};

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
    ("true", Word::Yes { plain: true }),
    ("có", Word::Yes { plain: false }),
    ("x", Word::Yes { plain: false }),
    ("1", Word::Yes { plain: false }),
    ("yes", Word::Yes { plain: false }),
    ("chưa đạt", Word::No { plain: true }),
    ("không đạt", Word::No { plain: true }),
    ("false", Word::No { plain: true }),
    ("không", Word::None),
    ("chưa", Word::No { plain: false }),
    ("0", Word::No { plain: false }),
    ("no", Word::No { plain: false }),
    ("không áp dụng", Word::NotApplicable),
    ("kad", Word::NotApplicable),
    ("n/a", Word::NotApplicable),
];

/// The word that a cell holds.
pub(super) fn read(cell: &str) -> Option<Word> {
    static TABLE: LazyLock<Table<Word>> = LazyLock::new(|| Table::new(WORDS));
    // Most cells are numbers or empty, and of those only `0` and `1` are words.
    match cell.as_bytes() {
        [] | [b'2'..=b'9'] | [b'0'..=b'9', _, ..] => None,
        _ => TABLE.find(cell),
    }
}

/// Whether a cell holds nothing: that is a missing value, never zero.
pub(super) fn is_nothing(cell: &str) -> bool {
    cell.is_empty() || cell == "-"
}

/// Whether a cell speaks of a verdict where a number is asked: `đạt`, `cơ bản đạt`.
pub(super) fn is_verdict(cell: &str, word: Option<Word>) -> bool {
    let no_digits = || !cell.bytes().any(|b| b.is_ascii_digit());
    no_digits() && (word.is_some() || Fold::Accents.key(cell).contains("dat"))
}
