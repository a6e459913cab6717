//! A report as a workbook.

use std::io;

use crate::report::document::Document;
use crate::text::Lang;

/// Writes a report.
///
/// # Errors
/// When something does not fit.
pub fn document(_document: &Document, _lang: Lang) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::Unsupported.into())
}
