//! Warnings that data may have been read wrongly: every verb that reads it tells them, and
//! pages say that there are some.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
/// A decimal comma without quotes, rows between two quotes.
const DOUBTFUL: &str = "commune,indicator,value,evidence,note\n06727,2.1,98,5%,BC 1\n\
                        06727,1.1,đạt,\"BC 2\n06730,1.1,đạt,BC 3,\",\n";

fn folder(rows: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("communes.csv"), ROSTER).unwrap();
    for month in ["2022-05", "2022-06"] {
        fs::create_dir(folder.path().join(month)).unwrap();
        fs::write(folder.path().join(month).join("a.csv"), rows).unwrap();
    }
    folder
}

fn ntm(folder: &TempDir, words: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(words.split(' ')).env_remove("NTM_LANG").current_dir(folder.path());
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_verb_that_reads_data_tells_them_on_standard_error() {
    let folder = folder(DOUBTFUL);
    for verb in [
        "score 2022-05",
        "score 2022-05 --format json",
        "gaps 2022-05",
        "report 2022-05",
        "diff 2022-05 2022-06",
        "trend .",
        "ladder 2022-05",
        "explain 2022-05 --commune 06727 --indicator 2.1",
        "dossier 2022-05 --draft --commune 06727 -o hs",
    ] {
        let output = ntm(&folder, verb);
        let told = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{verb}: {told}");
        for code in ["cảnh báo[split-number]", "cảnh báo[swallowed-rows]"] {
            assert!(told.contains(code), "{verb}: {code}\n{told}");
        }
        assert!(!text(&output.stdout).contains("[split-number]"), "{verb}");
    }
}

#[test]
fn what_is_only_worth_a_look_is_left_to_check() {
    let folder = folder("commune,indicator,value,valid_until\n06727,1.1,đạt,2022-01-31\n");
    for verb in ["score 2022-05", "dossier 2022-05 --draft --commune 06727 -o hs"] {
        let told = text(&ntm(&folder, verb).stderr);
        for code in ["missing-evidence", "expired-evidence", "missing-indicator"] {
            assert!(!told.contains(code), "{verb}: {told}");
        }
    }
}

#[test]
fn pages_say_that_there_are_some() {
    let doubtful = folder(DOUBTFUL);
    let sound = folder("commune,indicator,value\n06727,1.1,đạt\n");
    for verb in [
        "score 2022-05",
        "report 2022-05",
        "gaps 2022-05",
        "explain 2022-05 --commune 06727 --indicator 2.1",
    ] {
        let page = text(&ntm(&doubtful, verb).stdout);
        assert!(page.contains("Có 2 cảnh báo số liệu có thể đã bị đọc sai"), "{verb}: {page}");
        assert!(!text(&ntm(&sound, verb).stdout).contains("đọc sai"), "{verb}");
    }
    ntm(&doubtful, "dossier 2022-05 --draft --commune 06727 -o hs");
    let files = fs::read_dir(doubtful.path().join("hs")).unwrap();
    let pages = files.map(|file| file.unwrap().path());
    let mut pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let told = |path: std::path::PathBuf| fs::read_to_string(path).unwrap().contains("đọc sai");
    assert!(pages.any(told));
}

#[test]
fn of_very_many_the_first_hundred_of_a_file_are_told() {
    let rows: String =
        (0..400).map(|n| format!("06727,2.1,{},{}%,BC {n}\n", n % 100, n % 10)).collect();
    let folder = folder(
        &format!("commune,period,indicator,value,evidence,note\n{rows}")
            .replace("commune,period", "commune"),
    );
    let output = ntm(&folder, "score 2022-05 --lenient");
    let told = text(&output.stderr);
    assert!(told.matches("cảnh báo[split-number]").count() <= 101, "{told}");
    assert!(told.contains("cảnh báo[split-number]"), "{told}");
}
