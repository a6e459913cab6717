//! What a clean copy keeps: everything that is read.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";

fn month(file: &str, text: &str) -> Office {
    let file = format!("2022-05/{file}");
    Office::with(&[("communes.csv", ROSTER), (file.as_str(), text)])
}

/// Copies a month into `out` and gives the copy's text.
fn fixed(folder: &Office, file: &str) -> String {
    folder.run("check 2022-05 --fix -o out").assert_code(0);
    folder.read(format!("out/2022-05/{file}"))
}

/// What is told of the claims of a month and else: code, cell and message.
fn worth_a_look(folder: &Office, month: &str) -> Vec<String> {
    let problems = folder.run(&format!("check {month} --format json")).problems();
    let tell = |p: &Value| format!("{} {} {}", p["code"], p["cell"], p["message"]);
    // A day is told as it is written, which the copy does in one way.
    problems.iter().filter(|p| p["code"] != "expired-evidence").map(tell).collect()
}

fn scored(folder: &Office, month: &str) -> Value {
    let mut value = folder.json(&format!("score {month}"));
    value.as_object_mut().unwrap().remove("repairs");
    value
}

/// The rows of a copy, each as column and cell.
fn rows(copy: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(copy.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Every column that is read, of rows with claims, dates, notes, sources and parts, in many
/// combinations: what is read of the copy is what is read of the original, and a copy of
/// the copy is the copy.
#[test]
fn what_is_read_of_a_copy_is_what_was_read() {
    const HEAD: &str = "commune,period,level,indicator,part,value,numerator,denominator,\
        claim,evidence,source,as_of,evidence_date,valid_until,note\n";
    let claims = ["", "đạt", "chưa đạt", "x", "chưa đạt", "gần đạt"];
    let days = ["", "16/5/2022", "2022-05-17"];
    let values = [
        ("1.1", "", "đạt,,"),
        ("2.1", "", "\"98,5\",,"),
        ("3.2", "", "chưa đạt,,"),
        ("10.1", "", "\"54,5\",,"),
        ("12.1", "nam", ",33,50"),
        ("12.1", "nữ", "\"71,25\",,"),
    ];
    let mut text = HEAD.to_owned();
    let mut written = Vec::new();
    for (nth, commune) in ["06727", "06730"].into_iter().enumerate() {
        for (at, (id, part, value)) in values.into_iter().enumerate() {
            let claim = claims[(at + nth) % claims.len()];
            let [one, two, three] = [0, 1, 2].map(|more| days[(at + nth + more) % days.len()]);
            let source = ["self", "verified", ""][nth + at % 2];
            let note = format!("ghi chú {at}; “{id}”");
            written.push((claim, note.clone(), format!("BC {at}/BC-UBND")));
            text += &format!(
                "{commune},2022-05,ntm,{id},{part},{value},{claim},BC {at}/BC-UBND,{source},{one},{two},{three},{note}\n"
            );
        }
    }
    let folder = month("a.csv", &text);
    let copy = fixed(&folder, "a.csv");
    let kept: Vec<_> = rows(&copy)
        .iter()
        .map(|row| (row["claim"].clone(), row["note"].clone(), row["evidence"].clone()))
        .collect();
    let written: Vec<_> = written.into_iter().map(|(c, n, e)| (c.to_owned(), n, e)).collect();
    assert_eq!(kept, written);
    let told = worth_a_look(&folder, "2022-05");
    assert!(told.iter().any(|told| told.contains("claim-contradicts")), "{told:?}");
    assert_eq!(worth_a_look(&folder, "out/2022-05"), told);
    assert_eq!(scored(&folder, "out/2022-05"), scored(&folder, "2022-05"));
    folder.run("check out/2022-05 --fix -o again").assert_code(0);
    assert_eq!(folder.read("again/2022-05/a.csv"), copy);
}

/// What a criterion's own row claims, as offices' tables have it, has a row in the copy.
#[test]
fn the_claim_of_a_criterion_is_kept() {
    let text = "TT,Chỉ tiêu,Kết quả,Tự chấm\n1,Quy hoạch,,đạt\n1.1,Có quy hoạch,đạt,\n1.2,Có quy chế,chưa đạt,\n";
    let folder = month("06727.csv", text);
    let told = worth_a_look(&folder, "2022-05");
    let contradicts = |told: &[String]| {
        told.iter().filter(|told| told.contains("claim-contradicts")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(contradicts(&told).len(), 1, "{told:?}");
    let copy = fixed(&folder, "06727.csv");
    assert_eq!(rows(&copy)[0]["indicator"], "1. Quy hoạch", "{copy}");
    assert_eq!(contradicts(&worth_a_look(&folder, "out/2022-05")), contradicts(&told));
    assert_eq!(scored(&folder, "out/2022-05"), scored(&folder, "2022-05"));
}

/// What the city says of an indicator whose parts stand in one cell is of the whole, in the
/// copy too, and in a column of its own.
#[test]
fn the_claims_of_every_voice_are_kept() {
    let text = "TT;Kết quả;Tự chấm;Kết quả thẩm tra\n\
        1.1;đạt;đạt;chưa đạt\n17.1;chung 90%, tập trung 10%;đạt;chưa đạt\n";
    let folder = month("06727.csv", text);
    let contradicts = |month: &str| {
        let mut told = worth_a_look(&folder, month);
        told.retain(|told| told.contains("claim-contradicts"));
        told.sort();
        told
    };
    let told = contradicts("2022-05");
    assert_eq!(told.len(), 2, "{told:?}");
    let copy = fixed(&folder, "06727.csv");
    assert!(copy.lines().next().unwrap().contains("claim,Kết quả thẩm tra"), "{copy}");
    assert_eq!(contradicts("out/2022-05"), told, "{copy}");
    assert_eq!(scored(&folder, "out/2022-05"), scored(&folder, "2022-05"));
}

/// A table without claims has a copy without them.
#[test]
fn no_column_is_made_up() {
    let folder = month("06727.csv", "indicator,value\n1.1,đạt\n");
    assert!(!fixed(&folder, "06727.csv").contains("claim"));
}

/// A place of Unicode that is no character would make the copy one with lost letters.
#[test]
fn a_copy_can_be_read_again() {
    for odd in ['\u{fffe}', '\u{ffff}'] {
        let folder = month("06727.csv", &format!("indicator,value,note\n1.1,đạt,A{odd}B\n"));
        assert_eq!(rows(&fixed(&folder, "06727.csv"))[0]["note"], "AB");
        assert_eq!(scored(&folder, "out/2022-05"), scored(&folder, "2022-05"));
    }
}
