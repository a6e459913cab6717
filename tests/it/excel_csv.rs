//! One month in every form that Excel and officers give to CSV scores the same, and
//! what was set right on the way is listed.

use std::path::Path;
use std::sync::LazyLock;

use crate::office::Office;
use encoding_rs::WINDOWS_1258;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

const MONTH: &str = "2022-05";

/// The column of the sample's files that holds the indicator.
const INDICATOR: usize = 3;

/// The rows of a file, header first.
type Rows = Vec<Vec<String>>;

fn rows(path: &Path) -> Rows {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn write(rows: &Rows, delimiter: u8, end: csv::Terminator) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(end)
        .flexible(true)
        .from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn comma(rows: &Rows) -> String {
    write(rows, b',', csv::Terminator::Any(b'\n'))
}

/// The sample month with each file made anew by `form`.
fn month(form: &dyn Fn(Rows) -> Vec<u8>) -> Office {
    let folder = Office::empty();
    folder.copy_sample(&["communes.csv"]);
    for name in Office::sample().names(MONTH) {
        let bytes = form(rows(&Office::sample().at(MONTH).join(&name)));
        folder.write(format!("{MONTH}/{name}"), bytes);
    }
    folder
}

/// What the plain month gives: its scores at both levels, and its number of rows.
struct Plain {
    scores: [Value; 2],
    rows: Value,
}

static PLAIN: LazyLock<Plain> = LazyLock::new(|| {
    let plain = month(&|rows| comma(&rows).into_bytes());
    let score = |level: &str| {
        let line = format!("score {MONTH} --level {level} --format json");
        plain.run(&line).assert_code(0).json()
    };
    let rows = plain.json(&format!("check {MONTH}"))["rows"].take();
    Plain { scores: ["ntm", "nang-cao"].map(score), rows }
});

/// Scores a form at both levels, which must give what the sample gives; returns the
/// kinds of repairs that a check lists.
fn kinds(form: &dyn Fn(Rows) -> Vec<u8>) -> Vec<String> {
    let formed = month(form);
    let clean = format!("sach/{MONTH}");
    formed.run(&format!("check {MONTH} --fix -o sach")).assert_code(0);
    for (level, plain) in ["ntm", "nang-cao"].into_iter().zip(&PLAIN.scores) {
        assert_eq!(formed.json(&format!("score {MONTH} --level {level}")), *plain, "{level}");
        // And so do clean copies of the form, in which nothing is left to be set right.
        assert_eq!(formed.json(&format!("score {clean} --level {level}")), *plain, "{level}");
    }
    assert_eq!(formed.json(&format!("check {clean}"))["repairs"], serde_json::json!([]));
    let check = formed.run(&format!("check {MONTH} --format json")).assert_code(0).json();
    assert_eq!((&check["errors"], &check["rows"]), (&0.into(), &PLAIN.rows));
    let mut kinds: Vec<String> = Vec::new();
    for repair in check["repairs"].as_array().unwrap() {
        assert!(repair["count"].as_u64().unwrap() > 0 && repair["file"].is_string());
        let kind = repair["kind"].as_str().unwrap().to_owned();
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// Text form by form: nothing but bytes changes.
fn bytes(form: impl Fn(String) -> Vec<u8>) -> Vec<String> {
    kinds(&|rows| form(comma(&rows)))
}

fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// As Windows writes Vietnamese: the letter of the code page, then its tone mark.
fn windows_1258(text: &str) -> Vec<u8> {
    let encode = |text: &str| {
        let (bytes, _, lost) = WINDOWS_1258.encode(text);
        (!lost).then(|| bytes.into_owned())
    };
    let split = |c: char| {
        let parts: Vec<char> = c.nfd().collect();
        // The tone is the mark that is left when the others make a letter.
        (1..parts.len()).find_map(|tone| {
            let rest = parts.iter().enumerate().filter(|(n, _)| *n != tone).map(|(_, c)| *c);
            encode(&format!("{}{}", rest.nfc().collect::<String>(), parts[tone]))
        })
    };
    let of = |c: char| encode(&c.to_string()).or_else(|| split(c)).unwrap_or_else(|| panic!("{c}"));
    text.chars().flat_map(of).collect()
}

#[test]
fn encodings_and_line_ends() {
    let none: [String; 0] = [];
    assert_eq!(bytes(|text| format!("\u{feff}{text}").into_bytes()), none);
    assert_eq!(bytes(|text| text.replace('\n', "\r\n").into_bytes()), none);
    assert_eq!(bytes(|text| text.replace('\n', "\r").into_bytes()), none);
    assert_eq!(bytes(|text| utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes)), ["utf-16"]);
    assert_eq!(bytes(|text| utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes)), ["utf-16"]);
    assert_eq!(bytes(|text| utf_16(&text, u16::to_le_bytes)), ["utf-16"]);
    assert_eq!(bytes(|text| text.nfd().collect::<String>().into_bytes()), ["unicode-form"]);
}

#[test]
fn the_code_page_of_windows() {
    // A file that is plain ASCII is not said to be in a code page.
    let vietnamese =
        |text: String| if text.is_ascii() { text.into_bytes() } else { windows_1258(&text) };
    assert_eq!(bytes(vietnamese), ["windows-1258"]);
}

#[test]
fn delimiters_and_decimal_commas() {
    let none: [String; 0] = [];
    let semicolon = |rows: Rows| {
        let comma = |cell: &String| match cell.parse::<f64>() {
            Ok(_) => cell.replace('.', ","),
            Err(_) => cell.clone(),
        };
        let numbers = |row: &Vec<String>| {
            let cells = row.iter().enumerate();
            // Ids stay as they are.
            cells.map(|(n, cell)| if n == INDICATOR { cell.clone() } else { comma(cell) }).collect()
        };
        write(&rows.iter().map(numbers).collect(), b';', csv::Terminator::CRLF)
    };
    assert_eq!(kinds(&|rows| semicolon(rows).into_bytes()), none);
    assert_eq!(kinds(&|rows| format!("sep=;\r\n{}", semicolon(rows)).into_bytes()), ["title-rows"]);
    let tabs = |rows: Rows| write(&rows, b'\t', csv::Terminator::CRLF).into_bytes();
    assert_eq!(kinds(&tabs), none);
}

#[test]
fn rows_around_the_table() {
    let title = |mut rows: Rows| {
        let blank = vec![String::new(); 12];
        let words = ["UBND THÀNH PHỐ MÓNG CÁI", "Kết quả thực hiện, tháng 5/2022"];
        let mut all: Rows = words.map(|word| vec![word.to_owned()]).to_vec();
        all.push(blank.clone());
        all.append(&mut rows);
        all.push(blank);
        all
    };
    assert_eq!(kinds(&|rows| comma(&title(rows)).into_bytes()), ["title-rows"]);
    let repeated = |mut rows: Rows| {
        let header = rows[0].clone();
        rows.insert(rows.len() / 2, header);
        rows
    };
    assert_eq!(kinds(&|rows| comma(&repeated(rows)).into_bytes()), ["repeated-headers"]);
    let signed = |mut rows: Rows| {
        let mut place = vec![String::new(); 12];
        place[8] = "Móng Cái, ngày 31 tháng 5 năm 2022".to_owned();
        rows.push(place);
        rows.push(vec!["NGƯỜI LẬP BIỂU".to_owned(), String::new(), String::new()]);
        rows
    };
    assert_eq!(kinds(&|rows| comma(&signed(rows)).into_bytes()), ["signature"]);
}

#[test]
fn what_is_typed_and_lost_in_cells() {
    let cells = |change: fn(usize, &str) -> String| {
        move |rows: Rows| {
            let mut rows = rows.into_iter();
            let header = rows.next().unwrap();
            let row = |row: Vec<String>| {
                row.iter().enumerate().map(|(n, cell)| change(n, cell)).collect::<Vec<_>>()
            };
            let all = std::iter::once(header).chain(rows.map(row)).collect();
            comma(&all).into_bytes()
        }
    };
    let none: [String; 0] = [];
    let zeros =
        cells(|n, cell| if n == 0 { cell.trim_start_matches('0').into() } else { cell.into() });
    assert_eq!(kinds(&zeros), ["leading-zeros"]);
    let quoted = cells(
        |n, cell| if n == 0 || n == INDICATOR { format!("'{cell}") } else { cell.to_owned() },
    );
    assert_eq!(kinds(&quoted), ["apostrophes"]);
    let spaced = cells(|_, cell| format!("\u{a0}{cell} "));
    assert_eq!(kinds(&spaced), none);
    let wide = cells(|n, cell| match n {
        5..=7 => cell
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0xff10 + d).unwrap()))
            .collect(),
        _ => cell.to_owned(),
    });
    assert_eq!(kinds(&wide), ["full-width-digits"]);
    let hidden = cells(|_, cell| format!("\u{200b}{cell}"));
    assert_eq!(kinds(&hidden), ["invisible-characters"]);
}

#[test]
fn a_file_in_utf_16_names_its_period_itself() {
    let folder = month(&|rows| comma(&rows).into_bytes());
    let text = "\u{feff}BIỂU\n\nmã xã,kỳ,chỉ tiêu,giá trị\n06727,5/2022,1.1,đạt\n";
    folder.write("a.csv", utf_16(text, u16::to_le_bytes));
    assert_eq!(folder.run("score a.csv --format json").assert_code(0).json()["period"], MONTH);
}

#[test]
fn a_row_of_sums_is_refused_with_a_hint() {
    let folder = month(&|mut rows| {
        rows.push(["", "", "", "Tổng cộng", "", "45"].map(str::to_owned).to_vec());
        comma(&rows).into_bytes()
    });
    let told = folder.run("check 2022-05/06727.csv --lang en").stdout();
    assert_eq!(told.matches("error[").count(), 1, "{told}");
    assert!(
        told.contains("error[unknown-indicator]") && told.contains("delete the row of sums"),
        "{told}"
    );
}
