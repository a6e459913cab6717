//! What several tests need: the library's own data flow from text to scorecards.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

pub mod ladder;
pub mod papers;

use std::sync::LazyLock;

use crate::office::Office;
use ntm::intake::{self, Content, Intake, Observation, Options, Roster, Source, Submission};
use ntm::law::{self, Library, Origin, Value, built_in};
use ntm::period::Period;
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
        folder_period: None,
        content: Content::Bytes(text.as_bytes().to_vec()),
    }
}

pub fn read_with(library: &Library, files: &[Source]) -> Intake {
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, problems) = Roster::parse_files(&[source("communes", ROSTER)], &columns);
    assert!(problems.is_empty(), "{problems:?}");
    intake::read_files(files, &roster, library, Options::default())
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

/// What is read of files against a roster and the built-in law.
pub fn read_as(roster: &str, files: &[Source], options: Options) -> Intake {
    static LIBRARY: LazyLock<Library> = LazyLock::new(library);
    let columns: Vec<_> = LIBRARY.sets.iter().map(|set| &set.columns).collect();
    let (roster, problems) = Roster::parse_files(&[source("communes", roster)], &columns);
    assert!(problems.is_empty(), "{problems:?}");
    intake::read_files(files, &roster, &LIBRARY, options)
}

/// A file in a folder named after its period.
pub fn in_folder(period: &str, file: Source) -> Source {
    Source { folder_period: Period::parse(period), ..file }
}

/// What was found, as `line code column`; a file has line 0.
pub fn told(read: &Intake) -> Vec<String> {
    let problems = read.findings.iter().map(|finding| &finding.problem);
    let tell = |problem: &Problem| {
        let (line, column) = (problem.place.line.unwrap_or(0), problem.place.column);
        format!("{line} {} {}", problem.code.as_str(), column.unwrap_or("-"))
    };
    problems.map(tell).collect()
}

/// What is known of one part of an indicator, in the words of JSON.
pub fn seen(submission: &Submission, id: &str, part: &str) -> String {
    let indicators = &submission.law.indicators;
    let place = indicators.iter().position(|i| i.id.to_string() == id).unwrap();
    let indicator = &indicators[place];
    let part = indicator.require.iter().position(|r| r.part == part).unwrap();
    let observation = &submission.observations()[indicator.parts()][part];
    match observation.value().as_deref() {
        _ if *observation == Observation::NotApplicable => "not applicable".to_owned(),
        None => "missing".to_owned(),
        Some(Value::YesNo(yes)) => yes.to_string(),
        Some(Value::Number(number)) => number.rounded(6),
        Some(Value::Grade(place)) => indicator.grades[*place].clone(),
    }
}

/// A roster with a commune that no province's layer covers.
const THREE: &str = "code,name,province,region\n\
    06727,Bắc Sơn,22,DBSH\n\
    06730,Hải Đông,22,DBSH\n\
    99001,Miền Trung,99,DHNTB\n";
const HEADER: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n";

/// A folder with a roster, a month and its rows of `HEADER`.
pub fn folder(month: &str, rows: &str) -> Office {
    let file = (format!("{month}/a.csv"), format!("{HEADER}{rows}"));
    Office::with(&[("communes.csv".to_owned(), THREE.to_owned()), file])
}

/// The score of rows in a month, which must be done.
pub fn score_of(month: &str, rows: &str) -> serde_json::Value {
    folder(month, rows).run(&format!("score {month} --format json")).assert_code(0).json()
}

/// An indicator in a commune's results.
pub fn indicator<'j>(commune: &'j serde_json::Value, id: &str) -> &'j serde_json::Value {
    let criteria = commune["results"].as_array().unwrap().iter();
    let mut indicators = criteria.flat_map(|c| c["indicators"].as_array().unwrap());
    indicators.find(|indicator| indicator["id"] == id).unwrap()
}
