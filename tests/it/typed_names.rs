//! A file is named for scripts as the user named it, so that its name leads to it; for
//! people from the folder of its roster.

use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::common::{folder, parse, run, run_here};

#[test]
fn a_check_of_the_sample_names_its_files_as_typed() {
    let check: Value = serde_json::from_str(&run_here("check data/mong-cai/2022-05")).unwrap();
    let problems = check["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    for problem in problems {
        let file = problem["file"].as_str().unwrap();
        assert!(file.starts_with("data/mong-cai/2022-05"), "{file}");
    }
}

/// Two offices with the same file at fault, and a set of one's own.
fn two_offices() -> TempDir {
    let above = tempfile::tempdir().unwrap();
    for office in ["A", "B"] {
        let from = folder("2022-05", "06727,,1.1,,đạtt,,,BC 1\n06730,,1.1,,đạt,,,\n");
        let to = above.path().join(office);
        std::fs::create_dir_all(to.join("2022-05")).unwrap();
        for name in ["communes.csv", "2022-05/a.csv"] {
            std::fs::copy(from.path().join(name), to.join(name)).unwrap();
        }
    }
    std::fs::create_dir(above.path().join("tc")).unwrap();
    std::fs::write(above.path().join("tc/hong.toml"), "level = 3\n").unwrap();
    above
}

fn text(folder: &TempDir, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(line.split(' ')).env_remove("NTM_LANG").current_dir(folder.path());
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[test]
fn faults_of_two_offices_are_told_apart() {
    let office = two_offices();
    let check = parse(&run(&office, "check A/2022-05 ./B/2022-05"));
    let problems = check["problems"].as_array().unwrap().iter();
    let faults: Vec<&str> = problems
        .filter(|problem| problem["code"] == "not-a-value")
        .map(|problem| problem["file"].as_str().unwrap())
        .collect();
    assert_eq!(faults, ["A/2022-05/a.csv", "./B/2022-05/a.csv"]);
    let csv = text(&office, "check A/2022-05 --format csv");
    assert!(csv.contains("error,not-a-value,A/2022-05/a.csv,"), "{csv}");
    // For people from the roster's folder.
    let page = text(&office, "check A/2022-05 --format markdown");
    assert!(page.contains("2022-05/a.csv") && !page.contains("A/2022-05"), "{page}");
}

#[test]
fn criteria_are_named_as_typed() {
    let check = parse(&run(&two_offices(), "criteria check ./tc"));
    let problems = check["problems"].as_array().unwrap();
    assert!(problems.iter().any(|problem| problem["file"] == "./tc/hong.toml"), "{check}");
}

#[test]
fn an_explanation_names_its_rows_as_typed_and_a_page_does_not() {
    let office = two_offices();
    let line = "explain A/2022-05 --commune 06730 --indicator 1.1 --lenient";
    let json = parse(&run(&office, line));
    let row = &json["explanations"][0]["parts"][0]["written"][0];
    assert_eq!((&row["file"], &row["line"]), (&"A/2022-05/a.csv".into(), &3.into()), "{json}");
    let csv = text(&office, &format!("{line} --format csv"));
    assert!(csv.contains("A/2022-05/a.csv"), "{csv}");
    let page = text(&office, &format!("{line} --format html"));
    assert!(page.contains("2022-05/a.csv") && !page.contains("A/2022-05"), "{page}");
}
