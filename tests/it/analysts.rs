//! Tables for analysts: tidy, with keys that no tool takes for numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::office::Office;
use serde_json::Value;

/// The head of a table, and its rows by column.
fn table(line: &str) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let text = Office::project().page(&format!("{line} --format csv"));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let by_column =
        |row: csv::StringRecord| head.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    let rows = rows.records().map(|row| by_column(row.unwrap())).collect();
    (head, rows)
}

/// A number as JSON has it; nothing for null and for what is no number.
fn number(value: &Value) -> String {
    if value.is_number() { value.to_string() } else { String::new() }
}

#[test]
fn by_part_a_row_is_a_part_and_a_number_stands_alone() {
    for (month, level) in [("2022-05", "ntm"), ("2022-12", "nang-cao")] {
        let line = format!("score data/mong-cai/{month} --level {level}");
        let (_, rows) = table(&format!("{line} --by part"));
        let json = Office::project().json(&line);
        let mut rows = rows.iter();
        for commune in json["communes"].as_array().unwrap() {
            for criterion in commune["results"].as_array().unwrap() {
                for indicator in criterion["indicators"].as_array().unwrap() {
                    for part in indicator["parts"].as_array().unwrap() {
                        let row = rows.next().unwrap();
                        let same = |column: &str, value: &Value| {
                            assert_eq!(row[column], value.as_str().unwrap_or_default(), "{column}");
                        };
                        same("code", &commune["code"]);
                        same("name", &commune["name"]);
                        same("region", &commune["region"]);
                        same("criterion_name", &criterion["name"]);
                        same("indicator_name", &indicator["name"]);
                        same("status", &indicator["status"]);
                        same("part", &part["part"]);
                        same("measure", &part["measure"]);
                        same("unit", &part["unit"]);
                        same("evidence", &part["evidence"]);
                        let id = indicator["id"].as_str().unwrap();
                        assert_eq!(row["key"], format!("{level}:{id}"));
                        for column in ["value", "numerator", "denominator", "threshold", "gap"] {
                            assert_eq!(row[column], number(&part[column]), "{id} {column}");
                        }
                        assert_eq!(row["shortfall"], number(&part["shortfall"]["amount"]));
                        let word = match &part["value"] {
                            Value::Bool(flag) => flag.to_string(),
                            Value::String(grade) => grade.clone(),
                            _ => String::new(),
                        };
                        assert_eq!(row["value_word"], word);
                        assert_eq!(row["part_met"], part["met"].to_string());
                    }
                }
            }
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn by_part_is_for_csv_alone() {
    for more in ["", "--format json", "--format jsonl", "--format markdown"] {
        Office::project().run(&format!("score data/mong-cai/2022-05 --by part {more}")).refusal();
    }
}

#[test]
fn every_table_by_indicator_ends_in_a_key_that_is_no_number() {
    for (level, line) in [
        ("ntm", "score data/mong-cai/2022-05 --by indicator"),
        ("nang-cao", "score data/mong-cai/2022-05 --by indicator --level nang-cao"),
        ("ntm", "gaps data/mong-cai/2022-05"),
        ("ntm", "explain data/mong-cai/2022-05 --commune 06727"),
        ("ntm", "diff data/mong-cai/2022-05 data/mong-cai/2022-12"),
        ("ntm", "trend data/mong-cai --indicator 17.1 --indicator 17.10"),
        ("ntm", "criteria show qd-318-2022-ntm --period 2022-05 --unconfirmed"),
        ("nang-cao", "criteria show qd-1246-2022-quang-ninh-nang-cao --unconfirmed"),
    ] {
        let (head, rows) = table(line);
        assert_eq!(head.last().unwrap(), "key", "{line:?}");
        let mut keys = BTreeSet::new();
        for row in &rows {
            // A rule of a set is of no indicator.
            let of_indicator = row["indicator"].contains('.');
            let key =
                if of_indicator { format!("{level}:{}", row["indicator"]) } else { String::new() };
            assert_eq!(row["key"], key, "{line:?}");
            keys.insert(key);
        }
        assert!(keys.len() > 1, "{line:?}");
    }
}

#[test]
fn who_has_not_reported_has_a_row_without_figures() {
    let (head, rows) = table("score data/mong-cai/2022-07");
    assert_eq!(head.last().unwrap(), "reported");
    assert_eq!(rows.len(), 9);
    let silent: Vec<_> = rows.iter().filter(|row| row["reported"] == "false").collect();
    let [silent] = silent[..] else { panic!("{silent:?}") };
    let who =
        ["code", "name", "region", "period", "level", "source"].map(|key| silent[key].as_str());
    assert_eq!(who, ["06754", "Vĩnh Trung", "DBSH", "2022-07", "ntm", "self"]);
    let figures = head[6..head.len() - 1].iter().map(|column| silent[column].as_str());
    assert!(figures.clone().count() == 12 && figures.clone().all(str::is_empty));
    assert!(
        rows.iter().filter(|row| row["reported"] == "true").all(|row| !row["progress"].is_empty())
    );
}
