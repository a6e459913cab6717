//! Rows of CSV in which no spreadsheet program finds a formula.

use std::io::{self, Write};

use crate::formula::guarded;

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
