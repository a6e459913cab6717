//! Which column of an office's table holds the commune's results, and which one holds
//! what somebody asks for, plans or says of them.

use crate::month::{MONTH, month, values};
use crate::office::Office;
use serde_json::Value;

/// A month with one file, cells parted by `;`.
fn file(text: &str) -> Office {
    let folder = month();
    folder.write(format!("{MONTH}/06727.csv"), text);
    folder
}

/// The problems of one severity: code, column and message.
fn told(folder: &Office, severity: &str) -> Vec<[String; 3]> {
    let check = folder.json(&format!("check {MONTH}"));
    let problems = check["problems"].as_array().unwrap().iter();
    let text = |problem: &Value, key: &str| problem[key].as_str().unwrap_or("-").to_owned();
    let all = problems.filter(|p| p["severity"] == severity);
    all.map(|p| ["code", "column", "message"].map(|key| text(p, key))).collect()
}

#[test]
fn a_value_in_another_unit_than_its_row_says_is_none() {
    let table = |rows: &str| file(&format!("TT;Nội dung;ĐVT;Kết quả\n{rows}"));
    for row in ["9.2;Nhà ở;hộ;95", "10.1;Thu nhập;nghìn đồng;200", "10.1;Thu nhập;triệu/tháng;20"]
    {
        let told = told(&table(&format!("{row}\n")), "error");
        assert_eq!(told.len(), 1, "{row}: {told:?}");
        assert_eq!(told[0][..2], ["not-a-number", "value"], "{row}");
        let unit = row.split(';').nth(2).unwrap();
        assert!(told[0][2].contains(&format!("đơn vị tính ghi “{unit}”")), "{told:?}");
    }
    let folder = table("9.2;Nhà ở;%;95\n10.1;Thu nhập;Tr.đồng;60\n2.1;Đường;km;12,8/12,8\n");
    assert_eq!(told(&folder, "error"), [["", "", ""]; 0]);
    assert_eq!(values(&folder), ["2.1 100", "9.2 95", "10.1 60"]);
    // What the cell itself says counts.
    let folder = table("10.1;Thu nhập;đồng;60 triệu đồng\n1.1;Quy hoạch;hộ;đạt\n");
    assert_eq!(values(&folder), ["1.1 true", "10.1 60"]);
}

#[test]
fn two_cells_under_one_merged_name_are_refused() {
    let sheet = |denominators: [&str; 2]| {
        let folder = month();
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "TT").unwrap().write(0, 1, "Nội dung").unwrap();
        let plain = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 2, 0, 3, "Kết quả thực hiện", &plain).unwrap();
        for (line, (id, denominator)) in (1..).zip(["2.1", "9.2"].iter().zip(denominators)) {
            sheet.write(line, 0, *id).unwrap().write(line, 2, 80.0).unwrap();
            if !denominator.is_empty() {
                sheet.write(line, 3, denominator).unwrap();
            }
        }
        book.save(folder.at(MONTH).join("06727.xlsx")).unwrap();
        folder
    };
    let told = told(&sheet(["80", "100"]), "error");
    assert_eq!(told.iter().map(|t| t[0].as_str()).collect::<Vec<_>>(), ["unreadable-row"; 2]);
    let folder = sheet(["", ""]);
    assert_eq!(values(&folder), ["2.1 80", "9.2 80"]);
}

#[test]
fn what_is_required_planned_or_of_elsewhere_is_not_the_result() {
    let names = ["Giá trị", "Kết quả", "Kết quả thực hiện"];
    let all = [
        "yêu cầu",
        "tối thiểu",
        "đạt chuẩn",
        "quy định",
        "theo quy định",
        "chuẩn",
        "ngưỡng",
        "bắt buộc",
        "tiêu chuẩn",
        "định mức",
        "được giao",
        "đăng ký",
        "đề ra",
        "lộ trình",
        "nghị quyết",
        "phê duyệt",
        "cam kết",
        "dự báo",
        "kế hoạch",
        "mục tiêu",
        "chênh lệch",
        "còn lại",
        "bình quân huyện",
        "toàn tỉnh",
        "xếp loại",
    ];
    for (words, name) in all.into_iter().zip(names.into_iter().cycle()) {
        let column = format!("{name} {words}");
        let alone = file(&format!("TT;Nội dung;{column}\n2.1;Tỷ lệ;100\n"));
        let errors = told(&alone, "error");
        assert_eq!(errors.len(), 1, "{column}: {errors:?}");
        assert_eq!(errors[0][..2], ["missing-column", "value"], "{column}");
        assert!(errors[0][2].contains(&column), "{column}: {errors:?}");
        // Beside the results it is passed over, as the required level is.
        let beside = format!("TT;{column};Kết quả thực hiện của xã\n2.1;100;80\n");
        let beside = file(&beside);
        assert_eq!(told(&beside, "error"), [[""; 3]; 0], "{column}");
        assert_eq!(values(&beside), ["2.1 80"], "{column}");
    }
    let unaccented = file("TT;Noi dung;Gia tri yeu cau\n2.1;Ty le;100\n");
    assert_eq!(told(&unaccented, "error")[0][0], "missing-column");
}

#[test]
fn words_that_say_nothing_else_leave_the_result_what_it_is() {
    for column in [
        "Giá trị đạt được",
        "Kết quả thực hiện của xã",
        "Kết quả thực hiện của xã Bắc Sơn, huyện Cao Lộc",
        "Kết quả thực hiện đến 31/5/2022 của xã",
        "Kết quả thực hiện năm 2022",
        "Kết quả tháng 5",
        "Kết quả thực hiện quý II/2022",
        "Kết quả (Đạt/Chưa đạt)",
    ] {
        let folder = file(&format!("TT;Nội dung;{column}\n1.1;Quy hoạch;đạt\n"));
        assert_eq!(told(&folder, "error"), [[""; 3]; 0], "{column}");
        assert_eq!(values(&folder), ["1.1 true"], "{column}");
    }
}

#[test]
fn a_result_of_another_time_is_refused_once() {
    for column in [
        "Kết quả năm 2021",
        "Giá trị tháng 4",
        "Kết quả thực hiện đến 30/4/2022",
        "Kết quả thực hiện quý I",
        "Kết quả đầu năm",
    ] {
        let folder = file(&format!("TT;Nội dung;{column}\n1.1;Có;đạt\n2.1;Tỷ lệ;100\n"));
        let errors = told(&folder, "error");
        assert_eq!(errors.len(), 1, "{column}: {errors:?}");
        assert_eq!(errors[0][..2], ["bad-period", "value"], "{column}");
        assert!(errors[0][2].contains(column) && errors[0][2].contains(MONTH), "{errors:?}");
    }
}

#[test]
fn a_column_in_which_a_mark_means_no_is_refused() {
    for column in ["Kết quả chưa đạt", "Kết quả thực hiện không đạt", "Giá trị (chưa đạt chuẩn)"]
    {
        let alone = file(&format!("TT;Nội dung;{column}\n1.1;Quy hoạch;x\n"));
        let errors = told(&alone, "error");
        assert_eq!(errors.len(), 1, "{column}: {errors:?}");
        assert_eq!(errors[0][0], "missing-column");
        assert!(errors[0][2].contains(column) && errors[0][2].contains("không đạt"), "{errors:?}");
        // Beside the other mark its rows would be missing, not unmet.
        let both = file(&format!("TT;Kết quả đạt;{column}\n1.1;;x\n"));
        assert_eq!(told(&both, "error")[0][0], "unknown-column", "{column}");
    }
}

#[test]
fn what_other_voices_found_is_compared_and_never_scored() {
    let folder = file(
        "TT;Nội dung;Kết quả;Xã tự đánh giá;Kết quả thẩm tra;Kết quả thẩm định của tỉnh\n\
         1.1;Quy hoạch;đạt;Đạt;Chưa đạt;Đạt\n\
         2.1;Tỷ lệ;80;Chưa đạt;Chưa đạt;Đạt\n",
    );
    assert_eq!(told(&folder, "error"), [[""; 3]; 0]);
    assert_eq!(values(&folder), ["1.1 true", "2.1 80"]);
    let warnings = told(&folder, "warning");
    let of = |code: &str| -> Vec<&str> {
        warnings.iter().filter(|[own, ..]| own == code).map(|[.., told]| told.as_str()).collect()
    };
    assert_eq!(
        of("claim-contradicts"),
        [
            "chỉ tiêu 1.1: kết quả thẩm tra ghi chưa đạt; theo số liệu đạt",
            "chỉ tiêu 2.1: kết quả thẩm định ghi đạt; theo số liệu 80% < 100%",
        ]
    );
    assert_eq!(of("unknown-column"), [""; 0]);
    // Alone it is no column of values, and is named.
    let alone = file("TT;Nội dung;Kết quả thẩm tra\n1.1;Quy hoạch;Đạt\n");
    let errors = told(&alone, "error");
    assert_eq!(errors[0][0], "missing-column");
    assert!(errors[0][2].contains("Kết quả thẩm tra"), "{errors:?}");
}
