//! A report as a workbook: a sheet a section, numbers as numbers, sums as formulas with
//! what they come to, charts of the spreadsheet's own.

mod chart;
mod drawing;
mod fit;
mod grid;
mod layout;
mod names;
mod sheet;
mod style;
mod verdicts;

use std::io;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::archive::of_unix;
use super::own;
use super::workbook::{cut, properties, safe};
use crate::report::document::{Document, Section};
use crate::text::Lang;
use sheet::Sheet;
use verdicts::Verdicts;

/// The longest title of a workbook, in UTF-16 units.
const LONGEST_TITLE: usize = 255;
/// The height of a row and the width of a column that nobody has set, in pixels.
const ROW: u32 = 20;
const COLUMN: u32 = 64;

/// Writes a report.
///
/// # Errors
/// When something does not fit into a workbook.
pub fn document(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    write(document, lang).map_err(|error| match error {
        XlsxError::RowColumnLimitError => io::Error::new(io::ErrorKind::FileTooLarge, error),
        other => io::Error::other(other),
    })
}

fn write(document: &Document, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let sections: Vec<&Section> = document.workbook().collect();
    let names = names::unique(sections.iter().map(|section| section.sheet.get(lang)), lang);
    let verdicts = Verdicts::from_sections(&sections, lang);
    let title = safe(document.title.get(lang), lang).replace('\n', " ");
    let mut book = Workbook::new();
    let about = properties(&cut(&title, LONGEST_TITLE, "…"), document.period)?;
    book.set_properties(&own::marked(about));
    book.set_default_format(&style::text(), ROW, COLUMN)?;
    for (place, (section, name)) in sections.iter().zip(&names).enumerate() {
        let page = book.add_worksheet().set_name(name)?;
        let mut sheet = Sheet::new(page, name, section, &verdicts, lang);
        match place {
            0 => sheet.begin_report(document)?,
            _ => sheet.title(section.heading.get(lang))?,
        }
        sheet.section(section)?;
        sheet.set_up_printing(&title, document.mark.as_ref().map(|mark| mark.get(lang)))?;
    }
    Ok(of_unix(book.save_to_buffer()?))
}
