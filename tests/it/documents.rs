//! Documents are the same wherever the data lies, and tell of no machine.

use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n";
/// With a value given twice, a second time in another file, and a repair.
const ROWS: &str = "commune,level,indicator,part,value,numerator,denominator,evidence\n\
    06727,ntm,2.1,,,19,20,BC 1\n06727,ntm,2.1,,,19,20,BC 1\n06727,ntm,12.1,nam,'95,,,\n";

fn office() -> Office {
    let folder = Office::named("may-nay-");
    let write = |path: &str, text: &str| folder.write(format!("co-quan/{path}"), text);
    write("communes.csv", ROSTER);
    write("2022-05/06727.csv", ROWS);
    write("2022-05/x/khac.csv", ROWS);
    write("2022-05/them.csv", "commune,level,indicator,value\n06727,ntm,2.1,95\n");
    write(
        "2022-06/06727.csv",
        &ROWS.replace("06727,ntm,2.1,,,19,20,BC 1\n06727,ntm,2.1", "06727,ntm,2.1"),
    );
    write("minh-chung/BC 9.pdf", "1");
    let set = include_str!("../../criteria/qd-318-2022-ntm.toml");
    write("tieu-chi/qd-318-2022-ntm.toml", set);
    write("hong/qd-318-2022-ntm.toml", &set.replace("basis", "basiss"));
    folder
}

/// The lines of each kind of document, with `@` for the office's folder.
const LINES: [&str; 9] = [
    "check @2022-05 --format markdown",
    "check @2022-06 --format markdown --evidence @minh-chung --criteria @tieu-chi",
    "check @2022-05 @2022-06 --format markdown",
    "criteria check @hong --format markdown",
    "explain @2022-06 --commune 06727 --format markdown",
    "explain @2022-06 --commune 06727 --format html",
    "explain @2022-05 --commune 06727 --indicator 2.1 --lenient --format markdown",
    "criteria show qd-318-2022-ntm --period 2022-05 --unconfirmed --criteria @tieu-chi --format html",
    "score @2022-06 --criteria @tieu-chi --format json",
];

#[test]
fn documents_are_the_same_from_any_folder() {
    let (one, other) = (office(), office());
    let at = |office: &Office, folder: &str| office.inside("co-quan").inside(folder);
    let absolute = format!("{}/", at(&other, "").dir());
    for line in LINES {
        let from = |office: &Office, folder: &str, path: &str| {
            let output = at(office, folder).run(&line.replace('@', path));
            let told = output.stderr();
            assert!(!output.bytes().is_empty(), "{line} {path}: {told}");
            output.stdout()
        };
        let expected = from(&one, "", "");
        assert!(
            !expected.contains("may-nay")
                && !expected.contains('\\'.to_string().repeat(2).as_str())
        );
        let absolute = absolute.trim_end_matches('/').to_owned() + "/";
        for (folder, path) in [
            ("", "./"),
            ("2022-05", "../"),
            ("..", "co-quan/"),
            ("2022-05/x", "../../"),
            ("tieu-chi", &absolute),
        ] {
            assert_eq!(from(&other, folder, path), expected, "{line} {folder} {path}");
        }
    }
}

#[test]
fn a_report_is_the_same_from_any_folder() {
    let (one, other) = (office(), office());
    let files = "-o ra.html -o ra.xlsx -o ra.docx -o ra.md -o ra.txt";
    let report = |office: &Office, folder: &str, path: &str| {
        let folder = office.inside("co-quan").inside(folder);
        let line = format!("report {path}2022-06 --criteria {path}tieu-chi {files}");
        folder.run(&line).assert_code(0);
        ["html", "xlsx", "docx", "md", "txt"].map(|ending| {
            let bytes = folder.bytes(format!("ra.{ending}"));
            folder.remove(format!("ra.{ending}"));
            bytes
        })
    };
    let expected = report(&one, "", "");
    let absolute = format!("{}/", other.path().join("co-quan").display());
    for (folder, path) in [("", "./"), ("tieu-chi", "../"), ("..", "co-quan/"), ("", &absolute)] {
        assert!(report(&other, folder, path) == expected, "{folder} {path}");
    }
    let page = String::from_utf8_lossy(&expected[0]).into_owned();
    assert!(page.contains("2022-06/06727.csv") && !page.contains("may-nay"));
}

#[test]
fn a_page_names_files_from_the_roster_and_a_message_as_typed() {
    let office = office();
    let folder = office.inside("co-quan/2022-05");
    let page = folder.run("check ../2022-05 --format markdown").stdout();
    assert!(page.contains("2022-05/06727.csv") && page.contains("2022-05/them.csv"), "{page}");
    assert!(page.contains("đã có ở 2022-05/06727.csv, dòng"), "{page}");
    assert!(!page.contains("../"), "{page}");
    let told = folder.run("score ../2022-05").stderr();
    assert!(told.contains("../2022-05/06727.csv:3: lỗi[duplicate-value]"), "{told}");
    assert!(told.contains(" ../2022-05/06727.csv, dòng"), "{told}");
    let bare = folder.run("check 06727.csv them.csv --format markdown").stdout();
    assert!(bare.contains("2022-05/them.csv"), "{bare}");
}

#[test]
fn a_folder_of_evidence_elsewhere_is_named_alone() {
    let (office, elsewhere) = (office(), office());
    let evidence = elsewhere.path().join("co-quan/minh-chung");
    let line = format!("check 2022-06 --format markdown --evidence {}", evidence.display());
    let page = office.inside("co-quan").run(&line).stdout();
    assert!(page.contains("minh-chung/BC 9.pdf"), "{page}");
    assert!(page.contains("“minh-chung”") && !page.contains("may-nay"), "{page}");
}

#[test]
fn a_roster_is_named_as_the_data_was() {
    let office = office();
    office.write("co-quan/communes.csv", format!("{ROSTER}06727,Hai,22,DBSH\n"));
    for (folder, path, roster) in [
        ("", "co-quan/2022-06", "co-quan/communes.csv:"),
        ("co-quan/tieu-chi", "../2022-06", "../communes.csv:"),
        ("co-quan", "2022-06", "communes.csv:"),
    ] {
        let told = office.inside(folder).run(&format!("score {path}")).stderr();
        assert!(told.starts_with(roster), "{path}: {told}");
    }
}
