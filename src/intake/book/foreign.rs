//! What a file is that its name takes for a workbook or a table.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::refused::{Foreign, Refused};

/// What can be read as a workbook, or has tables that can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WorkbookKind {
    Xlsx,
    Xls,
    Ods,
    Docx,
}

/// So many bytes tell what a text is.
const HEAD: usize = 4096;

/// The most of a part that is looked into for a word.
const MOST: u64 = 1 << 20;

pub(super) fn is_archive(bytes: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| bytes.starts_with(mark))
}

pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// What a file is.
pub(super) fn kind(bytes: &[u8]) -> Result<WorkbookKind, Refused> {
    if is_archive(bytes) {
        return of_archive(bytes).map_err(Refused::Foreign);
    }
    if is_compound(bytes) {
        return of_compound(bytes).map_err(Refused::Foreign);
    }
    Err(of_text(bytes).map_or(Refused::Broken, Refused::Foreign))
}

/// What begins with marks of its own, or is a text that is no table.
pub(super) fn of_text(bytes: &[u8]) -> Option<Foreign> {
    const MARKS: [(&[u8], Foreign); 11] = [
        (b"\x89PNG\r\n", Foreign::Picture),
        (b"\xff\xd8\xff", Foreign::Picture),
        (b"GIF87a", Foreign::Picture),
        (b"GIF89a", Foreign::Picture),
        (b"II*\0", Foreign::Picture),
        (b"MM\0*", Foreign::Picture),
        (b"%PDF-", Foreign::Pdf),
        (b"Rar!\x1a\x07", Foreign::Archive),
        (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
        (b"\x1f\x8b\x08", Foreign::Archive),
        (b"{\\rtf", Foreign::Word),
    ];
    let marked = MARKS.into_iter().find(|(mark, _)| bytes.starts_with(mark));
    let bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if let Some((_, foreign)) = marked {
        return Some(foreign);
    }
    if bitmap || webp {
        return Some(Foreign::Picture);
    }
    let head = head(bytes);
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match head.chars().next()? {
        '<' => of_markup(&head.to_ascii_lowercase()),
        '{' | '[' => is_json(head).then_some(Foreign::Json),
        // A web page with all that belongs to it in one file.
        'M' if head.starts_with("MIME-Version:") => Some(Foreign::WebPage),
        _ => None,
    }
}

/// The first letters, also of UTF-16.
fn head(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = &bytes[..bytes.len().min(HEAD)];
    let wide = |of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        Cow::Owned(String::from_utf16_lossy(&units.collect::<Vec<_>>()))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

/// A text that begins with `<`, in small letters.
fn of_markup(head: &str) -> Option<Foreign> {
    const PAGES: [&str; 10] = [
        "<html",
        "<!doctype html",
        "<table",
        "<head",
        "<body",
        "<meta",
        "<style",
        "<script",
        "<div",
        "<center",
    ];
    let page = |head: &str| PAGES.iter().any(|tag| head.contains(tag));
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Some(Foreign::XmlSpreadsheet);
    }
    if head.contains("office:document") {
        return Some(Foreign::OpenDocument);
    }
    if page(head) {
        return Some(Foreign::WebPage);
    }
    let tag = head[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '?' | '!'));
    // A cell of a table may begin with the sign too: `<5`.
    (tag && head.contains('>')).then_some(Foreign::Xml)
}

fn is_json(head: &str) -> bool {
    let inner = head[1..].trim_start();
    inner.starts_with(['"', '{', '[', ']', '}'])
}

fn of_archive(bytes: &[u8]) -> Result<WorkbookKind, Foreign> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Foreign::CutOff)?;
    let names: Vec<String> =
        archive.file_names().filter_map(|name| name.ok()).map(Cow::into_owned).collect();
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    if has("xl/workbook.bin") {
        return Err(Foreign::Xlsb);
    }
    if has("word/") {
        return Ok(WorkbookKind::Docx);
    }
    if has("mimetype") {
        return of_open_document(&mut archive);
    }
    let others =
        [("ppt/", Foreign::Slides), ("Index/", Foreign::Numbers), ("Index.zip", Foreign::Numbers)];
    match others.into_iter().find(|(start, _)| has(start)) {
        Some((_, foreign)) => Err(foreign),
        // The main part may bear another name.
        None if has("[Content_Types].xml") && has("_rels/") => Ok(WorkbookKind::Xlsx),
        None => Err(Foreign::Archive),
    }
}

fn of_open_document(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<WorkbookKind, Foreign> {
    let mut part = |name: &str| {
        let mut text = String::new();
        let entry = archive.by_name(name).ok()?;
        entry.take(MOST).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let kind = part("mimetype").unwrap_or_default();
    let manifest = part("META-INF/manifest.xml").unwrap_or_default();
    if !kind.contains("opendocument") {
        return Err(Foreign::Archive);
    }
    if manifest.contains("encryption-data") {
        return Err(Foreign::Password);
    }
    if kind.contains("opendocument.spreadsheet") {
        Ok(WorkbookKind::Ods)
    } else {
        Err(Foreign::OpenDocument)
    }
}

fn of_compound(bytes: &[u8]) -> Result<WorkbookKind, Foreign> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Foreign::CutOff)?;
    let has = |names: &[&str]| names.iter().any(|name| file.is_stream(name));
    if has(&["/Workbook", "/Book"]) {
        return Ok(WorkbookKind::Xls);
    }
    let others = [
        (&["/EncryptedPackage", "/EncryptionInfo"][..], Foreign::Password),
        (&["/WordDocument"], Foreign::Word),
        (&["/PowerPoint Document"], Foreign::Slides),
    ];
    let found = others.into_iter().find(|(names, _)| has(names));
    Err(found.map_or(Foreign::Compound, |(_, foreign)| foreign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_from_tables() {
        for (text, foreign) in [
            ("<html><body><table>", Foreign::WebPage),
            ("\u{feff}\r\n<!DOCTYPE html>", Foreign::WebPage),
            ("<?xml version=\"1.0\"?><html xmlns=\"x\">", Foreign::WebPage),
            ("MIME-Version: 1.0\r\nX", Foreign::WebPage),
            (
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Foreign::XmlSpreadsheet,
            ),
            ("<?xml version=\"1.0\"?><rows/>", Foreign::Xml),
            ("[{\"indicator\":\"1.1\"}]", Foreign::Json),
            ("{\n \"a\": 1}", Foreign::Json),
            ("%PDF-1.7", Foreign::Pdf),
        ] {
            assert_eq!(of_text(text.as_bytes()), Some(foreign), "{text}");
        }
        let wide: Vec<u8> = "\u{feff}<table>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of_text(&wide), Some(Foreign::WebPage));
        for text in ["indicator,value\n1.1,đạt\n", "<5,x\n", "[1],x", "", "BM,value\n1", "M\n"] {
            assert_eq!(of_text(text.as_bytes()), None, "{text}");
        }
    }
}
