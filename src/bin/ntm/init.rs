//! `ntm init`: a working folder for an office. Whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use ntm::period::Period;
use ntm::problem::io_reason;
use ntm::text;
use tempfile::TempDir;

use crate::args::InitArgs;
use crate::outcome::{Outcome, Stop};
use crate::{lang, output};

/// A file of the folder `init/`: its path there and in the new folder.
macro_rules! content {
    ($($path:literal)*) => {
        [$(($path, include_str!(concat!("../../../init/", $path)))),*]
    };
}

/// What a new folder holds.
const FILES: [(&str, &str); 9] = content! {
    "README.md"
    "communes.csv"
    "office.toml"
    "tieu-chi/README.md"
    "vi-du/README.md"
    "vi-du/communes.csv"
    "vi-du/agencies.csv"
    "vi-du/2022-05/99001.csv"
    "vi-du/2022-05/99002.csv"
};

/// The month that the instructions speak of until another is asked for.
const MONTH_OF_README: &str = "2022-06";

pub(crate) fn run(args: &InitArgs) -> Result<Outcome, Stop> {
    let folder = args.folder.as_path();
    let there = folder.exists();
    if there && !is_empty(folder) {
        let message = text::init_not_empty(folder.display());
        return Err(Stop::usage(message, text::init_elsewhere()));
    }
    let made = make(folder, there, args.period).map_err(|why| {
        let message = text::cannot_write(folder.display(), io_reason(&why));
        Stop::usage(message, text::init_check_place())
    })?;
    let (readme, example) = (folder.join("README.md"), folder.join("vi-du").join("2022-05"));
    for line in [
        text::init_done(folder.display(), made.join(", ")),
        text::init_next(readme.display(), example.display()),
    ] {
        output::print(&format!("{}\n", line.get(lang::current())));
    }
    Ok(Outcome::Done)
}

/// A folder without anything in it; a file is none.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Fills a folder under a name of its own, then gives it the one asked for. Returns the
/// names in it.
fn make(folder: &Path, there: bool, period: Option<Period>) -> io::Result<Vec<String>> {
    let above = match folder.parent() {
        _ if there => folder,
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    let staged = stage(above)?;
    fill(staged.path(), period)?;
    let names = fs::read_dir(staged.path())?.map(|entry| entry.map(|entry| entry.file_name()));
    let mut names: Vec<OsString> = names.collect::<io::Result<_>>()?;
    names.sort();
    if there {
        move_all(&names, staged.path(), folder)?;
    } else {
        fs::rename(staged.path(), folder)?;
        // It bears its name now, and there is nothing to clear away.
        let _ = staged.keep();
    }
    Ok(names.iter().map(|name| name.to_string_lossy().into_owned()).collect())
}

/// A folder that is cleared away unless it is kept.
fn stage(above: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ntm-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new folder: the user's mask takes away what it must.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(above)
}

fn fill(folder: &Path, period: Option<Period>) -> io::Result<()> {
    for (path, content) in FILES {
        let target = folder.join(path);
        if let Some(above) = target.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(target, of_month(content, period))?;
    }
    match period {
        Some(period) => fs::create_dir(folder.join(period.to_string())),
        None => Ok(()),
    }
}

/// The instructions with the month that was asked for.
fn of_month(content: &str, period: Option<Period>) -> String {
    match period {
        Some(period) => content.replace(MONTH_OF_README, &period.to_string()),
        None => content.to_owned(),
    }
}

/// Moves everything, or puts back what was moved.
fn move_all(names: &[OsString], from: &Path, to: &Path) -> io::Result<()> {
    for (place, name) in names.iter().enumerate() {
        if let Err(why) = fs::rename(from.join(name), to.join(name)) {
            for moved in &names[..place] {
                // What cannot be put back stays; the first reason is the one told.
                let _ = fs::rename(to.join(moved), from.join(moved));
            }
            return Err(why);
        }
    }
    Ok(())
}
