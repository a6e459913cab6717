//! Files and sheets whose names say something else than their rows are taken for.

use crate::month::{MONTH, month, save, values};
use crate::office::Office;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

const TABLE: &str = "TT;Nội dung;Kết quả\n1.1;Quy hoạch;đạt\n2.1;Tỷ lệ;100\n";

fn file(name: &str, text: &str) -> Office {
    let folder = month();
    folder.write(format!("{MONTH}/{name}"), text);
    folder
}

/// A workbook of Bắc Sơn with a row in each of these sheets.
fn book(sheets: &[&str]) -> Office {
    let folder = month();
    let mut book = Workbook::new();
    for (name, id) in sheets.iter().zip(["1.1", "1.2", "3.2"]) {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (column, (head, cell)) in (0..).zip([("TT", id), ("Kết quả", "đạt")]) {
            sheet.write(0, column, head).unwrap();
            sheet.write(1, column, cell).unwrap();
        }
    }
    save(&folder, "06727.xlsx", book);
    folder
}

/// What is told with these codes: severity, code, sheet and column.
fn told(folder: &Office, codes: &[&str]) -> Vec<String> {
    let check = folder.json(&format!("check {MONTH}"));
    let problems = check["problems"].as_array().unwrap().iter();
    let of = problems.filter(|p| codes.contains(&p["code"].as_str().unwrap()));
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or("-").to_owned();
    let line =
        |p: &Value| ["severity", "code", "sheet", "column"].map(|key| text(p, key)).join(" ");
    of.map(line).collect()
}

const CONTRADICTIONS: [&str; 2] = ["bad-period", "unknown-commune"];

#[test]
fn a_sheet_or_file_of_another_month_is_refused_once() {
    for name in ["06727-2022-04.csv", "06727 tháng 4.csv", "06727_T4.csv"] {
        let told = told(&file(name, TABLE), &CONTRADICTIONS);
        assert_eq!(told, ["error bad-period - period"], "{name}");
    }
    let folder = book(&["2022-04", "2022-05"]);
    assert_eq!(told(&folder, &CONTRADICTIONS), ["error bad-period 2022-04 period"]);
    for name in ["06727-2022-05.csv", "06727 tháng 5.csv", "06727 nộp 02-06-2022.csv"] {
        let folder = file(name, TABLE);
        assert_eq!(told(&folder, &CONTRADICTIONS), [""; 0], "{name}");
        assert_eq!(values(&folder), ["1.1 true", "2.1 100"], "{name}");
    }
}

const OTHERWISE: [&str; 3] = ["bad-period", "unknown-commune", "bad-level"];

#[test]
fn a_title_or_a_column_of_another_month_commune_or_level_is_refused_once() {
    let rows = "1.1;Quy hoạch;đạt\n2.1;Tỷ lệ;100\n";
    let titled = |title: &str| format!("{title};;\nTT;Nội dung;Kết quả\n{rows}");
    let column = |name: &str| format!("TT;Nội dung;{name}\n{rows}");
    let period = "error bad-period - period";
    let commune = "error unknown-commune - commune";
    let level = "error bad-level - level";
    for (table, expected) in [
        (titled("BÁO CÁO tháng 4 năm 2022"), period),
        (titled("Số liệu đến ngày 30/4/2022"), period),
        (titled("UBND XÃ HẢI ĐÔNG"), commune),
        (titled("Biểu tự đánh giá của xã Hải Đông, thành phố Móng Cái"), commune),
        (titled("Đơn vị: Hải Đông"), commune),
        (titled("Mã xã: 06730"), commune),
        (titled("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO"), level),
        (titled("Xây dựng nông thôn mới: xã NTM kiểu mẫu"), level),
        (column("Kết quả NTM nâng cao"), level),
        (column("Kết quả thực hiện (nâng cao)"), level),
        (format!("Chỉ tiêu NTM nâng cao;x;Kết quả\n{rows}"), level),
        (format!("TT;Tự chấm nâng cao;Kết quả\n{rows}"), level),
        (column("Kết quả thực hiện xã Hải Đông"), commune),
        (column("Kết quả tháng tư"), "error bad-period - value"),
        (column("Kết quả hết năm 2022"), "error bad-period - value"),
    ] {
        let told = told(&file("06727.csv", &table), &OTHERWISE);
        assert_eq!(told, [expected], "{table}");
    }
    for title in [
        "UBND XÃ BẮC SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bắc Sơn, ngày 03 tháng 6 năm 2022",
        "Kết quả tháng 5 năm 2022 của xã Bắc Sơn, thành phố Móng Cái",
        "BỘ TIÊU CHÍ QUỐC GIA VỀ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2021-2025",
        "Bộ tiêu chí về xã nông thôn mới và xã nông thôn mới nâng cao",
        "(Kèm theo Quyết định số 318/QĐ-TTg ngày 08/3/2022)",
        "Kết quả nâng cao chất lượng các tiêu chí",
        "Huyện: Hải Đông",
        "Kết quả trong tháng sau khi rà soát",
    ] {
        let folder = file("06727.csv", &titled(title));
        assert_eq!(told(&folder, &OTHERWISE), [""; 0], "{title}");
        assert_eq!(values(&folder), ["1.1 true", "2.1 100"], "{title}");
    }
    // What is read at the level that is spoken of is right.
    let table = titled("BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO");
    assert_eq!(told(&file("06727-nang-cao.csv", &table), &OTHERWISE), [""; 0]);
    let table = "Bộ tiêu chí NTM nâng cao;;\nTT;Cấp độ;Kết quả\n1.1;ntm;đạt\n";
    assert_eq!(told(&file("06727.csv", table), &OTHERWISE), [""; 0]);
}

#[test]
fn nothing_is_read_below_a_row_that_heads_another_level() {
    let table = "TT;Nội dung;Kết quả\nA. NÔNG THÔN MỚI;;\n1.1;Quy hoạch;đạt\n\
        B. NÔNG THÔN MỚI NÂNG CAO;;\n1.2;Quy hoạch;đạt\n2.1;Tỷ lệ;100\n";
    let folder = file("06727.csv", table);
    assert_eq!(told(&folder, &["unreadable-row"]), ["error unreadable-row - -"]);
    let table = table.replace("B. NÔNG THÔN MỚI NÂNG CAO", "III. KINH TẾ, NÂNG CAO THU NHẬP");
    assert_eq!(values(&file("06727.csv", &table)), ["1.1 true", "1.2 true", "2.1 100"]);
}

#[test]
fn a_sheet_with_the_short_name_of_a_level_or_a_month_is_refused() {
    for (sheet, column) in [
        ("NTMNC", "bad-level NTMNC level"),
        ("NC", "bad-level NC level"),
        ("T04.22", "bad-period T04.22 period"),
        ("thang4", "bad-period thang4 period"),
        ("Apr 2022", "bad-period Apr 2022 period"),
        ("04-22", "bad-period 04-22 period"),
    ] {
        let told = told(&book(&["NTM", sheet]), &OTHERWISE);
        assert_eq!(told, [format!("error {column}")], "{sheet}");
    }
    assert_eq!(told(&book(&["NTM", "T05.22", "May 2022"]), &OTHERWISE), [""; 0]);
    // The sheet's own level decides before that of its file.
    let folder = book(&["NTM", "Nâng cao"]);
    let bytes = folder.bytes(format!("{MONTH}/06727.xlsx"));
    folder.remove(format!("{MONTH}/06727.xlsx"));
    folder.write(format!("{MONTH}/06727-nang-cao.xlsx"), bytes);
    assert_eq!(told(&folder, &OTHERWISE), [""; 0]);
}

#[test]
fn a_file_named_after_a_commune_that_none_of_its_rows_is_of_is_told() {
    let code = ["name-says-otherwise"];
    let rows = "Xã;TT;Kết quả\nHải Sơn;1.1;đạt\nHải Sơn;1.2;đạt\n";
    assert_eq!(told(&file("06730.csv", rows), &code), ["warning name-says-otherwise - -"]);
    let several = format!("{rows}Hải Đông;1.1;đạt\n");
    for (name, rows) in [("06730.csv", several.as_str()), ("06724.csv", rows), ("x.csv", rows)] {
        assert_eq!(told(&file(name, rows), &code), [""; 0], "{name}");
    }
}

#[test]
fn a_code_and_a_name_of_different_communes_are_refused() {
    for name in ["06730 Bắc Sơn.csv", "06727-hai-dong.csv", "06727_Xã Hải Đông_T5.csv"] {
        let told = told(&file(name, TABLE), &CONTRADICTIONS);
        assert_eq!(told, ["error unknown-commune - commune"], "{name}");
    }
    for name in ["06727 Bắc Sơn.csv", "06727-bac-son-nang-cao.csv", "06727 bản chính.csv"] {
        assert_eq!(told(&file(name, TABLE), &CONTRADICTIONS), [""; 0], "{name}");
    }
    for sheet in ["Hải Đông", "Hải Đông cũ (Trà Cổ)"] {
        let told = told(&book(&["NTM", sheet]), &CONTRADICTIONS);
        assert_eq!(told, [format!("error unknown-commune {sheet} commune")], "{sheet}");
    }
    assert_eq!(told(&book(&["NTM", "Bắc Sơn cũ"]), &CONTRADICTIONS), [""; 0]);
}

#[test]
fn a_name_of_a_plan_or_of_another_voice_is_told() {
    let code = ["name-says-otherwise"];
    for sheet in ["Kế hoạch", "Thẩm tra", "KQ thẩm định", "Mục tiêu", "du kien"] {
        let told = told(&book(&["NTM", sheet]), &code);
        assert_eq!(told, [format!("warning name-says-otherwise {sheet} -")], "{sheet}");
    }
    assert_eq!(told(&file("06727 thẩm tra.csv", TABLE), &code).len(), 1);
    for title in ["KẾT QUẢ THẨM ĐỊNH CỦA TỈNH", "Kế hoạch thực hiện năm 2022"]
    {
        let told = told(&file("06727.csv", &format!("{title};;\n{TABLE}")), &code);
        assert_eq!(told, ["warning name-says-otherwise - -"], "{title}");
    }
    let title = "(Kèm theo hồ sơ đề nghị thẩm định và Kế hoạch số 12/KH-UBND);;\n";
    assert_eq!(told(&file("06727.csv", &format!("{title}{TABLE}")), &code), [""; 0]);
    // Rows that name their voice are taken for that one's.
    let named = "TT;Kết quả;Nguồn đánh giá\n1.1;đạt;thẩm tra\n";
    assert_eq!(told(&file("06727 thẩm tra.csv", named), &code), [""; 0]);
}

#[test]
fn a_cell_that_names_two_indicators_is_of_neither() {
    for cell in ["17.10 và 17.11", "17.10, 17.11", "2.1-2.3", "2.1; 2.2", "2.1 – 2.3"] {
        let table = format!("TT;Nội dung;Kết quả\n1.1;Quy hoạch;đạt\n\"{cell}\";Tỷ lệ;100\n");
        let folder = file("06727.csv", &table);
        let check = folder.json(&format!("check {MONTH}"));
        let problems = check["problems"].as_array().unwrap().iter();
        let errors: Vec<&Value> = problems.filter(|p| p["severity"] == "error").collect();
        assert_eq!(errors.len(), 1, "{cell}: {errors:?}");
        assert_eq!(errors[0]["code"], "unknown-indicator", "{cell}");
        let message = errors[0]["message"].as_str().unwrap();
        assert!(message.contains("hơn một chỉ tiêu") && message.contains(cell), "{message}");
    }
}
