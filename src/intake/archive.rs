//! The files of an archive, without trust in it: nothing is written anywhere, names that
//! lead out of it, links and too much of it are told and passed over.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Seek};

use crate::named::named;
use zip::ZipArchive;
use zip::read::ZipFile;

/// What stands under a name in a folder or an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveEntry {
    /// A file, by its bytes.
    File(Vec<u8>),
    /// A folder.
    Folder,
    /// What is no file that can be read.
    Odd(Oddity),
}

named! {
    /// Why something is no file that can be read.
    pub Oddity {
        /// Its name leads out of where it is.
        Outside "outside"
        /// Its name is there twice.
        Twice "twice"
        /// It is a link.
        Link "link"
        /// It is a folder where a file is to be.
        Folder "folder"
        /// It is something else that systems know: a pipe, a device.
        Special "special"
        /// It is larger than what may still come.
        TooLarge "too-large"
        /// It cannot be unpacked or read, or lies too deep.
        Unreadable "unreadable"
    }
}

/// So many entries an archive may have.
const MOST_ENTRIES: usize = 100_000;

/// What an archive holds, by names, in its order; `most`: the most bytes that its files
/// may have together. A file whose bytes do not fit its checksum comes as it is: who
/// knows its digest sees it. `None` where it cannot be read as an archive.
pub fn unpack(
    bytes: &[u8],
    most: u64,
    is_safe: impl Fn(&str) -> bool,
) -> Option<Vec<(String, ArchiveEntry)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (mut entries, mut left) = (Vec::new(), most);
    for number in 0..archive.len().min(MOST_ENTRIES) {
        let named = archive.by_index_raw(number).map(|entry| name(entry.name_raw()));
        let Ok(name) = named else {
            entries.push((format!("#{}", number + 1), ArchiveEntry::Odd(Oddity::Unreadable)));
            continue;
        };
        let bare = name.strip_suffix('/').unwrap_or(&name).to_owned();
        let entry = match archive.by_index(number) {
            _ if !is_safe(&bare) => ArchiveEntry::Odd(Oddity::Outside),
            Err(_) => ArchiveEntry::Odd(Oddity::Unreadable),
            Ok(entry) if entry.is_symlink() => ArchiveEntry::Odd(Oddity::Link),
            Ok(_) if name.ends_with('/') => ArchiveEntry::Folder,
            Ok(entry) => content(entry, &mut left),
        };
        entries.push((bare, entry));
    }
    if archive.len() > MOST_ENTRIES {
        entries.push((format!("#{}", MOST_ENTRIES + 1), ArchiveEntry::Odd(Oddity::TooLarge)));
    }
    let start = usize::try_from(archive.central_directory_start()).ok()?;
    entries.extend(twice(bytes.get(start..)?).map(|name| (name, ArchiveEntry::Odd(Oddity::Twice))));
    Some(entries)
}

/// A name; what is no text in it is made visible.
fn name(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).into_owned()
}

/// The bytes of a file, and less of what may still come.
fn content<R: Read + Seek>(entry: ZipFile<R>, left: &mut u64) -> ArchiveEntry {
    // What it says of itself bounds what is taken of it, so that all of it stays bounded.
    let size = entry.size();
    let Some(rest) = left.checked_sub(size) else {
        return ArchiveEntry::Odd(Oddity::TooLarge);
    };
    *left = rest;
    let mut content = Vec::new();
    // One byte more shows that it is longer than it says. What breaks off is seen by its
    // digest.
    let _ = entry.take(size + 1).read_to_end(&mut content);
    ArchiveEntry::File(content)
}

/// The names that a central directory has more than once; readers keep one of them.
fn twice(mut directory: &[u8]) -> impl Iterator<Item = String> {
    const HEADER: usize = 46;
    let (mut seen, mut again) = (BTreeSet::new(), BTreeSet::new());
    while directory.starts_with(b"PK\x01\x02") && directory.len() >= HEADER {
        let length =
            |at: usize| usize::from(u16::from_le_bytes([directory[at], directory[at + 1]]));
        let (own, more) = (length(28), length(30) + length(32));
        let Some(raw) = directory.get(HEADER..HEADER + own) else {
            break;
        };
        if !seen.insert(raw) {
            again.insert(name(raw));
        }
        directory = directory.get(HEADER + own + more..).unwrap_or_default();
    }
    again.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_archive_gives_nothing() {
        for bytes in [&b""[..], b"PK", b"PK\x03\x04 and no more", b"commune,value\n"] {
            assert_eq!(unpack(bytes, 10, |_| true), None);
        }
    }
}
