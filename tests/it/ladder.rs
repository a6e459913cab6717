//! The ladder of titles, on data made from the thresholds themselves.

use crate::common::ladder::{HEAD, KIEU_MAU, conditions, ladder, nang_cao, ntm, titled};
use crate::office::{Office, one_line};
use serde_json::{Value, json};

/// Of each title: reported, achieved, eligible.
fn steps(commune: &Value) -> Vec<[bool; 3]> {
    let levels = commune["levels"].as_array().unwrap().iter();
    levels
        .map(|l| ["reported", "achieved", "eligible"].map(|key| l[key].as_bool().unwrap()))
        .collect()
}

const NONE: [bool; 3] = [false; 3];
const SHORT: [bool; 3] = [true, false, false];
const MET: [bool; 3] = [true, true, false];
const MAY_ASK: [bool; 3] = [true; 3];

#[test]
fn a_title_is_within_reach_once_criteria_and_every_condition_are_met() {
    let steps = |rows: &str| steps(&ladder(rows, ",,"));
    assert_eq!(steps(&ntm(&[])), [MET, NONE, NONE]);
    assert_eq!(steps(&format!("{}{}", ntm(&[]), conditions(&[]))), [MAY_ASK, NONE, NONE]);
    for fault in ["1.1", "2.1", "3.1"] {
        let rows = format!("{}{}", ntm(&[]), conditions(&[fault]));
        assert_eq!(steps(&rows), [MET, NONE, NONE], "{fault}");
        // Left out it is not known, which is not met either.
        let without: String = rows
            .lines()
            .filter(|line| !line.starts_with(&format!("06739,cong-nhan,{fault},")))
            .map(|line| format!("{line}\n"))
            .collect();
        assert_eq!(steps(&without), [MET, NONE, NONE], "{fault}");
    }
    // The rate of a higher title does not count for a lower one; that of a lower one is
    // presupposed by the higher.
    let rows = format!("{}{}{}", ntm(&[]), nang_cao(&[]), conditions(&["2.2"]));
    assert_eq!(steps(&rows), [MAY_ASK, MET, NONE]);
    let rows = format!("{}{}{}", ntm(&[]), nang_cao(&[]), conditions(&["2.1"]));
    assert_eq!(steps(&rows), [MET, MET, NONE]);
    let rows = format!("{}{}", ntm(&["2.1"]), conditions(&[]));
    assert_eq!(steps(&rows), [SHORT, NONE, NONE]);
}

#[test]
fn each_title_presupposes_those_below() {
    let all = |ntm: &str, upper: &str| format!("{ntm}{upper}{KIEU_MAU}{}", conditions(&[]));
    let commune = ladder(&all(&ntm(&[]), &nang_cao(&[])), ",,");
    // The rate that kiểu mẫu asks for is not known: it is never guessed.
    assert_eq!(steps(&commune), [MAY_ASK, MAY_ASK, MET]);
    let open = commune["levels"][2]["conditions"].as_array().unwrap().iter();
    let open: Vec<_> = open.filter(|c| c["status"] != "met").map(|c| &c["status"]).collect();
    assert_eq!(open, ["undetermined"]);
    let commune = ladder(&all(&ntm(&["2.1"]), &nang_cao(&[])), ",,");
    assert_eq!(steps(&commune), [SHORT; 3]);
    assert_eq!(commune["levels"][1]["criteria"], json!({"met": 19, "total": 19}));
    assert_eq!(commune["levels"][1]["lacking"], json!(["ntm"]));
    assert_eq!(commune["levels"][2]["lacking"], json!(["ntm", "nang-cao"]));
    let commune = ladder(&all(&ntm(&[]), ""), ",,");
    assert_eq!(
        (steps(&commune), &commune["levels"][2]["lacking"]),
        (vec![MAY_ASK, NONE, SHORT], &json!(["nang-cao"]))
    );
    // One tenth of a million below 110% of 62.
    let rows = all(&ntm(&[]), &nang_cao(&[])).replace("2.1,,68.2", "2.1,,68.1");
    assert_eq!(steps(&ladder(&rows, ",,"))[2], SHORT);
    // Without a row of its own income is that of nâng cao: 62, too little.
    let rows = all(&ntm(&[]), &nang_cao(&[])).replace("06739,kieu-mau,2.1,,68.2,BC 2\n", "");
    let commune = ladder(&rows, ",,");
    assert_eq!(commune["levels"][2]["open"], json!([{"indicator": "2.1", "status": "not_met"}]));
}

#[test]
fn the_hardest_is_named_first() {
    let mut rows = ntm(&["2.1", "9.2", "18.4"]);
    rows = rows.replace("06739,ntm,9.2,,0,", "06739,ntm,9.2,,89,");
    rows = rows.replace("06739,ntm,2.1,,0,", "06739,ntm,2.1,,50,");
    rows = rows
        .lines()
        .filter(|l| !l.starts_with("06739,ntm,1.1,"))
        .fold(String::new(), |s, l| s + l + "\n");
    let open = ladder(&rows, ",,")["levels"][0]["open"].clone();
    let ids: Vec<&str> =
        open.as_array().unwrap().iter().map(|o| o["indicator"].as_str().unwrap()).collect();
    assert_eq!(ids, ["18.4", "2.1", "9.2", "1.1"]);
}

/// 30% of 19 criteria is 5.7, 50% is 9.5.
#[test]
fn a_title_is_warned_of_as_the_rule_says_and_never_lost() {
    let title = "ntm,318/QĐ-TTg,2022-11-01";
    let standing = |fails: &[&str], title: &str| {
        let commune = ladder(&ntm(fails), title);
        commune["title"]["standing"].as_str().map(str::to_owned)
    };
    let of = |fails: &[&str]| standing(fails, title).unwrap();
    assert_eq!(of(&[]), "quiet");
    assert_eq!(of(&["1", "2", "3", "4", "10"]), "quiet");
    assert_eq!(of(&["1", "2", "3", "4", "5", "6"]), "quiet");
    for named in ["10", "17", "19"] {
        assert_eq!(of(&["1", "2", "3", "4", "5", named]), "warned", "{named}");
    }
    assert_eq!(of(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]), "quiet");
    assert_eq!(of(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "11"]), "warned");
    // What is not known is held neither against the commune nor for it.
    let missing: String =
        HEAD.lines().skip(1).chain(["06739,ntm,1.1,,đạt,BC"]).map(|l| format!("{l}\n")).collect();
    assert_eq!(ladder(&missing, title)["title"]["standing"], "open");
    let fails = ["1", "2", "3", "4", "5", "10"];
    for (title, told) in [
        ("ntm,qd-318-2022-ntm,", "warned"),
        ("ntm,,2022-11-01", "warned"),
        ("ntm,Quyết định 318/QĐ-TTg,", "warned"),
        ("ntm,bộ tiêu chí giai đoạn 2016-2020,", "other_set"),
        ("ntm,,2020-11-01", "other_set"),
        ("ntm,,", "other_set"),
        ("nang-cao,318/QĐ-TTg,", "no_data"),
        ("kieu-mau,319/QĐ-TTg,", "no_rule"),
    ] {
        assert_eq!(standing(&fails, title).as_deref(), Some(told), "{title}");
    }
    // Granted later: it is not held yet.
    assert_eq!(standing(&fails, "ntm,318/QĐ-TTg,2023-01-01"), None);
    let page = titled(&ntm(&fails), title).page("ladder 2022-12");
    let words = one_line(&page);
    assert!(words.contains("cảnh báo, cần đối"), "{page}");
    assert!(!page.contains("mất") && !page.contains("đạt chuẩn nông thôn mới"), "{page}");
}

#[test]
fn a_title_of_an_unknown_level_is_refused() {
    for title in ["vàng,,", "cong-nhan,,"] {
        let output = titled(&ntm(&[]), title).run("ladder 2022-12 --format json");
        assert_eq!((output.code(), output.bytes().len()), (2, 0));
        let told = output.stderr();
        assert!(told.contains("lỗi[bad-roster]") && told.contains("ntm, nang-cao, kieu-mau"));
    }
}

/// Faults of every level stand against a ladder.
#[test]
fn faults_of_any_level_are_refused() {
    for row in
        ["06739,nang-cao,10.1,,x,\n", "06739,cong-nhan,2.1,,x,\n", "06739,cong-nhan,1.1,,không,\n"]
    {
        titled(&format!("{}{row}", ntm(&[])), ",,")
            .run("ladder 2022-12 --format json")
            .assert_code(2);
        let lenient = titled(&format!("{}{row}", ntm(&[])), ",,");
        let json = lenient.json("ladder 2022-12 --lenient");
        assert_eq!((&json["lenient"], &json["faults"]), (&json!(true), &json!(1)));
    }
}

/// Conditions do not count among the 19 criteria, nor do they change a score.
#[test]
fn conditions_change_no_score() {
    let score = |rows: &str| {
        let json = titled(rows, ",,").json("score 2022-12");
        json.to_string()
    };
    let rows = ntm(&["2.1"]);
    assert_eq!(score(&format!("{rows}{}", conditions(&["1.1"]))), score(&rows));
}

/// The verdicts on the conditions of a city whose communes hold these titles.
fn city(titles: &[&str], rows: &str) -> Value {
    let folder = titled(rows, ",,");
    let entry = |(n, title): (usize, &&str)| format!("{:05},X{n},22,DBSH,194,{title}\n", 10000 + n);
    let roster: String = titles.iter().enumerate().map(entry).collect();
    let head = "code,name,province,region,district,title,title_set,title_date\n";
    let own = "06739,Quảng Nghĩa,22,DBSH,194,,,\n";
    folder.write("communes.csv", format!("{head}{own}{roster}"));
    let json = folder.json("ladder 2022-12 --city");
    let cities = json["cities"].as_array().unwrap();
    assert_eq!((cities.len(), &cities[0]["communes"]), (1, &json!(titles.len() + 1)));
    cities[0]["conditions"].clone()
}

#[test]
fn a_city_needs_all_communes_at_ntm_and_a_tenth_at_nang_cao() {
    let (now, old) = ("nang-cao,318/QĐ-TTg,", "nang-cao,bộ tiêu chí giai đoạn 2016-2020,");
    let short = ntm(&["2.1"]);
    // Ten communes, one at nâng cao: enough. A higher title stands for the lower one.
    let conditions_of = city(&[now; 1], &short);
    assert_eq!([&conditions_of[0]["needed"], &conditions_of[1]["needed"]], [&json!(1), &json!(0)]);
    let ten = [&[now][..], &["ntm,318/QĐ-TTg,"; 8]].concat();
    let verdicts = city(&ten, &short);
    assert_eq!([&verdicts[0]["needed"], &verdicts[0]["met"]], [&json!(1), &json!(false)]);
    assert_eq!(verdicts[0]["lacking"], json!(["06739"]));
    assert_eq!([&verdicts[1]["needed"], &verdicts[1]["met"]], [&json!(0), &json!(true)]);
    // Of eleven a tenth is more than one.
    let eleven = [&ten[..], &["ntm,318/QĐ-TTg,"]].concat();
    assert_eq!(city(&eleven, &short)[1]["needed"], 1);
    // A title of an older set does not count.
    assert_eq!(city(&[old], &short)[1]["needed"], 1);
    // Nor one of which no set is named, whatever its date.
    assert_eq!(city(&["nang-cao,,2022-10-01"], &short)[1]["needed"], 1);
    // Criteria alone do not count, but with the conditions they do.
    let verdicts = city(&ten, &ntm(&[]));
    assert_eq!(
        (&verdicts[0]["met"], &verdicts[0]["criteria_met"]),
        (&json!(false), &json!(["06739"]))
    );
    let verdicts = city(&ten, &format!("{}{}", ntm(&[]), conditions(&[])));
    assert_eq!(verdicts[0]["met"], true);
    // What the data cannot say is never said to be met.
    for by_hand in [&verdicts[2], &verdicts[3]] {
        assert_eq!((&by_hand["by_hand"], &by_hand["met"]), (&json!(true), &Value::Null));
    }
}

/// What is in no data is the office's word, told as such and with its document.
#[test]
fn conditions_checked_by_hand_are_the_offices_word() {
    let run = |more: &[&str]| {
        Office::project().command("ladder --city data/mong-cai/2022-12").args(more).run()
    };
    let json = |more: &[&str]| run(&[more, &["--format", "json"]].concat()).assert_code(0).json();
    let found = |json: &serde_json::Value, no: usize| {
        let condition = &json["cities"][0]["conditions"][no - 1];
        (condition["met"].clone(), condition["evidence"].clone())
    };
    let nothing = json(&[]);
    assert_eq!(found(&nothing, 3), (serde_json::Value::Null, serde_json::Value::Null));
    let said = json(&["--by-hand", "3=Dat; QĐ 12/QĐ-UBND", "--by-hand", "4 = chưa đạt"]);
    assert_eq!(found(&said, 3), (true.into(), "QĐ 12/QĐ-UBND".into()));
    assert_eq!(found(&said, 4), (false.into(), serde_json::Value::Null));
    // What is counted stays as it was.
    assert_eq!(said["cities"][0]["conditions"][0], nothing["cities"][0]["conditions"][0]);
    let page = run(&["--by-hand", "3=đạt; QĐ 12/QĐ-UBND"]).stdout();
    assert!(page.contains("đạt 1/2 điều kiện nhập tay") && page.contains("QĐ 12/QĐ-UBND"));
    for wrong in [
        &["--by-hand", "1=đạt"][..],
        &["--by-hand", "9=đạt"],
        &["--by-hand", "3=có lẽ"],
        &["--by-hand", "đạt"],
        &["--by-hand", "3=đạt", "--by-hand", "3=chưa đạt"],
    ] {
        let output = run(wrong).assert_code(2);
        assert!(output.bytes().is_empty() && !output.stderr().is_empty());
    }
}

/// 320 on rural districts: the same shares, and more that is checked by hand.
#[test]
fn a_rural_district_has_conditions_of_its_own() {
    let folder = titled(&ntm(&[]), ",,");
    let json = folder.json("ladder 2022-12 --district");
    assert_eq!(json["set"]["id"], "qd-320-2022-huyen");
    let conditions = json["cities"][0]["conditions"].as_array().unwrap();
    let shares: Vec<_> = conditions.iter().map(|c| (&c["level"], &c["at_least"])).collect();
    let by_hand = (&Value::Null, &Value::Null);
    let (all, tenth) = (json!(100), json!(10));
    let (ntm, nang_cao) = (json!("ntm"), json!("nang-cao"));
    let expected = [(&ntm, &all), (&nang_cao, &tenth), by_hand, by_hand, by_hand, by_hand];
    assert_eq!(shares, expected);
    let said = folder.run("ladder 2022-12 --district --by-hand 6=đạt;QĐ_1 --format json");
    assert_eq!(said.json()["cities"][0]["conditions"][5]["met"], true);
    // One or the other, and by hand only with one of them.
    for wrong in ["--district --city", "--by-hand 3=đạt", "--district --commune 06739"] {
        let output = folder.run(&format!("ladder 2022-12 {wrong} --format json"));
        assert_eq!((output.code(), output.bytes().len()), (2, 0), "{wrong}");
    }
}

/// Of many communes a page names the first, and says how many more and where they are.
#[test]
fn a_page_of_many_communes_stays_readable() {
    let folder = titled("", ",,");
    let entry = |n: usize| format!("{n:05},Xã số {n},22,DBSH\n");
    let roster: String = (1..=200).map(entry).collect();
    let head = "code,name,province,region\n";
    folder.write("communes.csv", format!("{head}{roster}"));
    let rows = ntm(&[]);
    let rows: String = (1..=200).map(|n| rows.replace("06739,", &format!("{n:05},"))).collect();
    folder.write("2022-12/a.csv", format!("{HEAD}{rows}"));
    let page = |line: &str| folder.page(line);
    let city = page("ladder 2022-12 --city");
    let words = one_line(&city);
    assert!(city.lines().count() < 60, "{city}");
    assert_eq!(words.matches("và 185 xã khác").count(), 2, "{city}");
    assert!(words.contains("Danh sách xã đầy đủ: --format csv"), "{city}");
    let lead: Vec<String> = page("ladder 2022-12").lines().take(8).map(str::to_owned).collect();
    assert!(lead.join(" ").contains("và 185 xã khác"), "{lead:?}");
    let json = folder.json("ladder 2022-12 --city");
    let met = &json["cities"][0]["conditions"][0]["criteria_met"];
    assert_eq!(met.as_array().unwrap().len(), 200);
    let csv = page("ladder 2022-12 --city --format csv");
    assert!(csv.contains("00016;00017") && csv.contains("00199;00200"));
}
