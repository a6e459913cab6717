//! Files as one archive: the same files give the same bytes.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files in the order of their names, as of no time.
///
/// # Errors
/// When something does not fit.
pub fn archive<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> io::Result<Vec<u8>> {
    let mut files: Vec<(&str, &[u8])> = files.into_iter().collect();
    files.sort_unstable();
    // As they are: what another version packs more tightly would be another archive.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options).map_err(io::Error::other)?;
        archive.write_all(bytes)?;
    }
    Ok(of_unix(archive.finish().map_err(io::Error::other)?.into_inner()))
}

/// How the end of a directory and each entry of it begin, and how long each is at least.
const END: &[u8] = b"PK\x05\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
const END_SIZE: usize = 22;
const ENTRY_SIZE: usize = 46;
/// The system of an entry, by its place in it.
const SYSTEM: usize = 5;
const UNIX: u8 = 3;

/// An archive whose entries say that they were made on Unix: those who pack them say where
/// they run, and the same input would give other bytes there. What is no such archive
/// stays as it is.
pub(super) fn of_unix(mut archive: Vec<u8>) -> Vec<u8> {
    let number = |at: usize, archive: &[u8]| -> Option<usize> {
        let bytes: [u8; 4] = archive.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    // None of them ends in a comment.
    let end = archive.len().saturating_sub(END_SIZE);
    let is_end = archive[end..].starts_with(END);
    let mut at = number(end + 16, &archive).filter(|_| is_end).unwrap_or(end);
    while archive.get(at..).is_some_and(|rest| rest.len() >= ENTRY_SIZE && rest.starts_with(ENTRY))
    {
        archive[at + SYSTEM] = UNIX;
        let short = |at: usize| usize::from(u16::from_le_bytes([archive[at], archive[at + 1]]));
        at += ENTRY_SIZE + short(at + 28) + short(at + 30) + short(at + 32);
    }
    archive
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_says_unix() {
        let files = [("b.txt", &b"1"[..]), ("a/Xã.txt", b"22")];
        let made = archive(files).unwrap();
        let mut other = made.clone();
        // As another system would have packed it.
        let places: Vec<usize> =
            (0..made.len()).filter(|at| made[*at..].starts_with(ENTRY)).collect();
        assert_eq!(places.len(), files.len());
        for place in places {
            assert_eq!(made[place + SYSTEM], UNIX);
            other[place + SYSTEM] = 0;
        }
        assert_ne!(other, made);
        assert_eq!(of_unix(other), made);
        for damaged in [&b""[..], b"PK", b"no archive of any kind", &made[..made.len() - 9]] {
            assert_eq!(of_unix(damaged.to_vec()), damaged);
        }
    }
}
