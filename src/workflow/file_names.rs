//! The names of files in documents: from the folder of the roster that is found above them,
//! with `/`; where another is named, from the folder that holds their months. So the same
//! data gives the same bytes wherever it or a named roster lies, and no document tells of a
//! machine. What a user reads on the screen about a file, and what a script reads in JSON or
//! CSV, has the path that was typed: it leads to the file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::intake::Repair;
use crate::period::Period;
use crate::problem::Problem;

/// A path as typed, for scripts: with `/` on every machine.
pub(super) fn slashed(path: &str) -> String {
    path.replace(std::path::MAIN_SEPARATOR, "/")
}

/// Says where a path leads, without links.
type Real = dyn Fn(&Path) -> PathBuf;

/// Names in documents by the names that files have for the user.
#[derive(Clone, Debug, Default)]
pub struct FileNames {
    names: BTreeMap<String, String>,
    /// Folders as typed, with what separates them from a name, and in documents.
    folders: BTreeMap<String, String>,
    /// Folders of evidence, which messages name alone.
    alone: Vec<(String, String)>,
    /// The folders of rosters from which files in them are named.
    above: Vec<PathBuf>,
}

impl FileNames {
    /// The names of data. `found`: those of the rosters that are found above it; one that is
    /// named may lie anywhere, and tells nothing. `real` says where a path leads.
    pub fn new<'p>(
        data: impl Iterator<Item = &'p Path>,
        rosters: &[PathBuf],
        found: &[PathBuf],
        real: &Real,
    ) -> FileNames {
        let above: Vec<PathBuf> = found.iter().map(|roster| real_folder(roster, real)).collect();
        let mut lying: BTreeMap<&Path, PathBuf> = BTreeMap::new();
        let files: Vec<&Path> = data.filter(|path| path.as_os_str() != "-").collect();
        for path in &files {
            let folder = path.parent().unwrap_or(Path::new(""));
            lying.entry(folder).or_insert_with(|| real_folder(path, real));
        }
        let outside: Vec<&PathBuf> =
            lying.values().filter(|folder| within(folder, &above).is_none()).collect();
        let base = common(&outside);
        let mut names = FileNames { above: above.clone(), ..FileNames::default() };
        for path in files {
            let folder = path.parent().unwrap_or(Path::new(""));
            let inside = within(&lying[folder], &above);
            let inside = inside.or_else(|| Some(parts(lying[folder].strip_prefix(&base).ok()?)));
            names.add(path, &inside.unwrap_or_default());
        }
        // Lists that lie beside a roster are read with it.
        for roster in rosters {
            for name in [
                roster.clone(),
                roster.with_file_name("agencies.csv"),
                roster.with_file_name("office.toml"),
            ] {
                names.add(&name, &[]);
            }
        }
        names
    }

    /// Adds a file in a folder of a document.
    fn add(&mut self, path: &Path, folder: &[String]) {
        let Some(name) = path.file_name() else {
            return;
        };
        let (typed, name) = (path.display().to_string(), name.to_string_lossy().into_owned());
        let shown = [folder, std::slice::from_ref(&name)].concat().join("/");
        if let Some(before) = typed.strip_suffix(&name).filter(|before| !before.is_empty()) {
            let folder: String = folder.iter().map(|part| format!("{part}/")).collect();
            let bare = before.strip_suffix(std::path::is_separator).unwrap_or(before);
            let named = folder.strip_suffix('/').unwrap_or(".");
            if !bare.is_empty() {
                self.names.insert(bare.to_owned(), named.to_owned());
            }
            self.folders.insert(before.to_owned(), folder);
        }
        self.names.insert(typed, shown);
    }

    /// Adds criteria and other files, which are known by their own names.
    pub fn add_bare<'p>(&mut self, paths: impl Iterator<Item = &'p Path>) {
        paths.for_each(|path| self.add(path, &[]));
    }

    /// Adds a folder whose files are named with it.
    pub fn add_folder(&mut self, folder: &Path, real: &Real) {
        let real = real(folder);
        let own = real.file_name().map(|name| vec![name.to_string_lossy().into_owned()]);
        let shown = within(&real, &self.above).filter(|shown| !shown.is_empty()).or(own);
        let shown = shown.unwrap_or_default().join("/");
        let typed = folder.display().to_string();
        self.folders.insert(format!("{typed}/"), format!("{shown}/"));
        self.alone.push((format!("“{typed}”"), format!("“{shown}”")));
        self.names.insert(typed, shown);
    }

    /// The name in documents.
    pub fn in_documents(&self, typed: &str) -> String {
        match self.names.get(typed) {
            Some(name) => name.clone(),
            None => self.folder_replaced(typed).unwrap_or_else(|| typed.to_owned()),
        }
    }

    fn folder_replaced(&self, typed: &str) -> Option<String> {
        self.folders.iter().rev().find_map(|(folder, shown)| {
            Some(format!("{shown}{}", typed.strip_prefix(folder.as_str())?))
        })
    }

    /// Words with the names that stand in them.
    fn in_words(&self, words: &str) -> String {
        // The longest first: one may be the end of another.
        let mut found: Vec<(&str, &str)> =
            self.folders.iter().map(|(typed, shown)| (typed.as_str(), shown.as_str())).collect();
        found.sort_by_key(|(typed, _)| std::cmp::Reverse(typed.len()));
        let mut words = words.to_owned();
        for (typed, shown) in found {
            if typed != shown && begins_word(&words, typed) {
                words = words.replace(typed, shown);
                break;
            }
        }
        self.alone.iter().fold(words, |words, (typed, shown)| words.replace(typed, shown))
    }

    /// A problem as documents tell of it.
    pub fn problem(&self, problem: &Problem) -> Problem {
        let mut told = problem.clone();
        told.place.file = self.in_documents(&problem.place.file);
        told.message = told.message.map(|words| self.in_words(words));
        if let Some(twin) = &mut told.twin {
            twin.file = self.in_documents(&twin.file);
        }
        told.brief = told.brief.map(|words| words.map(|words| self.in_words(words)));
        told
    }

    /// Problems as documents tell of them.
    pub fn problems(&self, problems: &[Problem]) -> Vec<Problem> {
        problems.iter().map(|problem| self.problem(problem)).collect()
    }

    /// Problems as scripts read of them.
    pub fn typed<'p>(&self, problems: &'p [Problem]) -> Cow<'p, [Problem]> {
        if std::path::MAIN_SEPARATOR == '/' {
            return Cow::Borrowed(problems);
        }
        let typed = |problem: &Problem| {
            let mut told = problem.clone();
            told.place.file = slashed(&problem.place.file);
            if let Some(twin) = &mut told.twin {
                twin.file = slashed(&twin.file);
            }
            told.message = told.message.map(|words| self.slashed_in(words));
            told
        };
        Cow::Owned(problems.iter().map(typed).collect())
    }

    /// Words with the folders that stand in them as scripts write them.
    fn slashed_in(&self, words: &str) -> String {
        let folders = self.folders.keys().filter(|folder| words.contains(folder.as_str()));
        folders.fold(words.to_owned(), |words, folder| {
            words.replace(folder.as_str(), &slashed(folder))
        })
    }

    /// Repairs as scripts read of them.
    pub fn typed_repairs(repairs: &[Repair]) -> Vec<Repair> {
        let typed = |repair: &Repair| Repair { file: slashed(&repair.file), ..repair.clone() };
        repairs.iter().map(typed).collect()
    }

    /// Repairs as documents tell of them.
    pub fn repairs(&self, repairs: &[Repair]) -> Vec<Repair> {
        let named =
            |repair: &Repair| Repair { file: self.in_documents(&repair.file), ..repair.clone() };
        repairs.iter().map(named).collect()
    }
}

/// Whether a path stands in words, not as the end of another.
fn begins_word(words: &str, typed: &str) -> bool {
    words.find(typed).is_some_and(|at| {
        let before = words[..at].chars().next_back();
        before.is_none_or(|c| !(c.is_alphanumeric() || r"/\._-".contains(c)))
    })
}

fn real_folder(path: &Path, real: &Real) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    real(folder.unwrap_or(Path::new(".")))
}

/// The way from the innermost of some folders to one in it.
fn within(folder: &Path, above: &[PathBuf]) -> Option<Vec<String>> {
    let ways = above.iter().filter_map(|above| folder.strip_prefix(above).ok());
    ways.min_by_key(|way| way.components().count()).map(parts)
}

fn parts(path: &Path) -> Vec<String> {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    parts.collect()
}

/// The folder from which data that lies in no roster's folder is named: all of it is in
/// there, and a folder of a month keeps its name.
fn common(folders: &[&PathBuf]) -> PathBuf {
    let Some((first, others)) = folders.split_first() else {
        return PathBuf::new();
    };
    let holds_all = |above: &&Path| others.iter().all(|other| other.starts_with(above));
    let base = first.ancestors().find(holds_all).unwrap_or(Path::new(""));
    let name = base.file_name().unwrap_or_default().to_string_lossy();
    match Period::parse_iso(&name) {
        Some(_) => base.parent().unwrap_or(base).to_owned(),
        None => base.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(data: &[&str], rosters: &[&str]) -> FileNames {
        let rosters: Vec<PathBuf> = rosters.iter().map(PathBuf::from).collect();
        FileNames::new(data.iter().map(Path::new), &rosters, &rosters, &Path::to_owned)
    }

    #[test]
    fn files_are_named_from_their_roster() {
        let there = ["/no/such/a/2022-05/x.csv", "/no/such/a/2022-06/y.csv"];
        let named = names(&there, &["/no/such/a/communes.csv"]);
        assert_eq!(named.in_documents(there[0]), "2022-05/x.csv");
        assert_eq!(named.in_documents("/no/such/a/communes.csv"), "communes.csv");
        assert_eq!(named.in_documents("/no/such/a/agencies.csv"), "agencies.csv");
        assert_eq!(named.in_documents("-"), "-");
        // A folder is named as its files are.
        assert_eq!(named.in_documents("/no/such/a/2022-05"), "2022-05");
        assert_eq!(named.in_documents("/no/such/a"), ".");
        let told = named.in_words("đã có ở /no/such/a/2022-06/y.csv, dòng 2");
        assert_eq!(told, "đã có ở 2022-06/y.csv, dòng 2");
    }

    #[test]
    fn files_elsewhere_tell_of_no_machine() {
        let one = ["/no/such/b/2022-05/x.csv"];
        assert_eq!(names(&one, &["/no/such/a/communes.csv"]).in_documents(one[0]), "2022-05/x.csv");
        let two = ["/no/such/b/bac/2022-05/x.csv", "/no/such/b/nam/2022-05/x.csv"];
        let named = names(&two, &["/no/such/a/communes.csv"]);
        assert_eq!(named.in_documents(two[0]), "bac/2022-05/x.csv");
        assert_eq!(named.in_documents(two[1]), "nam/2022-05/x.csv");
        let plain = ["/no/such/b/x.csv"];
        assert_eq!(names(&plain, &["/no/such/a/communes.csv"]).in_documents(plain[0]), "x.csv");
    }
}
