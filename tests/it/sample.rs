//! The sample gives the published means, computed here from the raw CSV files and
//! the facts alone: nothing of the library is used.

use std::collections::{BTreeMap, BTreeSet};

use crate::office::Office;

type Row = BTreeMap<String, String>;

/// Indicator, criterion, operator, parts with their thresholds.
type Fact = (String, String, String, Vec<(String, String)>);

fn rows(path: &str) -> Vec<Row> {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

/// A decimal of at most three decimals, in thousandths.
fn thousandths(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    assert!(fraction.len() <= 3, "{text}");
    format!("{whole}{fraction:0<3}").parse().unwrap()
}

/// Whether the value of a row reaches its threshold; `None` without value.
fn passes(row: &Row, op: &str, threshold: &str) -> Option<bool> {
    let (value, numerator) = (&row["value"], &row["numerator"]);
    if threshold == "đạt" {
        return (!value.is_empty()).then(|| value == "đạt");
    }
    let threshold = thousandths(threshold);
    // value against threshold, multiplied out: numerator × 100 against
    // threshold × denominator.
    let (left, right) = if !numerator.is_empty() {
        let denominator = thousandths(&row["denominator"]);
        (thousandths(numerator) * 100 * 1000, threshold * denominator)
    } else if !value.is_empty() {
        (thousandths(value), threshold)
    } else {
        return None;
    };
    Some(if op == ">=" { left >= right } else { left <= right })
}

/// Thresholds of the Red River delta for 2022, with the stand-ins for what is
/// delegated.
fn law() -> Vec<Fact> {
    let income = rows("tests/facts/income.csv");
    let income = income.iter().find(|r| r["level"] == "ntm" && r["year"] == "2022").unwrap();
    let province = rows("tests/facts/qd-1246-quang-ninh.csv");
    let annex = rows("tests/facts/qd-318-annex-1-ntm.csv");
    let law = annex.into_iter().map(|fact| {
        let id = fact["id"].clone();
        let own = province.iter().find(|r| r["level"] == "ntm" && r["id"] == id);
        let cell = match (id.as_str(), own) {
            ("10.1", _) => income["DBSH"].clone(),
            (_, Some(own)) => own["value"].clone(),
            _ => fact["DBSH"].clone(),
        };
        let values: Vec<&str> = cell.split(';').collect();
        let parts = fact["parts"].split(';').enumerate();
        let parts = parts.map(|(place, part)| {
            let value = values.get(place).unwrap_or(&values[0]);
            (part.to_owned(), (*value).to_owned())
        });
        (id, fact["criterion"].clone(), fact["op"].clone(), parts.collect())
    });
    law.collect()
}

#[test]
fn the_means_of_may_2022_are_the_published_ones() {
    let (law, mut criteria_met, mut indicators_met) = (law(), 0, 0);
    let mut met_somewhere = BTreeSet::new();
    let communes = rows("data/mong-cai/communes.csv");
    assert_eq!(communes.len(), 9);
    for commune in &communes {
        let rows = rows(&format!("data/mong-cai/2022-05/{}.csv", commune["code"]));
        let mut failed = BTreeSet::new();
        for (id, criterion, op, parts) in &law {
            let own: Vec<&Row> = rows.iter().filter(|r| r["indicator"] == *id).collect();
            let not_applicable = own.iter().any(|r| r["value"] == "không áp dụng");
            let met = not_applicable
                || parts.iter().all(|(part, threshold)| {
                    let row = own.iter().find(|r| r["part"] == *part);
                    row.is_some_and(|row| passes(row, op, threshold) == Some(true))
                });
            if met {
                indicators_met += 1;
            } else {
                failed.insert(criterion.clone());
            }
        }
        let all: BTreeSet<String> =
            law.iter().map(|(_, criterion, _, _)| criterion.clone()).collect();
        criteria_met += all.len() - failed.len();
        met_somewhere.extend(all.difference(&failed).cloned());
    }
    assert_eq!((criteria_met, indicators_met), (117, 381));
    let nobody: Vec<u32> =
        (1..=19).filter(|no: &u32| !met_somewhere.contains(&no.to_string())).collect();
    assert_eq!(nobody, [1, 6, 13, 17]);
}

/// Rows of a table of a README whose first cell satisfies `first`.
fn table(path: &str, first: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let cells = |line: &str| -> Vec<String> {
        let line = line.trim_matches('|');
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let lines = text.lines().filter(|line| line.starts_with('|')).map(cells);
    let rows: Vec<Vec<String>> = lines.filter(|row| first(&row[0])).collect();
    assert!(!rows.is_empty(), "{path}");
    rows
}

#[test]
fn the_totals_of_the_sample_are_those_of_its_readme() {
    for row in table("data/mong-cai/README.md", |first| first.starts_with("2022-")) {
        let level = row[1].split(' ').next().unwrap();
        let line = format!("score data/mong-cai/{} --level {level}", row[0]);
        let summary = &Office::project().json(&line)["summary"];
        let totals = ["communes", "criteria_met_total", "indicators_met_total", "achieved"];
        let found = totals.map(|key| summary[key].to_string());
        assert_eq!(found, row[2..6], "{row:?}");
    }
}

#[test]
fn the_three_communes_of_a_poor_region_are_judged_as_their_readme_says() {
    let report = Office::project()
        .json(&format!("score {} --level {}", "data/vung-kho-khan/2022-05", "ntm"));
    let communes = report["communes"].as_array().unwrap();
    let rows = table("data/vung-kho-khan/README.md", |first| first.starts_with("Xã mẫu"));
    assert_eq!(rows.len(), communes.len());
    for (row, commune) in rows.iter().zip(communes) {
        assert_eq!(commune["name"], row[0]);
        let met = ["criteria", "indicators"].map(|of| commune[of]["met"].to_string());
        assert_eq!(met, row[4..6], "{row:?}");
    }
}
