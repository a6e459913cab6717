//! Names of files that every system can have.

/// Why Windows can have no file of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// It is a device: `con`, `nul`.
    Device,
    /// It ends in a dot or a blank.
    End,
    /// It holds a character that names cannot have.
    Character,
}

/// What stands in the way of a name on Windows.
pub fn bad_name(name: &str) -> Option<BadName> {
    if is_device(name) {
        return Some(BadName::Device);
    }
    if name.ends_with(['.', ' ']) && name != "." && name != ".." {
        return Some(BadName::End);
    }
    let cannot = |c: char| c.is_control() || r#"<>:"|?*"#.contains(c);
    name.contains(cannot).then_some(BadName::Character)
}

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
    if is_device(safe) || safe.is_empty() { format!("_{safe}") } else { safe.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_windows_cannot_have_are_known() {
        use BadName::{Character, Device, End};
        for (name, why) in [
            ("con", Some(Device)),
            ("NUL.csv", Some(Device)),
            ("com1.x.y", Some(Device)),
            ("lpt²", Some(Device)),
            ("aux .csv", Some(Device)),
            ("com0", None),
            ("com12", None),
            ("console.csv", None),
            ("a.", Some(End)),
            ("a ", Some(End)),
            ("..", None),
            ("a:b", Some(Character)),
            ("a?b", Some(Character)),
            ("Xã Hải Đông.csv", None),
        ] {
            assert_eq!(bad_name(name), why, "{name}");
        }
    }

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
