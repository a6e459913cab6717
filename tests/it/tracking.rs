//! Tables with a column for each commune or for each month: each cell is a row of data.

use crate::header_rows::both;
use crate::month::{MONTH, errors};
use crate::office::Office;
use serde_json::Value;

/// The values of each commune: code, indicator, value.
fn values(office: &Office) -> Vec<String> {
    let score = office.json(&format!("score {MONTH}"));
    let mut values = Vec::new();
    for commune in score["communes"].as_array().unwrap() {
        let results = commune["results"].as_array().unwrap().iter();
        for indicator in results.flat_map(|r| r["indicators"].as_array().unwrap()) {
            for part in indicator["parts"].as_array().unwrap() {
                if !part["value"].is_null() {
                    let [code, id] =
                        [&commune["code"], &indicator["id"]].map(|v| v.as_str().unwrap());
                    values.push(format!("{code} {id} {}", part["value"]));
                }
            }
        }
    }
    values
}

fn reads(table: &str, expected: &[&str]) {
    for folder in both("theo-doi", table) {
        assert_eq!(errors(&folder), [""; 0], "{table}");
        assert_eq!(values(&folder), expected, "{table}");
    }
}

/// The errors of both forms: code, line, column and address.
fn refuses(table: &str, expected: &[&str]) {
    for (form, folder) in ["csv", "xlsx"].into_iter().zip(both("theo-doi", table)) {
        let told = folder.run(&format!("check {MONTH} --format json")).errors();
        let tell = |p: &Value| {
            let address = if form == "csv" { "" } else { p["address"].as_str().unwrap_or("-") };
            let words = [&p["code"], &p["line"], &p["column"]].map(ToString::to_string);
            format!("{} {address}", words.join(" ")).replace('"', "")
        };
        let told: Vec<String> = told.iter().map(tell).collect();
        let expected: Vec<String> = expected
            .iter()
            .map(|e| {
                if form == "csv" {
                    format!("{} ", e.rsplit_once(' ').unwrap().0)
                } else {
                    (*e).into()
                }
            })
            .collect();
        assert_eq!(told, expected, "{table}");
    }
}

#[test]
fn one_month_may_stand_across() {
    for month in ["Tháng 5/2022", "T5/2022", "05/2022"] {
        for folder in both("06727", &format!("TT|Nội dung|{month}\n1.1|a|đạt\n2.2|b|91,5")) {
            assert_eq!(errors(&folder), [""; 0], "{month}");
            assert_eq!(values(&folder), ["06727 1.1 true", "06727 2.2 91.5"], "{month}");
        }
    }
    // Of another month, or of none for certain.
    for (month, code) in [("Tháng 4/2022", "bad-period"), ("Tháng 5", "bad-period")] {
        for folder in both("06727", &format!("TT|Nội dung|{month}\n1.1|a|đạt\n2.2|b|91,5")) {
            let told = errors(&folder);
            assert!(told.len() == 1 && told[0].starts_with(code), "{month}: {told:?}");
        }
    }
}

#[test]
fn communes_may_stand_across_by_name_or_by_code() {
    let expected = ["06727 1.1 true", "06727 2.2 91.5", "06739 1.1 false", "06739 2.2 80"];
    for table in [
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n1.1|Quy hoạch|đạt|chưa đạt\n2.2|Tỷ lệ|91,5|20/25",
        "TT|Chỉ tiêu|ĐVT|Xã Bắc Sơn|X. Quảng Nghĩa|Ghi chú\nI|HẠ TẦNG||||\n1.1|Quy hoạch||x|chưa|\n2|Giao thông||||\n2.2|Tỷ lệ|%|91,5%|80%|",
        "Mã chỉ tiêu|06739|06727\n1.1|chưa đạt|đạt\n2.2|80|91,5",
        "STT^2|Nội dung^2|Mức phải đạt^2|Kết quả thực hiện của các xã>2||Minh chứng^2\n|||Quảng Nghĩa|Bắc Sơn|\nA|B|C|1|2|3\n1|1.1. Quy hoạch|Đạt|Chưa đạt|Đạt|BC 1\n2|2.2. Tỷ lệ|90%|80|91,5|BC 2",
        // Each with its own columns.
        "TT^2|Chỉ tiêu^2|Bắc Sơn>3|||Quảng Nghĩa>3||\n||Tử số|Mẫu số|Kết quả|Tử số|Mẫu số|Kết quả\n1.1|Quy hoạch|||Đạt|||Chưa đạt\n2.2|Tỷ lệ|18,3|20||20|25|",
        "TT^3|Chỉ tiêu^3|Kết quả>4|||\n||Bắc Sơn>2||Quảng Nghĩa>2|\n||Đạt|Chưa đạt|Đạt|Chưa đạt\n1.1|Quy hoạch|x|||x\n2.2|Tỷ lệ|91,5|||80",
        // What all together have, or are to reach, is of nobody.
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|Bình quân|Tổng số xã đạt\n1.1|Quy hoạch|đạt|chưa đạt||1\n2.2|Tỷ lệ|91,5|80|85,8|1",
        "TT^2|Chỉ tiêu^2|Kế hoạch>2||Kết quả>2|\n||Bắc Sơn|Quảng Nghĩa|Bắc Sơn|Quảng Nghĩa\n1.1|Quy hoạch|đạt|đạt|đạt|chưa đạt\n2.2|Tỷ lệ|95|90|91,5|80",
        // Signed as any other.
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n1.1|Quy hoạch|đạt|chưa đạt\n2.2|Tỷ lệ|91,5|80\n||||\nNGƯỜI LẬP BIỂU||TM. ỦY BAN NHÂN DÂN>2|\n(Ký, ghi rõ họ tên)||CHỦ TỊCH>2|",
    ] {
        reads(table, &expected);
    }
}

#[test]
fn parts_and_headings_are_those_of_each_commune() {
    reads(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n12|Lao động||\n12.1|Tỷ lệ lao động||\n|Nam|76|70,5\n|Nữ|75|-\n15.1|Bảo hiểm|nam 91%; nữ 92%|nam 80%; nữ 81%",
        &[
            "06727 12.1 76",
            "06727 12.1 75",
            "06727 15.1 91",
            "06727 15.1 92",
            "06739 12.1 70.5",
            "06739 15.1 80",
            "06739 15.1 81",
        ],
    );
    // An empty cell is missing where others have their parts in one.
    reads(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n15.1|Bảo hiểm|nam 91%; nữ 92%|",
        &["06727 15.1 91", "06727 15.1 92"],
    );
    refuses(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n15.1|Bảo hiểm|nam 91%; nữ 92%|90",
        &["unknown-part 2 part D2"],
    );
    refuses(
        "TT|Chỉ tiêu|Phần|Bắc Sơn|Quảng Nghĩa\n17.1|Nước|chung|70|80\n17.1|An toàn||100|100",
        &["mangled-indicator 3 indicator A3"],
    );
    // A value in the row of a criterion is told once, whoever it is of.
    refuses(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n10|Thu nhập||52\n2.2|Tỷ lệ|91,5|80",
        &["unknown-indicator 2 indicator A2"],
    );
}

#[test]
fn what_is_wrong_is_told_once_at_its_own_cell() {
    refuses(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n1.1|Quy hoạch|đạt|cơ bản đạt\n2.2|Tỷ lệ|abc|80\n2.3|Ngõ|101|102",
        &[
            "not-a-value 2 value D2",
            "not-a-number 3 value C3",
            "out-of-range 4 value C4",
            "out-of-range 4 value D4",
        ],
    );
    refuses(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n99.9|Không có|đạt|đạt\n2.2|Tỷ lệ|90|80",
        &["unknown-indicator 2 indicator A2"],
    );
    refuses(
        "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n2.2|Tỷ lệ|90|80\n2.2|Tỷ lệ|91|80",
        &["duplicate-value 3 value C3", "duplicate-value 3 value D3"],
    );
    for folder in both("theo-doi", "TT|Chỉ tiêu|Bắc Sơn|Xã Quảng Nghĩa\n2.2|Tỷ lệ|90|abc")
    {
        let told = folder.run(&format!("check {MONTH}")).both();
        assert!(told.contains("“Xã Quảng Nghĩa”: “abc”"), "{told}");
    }
}

#[test]
fn a_column_of_nobody_or_of_somebody_twice_is_refused_on_the_header() {
    for (table, expected) in [
        (
            "TT^2|Chỉ tiêu^2|Bắc Sơn>2||Quảng Nghĩa>3||\n||Tử số|Mẫu số|Tử số|Mẫu số|Kết quả\n2.2|Tỷ lệ|1|2|3|4|",
            "missing-column 1 value C1",
        ),
        (
            "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|Xã Bắc Sơn\n2.2|Tỷ lệ|90|80|95",
            "duplicate-column 1 commune E1",
        ),
        (
            "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|06727\n2.2|Tỷ lệ|90|80|95",
            "duplicate-column 1 commune E1",
        ),
        (
            "TT|Chỉ tiêu|Bắc Sơn|Quảng Lĩnh|Quảng Nghĩa\n2.2|Tỷ lệ|90|80|95",
            "unknown-commune 1 commune D1",
        ),
        (
            "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|Quảng Lĩnh\n2.2|Tỷ lệ|90|80|95",
            "unknown-commune 1 commune E1",
        ),
        (
            "TT|Chỉ tiêu|Bac Sơm|Bắc Sơn|Quảng Nghĩa\n2.2|Tỷ lệ|90|80|95",
            "unknown-commune 1 commune C1",
        ),
        (
            "TT^2|Chỉ tiêu^2|Các xã>2|\n||Bắc Sơn|Vùng cao\n2.2|Tỷ lệ|90|80",
            "unknown-commune 2 commune D2",
        ),
        ("TT|Chỉ tiêu|06727|99999\n2.2|Tỷ lệ|90|80", "unknown-commune 1 commune D1"),
        (
            "TT|Chỉ tiêu|Kết quả|Bắc Sơn|Quảng Nghĩa\n2.2|Tỷ lệ|90|80|95",
            "duplicate-column 1 value D1",
        ),
        (
            "TT|Tên xã|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\n2.2|Bắc Sơn|Tỷ lệ|80|95",
            "duplicate-column 1 commune D1",
        ),
    ] {
        refuses(table, &[expected]);
    }
}

#[test]
fn columns_of_a_commune_that_are_not_read_are_named() {
    let table = "TT^2|Chỉ tiêu^2|Bắc Sơn>2||Quảng Nghĩa>2|\n||Kết quả|Diện tích|Kết quả|Kế hoạch\n2.2|Tỷ lệ|90|1|80|95";
    for folder in both("theo-doi", table) {
        let check = folder.json(&format!("check {MONTH}"));
        let unknown = check["problems"].as_array().unwrap().iter();
        let unknown = unknown.filter(|p| p["code"] == "unknown-column");
        let cells: Vec<&str> = unknown.map(|p| p["cell"].as_str().unwrap()).collect();
        assert_eq!(cells, ["Bắc Sơn – Diện tích", "Quảng Nghĩa – Kế hoạch"]);
        assert_eq!(values(&folder), ["06727 2.2 90", "06739 2.2 80"]);
    }
}

#[test]
fn lenient_scores_what_is_left() {
    for folder in both("theo-doi", "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|Bắc Sơn\n2.2|Tỷ lệ|90|80|95")
    {
        let score = folder.json(&format!("score {MONTH} --lenient"));
        let codes: Vec<_> =
            score["communes"].as_array().unwrap().iter().map(|c| &c["code"]).collect();
        assert_eq!(codes, ["06739"]);
    }
}

#[test]
fn each_cell_counts_as_a_row_and_what_is_passed_over_once() {
    let table = "Bảng theo dõi\nTT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa\nA|B|1|2\nI|Quy hoạch||\n1.1|Quy hoạch|đạt|đạt\n2.2|Tỷ lệ|90|\nNgười lập biểu|||";
    for folder in both("theo-doi", table) {
        let check = folder.json(&format!("check {MONTH}"));
        assert_eq!((&check["rows"], &check["errors"]), (&4.into(), &0.into()));
        let told = |r: &Value| format!("{} {}", r["kind"].as_str().unwrap(), r["count"]);
        let mut repairs: Vec<String> =
            check["repairs"].as_array().unwrap().iter().map(told).collect();
        repairs.sort();
        assert_eq!(repairs, ["column-letters 1", "heading-rows 1", "signature 1", "title-rows 1"]);
    }
}

/// A table with months across, of one commune, outside a folder of a month.
fn months(table: &str) -> [Office; 2] {
    both("06727", table).map(|folder| {
        let file = folder.files().into_iter().find(|(name, _)| name.starts_with(MONTH)).unwrap();
        let name = file.0.rsplit_once('/').unwrap().1.to_owned();
        folder.write(format!("tien-do/{name}"), file.1);
        folder
    })
}

#[test]
fn months_may_stand_across_for_one_commune() {
    for table in [
        "TT|Chỉ tiêu|Tháng 4/2022|Tháng 5/2022\n2.2|Tỷ lệ|80|91,5",
        "TT|Chỉ tiêu|04/2022|5/2022|Ghi chú\n2.2|Tỷ lệ|80|91,5|",
        "TT^2|Chỉ tiêu^2|Kết quả thực hiện>2|\n||T4/2022|T5/2022\n2.2|Tỷ lệ|80|91,5",
        "TT^2|Chỉ tiêu^2|Năm 2022>2|\n||Tháng 4|Tháng 5\n2.2|Tỷ lệ|80|91,5",
        "TT|Chỉ tiêu|Tháng 4 năm 2022|Tháng 5 năm 2022\n2.2|Tỷ lệ|80|91,5",
        "TT|Tên xã|Chỉ tiêu|2022-04|2022-05\n2.2|Bắc Sơn|Tỷ lệ|80|91,5",
    ] {
        for folder in months(table) {
            let check = folder.json("check tien-do");
            assert_eq!(
                (&check["errors"], &check["rows"]),
                (&0.into(), &2.into()),
                "{table} {check}"
            );
            for (period, value) in [("2022-04", 80.0), ("2022-05", 91.5)] {
                let score = folder.json(&format!("score tien-do --period {period}"));
                let part = &score["communes"][0]["results"][1]["indicators"][1]["parts"][0];
                assert_eq!(part["value"].as_f64(), Some(value), "{table}");
            }
            // Without a period it is not known which is meant.
            folder.run("score tien-do").assert_code(2);
            folder.run("trend tien-do").assert_code(0);
        }
    }
}

#[test]
fn months_that_cannot_be_told_are_refused_on_the_header() {
    for (table, expected) in [
        (
            "TT|Chỉ tiêu|Tháng 4|Tháng 5\n2.2|Tỷ lệ|80|90",
            &["bad-period 1 period C1", "bad-period 1 period D1"][..],
        ),
        (
            "TT|Chỉ tiêu|Tháng 4/2022|Tháng 5\n2.2|Tỷ lệ|80|90",
            &["bad-period 1 period C1", "bad-period 1 period D1"],
        ),
        ("TT|Chỉ tiêu|Tháng 5/2022|05/2022\n2.2|Tỷ lệ|80|90", &["duplicate-column 1 period D1"]),
        ("TT|Chỉ tiêu|Kết quả|Tháng 4/2022|Tháng 5/2022\n2.2|Tỷ lệ|85|80|90", &[]),
    ] {
        if expected.is_empty() {
            continue;
        }
        for (form, folder) in ["csv", "xlsx"].into_iter().zip(both("06727", table)) {
            let told = folder.run(&format!("check {MONTH} --format json")).errors();
            let tell = |p: &Value| {
                let words = [&p["code"], &p["line"], &p["column"]].map(ToString::to_string);
                words.join(" ").replace('"', "")
            };
            let told: Vec<String> = told.iter().map(tell).collect();
            let expected: Vec<&str> =
                expected.iter().map(|e| e.rsplit_once(' ').unwrap().0).collect();
            assert_eq!(told, expected, "{form} {table}");
        }
    }
}

#[test]
fn communes_and_months_may_both_stand_across() {
    let table = "TT^2|Chỉ tiêu^2|Bắc Sơn>2||Quảng Nghĩa>2|\n||Tháng 4/2022|Tháng 5/2022|Tháng 4/2022|Tháng 5/2022\n2.2|Tỷ lệ|80|91|70|72";
    for folder in months(table) {
        let score = folder.json("score tien-do --period 2022-05");
        let value = |n: usize| {
            score["communes"][n]["results"][1]["indicators"][1]["parts"][0]["value"].clone()
        };
        assert_eq!([value(0), value(1)], [91, 72]);
    }
}

#[test]
fn a_clean_copy_scores_as_the_table_and_explain_names_the_cell() {
    let table = "TT|Chỉ tiêu|Bắc Sơn|Quảng Nghĩa|Minh chứng\n1.1|Quy hoạch|x|cđ|BC 1\n2.2|Tỷ lệ|91,5|20/25|BC 2";
    for (form, folder) in ["csv", "xlsx"].into_iter().zip(both("theo-doi", table)) {
        let before = values(&folder);
        folder.run(&format!("check {MONTH} --fix -o sach")).assert_code(0);
        let copies = folder.inside("sach");
        let copied: Vec<String> =
            copies.files().into_keys().filter(|name| name != "communes.csv").collect();
        assert_eq!(copied.len(), 1, "{copied:?}");
        let score = folder.json(&format!("score sach/{} --period {MONTH}", copied[0]));
        assert_eq!(score["communes"].as_array().unwrap().len(), 2);
        assert_eq!(before.len(), 4);
        let explained =
            folder.run(&format!("explain {MONTH} --commune 06739 --indicator 2.2")).both();
        assert!(explained.contains("20/25") && !explained.contains("91,5"), "{explained}");
        assert!(form == "csv" || explained.contains("D3"), "{explained}");
    }
}
