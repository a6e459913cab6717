//! A sheet of a form as CSV: what is given and what is to be filled in.

use std::io::{self, Write};

use super::exactly;
use crate::exact::Exact;
use crate::render::csv::Rows;
use crate::report::template::{ColumnKind, Form, FormColumn, FormEntry, FormSheet, word};

/// The mark by which spreadsheet programs recognize UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a sheet, its header first.
pub fn sheet(form: &Form, sheet: &FormSheet, out: &mut dyn Write) -> io::Result<()> {
    let columns = FormColumn::ALL.iter().filter(|column| column.kind() != ColumnKind::Computed);
    let columns: Vec<FormColumn> = columns.copied().collect();
    out.write_all(MARK)?;
    let mut rows = Rows::new(out);
    rows.write(columns.iter().map(|column| word(&column.head()).to_owned()))?;
    for row in sheet.rows() {
        let cells = columns.iter().map(|column| match row.entry(*column, form, sheet) {
            FormEntry::Empty => String::new(),
            FormEntry::Words(words) => words,
            FormEntry::Number(number) => unmistakable(&number),
            FormEntry::Day(day) => day.to_string(),
        });
        rows.write(cells)?;
    }
    rows.flush()
}

/// A decimal that is not taken for thousands: a point before exactly three digits
/// could be either.
fn unmistakable(number: &Exact) -> String {
    let digits = exactly(number);
    match digits.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => digits + "0",
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_not_taken_for_thousands() {
        for (number, written) in
            [("1.234", "1.2340"), ("1.23", "1.23"), ("1234", "1234"), ("0.1234567", "0.1234567")]
        {
            assert_eq!(unmistakable(&Exact::parse(number).unwrap()), written);
        }
    }
}
