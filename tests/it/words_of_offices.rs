//! What offices write for yes, no and nothing: each word is read, or refused with the one
//! thing to do about it. None is taken for something else in silence.

use crate::common::{ROSTER, in_folder, read_as, seen, source};
use ntm::intake::Options;
use ntm::text::Lang;

/// A yes/no indicator, one with a negative name, a share, a number.
const IDS: [(&str, &str); 4] = [("ntm", "1.1"), ("ntm", "19.2"), ("ntm", "2.1"), ("ntm", "10.1")];

/// What a value's cell is read as: what it gives, or what to do about it.
fn read(level: &str, id: &str, cell: &str) -> String {
    let cell = cell.replace('"', "\"\"");
    let rows = format!("level,indicator,value\n{level},{id},\"{cell}\"\n");
    let read = read_as(ROSTER, &[in_folder("2022-05", source("06727", &rows))], Options::default());
    match &read.findings[..] {
        [] => seen(&read.submissions[0], id, ""),
        [one] => format!("{}: {}", one.problem.code.as_str(), one.problem.hint.get(Lang::Vi)),
        several => panic!("{id} {cell}: {several:?}"),
    }
}

#[test]
fn words_for_yes_and_no_are_read() {
    for cell in [
        "đạt",
        "Đạt",
        "ĐẠT",
        "dat",
        "đ",
        "Đ.",
        "đạt chuẩn",
        "Đã đạt",
        "có",
        "Có",
        "x",
        "X",
        "v",
        "V",
        "√",
        "✓",
        "✔",
        "☑",
        "✅",
        "1",
        "yes",
        "true",
    ] {
        assert_eq!(read("ntm", "1.1", cell), "true", "{cell}");
    }
    for cell in [
        "chưa đạt",
        "Chưa Đạt.",
        "không đạt",
        "Không",
        "chưa",
        "KĐ",
        "kđ",
        "CĐ",
        "0",
        "no",
        "false",
        "chưa đạt chuẩn",
        "không đạt chuẩn",
    ] {
        assert_eq!(read("ntm", "1.1", cell), "false", "{cell}");
    }
    for cell in ["", "-", "–", "—"] {
        for (level, id) in IDS {
            assert_eq!(read(level, id, cell), "missing", "{id} {cell}");
        }
    }
}

#[test]
fn words_that_are_no_value_are_refused_with_what_to_do() {
    for (cell, of_yes_no, of_share) in [
        ("chưa có số liệu", "xóa trống ô", "xóa trống ô"),
        ("Chưa có báo cáo", "xóa trống ô", "xóa trống ô"),
        ("không có số liệu", "xóa trống ô", "xóa trống ô"),
        ("chưa thống kê được", "xóa trống ô", "xóa trống ô"),
        ("chưa rõ", "xóa trống ô", "xóa trống ô"),
        ("--", "xóa trống ô", "xóa trống ô"),
        ("…", "xóa trống ô", "xóa trống ô"),
        ("...", "xóa trống ô", "xóa trống ô"),
        ("/", "xóa trống ô", "xóa trống ô"),
        ("không có", "Đạt hoặc Chưa đạt", "ghi 0"),
        ("//", "ô trên", "ô trên"),
        ("\"", "ô trên", "ô trên"),
        ("nt", "ô trên", "ô trên"),
        ("như trên", "ô trên", "ô trên"),
        ("đang làm", "cột ghi chú", "cột ghi chú"),
        ("Đang thực hiện", "cột ghi chú", "cột ghi chú"),
        ("cơ bản đạt", "cột ghi chú", "cột ghi chú"),
        ("Đạt một phần", "cột ghi chú", "cột ghi chú"),
        ("gần đạt", "cột ghi chú", "cột ghi chú"),
        ("K", "Đạt hoặc Chưa đạt", "số"),
        ("C.đạt", "Đạt hoặc Chưa đạt", "tỷ lệ"),
        ("K.đạt", "Đạt hoặc Chưa đạt", "tỷ lệ"),
        ("ko", "Đạt hoặc Chưa đạt", "số"),
        ("☒", "Đạt hoặc Chưa đạt", "số"),
        ("✗", "Đạt hoặc Chưa đạt", "số"),
        ("☐", "Đạt hoặc Chưa đạt", "số"),
        ("×", "Đạt hoặc Chưa đạt", "số"),
        ("+", "Đạt hoặc Chưa đạt", "số"),
        // A tick of Wingdings without its font.
        ("ü", "Đạt hoặc Chưa đạt", "số"),
        ("\u{f0fc}", "Đạt hoặc Chưa đạt", "số"),
    ] {
        for id in ["1.1", "19.2"] {
            let told = read("ntm", id, cell);
            assert!(told.starts_with("not-a-value: "), "{id} {cell}: {told}");
            assert!(told.contains(of_yes_no), "{id} {cell}: {told}");
        }
        let told = read("ntm", "2.1", cell);
        assert!(told.starts_with("not-a-number: ") || told.starts_with("not-a-value: "), "{told}");
        assert!(told.contains(of_share), "{cell}: {told}");
    }
}
