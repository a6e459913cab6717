//! What a ladder says beside its verdicts: what a commune stands out in, and where two
//! levels contradict each other.

use crate::common::ladder::{KIEU_MAU, conditions, ladder, nang_cao, ntm, titled};
use crate::office::{Office, one_line};
use serde_json::{Value, json};

/// The page of a run in a folder, its words one blank apart.
fn page(folder: &Office, line: &str) -> String {
    one_line(&folder.page(line))
}

/// Rows of kiểu mẫu, with a note on the field.
fn kieu_mau(field: &str) -> String {
    KIEU_MAU.replace("QĐ 4: du lịch", &format!("QĐ 4,{field}"))
}

/// A folder as [`titled`] makes it, its rows with a note, and a set in which the rate of
/// satisfaction that kiểu mẫu asks for is known.
fn with_notes(rows: &str) -> Office {
    let folder = titled("", ",,");
    let text = format!("commune,level,indicator,part,value,evidence,ghi chú\n{rows}");
    // A row without a note has a cell less.
    folder.write("2022-12/a.csv", text);
    let set = std::fs::read_to_string("criteria/qd-18-2022-cong-nhan.toml").unwrap();
    let known = set.replace("undetermined = true", "confidence = \"assumed\"\n  at_least = 95");
    assert_ne!(known, set);
    folder.create_dir("sets");
    folder.write("sets/qd-18-2022-cong-nhan.toml", known);
    folder
}

fn top_step(folder: &Office) -> Value {
    let output = folder.run("ladder 2022-12 --criteria sets --format json");
    output.json()["communes"][0]["levels"][2].clone()
}

/// 319, condition 4: at least one field, named.
#[test]
fn kieu_mau_wants_its_outstanding_field_named() {
    let satisfied = "06739,cong-nhan,2.3,,95,BC 1\n";
    let rows = |field: &str| {
        let below = format!("{}{}{}{satisfied}", ntm(&[]), nang_cao(&[]), conditions(&[]));
        format!("{below}{}", kieu_mau(field))
    };
    let told = |folder: &Office| page(folder, "ladder 2022-12 --criteria sets --width 200");
    let named = with_notes(&rows("Du lịch cộng đồng"));
    let step = top_step(&named);
    assert_eq!((&step["achieved"], &step["eligible"]), (&json!(true), &json!(true)));
    let expected = json!([{"indicator": "4.1", "what": "lĩnh vực nổi trội", "status": "met",
        "name": "Du lịch cộng đồng"}]);
    assert_eq!(step["named"], expected);
    assert!(told(&named).contains("Kiểu mẫu: Quảng Nghĩa"));
    for nothing in ["", "-", " … "] {
        let folder = with_notes(&rows(nothing));
        let step = top_step(&folder);
        // The score is what it is; the title may not be asked for.
        assert_eq!((&step["achieved"], &step["eligible"]), (&json!(true), &json!(false)));
        assert_eq!(step["named"][0]["name"], Value::Null);
        let page = told(&folder);
        assert!(page.contains("chưa nêu lĩnh vực nổi trội"), "{page}");
        assert!(!page.contains("Kiểu mẫu: Quảng Nghĩa"), "{page}");
    }
    // A name for what is not met is none.
    let rows = rows("Du lịch").replace("kieu-mau,4.1,,đạt", "kieu-mau,4.1,,chưa đạt");
    let folder = with_notes(&rows);
    let step = top_step(&folder);
    let open = json!([{"indicator": "4.1", "status": "not_met"}]);
    assert_eq!((&step["open"], &step["named"][0]["name"]), (&open, &Value::Null));
    assert!(told(&folder).contains("chưa có lĩnh vực nổi trội (4.1)"));
}

/// What it stands out in is told of a workbook's and of a piped file's rows alike.
#[test]
fn the_field_is_read_from_standard_input_too() {
    let folder = titled("", ",,");
    let rows =
        format!("commune,level,indicator,part,value,evidence,note\n{}", kieu_mau("Giáo dục"));
    let line = "ladder - --period 2022-12 --communes communes.csv --format json";
    let json = folder.command(line).stdin(rows).run().json();
    assert_eq!(json["communes"][0]["levels"][2]["named"][0]["name"], "Giáo dục");
}

#[test]
fn what_two_levels_say_against_each_other_stands_on_the_ladder_with_both_values() {
    // NTM 17.4 is nâng cao 17.11, NTM 12.1 is nâng cao 12.1.
    let rows = "06739,ntm,17.4,,5,BC\n06739,nang-cao,17.11,,6.5,BC\n\
        06739,ntm,12.1,nam,80,BC\n06739,ntm,12.1,nữ,80,BC\n\
        06739,nang-cao,12.1,nam,80,BC\n06739,nang-cao,12.1,nữ,79,BC\n\
        06739,ntm,3.1,,91,BC\n06739,nang-cao,3.1,,90,BC\n";
    let commune = ladder(rows, ",,");
    let found = |indicator: &str, part: &str, lower: &str, values: [Value; 2]| {
        let [own, other] = values;
        json!({"indicator": indicator, "part": part, "value": own, "lower_level": "ntm",
            "lower_indicator": lower, "lower_value": other})
    };
    let expected = json!([
        found("3.1", "", "3.1", [json!(90), json!(91)]),
        found("12.1", "nữ", "12.1", [json!(79), json!(80)]),
        found("17.11", "", "17.4", [json!(6.5), json!(5)]),
    ]);
    assert_eq!(commune["levels"][1]["contradictions"], expected);
    assert_eq!(commune["levels"][0]["contradictions"], json!([]));
    let folder = titled(rows, ",,");
    let page = page(&folder, "ladder 2022-12 --width 200");
    assert!(page.contains("khác cấp độ dưới: 3.1, 12.1, 17.11"), "{page}");
    assert!(page.contains("Hai cấp độ đo cùng một việc"), "{page}");
    assert!(page.contains(" 6,5 5 ") && page.contains("(Nông thôn mới 17.4)"), "{page}");
    // As many as check warns of, at the same rows.
    let check = folder.json("check 2022-12");
    let warned = check["problems"].as_array().unwrap().iter();
    assert_eq!(warned.filter(|p| p["code"] == "contradicts-lower-level").count(), 3);
    // Agreement is none, nor is a row that says nothing.
    for quiet in ["06739,nang-cao,17.11,,5.0,BC\n", "06739,nang-cao,17.11,,-,BC\n"] {
        let rows = format!("06739,ntm,17.4,,5,BC\n{quiet}");
        assert_eq!(ladder(&rows, ",,")["levels"][1]["contradictions"], json!([]), "{quiet}");
    }
}

/// What the roster says of a title, however odd, is told and never judged by guess.
#[test]
fn every_odd_title_of_the_roster_is_told() {
    let few = ntm(&["1", "2"]);
    let told = |title: &str, rows: &str| {
        let folder = titled(rows, title);
        let json = folder.json("ladder 2022-12");
        (json["communes"][0]["title"].clone(), page(&folder, "ladder 2022-12 --width 250"))
    };
    for (title, standing, words) in [
        // A set that is not there, but nearly.
        (
            "ntm,qd-381-2022-ntm,2022-11-01",
            "other_set",
            "không có bộ này; có phải qd-318-2022-ntm?",
        ),
        ("ntm,381/QĐ-TTg,2022-11-01", "other_set", "không có bộ này; có phải 318/QĐ-TTg?"),
        // A set of another level.
        ("ntm,qd-318-2022-nang-cao,2022-11-01", "other_set", "bộ khác: không xét, cần đối chiếu"),
        ("ntm,319/QĐ-TTg,2022-11-01", "other_set", "bộ khác: không xét, cần đối chiếu"),
        // Neither set nor date.
        ("ntm,,", "other_set", "không rõ theo bộ nào: không xét, cần đối chiếu"),
        // The set was not yet in force: 8 March 2022.
        (
            "ntm,qd-318-2022-ntm,2022-03-07",
            "too_early",
            "ngày công nhận trước khi bộ này có hiệu lực",
        ),
        ("ntm,qd-318-2022-ntm,2022-03-08", "quiet", "2/19 tiêu chí không đạt: dưới mức cảnh báo"),
    ] {
        let (json, page) = told(title, &few);
        assert_eq!(json["standing"], standing, "{title}");
        assert!(page.contains(words), "{title}: {page}");
        let guessed = page.contains("có phải");
        assert_eq!(guessed, words.contains("có phải"), "{title}: {page}");
    }
    // An old set resembles none.
    let (_, page) = told("ntm,bộ tiêu chí giai đoạn 2016-2020,2019-05-01", &few);
    assert!(page.contains("bộ khác") && !page.contains("có phải"), "{page}");
    // Not held yet, which is told.
    let (json, page) = told("nang-cao,qd-318-2022-nang-cao,2023-01-01", &few);
    assert_eq!(json, Value::Null);
    assert!(page.contains("Nâng cao từ 2023-01-01, sau kỳ này"), "{page}");
}

/// A title above presupposes NTM: where that is open now it is told, and nothing is taken.
#[test]
fn a_higher_title_whose_lower_criteria_are_open_is_to_be_checked() {
    let title = "nang-cao,318/QĐ-TTg,2022-11-01";
    let rows = format!("{}{}", ntm(&["2.1"]), nang_cao(&[]));
    let held = ladder(&rows, title)["title"].clone();
    assert_eq!((&held["standing"], &held["short_of"]), (&json!("quiet"), &json!(["ntm"])));
    let told = page(&titled(&rows, title), "ladder 2022-12 --width 250");
    assert!(told.contains("nay chưa đủ tiêu chí Nông thôn mới: cần đối chiếu"), "{told}");
    assert!(!told.contains("mất") && !told.contains("thu hồi"), "{told}");
    // NTM met, or not reported, or a title of another set: nothing of the kind.
    let met = format!("{}{}", ntm(&[]), nang_cao(&["2.1"]));
    assert_eq!(ladder(&met, title)["title"]["short_of"], json!([]));
    assert_eq!(ladder(&nang_cao(&[]), title)["title"]["short_of"], json!([]));
    let old = ladder(&rows, "nang-cao,bộ tiêu chí giai đoạn 2016-2020,");
    assert_eq!(old["title"]["short_of"], json!([]));
}

/// Who has only rows of nâng cao has not shown NTM.
#[test]
fn a_higher_level_alone_is_no_title() {
    let rows = format!("{}{}", nang_cao(&[]), conditions(&[]));
    let commune = ladder(&rows, ",,");
    let [lower, upper] = [&commune["levels"][0], &commune["levels"][1]];
    assert_eq!((&lower["reported"], &lower["criteria"]), (&json!(false), &Value::Null));
    assert_eq!((&upper["achieved"], &upper["eligible"]), (&json!(false), &json!(false)));
    assert_eq!(upper["criteria"], json!({"met": 19, "total": 19}));
    assert_eq!(upper["lacking"], json!(["ntm"]));
    let told = page(&titled(&rows, ",,"), "ladder 2022-12 --width 250");
    assert!(told.contains("phải đủ trước: Nông thôn mới"), "{told}");
}

/// A commune that takes no part in the period is not on the ladder; one that takes part and
/// has handed in nothing is.
#[test]
fn who_is_absent_is_told_apart_from_who_is_silent() {
    let folder = titled(&ntm(&[]), ",,");
    let roster = "code,name,province,region,valid_to\n06739,Quảng Nghĩa,22,DBSH,\n\
        06733,Hải Tiến,22,DBSH,\n06724,Hải Sơn,22,DBSH,2022-11-30\n";
    folder.write("communes.csv", roster);
    let json = folder.json("ladder 2022-12");
    let all = json["communes"].as_array().unwrap().iter();
    let told: Vec<_> = all.map(|c| (&c["code"], &c["levels"][0]["reported"])).collect();
    assert_eq!(told, [(&json!("06739"), &json!(true)), (&json!("06733"), &json!(false))]);
    let output = folder.run("ladder 2022-12 --commune 06724 --format json");
    assert_eq!((output.code(), output.bytes().len()), (2, 0));
    let message = output.stderr();
    assert!(message.contains("06724") || message.contains("Hải Sơn"), "{message}");
}

/// 110% of a threshold that nobody has fixed is none: told as such, never as met.
#[test]
fn a_multiple_of_no_threshold_is_told_as_none() {
    let folder = with_notes(&format!("{}{}{}", ntm(&[]), nang_cao(&[]), kieu_mau("Du lịch")));
    let set = std::fs::read_to_string("criteria/qd-318-2022-nang-cao.toml").unwrap();
    let start = set.find("id = \"10.1\"").unwrap();
    let end = start + set[start..].find("[[criterion]]").unwrap();
    let income = &set[start..end];
    let kept: Vec<&str> = income.lines().take_while(|line| !line.contains("year]]")).collect();
    let kept: Vec<&str> = kept.into_iter().filter(|l| !l.contains("at_least")).collect();
    let open = format!("{}\n  undetermined = true\n\n", kept.join("\n"));
    folder.write("sets/qd-318-2022-nang-cao.toml", set.replace(income, &open));
    let step = top_step(&folder);
    assert_eq!(step["open"], json!([{"indicator": "2.1", "status": "undetermined"}]));
    assert_eq!((&step["achieved"], &step["eligible"]), (&json!(false), &json!(false)));
}

/// A set that leads back to itself over another is refused with the way, before any data.
#[test]
fn a_set_that_requires_itself_over_another_is_refused() {
    let folder = titled(&ntm(&[]), ",,");
    let sets = folder.path().join("sets");
    std::fs::create_dir(&sets).unwrap();
    let needs = "[[requires]]\nset = \"qd-319-2022-kieu-mau\"\nbasis = \"1/QĐ\"\n\n[[criterion]]";
    let upper = std::fs::read_to_string("criteria/qd-318-2022-nang-cao.toml").unwrap();
    std::fs::write(
        sets.join("qd-318-2022-nang-cao.toml"),
        upper.replacen("[[criterion]]", needs, 1),
    )
    .unwrap();
    let output = folder.run("ladder 2022-12 --criteria sets --format json");
    assert_eq!((output.code(), output.bytes().len()), (2, 0));
    let message = output.stderr();
    assert!(message.contains("circular-set"), "{message}");
    assert!(message.contains("qd-319-2022-kieu-mau → qd-318-2022-nang-cao"), "{message}");
}
