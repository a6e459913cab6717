//! The roster may be a workbook: `communes.xlsx`.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::month::{MONTH, month, values};
use crate::office::Office;

const HEADER: [&str; 5] = ["Mã xã", "Tên xã", "Mã tỉnh", "Vùng", "valid_from"];

/// A month with a workbook as its roster, made by `fill`.
fn with(name: &str, fill: impl FnOnce(&mut Workbook)) -> Office {
    let office = month();
    office.remove("communes.csv");
    office.write(format!("{MONTH}/06727.csv"), "indicator,value\n1.1,đạt\n");
    let mut book = Workbook::new();
    fill(&mut book);
    book.save(office.at(name)).unwrap();
    office
}

/// A sheet with a title, a header and rows of text.
fn sheet(book: &mut Workbook, rows: &[&[&str]]) {
    let sheet = book.add_worksheet().set_name("Xã").unwrap();
    sheet.write(0, 0, "DANH SÁCH XÃ").unwrap();
    for (line, row) in (2..).zip([&HEADER[..4]].iter().chain(rows)) {
        for (column, cell) in (0..).zip(row.iter()) {
            sheet.write(line, column, *cell).unwrap();
        }
    }
}

const BAC_SON: &[&str] = &["06727", "Bắc Sơn", "22", "DBSH"];

#[test]
fn it_is_found_beside_and_above_the_data() {
    for name in ["communes.xlsx", "2022-05/communes.xlsx"] {
        let office = with(name, |book| sheet(book, &[BAC_SON]));
        assert_eq!(values(&office), ["1.1 true"]);
        let check = office.json(&format!("check {MONTH}"));
        let passed = check["problems"].as_array().unwrap().iter();
        assert!(passed.clone().all(|p| p["code"] != "passed-over"), "{check}");
    }
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let office = with("communes.xlsx", |book| {
        let sheet = book.add_worksheet();
        let code = Format::new().set_num_format("00000");
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (column, name) in (0..).zip(HEADER) {
            sheet.write(0, column, name).unwrap();
        }
        for (line, number) in [(1, 6727), (2, 6730)] {
            sheet.write_with_format(line, 0, number, &code).unwrap();
            sheet.write(line, 1, if line == 1 { "Bắc Sơn" } else { "Hải Đông, \"cũ\"" }).unwrap();
            sheet.write(line, 2, 22).unwrap();
            sheet.write(line, 3, "DBSH").unwrap();
            let from = ExcelDateTime::from_ymd(2020, 1, 1).unwrap();
            sheet.write_with_format(line, 4, from, &day).unwrap();
        }
        book.add_worksheet().set_name("Ghi chú").unwrap().write(0, 0, "x").unwrap();
    });
    let score = office.json(&format!("score {MONTH}"));
    assert_eq!(score["communes"][0]["name"], "Bắc Sơn");
    assert_eq!(score["summary"]["not_reported"], serde_json::json!(["06730"]));
}

#[test]
fn it_says_the_same_as_the_list_in_csv() {
    let office = with("communes.xlsx", |book| sheet(book, &[BAC_SON]));
    let of_book = office.run(&format!("score {MONTH} --format json")).assert_code(0).json();
    office.remove("communes.xlsx");
    office.write("communes.csv", "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n");
    assert_eq!(office.json(&format!("score {MONTH}")), of_book);
}

#[test]
fn faults_have_the_names_of_cells() {
    let office = with("communes.xlsx", |book| {
        sheet(
            book,
            &[BAC_SON, &["0673x", "Hải Đông", "22", "DBSH"], &["06733", "Hải Tiến", "22", "?"]],
        );
    });
    let run = office.run(&format!("score {MONTH}")).assert_code(2);
    for told in ["communes.xlsx!Xã!A5: lỗi[bad-roster]", "communes.xlsx!Xã!D6: lỗi[bad-roster]"]
    {
        assert!(run.stderr().contains(told), "{}", run.stderr());
    }
    let office = with("communes.xlsx", |book| {
        sheet(book, &[BAC_SON]);
        let sheet = book.worksheet_from_index(0).unwrap();
        sheet.write_with_format(4, 0, "06730", &Format::new().set_font_strikethrough()).unwrap();
        for (column, cell) in [(1, "Hải Đông"), (2, "22"), (3, "DBSH")] {
            sheet.write(4, column, cell).unwrap();
        }
    });
    let run = office.run(&format!("score {MONTH}")).assert_code(2);
    assert!(run.stderr().contains("communes.xlsx!Xã!A5: lỗi[bad-roster]"), "{}", run.stderr());
}

#[test]
fn a_header_without_a_column_is_told_in_its_row() {
    let office = with("communes.xlsx", |book| {
        let sheet = book.add_worksheet().set_name("Xã").unwrap();
        for (column, name) in [(0, "code"), (1, "name"), (2, "province")] {
            sheet.write(0, column, name).unwrap();
        }
        for (column, cell) in [(0, "06727"), (1, "Bắc Sơn"), (2, "22")] {
            sheet.write(1, column, cell).unwrap();
        }
    });
    let run = office.run(&format!("score {MONTH}")).assert_code(2);
    assert!(run.stderr().contains("communes.xlsx!Xã!1: lỗi[missing-column]"), "{}", run.stderr());
}

#[test]
fn two_rosters_beside_each_other_are_refused() {
    let office = with("communes.xlsx", |book| sheet(book, &[BAC_SON]));
    office.write("communes.csv", "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n");
    for verb in ["score 2022-05", "check 2022-05", "template --period 2022-06 -o mau"] {
        let told = office.run(verb).assert_code(2).stderr();
        assert!(told.contains("communes.csv”") && told.contains("communes.xlsx”"), "{told}");
    }
    // Named, either counts.
    for name in ["communes.csv", "communes.xlsx"] {
        office.run(&format!("score {MONTH} --communes {name}")).assert_code(0);
    }
}

#[test]
fn it_may_be_named_and_what_is_none_is_refused() {
    let office = with("danh sach.xlsx", |book| sheet(book, &[BAC_SON]));
    let run = office.run_args(["score", MONTH, "--communes", "danh sach.xlsx"]);
    run.assert_code(0);
    office.write("hong.xlsx", "PK\u{3}\u{4} and no more");
    let run = office.run(&format!("score {MONTH} --communes hong.xlsx")).assert_code(2);
    assert!(run.stderr().contains("hong.xlsx: lỗi[unreadable-file]"), "{}", run.stderr());
    assert!(!run.stderr().contains("unknown-commune"), "{}", run.stderr());
}

#[test]
fn a_dossier_is_made_and_verified_with_it() {
    let office = with("communes.xlsx", |book| sheet(book, &[BAC_SON]));
    let made = office.run(&format!("dossier {MONTH} --commune 06727 --draft -o ho-so.zip"));
    assert_eq!(made.code(), 0, "{}", made.stderr());
    office.run("verify ho-so.zip").assert_code(0);
}
