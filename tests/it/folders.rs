//! What lies beside data: months are always read, what is not read is named, and a run
//! that examined nothing says so. In every verb that takes a path.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::office::{Office, Run};
use serde_json::Value;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
const HEAD: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n";

/// A folder with a roster and two months of both communes.
fn months() -> Office {
    let folder = Office::empty();
    folder.write("communes.csv", ROSTER);
    for month in ["2022-05", "2022-06"] {
        for code in ["06727", "06730"] {
            folder.write(format!("{month}/{code}.csv"), rows(code));
        }
    }
    folder
}

fn rows(code: &str) -> String {
    format!("{HEAD}{code},,1.1,,đạt,,,QĐ 1\n{code},,2.1,,,10,10,BC 1\n")
}

/// Codes and files of a check, in its order.
fn found(folder: &Office, path: &str) -> Vec<(String, String)> {
    let check = folder.run_args(["check", path, "--format", "json"]).json();
    let problems = check["problems"].as_array().unwrap().iter();
    let word = |problem: &Value, key: &str| problem[key].as_str().unwrap().to_owned();
    problems.map(|problem| (word(problem, "code"), word(problem, "file"))).collect()
}

fn of_code(folder: &Office, path: &str, code: &str) -> Vec<String> {
    let found = found(folder, path).into_iter().filter(|(other, _)| other == code);
    found.map(|(_, file)| file.trim_start_matches("./").to_owned()).collect()
}

/// Every verb that takes a path, as it is run on one month.
const ON_A_MONTH: [&[&str]; 7] = [
    &["score", "MONTH"],
    &["gaps", "MONTH"],
    &["report", "MONTH"],
    &["ladder", "MONTH"],
    &["explain", "MONTH", "--commune", "06727", "--indicator", "1.1"],
    &["trend", "MONTH"],
    &["check", "MONTH"],
];

fn on(month: &str, verb: &[&str]) -> Vec<String> {
    verb.iter().map(|word| word.replace("MONTH", month)).collect()
}

fn run_on(folder: &Office, month: &str, verb: &[&str], more: &[&str]) -> Run {
    let words = on(month, verb);
    let words: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
    folder.run_args(&words)
}

#[test]
fn a_loose_file_hides_no_month_and_is_named() {
    let folder = months();
    let clean = folder.run("trend . --format json").json();
    folder.write("06727.csv", rows("06727"));
    folder.write("theo-doi.xlsx", "not read, so not opened");
    folder.write("giao-ban.docx", "PK");
    let output = folder.run("trend . --format json");
    assert_eq!(output.json(), clean);
    for name in ["06727.csv", "theo-doi.xlsx", "giao-ban.docx"] {
        assert!(output.stderr().contains(name), "{}", output.stderr());
    }
    let named = ["06727.csv", "theo-doi.xlsx", "giao-ban.docx"];
    assert_eq!(of_code(&folder, ".", "passed-over"), named);
    let check = folder.run("check . --format json").json();
    assert_eq!((&check["files"], &check["rows"]), (&4.into(), &8.into()));
    // A month among them is chosen by its period, and asked for where none is named.
    let one = folder.run("score . --period 2022-05 --format json");
    let month = folder.run("score 2022-05 --format json");
    assert_eq!(one.json(), month.json());
    assert!(month.stderr().is_empty(), "{}", month.stderr());
    let none = folder.run("score .").assert_code(2);
    assert!(none.stderr().contains("2022-05, 2022-06"), "{}", none.stderr());
    // Named, it is read.
    folder.run("score 06727.csv --period 2022-05").assert_code(0);
}

/// Everything that the program writes, carried into a folder: among data it refuses to
/// write tables itself.
fn write_all(folder: &Office, into: &str) -> Vec<String> {
    let other = Office::empty();
    let file = |name: &str| other.path().join(name).to_str().unwrap().to_owned();
    let outputs: [(&[&str], &[&str]); 12] = [
        (&["score", "2022-05"], &["s.csv", "s.json", "s.jsonl"]),
        (&["score", "2022-05", "--by", "criterion"], &["matrix.csv"]),
        (&["score", "2022-05", "--by", "indicator"], &["indicators.csv"]),
        (&["score", "2022-05", "--by", "part"], &["parts.csv"]),
        (&["score", "2022-05", "--csv-dialect", "excel-vi"], &["excel.csv"]),
        (&["gaps", "2022-05"], &["gaps.csv", "gaps.json"]),
        (&["explain", "2022-05", "--commune", "06727"], &["explain.csv"]),
        (&["diff", "2022-05", "2022-06"], &["diff.csv", "diff.json"]),
        (&["trend", "."], &["trend.csv"]),
        (&["trend", ".", "--indicator", "1.1"], &["trend-1.1.csv"]),
        (&["ladder", "2022-05"], &["ladder.csv"]),
        (&["report", "2022-05"], &["bao-cao.html", "bao-cao.docx"]),
    ];
    let mut written: Vec<String> = Vec::new();
    for (verb, files) in outputs {
        let paths: Vec<String> = files.iter().map(|name| file(name)).collect();
        let targets = paths.iter().flat_map(|path| ["-o", path.as_str()]);
        let words: Vec<&str> = verb.iter().copied().chain(targets).collect();
        folder.run_args(&words).assert_code(0);
        written.extend(files.iter().map(|name| (*name).to_owned()));
    }
    let book = other.path().join("bao-cao.xlsx");
    let dossier = other.path().join("ho-so.zip");
    let work = other.path().join("viec.csv");
    for words in [
        vec!["report", "2022-05", "-o", book.to_str().unwrap()],
        vec![
            "dossier",
            "2022-05",
            "--commune",
            "06727",
            "--draft",
            "-o",
            dossier.to_str().unwrap(),
        ],
        vec![
            "criteria",
            "show",
            "qd-318-2022-ntm",
            "--period",
            "2022-05",
            "--unconfirmed",
            "-o",
            work.to_str().unwrap(),
        ],
    ] {
        folder.run_args(&words).assert_code(0);
    }
    written.extend(["bao-cao.xlsx", "ho-so.zip", "viec.csv"].map(str::to_owned));
    let mut names = Vec::new();
    for name in written {
        let place = format!("{into}/{name}");
        fs::copy(other.path().join(&name), folder.path().join(&place)).unwrap();
        names.push(place);
    }
    names.sort();
    names
}

#[test]
fn what_the_program_wrote_is_passed_over_beside_months_and_among_data() {
    for into in [".", "2022-05"] {
        let folder = months();
        let clean = folder.run("score 2022-05 --format json").json();
        let months = folder.run("trend . --format json").json();
        let mut names: Vec<String> = write_all(&folder, into)
            .into_iter()
            .map(|name| name.trim_start_matches("./").to_owned())
            .collect();
        names.sort();
        let mut passed = of_code(&folder, ".", "own-output");
        passed.sort();
        assert_eq!(passed, names, "{into}");
        assert!(of_code(&folder, ".", "passed-over").is_empty());
        assert_eq!(folder.run("score 2022-05 --format json").json(), clean);
        assert_eq!(folder.run("trend . --format json").json(), months);
    }
}

#[test]
fn every_verb_passes_over_a_report_among_the_data_and_says_so() {
    let folder = months();
    folder.run("score 2022-05 -o ket-qua.csv").assert_code(0);
    for month in ["2022-05", "2022-06"] {
        fs::copy(folder.path().join("ket-qua.csv"), folder.path().join(month).join("kq.csv"))
            .unwrap();
    }
    folder.remove("ket-qua.csv");
    for verb in ON_A_MONTH {
        let output = run_on(&folder, "2022-05", verb, &[]).assert_code(0);
        let said = output.stderr() + &output.stdout();
        assert!(said.contains("2022-05/kq.csv: cảnh báo[own-output]"), "{verb:?}: {said}");
    }
    let forms = folder.run("template . --period 2022-07 --from 2022-06 -o b");
    assert!(forms.succeeded() && forms.stderr().contains("[own-output]"), "{}", forms.stderr());
    let diff = folder.run("diff 2022-05 2022-06");
    assert!(diff.succeeded() && diff.stderr().contains("2022-06/kq.csv"), "{}", diff.stderr());
    // By its name it is read, and is no data.
    assert_eq!(folder.run("check 2022-05/kq.csv").code(), 1);
}

#[test]
fn forms_and_clean_copies_are_data() {
    let folder = months();
    for (format, month) in [("csv", "2022-07"), ("xlsx", "2022-08")] {
        let words = ["template", ".", "--period", month, "--from", "2022-05", "--format", format];
        folder.run_args([&words[..], &["-o", month]].concat()).assert_code(0);
    }
    folder.run("check 2022-05 --fix -o sach").assert_code(0);
    for month in ["2022-07", "2022-08", "sach/2022-05"] {
        let check = folder.run(&format!("check {month} --format json")).json();
        assert_eq!((&check["files"], &check["errors"]), (&2.into(), &0.into()), "{month}");
        assert!(of_code(&folder, month, "own-output").is_empty());
    }
}

#[test]
fn files_that_are_not_read_are_named() {
    let folder = months();
    let names = [
        "2022-05/06727.csv.txt",
        "2022-05/a.xlsb",
        "2022-05/b.doc",
        "2022-05/c.pdf",
        "2022-05/d.tsv",
        "2022-05/e.txt",
        "2022-05/f.zip",
        "2022-05/g.rar",
        "2022-05/khong-duoi",
        "2022-05/h.docx",
    ];
    names.iter().for_each(|name| folder.write(name, "x"));
    let silent = [
        "~$06727.xlsx",
        ".an.csv",
        "README.md",
        "plan.csv",
        "targets.csv",
        "ocop.csv",
        "capital.csv",
        "merged.csv",
        "office.toml",
        "loi-van.csv",
        "ket-so.csv",
        "LOI-VAN.xlsx",
        "Thumbs.db",
    ];
    silent.iter().for_each(|name| folder.write(format!("2022-05/{name}"), "x"));
    assert_eq!(of_code(&folder, "2022-05", "passed-over"), names);
    assert_eq!(of_code(&folder, "2022-06", "passed-over"), [""; 0]);
    for verb in ON_A_MONTH {
        let output = run_on(&folder, "2022-05", verb, &[]).assert_code(0);
        let said = output.stderr() + &output.stdout();
        // For people in one line, and documents in another.
        assert_eq!(said.matches("[passed-over]").count(), 2, "{verb:?}: {said}");
        for name in names {
            let name = Path::new(name).file_name().unwrap().to_str().unwrap();
            assert!(said.contains(name), "{verb:?}: {name}: {said}");
        }
    }
}

#[test]
fn folders_with_data_that_are_no_months_are_named() {
    let folder = months();
    folder.write("7-2022/06727.csv", rows("06727"));
    folder.write("2022-05/bo-sung/06730.csv", rows("06730"));
    folder.write("minh-chung/BC-1.pdf", "x");
    folder.create_dir("2022-07");
    let passed = of_code(&folder, ".", "passed-over");
    assert_eq!(passed, ["7-2022", "2022-05/bo-sung", "2022-07"]);
    let trend = folder.run("trend .").assert_code(0);
    assert!(trend.stderr().contains("2022-07") && trend.stderr().contains("7-2022"));
    // Of the empty month nobody has reported.
    let silent = of_code(&folder, ".", "not-reported");
    assert_eq!(silent, ["2022-07"]);
}

#[test]
fn a_folder_without_data_ends_every_verb_and_names_what_lies_there() {
    let folder = months();
    for name in ["a.pdf", "~$06727.xlsx", "communes.csv", ".an.csv"] {
        folder.write(format!("2022-07/{name}"), if name == "communes.csv" { ROSTER } else { "x" });
    }
    for verb in ON_A_MONTH {
        let output = run_on(&folder, "2022-07", verb, &[]).assert_code(2);
        assert!(
            output.bytes().is_empty() && output.stderr().contains("a.pdf"),
            "{}",
            output.stderr()
        );
    }
}

#[test]
fn a_period_that_no_row_is_of_ends_every_verb() {
    let folder = months();
    let head = "commune,period,indicator,value,evidence\n";
    folder.write(
        "nam.csv",
        format!("{head}06727,2022-04,1.1,đạt,QĐ 1\n06727,2022-05,1.1,đạt,QĐ 1\n"),
    );
    for verb in ON_A_MONTH {
        for (path, period, there) in
            [("2022-06", "2022-05", "2022-06"), ("nam.csv", "2022-09", "2022-04, 2022-05")]
        {
            let output = run_on(&folder, path, verb, &["--period", period]).assert_code(2);
            assert!(output.bytes().is_empty());
            let said = output.stderr();
            assert!(said.contains(period) && said.contains(there), "{verb:?}: {said}");
        }
        run_on(&folder, "nam.csv", verb, &["--period", "2022-05"]).assert_code(0);
    }
    // Only rows of the period count as examined.
    let check = folder.run("check nam.csv --period 2022-05 --format json");
    assert_eq!(check.json()["rows"], 1);
}

#[test]
fn a_letter_or_workbook_that_says_nothing_of_itself_is_no_report() {
    let folder = months();
    // A packed file with properties of somebody else's.
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut book = zip::ZipWriter::new(&mut bytes);
    book.start_file("docProps/custom.xml", zip::write::SimpleFileOptions::default()).unwrap();
    book.write_all(b"<property name=\"ntm.document\"><vt:lpwstr>other</vt:lpwstr>").unwrap();
    book.finish().unwrap();
    folder.write("2022-05/a.docx", bytes.into_inner());
    assert_eq!(of_code(&folder, "2022-05", "passed-over"), ["2022-05/a.docx"]);
    assert!(of_code(&folder, "2022-05", "own-output").is_empty());
}
