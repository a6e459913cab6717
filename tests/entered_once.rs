//! Entered once: what the NTM rows give counts for the nâng cao indicators that measure
//! the same thing, as the facts name them.
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

mod common;

use std::path::Path;

use common::{folder, indicator, parse, run};
use serde_json::Value;
use tempfile::TempDir;

const SAMPLE: &str = "data/mong-cai";

/// The nâng cao indicators that the facts call the same as one of Annex I.
fn same() -> Vec<(String, String)> {
    let mut rows = csv::Reader::from_path("tests/facts/qd-318-annex-2-ntm-nang-cao.csv").unwrap();
    let heads = rows.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let (id, other) = (column("id"), column("same_as_annex_1"));
    let rows = rows.records().map(Result::unwrap);
    rows.filter(|r| !r[other].is_empty()).map(|r| (r[id].to_owned(), r[other].to_owned())).collect()
}

/// A month of the sample whose nâng cao file has only what nâng cao adds.
fn month_without_shared_rows(month: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(format!("{SAMPLE}/communes.csv"), folder.path().join("communes.csv")).unwrap();
    std::fs::create_dir(folder.path().join(month)).unwrap();
    let shared: Vec<String> = same().into_iter().map(|(id, _)| id).collect();
    let mut left_out = 0;
    for entry in std::fs::read_dir(Path::new(SAMPLE).join(month)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let mut text = std::fs::read_to_string(entry.path()).unwrap();
        if name.contains("nang-cao") {
            let keep = |line: &&str| {
                let id = line.split(',').nth(3).unwrap();
                !shared.iter().any(|shared| shared == id)
            };
            left_out += text.lines().count();
            text = text.lines().filter(keep).map(|line| format!("{line}\n")).collect();
            left_out -= text.lines().count();
        }
        std::fs::write(folder.path().join(month).join(name), text).unwrap();
    }
    // Three of the sixteen have two parts.
    assert_eq!((shared.len(), left_out), (16, 19));
    folder
}

/// What a score says but for where the evidence stands.
fn verdicts(json: &Value) -> Vec<(String, String, String, String)> {
    let results = json["communes"].as_array().unwrap().iter().flat_map(|commune| {
        let results = commune["results"].as_array().unwrap().iter();
        results.flat_map(|criterion| criterion["indicators"].as_array().unwrap())
    });
    let text = |value: &Value| value.to_string();
    let parts = |indicator: &Value| {
        let parts = indicator["parts"].as_array().unwrap().iter();
        let of = |p: &Value| format!("{} {} {} {}", p["value"], p["numerator"], p["met"], p["gap"]);
        parts.map(of).collect::<Vec<_>>().join("; ")
    };
    results
        .map(|i| (text(&i["id"]), text(&i["status"]), text(&i["attainment"]), parts(i)))
        .collect()
}

#[test]
fn the_sample_scores_the_same_without_its_shared_rows() {
    for month in ["2022-05", "2022-06", "2022-07", "2022-12"] {
        let folder = month_without_shared_rows(month);
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE).join(month);
        let before = parse(&run(&folder, &format!("score {} --level nang-cao", whole.display())));
        let now = parse(&run(&folder, &format!("score {month} --level nang-cao")));
        assert_eq!(verdicts(&now).len(), 75);
        assert_eq!(verdicts(&now), verdicts(&before), "{month}");
        for key in ["summary", "criteria_set"] {
            assert_eq!(now[key], before[key], "{month} {key}");
        }
        // Nothing is told as lacking, for it is there.
        let check = parse(&run(&folder, &format!("check {month} --level nang-cao")));
        let lacking = |p: &&Value| p["code"] == "missing-indicator";
        assert_eq!(check["problems"].as_array().unwrap().iter().filter(lacking).count(), 0);
    }
}

/// Rows of one commune and month; the columns of [`folder`].
fn nang_cao(month: &str, rows: &str) -> Value {
    let folder = folder(month, rows);
    parse(&run(&folder, &format!("score {month} --level nang-cao")))
}

fn value<'j>(json: &'j Value, id: &str) -> &'j Value {
    &indicator(&json["communes"][0], id)["parts"][0]["value"]
}

#[test]
fn an_own_row_wins_even_an_empty_one() {
    let rows = "06727,ntm,17.4,,5,,,\n06727,nang-cao,1.2,,đạt,,,\n";
    assert_eq!(*value(&nang_cao("2022-05", rows), "17.11"), 5);
    let own = format!("{rows}06727,nang-cao,17.11,,3,,,\n");
    assert_eq!(*value(&nang_cao("2022-05", &own), "17.11"), 3);
    let empty = format!("{rows}06727,nang-cao,17.11,,,,,\n");
    assert_eq!(*value(&nang_cao("2022-05", &empty), "17.11"), Value::Null);
    // Equal numbers alone share nothing: 17.3 of NTM is another thing than 17.3 here.
    let number = "06727,ntm,17.12,,,50,100,\n06727,nang-cao,1.2,,đạt,,,\n";
    let json = nang_cao("2022-05", number);
    assert_eq!((value(&json, "17.12"), value(&json, "17.3")), (&Value::from(50), &Value::Null));
}

#[test]
fn who_has_no_row_of_the_level_has_not_reported() {
    let json = nang_cao("2022-05", "06727,ntm,17.4,,5,,,\n");
    assert_eq!(json["communes"], serde_json::json!([]));
    let silent = json["summary"]["not_reported"].as_array().unwrap();
    assert!(silent.contains(&"06727".into()));
}

/// Decision 211 changed NTM 15.4 on 1 March 2024.
#[test]
fn what_an_amendment_has_changed_is_no_longer_shared() {
    let ratio = "06727,ntm,15.4,,,90,100,\n06727,nang-cao,1.2,,đạt,,,\n";
    assert_eq!(*value(&nang_cao("2024-02", ratio), "14.4"), 90);
    let yes = "06727,ntm,15.4,,đạt,,,\n06727,ntm,17.4,,5,,,\n06727,nang-cao,1.2,,đạt,,,\n";
    let json = nang_cao("2024-03", yes);
    assert_eq!((value(&json, "14.4"), value(&json, "17.11")), (&Value::Null, &Value::from(5)));
}

#[test]
fn a_fault_of_the_lower_row_stands_against_the_higher_level_too() {
    let rows = "06727,ntm,17.4,,năm,,,\n06727,ntm,2.1,,hai,,,\n06727,nang-cao,1.2,,đạt,,,\n";
    let folder = folder("2022-05", rows);
    let refused = run(&folder, "score 2022-05 --level nang-cao");
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8(refused.stderr).unwrap();
    // The row of 2.1 does not concern nâng cao.
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    assert!(told.contains(":2: error[not-a-number]"), "{told}");
    let lenient = parse(&run(&folder, "score 2022-05 --level nang-cao --lenient"));
    assert_eq!((&lenient["faults"], value(&lenient, "17.11")), (&Value::from(1), &Value::Null));
    // With a row of its own the level does not ask for the other.
    let own = common::folder("2022-05", &format!("{rows}06727,nang-cao,17.11,,5,,,\n"));
    assert_eq!(run(&own, "score 2022-05 --level nang-cao").status.code(), Some(0));
}

#[test]
fn contradictions_are_told_and_rounding_is_none() {
    let told = |rows: &str| {
        let json = parse(&run(&folder("2022-05", rows), "check 2022-05"));
        let problems = json["problems"].as_array().unwrap().clone();
        let of_code = |p: &&Value| p["code"] == "contradicts-lower-level";
        problems.iter().filter(of_code).map(|p| p["line"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(told("06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,6,,,\n"), [3]);
    assert_eq!(told("06727,ntm,1.1,,đạt,,,\n06727,nang-cao,1.1,,chưa đạt,,,\n"), [3]);
    for agree in [
        "06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,5.0,,,\n",
        "06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,,,,\n",
        "06727,ntm,17.12,,,2,3,\n06727,nang-cao,17.12,,66.67,,,\n",
        // Another commune's.
        "06727,ntm,17.4,,5,,,\n06730,nang-cao,17.11,,6,,,\n",
        // Of the same number, but not the same thing.
        "06727,ntm,17.3,,đạt,,,\n06727,nang-cao,17.3,,50,,,\n",
    ] {
        assert_eq!(told(agree), [0_u64; 0], "{agree}");
    }
    assert_eq!(told("06727,ntm,17.12,,,2,3,\n06727,nang-cao,17.12,,66.6,,,\n"), [3]);
}

#[test]
fn the_chain_says_where_a_value_was_entered() {
    let folder = month_without_shared_rows("2022-12");
    let json = parse(&run(
        &folder,
        "explain 2022-12 --level nang-cao --commune 06739 --indicator 17.8 --indicator 13.1",
    ));
    let [own, shared] = [&json["explanations"][0], &json["explanations"][1]];
    assert_eq!(shared["entered_at"], serde_json::json!({"level": "ntm", "indicator": "17.9"}));
    assert_eq!(shared["parts"][0]["written"][0]["file"], "2022-12/06739.csv");
    assert_eq!(shared["parts"][0]["written"][0]["cells"]["indicator"], "17.9");
    assert!(own.get("entered_at").is_none());
}
