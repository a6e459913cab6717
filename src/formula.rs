//! Cells of CSV that a spreadsheet program would take for formulas, and the apostrophe that
//! guards them. Nor is a cell written that would drive a terminal.

use std::borrow::Cow;

use crate::exact::Exact;
use crate::visible::in_cell;

/// A cell without what drives a terminal, behind an apostrophe where a spreadsheet program
/// would take it for a formula.
pub(crate) fn guarded(cell: &str) -> Cow<'_, str> {
    // First: what is taken away may stand before a sign that computes.
    let cell = in_cell(cell);
    let starts = cell.starts_with(begins_formula);
    // The signs of comparisons, `=` and `>=;>=`, compute nothing, nor does a stroke for
    // nothing.
    let signs = cell == "-" || cell.chars().all(|c| matches!(c, '=' | '<' | '>' | ';'));
    if starts && !signs && Exact::parse(&cell).is_none() {
        Cow::Owned(format!("'{cell}"))
    } else {
        cell
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
            ("\u{202e}=1+1", "'=1+1"),
            ("BC\u{1b}[31m\u{7}\n2", "BC [31m \n2"),
        ] {
            assert_eq!(guarded(cell), written);
        }
    }
}
