//! What a check of a month finds beside its rows: the month before, communes without
//! rows, files that were sent twice, values without evidence.

use crate::office::Office;
use serde_json::Value;

const HEAD: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n";
const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n\
    06733,Hải Tiến,22,DBSH\n06736,Xã cũ,22,DBSH\n";

/// A folder with a roster and files of data.
fn folder(files: &[(&str, &str)]) -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", ROSTER);
    for (name, rows) in files {
        folder.write(name, format!("{HEAD}{rows}"));
    }
    folder
}

fn of_code<'c>(check: &'c Value, code: &str) -> Vec<&'c Value> {
    check["problems"].as_array().unwrap().iter().filter(|p| p["code"] == code).collect()
}

#[test]
fn a_month_is_compared_with_the_one_before_beside_it() {
    let earlier = "06727,,2.1,,70,,,BC\n06727,,10.1,,40,,,BC\n06727,,9.1,,0,,,BC\n";
    let later = "06727,,2.1,,91,,,BC\n06727,,10.1,,41,,,BC\n06727,,9.1,,1,,,BC\n";
    let folder =
        folder(&[("2021-12/a.csv", earlier), ("2022-05/a.csv", earlier), ("2022-06/a.csv", later)]);
    for path in ["2022-06", "./2022-06", "2022-06 --period 2022-06", ". --period 2022-06"] {
        let check = folder.json(&format!("check {path}"));
        let jumps = of_code(&check, "outlier");
        let lines: Vec<_> = jumps.iter().map(|jump| jump["line"].as_u64().unwrap()).collect();
        // What comes out of nothing is a jump.
        assert_eq!(lines, [2, 4], "{path}");
        assert!(jumps.iter().all(|jump| jump["file"].as_str().unwrap().contains("2022-06/a.csv")));
        assert!(jumps[0]["message"].as_str().unwrap().contains("2022-05"), "{}", jumps[0]);
        // The month before is not examined.
        assert_eq!((&check["files"], &check["rows"]), (&1.into(), &3.into()), "{path}");
    }
    // Neither a file alone nor a month without one before it is compared.
    for path in ["2022-06/a.csv", "2022-05"] {
        assert!(of_code(&folder.json(&format!("check {path}")), "outlier").is_empty(), "{path}");
    }
    // From within the month's folder too.
    let check = folder.inside("2022-06").json("check");
    assert_eq!(of_code(&check, "outlier").len(), 2);
}

#[test]
fn a_broken_month_before_stops_nothing_and_a_file_that_is_not_read_is_told() {
    let later = "06727,,2.1,,91,,,BC\n";
    let earlier = "06727,,2.1,,70,,,BC\n06727,,2.2,,x,,,BC\n99999,,1.1,,đạt,,,BC\n";
    let folder = folder(&[("2022-05/a.csv", earlier), ("2022-06/a.csv", later)]);
    folder.write("2022-05/b.xlsx", "no workbook");
    let check = folder.json("check 2022-06");
    assert_eq!(check["errors"], 0, "{check}");
    assert_eq!(of_code(&check, "outlier").len(), 1);
    let problems = check["problems"].as_array().unwrap();
    let told = problems.iter().filter(|p| p["file"].as_str().unwrap().contains("2022-05"));
    let told: Vec<&Value> = told.collect();
    assert!(told.len() == 1 && told[0]["code"] == "month-skipped", "{check}");
    assert!(told[0]["message"].as_str().unwrap().contains("b.xlsx"), "{check}");
}

#[test]
fn communes_without_rows_are_named_those_that_were_there_before_first() {
    let both = [
        ("2022-05/06730.csv", "06730,,1.1,,đạt,,,BC\n"),
        ("2022-05/06733.csv", "06733,nang-cao,1.1,,đạt,,,BC\n"),
        ("2022-06/06727.csv", "06727,,1.1,,đạt,,,BC\n06727,nang-cao,1.1,,đạt,,,BC\n"),
    ];
    let folder = folder(&both);
    let month = folder.json("check 2022-06");
    let silent = of_code(&month, "not-reported");
    assert_eq!(silent.len(), 2);
    let names = |told: &Value, names: [&str; 3]| {
        let message = told["message"].as_str().unwrap();
        let places: Vec<_> = names.iter().map(|name| message.find(name).unwrap()).collect();
        assert!(places.is_sorted(), "{message}");
        assert!(!message.contains("Bắc Sơn") && message.contains("3/4"), "{message}");
    };
    names(silent[0], ["ntm", "Hải Đông (06730) (tháng trước có báo cáo)", "Hải Tiến"]);
    names(silent[1], ["nang-cao", "Hải Tiến (06733) (tháng trước có báo cáo)", "Hải Đông"]);
    for told in silent {
        assert_eq!((&told["severity"], &told["file"]), (&"warning".into(), &"2022-06".into()));
        assert_eq!((&told["line"], &told["column"]), (&Value::Null, &Value::Null));
    }
    // Of the level asked for; of a voice at every level that anybody speaks of.
    let asked = folder.json("check 2022-06 --level nang-cao");
    assert_eq!(of_code(&asked, "not-reported").len(), 1);
    let asked = folder.json("check 2022-06 --level kieu-mau");
    assert_eq!(of_code(&asked, "not-reported").len(), 1);
    assert_eq!(of_code(&folder.json("check 2022-06 --source verified"), "not-reported").len(), 2);
    // Once a period, however often its folder is named; never of files.
    assert_eq!(of_code(&folder.json("check ."), "not-reported").len(), 4);
    assert_eq!(of_code(&folder.json("check 2022-06 2022-06"), "not-reported").len(), 2);
    assert!(of_code(&folder.json("check 2022-06/06727.csv"), "not-reported").is_empty());
}

#[test]
fn who_does_not_take_part_is_not_missed() {
    let folder = folder(&[("2022-06/a.csv", "06727,,1.1,,đạt,,,BC\n06730,,1.1,,đạt,,,BC\n")]);
    let roster = "code,name,province,region,valid_to\n06727,Bắc Sơn,22,DBSH,\n\
        06730,Hải Đông,22,DBSH,\n06733,Hải Tiến,22,DBSH,2022-05-31\n";
    folder.write("communes.csv", roster);
    assert!(of_code(&folder.json("check 2022-06"), "not-reported").is_empty());
}

#[test]
fn a_file_that_was_sent_twice_is_one_problem_for_people() {
    let rows = "06727,,1.1,,đạt,,,BC\n06727,,2.1,,,10,10,BC\n06727,,10.1,,40,,,BC\n";
    let folder = folder(&[
        ("2022-06/06727 (1).csv", rows),
        ("2022-06/06727.csv", &rows.replace("40", "41")),
        ("2022-06/06730.csv", "06730,,1.1,,đạt,,,BC\n06727,,10.1,,40,,,BC\n"),
    ]);
    let all = folder.json("check 2022-06");
    assert_eq!(of_code(&all, "duplicate-value").len(), 3 + 1);
    for line in ["check 2022-06", "score 2022-06"] {
        let output = folder.run(line);
        assert_ne!(output.code(), 0);
        let said = output.both();
        let told: Vec<&str> = said.lines().filter(|l| l.contains("[duplicate-value]")).collect();
        let [whole, row] = told[..] else { panic!("{said}") };
        assert!(
            whole.contains("2022-06/06727.csv: ") && whole.contains("06727 (1).csv"),
            "{whole}"
        );
        assert!(whole.contains("3 dòng"), "{whole}");
        // A file that gives something of its own is told row by row.
        assert!(row.contains("2022-06/06730.csv:3: "), "{row}");
    }
}

#[test]
fn values_without_evidence_are_named_by_indicator() {
    let rows =
        "06727,,1.1,,đạt,,,\n06727,,17.10,,90,,,-\n06727,,2.1,,,10,10,BC\n06727,,10.1,,,,,\n";
    let folder = folder(&[
        ("2022-06/a.csv", rows),
        ("2022-06/b.csv", "06730,,1.1,,đạt,,,\n06730,nang-cao,5.2,,đạt,,,\n"),
    ]);
    let check = folder.json("check 2022-06");
    let told = of_code(&check, "missing-evidence");
    let messages: Vec<&str> = told.iter().map(|p| p["message"].as_str().unwrap()).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(
        messages[0].contains("2 giá trị") && messages[0].ends_with(": 1.1, 17.10"),
        "{messages:?}"
    );
    assert!(messages[1].ends_with(": ntm 1.1; nang-cao 5.2"), "{messages:?}");
}
