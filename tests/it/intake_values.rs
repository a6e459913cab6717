//! What the cells of a row mean: indicators, parts, words, shares and numbers.

use crate::common::{
    ROSTER, edited, folder, in_folder, indicator, library_with, read_as, read_with, seen, source,
    told,
};
use ntm::intake::{Convention, Intake, Options, Source};
use unicode_normalization::UnicodeNormalization;

/// Rows of commune 06727 in 2022-05, their cells set apart by semicolons.
fn rows(rows: &[&str]) -> Source {
    let header = "indicator;part;value;numerator;denominator;evidence";
    in_folder("2022-05", source("06727", &format!("{header}\n{}\n", rows.join("\n"))))
}

fn read(given: &[&str]) -> Intake {
    read_as(ROSTER, &[rows(given)], Options::default())
}

fn read_nang_cao(given: &[&str]) -> Intake {
    let file = Source { name: "06727-nang-cao.csv".to_owned(), ..rows(given) };
    read_as(ROSTER, &[file], Options::default())
}

/// What a part has after rows without fault.
fn part(given: &[&str], id: &str, part: &str) -> String {
    let read = read(given);
    assert!(read.findings.is_empty(), "{given:?}: {:?}", told(&read));
    seen(&read.submissions[0], id, part)
}

/// What an indicator of one part has after one row without fault.
fn value(id: &str, cells: &str) -> String {
    part(&[&format!("{id};;{cells}")], id, "")
}

/// The one fault of a row, as code and column; its value is missing, yet the
/// commune has reported.
fn fault(id: &str, cells: &str) -> String {
    let read = read(&[&format!("{id};;{cells}")]);
    let [one] = &told(&read)[..] else { panic!("{id} {cells}: {:?}", told(&read)) };
    assert_eq!(seen(&read.submissions[0], id, ""), "missing", "{id} {cells}");
    one.strip_prefix("2 ").unwrap().to_owned()
}

#[test]
fn an_indicator_is_written_in_many_ways() {
    let decomposed: String = "2.1 Tỷ lệ đường xã".nfd().collect();
    for cell in
        ["2.1", "2.1.", "2,1", "TC 2.1", "tc2.1", "TC 2,1.", "2.1 Tỷ lệ đường xã", &decomposed]
    {
        assert_eq!(part(&[&format!("{cell};;95")], "2.1", ""), "95", "{cell}");
    }
    for cell in ["2.9", "2", "2.1a", "Tỷ lệ", ""] {
        let read = read(&[&format!("{cell};;95")]);
        assert_eq!(told(&read), ["2 unknown-indicator indicator"], "{cell}");
        assert_eq!(read.submissions.len(), 1, "the commune has reported: {cell}");
    }
}

#[test]
fn a_part_is_matched_in_any_spelling() {
    for cell in ["tập trung", "Tập trung", "TẬP TRUNG", "tap trung", "tậptrung", " Tập  Trung "]
    {
        assert_eq!(part(&[&format!("17.1;{cell};60")], "17.1", "tập trung"), "60", "{cell}");
    }
    assert_eq!(part(&["12.1;nữ;80"], "12.1", "nữ"), "80");
    assert_eq!(part(&["12.1;NU;80"], "12.1", "nữ"), "80");
}

#[test]
fn a_part_that_the_indicator_does_not_have_is_told() {
    for (row, parts) in [
        ("12.1;nam nữ;80", &["nam", "nữ"][..]),
        ("12.1;;80", &["nam", "nữ"]),
        ("12.1;-;80", &["nam", "nữ"]),
        ("2.1;chung;80", &[""]),
        ("17.1;nam;80", &["chung", "tập trung"]),
    ] {
        let read = read(&[row]);
        assert_eq!(told(&read), ["2 unknown-part part"], "{row}");
        let id = row.split(';').next().unwrap();
        for name in parts {
            assert_eq!(seen(&read.submissions[0], id, name), "missing", "{row}");
        }
    }
}

#[test]
fn chung_beside_nam_and_nu_is_checked_and_never_scored() {
    let given = ["15.1;nam;91", "15.1;chung;92", "15.1;nữ;93"];
    assert_eq!(
        (part(&given, "15.1", "nam"), part(&given, "15.1", "nữ")),
        ("91".into(), "93".into())
    );
    let alone = read(&["15.1;chung;92"]);
    assert!(alone.findings.is_empty());
    assert_eq!(seen(&alone.submissions[0], "15.1", "nam"), "missing");
    assert_eq!(told(&read(&["15.1;chung;92,x"])), ["2 not-a-number value"]);
    assert_eq!(told(&read(&["15.1;chung;;5;4"])), ["2 numerator-exceeds-denominator numerator"]);
    assert_eq!(told(&read(&["15.1;chung;92", "15.1;chung;92"])), ["3 duplicate-value -"]);
    assert_eq!(part(&["17.1;chung;92"], "17.1", "chung"), "92", "where the set judges it");
}

#[test]
fn yes_and_no_have_many_words() {
    let yes = ["đạt", "Đạt", "dat", "có", "x", "X", "1", "yes", "TRUE"];
    let no =
        ["chưa đạt", "Chưa  đạt", "chua dat", "không đạt", "không", "chưa", "0", "no", "false"];
    for (words, expected) in [(yes, "true"), (no, "false")] {
        for word in words {
            assert_eq!(value("1.1", word), expected, "{word}");
            let decomposed: String = word.nfd().collect();
            assert_eq!(value("1.1", &decomposed), expected, "{word}, decomposed");
        }
    }
    for word in ["cơ bản đạt", "2", "đang làm", "50%"] {
        assert_eq!(fault("1.1", word), "not-a-value value", "{word}");
    }
}

#[test]
fn a_negative_name_takes_only_words_that_cannot_be_misread() {
    for (word, expected) in [
        ("đạt", "true"),
        ("true", "true"),
        ("chưa đạt", "false"),
        ("không đạt", "false"),
        ("false", "false"),
    ] {
        assert_eq!(value("17.3", word), expected, "{word}");
    }
    for word in ["có", "x", "1", "yes", "không", "chưa", "0", "no"] {
        assert_eq!(fault("17.3", word), "not-a-value value", "{word}");
    }
}

#[test]
fn nothing_is_missing_and_never_zero_whatever_the_measure() {
    for id in ["1.1", "17.3", "2.1", "9.1", "10.1"] {
        for cell in ["", "-", " - "] {
            assert_eq!(value(id, cell), "missing", "{id} {cell:?}");
        }
    }
    assert_eq!(value("2.1", "-;-;-"), "missing");
    let grade = read_nang_cao(&["5.5;;-"]);
    assert_eq!((told(&grade), seen(&grade.submissions[0], "5.5", "")), (vec![], "missing".into()));
}

#[test]
fn the_word_for_none_is_zero_of_a_count_only() {
    for cell in ["không", "Không", "khong", "0"] {
        assert_eq!(value("9.1", cell), "0", "{cell}");
    }
    for (id, cell) in [("9.1", "chưa"), ("9.1", "no"), ("2.1", "không"), ("10.1", "không")] {
        assert_eq!(fault(id, cell), "not-a-value value", "{id} {cell}");
    }
    for (id, cell) in [("2.1", "đạt"), ("9.1", "đạt"), ("10.1", "cơ bản đạt")] {
        assert_eq!(fault(id, cell), "not-a-value value", "{id} {cell}");
    }
}

#[test]
fn a_grade_is_matched_in_any_spelling() {
    for (cell, grade) in
        [("khá", "khá"), ("KHÁ", "khá"), ("kha", "khá"), ("Trung Bình", "trung bình")]
    {
        let read = read_nang_cao(&[&format!("5.5;;{cell}")]);
        assert_eq!((told(&read), seen(&read.submissions[0], "5.5", "")), (vec![], grade.into()));
    }
    assert_eq!(told(&read_nang_cao(&["5.5;;xuất sắc"])), ["2 not-a-value value"]);
}

#[test]
fn not_applicable_is_taken_where_the_set_allows_it() {
    for word in ["không áp dụng", "Không áp dụng", "khong ap dung", "KAD", "kad", "n/a", "N/A"]
    {
        assert_eq!(value("13.4", word), "not applicable", "{word}");
        assert_eq!(fault("1.1", word), "not-applicable-not-allowed value", "{word}");
    }
    assert_eq!(fault("9.1", "kad"), "not-applicable-not-allowed value");
}

/// 17.1, which has two parts, where the province lets it not apply.
fn with_optional_water(given: &[&str]) -> Intake {
    let allow = |text: &str| format!("{text}\n[[indicator]]\nid = \"17.1\"\nif_present = true\n");
    let own = edited("qd-1246-2022-quang-ninh-ntm", allow);
    read_with(&library_with([own]).unwrap(), &[rows(given)])
}

#[test]
fn not_applicable_without_a_part_speaks_for_all_parts() {
    let all = with_optional_water(&["17.1;;không áp dụng"]);
    assert!(all.findings.is_empty(), "{:?}", told(&all));
    for part in ["chung", "tập trung"] {
        assert_eq!(seen(&all.submissions[0], "17.1", part), "not applicable");
    }
    let one = with_optional_water(&["17.1;chung;70", "17.1;tập trung;kad"]);
    assert!(one.findings.is_empty(), "{:?}", told(&one));
    assert_eq!(seen(&one.submissions[0], "17.1", "chung"), "70");
    assert_eq!(seen(&one.submissions[0], "17.1", "tập trung"), "not applicable");
}

#[test]
fn not_applicable_for_all_parts_beside_one_of_them_is_a_duplicate() {
    let given = ["17.1;chung;70", "17.10;;99", "17.1;;kad"];
    let read = with_optional_water(&given);
    assert_eq!(told(&read), ["4 duplicate-value -"]);
    assert_eq!(seen(&read.submissions[0], "17.1", "chung"), "missing");
}

#[test]
fn a_share_is_a_ratio_or_a_value_or_both() {
    for (cells, expected) in [
        (";19;20", "95"),
        ("95", "95"),
        ("95;19;20", "95"),
        ("95 %", "95"),
        ("33,3;1;3", "33.333333"),
        ("33;1;3", "33.333333"),
        ("66,67%;2;3", "66.666667"),
        ("0;0;20", "0"),
        ("100;20;20", "100"),
    ] {
        assert_eq!(value("2.1", cells), expected, "{cells}");
    }
}

#[test]
fn a_value_may_differ_from_its_ratio_by_half_a_unit_of_its_last_digit() {
    for (cell, ratio, right) in [
        ("12,5", "1;8", true),
        ("13", "1;8", true),
        ("12", "1;8", true),
        ("12,4", "1;8", false),
        ("33,4", "1;3", false),
        ("33,34", "1;3", false),
    ] {
        let read = read(&[&format!("2.1;;{cell};{ratio}")]);
        let expected = if right { vec![] } else { vec!["2 value-contradicts-ratio value"] };
        assert_eq!(told(&read), expected, "{cell} {ratio}");
    }
}

#[test]
fn a_ratio_that_is_none_is_told_in_its_cell() {
    for (id, cells, expected) in [
        ("2.1", ";19;", "incomplete-ratio denominator"),
        ("2.1", ";-;20", "incomplete-ratio numerator"),
        ("2.1", "95;19;", "incomplete-ratio denominator"),
        ("2.1", ";0;0", "zero-denominator denominator"),
        ("2.1", ";21;20", "numerator-exceeds-denominator numerator"),
        ("4.2", ";19,5;20", "not-a-whole-number numerator"),
        ("2.1", ";-1;20", "out-of-range numerator"),
        ("10.1", ";19;20", "not-a-value numerator"),
        ("1.1", "đạt;19;20", "not-a-value numerator"),
        ("13.4", "kad;1;2", "value-contradicts-ratio value"),
    ] {
        assert_eq!(fault(id, cells), expected, "{id} {cells}");
    }
}

#[test]
fn numbers_follow_either_convention() {
    for (id, cell, expected) in [
        ("2.1", "98,5", "98.5"),
        ("2.1", "98.5", "98.5"),
        ("2.1", "+98,5 %", "98.5"),
        ("2.1", "1.234", "1.234"),
        ("2.1", "1,234", "1.234"),
        ("9.1", "1.234", "1234"),
        ("9.1", "1,234", "1234"),
        ("9.1", "1 234", "1234"),
        ("9.1", "4\u{a0}567", "4567"),
        ("10.1", "1.234,5", "1234.5"),
        ("10.1", "1,234.5", "1234.5"),
        ("10.1", "1 234,5", "1234.5"),
        ("10.1", "53,25", "53.25"),
        ("17.4", "0,234", "0.234"),
    ] {
        assert_eq!(value(id, cell), expected, "{id} {cell}");
    }
}

#[test]
fn what_is_no_number_of_its_kind_is_told() {
    for (id, cell, code) in [
        ("2.1", "98,x", "not-a-number"),
        ("2.1", "1e2", "not-a-number"),
        ("2.1", ",5", "not-a-number"),
        ("2.1", "5.", "not-a-number"),
        ("2.1", "100,1", "out-of-range"),
        ("2.1", "-1", "out-of-range"),
        ("10.1", "-1", "out-of-range"),
        ("10.1", "53%", "not-a-number"),
        ("10.1", "1.23.456", "not-a-number"),
        ("9.1", "2,5", "not-a-whole-number"),
        ("9.1", "5%", "not-a-number"),
        ("10.1", "1.234", "ambiguous-number"),
        ("10.1", "1,234", "ambiguous-number"),
    ] {
        assert_eq!(fault(id, cell), format!("{code} value"), "{id} {cell}");
    }
}

#[test]
fn the_rest_of_the_file_settles_an_ambiguous_number() {
    for (other, expected) in [
        ("2.1;;98,5", "1234"),
        ("2.1;;98.5", "1.234"),
        ("9.1;;4.678", "1234"),
        ("9.1;;4,678", "1.234"),
        ("2.2;;;1.234,5;2.000", "1234"),
        ("4.2;;;1.200;2.000", "1234"),
    ] {
        for given in [["10.1;;1.234", other], [other, "10.1;;1.234"]] {
            assert_eq!(part(&given, "10.1", ""), expected, "{given:?}");
        }
    }
}

#[test]
fn a_whole_numerator_implies_a_whole_denominator() {
    assert_eq!(value("4.2", ";617;1.234"), "50");
    assert_eq!(value("4.2", ";617;1,234"), "50");
    assert_eq!(fault("2.1", ";617;1.234"), "ambiguous-number denominator", "km may be broken");
}

#[test]
fn what_the_file_does_not_settle_is_refused() {
    for others in [&["2.1;;98"][..], &["2.1;;98,5", "2.2;;98.5"], &["17.4;;2.345"]] {
        let mut given = vec!["10.1;;1.234"];
        given.extend(others);
        let read = read(&given);
        assert_eq!(told(&read)[0], "2 ambiguous-number value", "{others:?}");
        assert_eq!(seen(&read.submissions[0], "10.1", ""), "missing", "{others:?}");
    }
    let files = [rows(&["10.1;;1.234"]), rows(&["2.1;;98,5"])];
    let other_file = read_as(ROSTER, &files, Options::default());
    assert_eq!(told(&other_file), ["2 ambiguous-number value"], "another file settles nothing");
}

#[test]
fn an_ambiguous_number_is_reported_under_the_name_of_its_column() {
    let file = source("06727", "Mã chỉ tiêu;Phần;Giá trị\n10.1;;1.234\n");
    let read = read_as(ROSTER, &[in_folder("2022-05", file)], Options::default());
    let message = read.findings[0].problem.message.get(ntm::text::Lang::Vi);
    assert!(message.contains("“Giá trị”"), "{message}");
}

#[test]
fn the_convention_asked_for_settles_everything() {
    for (decimal, cell, expected) in [
        (Convention::Comma, "1.234", Ok("1234")),
        (Convention::Dot, "1.234", Ok("1.234")),
        (Convention::Comma, "1,234", Ok("1.234")),
        (Convention::Dot, "1,234", Ok("1234")),
        (Convention::Comma, "53", Ok("53")),
        (Convention::Comma, "53.5", Err("2 not-a-number value")),
        (Convention::Dot, "53,5", Err("2 not-a-number value")),
    ] {
        let options = Options { decimal: Some(decimal), ..Options::default() };
        let read = read_as(ROSTER, &[rows(&[&format!("10.1;;{cell}")])], options);
        let expected = match expected {
            Ok(value) => (vec![], value),
            Err(fault) => (vec![fault.to_owned()], "missing"),
        };
        let found = (told(&read), seen(&read.submissions[0], "10.1", ""));
        assert_eq!(found, (expected.0, expected.1.to_owned()), "{decimal:?} {cell}");
    }
}

#[test]
fn a_commune_all_of_whose_rows_are_faulty_has_reported() {
    let read = read(&["1.1;;có lẽ", "2.1;;98,x", "99.9;;1"]);
    assert_eq!(read.findings.len(), 3);
    assert_eq!(read.submissions.len(), 1);
    assert!(read.submissions[0].observations().iter().all(|o| o.value().is_none()));
}

#[test]
fn both_of_two_duplicates_are_missing() {
    for other in ["đạt", "chưa đạt", "", "có lẽ"] {
        let given = ["1.1;;đạt", "1.2;;đạt", &format!("TC 1.1;;{other}")];
        let read = read(&given);
        let later: Vec<String> =
            told(&read).into_iter().filter(|t| t.contains("duplicate-value")).collect();
        assert_eq!(later, ["4 duplicate-value -"], "{other}");
        assert_eq!(seen(&read.submissions[0], "1.1", ""), "missing", "{other}");
        assert_eq!(seen(&read.submissions[0], "1.2", ""), "true", "{other}");
    }
}

#[test]
fn a_duplicate_in_another_file_is_told_in_the_later_one() {
    let second =
        Source { name: "khac/06727.csv".to_owned(), ..rows(&["1.2;;đạt", "1.1;;đạt"]) };
    let read = read_as(ROSTER, &[rows(&["1.1;;đạt"]), second], Options::default());
    assert_eq!(told(&read), ["3 duplicate-value -"]);
    assert_eq!(read.findings[0].problem.place.file, "khac/06727.csv");
    assert_eq!(seen(&read.submissions[0], "1.1", ""), "missing");
}

#[test]
fn a_further_17_1_is_a_shortened_17_10() {
    let parts = ["17.1;chung;70", "17.1;tập trung;60"];
    for (further, expected) in [
        (&["17.1;;100"][..], "4 mangled-indicator indicator"),
        (&["17.1;chung;99"], "4 mangled-indicator indicator"),
        (&["17.10;;100", "17.1;;99"], "5 unknown-part part"),
        (&["17.10;;100", "17.1;chung;99"], "5 duplicate-value -"),
    ] {
        let given: Vec<&str> = parts.iter().chain(further).copied().collect();
        assert_eq!(told(&read(&given)), [expected], "{further:?}");
    }
    let shortened = read(&[parts[0], parts[1], "17.1;;100"]);
    let values = ["chung", "tập trung"].map(|part| seen(&shortened.submissions[0], "17.1", part));
    assert_eq!(values, ["70", "60"], "17.1 keeps its values");
    assert_eq!(seen(&shortened.submissions[0], "17.10", ""), "missing");
}

#[test]
fn an_indicator_that_became_a_date_is_told() {
    for cell in ["2-Jan", "02/01/2022", "2022-01-02", "02-Thg1"] {
        let read = read(&[&format!("{cell};;95")]);
        assert_eq!(told(&read), ["2 mangled-indicator indicator"], "{cell}");
    }
}

#[test]
fn words_for_yes_and_no_are_read_as_people_type_them() {
    for word in ["Đ", "đ.", "V", "x", "√", "✓", "✔", "Đạt chuẩn", "đã đạt", "Đạt."]
    {
        assert_eq!(value("1.1", word), "true", "{word}");
    }
    for word in ["KĐ", "CĐ", "kđ.", "chưa đạt chuẩn", "Không đạt chuẩn", "chưa.", "no"]
    {
        assert_eq!(value("1.1", word), "false", "{word}");
    }
    for dash in ["-", "–", "—", "−"] {
        assert_eq!(value("1.1", dash), "missing", "{dash}");
        assert_eq!(value("2.1", &format!("{dash};{dash};{dash}")), "missing", "{dash}");
    }
    assert_eq!(fault("1.1", "cơ bản đạt"), "not-a-value value");
}

#[test]
fn a_unit_may_stand_behind_a_number() {
    for cell in ["54,5 triệu đồng/người/năm", "54,5 triệu đồng", "54,5 triệu", "54.5 trieu dong"]
    {
        assert_eq!(value("10.1", cell), "54.5", "{cell}");
    }
    for cell in ["54,5 đồng", "54,5 tỷ", "54,5 triệu đồng/hộ", "54,5%"] {
        assert_eq!(fault("10.1", cell), "not-a-number value", "{cell}");
    }
    assert_eq!(value("2.1", ";12,8 km;12,8 km"), "100");
    assert_eq!(fault("2.1", ";12,8 m;12,8 km"), "not-a-number numerator");
    // A whole number of an amount, a decimal mark that the file settles.
    assert_eq!(part(&["2.1;;;1.280 km;2.560 km", "10.1;;54,5 triệu"], "2.1", ""), "50");
}

#[test]
fn a_ratio_may_stand_in_the_value_of_a_share() {
    for cell in ["12,8/12,8 km", "12,8 km / 12,8 km", "12,8/12,8 (100%)", "100% (12,8/12,8 km)"] {
        assert_eq!(value("2.1", cell), "100", "{cell}");
    }
    assert_eq!(value("2.1", "12,8/12,8;12,8;12,8"), "100");
    for (cells, told) in [
        ("297/418 (75%)", "value-contradicts-ratio value"),
        ("297/418;298;418", "value-contradicts-ratio value"),
        ("297/0", "zero-denominator value"),
        ("419/418", "numerator-exceeds-denominator value"),
        ("297/418 hộ", "not-a-number value"),
        ("1/2/2022", "not-a-number value"),
    ] {
        assert_eq!(fault("2.1", cells), told, "{cells}");
    }
    // Where no share is asked for, a ratio is no value.
    assert_eq!(fault("10.1", "54,5/1"), "not-a-value value");
    assert_eq!(fault("1.1", "1/2"), "not-a-value value");
}

#[test]
fn one_cell_may_give_the_parts() {
    for cell in [
        "nam 75%; nữ 70%",
        "Nam: 75%, Nữ: 70%",
        "\"nam 75\nnữ 70\"",
        "nữ=70;nam=75",
        "Nam – 75% / nu 70,0%.",
    ] {
        let row = format!("12.1;;\"{}\"", cell.trim_matches('"'));
        assert_eq!(part(&[&row], "12.1", "nam"), "75", "{cell}");
        assert_eq!(part(&[&row], "12.1", "nữ"), "70", "{cell}");
    }
    assert_eq!(part(&["12.1;;\"nam 75%\""], "12.1", "nữ"), "missing");
    assert_eq!(part(&["17.1;;\"chung 66%; tập trung 33/50\""], "17.1", "tập trung"), "66");
    for (row, told) in [
        ("12.1;;\"nam 75%; 70%\"", "2 unknown-part part"),
        ("12.1;;\"75%; 70%\"", "2 unknown-part part"),
        ("12.1;nam;\"nam 75%; nữ 70%\"", "2 not-a-number value"),
        ("12.1;;\"nam 75%; nam 70%\"", "2 duplicate-value -"),
        ("12.1;;\"nam x5%; nữ 70%\"", "2 not-a-number value"),
        ("12.1;;\"nam 75%; nữ 70%; trẻ em 5%\"", "2 unknown-part part"),
    ] {
        let told_of = self::told(&read(&[row]));
        assert!(told_of.contains(&told.to_owned()), "{row}: {told_of:?}");
    }
}

#[test]
fn two_numbers_of_one_cell_give_a_fault_once() {
    assert_eq!(fault("17.11", "35%/100%"), "not-a-number value");
    assert_eq!(fault("3.1", "1.234/1.300"), "ambiguous-number value");
    // Each cell of its own has its own.
    let read = read(&["17.11;;;35%;100%"]);
    assert_eq!(told(&read), ["2 not-a-number numerator", "2 not-a-number denominator"]);
}

#[test]
fn many_decimals_are_read_exactly_or_told_for_what_they_are() {
    let zeros = "0".repeat(36);
    assert_eq!(value("15.4", &format!("99.{zeros}")), "99");
    assert_eq!(value("15.3", "16,5000000000000000000000000"), "16.5");
    for cell in [format!("16.5{zeros}1"), format!("16,5{zeros}1%")] {
        assert_eq!(fault("15.3", &cell), "not-a-number value", "{cell}");
        let one = &read(&[&format!("15.3;;{cell}")]).findings[0].problem;
        let told = one.message.get(ntm::text::Lang::En);
        assert!(told.contains("more than 28 digits"), "{told}");
    }
    assert_eq!(fault("15.3", &format!("165{zeros}")), "out-of-range value");
}

/// Which of two columns is right nobody can say: neither is taken, whichever comes first
/// and whether or not they agree.
#[test]
fn a_column_that_is_there_twice_is_missing() {
    let score = |rows: &str| {
        let month = folder("2022-05", "");
        std::fs::write(month.path().join("2022-05/a.csv"), rows).unwrap();
        let strict = month.run("score 2022-05 --format json");
        assert_eq!(strict.code(), 2, "{rows}");
        let output = month.run("score 2022-05 --lenient --format json");
        assert_eq!(output.code(), 0, "{rows}");
        let told = output.stderr();
        assert!(told.contains("duplicate-column"), "{told}");
        let score = output.json();
        assert_eq!((&score["lenient"], &score["faults"]), (&true.into(), &1.into()), "{told}");
        score
    };
    for rows in [
        "commune,indicator,value,giá trị\n06727,1.1,đạt,chưa đạt\n06727,9.1,60,10\n",
        "commune,indicator,value,giá trị\n06727,1.1,đạt,đạt\n06727,9.1,60,60\n",
        "commune,indicator,value,giá trị\n06727,1.1,đạt,\n06727,9.1,,60\n",
        "commune,indicator,value,numerator,tử số,denominator\n06727,1.1,đạt,,,\n06727,2.1,,9,1,9\n",
        "commune,indicator,value,numerator,denominator,mẫu số\n06727,1.1,đạt,,,\n06727,2.1,,9,9,90\n",
        "commune,indicator,value,giá trị\n06727,17.9,nam 75%; nữ 70%,x\n06727,1.1,x,x\n",
    ] {
        let score = score(rows);
        let own = &score["communes"][0];
        assert_eq!(own["indicators"]["met"], 0, "{rows}");
        assert_eq!(own["indicators"]["not_met"], 0, "{rows}");
        assert_eq!(indicator(own, "1.1")["status"], "missing", "{rows}");
    }
    // Whose or of what a row is: it is not read.
    for rows in [
        "commune,xã,tên xã,indicator,value\n06727,Bắc Sơn,Hải Đông,1.1,đạt\n",
        "commune,level,cấp độ,indicator,value\n06727,ntm,nang-cao,1.1,đạt\n",
        "commune,source,nguồn đánh giá,indicator,value\n06727,self,verified,1.1,đạt\n",
        "commune,kỳ,tháng,indicator,value\n06727,2022-05,2022-06,1.1,đạt\n",
        "commune,indicator,part,phần,value\n06727,1.1,,nam,đạt\n",
    ] {
        let score = score(rows);
        assert_eq!(score["summary"]["communes"], 0, "{rows}");
        assert_eq!(score["summary"]["not_reported"].as_array().unwrap().len(), 3, "{rows}");
    }
    // A document is named by neither.
    let score = score("commune,indicator,value,evidence,văn bản\n06727,1.1,đạt,BC 1,BC 2\n");
    let own = indicator(&score["communes"][0], "1.1");
    assert_eq!((&own["status"], &own["evidence"]), (&"met".into(), &serde_json::Value::Null));
}
