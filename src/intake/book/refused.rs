//! Why a workbook is not read.

use crate::text::{self, Text};

/// Why a workbook is not read.
#[derive(Debug)]
pub(in crate::intake) enum Refused {
    /// It would take more memory or time than any form of an office.
    TooLarge,
    /// It is broken.
    Broken,
    /// It is none, nor a text with a table.
    Neither,
    /// It is a document of Word without a table of indicators.
    NoTable,
    /// It is something else.
    Foreign(Foreign),
}

impl Refused {
    /// Why, and what to do.
    pub(in crate::intake) fn message_and_hint(&self) -> (Text, Text) {
        match self {
            Refused::TooLarge => (text::book_too_large(), text::send_the_form_alone()),
            Refused::Broken => (text::book_broken(), text::save_book_again()),
            Refused::Neither => (text::neither_book_nor_table(), text::open_or_get_again()),
            Refused::NoTable => (text::document_without_table(), text::head_the_table()),
            Refused::Foreign(foreign) => foreign.message_and_hint(),
        }
    }
}

/// What is no workbook that is read, and no text with a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Foreign {
    /// A web page, as portals offer it under the name of a workbook.
    WebPage,
    /// XML Spreadsheet 2003, as Excel of those years saved it.
    XmlSpreadsheet,
    /// Other XML.
    Xml,
    /// JSON.
    Json,
    /// A workbook that opens with a password alone.
    Password,
    /// A binary workbook of Excel.
    Xlsb,
    /// A document of Word.
    Word,
    /// Slides.
    Slides,
    /// A table of Apple Numbers.
    Numbers,
    /// Another document of LibreOffice.
    OpenDocument,
    /// An archive of other files.
    Archive,
    /// An archive or a workbook that breaks off.
    CutOff,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// Another file of an old office program.
    Compound,
}

impl Foreign {
    /// What it is, and what to do.
    pub(in crate::intake) fn message_and_hint(self) -> (Text, Text) {
        match self {
            Foreign::WebPage => (text::foreign_web_page(), text::save_as_xlsx()),
            Foreign::XmlSpreadsheet => (text::foreign_xml_spreadsheet(), text::save_as_xlsx()),
            Foreign::Xml => (text::foreign_xml(), text::import_in_excel()),
            Foreign::Json => (text::foreign_json(), text::import_in_excel()),
            Foreign::Password => (text::foreign_password(), text::take_off_password()),
            Foreign::Xlsb => (text::foreign_xlsb(), text::save_as_xlsx()),
            Foreign::Word => (text::foreign_word(), text::copy_into_excel()),
            Foreign::Slides => (text::foreign_slides(), text::copy_into_excel()),
            Foreign::Numbers => (text::foreign_numbers(), text::export_from_numbers()),
            Foreign::OpenDocument => (text::foreign_open_document(), text::copy_into_excel()),
            Foreign::Archive => (text::foreign_archive(), text::unpack_archive()),
            Foreign::CutOff => (text::foreign_cut_off(), text::get_file_again()),
            Foreign::Picture => (text::foreign_picture(), text::type_into_form()),
            Foreign::Pdf => (text::foreign_pdf(), text::type_into_form()),
            Foreign::Compound => (text::foreign_compound(), text::copy_into_excel()),
        }
    }
}
