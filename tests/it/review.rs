//! What shows between two months, and that a score is not told of it.

use crate::common::folder;
use serde_json::Value;

/// Two months of one commune.
fn months(earlier: &str, later: &str) -> Vec<Value> {
    let folder = folder("2022-05", earlier);
    let header = "commune,level,indicator,part,value,numerator,denominator,evidence\n";
    folder.create_dir("2022-06");
    folder.write("2022-06/a.csv", format!("{header}{later}"));
    let check = folder.json("check 2022-05 2022-06");
    let problems = check["problems"].as_array().unwrap().iter();
    problems.filter(|problem| problem["code"] == "outlier").cloned().collect()
}

#[test]
fn a_value_far_from_that_of_the_month_before_is_told() {
    for (earlier, later, far) in [
        ("06727,,2.1,,70,,,BC\n", "06727,,2.1,,91,,,BC\n", true),
        ("06727,,2.1,,70,,,BC\n", "06727,,2.1,,90,,,BC\n", false),
        ("06727,,2.1,,,70,100,BC\n", "06727,,2.1,,,49,100,BC\n", true),
        ("06727,,10.1,,40,,,BC\n", "06727,,10.1,,60,,,BC\n", false),
        ("06727,,10.1,,40,,,BC\n", "06727,,10.1,,60.1,,,BC\n", true),
        ("06727,,10.1,,40,,,BC\n", "06727,,10.1,,19,,,BC\n", true),
        ("06727,,9.1,,0,,,BC\n", "06727,,9.1,,1,,,BC\n", true),
        ("06727,,9.1,,0,,,BC\n", "06727,,9.1,,0,,,BC\n", false),
        ("06727,,2.1,,0,,,BC\n", "06727,,2.1,,20,,,BC\n", false),
        ("06727,,10.1,,,,,\n", "06727,,10.1,,60,,,BC\n", false),
        ("06727,,2.1,,70,,,BC\n", "06730,,2.1,,95,,,BC\n", false),
    ] {
        let told = months(earlier, later);
        assert_eq!(told.len(), usize::from(far), "{earlier}{later}");
        for problem in told {
            assert_eq!(problem["severity"], "warning");
            assert_eq!((&problem["file"], &problem["line"]), (&"2022-06/a.csv".into(), &2.into()));
        }
    }
}

#[test]
fn a_near_miss_is_rounded_as_its_threshold_is_written() {
    for (rows, near) in [
        ("06727,,2.1,,99.9,,,BC\n", true),
        ("06727,,2.1,,99.8,,,BC\n", false),
        ("06727,,2.1,,100,,,BC\n", false),
        ("06727,,2.1,,,1999,2000,BC\n", true),
        ("06727,,1.1,,chưa đạt,,,BC\n", false),
    ] {
        let check = folder("2022-05", rows).json("check 2022-05");
        let problems = check["problems"].as_array().unwrap().iter();
        let told = problems.filter(|problem| problem["code"] == "near-threshold").count();
        assert_eq!(told, usize::from(near), "{rows}");
    }
}

#[test]
fn a_score_is_not_told_of_what_is_worth_a_look() {
    let output = folder("2022-05", "06727,,2.1,,99.5,,,\n")
        .run("score 2022-05 --format json")
        .assert_code(0);
    output.assert_silent();
}
