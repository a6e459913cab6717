//! Entered once: what the NTM rows give counts for the nâng cao indicators that measure
//! the same thing, as the facts name them.

use std::path::Path;

use crate::common::{folder, indicator};
use crate::office::Office;
use serde_json::Value;

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
fn month_without_shared_rows(month: &str) -> Office {
    let folder = Office::empty();
    std::fs::copy(format!("{SAMPLE}/communes.csv"), folder.path().join("communes.csv")).unwrap();
    folder.create_dir(month);
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
        folder.write(format!("{month}/{name}"), text);
    }
    // Three of the fifteen have two parts.
    assert_eq!((shared.len(), left_out), (15, 18));
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
        let before = folder.json(&format!("score {} --level nang-cao", whole.display()));
        let now = folder.json(&format!("score {month} --level nang-cao"));
        assert_eq!(verdicts(&now).len(), 75);
        assert_eq!(verdicts(&now), verdicts(&before), "{month}");
        for key in ["summary", "criteria_set"] {
            assert_eq!(now[key], before[key], "{month} {key}");
        }
        // Nothing is told as lacking, for it is there.
        let check = folder.json(&format!("check {month} --level nang-cao"));
        let lacking = |p: &&Value| p["code"] == "missing-indicator";
        assert_eq!(check["problems"].as_array().unwrap().iter().filter(lacking).count(), 0);
    }
}

/// Rows of one commune and month; the columns of [`folder`].
fn nang_cao(month: &str, rows: &str) -> Value {
    let folder = folder(month, rows);
    folder.json(&format!("score {month} --level nang-cao"))
}

fn value<'j>(json: &'j Value, id: &str) -> &'j Value {
    &indicator(&json["communes"][0], id)["parts"][0]["value"]
}

#[test]
fn an_own_row_wins_where_it_says_something() {
    let rows = "06727,ntm,17.4,,5,,,\n06727,nang-cao,1.2,,đạt,,,\n";
    assert_eq!(*value(&nang_cao("2022-05", rows), "17.11"), 5);
    let own = format!("{rows}06727,nang-cao,17.11,,3,,,\n");
    assert_eq!(*value(&nang_cao("2022-05", &own), "17.11"), 3);
    for empty in ["", "-"] {
        let empty = format!("{rows}06727,nang-cao,17.11,,{empty},,,\n");
        let json = nang_cao("2022-05", &empty);
        assert_eq!(*value(&json, "17.11"), 5, "a row left empty says nothing");
    }
    // Equal numbers alone share nothing: 17.3 of NTM is another thing than 17.3 here.
    let number = "06727,ntm,17.12,,,50,100,\n06727,nang-cao,1.2,,đạt,,,\n";
    let json = nang_cao("2022-05", number);
    assert_eq!((value(&json, "17.12"), value(&json, "17.3")), (&Value::from(50), &Value::Null));
}

/// `không áp dụng`, a cell that cannot be read, a value of one part: each is an answer, which
/// no other level's value takes the place of.
#[test]
fn what_an_own_row_says_is_never_replaced() {
    let lent = "06727,ntm,17.4,,5,,,\n06727,ntm,12.1,nam,90,,,\n06727,ntm,12.1,nữ,90,,,\n";
    for own in ["06727,nang-cao,17.11,,năm,,,\n", "06727,nang-cao,17.11,,không áp dụng,,,\n"] {
        let folder = folder("2022-05", &format!("{lent}{own}"));
        assert_eq!(folder.run("score 2022-05 --level nang-cao --format json").code(), 2);
        let lenient = folder.json("score 2022-05 --level nang-cao --lenient");
        assert_eq!((&lenient["faults"], value(&lenient, "17.11")), (&Value::from(1), &Value::Null));
    }
    let half = format!("{lent}06727,nang-cao,12.1,nam,70,,,\n06727,nang-cao,12.1,nữ,,,,\n");
    let json = nang_cao("2022-05", &half);
    let parts = &indicator(&json["communes"][0], "12.1")["parts"];
    assert_eq!((&parts[0]["value"], &parts[1]["value"]), (&Value::from(70), &Value::Null));
}

/// The form of the whole level, of which only what nâng cao adds is filled in.
#[test]
fn a_whole_form_with_the_shared_rows_left_empty_scores_as_without_them() {
    let folder = month_without_shared_rows("2022-12");
    let month = folder.path().join("2022-12");
    let before = folder.json("score 2022-12 --level nang-cao");
    let blank = |id: &str| {
        let parts: &[&str] =
            if ["12.1", "12.2", "14.1"].contains(&id) { &["nam", "nữ"] } else { &[""] };
        let row = |part| format!("06739,2022-12,nang-cao,{id},{part},,,,,self,,\n");
        parts.iter().map(row).collect::<String>()
    };
    let rows: String = same().iter().map(|(id, _)| blank(id)).collect();
    let path = month.join("06739-nang-cao.csv");
    let own = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{own}{rows}")).unwrap();
    let now = folder.json("score 2022-12 --level nang-cao");
    assert_eq!(verdicts(&now), verdicts(&before));
    let line = "explain 2022-12 --level nang-cao --commune 06739 --indicator 17.8";
    let json = folder.json(line);
    let entered = &json["explanations"][0]["entered_at"];
    assert_eq!((&entered["level"], &entered["indicator"]), (&"ntm".into(), &"17.9".into()));
    let empty = entered["left_empty"].as_array().unwrap();
    assert_eq!((empty.len(), &empty[0]["file"]), (1, &"2022-12/06739-nang-cao.csv".into()));
    let number = usize::try_from(empty[0]["line"].as_u64().unwrap()).unwrap() - 1;
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.lines().nth(number).unwrap().contains("nang-cao,17.8,,,"));
    let page = folder.run(line).words();
    assert!(page.contains("lấy từ chỉ tiêu 17.9") && page.contains("để trống"), "{page}");
    // Where neither says anything nothing is taken from anywhere.
    let rows = "06727,ntm,17.4,,,,,\n06727,nang-cao,17.11,,-,,,\n";
    let silent = crate::common::folder("2022-05", rows);
    let line = "explain 2022-05 --level nang-cao --commune 06727 --indicator 17.11";
    let json = silent.json(line);
    assert_eq!(json["explanations"][0].get("entered_at"), None);
    assert_eq!(json["explanations"][0]["status"], "missing");
}

#[test]
fn csv_names_the_level_a_value_is_taken_from() {
    let folder = month_without_shared_rows("2022-12");
    let same: std::collections::BTreeMap<String, String> = same().into_iter().collect();
    for line in [
        "explain 2022-12 --level nang-cao --commune 06739 --format csv",
        "score 2022-12 --level nang-cao --by indicator --format csv",
    ] {
        let rows = folder.run(line).csv();
        assert!(rows.len() >= 75, "{line}");
        for row in rows {
            let lower = same.get(&row["indicator"]);
            let level = if lower.is_some() { "ntm" } else { "" };
            assert_eq!(row["entered_level"], level, "{line} {}", row["indicator"]);
            assert_eq!(row["entered_indicator"], lower.cloned().unwrap_or_default());
        }
    }
}

#[test]
fn a_form_says_what_may_be_left_empty_and_copies_nothing_from_another_level() {
    let folder = month_without_shared_rows("2022-12");
    let forms = folder.path().join("mau");
    let line = "template . --period 2023-01 --from 2022-12 --level nang-cao --commune 06739 --format csv -o mau";
    folder.run(line).assert_code(0);
    let text = std::fs::read_to_string(forms.join("06739-nang-cao.csv")).unwrap();
    let same: std::collections::BTreeMap<String, String> = same().into_iter().collect();
    let mut told = 0;
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for row in rows.deserialize::<std::collections::BTreeMap<String, String>>() {
        let row = row.unwrap();
        let note = &row["Ghi chú"];
        match same.get(&row["Chỉ tiêu"]) {
            Some(lower) => {
                assert!(note.contains("để trống") && note.contains(&format!("chỉ tiêu {lower},")));
                let given = ["Giá trị", "Tử số", "Mẫu số", "Minh chứng"].map(|c| row[c].as_str());
                assert_eq!(given, [""; 4], "{}", row["Chỉ tiêu"]);
                told += 1;
            }
            // What was noted last time, if anything.
            None => assert!(!note.contains("để trống"), "{note}"),
        }
    }
    assert_eq!(told, 18);
    // Handed in as it is, beside the month's NTM file, it scores as before.
    let month = folder.path().join("2023-01");
    std::fs::create_dir(&month).unwrap();
    std::fs::copy(forms.join("06739-nang-cao.csv"), month.join("06739-nang-cao.csv")).unwrap();
    let ntm = folder.read("2022-12/06739.csv");
    std::fs::write(month.join("06739.csv"), ntm.replace("2022-12,ntm", "2023-01,ntm")).unwrap();
    let values = |json: &Value| verdicts(json).into_iter().map(|v| (v.0, v.3)).collect::<Vec<_>>();
    let before = folder.json("score 2022-12 --level nang-cao");
    let now = folder.json("score 2023-01 --level nang-cao");
    // But for income, whose threshold is another one in 2023.
    let same =
        |json: &Value| values(json).into_iter().filter(|v| v.0 != "\"10.1\"").collect::<Vec<_>>();
    assert_eq!((same(&now).len(), same(&now)), (74, same(&before)));
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
    let refused = folder.run("score 2022-05 --level nang-cao --format json").assert_code(2);
    let told = refused.stderr();
    // The row of 2.1 does not concern nâng cao.
    assert_eq!(told.matches("lỗi[").count(), 1, "{told}");
    assert!(told.contains(":2: lỗi[not-a-number]"), "{told}");
    let lenient = folder.json("score 2022-05 --level nang-cao --lenient");
    assert_eq!((&lenient["faults"], value(&lenient, "17.11")), (&Value::from(1), &Value::Null));
    // With a row of its own the level does not ask for the other.
    let own = crate::common::folder("2022-05", &format!("{rows}06727,nang-cao,17.11,,5,,,\n"));
    assert_eq!(own.run("score 2022-05 --level nang-cao --format json").code(), 0);
}

#[test]
fn contradictions_are_told_and_rounding_is_none() {
    let told = |rows: &str| {
        let json = folder("2022-05", rows).json("check 2022-05");
        let problems = json["problems"].as_array().unwrap().clone();
        let of_code = |p: &&Value| p["code"] == "contradicts-lower-level";
        problems.iter().filter(of_code).map(|p| p["line"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(told("06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,6,,,\n"), [3]);
    assert_eq!(told("06727,ntm,3.1,,80,,,\n06727,nang-cao,3.1,,90,,,\n"), [3]);
    for agree in [
        "06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,5.0,,,\n",
        "06727,ntm,17.4,,5,,,\n06727,nang-cao,17.11,,,,,\n",
        "06727,ntm,17.12,,,2,3,\n06727,nang-cao,17.12,,66.67,,,\n",
        // Another commune's.
        "06727,ntm,17.4,,5,,,\n06730,nang-cao,17.11,,6,,,\n",
        // Of the same number, but not the same thing.
        "06727,ntm,1.1,,đạt,,,\n06727,nang-cao,1.1,,chưa đạt,,,\n",
        "06727,ntm,17.3,,đạt,,,\n06727,nang-cao,17.3,,50,,,\n",
    ] {
        assert_eq!(told(agree), [0_u64; 0], "{agree}");
    }
    assert_eq!(told("06727,ntm,17.12,,,2,3,\n06727,nang-cao,17.12,,66.6,,,\n"), [3]);
}

#[test]
fn the_chain_says_where_a_value_was_entered() {
    let folder = month_without_shared_rows("2022-12");
    let json = folder
        .json("explain 2022-12 --level nang-cao --commune 06739 --indicator 17.8 --indicator 13.1");
    let [own, shared] = [&json["explanations"][0], &json["explanations"][1]];
    assert_eq!(shared["entered_at"], serde_json::json!({"level": "ntm", "indicator": "17.9"}));
    assert_eq!(shared["parts"][0]["written"][0]["file"], "2022-12/06739.csv");
    assert_eq!(shared["parts"][0]["written"][0]["cells"]["indicator"], "17.9");
    assert!(own.get("entered_at").is_none());
}
