//! `ntm criteria confirm` from outside: what stands in the file afterwards, and what the
//! program makes of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::office::{Office, Run};
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BASE: &str = "qd-318-2022-ntm";
const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";
const WHO: [&str; 6] = ["--by", "Nguyễn Văn A", "--on", "15/6/2022", "--text", "Công báo, trang 3"];
const WRITTEN: &str = r#"by = "Nguyễn Văn A", on = 2022-06-15, text = "Công báo, trang 3""#;
const OF_BASE: &str = r#"decision = "318/QĐ-TTg, Phụ lục I, 2022-03-08""#;
const OF_OVERLAY: &str = r#"decision = "1246/QĐ-UBND, 2022-05-11""#;
/// What a confirmation of `km` of roads holds of 2.2 and 2.3 of the base set.
const ROADS: [&str; 2] = [
    r#"op = ">=", unit = "%", id = "2.2", indicator = "Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp ít nhất được cứng hóa, đảm bảo ô tô đi lại thuận tiện quanh năm", counts = "km""#,
    r#"op = ">=", unit = "%", id = "2.3", indicator = "Tỷ lệ đường ngõ, xóm sạch và đảm bảo đi lại thuận tiện quanh năm", counts = "km""#,
];
const HOUSES: &str = r#"op = ">=", unit = "%", id = "9.2", indicator = "Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố", counts = "hộ""#;

/// A folder of own sets.
struct OwnSets(Office);

impl OwnSets {
    fn new() -> OwnSets {
        OwnSets(Office::empty())
    }

    /// With a copy of a built-in set after an edit.
    fn with(set: &str, edit: impl Fn(String) -> String) -> OwnSets {
        let office = OwnSets::new();
        std::fs::write(office.path(set), edit(built_in(set))).unwrap();
        office
    }

    fn dir(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn path(&self, set: &str) -> PathBuf {
        self.0.at(format!("{set}.toml"))
    }

    fn text(&self, set: &str) -> String {
        std::fs::read_to_string(self.path(set)).unwrap()
    }

    fn confirm(&self, arguments: &[&str]) -> Run {
        let all = [&["criteria", "confirm"], arguments, &WHO, &["-o", self.dir()]];
        Office::project().run_args(all.concat())
    }

    /// What a run that is done says.
    fn confirmed(&self, arguments: &[&str]) -> String {
        self.confirm(arguments).assert_code(0).stdout()
    }

    /// What a run that is refused says; nothing in the folder may have changed.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = self.0.files();
        let told = self.confirm(arguments).refusal();
        assert_eq!(self.0.files(), before, "{arguments:?}");
        told
    }

    /// Confidence and threshold of an indicator's parts.
    fn law(&self, set: &str, id: &str, region: &str, period: &str) -> Vec<(String, Value)> {
        let line = ["criteria", "show", set, "--region", region, "--period", period];
        let rest = ["--province", "22", "--criteria", self.dir(), "--format", "json"];
        let output = Office::project().run_args([line.as_slice(), &rest].concat());
        let document: Value = output.json();
        let criteria = document["criteria"].as_array().unwrap().iter();
        let mut all = criteria.flat_map(|c| c["indicators"].as_array().unwrap());
        let indicator = all.find(|indicator| indicator["id"] == id).unwrap();
        let parts = indicator["require"].as_array().unwrap().iter();
        let word = |part: &Value| part["confidence"].as_str().unwrap_or_default().to_owned();
        parts.map(|part| (word(part), part["threshold"].clone())).collect()
    }

    fn ntm(&self, id: &str, region: &str) -> Vec<(String, Value)> {
        self.law(BASE, id, region, "2022-12")
    }
}

fn built_in(set: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/criteria/{set}.toml")).unwrap()
}

/// The lines that `new` has beside those of `old`, which all stand in it in their order,
/// byte for byte.
fn added(old: &str, new: &str) -> Vec<String> {
    let mut left = old.split_inclusive('\n').peekable();
    let mut added = Vec::new();
    for line in new.split_inclusive('\n') {
        match left.peek() {
            Some(next) if *next == line => {
                left.next();
            }
            _ => added.push(line.to_owned()),
        }
    }
    assert_eq!(left.next(), None, "a line was lost or changed");
    added
}

fn confirmed(value: impl Into<Value>) -> Vec<(String, Value)> {
    vec![("confirmed".to_owned(), value.into())]
}

#[test]
fn two_commands_confirm_all_that_the_sample_uses() {
    let office = OwnSets::new();
    let told = office.confirmed(&[BASE]);
    assert!(told.contains("53 chỉ tiêu") && told.contains("2.1, 2.2, 2.3, 2.4"), "{told}");
    let score = |office: &OwnSets| -> Value {
        let line = ["score", "data/mong-cai/2022-12", "--format", "json", "--criteria"];
        let output = Office::project().run_args([line.as_slice(), &[office.dir()]].concat());
        output.json()
    };
    assert_eq!(score(&office)["criteria_set"]["thresholds"]["confirmed"], 53);
    office.confirmed(&[OVERLAY]);
    let after = score(&office);
    let expected = serde_json::json!(
        { "confirmed": 57, "unconfirmed": 0, "assumed": 0, "undetermined": 0 }
    );
    assert_eq!(after["criteria_set"]["thresholds"], expected);
    // The verdicts are what they were.
    let plain = Office::project().run("score data/mong-cai/2022-12 --format json");
    let plain: Value = plain.json();
    assert_eq!(after["summary"], plain["summary"]);
}

#[test]
fn every_set_is_confirmed_and_not_a_byte_of_it_is_lost() {
    for set in [BASE, OVERLAY, "qd-318-2022-nang-cao", "qd-1246-2022-quang-ninh-nang-cao"] {
        let office = OwnSets::new();
        office.confirmed(&[set]);
        let (old, new) = (built_in(set), office.text(set));
        let mut lines = added(&old, &new);
        // The rule of columns is confirmed with the thresholds.
        let rules = lines.extract_if(.., |line| line.starts_with("confirmed = { column = "));
        assert_eq!(rules.count(), old.matches("[[column_rule]]").count(), "{set}");
        assert!(lines.iter().all(|line| {
            line.trim_start().starts_with("confirmed = { value = ")
                && line.ends_with(&format!("{WRITTEN} }}\n"))
        }));
        // One for each block that states a threshold: an indicator, its parts or its years.
        let states = |block: &&str| {
            let yes_no =
                !block.contains("measure = ") && block.starts_with("criterion.indicator]]");
            // Of what is left to the province nothing is asked here.
            let yes_no = yes_no && !block.contains("delegated = true");
            let of_layer =
                block.starts_with("indicator]]\nid") && block.contains("\nconfidence = ");
            yes_no || of_layer || block.contains(" at_") || block.contains("\nat_")
        };
        let blocks = old.split("[[").skip(1).filter(|block| block.contains("indicator"));
        assert_eq!(lines.len(), blocks.filter(states).count(), "{set}");
        assert_eq!(
            Office::project().run_args(["criteria", "check", "--criteria", office.dir()]).code(),
            0
        );
        // Again: nothing is left, nothing is written.
        let told = office.confirmed(&[set]);
        assert!(told.contains("không ghi gì"), "{told}");
        assert_eq!(office.text(set), new);
    }
}

#[test]
fn a_confirmation_stands_below_what_it_confirms() {
    let office = OwnSets::new();
    office.confirmed(&[OVERLAY, "2.1"]);
    let name =
        "Tỷ lệ đường xã được nhựa hóa hoặc bê tông hóa, đảm bảo ô tô đi lại thuận tiện quanh năm";
    let held =
        format!("op = \">=\", unit = \"%\", id = \"2.1\", indicator = \"{name}\", counts = \"km\"");
    let lines =
        format!("at_least = 100\nconfirmed = {{ value = 100, {held}, {OF_OVERLAY}, {WRITTEN} }}\n");
    let expected = built_in(OVERLAY).replacen("at_least = 100\n", &lines, 1);
    assert_eq!(office.text(OVERLAY), expected);
    assert_eq!(office.ntm("2.1", "DBSH"), confirmed(100));
    assert_eq!(office.ntm("2.2", "DBSH")[0].0, "assumed");
}

#[test]
fn a_figure_of_a_region_a_year_and_a_part_is_corrected_alone() {
    let office = OwnSets::new();
    office.confirmed(&[BASE, "10.1", "--year", "2022", "--region", "dbsh", "--value", "53.5"]);
    let part = ["--part", "tap trung", "--region", "DBSH", "--value", "56"];
    office.confirmed(&[[BASE, "17.1"].as_slice(), &part].concat());
    let told = office.confirmed(&[BASE, "17.4", "--value", "2.5"]);
    assert!(told.contains("Đã sửa 17.4: 2 → 2,5"), "{told}");
    let year = "DBSH = 53, BTB = 39, DHNTB = 44, TN = 44, DNB = 63, DBSCL = 53 }\n    confidence_of = { DHNTB = \"assumed\", TN = \"assumed\" }\n";
    let new_year = format!(
        "{}    confirmed = {{ value = {{ DBSH = 53.5 }}, op = \">=\", unit = \"triệu đồng/người/năm\", id = \"10.1\", indicator = \"Thu nhập bình quân đầu người (triệu đồng/người)\", year = 2022, {OF_BASE}, {WRITTEN} }}\n",
        year.replace("DBSH = 53,", "DBSH = 53.5,")
    );
    let part = "DBSH = 55, BTB = 20, DHNTB = 25, TN = 15, DNB = 50, DBSCL = 35 }\n";
    let new_part = format!(
        "{}    confirmed = {{ value = {{ DBSH = 56 }}, op = \">=\", unit = \"%\", id = \"17.1\", indicator = \"Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn\", part = \"tập trung\", parts = [\"chung\", \"tập trung\"], counts = \"hộ\", {OF_BASE}, {WRITTEN} }}\n",
        part.replace("DBSH = 55,", "DBSH = 56,")
    );
    let number = "  at_least = 2\n";
    let held = "op = \">=\", unit = \"m2/người\", id = \"17.4\", indicator = \"Đất cây xanh sử dụng công cộng tại điểm dân cư nông thôn\"";
    let new_number = format!(
        "  at_least = 2.5\n  confirmed = {{ value = 2.5, {held}, {OF_BASE}, {WRITTEN} }}\n"
    );
    let mut expected = built_in(BASE);
    for (old, new) in [(year, new_year), (part, new_part), (number, new_number)] {
        assert_eq!(expected.matches(old).count(), 1, "{old}");
        expected = expected.replacen(old, &new, 1);
    }
    assert_eq!(office.text(BASE), expected);
    assert_eq!(office.ntm("10.1", "DBSH"), confirmed(53.5));
    assert_eq!(office.ntm("10.1", "BTB"), [("unconfirmed".to_owned(), 39.into())]);
    assert_eq!(office.law(BASE, "10.1", "DBSH", "2023-12")[0].0, "assumed");
    let parts = [("assumed".to_owned(), 65.into()), ("confirmed".to_owned(), 56.into())];
    assert_eq!(office.ntm("17.1", "DBSH"), parts);
}

#[test]
fn columns_confirmed_one_by_one_stand_beside_each_other() {
    let office = OwnSets::new();
    for region in ["DBSH", "BTB", "DBSH"] {
        office.confirmed(&[BASE, "9.2", "--region", region]);
    }
    office.confirmed(&[BASE, "9.2", "--region", "DBSH", "--value", "95"]);
    let list = format!(
        "  confirmed = [\n    {{ value = {{ BTB = 80 }}, {HOUSES}, {OF_BASE}, {WRITTEN} }},\n    {{ value = {{ DBSH = 95 }}, {HOUSES}, {OF_BASE}, {WRITTEN} }},\n  ]\n"
    );
    assert!(office.text(BASE).contains(&list), "{}", office.text(BASE));
    assert_eq!(office.ntm("9.2", "DBSH"), confirmed(95));
    assert_eq!(office.ntm("9.2", "BTB"), confirmed(80));
    assert_eq!(office.ntm("9.2", "TN")[0].0, "assumed");
    // One figure for all regions may be confirmed for one.
    office.confirmed(&[BASE, "15.1", "--region", "DBSH"]);
    let both = [("confirmed".to_owned(), 90.into()), ("confirmed".to_owned(), 90.into())];
    assert_eq!(office.ntm("15.1", "DBSH"), both);
    assert_eq!(office.ntm("15.1", "BTB")[0].0, "unconfirmed");
    // The rest, once; then there is nothing left but what was there.
    let told = office.confirmed(&[BASE]);
    assert!(told.contains("181 mức của 53 chỉ tiêu"), "{told}");
    assert_eq!(office.ntm("9.2", "TN"), confirmed(75));
}

#[test]
fn a_figure_changed_afterwards_is_confirmed_no_more() {
    let office = OwnSets::new();
    office.confirmed(&[OVERLAY]);
    let edited = office.text(OVERLAY).replacen("at_least = 100", "at_least = 98", 1);
    std::fs::write(office.path(OVERLAY), &edited).unwrap();
    assert_eq!(office.ntm("2.1", "DBSH"), [("assumed".to_owned(), 98.into())]);
    for line in [["criteria", "check"], ["check", "data/mong-cai/2022-12"]] {
        let rest = ["--criteria", office.dir(), "--format", "json"];
        let output = Office::project().run_args([line.as_slice(), &rest].concat());
        let told: Value = output.json();
        let codes: Vec<&Value> = told["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|problem| &problem["code"])
            .filter(|code| **code == "void-confirmation")
            .collect();
        assert_eq!(codes.len(), 1, "{line:?}");
    }
    // Confirmed again, the new figure takes the place of the old one.
    office.confirmed(&[OVERLAY]);
    assert_eq!(office.ntm("2.1", "DBSH"), confirmed(98));
    assert_eq!(office.text(OVERLAY), edited.replacen("value = 100", "value = 98", 1));
}

/// An excuse that nobody confirmed is no confirmed threshold.
#[test]
fn a_layer_that_only_excuses_is_confirmed_by_itself() {
    let office = OwnSets::new();
    office.confirmed(&[BASE]);
    let layer = "title = \"x\"\nkind = \"guidance\"\nbase = \"qd-318-2022-ntm\"\n\
        level = \"ntm\"\n[decision]\nnumber = \"1/HD\"\nissuer = \"Bộ\"\n\
        date = 2022-05-01\nin_force = 2022-05-01\n[defaults]\nconfidence = \"assumed\"\n\
        [[indicator]]\nid = \"19.1\"\nif_present = true\n";
    std::fs::write(office.path("hd"), layer).unwrap();
    let unsure = vec![("assumed".to_owned(), true.into())];
    assert_eq!(office.ntm("19.1", "DBSH"), unsure);
    let (sets, show) = (office.dir(), ["criteria", "show", BASE, "--unconfirmed"]);
    let of = ["--region", "DBSH", "--period", "2022-12", "--format", "csv", "--criteria", sets];
    let listed = Office::project().run_args([show.as_slice(), &of].concat()).stdout();
    let row = listed.lines().find(|row| row.starts_with("19.1,")).unwrap();
    assert!(row.contains(",hd,"), "{row}");
    office.confirmed(&["hd", "19.1", "--criteria", sets]);
    assert_eq!(office.ntm("19.1", "DBSH"), confirmed(true));
}

/// What an amendment changes by a note alone is to be read in the amendment.
#[test]
fn an_amendment_that_leaves_a_threshold_is_confirmed_by_itself() {
    let (amendment, later) = ("qd-211-2024-ntm", "2024-06");
    let office = OwnSets::new();
    office.confirmed(&[BASE]);
    assert_eq!(office.law(BASE, "18.4", "DBSH", "2024-02"), confirmed(true));
    let unsure = vec![("unconfirmed".to_owned(), true.into())];
    assert_eq!(office.law(BASE, "18.4", "DBSH", later), unsure);
    let line = ["criteria", "show", BASE, "--unconfirmed", "--format", "csv", "--period", later];
    let list = || {
        let of = ["--region", "DBSH", "--province", "22", "--criteria", office.dir()];
        Office::project().run_args([line.as_slice(), &of].concat()).stdout()
    };
    let listed = list();
    let row = listed.lines().find(|row| row.starts_with("18.4,")).unwrap();
    assert!(row.contains(&format!(",{amendment},")), "{row}");
    // It is younger than the day that others were read on.
    let read = ["--by", "A", "--on", "2024-04-01", "--text", "B", "-o", office.dir()];
    Office::project()
        .run_args([["criteria", "confirm", amendment, "18.4"].as_slice(), &read].concat())
        .assert_code(0);
    assert_eq!(office.law(BASE, "18.4", "DBSH", later), confirmed(true));
    assert!(!list().contains("18.4,"));
    assert_eq!(added(&built_in(amendment), &office.text(amendment)).len(), 1);
}

#[test]
fn line_ends_marks_and_unusual_layouts_stay() {
    // As Notepad saves it, with a mark at the start; without an end to the last line.
    let windows = |text: String| format!("\u{feff}{}", text.trim_end().replace('\n', "\r\n"));
    let office = OwnSets::with(OVERLAY, windows);
    office.confirmed(&[OVERLAY]);
    let (old, new) = (windows(built_in(OVERLAY)), office.text(OVERLAY));
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    assert_eq!(added(&format!("{old}\r\n"), &format!("{new}\r\n")).len(), 4);
    assert_eq!(office.ntm("2.4", "DBSH"), confirmed(80));

    // A confirmation under a heading of its own, figures by dotted keys, a whole indicator
    // on one line, a comment behind a figure.
    let blocks = "[[indicator]] # hai\nid = \"2.2\"\nat_least = 91 # đã đọc\n\
        [indicator.confirmed]\nvalue = 90\nby = \"B\"\n# giữ\non = 2022-06-01\ntext = \"X\"\n\n\
        [[indicator]]\nid = \"9.2\"\nat_least.DBSH = 92\nat_least.DNB = 93\n";
    let office = OwnSets::with(OVERLAY, |text| {
        let (head, rest) = text.split_once("# Tỷ lệ đường thôn").unwrap();
        let (_, rest) = rest.split_once("# Tỷ lệ đường ngõ").unwrap();
        format!("{head}{blocks}\n# Tỷ lệ đường ngõ{rest}")
    });
    office.confirmed(&[OVERLAY, "2.2"]);
    office.confirmed(&[OVERLAY, "9.2", "--region", "DNB", "--value", "94"]);
    let expected = format!(
        "[[indicator]] # hai\nid = \"2.2\"\nat_least = 91 # đã đọc\n\
        confirmed = {{ value = 91, {}, {OF_OVERLAY}, {WRITTEN} }}\n# giữ\n\n\
        [[indicator]]\nid = \"9.2\"\nat_least.DBSH = 92\nat_least.DNB = 94\n\
        confirmed = {{ value = {{ DNB = 94 }}, {HOUSES}, {OF_OVERLAY}, {WRITTEN} }}\n",
        ROADS[0]
    );
    assert!(office.text(OVERLAY).contains(&expected), "{}", office.text(OVERLAY));
    assert_eq!(office.ntm("9.2", "DNB"), confirmed(94));

    let inline = |text: String| {
        let (head, _) = text.split_once("# Tỷ lệ đường xã").unwrap();
        // Keys of the file stand above its tables.
        let (top, tables) = head.split_once("[decision]").unwrap();
        let list =
            ["2.1", "2.2", "2.3", "2.4"].map(|id| format!("{{ id = \"{id}\", at_least = 90 }}"));
        format!("{top}indicator = [{}]\n\n[decision]{tables}", list.join(", "))
    };
    let office = OwnSets::with(OVERLAY, inline);
    office.confirmed(&[OVERLAY, "2.3"]);
    let held = format!("value = 90, {}, {OF_OVERLAY}, {WRITTEN}", ROADS[1]);
    let expected = format!("{{ id = \"2.3\", at_least = 90, confirmed = {{ {held} }} }}");
    let old = "{ id = \"2.3\", at_least = 90 }";
    assert_eq!(office.text(OVERLAY), inline(built_in(OVERLAY)).replacen(old, &expected, 1));
}

#[test]
fn what_cannot_be_confirmed_is_refused_and_nothing_is_written() {
    let office = OwnSets::new();
    let grade = "qd-318-2022-nang-cao";
    for (arguments, told) in [
        (vec!["qd-318-2022-ntn"], "qd-318-2022-ntm"),
        (vec![BASE, "2.11"], "2.1"),
        (vec![BASE, "2.1"], OVERLAY),
        (vec![OVERLAY, "9.2"], BASE),
        (vec![BASE, "1.1", "--value", "5"], "đạt/không đạt"),
        (vec![BASE, "3.1", "--value", "80%"], "1.5"),
        (vec![BASE, "3.1", "--value", "80,5"], "1.5"),
        (vec![BASE, "3.1", "--value", "101"], "từ 0 đến 100"),
        (vec![BASE, "3.1", "--value", "-5"], "“-5” không phải mức của chỉ tiêu 3.1"),
        (vec![BASE, "colum_rule"], "có phải là: column-rule?"),
        (vec![BASE, "requires"], "không có khối [[requires]]"),
        (vec![OVERLAY, "column_rule"], BASE),
        (vec![BASE, "column_rule", "--value", "5"], "column-rule không dùng được với --value"),
        (vec![BASE, "1.1", "column_rule", "--year", "2022"], "không dùng được với --year"),
        (vec![BASE, "9.1", "--value", "0.5"], "số nguyên"),
        (vec![BASE, "3.1", "--value", "80", "--value", "81"], "một lần"),
        (vec![grade, "5.5", "--value", "80"], "trung bình, khá, tốt"),
        (vec![BASE, "9.2", "--value", "95"], "--region common | TDMNPB | DBSH"),
        (vec![BASE, "10.1", "--value", "95"], "--year 2022 | 2023 | 2024 | 2025"),
        (vec![BASE, "17.1", "--value", "95"], "--part chung | tập trung"),
        (vec![BASE, "10.1", "--year", "2021"], "2022, 2023"),
        (vec![BASE, "17.1", "--part", "nam"], "chung, tập trung"),
        (vec![BASE, "12.1", "--part", "nam"], "--part"),
        (vec![BASE, "15.1", "--region", "DBSH", "--value", "95"], "--region"),
        (vec![BASE, "9.2", "--region", "DBSX"], "DBSH"),
        (vec![BASE, "1.1", "1.2", "--value", "5"], "một chỉ tiêu"),
        (vec![BASE, "--value", "5"], "INDICATOR"),
    ] {
        let error = office.refused(&arguments);
        assert!(error.contains(told), "{arguments:?}: {error}");
    }
    for (by, on, text, told) in [
        ("A", "2022-03-07", "X", "2022-03-08"),
        ("A", "31/2/2022", "X", "15/6/2022"),
        (" ", "2022-06-15", "X", "--by"),
        ("A", "2022-06-15", "", "--text"),
    ] {
        let line = ["criteria", "confirm", BASE, "--by", by, "--on", on, "--text", text, "-o"];
        let output =
            Office::project().run_args([line.as_slice(), &[office.dir()]].concat()).assert_code(2);
        assert!(output.stderr().contains(told), "{by} {on} {text}");
    }
    assert!(office.0.files().is_empty());
}

/// By the clock of this machine, as the program has it.
#[test]
fn what_is_said_to_be_read_tomorrow_is_refused_with_all_else_that_is_wrong() {
    let office = OwnSets::new();
    let now = jiff::Timestamp::now();
    let day = |days: i64| (now + jiff::SignedDuration::from_hours(24 * days + 7)).to_string();
    let run = |on: &str, what: &str| {
        let line = ["criteria", "confirm", OVERLAY, what, "--by", "A", "--text", "X", "--on", on];
        let output = Office::project().run_args([line.as_slice(), &["-o", office.dir()]].concat());
        (output.code(), output.stderr())
    };
    let (ahead, today) = (&day(2)[..10], &day(0)[..10]);
    let (code, told) = run(ahead, "2.x");
    assert_eq!(code, 2);
    assert!(told.contains(ahead) && told.contains("đồng hồ") && told.contains("2.x"), "{told}");
    assert!(office.0.files().is_empty());
    assert_eq!(run(today, "2.1"), (0, String::new()));
}

#[test]
fn a_figure_that_asks_for_less_is_written_and_said() {
    let office = OwnSets::new();
    let less = |arguments: &[&str]| office.confirmed(arguments).contains("dễ đạt hơn mức cũ");
    let nang_cao = "qd-318-2022-nang-cao";
    assert!(less(&[BASE, "17.4", "--value", "1.5"]));
    assert!(!less(&[BASE, "17.4", "--value", "2.5"]));
    assert!(!less(&[BASE, "17.4", "--value", "2.5"]));
    // At most: more is less.
    assert!(less(&[BASE, "9.1", "--value", "3"]));
    assert!(!less(&[BASE, "9.1", "--value", "1"]));
    assert!(less(&[nang_cao, "5.5", "--value", "trung bình"]));
    assert!(!less(&[nang_cao, "5.5", "--value", "tốt"]));
    assert_eq!(office.ntm("9.1", "DBSH"), confirmed(1));
}

#[test]
fn rules_of_columns_and_required_sets_are_confirmed_and_void_once_changed() {
    let kieu_mau = "qd-319-2022-kieu-mau";
    for (set, word, held, edits) in [
        (
            BASE,
            "column-rule",
            "column = \"TDMNPB\", class = [\"đbkk\", \"atk\"], district_class = [\"nghèo\", \"thoát nghèo\"], decision = \"318/QĐ-TTg, Phụ lục I, 2022-03-08\", basis = \"318/QĐ-TTg, Điều 1\"",
            &[
                ("basis = \"318/QĐ-TTg, Điều 1\"\n", "basis = \"Điều 2\"\n", "`basis`"),
                ("\nnumber = \"318/QĐ-TTg\"", "\nnumber = \"319/QĐ-TTg\"", "`decision`"),
                (
                    "class = [\"đbkk\", \"atk\"]\n",
                    "class = [\"đbkk\", \"atk\", \"x\"]\n",
                    "`class`",
                ),
                ("\"nghèo\", \"thoát nghèo\"]\n", "\"nghèo\"]\n", "`district_class`"),
                (
                    "\ncolumn = \"TDMNPB\"",
                    "\ncolumn = \"TN\"",
                    "`column` đã xác nhận là \"TDMNPB\", nay ghi \"TN\"",
                ),
            ][..],
        ),
        (
            kieu_mau,
            "requires",
            "set = \"qd-318-2022-nang-cao\", decision = \"319/QĐ-TTg, 2022-03-08\", basis = \"319/QĐ-TTg, điều kiện 1\"",
            &[(
                "\nset = \"qd-318-2022-nang-cao\"",
                "\nset = \"qd-318-2022-ntm\"",
                "`set` đã xác nhận là",
            )],
        ),
    ] {
        let office = OwnSets::new();
        let told = office.confirmed(&[set, word]);
        assert!(told.starts_with(&format!("Đã xác nhận {word} trong {set}")), "{told}");
        let text = office.text(set);
        let line = format!("confirmed = {{ {held}, {WRITTEN} }}\n");
        assert_eq!(added(&built_in(set), &text), [line]);
        let check = || {
            let output = Office::project()
                .run_args(["criteria", "check", "--criteria", office.dir()])
                .assert_code(0);
            output.stdout()
        };
        let listed = || {
            let line = ["criteria", "show", set, "--unconfirmed", "--period", "2022-12"];
            let rest = ["--criteria", office.dir(), "--format", "csv"];
            let output = Office::project().run_args([line.as_slice(), &rest].concat());
            output.csv().iter().any(|row| row["indicator"] == word && row["layer"] == set)
        };
        assert!(check().contains("0 lỗi, 0 cảnh báo\n") && !listed());
        for (from, to, said) in edits {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            std::fs::write(office.path(set), &changed).unwrap();
            let told = check();
            assert!(told.contains("void-confirmation") && told.contains(said), "{told}");
            assert!(told.contains(&format!("ntm criteria confirm {set} {word}")), "{told}");
            assert!(listed());
            // Confirmed anew it is what stands there now, once.
            office.confirmed(&[set, word]);
            assert_eq!(office.text(set).matches("confirmed = ").count(), 1);
            assert!(check().contains("0 lỗi, 0 cảnh báo\n") && !listed());
        }
        // Again: nothing is written.
        let before = office.text(set);
        assert!(office.confirmed(&[set, word]).contains("giữ nguyên: "));
        assert_eq!(office.text(set), before);
    }
}

#[test]
fn rules_do_not_count_among_thresholds_and_a_region_takes_those_that_lead_to_it() {
    let office = OwnSets::new();
    let counts = || -> Value {
        let line = ["score", "data/mong-cai/2022-12", "--format", "json", "--criteria"];
        let output = Office::project().run_args([line.as_slice(), &[office.dir()]].concat());
        let document: Value = output.json();
        document["criteria_set"]["thresholds"].clone()
    };
    office.confirmed(&[OVERLAY]);
    let before = counts();
    office.confirmed(&[BASE, "column_rule"]);
    assert_eq!(counts(), before);
    let other = OwnSets::new();
    assert!(
        other
            .confirmed(&[BASE, "--region", "DBSH"])
            .contains("Chưa xác nhận trong tệp này: column-rule")
    );
    assert!(other.confirmed(&[BASE, "--region", "TDMNPB"]).contains("Cùng với: column-rule"));
}

#[test]
fn a_layer_lists_what_it_states_itself() {
    let office = OwnSets::with(OVERLAY, |text| {
        format!(
            "{text}\n[[indicator]]\nid = \"9.2\"\nat_least = {{ DBSH = 92, DNB = 93 }}\n\n[[indicator]]\n\
             id = \"10.1\"\n[[indicator.year]]\nyear = 2023\nat_least = {{ DBSH = 60 }}\n"
        )
    });
    let listed = |more: &[&str]| -> Vec<String> {
        let line = ["criteria", "show", OVERLAY, "--unconfirmed", "--format", "csv"];
        let output = Office::project()
            .run_args([line.as_slice(), &["--criteria", office.dir()], more].concat())
            .assert_code(0);
        let cells = |row: &BTreeMap<String, String>| {
            assert_eq!(row["layer"], OVERLAY);
            format!("{} {} {} {}", row["indicator"], row["region"], row["year"], row["threshold"])
        };
        output.csv().iter().map(cells).collect()
    };
    let all = ["2.1   100", "2.2   90", "2.3   90", "2.4   80"];
    let own = ["9.2 DBSH  92", "9.2 DNB  93", "10.1 DBSH 2023 60"];
    assert_eq!(listed(&[]), [all.as_slice(), &own].concat());
    let of_region = ["9.2 DNB  93"];
    assert_eq!(listed(&["--region", "DNB"]), [all.as_slice(), &of_region].concat());
    assert_eq!(listed(&["--period", "2022-12"]), [all.as_slice(), &own[..2]].concat());
    office.confirmed(&[OVERLAY, "2.1", "9.2", "--region", "DBSH"]);
    // 2.1 is left in the other columns.
    assert!(listed(&["--region", "DBSH"]).iter().all(|row| !row.starts_with("2.1 ")));
    office.confirmed(&[OVERLAY]);
    assert!(listed(&[]).is_empty());
    let output = Office::project().run_args([
        "criteria",
        "show",
        OVERLAY,
        "--unconfirmed",
        "--criteria",
        office.dir(),
    ]);
    assert!(output.stdout().contains("đã được xác nhận"));
    // By itself it is not shown, nor in a month in which it is not in force.
    for line in [["--criteria", office.dir()].as_slice(), &["--unconfirmed", "--period", "2022-04"]]
    {
        let line = [&["criteria", "show", OVERLAY], line].concat();
        assert_eq!(Office::project().run_args(&line).code(), 2);
    }
}

/// What the summary says of what was confirmed: its figures, in the words of pages.
#[test]
fn what_was_confirmed_is_said_with_its_figures() {
    let office = OwnSets::new();
    let row = |told: &str, id: &str| {
        let row = told.lines().find_map(|line| line.trim_start().strip_prefix(id));
        row.map(str::trim).unwrap_or_default().to_owned()
    };
    let told = office.confirmed(&[BASE, "10.1", "--year", "2022", "--region", "DBSH"]);
    assert_eq!(row(&told, "10.1 (năm 2022) "), "DBSH: ≥ 53 triệu đồng/người/năm");
    // The other years and regions of all, none of this one.
    let left = "Trong đó 168 mức của vùng hoặc năm khác, ngoài --region DBSH --year 2022";
    assert!(told.contains(left), "{told}");
    let told = office.confirmed(&[BASE, "1.1", "1.2", "9.2", "--region", "DBSH"]);
    assert_eq!(row(&told, "9.2 "), "DBSH: ≥ 90%");
    assert!(told.contains("\nPhải đạt (DBSH): 1.1, 1.2\n"), "{told}");
    let told = office.confirmed(&[BASE, "3.1", "3.2", "12.1", "9.2"]);
    assert_eq!(row(&told, "3.1 "), "≥ 80%");
    let rest = "common, BTB, DHNTB: ≥ 80%; TDMNPB, TN: ≥ 75%; DNB: ≥ 90%; DBSCL: ≥ 70%";
    assert_eq!(row(&told, "9.2 "), rest);
    let by_region = "common, BTB, DHNTB, DBSCL: ≥ 70%; TDMNPB, TN: ≥ 60%; DBSH, DNB: ≥ 75%";
    for part in ["12.1 – nam ", "12.1 – nữ "] {
        assert_eq!(row(&told, part), by_region, "{told}");
    }
    assert!(told.contains("\nPhải đạt: 3.2\n") && !told.contains("Trong đó"), "{told}");
    let told = office.confirmed(&["qd-319-2022-kieu-mau", "2.1", "--value", "1.15"]);
    assert_eq!(row(&told, "2.1 "), "1,15 × mức của qd-318-2022-nang-cao 10.1");
    let told = office.confirmed(&["qd-318-2022-nang-cao", "3.6"]);
    assert_eq!(row(&told, "3.6 "), "≥ khá");
}

/// What stands for a name in the examples is nobody's name.
#[test]
fn placeholders_taken_over_confirm_nothing() {
    let office = OwnSets::new();
    let run = |by: &str, text: &str| {
        let line = ["criteria", "confirm", OVERLAY, "2.1", "--on", "2022-06-15"];
        let output = Office::project().run_args(
            [line.as_slice(), &["--by", by, "--text", text, "-o", office.dir()]].concat(),
        );
        (output.code(), output.stderr())
    };
    for (by, text) in [("HỌ TÊN", "A"), ("name", "A"), ("A", "VĂN BẢN, TRANG"), ("A", "Source")]
    {
        let (code, told) = run(by, text);
        assert_eq!(code, 2, "{by} {text}");
        assert_eq!(told.matches("như trong lệnh mẫu").count(), 1, "{told}");
        assert!(told.contains("--by \"Nguyễn Văn A\" --text"), "{told}");
    }
    let (code, told) = run("HỌ TÊN", "SOURCE, PAGE");
    assert_eq!((code, told.matches("như trong lệnh mẫu").count()), (2, 2), "{told}");
    assert!(office.0.files().is_empty());
    let (code, told) = run("Họ Tên Dài", "văn bản, trang 3");
    assert_eq!(code, 0, "{told}");
}

/// An amendment that changes a figure without saying to what leaves none in force.
#[test]
fn a_figure_that_was_taken_away_stands_nowhere_else() {
    let office = OwnSets::new();
    let run = |what: &[&str]| {
        let read = ["--by", "A", "--on", "2024-04-01", "--text", "B", "-o", office.dir()];
        Office::project()
            .run_args([["criteria", "confirm"].as_slice(), what, &read].concat())
            .both()
    };
    let told = run(&["qd-211-2024-ntm"]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Văn bản này đổi mức của 17.1 mà tệp chưa ghi mức mới"), "{told}");
    assert!(!told.contains("mức ghi ở"), "{told}");
    let told = run(&["qd-211-2024-ntm", "17.1"]);
    assert!(told.contains("ghi at_least") && !told.contains(BASE), "{told}");
    // What a base set leaves to others is still told with them.
    let told = office.confirmed(&[BASE, "1.1"]);
    assert!(told.contains(&format!("2.1, 2.2, 2.3, 2.4; mức ghi ở {OVERLAY}")), "{told}");
}

#[test]
fn a_factor_is_confirmed_and_corrected_and_void_once_changed() {
    let (set, other) = ("qd-319-2022-kieu-mau", "qd-318-2022-nang-cao");
    let office = OwnSets::new();
    let sure = || office.law(set, "2.1", "DBSH", "2022-12");
    office.confirmed(&[set, "2.1"]);
    let name = "Thu nhập bình quân đầu người từ 110% trở lên so với mức quy định đối với xã nông thôn mới nâng cao tại cùng thời điểm";
    let held = format!(
        "op = \">=\", unit = \"triệu đồng/người/năm\", id = \"2.1\", indicator = \"{name}\", of = \"{other} 10.1\", decision = \"319/QĐ-TTg, 2022-03-08\", basis = \"319/QĐ-TTg, điều kiện 2\""
    );
    assert_eq!(
        added(&built_in(set), &office.text(set)),
        [format!("  confirmed = {{ value = 1.1, {held}, {WRITTEN} }}\n")]
    );
    // As sure as the threshold that it is a multiple of, and no surer.
    assert_eq!(sure()[0].0, "assumed");
    office.confirmed(&[other, "10.1", "--year", "2022", "--region", "DBSH"]);
    assert_eq!(sure(), confirmed(68.2));
    assert_eq!(office.law(set, "2.1", "BTB", "2022-12")[0].0, "assumed");
    assert_eq!(office.law(set, "2.1", "DBSH", "2023-12")[0].0, "assumed");
    let text = office.text(set);
    for (from, to, said) in [
        ("factor = 1.1", "factor = 1", "`value` đã xác nhận là 1.1, nay ghi 1"),
        ("indicator = \"10.1\", factor", "indicator = \"17.4\", factor", ""),
        ("unit = \"triệu đồng/người/năm\"\n", "unit = \"triệu\"\n", ""),
        ("name = \"Thu nhập bình", "name = \"Thu bình", "`indicator` đã xác nhận là"),
        (
            "set = \"qd-318-2022-nang-cao\", indicator",
            "set = \"qd-318-2022-ntm\", indicator",
            "`of` đã xác nhận là \"qd-318-2022-nang-cao 10.1\", nay ghi \"qd-318-2022-ntm 10.1\"",
        ),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        std::fs::write(office.path(set), changed).unwrap();
        let output = Office::project().run_args(["criteria", "check", "--criteria", office.dir()]);
        let told = output.stdout();
        // What cannot be a multiple at all is refused.
        assert_eq!(output.code(), i32::from(said.is_empty()), "{told}");
        assert!(told.contains(said), "{told}");
        if !said.is_empty() {
            assert_ne!(sure()[0].0, "confirmed", "{to}");
        }
    }
    std::fs::write(office.path(set), &text).unwrap();
    let told = office.confirmed(&[set, "2.1", "--value", "1.05"]);
    assert!(told.contains("hệ số của 2.1: 1,1 → 1,05") && told.contains("dễ đạt hơn"), "{told}");
    assert_eq!(sure(), confirmed(65.1));
    for value in ["0", "-1", "1,1", "110%"] {
        let error = office.refused(&[set, "2.1", "--value", value]);
        assert!(error.contains("hệ số") && error.contains("lớn hơn 0"), "{value}: {error}");
    }
}

#[test]
fn the_work_list_names_the_factor_and_the_figure_each_in_its_file() {
    let (set, other) = ("qd-319-2022-kieu-mau", "qd-318-2022-nang-cao");
    let overlay = "qd-1246-2022-quang-ninh-nang-cao";
    let office = OwnSets::with(overlay, |text| {
        format!(
            "{text}\n[[indicator]]\nid = \"10.1\"\n[[indicator.year]]\nyear = 2023\nat_least = {{ DBSH = 70 }}\n"
        )
    });
    let show = |period: &str, format: &str| {
        let line =
            ["criteria", "show", set, "--unconfirmed", "--period", period, "--region", "DBSH"];
        let own = ["--province", "22", "--criteria", office.dir(), "--format", format];
        Office::project().run_args([line.as_slice(), &own].concat())
    };
    let listed = |period: &str| -> Vec<String> {
        let cells = |row: &BTreeMap<String, String>| {
            format!("{} {} {}", row["layer"], row["indicator"], row["threshold"])
        };
        show(period, "csv").csv().iter().map(cells).collect()
    };
    let own = |factor: &[&str], figure: &str| -> Vec<String> {
        let all =
            [factor, &[figure], &["qd-319-2022-kieu-mau 3.1 1", "qd-319-2022-kieu-mau 4.1 true"]];
        let clauses = ["qd-319-2022-kieu-mau requires ", "qd-318-2022-nang-cao column-rule "];
        let all = [all.concat(), clauses.to_vec()].concat();
        all.iter().map(|row| (*row).to_owned()).collect::<Vec<String>>()
    };
    let factor = "qd-319-2022-kieu-mau 2.1 1.1 × qd-318-2022-nang-cao 10.1";
    assert_eq!(listed("2022-12"), own(&[factor], &format!("{other} 10.1 62")));
    // Where the province has raised it the figure is the layer's.
    assert_eq!(listed("2023-12"), own(&[factor], &format!("{overlay} 10.1 70")));
    let page = show("2023-12", "table").stdout();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in [
        format!("ntm criteria confirm {set} 2.1 requires --by"),
        format!("ntm criteria confirm {overlay} 10.1 --year 2023 --region DBSH --by"),
        format!("ntm criteria confirm {other} column-rule --by"),
    ] {
        assert!(page.contains(&command), "{command}: {page}");
    }
    office.confirmed(&[set, "2.1"]);
    assert_eq!(listed("2023-12"), own(&[], &format!("{overlay} 10.1 70")));
    office.confirmed(&[overlay, "10.1"]);
    let rest = listed("2023-12");
    assert!(rest.iter().all(|row| !row.contains("10.1")) && rest.len() == 4, "{rest:?}");
}

#[test]
fn a_file_with_faults_is_not_touched() {
    for (text, told) in [
        ("đây không phải TOML\n".to_owned(), "bad-toml"),
        (built_in(OVERLAY).replacen("at_least = 100", "at_lest = 100", 1), "unknown-key"),
    ] {
        let office = OwnSets::with(OVERLAY, |_| text.clone());
        let error = office.refused(&[OVERLAY]);
        assert!(error.contains(told), "{error}");
    }
    // Nor is another than a folder written to.
    let office = OwnSets::with(OVERLAY, |text| text);
    let file = office.path(OVERLAY);
    let line = [["criteria", "confirm", OVERLAY].as_slice(), &WHO, &["-o", file.to_str().unwrap()]];
    assert_eq!(Office::project().run_args(line.concat()).code(), 2);
    assert_eq!(office.text(OVERLAY), built_in(OVERLAY));
}

#[test]
fn a_figure_that_the_whole_law_refuses_is_not_written() {
    let office = OwnSets::with(OVERLAY, |text| {
        format!("{text}\n[[indicator]]\nid = \"9.2\"\nat_least = {{ DBSH = 92 }}\n")
    });
    // Below the central value.
    let error = office.refused(&[OVERLAY, "9.2", "--value", "89"]);
    assert!(error.contains("laxer-than-base"), "{error}");
    // Or the central value above the province's.
    let error = office.refused(&[BASE, "9.2", "--region", "DBSH", "--value", "93"]);
    assert!(error.contains("laxer-than-base"), "{error}");
    office.confirmed(&[OVERLAY, "9.2", "--value", "93"]);
    assert_eq!(office.ntm("9.2", "DBSH"), confirmed(93));
}

#[test]
fn the_copy_that_is_there_is_edited_and_an_own_set_is_copied() {
    let office = OwnSets::with(OVERLAY, |text| text.replacen("at_least = 100", "at_least = 97", 1));
    office.confirmed(&[OVERLAY, "2.1"]);
    assert_eq!(office.ntm("2.1", "DBSH"), confirmed(97));
    // From one folder of own sets into another.
    let other = OwnSets::new();
    other.confirmed(&[OVERLAY, "2.2", "--criteria", office.dir()]);
    assert_eq!(other.ntm("2.1", "DBSH"), confirmed(97));
    assert_eq!(other.ntm("2.2", "DBSH"), confirmed(90));
    assert_eq!(office.ntm("2.2", "DBSH")[0].0, "assumed");
    // A folder that is not there yet is made, and an inner one.
    let inner = format!("{}/tieu-chi/rieng", office.dir());
    let line = [["criteria", "confirm", OVERLAY].as_slice(), &WHO, &["-o", &inner]];
    assert_eq!(Office::project().run_args(line.concat()).code(), 0);
    assert!(Path::new(&inner).join(format!("{OVERLAY}.toml")).is_file());
}

#[test]
fn the_work_list_is_what_is_left_and_says_where_it_stands() {
    let office = OwnSets::new();
    office.confirmed(&[BASE, "9.2", "--region", "BTB"]);
    office.confirmed(&[BASE, "1.1", "9.1", "15.1"]);
    office.confirmed(&[BASE, "17.1", "--part", "chung"]);
    let show = |more: &[&str]| {
        let line = ["criteria", "show", BASE, "--period", "2022-12", "--region", "DBSH"];
        let own = ["--province", "22", "--criteria", office.dir()];
        Office::project().run_args([line.as_slice(), &own, more].concat()).assert_code(0)
    };
    let json = |more: &[&str]| show(&[&["--format", "json"], more].concat()).json();
    let all = |document: &Value| -> Vec<Value> {
        let criteria = document["criteria"].as_array().unwrap().iter();
        criteria.flat_map(|c| c["indicators"].as_array().unwrap().clone()).collect()
    };
    let open = |part: &Value| part["confidence"] != "confirmed";
    let (whole, left) = (json(&[]), json(&["--unconfirmed"]));
    let expected: Vec<Value> = all(&whole)
        .into_iter()
        .filter(|indicator| indicator["require"].as_array().unwrap().iter().any(open))
        .collect();
    assert_eq!(all(&left), expected);
    assert_eq!(expected.len(), 57 - 3);
    let fields =
        |document: &Value| document.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&left), fields(&whole));
    assert!(left["criteria"].as_array().unwrap().iter().all(|c| c["indicators"][0].is_object()));

    // A row for each part that is not confirmed, with the last columns left empty.
    let listed = show(&["--unconfirmed", "--format", "csv"]).csv();
    let mut parts = Vec::new();
    for indicator in &expected {
        for part in indicator["require"].as_array().unwrap().iter().filter(|part| open(part)) {
            parts.push((indicator["id"].clone(), part.clone()));
        }
    }
    // After the thresholds the rule of columns.
    let (rule, listed) = listed.split_last().unwrap();
    assert_eq!((rule["indicator"].as_str(), rule["layer"].as_str()), ("column-rule", BASE));
    assert_eq!(rule["name"], "class: đbkk, atk; district_class: nghèo, thoát nghèo");
    assert_eq!((rule["region"].as_str(), rule["confidence"].as_str()), ("TDMNPB", "unconfirmed"));
    assert_eq!(listed.len(), parts.len());
    for (row, (id, part)) in listed.iter().zip(&parts) {
        let of_province = ["2.1", "2.2", "2.3", "2.4"].contains(&id.as_str().unwrap());
        assert_eq!(row["layer"], if of_province { OVERLAY } else { BASE });
        assert_eq!(row["year"], if id == "10.1" { "2022" } else { "" });
        for key in ["part", "unit", "basis", "confidence"] {
            assert_eq!(row[key], part[key].as_str().unwrap(), "{id} {key}");
        }
        assert_eq!(row["threshold"].trim_matches('"'), part["threshold"].to_string());
        assert_eq!(
            (row["indicator"].as_str(), row["region"].as_str()),
            (id.as_str().unwrap(), "DBSH")
        );
        assert!(["confirmed_value", "by", "on", "text"].iter().all(|key| row[*key].is_empty()));
    }

    let page = show(&["--unconfirmed"]).stdout();
    // The file by its own name: a page tells of no machine.
    let own = format!("Ghi ở {BASE} ({BASE}.toml): 50 chỉ tiêu");
    assert!(page.contains(&own) && page.contains("54/57"), "{page}");
    assert!(page.contains(&format!("Ghi ở {OVERLAY} (có sẵn): 4 chỉ tiêu")));
    // What is confirmed for all that the column uses is no longer on it.
    office.confirmed(&[BASE, "--region", "DBSH"]);
    office.confirmed(&[OVERLAY]);
    assert_eq!(show(&["--unconfirmed", "--format", "csv"]).csv().len(), 1);
    office.confirmed(&[BASE, "column_rule"]);
    assert!(show(&["--unconfirmed", "--format", "csv"]).csv().is_empty());
    let page = show(&["--unconfirmed"]).stdout();
    assert!(page.contains("57/57 chỉ tiêu đã được xác nhận"), "{page}");
    assert_eq!(office.law(BASE, "9.2", "TN", "2022-12")[0].0, "assumed");
}
