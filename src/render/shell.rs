//! Words of the commands that pages show.

/// A path as it can be copied into a command: for the shells of Windows, or those of Unix.
pub fn quoted(path: &str, windows: bool) -> String {
    // What begins with a stroke would be taken for an option.
    let here = if windows { r".\" } else { "./" };
    let shown = if path.starts_with('-') { format!("{here}{path}") } else { path.to_owned() };
    let plain = |c: char| c.is_alphanumeric() || r"/:._-+".contains(c) || (windows && c == '\\');
    if shown.chars().all(plain) {
        return shown;
    }
    if windows {
        // No name holds a quote there. Before the quote that ends it a stroke would be read
        // as part of the name; without it the folder is the same.
        let bare = shown.trim_end_matches(['\\', '/']);
        let bare = if bare.ends_with(':') { shown.as_str() } else { bare };
        return format!("\"{bare}\"");
    }
    // Between double quotes, which every shell knows, these still mean something.
    if shown.contains(['$', '`', '"', '!', '\\']) {
        format!("'{}'", shown.replace('\'', r"'\''"))
    } else {
        format!("\"{shown}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        for (path, expected) in [
            ("tiêu-chí", "tiêu-chí"),
            ("../a_b/c.d", "../a_b/c.d"),
            (r"C:\tc", r"'C:\tc'"),
            ("tiêu chí", "\"tiêu chí\""),
            ("a&b", "\"a&b\""),
            ("tc $HOME", "'tc $HOME'"),
            ("tc`id`", "'tc`id`'"),
            ("a'b\"c", r#"'a'\''b"c'"#),
            ("-tc", "./-tc"),
            ("", ""),
        ] {
            assert_eq!(quoted(path, false), expected);
        }
    }

    #[test]
    fn the_shells_of_windows_know_double_quotes_alone() {
        for (path, expected) in [
            ("tiêu-chí", "tiêu-chí"),
            (r"C:\tc\2022-05", r"C:\tc\2022-05"),
            (r"C:\Số liệu\tc", "\"C:\\Số liệu\\tc\""),
            (r"Số liệu\2022-05\", "\"Số liệu\\2022-05\""),
            ("a&b", "\"a&b\""),
            ("a'b", "\"a'b\""),
            ("tc $HOME", "\"tc $HOME\""),
            ("-tc", r".\-tc"),
        ] {
            assert_eq!(quoted(path, true), expected);
        }
    }
}
