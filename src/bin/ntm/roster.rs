//! The roster of a working folder, and what lies beside it.

use std::path::{Path, PathBuf};

use ntm::report::form::Agency;
use ntm::text;

use crate::input::{named_roster, nearest_roster};
use crate::outcome::Stop;

/// The roster that the user names, or the nearest one of a folder.
pub(crate) fn find(named: Option<&Path>, folder: &Path) -> Result<PathBuf, Stop> {
    if let Some(path) = named {
        return named_roster(path);
    }
    if !folder.is_dir() {
        return Err(Stop::usage(text::no_such_path(folder.display()), text::check_path()));
    }
    let missing = || Stop::usage(text::no_roster(folder.display()), text::give_roster());
    nearest_roster(folder).ok_or_else(missing)
}

/// The office's list of agencies beside a roster; none where it is not there.
pub(crate) fn agencies(roster: &Path) -> Result<Vec<Agency>, Stop> {
    let path = roster.with_file_name("agencies.csv");
    if !path.is_file() {
        return Ok(Vec::new());
    }
    let unreadable = |why: std::io::Error| {
        Stop::usage(text::cannot_read(format!("{}: {why}", path.display())), text::check_file())
    };
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    Agency::read(&bytes).map_err(|line| {
        Stop::usage(text::agencies_unreadable(path.display(), line), text::mend_agencies())
    })
}
