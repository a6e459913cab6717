//! Columns that say of which commune, period, level or voice a row is, under a name that is
//! none of theirs: rows are not counted for others in silence.

use crate::common::{ROSTER, in_folder, read_as, source, told};
use ntm::intake::{Intake, Options};

fn read(name: &str, text: &str) -> Intake {
    read_as(ROSTER, &[in_folder("2022-05", source(name, text))], Options::default())
}

/// Nothing of the file counts, and one error says why.
fn is_refused(text: &str) {
    let read = read("06727", text);
    assert_eq!(told(&read), ["1 unknown-column -"], "{text}");
    assert!(read.findings[0].problem.is_error(), "{text}");
    assert!(read.submissions.is_empty(), "{text}");
}

#[test]
fn a_column_called_nearly_like_one_that_is_absent_is_refused() {
    for (name, cell) in [
        ("ma_xa", "06730"),
        ("UBND xã", "Hải Đông"),
        ("commune_code", "06730"),
        ("Kì", "2022-06"),
        ("Kỳ BC", "2022-06"),
        ("Tháng báo cáo", "2022-06"),
        ("Cấp", "nâng cao"),
        ("Nguồn", "thẩm định"),
        ("Nguồn ĐG", "thẩm tra"),
        // A name decides whatever the cell holds.
        ("Xã (phường)", "Hải Đôngg"),
    ] {
        is_refused(&format!("{name};indicator;value\n{cell};1.1;đạt\n"));
    }
}

#[test]
fn a_column_whose_cells_say_it_is_refused_whatever_it_is_called() {
    for (name, cell) in [
        ("code", "06730"),
        ("", "06730"),
        ("Đơn vị", "Hải Đông"),
        ("Địa bàn", "xã Hải Đông"),
        ("Thời gian", "06/2022"),
        ("Mức độ", "nâng cao"),
        ("Đơn vị đánh giá", "thẩm định"),
        ("Đánh giá", "thẩm tra"),
    ] {
        is_refused(&format!("{name};indicator;value\n{cell};1.1;đạt\n{cell};1.2;đạt\n"));
    }
    // A word of the name makes one cell enough.
    is_refused("indicator;value;Đánh giá của\n1.1;đạt;thẩm định\n1.2;đạt;tốt\n3.2;đạt;tốt\n");
    // Without a commune in the file's name it is the same one fault.
    let read = read("x", "Đơn vị;indicator;value\nHải Đông;1.1;đạt\n");
    assert_eq!(told(&read), ["1 unknown-column -"]);
}

#[test]
fn other_columns_stay_a_warning_and_their_rows_count() {
    for (name, cells) in [
        ("Thôn", ["Hải Đông", "Thôn 2", "Thôn 3"]),
        ("Đơn vị", ["ha", "km", "hộ"]),
        ("Số hộ", ["672", "15", "27"]),
        ("Kết quả kỳ trước", ["đạt", "đạt", "chưa đạt"]),
        ("Đánh giá", ["đạt", "chưa đạt", "đạt"]),
        ("Mức độ", ["tốt", "khá", ""]),
        ("Ngày cấp", ["16/5/2022", "", ""]),
        ("Nguồn vốn", ["NSTW", "xã", ""]),
    ] {
        let [a, b, c] = cells;
        let rows = format!("indicator;value;{name}\n1.1;đạt;{a}\n1.2;đạt;{b}\n3.2;đạt;{c}\n");
        let read = read("06727", &rows);
        assert_eq!(told(&read), ["1 unknown-column -"], "{rows}");
        assert!(!read.findings[0].problem.is_error(), "{rows}");
        assert_eq!(read.submissions.len(), 1, "{rows}");
    }
    // What is known and not read, notes and evidence name communes as they like.
    for name in ["Đơn vị tính", "Nội dung", "Tên chỉ tiêu", "note", "evidence"] {
        let read = read("06727", &format!("indicator;value;{name}\n1.1;đạt;Hải Đông\n"));
        assert_eq!(told(&read), [""; 0], "{name}");
    }
    // Beside the column itself another may say what it likes.
    let read = read("x", "commune;indicator;value;Xã cũ\n06727;1.1;đạt;Hải Đông\n");
    assert_eq!(told(&read), ["1 unknown-column -"]);
    assert_eq!(read.submissions.len(), 1);
}
