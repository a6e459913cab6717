//! Rows of CSV in which no spreadsheet program finds a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::exact::Exact;

/// Rows being written.
pub(in crate::render) struct Rows<W: Write>(csv::Writer<W>);

impl<W: Write> Rows<W> {
    pub(in crate::render) fn new(out: W) -> Rows<W> {
        Rows(csv::Writer::from_writer(out))
    }

    /// Writes a row.
    pub(in crate::render) fn write(
        &mut self,
        cells: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> csv::Result<()> {
        for cell in cells {
            self.0.write_field(guarded(cell.as_ref()).as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    pub(in crate::render) fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Rows<Vec<u8>> {
    /// What was written to memory.
    pub(in crate::render) fn into_bytes(self) -> io::Result<Vec<u8>> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A cell behind an apostrophe where a spreadsheet program would take it for a formula.
fn guarded(cell: &str) -> Cow<'_, str> {
    let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    // The signs of comparisons, `=` and `>=;>=`, compute nothing.
    let signs = cell.chars().all(|c| matches!(c, '=' | '<' | '>' | ';'));
    match starts && !signs && Exact::parse(cell).is_none() {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
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
            ("=", "="),
            ("=;=", "=;="),
            ("BC 12/BC-UBND", "BC 12/BC-UBND"),
            ("", ""),
        ] {
            assert_eq!(guarded(cell), written);
        }
    }
}
