//! How the cells of a form look. Heads show in grey too what is to be filled in.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::workbook::{FONT, PALE, RULE};
use crate::report::template::{ColumnKind, FormColumn};

const BLACK: u32 = 0x00_00_00;
const WHITE: u32 = 0xFF_FF_FF;
/// To fill in.
const YELLOW: u32 = 0xFF_F7_CC;
/// Not to fill in here.
const GREY: u32 = 0xC8_C8_C8;
/// Heads of what is to be filled in.
const DARK: u32 = 0x1F_3A_5F;
/// What fails.
const RED: u32 = 0xA6_1B_1B;

/// The height of a line of text, in points.
const LINE: u16 = 16;
/// So many lines a row has at least: room for a document and its date.
const LEAST_LINES: usize = 2;

/// How wide a column is, in characters.
pub(super) fn width(column: FormColumn) -> u16 {
    match column {
        FormColumn::Indicator | FormColumn::Share => 7,
        FormColumn::Part
        | FormColumn::Counts
        | FormColumn::Numerator
        | FormColumn::Denominator
        | FormColumn::Commune
        | FormColumn::Period
        | FormColumn::Level => 9,
        FormColumn::Value
        | FormColumn::Verdict
        | FormColumn::EvidenceDate
        | FormColumn::ValidUntil
        | FormColumn::AsOf => 11,
        FormColumn::Requirement | FormColumn::Unit => 13,
        FormColumn::Note => 14,
        FormColumn::Criterion => 17,
        FormColumn::Evidence => 22,
        FormColumn::Name => 40,
    }
}

/// How high a row is, in points, in which texts stand in cells of these widths. Said,
/// as not every program finds out by itself.
pub(super) fn height<'t>(texts: impl Iterator<Item = (&'t str, u16)>) -> u16 {
    // Letters are narrower than the digits that widths count, by an eighth or more.
    let room = |width: u16| usize::from(width + width / 8);
    let lines = texts.map(|(text, width)| textwrap::wrap(text, room(width)).len());
    let lines = lines.max().unwrap_or_default().max(LEAST_LINES);
    u16::try_from(lines).unwrap_or(u16::MAX / LINE).saturating_mul(LINE).saturating_add(2)
}

fn plain() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(12.0)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// A line above a table, over the cells beside it.
pub(super) fn line() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12.0)
}

/// A title.
pub(super) fn title() -> Format {
    line().set_font_size(15.0).set_bold()
}

/// A paragraph of the guide.
pub(super) fn paragraph() -> Format {
    plain()
}

fn boxed() -> Format {
    plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(RULE))
}

/// The head of a column.
pub(super) fn head(kind: ColumnKind) -> Format {
    let head =
        boxed().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    match kind {
        ColumnKind::Open => {
            head.set_background_color(Color::RGB(DARK)).set_font_color(Color::RGB(WHITE))
        }
        _ => head.set_background_color(Color::RGB(PALE)).set_font_color(Color::RGB(BLACK)),
    }
}

/// A cell that is given.
pub(super) fn given(column: FormColumn) -> Format {
    match column {
        FormColumn::Criterion | FormColumn::Name => boxed(),
        // Numbers of indicators, codes and periods are texts.
        _ => boxed().set_align(FormatAlign::Center).set_num_format("@"),
    }
}

/// A cell that stays empty here.
pub(super) fn barred() -> Format {
    boxed().set_background_color(Color::RGB(GREY))
}

/// A cell that the spreadsheet computes.
pub(super) fn computed(column: FormColumn) -> Format {
    let cell = boxed().set_align(FormatAlign::Center);
    match column {
        FormColumn::Share => cell.set_num_format(DECIMAL),
        _ => cell,
    }
}

/// So that what comes below a threshold does not look as if it reached it; and so that
/// `80%` typed in shows as the 0,80 that it is.
const DECIMAL: &str = "#,##0.00##";

/// A cell that is to be filled in. `number`: with a number, whole or not.
pub(super) fn open(column: FormColumn, number: Option<bool>) -> Format {
    let cell = boxed().set_background_color(Color::RGB(YELLOW)).set_unlocked();
    match (column, number) {
        (FormColumn::EvidenceDate | FormColumn::ValidUntil | FormColumn::AsOf, _) => {
            cell.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy")
        }
        (FormColumn::Evidence | FormColumn::Note, _) => cell,
        (_, Some(true)) => cell.set_align(FormatAlign::Right).set_num_format("#,##0"),
        (_, Some(false)) => cell.set_align(FormatAlign::Right).set_num_format(DECIMAL),
        (_, None) => cell.set_align(FormatAlign::Center),
    }
}

/// A verdict that wants attention.
pub(super) fn failing() -> Format {
    Format::new().set_bold().set_font_color(Color::RGB(RED))
}
