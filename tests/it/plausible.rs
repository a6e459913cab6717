//! Numbers outside the range that the sets call plausible: refused where more than ten
//! times outside, a warning otherwise, at every level and in every kind of file; shares
//! that are all fractions of 1; and how the range stands in the sets.

use crate::common::{edited, folder, indicator, library_with, own_set, score_of};
use crate::office::Office;
use ntm::law::{CommuneProfile, Confidence, IndicatorId, Level, Library, Requirement};
use ntm::period::Period;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

const MONTH: &str = "2022-05";

/// Severity, line and hint of each implausible value that `check` tells.
fn told(folder: &Office) -> Vec<(String, u64, String)> {
    let json = folder.json("check 2022-05");
    let problems = json["problems"].as_array().unwrap().iter();
    let ours = problems.filter(|problem| problem["code"] == "implausible-value");
    let told = ours.map(|problem| {
        assert_eq!(problem["column"], "value");
        let word = |key: &str| problem[key].as_str().unwrap().to_owned();
        (word("severity"), problem["line"].as_u64().unwrap(), word("hint"))
    });
    told.collect()
}

/// The severities alone.
fn severities(rows: &str) -> Vec<String> {
    told(&folder(MONTH, rows)).into_iter().map(|(severity, _, _)| severity).collect()
}

#[test]
fn an_income_in_dong_is_refused_and_its_unit_named() {
    for (cell, looks) in [
        ("38500000", "38.500.000 trông như đồng"),
        ("38.500.000", "38.500.000 trông như đồng"),
        ("38500", "38.500 trông như nghìn đồng"),
        ("0.0385", "0,0385 trông như tỷ đồng"),
    ] {
        let folder = folder(MONTH, &format!("06727,ntm,1.1,,đạt,,,\n06727,ntm,10.1,,{cell},,,\n"));
        let [(severity, line, hint)] = &told(&folder)[..] else { panic!("{cell}") };
        assert_eq!((severity.as_str(), *line), ("error", 3), "{cell}");
        assert!(hint.starts_with(looks), "{hint}");
        let asked = "chỉ tiêu tính bằng triệu đồng/người/năm: nếu đúng vậy thì ghi 38,5";
        assert!(hint.contains(asked), "{hint}");
        let refused = folder.run("score 2022-05 --format json");
        assert_eq!((refused.code(), refused.bytes().len()), (2, 0));
        let lenient = folder.json("score 2022-05 --lenient");
        assert_eq!(lenient["faults"], 1);
        let income = indicator(&lenient["communes"][0], "10.1");
        assert_eq!(
            (&income["status"], &income["parts"][0]["value"]),
            (&"missing".into(), &Value::Null)
        );
    }
}

#[test]
fn within_ten_times_it_is_a_warning_and_scored() {
    for (value, expected) in [
        ("10", None),
        ("300", None),
        ("300.1", Some("warning")),
        ("3000", Some("warning")),
        ("3000.1", Some("error")),
        ("9.9", Some("warning")),
        ("1", Some("warning")),
        ("0.9", Some("error")),
        ("0", Some("error")),
    ] {
        let row = format!("06727,ntm,10.1,,{value},,,BC\n");
        assert_eq!(severities(&row), Vec::from_iter(expected), "{value}");
    }
    let output = folder(MONTH, "06727,ntm,10.1,,310,,,BC\n").run("score 2022-05 --format json");
    let output = output.assert_silent();
    assert_eq!(indicator(&output.json()["communes"][0], "10.1")["status"], "met");
    // A negative amount is one fault, not two.
    assert_eq!(severities("06727,ntm,10.1,,-5,,,\n"), Vec::<String>::new());
}

#[test]
fn counts_and_parts_of_every_level_are_looked_at() {
    for (row, expected) in [
        ("ntm,9.1,,5000", None),
        ("ntm,9.1,,5001", Some("error")),
        ("ntm,9.1,,không", None),
        ("ntm,17.4,,101", Some("warning")),
        ("nang-cao,5.1,trường mức 2,20", None),
        ("nang-cao,5.1,trường mức 2,21", Some("warning")),
        ("nang-cao,5.1,trường mức 2,201", Some("error")),
        ("nang-cao,18.2,,0", Some("error")),
        ("nang-cao,18.5,,501", Some("error")),
        ("kieu-mau,3.1,,501", Some("error")),
        ("kieu-mau,2.1,,60000000", Some("error")),
    ] {
        let plausible: u32 = row.rsplit(',').next().unwrap().parse().unwrap_or(0);
        let expected = if row.starts_with("ntm,9.1") && (501..=5000).contains(&plausible) {
            Some("warning")
        } else {
            expected
        };
        assert_eq!(severities(&format!("06727,{row},,,BC\n")), Vec::from_iter(expected), "{row}");
    }
    // One value that two levels share is told once.
    let shared = "06727,ntm,10.1,,310,,,BC\n06727,nang-cao,1.2,,đạt,,,BC\n";
    assert_eq!(severities(shared), ["warning"]);
}

#[test]
fn a_number_of_a_workbook_is_looked_at_like_any_other() {
    for as_text in [false, true] {
        let folder = folder(MONTH, "06730,ntm,1.1,,đạt,,,\n");
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("NTM").unwrap();
        sheet.write(0, 0, "Mã chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
        sheet.write(1, 0, "10.1").unwrap();
        if as_text {
            sheet.write(1, 1, "38.500.000").unwrap()
        } else {
            sheet.write(1, 1, 38_500_000).unwrap()
        };
        book.save(folder.path().join(MONTH).join("06727.xlsx")).unwrap();
        let [(severity, line, _)] = &told(&folder)[..] else { panic!("{as_text}") };
        assert_eq!((severity.as_str(), *line), ("error", 2));
    }
}

#[test]
fn three_shares_that_are_all_fractions_are_refused_each() {
    let errors = |rows: &str| severities(&rows.replace("X,", "06727,ntm,"));
    let three = "X,2.1,,0.95,,,\nX,3.1,,0.8,,,\nX,6.3,,\"0,9\",,,\n";
    assert_eq!(errors(three), ["error"; 3]);
    // Others say nothing of it: at most, no share, nothing, not applicable.
    let beside = "X,11.1,,0.5,,,\nX,10.1,,60,,,\nX,2.2,,,,,\nX,13.4,,kad,,,\nX,9.2,,-,,,\n";
    assert_eq!(errors(&format!("{three}{beside}")), ["error"; 3]);
    // The parts of an indicator are shares each; levels and communes of a file count together.
    assert_eq!(errors("X,12.1,nam,0.8,,,\nX,12.1,nữ,0.8,,,\nX,2.1,,0,,,\n"), ["error"; 3]);
    let all = "06727,ntm,2.1,,0.9,,,\n06730,ntm,2.1,,0.9,,,\n06730,nang-cao,2.1,,0.9,,,\n";
    assert_eq!(errors(all), ["error"; 3]);
    for more in ["X,2.2,,95,,,\n", "X,2.2,,,9,10,\n", "X,2.2,,0.9%,,,\n"] {
        assert_eq!(errors(&format!("{three}{more}")), Vec::<String>::new(), "{more}");
    }
    // Beside a full 1 they may be percentages: told, and scored.
    assert_eq!(errors(&format!("{three}X,2.2,,1,,,\n")), ["warning"; 3]);
    assert_eq!(errors("X,2.1,,0.95,,,\nX,3.1,,0.8,,,\n"), Vec::<String>::new());
    assert_eq!(errors("X,11.1,,0.5,,,\nX,15.3,,0.5,,,\nX,2.1,,0.5,,,\n"), Vec::<String>::new());

    let folder = folder(MONTH, &three.replace("X,", "06727,ntm,"));
    assert_eq!(folder.run("score 2022-05 --format json").code(), 2);
    let lenient = folder.json("score 2022-05 --lenient");
    assert_eq!(lenient["faults"], 3);
    for id in ["2.1", "3.1", "6.3"] {
        assert_eq!(indicator(&lenient["communes"][0], id)["status"], "missing", "{id}");
    }
}

#[test]
fn fractions_are_those_of_a_whole_file_whatever_sheets_and_pieces_it_has() {
    let book = |values: &[&[f64]]| {
        let folder = folder(MONTH, "06730,ntm,2.1,,95,,,\n");
        let mut book = Workbook::new();
        for (number, values) in values.iter().enumerate() {
            let sheet = book.add_worksheet().set_name(format!("NTM {number}")).unwrap();
            sheet.write(0, 0, "Mã chỉ tiêu").unwrap().write(0, 1, "Giá trị").unwrap();
            for (place, value) in values.iter().enumerate() {
                let row = u32::try_from(place).unwrap() + 1;
                let id = ["2.1", "2.2", "2.3", "3.1"][number * 2 + place];
                sheet.write(row, 0, id).unwrap().write(row, 1, *value).unwrap();
            }
        }
        book.save(folder.path().join(MONTH).join("06727.xlsx")).unwrap();
        told(&folder).len()
    };
    assert_eq!(book(&[&[0.9, 0.95], &[0.5]]), 3);
    assert_eq!(book(&[&[0.9, 0.95], &[0.5, 80.0]]), 0);
    // Far more rows than one piece of a file holds.
    let many = ",,,,,,,\n".repeat(400_000);
    let rows = |last: &str| format!("06727,ntm,2.1,,0.9,,,\n06727,ntm,2.2,,0.9,,,\n{many}{last}");
    let check = |last: &str| told(&folder(MONTH, &rows(last))).len();
    assert_eq!(check("06727,ntm,2.3,,0.9,,,\n"), 3);
    assert_eq!(check("06727,ntm,2.3,,90,,,\n"), 0);
}

fn requirement(library: &Library, id: &str, period: &str) -> Requirement {
    let case = CommuneProfile {
        region: Some("DBSH".into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let law = library.resolve(Level::Ntm, Period::parse(period).unwrap(), &case).unwrap();
    let place = law.position(IndicatorId::parse(id).unwrap()).unwrap();
    law.indicators[place].require[0].clone()
}

fn range(library: &Library, id: &str, period: &str) -> Option<String> {
    let range = requirement(library, id, period).plausible?;
    Some(format!("{} {}", range.from, range.to))
}

/// A layer of 318 with some blocks.
fn layer(kind: &str, blocks: &str) -> ntm::law::Source {
    own_set(
        "qd-9-2023",
        &format!(
            "title = \"Riêng\"\nkind = \"{kind}\"\nbase = \"qd-318-2022-ntm\"\nlevel = \"ntm\"\n\
             [decision]\nnumber = \"9/QĐ\"\nissuer = \"Bộ\"\ndate = 2023-01-01\n\
             in_force = 2023-01-01\n[defaults]\nconfidence = \"assumed\"\n{blocks}"
        ),
    )
}

#[test]
fn a_layer_sets_the_range_and_leaves_the_law_as_it_is() {
    let block = "[[indicator]]\nid = \"10.1\"\nplausible = { from = 20, to = 900 }\n";
    for kind in ["amendment", "guidance"] {
        let library = library_with([layer(kind, block)]).unwrap();
        assert_eq!(range(&library, "10.1", "2022-12").as_deref(), Some("10 300"), "{kind}");
        assert_eq!(range(&library, "10.1", "2023-01").as_deref(), Some("20 900"), "{kind}");
        let plain = requirement(&library_with([]).unwrap(), "10.1", "2023-01");
        let laid = requirement(&library, "10.1", "2023-01");
        assert_eq!((laid.basis, laid.threshold), (plain.basis, plain.threshold), "{kind}");
    }
    // A new definition of the same unit keeps the range, one of another unit does not.
    let define = |unit: &str| {
        let block = format!(
            "[[indicator]]\nid = \"17.4\"\nmeasure = \"number\"\nunit = \"{unit}\"\nat_least = 3\n"
        );
        range(&library_with([layer("amendment", &block)]).unwrap(), "17.4", "2023-01")
    };
    assert_eq!(define("m2/người").as_deref(), Some("0 100"));
    assert_eq!(define("ha"), None);
}

#[test]
fn a_malformed_range_is_refused_on_load() {
    for (id, range, code) in [
        ("10.1", "{ from = 300, to = 10 }", "bad-value"),
        ("10.1", "{ from = -1, to = 10 }", "bad-value"),
        ("10.1", "{ from = 0, to = 0 }", "bad-value"),
        ("10.1", "{ from = nan, to = 10 }", "bad-value"),
        ("10.1", "{ from = \"0\", to = 10 }", "bad-value"),
        ("10.1", "{ to = 10 }", "missing-key"),
        ("10.1", "{ from = 10 }", "missing-key"),
        ("10.1", "{ from = 10, to = 20, unit = \"nhà\" }", "unknown-key"),
        ("10.1", "[10, 300]", "bad-value"),
        ("9.2", "{ from = 0, to = 100 }", "unknown-key"),
        ("1.1", "{ from = 0, to = 100 }", "unknown-key"),
    ] {
        let block = format!("[[indicator]]\nid = \"{id}\"\nplausible = {range}\n");
        let problems = library_with([layer("guidance", &block)]).expect_err(range);
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
        assert_eq!(codes, [code], "{id} {range}");
        assert!(problems[0].place.line.is_some() && problems[0].place.position.is_some());
    }
}

#[test]
fn a_copy_without_ranges_is_not_looked_at_and_said_to_lack_them() {
    let without = |text: &str| {
        let kept = text.lines().filter(|line| !line.trim_start().starts_with("plausible = "));
        kept.map(|line| format!("{line}\n")).collect::<String>()
    };
    let own = edited("qd-318-2022-ntm", without);
    let folder = folder(MONTH, "06727,ntm,10.1,,38500000,,,\n");
    folder.write("tieu-chi/qd-318-2022-ntm.toml", &own.text);
    // Nothing falls back in silence.
    folder.run("score 2022-05 --criteria tieu-chi --format json").assert_code(0);
    let page = folder.page("criteria check --criteria tieu-chi");
    assert!(page.contains("khác bản có sẵn của chương trình ở 3 chỗ"), "{page}");
    assert!(page.contains("10.1 · plausible đã bỏ"), "{page}");
    // To whoever appraises a result it is no difference of the law.
    assert!(ntm::law::altered_law([&own]).is_empty());
    assert_eq!(ntm::law::altered_copies([&own])[0].1.len(), 3);
}

#[test]
fn a_range_voids_no_confirmation() {
    let confirmed = "    confirmed = { value = { DBSH = 53 }, op = \">=\", unit = \"triệu đồng/người/năm\", \
         id = \"10.1\", indicator = \"Thu nhập bình quân đầu người (triệu đồng/người)\", \
         year = 2022, by = \"Nguyễn Văn A\", on = 2022-06-15, text = \"Công báo\" }\n";
    let year = "    year = 2022\n";
    for range in ["plausible = { from = 10, to = 300 }", "plausible = { from = 1, to = 9000 }", ""]
    {
        let own = edited("qd-318-2022-ntm", |text| {
            let text = text.replacen(year, &format!("{year}{confirmed}"), 1);
            text.replacen("plausible = { from = 10, to = 300 }", range, 1)
        });
        let library = library_with([own]).unwrap();
        assert!(library.warnings.is_empty(), "{:?}", library.warnings);
        let threshold = requirement(&library, "10.1", "2022-12").threshold.unwrap();
        assert_eq!(threshold.confidence, Confidence::Confirmed, "{range}");
    }
}

#[test]
fn a_score_is_as_before_where_numbers_are_plausible() {
    let json = score_of(MONTH, "06727,ntm,10.1,,38.5,,,BC\n");
    assert_eq!(indicator(&json["communes"][0], "10.1")["status"], "not_met");
}
