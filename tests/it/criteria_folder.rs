//! A folder of own criteria sets from outside: which of its files are read, who may write
//! to it at once, what a clause or a figure of an impossible day does, and how long a file
//! full of faults takes.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::common::{library_with, own_set};
use crate::office::Office;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BASE: &str = "qd-318-2022-ntm";
const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";

fn built_in(set: &str) -> String {
    fs::read_to_string(format!("{ROOT}/criteria/{set}.toml")).unwrap()
}

/// What a verb says with a folder of own sets.
fn with(folder: &Office, line: &[&str]) -> (i32, String) {
    Office::project().run_args([line, &["--criteria", folder.dir()]].concat()).code_and_text()
}

const LIST: [&str; 4] = ["criteria", "list", "--format", "json"];

#[test]
fn the_case_of_an_ending_does_not_matter() {
    let own = built_in(OVERLAY);
    let other = own.replace("1246/QĐ-UBND", "9/QĐ-UBND").replace("2022-05-11", "2023-05-11");
    let folder = Office::with(&[("tinh-moi.TOML", &other), (&format!("{OVERLAY}.Toml"), &own)]);
    let (code, text) = with(&folder, &LIST);
    assert_eq!(code, 0, "{text}");
    let sets: Value = serde_json::from_str(&text).unwrap();
    let origin = |id: &str| {
        let all = sets["sets"].as_array().unwrap();
        let set = all.iter().find(|set| set["id"] == id).unwrap_or_else(|| panic!("{id}: {text}"));
        (set["origin"].clone(), set["replaced_by"].clone())
    };
    assert_eq!(origin("tinh-moi"), ("file".into(), Value::Null));
    assert_eq!(origin(OVERLAY), ("file".into(), "tinh-moi".into()));
    // It is confirmed where it lies, not beside it.
    let line = [
        "criteria",
        "confirm",
        "tinh-moi",
        "2.1",
        "--by",
        "An",
        "--on",
        "2023-06-01",
        "--text",
        "bản giấy",
        "-o",
        folder.dir(),
    ];
    let (code, text) = Office::project().run_args(line).code_and_text();
    assert_eq!(code, 0, "{text}");
    assert!(folder.read("tinh-moi.TOML").contains("by = \"An\""));
    assert!(!folder.path().join("tinh-moi.toml").exists() || cfg!(windows));
}

#[test]
fn what_looks_like_a_set_is_named_not_passed_over() {
    let own = built_in(OVERLAY);
    for name in [
        "qd-9.toml.txt",
        "qd-9.tml",
        "qd-9.TOML.TXT",
        "qd-9.toml~",
        "qd-9.txt",
        "qd-9.toml (1).bak",
    ] {
        let folder = Office::with(&[
            (format!("{OVERLAY}.toml").as_str(), own.as_str()),
            (name, &own),
            ("ghi-chu.txt", "họp ngày 5"),
        ]);
        for line in [&LIST[..], &["score", "data/mong-cai/2022-05"], &["criteria", "check"]] {
            let (code, text) = with(&folder, line);
            assert!(code == 2 && text.contains(name) && text.contains(".toml"), "{name}: {text}");
            assert!(!text.contains("ghi-chu"), "{text}");
        }
    }
    // The copy of a set that is read is only named.
    let copy = format!("{OVERLAY}.toml.bak");
    let folder = Office::with(&[(&format!("{OVERLAY}.toml"), &own), (&copy, &own)]);
    let output = Office::project()
        .run_args([&LIST[..], &["--criteria", folder.dir()]].concat())
        .assert_code(0);
    assert!(output.stderr().contains(&copy));
}

#[test]
fn a_path_without_any_set_is_refused() {
    let empty = Office::with(&[("ghi-chu.md", "x")]);
    let (code, text) = with(&empty, &LIST);
    assert!(code == 2 && text.contains(".toml"), "{text}");
    let file = empty.path().join("ghi-chu.md");
    let (code, text) = Office::project()
        .run_args([&LIST[..], &["--criteria", file.to_str().unwrap()]].concat())
        .code_and_text();
    assert!(code == 2 && text.contains("ghi-chu.md"), "{text}");
    let gone = empty.path().join("khong-co");
    Office::project()
        .run_args([&LIST[..], &["--criteria", gone.to_str().unwrap()]].concat())
        .assert_code(2);
    // One file by its name is enough.
    let own = Office::with(&[(&format!("{OVERLAY}.toml"), &built_in(OVERLAY))]);
    let file = own.path().join(format!("{OVERLAY}.toml"));
    Office::project()
        .run_args([&LIST[..], &["--criteria", file.to_str().unwrap()]].concat())
        .assert_code(0);
}

/// Six at once, each of another indicator: all of them are there afterwards, in a folder
/// that is not there yet and in one that is.
#[test]
fn confirmations_at_once_are_all_kept() {
    let folder = Office::empty();
    let own = folder.path().join("tieu-chi");
    let confirm = |id: &str| {
        let who = ["--by", "An", "--on", "2022-06-15", "--text", "công báo"];
        let line = ["criteria", "confirm", BASE, id, "-o", own.to_str().unwrap()];
        Office::project().run_args([&line[..], &who].concat()).code_and_text()
    };
    for ids in
        [["3.1", "4.1", "5.1", "6.1", "6.2", "7.1"], ["3.2", "8.1", "9.1", "9.2", "10.1", "12.1"]]
    {
        let runs: Vec<(&str, (i32, String))> = thread::scope(|scope| {
            let runs: Vec<_> = ids.iter().map(|id| scope.spawn(|| (*id, confirm(id)))).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        let text = fs::read_to_string(own.join(format!("{BASE}.toml"))).unwrap();
        for (id, (code, said)) in runs {
            assert_eq!(code, 0, "{id}: {said}");
            assert!(text.contains(&format!("id = \"{id}\", indicator =")), "{id} was lost");
        }
    }
    let left: Vec<_> =
        fs::read_dir(&own).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, [format!("{BASE}.toml").as_str()]);
}

/// A day after today, or before the decision, in a figure's confirmation and in a clause's.
#[test]
fn a_confirmation_of_an_impossible_day_is_a_fault_everywhere() {
    let rule = "[[column_rule]]\n";
    let text = built_in(BASE);
    assert!(text.contains(rule));
    let clause = |on: &str| {
        format!(
            "[[column_rule]]\nconfirmed = {{ column = \"TDMNPB\", class = [\"x\"], district_class = [\"y\"], by = \"An\", on = {on}, text = \"B\" }}\n"
        )
    };
    for (on, words) in
        [("2999-01-01", "muộn hơn hôm nay"), ("2022-03-07", "sớm hơn ngày ban hành 318/QĐ-TTg")]
    {
        let own = text.replacen(rule, &clause(on), 1);
        let folder = Office::with(&[(&format!("{BASE}.toml"), &own)]);
        for line in [
            &LIST[..],
            &["criteria", "show", BASE],
            &["score", "data/mong-cai/2022-05"],
            &["check", "data/mong-cai/2022-05"],
            &["diff", "data/mong-cai/2022-05", "data/mong-cai/2022-12"],
            &["report", "data/mong-cai/2022-05"],
            &["gaps", "data/mong-cai/2022-05"],
            &["ladder", "data/mong-cai/2022-05"],
        ] {
            let (code, text) = with(&folder, line);
            assert!(code == 2 && text.contains(words), "{line:?}: {text}");
            assert!(text.contains(&format!("{BASE}.toml:")), "{line:?}: {text}");
        }
        let (code, text) = with(&folder, &["criteria", "check"]);
        assert!(code == 1 && text.contains("impossible-confirmation"), "{text}");
    }
    // Today itself is a day on which one can read.
    let library = |on: &str, today: jiff::civil::Date| {
        let own = own_set(BASE, &text.replacen(rule, &clause(on), 1));
        let others = ntm::law::built_in().into_iter().filter(|set| set.id != BASE);
        ntm::law::Library::load_on(others.chain([own]).collect(), today).is_ok()
    };
    let today = jiff::civil::date(2023, 1, 1);
    assert!(library("2023-01-01", today) && !library("2023-01-02", today));
}

/// Classes, districts' classes and groups are taken by every set, for a set that it refers
/// to may go by them; what nobody goes by is refused.
#[test]
fn a_case_is_taken_by_every_set() {
    let show = |set: &str, more: &[&str]| {
        let line = ["criteria", "show", set, "--period", "2022-12", "--format", "json"];
        Office::project().run_args([&line[..], more].concat()).code_and_text()
    };
    let class = ["--class", "đbkk", "--district-class", "nghèo"];
    for set in [BASE, "qd-318-2022-nang-cao", "qd-319-2022-kieu-mau", "qd-18-2022-cong-nhan"] {
        let (code, text) = show(set, &class);
        assert_eq!(code, 0, "{set}: {text}");
        assert_eq!(show(set, &["--class", "khongco"]).0, 2, "{set}");
    }
    // Kiểu mẫu asks for a multiple of what nâng cao asks of the same commune.
    let threshold = |more: &[&str]| {
        let (_, text) = show("qd-319-2022-kieu-mau", &[&["--region", "DBSH"], more].concat());
        let shown: Value = serde_json::from_str(&text).unwrap();
        shown["criteria"].to_string()
    };
    assert_ne!(threshold(&[]), threshold(&class));
}

/// How long the library takes for a file: the least of three times.
fn time(id: &str, text: &str) -> Duration {
    let once = || {
        let begin = Instant::now();
        let _ = library_with([own_set(id, text)]);
        begin.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

const SMALL: &str = "title = \"Bộ\"\nkind = \"base\"\nlevel = \"ntm\"\ncolumns_by = \"region\"\n\
    columns = { A = \"A\" }\n[decision]\nnumber = \"1\"\nissuer = \"X\"\ndate = 2022-01-01\n\
    in_force = 2022-01-01\n[defaults]\nconfidence = \"assumed\"\n";

/// A text of so many faults.
type Faulty = fn(usize) -> String;

/// Files full of faults, by how many.
fn full_of_faults() -> Vec<(&'static str, Faulty)> {
    vec![
        ("no TOML", |n| format!("{SMALL}{}", "at_least = 1,5\n".repeat(n))),
        ("no key", |n| format!("{SMALL}{}", "dòng chữ\n".repeat(n))),
        ("unknown keys", |n| {
            let keys: String = (0..n).map(|k| format!("khoa{k} = 1\n")).collect();
            format!("{keys}{SMALL}")
        }),
        ("unknown columns", |n| {
            let cells: Vec<String> = (0..n).map(|k| format!("c{k} = 1")).collect();
            format!(
                "{SMALL}[[criterion]]\nno = 1\nname = \"A\"\n[[criterion.indicator]]\nid = \"1.1\"\nname = \"B\"\nmeasure = \"count\"\nunit = \"x\"\nat_least = {{ {} }}\n",
                cells.join(", ")
            )
        }),
        ("faulty indicators", |n| {
            let one = "[[criterion.indicator]]\nid = \"1.1\"\nname = 5\nmeasure = \"sare\"\n";
            format!("{SMALL}[[criterion]]\nno = 1\nname = \"A\"\n{}", one.repeat(n))
        }),
        ("criteria", |n| format!("{SMALL}{}", "[[criterion]]\nno = 1\nname = \"A\"\n".repeat(n))),
        ("years", |n| {
            let years: String = (0..n)
                .map(|k| {
                    format!(
                        "[[criterion.indicator.year]]\nyear = {}\nat_least = 2\n",
                        1000 + k % 30000
                    )
                })
                .collect();
            format!(
                "{SMALL}[[criterion]]\nno = 1\nname = \"A\"\n[[criterion.indicator]]\nid = \"1.1\"\nname = \"B\"\nmeasure = \"count\"\nunit = \"x\"\nat_least = 1\n{years}"
            )
        }),
        ("parts", |n| {
            let parts: String = (0..n)
                .map(|k| format!("[[criterion.indicator.part]]\npart = \"p{k}\"\n"))
                .collect();
            format!(
                "{SMALL}[[criterion]]\nno = 1\nname = \"A\"\n[[criterion.indicator]]\nid = \"1.1\"\nname = \"B\"\n{parts}"
            )
        }),
        ("required sets", |n| {
            let sets: String =
                (0..n).map(|k| format!("[[requires]]\nset = \"s{k}\"\nbasis = \"x\"\n")).collect();
            format!("{SMALL}{sets}")
        }),
        ("confirmations", |n| {
            let one = "{ value = 1, by = \"A\", on = 2022-02-01, text = \"B\" },\n";
            format!(
                "{SMALL}[[criterion]]\nno = 1\nname = \"A\"\n[[criterion.indicator]]\nid = \"1.1\"\nname = \"B\"\nmeasure = \"count\"\nunit = \"x\"\nat_least = 1\nconfirmed = [{}]\n",
                one.repeat(n)
            )
        }),
    ]
}

/// Eight times the faults take eight times as long, not sixty-four times.
#[test]
fn the_time_for_faults_grows_as_they_do() {
    for (what, text) in full_of_faults() {
        // What else the machine does may disturb one measurement, and hardly three.
        let grows_alike = (0..3).any(|_| {
            let (few, many) = (time("thu", &text(1_000)), time("thu", &text(8_000)));
            many < few * 24 + Duration::from_millis(150)
        });
        assert!(grows_alike, "{what}");
    }
}

/// The first hundred, then how many more; the count says how many there are in all.
#[test]
fn faults_of_one_file_are_bounded_and_counted() {
    let keys: String = (0..1_000).map(|k| format!("khoa{k} = 1\n")).collect();
    let folder = Office::with(&[(
        "thu.toml",
        &format!(
            "{keys}{}",
            built_in(OVERLAY).replace("1246/QĐ", "9/QĐ").replace("2022-05-11", "2023-05-11")
        ),
    )]);
    let (code, text) = with(&folder, &["criteria", "check", "--format", "json"]);
    assert_eq!(code, 1);
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["errors"], 1_000);
    let problems = json["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 101);
    assert_eq!(problems[0]["message"], "khóa lạ `khoa0`");
    assert_eq!(problems[99]["line"], 100);
    assert_eq!(problems[100]["code"], "more-faults");
    assert!(problems[100]["message"].as_str().unwrap().contains("900"));
    let (_, text) = with(&folder, &["criteria", "check"]);
    assert!(text.contains("còn 900 lỗi nữa") && text.contains("1000 lỗi"), "{text}");
}
