//! What lies near a path that leads nowhere, and may be what was meant.

use std::fs;
use std::path::{Path, PathBuf};

use ntm::text::output as say;
use ntm::{fold, text};

use crate::found::stem;
use crate::outcome::Stop;
use crate::paths::{self, here};

/// So many folders are looked into, and so many names are told.
const MOST_FOLDERS: usize = 200;
const MOST_NAMES: usize = 3;

/// The paths that a path which leads nowhere may mean: another name for its month, a name
/// that is nearly the same, the same name one folder deeper.
pub(crate) fn to(path: &Path) -> Vec<String> {
    let (Some(above), Some(name)) = (path.parent(), path.file_name()) else {
        return Vec::new();
    };
    let (names, name) = (names_in(here(above)), name.to_string_lossy());
    let month = month_of(&name);
    let of_month = |other: &&String| month.is_some() && month_of(other) == month;
    let mut meant: Vec<PathBuf> =
        names.iter().filter(of_month).map(|name| above.join(name)).collect();
    // Of a month, or another number, the next one is no slip.
    if meant.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit()) {
        let near = fold::nearest(&name, names.iter().map(String::as_str));
        meant.extend(near.into_iter().map(|name| above.join(name)));
    }
    if meant.is_empty() {
        let inside = names.iter().take(MOST_FOLDERS).map(|inner| above.join(inner).join(&*name));
        meant.extend(inside.filter(|path| path.exists()));
    }
    meant.iter().take(MOST_NAMES).map(|path| path.display().to_string()).collect()
}

/// A path that leads nowhere. On Windows `"a b\"` is read as `a b"` and all that follows.
pub(crate) fn no_such_path(path: &Path) -> Stop {
    let typed = path.to_string_lossy();
    if std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return Stop::usage(text::leads_nowhere(path.display()), text::name_the_target());
    }
    let hint = match (typed.contains('"'), typed.contains(['*', '?'])) {
        (true, _) => say::leave_out_last_stroke(),
        (false, true) => say::nothing_fits(),
        (false, false) => text::near_or(&to(path), text::check_path()),
    };
    Stop::usage(text::no_such_path(path.display()), hint)
}

/// The year and the month of a name that holds both and no other number: `2022-5`, `T5.2022`.
fn month_of(name: &str) -> Option<(u16, u16)> {
    let numbers = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let numbers: Vec<&str> = numbers.collect();
    let (year, month) = match numbers[..] {
        [year, month] if year.len() == 4 => (year, month),
        [month, year] if year.len() == 4 => (year, month),
        _ => return None,
    };
    Some((year.parse().ok()?, month.parse().ok()?))
}

/// A list of communes in a form that is not read as one.
pub(crate) fn roster_in(folder: &Path) -> Option<PathBuf> {
    let other = |path: &Path| {
        let stem = stem(path).to_lowercase();
        let double = stem == "communes.csv";
        double || stem == "communes" && paths::ends_in(path, &["xlsx", "xlsm", "xls", "ods", "txt"])
    };
    let paths = names_in(folder).into_iter().map(|name| folder.join(name));
    paths.into_iter().find(|path| other(path))
}

/// The names in a folder, in order; of one that cannot be read none.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}
