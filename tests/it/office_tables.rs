//! The tables that offices use are read as they are, in CSV and in workbooks alike.

use crate::office::Office;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

use crate::month::{MONTH, errors, month, save, values};

/// A table as text and as a workbook: a row a line, cells parted by `|`.
fn both(table: &str) -> [Office; 2] {
    let (text, book) = (month(), month());
    let rows: Vec<Vec<&str>> =
        table.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    let bytes = writer.into_inner().unwrap();
    text.write(format!("{MONTH}/06727.csv"), bytes);
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
fn repairs(folder: &Office) -> Vec<String> {
    let check = folder.json(&format!("check {MONTH}"));
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

/// The warnings of a code: line and message.
fn warnings(folder: &Office, code: &str) -> Vec<String> {
    let check = folder.json(&format!("check {MONTH}"));
    let problems = check["problems"].as_array().unwrap().iter();
    let own = problems.filter(|p| p["code"] == code);
    own.map(|p| format!("{} {}", p["line"], p["message"].as_str().unwrap())).collect()
}

#[test]
fn groups_and_criteria_hold_no_indicator() {
    let tables = [
        "TT|Chỉ tiêu|Đơn vị tính|Kết quả|Minh chứng\nI|QUY HOẠCH|||\n1|Quy hoạch|||BC 1\n1.1|Có quy hoạch||đạt|\nV|HẠ TẦNG|||\n2.|Giao thông||-|\n2.2|Tỷ lệ|%|83|",
        "TT|Nội dung tiêu chí|Kết quả\nI. QUY HOẠCH||\n1|Quy hoạch|\n|1.1. Có quy hoạch|đạt\nA||\nTiêu chí số 2: Giao thông||\n|2.2 Tỷ lệ|83",
        "Chỉ tiêu|Giá trị\nI. Quy hoạch|\n1. Quy hoạch|\n1.1|đạt\nII|\nTC 2. Giao thông|\n2.2|83",
    ];
    for table in tables {
        reads(table, &["1.1 true", "2.2 83"]);
        for folder in both(table) {
            assert_eq!(repairs(&folder), ["heading-rows 4"], "{table}");
            let check = folder.json(&format!("check {MONTH}"));
            assert_eq!(check["rows"], 2, "{table}");
        }
    }
}

#[test]
fn a_group_merged_across_the_table_holds_no_indicator() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    let rows = [
        vec!["TT", "Tên tiêu chí", "Chỉ tiêu", "Kết quả", "Xã tự đánh giá", "Minh chứng"],
        vec![],
        vec!["1", "Quy hoạch", "", "", "Đạt", ""],
        vec!["1.1", "", "Có quy hoạch", "đạt", "Đạt", ""],
        vec![],
        vec!["2.2", "", "Tỷ lệ", "95", "", "BC 1"],
    ];
    fill(sheet, &rows);
    sheet.merge_range(1, 0, 1, 5, "I. QUY HOẠCH", &Format::new()).unwrap();
    sheet.write(4, 0, "II").unwrap();
    sheet.merge_range(4, 1, 4, 5, "HẠ TẦNG", &Format::new()).unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), ["1.1 true", "2.2 95"]);
    assert!(repairs(&folder).contains(&"heading-rows 3".to_owned()), "{:?}", repairs(&folder));
}

#[test]
fn a_heading_with_a_value_is_refused() {
    for row in ["I|Quy hoạch|đạt", "1|Quy hoạch|5", "99|Quy hoạch|", "1||"] {
        let table = format!("TT|Chỉ tiêu|Kết quả\n1.1|Có quy hoạch|đạt\n{row}\n2.2|Tỷ lệ|83");
        refuses(&table, &["unknown-indicator"]);
    }
}

#[test]
fn a_last_row_that_may_be_cut_is_no_heading() {
    let folder = month();
    let text = "Chỉ tiêu,Giá trị,Minh chứng\n1.1,đạt,BC 1\n2.2,83,BC 2\n1. Quy hoạch";
    folder.write(format!("{MONTH}/06727.csv"), text);
    assert_eq!(errors(&folder), ["unreadable-row -"]);
}

#[test]
fn a_row_of_column_letters_is_passed_over() {
    let rows = "1.1|Có quy hoạch|đạt|BC 1\n2.2|Tỷ lệ|83|BC 2";
    for letters in ["A|B|1|2", "(1)|(2)|(3)|(4)", "1|2|3|4", "a|b|c|d", "1|2|3|4=3/2"] {
        let table = format!("TT|Chỉ tiêu|Kết quả|Minh chứng\n{letters}\n{rows}");
        reads(&table, &["1.1 true", "2.2 83"]);
        for folder in both(&table) {
            assert_eq!(repairs(&folder), ["column-letters 1"], "{letters}");
        }
    }
    // Only right below the header, and only where every column has its own.
    for table in [
        "TT|Chỉ tiêu|Kết quả|Minh chứng\n1.1|Có quy hoạch|đạt|BC 1\n1|2|3|4\n2.2|Tỷ lệ|83|BC 2",
        "TT|Chỉ tiêu|Kết quả|Minh chứng\n1|2|4|5\n1.1|Có quy hoạch|đạt|BC 1\n2.2|Tỷ lệ|83|BC 2",
        "Chỉ tiêu|Kết quả\n1|2\n1.1|đạt\n2.2|83",
    ] {
        refuses(table, &["unknown-indicator"]);
    }
}

#[test]
fn a_known_word_may_be_followed_by_others() {
    let rows = "1.1|Có quy hoạch|đạt|BC 1\n2.2|Tỷ lệ|83|BC 2";
    for head in [
        "TT|Nội dung chỉ tiêu|Kết quả thực hiện đến tháng 5|Minh chứng",
        "TT|Tên tiêu chí, chỉ tiêu|Kết quả thực hiện (đến 31/5/2022)|Văn bản minh chứng",
        "STT|Chỉ tiêu đánh giá|Kết quả đạt được|Minh chứng kèm theo",
    ] {
        reads(&format!("{head}\n{rows}"), &["1.1 true", "2.2 83"]);
    }
    // Matched whole first: the other is not read.
    reads(
        "TT|Kết quả năm 2021|Kết quả|Tử số năm trước\n1.1|chưa đạt|đạt|\n2.2|70|83|5",
        &["1.1 true", "2.2 83"],
    );
    for head in [
        "TT|Chỉ tiêu|Kết quả kỳ trước",
        "TT|Chỉ tiêu|Kết quả thẩm định",
        "TT|Chỉ tiêu|Kết quả tự đánh giá của xã",
        "TT|Chỉ tiêu|Xã tự đánh giá",
        "TT|Chỉ tiêu|Mức đạt chuẩn",
        "TT|Chỉ tiêu|Giá trị mục tiêu",
    ] {
        refuses(&format!("{head}\n1.1|Có|đạt"), &["missing-column"]);
    }
    refuses("TT|Chỉ tiêu|Kết quả năm 2021|Kết quả năm 2022\n1.1|Có|đạt|đạt", &["duplicate-column"]);
}

#[test]
fn what_the_commune_says_of_itself_is_compared_and_never_scored() {
    let head = "TT|Nội dung|Mức phải đạt|Kết quả|Kết quả tự đánh giá của xã";
    let table = format!(
        "{head}\n1|Quy hoạch|||Đạt\n1.1|Có|Đạt|đạt|chưa đạt\n1.2|Ban hành|Đạt|chưa đạt|Chưa đạt\n2.2|Tỷ lệ|≥90%|83,5|Đạt\n2.3|Tỷ lệ|≥90%||Đạt\n10.1|Thu nhập|≥53|54,5|Đạt"
    );
    reads(&table, &["1.1 true", "1.2 false", "2.2 83.5", "10.1 54.5"]);
    for folder in both(&table) {
        assert_eq!(
            warnings(&folder, "claim-contradicts"),
            [
                "2 tiêu chí 1: xã tự chấm đạt; theo số liệu 1.2 chưa đạt",
                "3 chỉ tiêu 1.1: xã tự chấm chưa đạt; theo số liệu đạt",
                "5 chỉ tiêu 2.2: xã tự chấm đạt; theo số liệu 83,5% < 90%",
                "6 chỉ tiêu 2.3: xã tự chấm đạt; theo số liệu chưa có số liệu",
            ]
        );
        assert_eq!(warnings(&folder, "unknown-column"), [""; 0]);
    }
}

#[test]
fn a_verdict_merged_over_indicators_is_their_criterions() {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    let rows = [
        vec!["TT", "Chỉ tiêu", "Kết quả", "Tự chấm"],
        vec!["1.1", "Có quy hoạch", "đạt"],
        vec!["1.2", "Ban hành", "chưa đạt"],
        vec!["2.1", "Tỷ lệ", "100"],
        vec!["3.2", "Thủy lợi", "chưa đạt"],
    ];
    fill(sheet, &rows);
    sheet.merge_range(1, 3, 2, 3, "Đạt", &Format::new()).unwrap();
    // Over two criteria it speaks of neither.
    sheet.merge_range(3, 3, 4, 3, "Chưa đạt", &Format::new()).unwrap();
    save(&folder, "06727.xlsx", book);
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), ["1.1 true", "1.2 false", "2.1 100", "3.2 false"]);
    assert_eq!(
        warnings(&folder, "claim-contradicts"),
        ["2 tiêu chí 1: xã tự chấm đạt; theo số liệu 1.2 chưa đạt"]
    );
}

#[test]
fn rows_under_an_id_are_its_parts() {
    let tables = [
        "TT|Chỉ tiêu|Kết quả\n17.1|Tỷ lệ hộ dùng nước|\n|Chung|80\n|Tập trung|60",
        "TT|Chỉ tiêu|Kết quả\n17.1|Tỷ lệ hộ dùng nước|\n-|- Tập trung:|60\na|a) chung|80",
        "Chỉ tiêu|Kết quả\n17.1. Tỷ lệ hộ|\nchung|80\ntập trung|60",
    ];
    for table in tables {
        reads(table, &["17.1 80", "17.1 60"]);
    }
    // Under no id of theirs, twice, or of no indicator with such parts.
    refuses("TT|Chỉ tiêu|Kết quả\n2.2|Tỷ lệ|83\n|Chung|80", &["unknown-indicator"]);
    refuses(
        "TT|Chỉ tiêu|Kết quả\n17.1|Tỷ lệ|\n|Chung|80\n|Chung|81\n17.10|Tỷ lệ|90",
        &["duplicate-value"],
    );
    refuses("TT|Chỉ tiêu|Kết quả\n17.1|Tỷ lệ|70\n|Chung|80\n|Tập trung|60", &["unknown-part"]);
    refuses("TT|Chỉ tiêu|Kết quả\n17.1|Tỷ lệ|\n2.2|Tỷ lệ|83", &["unknown-part"]);
}

#[test]
fn clean_copies_of_such_tables_score_as_they_do() {
    let table = "TT|Nội dung|Kết quả thực hiện|Tự chấm\nI|QUY HOẠCH||\n1|Quy hoạch||Đạt\n1.1|Có|đạt|Đạt\n17.1|Tỷ lệ||\n|Chung|80|\n|Tập trung|60|";
    for folder in both(table) {
        folder.run(&format!("check {MONTH} --fix -o clean")).assert_code(0);
        let score = format!("score {MONTH}");
        let own = folder.json(&score);
        assert_eq!(folder.inside("clean").json(&score)["communes"], own["communes"]);
    }
}
