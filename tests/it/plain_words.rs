//! Messages about paths and outputs in words that say what is the matter.

use std::fs;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let month = folder.path().join("d/2022-05");
    fs::create_dir_all(&month).unwrap();
    fs::write(folder.path().join("d/communes.csv"), ROSTER).unwrap();
    fs::write(month.join("06727.csv"), "indicator,value,evidence\n1.1,đạt,BC 1\n").unwrap();
    folder
}

fn command(folder: &TempDir, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(words.split(' ')).env_remove("NTM_LANG").current_dir(folder.path());
    command
}

/// What is told of a run that cannot be carried out.
fn refused(folder: &TempDir, words: &str) -> String {
    let Output { status, stderr, .. } = command(folder, words).output().unwrap();
    assert_eq!(status.code(), Some(2), "{words}");
    String::from_utf8(stderr).unwrap()
}

#[test]
fn a_new_file_among_evidence_is_not_called_an_input() {
    let folder = folder();
    fs::create_dir(folder.path().join("ev")).unwrap();
    let told = refused(&folder, "check d/2022-05 --evidence ev --format json -o ev/x.json");
    assert!(told.contains("nằm trong thư mục minh chứng"), "{told}");
    assert!(!told.contains("đầu vào"), "{told}");
}

#[test]
fn an_ending_alone_lacks_its_name() {
    let folder = folder();
    for (words, example) in [
        ("report d/2022-05 -o .docx", "ket-qua.docx"),
        ("report d/2022-05 -o d/.XLSX", "ket-qua.xlsx"),
        ("score d/2022-05 -o .csv", "ket-qua.csv"),
    ] {
        let told = refused(&folder, words);
        assert!(told.contains("thiếu tên tệp trước đuôi") && told.contains(example), "{told}");
    }
    let told = refused(&folder, "score d/2022-05 -o .zip");
    assert!(told.contains("không biết ghi dạng nào"), "{told}");
}

#[test]
fn init_over_a_file_says_that_it_is_one() {
    let told = refused(&folder(), "init d/communes.csv");
    assert!(told.contains("là một tệp đã có, không phải thư mục"), "{told}");
    assert!(!told.contains("không trống"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_to_itself_is_called_so() {
    let folder = folder();
    for (one, other) in [("l1.md", "l2.md"), ("l2.md", "l1.md")] {
        std::os::unix::fs::symlink(one, folder.path().join(other)).unwrap();
    }
    let told = refused(&folder, "score d/2022-05 -o l1.md");
    assert!(told.contains("trỏ vòng về chính nó"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full_is_called_so() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = folder();
    let mut command = command(&folder, "score d/2022-05");
    let output = command.stdout(Stdio::from(full)).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("không ghi được kết quả ra màn hình"), "{told}");
    assert!(!told.contains("“-”") && !told.contains("Excel"), "{told}");
}

#[test]
fn a_path_that_is_not_there_names_what_is() {
    let folder = folder();
    for (path, meant) in
        [("d/2022-5", "d/2022-05"), ("2022-05", "d/2022-05"), ("d/comunes.csv", "d/communes.csv")]
    {
        let told = refused(&folder, &format!("score {path}"));
        assert!(told.contains(&format!("có phải là: {meant}?")), "{told}");
    }
    let told = refused(&folder, "score d/2022-06");
    assert!(told.contains("kiểm tra đường dẫn") && !told.contains("d/2022-05"), "{told}");
}

#[test]
fn a_roster_in_another_form_is_named() {
    let folder = folder();
    let d = folder.path().join("d");
    for name in ["communes.ods", "Communes.XLS", "communes.csv.txt"] {
        let _ = fs::rename(d.join("communes.csv"), d.join(name));
        let told = refused(&folder, "score d/2022-05");
        assert!(told.contains(name) && told.contains("CSV UTF-8"), "{told}");
        fs::rename(d.join(name), d.join("communes.csv")).unwrap();
    }
}

#[test]
fn a_note_of_excel_alone_says_whose_it_is() {
    let folder = folder();
    let month = folder.path().join("d/2022-06");
    fs::create_dir(&month).unwrap();
    let told = refused(&folder, "score d/2022-06");
    assert!(told.contains("đặt mỗi xã một tệp"), "{told}");
    fs::write(month.join("~$06724.xlsx"), "x").unwrap();
    let told = refused(&folder, "score d/2022-06");
    assert_eq!(told.matches("“06724.xlsx” đang được mở").count(), 1, "{told}");
    assert!(!told.contains("đặt mỗi xã một tệp"), "{told}");
}

#[test]
fn a_form_goes_into_a_month_and_replaces_nothing() {
    let folder = folder();
    let words = "template --period 2022-06 --commune 06727 --communes d/communes.csv -o d/2022-06";
    fs::create_dir(folder.path().join("d/2022-06")).unwrap();
    let first = command(&folder, words).output().unwrap();
    assert_eq!(first.status.code(), Some(0), "{}", String::from_utf8_lossy(&first.stderr));
    let told = refused(&folder, words);
    assert!(told.contains("đã có"), "{told}");
}
