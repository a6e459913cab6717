//! Files that look like criteria sets but are named as something else: a layer that is
//! passed over changes verdicts.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use ntm::{fold, text};

use crate::found::{entries, stem};
use crate::outcome::Stop;
use crate::{lang, output};

/// So much of a text is looked at.
const BEGINNING: u64 = 64 * 1024;

/// Refuses what a path or the files of a folder are under another ending than `.toml`. One
/// beside the very set that it is a copy of is only named.
/// `read`: the criteria files that it stands for.
pub(crate) fn refuse(path: &Path, read: &[PathBuf]) -> Result<(), Stop> {
    if !path.is_dir() {
        return Stop::all(read.is_empty().then(|| other_ending(path)).into_iter().collect());
    }
    let read: BTreeSet<String> = read.iter().map(|path| stem(path)).collect();
    let files = entries(path)?.into_iter().map(|(path, _)| path);
    let files = files.filter(|file| file.is_file() && looks_like_a_set(file));
    let (copies, lost): (Vec<PathBuf>, Vec<PathBuf>) =
        files.partition(|file| id(file).is_some_and(|id| read.contains(&id)));
    for copy in copies {
        let told = text::not_read_as_criteria(copy.display());
        output::complain(&format!("ntm: {}\n", told.get(lang::current())));
    }
    Stop::all(lost.iter().map(|file| other_ending(file)).collect())
}

fn other_ending(path: &Path) -> Stop {
    Stop::usage(text::criteria_under_another_ending(path.display()), text::rename_to_toml())
}

/// The name of a file without folder; in small letters.
fn name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_string_lossy().to_lowercase())
}

/// The id that the file would have under its right name.
fn id(path: &Path) -> Option<String> {
    let whole = path.file_name()?.to_string_lossy().into_owned();
    let at = name(path)?.find(".toml");
    Some(at.and_then(|at| whole.get(..at).map(str::to_owned)).unwrap_or_else(|| stem(path)))
}

fn looks_like_a_set(path: &Path) -> bool {
    let Some(name) = name(path).filter(|name| !name.starts_with('.') && !name.starts_with("~$"))
    else {
        return false;
    };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let ending = ending.unwrap_or_default();
    if ending == "toml" {
        return false;
    }
    let nearly = || !fold::nearest(&ending, std::iter::once("toml")).is_empty();
    name.contains(".toml") || nearly() || (["", "txt"].contains(&&*ending) && reads_as_a_set(path))
}

/// Whether a text has what every set begins with.
fn reads_as_a_set(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    let begins = |words: &str| text.lines().any(|line| line.trim_start().starts_with(words));
    read.is_ok() && begins("[decision]") && begins("kind")
}
