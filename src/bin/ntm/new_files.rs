//! Many files at once, none of which may be there yet: all of them are written, or
//! none.

use std::path::{Path, PathBuf};

use ntm::text;

use crate::outcome::Stop;
use crate::output::{self, Writing};
use crate::unfinished::{self, Folders, Over, Written};
use crate::{paths, targets};

/// A file written beside its place.
pub(crate) struct NewFile {
    path: PathBuf,
    // Closed, as there may be thousands; gone if it is not put in its place.
    written: Written,
}

impl NewFile {
    pub(crate) fn write(path: PathBuf, write: &Writing) -> anyhow::Result<NewFile> {
        match output::beside(&path, write) {
            Ok(written) => Ok(NewFile { path, written }),
            Err(why) => Err(output::cannot_write(&path, why)),
        }
    }

    /// One that replaces what is there, whose rights it takes over.
    pub(crate) fn replacing(path: PathBuf, write: &Writing) -> anyhow::Result<NewFile> {
        let place = paths::target(&path);
        let told = |why| output::cannot_write(&path, why);
        let written = output::beside(&place, write).map_err(told)?;
        let written = targets::keep_mode(written, &place).map_err(told)?;
        Ok(NewFile { path: place, written })
    }
}

/// Refuses to replace anything, naming all that is in the way.
pub(crate) fn refuse_existing(targets: &[PathBuf]) -> Result<(), Stop> {
    // A link that leads nowhere is in the way too.
    let there = targets.iter().filter(|path| path.symlink_metadata().is_ok());
    let there: Vec<String> = there.map(|path| path.display().to_string()).collect();
    if there.is_empty() {
        Ok(())
    } else {
        let message = text::already_there(there.len(), there.join(", "));
        Err(Stop::usage(message, text::move_away()))
    }
}

/// Makes a folder that files go to, where it is not there yet; it goes again unless
/// `folders` are kept.
pub(crate) fn make_folder(folders: &mut Folders, folder: &Path) -> anyhow::Result<()> {
    folders.make(folder).map_err(|why| output::cannot_write(folder, why))
}

/// Puts all files in their places, where nothing may be: all, or none.
pub(crate) fn put(files: impl Iterator<Item = NewFile>) -> anyhow::Result<()> {
    put_over(files, Over::Nothing)
}

/// Puts all files in their places: all, or none.
pub(crate) fn put_over(files: impl Iterator<Item = NewFile>, over: Over) -> anyhow::Result<()> {
    let mut files: Vec<(Written, PathBuf)> =
        files.map(|NewFile { path, written }| (written, path)).collect();
    unfinished::place(&mut files, over)
        .map_err(|stuck| output::cannot_write(&files[stuck.at].1, stuck.why))
}
