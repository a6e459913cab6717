//! A month in workbooks scores as the same month in CSV, and a fault is told with its
//! sheet and cell.
#![allow(clippy::float_arithmetic, reason = "a sheet holds fractions")]

use crate::office::{Office, SAMPLE};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::Value;

use crate::month::{MONTH, codes, errors, month, save, values};

const HEADER: [&str; 7] =
    ["Chỉ tiêu", "Phần", "Giá trị", "Tử số", "Mẫu số", "Minh chứng", "Ngày văn bản"];

/// Rows of the sample: indicator, part, value, numerator, denominator, evidence.
fn rows(file: &str) -> Vec<[String; 6]> {
    let mut reader = csv::Reader::from_path(format!("{SAMPLE}/{MONTH}/{file}.csv")).unwrap();
    let cells = |row: csv::StringRecord| [3, 4, 5, 6, 7, 8].map(|n| row[n].to_owned());
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// Puts the table of a file below so many rows, numbers as numbers.
fn table(sheet: &mut Worksheet, file: &str, top: u32) {
    for (column, head) in (0..).zip(HEADER) {
        sheet.write(top, column, head).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (line, row) in (top + 1..).zip(rows(file)) {
        for (column, cell) in (0..).zip(&row) {
            match cell.parse::<f64>() {
                Ok(number) if column > 0 => sheet.write(line, column, number).unwrap(),
                _ => sheet.write(line, column, cell).unwrap(),
            };
        }
        let date = ExcelDateTime::from_ymd(2022, 5, 16).unwrap();
        sheet.write_with_format(line, 6, &date, &day).unwrap();
    }
}

#[test]
fn a_month_in_workbooks_scores_as_in_csv() {
    let folder = month();
    for entry in std::fs::read_dir(format!("{SAMPLE}/{MONTH}")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.strip_suffix(".csv").unwrap();
        if stem.ends_with("nang-cao") {
            continue;
        }
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Hướng dẫn").unwrap().write(0, 0, "Cách điền").unwrap();
        let sheet = book.add_worksheet().set_name("NTM").unwrap();
        sheet.write(0, 0, "BIỂU SỐ LIỆU XÃ").unwrap();
        table(sheet, stem, 3);
        if stem == "06739" {
            let sheet = book.add_worksheet().set_name("Nâng cao").unwrap();
            table(sheet, "06739-nang-cao", 0);
        }
        save(&folder, &format!("{stem}.xlsx"), book);
    }
    folder.run(&format!("check {MONTH} --fix -o clean --lang en")).assert_code(0);
    for level in ["ntm", "nang-cao"] {
        let score = format!("score {MONTH} --level {level}");
        let sample = Office::sample().json(&score);
        assert_eq!(folder.json(&score), sample, "{level}");
        assert_eq!(folder.inside("clean").json(&score), sample, "{level}");
    }
    let check = folder.json(&format!("check {MONTH}"));
    assert_eq!(codes(&check), codes(&Office::sample().json(&format!("check {MONTH}"))));
    let kinds: Vec<&str> =
        check["repairs"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["title-rows"; 9]);
}

/// A workbook of one commune with the cells of some rows, given as the sheet shows them.
fn odd_book(fill: impl Fn(&mut Worksheet)) -> Office {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    for (column, head) in (0..).zip(HEADER) {
        sheet.write(0, column, head).unwrap();
    }
    fill(sheet);
    save(&folder, "06727.xlsx", book);
    folder
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let percent = Format::new().set_num_format("0.0%");
    let folder = odd_book(|sheet| {
        for (line, id) in
            ["1.1", "1.2", "2.1", "3.1", "2.2", "5.1", "8.1", "10.1"].iter().enumerate()
        {
            sheet.write(line as u32 + 1, 0, *id).unwrap();
        }
        sheet.write(1, 2, true).unwrap();
        sheet.write(2, 2, "Chưa đạt").unwrap();
        sheet.write_with_format(3, 2, 0.985, &percent).unwrap();
        sheet.write(4, 2, "90,5").unwrap();
        sheet
            .write_formula(5, 2, Formula::new("=0.1+0.2").set_result("0.30000000000000004"))
            .unwrap();
        sheet.write(6, 2, 70).unwrap();
        sheet.write(7, 2, 1).unwrap();
        // Three decimals of a number are no group of thousands.
        sheet.write(8, 2, 55.125).unwrap();
        sheet.set_row_hidden(6).unwrap();
    });
    assert_eq!(
        values(&folder),
        [
            "1.1 true",
            "1.2 false",
            "2.1 98.5",
            "2.2 0.3",
            "3.1 90.5",
            "5.1 70",
            "8.1 true",
            "10.1 55.125"
        ]
    );
    let check = folder.json(&format!("check {MONTH}"));
    let repairs: Vec<String> = check["repairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| format!("{} {}", r["kind"].as_str().unwrap(), r["count"]))
        .collect();
    assert_eq!(repairs, ["hidden-rows 1", "percent-cells 1"]);
}

#[test]
fn faults_are_told_with_sheet_and_cell() {
    let percent = Format::new().set_num_format("0%");
    let day = Format::new().set_num_format("d-mmm");
    let folder = odd_book(|sheet| {
        for (line, id) in ["1.1", "2.1", "2.2", "10.1"].iter().enumerate() {
            sheet.write(line as u32 + 1, 0, *id).unwrap();
        }
        sheet.write(1, 2, "cơ bản đạt").unwrap();
        sheet.write(2, 2, 120.5).unwrap();
        sheet.write_formula(3, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_with_format(4, 2, 0.5, &percent).unwrap();
        let date = ExcelDateTime::from_ymd(2022, 1, 2).unwrap();
        sheet.write_with_format(5, 0, &date, &day).unwrap();
        sheet.write(5, 2, 1).unwrap();
        sheet.write(6, 0, "1.2").unwrap();
        sheet.write(6, 2, "đạt").unwrap();
        sheet.write(7, 0, "1.2").unwrap();
        sheet.write(7, 2, "đạt").unwrap();
    });
    let output = folder.run(&format!("check {MONTH} --lang en"));
    let told = output.stdout();
    let places: Vec<&str> = told.lines().filter(|l| l.contains(": error[")).collect();
    let expected = [
        "C2: error[not-a-value]",
        "C3: error[out-of-range]",
        "C4: error[not-a-number]",
        "C5: error[not-a-number]",
        "A6: error[mangled-indicator]",
        "8: error[duplicate-value]",
    ];
    assert_eq!(places.len(), expected.len(), "{told}");
    for (line, expected) in places.iter().zip(expected) {
        assert!(line.starts_with(&format!("2022-05/06727.xlsx!NTM!{expected}")), "{line}");
    }
    let check = folder.json(&format!("check {MONTH}"));
    let first = &check["problems"][0];
    assert_eq!((&first["file"], &first["sheet"]), (&"2022-05/06727.xlsx".into(), &"NTM".into()));
    assert_eq!((&first["address"], &first["line"]), (&"C2".into(), &2.into()));
    assert_eq!(first["column"], "value");
}

#[test]
fn merged_cells_titles_and_signatures_surround_the_data() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tháng 5").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 5, "TỔNG HỢP", &plain).unwrap();
    for (column, head) in (0..).zip(["Xã", "Tiêu chí", "Chỉ tiêu", "Giá trị", "Minh chứng", "Kỳ"])
    {
        sheet.write(2, column, head).unwrap();
    }
    sheet.merge_range(3, 0, 4, 0, "Bắc Sơn", &plain).unwrap();
    sheet.merge_range(3, 1, 4, 1, "Quy hoạch", &plain).unwrap();
    sheet.merge_range(3, 4, 4, 4, "QĐ 349", &plain).unwrap();
    let month = Format::new().set_num_format("mm/yyyy");
    for (line, id) in [(3, "1.1"), (4, "1.2")] {
        sheet.write(line, 2, id).unwrap();
        sheet.write(line, 3, "x").unwrap();
        let first = ExcelDateTime::from_ymd(2022, 5, 1).unwrap();
        sheet.write_with_format(line, 5, &first, &month).unwrap();
    }
    sheet.write(6, 4, "NGƯỜI LẬP BIỂU").unwrap();
    book.add_worksheet().set_name("Ghi chú").unwrap().write(0, 0, "nháp").unwrap();
    save(&folder, "tong-hop.xlsx", book);
    assert_eq!(values(&folder), ["1.1 true", "1.2 true"]);
    let score = folder.json(&format!("score {MONTH}"));
    let indicators = &score["communes"][0]["results"][0]["indicators"];
    assert_eq!(indicators[1]["evidence"], "QĐ 349");
    let check = folder.json(&format!("check {MONTH}"));
    let kinds: Vec<&str> =
        check["repairs"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["title-rows", "signature", "merged-cells", "other-sheets"]);
    assert_eq!((&check["errors"], &check["rows"]), (&0.into(), &2.into()));
}

#[test]
fn what_a_sheet_does_not_say_for_certain_is_refused() {
    let plain = Format::new();
    // A value for three rows at once.
    let merged = odd_book(|sheet| {
        for (line, id) in ["2.1", "2.2", "2.3"].iter().enumerate() {
            sheet.write(line as u32 + 1, 0, *id).unwrap();
        }
        sheet.merge_range(1, 2, 3, 2, "95", &plain).unwrap();
    });
    assert_eq!(errors(&merged), ["not-a-value C2"]);
    // A second table with its columns in another order.
    let swapped = odd_book(|sheet| {
        sheet.write(1, 0, "2.1").unwrap();
        sheet.write(1, 2, 95).unwrap();
        for (column, head) in [(0, "Chỉ tiêu"), (2, "Giá trị"), (3, "Mẫu số"), (4, "Tử số")]
        {
            sheet.write(2, column, head).unwrap();
        }
        sheet.write(3, 0, "2.2").unwrap();
        sheet.write(3, 3, 3).unwrap();
        sheet.write(3, 4, 200).unwrap();
    });
    assert_eq!(errors(&swapped), ["unreadable-row -"]);
    // A sheet that was copied from another commune's file.
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Hải Đông").unwrap();
    sheet.write(0, 0, "Chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
    sheet.write(1, 0, "1.1").unwrap().write(1, 1, "đạt").unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), ["unknown-commune -"]);
    // A header that lost its first column's name.
    let folder = month();
    let mut book = Workbook::new();
    for (name, head) in [("NTM", "Chỉ tiêu"), ("Thêm", "Mục xx")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, head).unwrap().write(0, 1, "Giá trị").unwrap();
        sheet.write(1, 0, "1.1").unwrap().write(1, 1, "đạt").unwrap();
    }
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), ["missing-column -"]);
}

#[test]
fn a_workbook_that_asks_for_absurd_room_is_broken() {
    // Damaged so that a cell stands in column 36,000; and so that the reader stops short.
    for name in ["absurd-columns.xls", "stops-the-reader.xls"] {
        let folder = month();
        let book = format!("{}/tests/books/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(book, folder.path().join(MONTH).join("06727.xls")).unwrap();
        assert_eq!(errors(&folder), ["unreadable-file -"], "{name}");
    }
}

#[test]
fn what_libreoffice_saves_scores_as_the_month_it_was_filled_from() {
    for name in ["06727.ods", "06727.xls"] {
        let folder = month();
        let book = format!("{}/tests/books/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(book, folder.path().join(MONTH).join(name)).unwrap();
        let score = format!("score {MONTH} --commune 06727");
        let (own, sample) = (folder.json(&score), Office::sample().json(&score));
        assert_eq!(own["communes"], sample["communes"], "{name}");
        assert_eq!(own["summary"], sample["summary"], "{name}");
    }
}

#[test]
fn a_workbook_in_no_folder_of_a_month_names_its_period_itself() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    for (column, head) in (0..).zip(["Kỳ", "Chỉ tiêu", "Giá trị"]) {
        sheet.write(1, column, head).unwrap();
    }
    sheet.write(2, 0, "5/2022").unwrap().write(2, 1, "1.1").unwrap().write(2, 2, "x").unwrap();
    book.save(folder.path().join("06727.xlsx")).unwrap();
    let score = folder.json("score 06727.xlsx");
    assert_eq!(
        (&score["period"], &score["communes"][0]["code"]),
        (&"2022-05".into(), &"06727".into())
    );
}

#[test]
fn a_sheet_of_each_commune_is_read_by_its_name() {
    let folder = month();
    let mut book = Workbook::new();
    for name in ["Bắc Sơn", "06730"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, head) in (0..).zip(HEADER) {
            sheet.write(0, column, head).unwrap();
        }
        sheet.write(1, 0, "1.1").unwrap();
        sheet.write(1, 2, "đạt").unwrap();
    }
    save(&folder, "ca-thanh-pho.xlsx", book);
    let score = folder.json(&format!("score {MONTH}"));
    let codes: Vec<&Value> =
        score["communes"].as_array().unwrap().iter().map(|commune| &commune["code"]).collect();
    assert_eq!(codes, ["06727", "06730"]);
}

#[test]
fn what_is_no_workbook_or_too_large_is_refused() {
    let folder = month();
    let path = |name: &str| folder.path().join(MONTH).join(name);
    std::fs::write(path("06727.xlsx"), b"PK\x03\x04 nothing more").unwrap();
    let mut far = Workbook::new();
    far.add_worksheet().write(1_048_575, 16_383, "x").unwrap();
    save(&folder, "06730.xlsx", far);
    std::fs::write(path("06733.xls"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken").unwrap();
    // A text file under the name of a workbook is a text file.
    std::fs::write(path("06739.xlsx"), "Chỉ tiêu,Giá trị\n1.1,đạt\n").unwrap();
    let check = folder.json(&format!("check {MONTH}"));
    let told: Vec<(&str, &str)> = check["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["severity"] == "error")
        .map(|p| (p["file"].as_str().unwrap(), p["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("2022-05/06727.xlsx", "unreadable-file"),
            ("2022-05/06730.xlsx", "unreadable-file"),
            ("2022-05/06733.xls", "unreadable-file"),
        ]
    );
    assert_eq!((&check["files"], &check["rows"]), (&4.into(), &1.into()));
}
