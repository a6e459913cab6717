//! The catalogue of faults: one tiny file a case in `tests/faulty/`, its exact
//! message in both languages beside it. A file's name begins with its code.
//!
//! `UPDATE_FAULTY=1 cargo test --test it faulty::` writes the messages anew, to be read
//! before they are committed.

use std::path::{Path, PathBuf};

use crate::office::{Office, ROOT};

/// The cases of a folder, as paths from the project's root.
fn cases(folder: &str, ending: &str) -> Vec<String> {
    let listed = std::fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let names = listed.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut cases: Vec<String> =
        names.filter(|n| n.ends_with(ending)).map(|n| format!("{folder}/{n}")).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// Runs a case in both languages and as JSON; its messages must be the ones
/// beside it, and it must have the one fault that its name says, alone.
fn examine(case: &str, line: &str) {
    let expected = PathBuf::from(format!("{ROOT}/{case}.txt"));
    let run = |more: &str| {
        let run = Office::project().run(&format!("{line} {more}"));
        assert!(run.stderr().is_empty(), "{}", run.stderr());
        run
    };
    let (vi, en) = (run(""), run("--lang en").stdout());
    let (code, vi) = (vi.code(), vi.stdout());
    let told = format!("{vi}\n{en}");
    if std::env::var_os("UPDATE_FAULTY").is_some() {
        std::fs::write(&expected, &told).unwrap();
    }
    let expected = std::fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(told, expected, "{case}");

    let json = run("--format json").json();
    let stem = Path::new(case).file_stem().unwrap().to_str().unwrap();
    if stem == "twelve-faults" {
        assert_eq!((code, json["errors"].as_u64()), (1, Some(12)));
        return;
    }
    let name = stem.split("--").next().unwrap();
    // A tiny file lacks most indicators, and may lack evidence: that is not its fault.
    let problems = json["problems"].as_array().unwrap().iter();
    let problems: Vec<_> = problems
        .filter(|p| p["code"] == name || !p["code"].as_str().unwrap().starts_with("missing-"))
        .collect();
    assert_eq!(problems.len(), 1, "{case}: {problems:#?}");
    assert_eq!(problems[0]["code"], name, "{case}");
    let warning = problems[0]["severity"] == "warning";
    let known = ntm::problem::Code::ALL.iter().find(|code| code.as_str() == name).unwrap();
    assert_eq!(problems[0]["severity"], known.severity().as_str(), "{case}");
    assert_eq!(code, i32::from(!warning), "{case}");
}

#[test]
fn data() {
    let folders = ["2022-05", "2026-03", "khong-ky"];
    let texts = folders.iter().flat_map(|f| cases(&format!("tests/faulty/data/{f}"), ".csv"));
    // What a sheet alone can have.
    for case in texts.chain(cases("tests/faulty/data/2022-05", ".xlsx")) {
        examine(&case, &format!("check {case}"));
    }
}

#[test]
fn rosters() {
    for case in cases("tests/faulty/roster", ".csv") {
        examine(&case, &format!("check tests/faulty/good.csv --communes {case}"));
    }
}

/// A list of agencies is read by who needs it, not by `check`: its messages go to
/// standard error, and nothing is printed.
#[test]
fn agencies() {
    for case in cases("tests/faulty/agencies", ".csv") {
        let folder = Office::empty();
        for (from, to) in [
            ("data/mong-cai/communes.csv", "communes.csv"),
            ("tests/faulty/good.csv", "06727.csv"),
            (case.as_str(), "agencies.csv"),
        ] {
            folder.write(to, Office::project().bytes(from));
        }
        let line = "gaps 06727.csv --period 2022-05 --lang";
        let run = |lang: &str| folder.run(&format!("{line} {lang}")).refusal();
        let told = format!("{}\n{}", run("vi"), run("en"));
        let expected = format!("{ROOT}/{case}.txt");
        if std::env::var_os("UPDATE_FAULTY").is_some() {
            std::fs::write(&expected, &told).unwrap();
        }
        assert_eq!(told, std::fs::read_to_string(&expected).unwrap_or_default(), "{case}");
        let name = Path::new(&case).file_stem().unwrap().to_str().unwrap();
        let name = name.split("--").next().unwrap();
        // In both languages, and no other.
        for severity in ["lỗi", "error"] {
            assert_eq!(told.matches(&format!(": {severity}[{name}]")).count(), 1, "{case}");
            assert_eq!(told.matches(&format!(": {severity}[")).count(), 1, "{case}");
        }
    }
}

#[test]
fn criteria() {
    for case in cases("tests/faulty/criteria", ".toml") {
        examine(&case, &format!("criteria check {case}"));
    }
}

/// Every error of data and criteria that the program knows has its case.
#[test]
fn every_code_has_a_case() {
    let folders = [
        ("data/2022-05", ".csv"),
        ("data/2022-05", ".xlsx"),
        ("roster", ".csv"),
        ("agencies", ".csv"),
        ("criteria", ".toml"),
    ];
    let all = folders.iter().flat_map(|(f, ending)| cases(&format!("tests/faulty/{f}"), ending));
    let names: Vec<String> = all
        .map(|case| Path::new(&case).file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    for code in ntm::problem::Code::ALL {
        let code = code.as_str();
        // No file that everybody may check out is unreadable: tests/cli.rs makes one.
        // An outlier shows between two months: tests/review.rs has both.
        // Files of evidence stand in a folder of their own: evidence.rs, dossier.rs.
        // What nobody leads shows beside a whole set: gaps.rs.
        // The office's file is read by who needs it: report_docx.rs.
        // More faults than are told need a long file: criteria_folder.rs makes one.
        // A level that lacks shows in a whole folder: names.rs has one.
        // What lies beside data shows in a folder: folders.rs; so does who is not in
        // it: beside.rs.
        let elsewhere = [
            "unreadable-file",
            "outlier",
            "missing-agency",
            "bad-office",
            "more-faults",
            "missing-level",
            "own-output",
            "passed-over",
            "not-reported",
            "month-skipped",
        ];
        let known = elsewhere.contains(&code) || code.starts_with("evidence-file-");
        let case = names.iter().any(|n| n.split("--").next() == Some(code));
        assert!(known || case, "{code} has no case");
    }
}
