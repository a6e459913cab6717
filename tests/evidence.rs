//! `ntm check --evidence`: the files of a folder against the documents that are cited,
//! from outside.
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

mod common;

use std::fs;
use std::path::Path;

use common::papers::ntm_in;
use serde_json::Value;
use tempfile::TempDir;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";

/// A month in which communes cite `(commune, indicator, evidence, valid until)`, and a
/// folder `giay` with files.
fn office(rows: &[(&str, &str, &str, &str)], files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("2022-05")).unwrap();
    fs::create_dir_all(at("giay")).unwrap();
    fs::write(at("communes.csv"), ROSTER).unwrap();
    let rows: String = rows
        .iter()
        .map(|(commune, id, evidence, until)| {
            format!("{commune},{id},đạt,\"{evidence}\",{until}\n")
        })
        .collect();
    let head = "commune,indicator,value,evidence,valid_until\n";
    fs::write(at("2022-05/a.csv"), format!("{head}{rows}")).unwrap();
    for (name, bytes) in files {
        let path = at("giay").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn check(folder: &Path) -> (i32, Vec<Value>) {
    let output = ntm_in(folder, &["check", "2022-05", "--evidence", "giay", "--format", "json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["schema"], "ntm.check.v1");
    let mut problems = value["problems"].as_array().unwrap().clone();
    problems.retain(|problem| problem["code"] != "missing-indicator");
    (output.status.code().unwrap(), problems)
}

/// What is told as `code file:line cell`.
fn told(folder: &TempDir) -> Vec<String> {
    let (code, problems) = check(folder.path());
    assert_eq!(code, 0, "only warnings: {problems:?}");
    let tell = |p: &Value| {
        assert_eq!(p["severity"], "warning");
        assert!(!p["hint"].as_str().unwrap().is_empty() && !p["message"].is_null());
        let line = p["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
        let cell = p["cell"].as_str().map(|cell| format!(" {cell}")).unwrap_or_default();
        let [code, file] = ["code", "file"].map(|key| p[key].as_str().unwrap());
        format!("{code} {file}{line}{cell}").replace('\\', "/")
    };
    problems.iter().map(tell).collect()
}

#[test]
fn cited_and_absent_present_and_not_cited_and_expired() {
    let folder = office(
        &[
            ("06727", "1.1", "12/QĐ-UBND ngày 1/2/2022", ""),
            ("06727", "1.2", "13/QĐ-UBND; BC 14/BC-UBND", ""),
            ("06727", "3.2", "12/QĐ-UBND ngày 1/2/2022", "30/5/2022"),
            ("06727", "4.1", "12/QĐ-UBND ngày 1/2/2022; 13/QĐ-UBND", "31/5/2022"),
        ],
        &[("12-QD-UBND.pdf", b"x"), ("quy 2/khac.pdf", b"x"), ("~$12.docx", b"x"), (".an", b"")],
    );
    let mut expected = [
        "expired-evidence 2022-05/a.csv:4 30/5/2022",
        "evidence-file-missing 2022-05/a.csv:3 13/QĐ-UBND",
        "evidence-file-missing 2022-05/a.csv:3 BC 14/BC-UBND",
        "evidence-file-uncited giay/quy 2/khac.pdf",
    ];
    let mut found = told(&folder);
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected, "each document once a file of data");
}

#[test]
fn names_are_known_in_every_spelling() {
    for (document, file) in [
        ("12/QĐ-UBND", "12-QĐ-UBND.pdf"),
        ("12/QĐ-UBND", "12_qd_ubnd.PDF"),
        ("Quyết định 12/QĐ-UBND ngày 1/2/2022", "Quye\u{302}\u{301}t đi\u{323}nh 012 QĐ-UBND.pdf"),
        ("Quye\u{302}\u{301}t đi\u{323}nh 12/QĐ-UBND (1/2/2022)", "quyết định 12-qđ-ubnd-2022.pdf"),
        ("BIÊN BẢN, xem Bie\u{302}n bản họp.jpg", "biên bản họp.jpg"),
        ("BC 9/BC-UBND; 12/QĐ-UBND", "9-BC-UBND va 12-QD-UBND.pdf"),
    ] {
        let folder = office(&[("06727", "1.1", document, "")], &[(file, b"x")]);
        assert_eq!(told(&folder), [""; 0], "{document} in {file}");
    }
    // A year that is not the document's; the number in another's.
    for file in ["12-QD-UBND-2021.pdf", "112-QD-UBND.pdf", "12-QD-TU.pdf", "12.pdf"] {
        let folder = office(&[("06727", "1.1", "12/QĐ-UBND ngày 1/2/2022", "")], &[(file, b"x")]);
        assert_eq!(told(&folder).len(), 2, "{file}");
    }
}

#[test]
fn two_files_for_one_document_and_one_for_two_communes() {
    let rows = [("06727", "1.1", "12/QĐ-UBND", ""), ("06730", "1.1", "QĐ 12/QĐ-UBND", "")];
    let folder = office(&rows, &[("12-QD-UBND.pdf", b"x"), ("phu luc/12-QD-UBND (2).pdf", b"x")]);
    assert_eq!(told(&folder), [""; 0]);
    let folder = office(&rows, &[("12-QD-UBND.pdf", b"x")]);
    assert_eq!(told(&folder), [""; 0]);
}

#[test]
fn an_empty_file_proves_nothing() {
    let rows = [("06727", "1.1", "12/QĐ-UBND", "")];
    let folder = office(&rows, &[("12-QD-UBND.pdf", b""), ("khac.pdf", b"")]);
    let expected =
        ["evidence-file-empty giay/12-QD-UBND.pdf", "evidence-file-uncited giay/khac.pdf"];
    assert_eq!(told(&folder), expected);
}

#[cfg(unix)]
#[test]
fn links_are_named_and_not_followed() {
    use std::os::unix::fs::symlink;
    let folder = office(&[("06727", "1.1", "12/QĐ-UBND", "")], &[]);
    fs::create_dir(folder.path().join("kho")).unwrap();
    fs::write(folder.path().join("kho/12-QD-UBND.pdf"), "x").unwrap();
    fs::write(folder.path().join("kho/99-BC.pdf"), "x").unwrap();
    let inside = folder.path().join("giay");
    symlink(folder.path().join("kho/12-QD-UBND.pdf"), inside.join("12-QD-UBND.pdf")).unwrap();
    symlink(folder.path().join("kho"), inside.join("kho")).unwrap();
    symlink("khong-co", inside.join("gay")).unwrap();
    let expected = [
        "evidence-file-link giay/12-QD-UBND.pdf",
        "evidence-file-link giay/gay",
        "evidence-file-link giay/kho",
    ];
    assert_eq!(told(&folder), expected);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = office(&[("06727", "1.1", "12/QĐ-UBND", "")], &[("12-QD-UBND.pdf", b"x")]);
    let path = folder.path().join("giay/12-QD-UBND.pdf");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&path).is_ok() {
        return; // Who may read everything cannot see this.
    }
    let (code, problems) = check(folder.path());
    assert_eq!((code, &problems[0]["code"]), (1, &Value::from("unreadable-file")));
}

#[test]
fn a_folder_that_is_none_cannot_be_looked_into() {
    let folder = office(&[("06727", "1.1", "12/QĐ-UBND", "")], &[]);
    for (path, says) in
        [("khong-co", "không có tệp hay thư mục"), ("communes.csv", "là tệp, không phải thư mục")]
    {
        let output = ntm_in(folder.path(), &["check", "2022-05", "--evidence", path]);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.contains(says), "{text}");
    }
    assert!(told(&folder).len() == 1, "an empty folder holds nothing");
}
