//! `ntm verify`: a dossier compared with its receipt, and scored again from what is in it.

use std::fs::{self, File, FileType};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ntm::analysis::receipt::MOST_BYTES;
use ntm::analysis::verify::RECEIPT;
use ntm::intake::archive::{ArchiveEntry, Oddity};
use ntm::problem::io_reason;
use ntm::text::{self, verify as say};
use ntm::workflow::verify::{Package, Verified, verify};

use crate::args::VerifyArgs;
use crate::criteria_files;
use crate::found;
use crate::found::Found;
use crate::outcome::{Outcome, Stop};
use crate::output::PageStyle;
use crate::paths;
use crate::similar;
use crate::targets::Targets;

/// So deep a folder is looked into.
const DEEPEST: usize = 32;

pub(crate) fn run(args: &VerifyArgs, style: PageStyle) -> anyhow::Result<Outcome> {
    let targets = Targets::new(&args.output)?;
    let (package, paths) = open(&args.receipt)?;
    if args.receipt.is_dir() {
        targets.keep_out_of(&args.receipt)?;
    }
    targets.spare(&paths.into_iter().map(Found::named).collect::<Vec<_>>())?;
    let path = args.receipt.display().to_string();
    let verified = verify(package, path, args.sha256.clone(), criteria_files::today());
    targets.give(&Verified(&verified), style)?;
    Ok(if verified.is_same() { Outcome::Done } else { Outcome::Failed })
}

/// A dossier with the paths of all its files.
type Opened = (Package, Vec<PathBuf>);

/// Opens the folder, the archive or the folder of the receipt that a path names.
fn open(path: &Path) -> Result<Opened, Stop> {
    let is_receipt = path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(RECEIPT));
    let folder = || paths::here(path.parent().unwrap_or(Path::new("")));
    let Ok(kind) = fs::metadata(path) else {
        let missing = similar::no_such_path(path);
        // A receipt that was taken away is a difference of what is left.
        return if is_receipt && folder().is_dir() {
            open_folder(folder())?.ok_or(missing)
        } else {
            Err(missing)
        };
    };
    let opened = match (kind.is_dir(), kind.is_file()) {
        (true, _) => open_folder(path)?,
        (_, true) if is_receipt => open_folder(folder())?,
        (_, true) => open_archive(path)?,
        _ => None,
    };
    opened.ok_or_else(|| Stop::usage(say::not_a_receipt(path.display()), say::name_a_dossier()))
}

/// `None` where the folder is something else.
fn open_folder(folder: &Path) -> Result<Option<Opened>, Stop> {
    let mut walk = Walk { left: MOST_BYTES, ..Walk::default() };
    walk.folder(folder, "", DEEPEST);
    let Walk { entries, paths, faults, .. } = walk;
    let Some(package) = Package::of_folder(entries) else {
        return Ok(None);
    };
    Stop::all(faults)?;
    Ok(Some((package, paths)))
}

/// `None` where the file is something else.
fn open_archive(path: &Path) -> Result<Option<Opened>, Stop> {
    let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    // What is packed may be a little larger than its files: names and places.
    let bytes = bytes_of(path, 2 * MOST_BYTES).map_err(|why| unreadable(path, &why))?;
    Ok(Package::of_archive(bytes, named).map(|package| (package, vec![path.to_owned()])))
}

/// Looks into folders.
#[derive(Default)]
struct Walk {
    /// So many bytes may still come.
    left: u64,
    entries: Vec<(String, ArchiveEntry)>,
    paths: Vec<PathBuf>,
    faults: Vec<Stop>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, above: &str, deeper: usize) {
        let listed = match found::entries(folder) {
            Ok(listed) => listed,
            Err(stop) => return self.faults.push(stop),
        };
        for (path, kind) in listed {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let inside = if above.is_empty() { name } else { format!("{above}/{name}") };
            let entry = if !kind.is_dir() {
                self.file(&path, kind)
            } else if deeper > 0 {
                self.folder(&path, &inside, deeper - 1);
                ArchiveEntry::Folder
            } else {
                ArchiveEntry::Odd(Oddity::Unreadable)
            };
            self.entries.push((inside, entry));
        }
    }

    fn file(&mut self, path: &Path, kind: FileType) -> ArchiveEntry {
        if kind.is_symlink() {
            return ArchiveEntry::Odd(Oddity::Link);
        }
        if !kind.is_file() {
            return ArchiveEntry::Odd(Oddity::Special);
        }
        self.paths.push(path.to_owned());
        let size = fs::metadata(path).map_or(0, |file| file.len());
        if size > self.left {
            return ArchiveEntry::Odd(Oddity::TooLarge);
        }
        match bytes_of(path, self.left) {
            Ok(bytes) => {
                self.left -= bytes.len() as u64;
                ArchiveEntry::File(bytes)
            }
            Err(why) => {
                self.faults.push(unreadable(path, &why));
                ArchiveEntry::Odd(Oddity::Unreadable)
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
