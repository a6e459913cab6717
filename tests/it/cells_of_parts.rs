//! Cells and rows of indicators with several parts, what is claimed of them, and how many
//! problems one bad cell gives.

use crate::month::{MONTH, errors, month, save, values};
use crate::office::Office;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

fn file(name: &str, text: &str) -> Office {
    let folder = month();
    folder.write(format!("{MONTH}/{name}"), text);
    folder
}

/// A workbook of Bắc Sơn, blank cells left out, with blocks merged over rows of a column.
fn book(rows: &[&[&str]], merged: &[(u32, u32, u16)]) -> Office {
    let folder = month();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("NTM").unwrap();
    for (line, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(line, column, *cell).unwrap();
        }
    }
    for (from, to, column) in merged {
        let text = rows[*from as usize][usize::from(*column)];
        sheet.merge_range(*from, *column, *to, *column, text, &Format::new()).unwrap();
    }
    save(&folder, "06727.xlsx", book);
    folder
}

/// The problems of a code: severity, column and message.
fn told(folder: &Office, code: &str) -> Vec<String> {
    let check = folder.json(&format!("check {MONTH}"));
    let problems = check["problems"].as_array().unwrap().iter().filter(|p| p["code"] == code);
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or("-").to_owned();
    problems.map(|p| ["severity", "column", "message"].map(|key| text(p, key)).join(" ")).collect()
}

#[test]
fn parts_in_one_cell_may_be_listed_line_by_line() {
    for cell in [
        "- Nam 80,5%\n- Nữ 76%",
        "+ Nam: 80,5%;\n+ Nữ: 76%.",
        "• Nam = 80,5\n\n• Nữ = 76",
        "a) nam 80,5%; b) nữ 76%",
        "Nam: 80,5%\nNữ: 76%\n",
    ] {
        let folder = file("06727.csv", &format!("TT;Kết quả\n12.1;\"{cell}\"\n"));
        assert_eq!(errors(&folder), [""; 0], "{cell}");
        assert_eq!(values(&folder), ["12.1 80.5", "12.1 76"], "{cell}");
    }
    for cell in ["- Nam 80,5%\n- 76%", "- Nam\n- Nữ", "-\n-"] {
        let folder = file("06727.csv", &format!("TT;Kết quả\n12.1;\"{cell}\"\n"));
        assert_eq!(errors(&folder).len(), 1, "{cell}");
    }
}

#[test]
fn a_criterion_claimed_met_without_the_data_of_an_indicator_is_told() {
    let claimed = |rows: &str| {
        let folder = file("06727.csv", &format!("TT;Nội dung;Kết quả;Tự chấm\n{rows}"));
        told(&folder, "claim-contradicts")
    };
    let missing = "warning claim tiêu chí 1: xã tự chấm đạt; theo số liệu 1.2 chưa có số liệu";
    assert_eq!(claimed("1;Quy hoạch;;Đạt\n1.1;a;đạt;\n1.2;b;;\n"), [missing]);
    let failing = "warning claim tiêu chí 1: xã tự chấm đạt; theo số liệu 1.1 chưa đạt";
    assert_eq!(claimed("1;Quy hoạch;;Đạt\n1.1;a;chưa đạt;\n1.2;b;;\n"), [failing]);
    assert_eq!(claimed("1;Quy hoạch;;Đạt\n1.1;a;đạt;\n1.2;b;đạt;\n"), [""; 0]);
}

#[test]
fn an_id_merged_over_the_rows_of_its_parts_is_of_each() {
    let head = &["TT", "Nội dung", "Kết quả"][..];
    let rows = [
        head,
        &["12.1", "Nam", "80"],
        &["", "Nữ", "70"],
        &["17.1", "Chung", "90"],
        &["", "- Tập trung", "60"],
    ];
    let expected = ["12.1 80", "12.1 70", "17.1 90", "17.1 60"];
    let folder = book(&rows, &[(1, 2, 0), (3, 4, 0)]);
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), expected);
    // The same where the first row alone has the id.
    let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
    let folder = file("06727.csv", &lines.join("\n"));
    assert_eq!(errors(&folder), [""; 0]);
    assert_eq!(values(&folder), expected);
}

#[test]
fn a_claim_is_held_against_what_it_stands_for() {
    let says = |folder: &Office| told(folder, "claim-contradicts");
    let cell = |claim: &str| {
        file("06727.csv", &format!("TT;Kết quả;Tự chấm\n12.1;nam 80%, nữ 70%;{claim}\n"))
    };
    let whole = "warning claim chỉ tiêu 12.1: xã tự chấm đạt; theo số liệu 70% < 75%";
    assert_eq!(says(&cell("Đạt")), [whole]);
    assert_eq!(says(&cell("Chưa đạt")), [""; 0]);
    // Merged over the rows of the parts.
    let rows = |claim| -> [Vec<&str>; 3] {
        [
            vec!["TT", "Phần", "Kết quả", "Tự chấm"],
            vec!["12.1", "nam", "80", claim],
            vec!["12.1", "nữ", "70", ""],
        ]
    };
    let merged = |claim| {
        let rows = rows(claim);
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        book(&rows, &[(1, 2, 3)])
    };
    assert_eq!(says(&merged("Đạt")), [whole]);
    assert_eq!(says(&merged("Chưa đạt")), [""; 0]);
    // In the row of a part it is that part's.
    let parts = file("06727.csv", "TT;Phần;Kết quả;Tự chấm\n12.1;nam;80;Đạt\n12.1;nữ;70;Đạt\n");
    assert_eq!(
        says(&parts),
        ["warning claim chỉ tiêu 12.1, nữ: xã tự chấm đạt; theo số liệu 70% < 75%"]
    );
}

#[test]
fn parts_with_numbers_in_their_names_stand_in_one_cell() {
    for cell in [
        "mức 1: 3/3; trường mức 2: 1",
        "mức 1: 3/3; mức 2: 1",
        "trường mức 1: 3/3; trường mức 2: 1 trường",
        "Mức 1 = 3/3, Mức 2 = 1",
    ] {
        let folder = file("06727-nang-cao.csv", &format!("TT;Kết quả\n5.1;\"{cell}\"\n"));
        assert_eq!(errors(&folder), [""; 0], "{cell}");
        let score = folder.json(&format!("score {MONTH} --level nang-cao"));
        let results = score["communes"][0]["results"].as_array().unwrap();
        let all = results.iter().flat_map(|c| c["indicators"].as_array().unwrap());
        let own = all.into_iter().find(|i| i["id"] == "5.1").unwrap();
        let values: Vec<&Value> =
            own["parts"].as_array().unwrap().iter().map(|part| &part["value"]).collect();
        assert_eq!(values, [100, 1], "{cell}");
    }
}

#[test]
fn one_bad_cell_gives_one_problem() {
    for (row, code) in [
        ("12.1;đạt", "unknown-part"),
        ("12.1;98,x", "unknown-part"),
        ("12.1;\"nam x1; nữ y1\"", "not-a-number"),
        ("12.1;\"nam 1x; nữ 1y\"", "not-a-number"),
        ("2.1;15/12 (8,2%)", "numerator-exceeds-denominator"),
    ] {
        let folder = file("06727.csv", &format!("TT;Kết quả\n{row}\n"));
        let codes: Vec<String> =
            errors(&folder).iter().map(|e| e.split(' ').next().unwrap().to_owned()).collect();
        assert_eq!(codes, [code], "{row}");
    }
}

#[test]
fn an_ambiguous_number_is_told_with_its_own_column_and_cell() {
    let text = file("06727.csv", "TT;Tử số;Mẫu số;Kết quả\n2.1;1.234;1.500;\n");
    let messages = told(&text, "ambiguous-number");
    assert_eq!(messages.len(), 2);
    for (message, column) in messages.iter().zip(["Tử số", "Mẫu số"]) {
        assert!(message.contains(&format!("cột “{column}”")), "{message}");
    }
    let sheet = book(&[&["TT", "Giá trị"], &["10.1", "2.345"]], &[]);
    assert_eq!(errors(&sheet), ["ambiguous-number B2"]);
    assert!(told(&sheet, "ambiguous-number")[0].contains("cột “Giá trị”"));
}

#[test]
fn fractions_beside_a_full_one_are_told_and_scored() {
    let rows = |last: &str| format!("TT;Kết quả\n2.2;0,95\n2.3;0,92\n2.4;0,85\n2.1;{last}\n");
    let folder = file("06727.csv", &rows("1"));
    let messages = told(&folder, "implausible-value");
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages.iter().all(|told| told.starts_with("warning value")), "{messages:?}");
    assert_eq!(values(&folder), ["2.1 1", "2.2 0.95", "2.3 0.92", "2.4 0.85"]);
    // All below 1: the error of the contract. Beside a percentage: nothing.
    let errors = told(&file("06727.csv", &rows("0,99")), "implausible-value");
    assert!(errors.len() == 4 && errors.iter().all(|told| told.starts_with("error")));
    for last in ["1%", "100", "12/12"] {
        assert_eq!(told(&file("06727.csv", &rows(last)), "implausible-value"), [""; 0], "{last}");
    }
}

#[test]
fn the_first_words_of_what_is_counted_stand_behind_a_number() {
    for cell in ["435/435 hộ", "435/435 hộ, cơ sở", "435 hộ/435 hộ"] {
        let folder = file("06727.csv", &format!("TT;Kết quả\n17.10;\"{cell}\"\n"));
        assert_eq!(errors(&folder), [""; 0], "{cell}");
        assert_eq!(values(&folder), ["17.10 100"], "{cell}");
    }
}

#[test]
fn a_sum_without_a_value_and_a_day_below_the_table_sign_it() {
    for last in [
        "Tổng cộng;;",
        "Tổng số: 5;;",
        ";;31/5/2022",
        ";;2022-05-31",
        ";;31.5.2022",
        "Cộng;;-",
        "31/5/2022;;",
        "15/19 tiêu chí đạt;;",
    ] {
        let folder = file("06727.csv", &format!("TT;Nội dung;Kết quả\n1.1;x;đạt\n{last}\n"));
        assert_eq!(errors(&folder), [""; 0], "{last}");
        assert_eq!(values(&folder), ["1.1 true"], "{last}");
    }
    // With a value it is none.
    for last in ["Tổng cộng;;5", "Tổng số;;đạt"] {
        let folder = file("06727.csv", &format!("TT;Nội dung;Kết quả\n1.1;x;đạt\n{last}\n"));
        assert_eq!(errors(&folder), ["unknown-indicator -"], "{last}");
    }
}
