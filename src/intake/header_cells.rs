//! Cells of a header that are no columns' names but what rows of data hold.

use super::cell;
use super::header_names::is_known;
use super::header_rows::Heads;
use super::word::{self, Word};
use crate::law::{IndicatorId, Level};
use crate::period::Period;

/// What the cells of a header may be besides names.
pub(super) struct HeaderCells {
    /// Whether they are the two verdicts, each with a column of marks.
    verdicts: bool,
    /// Whether they are months, each with a column.
    months: bool,
}

impl HeaderCells {
    pub(super) fn from_heads(heads: &Heads) -> HeaderCells {
        let verdict = |yes: bool| {
            heads.texts().any(|cell| match word::parse_word(cell) {
                Some(Word::Yes { .. }) => yes,
                Some(Word::No { .. } | Word::None) => !yes,
                _ => false,
            })
        };
        let months = heads.texts().filter(|cell| Period::parse(cell).is_some());
        HeaderCells { verdicts: verdict(true) && verdict(false), months: months.count() > 1 }
    }

    /// Whether a row of data holds such a cell, and no header.
    pub(super) fn is_of_data(&self, cell: &str) -> bool {
        if cell.is_empty() || is_known(cell) {
            return false;
        }
        if Period::parse(cell).is_some() {
            return !self.months;
        }
        if word::parse_word(cell).is_some() {
            return !self.verdicts;
        }
        let is_id = IndicatorId::parse(cell).is_some();
        is_id || Level::parse(cell).is_some() || is_joined(cell)
    }
}

/// Whether a row is one of data: a cell that begins with an id, and a value behind it.
pub(super) fn is_row(heads: &Heads) -> bool {
    let mut cells = heads.texts();
    let id = cells.any(|cell| IndicatorId::parse(cell).is_some());
    id && cells.any(cell::is_value)
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
    fn a_name_with_a_cell_behind_it_is_joined() {
        for cell in ["note06727", "ghi chú2.1", "evidence2022-05"] {
            assert!(is_joined(cell), "{cell}");
        }
        for cell in ["note", "note 1", "note1", "kết quả 2022", "06727"] {
            assert!(!is_joined(cell), "{cell}");
        }
    }
}
