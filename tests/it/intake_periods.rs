//! Of when a row is, at which level, and who says so.

use crate::common::{ROSTER, in_folder, read_as, seen, source, told};
use ntm::intake::{Intake, Options, Source, Voice};
use ntm::law::Level;
use ntm::period::Period;

fn read(files: &[Source]) -> Intake {
    read_as(ROSTER, files, Options::default())
}

fn picked(period: &str, files: &[Source]) -> Intake {
    let period = Period::parse(period);
    read_as(ROSTER, files, Options { period, ..Options::default() })
}

fn periods(read: &Intake) -> Vec<String> {
    read.submissions.iter().map(|submission| submission.period.to_string()).collect()
}

fn of_period(cell: &str) -> Source {
    source("06727", &format!("period,indicator,value\n{cell},1.1,đạt\n"))
}

#[test]
fn a_period_is_written_in_three_ways() {
    for cell in ["2022-05", "05/2022", "5/2022"] {
        assert_eq!(periods(&read(&[of_period(cell)])), ["2022-05"], "{cell}");
    }
    for cell in ["2022/05", "13/2022", "5-2022", "tháng 5", "2022-05-31"] {
        let read = read(&[in_folder("2022-05", of_period(cell))]);
        assert_eq!(told(&read), ["2 bad-period period"], "{cell}");
    }
}

#[test]
fn rows_without_period_take_the_folders() {
    let no_column = source("06727", "indicator,value\n1.1,đạt\n");
    for file in [of_period(""), of_period("5/2022"), no_column] {
        let read = read(&[in_folder("2022-05", file)]);
        assert_eq!((told(&read), periods(&read)), (vec![], vec!["2022-05".to_owned()]));
    }
}

#[test]
fn a_row_of_another_period_than_its_folder_is_told() {
    let read = read(&[in_folder("2022-05", of_period("2022-06"))]);
    assert_eq!(told(&read), ["2 bad-period period"]);
    assert!(read.submissions.is_empty());
}

#[test]
fn the_period_asked_for_picks_its_rows_and_passes_over_others() {
    let file = "period,indicator,value\n2022-05,1.1,đạt\n2022-06,1.2,sai\n2022-06,1.1,đạt\n";
    let file = source("06727", file);
    let read = picked("2022-05", std::slice::from_ref(&file));
    assert_eq!((told(&read), periods(&read)), (vec![], vec!["2022-05".to_owned()]));
    assert_eq!(told(&picked("2022-06", &[file])), ["3 not-a-value value"]);
}

#[test]
fn with_a_period_asked_for_rows_without_one_still_take_the_folders() {
    let file = in_folder("2022-05", of_period(""));
    assert_eq!(periods(&picked("2022-05", std::slice::from_ref(&file))), ["2022-05"]);
    let other = picked("2022-06", &[file]);
    assert!(other.findings.is_empty() && other.submissions.is_empty());
    let both = picked("2022-06", &[in_folder("2022-05", of_period("2022-06"))]);
    assert_eq!(periods(&both), ["2022-06"], "the row's own period is asked for");
}

#[test]
fn without_folder_and_option_all_rows_must_be_of_one_period() {
    let text = "period,indicator,value\n2022-05,1.1,đạt\n2022-05,1.2,đạt\n2022-06,7.1,đạt\n";
    let read_one = read(&[source("06727", text)]);
    assert_eq!(told(&read_one), ["4 bad-period period"]);
    assert_eq!(periods(&read_one), ["2022-05"]);
}

#[test]
fn rows_without_any_period_are_told() {
    let file = "commune,period,indicator,value\n06727,,1.1,đạt\n06727,2022-05,1.2,đạt\n";
    let found = read(&[source("a", file)]);
    assert_eq!(
        (told(&found), periods(&found)),
        (vec!["2 bad-period period".into()], vec!["2022-05".into()])
    );
    let file = "commune,indicator,value\n06727,1.1,đạt\n06727,1.2,đạt\n";
    assert_eq!(told(&read(&[source("a", file)])), ["0 bad-period period"], "once for the file");
}

#[test]
fn a_file_without_any_period_has_its_commune_all_the_same() {
    assert_eq!(told(&read(&[of_period("")])), ["2 bad-period period"]);
    let no_column = source("06727", "indicator,value\n1.1,đạt\n");
    assert_eq!(told(&read(&[no_column])), ["0 bad-period period"]);
}

#[test]
fn several_folders_are_several_periods() {
    let folders = ["2022-05", "2022-06"].map(|month| in_folder(month, of_period("")));
    let read = read(&folders);
    assert_eq!((told(&read), periods(&read)), (vec![], vec!["2022-05".into(), "2022-06".into()]));
}

#[test]
fn the_level_column_goes_before_the_file_name() {
    for (stem, cell, level) in [
        ("06727", "ntm", Level::Ntm),
        ("06727", "nang-cao", Level::NangCao),
        ("06727", "Nang-Cao", Level::NangCao),
        ("06727", "nâng cao", Level::NangCao),
        ("06727", "", Level::Ntm),
        ("06727-nang-cao", "", Level::NangCao),
        ("06727-nang-cao", "ntm", Level::Ntm),
    ] {
        let file = format!("level,indicator,value\n{cell},1.1,đạt\n");
        let read = read(&[in_folder("2022-05", source(stem, &file))]);
        assert!(read.findings.is_empty(), "{stem} {cell}: {:?}", told(&read));
        assert_eq!(read.submissions[0].level, level, "{stem} {cell}");
    }
}

#[test]
fn a_level_that_is_none_or_has_no_set_in_force_is_told() {
    for (month, cell) in [("2022-05", "cao"), ("2022-05", "cong-nhan"), ("2022-02", "kieu-mau")] {
        let file = format!("level,indicator,value\n{cell},1.1,đạt\n");
        let read = read(&[in_folder(month, source("06727", &file))]);
        assert_eq!(told(&read), ["2 bad-level level"], "{cell} {month}");
    }
}

#[test]
fn submissions_differ_by_voice() {
    let (own, verified, appraised) = (Voice::Own, Voice::Verified, Voice::Appraised);
    let words = [
        ("", own),
        ("self", own),
        ("tự đánh giá", own),
        ("verified", verified),
        ("Thẩm tra", verified),
        ("tham tra", verified),
        ("appraised", appraised),
        ("THẨM ĐỊNH", appraised),
    ];
    for (cell, voice) in words {
        let file = format!("source,indicator,value\n{cell},1.1,đạt\n");
        let read = read(&[in_folder("2022-05", source("06727", &file))]);
        assert_eq!((told(&read), read.submissions[0].voice), (vec![], voice), "{cell}");
    }
    let file = "source,indicator,value\nself,1.1,đạt\nthẩm tra,1.1,chưa đạt\n";
    let both = read(&[in_folder("2022-05", source("06727", file))]);
    assert_eq!((told(&both), both.submissions.len()), (vec![], 2));
    let values = both.submissions.iter().map(|s| seen(s, "1.1", ""));
    assert_eq!(values.collect::<Vec<_>>(), ["true", "false"]);
}

#[test]
fn a_voice_that_is_none_is_told() {
    let file = "source,indicator,value\nxã,1.1,đạt\n";
    let read = read(&[in_folder("2022-05", source("06727", file))]);
    assert_eq!(told(&read), ["2 bad-source source"]);
}
