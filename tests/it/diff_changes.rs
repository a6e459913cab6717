//! `ntm diff` misses no change: whatever differs between two runs of `ntm score` is told
//! once, by the right name and of the right cause, on the sample and on made-up data.

use std::collections::BTreeMap;

use crate::common::library;
use crate::office::Office;
use ntm::law::{CommuneProfile, Level, Measure, Requirement, Value as Asked};
use ntm::period::Period;
use serde_json::Value;

const HEADER: &str = "commune,level,indicator,part,value,numerator,denominator\n";

fn months(months: &[(&str, &str)]) -> Office {
    let folder = Office::empty();
    let roster = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n\
        00100,Nơi Khác,02,TDMNPB\n";
    folder.write("communes.csv", roster);
    for (month, rows) in months {
        folder.create_dir(month);
        folder.write(format!("{month}/a.csv"), format!("{HEADER}{rows}"));
    }
    folder
}

/// A page as one line.
fn page(folder: &Office, line: &str) -> String {
    folder.run(&format!("{line} --width 400")).words()
}

/// The kind and cause of the one change.
fn only_change(folder: &Office, line: &str) -> (String, String) {
    let json = folder.json(line);
    let changes = json["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{line}: {changes:?}");
    let word = |key: &str| changes[0][key].as_str().unwrap().to_owned();
    (word("change"), word("cause"))
}

fn is(kind: &str, cause: &str) -> (String, String) {
    (kind.to_owned(), cause.to_owned())
}

type Results = BTreeMap<(String, String), Value>;

/// The results of a score by commune and indicator.
fn results(score: &Value) -> Results {
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

fn status(indicator: &Value) -> &str {
    indicator["status"].as_str().unwrap()
}

fn counts(indicator: &Value) -> bool {
    matches!(status(indicator), "met" | "not_applicable")
}

/// Of each part what is measured, and how far it is; yes/no and grades have no gap, but
/// what they attain.
fn distances(indicator: &Value) -> Vec<(&Value, &Value, &Value, Option<f64>)> {
    let parts = indicator["parts"].as_array().unwrap().iter();
    let distance = |part: &Value| match (part["met"].as_bool().unwrap(), part["gap"].as_f64()) {
        (true, _) => Some(0.0),
        (false, Some(gap)) => Some(gap),
        (false, None) if part["value"].is_null() || part["threshold"].is_null() => None,
        (false, None) => indicator["attainment"].as_f64(),
    };
    parts.map(|part| (&part["part"], &part["measure"], &part["met"], distance(part))).collect()
}

/// Whether two results are another: in status, or in distance where neither is met.
fn differs(old: &Value, new: &Value) -> bool {
    let distance = || !counts(old) && distances(old) != distances(new);
    // What is measured otherwise has another distance only where there is one.
    let comparable = || {
        status(old) == "not_met"
            || distances(old).iter().map(|d| d.1).eq(distances(new).iter().map(|d| d.1))
    };
    status(old) != status(new) || comparable() && distance()
}

/// The value of a single number, with what is asked of it.
fn single(indicator: &Value) -> Option<(f64, &str, f64)> {
    let [part] = indicator["parts"].as_array().unwrap().as_slice() else { return None };
    Some((part["value"].as_f64()?, part["op"].as_str()?, part["threshold"].as_f64()?))
}

fn passes(value: f64, op: &str, threshold: f64) -> bool {
    if op == ">=" { value >= threshold } else { value <= threshold }
}

/// The kind and cause of what moved, where that is plain from the two results.
fn agrees(change: &Value, old: &Value, new: &Value) {
    let word = |key: &str| change[key].as_str().unwrap();
    let (kind, cause) = (word("change"), word("cause"));
    match (counts(old), counts(new)) {
        (true, false) => assert_eq!(kind, "lost"),
        (false, true) => assert_eq!(kind, "newly_met"),
        (true, true) => assert_eq!(kind, "applicability"),
        (false, false) => assert!(!["lost", "newly_met", "applicability"].contains(&kind)),
    }
    let values = |indicator: &Value| -> Vec<Value> {
        let parts = indicator["parts"].as_array().unwrap().iter();
        let value = |p: &Value| serde_json::json!([p["part"], p["measure"], p["value"]]);
        parts.map(value).collect()
    };
    let (before, after) = (values(old), values(new));
    if before.len() == after.len() && kind == "closer" {
        let went = before.iter().zip(&after).any(|(a, b)| !a[2].is_null() && b[2].is_null());
        assert!(!went, "closer with a value that went: {change}");
    }
    if change["threshold_changed"] == false {
        assert_eq!(cause, "data", "{change}");
    } else if before == after && status(old) != "not_applicable" {
        assert_eq!(cause, "law", "{change}");
    }
    let (Some(was), Some(is)) = (single(old), single(new)) else { return };
    if counts(old) == counts(new) {
        let gap = |indicator: &Value| indicator["parts"][0]["gap"].as_f64().unwrap();
        assert_eq!(kind, if gap(new) < gap(old) { "closer" } else { "further" }, "{change}");
        return;
    }
    let wanted = counts(new);
    let law = passes(was.0, is.1, is.2) == wanted;
    let data = passes(is.0, was.1, was.2) == wanted;
    let expected = match (law, data) {
        (true, false) => "law",
        (false, true) => "data",
        _ => "both",
    };
    assert_eq!(cause, expected, "{change}");
}

/// Every indicator of every commune in both is told once if it differs, and else counts
/// as unchanged. How many changes there are.
fn complete(diff: &Value, old: &Value, new: &Value, what: &str) -> usize {
    let (before, now) = (results(old), results(new));
    let mut told: Results = BTreeMap::new();
    for change in diff["changes"].as_array().unwrap() {
        let text = |key: &str| change[key].as_str().unwrap().to_owned();
        let key = (text("commune"), text("indicator"));
        assert!(told.insert(key, change.clone()).is_none(), "{what}: told twice: {change}");
    }
    let mut compared = 0;
    for (key, new) in &now {
        let Some(old) = before.get(key) else { continue };
        compared += 1;
        let change = told.get(key);
        assert_eq!(change.is_some(), differs(old, new), "{what} {key:?}\n{old}\n{new}");
        let Some(change) = change else { continue };
        for (side, of) in [("old", old), ("new", new)] {
            for part in ["status", "attainment", "parts"] {
                assert_eq!(change[side][part], of[part], "{what} {key:?} {side} {part}");
            }
        }
        agrees(change, old, new);
    }
    assert_eq!(diff["counts"]["compared"], compared, "{what}");
    assert_eq!(diff["counts"]["unchanged"], compared - told.len(), "{what}");
    for commune in diff["communes"].as_array().unwrap() {
        let met = |all: &Results| {
            let own = all.iter().filter(|(key, _)| commune["code"] == *key.0);
            own.filter(|(_, result)| counts(result)).count() as i64
        };
        let count = |kind: &str| commune["changes"][kind].as_i64().unwrap();
        assert_eq!(met(&now) - met(&before), count("newly_met") - count("lost"), "{what}");
        let all = commune["changes"].as_object().unwrap().values().filter_map(Value::as_u64);
        let own = told.keys().filter(|key| commune["code"] == key.0);
        assert_eq!(all.sum::<u64>(), own.count() as u64, "{what}");
    }
    told.len()
}

#[test]
fn no_change_of_the_sample_is_missed() {
    let months = ["2022-05", "2022-06", "2022-07", "2022-12"];
    for level in ["ntm", "nang-cao"] {
        let scores =
            months.map(|month| Office::sample().json(&format!("score {month} --level {level}")));
        for (place, old) in months.iter().enumerate() {
            for (later, new) in months.iter().enumerate().skip(place + 1) {
                let what = format!("diff {old} {new} --level {level}");
                assert!(
                    complete(&Office::sample().json(&what), &scores[place], &scores[later], &what)
                        > 0
                );
            }
        }
    }
}

#[test]
fn what_a_decision_makes_not_met_is_told() {
    let line = "diff 2022-05 --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm";
    let (there, score) = (Office::sample().json(line), Office::sample().json("score 2022-05"));
    let mut judged: Vec<(&str, &str)> = Vec::new();
    for change in there["changes"].as_array().unwrap() {
        assert_eq!(change["cause"], "law");
        if change["change"] == "judged_now" {
            let word = |key: &str| change[key].as_str().unwrap();
            judged.push((word("name"), word("indicator")));
        }
    }
    let expected =
        [("Hải Sơn", "2.2"), ("Hải Sơn", "2.4"), ("Hải Đông", "2.4"), ("Vĩnh Thực", "2.1")];
    assert_eq!(judged, expected);
    assert_eq!(there["counts"]["judged_now"], 4);
    // The first set is the second without what the decision gave.
    let mut without = score.clone();
    let opened = ["2.1", "2.2", "2.3", "2.4"];
    for commune in without["communes"].as_array_mut().unwrap() {
        for criterion in commune["results"].as_array_mut().unwrap() {
            for indicator in criterion["indicators"].as_array_mut().unwrap() {
                if opened.contains(&indicator["id"].as_str().unwrap()) {
                    indicator["status"] = "undetermined".into();
                    indicator["attainment"] = 0.into();
                }
            }
        }
    }
    let (before, now) = (results(&without), results(&score));
    let differ = now.iter().filter(|(key, new)| status(&before[*key]) != status(new)).count();
    assert_eq!(there["changes"].as_array().unwrap().len(), differ);
    let back =
        Office::sample().json("diff 2022-05 --sets qd-1246-2022-quang-ninh-ntm,qd-318-2022-ntm");
    assert_eq!(back["counts"]["undetermined_now"], 4);
    assert_eq!(back["changes"].as_array().unwrap().len(), differ);
}

#[test]
fn sets_of_two_levels_move_distances_too() {
    let json = Office::sample().json("diff 2022-05 --sets qd-318-2022-ntm,qd-318-2022-nang-cao");
    let changes = json["changes"].as_array().unwrap();
    for change in changes {
        agrees(change, &change["old"], &change["new"]);
        assert_eq!(change["cause"], "law");
    }
    assert!(changes.iter().any(|change| change["change"] == "further"));
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) % limit
    }
}

/// The cells of a made-up value: value, numerator, denominator.
fn cells(chance: &mut Chance, require: &Requirement, grades: &[String]) -> String {
    let around = match require.threshold.as_ref().map(|threshold| &threshold.value) {
        Some(Asked::Number(number)) => number.rounded(0).parse().unwrap(),
        _ => 50_u64,
    };
    let near = (around + chance.below(9)).saturating_sub(4);
    match require.measure {
        Measure::YesNo => format!("{},,", ["đạt", "chưa đạt"][chance.below(2) as usize]),
        Measure::Grade => format!("{},,", grades[chance.below(grades.len() as u64) as usize]),
        Measure::Share if require.counts.is_some() => format!(",{},100", near.min(100)),
        Measure::Share => format!("{},,", near.min(100)),
        _ => format!("{near},,"),
    }
}

fn made_up(chance: &mut Chance, month: &str, level: Level) -> String {
    let period = Period::parse(month).unwrap();
    let mut rows = String::new();
    for (code, province, region) in
        [("06727", "22", "DBSH"), ("06730", "22", "DBSH"), ("00100", "02", "TDMNPB")]
    {
        let case = CommuneProfile {
            region: Some(region.into()),
            province: Some(province.into()),
            ..CommuneProfile::default()
        };
        let law = library().resolve(level, period, &case).unwrap();
        for indicator in &law.indicators {
            let absent = indicator.if_present && chance.below(3) == 0;
            for require in &indicator.require {
                let cells = match chance.below(6) {
                    _ if absent => "không áp dụng,,".to_owned(),
                    0 => continue,
                    _ => cells(chance, require, &indicator.grades),
                };
                let level = level.as_str();
                rows.push_str(&format!(
                    "{code},{level},{},{},{cells}\n",
                    indicator.id, require.part
                ));
            }
        }
    }
    rows
}

#[test]
fn no_change_is_missed_where_law_and_data_move() {
    let mut kinds: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (old, new) in [("2022-12", "2023-01"), ("2024-02", "2024-03"), ("2022-04", "2022-05")] {
        for (level, seed) in [(Level::ALL[0], 1), (Level::ALL[0], 2), (Level::ALL[1], 3)] {
            let mut chance = Chance(seed);
            let rows = [old, new].map(|month| made_up(&mut chance, month, level));
            let folder = months(&[(old, &rows[0]), (new, &rows[1])]);
            let with = |verb: &str| format!("{verb} --level {} --decimal dot", level.as_str());
            let scores = [old, new].map(|month| folder.json(&with(&format!("score {month}"))));
            let diff = folder.json(&with(&format!("diff {old} {new}")));
            complete(&diff, &scores[0], &scores[1], &format!("{old} {new} {seed}"));
            for change in diff["changes"].as_array().unwrap() {
                let word = |key: &str| change[key].as_str().unwrap().to_owned();
                *kinds.entry((word("change"), word("cause"))).or_default() += 1;
            }
        }
    }
    // The data is such that it would be seen if one were missing.
    for (kind, cause) in [
        ("lost", "data"),
        ("lost", "both"),
        ("newly_met", "law"),
        ("judged_now", "law"),
        ("undetermined_now", "law"),
        ("newly_missing", "data"),
        ("newly_reported", "data"),
        ("closer", "data"),
        ("further", "data"),
        ("applicability", "data"),
    ] {
        assert!(kinds.contains_key(&is(kind, cause)), "{kind} {cause}: {kinds:?}");
    }
}

#[test]
fn a_threshold_that_is_gone_or_given_is_a_change() {
    let rows = "06727,ntm,17.1,chung,,40,100\n06727,ntm,17.1,tập trung,,10,100\n";
    let folder = months(&[("2024-02", rows), ("2024-03", rows)]);
    assert_eq!(only_change(&folder, "diff 2024-02 2024-03"), is("undetermined_now", "law"));
    let rows = "06727,ntm,2.1,,,13,14\n";
    let folder = months(&[("2022-04", rows), ("2022-05", rows)]);
    assert_eq!(
        only_change(&folder, "diff 2022-04 2022-05 --indicator 2.1"),
        is("judged_now", "law")
    );
    // Another measure: no distance can be told, and the verdict is of something else.
    let folder = months(&[
        ("2024-02", "06727,ntm,15.4,,,10,100\n"),
        ("2024-03", "06727,ntm,15.4,,chưa đạt,,\n"),
    ]);
    let line = "diff 2024-02 2024-03 --indicator 15.4";
    assert_eq!(only_change(&folder, line), is("remeasured", "both"));
}

#[test]
fn a_distance_is_the_real_one_by_the_law_of_its_time() {
    let income = |value: &str| format!("06727,ntm,10.1,,{value},,\n");
    for (old, new, expected) in [
        ("50", "50", Some(is("further", "law"))),
        ("50", "52", Some(is("further", "both"))),
        ("50", "54", Some(is("closer", "both"))),
        ("50", "49", Some(is("further", "both"))),
        // Three are lacking before and after.
        ("50", "53", None),
        ("58", "55", Some(is("lost", "both"))),
        ("54", "54", Some(is("lost", "law"))),
        ("54", "52", Some(is("lost", "both"))),
        ("58", "52", Some(is("lost", "data"))),
    ] {
        let folder = months(&[("2022-12", &income(old)), ("2023-01", &income(new))]);
        let line = "diff 2022-12 2023-01";
        match expected {
            Some(expected) => assert_eq!(only_change(&folder, line), expected, "{old} {new}"),
            None => assert_eq!(folder.json(line)["counts"]["unchanged"], 57),
        }
    }
    let water = |share: u64| {
        format!("06727,ntm,17.1,chung,,{share},100\n06727,ntm,17.1,tập trung,,{share},100\n")
    };
    let folder = months(&[("2024-02", &water(70)), ("2024-03", &water(20))]);
    assert_eq!(only_change(&folder, "diff 2024-02 2024-03"), is("lost", "both"));
}

#[test]
fn a_value_of_a_part_that_went_is_never_closer() {
    let part = |part: &str, share: u64| format!("06727,ntm,12.1,{part},,{share},1000\n");
    let (both, women) = (part("nam", 400) + &part("nữ", 300), part("nữ", 350));
    let folder = months(&[("2022-05", &both), ("2022-06", &women), ("2022-07", &both)]);
    assert_eq!(only_change(&folder, "diff 2022-05 2022-06"), is("newly_missing", "data"));
    assert_eq!(only_change(&folder, "diff 2022-06 2022-07"), is("newly_reported", "data"));
    let told = page(&folder, "diff 2022-05 2022-06");
    assert!(told.contains("nam: 400/1.000 người (40%) → chưa có số liệu"), "{told}");
}

#[test]
fn what_applies_no_more_is_told_and_counts_as_before() {
    let library = library();
    let case = CommuneProfile {
        region: Some("DBSH".into()),
        province: Some("22".into()),
        ..CommuneProfile::default()
    };
    let law = library.resolve(Level::ALL[0], Period::parse("2022-05").unwrap(), &case).unwrap();
    let may = law.indicators.iter().find(|i| i.if_present && i.require.len() == 1);
    let id = may.unwrap().id;
    let (yes, none) =
        (format!("06727,ntm,{id},,đạt,,\n"), format!("06727,ntm,{id},,không áp dụng,,\n"));
    let folder = months(&[("2022-05", &yes), ("2022-06", &none), ("2022-07", &yes)]);
    for line in ["diff 2022-05 2022-06", "diff 2022-06 2022-07"] {
        assert_eq!(only_change(&folder, line), is("applicability", "data"));
        let counts = &folder.json(line)["counts"];
        assert_eq!((&counts["newly_met"], &counts["lost"]), (&0.into(), &0.into()));
    }
}

#[test]
fn no_value_is_rounded_to_its_threshold() {
    let insured =
        |men: u64| format!("06727,ntm,15.1,nam,,{men},100000\n06727,ntm,15.1,nữ,,90000,100000\n");
    let folder = months(&[("2022-05", &insured(90_000)), ("2022-06", &insured(89_999))]);
    let told = page(&folder, "diff 2022-05 2022-06");
    assert!(told.contains("MẤT ĐẠT") && told.contains("89,999%"), "{told}");
    let share = |value: &str| format!("06727,ntm,9.2,,{value},,\n");
    let folder = months(&[("2022-05", &share("60.123456")), ("2022-06", &share("60.654321"))]);
    let told = page(&folder, "diff 2022-05 2022-06");
    assert!(told.contains("29,88 → 29,35 điểm %"), "{told}");
}

#[test]
fn a_confined_page_has_no_means_and_sets_are_named_once() {
    let say = |line: &str| Office::sample().page(line);
    assert!(say("diff 2022-05 2022-06").contains("Bình quân"));
    for only in ["--criterion 15", "--indicator 15.1"] {
        let page = say(&format!("diff 2022-05 2022-06 {only}"));
        assert!(!page.to_lowercase().contains("bình quân"), "{page}");
    }
    let page = say("diff 2022-05 --sets qd-318-2022-ntm,qd-1246-2022-quang-ninh-ntm");
    let sides = "Bộ thứ nhất: qd-318-2022-ntm; bộ thứ hai: qd-318-2022-ntm + qd-1246";
    assert!(page.contains(sides), "{page}");
    let page = say("diff 2022-05 --sets qd-318-2022-ntm,qd-318-2022-nang-cao");
    assert!(page.lines().nth(1).unwrap().starts_with("Chỉ so sánh 15 chỉ tiêu"), "{page}");
}

#[test]
fn what_is_wrong_with_arguments_is_said_in_the_readers_language() {
    let folder =
        months(&[("2022-05", "06727,ntm,9.1,,5,,\n"), ("2022-06", "06727,ntm,9.1,,z,,\n")]);
    let complaint = |line: &str| {
        let output = folder.command(line).args(["--format", "json"]).run().assert_code(2);
        output.stderr()
    };
    for (line, expected) in [
        (
            "diff 2022-05 2022-06 --indicator 2.1 --criterion 2",
            "--indicator <ID> không dùng cùng --criterion <N>",
        ),
        ("gaps 2022-05 --needs-funding --do-now", "--needs-funding không dùng cùng --do-now"),
        (
            "diff 2022-05 2022-06 --criterion 2 --criterion 3",
            "--criterion <N> chỉ được nêu một lần",
        ),
        ("gaps 2022-05 --criterion 2.1", "chỉ tiêu 2.1 thuộc tiêu chí 2"),
        ("diff 2022-05 2022-06 --criterion 2.1", "viết số của tiêu chí"),
        ("score 2022-05 --width 20", "từ 40 đến 65535"),
        ("score 2022-05 --threads 0", "từ 1 trở lên"),
        ("score 2022-05 --require x", "viết số nguyên"),
        ("diff 2022-05 2022-06", "1 lỗi: chưa làm gì, không ghi gì"),
    ] {
        let told = complaint(line);
        assert!(told.contains(expected), "{line}: {told}");
    }
}
