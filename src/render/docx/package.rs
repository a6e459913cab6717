//! The parts of the document as one file: set right where the writer's order is not the
//! format's, with nothing in it of the day or the machine.

use std::io::{self, Cursor, Write};

use docx_rs::XMLDocx;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::own;
use super::super::workbook::dated;
use super::style::safe;
use crate::period::Period;
use crate::render::archive::of_unix;

/// The height of a row that stands for "this row is repeated on every page", which the
/// writer does not know.
pub(super) const HEAD_ROW: f32 = 7.0;
const HEAD_ROW_SAID: &str = r#"w:val="7""#;

/// Settings without those of East Asian typesetting.
const SETTINGS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>"#,
    r#"<w:characterSpacingControl w:val="doNotCompress"/><w:compat>"#,
    r#"<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>"#,
    r#"</w:compat></w:settings>"#
);

/// The order of what stands in an element, as the format wants it.
const ORDERS: [(&str, &str); 9] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi \
         adjustRightInd snapToGrid spacing ind jc textDirection textAlignment outlineLvl divId \
         rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps strike dstrike vanish color spacing w position sz szCs \
         highlight u bdr shd fitText vertAlign lang specVanish",
    ),
    ("w:tblPr", "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar"),
    ("w:trPr", "cantSplit trHeight tblHeader ins del"),
    ("w:tcPr", "tcW gridSpan vMerge tcBorders shd textDirection vAlign"),
    (
        "w:sectPr",
        "headerReference footerReference type pgSz pgMar pgNumType cols titlePg textDirection \
         docGrid",
    ),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:style", "name basedOn next link uiPriority qFormat pPr rPr tblPr tcPr"),
];

/// What the file says of itself.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    pub(super) creator: &'a str,
    pub(super) period: Option<Period>,
}

/// The file.
pub(super) fn pack(xml: XMLDocx, about: &About) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |path: &str, content: &[u8]| -> io::Result<()> {
        // The time of a part is that of the first file there ever was.
        let time = zip::DateTime::default();
        let options = SimpleFileOptions::default().last_modified_time(time);
        zip.start_file(path, options)?;
        zip.write_all(content)
    };
    put("[Content_Types].xml", &xml.content_type)?;
    put("_rels/.rels", &xml.rels)?;
    put("docProps/app.xml", &xml.doc_props.app)?;
    put("docProps/core.xml", core(about).as_bytes())?;
    let (path, properties) = own::properties();
    put(path, properties.as_bytes())?;
    put("word/_rels/document.xml.rels", &xml.document_rels)?;
    put("word/document.xml", set_right(&xml.document)?.as_bytes())?;
    put("word/styles.xml", in_vietnamese(&set_right(&xml.styles)?).as_bytes())?;
    put("word/settings.xml", SETTINGS.as_bytes())?;
    put("word/fontTable.xml", &xml.font_table)?;
    put("word/comments.xml", &xml.comments)?;
    put("word/numbering.xml", &xml.numberings)?;
    put("word/commentsExtended.xml", &xml.comments_extended)?;
    put("word/footnotes.xml", &xml.footnotes)?;
    for (place, header) in xml.headers.iter().enumerate() {
        put(&format!("word/header{}.xml", place + 1), set_right(header)?.as_bytes())?;
    }
    Ok(of_unix(zip.finish()?.into_inner()))
}

fn core(about: &About) -> String {
    let (title, creator) = (safe(about.title), safe(about.creator));
    let (title, creator) = (escape(title.as_str()), escape(creator.as_str()));
    let time = format!("{}T00:00:00Z", dated(about.period));
    let at = |name: &str| {
        format!(r#"<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>"#)
    };
    let (created, modified) = (at("created"), at("modified"));
    let head = concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties"#,
        r#" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
        r#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#,
        r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
    );
    let named = format!("<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>");
    format!("{head}{named}{created}{modified}</cp:coreProperties>")
}

/// Words are checked as Vietnamese, not underlined as wrong.
fn in_vietnamese(styles: &str) -> String {
    let end = "</w:rPr></w:rPrDefault>";
    let lang = r#"<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>"#;
    styles.replacen(end, &format!("{lang}{end}"), 1)
}

/// An element that is open.
struct Open {
    name: String,
    head: String,
    /// Its children with their names, so far.
    children: Vec<(String, String)>,
}

/// The same with everything in the order of the format, and with heads of tables that
/// are repeated.
fn set_right(xml: &[u8]) -> io::Result<String> {
    let text = std::str::from_utf8(xml).map_err(io::Error::other)?;
    let mut reader = Reader::from_str(text);
    let mut open = vec![Open { name: String::new(), head: String::new(), children: Vec::new() }];
    loop {
        let before = position(&reader);
        let event = reader.read_event().map_err(io::Error::other)?;
        let raw = &text[before..position(&reader)];
        let name = |name: quick_xml::name::QName| name.0.to_owned();
        let done = match event {
            Event::Eof => break,
            Event::Start(start) => {
                let name = name(start.name());
                open.push(Open { head: without_id(raw), name, children: Vec::new() });
                continue;
            }
            Event::End(_) => match open.pop() {
                Some(element) => closed(element, raw),
                None => continue,
            },
            Event::Empty(empty) => {
                let name = name(empty.name());
                match name.as_str() {
                    "w:trHeight" if raw.contains(HEAD_ROW_SAID) => {
                        ("w:tblHeader".to_owned(), "<w:tblHeader/>".to_owned())
                    }
                    // A column of a grid is measured in one unit only.
                    "w:gridCol" => (name, raw.replace(r#" w:type="dxa""#, "")),
                    _ => (name, raw.to_owned()),
                }
            }
            _ => (String::new(), raw.to_owned()),
        };
        if let Some(parent) = open.last_mut() {
            parent.children.push(done);
        }
    }
    let whole = open.pop().map(|root| closed(root, "").1);
    whole.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// A start without the id that paragraphs get by the order in which threads make them.
fn without_id(start: &str) -> String {
    match start.split_once(r#" w14:paraId=""#) {
        Some((before, rest)) => {
            let after = rest.split_once('"').map_or("", |(_, after)| after);
            format!("{before}{after}")
        }
        None => start.to_owned(),
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// An element as a child of the one around it.
fn closed(mut element: Open, end: &str) -> (String, String) {
    if let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        let place = |(child, _): &(String, String)| {
            let child = child.strip_prefix("w:").unwrap_or(child);
            order.split_whitespace().position(|name| name == child)
        };
        // What no order knows stays at the end, where it does least.
        element.children.sort_by_key(|child| place(child).unwrap_or(usize::MAX));
    }
    let content: String = element.children.into_iter().map(|(_, raw)| raw).collect();
    (element.name, format!("{}{content}{end}", element.head))
}
