//! What `ntm verify` says of a change to what a dossier was made of: the file, the
//! indicator, what was and what is, and the verdicts that change; also where who changed
//! it made the receipt fit.

use std::fs;

use crate::common::papers::{Copy, MADE, told};
use ntm::analysis::receipt::Receipt;
use serde_json::{Value, json};

const DATA: &str = "inputs/2022-12/06739.csv";
const SET: &str = "criteria/qd-318-2022-ntm.toml";
const PAPER: &str = "evidence/BC-83-BC-UBND.pdf";

/// A part that differs as `indicator field was now file line`.
fn parts(value: &Value) -> Vec<String> {
    let tell = |p: &Value| {
        let keys = ["indicator", "field", "was", "now", "file", "line"];
        keys.map(|key| p[key].to_string().replace('"', "")).join(" ")
    };
    value["parts"].as_array().unwrap().iter().map(tell).collect()
}

#[test]
fn an_input_that_differs_is_told_with_its_line_and_values() {
    let copy = Copy::new();
    copy.edit(DATA, "ntm,4.2,,,811,812", "ntm,4.2,,,411,812");
    let line = copy.text(DATA).lines().position(|l| l.contains(",411,812")).unwrap() + 1;
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {DATA}")]));
    assert_eq!(value["differences"][0]["group"], "input");
    assert_eq!(value["verdicts"], json!([{"indicator": "4.2", "was": "met", "now": "not_met"}]));
    let at = format!("{DATA} {line}");
    let expected =
        [format!("4.2 value 99.876847 50.615764 {at}"), format!("4.2 numerator 811 411 {at}")];
    assert_eq!(parts(&value), expected);
    assert_eq!(value["not_final"]["verdicts"], 1);
    let page = copy.page("--width 80");
    assert!(page.starts_with("KHÁC 1 điểm: hồ sơ xã Quảng Nghĩa (06739)"), "{page}");
    for says in [DATA, &format!("dòng {line}"), "811", "411", "chưa đạt", "chỉ là dự thảo"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    // A change of no consequence.
    let copy = Copy::new();
    copy.edit(DATA, "\n", "\r\n");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {DATA}")]));
    assert!(copy.page("").contains("Không kết luận nào thay đổi"));
}

#[test]
fn a_threshold_that_differs_is_told_with_its_set_and_values() {
    let copy = Copy::new();
    copy.edit(SET, "TDMNPB = 95, DBSH = 99", "TDMNPB = 95, DBSH = 100");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {SET}")]));
    assert_eq!(value["differences"][0]["group"], "set");
    assert_eq!(value["verdicts"][0]["indicator"], "4.2");
    let moved = parts(&value);
    assert!(moved.contains(&format!("4.2 threshold 99 100 {SET} null")), "{moved:?}");
}

#[test]
fn evidence_that_differs_is_told_with_what_it_proves() {
    let copy = Copy::new();
    let mut proves: Vec<String> = copy
        .text(DATA)
        .lines()
        .filter(|row| row.contains("BC 83/BC-UBND"))
        .map(|row| row.split(',').nth(3).unwrap().to_owned())
        .collect();
    // An indicator of several parts has several rows.
    proves.dedup();
    assert!(!proves.is_empty());
    fs::write(copy.at(PAPER), "another").unwrap();
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {PAPER}")]));
    assert_eq!(value["differences"][0]["group"], "evidence");
    assert_eq!(value["differences"][0]["indicators"], json!(proves));
    assert!(copy.page("--width 200").contains("; minh chứng của chỉ tiêu "));
    // One that is gone keeps nothing from being scored.
    fs::remove_file(copy.at(PAPER)).unwrap();
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("missing {PAPER}")]));
    assert_eq!(value["verdicts"], json!([]));
    assert_eq!(value["not_final"]["files"], 1);
    // The evidence that is written in the data.
    let copy = Copy::new();
    copy.edit(DATA, "QĐ 185/QĐ-UBND ngày 23/11/2021", "");
    let (_, value) = copy.verify();
    assert_eq!(value["parts"][0]["field"], "evidence");
    assert_eq!(value["parts"][0]["was"], "QĐ 185/QĐ-UBND ngày 23/11/2021");
    assert_eq!(value["not_final"]["evidence"], 1);
}

#[test]
fn another_version_is_told_and_verdicts_compared() {
    let copy = Copy::new();
    copy.edit("receipt.json", "\"version\": \"", "\"version\": \"0.0.");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec!["version".to_owned()]));
    let page = copy.page("");
    assert!(page.starts_with("KHÁC phiên bản: số liệu và kết luận của hồ sơ"), "{page}");
    // Its verdicts must still follow from its inputs.
    copy.edit("receipt.json", "\"4.2\": \"met\"", "\"4.2\": \"not_met\"");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(value["verdicts"][0]["indicator"], "4.2");
}

#[test]
fn what_gives_no_result_is_told_with_the_reason() {
    let copy = Copy::new();
    copy.edit(DATA, "ntm,4.2,,,811,812", "ntm,4.2,,,81x,812");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {DATA}"), "no-result".into()]));
    let reason = &value["reasons"][0];
    assert_eq!((&reason["code"], &reason["file"]), (&json!("not-a-number"), &json!(DATA)));
    assert!(reason["line"].is_u64() && reason["message"].as_str().unwrap().contains("81x"));
    let page = copy.page("--lang en");
    assert!(page.contains("Why it cannot be scored again") && page.contains("81x"), "{page}");
    // A set that does not load.
    let copy = Copy::new();
    copy.edit(SET, "id = \"4.2\"", "id = 4.2.1");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {SET}"), "no-result".into()]));
    assert_eq!(value["reasons"][0]["file"], SET);
    // Not even text.
    fs::write(copy.at(SET), b"\xff\xfe\x00").unwrap();
    assert_eq!(copy.verify().0, 1);
    // The commune is gone.
    let copy = Copy::new();
    copy.edit("inputs/communes.csv", "06739,", "06999,");
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert!(told(&value).contains(&"no-result".to_owned()), "{value}");
    assert_ne!(value["reasons"], json!([]));
    // A question that this program does not know.
    let copy = Copy::new();
    copy.edit("receipt.json", "\"level\": \"ntm\"", "\"level\": \"kim-cuong\"");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec!["no-result".to_owned()]));
    assert_ne!(value["reasons"], json!([]));
}

#[test]
fn a_confirmation_taken_away_makes_it_a_draft() {
    let copy = Copy::new();
    // The first of an indicator: a rule of columns sends this commune nowhere.
    let of_indicator =
        |l: &&str| l.trim().starts_with("confirmed = ") && l.contains("indicator = ");
    let line = copy.text(SET).lines().find(of_indicator).unwrap().to_owned();
    copy.edit(SET, &format!("{line}\n"), "");
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec![format!("changed {SET}")]));
    assert_eq!(value["verdicts"], json!([]));
    let moved = parts(&value);
    assert!(moved[0].contains(" confidence confirmed ") && moved[0].contains(SET), "{moved:?}");
    assert_eq!(value["not_final"]["thresholds"], moved.len());
    assert!(copy.page("").contains("không còn là hồ sơ để nộp"));
    // With the receipt made to fit.
    copy.forge(&[SET]);
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert!(told(&value).contains(&"not-final".to_owned()), "{value}");
}

#[test]
fn a_receipt_made_to_fit_is_found_by_scoring_again() {
    // A verdict.
    let copy = Copy::new();
    copy.edit("receipt.json", "\"4.2\": \"met\"", "\"4.2\": \"not_met\"");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(value["verdicts"], json!([{"indicator": "4.2", "was": "not_met", "now": "met"}]));
    // The same verdict twice, of which readers may take the other.
    let copy = Copy::new();
    copy.edit("receipt.json", "\"4.2\": \"met\"", "\"4.2\": \"met\",\n    \"4.2\": \"not_met\"");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(value["differences"][0]["field"], "verdicts");
    // An input, with its digest.
    let copy = Copy::new();
    copy.edit(DATA, "ntm,4.2,,,811,812", "ntm,4.2,,,411,812");
    copy.forge(&[DATA]);
    let (code, value) = copy.verify();
    assert_eq!(code, 1);
    assert_eq!(value["verdicts"][0]["indicator"], "4.2");
    assert!(told(&value).contains(&"not-given score.json".to_owned()), "{value}");
    // A page, with its digest.
    let copy = Copy::new();
    copy.edit("explain.md", "chưa", "đã");
    copy.forge(&["explain.md"]);
    assert_eq!(copy.verify().0, 1);
    assert_eq!(told(&copy.verify().1), ["not-given explain.md"]);
    // A page left out.
    let copy = Copy::new();
    copy.leave_out("explain.md");
    assert_eq!(told(&copy.verify().1), ["not-given explain.md"]);
}

/// No run of the program writes such receipts.
#[test]
fn lists_in_another_form_are_found_though_the_receipt_is_sealed() {
    let field = |change: &dyn Fn(&mut Receipt)| {
        let copy = Copy::new();
        copy.rewrite(change);
        let (code, value) = copy.verify();
        assert_eq!(code, 1, "{value}");
        value["differences"][0]["field"].as_str().unwrap().to_owned()
    };
    for period in [None, Some("2021-01".to_owned())] {
        let change = |receipt: &mut Receipt| {
            let data = receipt.inputs.iter_mut().find(|input| input.path == DATA);
            data.unwrap().period.clone_from(&period);
        };
        assert_eq!(field(&change), "inputs");
    }
    assert_eq!(field(&|r| r.inputs.reverse()), "inputs");
    assert_eq!(field(&|r| r.sets.reverse()), "sets");
    assert_eq!(field(&|r| r.outputs.reverse()), "outputs");
}

#[test]
fn a_set_said_to_be_built_in_must_be_that_of_the_version() {
    let own = "criteria/qd-211-2024-ntm.toml";
    let copy = Copy::new();
    copy.edit(own, "#", "# khác\n#");
    copy.forge(&[own]);
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec!["built-in-set".to_owned()]));
    assert!(copy.page("").contains("qd-211-2024-ntm: ghi là bộ có sẵn"));
    // Of another version it may be another: that is worth a note.
    copy.edit("receipt.json", "\"version\": \"", "\"version\": \"0.0.");
    copy.reseal();
    let (code, value) = copy.verify();
    assert_eq!((code, told(&value)), (1, vec!["version".to_owned()]));
    assert_eq!(value["other_built_in_sets"], json!(["qd-211-2024-ntm"]));
    assert!(copy.page("--lang en").contains("built-in sets differ"));
    // One left out, with all that the receipt says of it.
    let copy = Copy::new();
    copy.leave_out(own);
    assert!(told(&copy.verify().1).contains(&"built-in-set".to_owned()));
}

/// Who makes another dossier from other inputs makes one that fits itself: only the
/// digest that was handed in tells it from the first.
#[test]
fn another_dossier_is_known_by_the_digest_alone() {
    let copy = Copy::new();
    copy.edit(DATA, "ntm,4.2,,,811,812", "ntm,4.2,,,810,812");
    let arguments = [
        "dossier",
        "ho-so/inputs/2022-12",
        "--commune",
        "06739",
        "--criteria",
        "ho-so/criteria",
        "--evidence",
        "ho-so/evidence",
        "-o",
        "khac",
    ];
    copy.0.run_args(arguments).assert_code(0);
    let digest = |bytes: &[u8]| {
        let receipt: Value = serde_json::from_slice(bytes).unwrap();
        receipt["sha256"].as_str().unwrap().to_owned()
    };
    let first = digest(&MADE["receipt.json"]);
    let verify = |more: &[&str]| {
        copy.0.run_args([&["verify", "khac", "--width", "200"][..], more].concat()).code_and_text()
    };
    assert_eq!(verify(&[]).0, 0);
    let (code, text) = verify(&["--sha256", &first]);
    assert_eq!(code, 1);
    assert!(text.starts_with("KHÁC: đây không phải hồ sơ đã nộp"), "{text}");
    assert!(text.contains(&first), "{text}");
    let own = digest(&fs::read(copy.0.path().join("khac/receipt.json")).unwrap());
    let (code, text) = verify(&["--sha256", &own.to_uppercase()]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains(&format!("đúng như mã đã cho: {own}")), "{text}");
    let (code, text) = verify(&["--sha256", &own[1..]]);
    assert_eq!(code, 2);
    assert!(text.contains("64 chữ số"), "{text}");
}

/// Who writes a day that has not come yet into a dossier has confirmed nothing by it: the
/// set is at fault, and the place is told. Verified later it is what it was.
#[test]
fn a_confirmation_of_the_future_gives_no_result() {
    let copy = Copy::new();
    assert_eq!(copy.verify().0, 0);
    let own = copy.text(SET);
    fs::write(copy.at(SET), own.replace("on = 2022-", "on = 2999-")).unwrap();
    copy.forge(&[SET]);
    let (code, value) = copy.verify();
    assert_eq!(code, 1, "{value}");
    let reasons = value["reasons"].as_array().unwrap();
    assert!(reasons.iter().all(|r| r["code"] == "impossible-confirmation"), "{value}");
    assert!(!reasons.is_empty() && value.to_string().contains("muộn hơn hôm nay"), "{value}");
}
