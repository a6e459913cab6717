//! Forms to bytes: a workbook for people, CSV for those without a spreadsheet
//! program.

pub mod csv;
mod formula;
mod style;
mod validation;
pub mod xlsx;

use crate::exact::{Exact, MOST_DIGITS};

/// A number with all its decimals, as machines write it.
fn exactly(number: &Exact) -> String {
    // As many as a number that was read can have.
    let decimals = u32::try_from(MOST_DIGITS).unwrap_or(u32::MAX);
    number.rounded(decimals)
}
