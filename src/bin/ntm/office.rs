//! Whose letter a report is: `office.toml` beside the roster.

use std::path::{Path, PathBuf};

use ntm::intake::Office;
use ntm::law;
use ntm::problem;
use ntm::text;

use crate::input::{self, Found};
use crate::outcome::Stop;
use crate::{lang, output};

/// The files beside rosters, whether or not they are there.
fn paths(rosters: &[PathBuf]) -> impl Iterator<Item = PathBuf> {
    rosters.iter().map(|roster| roster.with_file_name("office.toml"))
}

/// The file beside rosters, where there is one.
pub(crate) fn beside(rosters: &[PathBuf]) -> Option<PathBuf> {
    paths(rosters).find(|path| path.is_file())
}

/// The files beside rosters, as files that are read.
pub(crate) fn files(rosters: &[PathBuf]) -> Vec<Found> {
    paths(rosters).filter(|path| path.is_file()).map(Found::named).collect()
}

/// The office of the rosters. Where no file tells of it that is said, and all of it stays
/// open.
pub(crate) fn find(rosters: &[PathBuf], public: bool) -> Result<Office, Stop> {
    let Some(path) = beside(rosters) else {
        for path in paths(rosters).take(1) {
            let told = text::no_office(path.display());
            output::complain(&format!("ntm: {}\n", told.get(lang::current())));
        }
        return Ok(Office::default());
    };
    let office = read(file(&path)?)?;
    Ok(if public { office.without_names() } else { office })
}

/// A file as it came.
pub(crate) fn file(path: &Path) -> Result<law::Source, Stop> {
    input::toml_file(path).map_err(|problem| Stop::problems(vec![*problem]))
}

/// The office that a file tells of.
pub(crate) fn read(mut source: law::Source) -> Result<Office, Stop> {
    // A mark that Notepad writes is no part of the first line.
    if source.text.starts_with('\u{feff}') {
        source.text.remove(0);
    }
    let (office, problems) = Office::read(&source);
    match problem::errors(&problems) {
        0 => Ok(office),
        _ => Err(Stop::problems(problems)),
    }
}
