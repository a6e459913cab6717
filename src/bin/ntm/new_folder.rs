//! A new folder, whole or not at all.

use std::fs;
use std::io;
use std::path::Path;

use crate::unfinished::Staged;

/// A folder without anything in it; a file is none.
pub(crate) fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Fills a folder under a name of its own, then gives it the one asked for, or puts all of
/// it into that which is there and empty. Returns the names in it.
pub(crate) fn make(
    folder: &Path,
    fill: impl FnOnce(&Staged) -> io::Result<()>,
) -> io::Result<Vec<String>> {
    let there = folder.exists();
    let above = match folder.parent() {
        _ if there => folder,
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    let staged = Staged::make(above)?;
    fill(&staged)?;
    let names = staged.names()?;
    if there {
        staged.move_into(folder, &names)?;
    } else {
        staged.become_folder(folder)?;
    }
    Ok(names.iter().map(|name| name.to_string_lossy().into_owned()).collect())
}
