//! How files are read: columns, delimiters, and whose each row is. Of when and at
//! which level it is: `intake_periods.rs`; what it says: `intake_values.rs`.

use crate::common::{ROSTER, in_folder, read_as, seen, source, told};
use ntm::fold::Fold;
use ntm::intake::{Intake, Options, Source};
use ntm::law::Level;
use ntm::text::Lang;
use unicode_normalization::UnicodeNormalization;

const COLUMNS: [&str; 14] = [
    "commune",
    "period",
    "level",
    "indicator",
    "part",
    "value",
    "numerator",
    "denominator",
    "evidence",
    "source",
    "as_of",
    "evidence_date",
    "valid_until",
    "note",
];

const CELLS: [&str; 14] = [
    "Bắc Sơn",
    "2022-05",
    "ntm",
    "15.1",
    "nam",
    "95",
    "19",
    "20",
    "BC 1",
    "self",
    "2022-05-31",
    "31/5/2022",
    "2023-01-01",
    "ghi",
];

fn read(files: &[Source]) -> Intake {
    read_as(ROSTER, files, Options::default())
}

/// A file that says all but the commune.
fn unnamed(stem: &str) -> Source {
    source(stem, "period,indicator,value\n2022-05,1.1,đạt\n")
}

/// The roster's codes are its places: 06727 is 0.
fn communes(read: &Intake) -> Vec<usize> {
    read.submissions.iter().map(|submission| submission.commune).collect()
}

/// The file of `COLUMNS` and `CELLS` is read as it is meant.
fn assert_understood(file: &str, told_with: &str) {
    let read = read(&[source("a", file)]);
    assert!(read.findings.is_empty(), "{told_with}: {:?}", read.findings);
    let [submission] = &read.submissions[..] else { panic!("{told_with}") };
    let place = submission.law.indicators.iter().position(|i| i.id.to_string() == "15.1").unwrap();
    let place = submission.law.indicators[place].first_part;
    let observation = submission.observations()[place].clone();
    assert_eq!((submission.commune, submission.period.to_string()), (0, "2022-05".into()));
    assert_eq!(submission.evidence()[place], Some("BC 1"), "{told_with}");
    assert_eq!(observation.ratio().unwrap().denominator.to_string(), "20", "{told_with}");
}

#[test]
fn a_column_is_known_by_each_of_its_names_in_any_spelling() {
    for (column, aliases) in [
        ("commune", &["mã xã", "xã", "tên xã"][..]),
        ("period", &["kỳ", "kỳ báo cáo", "tháng"]),
        ("level", &["cấp độ"]),
        ("indicator", &["mã chỉ tiêu", "chỉ tiêu", "mã", "tt", "stt"]),
        ("part", &["phần"]),
        ("value", &["giá trị", "kết quả", "kết quả thực hiện"]),
        ("numerator", &["tử số"]),
        ("denominator", &["mẫu số"]),
        ("evidence", &["minh chứng", "văn bản"]),
        ("source", &["nguồn đánh giá"]),
        ("as_of", &["thời điểm số liệu"]),
        ("evidence_date", &["ngày văn bản"]),
        ("valid_until", &["hiệu lực đến"]),
        ("note", &["ghi chú"]),
    ] {
        for alias in [column].iter().chain(aliases) {
            for written in [
                (*alias).to_owned(),
                alias.to_uppercase(),
                alias.nfd().collect(),
                Fold::Accents.key(alias),
                format!("  {} ", alias.replace(' ', "\u{a0} ")),
            ] {
                let header = COLUMNS.map(|c| if c == column { written.as_str() } else { c });
                let file = format!("{}\n{}\n", header.join(","), CELLS.join(","));
                assert_understood(&file, &written);
            }
        }
    }
}

#[test]
fn columns_stand_in_any_order() {
    for turn in 0..COLUMNS.len() {
        let (mut header, mut row) = (COLUMNS, CELLS);
        header.rotate_left(turn);
        row.rotate_left(turn);
        header.reverse();
        row.reverse();
        assert_understood(&format!("{}\n{}\n", header.join(","), row.join(",")), header[0]);
    }
}

#[test]
fn the_header_tells_the_delimiter() {
    for delimiter in [",", ";", "\t"] {
        let file = format!("{}\n{}\n", COLUMNS.join(delimiter), CELLS.join(delimiter));
        assert_understood(&file, delimiter);
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_passed_over() {
    let file = format!("{}\r\n{}\r\n", COLUMNS.join(","), CELLS.join(","));
    assert_understood(&file, "CRLF");
    assert_understood(&format!("\u{feff}{file}"), "BOM");
}

#[test]
fn a_quoted_cell_holds_the_delimiter_and_line_breaks() {
    let row = CELLS.join(",").replace("ghi", "\"một, hai\nba\"");
    assert_understood(&format!("{}\n{row}\n", COLUMNS.join(",")), "quotes");
}

#[test]
fn a_commune_is_named_by_code_or_name_in_any_spelling() {
    let decomposed: String = "xã Bắc Sơn".nfd().collect();
    for cell in [
        "06727",
        "Bắc Sơn",
        "xã Bắc Sơn",
        "Xã Bắc Sơn",
        "XÃ BẮC SƠN",
        "bắc sơn",
        "Bac Son",
        "xa bac son",
        "  Bắc   Sơn ",
        "Bắc\u{a0}Sơn",
        &decomposed,
    ] {
        let file = format!("commune,period,indicator,value\n{cell},2022-05,1.1,đạt\n");
        let read = read(&[source("a", &file)]);
        assert_eq!((told(&read), communes(&read)), (vec![], vec![0]), "{cell}");
    }
}

const LIKE_NAMES: &str = "code,name,province,region\n\
    06730,Hải Đông,22,DBSH\n\
    06733,Hải Đòng,22,DBSH\n\
    06736,hải đòng,22,DBSH\n";

#[test]
fn the_first_step_of_comparison_that_hits_decides() {
    for (cell, place) in [("Hải Đông", 0), ("HẢI ĐÔNG", 0), ("Hải Đòng", 1), ("hải đòng", 2)]
    {
        let file = format!("xã,period,indicator,value\n{cell},2022-05,1.1,đạt\n");
        let read = read_as(LIKE_NAMES, &[source("a", &file)], Options::default());
        assert_eq!((told(&read), communes(&read)), (vec![], vec![place]), "{cell}");
    }
}

#[test]
fn a_name_that_several_communes_bear_is_refused_with_their_codes() {
    for (cell, codes) in [("HẢI ĐÒNG", "06733, 06736"), ("Hai Dong", "06730, 06733, 06736")] {
        let file = format!("xã,period,indicator,value\n{cell},2022-05,1.1,đạt\n");
        let read = read_as(LIKE_NAMES, &[source("a", &file)], Options::default());
        assert_eq!(told(&read), ["2 unknown-commune commune"], "{cell}");
        let message = read.findings[0].problem.message.get(Lang::Vi);
        assert!(message.contains(codes), "{message}");
        assert!(read.submissions.is_empty());
    }
}

/// What comes of a row with a code's and a name's cell.
fn code_and_name(roster: &str, code: &str, name: &str) -> Result<usize, Vec<String>> {
    let file = format!("tên xã,mã xã,period,indicator,value\n{name},{code},2022-05,1.1,đạt\n");
    let read = read_as(roster, &[source("a", &file)], Options::default());
    communes(&read).first().copied().ok_or_else(|| told(&read))
}

#[test]
fn where_code_and_name_agree_the_code_decides() {
    for name in ["Hải Đông", "xã Hải Đông", "hải đông", ""] {
        assert_eq!(code_and_name(ROSTER, "06730", name), Ok(1), "{name}");
    }
    assert_eq!(code_and_name(ROSTER, "", "Hải Đông"), Ok(1), "the name alone");
}

#[test]
fn a_name_that_contradicts_the_code_is_refused() {
    let refused = Err(vec!["2 unknown-commune commune".to_owned()]);
    assert_eq!(code_and_name(ROSTER, "06730", "Bắc Sơn"), refused);
    assert_eq!(code_and_name(ROSTER, "06730", "Không Có"), refused);
}

#[test]
fn a_name_beside_its_code_may_lack_all_accents() {
    for name in ["Hai Dong", "xa Hai Dong", "XA HAI DONG"] {
        assert_eq!(code_and_name(ROSTER, "06730", name), Ok(1), "{name}");
    }
}

#[test]
fn a_name_beside_the_code_of_its_namesake_is_a_contradiction() {
    let refused = Err(vec!["2 unknown-commune commune".to_owned()]);
    assert_eq!(code_and_name(LIKE_NAMES, "06730", "Hải Đòng"), refused);
}

#[test]
fn the_file_name_names_the_commune_and_the_level() {
    for (stem, level) in [
        ("06727", Level::Ntm),
        ("06727-thang-5", Level::Ntm),
        ("06727_nang-cao", Level::NangCao),
        ("Bắc Sơn", Level::Ntm),
        ("bac-son", Level::Ntm),
        ("bac_son", Level::Ntm),
        ("Xã Bắc Sơn", Level::Ntm),
        ("xa-bac-son", Level::Ntm),
        ("Bắc Sơn nâng cao", Level::NangCao),
        ("BẮC SƠN NÂNG CAO", Level::NangCao),
        ("bac-son-nang-cao", Level::NangCao),
    ] {
        let read = read(&[unnamed(stem)]);
        assert_eq!((told(&read), communes(&read)), (vec![], vec![0]), "{stem}");
        assert_eq!(read.submissions[0].level, level, "{stem}");
    }
}

#[test]
fn a_file_name_may_be_decomposed() {
    for stem in ["Bắc Sơn", "xã Bắc Sơn"] {
        let read = read(&[unnamed(&stem.nfd().collect::<String>())]);
        assert_eq!((told(&read), communes(&read)), (vec![], vec![0]), "{stem}");
    }
}

#[test]
fn a_decomposed_file_name_names_commune_and_level() {
    let read = read(&[unnamed(&"Bắc Sơn nâng cao".nfd().collect::<String>())]);
    assert_eq!((told(&read), communes(&read)), (vec![], vec![0]));
    assert_eq!(read.submissions[0].level, Level::NangCao);
}

#[test]
fn a_commune_that_neither_column_nor_file_name_gives_is_missed() {
    assert_eq!(told(&read(&[unnamed("báo cáo")])), ["1 missing-column commune"]);
    assert_eq!(told(&read(&[unnamed("99999")])), ["0 unknown-commune commune"]);
}

#[test]
fn one_file_holds_several_communes() {
    let file = "commune,period,indicator,value\n\
        06730,2022-05,1.1,đạt\n06727,2022-05,1.1,đạt\nHải Đông,2022-05,1.2,đạt\n";
    let read = read(&[source("cả thành phố", file)]);
    assert_eq!((read.files, read.rows), (1, 3));
    assert_eq!(communes(&read), [0, 1], "in the order of the roster");
    assert_eq!(seen(&read.submissions[1], "1.2", ""), "true");
}

#[test]
fn a_code_that_recurs_means_the_commune_of_the_day() {
    let roster = "code,name,province,region,valid_from,valid_to\n\
        06727,Bắc Sơn,22,DBSH,,2025-06-30\n\
        06727,Hải Sơn,22,DBSH,2025-07-01,\n";
    for (period, place) in [("2025-06", 0), ("2025-07", 1)] {
        let file = in_folder(period, source("06727", "indicator,value\n1.1,đạt\n"));
        let read = read_as(roster, &[file], Options::default());
        assert_eq!((told(&read), communes(&read)), (vec![], vec![place]), "{period}");
    }
}

#[test]
fn a_commune_takes_part_that_exists_on_the_last_day_of_the_month() {
    for (from, to, there) in [
        ("", "", true),
        ("", "2022-05-31", true),
        ("", "30/5/2022", false),
        ("31/5/2022", "", true),
        ("2022-06-01", "", false),
        ("2022-05-31", "2022-05-31", true),
    ] {
        let roster = format!(
            "code,name,province,region,valid_from,valid_to\n06727,Bắc Sơn,22,DBSH,{from},{to}\n"
        );
        let file = "commune,period,indicator,value\n06727,2022-05,1.1,đạt\n";
        let read = read_as(&roster, &[source("a", file)], Options::default());
        let expected = if there { vec![] } else { vec!["2 unknown-commune commune"] };
        assert_eq!(told(&read), expected, "{from} {to}");
        assert_eq!(read.submissions.len(), usize::from(there), "{from} {to}");
    }
}

#[test]
fn a_name_is_its_exact_bearers_even_where_that_one_has_ended() {
    let roster = "code,name,province,region,valid_to\n\
        06727,Bắc Sơn,22,DBSH,2021-12-31\n06730,Bac Son,22,DBSH,\n";
    let library = crate::common::library();
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (roster, _) = ntm::intake::Roster::parse_files(&[source("communes", roster)], &columns);
    let data = "commune,period,indicator,value\nBắc Sơn,2022-05,1.1,đạt\n";
    let read = ntm::intake::read_files(&[source("a", data)], &roster, &library, Default::default());
    assert!(read.submissions.is_empty());
    assert_eq!(read.findings[0].problem.code.as_str(), "unknown-commune");
}
