//! `ntm check --fix`: clean copies of the files in which nothing is wrong.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ntm::intake::Source;
use ntm::text;
use ntm::text::output as say;
use ntm::workflow::fix::Copies;
use ntm::workflow::session::Input;

use crate::folder::{has_tables, month_folders};
use crate::new_files::{self, NewFile};
use crate::outcome::Stop;
use crate::unfinished::Folders;
use crate::{output, paths, spared};

/// The folder that the copies go to.
pub(crate) fn folder(outputs: &[PathBuf]) -> Result<&Path, Stop> {
    match outputs {
        [folder] => {
            spared::refuse_month(folder)?;
            Ok(folder)
        }
        _ => Err(Stop::usage(text::one_folder_for_copies(), text::name_one_folder())),
    }
}

/// Writes copies and the roster, all or none.
pub(crate) fn write(copies: &Copies, input: &Input, folder: &Path) -> anyhow::Result<()> {
    let Copies { files, left } = copies;
    // The roster is no copy.
    if let Some(count) = files.len().checked_sub(1) {
        put(files, input.sources(), folder)?;
        output::say(&text::copies_written(count, folder.display()));
    }
    if !left.is_empty() {
        output::say(&text::not_copied(left.len(), left.join(", ")));
    }
    Ok(())
}

fn put(files: &[(String, String)], sources: &[Source], folder: &Path) -> anyhow::Result<()> {
    let targets: Vec<PathBuf> = files.iter().map(|(path, _)| folder.join(path)).collect();
    refuse_among_data(&targets, sources)?;
    new_files::refuse_existing(&targets)?;
    refuse_data_in(folder)?;
    let (mut folders, mut written) = (Folders::default(), Vec::new());
    for (path, (_, text)) in targets.into_iter().zip(files) {
        new_files::make_folder(&mut folders, path.parent().unwrap_or(folder))?;
        written.push(NewFile::write(path, &|out| out.write_all(text.as_bytes()))?);
    }
    new_files::put(written.into_iter())?;
    folders.keep();
    Ok(())
}

/// Copies beside what they were made of would be read together with it.
fn refuse_among_data(targets: &[PathBuf], sources: &[Source]) -> Result<(), Stop> {
    let of_file = |path: &Path| path.parent().map(|above| paths::real(paths::here(above)));
    let data: BTreeSet<PathBuf> =
        sources.iter().filter_map(|source| of_file(Path::new(&source.name))).collect();
    let among = |target: &PathBuf| {
        of_file(target).is_some_and(|folder| data.iter().any(|data| paths::same(data, &folder)))
    };
    if targets.iter().any(among) {
        Err(Stop::usage(text::copies_beside_data(), text::name_one_folder()))
    } else {
        Ok(())
    }
}

/// A roster among months that are there would become theirs.
fn refuse_data_in(folder: &Path) -> Result<(), Stop> {
    let is_there = folder.is_dir() && (has_tables(folder) || !month_folders(folder)?.is_empty());
    if is_there {
        Err(Stop::usage(say::holds_data(folder.display()), text::name_one_folder()))
    } else {
        Ok(())
    }
}
