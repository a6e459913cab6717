//! A month folder of the sample for workbooks to be put into, and what is told of it.
#![allow(dead_code, reason = "not every test needs all of it")]

use crate::office::Office;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

pub(crate) const MONTH: &str = "2022-05";

/// A month folder with the roster above it.
pub(crate) fn month() -> Office {
    let office = Office::empty();
    office.copy_sample(&["communes.csv"]);
    office.create_dir(MONTH);
    office
}

pub(crate) fn save(office: &Office, name: &str, mut book: Workbook) {
    book.save(office.at(MONTH).join(name)).unwrap();
}

/// The codes that a check tells, but for the one that is told once a file: a workbook
/// holds two.
pub(crate) fn codes(check: &Value) -> Vec<&str> {
    let problems = check["problems"].as_array().unwrap().iter();
    let codes = problems.map(|problem| problem["code"].as_str().unwrap());
    let mut codes: Vec<&str> = codes.filter(|code| *code != "missing-evidence").collect();
    codes.sort_unstable();
    codes
}

/// The value, numerator and denominator of each indicator that has one.
pub(crate) fn values(office: &Office) -> Vec<String> {
    let score = office.json(&format!("score {MONTH}"));
    let mut values = Vec::new();
    for criterion in score["communes"][0]["results"].as_array().unwrap() {
        for indicator in criterion["indicators"].as_array().unwrap() {
            for part in indicator["parts"].as_array().unwrap() {
                if !part["value"].is_null() {
                    values.push(format!("{} {}", indicator["id"].as_str().unwrap(), part["value"]));
                }
            }
        }
    }
    values
}

/// The errors of a workbook, as `code address`.
pub(crate) fn errors(office: &Office) -> Vec<String> {
    let errors = office.run(&format!("check {MONTH} --format json")).errors();
    let tell = |p: &Value| {
        let address = p["address"].as_str().unwrap_or("-");
        format!("{} {address}", p["code"].as_str().unwrap())
    };
    errors.iter().map(tell).collect()
}

/// A workbook with one sheet, given by its XML: what writers of workbooks write that the
/// usual ones do not. `workbook`: what the workbook says besides.
pub(crate) fn raw_book(sheet: &str, workbook: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let content_types = format!(
        r#"<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>"#
    );
    let relation = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let parts = [
        ("[Content_Types].xml", content_types),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="NTM" sheetId="1" r:id="rId1"/></sheets>{workbook}</workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{MAIN}">{sheet}</worksheet>"#)),
    ];
    archive(&parts.each_ref().map(|(name, text)| (*name, text.as_str())))
}

/// An archive of texts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
