//! One fault gives one problem: a cell that is to name parts, a row that cannot be read, a
//! file without a header, a sheet without one.

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::common::{ROSTER, in_folder, read_as, source, told};
use crate::month;
use crate::office::Office;
use ntm::intake::Options;

fn told_of(name: &str, text: &str) -> Vec<String> {
    told(&read_as(ROSTER, &[in_folder("2022-05", source(name, text))], Options::default()))
}

#[test]
fn a_cell_that_is_to_name_the_parts_is_one_fault() {
    for (cell, told) in [
        ("nam 75;nữ", "2 unknown-part part"),
        ("75;nữ", "2 unknown-part part"),
        ("80%/60%", "2 unknown-part part"),
        ("chung x9", "2 not-a-number value"),
        ("75", "2 unknown-part part"),
    ] {
        let rows = format!("indicator\tvalue\n12.1\t{cell}\n");
        let rows = rows.replace("12.1", "17.1");
        assert_eq!(told_of("06727", &rows), [told], "{cell}");
    }
    // A part that is not named and a value that is none are faults of two cells.
    let both = told_of("06727", "indicator,part,value\n17.1,,98x\n");
    assert_eq!(both, ["2 unknown-part part", "2 not-a-number value"]);
    // One that names a part and holds no number is one fault, with its part.
    assert_eq!(told_of("06727", "indicator,part,value\n17.1,chung,x9\n"), ["2 not-a-number value"]);
}

#[test]
fn of_a_row_that_cannot_be_read_nothing_else_is_told() {
    // Two rows in one cell, of a commune that is not known.
    let rows = "commune,level,indicator,value\n06730,,1.1,đạt\n99999,,1.2 đạt,\n";
    assert_eq!(told_of("x", rows), ["3 unreadable-row indicator"]);
}

#[test]
fn of_one_cell_and_of_what_is_claimed_of_it_one_fault_is_told() {
    // Two numbers, of which one is none and the other can be read in two ways.
    for cell in ["12.800/12.900 m", "12,8 m/12.900"] {
        let told = told_of("06727", &format!("indicator\tvalue\n2.1\t{cell}\n"));
        assert_eq!(told, ["2 not-a-number value"], "{cell}");
    }
    let office = month::month();
    let rows = "TT;Kết quả;Tự chấm\n1;Quy hoạch;\n1.1;đạt;Đạt\n1.2;đatj;Đạt\n2.1;98,x;Đạt\n";
    office.write("2022-05/06727.csv", rows.replace("1;Quy hoạch;\n", "1. Quy hoạch;;Đạt\n"));
    let check = office.json("check 2022-05");
    let problems = check["problems"].as_array().unwrap().iter();
    let codes = problems.map(|p| format!("{} {}", p["line"], p["code"].as_str().unwrap()));
    let codes: Vec<String> = codes.filter(|code| !code.starts_with("null")).collect();
    assert_eq!(codes, ["4 not-a-value", "5 not-a-number"]);
    // A row of a roster that is no commune's lacks all of it.
    office.write("r.csv", "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n,Tổng,,\n");
    let check = office.json("check 2022-05 --communes r.csv");
    let problems = check["problems"].as_array().unwrap().iter();
    let of_roster = problems.filter(|p| p["code"] == "bad-roster");
    assert_eq!(of_roster.map(|p| p["column"].clone()).collect::<Vec<_>>(), ["code"]);
}

#[test]
fn a_file_without_a_header_is_one_fault() {
    for (text, told) in [
        ("x\n", "0 empty-file -"),
        ("x;y;z\n", "0 empty-file -"),
        ("Mã số;Số liệu\n1.2;đạt\n", "1 missing-column indicator"),
        ("a,b\nc,d\ne,f\n", "1 missing-column indicator"),
        ("1.1;đạt\n1.2;đạt\n", "1 unreadable-row -"),
    ] {
        for name in ["06727", "x"] {
            assert_eq!(told_of(name, text), [told], "{name}: {text}");
        }
    }
    // One that names a column lacks the others.
    let lacking = told_of("06727", "commune;số liệu khác\n06727;đạt\n");
    let lacks = |column: &str| lacking.contains(&format!("1 missing-column {column}"));
    assert!(lacks("indicator") && lacks("value"), "{lacking:?}");
}

fn errors(folder: &Office, line: &str) -> Vec<Value> {
    let check = folder.json(line);
    let problems = check["problems"].as_array().unwrap().iter();
    problems.filter(|problem| problem["severity"] == "error").cloned().collect()
}

/// A workbook with a sheet that can be read and another.
fn book_with(rows: &[&[&str]]) -> Office {
    let folder = month::month();
    let mut book = Workbook::new();
    let sheets: [&[&[&str]]; 2] = [&[&["indicator", "value"], &["1.1", "đạt"]], rows];
    for (name, rows) in ["06727", "Tiếp theo"].into_iter().zip(sheets) {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (line, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(line, column, *cell).unwrap();
            }
        }
    }
    month::save(&folder, "06727.xlsx", book);
    folder
}

#[test]
fn a_sheet_without_a_header_is_told_as_a_file_without_one_is() {
    let data: &[&[&str]] = &[&["1.2", "chưa đạt"], &["2.1", "95"]];
    let named: &[&[&str]] = &[&["Mã số", "Số liệu"], &["1.2", "chưa đạt"]];
    for (rows, line, code) in [(data, 1, "unreadable-row"), (named, 2, "missing-column")] {
        let found = errors(&book_with(rows), "check 2022-05");
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0]["code"].as_str(), found[0]["line"].as_u64()),
            (Some(code), Some(line))
        );
    }
    let alone = month::month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "1.1").unwrap();
    sheet.write(0, 1, "đạt").unwrap();
    month::save(&alone, "06727.xlsx", book);
    let found = errors(&alone, "check 2022-05");
    assert_eq!((found.len(), &found[0]["code"]), (1, &Value::from("unreadable-row")), "{found:?}");
}

/// What is told of a roster with a row of data in the month.
fn of_roster(roster: &str) -> Vec<Value> {
    let data = "commune,indicator,value\n06727,1.1,đạt\n";
    let check =
        Office::with(&[("communes.csv", roster), ("2022-05/a.csv", data)]).json("check 2022-05");
    let problems = check["problems"].as_array().unwrap().iter();
    let asked = ["missing-indicator", "missing-evidence"];
    problems.filter(|p| !asked.contains(&p["code"].as_str().unwrap())).cloned().collect()
}

#[test]
fn a_shifted_row_of_the_roster_is_one_fault_and_no_commune() {
    let head = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
    let told = of_roster(&format!("{head}x,06733,Hải Tiến,22,DBSH\n"));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["code"], &told[0]["line"]), (&"unreadable-row".into(), &3.into()));
}

#[test]
fn a_commune_whose_code_is_refused_is_not_listed() {
    let head = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
    for code in ["067", "x", "00000", "123456"] {
        let told = of_roster(&format!("{head}{code},Hải Tiến,22,DBSH\n06730,Hải Đông,22,DBSH\n"));
        let codes: Vec<&str> = told.iter().map(|p| p["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["bad-roster", "not-reported"], "{code}: {told:?}");
        let silent = told[1]["message"].as_str().unwrap();
        assert!(silent.contains("1/2 xã") && silent.contains("Hải Đông (06730)"), "{silent}");
        assert!(!silent.contains("Hải Tiến"), "{silent}");
    }
}

#[test]
fn the_cells_of_a_row_that_is_parted_otherwise_are_told_apart() {
    let head = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
    let told = of_roster(&format!("{head}\"06730,Hải Đông,22,DBSH\",,,\n"));
    assert_eq!(told[0]["cell"], "06730,Hải Đông,22,DBSH,,,", "{told:?}");
    let told = of_roster(&format!("{head}06730;\"Hải Đông\";22;DBSH\n"));
    assert_eq!(told[0]["cell"], "06730;\"Hải Đông\";22;DBSH", "{told:?}");
    let swallowed = "06757,\"Vĩnh Thực,22,DBSH\n06760,Xã Mới\",22,DBSH\n";
    let told = of_roster(&format!("{head}{swallowed}"));
    let cell = "06757,Vĩnh Thực,22,DBSH\n06760,Xã Mới,22,DBSH";
    assert_eq!(told[0]["cell"], cell, "{told:?}");
}

#[test]
fn a_short_row_of_the_roster_is_named() {
    let head = "code,name,province,region,valid_from,valid_to\n";
    let full = "06727,Bắc Sơn,22,DBSH,,2025-06-30\n06748,Vạn Ninh,22,DBSH,,2025-06-30\n";
    let told = of_roster(&format!("{head}{full}06745,Hải Xuân,22,DBSH,2025-06-30\n"));
    let short = told.iter().find(|p| p["code"] == "bad-roster").expect("it is told");
    assert_eq!((&short["line"], &short["severity"]), (&4.into(), &"warning".into()));
    assert_eq!(short["cell"], "06745,Hải Xuân,22,DBSH,2025-06-30");
    assert_eq!(short["column"], Value::Null);
    // A cell that cannot be what its column holds is the one fault.
    let told = of_roster(&format!("{head}{full}06745,Hải Xuân,22,2025-06-30,\n"));
    let of_row: Vec<&Value> = told.iter().filter(|p| p["line"] == 4).collect();
    assert_eq!(of_row.len(), 1, "{told:?}");
    assert_eq!(of_row[0]["severity"], "error");
    // Where many leave empty cells out at the end it says nothing.
    let rows =
        "06727,Bắc Sơn,22,DBSH\n06748,Vạn Ninh,22,DBSH,,2025-06-30\n06745,Hải Xuân,22,DBSH\n";
    let told = of_roster(&format!("{head}{rows}"));
    assert!(told.iter().all(|p| p["code"] != "bad-roster"), "{told:?}");
}
