//! `ntm check --evidence`: the files of a folder against the documents that are cited,
//! from outside.

use std::fs;

use crate::office::Office;
use serde_json::Value;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";

/// A month in which communes cite `(commune, indicator, evidence, valid until)`, and a
/// folder `giay` with files.
fn office(rows: &[(&str, &str, &str, &str)], files: &[(&str, &[u8])]) -> Office {
    let folder = Office::empty();
    folder.create_dir("giay");
    folder.write("communes.csv", ROSTER);
    let rows: String = rows
        .iter()
        .map(|(commune, id, evidence, until)| {
            format!("{commune},{id},đạt,\"{evidence}\",{until}\n")
        })
        .collect();
    let head = "commune,indicator,value,evidence,valid_until\n";
    folder.write("2022-05/a.csv", format!("{head}{rows}"));
    for (name, bytes) in files {
        folder.write(format!("giay/{name}"), bytes);
    }
    folder
}

fn check(folder: &Office) -> (i32, Vec<Value>) {
    let output = folder.run("check 2022-05 --evidence giay --format json");
    let value: Value = output.json();
    assert_eq!(value["schema"], "ntm.check.v1");
    let mut problems = value["problems"].as_array().unwrap().clone();
    let elsewhere = ["missing-indicator", "not-reported"];
    problems.retain(|problem| !elsewhere.contains(&problem["code"].as_str().unwrap()));
    (output.code(), problems)
}

/// What is told as `code file:line cell`.
fn told(folder: &Office) -> Vec<String> {
    let (code, problems) = check(folder);
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
    let rows = [
        ("06727", "1.1", "12/QĐ-UBND ngày 1/2/2022", ""),
        ("06730", "1.1", "Quyết định 12/QĐ-UBND (01/02/2022)", ""),
    ];
    let folder = office(&rows, &[("12-QD-UBND.pdf", b"x"), ("phu luc/12-QD-UBND (2).pdf", b"x")]);
    assert_eq!(told(&folder), [""; 0]);
    let folder = office(&rows, &[("12-QD-UBND.pdf", b"x")]);
    assert_eq!(told(&folder), [""; 0]);
    // In a commune's own folder it is that commune's alone.
    let folder = office(&rows, &[("06727/12-QD-UBND.pdf", b"x")]);
    assert_eq!(
        told(&folder),
        ["evidence-file-missing 2022-05/a.csv:3 Quyết định 12/QĐ-UBND (01/02/2022)"]
    );
}

/// Without a date nothing says that two communes mean one document; of one commune it is
/// one, however it is written.
#[test]
fn without_a_date_two_communes_have_a_document_each() {
    let rows = [("06727", "1.1", "12/QĐ-UBND", ""), ("06730", "1.1", "12/QĐ-UBND", "")];
    let folder = office(&rows, &[("12-QD-UBND.pdf", b"x")]);
    let expected = [
        "evidence-file-missing 2022-05/a.csv:2 12/QĐ-UBND",
        "evidence-file-missing 2022-05/a.csv:3 12/QĐ-UBND",
        "evidence-file-ambiguous giay/12-QD-UBND.pdf",
    ];
    assert_eq!(told(&folder), expected);
    let (_, problems) = check(&folder);
    assert!(problems[1]["hint"].as_str().unwrap().contains("“06730/12-QD-UBND.pdf”"));
    let rows =
        [("06727", "1.1", "12/QĐ-UBND", ""), ("06727", "1.2", "QĐ 12/QĐ-UBND ngày 1/2/2022", "")];
    for file in ["12-QD-UBND.pdf", "12-QD-UBND-2022.pdf", "12-QD-UBND-1-2-2022.pdf"] {
        assert_eq!(told(&office(&rows, &[(file, b"x")])), [""; 0], "{file}");
    }
}

/// What `check` tells of the sample of 2022-12, of the documents with a number alone.
fn sample(number: &str, files: &[&str]) -> Vec<String> {
    let folder = Office::empty();
    sample_in(&folder, number, files)
}

fn sample_in(folder: &Office, number: &str, files: &[&str]) -> Vec<String> {
    for file in files {
        folder.write(file, "x");
    }
    let line = ["check", "2022-12", "--evidence", folder.dir()];
    let value = Office::sample().json_args(line);
    let word = |p: &Value, key: &str| p[key].as_str().unwrap_or_default().to_owned();
    let of_number = |p: &&Value| {
        let code = word(p, "code");
        let other = code == "evidence-file-missing" && !word(p, "cell").contains(number);
        code.starts_with("evidence-file") && !other
    };
    let tell = |p: &Value| {
        let code = word(p, "code").replace("evidence-file-", "");
        let last = match code.as_str() {
            "missing" => word(p, "cell").rsplit(' ').next().unwrap().to_owned(),
            _ => {
                let file = word(p, "file");
                file.strip_prefix(&format!("{}/", folder.dir())).unwrap().to_owned()
            }
        };
        format!("{code} {last}")
    };
    value["problems"].as_array().unwrap().iter().filter(of_number).map(tell).collect()
}

#[test]
fn a_commune_s_folder_or_code_makes_a_file_that_commune_s() {
    let (tien, nghia) = ("missing 21/5/2021", "missing 9/9/2022");
    for path in [
        "06733/QD-68-QD-UBND.pdf",
        "Hải Tiến/QD-68-QD-UBND.pdf",
        "xã Hải Tiến/quý 4/QD-68-QD-UBND.pdf",
        "XA HAI TIEN/68-QD-UBND.pdf",
        "hai-tien/68-QD-UBND.pdf",
        "06733 Hải Tiến/2022/68-QD-UBND.pdf",
        "06733-QD-68-QD-UBND.pdf",
        "minh chứng/06733_68_QD_UBND.pdf",
        // The folder that it lies in says it before those above.
        "06739/06733/QD-68-QD-UBND.pdf",
    ] {
        assert_eq!(sample("68/QĐ-UBND", &[path]), [nghia], "{path}");
    }
    for path in ["06739/QD-68-QD-UBND.pdf", "Quảng Nghĩa/QD-68-QD-UBND.pdf"] {
        assert_eq!(sample("68/QĐ-UBND", &[path]), [tien], "{path}");
    }
    let both = ["06733/QD-68-QD-UBND.pdf", "Quảng Nghĩa/QD-68-QD-UBND.pdf"];
    assert_eq!(sample("68/QĐ-UBND", &both), [""; 0]);
    // In the folder of who does not cite it, or with the date of the other, it is nobody's.
    for path in ["06727/QD-68-QD-UBND.pdf", "06733/QD-68-QD-UBND-9-9-2022.pdf"] {
        let expected = [tien, nghia, &format!("uncited {path}")];
        assert_eq!(sample("68/QĐ-UBND", &[path]), expected, "{path}");
    }
}

#[test]
fn the_folder_itself_may_be_a_commune_s() {
    let folder = Office::empty();
    let own = folder.inside("Hải Tiến");
    assert_eq!(sample_in(&own, "68/QĐ-UBND", &["QD-68-QD-UBND.pdf"]), ["missing 9/9/2022"]);
}

#[test]
fn a_name_that_fits_several_documents_proves_none() {
    let (tien, nghia) = ("missing 21/5/2021", "missing 9/9/2022");
    for path in ["QD-68-QD-UBND.pdf", "quý 4/QD-68-QD-UBND.pdf", "2/68 QĐ-UBND.pdf"] {
        let expected = [tien, nghia, &format!("ambiguous {path}")];
        assert_eq!(sample("68/QĐ-UBND", &[path]), expected, "{path}");
    }
    for name in ["2022", "9-9-2022", "20220909", "2022-09-09", "ngày 9 tháng 9 năm 2022"] {
        let path = format!("QD-68-QD-UBND {name}.pdf");
        assert_eq!(sample("68/QĐ-UBND", &[&path]), [tien], "{path}");
    }
    for name in ["2021", "21-5-2021", "21052021"] {
        let path = format!("QD-68-QD-UBND {name}.pdf");
        assert_eq!(sample("68/QĐ-UBND", &[&path]), [nghia], "{path}");
    }
    // Another day or year is another document.
    for name in ["2020", "8-9-2022", "20220908"] {
        let path = format!("QD-68-QD-UBND-{name}.pdf");
        let expected = [tien, nghia, &format!("uncited {path}")];
        assert_eq!(sample("68/QĐ-UBND", &[&path]), expected, "{path}");
    }
}

#[test]
fn documents_of_one_year_are_told_apart_by_their_day() {
    // Three communes in October 2021.
    let all = ["missing 15/10/2021", "missing 8/10/2021", "missing 13/10/2021"];
    for path in ["KH-276-KH-UBND.pdf", "KH-276-KH-UBND-2021.pdf"] {
        let last = format!("ambiguous {path}");
        let expected = [&all[..], &[&last]].concat();
        assert_eq!(sample("276/KH-UBND", &[path]), expected, "{path}");
    }
    assert_eq!(sample("276/KH-UBND", &["KH-276-KH-UBND-8-10-2021.pdf"]), [all[0], all[2]]);
    // One commune, twice in 2022: its folder says nothing of that.
    let both = ["missing 16/9/2022", "missing 17/6/2022"];
    let mut told = sample("432/QĐ-UBND", &["06727/QD-432-QD-UBND-2022.pdf"]);
    told.sort();
    assert_eq!(told, [&["ambiguous 06727/QD-432-QD-UBND-2022.pdf"], &both[..]].concat());
    assert_eq!(sample("432/QĐ-UBND", &["06727/QD-432-QD-UBND-17-6-2022.pdf"]), [both[0]]);
}

#[test]
fn an_ambiguous_file_is_told_with_documents_and_communes() {
    let rows = [
        ("06727", "1.1", "QĐ 68/QĐ-UBND ngày 21/5/2021", ""),
        ("06730", "1.1", "QĐ 68/QĐ-UBND ngày 9/9/2022", ""),
    ];
    let folder = office(&rows, &[("QD-68-QD-UBND.pdf", b"x")]);
    let (_, problems) = check(&folder);
    let found = problems.iter().find(|p| p["code"] == "evidence-file-ambiguous").unwrap();
    let message = found["message"].as_str().unwrap();
    for says in
        ["“QĐ 68/QĐ-UBND ngày 21/5/2021” (06727 Bắc Sơn)", "ngày 9/9/2022” (06730 Hải Đông)"]
    {
        assert!(message.contains(says), "{message}");
    }
    assert!(found["line"].is_null() && found["cell"].is_null());
    // What the hints propose is what is to be done.
    let names = ["QD-68-QD-UBND-21-5-2021.pdf", "QD-68-QD-UBND-9-9-2022.pdf"];
    for (problem, name) in problems.iter().zip(names) {
        assert!(problem["hint"].as_str().unwrap().contains(name), "{problem}");
    }
    assert_eq!(told(&office(&rows, &names.map(|name| (name, &b"x"[..])))), [""; 0]);
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
    folder.create_dir("kho");
    folder.write("kho/12-QD-UBND.pdf", "x");
    folder.write("kho/99-BC.pdf", "x");
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
    let (code, problems) = check(&folder);
    assert_eq!((code, &problems[0]["code"]), (1, &Value::from("unreadable-file")));
}

#[test]
fn a_folder_that_is_none_cannot_be_looked_into() {
    let folder = office(&[("06727", "1.1", "12/QĐ-UBND", "")], &[]);
    for (path, says) in
        [("khong-co", "không có tệp hay thư mục"), ("communes.csv", "là tệp, không phải thư mục")]
    {
        let output = folder.run_args(["check", "2022-05", "--evidence", path]);
        let text = output.stderr();
        assert_eq!(output.code(), 2, "{text}");
        assert!(text.contains(says), "{text}");
    }
    assert!(told(&folder).len() == 1, "an empty folder holds nothing");
}

#[test]
fn a_commune_s_name_before_the_document_makes_a_file_that_commune_s() {
    let cited = [("06727", "1.1", "BC 83/BC-UBND ngày 23/12/2022", "")];
    let own = |file: &str| {
        let told = told(&office(&cited, &[(file, b"x")]));
        !told.iter().any(|told| told.contains("evidence"))
    };
    for file in [
        "Bac Son - BC 83-BC-UBND 23-12-2022.pdf",
        "xã Bắc Sơn_BC 83-BC-UBND 23-12-2022.pdf",
        "Hải Đông/Bac Son BC 83-BC-UBND 23-12-2022.pdf",
        "BC 83-BC-UBND 23-12-2022.pdf",
        "BC 83-BC-UBND 23-12-2022 Bac Son.pdf",
    ] {
        assert!(own(file), "{file}: {:?}", told(&office(&cited, &[(file, b"x")])));
    }
    for file in [
        "Hai Dong - BC 83-BC-UBND 23-12-2022.pdf",
        "Hải Đông BC 83-BC-UBND 23-12-2022.pdf",
        "Xã Hải Đông_83-BC-UBND 23-12-2022.pdf",
        "HAI-DONG-BC-83-BC-UBND-23-12-2022.pdf",
        "Bắc Sơn/Hai Dong - BC 83-BC-UBND 23-12-2022.pdf",
        "06730-BC-83-BC-UBND-23-12-2022.pdf",
    ] {
        assert!(!own(file), "{file}");
    }
}
