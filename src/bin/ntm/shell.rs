//! Paths as the commands that pages show have them.

use std::path::Path;

use ntm::render::shell;

/// A path as it can be copied into a command.
pub(crate) fn quoted(path: &Path) -> String {
    shell::quoted(&path.display().to_string(), cfg!(windows))
}

/// The folder of the user's own sets, of which one file may have been named.
pub(crate) fn own_sets(criteria: Option<&Path>) -> Option<String> {
    let named = criteria?;
    let folder = if named.is_file() {
        named.parent().filter(|folder| !folder.as_os_str().is_empty())
    } else {
        Some(named)
    };
    Some(quoted(folder.unwrap_or(Path::new("."))))
}
