//! The folder that a run stands in has the name by which it was entered, as one that is named
//! has: a link in place of a month is that month.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";

/// A month, and two links: one that leads to it, one to a folder that is named otherwise.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("communes.csv"), ROSTER).unwrap();
    for name in ["2022-05", "thang7"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        let data = "indicator,value\n1.1,đạt\n";
        fs::write(folder.path().join(name).join("06727.csv"), data).unwrap();
    }
    symlink("2022-05", folder.path().join("2022-06")).unwrap();
    symlink("thang7", folder.path().join("2022-07")).unwrap();
    folder
}

fn score_in(folder: &Path, entered: Option<&Path>, words: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(words.split(' ')).args(["--format", "json"]).current_dir(folder);
    match entered {
        Some(entered) => command.env("PWD", entered),
        None => command.env_remove("PWD"),
    };
    let output = command.output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_linked_month_that_was_entered_is_the_month_it_is_called() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    for (month, words) in [
        ("2022-05", "score"),
        ("2022-06", "score"),
        ("2022-07", "score"),
        ("2022-07", "score ."),
        ("2022-07", "score ./"),
        ("2022-07", "score 06727.csv"),
        ("2022-07", "score ./06727.csv"),
    ] {
        let score = score_in(&at(month), Some(&at(month)), words);
        assert_eq!(score["period"], month, "{words}");
        assert_eq!(score["communes"][0]["code"], "06727", "{words}");
    }
}

#[test]
fn a_path_that_does_not_lead_here_is_not_believed() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let here = at("2022-05");
    for entered in [at("2022-07"), at("nowhere/2022-08"), "2022-06".into()] {
        let score = score_in(&here, Some(&entered), "score");
        assert_eq!(score["period"], "2022-05", "{}", entered.display());
    }
    assert_eq!(score_in(&here, None, "score")["period"], "2022-05");
}
