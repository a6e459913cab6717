//! The workbook of a month: every number is the JSON's, nothing is a formula but the
//! totals, and it prints as it is.
#![allow(clippy::float_arithmetic, reason = "workbooks keep numbers in binary")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};

use crate::office::Office;
use calamine::{Data, Range, Reader, Xlsx};
use ntm::exact::Exact;
use ntm::period::Period;
use ntm::render::xlsx;
use ntm::report::document::{
    Block, Chart, ChartKind, Document, FooterCell, Grid, Section, Series, ShownIn, Total,
};
use ntm::report::{Cell, Column, Content, Room, Table, Tone};
use ntm::text::{Lang, Text};
use serde_json::Value;

const RUNS: [(&str, &str); 6] = [
    ("data/mong-cai/2022-05", "ntm"),
    ("data/mong-cai/2022-07", "ntm"),
    ("data/mong-cai/2022-12", "ntm"),
    ("data/mong-cai/2022-05", "nang-cao"),
    ("data/mong-cai/2022-12", "nang-cao"),
    ("data/vung-kho-khan/2022-05", "ntm"),
];

/// The workbook that a run in a folder writes.
fn report_in(office: &Office, line: &str) -> Vec<u8> {
    let out = Office::empty();
    let file = out.at("bao-cao.xlsx");
    office.command(&format!("report {line}")).arg("-o").arg(&file).run().assert_code(0);
    out.bytes("bao-cao.xlsx")
}

fn report(line: &str) -> Vec<u8> {
    report_in(&Office::project(), line)
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    open(bytes).worksheet_range(name).unwrap()
}

/// A part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn parts(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

fn json(line: &str) -> Value {
    Office::project().json(line)
}

fn array(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn words(cell: &Data) -> &str {
    match cell {
        Data::String(text) => text,
        Data::Empty => "",
        other => panic!("{other:?} is no text"),
    }
}

fn number(cell: &Data) -> f64 {
    match cell {
        Data::Float(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

/// The rows of the table whose head begins with these words, up to the first that is
/// empty, with the place of the head.
fn table<'r>(range: &'r Range<Data>, head: &str) -> (usize, Vec<&'r [Data]>) {
    let begins = |row: &&[Data]| matches!(&row[0], Data::String(text) if text == head);
    let at = range.rows().position(|row| begins(&row)).unwrap();
    let rows = range.rows().skip(at + 1);
    (at, rows.take_while(|row| row[0] != Data::Empty).collect())
}

/// What JSON rounds to so many decimals is this.
fn assert_rounds(cell: &Data, json: &Value, decimals: i32, of: &str) {
    let (cell, json) = (number(cell), json.as_f64().unwrap());
    let half = 0.5 * 10_f64.powi(-decimals) + 1e-9;
    assert!((cell - json).abs() <= half, "{of}: {cell} {json}");
}

fn round_to(number: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    (number * unit).round() / unit
}

#[test]
fn a_sheet_a_section_and_one_for_each_commune() {
    let bytes = report("data/mong-cai/2022-05");
    assert_eq!(
        open(&bytes).sheet_names(),
        [
            "Tổng hợp",
            "Ma trận",
            "Chỉ tiêu",
            "Chưa đạt",
            "Biến động",
            "06724 Hải Sơn",
            "06727 Bắc Sơn",
            "06730 Hải Đông",
            "06733 Hải Tiến",
            "06739 Quảng Nghĩa",
            "06745 Hải Xuân",
            "06748 Vạn Ninh",
            "06754 Vĩnh Trung",
            "06757 Vĩnh Thực",
            "Mức chưa xác nhận",
            "Nguồn",
        ]
    );
}

#[test]
fn figures_of_communes_are_those_of_the_score() {
    for (path, level) in RUNS {
        let bytes = report(&format!("{path} --level {level}"));
        let score = json(&format!("score {path} --level {level}"));
        let range = sheet(&bytes, "Tổng hợp");
        let (head, mut rows) = table(&range, "Xã");
        let total = rows.pop().unwrap();
        let communes = array(&score["communes"]);
        assert_eq!(rows.len(), communes.len());
        for (row, commune) in rows.iter().zip(communes) {
            let (criteria, indicators) = (&commune["criteria"], &commune["indicators"]);
            assert_eq!(words(&row[0]), text(&commune["name"]));
            for (cell, json) in [
                (1, &criteria["met"]),
                (2, &criteria["percent"]),
                (3, &indicators["met"]),
                (4, &indicators["percent"]),
                (5, &indicators["not_met"]),
                (6, &indicators["missing"]),
                (7, &indicators["undetermined"]),
                (8, &commune["progress"]),
            ] {
                assert_rounds(&row[cell], json, 2, text(&commune["name"]));
            }
            let complete = commune["achieved"].as_bool().unwrap();
            assert_eq!(words(&row[9]), if complete { "đủ" } else { "chưa đủ" });
        }
        let summary = &score["summary"];
        assert_eq!(words(&total[0]), "Bình quân");
        assert_rounds(&total[1], &summary["criteria_met_mean"], 2, "mean");
        assert_rounds(&total[3], &summary["indicators_met_mean"], 2, "mean");
        assert_rounds(&total[8], &summary["progress_mean"], 2, "mean");
        // Each is the mean of what stands above it, as a formula.
        let formulas = open(&bytes).worksheet_formula("Tổng hợp").unwrap();
        for (column, letter) in (1..=8).zip('B'..) {
            let above: f64 = rows.iter().map(|row| number(&row[column])).sum();
            let mean = above / rows.len() as f64;
            assert!((number(&total[column]) - mean).abs() < 1e-9, "{path} {letter}");
            let (first, last) = (head + 2, head + 1 + rows.len());
            let row = u32::try_from(last).unwrap();
            let formula = formulas.get_value((row, column as u32)).unwrap();
            assert_eq!(*formula, format!("AVERAGE({letter}{first}:{letter}{last})"));
        }
    }
}

/// The sign of a criterion by the statuses of its indicators.
fn sign(criterion: &Value) -> &'static str {
    let statuses: Vec<&str> =
        array(&criterion["indicators"]).iter().map(|i| text(&i["status"])).collect();
    match criterion["met"].as_bool().unwrap() {
        true if statuses.iter().all(|status| *status == "not_applicable") => "–",
        true => "✓",
        false if statuses.contains(&"not_met") => "✗",
        false => "?",
    }
}

#[test]
fn the_matrix_has_the_signs_of_the_score_and_counts_them() {
    for (path, level) in RUNS {
        let bytes = report(&format!("{path} --level {level}"));
        let score = json(&format!("score {path} --level {level}"));
        let range = sheet(&bytes, "Ma trận");
        let (_, rows) = table(&range, "Xã");
        let communes = array(&score["communes"]);
        let mut counts = BTreeMap::new();
        for (row, commune) in rows.iter().zip(communes) {
            assert_eq!(words(&row[0]), text(&commune["name"]));
            for (place, criterion) in array(&commune["results"]).iter().enumerate() {
                assert_eq!(words(&row[place + 1]), sign(criterion), "{path} {}", criterion["no"]);
                *counts.entry(place).or_insert(0) += u32::from(sign(criterion) == "✓");
            }
        }
        let total = rows[communes.len()];
        assert_eq!(words(&total[0]), "Số xã đạt");
        for (place, count) in counts {
            assert_eq!(number(&total[place + 1]), f64::from(count));
        }
    }
}

/// The rows of a list as cells by the head of their column.
fn list(bytes: &[u8], name: &str) -> Vec<BTreeMap<String, Data>> {
    let range = sheet(bytes, name);
    let (head, rows) = table(&range, "Mã xã");
    let heads: Vec<&str> = range.rows().nth(head).unwrap().iter().map(words).collect();
    let row = |row: &[Data]| heads.iter().map(|h| (*h).to_owned()).zip(row.to_vec()).collect();
    rows.into_iter().filter(|row| row.len() == heads.len()).map(row).collect()
}

const STATUSES: [(&str, &str); 5] = [
    ("met", "đạt"),
    ("not_met", "chưa đạt"),
    ("missing", "chưa có số liệu"),
    ("undetermined", "chưa có mức quy định"),
    ("not_applicable", "không áp dụng"),
];

fn status(word: &str) -> &'static str {
    STATUSES.iter().find(|(json, _)| *json == word).unwrap().1
}

fn assert_figure(cell: &Data, json: &Value, of: &str) {
    match json {
        Value::Null => assert_eq!(*cell, Data::Empty, "{of}"),
        Value::Bool(met) => assert_eq!(words(cell), if *met { "đạt" } else { "chưa đạt" }, "{of}"),
        Value::String(grade) => assert_eq!(words(cell), grade, "{of}"),
        // The very number, not one near it.
        json => assert_eq!(number(cell), json.as_f64().unwrap(), "{of}"),
    }
}

/// A row of a list says what a part of the JSON says.
fn assert_part(row: &BTreeMap<String, Data>, code: &str, indicator: (&str, &Value), part: &Value) {
    let (id, judged) = indicator;
    let of = format!("{code} {id} {}", part["part"]);
    assert_eq!(words(&row["Mã xã"]), code);
    assert_eq!(words(&row["Mã"]), id);
    assert_eq!(words(&row["Phần"]), text(&part["part"]), "{of}");
    assert_eq!(words(&row["Kết quả"]), status(text(&judged["status"])), "{of}");
    for (head, json) in [
        ("Giá trị", &part["value"]),
        ("Tử số", &part["numerator"]),
        ("Mẫu số", &part["denominator"]),
        ("Mức đạt chuẩn", &part["threshold"]),
        ("Còn thiếu", &part["gap"]),
        ("Còn thiếu (tử số)", &part["shortfall"]["amount"]),
    ] {
        assert_figure(&row[head], json, &format!("{of} {head}"));
    }
    assert_eq!(words(&row["Đơn vị tính"]), text(&part["unit"]));
    assert_eq!(words(&row["Đơn vị tử số"]), part["shortfall"]["unit"].as_str().unwrap_or(""));
    assert_eq!(words(&row["Căn cứ"]), text(&part["basis"]));
    let sign = words(&row["So sánh"]).replace('≥', ">=").replace('≤', "<=");
    assert_eq!(sign, text(&part["op"]));
}

/// The least attainment of rows is the indicator's.
fn assert_attainment(rows: &[BTreeMap<String, Data>], indicator: &Value) {
    let attained = rows.iter().map(|row| number(&row["Mức hoàn thành (%)"]));
    let least = attained.fold(100.0, f64::min);
    let json = indicator["attainment"].as_f64().unwrap();
    assert!((round_to(least / 100.0, 6) - json).abs() < 1.1e-6, "{least} {json}");
}

#[test]
fn the_list_of_indicators_has_every_figure_of_the_score() {
    for (path, level) in RUNS {
        let rows = list(&report(&format!("{path} --level {level}")), "Chỉ tiêu");
        let score = json(&format!("score {path} --level {level}"));
        let mut left = rows.as_slice();
        for commune in array(&score["communes"]) {
            for criterion in array(&commune["results"]) {
                for indicator in array(&criterion["indicators"]) {
                    let parts = array(&indicator["parts"]);
                    let (own, rest) = left.split_at(parts.len());
                    left = rest;
                    for (row, part) in own.iter().zip(parts) {
                        let judged = (text(&indicator["id"]), indicator);
                        assert_part(row, text(&commune["code"]), judged, part);
                        assert_eq!(number(&row["Tiêu chí"]), criterion["no"].as_f64().unwrap());
                        assert_eq!(words(&row["Xã"]), text(&commune["name"]));
                        assert_eq!(words(&row["Chỉ tiêu"]), text(&indicator["name"]));
                        let evidence = part["evidence"].as_str().unwrap_or("");
                        assert_eq!(words(&row["Minh chứng"]), evidence);
                    }
                    if indicator["status"] != "not_applicable" {
                        assert_attainment(own, indicator);
                    }
                }
            }
        }
        assert!(left.is_empty(), "{path} {level}: {}", left.len());
    }
}

#[test]
fn the_list_of_what_is_open_is_that_of_gaps() {
    for (path, level) in RUNS {
        let rows = list(&report(&format!("{path} --level {level}")), "Chưa đạt");
        let gaps = json(&format!("gaps {path} --level {level}"));
        let mut left = rows.iter();
        for gap in array(&gaps["gaps"]) {
            for part in array(&gap["parts"]) {
                // Passed, or not asked for: nothing is open.
                if part["met"] == true || text(&part["basis"]).is_empty() {
                    continue;
                }
                let row = left.next().unwrap();
                assert_part(row, text(&gap["commune"]), (text(&gap["indicator"]), gap), part);
                assert_eq!(words(&row["Chủ trì"]), gap["lead"].as_str().unwrap_or(""));
                assert_eq!(words(&row["Phối hợp"]), gap["support"].as_str().unwrap_or(""));
            }
        }
        assert_eq!(left.count(), 0, "{path} {level}");
    }
}

#[test]
fn pages_of_communes_show_the_way_as_a_part_of_one_with_a_bar() {
    let bytes = report("data/mong-cai/2022-05");
    let score = json("score data/mong-cai/2022-05");
    let commune = &array(&score["communes"])[8];
    assert_eq!(commune["name"], "Vĩnh Thực");
    let range = sheet(&bytes, "06757 Vĩnh Thực");
    let rows: Vec<&[Data]> = range.rows().collect();
    let mut seen = 0;
    for criterion in array(&commune["results"]) {
        for indicator in array(&criterion["indicators"]) {
            let row = rows.iter().find(|row| words(&row[0]) == text(&indicator["id"])).unwrap();
            assert_eq!(words(&row[2]), status(text(&indicator["status"])));
            if array(&indicator["parts"]).len() == 1 {
                let json = indicator["attainment"].as_f64().unwrap();
                assert!((number(&row[5]) - json).abs() < 1e-6, "{}", indicator["id"]);
                seen += 1;
            }
        }
    }
    assert!(seen > 40);
    let xml = part(&bytes, "xl/worksheets/sheet13.xml");
    assert!(xml.contains("<dataBar") && xml.contains(r#"<cfvo type="num" val="1"/>"#));
    // Lines are lines.
    assert!(rows.iter().any(|row| words(&row[3]).lines().count() == 3));
}

fn formulas(bytes: &[u8]) -> Vec<(String, String)> {
    let mut book = open(bytes);
    let mut found = Vec::new();
    for name in book.sheet_names() {
        let cells = book.worksheet_formula(&name).unwrap();
        let cells = cells.used_cells().filter(|(_, _, formula)| !formula.is_empty());
        found.extend(cells.map(|(_, _, formula)| (name.clone(), formula.clone())));
    }
    found
}

#[test]
fn nothing_is_a_formula_but_the_totals() {
    let found = formulas(&report("data/mong-cai/2022-05"));
    assert_eq!(found.len(), 8 + 19);
    for (sheet, formula) in found {
        let begins = if sheet == "Ma trận" { "COUNTIF(" } else { "AVERAGE(" };
        assert!(["Ma trận", "Tổng hợp"].contains(&sheet.as_str()) && formula.starts_with(begins));
        assert!(!formula.contains("COUNTIF") || formula.ends_with(",\"=✓\")"), "{formula}");
    }
}

/// What a spreadsheet computes is what was stored: the stored results are taken out, so
/// that it has to.
#[test]
fn a_spreadsheet_computes_the_totals_that_are_stored() {
    if std::process::Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let bytes = report("data/mong-cai/2022-05");
    let folder = Office::empty();
    let bare = folder.path().join("bare.xlsx");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
    let mut writer = zip::ZipWriter::new(fs::File::create(&bare).unwrap());
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let xml = String::from_utf8(content).unwrap();
            let mut pieces = xml.split("</f><v>");
            let mut without = pieces.next().unwrap().to_owned();
            for piece in pieces {
                without += "</f>";
                without += piece.split_once("</v>").unwrap().1;
            }
            content = without.into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let done = std::process::Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(folder.path().join("out"))
        .arg(&bare)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let computed = folder.bytes("out/bare.xlsx");
    let mut compared = 0;
    for (name, head) in [("Tổng hợp", "Bình quân"), ("Ma trận", "Số xã đạt")] {
        let (stored, computed) = (sheet(&bytes, name), sheet(&computed, name));
        let total = |range: &Range<Data>| -> Vec<Data> {
            range.rows().find(|row| row[0] == Data::String(head.to_owned())).unwrap().to_vec()
        };
        for (stored, computed) in total(&stored).iter().zip(total(&computed)).skip(1) {
            if let Data::Float(stored) = stored {
                assert!((stored - number(&computed)).abs() < 1e-9, "{name} {stored} {computed:?}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 8 + 19);
}

#[test]
fn it_prints_on_a4_on_its_side_with_heads_repeated_and_pages_numbered() {
    let bytes = report("data/mong-cai/2022-05");
    let names = open(&bytes).sheet_names();
    let book = part(&bytes, "xl/workbook.xml");
    for (place, name) in (1..).zip(&names) {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{place}.xml"));
        for wanted in [
            r#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape""#,
            r#"<pageSetUpPr fitToPage="1"/>"#,
            "tháng 5 năm 2022",
            "&amp;P/&amp;N",
            r#"numberStoredAsText="1""#,
        ] {
            assert!(xml.contains(wanted), "{name}: {wanted}");
        }
        let quoted = if name.contains(' ') { format!("'{name}'") } else { name.clone() };
        assert!(book.contains(&format!("{quoted}!$A$1:$")), "{name} has a print area");
        // Where one table is all there is, its head stays in sight and is repeated.
        let several = ["Tổng hợp", "Biến động", "Nguồn"].contains(&name.as_str());
        assert_eq!(xml.contains(r#"state="frozen""#), !several, "{name}");
        let range = sheet(&bytes, name);
        let head = range.rows().position(|row| ["Mã", "Mã xã", "Xã"].contains(&words(&row[0])));
        if !several {
            let head = head.unwrap() + 1;
            assert!(book.contains(&format!("{quoted}!${head}:${head}")), "{name}");
            assert!(xml.contains(&format!(r#"ySplit="{head}""#)), "{name}");
        }
        let list = ["Chỉ tiêu", "Chưa đạt"].contains(&name.as_str());
        assert_eq!(xml.contains("<autoFilter "), list, "{name}");
    }
    // Colours follow the cells: they are rules.
    let matrix = part(&bytes, "xl/worksheets/sheet2.xml");
    for sign in ['✓', '✗', '?'] {
        assert!(matrix.contains(&format!("<formula>\"{sign}\"</formula>")), "{sign}");
    }
    let list = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(list.contains("<formula>\"chưa đạt\"</formula>"));
}

#[test]
fn the_chart_covers_no_cell_and_says_in_words_what_it_shows() {
    let bytes = report("data/mong-cai/2022-05");
    let range = sheet(&bytes, "Tổng hợp");
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    let row = |tag: &str| -> usize {
        let after = drawing.split_once(&format!("<xdr:{tag}>")).unwrap().1;
        let row = after.split_once("<xdr:row>").unwrap().1;
        row.split_once('<').unwrap().0.parse().unwrap()
    };
    let column = drawing.split_once("<xdr:to><xdr:col>").unwrap().1.split_once('<').unwrap().0;
    let last: usize = column.parse().unwrap();
    for (place, cells) in range.rows().enumerate() {
        if (row("from")..=row("to")).contains(&place) {
            assert!(cells[..=last.min(9)].iter().all(|cell| *cell == Data::Empty), "{place}");
        }
    }
    assert!(drawing.contains("Hải Sơn 10; Bắc Sơn 15; Hải Đông 13"), "{drawing}");
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:f>'Tổng hợp'!$"), "{chart}");
    // Its figures are told to be figures of a chart, and are not printed.
    let label = range.rows().flatten().find(|cell| cell.to_string().contains("không in"));
    assert!(label.is_some());
}

#[test]
fn the_same_input_gives_the_same_bytes_dated_by_the_period() {
    let bytes = report("data/mong-cai/2022-05");
    assert!(bytes == report("data/mong-cai/2022-05"));
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("2022-05-31T") && core.contains("tháng 5 năm 2022"), "{core}");
    // Neither when it was made nor anything else of another day.
    assert_eq!(core.matches("2022-05-31T").count(), core.matches("W3CDTF\">").count());
}

#[test]
fn a_commune_that_has_not_reported_is_named_and_has_no_sheet() {
    let bytes = report("data/mong-cai/2022-07");
    assert!(!open(&bytes).sheet_names().contains(&"06754 Vĩnh Trung".to_owned()));
    let range = sheet(&bytes, "Tổng hợp");
    let said = |text: &str| range.rows().any(|row| row[0].to_string().contains(text));
    assert!(said("8/9 xã có số liệu") && said("Chưa có số liệu (1 xã): Vĩnh Trung"));
}

/// A folder with so many communes, each with the sample's first file.
fn many(communes: usize, name: impl Fn(usize) -> String) -> Office {
    let folder = Office::empty();
    let own = fs::read_to_string("data/mong-cai/2022-05/06724.csv").unwrap();
    let mut roster = String::from("code,name,province,region\n");
    folder.create_dir("2022-05");
    for place in 0..communes {
        let code = format!("{:05}", 1001 + place);
        roster += &format!("{code},\"{}\",22,DBSH\n", name(place).replace('"', "\"\""));
        let rows = own.replace("06724", &code);
        folder.write(format!("2022-05/{code}.csv"), rows);
    }
    folder.write("communes.csv", roster);
    folder
}

#[test]
fn beyond_sixty_communes_the_first_sheet_says_where_the_others_are() {
    let folder = many(70, |place| format!("Xã thứ {place}"));
    let bytes = report_in(&folder, "2022-05");
    let names = open(&bytes).sheet_names();
    assert_eq!(names.len(), 5 + 60 + 2);
    assert_eq!((names[64].as_str(), names[65].as_str()), ("01060 Xã thứ 59", "Mức chưa xác nhận"));
    let range = sheet(&bytes, "Tổng hợp");
    let said = range.rows().any(|row| {
        let line = row[0].to_string();
        line.contains("60 xã") && line.contains("10 xã") && line.contains("“Chỉ tiêu”")
    });
    assert!(said);
    let codes: BTreeSet<String> =
        list(&bytes, "Chỉ tiêu").iter().map(|row| words(&row["Mã xã"]).to_owned()).collect();
    assert_eq!(codes.len(), 70);
}

#[test]
fn communes_of_one_name_have_sheets_of_their_own() {
    let name = |place: usize| {
        [
            "Tân Tiến",
            "Tân Tiến",
            "Một xã có cái tên dài đến mức không đặt được cho trang",
            "O'Brien [x]",
        ][place]
            .to_owned()
    };
    let folder = many(4, name);
    let bytes = report_in(&folder, "2022-05");
    let names = open(&bytes).sheet_names();
    assert_eq!(
        &names[5..9],
        [
            "01001 Tân Tiến",
            "01002 Tân Tiến",
            "01003 Một xã có cái tên dài đến m",
            "01004 O'Brien  x"
        ]
        .map(|name| name.chars().take(31).collect::<String>())
    );
    let range = sheet(&bytes, "01004 O'Brien  x");
    assert!(range.rows().next().unwrap()[0].to_string().contains("O'Brien [x]"));
}

const HOSTILE: [&str; 14] = [
    "=cmd|'/c calc'!A1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "a\nb",
    "<script>alert(1)</script>",
    "\"&'",
    "]]>",
    "a|b",
    "x\u{1}\u{b}\u{1b}y",
    "\u{202e}abc\u{200f}",
    "🌾 _x0041_ \u{fffe}",
    "=HYPERLINK(\"http://x\")",
];

#[test]
fn hostile_text_stays_text_in_every_cell_and_part() {
    let folder =
        many(HOSTILE.len(), |place| format!("{} {place}", HOSTILE[place].replace('\n', " ")));
    for place in 0..HOSTILE.len() {
        let code = format!("{:05}", 1001 + place);
        let path = folder.path().join("2022-05").join(format!("{code}.csv"));
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let head = reader.headers().unwrap().clone();
        let at = head.iter().position(|column| column == "evidence").unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer.write_record(&head).unwrap();
        for (row, record) in rows.iter().enumerate() {
            let long = "minh chứng ".repeat(4000);
            let hostile = if row == 20 { long.as_str() } else { HOSTILE[row % HOSTILE.len()] };
            let cells = record.iter().enumerate();
            let cells = cells.map(|(place, cell)| if place == at { hostile } else { cell });
            writer.write_record(cells).unwrap();
        }
    }
    let bytes = report_in(&folder, "2022-05");
    let totals = formulas(&bytes);
    assert_eq!(totals.len(), 8 + 19);
    assert!(totals.iter().all(|(_, formula)| !formula.contains("cmd")));
    let mut seen = BTreeSet::new();
    for row in list(&bytes, "Chỉ tiêu") {
        seen.insert(words(&row["Minh chứng"]).to_owned());
    }
    for wanted in ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "<script>alert(1)</script>", "]]>"]
    {
        assert!(seen.contains(wanted), "{wanted}: {seen:?}");
    }
    assert!(seen.iter().any(|text| text.contains("_x0041_")), "{seen:?}");
    assert!(seen.iter().any(|text| text.ends_with("(đã cắt: dài hơn một ô chứa được)")));
    for name in parts(&bytes).iter().filter(|name| name.ends_with(".xml")) {
        let xml = part(&bytes, name);
        let allowed = |c: char| c == '\n' || c == '\r' || !c.is_control() && c != '\u{fffe}';
        assert!(xml.chars().all(allowed), "{name}");
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                _ => continue,
            }
        }
    }
}

fn same(text: &str) -> Text {
    Text::same(text)
}

fn column(head: &str) -> Column {
    Column { head: same(head), numeric: true, room: Room::Any }
}

fn made(blocks: Vec<Block>) -> Document {
    Document {
        title: same("=1+1 & một tiêu đề"),
        mark: None,
        lead: Vec::new(),
        period: Period::parse("2022-05"),
        wide: false,
        sections: vec![Section {
            heading: same("Biến động"),
            sheet: same("Biến động"),
            shown_in: ShownIn::Everywhere,
            blocks,
        }],
    }
}

fn amount(digits: &str, decimals: u32) -> Cell {
    Cell { content: Content::Number(Exact::parse(digits).unwrap(), decimals), tone: Tone::Plain }
}

/// What is not known is a gap in a line, never zero.
#[test]
fn a_line_over_months_has_gaps_where_there_is_no_figure() {
    let figure = |digits: &str| Exact::parse(digits);
    let chart = Chart {
        title: same("=A1"),
        kind: ChartKind::Lines,
        labels: ["2022-05", "2022-06", "2022-07"].map(same).to_vec(),
        series: vec![
            Series { name: same("Tiêu chí"), values: vec![figure("13"), None, figure("14.25")] },
            Series { name: same("Mục tiêu"), values: vec![None, None, figure("19")] },
        ],
        most: Some(Exact::from(19)),
    };
    let bytes = xlsx::document(&made(vec![Block::Chart(chart)]), Lang::Vi).unwrap();
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains(r#"<c:dispBlanksAs val="gap"/>"#) && chart.contains("<c:lineChart>"));
    assert!(!chart.contains("<c:v>0</c:v>"), "{chart}");
    assert!(chart.contains("<a:t> =A1</a:t>"), "{chart}");
    assert!(chart.contains(r#"<c:max val="19"/>"#));
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    let said = "Tiêu chí: 2022-05 13; 2022-06 không có số liệu; 2022-07 14,25";
    assert!(drawing.contains(said), "{drawing}");
    let range = sheet(&bytes, "Biến động");
    let rows: Vec<&[Data]> =
        range.rows().filter(|row| row.iter().any(|cell| *cell == *"2022-06")).collect();
    assert!(rows[0].iter().all(|cell| *cell == Data::Empty || *cell == *"2022-06"));
    assert!(formulas(&bytes).is_empty());
}

#[test]
fn totals_are_formulas_and_numbers_keep_their_form() {
    let foot = |digits: &str, total| FooterCell { cell: amount(digits, 6), total: Some(total) };
    let cells = |one: &str, other: &str| vec![amount(one, 6), amount(other, 0), amount(other, 6)];
    let table = Table {
        caption: None,
        columns: ["a", "b", "c"].map(column).to_vec(),
        rows: vec![cells("0.000002", "1234567"), cells("1.5", "2")],
    };
    let foot = vec![
        foot("0.750001", Total::Mean),
        foot("617284.5", Total::Mean),
        foot("0", Total::Count('?')),
    ];
    let grid = Grid { table, heat: false, foot };
    let bytes = xlsx::document(&made(vec![Block::Grid(grid)]), Lang::En).unwrap();
    let range = sheet(&bytes, "Biến động");
    let last = range.rows().next_back().unwrap();
    assert_eq!([number(&last[0]), number(&last[1]), number(&last[2])], [0.750001, 617284.5, 0.0]);
    let found: Vec<String> = formulas(&bytes).into_iter().map(|(_, formula)| formula).collect();
    assert_eq!(found, ["AVERAGE(A4:A5)", "AVERAGE(B4:B5)", "COUNTIF(C4:C5,\"=~?\")"]);
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("#,##0.000000"), "{styles}");
}

#[test]
fn more_rows_than_a_sheet_has_are_refused() {
    let rows = vec![Vec::new(); 1_048_576];
    let table = Table { caption: None, columns: vec![column("a")], rows };
    let document = made(vec![table.into()]);
    let refused = xlsx::document(&document, Lang::Vi).unwrap_err();
    assert_eq!(refused.kind(), std::io::ErrorKind::FileTooLarge);
}
