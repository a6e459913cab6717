//! Folders of files of evidence.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use ntm::intake::evidence::Doubt;
use ntm::problem::io_reason;
use ntm::text::dossier as say;

use crate::found;
use crate::outcome::Stop;
use crate::paths;
use crate::similar;

/// So deep a folder is looked into: one that holds itself by a link is never, but what
/// is mounted may go on.
const DEEPEST: usize = 16;

/// What a folder of evidence and those in it hold, by paths in it; hidden files and those
/// that Office makes while it works are nothing.
#[derive(Default)]
pub(crate) struct Listed {
    pub(crate) files: Vec<(String, PathBuf)>,
    /// Links, which are not followed.
    pub(crate) links: Vec<String>,
    /// The folder's own name: it may be a commune's.
    pub(crate) name: Option<String>,
}

impl Listed {
    /// What is known against its files and links.
    pub(crate) fn doubts(&self) -> BTreeMap<String, Doubt> {
        let files = self.files.iter().filter_map(|(inside, path)| {
            let size = File::open(path).and_then(|file| file.metadata()).map(|file| file.len());
            match size {
                Ok(0) => Some((inside.clone(), Doubt::Empty)),
                Ok(_) => None,
                Err(why) => Some((inside.clone(), Doubt::Unreadable(io_reason(&why)))),
            }
        });
        files.chain(self.links.iter().map(|link| (link.clone(), Doubt::Link))).collect()
    }
}

/// All that a folder of evidence holds.
pub(crate) fn listed(folder: &Path) -> Result<Listed, Stop> {
    if !folder.exists() {
        return Err(similar::no_such_path(folder));
    }
    if !folder.is_dir() {
        return Err(Stop::usage(say::not_a_folder(folder.display()), say::name_the_folder()));
    }
    let own = paths::real(folder);
    let name = own.file_name().map(|name| name.to_string_lossy().into_owned());
    let mut listed = Listed { name, ..Listed::default() };
    walk(folder, "", DEEPEST, &mut listed)?;
    Ok(listed)
}

fn walk(folder: &Path, above: &str, deeper: usize, listed: &mut Listed) -> Result<(), Stop> {
    for (path, kind) in found::entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let inside = if above.is_empty() { name } else { format!("{above}/{name}") };
        if kind.is_dir() && deeper > 0 {
            walk(&path, &inside, deeper - 1, listed)?;
        } else if kind.is_file() {
            listed.files.push((inside, path));
        } else if kind.is_symlink() {
            listed.links.push(inside);
        }
    }
    Ok(())
}
