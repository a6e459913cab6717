//! Rows that are nearly right are named for what they are: sums, titles between two tables,
//! cells marked as text, numbers that were cut, numbers of many digits.

use crate::common::{ROSTER, in_folder, read_as, seen, source};
use ntm::intake::{Intake, Options};
use ntm::text::Lang;

fn read(text: &str) -> Intake {
    read_as(ROSTER, &[in_folder("2022-05", source("06727", text))], Options::default())
}

/// Errors and warnings as `line code: message / hint`.
fn told(read: &Intake) -> Vec<String> {
    let problems = read.findings.iter().map(|finding| &finding.problem);
    let told = problems.map(|p| {
        let (line, code) = (p.place.line.unwrap_or(0), p.code.as_str());
        format!("{line} {code}: {} / {}", p.message.get(Lang::En), p.hint.get(Lang::En))
    });
    told.collect()
}

/// Line and code alone.
fn codes(text: &str) -> Vec<String> {
    let short = |told: String| told.split_once(": ").unwrap().0.to_owned();
    told(&read(text)).into_iter().map(short).collect()
}

fn repairs(read: &Intake) -> Vec<(&'static str, usize)> {
    read.repairs.iter().map(|repair| (repair.kind.as_str(), repair.count)).collect()
}

#[test]
fn a_row_of_sums_is_named_for_what_it_is() {
    for row in [
        "Tổng số,98,",
        "Tổng số tiêu chí đạt,18,",
        "Tổng cộng 57 chỉ tiêu,98,",
        "Tổng:57,98,",
        "Cộng dồn toàn xã,98,",
        "CỘNG,98,",
        "Bình quân chung,98,",
        "Trung bình,98,",
        ",98,Tổng số chỉ tiêu",
    ] {
        let told = told(&read(&format!("indicator,value,evidence\n2.1,98,BC 1\n{row}\n")));
        assert_eq!(told.len(), 1, "{row}: {told:?}");
        assert!(told[0].starts_with("3 unknown-indicator"), "{row}: {told:?}");
        assert!(told[0].contains("sums"), "{row}: {told:?}");
        assert!(told[0].contains("delete"), "{row}: {told:?}");
    }
    let words = "TT,Nội dung,Kết quả\n2.1,Tỷ lệ,98\n,Tổng số tiêu chí đạt: 18,98\n";
    assert!(told(&read(words))[0].contains("is a row of sums"));
    // Text below the table is a signature, a community no sum.
    for row in ["Tổng hợp từ các thôn,,", "Cộng tác viên: Nguyễn Văn A,,"] {
        assert_eq!(codes(&format!("indicator,value,evidence\n2.1,98,BC 1\n{row}\n")), [""; 0]);
    }
    let other = told(&read("indicator,value,evidence\n2.1,98,BC 1\nCộng đồng dân cư,98,\n"));
    assert!(!other[0].contains("is a row of sums"), "{other:?}");
}

#[test]
fn an_apostrophe_marks_text_before_words_too() {
    let read =
        read("indicator,value,evidence\n1.1,'đạt,'BC 1\n2.1,'95,BC\n'2.2,\"'95\",'Báo cáo' 3\n");
    assert_eq!(told(&read), [""; 0]);
    let submission = &read.submissions[0];
    let values = ["1.1", "2.1", "2.2"].map(|id| seen(submission, id, ""));
    assert_eq!(values, ["true", "95", "95"]);
    assert_eq!(repairs(&read), [("apostrophes", 5)]);
    let cited: Vec<&str> = submission.evidence().into_iter().flatten().collect();
    assert_eq!(cited, ["BC 1", "BC", "'Báo cáo' 3"]);
}

const TWO: &str =
    "indicator,value,evidence\n1.1,đạt,BC 1\nTITLE\nindicator,value,evidence\n2.2,95,BC 1\n";

#[test]
fn a_title_between_two_tables_is_no_row() {
    for title in ["BẢNG 2: TIÊU CHÍ 17,,", "BẢNG 2", "II. BẢNG THỨ HAI\nXã Bắc Sơn, tháng 5/2022"]
    {
        let text = TWO.replace("TITLE", title);
        let read = read(&text.replace("Xã Bắc Sơn, tháng 5/2022", "\"Xã Bắc Sơn, tháng 5/2022\""));
        assert_eq!(told(&read), [""; 0], "{title}");
        assert_eq!(seen(&read.submissions[0], "2.2", ""), "95");
        let repairs = repairs(&read);
        assert!(repairs.contains(&("repeated-headers", 1)), "{repairs:?}");
    }
}

#[test]
fn a_title_that_speaks_of_others_ends_what_is_read() {
    for title in [
        "BẢNG CHỈ TIÊU NÂNG CAO",
        "Xã Hải Đông",
        "XÃ HẢI ĐÔNG (06730)",
        "\"Số liệu tháng 6/2022\"",
        "Số liệu tháng 6",
        "Kỳ báo cáo năm 2021",
    ] {
        let read = read(&TWO.replace("TITLE", title));
        let told = told(&read);
        assert_eq!(told.len(), 1, "{title}: {told:?}");
        assert!(told[0].starts_with("3 unreadable-row"), "{title}: {told:?}");
        assert_eq!(seen(&read.submissions[0], "2.2", ""), "missing", "{title}");
    }
    // Rows that say themselves of what level they are need no title.
    let own =
        "indicator,level,value\n1.1,,đạt\nNÂNG CAO\nindicator,level,value\n1.1,nang-cao,đạt\n";
    assert_eq!(codes(own), [""; 0]);
    // Two cells are no title: a row that lost its id is told.
    assert_eq!(codes(&TWO.replace("TITLE", "Đường xã,,BC 5")), ["3 unknown-indicator"]);
}

#[test]
fn a_last_row_that_was_cut_is_told_by_its_cells() {
    let head = "indicator,value,evidence\n1.1,đạt,BC 1\n2.1,95,BC 1\n";
    for cut in ["2.2,9", "2.2", "17"] {
        assert_eq!(codes(&format!("{head}{cut}")), ["4 unreadable-row"], "{cut}");
    }
    // Whole by its cells, by its line end, or as short as another.
    for whole in ["2.2,95,B", "2.2,95,", "2.2,95\n"] {
        assert_eq!(codes(&format!("{head}{whole}")), [""; 0], "{whole}");
    }
    assert_eq!(codes(&format!("{head}2.3,95\n2.2,9")), [""; 0]);
    let named = "commune,indicator,value\n06727,1.1,đạt\nBắc Sơn,2.1,95\n";
    for cut in ["Bắc Sơn,2.2", "06727", "Bắc S"] {
        assert_eq!(codes(&format!("{named}{cut}")), ["4 unreadable-row"], "{cut}");
    }
}

#[test]
fn decimals_behind_a_number_are_told_in_every_layout() {
    for (text, expected) in [
        ("indicator,value,evidence\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,note\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,Đơn vị tính,evidence\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,Mức phải đạt,evidence\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,Thôn,note\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,,note\n2.1,95,5\n", "2 split-number"),
        ("indicator,value,numerator,denominator,note\n2.1,,1,5,20\n", "2 split-number"),
        ("indicator,value,numerator,denominator\n2.1,95,5\n", "2 incomplete-ratio"),
        ("indicator,value,source,note\n2.1,95,5\n", "2 bad-source"),
        ("indicator,value,part,note\n2.1,95,5\n", "2 unknown-part"),
        ("indicator,value,evidence_date,note\n2.1,95,5\n", "2 bad-date"),
    ] {
        let codes = codes(text);
        assert!(codes.contains(&expected.to_owned()), "{text}: {codes:?}");
    }
    let level = "indicator,value,Mức phải đạt,evidence\n2.1,95,80,BC 1\n2.2,90,80,BC 2\n";
    assert_eq!(codes(level), [""; 0]);
}

#[test]
fn numbers_of_many_digits_are_exact_or_refused() {
    let value = |number: &str| format!("indicator,value,evidence\n10.1,\"{number}\",BC 1\n");
    let exact = "50,1234567890123456789012345";
    for number in [exact, "50,12345678901234567890123456", "50,123456789012345678901234560000"] {
        let read = read(&value(number));
        let stands = told(&read).iter().any(|told| told.contains("not-a-number"));
        assert!(!stands, "{number}");
    }
    let share = |number: &str| format!("indicator,value,evidence\n2.1,\"{number}\",BC 1\n");
    let tiny = read(&share("0,1234567890123456789012345678"));
    assert_eq!(told(&tiny), [""; 0]);
    let held = tiny.submissions[0].observations();
    let held = held.iter().find_map(|observation| match observation.value().as_deref() {
        Some(ntm::law::Value::Number(number)) => Some(number.rounded(28)),
        _ => None,
    });
    assert_eq!(held.as_deref(), Some("0.1234567890123456789012345678"));
    for number in ["0,12345678901234567890123456789", "50,123456789012345678901234567"] {
        let told = told(&read(&share(number)));
        assert!(told[0].starts_with("2 not-a-number"), "{told:?}");
        assert!(told[0].contains("28 digits") && told[0].contains("decimal"), "{told:?}");
    }
}

#[test]
fn a_name_that_ten_thousand_communes_bear_is_told_in_few_words() {
    let communes: String = (10_000..20_000).map(|code| format!("{code},An,22,DBSH\n")).collect();
    let roster = format!("code,name,province,region\n{communes}");
    let rows = "An,1.1,đạt,BC 1\n".repeat(2_000);
    let text = format!("commune,indicator,value,evidence\n{rows}");
    let read = read_as(&roster, &[in_folder("2022-05", source("x", &text))], Options::default());
    let of_names = read.findings.iter().map(|finding| &finding.problem);
    let of_names = of_names.filter(|problem| problem.code.as_str() == "unknown-commune");
    let lengths: Vec<usize> =
        of_names.map(|p| p.message.get(Lang::Vi).len() + p.hint.get(Lang::Vi).len()).collect();
    assert_eq!(lengths.len(), 2_000);
    assert!(lengths.iter().all(|length| *length < 1_000), "{:?}", lengths[0]);
}
