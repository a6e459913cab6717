//! The work list as a form to print, and the commands that pages print: what a person
//! copies and what they write on.
#![allow(clippy::float_arithmetic, reason = "workbooks keep numbers in binary")]

use std::fs;
use std::io::Cursor;

use crate::docx::{Node, parts};
use crate::office::Office;
use calamine::{Data, Reader, Xlsx};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BASE: &str = "qd-318-2022-ntm";
const OVERLAY: &str = "qd-1246-2022-quang-ninh-ntm";
const MODEL: &str = "qd-319-2022-kieu-mau";
const DBSH: [&str; 6] = ["--region", "DBSH", "--province", "22", "--period", "2022-12"];

/// A file of the work list of a set, by its ending.
fn form(set: &str, case: &[&str], ending: &str) -> Vec<u8> {
    let folder = Office::empty();
    let file = format!("doi-chieu.{ending}");
    let line = ["criteria", "show", set, "--unconfirmed"];
    let output = folder.run_args([&line, case, &["-o", &file]].concat());
    assert_eq!(output.code(), 0, "{}", output.both());
    folder.bytes(file)
}

/// The rows of a workbook from its head on, as texts and numbers.
fn rows(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
    let head = rows.iter().position(|row| row[0] == Data::String("TT".to_owned())).unwrap();
    rows[head..].to_vec()
}

fn word(cell: &Data) -> &str {
    match cell {
        Data::String(text) => text,
        Data::Empty => "",
        other => panic!("{other:?} is no text"),
    }
}

#[test]
fn the_workbook_has_a_row_for_each_row_of_the_csv_under_its_decision() {
    for (set, case) in [(BASE, DBSH.as_slice()), (BASE, &[]), (MODEL, &DBSH), (OVERLAY, &[])] {
        let csv = form(set, case, "csv");
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        let listed: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let rows = rows(&form(set, case, "xlsx"));
        let heads: Vec<&str> = rows[0].iter().map(word).collect();
        let expected = ["TT", "Mã", "Chỉ tiêu", "Mức ghi trong tệp", "Căn cứ"];
        assert_eq!(heads[..5], expected);
        assert_eq!(heads[5..], ["Số trong văn bản", "Trang", "Người đọc", "Ngày"]);
        let (mut of, mut found) = (String::new(), Vec::new());
        for row in &rows[1..] {
            let Data::Float(no) = row[0] else {
                let heading = word(&row[2]);
                assert!(heading.starts_with("Văn bản ") && heading.contains(", ngày "));
                of = heading.rsplit(' ').next().unwrap().to_owned();
                continue;
            };
            found.push((of.clone(), word(&row[1]).to_owned()));
            assert_eq!(no, f64::from(u32::try_from(found.len()).unwrap()));
            // To be written by hand.
            assert!(row[5..].iter().all(|cell| *cell == Data::Empty || word(cell).is_empty()));
        }
        let mut wanted: Vec<(String, String)> =
            listed.iter().map(|row| (row[8].to_owned(), row[0].to_owned())).collect();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{set} {case:?}");
    }
}

#[test]
fn a_row_says_figure_case_and_basis_and_codes_stay_texts() {
    let rows = rows(&form(BASE, &DBSH, "xlsx"));
    let row = |id: &str| {
        let found = rows.iter().find(|row| row[1] == Data::String(id.to_owned()));
        found.unwrap().iter().skip(2).take(3).map(word).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row("17.10")[1..], ["≥ 100%", "318/QĐ-TTg, Phụ lục I, 17.10"]);
    assert_eq!(row("9.2")[1], "≥ 90%\n(cột DBSH)");
    assert_eq!(row("10.1")[1], "≥ 53 triệu đồng/người/năm\n(năm 2022)\n(cột DBSH)");
    assert!(row("17.1")[0].ends_with("– chung"));
    assert!(row("column-rule")[0].starts_with("Xã loại "));
    let headings: Vec<&str> =
        rows.iter().filter(|row| word_is_heading(row)).map(|row| word(&row[2])).collect();
    let expected = [
        "Văn bản 318/QĐ-TTg, ngày 08/03/2022 – bộ qd-318-2022-ntm",
        "Văn bản 1246/QĐ-UBND, ngày 11/05/2022 – bộ qd-1246-2022-quang-ninh-ntm",
    ];
    assert_eq!(headings, expected);
    // A factor, a figure of another set and what must be met first.
    let rows = self::rows(&form(MODEL, &DBSH, "xlsx"));
    let all = format!("{rows:?}");
    assert!(all.contains("1,1 × mức của 10.1 (qd-318-2022-nang-cao)"), "{all}");
    assert!(all.contains("Phải đạt trước bộ qd-318-2022-nang-cao"), "{all}");
}

fn word_is_heading(row: &[Data]) -> bool {
    !matches!(row[0], Data::Float(_)) && word(&row[0]).is_empty()
}

#[test]
fn every_form_lies_and_repeats_its_head() {
    for (set, case) in [(BASE, DBSH.as_slice()), (OVERLAY, &[])] {
        let book = parts(&form(set, case, "xlsx"));
        let sheet = &book["xl/worksheets/sheet1.xml"];
        assert!(sheet.contains("orientation=\"landscape\""));
        assert!(book["xl/workbook.xml"].contains("_xlnm.Print_Titles"));

        let letter = parts(&form(set, case, "docx"));
        let document = Node::parse(&letter["word/document.xml"]);
        let sizes = document.all("w:pgSz");
        assert!(sizes.iter().all(|size| size.get("w:orient") == "landscape"));
        let table = document.all("w:tbl").into_iter().find(|t| t.words().contains("Mức ghi"));
        let table = table.unwrap();
        assert_eq!(table.all("w:tblHeader").len(), 1);
        let widths: Vec<u32> = table.all("w:gridCol").iter().map(|c| c.number("w:w")).collect();
        // Room to write in, in twentieths of a point: at least 12 mm.
        assert!(widths[5..].iter().all(|width| *width > 680), "{widths:?}");

        let page = String::from_utf8(form(set, case, "html")).unwrap();
        assert!(page.contains("size: A4 landscape"));
        assert_eq!(page.matches("<thead").count(), 1);
        assert!(page.contains("1246/QĐ-UBND, ngày 11/05/2022"));
    }
    // Other pages stand.
    let folder = Office::empty();
    let month = format!("{ROOT}/data/mong-cai/2022-05");
    assert!(folder.run(&format!("report {month} -o b.html")).succeeded());
    let page = folder.read("b.html");
    assert!(!page.contains("landscape"));
}

#[test]
fn the_law_itself_is_a_page_and_no_form() {
    let folder = Office::empty();
    let line = ["criteria", "show", BASE, "-o", "a.xlsx", "-o", "a.docx", "-o", "a.html"];
    assert!(folder.run_args(line).succeeded());
    let page = folder.read("a.html");
    assert!(page.contains("2.1") && page.contains("QĐ-TTg"));
    // What is read in the decision is written into the form alone.
    let read = "Người đọc";
    assert!(!page.contains(read));
    let line = ["criteria", "show", BASE, "--unconfirmed", "-o", "b.html"];
    assert!(folder.run_args(line).succeeded());
    assert!(folder.read("b.html").contains(read));
}

#[test]
fn a_form_with_nothing_left_says_so() {
    let office = Office::empty();
    let read = ["--by", "A", "--on", "2022-06-15", "--text", "B", "-o", "tc"];
    let line = ["criteria", "confirm", OVERLAY];
    assert!(office.run_args([line.as_slice(), &read].concat()).succeeded());
    let show = ["criteria", "show", OVERLAY, "--unconfirmed", "--criteria", "tc"];
    let to = ["-o", "a.xlsx", "-o", "a.docx", "-o", "a.html"];
    let output = office.run_args([show.as_slice(), &to].concat());
    assert_eq!(output.code(), 0, "{}", output.both());
    let said = "Mọi điều ghi trong tệp này đã được xác nhận";
    let html = office.read("a.html");
    assert!(html.contains(said) && !html.contains("<table"));
    let letter = parts(&office.bytes("a.docx"));
    assert!(letter["word/document.xml"].contains(said));
    let book = parts(&office.bytes("a.xlsx"));
    assert!(book["xl/sharedStrings.xml"].contains(said));
}

/// The commands on a page, each as its words.
fn commands(page: &str) -> Vec<Vec<String>> {
    let lines = page.lines().filter_map(|line| line.trim_start().strip_prefix("ntm "));
    lines.map(words).collect()
}

/// The words of a line as a shell sees them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.push(word);
    words
}

/// A command with what its placeholders stand for.
fn filled(command: &[String]) -> Vec<&str> {
    let fill = |word: &'_ String| match word.as_str() {
        "HỌ TÊN" => "Nguyễn Văn A",
        "NGÀY" => "2022-09-15",
        "VĂN BẢN, TRANG" => "Công báo, trang 3",
        _ => "",
    };
    let filled = command.iter().map(|word| match fill(word) {
        "" => word.as_str(),
        said => said,
    });
    filled.collect()
}

#[test]
fn the_commands_of_a_refusal_followed_to_the_letter_lead_to_the_dossier() {
    let office = Office::empty();
    let sets = office.path().join("tiêu chí");
    fs::create_dir(&sets).unwrap();
    let copy = format!("{OVERLAY}.toml");
    fs::copy(format!("{ROOT}/criteria/{copy}"), sets.join(&copy)).unwrap();
    let month = format!("{ROOT}/data/mong-cai/2022-12");
    let ask = |width: &str| {
        let of = ["dossier", &month, "--commune", "Bắc Sơn", "-o", "khong-ghi"];
        let more = ["--criteria", "tiêu chí", "--width", width];
        let output = office.run_args([of.as_slice(), &more].concat());
        assert_eq!(output.code(), 1, "{}", output.both());
        output.both()
    };
    let page = ask("50");
    assert!(page.contains("\n  --criteria \"tiêu chí\"\n"), "{page}");
    let commands = commands(&page);
    // Two of Decision 318, the income of the year, the province, the conditions of recognition.
    assert_eq!(commands.len(), 5, "{page}");
    // Never broken, whatever the width.
    assert_eq!(commands, self::commands(&ask("200")));
    for command in &commands {
        let output = office.run_args(filled(command));
        assert_eq!(output.code(), 0, "{command:?}: {}", output.both());
    }
    let page = ask("100");
    assert!(!page.contains("ntm criteria confirm"), "{page}");
    assert!(!page.contains("mức chưa xác nhận"), "{page}");
    let entries = fs::read_dir(office.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(entries.collect::<Vec<_>>(), ["tiêu chí"]);
}

#[test]
fn a_region_is_named_where_columns_differ_and_nowhere_else() {
    let folder = Office::empty();
    let month = format!("{ROOT}/data/mong-cai/2022-12");
    let line = ["dossier", &month, "--commune", "Bắc Sơn", "-o", "khong-ghi"];
    let page = folder.run_args(line).both();
    let all = commands(&page);
    let of = |id: &str| all.iter().find(|command| command.contains(&id.to_owned())).unwrap();
    // A yes/no, one figure for all, the province's, by region, by year and region; 17.1
    // has two parts.
    for (id, region, year) in [
        ("1.1", false, false),
        ("17.10", false, false),
        ("2.1", false, false),
        ("9.2", true, false),
        ("17.1", true, false),
        ("10.1", true, true),
    ] {
        let has = |option: &str| of(id).contains(&option.to_owned());
        assert_eq!((has("--region"), has("--year")), (region, year), "{id}: {page}");
        assert!(of(id).ends_with(&["-o".to_owned(), "tieu-chi".to_owned()]));
    }
}

#[test]
fn the_work_list_names_the_folder_that_it_was_asked_with() {
    let office = Office::empty();
    office.create_dir("tc");
    let copy = format!("tc/{OVERLAY}.toml");
    fs::copy(format!("{ROOT}/criteria/{OVERLAY}.toml"), office.path().join(&copy)).unwrap();
    // One of its files means the folder too.
    for criteria in ["tc", &copy] {
        for set in [BASE, OVERLAY] {
            let line = ["criteria", "show", set, "--unconfirmed", "--criteria", criteria];
            let output = office.run_args(line);
            let commands = commands(&output.both());
            assert!(!commands.is_empty(), "{}", output.both());
            for command in commands {
                assert_eq!(command[command.len() - 2..], ["-o", "tc"], "{command:?}");
            }
        }
    }
    // As Markdown it is code, in which nothing is escaped.
    let line = ["criteria", "show", BASE, "--unconfirmed", "--format", "markdown"];
    let page = office.run_args(line).both();
    assert!(page.contains("\n\n    ntm criteria confirm SET "), "{page}");
}
