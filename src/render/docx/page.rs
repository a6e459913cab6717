//! Pages after the decree: A4, margins, the number of the page.

use docx_rs::{
    AlignmentType, DocumentChild, Header, HeaderReference, PageMargin, PageNum, PageNumType,
    PageOrientationType, PageSize, Paragraph, Run, SectionProperty,
};

use super::style::single;

/// A4 in twentieths of a point.
const SHORT: u32 = 11906;
const LONG: u32 = 16838;
/// 20 mm above and below.
const ABOVE: i32 = 1134;
/// 30 mm at the left.
const LEFT: i32 = 1701;
/// 15 mm at the right.
const RIGHT: i32 = 851;
/// From the edge of the paper to the number of the page.
const NUMBER: i32 = 567;

/// How wide the text is on an upright page.
pub(super) const TEXT: usize = 9354;
/// How wide on one that lies.
const LYING: usize = 14286;

/// The relation under which the sections find the header.
const HEADER: &str = "rIdHeader1";
/// That of the first page of a part, where it has one of its own.
const FIRST_HEADER: &str = "rIdHeader2";

/// How a page is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Orientation {
    /// Upright.
    Portrait,
    /// Lying, for wide tables.
    Landscape,
}

impl Orientation {
    /// About how many lines of a table a page holds.
    pub(super) fn lines(self) -> usize {
        match self {
            Orientation::Portrait => 55,
            Orientation::Landscape => 35,
        }
    }

    /// How wide the text is.
    pub(super) fn text(self) -> usize {
        match self {
            Orientation::Portrait => TEXT,
            Orientation::Landscape => LYING,
        }
    }

    fn size(self) -> PageSize {
        match self {
            Orientation::Portrait => PageSize::new().size(SHORT, LONG),
            Orientation::Landscape => {
                PageSize::new().size(LONG, SHORT).orient(PageOrientationType::Landscape)
            }
        }
    }
}

/// The number of the page, at the top in the middle; above it the mark of all pages.
pub(super) fn header(mark: Option<&str>) -> Header {
    let mut number = Paragraph::new().align(AlignmentType::Center).line_spacing(single());
    number = number.add_page_num(PageNum::new());
    let header = mark.map_or_else(Header::new, first_header);
    header.add_paragraph(number)
}

/// The mark alone: the first page of a part has no number.
pub(super) fn first_header(mark: &str) -> Header {
    let run = Run::new().add_text(mark).bold();
    let line = Paragraph::new().align(AlignmentType::Center).line_spacing(single()).add_run(run);
    Header::new().add_paragraph(line)
}

/// The pages of a part: numbered from 1, the number not on the first. `marked`: whether
/// the first has the mark of all pages.
pub(super) fn section(orientation: Orientation, marked: bool) -> SectionProperty {
    let margin = PageMargin::new()
        .top(ABOVE)
        .bottom(ABOVE)
        .left(LEFT)
        .right(RIGHT)
        .header(NUMBER)
        .footer(NUMBER);
    let mut section = SectionProperty::new()
        .page_size(orientation.size())
        .page_margin(margin)
        .page_num_type(PageNumType::new().start(1))
        .title_pg();
    section.header_reference = Some(HeaderReference::new("default", HEADER));
    section.first_header_reference = marked.then(|| HeaderReference::new("first", FIRST_HEADER));
    section
}

/// A part of the file with pages of its own.
pub(super) struct Part {
    pub(super) orientation: Orientation,
    pub(super) content: Vec<DocumentChild>,
}
