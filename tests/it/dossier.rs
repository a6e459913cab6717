//! Dossiers from outside: the sample's commune that meets everything, with thresholds
//! confirmed in a copy of the sets and its data completed; then every way in which a
//! dossier can be other than its receipt says.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::dossier_office::{DossierOffice, PAPER, entry, resealed, verify};
use crate::office::Office;
use crate::office::ROOT;
use crate::office::files_below;
use serde_json::Value;

#[test]
fn it_is_made_and_verified_where_everything_is_confirmed() {
    let office = DossierOffice::new();
    let made = office.made("ho-so");
    let all = files_below(&made);
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
        // The conditions of recognition were judged by too.
        let own =
            ["qd-318-2022-ntm", "qd-1246-2022-quang-ninh-ntm", crate::dossier_office::CONDITIONS];
        let own = own.contains(&id);
        assert_eq!((set["used"].as_bool(), set["origin"] == "file"), (Some(own), own), "{id}");
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
    let score = Office::project().run_args([
        "score",
        &inputs,
        "--criteria",
        &sets,
        "--commune",
        "06739",
        "--format",
        "json",
    ]);
    let score: Value = score.json();
    let kept: Value = serde_json::from_slice(&all["score.json"]).unwrap();
    assert_eq!(score["communes"][0]["results"], kept["communes"][0]["results"]);
    assert_eq!(score["communes"][0]["indicators"], kept["communes"][0]["indicators"]);
    for (path, bytes) in &all {
        if path.ends_with(".md") || path.ends_with(".html") {
            assert!(!String::from_utf8_lossy(bytes).contains("DỰ THẢO"), "{path}");
        }
    }
    let (code, text) = Office::project().run_args(["verify", &made]).code_and_text();
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("Giống hệt"), "{text}");
    // The language of who verifies is not that of the pages.
    let (code, text) =
        Office::project().run_args(["verify", &made, "--lang", "en"]).code_and_text();
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("Same"), "{text}");
    let (code, value) = verify(&format!("{made}/receipt.json"));
    assert_eq!((code, &value["same"]), (0, &Value::Bool(true)));
    assert_eq!(value["schema"], "ntm.verify.v1");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let office = DossierOffice::new();
    let (one, two) = (office.made("a"), office.made("b"));
    assert_eq!(files_below(&one), files_below(&two));
    let (one, two) = (office.made("a.zip"), office.made("b.zip"));
    assert_eq!(fs::read(&one).unwrap(), fs::read(two).unwrap());
    assert_eq!(verify(&one).0, 0);
}

/// Every byte of the receipt, one by one, would take long: one in each of its fields.
#[test]
fn an_edited_receipt_is_found_whatever_field_it_is() {
    let office = DossierOffice::new();
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
        let (code, value) = verify(&made);
        assert_eq!(code, 1, "{to}");
        let first = value["differences"][0]["what"].as_str().unwrap();
        assert!(first.starts_with("receipt-"), "{to}: {first}");
        // With a digest of its own it fits itself, and still not the inputs.
        if !["}\n", "\"commune\": {"].contains(&from) {
            fs::write(&path, resealed(&edited)).unwrap();
            let (code, value) = verify(&made);
            assert_eq!(code, 1, "{to}: {value}");
            assert!(!value.to_string().contains("receipt-edited"), "{to}");
        }
    }
}

#[test]
fn what_a_change_does_to_the_verdicts_is_told() {
    let office = DossierOffice::new();
    let made = office.made("ho-so");
    let change = |file: &str, from: &str, to: &str| {
        let path = format!("{made}/{file}");
        let own = fs::read_to_string(&path).unwrap();
        let text = own.replacen(from, to, 1);
        assert_ne!(text, own);
        fs::write(&path, text).unwrap();
        let (code, value) = verify(&made);
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
    let office = DossierOffice::new();
    let made = office.made("ho-so");
    let at = |name: &str| format!("{made}/{name}");
    fs::rename(at("explain.md"), at("giai-trinh.md")).unwrap();
    fs::remove_file(at("evidence-list.html")).unwrap();
    fs::write(at("inputs/2022-12/06730.csv"), "x").unwrap();
    let (code, value) = verify(&made);
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
    let (code, value) = verify(&made);
    assert_eq!(code, 1);
    assert!(value["differences"].to_string().contains("no-result"), "{value}");
}

#[test]
fn without_confirmations_it_refuses_and_lists_what_to_confirm() {
    let office = DossierOffice::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    let output = Office::project().run_args(["dossier", &data, "--commune", "06739", "-o", &to]);
    let (code, text) = output.code_and_text();
    assert_eq!(code, 1);
    assert!(output.stderr().is_empty());
    assert!(!Path::new(&to).exists());
    // Against the score: every part with a threshold, by the layer that gives it.
    let score =
        Office::project().run_args(["score", &data, "--commune", "06739", "--format", "json"]);
    let score: Value = score.json();
    let mut lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut expected = 0;
    for criterion in score["communes"][0]["results"].as_array().unwrap() {
        for indicator in criterion["indicators"].as_array().unwrap() {
            for part in indicator["parts"].as_array().unwrap() {
                let id = indicator["id"].as_str().unwrap();
                let layer = if part["basis"].as_str().unwrap().starts_with("1246") {
                    "qd-1246-2022-quang-ninh-ntm"
                } else {
                    "qd-318-2022-ntm"
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
    // And the three conditions of recognition.
    assert!(text.contains(&format!("{} mức chưa xác nhận", expected + 3)), "{text}");
    assert!(text.contains("ntm criteria confirm qd-1246-2022-quang-ninh-ntm 2.1 2.2 2.3 2.4 "));
    // As a draft it is made, and every page says so.
    let output =
        Office::project().run_args(["dossier", &data, "--commune", "06739", "-o", &to, "--draft"]);
    output.assert_code(0);
    let all = files_below(&to);
    let receipt: Value = serde_json::from_slice(&all["receipt.json"]).unwrap();
    assert_eq!(receipt["draft"], true);
    assert_eq!(receipt["lacking"]["thresholds"], expected + 3);
    let explain = String::from_utf8(all["explain.md"].clone()).unwrap();
    let titles: Vec<&str> = explain.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(titles.len(), 57);
    assert!(titles.iter().all(|title| title.starts_with("# DỰ THẢO – ")));
    for stem in ["self-assessment", "evidence-list"] {
        let text = |ending| String::from_utf8(all[&format!("{stem}.{ending}")].clone()).unwrap();
        assert!(text("md").starts_with("# DỰ THẢO – "));
        assert!(text("html").contains("@top-center { content: \"\\44 \\1ef0 "));
        marked(&all[&format!("{stem}.docx")], "DỰ THẢO");
        let sheet = entry(&all[&format!("{stem}.xlsx")], "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<oddHeader>&amp;C&amp;BDỰ THẢO"), "{stem}");
    }
    let (code, text) = Office::project().run_args(["verify", &to]).code_and_text();
    assert_eq!(code, 0);
    assert!(text.contains("DỰ THẢO"));
    // A draft that says that it is none.
    let receipt = fs::read_to_string(format!("{to}/receipt.json")).unwrap();
    let receipt = receipt.replace("\"draft\": true", "\"draft\": false");
    fs::write(format!("{to}/receipt.json"), resealed(&receipt)).unwrap();
    let (code, value) = verify(&to);
    assert_eq!(code, 1);
    assert!(value["differences"].to_string().contains("\"field\":\"draft\""), "{value}");
}

/// Every page of a letter bears the mark, the first of each part too.
fn marked(docx: &[u8], mark: &str) {
    for header in ["word/header1.xml", "word/header2.xml"] {
        assert!(entry(docx, header).contains(&format!(">{mark}<")), "{header}");
    }
    let text = entry(docx, "word/document.xml");
    let parts = text.split("<w:sectPr").skip(1).map(|part| part.split("</w:sectPr>").next());
    for part in parts.map(Option::unwrap) {
        assert!(part.contains("w:titlePg"));
        for (kind, id) in [("default", "rIdHeader1"), ("first", "rIdHeader2")] {
            assert!(part.contains(&format!("<w:headerReference w:type=\"{kind}\" r:id=\"{id}\"")));
        }
    }
}

/// The words that a draft must bear are Vietnamese in every language.
#[test]
fn an_english_draft_bears_the_same_mark() {
    let office = DossierOffice::new();
    let (data, to) = (office.path("so-lieu/2022-12"), office.path("ho-so"));
    let own = ["--lang", "en", "dossier", &data, "--commune", "06739", "-o", &to, "--draft"];
    Office::project().run_args(own).assert_code(0);
    let all = files_below(&to);
    for stem in ["self-assessment", "evidence-list"] {
        let text = String::from_utf8(all[&format!("{stem}.md")].clone()).unwrap();
        assert!(text.starts_with("# DỰ THẢO (DRAFT) – "), "{text}");
        marked(&all[&format!("{stem}.docx")], "DỰ THẢO (DRAFT)");
        let sheet = entry(&all[&format!("{stem}.xlsx")], "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<oddHeader>&amp;C&amp;BDỰ THẢO (DRAFT)"), "{stem}");
    }
    let explain = String::from_utf8(all["explain.md"].clone()).unwrap();
    assert!(explain.lines().filter(|l| l.starts_with("# ")).all(|l| l.contains("DỰ THẢO")));
    assert_eq!(verify(&to).0, 0);
}

#[test]
fn what_is_not_met_and_what_nothing_proves_is_named() {
    let office = DossierOffice::new();
    let path = office.path("so-lieu/2022-12/06739.csv");
    let text = fs::read_to_string(&path).unwrap();
    let text = text
        .replace("ntm,4.2,,,811,812", "ntm,4.2,,,411,812")
        .replace("ntm,3.2,,đạt", "ntm,3.2,,")
        .replace("QĐ 185/QĐ-UBND ngày 23/11/2021", "");
    fs::write(&path, text).unwrap();
    let (code, text) = office.dossier("ho-so", &["--width", "200"]).code_and_text();
    assert_eq!(code, 1);
    let row = |id: &str, end: &str| {
        text.lines().any(|line| {
            let line = line.trim();
            line.starts_with(&format!("{id} ")) && line.ends_with(end)
        })
    };
    assert!(row("4.2", "chưa đạt") && row("3.2", "chưa có số liệu"), "{text}");
    assert!(row("1.1", "chưa có minh chứng"), "{text}");
    assert!(text.contains("2 chỉ tiêu chưa đạt") && !text.contains("mức chưa xác nhận"), "{text}");
    assert!(!text.contains("ntm criteria confirm"));
    // Faults are not for a dossier to pass over.
    let data = fs::read_to_string(&path).unwrap().replace("ntm,9.1,,0", "ntm,9.1,,0x");
    fs::write(&path, data).unwrap();
    let (code, text) = office.dossier("ho-so", &["--draft"]).code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("lỗi[not-a-number]"), "{text}");
    assert!(!Path::new(&office.path("ho-so")).exists());
}

/// A document that is no longer valid when the period ends proves nothing.
#[test]
fn expired_evidence_stands_against_it() {
    let office = DossierOffice::new();
    let path = office.path("so-lieu/2022-12/06739.csv");
    let own = fs::read_to_string(&path).unwrap();
    let until = |date: &str| {
        let row = |row: &str| match row {
            head if head.starts_with("commune,") => format!("{head},valid_until\n"),
            row if row.contains("QĐ 185/") || row.contains(",ntm,2.2,") => {
                format!("{row},{date}\n")
            }
            row => format!("{row},\n"),
        };
        fs::write(&path, own.lines().map(row).collect::<String>()).unwrap();
    };
    // The last day counts.
    until("31/12/2022");
    office.made("con-han");
    until("30/12/2022");
    let output = office.dossier("ho-so", &["--width", "200"]);
    let (code, text) = output.code_and_text();
    assert_eq!(code, 1, "{text}");
    let line = |words: [&str; 3]| text.lines().any(|l| words.iter().all(|word| l.contains(word)));
    assert!(line(["QĐ 185/QĐ-UBND ngày 23/11/2021", "30/12/2022", "1.1"]), "{text}");
    assert!(line(["BC 83/BC-UBND ngày 23/12/2022", "30/12/2022", "2.2"]), "{text}");
    assert!(text.contains("2 minh chứng còn thiếu hoặc hết hiệu lực"), "{text}");
    assert!(!Path::new(&office.path("ho-so")).exists());
    office.dossier("ho-so", &["--draft"]).assert_code(0);
    let made = office.path("ho-so");
    let receipt: Value = serde_json::from_slice(&files_below(&made)["receipt.json"]).unwrap();
    assert_eq!(receipt["lacking"]["expired"], 2);
    assert_eq!(receipt["lacking"]["evidence"], 0);
    assert_eq!(verify(&made).0, 0);
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let office = DossierOffice::new();
    fs::create_dir(office.path("trong")).unwrap();
    office.made("trong");
    let (code, text) = office.dossier("trong", &[]).code_and_text();
    assert_eq!(code, 2);
    assert!(text.contains("đã có"), "{text}");
    fs::write(office.path("co.zip"), "x").unwrap();
    office.dossier("co.zip", &[]).assert_code(2);
    assert_eq!(fs::read(office.path("co.zip")).unwrap(), b"x");
    office.dossier("khong/co/ho-so", &[]).assert_code(2);
    let left: Vec<_> = fs::read_dir(office.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 5, "{left:?}");
}

#[test]
fn communes_levels_and_sources_that_give_nothing_are_told() {
    let office = DossierOffice::new();
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
        let (code, text) =
            Office::project().run_args([&own[..], &arguments].concat()).code_and_text();
        assert_eq!(code, 2, "{arguments:?}: {text}");
        assert!(text.contains(says), "{arguments:?}: {text}");
        assert!(!Path::new(&to).exists());
    }
}

#[test]
fn files_of_evidence_go_with_it() {
    let office = DossierOffice::new();
    let evidence = office.path("minh-chung");
    let (code, text) = office.dossier("ho-so", &["--evidence", &evidence]).code_and_text();
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
    let (code, text) = office.dossier("ho-so", &["--evidence", &evidence]).code_and_text();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("1 tệp trong thư mục minh chứng"), "{text}");
    let made = office.path("ho-so");
    let all = files_below(&made);
    assert_eq!(all["evidence/bao cao/83-BC-UBND.pdf"], PAPER);
    assert!(!all.contains_key("evidence/khac.pdf"));
    let list = String::from_utf8(all["evidence-list.md"].clone()).unwrap();
    assert!(list.contains("evidence/bao cao/83-BC-UBND.pdf"), "{list}");
    assert_eq!(verify(&made).0, 0);
    fs::write(format!("{made}/evidence/bao cao/83-BC-UBND.pdf"), b"%PDF-1.4 report 84").unwrap();
    let (code, value) = verify(&made);
    assert_eq!(code, 1);
    assert_eq!(value["differences"][0]["group"], "evidence");
}

#[test]
fn an_empty_file_and_a_link_prove_nothing() {
    let office = DossierOffice::new();
    let (evidence, paper) = (office.path("minh-chung"), "minh-chung/bao cao/83-BC-UBND.pdf");
    let refused = || office.dossier("ho-so", &["--evidence", &evidence]).code_and_text();
    assert!(!refused().1.contains("BC 83/BC-UBND"));
    fs::write(office.path(paper), "").unwrap();
    let (code, text) = refused();
    assert!(code == 1 && text.contains("BC 83/BC-UBND"), "{text}");
    assert!(!text.contains("Liên kết"), "{text}");
    #[cfg(unix)]
    {
        fs::write(office.path("83.pdf"), PAPER).unwrap();
        fs::remove_file(office.path(paper)).unwrap();
        std::os::unix::fs::symlink(office.path("83.pdf"), office.path(paper)).unwrap();
        let (code, text) = refused();
        assert!(code == 1 && text.contains("BC 83/BC-UBND"), "{text}");
        assert!(text.contains("không được đi theo, không vào hồ sơ: bao cao/83-BC-UBND.pdf"));
    }
}

#[test]
fn check_tells_documents_without_file_and_files_without_document() {
    let office = DossierOffice::new();
    fs::write(office.path("minh-chung/khac.pdf"), "x").unwrap();
    fs::write(office.path("minh-chung/.an"), "x").unwrap();
    let (data, evidence) = (office.path("so-lieu/2022-12/06739.csv"), office.path("minh-chung"));
    let output = Office::project()
        .run_args(["check", &data, "--evidence", &evidence, "--format", "json"])
        .assert_code(0);
    let value: Value = output.json();
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
    let output = Office::project().run_args(["check", &data, "--format", "json"]);
    assert!(!output.stdout().contains("evidence-file"));
}

#[test]
fn an_archive_is_not_trusted() {
    let office = DossierOffice::new();
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
    let all = files_below(&made);
    let whole: Vec<(&str, &[u8])> = all.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    for evil in ["../x", "/etc/x", "C:/x", "a\\..\\x", "a/../../x", "a//x", "./x"] {
        let path = pack("evil.zip", &[&whole[..], &[(evil, b"x")]].concat(), None);
        let (code, text) = Office::project().run_args(["verify", &path]).code_and_text();
        assert_eq!(code, 1, "{evil}: {text}");
        assert!(text.contains("dẫn ra ngoài"), "{evil}: {text}");
    }
    let path = pack("link.zip", &whole, Some("inputs/link"));
    Office::project().run_args(["verify", &path]).assert_code(1);
    // Packed anew the files are the same, and it says so.
    let path = pack("again.zip", &whole, None);
    let (code, value) = verify(&path);
    assert_eq!(code, 1);
    assert_eq!(value["differences"].as_array().unwrap().len(), 1);
    assert_eq!(value["differences"][0]["what"], "repacked");
    // A receipt that names a file outside.
    let receipt = fs::read_to_string(format!("{made}/receipt.json")).unwrap();
    let receipt = receipt.replace("inputs/communes.csv", "../communes.csv");
    fs::write(format!("{made}/receipt.json"), receipt).unwrap();
    assert_eq!(verify(&made).0, 1);
}

#[test]
fn what_is_no_receipt_or_a_newer_one_cannot_be_read() {
    let office = DossierOffice::new();
    let made = office.made("ho-so");
    let path = format!("{made}/receipt.json");
    let own = fs::read_to_string(&path).unwrap();
    // What stands where the receipt stood and is none was changed: a difference.
    for (text, says, expected) in [
        ("{".to_owned(), "đã bị sửa hoặc hỏng", 1),
        ("{}".to_owned(), "đã bị sửa hoặc hỏng", 1),
        (own.replace("ntm.receipt.v1", "ntm.receipt.v2"), "ntm.receipt.v2", 1),
        (own.replace("\"draft\"", "\"nhap\""), "đã bị sửa hoặc hỏng", 1),
    ] {
        fs::write(&path, text).unwrap();
        let (code, text) = Office::project().run_args(["verify", &made]).code_and_text();
        assert_eq!(code, expected, "{text}");
        assert!(text.contains(says), "{text}");
    }
    Office::project().run("verify README.md").assert_code(2);
    Office::project().run("verify khong-co").assert_code(2);
    Office::project().run("verify data").assert_code(2);
}

/// Words for nothing are no document, in whatever spelling.
#[test]
fn words_that_name_no_document_prove_nothing() {
    for none in ["không có", "Chưa có", "…", "--", "x", "bổ sung sau"] {
        let office = DossierOffice::new();
        office.edit("06739.csv", |text| {
            let row = text.lines().find(|row| row.contains(",ntm,4.1,")).unwrap();
            let document = row.split(',').nth(8).unwrap();
            text.replacen(row, &row.replacen(document, none, 1), 1)
        });
        let (code, text) = office.dossier("ho-so", &[]).code_and_text();
        assert!(code == 1 && text.contains("1 minh chứng còn thiếu"), "{none}: {text}");
    }
}

/// What a copy asks otherwise than the built-in set is on the page and on the terminal.
#[test]
fn where_a_copy_parts_from_the_built_in_set_is_told() {
    let office = DossierOffice::new();
    let (code, text) = office.dossier("nguyen", &[]).code_and_text();
    assert!(code == 0 && !text.contains("khác bản có sẵn"), "{text}");
    let path = office.path("tieu-chi/qd-318-2022-ntm.toml");
    let own = fs::read_to_string(&path).unwrap();
    let block = own.find("  [[criterion.indicator]]\n  id = \"17.12\"").unwrap();
    let end = block + own[block..].find("\n# ---- ").unwrap();
    fs::write(&path, format!("{}{}", &own[..block], &own[end..])).unwrap();
    // Its rows are no longer those of an indicator.
    office.edit("06739.csv", |text| {
        let kept = text.lines().filter(|row| !row.contains(",ntm,17.12,"));
        kept.collect::<Vec<_>>().join("\n")
    });
    for other in ["06739-nang-cao.csv", "06727.csv"] {
        fs::remove_file(office.path(&format!("so-lieu/2022-12/{other}"))).unwrap();
    }
    let sets = fs::read_to_string(format!("{ROOT}/criteria/qd-318-2022-nang-cao.toml")).unwrap();
    let alone = sets.replace("same_as = \"ntm 17.12\"", "");
    fs::write(office.path("tieu-chi/qd-318-2022-nang-cao.toml"), alone).unwrap();
    let (code, text) = office.dossier("bo", &[]).code_and_text();
    assert_eq!(code, 0, "{text}");
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = "qd-318-2022-ntm khác bản có sẵn của chương trình ở 1 chỗ: 17.12 đã bỏ";
    assert!(plain.contains(says), "{text}");
    let page = fs::read_to_string(office.path("bo/self-assessment.md")).unwrap();
    assert!(page.contains("Khác với bộ tiêu chí có sẵn") && page.contains("đã bỏ"), "{page}");
    // Nâng cao was not judged by.
    assert!(!page.contains("qd-318-2022-nang-cao |"), "{page}");
    assert_eq!(verify(&office.path("bo")).0, 0);
}

/// What was confirmed tomorrow was confirmed by nobody yet.
#[test]
fn a_confirmation_of_the_future_refuses() {
    let office = DossierOffice::new();
    let path = office.path("tieu-chi/qd-318-2022-ntm.toml");
    let own = fs::read_to_string(&path).unwrap();
    fs::write(&path, own.replacen("on = 2022-12-01", "on = 2999-12-01", 2)).unwrap();
    let (code, text) = office.dossier("ho-so", &[]).code_and_text();
    assert!(code == 2 && text.contains("2999-12-01 muộn hơn hôm nay"), "{text}");
    assert!(!Path::new(&office.path("ho-so")).exists());
}

/// Rows of what a cut set no longer asks for are faults: nothing final is made over them.
#[test]
fn faults_taken_as_missing_make_no_final_dossier() {
    let office = DossierOffice::new();
    office.edit("06739.csv", |text| text.replacen(",ntm,1.1,", ",ntm,1.9,", 1) + text);
    let (code, text) = office.dossier("ho-so", &["--lenient"]).code_and_text();
    assert!(code == 1 && text.contains("lỗi trong số liệu"), "{text}");
}

/// A comma or an "and" between two numbered documents parts them; a day does not.
#[test]
fn every_document_of_a_cell_is_looked_for() {
    use ntm::intake::evidence::documents;
    let two = ["QĐ 185/QĐ-UBND ngày 23/11/2021", "QĐ 99/QĐ-UBND ngày 1/1/2021"];
    for between in [", ", " và ", "; ", "\n"] {
        let cell = two.join(between);
        assert_eq!(documents(&[Some(&cell)]), two, "{between}");
    }
    for one in ["BC 12/BC-UBND, ngày 5/6/2022", "Biên bản họp thôn Đông và thôn Đoài 3/2022"]
    {
        assert_eq!(documents(&[Some(one)]), [one]);
    }
}
