//! `ntm init`: a working folder for an office. Whole or not at all.

use std::io;

use ntm::period::Period;
use ntm::problem::io_reason;
use ntm::text;

use crate::args::InitArgs;
use crate::outcome::{Outcome, Stop};
use crate::unfinished::Staged;
use crate::{new_folder, output, shell, spared};

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
    spared::refuse_month(folder)?;
    if folder.exists() && !new_folder::is_empty(folder) {
        let message = text::init_not_empty(folder.display());
        return Err(Stop::usage(message, text::init_elsewhere()));
    }
    let made = new_folder::make(folder, |staged| fill(staged, args.period)).map_err(|why| {
        let message = text::cannot_write(folder.display(), io_reason(&why));
        Stop::usage(message, text::init_check_place())
    })?;
    let (readme, example) = (folder.join("README.md"), folder.join("vi-du").join("2022-05"));
    for line in [
        text::init_done(folder.display(), made.join(", ")),
        text::init_next(readme.display(), shell::quoted(&example)),
    ] {
        output::say(&line);
    }
    Ok(Outcome::Done)
}

fn fill(folder: &Staged, period: Option<Period>) -> io::Result<()> {
    for (path, content) in FILES {
        folder.write(path, of_month(content, period).as_bytes())?;
    }
    match period {
        Some(period) => folder.folder(&period.to_string()),
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
