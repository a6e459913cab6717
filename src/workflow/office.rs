//! Whose letters pages are.

use crate::intake::Offices;
use crate::law;
use crate::problem::{self, Stop};

/// The offices that a file tells of.
///
/// # Errors
/// When it is faulty.
pub fn offices(mut source: law::Source) -> Result<Offices, Stop> {
    // A mark that Notepad writes is no part of the first line.
    if source.text.starts_with('\u{feff}') {
        source.text.remove(0);
    }
    let (office, problems) = Offices::parse_file(&source);
    match problem::errors(&problems) {
        0 => Ok(office),
        _ => Err(Stop::problems(problems)),
    }
}
