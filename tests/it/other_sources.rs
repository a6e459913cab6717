//! Communes of which only other voices speak: `check` counts rows of any source, `score` the
//! voice asked for, and says who has rows of others.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n\
                      06733,Hải Tiến,22,DBSH\n";
const ROWS: &str = "commune,source,indicator,value\n06727,verified,1.1,đạt\n\
                    06727,appraised,1.1,đạt\n06730,,1.1,đạt\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("communes.csv"), ROSTER).unwrap();
    fs::create_dir(folder.path().join("2022-05")).unwrap();
    fs::write(folder.path().join("2022-05/a.csv"), ROWS).unwrap();
    folder
}

fn ntm(folder: &TempDir, words: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(words.split(' ')).env_remove("NTM_LANG").current_dir(folder.path());
    command.output().unwrap()
}

fn silent(folder: &TempDir, words: &str) -> String {
    let output = ntm(folder, &format!("{words} --format json"));
    let check: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut problems = check["problems"].as_array().unwrap().iter();
    let told = problems.find(|problem| problem["code"] == "not-reported").unwrap();
    told["message"].as_str().unwrap().to_owned()
}

#[test]
fn check_counts_rows_of_any_source() {
    let folder = folder();
    let told = silent(&folder, "check 2022-05");
    assert!(told.contains("1/3") && told.contains("06733"), "{told}");
    let told = silent(&folder, "check 2022-05 --source verified");
    assert!(told.contains("2/3") && told.contains("06730") && !told.contains("06727"), "{told}");
    let told = silent(&folder, "check 2022-05 --source self");
    assert!(told.contains("2/3") && told.contains("06727") && !told.contains("06730"), "{told}");
}

#[test]
fn score_says_who_has_rows_of_other_sources_alone() {
    let folder = folder();
    let output = ntm(&folder, "score 2022-05");
    let (page, told) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    for text in [&page, &told] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = "Bắc Sơn (06727: thành phố thẩm tra, tỉnh thẩm định); muốn xem thì thêm --source verified, --source appraised";
        assert!(text.contains("1 xã chỉ có số liệu của nguồn khác"), "{text}");
        assert!(text.contains(named), "{text}");
    }
    let json = ntm(&folder, "score 2022-05 --format json");
    let score: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(score["summary"]["not_reported"], serde_json::json!(["06727", "06733"]));
    let verified = ntm(&folder, "score 2022-05 --source verified");
    let told = String::from_utf8(verified.stderr).unwrap();
    // One source of all is said once.
    let named = "nguồn “xã tự đánh giá”, không có nguồn “thành phố thẩm tra”: Hải Đông (06730);";
    assert!(told.contains(named) && told.contains("--source self"), "{told}");
}

#[test]
fn where_nobody_else_speaks_nothing_is_said() {
    let folder = folder();
    fs::write(folder.path().join("2022-05/a.csv"), "commune,indicator,value\n06730,1.1,đạt\n")
        .unwrap();
    let output = ntm(&folder, "score 2022-05");
    let page =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(!page.contains("nguồn khác"), "{page}");
}
