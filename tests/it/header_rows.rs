//! Headers of several rows under merged cells, and marks under *Đạt* and *Chưa đạt*, in CSV,
//! where nothing tells what is merged, and in workbooks.

use crate::month::{MONTH, errors, month, save, values};
use crate::office::Office;
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

/// A table as text and as a workbook: a row a line, cells parted by `|`. A cell `Kết quả>2`
/// is merged over two columns, `TT^2` over two rows.
pub(crate) fn both(name: &str, table: &str) -> [Office; 2] {
    let (text, book) = (month(), month());
    let rows: Vec<Vec<&str>> =
        table.lines().map(|line| line.split('|').map(str::trim).collect()).collect();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in &rows {
        let cells = row.iter().map(|cell| cell.split(['>', '^']).next().unwrap());
        writer.write_record(cells).unwrap();
    }
    text.write(format!("{MONTH}/{name}.csv"), writer.into_inner().unwrap());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Biểu").unwrap();
    for (line, row) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let number = |sign: char| cell.split_once(sign).map(|(_, n)| n.parse::<u16>().unwrap());
            let (wide, tall) = (number('>').unwrap_or(1), number('^').unwrap_or(1));
            let text = cell.split(['>', '^']).next().unwrap();
            if wide * tall > 1 {
                let last = (line + u32::from(tall) - 1, column + wide - 1);
                let format = Format::new();
                sheet.merge_range(line, column, last.0, last.1, text, &format).unwrap();
            } else {
                sheet.write(line, column, text).unwrap();
            }
        }
    }
    save(&book, &format!("{name}.xlsx"), workbook);
    [text, book]
}

fn reads(table: &str, expected: &[&str]) {
    for folder in both("06727", table) {
        assert_eq!(errors(&folder), [""; 0], "{table}");
        assert_eq!(values(&folder), expected, "{table}");
    }
}

/// The codes that a table is refused with, in both forms.
fn refuses(table: &str, expected: &[&str]) {
    for folder in both("06727", table) {
        let told = errors(&folder);
        let codes: Vec<&str> = told.iter().map(|e| e.split(' ').next().unwrap()).collect();
        assert_eq!(codes, expected, "{table}");
    }
}

fn problems(folder: &Office, code: &str) -> Vec<Value> {
    let check = folder.json(&format!("check {MONTH}"));
    let problems = check["problems"].as_array().unwrap().iter();
    problems.filter(|problem| problem["code"] == code).cloned().collect()
}

#[test]
fn a_name_is_read_from_above_to_below_and_then_by_its_lowest_row() {
    for table in [
        "TT^2|Chỉ tiêu^2|Kết quả thực hiện>3|||Minh chứng^2\n||Tử số|Mẫu số|Tỷ lệ|\nA|B|1|2|3|4\n2.2|Tỷ lệ|20|25||BC 1\n3.1|Tưới||| 83,5|",
        // Three rows, the ids under a common name too.
        "Tiêu chí>2||Kết quả thực hiện>3||\nTT^2|Nội dung^2|Số lượng>2||Giá trị^2\n||Tử số|Mẫu số|\n2.2|Tỷ lệ|20|25|\n3.1|Tưới|||83,5",
        // What stands above says which of two names it is.
        "TT^2|Chỉ tiêu^2|Kết quả>2||Xã báo cáo>2|\n||thực hiện|tự đánh giá|Tử số|Mẫu số\n2.2|Tỷ lệ||Chưa đạt|20|25\n3.1|Tưới|83,5|Đạt||",
        // A plan has the same names and is not read.
        "TT^2|Chỉ tiêu^2|Kế hoạch năm>2||Thực hiện>3||\n||Kết quả|Tử số|Kết quả thực hiện|Tử số|Mẫu số\n2.2|Tỷ lệ|100|30||20|25\n3.1|Tưới|90||83,5||",
    ] {
        reads(table, &["2.2 80", "3.1 83.5"]);
    }
}

#[test]
fn a_row_below_a_header_that_names_no_columns_is_one_of_data() {
    // Cells of a column without a name are no header.
    reads("TT|Chỉ tiêu|Kết quả|\n2.2|Tỷ lệ|80|\n3.1|Tưới|83,5|", &["2.2 80", "3.1 83.5"]);
    reads("TT|Chỉ tiêu|Kết quả|\nI|Hạ tầng||\n2.2|Tỷ lệ|80|", &["2.2 80"]);
    // An id is missing: it is not taken for a part of the header.
    refuses("TT|Chỉ tiêu|Kết quả|\n|Tỷ lệ đường|80|\n3.1|Tưới|83,5|", &["unknown-indicator"]);
    refuses("TT|Kết quả>2||Ghi chú\n|đạt||\n3.1|83,5||", &["unknown-indicator"]);
}

#[test]
fn a_mark_takes_the_word_of_its_column() {
    let table = |mark: &str| {
        format!(
            "TT^2|Chỉ tiêu^2|Kết quả>2||Ghi chú^2\n||Đạt|Chưa đạt|\n1.1|Quy hoạch|{mark}||\n1.2|Quy định||{mark}|BC\n7.1|Chợ|||\n8.1|Bưu chính|-| |"
        )
    };
    for mark in ["x", "X", "+", "v", "✓", "✔", "√", "1", "•", "(x)", "x."] {
        reads(&table(mark), &["1.1 true", "1.2 false"]);
    }
    // In one row, in the other order, with the words themselves, and with zeros beside.
    for table in [
        "TT|Chỉ tiêu|Đạt|Chưa đạt\n1.1|Quy hoạch|x|\n1.2|Quy định||x",
        "TT|Chỉ tiêu|Chưa đạt|Đạt\n1.1|Quy hoạch||x\n1.2|Quy định|x|",
        "TT^2|Chỉ tiêu^2|Kết quả thực hiện>2|\n||Đạt chuẩn|Không đạt\n1.1|Quy hoạch|Đạt|\n1.2|Quy định||Chưa đạt",
        "TT^2|Chỉ tiêu^2|Kết quả>2|\n||Đạt|Chưa đạt\n1.1|Quy hoạch|1|0\n1.2|Quy định|0|1",
    ] {
        reads(table, &["1.1 true", "1.2 false"]);
    }
    // Figures stand under the verdict that the commune gives them.
    reads(
        "TT^2|Chỉ tiêu^2|Kết quả>2|\n||Đạt|Chưa đạt\n1.1|Quy hoạch|x|\n2.2|Tỷ lệ||83,5%\n3.1|Tưới|91,2|",
        &["1.1 true", "2.2 83.5", "3.1 91.2"],
    );
}

#[test]
fn marks_that_contradict_each_other_or_their_column_are_refused() {
    let head = "TT^2|Chỉ tiêu^2|Kết quả>2|\n||Đạt|Chưa đạt\n";
    for row in ["x|x", "x|1", "chưa đạt|", "|đạt", "|có", "0|", "x|80", "Đạt|Chưa đạt"]
    {
        let table = format!("{head}1.1|Quy hoạch|{row}\n1.2|Quy định||x");
        refuses(&table, &["not-a-value"]);
        for folder in both("06727", &table) {
            let told = &problems(&folder, "not-a-value")[0];
            assert_eq!((told["line"].as_u64(), told["column"].as_str()), (Some(3), Some("value")));
        }
    }
    // A mark is none where a figure is asked for; the cell of the mark is named.
    for folder in both("06727", &format!("{head}2.2|Tỷ lệ||x")) {
        let told = &problems(&folder, "not-a-value")[0];
        assert!(told["address"].is_null() || told["address"] == "D3", "{told}");
    }
    let claims = "TT^2|Chỉ tiêu^2|Kết quả^2|Xã tự đánh giá>2|\n|||Đạt|Chưa đạt\n1|Quy hoạch||x|x\n1.1|Quy hoạch|Đạt|x|x";
    for folder in both("06727", claims) {
        let told = problems(&folder, "not-a-value");
        let places: Vec<_> = told.iter().map(|p| (&p["line"], &p["column"])).collect();
        assert_eq!(places, [(&3.into(), &"claim".into()), (&4.into(), &"claim".into())]);
    }
}

#[test]
fn marks_beside_a_value_are_what_the_commune_claims() {
    for table in [
        "TT^2|Chỉ tiêu^2|Kết quả thực hiện^2|Xã tự đánh giá>2|\n|||Đạt|Chưa đạt\n2.2|Tỷ lệ|83,5|x|\n3.1|Tưới|95||x",
        "TT|Chỉ tiêu|Kết quả thực hiện|Đạt|Chưa đạt\n2.2|Tỷ lệ|83,5|x|\n3.1|Tưới|95||x",
    ] {
        for folder in both("06727", table) {
            assert_eq!(errors(&folder), [""; 0], "{table}");
            assert_eq!(values(&folder), ["2.2 83.5", "3.1 95"], "{table}");
            let told = problems(&folder, "claim-contradicts");
            let lines: Vec<_> = told.iter().map(|p| p["line"].as_u64().unwrap()).collect();
            let first = if table.contains('^') { 3 } else { 2 };
            assert_eq!(lines, [first, first + 1], "{table}");
            let address = told[1]["address"].as_str();
            assert!(address.is_none_or(|a| a == format!("E{}", first + 1)), "{address:?}");
        }
    }
    // The verdict of the city is its own.
    let table = "TT^2|Chỉ tiêu^2|Kết quả thực hiện^2|Kết quả thẩm tra>2|\n|||Đạt|Chưa đạt\n2.2|Tỷ lệ|83,5|x|";
    for folder in both("06727", table) {
        assert_eq!(problems(&folder, "claim-contradicts").len(), 1);
    }
}

#[test]
fn two_results_under_one_header_are_refused() {
    for table in [
        "TT^2|Chỉ tiêu^2|Năm 2021>2||Năm 2022>2|\n||Kết quả|Ghi chú|Kết quả|Minh chứng\n2.2|Tỷ lệ|80||90|",
        "TT^2|Chỉ tiêu^2|Kết quả thực hiện^2|Kết quả>2|\n|||Đạt|Chưa đạt\n1.1|Quy hoạch|Đạt|x|",
    ] {
        refuses(table, &["duplicate-column"]);
    }
}

#[test]
fn a_header_of_several_rows_may_stand_again() {
    let head = "TT^2|Chỉ tiêu^2|Kết quả>2|\n||Đạt|Chưa đạt\n";
    let table =
        format!("{head}1.1|Quy hoạch|x|\n{head}1.2|Quy định||x\nNgười lập biểu||CHỦ TỊCH>2|");
    reads(&table, &["1.1 true", "1.2 false"]);
}
