//! Whose letter a report is: `office.toml` beside the roster.

use std::path::{Path, PathBuf};

use ntm::intake::Office;
use ntm::problem;
use ntm::text;

use crate::input::{self, Found};
use crate::outcome::Stop;
use crate::{lang, output};

/// The file beside a roster.
fn beside(roster: &Path) -> PathBuf {
    roster.with_file_name("office.toml")
}

/// The files beside rosters, as files that are read.
pub(crate) fn files(rosters: &[PathBuf]) -> Vec<Found> {
    let there = rosters.iter().map(|roster| beside(roster)).filter(|path| path.is_file());
    there.map(Found::named).collect()
}

/// The office of the rosters. Where no file tells of it that is said, and all of it stays
/// open.
pub(crate) fn find(rosters: &[PathBuf], public: bool) -> Result<Office, Stop> {
    let paths = rosters.iter().map(|roster| beside(roster));
    let Some(path) = paths.clone().find(|path| path.is_file()) else {
        for path in paths.take(1) {
            let told = text::no_office(path.display());
            output::complain(&format!("ntm: {}\n", told.get(lang::current())));
        }
        return Ok(Office::default());
    };
    let mut source = input::toml_file(&path).map_err(|problem| Stop::problems(vec![*problem]))?;
    // A mark that Notepad writes is no part of the first line.
    if source.text.starts_with('\u{feff}') {
        source.text.remove(0);
    }
    let (office, problems) = Office::read(&source);
    match problem::errors(&problems) {
        0 if public => Ok(office.without_names()),
        0 => Ok(office),
        _ => Err(Stop::problems(problems)),
    }
}
