//! What nothing is written over, and where nothing is written: what would be read as
//! input the next time, and the files that an office keeps.

use std::fs::File;
use std::io;
use std::path::Path;

use ntm::analysis::verify::RECEIPT;
use ntm::text;
use ntm::text::output as say;
use same_file::Handle;

use crate::folder;
use crate::folder::is_reserved;
use crate::found;
use crate::found::{Found, Kind};
use crate::outcome::Stop;
use crate::paths;

/// So far above a file its dossier may begin.
const DEEPEST: usize = 16;

/// Refuses a file where it would be read as input, or would change what it lies among,
/// whatever was read.
pub(crate) fn refuse_file(path: &Path) -> Result<(), Stop> {
    refuse_name(path)?;
    if paths::ends_in(path, &["toml"]) {
        return Err(Stop::usage(say::is_toml(path.display()), text::other_output()));
    }
    let table = folder::may_be_table(path);
    // Read as such, or the office's own in whatever form.
    if is_reserved(path) && (table || path.exists()) {
        return Err(Stop::usage(say::reserved_target(path.display()), text::other_output()));
    }
    if table && is_data(path) {
        return Err(Stop::usage(say::is_data(path.display()), text::other_output()));
    }
    let real = paths::real(path);
    let folder = real.parent().unwrap_or(Path::new(""));
    let named = path.parent().and_then(|folder| found::folder_period(paths::here(folder)));
    // What is no table is told of by every run that reads the folder.
    if named.is_some() || found::folder_period(folder).is_some() {
        return Err(among_data(path));
    }
    refuse_among(path, folder)
}

/// Whether a file holds what a commune says, be it in a folder that nobody reads now: a form
/// that was filled in is not written again.
fn is_data(path: &Path) -> bool {
    let is_report = || File::open(path).is_ok_and(|mut file| ntm::render::is_report(&mut file));
    !is_report() && folder::holds_table(&Found::named(path.to_owned()))
}

/// Refuses a folder in which nothing is made: in evidence, or in a dossier.
pub(crate) fn refuse_folder(path: &Path) -> Result<(), Stop> {
    if path.as_os_str() == "-" {
        return Err(Stop::usage(say::folder_wanted(), say::name_a_folder()));
    }
    // A folder that is there is meant, and a file that is there is told as such.
    if folder::may_be_table(path) && !path.exists() {
        return Err(Stop::usage(say::file_for_folder(path.display()), say::name_a_folder()));
    }
    refuse_name(path)?;
    refuse_among(path, &paths::real(path))
}

/// Refuses a folder that stands for a month, or lies in one, too: what is made in it is no
/// data.
pub(crate) fn refuse_month(path: &Path) -> Result<(), Stop> {
    refuse_folder(path)?;
    if found::folder_period(path).is_some() {
        return Err(Stop::usage(say::is_a_month(path.display()), text::other_folder()));
    }
    match paths::real(path).parent().and_then(found::folder_period) {
        Some(_) => Err(among_data(path)),
        None => Ok(()),
    }
}

fn refuse_among(path: &Path, folder: &Path) -> Result<(), Stop> {
    if folder.ancestors().any(folder::is_evidence) {
        return Err(Stop::usage(say::among_evidence(path.display()), text::other_folder()));
    }
    let holds_receipt = |above: &Path| above.join(RECEIPT).is_file();
    if folder.ancestors().take(DEEPEST).any(holds_receipt) {
        return Err(Stop::usage(say::among_dossier(path.display()), text::other_folder()));
    }
    Ok(())
}

/// Names that Windows cannot have would fail there, or go to a device in silence.
fn refuse_name(path: &Path) -> Result<(), Stop> {
    match paths::bad_name_in(path).filter(|_| cfg!(windows)) {
        Some((name, _)) => Err(Stop::usage(say::bad_name(name), say::other_name())),
        None => Ok(()),
    }
}

/// Refuses to write over an input.
pub(crate) fn refuse_inputs(path: &Path, inputs: &[Found]) -> Result<(), Stop> {
    let target = paths::real(path);
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    // A listed file has the name that its folder lists.
    let may_be = |input: &&Found| input.kind != Kind::Listed || name(&input.path) == name(&target);
    let is_target = |input: &Found| {
        if input.path.as_os_str() == "-" {
            is_standard_input(&target)
        } else {
            paths::same(&input.path, &target)
        }
    };
    if inputs.iter().filter(may_be).any(is_target) {
        Err(Stop::usage(text::would_overwrite(path.display()), text::other_output()))
    } else {
        Ok(())
    }
}

/// Whether what is read as `-` is this file, as after `< x.csv`.
fn is_standard_input(path: &Path) -> bool {
    let same = || Ok::<_, io::Error>(Handle::stdin()? == Handle::from_path(path)?);
    same().unwrap_or(false)
}

/// Refuses a table in a folder whose tables are read.
pub(crate) fn refuse_tables_in(path: &Path, folders: &[&Path]) -> Result<(), Stop> {
    let real = paths::real(path);
    let Some(above) = real.parent().filter(|_| folder::may_be_table(path)) else {
        return Ok(());
    };
    if folders.iter().any(|folder| paths::same(folder, above)) {
        Err(among_data(path))
    } else {
        Ok(())
    }
}

pub(crate) fn among_data(path: &Path) -> Stop {
    Stop::usage(text::report_among_data(path.display()), text::other_folder())
}
