//! Rows that meet, or just miss, the titles, made from the thresholds themselves.

use std::fmt::Write;

use serde_json::Value;

use crate::office::Office;

pub const HEAD: &str = "commune,level,indicator,part,value,evidence\n";

/// Rows by which Quảng Nghĩa just meets a set in December 2022, but for what `fails` names.
pub fn rows(set: &str, level: &str, fails: &[&str]) -> String {
    let line = format!("criteria show {set} --period 2022-12 --region DBSH --province 22");
    let law = Office::project().json(&line);
    let mut rows = String::new();
    for criterion in law["criteria"].as_array().unwrap() {
        for indicator in criterion["indicators"].as_array().unwrap() {
            let id = indicator["id"].as_str().unwrap();
            let failing =
                fails.contains(&id) || fails.contains(&criterion["no"].to_string().as_str());
            for part in indicator["require"].as_array().unwrap() {
                let value = match (&part["threshold"], failing) {
                    (Value::Null, _) => continue,
                    (Value::Bool(_), false) => "đạt".to_owned(),
                    (Value::Bool(_), true) => "chưa đạt".to_owned(),
                    (Value::String(grade), false) => grade.clone(),
                    (Value::String(_), true) => indicator["grades"][0].as_str().unwrap().to_owned(),
                    (number, false) => number.to_string(),
                    (_, true) if part["op"] == "<=" => "100".to_owned(),
                    // An income of nothing would be implausible.
                    (_, true) if part["measure"] == "number" => "1".to_owned(),
                    (_, true) => "0".to_owned(),
                };
                let part = part["part"].as_str().unwrap();
                writeln!(rows, "06739,{level},{id},{part},{value},BC 1").unwrap();
            }
        }
    }
    rows
}

pub fn ntm(fails: &[&str]) -> String {
    rows("qd-318-2022-ntm", "ntm", fails)
}

pub fn nang_cao(fails: &[&str]) -> String {
    rows("qd-318-2022-nang-cao", "nang-cao", fails)
}

pub fn conditions(fails: &[&str]) -> String {
    rows("qd-18-2022-cong-nhan", "cong-nhan", fails)
}

pub const KIEU_MAU: &str = "06739,kieu-mau,2.1,,68.2,BC 2\n06739,kieu-mau,3.1,,1,BC 3\n\
    06739,kieu-mau,4.1,,đạt,QĐ 4: du lịch\n";

/// A folder of December 2022 with a title in the roster.
pub fn titled(rows: &str, title: &str) -> Office {
    let roster = format!(
        "code,name,province,region,title,title_set,title_date\n06739,Quảng Nghĩa,22,DBSH,{title}\n"
    );
    Office::with(&[("communes.csv", roster), ("2022-12/a.csv", format!("{HEAD}{rows}"))])
}

pub fn ladder(rows: &str, title: &str) -> Value {
    let run = titled(rows, title).run("ladder 2022-12 --format json").assert_code(0);
    run.json()["communes"][0].take()
}
