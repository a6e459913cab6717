//! What pages and messages say is so: whose forms are empty, whose names stand where, what
//! a command can do about it.

use crate::office::Office;

/// A copy of the sample's roster and some of its months.
fn sample(months: &[&str]) -> Office {
    let office = Office::empty();
    office.copy_sample(&["communes.csv"]);
    office.copy_sample(months);
    office
}

const BARE: &str = "\
    commune,period,level,indicator,value\n06730,2022-06,ntm,1.1,đạt\n06730,2022-06,ntm,1.2,\n";

/// A commune whose rows hold nothing has reported, and is scored; nobody takes it for data.
#[test]
fn forms_without_a_value_are_told() {
    let folder = sample(&[]);
    let empty = "commune,period,level,indicator,value\n06727,2022-06,ntm,1.1,\n";
    folder.write("2022-06/06727.csv", empty);
    folder.write("2022-06/06730.csv", BARE);
    for line in ["score 2022-06", "gaps 2022-06", "report 2022-06", "trend ."] {
        let run = folder.run(line).assert_code(0);
        let said = run.stderr();
        assert_eq!(said.matches("[missing-values]").count(), 1, "{line}: {said}");
        assert_eq!(said.matches("Bắc Sơn").count(), 1, "{line}: {said}");
        assert!(!said.contains("Hải Đông"), "{line}: {said}");
        let page = run.stdout().replace("\n  ", " ");
        let note = page.lines().find(|line| line.contains("iểu chưa điền")).unwrap_or_default();
        assert!(note.contains("Bắc Sơn") && !note.contains("Hải Đông"), "{line}: {page}");
    }
    // What is faulty was filled in.
    folder.write("2022-06/06733.csv", empty.replace("06727", "06733").replace("1.1,", "2.1,98x"));
    let page = folder.page("score 2022-06 --lenient").replace("\n  ", " ");
    let note = page.lines().find(|line| line.contains("iểu chưa điền")).unwrap_or_default();
    assert!(note.contains("Bắc Sơn") && !note.contains("Hải Tiến"), "{page}");
    folder.remove("2022-06/06733.csv");
    // By the contract it has rows, and is scored.
    let value = folder.json("score 2022-06");
    assert_eq!(value["communes"].as_array().unwrap().len(), 2);
    let filled = sample(&["2022-05"]);
    assert!(!filled.page("score 2022-05").contains("chưa điền"));
}

#[test]
fn of_a_file_of_two_communes_each_is_named_with_what_it_lacks() {
    let folder = sample(&[]);
    folder.write("2022-06/a.csv", "commune,indicator,value\n06727,1.1,đạt\n06730,10.1,53\n");
    let page = folder.run("check 2022-06").assert_code(0).stdout().replace("\n  ", " ");
    for told in [
        "Bắc Sơn: chưa có dòng nào cho 56 chỉ tiêu: 1.2,",
        "Hải Đông: chưa có dòng nào cho 56 chỉ tiêu: 1.1,",
    ] {
        assert_eq!(page.matches(told).count(), 1, "{told}: {page}");
    }
}

#[test]
fn forms_are_not_put_among_data_of_the_same() {
    let folder = sample(&["2022-12"]);
    let before = folder.files();
    for line in [
        "template . --period 2022-12 -o 2022-12",
        "template . --period 2022-12 --from 2022-12 -o ./2022-12",
        "template . --period 2022-12 --commune 06727 -o 2022-12",
        "template . --period 2023-01 -o 2022-12",
    ] {
        let said = folder.run(line).assert_code(2).stderr();
        assert!(said.contains("2022-12") && said.contains("gợi ý: "), "{said}");
        assert_eq!(folder.files(), before, "{line}");
    }
    // Of whom there is no data yet, at a level of which there is none, in a new month.
    folder.remove("2022-12/06727.csv");
    folder.page("template . --period 2022-12 --commune 06727 -o 2022-12");
    folder.page("template . --period 2022-12 --level kieu-mau --commune 06730 -o 2022-12");
    folder.page("template . --period 2023-01 -o 2023-01");
}

#[test]
fn the_notice_board_names_no_file() {
    let folder = sample(&["2022-06"]);
    folder.write("2022-06/06730 Nguyễn Văn A 0912345678.csv", folder.bytes("2022-06/06730.csv"));
    folder.remove("2022-06/06730.csv");
    for format in ["markdown", "html", "table"] {
        let report = folder.page(&format!("report 2022-06 --public --format {format}"));
        assert!(!report.contains("0912345678") && !report.contains("06727.csv"), "{format}");
        let own = folder.page(&format!("report 2022-06 --format {format}"));
        assert!(own.contains("06727.csv"), "{format}");
    }
}

#[test]
fn the_order_of_files_says_nothing() {
    let folder = sample(&["2022-05"]);
    let [one, two] = ["2022-05/06739.csv", "2022-05/06739-nang-cao.csv"];
    for (files, place) in [([one, two], "a"), ([two, one], "b")] {
        let [first, second] = files;
        folder.page(&format!("dossier {first} {second} --commune 06739 --draft -o {place}"));
    }
    let made = |place: &str| folder.inside(place).files();
    assert_eq!(made("a"), made("b"));
    let report =
        |one: &str, two: &str| folder.page(&format!("report {one} {two} --format markdown"));
    assert_eq!(report(one, two), report(two, one));
}

/// What a hint says to add, the command takes.
#[test]
fn a_form_is_filled_in_by_the_decimal_mark_that_is_given() {
    let folder = sample(&[]);
    let rows = "commune,period,level,indicator,value\n06730,2022-05,ntm,10.1,\"54,567\"\n";
    folder.write("2022-05/06730.csv", rows);
    let line = "template . --period 2022-06 --from 2022-05 --format csv -o";
    let refused = folder.run(&format!("{line} a")).assert_code(2).stderr();
    assert!(refused.contains("--decimal comma"), "{refused}");
    folder.run(&format!("{line} a --decimal comma")).assert_code(0);
}

/// A set that is listed is not said to be unknown.
#[test]
fn confirm_says_what_the_set_of_a_city_is() {
    let folder = sample(&[]);
    let run = |set: &str| {
        let more = "--by A --on 2022-06-15 --text CB -o tc";
        folder.run(&format!("criteria confirm {set} {more}")).stderr()
    };
    let said = run("qd-320-2022-huyen");
    assert!(said.contains("điều kiện của huyện") && said.contains("--district"), "{said}");
    let said = run("qd-318-2022-ntm 9.2 --part nam");
    assert!(said.contains("không có mức cho phần") && !said.contains("một mức cho mọi"), "{said}");
}

/// A number and a fraction stand in one line, however narrow the page.
#[test]
fn numbers_are_whole_on_narrow_pages() {
    let folder = sample(&["2022-05", "2022-06"]);
    for line in ["score 2022-05", "trend .", "gaps 2022-05 --by agency", "ladder 2022-05"] {
        let numbers = |width: u16| {
            let page = folder.page(&format!("{line} --width {width}"));
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
    let run = folder.run("score 2022-05 --format xlsx").assert_code(0);
    assert!(run.bytes().starts_with(b"PK"));
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

/// Forms are files in a folder: the name of a file is no name for it.
#[test]
fn a_folder_is_not_called_as_a_file() {
    let folder = sample(&["2022-05"]);
    let before = folder.files();
    for line in [
        "template . --period 2022-06 -o 2022-06/mau.xlsx",
        "template . --period 2022-06 --commune 06727 --format csv -o mau.CSV",
        "check 2022-05 --fix -o sach.csv",
        "report 2022-05 --each -o bao-cao.docx",
    ] {
        let said = folder.run(line).refusal();
        assert!(said.contains("thư mục") && said.contains("gợi ý: "), "{line}: {said}");
        assert_eq!(folder.files(), before, "{line}");
        assert!(!folder.exists("2022-06"), "{line}");
    }
    // One that is there is meant.
    folder.create_dir("bieu.xlsx");
    folder.page("template . --period 2022-06 --commune 06727 -o bieu.xlsx");
}
