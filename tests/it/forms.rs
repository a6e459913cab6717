//! The forms of a score agree number for number: what a commune's CSV row says, its
//! JSON and its line on the terminal say too.

use std::collections::BTreeMap;

use crate::office::Office;
use serde_json::Value;

const MONTHS: [(&str, &str); 6] = [
    ("data/mong-cai/2022-05", "ntm"),
    ("data/mong-cai/2022-06", "ntm"),
    ("data/mong-cai/2022-07", "ntm"),
    ("data/mong-cai/2022-12", "ntm"),
    ("data/mong-cai/2022-12", "nang-cao"),
    ("data/vung-kho-khan/2022-05", "ntm"),
];

fn json(path: &str, level: &str) -> Value {
    Office::project().json(&format!("score {path} --level {level}"))
}

type Row = BTreeMap<String, String>;

/// A JSON value as CSV writes it.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn a_communes_csv_row_json_and_terminal_line_tell_the_same() {
    for (path, level) in MONTHS {
        let rows =
            Office::project().run(&format!("score {path} --level {level} --format csv")).csv();
        let json = json(path, level);
        let page = Office::project().page(&format!("score {path} --level {level} --lang en"));
        let communes = json["communes"].as_array().unwrap();
        let (rows, silent): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row["reported"] == "true");
        let (told, count) = (&json["summary"]["not_reported"], communes.len());
        assert_eq!((rows.len(), silent.len()), (count, told.as_array().unwrap().len()));
        for (row, commune) in rows.iter().zip(communes) {
            let (criteria, indicators) = (&commune["criteria"], &commune["indicators"]);
            for (column, value) in [
                ("code", &commune["code"]),
                ("name", &commune["name"]),
                ("region", &commune["region"]),
                ("achieved", &commune["achieved"]),
                ("progress", &commune["progress"]),
                ("criteria_met", &criteria["met"]),
                ("criteria_total", &criteria["total"]),
                ("criteria_percent", &criteria["percent"]),
                ("indicators_met", &indicators["met"]),
                ("indicators_not_met", &indicators["not_met"]),
                ("indicators_missing", &indicators["missing"]),
                ("indicators_undetermined", &indicators["undetermined"]),
                ("indicators_not_applicable", &indicators["not_applicable"]),
                ("indicators_total", &indicators["total"]),
                ("indicators_percent", &indicators["percent"]),
            ] {
                assert_eq!(row[column], cell(value), "{path} {column}");
            }
            let line = page.lines().find(|line| line.trim().starts_with(&row["name"])).unwrap();
            let shown: Vec<&str> = line.split_whitespace().collect();
            for (met, total, percent) in [
                ("criteria_met", "criteria_total", "criteria_percent"),
                ("indicators_met", "indicators_total", "indicators_percent"),
            ] {
                let fraction = format!("{}/{}", row[met], row[total]);
                let place = shown.iter().position(|word| *word == fraction).unwrap();
                assert_eq!(shown[place + 1], row[percent], "{line}");
            }
            assert!(shown.contains(&row["progress"].as_str()), "{line}");
        }
    }
}

#[test]
fn lines_and_rows_by_indicator_say_what_the_json_says() {
    for (path, level) in MONTHS {
        let json = json(path, level);
        let lines = Office::project().page(&format!("score {path} --level {level} --format jsonl"));
        let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let mut rows = Office::project()
            .run(&format!("score {path} --level {level} --by indicator --format csv"))
            .csv()
            .into_iter();
        for commune in json["communes"].as_array().unwrap() {
            for criterion in commune["results"].as_array().unwrap() {
                for indicator in criterion["indicators"].as_array().unwrap() {
                    let (line, row) = (lines.next().unwrap(), rows.next().unwrap());
                    assert_eq!(line["commune"], commune["code"]);
                    assert_eq!(line["criterion"], criterion["no"]);
                    for (key, value) in indicator.as_object().unwrap() {
                        assert_eq!(&line[key], value, "{key}");
                    }
                    compare(&row, commune, indicator);
                }
            }
        }
        assert!(lines.next().is_none() && rows.next().is_none());
    }
}

fn compare(row: &Row, commune: &Value, indicator: &Value) {
    assert_eq!(row["code"], cell(&commune["code"]));
    for column in ["status", "attainment", "evidence"] {
        assert_eq!(row[column], cell(&indicator[column]), "{column}");
    }
    assert_eq!(row["indicator"], cell(&indicator["id"]));
    let parts = indicator["parts"].as_array().unwrap();
    for (column, key) in [("shortfall", "amount"), ("shortfall_unit", "unit")] {
        let cells: Vec<String> = parts.iter().map(|part| cell(&part["shortfall"][key])).collect();
        assert_eq!(row[column], cells.join(";"), "{} {column}", row["indicator"]);
    }
    for (column, key) in [
        ("parts", "part"),
        ("value", "value"),
        ("numerator", "numerator"),
        ("denominator", "denominator"),
        ("unit", "unit"),
        ("op", "op"),
        ("threshold", "threshold"),
        ("gap", "gap"),
        ("confidence", "confidence"),
        ("basis", "basis"),
    ] {
        let cells: Vec<String> = parts.iter().map(|part| cell(&part[key])).collect();
        assert_eq!(row[column], cells.join(";"), "{} {column}", row["indicator"]);
    }
}

#[test]
fn the_matrix_says_what_the_json_says() {
    for (path, level) in MONTHS {
        let rows = Office::project()
            .run(&format!("score {path} --level {level} --by criterion --format csv"))
            .csv();
        let page = Office::project()
            .page(&format!("score {path} --level {level} --by criterion --width 80"));
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        let json = json(path, level);
        assert_eq!(rows.len(), json["communes"].as_array().unwrap().len());
        for (row, commune) in rows.iter().zip(json["communes"].as_array().unwrap()) {
            let name = commune["name"].as_str().unwrap();
            let line = page.lines().find(|line| line.trim().starts_with(name)).unwrap();
            let signs: Vec<char> = line.chars().filter(|c| "✓✗?–".contains(*c)).collect();
            for (criterion, sign) in commune["results"].as_array().unwrap().iter().zip(&signs) {
                let status = &row[&criterion["no"].to_string()];
                let met = status == "met" || status == "not_applicable";
                assert_eq!(criterion["met"], met, "{name} {}", criterion["no"]);
                let expected = match status.as_str() {
                    "met" => '✓',
                    "not_met" => '✗',
                    "not_applicable" => '–',
                    _ => '?',
                };
                assert_eq!(*sign, expected);
            }
            assert_eq!(signs.len(), 19);
        }
    }
}

#[test]
fn the_score_is_the_sum_of_its_parts() {
    for (path, level) in MONTHS {
        let json = json(path, level);
        let communes = json["communes"].as_array().unwrap();
        let number = |value: &Value| value.as_u64().unwrap();
        let sum = |key: &str| communes.iter().map(|c| number(&c[key]["met"])).sum::<u64>();
        assert_eq!(number(&json["summary"]["criteria_met_total"]), sum("criteria"));
        assert_eq!(number(&json["summary"]["indicators_met_total"]), sum("indicators"));
        for commune in communes {
            let counts = &commune["indicators"];
            let parts = ["met", "not_met", "missing", "undetermined"];
            let all: u64 = parts.iter().map(|key| number(&counts[key])).sum();
            assert_eq!(all, number(&counts["total"]));
            let criteria = commune["results"].as_array().unwrap();
            let met = criteria.iter().filter(|c| c["met"] == true).count();
            assert_eq!(met as u64, number(&commune["criteria"]["met"]));
            for criterion in criteria {
                let mut indicators = criterion["indicators"].as_array().unwrap().iter();
                let all =
                    indicators.all(|i| i["status"] == "met" || i["status"] == "not_applicable");
                assert_eq!(criterion["met"], all);
            }
        }
    }
}

#[test]
fn json_by_commune_and_by_criterion_leave_out_the_deeper_levels() {
    let of = |by: &str| {
        Office::project().json(&format!("score data/mong-cai/2022-05 --level ntm --by {by}"))
    };
    assert!(of("commune")["communes"][0].get("results").is_none());
    let criteria = of("criterion");
    assert_eq!(criteria["communes"][0]["results"][0]["met"], false);
    assert!(criteria["communes"][0]["results"][0].get("indicators").is_none());
    assert_eq!(of("indicator"), json("data/mong-cai/2022-05", "ntm"));
}

/// What the second sample is for: the same values under two columns.
#[test]
fn the_tdmnpb_rule_is_seen_in_the_second_sample() {
    let rows =
        Office::project().run("score data/vung-kho-khan/2022-05 --level ntm --format csv").csv();
    let met: Vec<&str> = rows.iter().map(|row| row["indicators_met"].as_str()).collect();
    assert_eq!(met, ["49", "38", "38"]);
}

#[test]
fn the_sample_months_come_out_as_their_readme_says() {
    for (month, level, communes, criteria, indicators, achieved) in [
        ("2022-05", "ntm", 9, 117, 381, 0),
        ("2022-06", "ntm", 9, 121, 394, 0),
        ("2022-07", "ntm", 8, 114, 375, 0),
        ("2022-12", "ntm", 9, 155, 484, 2),
        ("2022-05", "nang-cao", 1, 6, 41, 0),
        ("2022-06", "nang-cao", 1, 7, 44, 0),
        ("2022-07", "nang-cao", 1, 8, 50, 0),
        ("2022-12", "nang-cao", 1, 13, 67, 0),
    ] {
        let summary = json(&format!("data/mong-cai/{month}"), level)["summary"].clone();
        assert_eq!(summary["communes"], communes, "{month}");
        assert_eq!(summary["criteria_met_total"], criteria, "{month}");
        assert_eq!(summary["indicators_met_total"], indicators, "{month}");
        assert_eq!(summary["achieved"], achieved, "{month}");
    }
}

#[test]
fn a_requirement_that_is_not_reached_exits_with_one_after_the_report() {
    let run = |more: &str| {
        let run =
            Office::project().run(&format!("score data/mong-cai/2022-12 --format csv {more}"));
        assert!(!run.bytes().is_empty());
        run.code()
    };
    assert_eq!(run("--require-achieved"), 1);
    assert_eq!(run("--require 16"), 0);
    assert_eq!(run("--require 17"), 1);
    assert_eq!(run("--require-achieved --commune 'Hải Xuân'"), 0);
}

/// CSV for an office: semicolons, decimal commas, a mark; the numbers are the same, and
/// numbers of indicators stay as they are.
#[test]
fn the_dialect_of_excel_says_what_the_csv_of_machines_says() {
    let line = "score data/mong-cai/2022-05 --by indicator --format csv";
    let machine = Office::project().page(line);
    let office = Office::project().page(&format!("{line} --csv-dialect excel-vi"));
    let office = office.strip_prefix('\u{feff}').expect("a mark that says UTF-8");
    let rows = |text: &str, mark: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(mark)
            .has_headers(false)
            .from_reader(text.as_bytes());
        reader.records().map(Result::unwrap).collect::<Vec<_>>()
    };
    let (machine, office) = (rows(&machine, b','), rows(office, b';'));
    assert_eq!(machine.len(), office.len());
    let mut decimals = 0;
    for (one, other) in machine.iter().zip(&office) {
        for (place, (cell, shown)) in one.iter().zip(other).enumerate() {
            // Only cells of numbers differ, by their mark and the blank between parts.
            if cell != shown {
                decimals += 1;
                assert!([8, 10, 11, 12, 15, 16, 17].contains(&place), "{place} {cell} {shown}");
                assert_eq!(shown.replace("; ", ";").replace(',', "."), *cell);
            }
        }
        assert_eq!(one[6], other[6], "the indicator's number");
    }
    assert!(decimals > 500, "{decimals}");
}

/// Text of the commune's never becomes a formula in a spreadsheet.
#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let folder = crate::common::folder("2022-06", "06727,ntm,1.1,,đạt,,,=1+cmd|x\n");
    let text = folder.page("score 2022-06 --by indicator --format csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let row = rows.records().map(Result::unwrap).find(|row| &row[6] == "1.1").unwrap();
    assert_eq!(&row[21], "'=1+cmd|x");
    assert_eq!(&row[14], "=", "the sign of a comparison is no formula");
}
