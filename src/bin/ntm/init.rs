//! `ntm init`: a working folder for an office. Whole or not at all.

use std::io;

use ntm::law::{Level, Library};
use ntm::period::Period;
use ntm::problem::io_reason;
use ntm::text;

use crate::args::InitArgs;
use crate::outcome::{Failure, Outcome, Stop};
use crate::unfinished::Staged;
use crate::{criteria_files, new_folder, output, shell, spared};

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

/// Stands in the instructions for the month that they speak of.
const MONTH: &str = "{kỳ}";
/// That month where none is asked for.
const EXAMPLE: &str = "2022-06";
/// Stands for what is said where no set is in force in that month.
const NO_SET: (&str, &str) = ("{bộ tiêu chí}", include_str!("../../../init/no-set.md"));

pub(crate) fn run(args: &InitArgs) -> anyhow::Result<Outcome> {
    let folder = args.folder.as_path();
    let library = criteria_files::library(None)?;
    spared::refuse_month(folder)?;
    if folder.is_file() {
        let message = text::init_is_a_file(folder.display());
        return Err(Stop::usage(message, text::init_name_a_folder()).into());
    }
    if folder.exists() && !new_folder::is_empty(folder) {
        let message = text::init_not_empty(folder.display());
        return Err(Stop::usage(message, text::init_elsewhere()).into());
    }
    let lawless = args.period.filter(|period| !has_set(&library, *period));
    let fill = |staged: &Staged| fill(staged, args.period, lawless.is_some());
    let made = new_folder::make(folder, fill).map_err(|why| {
        let message = text::cannot_write(folder.display(), io_reason(&why));
        Failure::because(message, text::init_check_place(), why)
    })?;
    let (readme, example) = (folder.join("README.md"), folder.join("vi-du").join("2022-05"));
    for line in [
        text::init_done(folder.display(), made.join(", ")),
        text::init_next(readme.display(), shell::quoted(&example)),
    ] {
        output::say(&line);
    }
    if let Some(period) = lawless {
        output::note(&text::init_no_set(period));
    }
    Ok(Outcome::Done)
}

/// Whether a set by which communes are judged is in force.
fn has_set(library: &Library, period: Period) -> bool {
    let day = period.last_day();
    Level::TITLES.into_iter().any(|level| library.in_force(level, day).is_some())
}

/// `lawless`: whether no set is in force in the month.
fn fill(folder: &Staged, period: Option<Period>, lawless: bool) -> io::Result<()> {
    let month = period.map_or_else(|| EXAMPLE.to_owned(), |period| period.to_string());
    let (mark, told) = NO_SET;
    for (path, content) in FILES {
        let content = content.replace(mark, if lawless { told } else { "" });
        folder.write(path, content.replace(MONTH, &month).as_bytes())?;
    }
    match period {
        Some(period) => folder.folder(&period.to_string()),
        None => Ok(()),
    }
}
