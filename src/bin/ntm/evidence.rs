//! Folders of files of evidence.

use std::path::{Path, PathBuf};

use ntm::text;

use crate::input;
use crate::outcome::Stop;

/// So deep a folder is looked into: one that holds itself by a link is never, but what
/// is mounted may go on.
const DEEPEST: usize = 16;

/// The files of a folder and of those in it, by their paths in it; hidden files and those
/// that Office makes while it works are none, nor are links.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Stop> {
    if !folder.is_dir() {
        return Err(Stop::usage(text::no_such_path(folder.display()), text::check_path()));
    }
    let mut files = Vec::new();
    walk(folder, "", DEEPEST, &mut files)?;
    Ok(files)
}

fn walk(
    folder: &Path,
    above: &str,
    deeper: usize,
    files: &mut Vec<(String, PathBuf)>,
) -> Result<(), Stop> {
    for (path, kind) in input::entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let inside = if above.is_empty() { name } else { format!("{above}/{name}") };
        if kind.is_dir() && deeper > 0 {
            walk(&path, &inside, deeper - 1, files)?;
        } else if kind.is_file() {
            files.push((inside, path));
        }
    }
    Ok(())
}
