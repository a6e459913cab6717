//! The roster of a working folder.

use std::path::{Path, PathBuf};

use crate::input::{self, named_roster, nearest_roster, only_roster};
use crate::outcome::Stop;
use crate::paths;

/// The roster that the user names, or the nearest one of a folder.
pub(crate) fn find(named: Option<&Path>, folder: &Path) -> Result<PathBuf, Stop> {
    if let Some(path) = named {
        return named_roster(path);
    }
    if !folder.is_dir() {
        return Err(input::no_such_path(folder));
    }
    only_roster(folder)
}

/// Those among named rosters that would have been found without being named.
pub(crate) fn found_anyway(rosters: &[PathBuf], data_in: &[PathBuf]) -> Vec<PathBuf> {
    let nearest: Vec<PathBuf> =
        data_in.iter().filter_map(|folder| nearest_roster(folder)).collect();
    let is_found = |roster: &&PathBuf| nearest.iter().any(|near| paths::same(near, roster));
    rosters.iter().filter(is_found).cloned().collect()
}
