//! Which files this program wrote as reports: they lie beside data, and are no data.
//! Forms and clean copies are, and bear no mark.

mod in_words;

use std::io::{self, Read, Seek, SeekFrom};

use rust_xlsxwriter::DocProperties;
use zip::ZipArchive;

use crate::analysis::verify::RECEIPT;

pub use in_words::is_report_in_words;

/// The property of workbooks and letters that says so, and what stands there.
const PROPERTY: &str = "ntm.document";
const REPORT: &str = "report";
/// The part of a workbook or a letter that holds it.
const PROPERTIES: &str = "docProps/custom.xml";
/// The same where a workbook was saved anew as `.ods`.
const OPEN_DOCUMENT: &str = "meta.xml";
/// What a page for browsers says of itself.
pub(super) const GENERATOR: &str = r#"<meta name="generator" content="ntm""#;
/// How JSON begins, without the blanks that may stand in it.
const SCHEMA: &str = r#"{"schema":"ntm."#;

/// So much of a file shows what it is.
const BEGINNING: u64 = 4096;
/// More than that is no part with a few properties.
const MOST: u64 = 1 << 16;

/// How the headers of CSV begin, one for each kind of output.
const HEADERS: [&[&str]; 11] = [
    &["code", "name", "region", "period", "level", "source", "achieved"],
    &["code", "name", "region", "period", "level", "source", "key"],
    &["code", "name", "period", "level", "source", "1"],
    &["code", "name", "period", "level", "source", "criterion", "indicator", "status"],
    &["code", "name", "period", "level", "source", "kind", "law_changed"],
    &["code", "name", "old_period", "new_period", "old_set", "new_set"],
    &["code", "name", "period", "source", "level", "reported"],
    &["district", "period", "source", "no", "name", "level", "at_least"],
    &["indicator", "name", "part", "region", "year", "threshold", "unit", "basis", "layer"],
    &["criterion", "criterion_name", "indicator", "name", "part", "measure", "unit", "op"],
    &["severity", "code", "file", "sheet", "address", "line", "column", "cell", "message"],
];

/// The same properties with the mark of a report.
pub(super) fn marked(properties: DocProperties) -> DocProperties {
    properties.set_custom_property(PROPERTY, REPORT)
}

/// The part with the mark, of a letter.
pub(super) fn properties() -> (&'static str, String) {
    let content = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties"#,
            r#" xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties""#,
            r#" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">"#,
            r#"<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{}">"#,
            "<vt:lpwstr>{}</vt:lpwstr></property></Properties>"
        ),
        PROPERTY, REPORT
    );
    (PROPERTIES, content)
}

/// Whether a file is a report that this program wrote. What cannot be read is none.
pub fn is_report<F: Read + Seek>(file: &mut F) -> bool {
    looks_written(file).unwrap_or(false)
}

fn looks_written<F: Read + Seek>(file: &mut F) -> io::Result<bool> {
    let mut beginning = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    if beginning.starts_with(b"PK") {
        file.seek(SeekFrom::Start(0))?;
        return packed(file);
    }
    // What a spreadsheet program saved anew may be in UTF-16; what is looked for is ASCII.
    beginning.retain(|byte| *byte != 0);
    let text = String::from_utf8_lossy(&beginning);
    let text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
    let page = text.starts_with('<');
    Ok(is_json(text) || (page && text.contains(GENERATOR)) || is_header(text))
}

fn is_json(text: &str) -> bool {
    let mut bare = text.chars().filter(|c| !c.is_whitespace());
    SCHEMA.chars().all(|c| bare.next() == Some(c))
}

/// Whether a table begins as one of ours, whatever it was saved with since.
fn is_header(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let cell = |cell: &str| cell.trim().trim_matches('"').to_owned();
    let of_ours = |delimiter: char| {
        let cells: Vec<String> = line.split(delimiter).map(cell).collect();
        HEADERS.iter().any(|header| {
            cells.len() >= header.len() && header.iter().zip(&cells).all(|(own, cell)| own == cell)
        })
    };
    [',', ';', '\t'].into_iter().any(of_ours)
}

/// A workbook or a letter with the mark, or a packed dossier.
fn packed<F: Read + Seek>(file: F) -> io::Result<bool> {
    let mut archive = ZipArchive::new(file)?;
    if archive.index_for_name(RECEIPT).is_some() {
        return Ok(is_json(&part(&mut archive, RECEIPT)?));
    }
    let there = |name: &&str| archive.index_for_name(name).is_some();
    let Some(place) = [PROPERTIES, OPEN_DOCUMENT].into_iter().find(there) else {
        return Ok(false);
    };
    let properties = part(&mut archive, place)?;
    let own = properties.split_once(&format!("name=\"{PROPERTY}\"")).map(|(_, after)| after);
    let value = own.and_then(|after| after.split("</").next());
    Ok(value.is_some_and(|value| value.ends_with(&format!(">{REPORT}"))))
}

fn part<F: Read + Seek>(archive: &mut ZipArchive<F>, name: &str) -> io::Result<String> {
    let mut bytes = Vec::new();
    archive.by_name(name)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn is(text: &str) -> bool {
        is_report(&mut Cursor::new(text.as_bytes()))
    }

    #[test]
    fn a_table_is_told_by_its_header() {
        assert!(is("code,name,region,period,level,source,achieved,progress\n"));
        assert!(is("\u{feff}code;name;region;period;level;source;achieved;progress\r\n"));
        assert!(is("\"code\"\t\"name\"\t\"period\"\t\"level\"\t\"source\"\t\"1\"\t\"2\"\n"));
        let wide: Vec<u8> = "code\tname\tperiod\tlevel\tsource\t1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(is_report(&mut Cursor::new([vec![0xFF, 0xFE], wide].concat())));
        for data in [
            "",
            "code,name,province,region\n",
            "commune,period,level,indicator,part,value\n",
            "code,name,period,level,source,indicator,value\n",
            "Tiêu chí,Chỉ tiêu,Tên chỉ tiêu\n",
            "indicator,name,part,value\n",
        ] {
            assert!(!is(data), "{data}");
        }
    }

    #[test]
    fn pages_and_json_tell_of_themselves() {
        assert!(is(&format!("<!doctype html>\n<html lang=\"vi\"><head>{GENERATOR}")));
        assert!(!is("<!doctype html>\n<html><head><title>x</title>"));
        assert!(is("{\"schema\":\"ntm.score.v1\"}"));
        assert!(!is("{\"schema\":\"other\"}"));
    }
}
