//! A report as one HTML file that needs nothing else.

use std::io;

use crate::report::document::Document;
use crate::text::Lang;

/// Writes a report.
///
/// # Errors
/// When something does not fit.
pub fn document(_document: &Document, _lang: Lang) -> io::Result<String> {
    Err(io::ErrorKind::Unsupported.into())
}
