//! The folders of months beside one: which there are, and why another cannot be read. A
//! month that is passed over is told, for what is compared with another month in its
//! place looks the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ntm::period::{Period, month_meant};
use ntm::problem::{Code, Location, Problem, io_reason};
use ntm::text::{Text, folder as say};

use crate::folder;
use crate::paths;

/// A month that is not read, and why.
pub(crate) struct Skipped {
    pub(crate) period: Period,
    pub(crate) why: Text,
    path: PathBuf,
    hint: Text,
}

impl Skipped {
    pub(crate) fn new(above: &Path, period: Period, (why, hint): (Text, Text)) -> Skipped {
        Skipped { period, why, path: above.join(period.to_string()), hint }
    }

    /// A warning of it.
    pub(crate) fn problem(&self) -> Problem {
        let here = std::env::current_dir().ok().map(|here| paths::real(&here));
        let path = here.and_then(|here| self.path.strip_prefix(here).ok()).unwrap_or(&self.path);
        let place = Location { file: path.display().to_string(), ..Location::default() };
        let message = say::month_skipped(self.period, &self.why);
        Problem::error(Code::MonthSkipped, place, message, self.hint.clone()).as_warning()
    }
}

/// Why a month in the folder of months has no data that can be read; `None` where it has.
pub(crate) fn skipped(above: &Path, period: Period) -> Option<Skipped> {
    let path = above.join(period.to_string());
    let told = |why: Text, hint: Text| Some(Skipped::new(above, period, (why, hint)));
    if fs::symlink_metadata(&path).is_err() {
        return match misnamed(above, period) {
            Some(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let (why, hint) = (say::is_called(name), say::rename_to(period));
                Some(Skipped { period, why, path, hint })
            }
            None => told(say::no_such_month(), say::get_the_month()),
        };
    }
    match fs::read_dir(&path) {
        Err(why) => told(say::month_unreadable(io_reason(&why)), say::make_readable()),
        Ok(_) if folder::has_tables(&path) => None,
        Ok(_) => told(say::month_without_data(folder::endings()), say::put_data_in()),
    }
}

/// Whether nothing in the folder of months stands for a month.
pub(crate) fn is_absent(above: &Path, period: Period) -> bool {
    fs::symlink_metadata(above.join(period.to_string())).is_err()
        && misnamed(above, period).is_none()
}

/// The months that something in a folder stands for, be it misnamed or unreadable.
pub(crate) fn months_in(above: &Path) -> BTreeSet<Period> {
    let names = names(above);
    let own = own(&names);
    let meant = names.iter().filter_map(|name| month_meant(name, &own));
    meant.chain(own.iter().copied()).collect()
}

/// The folder that is meant for a month and named otherwise.
fn misnamed(above: &Path, period: Period) -> Option<PathBuf> {
    let names = names(above);
    let own = own(&names);
    let found = names.iter().find(|name| month_meant(name, &own) == Some(period));
    found.map(|name| above.join(name)).filter(|path| path.is_dir())
}

/// The names in a folder, in order.
fn names(above: &Path) -> Vec<String> {
    let listed = fs::read_dir(paths::here(above)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        listed.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The months that are named as such.
fn own(names: &[String]) -> BTreeSet<Period> {
    names.iter().filter_map(|name| Period::parse_iso(name)).collect()
}
