//! `ntm check --fix`: clean copies of the files in which nothing is wrong.

use std::collections::BTreeSet;

use super::session::Input;
use crate::fold::Fold;
use crate::intake::{CleanCopy, Source, clean_copies};
use crate::problem::Problem;
use crate::render::safe_name;

/// Clean copies, with their roster.
pub struct Copies {
    /// Each text by its path in the folder that it goes to; the roster comes last. Nothing
    /// where nothing can be copied.
    pub files: Vec<(String, String)>,
    /// The files that are not copied, for something is wrong with them.
    pub left: Vec<String>,
}

impl Copies {
    pub(super) fn new(input: &Input, problems: &[Problem]) -> Copies {
        let faulty = problems.iter().filter(|problem| problem.is_error());
        let faulty: BTreeSet<&str> = faulty.map(|p| p.place.file.as_str()).collect();
        let is_sound = |source: &Source| !faulty.contains(source.name.as_str());
        let (sources, options) = (input.sources(), input.options());
        let copies = clean_copies(sources, &input.roster, &input.library, options, &is_sound);
        let mut files: Vec<(String, String)> = Vec::new();
        for copy in copies {
            let path = path(&copy, &sources[copy.source], &files);
            files.push((path, copy.text));
        }
        if !files.is_empty() {
            files.push(("communes.csv".to_owned(), input.roster.to_csv()));
        }
        let left = sources.iter().filter(|source| !is_sound(source));
        Copies { files, left: left.map(|source| source.name.clone()).collect() }
    }
}

/// Where a copy goes: into the folder of its month, under the name of its file and
/// sheet; with a number where that is taken.
fn path(copy: &CleanCopy, source: &Source, taken: &[(String, String)]) -> String {
    let month = source.folder_period.map(|period| format!("{period}/")).unwrap_or_default();
    // Standard input has no name.
    let stem = if source.name == "-" { "so-lieu" } else { source.stem() };
    let sheet = copy.sheet.iter().map(|sheet| format!("-{}", safe_name(sheet)));
    let name = format!("{month}{stem}{}", sheet.collect::<String>());
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let paths = std::iter::once(name.clone()).chain(numbered).map(|name| format!("{name}.csv"));
    // There are disks on which names that differ in case alone are one.
    let key = |path: &str| Fold::Case.key(path);
    let is_free = |path: &String| taken.iter().all(|(other, _)| key(other) != key(path));
    paths.into_iter().find(is_free).unwrap_or(name)
}
