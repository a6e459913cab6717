//! Dossiers as they are found: a folder or an archive, of which nothing is trusted.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use crate::analysis::receipt::{MOST_BYTES as MOST, is_safe};
use crate::analysis::verify::{EXPLAINED, Found, Held, RECEIPT, SCORE};
use crate::intake::archive::{ArchiveEntry, Oddity, unpack};
use crate::{law, render};

/// A dossier as it was found.
#[derive(Default)]
pub struct Package {
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
}

impl Package {
    /// A dossier of the entries of a folder; `None` where they are something else.
    pub fn of_folder(entries: Vec<(String, ArchiveEntry)>) -> Option<Package> {
        looks_like_one(names(&entries)).then(|| Package::from_entries(entries))
    }

    /// A dossier of the bytes of a file; `None` where it is something else. `named`: whether
    /// its name is that of an archive.
    pub fn of_archive(bytes: Vec<u8>, named: bool) -> Option<Package> {
        if !named && !bytes.starts_with(b"PK") {
            return None;
        }
        // Files are packed as they are, so that their names and bytes are seen in what
        // is left of an archive.
        let holds_receipt = || memmem::find(&bytes, RECEIPT.as_bytes()).is_some();
        let entries = unpack(&bytes, MOST, is_safe);
        // Of one that was cut off a workbook in it may be read as if it were all.
        let all = |entries: &Vec<(String, ArchiveEntry)>| {
            let first = first_name(&bytes);
            first.is_some_and(|first| names(entries).any(|name| name == first))
        };
        let whole = entries.as_ref().is_some_and(all);
        let entries = entries.map(|entries| in_top_folder(&entries).unwrap_or(entries));
        if let Some(entries) = entries.filter(|entries| looks_like_one(names(entries))) {
            return Some(Package { archive: Some(bytes), ..Package::from_entries(entries) });
        }
        let broken = holds_receipt() || (named && !whole);
        broken.then(|| Package { broken, ..Package::default() })
    }

    fn from_entries(entries: Vec<(String, ArchiveEntry)>) -> Package {
        let mut package = Package::default();
        for (path, entry) in entries {
            match entry {
                ArchiveEntry::File(bytes) if path == RECEIPT => package.receipt = Some(bytes),
                ArchiveEntry::File(bytes) => drop(package.files.insert(path, bytes)),
                ArchiveEntry::Folder if path == RECEIPT => package.odd.push((path, Oddity::Folder)),
                ArchiveEntry::Folder => drop(package.folders.insert(path)),
                ArchiveEntry::Odd(oddity) => package.odd.push((path, oddity)),
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

fn names(entries: &[(String, ArchiveEntry)]) -> impl Iterator<Item = &str> {
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
fn in_top_folder(entries: &[(String, ArchiveEntry)]) -> Option<Vec<(String, ArchiveEntry)>> {
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
