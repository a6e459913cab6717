//! What pages and messages say is so: whose forms are empty, whose names stand where, what
//! a command can do about it.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::common::papers::{files_of, ntm_in};

/// A copy of the sample's roster and some of its months.
fn sample(months: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/mong-cai");
    fs::copy(from.join("communes.csv"), folder.path().join("communes.csv")).unwrap();
    for month in months {
        fs::create_dir(folder.path().join(month)).unwrap();
        for entry in fs::read_dir(from.join(month)).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, folder.path().join(month).join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn page(folder: &TempDir, line: &str) -> String {
    let output = ntm_in(folder.path(), &line.split(' ').collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(0), "{line}: {}", told(&output));
    String::from_utf8(output.stdout).unwrap()
}

const BARE: &str = "\
    commune,period,level,indicator,value\n06730,2022-06,ntm,1.1,đạt\n06730,2022-06,ntm,1.2,\n";

/// A commune whose rows hold nothing has reported, and is scored; nobody takes it for data.
#[test]
fn forms_without_a_value_are_told() {
    let folder = sample(&[]);
    fs::create_dir(folder.path().join("2022-06")).unwrap();
    let empty = "commune,period,level,indicator,value\n06727,2022-06,ntm,1.1,\n";
    fs::write(folder.path().join("2022-06/06727.csv"), empty).unwrap();
    fs::write(folder.path().join("2022-06/06730.csv"), BARE).unwrap();
    for line in ["score 2022-06", "gaps 2022-06", "report 2022-06", "trend ."] {
        let output = ntm_in(folder.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0), "{line}: {}", told(&output));
        let said = told(&output);
        assert!(said.contains("[missing-values]") && said.contains("Bắc Sơn"), "{line}: {said}");
        assert!(!said.contains("Hải Đông"), "{line}: {said}");
        let page = String::from_utf8(output.stdout).unwrap().replace("\n  ", " ");
        let note = page.lines().find(|line| line.contains("iểu chưa điền")).unwrap_or_default();
        assert!(note.contains("Bắc Sơn") && !note.contains("Hải Đông"), "{line}: {page}");
    }
    // By the contract it has rows, and is scored.
    let json = page(&folder, "score 2022-06 --format json");
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["communes"].as_array().unwrap().len(), 2);
    let filled = sample(&["2022-05"]);
    assert!(!page(&filled, "score 2022-05").contains("chưa điền"));
}

#[test]
fn forms_are_not_put_among_data_of_the_same() {
    let folder = sample(&["2022-12"]);
    let before = files_of(folder.path());
    for line in [
        "template . --period 2022-12 -o 2022-12",
        "template . --period 2022-12 --from 2022-12 -o ./2022-12",
        "template . --period 2022-12 --commune 06727 -o 2022-12",
        "template . --period 2023-01 -o 2022-12",
    ] {
        let output = ntm_in(folder.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2), "{line}");
        let said = told(&output);
        assert!(said.contains("2022-12") && said.contains("gợi ý: "), "{said}");
        assert_eq!(files_of(folder.path()), before, "{line}");
    }
    // Of whom there is no data yet, at a level of which there is none, in a new month.
    fs::remove_file(folder.path().join("2022-12/06727.csv")).unwrap();
    page(&folder, "template . --period 2022-12 --commune 06727 -o 2022-12");
    page(&folder, "template . --period 2022-12 --level kieu-mau --commune 06730 -o 2022-12");
    page(&folder, "template . --period 2023-01 -o 2023-01");
}

#[test]
fn the_notice_board_names_no_file() {
    let folder = sample(&["2022-06"]);
    let names = ["2022-06/06730.csv", "2022-06/06730 Nguyễn Văn A 0912345678.csv"];
    fs::rename(folder.path().join(names[0]), folder.path().join(names[1])).unwrap();
    for format in ["markdown", "html", "table"] {
        let report = page(&folder, &format!("report 2022-06 --public --format {format}"));
        assert!(!report.contains("0912345678") && !report.contains("06727.csv"), "{format}");
        let own = page(&folder, &format!("report 2022-06 --format {format}"));
        assert!(own.contains("06727.csv"), "{format}");
    }
}

#[test]
fn the_order_of_files_says_nothing() {
    let folder = sample(&["2022-05"]);
    let [one, two] = ["2022-05/06739.csv", "2022-05/06739-nang-cao.csv"];
    for (files, place) in [([one, two], "a"), ([two, one], "b")] {
        let [first, second] = files;
        page(&folder, &format!("dossier {first} {second} --commune 06739 --draft -o {place}"));
    }
    let made = |place: &str| files_of(folder.path().join(place));
    assert_eq!(made("a"), made("b"));
    let report =
        |one: &str, two: &str| page(&folder, &format!("report {one} {two} --format markdown"));
    assert_eq!(report(one, two), report(two, one));
}

/// What a hint says to add, the command takes.
#[test]
fn a_form_is_filled_in_by_the_decimal_mark_that_is_given() {
    let folder = sample(&[]);
    fs::create_dir(folder.path().join("2022-05")).unwrap();
    let rows = "commune,period,level,indicator,value\n06730,2022-05,ntm,10.1,\"54,567\"\n";
    fs::write(folder.path().join("2022-05/06730.csv"), rows).unwrap();
    let line = "template . --period 2022-06 --from 2022-05 --format csv -o";
    let run = |more: &str| {
        ntm_in(folder.path(), &format!("{line} {more}").split(' ').collect::<Vec<_>>())
    };
    let refused = run("a");
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("--decimal comma"), "{}", told(&refused));
    assert_eq!(run("a --decimal comma").status.code(), Some(0));
}

/// A set that is listed is not said to be unknown.
#[test]
fn confirm_says_what_the_set_of_a_city_is() {
    let folder = sample(&[]);
    let more = ["--by", "A", "--on", "2022-06-15", "--text", "CB", "-o", "tc"];
    let run =
        |set: &[&str]| ntm_in(folder.path(), &[&["criteria", "confirm"], set, &more].concat());
    let said = told(&run(&["qd-320-2022-huyen"]));
    assert!(said.contains("điều kiện của huyện") && said.contains("--district"), "{said}");
    let said = told(&run(&["qd-318-2022-ntm", "9.2", "--part", "nam"]));
    assert!(said.contains("không có mức cho phần") && !said.contains("một mức cho mọi"), "{said}");
}

/// A number and a fraction stand in one line, however narrow the page.
#[test]
fn numbers_are_whole_on_narrow_pages() {
    let folder = sample(&["2022-05", "2022-06"]);
    for line in ["score 2022-05", "trend .", "gaps 2022-05 --by agency", "ladder 2022-05"] {
        let numbers = |width: u16| {
            let page = page(&folder, &format!("{line} --width {width}"));
            let all = page.split_whitespace().map(str::to_owned);
            let whole = |word: &String| {
                let sign = |c: char| c.is_ascii_digit() || "/,%".contains(c);
                word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(sign)
            };
            let mut numbers: Vec<String> = all.filter(whole).collect();
            numbers.sort();
            numbers
        };
        let wide = numbers(200);
        assert!(!wide.is_empty(), "{line}");
        for width in [40, 48, 56, 64, 80] {
            assert_eq!(numbers(width), wide, "{line} --width {width}");
        }
    }
}

/// To a pipe the bytes go.
#[test]
fn a_workbook_goes_to_a_pipe() {
    let folder = sample(&["2022-05"]);
    let output = ntm_in(folder.path(), &["score", "2022-05", "--format", "xlsx"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.starts_with(b"PK"));
}

/// To a terminal they do not; `script` gives the program one.
#[cfg(target_os = "linux")]
#[test]
fn a_workbook_is_not_shown_on_a_terminal() {
    let folder = sample(&["2022-05"]);
    for format in ["xlsx", "docx"] {
        let program = env!("CARGO_BIN_EXE_ntm");
        let line = format!("{program} score 2022-05 --format {format}");
        let ran = std::process::Command::new("script")
            .args(["-qec", &line, "/dev/null"])
            .current_dir(folder.path())
            .stdin(std::process::Stdio::null())
            .output();
        // Not every machine has it.
        let Ok(output) = ran else { return };
        let shown = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(2), "{shown}");
        assert!(!shown.contains("PK") && shown.contains(&format!("-o TÊN.{format}")), "{shown}");
    }
}
