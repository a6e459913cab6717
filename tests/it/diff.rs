//! `ntm diff` held against two runs of `ntm score`, the law's doing against the data's,
//! and what may not be compared in silence.

use std::collections::BTreeMap;

use crate::common::{library, read_as, source};
use crate::office::Office;
use ntm::analysis::diff::{self, Comparison, Kind, Side};
use ntm::intake::{Intake, Options, Roster};
use ntm::period::Period;
use ntm::score::{Tally, tally};
use serde_json::Value;

const HEADER: &str = "commune,level,indicator,part,value,numerator,denominator\n";

/// A folder of months with a roster of a commune in Quảng Ninh.
fn months(months: &[(&str, &str)]) -> Office {
    with_roster("code,name,province,region\n06727,Bắc Sơn,22,DBSH\n", months)
}

fn with_roster(roster: &str, months: &[(&str, &str)]) -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", roster);
    for (month, rows) in months {
        folder.create_dir(month);
        folder.write(format!("{month}/a.csv"), format!("{HEADER}{rows}"));
    }
    folder
}

/// The one change of a diff: kind and cause.
fn only_change(json: &Value) -> (String, String) {
    let changes = json["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{changes:?}");
    let word = |key: &str| changes[0][key].as_str().unwrap().to_owned();
    (word("change"), word("cause"))
}

fn diff(folder: &Office, line: &str) -> Value {
    let output = folder.command(line).args(["--format", "json"]).run().assert_code(0);
    output.json()
}

/// The results of a score by commune and indicator.
fn results(score: &Value) -> BTreeMap<(String, String), Value> {
    let mut all = BTreeMap::new();
    for commune in score["communes"].as_array().unwrap() {
        for criterion in commune["results"].as_array().unwrap() {
            for indicator in criterion["indicators"].as_array().unwrap() {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                let key = (text(&commune["code"]), text(&indicator["id"]));
                all.insert(key, indicator.clone());
            }
        }
    }
    all
}

fn counts(indicator: &Value) -> bool {
    matches!(indicator["status"].as_str().unwrap(), "met" | "not_applicable")
}

/// The gaps of parts; those that are met are nought, yes/no that is not met is all.
fn distances(indicator: &Value) -> Vec<Option<f64>> {
    let parts = indicator["parts"].as_array().unwrap().iter();
    let distance = |part: &Value| {
        if part["met"].as_bool().unwrap() { Some(0.0) } else { part["gap"].as_f64() }
    };
    parts.map(distance).collect()
}

/// What became of an indicator under one and the same law, from the JSON alone.
fn expected(old: &Value, new: &Value) -> Option<&'static str> {
    let status = |indicator: &Value| indicator["status"].as_str().unwrap().to_owned();
    let (was, is) = (status(old), status(new));
    match (counts(old), counts(new)) {
        (true, false) => return Some("lost"),
        (false, true) => return Some("newly_met"),
        (true, true) => return None,
        (false, false) => {}
    }
    match (was.as_str(), is.as_str()) {
        (_, "missing") if was != is => return Some("newly_missing"),
        ("missing", "not_met") => return Some("newly_reported"),
        ("missing" | "not_met", _) if was == is => {}
        ("undetermined", "undetermined") => {}
        _ => panic!("{was} to {is} is the law's doing"),
    }
    let values = |indicator: &Value| -> Vec<bool> {
        let parts = indicator["parts"].as_array().unwrap().iter();
        parts.map(|part| !part["value"].is_null() && !part["threshold"].is_null()).collect()
    };
    let (had, has) = (values(old), values(new));
    if had.iter().zip(&has).any(|(had, has)| *had && !has) {
        return Some("newly_missing");
    }
    if had.iter().zip(&has).any(|(had, has)| !had && *has) {
        return Some("newly_reported");
    }
    let moves = distances(old).into_iter().zip(distances(new));
    let moves: Vec<i32> = moves
        .map(|pair| match pair {
            (Some(old), Some(new)) => new.partial_cmp(&old).unwrap() as i32,
            (None, Some(0.0)) => -1,
            (Some(0.0), None) => 1,
            _ => 0,
        })
        .collect();
    let attained = |indicator: &Value| indicator["attainment"].as_f64().unwrap();
    match (moves.contains(&-1), moves.contains(&1)) {
        (false, false) => None,
        (true, false) => Some("closer"),
        (false, true) => Some("further"),
        (true, true) if attained(new) > attained(old) => Some("closer"),
        (true, true) => Some("further"),
    }
}

fn same_law(old: &str, new: &str, level: &str) {
    let [old_score, new_score] =
        [old, new].map(|month| Office::sample().json(&format!("score {month}{level}")));
    let (before, now) = (results(&old_score), results(&new_score));
    let json = Office::sample().json(&format!("diff {old} {new}{level}"));
    let mut told: BTreeMap<(String, String), Value> = BTreeMap::new();
    for change in json["changes"].as_array().unwrap() {
        let text = |key: &str| change[key].as_str().unwrap().to_owned();
        assert_eq!(text("cause"), "data", "no threshold changes between these months");
        let key = (text("commune"), text("indicator"));
        assert!(told.insert(key, change.clone()).is_none(), "one entry an indicator");
    }
    let mut compared = 0;
    for (key, new) in &now {
        let Some(old) = before.get(key) else {
            assert!(!told.contains_key(key), "{key:?}");
            continue;
        };
        compared += 1;
        let change = told.get(key);
        assert_eq!(change.and_then(|c| c["change"].as_str()), expected(old, new), "{key:?}");
        for (side, of) in [("old", old), ("new", new)] {
            for what in ["status", "attainment", "parts"] {
                let Some(change) = change else { continue };
                assert_eq!(change[side][what], of[what], "{key:?} {side} {what}");
            }
        }
    }
    assert!(told.keys().all(|key| before.contains_key(key) && now.contains_key(key)));
    assert_eq!(json["counts"]["compared"], compared);
    assert_eq!(json["counts"]["unchanged"], compared - told.len());
    for (side, score) in [("old", &old_score), ("new", &new_score)] {
        for what in
            ["criteria_met_total", "criteria_met_mean", "indicators_met_mean", "progress_mean"]
        {
            assert_eq!(json[side][what], score["summary"][what], "{side} {what}");
        }
    }
    communes_agree(&json, &old_score, &new_score);
}

/// Per commune: figures as scored, met after less met before, criteria gained and lost.
fn communes_agree(json: &Value, old_score: &Value, new_score: &Value) {
    let find = |score: &Value, code: &Value| {
        let communes = score["communes"].as_array().unwrap();
        communes.iter().find(|commune| commune["code"] == *code).unwrap().clone()
    };
    let met = |commune: &Value| -> Vec<u64> {
        let all = commune["results"].as_array().unwrap().iter();
        all.filter(|c| c["met"] == true).map(|c| c["no"].as_u64().unwrap()).collect()
    };
    for commune in json["communes"].as_array().unwrap() {
        let (old, new) = (find(old_score, &commune["code"]), find(new_score, &commune["code"]));
        for (side, scored) in [("old", &old), ("new", &new)] {
            assert_eq!(commune[side]["criteria_met"], scored["criteria"]["met"]);
            assert_eq!(commune[side]["indicators_met"], scored["indicators"]["met"]);
            assert_eq!(commune[side]["progress"], scored["progress"]);
        }
        let number = |value: &Value| value.as_i64().unwrap();
        assert_eq!(
            number(&new["indicators"]["met"]) - number(&old["indicators"]["met"]),
            number(&commune["changes"]["newly_met"]) - number(&commune["changes"]["lost"]),
        );
        let (was, is) = (met(&old), met(&new));
        let alone = |one: &[u64], other: &[u64]| -> Vec<u64> {
            one.iter().filter(|no| !other.contains(no)).copied().collect()
        };
        assert_eq!(commune["criteria_newly_met"], serde_json::json!(alone(&is, &was)));
        assert_eq!(commune["criteria_lost"], serde_json::json!(alone(&was, &is)));
    }
    for criterion in json["criteria"].as_array().unwrap() {
        let meet = |score: &Value| {
            let compared = json["communes"].as_array().unwrap().iter();
            let communes = compared.map(|commune| find(score, &commune["code"]));
            let no = criterion["no"].as_u64().unwrap();
            communes.filter(|commune| met(commune).contains(&no)).count()
        };
        assert_eq!(criterion["old"], meet(old_score));
        assert_eq!(criterion["new"], meet(new_score));
    }
}

#[test]
fn every_change_follows_from_the_two_scores() {
    for (old, new) in [
        ("2022-05", "2022-06"),
        ("2022-06", "2022-07"),
        ("2022-07", "2022-12"),
        ("2022-05", "2022-12"),
    ] {
        same_law(old, new, "");
        same_law(old, new, " --level nang-cao");
    }
}

#[test]
fn what_is_confined_counts_only_what_it_tells() {
    let whole = Office::sample().json("diff 2022-05 2022-06");
    let health = Office::sample().json("diff 2022-05 2022-06 --criterion 15");
    assert_eq!(health["counts"]["compared"], 9 * 4);
    let of = |json: &Value, no: u64| -> Vec<Value> {
        let all = json["changes"].as_array().unwrap().iter();
        all.filter(|change| change["criterion"] == no).cloned().collect()
    };
    assert_eq!(of(&whole, 15), *health["changes"].as_array().unwrap());
    assert!(!of(&whole, 15).is_empty());
    assert_eq!(health["counts"]["unchanged"], 9 * 4 - of(&whole, 15).len());
    assert_eq!(health["compared"], whole["compared"]);
}

#[test]
fn who_has_not_reported_lost_nothing() {
    let json = Office::sample().json("diff 2022-06 2022-07");
    let silent =
        serde_json::json!([{"code": "06754", "name": "Vĩnh Trung", "reason": "not_reported"}]);
    assert_eq!(json["only_old"], silent);
    assert!(json["changes"].as_array().unwrap().iter().all(|change| change["commune"] != "06754"));
    assert_eq!(json["communes"].as_array().unwrap().len(), 8);
    // The means are over the eight: Vĩnh Trung's 13 criteria of June are not in them.
    assert_eq!(json["old"]["criteria_met_total"], 121);
    assert_eq!(json["compared"]["old"]["criteria_met_total"], 121 - 13);
    assert_eq!(json["compared"]["new"]["criteria_met_total"], 114);
    let back = Office::sample().json("diff 2022-07 2022-12");
    assert_eq!(back["only_new"], silent);
}

#[test]
fn the_income_of_a_new_year_is_the_laws_doing() {
    let folder = months(&[
        ("2022-12", "06727,ntm,10.1,,54,,\n"),
        ("2023-01", "06727,ntm,10.1,,54,,\n"),
        ("2023-02", "06727,ntm,10.1,,57,,\n"),
        ("2023-03", "06727,ntm,10.1,,52,,\n"),
    ]);
    let json = diff(&folder, "diff 2022-12 2023-01");
    assert_eq!(only_change(&json), ("lost".into(), "law".into()));
    let told = &json["thresholds"];
    assert_eq!(told.as_array().unwrap().len(), 1);
    assert_eq!(told[0]["indicator"], "10.1");
    assert_eq!(told[0]["changed"], serde_json::json!(["threshold"]));
    assert_eq!(told[0]["old"]["require"][0]["threshold"], 53);
    assert_eq!(told[0]["new"]["require"][0]["threshold"], 56);
    let columns = serde_json::json!([{"old": "DBSH", "new": "DBSH", "communes": 1}]);
    assert_eq!(told[0]["columns"], columns);
    // Within a year the law is the same, whatever the data does.
    let json = diff(&folder, "diff 2023-01 2023-02");
    assert_eq!(only_change(&json), ("newly_met".into(), "data".into()));
    assert_eq!(json["thresholds"], serde_json::json!([]));
    // 54 fails by 56, and 52 by 53: each alone loses it.
    let json = diff(&folder, "diff 2022-12 2023-03");
    assert_eq!(only_change(&json), ("lost".into(), "both".into()));
}

#[test]
fn a_distance_is_measured_by_what_is_asked_at_its_time() {
    // 3 below 53, then 4 below 56: the data came nearer, the threshold went farther.
    let folder = months(&[
        ("2022-12", "06727,ntm,10.1,,50,,\n"),
        ("2023-01", "06727,ntm,10.1,,52,,\n"),
        ("2023-02", "06727,ntm,10.1,,52,,\n"),
    ]);
    let json = diff(&folder, "diff 2022-12 2023-01");
    assert_eq!(only_change(&json), ("further".into(), "both".into()));
    let change = &json["changes"][0];
    assert_eq!(change["threshold_changed"], true);
    assert_eq!(
        (&change["old"]["parts"][0]["gap"], &change["new"]["parts"][0]["gap"]),
        (&3.into(), &4.into())
    );
    assert_eq!(diff(&folder, "diff 2023-01 2023-02")["changes"], serde_json::json!([]));
}

#[test]
fn a_decision_in_force_gives_what_it_fixes() {
    // 2.1 is the province's, whose decision is of 11 May 2022.
    let rows = "06727,ntm,2.1,,,14,14\n";
    let short = "06727,ntm,2.1,,,13,14\n";
    let folder = months(&[("2022-04", rows), ("2022-05", rows), ("2022-06", short)]);
    let json = diff(&folder, "diff 2022-04 2022-05 --indicator 2.1");
    assert_eq!(only_change(&json), ("newly_met".into(), "law".into()));
    let told = json["thresholds"].as_array().unwrap();
    let roads = told.iter().find(|change| change["indicator"] == "2.1").unwrap();
    assert_eq!(roads["old"]["require"][0]["threshold"], Value::Null);
    assert_eq!(roads["new"]["require"][0]["threshold"], 100);
    assert_eq!(roads["new"]["layers"][1], "qd-1246-2022-quang-ninh-ntm");
    assert_eq!(roads["old"]["layers"], serde_json::json!(["qd-318-2022-ntm"]));
    let reason = only_change(&diff(&folder, "diff 2022-05 2022-06"));
    assert_eq!(reason, ("lost".into(), "data".into()));
}

#[test]
fn both_the_law_and_the_data_may_be_at_work() {
    // Undetermined in April; by May's law not met; met only with June's data.
    let folder =
        months(&[("2022-04", "06727,ntm,2.1,,,13,14\n"), ("2022-06", "06727,ntm,2.1,,,14,14\n")]);
    let json = diff(&folder, "diff 2022-04 2022-06 --indicator 2.1");
    assert_eq!(only_change(&json), ("newly_met".into(), "both".into()));
}

#[test]
fn what_no_value_was_given_for_is_not_reported_by_a_law() {
    // Missing in February; the amendment asks nothing that is known.
    let rows = "06727,ntm,17.1,chung,,70,100\n";
    let folder = months(&[("2024-02", rows), ("2024-03", rows)]);
    let json = diff(&folder, "diff 2024-02 2024-03");
    assert_eq!(only_change(&json), ("undetermined_now".into(), "law".into()));
    let more = "06727,ntm,17.1,chung,,70,100\n06727,ntm,17.1,tập trung,,70,100\n";
    let folder = months(&[("2024-02", rows), ("2024-03", more)]);
    let json = diff(&folder, "diff 2024-02 2024-03");
    assert_eq!(only_change(&json), ("undetermined_now".into(), "law".into()));
}

#[test]
fn grades_move_by_rank_and_sets_of_a_level_by_name() {
    let set = |id: &str, until: &str, from: &str, first: &str, second: &str| {
        format!(
            "title = \"{id}\"\nkind = \"base\"\nlevel = \"kieu-mau\"\ncolumns_by = \"region\"\n\
             columns = {{ DBSH = \"Đồng bằng sông Hồng\" }}\n[decision]\nnumber = \"{id}\"\n\
             issuer = \"TTg\"\ndate = {from}\nin_force = {from}\n{until}\n\
             [[criterion]]\nno = 1\nname = \"Một\"\n{first}\n{second}"
        )
    };
    let grade = |id: &str| {
        format!(
            "[[criterion.indicator]]\nid = \"{id}\"\nname = \"Xếp loại\"\nmeasure = \"grade\"\n\
             grades = [\"kém\", \"khá\", \"tốt\", \"xuất sắc\"]\nat_least = \"xuất sắc\"\n\
             confidence = \"assumed\"\n"
        )
    };
    let other = |id: &str, name: &str| {
        format!(
            "[[criterion.indicator]]\nid = \"{id}\"\nname = \"{name}\"\nconfidence = \"assumed\"\n"
        )
    };
    let folder = months(&[
        ("2022-05", "06727,kieu-mau,1.1,,kém,,\n06727,kieu-mau,1.2,,đạt,,\n"),
        ("2022-06", "06727,kieu-mau,1.1,,tốt,,\n06727,kieu-mau,1.2,,đạt,,\n"),
        ("2023-01", "06727,kieu-mau,1.2,,khá,,\n06727,kieu-mau,1.1,,chưa đạt,,\n"),
    ]);
    folder.create_dir("luat");
    for (name, until, from, first, second) in [
        ("cu", "until = 2022-12-31", "2022-01-01", grade("1.1"), other("1.2", "Trước")),
        ("moi", "", "2023-01-01", other("1.1", "Sau"), grade("1.2")),
    ] {
        let text = set(name, until, from, &first, &second);
        folder.write(format!("luat/{name}.toml"), text);
    }
    let kinds = |line: &str| {
        let json = diff(&folder, &format!("{line} --level kieu-mau --criteria luat"));
        (only_change(&json), json)
    };
    let (change, _) = kinds("diff 2022-05 2022-06");
    assert_eq!(change, ("closer".into(), "data".into()));
    // 1.1 was the grade, 1.2 is: what bears a number another bore is not compared with it.
    let (change, json) = kinds("diff 2022-06 2023-01");
    assert_eq!(change, ("further".into(), "data".into()));
    assert_eq!(json["changes"][0]["old"]["indicator"], "1.1");
    assert_eq!(json["changes"][0]["indicator"], "1.2");
    assert_eq!(json["not_comparable"]["old"][0]["indicator"], "1.2");
    assert_eq!(json["not_comparable"]["new"][0]["indicator"], "1.1");
    assert_eq!(json["communes"][0]["indicators_total"], 1);
    assert_eq!(json["communes"][0]["criteria_total"], 0);
}

#[test]
fn water_is_lost_by_the_amendment_not_by_the_data() {
    let rows = "06727,ntm,17.1,chung,,70,100\n06727,ntm,17.1,tập trung,,60,100\n";
    let fallen = "06727,ntm,17.1,chung,,20,100\n06727,ntm,17.1,tập trung,,10,100\n";
    let folder = months(&[("2024-02", rows), ("2024-03", rows), ("2024-04", fallen)]);
    let json = diff(&folder, "diff 2024-02 2024-03");
    assert_eq!(only_change(&json), ("lost".into(), "law".into()));
    assert_eq!(json["changes"][0]["new"]["status"], "undetermined");
    let ids = |json: &Value| -> Vec<String> {
        let told = json["thresholds"].as_array().unwrap().iter();
        told.map(|change| change["indicator"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&json), ["13.1", "15.4", "17.1", "18.4"]);
    // From there on nothing is asked: fewer households change no verdict.
    assert_eq!(diff(&folder, "diff 2024-03 2024-04")["changes"], serde_json::json!([]));
}

#[test]
fn a_share_asked_as_yes_or_no_takes_no_old_value() {
    let folder = months(&[
        ("2024-02", "06727,ntm,15.4,,,75,100\n"),
        ("2024-03", "06727,ntm,15.4,,đạt,,\n"),
        ("2024-04", "06727,ntm,15.4,,chưa đạt,,\n"),
        ("2024-05", "06727,ntm,13.1,,đạt,,\n"),
    ]);
    assert_eq!(
        diff(&folder, "diff 2024-02 2024-03 --indicator 15.4")["changes"],
        serde_json::json!([])
    );
    let json = diff(&folder, "diff 2024-02 2024-04 --indicator 15.4");
    assert_eq!(only_change(&json), ("lost".into(), "both".into()));
    assert_eq!(json["thresholds"][0]["changed"], serde_json::json!(["parts", "basis"]));
    // Nothing was said of it: by either law it would be lost.
    let missing = diff(&folder, "diff 2024-02 2024-05 --indicator 15.4");
    assert_eq!(only_change(&missing), ("lost".into(), "both".into()));
}

#[test]
fn a_threshold_of_nought_has_distances_too() {
    let folder = months(&[
        ("2022-05", "06727,ntm,9.1,,5,,\n"),
        ("2022-06", "06727,ntm,9.1,,3,,\n"),
        ("2022-07", "06727,ntm,9.1,,4,,\n"),
    ]);
    let json = diff(&folder, "diff 2022-05 2022-06");
    assert_eq!(json["changes"][0]["old"]["attainment"], json["changes"][0]["new"]["attainment"]);
    assert_eq!(only_change(&json), ("closer".into(), "data".into()));
    assert_eq!(
        only_change(&diff(&folder, "diff 2022-06 2022-07")),
        ("further".into(), "data".into())
    );
}

#[test]
fn parts_that_move_both_ways_go_by_the_least() {
    let parts = |men: &str, women: &str| {
        format!("06727,ntm,12.1,nam,,{men},100\n06727,ntm,12.1,nữ,,{women},100\n")
    };
    let folder = months(&[
        ("2022-05", &parts("50", "40")),
        ("2022-06", &parts("49", "45")),
        ("2022-07", &parts("45", "49")),
        ("2022-08", &parts("44", "60")),
        ("2022-09", ""),
        ("2022-10", &parts("80", "60")),
    ]);
    let kind = |line: &str| only_change(&diff(&folder, line)).0;
    assert_eq!(kind("diff 2022-05 2022-06"), "closer", "the least rose");
    assert_eq!(kind("diff 2022-06 2022-07"), "further", "a tie");
    assert_eq!(kind("diff 2022-07 2022-08"), "further", "the least fell");
    assert_eq!(kind("diff 2022-08 2022-10"), "closer", "one met, the other as it was");
}

#[test]
fn values_that_come_and_go() {
    let folder = months(&[
        ("2022-05", "06727,ntm,9.1,,5,,\n06727,ntm,9.2,,,95,100\n"),
        ("2022-06", "06727,ntm,9.2,,,95,100\n"),
        ("2022-07", "06727,ntm,9.1,,4,,\n06727,ntm,9.2,,,95,100\n"),
        ("2022-08", "06727,ntm,9.1,,4,,\n"),
    ]);
    let change = |line: &str| only_change(&diff(&folder, line)).0;
    assert_eq!(change("diff 2022-05 2022-06"), "newly_missing");
    assert_eq!(change("diff 2022-06 2022-07"), "newly_reported");
    assert_eq!(change("diff 2022-07 2022-08"), "lost", "what is met and then missing is lost");
}

#[test]
fn renamed_merged_and_recoded_communes_are_named() {
    let roster = "code,name,province,region,valid_from,valid_to\n\
        06727,Bắc Sơn,22,DBSH,,2025-06-30\n06727,Hải Sơn Mới,22,DBSH,2025-07-01,\n\
        06730,Hải Đông,22,DBSH,,2025-06-30\n06730,xã hải đông,22,DBSH,2025-07-01,\n\
        06733,Hải Tiến,22,DBSH,,2025-06-30\n06999,Hải Tiến,22,DBSH,2025-07-01,\n\
        06745,Hải Xuân,22,DBSH,,\n07001,Hải Xuân,24,DBSH,2025-07-01,\n";
    let row = |code: &str| format!("{code},ntm,9.1,,5,,\n");
    let before: String = ["06727", "06730", "06733", "06745"].map(row).concat();
    let now: String = ["06727", "06730", "06999", "06745", "07001"].map(row).concat();
    let folder = with_roster(roster, &[("2025-06", &before), ("2025-07", &now)]);
    let json = diff(&folder, "diff 2025-06 2025-07");
    let told: Vec<(&str, bool, &str, &str)> = json["renamed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| {
            let text = |side: &str| pair[side]["code"].as_str().unwrap();
            let compared = pair["compared"].as_bool().unwrap();
            (pair["reason"].as_str().unwrap(), compared, text("old"), text("new"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("other_name", false, "06727", "06727"),
            ("other_entry", true, "06730", "06730"),
            ("other_code", false, "06733", "06999"),
        ]
    );
    let absent = |side: &str| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let all = json[side].as_array().unwrap().iter();
        all.map(|absent| (text(&absent["code"]), text(&absent["reason"]))).collect()
    };
    let one = |code: &str, why: &str| (code.to_owned(), why.to_owned());
    // The code of the old Hải Tiến is still in the one roster, without force.
    // A code that was given to another commune is gone and new.
    let gone = [one("06727", "not_taking_part"), one("06733", "not_taking_part")];
    assert_eq!(absent("only_old"), gone);
    let come = ["06727", "06999", "07001"].map(|code| one(code, "not_taking_part"));
    assert_eq!(absent("only_new"), come);
}

#[test]
fn a_side_may_have_a_roster_of_its_own() {
    let old = with_roster(
        "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n",
        &[("2022-05", "06727,ntm,9.1,,5,,\n06730,ntm,9.1,,0,,\n")],
    );
    let new = with_roster(
        "code,name,province,region\n09999,Nơi Khác,22,DBSH\n06727,Bắc Sơn,22,DBSH\n",
        &[("2022-06", "06727,ntm,9.1,,0,,\n")],
    );
    let later = new.path().join("2022-06");
    let json = diff(&old, &format!("diff 2022-05 {}", later.display()));
    assert_eq!(only_change(&json), ("newly_met".into(), "data".into()));
    assert_eq!(json["changes"][0]["commune"], "06727");
    assert_eq!(json["only_old"][0]["reason"], "not_in_roster");
    let by_name = diff(&old, &format!("diff 2022-05 {} --commune 06730", later.display()));
    assert_eq!(by_name["communes"], serde_json::json!([]));
    assert_eq!(by_name["only_old"][0]["code"], "06730");
    assert_eq!(by_name["new"]["communes"], 0);
}

#[test]
fn the_same_data_under_two_sets() {
    let line = "diff 2022-05 --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm";
    let json = Office::sample().json(line);
    assert_eq!(json["new"]["indicators_met_total"], 381, "with the decision as the score has it");
    assert_eq!(json["old"]["layers"], serde_json::json!(["qd-318-2022-ntm"]));
    let changes = json["changes"].as_array().unwrap();
    assert!(changes.iter().all(|change| change["cause"] == "law"));
    let met = results(&Office::sample().json("score 2022-05"));
    let roads = |(_, id): &(String, String)| ["2.1", "2.2", "2.3", "2.4"].contains(&id.as_str());
    let expected = met.iter().filter(|(key, result)| roads(key) && counts(result)).count();
    assert_eq!(json["counts"]["newly_met"], expected);
    let back =
        Office::sample().json("diff 2022-05 --sets qd-1246-2022-quang-ninh-ntm,qd-318-2022-ntm");
    assert_eq!(back["counts"]["lost"], json["counts"]["newly_met"]);
    assert_eq!(json["not_comparable"], serde_json::json!({"old": [], "new": []}));
}

#[test]
fn across_levels_only_what_is_declared_the_same_is_compared() {
    let json = Office::sample().json("diff 2022-05 --sets qd-318-2022-ntm,qd-318-2022-nang-cao");
    let library = library();
    let higher = library.set("qd-318-2022-nang-cao").unwrap();
    let declared = higher.criteria.iter().flat_map(|c| &c.indicators).filter_map(|i| i.same_as);
    let declared: Vec<String> = declared.map(|(_, id)| id.to_string()).collect();
    let compared = json["communes"][0]["indicators_total"].as_u64().unwrap() as usize;
    assert!(compared > 10 && compared <= declared.len(), "{compared}");
    assert_eq!(json["not_comparable"]["new"].as_array().unwrap().len(), 75 - compared);
    assert_eq!(json["not_comparable"]["old"].as_array().unwrap().len(), 57 - compared);
    let statuses = results(&Office::sample().json("score 2022-05"));
    for change in json["changes"].as_array().unwrap() {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let old = &change["old"]["indicator"];
        let old = if old.is_null() { text(&change["indicator"]) } else { text(old) };
        assert!(declared.contains(&old), "{old}");
        let status = &statuses[&(text(&change["commune"]), old)]["status"];
        assert_eq!(change["old"]["status"], *status);
        assert_eq!(change["cause"], "law");
    }
}

#[test]
fn what_an_amendment_asks_anew_is_not_compared_on_old_data() {
    let json = Office::sample().json("diff 2022-05 --sets qd-318-2022-ntm,qd-211-2024-ntm");
    let ids = serde_json::json!(["15.4"]);
    for side in ["old", "new"] {
        let told = json["not_comparable"][side].as_array().unwrap();
        let told: Vec<&Value> = told.iter().map(|indicator| &indicator["indicator"]).collect();
        assert_eq!(serde_json::json!(told), ids);
    }
    let changes = json["changes"].as_array().unwrap();
    assert!(changes.iter().all(|change| change["indicator"] == "17.1"));
    assert!(json["communes"][0]["criteria_total"] == 18);
}

/// Rows of a month as they are read and judged.
struct Month {
    roster: Roster,
    read: Intake,
    tallies: Vec<Tally>,
}

fn month(period: &str, rows: &str) -> Month {
    let roster = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
    let library = library();
    let columns: Vec<_> = library.sets.iter().map(|set| &set.columns).collect();
    let (list, _) = Roster::parse_files(&[source("communes", roster)], &columns);
    let options = Options { period: Period::parse(period), ..Options::default() };
    let read = read_as(roster, &[source("a", &format!("{HEADER}{rows}"))], options);
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let tallies = read.submissions.iter().map(tally).collect();
    Month { roster: list, read, tallies }
}

fn between(old: &Month, new: &Month) -> Comparison {
    fn side(month: &Month) -> Side<'_> {
        Side {
            roster: &month.roster,
            tallies: &month.tallies,
            submissions: &month.read.submissions,
            not_reported: &[],
        }
    }
    diff::periods(side(old), side(new))
}

#[test]
fn there_and_back_what_was_met_is_lost() {
    let old = month("2022-05", "06727,ntm,9.1,,0,,\n06727,ntm,9.2,,,80,100\n06730,ntm,9.1,,7,,\n");
    let new = month("2022-06", "06727,ntm,9.1,,2,,\n06727,ntm,9.2,,,95,100\n06730,ntm,9.1,,3,,\n");
    let (there, back) = (between(&old, &new), between(&new, &old));
    let kinds = |comparison: &Comparison| -> Vec<Kind> {
        comparison.changes().map(|(_, change)| change.kind).collect()
    };
    assert_eq!(kinds(&there), [Kind::Lost, Kind::NewlyMet, Kind::Closer]);
    assert_eq!(kinds(&back), [Kind::NewlyMet, Kind::Lost, Kind::Further]);
    assert_eq!(kinds(&between(&old, &old)), []);
    assert!(between(&new, &new).laws.is_empty());
}

fn refused(folder: &Office, line: &str) -> String {
    let output = folder.run(&format!("{line} --lang en --format json")).assert_code(2);
    assert!(output.bytes().is_empty());
    output.stderr()
}

#[test]
fn what_cannot_be_compared_is_refused_with_all_its_faults() {
    let folder = months(&[
        ("2022-05", "06727,ntm,9.1,,z,,\n"),
        ("2022-06", "06727,ntm,9.1,,y,,\n"),
        ("2022-07", "06727,nang-cao,9.1,,,80,100\n"),
        ("2022-08", "06727,ntm,9.1,,5,,\n"),
    ]);
    let both = refused(&folder, "diff 2022-05 2022-06");
    assert_eq!(both.matches("error[not-a-number]").count(), 2, "{both}");
    let later = refused(&folder, "diff 2022-06 2022-05");
    assert_eq!(later.matches("error[not-a-number]").count(), 2, "{later}");
    assert!(later.contains("ntm diff 2022-05 2022-06"), "{later}");
    let levels = refused(&folder, "diff 2022-07 2022-08");
    assert!(levels.contains("it has: nang-cao (self)") && levels.contains("--level"), "{levels}");
    assert!(refused(&folder, "diff 2022-08 2022-08").contains("--sets"));
    let many = HEADER.replace("commune", "period,commune");
    folder.write(
        "all.csv",
        format!("{many}2022-05,06727,ntm,9.1,,5,,\n2022-06,06727,ntm,9.1,,5,,\n"),
    );
    let several = refused(&folder, "diff all.csv 2022-08");
    assert!(several.contains("holds several periods: 2022-05, 2022-06"), "{several}");
    let ids = refused(&folder, "diff 2022-08 --sets qd-318-2022-ntn,qd-1246-2022-quang-ninh");
    assert_eq!(ids.matches("there is no criteria set").count(), 2, "{ids}");
    assert!(ids.contains("qd-318-2022-ntm") && ids.contains("qd-1246-2022-quang-ninh-ntm"));
    let level = refused(
        &folder,
        "diff 2022-08 --sets qd-318-2022-nang-cao,qd-1246-2022-quang-ninh-nang-cao",
    );
    assert!(level.contains("--level nang-cao"), "{level}");
    assert!(
        refused(&folder, "diff 2022-08 --indicator 9.9 --sets qd-318-2022-ntm,qd-211-2024-ntm")
            .contains("9.1")
    );
}

#[test]
fn a_row_a_change_in_csv() {
    let output = Office::sample().run("diff 2022-05 2022-06 --format csv");
    let mut rows = csv::Reader::from_reader(output.bytes());
    let head = rows.headers().unwrap().clone();
    let place = |name: &str| head.iter().position(|column| column == name).unwrap();
    let columns = ["code", "indicator", "change", "cause", "old_status", "new_status"].map(place);
    let json = Office::sample().json("diff 2022-05 2022-06");
    let told = json["changes"].as_array().unwrap().iter().map(|change| {
        [
            &change["commune"],
            &change["indicator"],
            &change["change"],
            &change["cause"],
            &change["old"]["status"],
            &change["new"]["status"],
        ]
        .map(|value| value.as_str().unwrap().to_owned())
    });
    let rows =
        rows.records().map(|row| columns.map(|column| row.as_ref().unwrap()[column].to_owned()));
    assert_eq!(rows.collect::<Vec<_>>(), told.collect::<Vec<_>>());
}
