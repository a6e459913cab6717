//! Dossiers on the disk: a folder or an archive.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ntm::analysis::receipt::is_safe;
use ntm::analysis::verification::{Found, RECEIPT};
use ntm::intake::{ArchiveFault, unpack};
use ntm::problem::io_reason;
use ntm::render;
use ntm::text::{self, dossier as say};

use super::kit::Kit;
use super::made::Made;
use crate::new_files::NewFile;
use crate::outcome::Stop;
use crate::{input, new_files, new_folder, output};

/// The most bytes of a dossier, unpacked.
const MOST: u64 = 256 << 20;

/// Where a dossier goes.
pub(crate) struct Place {
    path: PathBuf,
    zip: bool,
}

impl Place {
    /// Refuses what is there already, unless it is empty.
    pub(crate) fn new(path: &Path) -> Result<Place, Stop> {
        let zip = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        let free = match fs::symlink_metadata(path) {
            Err(_) => true,
            Ok(there) if there.is_dir() => !zip && new_folder::is_empty(path),
            Ok(there) => zip && there.is_file() && there.len() == 0,
        };
        match free {
            true => Ok(Place { path: path.to_owned(), zip }),
            false => Err(Stop::usage(say::already_there(path.display()), say::elsewhere())),
        }
    }

    /// Refuses a place in the folder of evidence: the copies in a dossier would be found
    /// there the next time.
    pub(crate) fn keep_out_of(&self, evidence: &Path) -> Result<(), Stop> {
        let above = self.path.parent().map(input::here).and_then(|above| above.canonicalize().ok());
        let inside = |evidence: PathBuf| above.is_some_and(|above| above.starts_with(evidence));
        match evidence.canonicalize().is_ok_and(inside) {
            true => {
                Err(Stop::usage(say::among_evidence(self.path.display()), text::other_folder()))
            }
            false => Ok(()),
        }
    }

    /// Writes a dossier, all of it or nothing.
    pub(crate) fn write(&self, kit: &Kit, made: &Made) -> Result<(), Stop> {
        let own = made.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let receipt = (RECEIPT, made.receipt_bytes.as_slice());
        let files: Vec<(&str, &[u8])> = kit.files().chain(own).chain([receipt]).collect();
        let size: u64 = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        if size > MOST {
            return Err(Stop::usage(say::too_large(MOST >> 20), say::fewer_files()));
        }
        if self.zip {
            let archive = render::archive::archive(files)
                .map_err(|why| output::cannot_write(&self.path, &why))?;
            if self.path.is_file() {
                // Empty, as was seen before.
                fs::remove_file(&self.path)
                    .map_err(|why| output::cannot_write(&self.path, &why))?;
            }
            let file = NewFile::write(self.path.clone(), &|out| out.write_all(&archive))?;
            return new_files::put([file].into_iter());
        }
        let fill = |folder: &Path| -> io::Result<()> {
            for (path, bytes) in &files {
                let target = folder.join(path);
                fs::create_dir_all(target.parent().unwrap_or(folder))?;
                fs::write(target, bytes)?;
            }
            Ok(())
        };
        let made = new_folder::make(&self.path, fill);
        made.map(|_| ()).map_err(|why| output::cannot_write(&self.path, &why))
    }
}

/// A path as it can be copied into a command.
pub(crate) fn quoted(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}

/// A dossier as it was found.
pub(crate) struct Package {
    pub(crate) receipt: Vec<u8>,
    /// Its other files.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What is no file: links and the like.
    odd: Vec<String>,
    /// The bytes of its archive, where it is one.
    archive: Option<Vec<u8>>,
}

impl Package {
    /// Opens the folder, the archive or the folder of the receipt that a path names.
    pub(crate) fn open(path: &Path) -> Result<Package, Stop> {
        if !path.exists() {
            return Err(Stop::usage(text::no_such_path(path.display()), text::check_path()));
        }
        let unreadable = |why: io::Error| {
            let message = text::cannot_read(format!("{}: {why}", path.display()));
            Stop::usage(message, text::check_file())
        };
        if path.is_file() {
            let mut start = [0; 2];
            let mut file = fs::File::open(path).map_err(unreadable)?;
            if file.read_exact(&mut start).is_ok() && start == *b"PK" {
                return Package::archive(path);
            }
            if path.file_name().is_none_or(|name| name != RECEIPT) {
                return Err(not_a_receipt(path));
            }
            let folder = path.parent().unwrap_or(Path::new(""));
            return Package::folder(input::here(folder));
        }
        Package::folder(path)
    }

    fn folder(folder: &Path) -> Result<Package, Stop> {
        let (mut files, mut odd, mut left) = (BTreeMap::new(), Vec::new(), MOST);
        read(folder, "", &mut files, &mut odd, &mut left)?;
        let receipt = files.remove(RECEIPT).ok_or_else(|| not_a_receipt(folder))?;
        Ok(Package { receipt, files, odd, archive: None })
    }

    fn archive(path: &Path) -> Result<Package, Stop> {
        let cannot =
            |why: io::Error| Stop::usage(text::cannot_read(io_reason(&why)), text::check_file());
        let mut bytes = Vec::new();
        // What is packed may be a little larger than its files: names and places.
        let mut file = fs::File::open(path).map_err(cannot)?.take(2 * MOST);
        file.read_to_end(&mut bytes).map_err(cannot)?;
        let mut files = unpack(&bytes, MOST, is_safe).map_err(|fault| match fault {
            ArchiveFault::Broken => {
                Stop::usage(say::broken_zip(path.display()), say::name_a_dossier())
            }
            ArchiveFault::Unsafe(name) => {
                Stop::usage(say::unsafe_path(name.escape_default()), say::do_not_open())
            }
            ArchiveFault::TooLarge => Stop::usage(say::too_large(MOST >> 20), say::do_not_open()),
        })?;
        // An archive of the folder itself has its name before all others.
        if !files.contains_key(RECEIPT) {
            files = inside(files).ok_or_else(|| not_a_receipt(path))?;
        }
        let receipt = files.remove(RECEIPT).ok_or_else(|| not_a_receipt(path))?;
        Ok(Package { receipt, files, odd: Vec::new(), archive: Some(bytes) })
    }

    /// What there is besides the receipt.
    pub(crate) fn found(&self) -> BTreeMap<String, Found> {
        let files = self.files.iter().map(|(path, bytes)| {
            let sha256 = Some(ntm::law::sha256(bytes));
            (path.clone(), Found { size: bytes.len() as u64, sha256 })
        });
        let odd = self.odd.iter().map(|path| (path.clone(), Found { size: 0, sha256: None }));
        files.chain(odd).collect()
    }

    /// Whether it is an archive that this program would pack otherwise.
    pub(crate) fn is_repacked(&self) -> bool {
        let Some(archive) = &self.archive else {
            return false;
        };
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let all = files.chain([(RECEIPT, self.receipt.as_slice())]);
        render::archive::archive(all).map_or(true, |again| again != *archive)
    }
}

/// The files of the one folder that an archive holds.
fn inside(files: BTreeMap<String, Vec<u8>>) -> Option<BTreeMap<String, Vec<u8>>> {
    let top = files.keys().next()?.split_once('/')?.0.to_owned();
    let strip = |(path, bytes): (String, Vec<u8>)| {
        let (first, rest) = path.split_once('/')?;
        (first == top).then(|| (rest.to_owned(), bytes))
    };
    files.into_iter().map(strip).collect()
}

fn read(
    folder: &Path,
    above: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
    odd: &mut Vec<String>,
    left: &mut u64,
) -> Result<(), Stop> {
    for (path, kind) in input::entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inside = if above.is_empty() { name } else { format!("{above}/{name}") };
        if kind.is_dir() {
            read(&path, &inside, files, odd, left)?;
            continue;
        }
        if !kind.is_file() {
            odd.push(inside);
            continue;
        }
        let cannot = |why: io::Error| {
            let message = text::cannot_read(format!("{}: {why}", path.display()));
            Stop::usage(message, text::check_file())
        };
        let mut bytes = Vec::new();
        let mut file = fs::File::open(&path).map_err(cannot)?.take(*left + 1);
        file.read_to_end(&mut bytes).map_err(cannot)?;
        let too_large = || Stop::usage(say::too_large(MOST >> 20), say::name_a_dossier());
        *left = left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        files.insert(inside, bytes);
    }
    Ok(())
}

pub(crate) fn not_a_receipt(path: &Path) -> Stop {
    Stop::usage(say::not_a_receipt(path.display()), say::name_a_dossier())
}
