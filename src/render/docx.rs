//! A report as a letter of an office, after Nghị định 30/2020/NĐ-CP: short itself, with
//! the tables of detail as appendices.

mod annex;
mod frame;
mod letter;
mod lines;
mod measure;
mod package;
mod page;
mod roman;
mod style;
mod table;
mod widths;

use std::io;

use docx_rs::{Docx, RunFonts, Style, StyleType};

use crate::intake::Office;
use crate::report::document::Document;
use crate::text::Lang;
use package::About;
use style::size;

const FONT: &str = "Times New Roman";

/// Writes any titled document as a letter of `office`. What the office does not say stays
/// open, as dots to write on.
///
/// # Errors
/// When something does not fit.
pub fn document(document: &Document, office: &Office, lang: Lang) -> io::Result<Vec<u8>> {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let normal = Style::new("Normal", StyleType::Paragraph).name("Normal").fonts(fonts.clone());
    let mark = document.mark.as_ref().map(|mark| mark.get(lang));
    let mut docx = Docx::new()
        .default_fonts(fonts)
        .default_size(size::BODY)
        .add_style(normal.size(size::BODY))
        .header(page::header(mark));
    if let Some(mark) = mark {
        docx = docx.first_header(page::first_header(mark));
    }
    let mut parts = letter::parts(document, office, lang).into_iter().peekable();
    let mut content = Vec::new();
    while let Some(part) = parts.next() {
        content.extend(part.content);
        let section = page::section(part.orientation, mark.is_some());
        // The pages of a part are described where it ends, of the last at the very end.
        let ends = style::nothing();
        match parts.peek() {
            Some(_) => content.push(frame::paragraph(ends.section_property(section))),
            None => {
                content.push(frame::paragraph(ends));
                let own = std::mem::take(&mut docx.document.section_property);
                docx.document.section_property = docx_rs::SectionProperty {
                    header: own.header,
                    first_header: own.first_header,
                    ..section
                };
            }
        }
    }
    docx.document.children = content;
    let creator = office.body.as_deref().unwrap_or_default();
    let about = About { title: document.title.get(lang), creator, period: document.period };
    package::pack(docx.build(), &about)
}
