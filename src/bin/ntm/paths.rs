//! Paths: which two are one, how they are shown, and which names Windows cannot have.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use ntm::render::{BadName, bad_name, is_device};

/// The absolute path without links; also of what is not there yet, and on disks that
/// cannot tell (RAM disks, some encrypted and cloud drives).
pub(crate) fn real(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return plain(&real);
    }
    match (path.parent(), path.file_name()) {
        (Some(above), Some(name)) => real(here(above)).join(name),
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

/// The absolute path under the name that was given, which may be a link's: of the current
/// folder the one by which it was entered, of `..` the real one.
pub(crate) fn as_named(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(above), Some(name)) => real(here(above)).join(name),
        _ if path == Path::new(".") => entered_by().unwrap_or_else(|| real(path)),
        _ => real(path),
    }
}

/// The path by which the shell entered the current folder, where it tells one that leads
/// there.
fn entered_by() -> Option<PathBuf> {
    let entered = PathBuf::from(std::env::var_os("PWD")?);
    let there = entered.is_absolute()
        && entered.canonicalize().ok()? == std::env::current_dir().ok()?.canonicalize().ok()?;
    there.then_some(entered)
}

/// Where a link leads, be that there or not; anything else is where it is.
pub(crate) fn target(path: &Path) -> PathBuf {
    /// So many links one after the other are followed.
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        let Ok(next) = path.read_link() else {
            break;
        };
        path = here(path.parent().unwrap_or(Path::new(""))).join(next);
    }
    path
}

/// Whether two paths are one file or folder.
pub(crate) fn same(one: &Path, other: &Path) -> bool {
    key(&real(one), cfg!(windows)) == key(&real(other), cfg!(windows))
}

/// Whether a path is in a folder, or in one in it.
pub(crate) fn is_in(path: &Path, folder: &Path) -> bool {
    let [path, folder] = [path, folder].map(|path| key(&real(path), cfg!(windows)));
    path.starts_with(folder)
}

/// What is equal where two absolute paths are one: Windows knows no case.
fn key(path: &Path, windows: bool) -> PathBuf {
    if windows { PathBuf::from(path.to_string_lossy().to_lowercase()) } else { path.to_owned() }
}

/// A path without the mark `\\?\` by which Windows answers and which nobody types.
pub(crate) fn plain(path: &Path) -> PathBuf {
    match path.to_str().and_then(without_mark) {
        Some(plain) => PathBuf::from(plain),
        None => path.to_owned(),
    }
}

fn without_mark(path: &str) -> Option<String> {
    /// So long a path of Windows may be without the mark.
    const LONGEST: usize = 259;
    let bare = path.strip_prefix(r"\\?\")?;
    let bare = match bare.strip_prefix(r"UNC\") {
        Some(share) => format!(r"\\{share}"),
        None if bare.as_bytes().get(1) == Some(&b':') => bare.to_owned(),
        None => return None,
    };
    (bare.encode_utf16().count() <= LONGEST).then_some(bare)
}

/// The first name in a path that Windows cannot have; a device alone is one to write to.
pub(crate) fn bad_name_in(path: &Path) -> Option<(String, BadName)> {
    let alone = path.to_str().is_some_and(|path| is_device(path) && !path.contains('.'));
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) if !alone => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let mut bad = names.filter_map(|name| bad_name(&name).map(|why| (name, why)));
    bad.next()
}

/// Whether a path is a device of Windows, as `NUL`.
pub(crate) fn names_device(path: &Path) -> bool {
    path.to_str().is_some_and(|name| is_device(name) && !name.contains('.'))
}

/// Whether the ending of a path is one of some, without regard to case.
pub(crate) fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or(OsStr::new(""));
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// A folder that is not named is the current one.
pub(crate) fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_knows_no_case() {
        let [one, other] = [r"C:\a\X.csv", r"c:\A\x.CSV"].map(Path::new);
        assert_eq!(key(one, true), key(other, true));
        assert_ne!(key(one, false), key(other, false));
        let [one, other] = ["Đường/Xã.csv", "ĐƯỜNG/xã.csv"].map(Path::new);
        assert_eq!(key(one, true), key(other, true));
    }

    #[test]
    fn the_mark_of_windows_is_not_shown() {
        for (path, expected) in [
            (r"\\?\C:\Số liệu\communes.csv", r"C:\Số liệu\communes.csv"),
            (r"\\?\UNC\may-chu\ntm\communes.csv", r"\\may-chu\ntm\communes.csv"),
            (r"\\?\Volume{1}\a", r"\\?\Volume{1}\a"),
            ("/a/b", "/a/b"),
        ] {
            assert_eq!(plain(Path::new(path)), Path::new(expected));
        }
        let long = format!(r"\\?\C:\{}", "x".repeat(300));
        assert_eq!(plain(Path::new(&long)), Path::new(&long));
    }

    #[test]
    fn names_that_windows_cannot_have_are_found_in_paths() {
        let device = ("con.csv".to_owned(), BadName::Device);
        assert_eq!(bad_name_in(Path::new("a/con.csv")), Some(device));
        assert_eq!(bad_name_in(Path::new("nul")), None);
        assert!(names_device(Path::new("NUL")) && !names_device(Path::new("nul.csv")));
    }

    #[test]
    fn what_is_not_there_yet_has_a_place() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("a").join("..").join("x.csv");
        std::fs::create_dir(folder.path().join("a")).unwrap();
        assert!(same(&inside, &folder.path().join("x.csv")));
        assert!(is_in(&folder.path().join("a/b/c"), &folder.path().join("a")));
        assert!(!is_in(&folder.path().join("ab"), &folder.path().join("a")));
    }
}
