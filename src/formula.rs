//! Cells of CSV that a spreadsheet program would take for formulas, and the apostrophe that
//! guards them.

use std::borrow::Cow;

use crate::exact::Exact;

/// A cell behind an apostrophe where a spreadsheet program would take it for a formula.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    let starts = cell.starts_with(begins_formula);
    // The signs of comparisons, `=` and `>=;>=`, compute nothing, nor does a stroke for
    // nothing.
    let signs = cell == "-" || cell.chars().all(|c| matches!(c, '=' | '<' | '>' | ';'));
    match starts && !signs && Exact::parse(cell).is_none() {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

/// Whether a cell that begins so may be computed.
pub(crate) fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_text_and_numbers_stay_numbers() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+84 203", "'+84 203"),
            ("-SUM(A1)", "'-SUM(A1)"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("-12.5", "-12.5"),
            ("-5", "-5"),
            ("-", "-"),
            ("=", "="),
            ("=;=", "=;="),
            ("BC 12/BC-UBND", "BC 12/BC-UBND"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written);
        }
    }
}
