//! Headers that begin with a known name and go on: read by their beginning, whatever mark
//! stands behind it, and never where what follows says otherwise.

use crate::common::{ROSTER, in_folder, read_as, seen, source, told};
use ntm::intake::{Intake, Options, Voice};
use ntm::law::Level;

fn read(name: &str, text: &str) -> Intake {
    read_as(ROSTER, &[in_folder("2022-05", source(name, text))], Options::default())
}

/// Of a file without a fault the one commune that it speaks of.
fn commune_of(name: &str, text: &str) -> usize {
    let read = read(name, text);
    let mut told = told(&read);
    // That the file bears another name is told, and decides nothing.
    told.retain(|one| one != "0 name-says-otherwise -");
    assert_eq!(told, [""; 0], "{text}");
    assert_eq!(read.submissions.len(), 1, "{text}");
    read.submissions[0].commune
}

#[test]
fn a_commune_is_named_in_a_column_with_further_words() {
    for (name, cell) in [
        ("Tên xã (phường)", "Hải Đông"),
        ("Tên xã, phường", "Hải Đông"),
        ("Tên xã/phường", "Hải Đông"),
        ("Tên xã - phường", "Hải Đông"),
        ("Tên xã: phường, thị trấn", "Hải Đông"),
        ("\"Tên xã\nphường\"", "Hải Đông"),
        ("tên xã (hoặc phường)", "06730"),
        ("Mã xã/phường", "06730"),
        ("MÃ XÃ(5 chữ số)", "06730"),
        ("Mã xa\u{303} (TCTK)", "06730"),
        ("ma xa theo TCTK", "06730"),
    ] {
        // Hải Đông is the second of the roster, the file bears the name of the first.
        let text = format!("{name};indicator;value\n{cell};1.1;đạt\n");
        assert_eq!(commune_of("06727", &text), 1, "{name}");
    }
}

#[test]
fn code_and_name_with_further_words_are_compared() {
    let head = "Mã xã;Tên xã (phường);indicator;value\n";
    assert_eq!(commune_of("x", &format!("{head}06730;Hải Đông;1.1;đạt\n")), 1);
    let read = read("x", &format!("{head}06730;Bắc Sơn;1.1;đạt\n"));
    assert_eq!(told(&read), ["2 unknown-commune commune"]);
}

#[test]
fn period_level_and_source_are_read_by_their_beginning() {
    let head =
        "Kỳ báo cáo (tháng/năm);Cấp độ NTM;Nguồn đánh giá: tự đánh giá/thẩm tra;indicator;value\n";
    let read = read("06727", &format!("{head}2022-05;nâng cao;thẩm tra;1.1;đạt\n"));
    assert_eq!(told(&read), [""; 0]);
    let said = &read.submissions[0];
    assert_eq!((said.level, said.voice), (Level::NangCao, Voice::Verified));
}

#[test]
fn dates_ratios_and_documents_are_read_by_their_beginning() {
    let head = "indicator;Tử số (km);Mẫu số/tổng số;Minh chứng - số, ngày;Ngày văn bản (nếu có);\
                Hiệu lực đến ngày;Thời điểm số liệu: ngày;Ghi chú khác\n";
    let head = head.replace("indicator;", "indicator;Giá trị (%);");
    let read = read("06727", &format!("{head}2.1;;19;20;BC 1;5/5/2022;31/12/2022;31/5/2022;x\n"));
    assert_eq!(told(&read), [""; 0]);
    assert_eq!(seen(&read.submissions[0], "2.1", ""), "95");
    let read = read_date("Ngày văn bản (nếu có)");
    assert_eq!(told(&read), ["2 bad-date evidence_date"]);
}

fn read_date(name: &str) -> Intake {
    read("06727", &format!("indicator;value;{name}\n1.1;đạt;hôm qua\n"))
}

#[test]
fn what_is_of_another_time_or_a_plan_is_not_read() {
    for name in ["Tên xã cũ", "Cấp độ phấn đấu", "Kỳ báo cáo trước", "Thời điểm số liệu kỳ trước"]
    {
        let read = read("06727", &format!("indicator;value;{name}\n1.1;đạt;ghi sau\n"));
        assert_eq!(told(&read), ["1 unknown-column -"], "{name}");
        assert_eq!(read.submissions.len(), 1, "{name}");
        assert!(!read.findings[0].problem.is_error(), "{name}");
    }
    // A word of one syllable is none, nor is one that goes on without a mark.
    for name in ["Xã/phường", "Mã xãhội"] {
        let read = read("06727", &format!("indicator;value;{name}\n1.1;đạt;06730\n"));
        assert!(read.submissions.is_empty(), "{name}");
    }
}

#[test]
fn two_columns_with_one_beginning_are_told() {
    let text = "Tên xã (phường);Tên xã/thị trấn;indicator;value\nHải Đông;Bắc Sơn;1.1;đạt\n";
    let read = read("x", text);
    assert_eq!(told(&read), ["1 duplicate-column commune"]);
}
