//! The files of the law: the built-in sets and those of a folder.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{self, TimeZone};
use ntm::law::{self, Library, Origin};
use ntm::problem::{Code, Location, Problem};
use ntm::text;

use crate::found::{entries, stem};
use crate::misnamed;
use crate::outcome::Stop;
use crate::similar::no_such_path;

/// The day it is in Việt Nam, which has one time all over, by the computer's clock.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::fixed(tz::offset(7))).date()
}

/// The built-in sets and those of `folder`.
pub(crate) fn library(folder: Option<&Path>) -> Result<Library, Stop> {
    Library::load_on(sources(folder)?, today()).map_err(Stop::problems)
}

/// The files of the built-in sets and those of `folder`.
pub(crate) fn sources(folder: Option<&Path>) -> Result<Vec<law::Source>, Stop> {
    let mut sources = ntm::law::built_in();
    if let Some(folder) = folder {
        sources.extend(read(folder)?);
    }
    Ok(sources)
}

/// The paths of the criteria files that a path stands for.
pub(crate) fn paths(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut files = if path.is_dir() {
        entries(path)?.into_iter().map(|(path, _)| path).collect()
    } else {
        vec![path.to_owned()]
    };
    files.retain(|path| is_toml(path));
    Ok(files)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// A TOML file as it came.
pub(crate) fn toml_file(file: &Path) -> Result<law::Source, Box<Problem>> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|why| Box::new(Problem::unreadable(&name, &why)))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let place = Location { file: name.clone(), ..Location::default() };
        let (message, hint) = (text::not_utf8(), text::save_toml_as_utf8());
        Box::new(Problem::error(Code::BadEncoding, place, message, hint))
    })?;
    Ok(law::Source { id: stem(file), name, origin: Origin::File, text })
}

/// The criteria files that a path stands for.
pub(crate) fn read(path: &Path) -> Result<Vec<law::Source>, Stop> {
    if !path.exists() {
        return Err(no_such_path(path));
    }
    let files = paths(path)?;
    misnamed::refuse(path, &files)?;
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for file in &files {
        match toml_file(file) {
            Ok(source) => sources.push(source),
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Err(Stop::problems(problems));
    }
    if sources.is_empty() {
        return Err(Stop::usage(text::no_criteria_files(path.display()), text::put_criteria()));
    }
    Ok(sources)
}
