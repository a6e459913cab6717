//! Dossiers from outside: the sample's commune that meets everything, with thresholds
//! confirmed in a copy of the sets and its data completed; then every way in which a
//! dossier can be other than its receipt says.
#![allow(clippy::disallowed_methods, reason = "tests read files and run the program")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A small file of evidence that the commune cites.
const PAPER: &[u8] = b"%PDF-1.4 report 83";

fn ntm(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntm"));
    command.args(arguments).current_dir(ROOT).env_remove("NTM_LANG").output().unwrap()
}

fn told(output: &Output) -> (i32, String) {
    let text = [output.stdout.clone(), output.stderr.clone()].concat();
    (output.status.code().unwrap(), String::from_utf8(text).unwrap())
}

fn json(path: &str) -> (i32, Value) {
    let output = ntm(&["verify", path, "--format", "json"]);
    let value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code().unwrap(), value)
}

/// The sample with what its dossier needs.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Office {
        let folder = tempfile::tempdir().unwrap();
        let office = Office { folder };
        let month = office.path("so-lieu/2022-12");
        fs::create_dir_all(&month).unwrap();
        fs::create_dir_all(office.path("tieu-chi")).unwrap();
        fs::create_dir_all(office.path("minh-chung/bao cao")).unwrap();
        let sample = Path::new(ROOT).join("data/mong-cai");
        fs::copy(sample.join("communes.csv"), office.path("so-lieu/communes.csv")).unwrap();
        for file in ["06739.csv", "06739-nang-cao.csv", "06727.csv"] {
            let text = fs::read_to_string(sample.join("2022-12").join(file)).unwrap();
            fs::write(Path::new(&month).join(file), text).unwrap();
        }
        for set in ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm"] {
            let sets = office.path("tieu-chi");
            let by = ["--by", "Nguyễn Văn A", "--on", "2022-12-01", "--text", "bản giấy"];
            let line = [&["criteria", "confirm", set], by.as_slice(), &["-o", &sets]].concat();
            assert_eq!(told(&ntm(&line)).0, 0);
        }
        fs::write(office.path("minh-chung/bao cao/83-BC-UBND.pdf"), PAPER).unwrap();
        office
    }

    fn path(&self, inside: &str) -> String {
        self.folder.path().join(inside).to_str().unwrap().to_owned()
    }

    fn dossier(&self, to: &str, more: &[&str]) -> Output {
        let (data, sets, to) = (self.path("so-lieu/2022-12"), self.path("tieu-chi"), self.path(to));
        let own = ["dossier", &data, "--commune", "Quảng Nghĩa", "--criteria", &sets, "-o", &to];
        ntm(&[&own, more].concat())
    }

    fn made(&self, to: &str) -> String {
        let (code, text) = told(&self.dossier(to, &[]));
        assert_eq!(code, 0, "{text}");
        self.path(to)
    }
}

/// All files below a folder, by their paths in it.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    fn walk(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                walk(top, &path, files);
            } else {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(Path::new(folder), Path::new(folder), &mut all);
    all
}

#[test]
fn it_is_made_and_verified_where_everything_is_confirmed() {
    let office = Office::new();
    let made = office.made("ho-so");
    let all = files(&made);
    let receipt: Value = serde_json::from_slice(&all["receipt.json"]).unwrap();
    assert_eq!(receipt["schema"], "ntm.receipt.v1");
    assert_eq!(receipt["draft"], false);
    assert_eq!(receipt["achieved"], true);
    assert_eq!(receipt["counts"]["met"], 57);
    assert_eq!(receipt["thresholds"]["confirmed"], 57);
    assert_eq!(receipt["verdicts"].as_object().unwrap().len(), 57);
    // The inputs are copies byte for byte; other communes' files are not in it.
    for name in ["2022-12/06739.csv", "2022-12/06739-nang-cao.csv", "communes.csv"] {
        let own = fs::read(office.path(&format!("so-lieu/{name}"))).unwrap();
        assert_eq!(all[&format!("inputs/{name}")], own);
    }
    assert!(!all.contains_key("inputs/2022-12/06727.csv"));
    // Sets of the program are kept too, and those that were used are told.
    for set in receipt["sets"].as_array().unwrap() {
        let id = set["id"].as_str().unwrap();
        let used = ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm"].contains(&id);
        assert_eq!((set["used"].as_bool(), set["origin"] == "file"), (Some(used), used), "{id}");
    }
    let built_in = fs::read(format!("{ROOT}/criteria/qd-211-2024-ntm.toml")).unwrap();
    assert_eq!(all["criteria/qd-211-2024-ntm.toml"], built_in);
    // Every file is in the receipt with its size and SHA-256, and no other.
    let mut listed = BTreeMap::new();
    for group in ["inputs", "sets", "evidence", "outputs"] {
        for file in receipt[group].as_array().unwrap() {
            let path = file["path"].as_str().unwrap().to_owned();
            let bytes = &all[&path];
            assert_eq!(file["size"], bytes.len(), "{path}");
            assert_eq!(file["sha256"], ntm::law::sha256(bytes), "{path}");
            listed.insert(path, ());
        }
    }
    assert_eq!(listed.len() + 1, all.len());
    // What is kept gives the same score without the dossier's help.
    let inputs = format!("{made}/inputs/2022-12");
    let sets = format!("{made}/criteria");
    let score =
        ntm(&["score", &inputs, "--criteria", &sets, "--commune", "06739", "--format", "json"]);
    let score: Value = serde_json::from_slice(&score.stdout).unwrap();
    let kept: Value = serde_json::from_slice(&all["score.json"]).unwrap();
    assert_eq!(score["communes"][0]["results"], kept["communes"][0]["results"]);
    assert_eq!(score["communes"][0]["indicators"], kept["communes"][0]["indicators"]);
    for (path, bytes) in &all {
        if path.ends_with(".md") || path.ends_with(".html") {
            assert!(!String::from_utf8_lossy(bytes).contains("DỰ THẢO"), "{path}");
        }
    }
    let (code, text) = told(&ntm(&["verify", &made]));
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("Giống hệt"), "{text}");
    // The language of who verifies is not that of the pages.
    let (code, text) = told(&ntm(&["verify", &made, "--lang", "en"]));
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("Same"), "{text}");
    let (code, value) = json(&format!("{made}/receipt.json"));
    assert_eq!((code, &value["same"]), (0, &Value::Bool(true)));
    assert_eq!(value["schema"], "ntm.verify.v1");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let office = Office::new();
    let (one, two) = (office.made("a"), office.made("b"));
    assert_eq!(files(&one), files(&two));
    let (one, two) = (office.made("a.zip"), office.made("b.zip"));
    assert_eq!(fs::read(&one).unwrap(), fs::read(two).unwrap());
    assert_eq!(json(&one).0, 0);
}

#[test]
fn one_changed_byte_anywhere_is_found() {
    let office = Office::new();
    let made = office.made("ho-so");
    let all = files(&made);
    assert!(all.len() > 15);
    for (name, bytes) in &all {
        let path = format!("{made}/{name}");
        let places = [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 1];
        for (place, flip) in places.into_iter().zip([1_u8, 0x20, 0x80, 1]) {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            fs::write(&path, &changed).unwrap();
            let output = ntm(&["verify", &made]);
            assert_ne!(output.status.code(), Some(0), "{name}, byte {place}");
            let (_, text) = told(&output);
            assert!(!text.contains("Giống hệt"), "{text}");
            if name != "receipt.json" {
                assert_eq!(output.status.code(), Some(1), "{name}, byte {place}: {text}");
                assert!(text.contains(name.as_str()), "{name}: {text}");
            }
        }
        fs::write(&path, bytes).unwrap();
    }
    assert_eq!(json(&made).0, 0);
}

/// Every byte of the receipt, one by one, would take long: one in each of its fields.
#[test]
fn an_edited_receipt_is_found_whatever_field_it_is() {
    let office = Office::new();
    let made = office.made("ho-so");
    let path = format!("{made}/receipt.json");
    let own = fs::read_to_string(&path).unwrap();
    for (from, to) in [
        ("\"version\": \"", "\"version\": \"9"),
        ("\"draft\": false", "\"draft\": true"),
        ("\"met\": 57", "\"met\": 56"),
        ("\"lenient\": false", "\"lenient\": true"),
        ("\"commune\": {", "\"commune\":  {"),
        ("\"1.1\": \"met\"", "\"1.1\": \"not_met\""),
        ("\"name\": \"Quảng Nghĩa\"", "\"name\": \"Quảng Nghia\""),
        ("}\n", "}"),
    ] {
        let edited = match from {
            "}\n" => own.trim_end().to_owned(),
            _ => own.replacen(from, to, 1),
        };
        assert_ne!(edited, own, "{from}");
        fs::write(&path, &edited).unwrap();
        let (code, value) = json(&made);
        assert_eq!(code, 1, "{to}");
        let first = value["differences"][0]["what"].as_str().unwrap();
        assert!(first.starts_with("receipt-"), "{to}: {first}");
        // With a digest of its own it fits itself, and still not the inputs.
        if !["}\n", "\"commune\": {"].contains(&from) {
            fs::write(&path, resealed(&edited)).unwrap();
            let (code, value) = json(&made);
            assert_eq!(code, 1, "{to}: {value}");
            assert!(!value.to_string().contains("receipt-edited"), "{to}");
        }
    }
}

/// A receipt with the digest that its content has.
fn resealed(text: &str) -> Vec<u8> {
    let receipt = ntm::analysis::receipt::Receipt::read(text.as_bytes()).unwrap();
    receipt.sealed().1
}

#[test]
fn what_a_change_does_to_the_verdicts_is_told() {
    let office = Office::new();
    let made = office.made("ho-so");
    let change = |file: &str, from: &str, to: &str| {
        let path = format!("{made}/{file}");
        let own = fs::read_to_string(&path).unwrap();
        let text = own.replacen(from, to, 1);
        assert_ne!(text, own);
        fs::write(&path, text).unwrap();
        let (code, value) = json(&made);
        fs::write(&path, own).unwrap();
        assert_eq!(code, 1);
        value
    };
    // A value.
    let value = change("inputs/2022-12/06739.csv", "ntm,4.2,,,811,812", "ntm,4.2,,,411,812");
    assert_eq!(value["differences"].as_array().unwrap().len(), 1, "{value}");
    assert_eq!(value["differences"][0]["group"], "input");
    assert_eq!(
        value["verdicts"].to_string(),
        r#"[{"indicator":"4.2","now":"not_met","was":"met"}]"#
    );
    let fields: Vec<&str> =
        value["parts"].as_array().unwrap().iter().map(|p| p["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["value", "numerator"]);
    // A threshold.
    let set = "criteria/qd-318-2022-ntm.toml";
    let value = change(set, "id = \"3.1\"", "id = \"3.1\"\n  confidence = \"assumed\"");
    assert_eq!(value["verdicts"].as_array().unwrap().len(), 0);
    let value = change(set, "TDMNPB = 95, DBSH = 99", "TDMNPB = 95, DBSH = 100");
    assert_eq!(value["differences"][0]["group"], "set");
    assert_eq!(value["verdicts"][0]["indicator"], "4.2");
    assert!(value["parts"].to_string().contains("\"threshold\""), "{value}");
    // Evidence that is written in the data.
    let value = change("inputs/2022-12/06739.csv", "QĐ 185/QĐ-UBND ngày 23/11/2021", "");
    assert_eq!(value["verdicts"].as_array().unwrap().len(), 0);
    assert_eq!(value["parts"][0]["field"], "evidence");
    // Data that can no longer be read.
    let value = change("inputs/2022-12/06739.csv", "ntm,4.2,,,811,812", "ntm,4.2,,,81x,812");
    assert!(value["differences"].to_string().contains("no-result"));
}

#[test]
fn files_moved_missing_or_added_are_told() {
    let office = Office::new();
    let made = office.made("ho-so");
    let at = |name: &str| format!("{made}/{name}");
    fs::rename(at("explain.md"), at("giai-trinh.md")).unwrap();
    fs::remove_file(at("evidence-list.html")).unwrap();
    fs::write(at("inputs/2022-12/06730.csv"), "x").unwrap();
    let (code, value) = json(&made);
    assert_eq!(code, 1);
    let told: Vec<String> = value["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| {
            let word = |key: &str| d[key].as_str().unwrap_or("-").to_owned();
            [word("what"), word("path"), word("to")].join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "missing evidence-list.html -",
            "moved explain.md giai-trinh.md",
            "added inputs/2022-12/06730.csv -"
        ]
    );
    fs::remove_file(at("inputs/2022-12/06739.csv")).unwrap();
    let (code, value) = json(&made);
    assert_eq!(code, 1);
    assert!(value["differences"].to_string().contains("no-result"), "{value}");
}

#[test]
fn without_confirmations_it_refuses_and_lists_what_to_confirm() {
    let office = Office::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    let output = ntm(&["dossier", &data, "--commune", "06739", "-o", &to]);
    let (code, text) = told(&output);
    assert_eq!(code, 1);
    assert!(output.stderr.is_empty());
    assert!(!Path::new(&to).exists());
    // Against the score: every part with a threshold, by the layer that gives it.
    let score = ntm(&["score", &data, "--commune", "06739", "--format", "json"]);
    let score: Value = serde_json::from_slice(&score.stdout).unwrap();
    let mut lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut expected = 0;
    for criterion in score["communes"][0]["results"].as_array().unwrap() {
        for indicator in criterion["indicators"].as_array().unwrap() {
            for part in indicator["parts"].as_array().unwrap() {
                let id = indicator["id"].as_str().unwrap();
                let layer = match part["basis"].as_str().unwrap().starts_with("1246") {
                    true => "qd-1246-2022-quang-ninh-ntm",
                    false => "qd-318-2022-ntm",
                };
                let start = match part["part"].as_str().unwrap() {
                    "" => format!("{id} "),
                    part => format!("{id} – {part} "),
                };
                let found = lines.any(|line| line.starts_with(&start) && line.ends_with(layer));
                assert!(found, "{start}: {text}");
                expected += 1;
            }
        }
    }
    assert!(text.contains(&format!("{expected} mức chưa xác nhận")), "{text}");
    assert!(text.contains("ntm criteria confirm qd-1246-2022-quang-ninh-ntm 2.1 2.2 2.3 2.4 "));
    // As a draft it is made, and every page says so.
    let output = ntm(&["dossier", &data, "--commune", "06739", "-o", &to, "--draft"]);
    assert_eq!(told(&output).0, 0);
    let all = files(&to);
    let receipt: Value = serde_json::from_slice(&all["receipt.json"]).unwrap();
    assert_eq!(receipt["draft"], true);
    assert_eq!(receipt["lacking"]["thresholds"], expected);
    let explain = String::from_utf8(all["explain.md"].clone()).unwrap();
    let titles: Vec<&str> = explain.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(titles.len(), 57);
    assert!(titles.iter().all(|title| title.starts_with("# DỰ THẢO – ")));
    for stem in ["self-assessment", "evidence-list"] {
        let text = |ending| String::from_utf8(all[&format!("{stem}.{ending}")].clone()).unwrap();
        assert!(text("md").starts_with("# DỰ THẢO – "));
        assert!(text("html").contains("@top-center { content: \"\\44 \\1ef0 "));
        assert!(entry(&all[&format!("{stem}.docx")], "word/header1.xml").contains("DỰ THẢO"));
        let sheet = entry(&all[&format!("{stem}.xlsx")], "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<oddHeader>&amp;C&amp;BDỰ THẢO"), "{stem}");
    }
    let (code, text) = told(&ntm(&["verify", &to]));
    assert_eq!(code, 0);
    assert!(text.contains("DỰ THẢO"));
    // A draft that says that it is none.
    let receipt = fs::read_to_string(format!("{to}/receipt.json")).unwrap();
    let receipt = receipt.replace("\"draft\": true", "\"draft\": false");
    fs::write(format!("{to}/receipt.json"), resealed(&receipt)).unwrap();
    let (code, value) = json(&to);
    assert_eq!(code, 1);
    assert!(value["differences"].to_string().contains("\"field\":\"draft\""), "{value}");
}

fn entry(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn what_is_not_met_and_what_nothing_proves_is_named() {
    let office = Office::new();
    let path = office.path("so-lieu/2022-12/06739.csv");
    let text = fs::read_to_string(&path).unwrap();
    let text = text
        .replace("ntm,4.2,,,811,812", "ntm,4.2,,,411,812")
        .replace("ntm,3.2,,đạt", "ntm,3.2,,")
        .replace("QĐ 185/QĐ-UBND ngày 23/11/2021", "");
    fs::write(&path, text).unwrap();
    let (code, text) = told(&office.dossier("ho-so", &["--width", "200"]));
    assert_eq!(code, 1);
    let row = |id: &str, end: &str| {
        text.lines().any(|line| {
            let line = line.trim();
            line.starts_with(&format!("{id} ")) && line.ends_with(end)
        })
    };
    assert!(row("4.2", "chưa đạt") && row("3.2", "chưa có số liệu"), "{text}");
    assert!(row("1.1", "chưa có minh chứng"), "{text}");
    assert!(text.contains("2 chỉ tiêu chưa đạt") && text.contains("0 mức chưa xác nhận"), "{text}");
    assert!(!text.contains("ntm criteria confirm"));
    // Faults are not for a dossier to pass over.
    let data = fs::read_to_string(&path).unwrap().replace("ntm,9.1,,0", "ntm,9.1,,0x");
    fs::write(&path, data).unwrap();
    let (code, text) = told(&office.dossier("ho-so", &["--draft"]));
    assert_eq!(code, 2);
    assert!(text.contains("error[not-a-number]"), "{text}");
    assert!(!Path::new(&office.path("ho-so")).exists());
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let office = Office::new();
    fs::create_dir(office.path("trong")).unwrap();
    office.made("trong");
    let (code, text) = told(&office.dossier("trong", &[]));
    assert_eq!(code, 2);
    assert!(text.contains("đã có"), "{text}");
    fs::write(office.path("co.zip"), "x").unwrap();
    assert_eq!(told(&office.dossier("co.zip", &[])).0, 2);
    assert_eq!(fs::read(office.path("co.zip")).unwrap(), b"x");
    assert_eq!(told(&office.dossier("khong/co/ho-so", &[])).0, 2);
    let left: Vec<_> = fs::read_dir(office.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 5, "{left:?}");
}

#[test]
fn communes_levels_and_sources_that_give_nothing_are_told() {
    let office = Office::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    for (arguments, says) in [
        (vec!["--commune", "Hải Sơn"], "chưa có số liệu"),
        (vec!["--commune", "Hải Sn"], "Hải Sơn"),
        (vec!["--commune", "06739", "--level", "kim-cuong"], "nang-cao"),
        (vec!["--commune", "06739", "--source", "appraised"], "Quảng Nghĩa"),
        (vec!["--commune", "06739", "--evidence", "khong-co"], "khong-co"),
        (vec![], "--commune"),
    ] {
        let own = ["dossier", &data, "-o", &to, "--draft"];
        let (code, text) = told(&ntm(&[&own[..], &arguments].concat()));
        assert_eq!(code, 2, "{arguments:?}: {text}");
        assert!(text.contains(says), "{arguments:?}: {text}");
        assert!(!Path::new(&to).exists());
    }
}

#[test]
fn files_of_evidence_go_with_it() {
    let office = Office::new();
    let evidence = office.path("minh-chung");
    let (code, text) = told(&office.dossier("ho-so", &["--evidence", &evidence]));
    assert_eq!(code, 1, "documents without file stand against it");
    assert!(text.contains("QĐ 185/QĐ-UBND ngày 23/11/2021"), "{text}");
    assert!(!text.contains("BC 83/BC-UBND"), "{text}");
    fs::write(office.path("minh-chung/khac.pdf"), "x").unwrap();
    // Every other document of the commune, each under its number.
    let data = fs::read_to_string(office.path("so-lieu/2022-12/06739.csv")).unwrap();
    for row in data.lines().skip(1) {
        let document = row.split(',').nth(8).unwrap();
        let number = document.split(" ngày ").next().unwrap().replace(['/', ' '], "-");
        fs::write(office.path(&format!("minh-chung/{number}.pdf")), document).unwrap();
    }
    let (code, text) = told(&office.dossier("ho-so", &["--evidence", &evidence]));
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("1 tệp trong thư mục minh chứng"), "{text}");
    let made = office.path("ho-so");
    let all = files(&made);
    assert_eq!(all["evidence/bao cao/83-BC-UBND.pdf"], PAPER);
    assert!(!all.contains_key("evidence/khac.pdf"));
    let list = String::from_utf8(all["evidence-list.md"].clone()).unwrap();
    assert!(list.contains("evidence/bao cao/83-BC-UBND.pdf"), "{list}");
    assert_eq!(json(&made).0, 0);
    fs::write(format!("{made}/evidence/bao cao/83-BC-UBND.pdf"), b"%PDF-1.4 report 84").unwrap();
    let (code, value) = json(&made);
    assert_eq!(code, 1);
    assert_eq!(value["differences"][0]["group"], "evidence");
}

#[test]
fn check_tells_documents_without_file_and_files_without_document() {
    let office = Office::new();
    fs::write(office.path("minh-chung/khac.pdf"), "x").unwrap();
    fs::write(office.path("minh-chung/.an"), "x").unwrap();
    let (data, evidence) = (office.path("so-lieu/2022-12/06739.csv"), office.path("minh-chung"));
    let output = ntm(&["check", &data, "--evidence", &evidence, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "warnings do not fail a check");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    let of = |code: &str| -> Vec<Value> {
        let all = value["problems"].as_array().unwrap().iter();
        all.filter(|p| p["code"] == code).cloned().collect()
    };
    let uncited = of("evidence-file-uncited");
    assert_eq!(uncited.len(), 1);
    assert!(uncited[0]["file"].as_str().unwrap().ends_with("minh-chung/khac.pdf"));
    // Against the file itself: each document but the one that has a file, once.
    let text = fs::read_to_string(&data).unwrap();
    let mut cited: Vec<&str> = text.lines().skip(1).map(|r| r.split(',').nth(8).unwrap()).collect();
    cited.sort_unstable();
    cited.dedup();
    let mut missing: Vec<String> = of("evidence-file-missing")
        .iter()
        .map(|p| {
            assert_eq!(
                (p["column"].as_str(), p["severity"].as_str()),
                (Some("evidence"), Some("warning"))
            );
            p["cell"].as_str().unwrap().to_owned()
        })
        .collect();
    missing.sort_unstable();
    cited.retain(|document| !document.starts_with("BC 83/"));
    assert_eq!(missing, cited);
    // Not asked for, not told.
    let output = ntm(&["check", &data, "--format", "json"]);
    assert!(!String::from_utf8(output.stdout).unwrap().contains("evidence-file"));
}

#[test]
fn an_archive_is_not_trusted() {
    let office = Office::new();
    let made = office.made("ho-so");
    let pack = |name: &str, files: &[(&str, &[u8])], link: Option<&str>| {
        let path = office.path(name);
        let mut writer = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        let options = zip::write::SimpleFileOptions::default();
        for (name, bytes) in files {
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        if let Some(link) = link {
            writer.add_symlink(link, "/etc/passwd", options).unwrap();
        }
        writer.finish().unwrap();
        path
    };
    let all = files(&made);
    let whole: Vec<(&str, &[u8])> = all.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    for evil in ["../x", "/etc/x", "C:/x", "a\\..\\x", "a/../../x", "a//x", "./x"] {
        let path = pack("evil.zip", &[&whole[..], &[(evil, b"x")]].concat(), None);
        let (code, text) = told(&ntm(&["verify", &path]));
        assert_eq!(code, 2, "{evil}: {text}");
        assert!(text.contains("dẫn ra ngoài"), "{evil}: {text}");
    }
    let path = pack("link.zip", &whole, Some("inputs/link"));
    assert_eq!(told(&ntm(&["verify", &path])).0, 2);
    let zeros = vec![0_u8; 257 << 20];
    let path = pack("bomb.zip", &[&whole[..], &[("zeros", zeros.as_slice())]].concat(), None);
    assert!(fs::metadata(&path).unwrap().len() < 2 << 20);
    let (code, text) = told(&ntm(&["verify", &path]));
    assert_eq!(code, 2);
    assert!(text.contains("256 MB"), "{text}");
    // Packed anew the files are the same, and it says so.
    let path = pack("again.zip", &whole, None);
    let (code, value) = json(&path);
    assert_eq!(code, 1);
    assert_eq!(value["differences"].as_array().unwrap().len(), 1);
    assert_eq!(value["differences"][0]["what"], "repacked");
    // A receipt that names a file outside.
    let receipt = fs::read_to_string(format!("{made}/receipt.json")).unwrap();
    let receipt = receipt.replace("inputs/communes.csv", "../communes.csv");
    fs::write(format!("{made}/receipt.json"), receipt).unwrap();
    assert_eq!(json(&made).0, 2);
}

#[test]
fn one_changed_byte_of_an_archive_is_found() {
    let office = Office::new();
    let made = office.made("ho-so.zip");
    let bytes = fs::read(&made).unwrap();
    let step = bytes.len() / 40;
    for place in (0..bytes.len()).step_by(step).chain(bytes.len() - 30..bytes.len()) {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        fs::write(&made, changed).unwrap();
        let (code, text) = told(&ntm(&["verify", &made]));
        assert_ne!(code, 0, "byte {place}: {text}");
    }
}

#[test]
fn what_is_no_receipt_or_a_newer_one_cannot_be_read() {
    let office = Office::new();
    let made = office.made("ho-so");
    let path = format!("{made}/receipt.json");
    let own = fs::read_to_string(&path).unwrap();
    // What stands where the receipt stood and is none was changed: a difference.
    for (text, says, expected) in [
        ("{".to_owned(), "đã bị sửa hoặc hỏng", 1),
        ("{}".to_owned(), "đã bị sửa hoặc hỏng", 1),
        (own.replace("ntm.receipt.v1", "ntm.receipt.v2"), "ntm.receipt.v2", 2),
        (own.replace("\"draft\"", "\"nhap\""), "đã bị sửa hoặc hỏng", 1),
    ] {
        fs::write(&path, text).unwrap();
        let (code, text) = told(&ntm(&["verify", &made]));
        assert_eq!(code, expected, "{text}");
        assert!(text.contains(says), "{text}");
    }
    assert_eq!(told(&ntm(&["verify", "README.md"])).0, 2);
    assert_eq!(told(&ntm(&["verify", "khong-co"])).0, 2);
    assert_eq!(told(&ntm(&["verify", "data"])).0, 2);
}

/// Nâng cao presupposes NTM: where that is open no dossier is made, however complete the
/// higher level is.
#[test]
fn a_higher_title_wants_those_below_it() {
    let office = Office::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    let file = office.path("so-lieu/2022-12/06739.csv");
    let run = || {
        let own = ["dossier", &data, "--commune", "06739", "--level", "nang-cao", "-o", &to];
        told(&ntm(&own))
    };
    let (code, text) = run();
    assert_eq!(code, 1);
    assert!(!text.contains("cấp độ này đòi hỏi"), "NTM is complete: {text}");
    let whole = fs::read_to_string(&file).unwrap();
    let open = whole.replacen("ntm,1.2,,đạt", "ntm,1.2,,chưa đạt", 1);
    assert_ne!(open, whole);
    fs::write(&file, open).unwrap();
    let (code, text) = run();
    assert_eq!(code, 1);
    assert!(
        text.contains("đòi hỏi đủ cấp độ ntm, còn chưa đạt hoặc chưa có số liệu: 1.2"),
        "{text}"
    );
    fs::remove_file(&file).unwrap();
    let (code, text) = run();
    assert_eq!(code, 1);
    assert!(text.contains("đòi hỏi đủ cấp độ ntm, mà chưa có số liệu"), "{text}");
    assert!(!Path::new(&to).exists());
}
