//! Rows whose cells stand elsewhere than the header says: numbers that a comma cuts, rows in
//! a cell, rows under another delimiter, a file without a header. None is lost unsaid.

use crate::common::{ROSTER, in_folder, read_as, source, told};
use ntm::intake::{Intake, Options};

fn read(name: &str, text: &str) -> Intake {
    read_as(ROSTER, &[in_folder("2022-05", source(name, text))], Options::default())
}

fn told_of(name: &str, text: &str) -> Vec<String> {
    told(&read(name, text))
}

const HEAD: &str = "commune,indicator,value,evidence,note\n";

#[test]
fn a_number_that_a_comma_cuts_is_told() {
    for (rows, line, column) in [
        ("06727,2.1,98,5,BC 1\n", 2, "evidence"),
        ("06727,2.1,98,5,BC 1\n06727,2.2,\"97,5\",BC 1,\n", 2, "evidence"),
        ("06727,2.2,97.5,BC 1,\n06727,2.1,98,5,BC 1\n", 3, "evidence"),
        ("06727,2.1,98,5%,BC 1\n", 2, "evidence"),
        ("06727,2.1,98,5 %,BC 1\n", 2, "evidence"),
        ("06727,10.1,54,5 triệu,BC 1\n", 2, "evidence"),
        ("06727,10.1,54,5 triệu đồng/người,BC 1\n", 2, "evidence"),
    ] {
        let problems = told_of("x", &format!("{HEAD}{rows}"));
        assert_eq!(problems, [format!("{line} split-number {column}")], "{rows}");
    }
    let unread = told_of("x", "commune,indicator,value,Thôn\n06727,2.1,98,5\n");
    assert!(unread.contains(&"2 split-number -".to_owned()), "{unread:?}");
    // Each row is told.
    let both = told_of("x", &format!("{HEAD}06727,2.1,98,5%,BC 1\n06727,2.2,97,5 %,BC 1\n"));
    assert_eq!(both, ["2 split-number evidence", "3 split-number evidence"]);
}

#[test]
fn numbers_beside_numbers_are_no_cut_ones() {
    for rows in [
        "06727,2.1,98,BC 1,5\n",
        "06727,2.1,\"98,5\",5,BC 1\n06727,2.2,97,12,BC 1\n",
        "06727,2.1,98.5,5,\n06727,2.2,97,12,\n",
        "06727,2.1,98,2022,\n",
        "06727,2.1,98,12/BC-UBND,\n",
        "06727,2.1,98,3. Biên bản,\n",
        "06727,2.1,98,12 biên bản họp thôn năm 2022,\n",
        "06727,1.1,đạt,5,\n",
    ] {
        assert_eq!(told_of("x", &format!("{HEAD}{rows}")), [""; 0], "{rows}");
    }
}

#[test]
fn a_row_that_is_shifted_for_certain_is_refused() {
    for (head, row) in [
        ("commune,indicator,value,evidence,source\n", "06727,2.1,98,5,BC 1\n"),
        ("commune,indicator,value,evidence,evidence_date,note\n", "06727,2.1,98,5%,BC 1,\n"),
    ] {
        let read = read("x", &format!("{head}{row}06727,2.2,97,BC 2,\n"));
        assert_eq!(told(&read), ["2 unreadable-row -"], "{row}");
    }
}

#[test]
fn rows_in_a_cell_are_told_wherever_it_stands() {
    for text in [
        // Below the table, at the file's delimiter and at another.
        "commune;indicator;value;evidence\n06727;1.1;đạt;BC 1\n\"Người lập\n06730;1.1;đạt;BC\";;;\n",
        "commune;indicator;value;evidence\n06727;1.1;đạt;BC 1\n\"Người lập\n06730,1.1,đạt,BC\";;;\n",
        // In a row of data, at another delimiter.
        "commune;indicator;value;evidence\n06727;1.1;đạt;\"x\n06730,1.1,đạt,BC\"\n",
        // In a title.
        "\"Tiêu đề\ncommune;indicator;value\n06730;1.1;đạt\"\ncommune;indicator;value\n06727;1.2;đạt\n",
        // In the header.
        "commune;indicator;value;\"note\n06730;1.1;đạt;x\"\n06727;1.2;đạt;\n",
    ] {
        let problems = told_of("x", text);
        let swallowed = problems.iter().filter(|problem| problem.contains("swallowed-rows"));
        assert_eq!(swallowed.count(), 1, "{text}: {problems:?}");
    }
    for note in ["Chưa có số liệu:\n1.1, 1.2, 2.1", "BC 1, BC 2\nQĐ 3, QĐ 4", "(1)\n(2)"] {
        let text = format!("commune;indicator;value;note\n06727;1.1;đạt;\"{note}\"\n");
        assert_eq!(told_of("x", &text), [""; 0], "{note}");
    }
}

#[test]
fn a_row_under_another_delimiter_is_no_signature_whoever_it_is_of() {
    let table = "commune;indicator;value;evidence\n06727;1.1;đạt;BC 1\n";
    for row in ["Hải Đôngg,1.1,đạt,BC", "Hải Đôngg|2.1|98", "xã nào đó\t1.1\tchưa đạt"]
    {
        assert_eq!(told_of("x", &format!("{table}{row}\n")), ["3 unreadable-row -"], "{row}");
    }
    for row in ["Bắc Sơn, ngày 16 tháng 5", "Nơi nhận: UBND, lưu", "Người lập, TM. UBND, 1"]
    {
        assert_eq!(told_of("x", &format!("{table}{row}\n")), [""; 0], "{row}");
    }
}

#[test]
fn a_row_whose_tabs_became_blanks_is_refused() {
    let head = "TT\tPhần\tTử số\tMẫu số\tKết quả\tGhi chú\n6.1\t\t\t\tđạt\t\n";
    for row in [
        "6.2    chưa đạt Đã bố trí địa điểm, chưa lắp đặt thiết bị",
        "6.2 chưa đạt Đã bố trí địa điểm",
        "6.2  đạt Đã lắp đặt",
        "6.3   4 4 thôn",
    ] {
        let text = format!("{head}{row}\n6.3\t\t4\t4\t\t\n");
        assert_eq!(told_of("06727", &text), ["3 unreadable-row indicator"], "{row}");
    }
    for row in ["6.2 Có điểm phục vụ", "6.2 Đạt chuẩn theo quy định", "6.2", "6.2  Tỷ lệ  xóm"]
    {
        let text = format!("{head}{row}\n6.3\t\t4\t4\t\t\n");
        assert_eq!(told_of("06727", &text), [""; 0], "{row}");
    }
}

#[test]
fn a_file_without_a_header_has_one_fault() {
    for (name, text) in [
        ("06727", "1.1;đạt\n1.2;chưa đạt\n"),
        ("x", "06727;1.1;đạt\n06727;1.2;đạt\n"),
        ("x", "06727,2.1,98\n06727,2.2,97\n"),
    ] {
        assert_eq!(told_of(name, text), ["1 unreadable-row -"], "{text}");
    }
    // Words that are no row of data are told as before.
    let words = told_of("06727", "UBND xã;2022-05\n");
    assert!(words.contains(&"1 missing-column indicator".to_owned()), "{words:?}");
}
