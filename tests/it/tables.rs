//! Tables as offices send them: each scores as the same data in plain CSV (`plain/`), or is
//! refused for what stands in `errors.txt`, a code, line and column for each fault.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::office::{Office, ROOT};
use serde_json::Value;

/// The folders below `tests/tables`, or the months of one of them.
fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// The words that the table is read with, `--period 2022-05`.
fn words(table: &Path) -> String {
    fs::read_to_string(table.join("args.txt")).unwrap_or_default().trim().to_owned()
}

/// The levels that the plain data speaks of.
fn levels(plain: &Path) -> BTreeSet<&'static str> {
    let months = folders(plain);
    let files = months.iter().flat_map(|month| fs::read_dir(month).unwrap());
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    let texts: Vec<String> = texts.collect();
    let named = |level: &&str| texts.iter().any(|text| text.contains(*level));
    let levels: BTreeSet<&str> = ["nang-cao", "ntm"].into_iter().filter(named).collect();
    if levels.is_empty() { BTreeSet::from(["ntm"]) } else { levels }
}

/// What a month scores, but for what was set right on the way.
fn score(office: &Office, month: &str, level: &str, words: &str) -> Value {
    let line = format!("score {month} --level {level} --format json {words}");
    let mut score = office.run(&line).assert_code(0).json();
    score.as_object_mut().unwrap().remove("repairs");
    score
}

/// A code, line and column for each fault that a month is refused for.
fn errors(office: &Office, month: &str, words: &str) -> Vec<String> {
    office.run(&format!("score {month} --format json {words}")).assert_code(2);
    let check = office.json(&format!("check {month} {words}"));
    let problems = check["problems"].as_array().unwrap().iter();
    let errors = problems.filter(|problem| problem["severity"] == "error");
    let told = errors.map(|p| format!("{} {} {}", p["code"], p["line"], p["column"]));
    told.map(|told| told.replace('"', "")).collect()
}

#[test]
fn each_scores_as_plain_data_or_is_refused_for_its_fault() {
    let tables = folders(&Path::new(ROOT).join("tests/tables"));
    assert!(tables.len() > 15);
    for table in tables {
        let (office, words) = (Office::project().inside(&table), words(&table));
        let is_month = |path: &&PathBuf| name(path).starts_with("20");
        for month in folders(&table).iter().filter(is_month).map(|month| name(month)) {
            if let Ok(expected) = fs::read_to_string(table.join("errors.txt")) {
                let expected: Vec<&str> = expected.lines().collect();
                assert_eq!(errors(&office, month, &words), expected, "{}", name(&table));
                continue;
            }
            for level in levels(&table.join("plain")) {
                let read = score(&office, month, level, &words);
                let plain = score(&office, &format!("plain/{month}"), level, &words);
                assert_eq!(read, plain, "{} {level}", name(&table));
            }
        }
    }
}
