//! The sample month, its cells in all styles that a sheet may show them in, scores as the
//! same month in CSV.
#![allow(clippy::float_arithmetic, reason = "a sheet holds fractions")]

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::office::{Office, SAMPLE};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use crate::month::{MONTH, archive, month, save};

const HEADER: [&str; 6] = ["Chỉ tiêu", "Phần", "Giá trị", "Tử số", "Mẫu số", "Minh chứng"];

/// What a part is measured in: its measure, its unit, what its numerator counts.
type Measures = BTreeMap<(String, String), [String; 3]>;

fn measures() -> Measures {
    let line =
        format!("criteria show qd-318-2022-ntm --period {MONTH} --region DBSH --province 22");
    let set = Office::sample().json(&line);
    let mut measures = Measures::new();
    for criterion in set["criteria"].as_array().unwrap() {
        for indicator in criterion["indicators"].as_array().unwrap() {
            for part in indicator["require"].as_array().unwrap() {
                let word = |key: &str| part[key].as_str().unwrap_or_default().to_owned();
                let id = indicator["id"].as_str().unwrap().to_owned();
                let of = [word("measure"), word("unit"), word("counts")];
                measures.insert((id, word("part")), of);
            }
        }
    }
    measures
}

/// A cell as a sheet may hold it and show it.
enum Styled {
    Words(String),
    Truth(bool),
    /// What is held, the format, what is shown, and whether a formula gives it.
    Number(f64, String, String, bool),
}

/// The cells of a file, each in another style than the one before.
struct Styles {
    measures: Measures,
    turn: usize,
}

impl Styles {
    fn rows(&mut self, file: &str) -> Vec<Vec<Styled>> {
        let mut reader = csv::Reader::from_path(format!("{SAMPLE}/{MONTH}/{file}.csv")).unwrap();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            let measure = self.measures.get(&(row[3].to_owned(), row[4].to_owned()));
            let measure = measure.cloned().unwrap_or_default();
            let cell = |column: usize| self.style(column, &row[column], &measure);
            (3..9).map(cell).collect()
        });
        rows.collect()
    }

    fn style(
        &mut self,
        column: usize,
        cell: &str,
        [measure, unit, counts]: &[String; 3],
    ) -> Styled {
        self.turn += 1;
        let words = || Styled::Words(cell.to_owned());
        let Ok(number) = cell.parse::<f64>() else {
            let truth = matches!(cell, "đạt" | "chưa đạt") && column == 5;
            return match self.turn % 3 {
                0 if truth => Styled::Truth(cell == "đạt"),
                1 if truth => {
                    let held = if cell == "đạt" { 1.0 } else { 0.0 };
                    let format = r#""đạt";"chưa đạt";"chưa đạt""#;
                    Styled::Number(held, format.into(), cell.into(), false)
                }
                _ => words(),
            };
        };
        let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        // An id keeps its last zero by its format alone.
        if column == 3 {
            let format = format!("0.{}", "0".repeat(decimals));
            return match self.turn % 2 {
                0 => Styled::Number(number, format, cell.replace('.', ","), false),
                _ => words(),
            };
        }
        if !(5..=7).contains(&column) {
            return words();
        }
        let unit = if column == 5 { unit } else { counts };
        let plain = cell.replace('.', ",");
        let share = measure == "share" && column == 5;
        match self.turn % 8 {
            0 => Styled::Number(number, "General".into(), plain, false),
            // Rounded on the page.
            1 => Styled::Number(number, "0".into(), format!("{number:.0}"), false),
            2 if share => {
                Styled::Number(number / 100.0, "0%".into(), format!("{number:.0}%"), true)
            }
            3 => {
                let (format, shown) = (format!("0.0###\" {unit}\""), format!("{number:.1} {unit}"));
                Styled::Number(number, format, shown.replace('.', ","), false)
            }
            4 => Styled::Number(number * 1000.0, "0.0,".into(), format!("{number:.1}"), false),
            5 => {
                let shown = format!("{number:.2E}").replace('E', "E+0").replace("+0-", "-0");
                Styled::Number(number, "0.00E+00".into(), shown, false)
            }
            6 if decimals != 3 => Styled::Words(plain),
            _ => Styled::Number(number, "#,##0.00;[Red]-0.00".into(), format!("{number:.2}"), true),
        }
    }
}

fn fill(sheet: &mut Worksheet, rows: &[Vec<Styled>]) {
    for (column, head) in (0..).zip(HEADER) {
        sheet.write(0, column, head).unwrap();
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            match cell {
                Styled::Words(words) => sheet.write(line, column, words),
                Styled::Truth(yes) => sheet.write(line, column, *yes),
                Styled::Number(held, format, _, formula) => {
                    let format = Format::new().set_num_format(format);
                    let result = Formula::new("=1+1").set_result(held.to_string());
                    if *formula {
                        sheet.write_with_format(line, column, result, &format)
                    } else {
                        sheet.write_with_format(line, column, *held, &format)
                    }
                }
            }
            .unwrap();
        }
    }
}

/// The table as OpenDocument holds it.
fn open_document(rows: &[Vec<Styled>]) -> Vec<u8> {
    let safe = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut table = String::from("<table:table-row>");
    for head in HEADER {
        write!(table, r#"<table:table-cell office:value-type="string"><text:p>{head}</text:p></table:table-cell>"#).unwrap();
    }
    table += "</table:table-row>";
    for row in rows {
        table += "<table:table-row>";
        for cell in row {
            let (held, shown) = match cell {
                Styled::Words(words) if words.is_empty() => {
                    table += "<table:table-cell/>";
                    continue;
                }
                Styled::Words(words) => (r#"office:value-type="string""#.to_owned(), words.clone()),
                Styled::Truth(yes) => (
                    format!(r#"office:value-type="boolean" office:boolean-value="{yes}""#),
                    yes.to_string().to_uppercase(),
                ),
                Styled::Number(held, format, shown, formula) => {
                    let kind = if format == "0%" { "percentage" } else { "float" };
                    let formula = if *formula { r#"table:formula="of:=1+1" "# } else { "" };
                    let held =
                        format!(r#"{formula}office:value-type="{kind}" office:value="{held}""#);
                    (held, shown.clone())
                }
            };
            write!(
                table,
                "<table:table-cell {held}><text:p>{}</text:p></table:table-cell>",
                safe(&shown)
            )
            .unwrap();
        }
        table += "</table:table-row>";
    }
    let spaces = ["office", "table", "text"]
        .map(|name| format!(r#"xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0""#));
    let content = format!(
        r#"<office:document-content {}><office:body><office:spreadsheet><table:table table:name="NTM">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        spaces.join(" ")
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", &content), ("META-INF/manifest.xml", "<m/>")])
}

/// The month in workbooks of one kind, the styles beginning at `turn`.
fn styled(ending: &str, turn: usize) -> Office {
    let folder = month();
    let mut styles = Styles { measures: measures(), turn };
    for entry in std::fs::read_dir(format!("{SAMPLE}/{MONTH}")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.strip_suffix(".csv").unwrap();
        if stem.ends_with("nang-cao") {
            continue;
        }
        let rows = styles.rows(stem);
        if ending == "ods" {
            let path = folder.path().join(MONTH).join(format!("{stem}.ods"));
            std::fs::write(path, open_document(&rows)).unwrap();
        } else {
            let mut book = Workbook::new();
            fill(book.add_worksheet().set_name("NTM").unwrap(), &rows);
            save(&folder, &format!("{stem}.xlsx"), book);
        }
    }
    folder
}

#[test]
fn the_sample_month_scores_the_same_in_every_style() {
    let score = format!("score {MONTH} --level ntm");
    let sample = Office::sample().json(&score);
    for ending in ["xlsx", "ods"] {
        for turn in 0..8 {
            let folder = styled(ending, turn);
            // An error in any cell would refuse the score.
            let own = folder.json(&score);
            assert!(own == sample, "{ending} {turn}: {}", own["summary"]);
            if turn == 0 {
                folder.run(&format!("check {MONTH} --fix -o clean")).assert_code(0);
                let clean = folder.inside("clean").json(&score);
                assert!(clean == sample, "{ending}: {}", clean["summary"]);
            }
        }
    }
}
