//! Where an office's own copy parts from the built-in set of the same id.

use crate::office::Office;
use ntm::law::{self, Altered, Origin, Source};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SET: &str = "qd-318-2022-ntm";

fn source(text: String) -> Source {
    Source { id: SET.to_owned(), name: format!("{SET}.toml"), origin: Origin::File, text }
}

fn built_in() -> String {
    std::fs::read_to_string(format!("{ROOT}/criteria/{SET}.toml")).unwrap()
}

/// What is told of a copy after an edit: place, built in, own.
fn told(edit: impl Fn(&str) -> String) -> Vec<(String, Option<String>, Option<String>)> {
    let (was, now) = (built_in(), edit(&built_in()));
    assert!(was != now, "the edit changes nothing");
    let told = law::altered(&source(now), &source(was));
    told.into_iter().map(|Altered { place, was, now }| (place.join(" "), was, now)).collect()
}

fn replaced(from: &str, to: &str) -> Vec<(String, Option<String>, Option<String>)> {
    told(|text| text.replacen(from, to, 1))
}

/// The text without the block of an indicator.
fn without(text: &str, id: &str) -> String {
    let start = text.find(&format!("  [[criterion.indicator]]\n  id = \"{id}\"")).unwrap();
    let end = text[start + 4..].find("[[").map_or(text.len(), |next| start + 4 + next);
    let end = text[..end].rfind('\n').unwrap() + 1;
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn what_is_asked_otherwise_is_told_with_both_values() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        replaced("in_force = 2022-03-08", "in_force = 2022-09-01"),
        [("decision in_force".to_owned(), some("2022-03-08"), some("2022-09-01"))]
    );
    let name = "Xã có đội bóng đá";
    let official =
        "Ban hành quy định quản lý quy hoạch chung xây dựng xã và tổ chức thực hiện theo quy hoạch";
    assert_eq!(
        replaced(official, name),
        [("criterion 1 indicator 1.2 name".to_owned(), some(official), some(name))]
    );
    let added = replaced("  id = \"1.2\"\n", "  id = \"1.2\"\n  if_present = true\n");
    assert_eq!(added, [("criterion 1 indicator 1.2 if_present".to_owned(), None, some("true"))]);
}

#[test]
fn what_is_taken_out_is_one_place() {
    let gone = told(|text| without(text, "17.12"));
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0].0, "criterion 17 indicator 17.12");
    assert!(gone[0].1.is_some() && gone[0].2.is_none());
    let start = built_in().find("[[criterion]]\nno = 19").unwrap();
    let gone = told(|text| text[..start].to_owned());
    assert_eq!(gone.len(), 1);
    assert_eq!((gone[0].0.as_str(), &gone[0].2), ("criterion 19", &None));
}

#[test]
fn form_and_confirmations_are_no_difference() {
    assert_eq!(told(|text| format!("# của cơ quan\r\n{}", text.replace('\n', "\r\n"))), []);
    assert_eq!(replaced("at_least = 80\n", "at_least = 80.00\n"), []);
    let confirmed = "at_least = 80\n  confirmed = { value = 80 }\n  confidence = \"assumed\"\n";
    assert_eq!(replaced("at_least = 80\n", confirmed), []);
    let spelt = "  id = \"1.2\"\n  if_present = false\n  measure = \"yes_no\"\n";
    assert_eq!(replaced("  id = \"1.2\"\n", spelt), []);
    assert_ne!(replaced("at_least = 80\n", "at_least = 80.0000001\n"), []);
}

#[test]
fn criteria_check_tells_it() {
    let folder = Office::empty();
    let file = format!("{SET}.toml");
    let check = || folder.run("criteria check .").assert_code(0).words();
    folder.write(&file, built_in());
    assert!(!check().contains("khác bản có sẵn"));
    folder.write(&file, built_in().replacen("at_least = 80\n", "at_least = 75.5\n", 1));
    let told = check();
    assert!(told.contains("khác bản có sẵn của chương trình ở 1 chỗ"), "{told}");
    assert!(told.contains("80 → 75.5"), "{told}");
}
