//! Paths as the commands that pages show have them.

use std::path::Path;

/// A path as it can be copied into a command.
pub(crate) fn quoted(path: &Path) -> String {
    let shown = path.display().to_string();
    // What begins with a stroke would be taken for an option.
    let shown = if shown.starts_with('-') { format!("./{shown}") } else { shown };
    let plain = |c: char| c.is_alphanumeric() || r"/\:._-+".contains(c);
    if shown.chars().all(plain) {
        return shown;
    }
    // Between double quotes, which every shell knows, these still mean something.
    match shown.contains(['$', '`', '"', '!', '\\']) {
        true => format!("'{}'", shown.replace('\'', r"'\''")),
        false => format!("\"{shown}\""),
    }
}

/// The folder of the user's own sets, of which one file may have been named.
pub(crate) fn own_sets(criteria: Option<&Path>) -> Option<String> {
    let named = criteria?;
    let folder = match named.is_file() {
        true => named.parent().filter(|folder| !folder.as_os_str().is_empty()),
        false => Some(named),
    };
    Some(quoted(folder.unwrap_or(Path::new("."))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        for (path, expected) in [
            ("tiêu-chí", "tiêu-chí"),
            ("../a_b/c.d", "../a_b/c.d"),
            (r"C:\tc", r"C:\tc"),
            ("tiêu chí", "\"tiêu chí\""),
            ("a&b", "\"a&b\""),
            ("tc $HOME", "'tc $HOME'"),
            ("tc`id`", "'tc`id`'"),
            ("a'b\"c", r#"'a'\''b"c'"#),
            ("-tc", "./-tc"),
            ("", ""),
        ] {
            assert_eq!(quoted(Path::new(path)), expected);
        }
    }
}
