//! What several tests need: the library's own data flow from text to scorecards.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use ntm::intake::{self, Intake, Options, Roster, Source};
use ntm::law::{self, Library, Origin, built_in};
use ntm::problem::Problem;
use ntm::score::{Scorecard, score};

pub const ROSTER: &str = "code,name,province,region\n\
    06727,Bắc Sơn,22,DBSH\n\
    06730,Hải Đông,22,DBSH\n\
    99001,Xã Miền Núi,99,TDMNPB\n";

/// A built-in set as if it were a file of the user's, after an edit.
pub fn edited(id: &str, edit: impl Fn(&str) -> String) -> law::Source {
    let own = built_in().into_iter().find(|source| source.id == id).unwrap();
    let text = edit(&own.text);
    assert_ne!(text, own.text, "the edit changes nothing");
    law::Source { text, origin: Origin::File, name: format!("tieu-chi/{id}.toml"), ..own }
}

/// A criteria file of the user's.
pub fn own_set(id: &str, text: &str) -> law::Source {
    law::Source {
        id: id.to_owned(),
        name: format!("tieu-chi/{id}.toml"),
        origin: Origin::File,
        text: text.to_owned(),
    }
}

pub fn library_with(own: impl IntoIterator<Item = law::Source>) -> Result<Library, Vec<Problem>> {
    Library::load(built_in().into_iter().chain(own).collect())
}

pub fn library() -> Library {
    library_with([]).unwrap()
}

/// The codes of problems, with their lines.
pub fn codes(problems: &[Problem]) -> Vec<(&'static str, u64)> {
    problems.iter().map(|p| (p.code.as_str(), p.place.line.unwrap_or(0))).collect()
}

pub fn source(name: &str, text: &str) -> Source {
    Source {
        name: format!("{name}.csv"),
        stem: name.to_owned(),
        folder_period: None,
        bytes: text.as_bytes().to_vec(),
    }
}

pub fn read_with(library: &Library, files: &[Source]) -> Intake {
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, problems) = Roster::read(&[source("communes", ROSTER)], &columns);
    assert!(problems.is_empty(), "{problems:?}");
    intake::read(files, &roster, library, Options::default())
}

/// Scorecards of files that are right.
pub fn cards(library: &Library, files: &[Source]) -> Vec<Scorecard> {
    let read = read_with(library, files);
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    read.submissions.iter().map(score).collect()
}

/// The sample month as sources.
pub fn sample() -> Vec<Source> {
    let folder = format!("{}/data/mong-cai/2022-05", env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let text = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    let stem = |path: &std::path::PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| source(&stem(path), &text(path))).collect()
}
