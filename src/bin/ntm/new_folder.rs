//! A new folder, whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

/// A folder without anything in it; a file is none.
pub(crate) fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Fills a folder under a name of its own, then gives it the one asked for, or puts all of
/// it into that which is there and empty. Returns the names in it.
pub(crate) fn make(
    folder: &Path,
    fill: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<Vec<String>> {
    let there = folder.exists();
    let above = match folder.parent() {
        _ if there => folder,
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    let staged = stage(above)?;
    fill(staged.path())?;
    let names = fs::read_dir(staged.path())?.map(|entry| entry.map(|entry| entry.file_name()));
    let mut names: Vec<OsString> = names.collect::<io::Result<_>>()?;
    names.sort();
    if there {
        move_all(&names, staged.path(), folder)?;
    } else {
        fs::rename(staged.path(), folder)?;
        // It bears its name now, and there is nothing to clear away.
        let _ = staged.keep();
    }
    Ok(names.iter().map(|name| name.to_string_lossy().into_owned()).collect())
}

/// A folder that is cleared away unless it is kept.
fn stage(above: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ntm-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new folder: the user's mask takes away what it must.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(above)
}

/// Moves everything, or puts back what was moved.
fn move_all(names: &[OsString], from: &Path, to: &Path) -> io::Result<()> {
    for (place, name) in names.iter().enumerate() {
        if let Err(why) = fs::rename(from.join(name), to.join(name)) {
            for moved in &names[..place] {
                // What cannot be put back stays; the first reason is the one told.
                let _ = fs::rename(to.join(moved), from.join(moved));
            }
            return Err(why);
        }
    }
    Ok(())
}
