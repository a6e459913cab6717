//! What lies in a folder and is not read is named with what to do: inner folders, own reports
//! in words, lists saved as workbooks, locks, links; and what is written for machines drives
//! no terminal.

use std::fs;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

use crate::dossier_office::{self, DossierOffice};
use crate::month::archive;
use crate::office::Office;

const ROSTER: &str = "code,name,province,region\n06727,Bắc Sơn,22,DBSH\n06730,Hải Đông,22,DBSH\n";
const DATA: &str = "indicator,value,evidence\n2.1,98,BC 1\n";

/// A roster and a month with a commune's file.
fn month() -> Office {
    Office::with(&[("communes.csv", ROSTER), ("2022-05/06727.csv", DATA)])
}

/// Exit code and everything that is printed, in English.
fn told(folder: &Office, line: &str) -> (i32, String) {
    let (code, text) = folder.run(&format!("{line} --lang en")).code_and_text();
    (code, text.replace('\\', "/"))
}

/// The problems of a code as `file: message / hint`, in Vietnamese.
fn problems(folder: &Office, path: &str, code: &str) -> Vec<String> {
    let word = |p: &Value, key: &str| p[key].as_str().unwrap().replace('\\', "/");
    let of_code = folder.run(&format!("check {path} --format json")).problems_of(code);
    let tell =
        |p: &Value| format!("{}: {} / {}", word(p, "file"), word(p, "message"), word(p, "hint"));
    of_code.iter().map(tell).collect()
}

#[test]
fn an_inner_folder_says_how_many_tables_it_has() {
    let folder = month();
    folder.write("2022-05/bieu/a.csv", DATA);
    folder.write("2022-05/bieu/b.csv", DATA);
    folder.write("2022-05/x/y/a.csv", DATA);
    folder.write("2022-05/scan/a.pdf", "x");
    folder.write("2022-05/minh-chung/06727/a.xlsx", "x");
    let told = problems(&folder, "2022-05", "passed-over");
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("2022-05/bieu: thư mục có 2 tệp số liệu"), "{told:?}");
    assert!(told[1].starts_with("2022-05/x: thư mục có 1 tệp số liệu"), "{told:?}");
    assert!(told.iter().all(|told| told.contains("chuyển các tệp ra")), "{told:?}");
}

#[test]
fn own_reports_in_words_are_told_as_such() {
    let folder = month();
    let save = |line: &str, name: &str| {
        let page = folder.run(line).stdout();
        assert!(!page.is_empty(), "{line}");
        folder.write(format!("out/{name}"), page);
    };
    for lang in ["vi", "en"] {
        save(&format!("score 2022-05 --lang {lang}"), &format!("score-{lang}.txt"));
        save(
            &format!("score 2022-05 --format markdown --lang {lang}"),
            &format!("score-{lang}.md"),
        );
        save(&format!("gaps 2022-05 --lang {lang}"), &format!("gaps-{lang}.txt"));
        save(
            &format!("report 2022-05 --format markdown --lang {lang}"),
            &format!("report-{lang}.md"),
        );
        save(&format!("ladder 2022-05 --lang {lang}"), &format!("ladder-{lang}.txt"));
        save(&format!("trend . --lang {lang}"), &format!("trend-{lang}.txt"));
        save(&format!("check 2022-05 --lang {lang}"), &format!("check-{lang}.txt"));
    }
    folder.write("out/ghi-chu.txt", "Kết quả thực hiện nhiệm vụ: xem biên bản\n");
    for entry in fs::read_dir(folder.path().join("out")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.path().join("2022-05").join(entry.file_name())).unwrap();
    }
    assert_eq!(problems(&folder, "2022-05", "own-output").len(), 14);
    let others = problems(&folder, "2022-05", "passed-over");
    assert_eq!(others.len(), 1, "{others:?}");
    assert!(others[0].starts_with("2022-05/ghi-chu.txt"), "{others:?}");
    // A table under such a title is data.
    let title =
        "\"Kết quả thực hiện bộ tiêu chí xã nông thôn mới, kỳ 2022-05 (xã tự đánh giá)\",,\n";
    folder.write("2022-05/06730.csv", format!("{title}{DATA}"));
    assert_eq!(problems(&folder, "2022-05", "own-output").len(), 14);
}

#[test]
fn a_list_saved_as_a_workbook_is_told_with_the_way_out() {
    for place in ["communes.xlsm", "2022-05/communes.xls", "communes.ods"] {
        let folder = month();
        folder.remove("communes.csv");
        folder.write(place, "x");
        let (code, text) = told(&folder, "check 2022-05");
        assert_eq!(code, 2);
        let name = place.rsplit('/').next().unwrap();
        assert!(text.contains(name) && text.contains("may be the roster"), "{text}");
        assert!(text.contains("CSV UTF-8") && text.contains("communes.csv"), "{text}");
    }
    let folder = month();
    folder.write("2022-05/agencies.xlsx", "x");
    let passed = problems(&folder, "2022-05", "passed-over");
    assert!(
        passed[0].starts_with("2022-05/agencies.xlsx: danh sách được lưu dạng bảng tính"),
        "{passed:?}"
    );
    folder.write("2022-05/agencies.csv", "");
    assert_eq!(problems(&folder, "2022-05", "passed-over"), [""; 0]);
}

#[test]
fn a_folder_nearly_called_as_its_month_is_told_with_its_right_name() {
    let folder = month();
    fs::rename(folder.path().join("2022-05"), folder.path().join("2022-5")).unwrap();
    let own = problems(&folder, "2022-5", "bad-period");
    assert!(own.iter().any(|told| told.contains("đổi tên thư mục thành 2022-05")), "{own:?}");
    let (_, text) = told(&folder, "check 2022-5 --period 2022-05");
    assert!(!text.contains("bad-period"), "{text}");
    let (code, text) = told(&folder, "check .");
    assert_eq!(code, 2);
    assert!(text.contains("2022-5") && text.contains("rename the folder to 2022-05"), "{text}");
}

#[test]
fn a_lock_alone_is_told_for_what_it_is() {
    for (lock, book) in [("~$bieu.xlsx", "bieu.xlsx"), (".~lock.06730.ods#", "06730.ods")] {
        let folder = month();
        folder.write(format!("2022-06/{lock}"), "x");
        let (code, text) = told(&folder, "check 2022-06");
        assert_eq!(code, 2);
        assert!(text.contains(book) && text.contains("a lock of Excel"), "{text}");
        // It is said once.
        assert_eq!((text.matches("close").count(), text.matches("open elsewhere").count()), (1, 1));
    }
    // Beside data it is nobody's concern.
    let folder = month();
    folder.write("2022-05/~$727.csv.xlsx", "x");
    folder.write("2022-05/06727.csv.xlsx", "x");
    folder.write("2022-05/~$ghi chú.docx", "x");
    folder.write("2022-05/~$khac.xlsx", "x");
    assert_eq!(problems(&folder, "2022-05", "passed-over"), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_told_and_end() {
    use std::os::unix::fs::symlink;
    let folder = month();
    symlink("b", folder.path().join("a")).unwrap();
    symlink("a", folder.path().join("b")).unwrap();
    let (code, text) = told(&folder, "check a");
    assert!(code == 2 && text.contains("back to itself"), "{text}");
    symlink(".", folder.path().join("2022-05/self")).unwrap();
    symlink("../2022-05", folder.path().join("2022-05/again")).unwrap();
    assert_eq!(problems(&folder, "2022-05", "passed-over"), [""; 0]);
    symlink("../a", folder.path().join("2022-05/loop.csv")).unwrap();
    let unread = problems(&folder, "2022-05", "unreadable-file");
    assert!(unread[0].contains("trỏ vòng về chính nó"), "{unread:?}");
}

/// A workbook of indicator, value and evidence.
fn book(evidence: &str, fill: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (place, cell) in ["Chỉ tiêu", "Giá trị", "Minh chứng"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(place).unwrap(), cell).unwrap();
    }
    sheet.write(1, 0, "1.1").unwrap().write(1, 1, "đạt").unwrap().write(1, 2, evidence).unwrap();
    fill(sheet);
    book.save_to_buffer().unwrap()
}

/// What must not stand in JSON as it is.
fn drives(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn json_drives_no_terminal_and_says_the_same() {
    let folder = month();
    let odd = "BC\u{202e} 1\u{2066}\u{200f}\u{7f}\u{9b}31m";
    folder.write("2022-05/06727.xlsx", book(odd, |_| {}));
    folder.remove("2022-05/06727.csv");
    folder.write("2022-05/b\u{202e}c\u{9b}.csv", "commune,indicator,value\n06730,1.1,x y\n");
    let mut with_text = 0;
    for line in [
        "check 2022-05 --format json",
        "score 2022-05 --lenient --format json",
        "score 2022-05 --lenient --format jsonl",
        "gaps 2022-05 --lenient --format json",
        "trend . --lenient --indicator 1.1 --format json",
        "ladder 2022-05 --lenient --format json",
        "explain 2022-05 --lenient --commune 06727 --indicator 1.1 --format json",
        "criteria show qd-318-2022-ntm --format json",
    ] {
        let output = folder.run(line);
        let text = output.stdout();
        assert!(!text.is_empty(), "{line}: {}", output.stderr());
        assert!(!text.contains(drives), "{line}: {text:?}");
        for one in text.lines() {
            let value: Value =
                serde_json::from_str(one).unwrap_or_else(|why| panic!("{line}: {why}"));
            with_text += usize::from(value.to_string().contains(odd));
        }
    }
    assert!(with_text > 1, "the same string for a parser");
}

#[test]
fn receipts_are_escaped_and_old_ones_still_verify() {
    use ntm::analysis::{receipt::Receipt, verify};
    let office = DossierOffice::new();
    let made = office.made("ho-so");
    let text = dossier_office::text(&made, "receipt.json");
    let code = dossier_office::receipt(&made)["period"].as_str().unwrap().to_owned();
    let odd = text.replacen(&format!("\"{code}\""), &format!("\"{code}\u{202e}\u{9b}\""), 1);
    assert_ne!(odd, text);
    let written = dossier_office::resealed(&odd);
    let written_text = String::from_utf8(written.clone()).unwrap();
    assert!(!written_text.contains(drives) && written_text.contains("\\u202e\\u009b"));
    let receipt = Receipt::parse(&written).unwrap();
    assert_eq!(verify::receipt(&receipt, &written, None), []);
    // As a release before this one wrote it, with the same digest.
    let old = receipt.canonical();
    assert!(String::from_utf8(old.clone()).unwrap().contains(drives));
    assert_eq!(verify::receipt(&Receipt::parse(&old).unwrap(), &old, None), []);
    let (code, _) = dossier_office::verify(&made);
    assert_eq!(code, 0);
}

fn kinds(folder: &Office) -> Vec<String> {
    let check = folder.json("check 2022-05");
    let repairs = check["repairs"].as_array().unwrap().iter();
    repairs.map(|r| format!("{} {}", r["kind"].as_str().unwrap(), r["count"])).collect()
}

#[test]
fn what_a_workbook_hides_is_read_and_told() {
    let folder = month();
    folder.remove("2022-05/06727.csv");
    let hide = |sheet: &mut rust_xlsxwriter::Worksheet| {
        sheet.write(2, 0, "2.1").unwrap().write(2, 1, 95).unwrap();
        sheet.write(3, 0, "2.2").unwrap().write(3, 1, 95).unwrap();
        sheet.set_column_hidden(1).unwrap().set_column_hidden(7).unwrap();
        // As a filter leaves it.
        sheet.autofilter(0, 0, 3, 2).unwrap().set_row_hidden(2).unwrap();
    };
    folder.write("2022-05/06727.xlsx", book("BC 1", hide));
    assert_eq!(kinds(&folder), ["hidden-rows 1", "hidden-columns 1"]);
    let score = folder.json("score 2022-05");
    assert_eq!(score["communes"][0]["indicators"]["missing"], 54);
    let ods = |columns: &str| {
        let cell =
            |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let row = |cells: [&str; 2]| {
            format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat())
        };
        let rows = [row(["Chỉ tiêu", "Giá trị"]), row(["1.1", "đạt"])].concat();
        let content = format!(
            r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">{columns}{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
        );
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        archive(&[("mimetype", kind), ("content.xml", &content)])
    };
    let folder = month();
    folder.remove("2022-05/06727.csv");
    let hidden = r#"<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="3"/>"#;
    folder.write("2022-05/06727.ods", ods(hidden));
    assert_eq!(kinds(&folder), ["hidden-columns 1"]);
    folder.write("2022-05/06727.ods", ods("<table:table-column/>"));
    assert_eq!(kinds(&folder), [""; 0]);
}

#[test]
fn a_value_beside_its_column_is_an_error() {
    let folder = month();
    folder.remove("2022-05/06727.csv");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Chỉ tiêu").unwrap();
    sheet.merge_range(0, 1, 0, 2, "Kết quả", &Format::new()).unwrap();
    sheet.write(0, 3, "Minh chứng").unwrap();
    sheet.write(1, 0, "1.1").unwrap().write(1, 1, "đạt").unwrap().write(1, 3, "BC 1").unwrap();
    sheet.write(2, 0, "2.1").unwrap().write(2, 2, 95).unwrap().write(2, 3, "BC 1").unwrap();
    sheet.write(3, 0, "2.2").unwrap().write(3, 1, 95).unwrap().write(3, 3, "BC 1").unwrap();
    folder.write("2022-05/06727.xlsx", book.save_to_buffer().unwrap());
    let beside = problems(&folder, "2022-05", "unreadable-row");
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(beside[0].contains("“95”") && beside[0].contains("bên phải cột “Kết quả”"));
    folder.write("2022-05/06727.csv", "indicator,value,,note\n1.1,đạt,,\n2.1,,95,\n2.2,95,,\n");
    folder.remove("2022-05/06727.xlsx");
    assert_eq!(problems(&folder, "2022-05", "unreadable-row").len(), 1);
}

#[test]
fn an_apostrophe_in_a_sheet_is_taken_off_and_counted() {
    let folder = month();
    folder.remove("2022-05/06727.csv");
    let marked = |sheet: &mut rust_xlsxwriter::Worksheet| {
        sheet.write(1, 1, "'đạt").unwrap();
        sheet.write(2, 0, "'2.1").unwrap().write(2, 1, "'95").unwrap();
    };
    folder.write("2022-05/06727.xlsx", book("'Báo cáo' 1", marked));
    assert_eq!(kinds(&folder), ["apostrophes 3"]);
    assert_eq!(problems(&folder, "2022-05", "not-a-value"), [""; 0]);
    assert_eq!(problems(&folder, "2022-05", "not-a-number"), [""; 0]);
}

#[test]
fn a_commune_is_found_anywhere_in_the_name_of_its_paper() {
    let missing = |files: &[&str]| {
        let folder = month();
        let rows =
            "commune,indicator,value,evidence\n06727,2.1,98,12/BC-UBND\n06730,2.1,98,12/BC-UBND\n";
        folder.write("2022-05/06727.csv", rows);
        for file in files {
            folder.write(format!("giay/{file}"), "x");
        }
        let check = folder.run("check 2022-05 --evidence giay --format json");
        let files = check.problems_of("evidence-file-missing");
        files.iter().map(|p| p["line"].as_u64().unwrap()).collect::<Vec<u64>>()
    };
    // One paper of each: neither proves the other's.
    for own in ["12-BC-UBND Bắc Sơn.pdf", "12-BC-UBND xa Bac Son 2.1.pdf", "12-BC-UBND_06727.pdf"]
    {
        assert_eq!(missing(&[own]), [3], "{own}");
        assert_eq!(missing(&[own, "12-BC-UBND hai-dong.pdf"]), [0; 0], "{own}");
    }
    // A district's name is none of its communes'.
    let district = missing(&["12-BC-UBND huyen Bac Son.pdf"]);
    assert_eq!(district, missing(&["12-BC-UBND.pdf"]));
}
