//! Cells of a header that are no columns' names: slips, and what rows of data hold.

use std::collections::BTreeSet;

use super::header::{self, Column, is_known};
use super::table::Row;
use super::word::{self, Word};
use crate::fold;
use crate::law::{IndicatorId, Level};
use crate::period::Period;

/// The column without which rows are taken for another commune's, period's, level's or
/// voice's, where a cell is nearly its name.
pub(super) fn nearly(cell: &str) -> Option<Column> {
    let key = fold::Fold::Accents.key(cell);
    let near = |name: &str| {
        let name = fold::Fold::Accents.key(name);
        let distance = strsim::osa_distance(&key, &name);
        // Two slips leave the first letter and bring in no other.
        let letters = |word: &str| word.chars().collect::<BTreeSet<char>>();
        let alike = || key.chars().next() == name.chars().next() && letters(&key) == letters(&name);
        // Of a short name little is left once a letter is another.
        name.len() > 4 && (distance == 1 || distance == 2 && name.len() > 5 && alike())
    };
    let own = [Column::Commune, Column::Period, Column::Level, Column::Source];
    let mut names = header::names().filter(|(_, column)| own.contains(column));
    names.find(|(name, _)| near(name)).map(|(_, column)| column)
}

/// What the cells of a header may be besides names.
pub(super) struct Cells {
    /// Whether they are the two verdicts, each with a column of marks.
    verdicts: bool,
    /// Whether they are months, each with a column.
    months: bool,
}

impl Cells {
    pub(super) fn of(row: &Row) -> Cells {
        let verdict = |yes: bool| {
            row.cells().any(|cell| match word::read(cell) {
                Some(Word::Yes { .. }) => yes,
                Some(Word::No { .. } | Word::None) => !yes,
                _ => false,
            })
        };
        let months = row.cells().filter(|cell| Period::parse(cell).is_some());
        Cells { verdicts: verdict(true) && verdict(false), months: months.count() > 1 }
    }

    /// Whether a row of data holds such a cell, and no header.
    pub(super) fn is_of_data(&self, cell: &str) -> bool {
        if cell.is_empty() || is_known(cell) {
            return false;
        }
        if Period::parse(cell).is_some() {
            return !self.months;
        }
        if word::read(cell).is_some() {
            return !self.verdicts;
        }
        let is_id = IndicatorId::parse(cell).is_some();
        is_id || Level::parse(cell).is_some() || is_joined(cell)
    }
}

/// Whether a cell is a column's name with the first cell of a row behind it: `note06727`.
fn is_joined(cell: &str) -> bool {
    let name = cell.trim_end_matches(|c: char| c.is_ascii_digit() || "-./".contains(c));
    let rest = &cell[name.len()..];
    let code = rest.len() == 5 && rest.bytes().all(|b| b.is_ascii_digit());
    let id = IndicatorId::parse(rest).is_some();
    let first = code || id || Period::parse(rest).is_some();
    first && !name.ends_with(char::is_whitespace) && is_known(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_the_name_of_a_column_is_a_slip_and_another_word_is_none() {
        for (cell, column) in [
            ("comune", Column::Commune),
            ("peroid", Column::Period),
            ("levle", Column::Level),
            ("comunne", Column::Commune),
            ("scource", Column::Source),
            ("Kì báo cáo", Column::Period),
            ("cấp độo", Column::Level),
        ] {
            assert_eq!(nearly(cell), Some(column), "{cell}");
        }
        for cell in ["score", "lever arm", "Tên xóm", "resource", "person", "nguồn vốn", "common"]
        {
            assert_eq!(nearly(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_name_with_a_cell_behind_it_is_joined() {
        for cell in ["note06727", "ghi chú2.1", "evidence2022-05"] {
            assert!(is_joined(cell), "{cell}");
        }
        for cell in ["note", "note 1", "note1", "kết quả 2022", "06727"] {
            assert!(!is_joined(cell), "{cell}");
        }
    }
}
