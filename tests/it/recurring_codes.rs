//! A code that was given to another commune is two communes: nothing of one is told of the
//! other.

use serde_json::Value;

use crate::office::Office;

/// 06727 is Bắc Sơn until June 2023, and from July another commune. Bắc Sơn reports in
/// June, `july` in July; Hải Sơn in both.
fn office(july: &str) -> Office {
    let folder = Office::empty();
    let roster = "code,name,province,region,valid_from,valid_to\n\
        06724,Hải Sơn,22,DBSH,,\n06727,Bắc Sơn,22,DBSH,,2023-06-30\n\
        06727,Móng Cái 9,22,DBSH,2023-07-01,\n";
    let header = "commune,indicator,value,numerator,denominator,evidence\n";
    folder.write("communes.csv", roster.to_owned());
    let both = "06724,9.2,,99,100,BC\n";
    folder.write("2023-06/a.csv", format!("{header}{both}06727,9.2,,99,100,BC\n"));
    folder.write("2023-07/a.csv", format!("{header}{both}{july}"));
    folder
}

fn codes<'j>(json: &'j Value, key: &str) -> Vec<(&'j str, &'j str)> {
    let all = json[key].as_array().unwrap().iter();
    let text = |value: &'j Value| value.as_str().unwrap();
    all.map(|one| (text(&one["code"]), text(&one["name"]))).collect()
}

#[test]
fn a_difference_tells_of_one_gone_and_one_new() {
    let folder = office("06727,9.2,,50,100,BC\n");
    let json = folder.json("diff 2023-06 2023-07");
    assert_eq!(codes(&json, "only_old"), [("06727", "Bắc Sơn")]);
    assert_eq!(codes(&json, "only_new"), [("06727", "Móng Cái 9")]);
    assert_eq!(codes(&json, "communes"), [("06724", "Hải Sơn")]);
    assert_eq!(json["renamed"][0]["compared"], false);
    let csv = folder.page("diff 2023-06 2023-07 --format csv");
    assert!(!csv.contains("lost"), "{csv}");
    let told = folder.page("diff 2023-06 2023-07");
    assert!(!told.contains("nay không còn đạt"), "{told}");
    assert!(told.contains("1 xã có số liệu ở cả hai kỳ"), "{told}");
    assert!(told.contains("một mã, hai xã không tồn tại cùng lúc; không so sánh"), "{told}");
    // Nor where it is asked for by its code or a name.
    for commune in ["06727", "Bắc Sơn", "Móng Cái 9"] {
        let told = folder.page(&format!("diff 2023-06 2023-07 --commune '{commune}'"));
        assert!(!told.contains("nay không còn đạt"), "{commune}: {told}");
    }
}

#[test]
fn a_trend_has_a_line_for_each() {
    let folder = office("06727,9.2,,50,100,BC\n");
    let json = folder.json("trend .");
    let expected = [("06724", "Hải Sơn"), ("06727", "Bắc Sơn"), ("06727", "Móng Cái 9")];
    assert_eq!(codes(&json, "communes"), expected);
    let old = folder.page("trend . --commune 'Bắc Sơn'");
    assert!(old.contains("Bắc Sơn") && !old.contains("Móng Cái 9"), "{old}");
    let new = folder.page("trend . --commune 'Móng Cái 9'");
    assert!(new.contains("Móng Cái 9") && !new.contains("Bắc Sơn"), "{new}");
}

#[test]
fn a_commune_that_was_not_there_did_not_report() {
    let told = office("").page("check 2023-07 --format csv");
    let silent = told.lines().find(|line| line.contains("not-reported")).unwrap();
    assert!(silent.contains("Móng Cái 9 (06727)"), "{silent}");
    assert!(!silent.contains("tháng trước có báo cáo)"), "{silent}");
}
