//! `*` and `?` in the last part of a path: the shells of Windows leave them to the program.

use std::fs;
use std::path::{Path, PathBuf};

use crate::args::{Cli, CriteriaVerb, Verb};
use crate::paths;

/// Puts what patterns stand for in their places, where the shell has not done so.
pub(crate) fn expand(cli: &mut Cli) {
    if !cfg!(windows) {
        return;
    }
    if let Some(paths) = paths(&mut cli.verb) {
        *paths = paths.iter().flat_map(|path| matching(path, cfg!(windows))).collect();
    }
}

/// The paths that a verb reads.
fn paths(verb: &mut Verb) -> Option<&mut Vec<PathBuf>> {
    match verb {
        Verb::Score(args) => Some(&mut args.data.paths),
        Verb::Gaps(args) => Some(&mut args.data.paths),
        Verb::Report(args) => Some(&mut args.data.paths),
        Verb::Trend(args) => Some(&mut args.data.paths),
        Verb::Diff(args) => Some(&mut args.data.paths),
        Verb::Ladder(args) => Some(&mut args.data.paths),
        Verb::Check(args) => Some(&mut args.data.paths),
        Verb::Explain(args) => Some(&mut args.data.paths),
        Verb::Dossier(args) => Some(&mut args.data.paths),
        Verb::Criteria(CriteriaVerb::Check(args)) => Some(&mut args.paths),
        _ => None,
    }
}

/// What is there of the names that a path stands for, in order; the path itself where
/// there is nothing, or no pattern in it.
pub(crate) fn matching(path: &Path, any_case: bool) -> Vec<PathBuf> {
    let itself = || vec![path.to_owned()];
    let Some(pattern) = path.file_name().and_then(|name| name.to_str()) else {
        return itself();
    };
    if !pattern.contains(['*', '?']) {
        return itself();
    }
    let above = path.parent().unwrap_or(Path::new(""));
    let entries = fs::read_dir(paths::here(above)).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| fits(pattern, name, any_case)).collect();
    names.sort();
    if names.is_empty() {
        itself()
    } else {
        names.into_iter().map(|name| above.join(name)).collect()
    }
}

/// Whether a name is one that a pattern stands for. Hidden files, and those that Office
/// makes while it works, must be named as such.
fn fits(pattern: &str, name: &str, any_case: bool) -> bool {
    let hidden = |text: &str| text.starts_with('.') || text.starts_with("~$");
    if hidden(name) && !hidden(pattern) {
        return false;
    }
    let letters = |text: &str| -> Vec<char> {
        if any_case { text.to_lowercase().chars().collect() } else { text.chars().collect() }
    };
    let (pattern, name) = (letters(pattern), letters(name));
    // So far both are done; and where to begin anew with one letter more for the last `*`.
    let (mut at, mut in_name, mut again) = (0, 0, None);
    while in_name < name.len() {
        match pattern.get(at) {
            Some('*') => {
                again = Some((at + 1, in_name));
                at += 1;
            }
            Some(c) if *c == '?' || *c == name[in_name] => {
                at += 1;
                in_name += 1;
            }
            _ => {
                let Some((after, from)) = again else {
                    return false;
                };
                again = Some((after, from + 1));
                (at, in_name) = (after, from + 1);
            }
        }
    }
    pattern[at..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stands_for_names() {
        for (pattern, name, expected) in [
            ("*", "a.csv", true),
            ("*.csv", "06727.csv", true),
            ("*.csv", "06727.xlsx", false),
            ("067?7.*", "06727.xlsx", true),
            ("*27*", "06727.csv", true),
            ("a*b*c", "aXbXbYc", true),
            ("a*b*c", "aXbXbY", false),
            ("?", "", false),
            ("*", "", true),
            ("*", ".an", false),
            (".*", ".an", true),
            ("*.xlsx", "~$a.xlsx", false),
            ("XÃ*", "xã Hải Đông", false),
        ] {
            assert_eq!(fits(pattern, name, false), expected, "{pattern} {name}");
        }
        assert!(fits("XÃ*.CSV", "xã Hải Đông.csv", true));
    }

    #[test]
    fn what_is_there_is_found_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.csv", "c.xlsx", "~$d.csv"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let at = |name: &str| folder.path().join(name);
        assert_eq!(matching(&at("*.csv"), false), [at("a.csv"), at("b.csv")]);
        assert_eq!(matching(&at("*.ods"), false), [at("*.ods")]);
        assert_eq!(matching(&at("a.csv"), false), [at("a.csv")]);
        assert_eq!(matching(Path::new("-"), false), [Path::new("-")]);
        assert_eq!(matching(&at("no/*.csv"), false), [at("no/*.csv")]);
    }
}
