//! Rows of CSV in which no spreadsheet program finds a formula, by their columns.

use std::io::{self, Write};

use crate::formula::guarded;
use crate::law::Value;

/// A column: its head, and its cell of a row.
pub(in crate::render) type Column<R> = (&'static str, fn(&R) -> String);

/// The heads of columns.
pub(super) fn heads<R>(columns: &[Column<R>]) -> impl Iterator<Item = &'static str> {
    columns.iter().map(|(head, _)| *head)
}

/// The cells of a row.
pub(super) fn cells<R>(columns: &[Column<R>], row: &R) -> impl Iterator<Item = String> {
    columns.iter().map(|(_, cell)| cell(row))
}

/// Writes a whole table.
pub(in crate::render) fn table<R>(
    columns: &[Column<R>],
    rows: impl IntoIterator<Item = R>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut written = Rows::new(out);
    written.write(heads(columns))?;
    rows.into_iter().try_for_each(|row| written.write(cells(columns, &row)))?;
    written.flush()
}

/// A cell of what there may be.
pub(super) fn shown(cell: Option<impl ToString>) -> String {
    cell.map(|cell| cell.to_string()).unwrap_or_default()
}

/// A cell of several things, with `;` between them.
pub(super) fn list(items: impl Iterator<Item: ToString>) -> String {
    items.map(|item| item.to_string()).collect::<Vec<_>>().join(";")
}

pub(super) fn value(value: Option<&Value>, grades: &[String]) -> String {
    match value {
        Some(Value::YesNo(flag)) => flag.to_string(),
        Some(Value::Number(exact)) => exact.to_string(),
        Some(Value::Grade(place)) => grades[*place].clone(),
        None => String::new(),
    }
}

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
