//! Which month data is of, whose it is there, and who is silent in it: by the names of
//! folders as they are called, by rosters of each month, by rows of several.

use std::fs;

use crate::office::Office;
use serde_json::Value;

const HEAD: &str = "code,name,province,region,title\n";
const ROSTER: &str =
    "code,name,province,region,title\n06727,Bắc Sơn,22,DBSH,\n06730,Hải Đông,22,DBSH,\n";
const MET: &str = "commune,indicator,value\n06727,1.1,đạt\n";
const OF_TWO: &str =
    "commune,period,indicator,value\n06727,2022-05,1.1,đạt\n06727,2022-06,1.1,chưa đạt\n";

fn folder(files: &[(&str, &str)]) -> Office {
    let folder = Office::empty();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// The messages of a code, with the file before each.
fn told(folder: &Office, words: &str, code: &str) -> Vec<String> {
    let check = folder.json(words);
    let problems = check["problems"].as_array().unwrap().iter();
    let of_code = problems.filter(|problem| problem["code"] == code);
    let word = |problem: &Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    of_code
        .map(|problem| format!("{}: {}", word(problem, "file"), word(problem, "message")))
        .collect()
}

fn errors(folder: &Office, words: &str) -> Vec<String> {
    let check = folder.json(words);
    let problems = check["problems"].as_array().unwrap().iter();
    let errors = problems.filter(|problem| problem["severity"] == "error");
    errors.map(|problem| format!("{} {}", problem["code"], problem["line"])).collect()
}

#[cfg(unix)]
#[test]
fn a_link_is_of_the_month_that_it_is_called_after() {
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("2022-05/a.csv", MET),
        ("thang7/a.csv", MET),
        ("xa/thang8/a.csv", MET),
    ]);
    for (target, link) in [
        ("2022-05", "2022-06"),
        ("thang7", "2022-07"),
        ("xa/thang8", "2022-08"),
        ("2022-05", "moi-nhat"),
    ] {
        std::os::unix::fs::symlink(target, folder.path().join(link)).unwrap();
    }
    for (path, period) in [
        ("2022-05", "2022-05"),
        ("2022-06", "2022-06"),
        ("./2022-06/.", "2022-06"),
        ("2022-06/a.csv", "2022-06"),
        ("2022-07", "2022-07"),
        ("2022-07/a.csv", "2022-07"),
        ("2022-08", "2022-08"),
        ("2022-05/../2022-05", "2022-05"),
        ("moi-nhat", "2022-05"),
    ] {
        let score = folder.json(&format!("score {path}"));
        assert_eq!(score["period"], period, "{path}");
        assert_eq!(score["communes"][0]["code"], "06727", "{path}");
    }
    let score = folder.inside("2022-05").json("score .");
    assert_eq!(score["period"], "2022-05");
    let months = ["2022-05", "2022-06", "2022-07", "2022-08"];
    for words in ["trend .", "trend 2022-05 2022-06 2022-07 2022-08"] {
        let trend = folder.json(words);
        let periods = trend["periods"].as_array().unwrap().iter();
        let periods: Vec<&str> = periods.map(|p| p["period"].as_str().unwrap()).collect();
        assert_eq!(periods, months, "{words}");
    }
    assert_eq!(errors(&folder, "check ."), Vec::<String>::new());
    assert_eq!(folder.json("check 2022-05 2022-06")["rows"], 2);
}

#[test]
fn rosters_of_months_that_say_the_same_are_one() {
    let folder = folder(&[
        ("2022-05/communes.csv", ROSTER),
        ("2022-05/a.csv", MET),
        ("2022-06/communes.csv", ROSTER),
        ("2022-06/a.csv", MET),
    ]);
    assert_eq!(errors(&folder, "check ."), Vec::<String>::new());
    for silent in told(&folder, "check .", "not-reported") {
        assert!(silent.ends_with("1/2 xã chưa có dòng số liệu nào: Hải Đông (06730)"), "{silent}");
    }
    assert_eq!(told(&folder, "check .", "not-reported").len(), 2);
    let trend = folder.run("trend . --lang en").assert_code(0);
    let page = trend.stdout();
    assert!(!page.contains("several names"), "{page}");
}

#[test]
fn each_month_has_the_roster_nearest_to_it() {
    let june = format!("{HEAD}06727,Bắc Sơn,22,DBSH,ntm\n06733,Hải Tiến,22,DBSH,\n");
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("2022-05/a.csv", MET),
        ("2022-06/communes.csv", &june),
        ("2022-06/a.csv", MET),
    ]);
    assert_eq!(errors(&folder, "check ."), Vec::<String>::new());
    let silent = told(&folder, "check .", "not-reported");
    let [may, june] = &silent[..] else { panic!("{silent:?}") };
    assert!(may.ends_with("1/2 xã chưa có dòng số liệu nào: Hải Đông (06730)"), "{may}");
    assert!(june.ends_with("1/2 xã chưa có dòng số liệu nào: Hải Tiến (06733)"), "{june}");
    let trend = folder.run("trend . --lang en").assert_code(0);
    let page = trend.stdout();
    assert!(page.contains("Bắc Sơn") && !page.contains("several names"), "{page}");
    // A commune of another month's roster has no rows in this one.
    folder.write("2022-05/b.csv", MET.replace("06727", "06733"));
    assert_eq!(errors(&folder, "check ."), ["\"unknown-commune\" 2"]);
}

#[test]
fn rosters_of_one_month_that_contradict_are_told() {
    let other = ROSTER.replace("Bắc Sơn", "Nam Sơn");
    let folder = folder(&[
        ("a/communes.csv", ROSTER),
        ("a/2022-05/a.csv", MET),
        ("b/communes.csv", &other),
        ("b/2022-05/b.csv", "commune,indicator,value\n06730,1.1,đạt\n"),
    ]);
    let told = told(&folder, "check a/2022-05 b/2022-05", "bad-roster");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("communes.csv với nội dung khác"), "{told:?}");
}

#[test]
fn rosters_of_two_cities_count_in_all_months() {
    let other = ROSTER.replace("067", "168");
    let folder = folder(&[
        ("a/communes.csv", ROSTER),
        ("a/2022-05/a.csv", MET),
        ("b/communes.csv", &other),
        ("b/2022-05/b.csv", "commune,indicator,value\n16827,1.1,đạt\n"),
        ("b/2022-06/b.csv", "commune,indicator,value\n16827,1.1,đạt\n"),
    ]);
    let silent = told(&folder, "check a/2022-05 b/2022-05 b/2022-06", "not-reported");
    assert!(silent[0].contains("2/4 xã"), "{silent:?}");
    assert!(silent[1].contains("3/4 xã"), "{silent:?}");
}

#[test]
fn check_counts_rows_of_any_source_level_by_level() {
    let verified = "commune,source,level,indicator,value\n06727,verified,,1.1,đạt\n\
                    06730,,nang-cao,1.2,đạt\n";
    let folder = folder(&[("communes.csv", ROSTER), ("2022-05/a.csv", verified)]);
    let silent = told(&folder, "check 2022-05", "not-reported");
    assert!(silent[0].contains("1/2") && silent[0].contains("06730"), "{silent:?}");
    assert!(silent[1].contains("1/2") && silent[1].contains("06727"), "{silent:?}");
    let silent = told(&folder, "check 2022-05 --source verified --level ntm", "not-reported");
    assert!(silent[0].contains("1/2") && silent[0].contains("06730"), "{silent:?}");
    let silent = told(&folder, "check 2022-05 --source self --level ntm", "not-reported");
    assert!(silent[0].contains("2/2"), "{silent:?}");
}

#[test]
fn who_is_silent_is_told_of_every_period_that_is_looked_at() {
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("d/a.csv", OF_TWO),
        ("2022-05/a.csv", "commune,period,indicator,value\n06727,2022-06,1.1,đạt\n"),
    ]);
    for (words, expected) in [
        ("check d", &["2022-05", "2022-06"][..]),
        ("check d --period 2022-06", &["2022-06"]),
        ("check 2022-05 --period 2022-06", &["2022-06"]),
    ] {
        let silent = told(&folder, words, "not-reported");
        assert_eq!(silent.len(), expected.len(), "{words}: {silent:?}");
        for (told, period) in silent.iter().zip(expected) {
            assert!(told.contains(period) && told.contains("06730"), "{words}: {told}");
        }
    }
}

#[test]
fn check_and_trend_read_a_file_of_several_periods() {
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("d/a.csv", OF_TWO),
        ("e/06727.csv", "period,indicator,value\n2022-05,1.1,đạt\n2022-06,1.1,chưa đạt\n"),
    ]);
    for path in ["d", "d/a.csv", "e", "e/06727.csv"] {
        assert_eq!(errors(&folder, &format!("check {path}")), Vec::<String>::new(), "{path}");
        let trend = folder.json(&format!("trend {path}"));
        let periods = trend["periods"].as_array().unwrap().iter();
        let met: Vec<String> =
            periods.map(|p| format!("{} {}", p["period"], p["indicators_met_total"])).collect();
        assert_eq!(met.len(), 2, "{path}: {met:?}");
        folder.run(&format!("score {path}")).assert_code(2);
    }
    // Of a folder that is named after a month all rows are.
    fs::rename(folder.path().join("d"), folder.path().join("2022-05")).unwrap();
    assert_eq!(errors(&folder, "check 2022-05"), ["\"bad-period\" 3"]);
}

#[test]
fn diff_compares_the_two_periods_of_one_path() {
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("a.csv", OF_TWO),
        ("m/2022-05/a.csv", MET),
        ("m/2022-06/a.csv", "commune,indicator,value\n06727,1.1,chưa đạt\n"),
    ]);
    let page = |words: &str| {
        let output = folder.run(words).assert_code(0);
        output.stdout()
    };
    let expected = page("diff m/2022-05 m/2022-06 --format csv");
    assert!(expected.contains("1.1"), "{expected}");
    for words in ["diff a.csv --format csv", "diff m --format csv"] {
        assert_eq!(page(words), expected, "{words}");
    }
    for words in ["diff m/2022-05", "diff", "diff a.csv --period 2022-05"] {
        assert_eq!(folder.run(words).code(), 2, "{words}");
    }
}

#[test]
fn a_commune_that_a_file_is_named_after_is_looked_up_in_each_rows_month() {
    let roster = "code,name,province,region,valid_to\n06727,Bắc Sơn,22,DBSH,2022-05-31\n\
                  06730,Hải Đông,22,DBSH,\n";
    let rows = "period,indicator,value,valid_until\n2022-05,1.1,đạt,2022-05-31\n\
                2022-05,1.2,đạt,2022-05-30\n2022-06,1.1,đạt,2022-07-01\n";
    let folder = folder(&[("communes.csv", roster), ("d/06727.csv", rows)]);
    assert_eq!(errors(&folder, "check d"), ["\"unknown-commune\" 4"]);
    assert_eq!(told(&folder, "check d", "expired-evidence").len(), 1);
}

#[test]
fn a_row_without_period_beside_rows_that_name_theirs_is_of_none() {
    let mixed = format!("{OF_TWO}06727,,1.2,đạt\n");
    let bare = "commune,period,indicator,value\n06727,,1.1,đạt\n";
    let folder = folder(&[
        ("communes.csv", ROSTER),
        ("d/a.csv", &mixed),
        ("e/a.csv", bare),
        ("f/a.csv", MET),
        (
            "2022-05/a.csv",
            "commune,period,indicator,value\n06727,2022-05,1.1,đạt\n06727,,1.2,đạt\n",
        ),
    ]);
    for period in ["2022-05", "2022-06"] {
        let check = format!("check d --period {period}");
        assert_eq!(errors(&folder, &check), ["\"bad-period\" 4"], "{period}");
        folder.run(&format!("score d --period {period}")).assert_code(2);
    }
    for sure in ["e --period 2022-05", "f --period 2022-05", "2022-05 --period 2022-05", "2022-05"]
    {
        assert_eq!(errors(&folder, &format!("check {sure}")), Vec::<String>::new(), "{sure}");
    }
}

#[test]
fn a_named_path_that_gives_nothing_stops_no_other() {
    let folder = folder(&[("communes.csv", ROSTER), ("2022-05/a.csv", MET)]);
    folder.create_dir("2022-06");
    for (words, exit, code, of) in [
        ("check 2022-05 2022-06", 0, "passed-over", "2022-06"),
        ("check 2022-06 2022-05", 0, "passed-over", "2022-06"),
        ("check 2022-05 nope.csv", 1, "unreadable-file", "nope.csv"),
        ("check 2022-05 communes.csv", 1, "unreadable-file", "communes.csv"),
    ] {
        let told = told(&folder, words, code);
        assert!(told.len() == 1 && told[0].starts_with(of), "{words}: {told:?}");
        assert_eq!(folder.json(words)["rows"], 1, "{words}");
        assert_eq!(folder.run(words).code(), exit, "{words}");
    }
    for words in ["check 2022-06", "check nope.csv", "check 2022-06 nope.csv"] {
        let output = folder.run(words);
        assert_eq!((output.code(), output.bytes().len()), (2, 0), "{words}");
    }
    assert!(folder.run("check 2022-06 nope.csv").stderr().contains("nope.csv"));
}

#[test]
fn near_is_a_tenth_of_a_point_or_one_unit() {
    for (row, near) in [
        ("2.1,\"99,5\",,", false),
        ("2.1,\"99,89\",,", false),
        ("2.1,\"99,9\",,", true),
        ("2.1,,9995,10000", true),
        ("17.8,,179,200", false),
        ("17.4,\"1,8\",,", true),
    ] {
        let rows = format!("commune,indicator,value,numerator,denominator\n06727,{row}\n");
        let folder = folder(&[("communes.csv", ROSTER), ("2022-05/a.csv", &rows)]);
        let told = told(&folder, "check 2022-05", "near-threshold");
        assert_eq!(told.len(), usize::from(near), "{row}: {told:?}");
    }
}

#[test]
fn the_codes_of_a_name_that_many_bear_are_bounded() {
    let rows = (10000..12000).map(|code| format!("{code},Hải Sơn,22,DBSH,\n"));
    let roster = format!("{HEAD}{}", rows.collect::<String>());
    let rows = format!("commune,indicator,value\n{}", "Hải Sơn,1.1,đạt\n".repeat(500));
    let folder = folder(&[("communes.csv", &roster), ("2022-05/a.csv", &rows)]);
    let told = told(&folder, "check 2022-05", "unknown-commune");
    assert_eq!(told.len(), 500);
    for message in told {
        assert!(
            message.contains("10009 và 1990 xã khác") && message.chars().count() < 200,
            "{message}"
        );
    }
}
