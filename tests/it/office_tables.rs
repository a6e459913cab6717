//! The tables that offices use are read as they are, in CSV and in workbooks alike.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;
use tempfile::TempDir;

use crate::month::{MONTH, errors, json, month, save, values};

/// A table as text and as a workbook: a row a line, cells parted by `|`.
fn both(table: &str) -> [TempDir; 2] {
    let (text, book) = (month(), month());
    let rows: Vec<Vec<&str>> =
        table.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    let bytes = writer.into_inner().unwrap();
    std::fs::write(text.path().join(MONTH).join("06727.csv"), bytes).unwrap();
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet().set_name("NTM").unwrap(), &rows);
    save(&book, "06727.xlsx", workbook);
    [text, book]
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<&str>]) {
    for (line, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(line, column, *cell).unwrap();
        }
    }
}

/// Both forms give these values and no error.
fn reads(table: &str, expected: &[&str]) {
    for folder in both(table) {
        assert_eq!(errors(&folder), [""; 0], "{table}");
        assert_eq!(values(&folder), expected, "{table}");
    }
}

/// Both forms are refused with these codes.
fn refuses(table: &str, expected: &[&str]) {
    for folder in both(table) {
        let told = errors(&folder);
        let codes: Vec<&str> = told.iter().map(|e| e.split(' ').next().unwrap()).collect();
        assert_eq!(codes, expected, "{table}");
    }
}

/// What a check counts as set right: kind and count.
fn repairs(folder: &TempDir) -> Vec<String> {
    let check = json(folder.path(), &format!("check {MONTH}"));
    let told = |r: &Value| format!("{} {}", r["kind"].as_str().unwrap(), r["count"]);
    check["repairs"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn the_id_stands_in_the_column_with_most_ids() {
    let expected = ["1.1 true", "1.2 false", "2.2 83.5"];
    for table in [
        "TT|Chỉ tiêu|Kết quả\n1.1|Có quy hoạch|đạt\n1.2|Ban hành quy định|chưa đạt\n2.2|Tỷ lệ đường|83,5",
        "STT|Mã chỉ tiêu|Kết quả\n1|1.1|đạt\n2|1.2|chưa đạt\n3|2.2|83,5",
        "TT|Nội dung tiêu chí|Kết quả\n1|1.1. Có quy hoạch|đạt\n|1.2. Ban hành|chưa đạt\n2|2.2. Tỷ lệ|83,5",
        "Nội dung|Kết quả\n1.1 Có quy hoạch|đạt\n1.2 Ban hành|chưa đạt\n2.2 Tỷ lệ|83,5",
        "Mã chỉ tiêu|Chỉ tiêu|Kết quả\n1.1|1.1 Có quy hoạch|đạt\n1.2|Ban hành|chưa đạt\n2.2|2.2|83,5",
    ] {
        reads(table, &expected);
    }
}

#[test]
fn two_ids_in_one_row_are_refused() {
    refuses(
        "TT|Chỉ tiêu|Kết quả\n1.1|Có quy hoạch|đạt\n1.2|2.2 Tỷ lệ đường|83,5",
        &["unknown-indicator"],
    );
    // A row that leaves the column of the ids empty is no other's.
    for folder in both("TT|Chỉ tiêu|Kết quả\n1.1|Có|đạt\n2.1|Tỷ lệ|100\n|2.2 Tỷ lệ đường|83,5")
    {
        assert_eq!(errors(&folder).len(), 1);
    }
}

#[test]
fn a_number_of_the_criterion_merged_beside_the_ids_is_none() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    let rows = [
        vec!["TT", "Nội dung tiêu chí", "Kết quả"],
        vec!["", "1.1. Có quy hoạch", "đạt"],
        vec!["", "1.2. Ban hành", "chưa đạt"],
        vec!["", "2.1. Tỷ lệ", "100"],
    ];
    fill(sheet, &rows);
    sheet.merge_range(1, 0, 2, 0, "1", &Format::new()).unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), ["1.1 true", "1.2 false", "2.1 100"]);
    assert_eq!(repairs(&folder), [""; 0]);
}
