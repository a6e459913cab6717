//! Names of files that every system can have.

/// Whether Windows takes a name, with whatever ending, for a device.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ');
    let stem = stem.to_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|n| {
            matches!(n.chars().collect::<Vec<_>>()[..], ['1'..='9' | '¹' | '²' | '³'])
        })
    });
    numbered || matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
}

/// Whether a character is to be in no name that is given: some system cannot have it, or it
/// shows another name than there is, as a mark of direction does.
pub(crate) fn is_forbidden(c: char) -> bool {
    r#"<>:"|?*/\"#.contains(c) || super::shown(c) != Some(c)
}

/// A name in which what Windows cannot have is replaced.
pub(crate) fn safe_name(name: &str) -> String {
    let safe = name.replace(is_forbidden, "-");
    let safe = safe.trim_end_matches(['.', ' ']);
    match is_device(safe) || safe.is_empty() {
        true => format!("_{safe}"),
        false => safe.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_have_are_replaced() {
        for (name, safe) in [
            ("a/b:c?", "a-b-c-"),
            ("x. ", "x"),
            ("con", "_con"),
            ("", "_"),
            ("a\u{202e}b\u{1b}", "a-b-"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
    }
}
