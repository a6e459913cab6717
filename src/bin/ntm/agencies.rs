//! The division of work: `agencies.csv` beside the roster.

use std::path::{Path, PathBuf};

use ntm::intake::Agencies;
use ntm::law::Library;
use ntm::problem;

use crate::found::Found;
use crate::input::{self};
use crate::outcome::Stop;
use crate::output;

/// The list beside a roster, where there is one.
fn path(roster: &Path) -> Option<PathBuf> {
    Some(roster.with_file_name("agencies.csv")).filter(|path| path.is_file())
}

/// The lists beside rosters, as files that are read.
pub(crate) fn files(rosters: &[PathBuf]) -> Vec<Found> {
    rosters.iter().filter_map(|roster| path(roster)).map(Found::named).collect()
}

/// The office's own list beside its rosters; none where it is not there.
pub(crate) fn own(rosters: &[PathBuf], library: &Library) -> Result<Option<Agencies>, Stop> {
    let files = files(rosters);
    if files.is_empty() {
        return Ok(None);
    }
    let (agencies, problems) = Agencies::parse_files(&input::sources(files), library);
    match problem::errors(&problems) {
        0 => {
            output::complain(&output::problem_lines(&problems));
            Ok(Some(agencies))
        }
        _ => Err(Stop::problems(problems)),
    }
}

/// The office's own list, or the example that comes with the program.
pub(crate) fn own_or_example(rosters: &[PathBuf], library: &Library) -> Result<Agencies, Stop> {
    Ok(own(rosters, library)?.unwrap_or_else(|| Agencies::built_in(library)))
}
