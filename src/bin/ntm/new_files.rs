//! Many files at once, none of which may be there yet: all of them are written, or
//! none.

use std::path::{Path, PathBuf};

use ntm::text;
use tempfile::TempPath;

use crate::outcome::Stop;
use crate::output::{self, Writing};

/// A file written beside its place.
pub(crate) struct NewFile {
    path: PathBuf,
    // Closed, as there may be thousands; gone if it is not put in its place.
    written: TempPath,
}

impl NewFile {
    pub(crate) fn write(path: PathBuf, write: &Writing) -> Result<NewFile, Stop> {
        match output::beside(&path, write) {
            Ok(file) => Ok(NewFile { path, written: file.into_temp_path() }),
            Err(why) => Err(output::cannot_write(&path, &why)),
        }
    }
}

/// Refuses to replace anything, naming all that is in the way.
pub(crate) fn refuse_existing(targets: &[PathBuf]) -> Result<(), Stop> {
    // A link that leads nowhere is in the way too.
    let there = targets.iter().filter(|path| path.symlink_metadata().is_ok());
    let there: Vec<String> = there.map(|path| path.display().to_string()).collect();
    match there.is_empty() {
        true => Ok(()),
        false => {
            let message = text::already_there(there.len(), there.join(", "));
            Err(Stop::usage(message, text::move_away()))
        }
    }
}

/// Makes the folder that the files go to, where it is not there yet.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Stop> {
    std::fs::create_dir_all(folder).map_err(|why| output::cannot_write(folder, &why))
}

/// Puts all files in their places; where one fails, those before it are taken away.
pub(crate) fn put(files: impl Iterator<Item = NewFile>) -> Result<(), Stop> {
    let mut done: Vec<PathBuf> = Vec::new();
    for NewFile { path, written } in files {
        if let Err(error) = written.persist_noclobber(&path) {
            for path in done {
                // What cannot be taken away is whole, at least.
                let _ = std::fs::remove_file(path);
            }
            return Err(output::cannot_write(&path, &error.error));
        }
        done.push(path);
    }
    Ok(())
}
