//! Dossiers as they are written: a folder or an archive.

use std::fs;
use std::path::{Path, PathBuf};

use ntm::analysis::receipt::{MOST_BYTES, MOST_MB};
use ntm::render;
use ntm::text::{self, dossier as say};
use ntm::workflow::dossier::{Dossier, DossierInputs};

use crate::new_files::NewFile;
use crate::outcome::Stop;
use crate::unfinished::{Over, Staged};
use crate::{new_files, new_folder, output, paths, spared};

/// What no folder is called: who names one of these wants a single file.
const FILES: [&str; 8] = ["docx", "xlsx", "html", "pdf", "json", "md", "txt", "csv"];

/// Where a dossier goes.
pub(crate) struct Location {
    path: PathBuf,
    zip: bool,
}

impl Location {
    /// Refuses what is there already, unless it is empty.
    pub(crate) fn new(path: &Path) -> Result<Location, Stop> {
        let ends = |as_one: &str| {
            path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(as_one))
        };
        if FILES.into_iter().any(ends) {
            return Err(Stop::usage(say::not_one_file(path.display()), say::folder_or_zip()));
        }
        let zip = ends("zip");
        let free = match fs::symlink_metadata(path) {
            Err(_) => true,
            Ok(there) if there.is_dir() => !zip && new_folder::is_empty(path),
            Ok(there) => zip && there.is_file() && there.len() == 0,
        };
        if free {
            spared::refuse_month(path)?;
            Ok(Location { path: path.to_owned(), zip })
        } else {
            Err(Stop::usage(say::already_there(path.display()), say::elsewhere()))
        }
    }

    /// Refuses a place in the folder of evidence: the copies in a dossier would be found
    /// there the next time.
    pub(crate) fn keep_out_of(&self, evidence: &Path) -> Result<(), Stop> {
        if paths::is_in(&self.path, evidence) {
            Err(Stop::usage(say::among_evidence(self.path.display()), text::other_folder()))
        } else {
            Ok(())
        }
    }

    /// Writes a dossier, all of it or nothing.
    pub(crate) fn write(&self, inputs: &DossierInputs, made: &Dossier) -> anyhow::Result<()> {
        let files: Vec<(&str, &[u8])> = made.files_with(inputs).collect();
        let size: u64 = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
        if size > MOST_BYTES {
            return Err(Stop::usage(say::too_large(MOST_MB), say::fewer_files()).into());
        }
        if self.zip {
            let archive = render::archive::archive(files)
                .map_err(|why| output::cannot_write(&self.path, why))?;
            // An empty file, as was seen before, is replaced.
            let over = if self.path.is_file() { Over::Anything } else { Over::Nothing };
            let file = NewFile::write(self.path.clone(), &|out| out.write_all(&archive))?;
            return new_files::put_over([file].into_iter(), over);
        }
        let fill =
            |folder: &Staged| files.iter().try_for_each(|(path, bytes)| folder.write(path, bytes));
        let made = new_folder::make(&self.path, fill);
        made.map(|_| ()).map_err(|why| output::cannot_write(&self.path, why))
    }
}
