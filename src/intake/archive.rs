//! The files of an archive, without trust in it: names that lead out of it, links and
//! too much of it are refused before anything is unpacked.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Why an archive is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveFault {
    /// It cannot be read.
    Broken,
    /// A name leads out of it, is a link, or is there twice.
    Unsafe(String),
    /// It is larger than allowed, unpacked.
    TooLarge,
}

/// The files by their names; `most`: the most bytes that they may have together. A file
/// whose bytes do not fit its checksum comes as it is: who knows its digest sees it.
///
/// # Errors
/// When the archive is refused.
pub fn unpack(
    bytes: &[u8],
    most: u64,
    is_safe: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<u8>>, ArchiveFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveFault::Broken)?;
    let (mut files, mut left) = (BTreeMap::new(), most);
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).map_err(|_| ArchiveFault::Broken)?;
        let name = std::str::from_utf8(entry.name_raw()).map_err(|_| ArchiveFault::Broken)?;
        let name = name.to_owned();
        let bare = name.strip_suffix('/').unwrap_or(&name);
        if !is_safe(bare) || entry.is_symlink() || files.contains_key(&name) {
            return Err(ArchiveFault::Unsafe(name));
        }
        if entry.is_dir() {
            continue;
        }
        let mut content = Vec::new();
        // One byte more than may come shows that there is too much. What breaks off is
        // seen by its digest.
        let _ = (&mut entry).take(left + 1).read_to_end(&mut content);
        left = left.checked_sub(content.len() as u64).ok_or(ArchiveFault::TooLarge)?;
        files.insert(name, content);
    }
    Ok(files)
}
