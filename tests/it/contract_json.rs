//! The JSON that other people's scripts read: its fields, in their order, and what
//! is null. Its figures: `contract_figures.rs`.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{folder, indicator, score_of};
use crate::office::Office;
use serde_json::{Value, json};

const SAMPLE: &str = "data/mong-cai/2022-05";

/// The first part of an indicator of the one commune that reported `row`.
fn part_of(row: &str) -> Value {
    let json = score_of("2022-05", &format!("06727,,{row}\n"));
    indicator(&json["communes"][0], row.split(',').next().unwrap())["parts"][0].clone()
}

/// The field names of every object in the order of the text, by the path to it.
fn shapes(json: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut shapes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open: Vec<Vec<&str>> = Vec::new();
    let mut rest = json;
    while let Some(start) = rest.find(['{', '}', '"']) {
        let mark = rest.as_bytes()[start];
        rest = &rest[start + 1..];
        if mark == b'{' {
            open.push(Vec::new());
        } else if mark == b'}' {
            let names = open.pop().unwrap().join(" ");
            let path: Vec<&str> = open.iter().filter_map(|names| names.last().copied()).collect();
            shapes.entry(path.join(".")).or_default().insert(names);
        } else {
            let name = &rest[..end_of_string(rest)];
            rest = &rest[name.len() + 1..];
            if rest.starts_with(':') {
                open.last_mut().unwrap().push(name);
            }
        }
    }
    shapes
}

fn end_of_string(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.unwrap()
}

fn assert_shapes(json: &str, expected: &[(&str, &str)]) {
    let found = shapes(json);
    let expected: BTreeMap<String, BTreeSet<String>> = expected
        .iter()
        .map(|(path, names)| ((*path).to_owned(), BTreeSet::from([(*names).to_owned()])))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_score_has_the_fields_of_the_contract_in_their_order() {
    let json = Office::project().page(&format!("score {SAMPLE} --format json"));
    assert_shapes(
        &json,
        &[
            ("", "schema tool period level source lenient faults criteria_set communes summary"),
            ("tool", "name version"),
            ("criteria_set", "id title criteria indicators thresholds layers"),
            ("criteria_set.thresholds", "confirmed unconfirmed assumed undetermined"),
            ("criteria_set.layers", "id origin sha256"),
            ("communes", "code name region layers achieved progress criteria indicators results"),
            ("communes.criteria", "met total percent"),
            (
                "communes.indicators",
                "met not_met missing undetermined not_applicable total percent",
            ),
            ("communes.results", "no name met indicators"),
            ("communes.results.indicators", "id name unit status attainment evidence parts"),
            (
                "communes.results.indicators.parts",
                "part measure unit value numerator denominator op threshold met gap shortfall confidence basis evidence",
            ),
            ("communes.results.indicators.parts.shortfall", "amount unit"),
            (
                "summary",
                "communes achieved criteria_met_total criteria_met_mean indicators_met_total indicators_met_mean progress_mean unmet_everywhere not_reported",
            ),
            ("summary.unmet_everywhere", "criteria indicators"),
        ],
    );
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["schema"], &json["tool"]["name"]), (&json!("ntm.score.v1"), &json!("ntm")));
    assert_eq!((&json["lenient"], &json["faults"]), (&json!(false), &json!(0)));
}

#[test]
fn criteria_have_the_fields_of_the_contract_in_their_order() {
    let line = "criteria show qd-318-2022-nang-cao --period 2022-05 --region DBSH --province 22";
    let json =
        Office::project().command(line).args(["--format", "json"]).run().assert_code(0).stdout();
    assert_shapes(
        &json,
        &[
            ("", "schema id level period region province layers replaced criteria"),
            ("criteria", "no name group indicators"),
            (
                "criteria.indicators",
                "id name unit measure if_present delegated negative grades require",
            ),
            (
                "criteria.indicators.require",
                "part measure unit op threshold counts whole confidence basis",
            ),
        ],
    );
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "ntm.criteria.v1");
    assert_eq!((&json["region"], &json["province"]), (&json!("DBSH"), &json!("22")));
}

#[test]
fn a_check_has_the_fields_of_the_contract_in_their_order() {
    let output = folder("2022-05", "06727,,2.1,,\"98,x\",,,BC \"\"1\n")
        .run("check 2022-05 --format json")
        .assert_code(1);
    let told = output.stdout();
    assert_shapes(
        &told,
        &[
            ("", "schema files rows errors warnings problems repairs"),
            ("problems", "severity code file line column cell message hint"),
        ],
    );
    let json = output.json();
    assert_eq!(json["schema"], "ntm.check.v1");
    assert_eq!([&json["files"], &json["rows"], &json["errors"]], [1, 1, 1]);
    let problem = &json["problems"][0];
    assert_eq!([&problem["severity"], &problem["code"]], ["error", "not-a-number"]);
    assert_eq!((&problem["line"], &problem["column"]), (&json!(2), &json!("value")));
    assert_eq!(problem["cell"], "98,x");
}

#[test]
fn a_problem_of_a_row_or_file_has_no_column_and_that_of_a_file_no_line() {
    let twice = "06727,,1.1,,đạt,,,\n06727,,1.1,,đạt,,,\n";
    for (rows, code, line) in
        [(twice, "duplicate-value", json!(3)), ("", "empty-file", json!(null))]
    {
        let json = folder("2022-05", rows).json("check 2022-05");
        let problem = &json["problems"][0];
        assert_eq!((&problem["code"], &problem["line"]), (&json!(code), &line));
        assert_eq!((&problem["column"], &problem["cell"]), (&json!(null), &json!(null)));
    }
}

#[test]
fn a_check_without_errors_ends_well_and_lists_warnings() {
    let folder = folder("2022-05", "06727,,1.1,,đạt,,,\n");
    let file = folder.path().join("2022-05/a.csv");
    std::fs::write(&file, "commune,indicator,value,ngày\n06727,1.1,đạt,1\n").unwrap();
    let output = folder.run("check 2022-05 --format json");
    let json = output.json();
    assert_eq!(output.code(), 0);
    // The column, the value without evidence, the 56 indicators that no row gives, and the
    // communes that none is of.
    assert_eq!([&json["errors"], &json["warnings"]], [0, 59]);
    let problems = json["problems"].as_array().unwrap();
    assert!(problems.iter().all(|problem| problem["severity"] == "warning"));
    let of = |code: &str| problems.iter().filter(|problem| problem["code"] == code).count();
    let codes = ["unknown-column", "missing-evidence", "missing-indicator"];
    assert_eq!(codes.map(of), [1, 1, 56]);
}

#[test]
fn requirements_say_null_where_nothing_is_set() {
    let show = |line: &str| -> Value {
        Office::project().json(&format!("criteria show {line} --period 2022-05"))
    };
    let find =
        |json: &Value, id: &str| indicator(&json!({ "results": json["criteria"] }), id).clone();
    let common = show("qd-318-2022-ntm");
    assert_eq!((&common["region"], &common["province"]), (&json!(null), &json!(null)));
    let roads = &find(&common, "2.1")["require"][0];
    assert_eq!([&roads["threshold"], &roads["confidence"]], [&json!(null), &json!(null)]);
    assert_eq!((&roads["counts"], &roads["whole"]), (&json!("km"), &json!(false)));
    let plan = find(&common, "1.1");
    assert_eq!((&plan["unit"], &plan["grades"]), (&json!("đạt/không"), &json!([])));
    let require = &plan["require"][0];
    assert_eq!((&require["op"], &require["threshold"]), (&json!("="), &json!(true)));
    assert_eq!((&require["counts"], &require["whole"]), (&json!(null), &json!(null)));

    let high = show("qd-318-2022-nang-cao");
    let grade = find(&high, "5.5");
    assert_eq!((&grade["unit"], &grade["measure"]), (&json!(""), &json!("grade")));
    assert_eq!(grade["grades"], json!(["trung bình", "khá", "tốt"]));
    assert!(grade["require"][0]["threshold"].is_string());
    let measures = find(&high, "5.1")["require"].clone();
    assert_eq!([&measures[0]["measure"], &measures[1]["measure"]], ["share", "count"]);
    assert_eq!(measures[1]["counts"], json!(null));
}

#[test]
fn the_text_is_one_line_and_the_same_every_time() {
    let run = || Office::project().command(&format!("score {SAMPLE} --format json")).run_anew();
    let first = run().stdout();
    assert_eq!(first.find('\n'), Some(first.len() - 1));
    assert_eq!(first, run().stdout());
}

#[test]
fn a_layers_id_shows_no_set_and_leaves_standard_output_empty() {
    let nowhere = Office::empty();
    let output = nowhere.run("criteria show qd-1246-2022-quang-ninh-ntm --format json");
    assert_eq!((output.code(), output.bytes().len()), (2, 0));
    assert!(output.stderr().contains("qd-318-2022-ntm --period"));
}

#[test]
fn parts_without_value_or_threshold_say_null() {
    let none = part_of("2.1,,,,,");
    for field in ["value", "numerator", "denominator", "gap", "shortfall", "evidence"] {
        assert_eq!(none[field], json!(null), "{field}");
    }
    assert_eq!((&none["met"], &none["threshold"]), (&json!(false), &json!(100)));

    let open = score_of("2022-05", "99001,,2.1,,,19,20,\n");
    let roads = indicator(&open["communes"][0], "2.1");
    assert_eq!((&roads["status"], &roads["attainment"]), (&json!("undetermined"), &json!(0)));
    assert_eq!((&roads["parts"][0]["value"], &roads["evidence"]), (&json!(95), &json!(null)));
    for field in ["threshold", "confidence", "gap", "shortfall"] {
        assert_eq!(roads["parts"][0][field], json!(null), "{field}");
    }
}

#[test]
fn what_does_not_apply_is_met_as_an_indicator_but_not_as_a_part() {
    let json = score_of("2022-05", "06727,,13.4,,kad,,,BC 1\n");
    let commune = &json["communes"][0];
    let craft = indicator(commune, "13.4");
    assert_eq!((&craft["status"], &craft["attainment"]), (&json!("not_applicable"), &json!(1)));
    let part = &craft["parts"][0];
    assert_eq!(
        (&part["met"], &part["value"], &part["gap"]),
        (&json!(false), &json!(null), &json!(null))
    );
    let counts = &commune["indicators"];
    assert_eq!([&counts["met"], &counts["not_applicable"], &counts["missing"]], [1, 1, 56]);
}

#[test]
fn a_value_is_a_number_a_flag_or_a_grade() {
    assert_eq!(part_of("1.1,,chưa đạt,,,")["value"], json!(false));
    assert_eq!(part_of("9.1,,không,,,")["value"], json!(0));
    let folder = folder("2022-05", "06727,nang-cao,5.5,,trung bình,,,\n");
    let json = folder.json("score 2022-05 --level nang-cao");
    let part = &indicator(&json["communes"][0], "5.5")["parts"][0];
    assert_eq!((&part["value"], &part["gap"]), (&json!("trung bình"), &json!(null)));
}
