//! Names of files, sheets and communes: what they say of the rows in them, and what they
//! cannot say.

use std::path::Path;

use crate::office::Office;
use ntm::intake::{Roster, Unknown};
use ntm::period::Period;
use serde_json::Value;

const ROSTER: &str =
    "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06739,Quảng Nghĩa,22,DBSH\n";

fn month(roster: &str, files: &[(&str, &str)]) -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", roster);
    folder.create_dir("2022-12");
    for (name, text) in files {
        folder.write(format!("2022-12/{name}"), text);
    }
    folder
}

fn check(folder: &Office) -> Value {
    folder.json("check 2022-12")
}

/// The codes of what is wrong, with the lines, but for what any small file lacks.
fn problems(folder: &Office) -> Vec<String> {
    let check = check(folder);
    let all = check["problems"].as_array().unwrap().iter();
    let told = all.map(|p| format!("{} {} {}", p["line"], p["code"], p["column"]).replace('"', ""));
    told.filter(|t| {
        !["missing-indicator", "missing-evidence", "missing-values", "not-reported"]
            .iter()
            .any(|c| t.contains(c))
    })
    .collect()
}

/// The status of an indicator of a commune.
fn status(folder: &Office, level: &str, code: &str, id: &str) -> String {
    let output = folder.run(&format!("score 2022-12 --level {level} --format json")).assert_code(0);
    let score = output.json();
    let commune = score["communes"].as_array().unwrap().iter().find(|c| c["code"] == code);
    let criteria = commune.unwrap()["results"].as_array().unwrap();
    let mut indicators = criteria.iter().flat_map(|c| c["indicators"].as_array().unwrap());
    let found = indicators.find(|i| i["id"] == id).unwrap();
    found["status"].as_str().unwrap().to_owned()
}

const ROW: &str = "indicator,value,evidence\n1.1,đạt,BC 1\n";
/// Of nâng cao 1.1 is left to the province.
const HIGHER: &str = "indicator,value,evidence\n7.1,đạt,BC 1\n";

#[test]
fn a_file_of_conditions_is_not_scored_as_ntm() {
    for name in ["06727-cong-nhan.csv", "06727 Công nhận.csv", "Bắc Sơn_CONG_NHAN.csv"] {
        let folder = month(ROSTER, &[(name, ROW), ("06739.csv", ROW)]);
        assert_eq!(status(&folder, "ntm", "06739", "1.1"), "met");
        let score = folder.json("score 2022-12");
        assert_eq!(score["summary"]["not_reported"], serde_json::json!(["06727"]), "{name}");
        assert!(problems(&folder).iter().any(|told| told.contains("missing-level")), "{name}");
    }
}

#[test]
fn a_name_of_two_levels_is_refused_where_rows_name_none() {
    let name = "06727-nang-cao-kieu-mau.csv";
    let folder = month(ROSTER, &[(name, ROW)]);
    assert_eq!(problems(&folder), ["null bad-level level"]);
    let named = "level,indicator,value,evidence\nntm,1.1,đạt,BC 1\n,1.2,đạt,BC 1\n";
    let folder = month(ROSTER, &[(name, named)]);
    assert_eq!(problems(&folder), ["3 bad-level level"]);
    let named = "level,indicator,value,evidence\nntm,1.1,đạt,BC 1\n";
    assert!(problems(&month(ROSTER, &[(name, named)])).is_empty());
}

#[test]
fn rows_of_a_higher_level_alone_are_told() {
    let told = |files: &[&str]| {
        let files: Vec<_> = files.iter().map(|name| (*name, ROW)).collect();
        problems(&month(ROSTER, &files))
    };
    assert_eq!(told(&["06727-nang-cao.csv"]), ["null missing-level null"]);
    assert_eq!(told(&["06727-nang-cao.csv", "06727-cong-nhan.csv"]).len(), 1);
    assert!(told(&["06727-nang-cao.csv", "06727.csv"]).is_empty());
    // Of another commune.
    assert_eq!(told(&["06727-nang-cao.csv", "06739.csv"]).len(), 1);
    // A file that is checked by itself lacks the others rightly.
    let folder = month(ROSTER, &[("06727-nang-cao.csv", ROW)]);
    let alone = folder.json("check 2022-12/06727-nang-cao.csv");
    assert!(!alone.to_string().contains("missing-level"));
}

#[test]
fn forms_of_two_levels_do_not_take_each_others_place() {
    let folder = month(ROSTER, &[("06739.csv", ROW)]);
    let mut names = Vec::new();
    for levels in ["ntm", "nang-cao", "cong-nhan", "ntm --level nang-cao"] {
        let line = format!("template . --period 2022-12 --commune 06739 --level {levels} -o forms");
        folder.run(&line).assert_code(0);
        for entry in std::fs::read_dir(folder.path().join("forms")).unwrap() {
            let path = entry.unwrap().path();
            names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
            std::fs::rename(&path, folder.path().join("2022-12").join(path.file_name().unwrap()))
                .unwrap();
        }
    }
    assert_eq!(
        names,
        ["06739.xlsx", "06739-nang-cao.xlsx", "06739-cong-nhan.xlsx", "06739-ntm-nang-cao.xlsx"]
    );
    // Every form is read as of its own levels.
    for name in &names[..3] {
        folder.remove(format!("2022-12/{name}"));
    }
    folder.remove("2022-12/06739.csv");
    assert!(problems(&folder).is_empty(), "{:?}", problems(&folder));
    assert_eq!(status(&folder, "nang-cao", "06739", "1.1"), "missing");
}

#[test]
fn an_empty_column_for_the_commune_is_as_good_as_none() {
    let rows = "commune,indicator,value,evidence\n,1.1,đạt,BC 1\n,1.2,đạt,BC 1\n,,Người lập,\n";
    let folder = month(ROSTER, &[("06727.csv", rows)]);
    assert!(problems(&folder).is_empty(), "{:?}", problems(&folder));
    assert_eq!(status(&folder, "ntm", "06727", "1.2"), "met");
    // Among rows that name communes it is a fault, wherever those stand.
    for rows in [
        "commune,indicator,value,evidence\n,1.1,đạt,BC 1\n06739,1.2,đạt,BC 1\n",
        "commune,indicator,value,evidence\n,1.1,đạt,BC 1\nai đó,1.2,đạt,BC 1\n",
        "commune,indicator,value,evidence\n,1.1,đạt,BC 1\n06727,1.2,đạt,BC 1\n",
        "xã,mã xã,indicator,value,evidence\n,,1.1,đạt,BC 1\nBắc Sơn,06727,1.2,đạt,BC 1\n",
    ] {
        let folder = month(ROSTER, &[("06727.csv", rows)]);
        let told = problems(&folder);
        assert_eq!(told[0], "2 unknown-commune commune", "{told:?}");
        let output = folder.run("score 2022-12 --lenient --format json");
        let score = output.json();
        assert_ne!(score["communes"][0]["results"][0]["indicators"][0]["status"], "met", "{rows}");
    }
    // Where no name says it either, each row lacks it.
    let folder = month(ROSTER, &[("so-lieu.csv", "commune,indicator,value\n,1.1,đạt\n")]);
    assert_eq!(problems(&folder), ["2 unknown-commune commune"]);
}

#[test]
fn codes_that_lost_their_zero_are_repaired_and_listed() {
    let roster = "code,name,province,region\n6727,Bắc Sơn,22,DBSH\n4,Một Xã,1,DBSH\n";
    let folder = month(roster, &[("6727.csv", ROW), ("6727-nang-cao.csv", ROW)]);
    assert_eq!(status(&folder, "ntm", "06727", "1.1"), "met");
    let check = check(&folder);
    let repairs: Vec<String> =
        check["repairs"].as_array().unwrap().iter().map(Value::to_string).collect();
    for file in ["communes.csv", "6727.csv", "6727-nang-cao.csv"] {
        let told = |r: &&String| r.contains("leading-zeros") && r.contains(&format!("{file}\""));
        assert!(repairs.iter().any(|r| told(&r)), "{file}: {repairs:?}");
    }
    // A year is no code.
    let roster = "code,name,province,region\n02022,Bắc Sơn,22,DBSH\n";
    let folder = month(roster, &[("2022.csv", ROW)]);
    assert_eq!(problems(&folder), ["1 missing-column commune"]);
}

fn roster(rows: &[&str]) -> Roster {
    let text = format!("code,name,province,region\n{}\n", rows.join("\n"));
    let (roster, problems) = Roster::parse_files(&[crate::common::source("communes", &text)], &[]);
    assert!(problems.is_empty(), "{problems:?}");
    roster
}

#[test]
fn a_name_is_found_with_or_without_its_kind() {
    let roster = roster(&[
        "10001,Cư M'gar,66,TN",
        "10002,Xã Hải Hòa,66,TN",
        "10003,Phường Hải Hòa,66,TN",
        "10004,Phường Đúc,66,TN",
        "10005,P Rao,66,TN",
        "10006,1,66,TN",
        "10007,Xa Dung,66,TN",
        "10008,Phương Sơn,66,TN",
        "10009,Phượng Sơn,66,TN",
        "10010,Dung,66,TN",
        "10011,Ea Bar,66,TN",
        "10012,AYun,66,TN",
        "10013,Ayun,66,TN",
        "10014,Lang Biang - Đà Lạt,66,TN",
        "10015,Đạ M'ri,66,TN",
    ]);
    let period = Period::parse("2022-12").unwrap();
    let find = |name: &str| match roster.find(name, period) {
        Ok(place) => roster.communes[place].code.clone(),
        Err(Unknown::Shared(places)) => {
            let codes = places.iter().map(|place| &*roster.communes[*place].code);
            codes.collect::<Vec<_>>().join("+")
        }
        Err(_) => String::new(),
    };
    for (name, code) in [
        ("Cư M’gar", "10001"),
        ("xã Cư M`gar", "10001"),
        ("X. CƯ M´GAR", "10001"),
        ("cu mgar", "10001"),
        ("xã Hải Hoà", "10002"),
        ("X.Hải Hòa", "10002"),
        ("P. Hải Hoà", "10003"),
        ("phuong hai hoa", "10003"),
        ("Hải Hòa", "10002+10003"),
        ("thị trấn Hải Hòa", ""),
        ("Phường Đúc", "10004"),
        ("phường Phường Đúc", "10004"),
        ("P Rao", "10005"),
        ("thị trấn P Rao", "10005"),
        ("Phường 1", "10006"),
        ("P.1", "10006"),
        ("1", "10006"),
        ("Xa Dung", "10007"),
        ("xã Xa Dung", "10007"),
        ("xã Dung", "10010"),
        ("Phương Sơn", "10008"),
        ("Phượng Sơn", "10009"),
        ("phuong son", "10008+10009"),
        ("EaBar", "10011"),
        ("AYun", "10012"),
        ("Ayun", "10013"),
        ("ayun", "10012+10013"),
        ("Lang Biang – Đà Lạt", "10014"),
        ("Ðạ M’ri", "10015"),
        ("Hải", ""),
    ] {
        assert_eq!(find(name), code, "{name}");
    }
}

#[test]
fn apostrophes_in_data_and_in_file_names() {
    let roster = "code,name,province,region\n24829,B'Lao,68,TN\n23971,Cư M'gar,66,TN\n";
    let rows = "xã;mã chỉ tiêu;giá trị;minh chứng\nB’Lao;1.1;đạt;BC 1\n";
    let folder = month(
        roster,
        &[("so-lieu.csv", rows), ("Cư M’gar.csv", ROW), ("cu-m-gar-nang-cao.csv", HIGHER)],
    );
    for code in ["24829", "23971"] {
        assert_eq!(status(&folder, "ntm", code, "1.1"), "met");
    }
    assert_eq!(status(&folder, "nang-cao", "23971", "7.1"), "met");
    assert!(Path::new(&folder.path().join("2022-12")).is_dir());
}

/// What a roster in another shape gives: its communes, its repairs, what is wrong in which
/// line.
fn roster_of(bytes: &[u8]) -> (Vec<String>, Vec<String>, Vec<String>) {
    let content = ntm::intake::Content::Bytes(bytes.to_vec());
    let source = ntm::intake::Source { content, ..crate::common::source("communes", "") };
    let (roster, problems) = Roster::parse_files(&[source], &[]);
    let communes = roster.communes.iter().map(|c| format!("{} {}", c.code, c.name)).collect();
    let repairs = roster.repairs.iter().map(|r| format!("{} {}", r.kind.as_str(), r.count));
    let told = problems.iter().map(|p| format!("{:?} {}", p.place.line, p.code.as_str()));
    (communes, repairs.collect(), told.collect())
}

#[test]
fn a_roster_is_read_as_data_are() {
    let rows = "code;name;province;region\n06727;Bắc Sơn;22;DBSH\n06739;Quảng Nghĩa;22;DBSH\n";
    let both = ["06727 Bắc Sơn", "06739 Quảng Nghĩa"];
    let title = "DANH SÁCH XÃ;;;\nNăm 2022;;;\n";
    let signed = ";;Móng Cái, ngày 5 tháng 5 năm 2022;\nNgười lập;;Chủ tịch;\n";
    let utf_16: Vec<u8> = std::iter::once(0xfeff)
        .chain(rows.replace(';', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let formulas = rows.replace("06727", "=\"06727\"").replace("06739", "\"=\"\"06739\"\"\"");
    for (text, repairs) in [
        (rows.as_bytes().to_vec(), &[][..]),
        (format!("sep=;\n{rows}").into_bytes(), &[]),
        (format!("{title}{rows}").into_bytes(), &["title-rows 2"]),
        (format!("{title}{rows}{signed}").into_bytes(), &["title-rows 2", "signature 2"]),
        (utf_16, &["utf-16 1"]),
        (formulas.into_bytes(), &["formula-text 2"]),
        (rows.replace(";0", ";").replace("\n06", "\n6").into_bytes(), &["leading-zeros 2"]),
    ] {
        let (communes, done, told) = roster_of(&text);
        let shown = String::from_utf8_lossy(&text);
        assert_eq!((communes, told), (both.map(str::to_owned).to_vec(), vec![]), "{shown}");
        assert_eq!(done, repairs, "{shown}");
    }
}

#[test]
fn what_may_be_a_commune_is_not_passed_over_in_a_roster() {
    let rows = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
    for (text, told) in [
        // Above the header.
        (format!("06739,Quảng Nghĩa,22,DBSH\n{rows}"), "Some(1) missing-column"),
        // At the end, with a slip in its code or cut off.
        (format!("{rows}O6739,Quảng Nghĩa,22,DBSH\n"), "Some(3) bad-roster"),
        (format!("{rows}O6739,Quảng Nghĩa,22,\n"), "Some(3) bad-roster"),
        (format!("{rows}0673"), "Some(3) bad-roster"),
        // Text that rows follow.
        (format!("{rows}Cộng,,,\n06739,Quảng Nghĩa,22,DBSH\n"), "Some(3) bad-roster"),
        (format!("{rows}06739,Qu?ng Ngh?a,22,DBSH\n"), "Some(3) bad-encoding"),
    ] {
        assert!(roster_of(text.as_bytes()).2.contains(&told.to_owned()), "{text}");
    }
    let mut bytes = rows.as_bytes().to_vec();
    bytes.extend(b"06739,Qu\xc3\x28ng,22,DBSH\n\xff\n");
    assert_eq!(roster_of(&bytes).2, ["Some(3) bad-encoding"]);
}
