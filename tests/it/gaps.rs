//! The list of work: as many gaps as the score counts, with the score's figures, and
//! with what the list of agencies says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::common::folder;
use crate::office::{Office, Run};
use serde_json::{Value, json};

const RUNS: [(&str, &str); 8] = [
    ("2022-05", "ntm"),
    ("2022-06", "ntm"),
    ("2022-07", "ntm"),
    ("2022-12", "ntm"),
    ("2022-05", "nang-cao"),
    ("2022-06", "nang-cao"),
    ("2022-07", "nang-cao"),
    ("2022-12", "nang-cao"),
];

fn json_of(line: &str) -> Value {
    Office::project().json(line)
}

fn list(json: &Value) -> &Vec<Value> {
    json["gaps"].as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The indicators of a score by commune and id.
fn scored(json: &Value) -> BTreeMap<(String, String), Value> {
    let mut all = BTreeMap::new();
    for commune in json["communes"].as_array().unwrap() {
        for criterion in commune["results"].as_array().unwrap() {
            for indicator in criterion["indicators"].as_array().unwrap() {
                let key = (text(&commune["code"]).to_owned(), text(&indicator["id"]).to_owned());
                all.insert(key, indicator.clone());
            }
        }
    }
    all
}

#[test]
fn gaps_are_what_the_score_counts_with_its_figures() {
    for (month, level) in RUNS {
        let score = json_of(&format!("score data/mong-cai/{month} --level {level}"));
        let gaps = json_of(&format!("gaps data/mong-cai/{month} --level {level}"));
        assert_eq!(gaps["schema"], "ntm.gaps.v1");
        assert_eq!(gaps["criteria_set"], score["criteria_set"]);
        let scored = scored(&score);
        let open = scored.iter().filter(|(_, indicator)| {
            !["met", "not_applicable"].contains(&text(&indicator["status"]))
        });
        let mut open: BTreeMap<_, _> = open.collect();
        for gap in list(&gaps) {
            let key = (text(&gap["commune"]).to_owned(), text(&gap["indicator"]).to_owned());
            let indicator = open.remove(&key).expect("each is open, and listed once");
            for field in ["status", "attainment", "parts", "evidence", "unit"] {
                assert_eq!(gap[field], indicator[field], "{key:?} {field}");
            }
            assert_eq!(gap["indicator_name"], indicator["name"]);
            let everywhere = &score["summary"]["unmet_everywhere"]["indicators"];
            let nobody = everywhere.as_array().unwrap().contains(&gap["indicator"]);
            assert_eq!(gap["unmet_everywhere"], nobody, "{key:?}");
        }
        assert!(open.is_empty(), "{month} {level}: {open:?}");
        for (commune, left) in
            score["communes"].as_array().unwrap().iter().zip(gaps["communes"].as_array().unwrap())
        {
            let counts = &commune["indicators"];
            let number = |field: &str| counts[field].as_u64().unwrap();
            let open = number("not_met") + number("missing") + number("undetermined");
            assert_eq!(left["indicators_remaining"], open);
            assert_eq!(left["criteria_met"], commune["criteria"]["met"]);
            let remaining = left["criteria_remaining"].as_array().unwrap().len();
            let met = commune["criteria"]["met"].as_u64().unwrap();
            assert_eq!(met + remaining as u64, commune["criteria"]["total"].as_u64().unwrap());
        }
        assert_eq!(gaps["not_reported"], score["summary"]["not_reported"]);
    }
}

#[test]
fn an_indicator_completes_its_criterion_where_it_is_the_last() {
    let score = json_of("score data/mong-cai/2022-05");
    let gaps = json_of("gaps data/mong-cai/2022-05");
    let mut open: BTreeMap<(String, u64), Vec<String>> = BTreeMap::new();
    for ((commune, id), indicator) in scored(&score) {
        if !["met", "not_applicable"].contains(&text(&indicator["status"])) {
            let criterion = id.split('.').next().unwrap().parse().unwrap();
            open.entry((commune, criterion)).or_default().push(id);
        }
    }
    let mut last = 0;
    for gap in list(&gaps) {
        let key = (text(&gap["commune"]).to_owned(), gap["criterion"].as_u64().unwrap());
        assert_eq!(gap["completes_criterion"], open[&key].len() == 1, "{gap}");
        last += usize::from(open[&key].len() == 1);
    }
    let listed = gaps["communes"].as_array().unwrap().iter();
    let listed: usize = listed.map(|c| c["completing"].as_array().unwrap().len()).sum();
    assert_eq!(listed, last);
    assert!(last > 10);
}

/// What nobody meets first; then by indicator and roster.
#[test]
fn what_no_commune_meets_comes_first() {
    let gaps = json_of("gaps data/mong-cai/2022-05");
    let first: Vec<bool> =
        list(&gaps).iter().map(|gap| gap["unmet_everywhere"].as_bool().unwrap()).collect();
    assert!(first.is_sorted_by_key(|nobody| !nobody));
    assert!(first.contains(&true) && first.contains(&false));
}

#[test]
fn the_easy_comes_before_the_hard() {
    for line in [
        "gaps data/mong-cai/2022-05 --sort easy",
        "gaps data/mong-cai/2022-05 --level nang-cao --commune 06739 --sort easy",
    ] {
        let gaps = json_of(line);
        let key = |gap: &Value| {
            let attainment = gap["attainment"].as_f64().unwrap();
            (gap["needs_funding"] != "no", -attainment)
        };
        let keys: Vec<_> = list(&gaps).iter().map(key).collect();
        assert!(keys.is_sorted(), "{keys:?}");
        assert!(keys.iter().any(|(money, _)| !money) && keys.iter().any(|(money, _)| *money));
    }
}

#[test]
fn filters_keep_what_they_say() {
    let all = json_of("gaps data/mong-cai/2022-05");
    let field = |gap: &Value, name: &str, word: &str| gap[name] == word;
    type Test<'t> = &'t dyn Fn(&Value) -> bool;
    let cases: [(&str, Test); 8] = [
        ("--commune 06727", &|gap| field(gap, "commune", "06727")),
        ("--commune 06727 --commune 06730", &|gap| {
            field(gap, "commune", "06727") || field(gap, "commune", "06730")
        }),
        ("--criterion 17", &|gap| gap["criterion"] == 17),
        ("--agency phong-y-te", &|gap| {
            field(gap, "lead", "Phòng Y tế") || field(gap, "support", "Phòng Y tế")
        }),
        ("--no-funding", &|gap| field(gap, "needs_funding", "no")),
        ("--needs-funding", &|gap| !field(gap, "needs_funding", "no")),
        ("--do-now", &|gap| field(gap, "needs_funding", "no") && field(gap, "guidance", "yes")),
        ("--no-funding --criterion 17 --commune 06745", &|gap| {
            field(gap, "needs_funding", "no") && gap["criterion"] == 17 && gap["commune"] == "06745"
        }),
    ];
    for (options, keeps) in cases {
        // A name with blanks cannot stand in a line that is split at blanks.
        let asked = options.replace("phong-y-te", "PhòngYtế");
        let kept = json_of(&format!("gaps data/mong-cai/2022-05 {asked}"));
        let expected: Vec<&Value> = list(&all).iter().filter(|gap| keeps(gap)).collect();
        assert!(!expected.is_empty() && expected.len() < list(&all).len(), "{options}");
        assert_eq!(list(&kept).iter().collect::<Vec<_>>(), expected, "{options}");
    }
}

/// Another way to the same: the row of the indicator, else of its criterion.
#[test]
fn agencies_are_those_of_the_list() {
    let text_of = fs::read_to_string("data/mong-cai/agencies.csv").unwrap();
    let rows: BTreeMap<(&str, &str), Vec<&str>> = text_of
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| ((cells[0], cells[1]), cells[2..].to_vec()))
        .collect();
    for (month, level) in RUNS {
        let gaps = json_of(&format!("gaps data/mong-cai/{month} --level {level}"));
        assert_eq!(gaps["agencies"], "file");
        for gap in list(&gaps) {
            let id = text(&gap["indicator"]);
            let criterion = gap["criterion"].to_string();
            let own = rows.get(&(level, id)).or_else(|| rows.get(&(level, criterion.as_str())));
            let found = ["lead", "support", "needs_funding", "guidance"].map(|f| text(&gap[f]));
            assert_eq!(found.as_slice(), own.unwrap().as_slice(), "{id}");
        }
    }
}

const ROWS: &str = "06727,ntm,1.1,,chưa đạt,,,\n06727,ntm,17.10,,90,,,BC 1\n06727,ntm,2.1,,,1,4,\n";

fn gaps_with(agencies: Option<&str>) -> Run {
    let folder = folder("2022-06", ROWS);
    if let Some(list) = agencies {
        folder.write("agencies.csv", list);
    }
    folder.run("gaps 2022-06 --commune 06727 --format json")
}

fn gap<'j>(json: &'j Value, id: &str) -> &'j Value {
    list(json).iter().find(|gap| gap["indicator"] == id).unwrap()
}

#[test]
fn without_a_list_the_example_of_the_facts_is_taken_and_said_to_be_one() {
    let json = gaps_with(None).json();
    assert_eq!(json["agencies"], "built-in");
    let facts = fs::read_to_string("tests/facts/agencies.csv").unwrap();
    for (id, row) in [("1.1", "ntm,1,"), ("17.10", "ntm,17.10,"), ("2.1", "ntm,2,")] {
        let row = facts.lines().find(|line| line.starts_with(row)).unwrap();
        let cells: Vec<&str> = row.split(',').collect();
        let found = ["lead", "support", "needs_funding"].map(|field| text(&gap(&json, id)[field]));
        assert_eq!(found.as_slice(), &cells[2..5]);
        assert_eq!(gap(&json, id)["guidance"], Value::Null, "nothing is known of it");
    }
    // Every row of the facts, and no other.
    let example = fs::read_to_string("init/vi-du/agencies.csv").unwrap();
    let rows = |text: &str, mark: char| -> BTreeSet<Vec<String>> {
        let lines = text.trim_start_matches('\u{feff}').lines().skip(1);
        lines.map(|line| line.split(mark).take(5).map(str::to_owned).collect()).collect()
    };
    assert_eq!(rows(&example, ';'), rows(&facts, ','));
}

#[test]
fn a_row_of_an_indicator_overrides_its_criterions_cell_by_cell() {
    let list = "cấp độ;mã;chủ trì;phối hợp;kinh phí;hướng dẫn\n\
        ntm;17;A;B;một phần;chưa\nntm;17.10;C;;không;có\nntm;2;D;E;;\nntm;1;F;G;có;\n";
    let json = gaps_with(Some(list)).json();
    let of = |id: &str| {
        let gap = gap(&json, id);
        json!([gap["lead"], gap["support"], gap["needs_funding"], gap["guidance"]])
    };
    assert_eq!(of("17.10"), json!(["C", "B", "no", "yes"]));
    assert_eq!(of("17.1"), json!(["A", "B", "partly", "no"]));
    assert_eq!(of("2.1"), json!(["D", "E", null, null]));
    assert_eq!(of("1.1"), json!(["F", "G", "yes", null]));
    assert_eq!(of("3.1"), json!([null, null, null, null]), "nobody is assigned");
}

#[test]
fn every_fault_of_the_list_is_told_with_its_line() {
    let list = "level,id,lead,support,needs_funding,guidance\n\
        ntm,99,A,B,no,\nntm,17.99,A,B,no,\nntm,1,A,B,maybe,\nntm,2,A,B,no,soon\n\
        xa,3,A,B,no,\nntm,4,A,B,no,\nntm,4,C,D,no,\nntm,5,,B,no,\n";
    let output = gaps_with(Some(list)).assert_code(2);
    assert!(output.bytes().is_empty());
    let told = output.stderr();
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("[bad-agencies]")).collect();
    let places: Vec<&str> = lines.iter().map(|line| line.split(':').nth(1).unwrap()).collect();
    assert_eq!(places, ["2", "3", "4", "5", "6", "8"], "{told}");
    assert!(told.contains("agencies.csv:9: cảnh báo[missing-agency]"), "{told}");
}

#[test]
fn a_criterion_that_nobody_leads_is_told_and_listed_all_the_same() {
    let output = gaps_with(Some("level,id,lead,support\nntm,1,A,B\n")).assert_code(0);
    let told = output.stderr();
    assert!(told.contains("cảnh báo[missing-agency]") && told.contains("17.10"), "{told}");
    let json = output.json();
    assert_eq!(gap(&json, "17.10")["lead"], Value::Null);
    assert_eq!(gap(&json, "1.1")["lead"], "A");
}

/// The example is of one set: of another one it says nothing.
#[test]
fn a_row_for_a_set_holds_for_no_other() {
    let list = "set,level,id,lead,support\nqd-318-2022-ntm,ntm,1,A,B\n,ntm,17,C,D\n";
    let json = gaps_with(Some(list)).json();
    assert_eq!(gap(&json, "1.1")["lead"], "A");
    assert_eq!(gap(&json, "17.10")["lead"], "C");
    gaps_with(Some("set,level,id,lead,support\nqd-318-2022-nang-cao,ntm,1,A,B\n")).assert_code(2);
}

#[test]
fn what_is_not_there_cannot_be_asked_for() {
    let folder = folder("2022-06", ROWS);
    for (options, named) in [
        ("--criterion 20", "1, 2, 3"),
        ("--agency PhòngKinhTe1", "Phòng Kinh tế"),
        ("--commune 06729", "06727"),
        ("--do-now --needs-funding", ""),
    ] {
        let output = folder.run(&format!("gaps 2022-06 {options} --format json")).assert_code(2);
        let told = output.stderr();
        assert!(output.bytes().is_empty() && told.contains(named), "{told}");
    }
}

#[test]
fn values_without_evidence_are_marked() {
    let json = gaps_with(None).json();
    assert_eq!(gap(&json, "2.1")["evidence_lacking"], true);
    assert_eq!(gap(&json, "17.10")["evidence_lacking"], false);
    assert_eq!(gap(&json, "3.1")["evidence_lacking"], false, "there is no value to prove");
    let met = folder("2022-06", "06727,ntm,1.1,,đạt,,,\n06727,ntm,1.2,,đạt,,,QĐ 1\n");
    let json = met.json("gaps 2022-06 --commune 06727");
    assert_eq!(json["communes"][0]["met_without_evidence"], json!(["1.1"]));
}

/// The list of agencies is an input too.
#[test]
fn the_list_of_agencies_is_never_written_over() {
    let folder = folder("2022-06", ROWS);
    let path = folder.path().join("agencies.csv");
    let before = "level,id,lead,support\nntm,1,A,B\n";
    fs::write(&path, before).unwrap();
    folder.run("gaps 2022-06 -o agencies.csv --format json").assert_code(2);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

/// Of who has not reported nothing is known: that is never an empty list.
#[test]
fn a_commune_that_has_not_reported_has_no_empty_list() {
    let run = |line: &str| Office::project().run(line);
    let silent = run("gaps data/mong-cai/2022-07 --commune 06754").assert_code(2);
    assert!(silent.bytes().is_empty());
    let both = run("gaps data/mong-cai/2022-07 --commune 06754 --commune 06727");
    let page = both.stdout();
    let head = page.split("Chưa xã nào đạt").next().unwrap();
    assert!(both.succeeded() && head.contains("Chưa có số liệu (1 xã): Vĩnh Trung"));
    let nobody = run("gaps data/mong-cai/2022-05 --source verified").stdout();
    assert!(nobody.contains("0/9 xã có số liệu") && !nobody.contains("Không còn"), "{nobody}");
}

/// What the set says of an indicator stands wherever the indicator is worked on.
#[test]
fn the_notes_of_5_1_11_1_and_14_1_are_shown_wherever_people_look_them_up() {
    let rows = "06727,ntm,5.1,,,1,2,BC\n06727,ntm,11.1,,,9,100,BC\n06727,ntm,14.1,,chưa đạt,,,BC\n";
    let folder = folder("2022-05", rows);
    let page = |line: &str| folder.page(line);
    page("template --period 2022-06 --commune 06727 --format csv -o mau");
    let form = std::fs::read_dir(folder.path().join("mau")).unwrap().next().unwrap().unwrap();
    let form = std::fs::read_to_string(form.path()).unwrap();
    let sets = page("criteria show qd-318-2022-ntm --period 2022-05 --width 2000");
    let gaps = page("gaps 2022-05 --width 2000");
    for (id, note) in [
        ("5.1", "xã có từ 3 trường trở xuống thì từ 50%, và mọi trường đạt mức tối thiểu"),
        ("11.1", "tính cả hộ nghèo và hộ cận nghèo"),
        ("14.1", "theo 1491/QĐ-BGDĐT: ít nhất 98% trẻ 6 tuổi vào lớp 1"),
    ] {
        let explained =
            page(&format!("explain 2022-05 --commune 06727 --indicator {id} --width 2000"));
        assert!(explained.contains(note), "{explained}");
        for page in [&sets, &gaps] {
            let line = page.lines().find(|line| line.trim_start().starts_with(&format!("{id}: ")));
            assert!(line.is_some_and(|line| line.contains(note)), "{id}: {page}");
        }
        assert!(form.contains(note), "{form}");
    }
}
