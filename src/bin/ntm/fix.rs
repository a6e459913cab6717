//! `ntm check --fix`: clean copies of the files in which nothing is wrong.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ntm::intake::{CleanCopy, Source, clean_copies};
use ntm::problem::Problem;
use ntm::text;

use crate::folder::{has_tables, month_folders};
use crate::input::Input;
use crate::new_files::{self, NewFile};
use crate::outcome::Stop;
use crate::unfinished::Folders;
use crate::{input, output, paths, spared};
use ntm::text::output as say;

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

/// Copies the files that no error stands against, with their roster.
pub(crate) fn run(input: &Input, problems: &[Problem], folder: &Path) -> Result<(), Stop> {
    let faulty = |problem: &&Problem| problem.is_error();
    let faulty: BTreeSet<&str> =
        problems.iter().filter(faulty).map(|p| p.place.file.as_str()).collect();
    let wanted = |source: &Source| !faulty.contains(source.name.as_str());
    let (sources, options) = (input.sources(), input.options());
    let copies = clean_copies(sources, &input.roster, &input.library, options, &wanted);
    let left: Vec<&str> =
        sources.iter().map(|s| s.name.as_str()).filter(|name| faulty.contains(name)).collect();
    if !copies.is_empty() {
        let count = copies.len();
        write(copies, sources, input, folder)?;
        let told = text::copies_written(count, folder.display());
        output::say(&told);
    }
    if !left.is_empty() {
        let told = text::not_copied(left.len(), left.join(", "));
        output::say(&told);
    }
    Ok(())
}

/// Writes copies and the roster, all or none.
fn write(
    copies: Vec<CleanCopy>,
    sources: &[Source],
    input: &Input,
    folder: &Path,
) -> Result<(), Stop> {
    let mut paths = Vec::new();
    for copy in &copies {
        paths.push(path(folder, copy, &sources[copy.source], &paths));
    }
    let roster = folder.join("communes.csv");
    let texts = copies.into_iter().map(|copy| copy.text);
    let mut files: Vec<(PathBuf, String)> = paths.into_iter().zip(texts).collect();
    files.push((roster, input.roster.to_csv()));
    let targets: Vec<PathBuf> = files.iter().map(|(path, _)| path.clone()).collect();
    refuse_among_data(&targets, sources)?;
    new_files::refuse_existing(&targets)?;
    refuse_data_in(folder)?;
    let (mut folders, mut written) = (Folders::default(), Vec::new());
    for (path, text) in files {
        new_files::make_folder(&mut folders, path.parent().unwrap_or(folder))?;
        written.push(NewFile::write(path, &|out| out.write_all(text.as_bytes()))?);
    }
    new_files::put(written.into_iter())?;
    folders.keep();
    Ok(())
}

/// Copies beside what they were made of would be read together with it.
fn refuse_among_data(targets: &[PathBuf], sources: &[Source]) -> Result<(), Stop> {
    let of_file = |path: &Path| path.parent().map(|above| paths::real(input::here(above)));
    let data: BTreeSet<PathBuf> =
        sources.iter().filter_map(|source| of_file(Path::new(&source.name))).collect();
    let among = |target: &PathBuf| {
        of_file(target).is_some_and(|folder| data.iter().any(|data| paths::same(data, &folder)))
    };
    match targets.iter().any(among) {
        true => Err(Stop::usage(text::copies_beside_data(), text::name_one_folder())),
        false => Ok(()),
    }
}

/// A roster among months that are there would become theirs.
fn refuse_data_in(folder: &Path) -> Result<(), Stop> {
    let is_there = folder.is_dir() && (has_tables(folder) || !month_folders(folder)?.is_empty());
    match is_there {
        true => Err(Stop::usage(say::holds_data(folder.display()), text::name_one_folder())),
        false => Ok(()),
    }
}

/// Where a copy goes: into the folder of its month, under the name of its file and
/// sheet; with a number where that is taken.
fn path(folder: &Path, copy: &CleanCopy, source: &Source, taken: &[PathBuf]) -> PathBuf {
    let month = source.folder_period.map(|period| period.to_string()).unwrap_or_default();
    // Standard input has no name.
    let stem = if source.name == "-" { "so-lieu" } else { source.stem() };
    let sheet = copy.sheet.iter().map(|sheet| format!("-{}", paths::safe_name(sheet)));
    let name = format!("{stem}{}", sheet.collect::<String>());
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    let free = names.find_map(|name| {
        let path = folder.join(&month).join(format!("{name}.csv"));
        (!taken.contains(&path)).then_some(path)
    });
    free.unwrap_or_else(|| folder.join(name))
}
