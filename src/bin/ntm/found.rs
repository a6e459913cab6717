//! Paths as the user names them or folders list them, and what their names say.

use std::fs::FileType;
use std::path::{Path, PathBuf};

use ntm::period::Period;
use ntm::problem::io_reason;
use ntm::text;
use ntm::text::output as say;

use crate::outcome::Stop;
use crate::paths;

/// A path to be read.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
}

/// What is known of a path before it is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file that a folder lists: no link.
    Listed,
    /// Named by the user: it may be a link or a pipe.
    Named,
    /// Listed by a folder, and no file: a link, a pipe, a device.
    Odd,
}

impl Found {
    pub(crate) fn named(path: PathBuf) -> Found {
        Found { path, kind: Kind::Named }
    }
}

/// A folder's entries by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<(PathBuf, FileType)>, Stop> {
    let unreadable = |why: std::io::Error| {
        Stop::usage(say::cannot_read_folder(folder.display(), io_reason(&why)), text::check_file())
    };
    let listed = std::fs::read_dir(folder).map_err(unreadable)?;
    let entries =
        listed.map(|entry| entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))));
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>().map_err(unreadable)?;
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(entries.into_iter().map(|(name, kind)| (folder.join(name), kind)).collect())
}

/// A file's name without its ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The period that the name of a folder gives: the name it is called by, and only where
/// that is no month's the one that a link leads to.
pub(crate) fn folder_period(folder: &Path) -> Option<Period> {
    let named = named_period(folder).or_else(|| named_period(&paths::as_named(folder)));
    named.or_else(|| named_period(&paths::real(folder)))
}

/// The period that a folder is called by.
pub(crate) fn named_period(folder: &Path) -> Option<Period> {
    Period::parse_iso(&folder.file_name()?.to_string_lossy())
}
