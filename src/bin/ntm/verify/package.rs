//! Dossiers as they are found: a folder or an archive, of which nothing is trusted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, FileType};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use memchr::memmem;
use ntm::analysis::receipt::is_safe;
use ntm::analysis::verification::{EXPLAINED, Found, Held, RECEIPT, SCORE};
use ntm::intake::archive::{Entry, Oddity, unpack};
use ntm::problem::io_reason;
use ntm::text::{self, verify as say};
use ntm::{law, render};

use crate::dossier::package::MOST;
use crate::input;
use crate::outcome::Stop;

/// So deep a folder is looked into.
const DEEPEST: usize = 32;

/// A dossier as it was found.
#[derive(Default)]
pub(super) struct Package {
    /// `None` where there is no such file.
    pub(super) receipt: Option<Vec<u8>>,
    /// Its other files.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// What is no file that can be read.
    pub(super) odd: Vec<(String, Oddity)>,
    folders: BTreeSet<String>,
    /// The bytes of its archive, where it is one.
    archive: Option<Vec<u8>>,
    /// Whether that archive cannot be read.
    pub(super) broken: bool,
    /// Where all of it is.
    pub(super) paths: Vec<PathBuf>,
}

impl Package {
    /// Opens the folder, the archive or the folder of the receipt that a path names.
    pub(super) fn open(path: &Path) -> Result<Package, Stop> {
        let is_receipt = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(RECEIPT));
        let folder = || input::here(path.parent().unwrap_or(Path::new("")));
        let Ok(kind) = fs::metadata(path) else {
            let missing = input::no_such_path(path);
            // A receipt that was taken away is a difference of what is left.
            return match is_receipt && folder().is_dir() {
                true => Package::folder(folder())?.ok_or(missing),
                false => Err(missing),
            };
        };
        let package = match (kind.is_dir(), kind.is_file()) {
            (true, _) => Package::folder(path)?,
            (_, true) if is_receipt => Package::folder(folder())?,
            (_, true) => Package::archive(path)?,
            _ => None,
        };
        package
            .ok_or_else(|| Stop::usage(say::not_a_receipt(path.display()), say::name_a_dossier()))
    }

    /// `None` where the folder is something else.
    fn folder(folder: &Path) -> Result<Option<Package>, Stop> {
        let mut walk = Walk { left: MOST, ..Walk::default() };
        walk.folder(folder, "", DEEPEST);
        let Walk { entries, paths, faults, .. } = walk;
        if !looks_like_one(names(&entries)) {
            return Ok(None);
        }
        Stop::all(faults)?;
        Ok(Some(Package { paths, ..Package::of(entries) }))
    }

    /// `None` where the file is something else.
    fn archive(path: &Path) -> Result<Option<Package>, Stop> {
        let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        // What is packed may be a little larger than its files: names and places.
        let bytes = bytes_of(path, 2 * MOST).map_err(|why| unreadable(path, &why))?;
        if !named && !bytes.starts_with(b"PK") {
            return Ok(None);
        }
        // Files are packed as they are, so that their names and bytes are seen in what
        // is left of an archive.
        let holds_receipt = || memmem::find(&bytes, RECEIPT.as_bytes()).is_some();
        let paths = vec![path.to_owned()];
        let entries = unpack(&bytes, MOST, is_safe);
        // Of one that was cut off a workbook in it may be read as if it were all.
        let all = |entries: &Vec<(String, Entry)>| {
            let first = first_name(&bytes);
            first.is_some_and(|first| names(entries).any(|name| name == first))
        };
        let whole = entries.as_ref().is_some_and(all);
        let entries = entries.map(|entries| in_top_folder(&entries).unwrap_or(entries));
        if let Some(entries) = entries.filter(|entries| looks_like_one(names(entries))) {
            return Ok(Some(Package { archive: Some(bytes), paths, ..Package::of(entries) }));
        }
        let broken = holds_receipt() || (named && !whole);
        Ok(broken.then(|| Package { broken, paths, ..Package::default() }))
    }

    fn of(entries: Vec<(String, Entry)>) -> Package {
        let mut package = Package::default();
        for (path, entry) in entries {
            match entry {
                Entry::File(bytes) if path == RECEIPT => package.receipt = Some(bytes),
                Entry::File(bytes) => drop(package.files.insert(path, bytes)),
                Entry::Folder if path == RECEIPT => package.odd.push((path, Oddity::Folder)),
                Entry::Folder => drop(package.folders.insert(path)),
                Entry::Odd(oddity) => package.odd.push((path, oddity)),
            }
        }
        package
    }

    /// What there is besides the receipt.
    pub(super) fn found(&self) -> Found {
        let held = |bytes: &[u8]| Held { size: bytes.len() as u64, sha256: law::sha256(bytes) };
        let files = self.files.iter().map(|(path, bytes)| (path.clone(), held(bytes)));
        Found { files: files.collect(), odd: self.odd.clone(), folders: self.folders.clone() }
    }

    /// Whether it is an archive that this program would pack otherwise.
    pub(super) fn is_repacked(&self) -> bool {
        let Some(archive) = &self.archive else {
            return false;
        };
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let receipt = self.receipt.iter().map(|receipt| (RECEIPT, receipt.as_slice()));
        render::archive::archive(files.chain(receipt)).map_or(true, |again| again != *archive)
    }
}

/// The name of the file with which an archive begins.
fn first_name(bytes: &[u8]) -> Option<&str> {
    const HEAD: usize = 30;
    let head = bytes.get(..HEAD).filter(|head| head.starts_with(b"PK\x03\x04"))?;
    let length = usize::from(u16::from_le_bytes([head[26], head[27]]));
    // A folder has its name with a stroke at the end.
    let name = std::str::from_utf8(bytes.get(HEAD..HEAD + length)?).ok()?;
    Some(name.trim_end_matches('/'))
}

fn names(entries: &[(String, Entry)]) -> impl Iterator<Item = &str> {
    entries.iter().map(|(path, _)| path.as_str())
}

/// Whether paths are those of a dossier: with a receipt, whatever it is now, or with so
/// much of the rest that nothing else looks like it.
fn looks_like_one<'p>(paths: impl IntoIterator<Item = &'p str>) -> bool {
    let tops: BTreeSet<&str> =
        paths.into_iter().filter_map(|path| path.split('/').next()).collect();
    let rest = ["inputs", "criteria", SCORE, EXPLAINED];
    tops.contains(RECEIPT) || rest.iter().filter(|name| tops.contains(*name)).count() > 1
}

/// The entries as from the one folder that holds a dossier, where an archive was made of
/// the folder itself.
fn in_top_folder(entries: &[(String, Entry)]) -> Option<Vec<(String, Entry)>> {
    if looks_like_one(names(entries)) {
        return None;
    }
    let mut tops: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (top, inside) in entries.iter().filter_map(|(path, _)| path.split_once('/')) {
        tops.entry(top).or_default().push(inside);
    }
    let mut dossiers = tops.into_iter().filter(|(_, paths)| looks_like_one(paths.iter().copied()));
    let (Some((top, _)), None) = (dossiers.next(), dossiers.next()) else {
        return None;
    };
    let inside = |path: &str| path.strip_prefix(top)?.strip_prefix('/').map(str::to_owned);
    // What lies beside it is told as what it is.
    let moved = entries.iter().filter(|(path, _)| path != top).map(|(path, entry)| {
        let path = inside(path).unwrap_or_else(|| path.clone());
        (path, entry.clone())
    });
    Some(moved.collect())
}

/// Looks into folders.
#[derive(Default)]
struct Walk {
    /// So many bytes may still come.
    left: u64,
    entries: Vec<(String, Entry)>,
    paths: Vec<PathBuf>,
    faults: Vec<Stop>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, above: &str, deeper: usize) {
        let listed = match input::entries(folder) {
            Ok(listed) => listed,
            Err(stop) => return self.faults.push(stop),
        };
        for (path, kind) in listed {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let inside = if above.is_empty() { name } else { format!("{above}/{name}") };
            let entry = match kind.is_dir() {
                true if deeper > 0 => {
                    self.folder(&path, &inside, deeper - 1);
                    Entry::Folder
                }
                true => Entry::Odd(Oddity::Unreadable),
                false => self.file(&path, kind),
            };
            self.entries.push((inside, entry));
        }
    }

    fn file(&mut self, path: &Path, kind: FileType) -> Entry {
        if kind.is_symlink() {
            return Entry::Odd(Oddity::Link);
        }
        if !kind.is_file() {
            return Entry::Odd(Oddity::Special);
        }
        self.paths.push(path.to_owned());
        let size = fs::metadata(path).map_or(0, |file| file.len());
        if size > self.left {
            return Entry::Odd(Oddity::TooLarge);
        }
        match bytes_of(path, self.left) {
            Ok(bytes) => {
                self.left -= bytes.len() as u64;
                Entry::File(bytes)
            }
            Err(why) => {
                self.faults.push(unreadable(path, &why));
                Entry::Odd(Oddity::Unreadable)
            }
        }
    }
}

/// The bytes of a file, at most so many.
fn bytes_of(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, why: &io::Error) -> Stop {
    let message = say::cannot_read(path.display(), io_reason(why));
    Stop::usage(message, text::check_file())
}
