//! The roster of a working folder.

use std::path::{Path, PathBuf};

use ntm::text;

use crate::outcome::Stop;
use crate::paths;
use crate::similar;
use crate::similar::no_such_path;

/// The roster that the user names, or the nearest one of a folder.
pub(crate) fn find(named: Option<&Path>, folder: &Path) -> Result<PathBuf, Stop> {
    if let Some(path) = named {
        return named_roster(path);
    }
    if !folder.is_dir() {
        return Err(similar::no_such_path(folder));
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

/// How far above the data the roster may lie.
const FOLDERS_ABOVE: usize = 3;

/// What a roster is called that is found beside data.
const ROSTERS: [&str; 2] = ["communes.csv", "communes.xlsx"];

/// Whether a path is called as a roster that is found.
pub(crate) fn is_roster(path: &Path) -> bool {
    path.file_name().is_some_and(|name| ROSTERS.iter().any(|roster| name == *roster))
}

/// The roster that the user names.
pub(crate) fn named_roster(path: &Path) -> Result<PathBuf, Stop> {
    if path.is_file() { Ok(path.to_owned()) } else { Err(no_such_path(path)) }
}

/// The nearest roster of a folder, unless there are two beside each other: nobody knows
/// which of them counts.
pub(crate) fn only_roster(folder: &Path) -> Result<PathBuf, Stop> {
    let found = nearest_roster(folder).ok_or_else(|| no_roster(folder))?;
    let beside = ROSTERS.iter().map(|name| found.with_file_name(name));
    match beside.into_iter().find(|path| *path != found && path.is_file()) {
        None => Ok(found),
        Some(other) => {
            let message = text::two_rosters(found.display(), other.display());
            Err(Stop::usage(message, text::keep_one_roster()))
        }
    }
}

/// The roster in the folder or up to three above, named as the user named the
/// folder where that is possible.
pub(crate) fn nearest_roster(folder: &Path) -> Option<PathBuf> {
    let near = |whole: PathBuf| {
        let above = whole.ancestors().take(1 + FOLDERS_ABOVE);
        let beside = |above: &Path| ROSTERS.map(|name| above.join(name));
        let mut files =
            above.enumerate().flat_map(|(above, folder)| beside(folder).map(|path| (above, path)));
        files.find(|(_, path)| path.is_file())
    };
    // Beside a link before beside what it leads to.
    let (above, found) = near(paths::as_named(folder)).or_else(|| near(paths::real(folder)))?;
    // As many names off the end of what was typed, where that leads to the same.
    let typed = folder.ancestors().nth(above).filter(|typed| !typed.as_os_str().is_empty());
    let typed = typed.zip(found.file_name()).map(|(typed, name)| typed.join(name));
    if let Some(typed) = typed.filter(|typed| paths::same(typed, &found)) {
        return Some(typed);
    }
    let here = Path::new(".");
    let here = [paths::as_named(here), paths::real(here)];
    let relative = here.iter().find_map(|here| found.strip_prefix(here).ok());
    Some(relative.map(Path::to_owned).unwrap_or(found))
}

/// No roster is near a folder; one in another form may be.
pub(crate) fn no_roster(folder: &Path) -> Stop {
    let whole = paths::as_named(folder);
    let above = whole.ancestors().take(1 + FOLDERS_ABOVE);
    let other = above.filter_map(similar::roster_in).next();
    let hint = match other {
        Some(other) => text::save_roster_as_csv(other.display()),
        None => text::give_roster(),
    };
    Stop::usage(text::no_roster(folder.display()), hint)
}
