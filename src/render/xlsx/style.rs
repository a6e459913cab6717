//! How a report's cells look. What is reached, what is not and what is not known differ
//! in lightness too, so that they can be distinguished in grey.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::super::workbook::{FONT, PALE, RULE};
use crate::exact::Exact;
use crate::report::Tone;

/// The height of a line of text, in points.
pub(super) const LINE: u32 = 15;
/// What bars are filled with, in charts.
pub(super) const DARK: u32 = 0x1F_3A_5F;
/// What bars are filled with, in cells.
pub(super) const BAR: u32 = 0xCD_DB_EC;
const BLACK: u32 = 0x00_00_00;
const WHITE: u32 = 0xFF_FF_FF;
const GREEN: u32 = 0x1B_5E_20;
const RED: u32 = 0x9C_1C_1C;
const BROWN: u32 = 0x6B_43_00;
const GREY: u32 = 0x55_55_55;
/// A criterion's row above its indicators.
const BAND: u32 = 0xF0_F2_F5;

/// Text, as it stands everywhere.
pub(super) fn text() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11.0)
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    text().set_font_size(14.0).set_bold()
}

/// The caption of a table.
pub(super) fn caption() -> Format {
    text().set_font_size(12.0).set_bold()
}

/// A paragraph.
pub(super) fn line(tone: Tone) -> Format {
    toned(text().set_text_wrap().set_align(FormatAlign::Top), tone)
}

fn boxed() -> Format {
    let cell = text().set_border(FormatBorder::Thin).set_border_color(Color::RGB(RULE));
    cell.set_text_wrap().set_align(FormatAlign::Top)
}

/// A text that does not touch what stands left of it.
pub(super) fn apart(format: Format) -> Format {
    format.set_align(FormatAlign::Left).set_indent(1)
}

/// The head of a column.
pub(super) fn head() -> Format {
    let head = boxed().set_bold().set_background_color(Color::RGB(PALE));
    head.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
}

/// A cell of a table.
pub(super) fn body(tone: Tone) -> Format {
    toned(boxed(), tone)
}

/// A cell of a row that is a heading.
pub(super) fn band(tone: Tone) -> Format {
    toned(boxed(), tone).set_bold().set_background_color(Color::RGB(BAND))
}

/// A cell of the sums below.
pub(super) fn foot() -> Format {
    let foot = boxed().set_bold().set_background_color(Color::RGB(PALE));
    foot.set_border_top(FormatBorder::Medium)
}

/// How many decimals a number is written with.
pub(super) fn places(digits: &str) -> usize {
    digits.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// So many decimals as can be taken in; numbers of a column that may have no more are
/// shown alike.
pub(super) const ALIKE: u32 = 2;

/// The decimals that a number is shown with: a few, or all where with a few it would
/// look whole and is not.
pub(super) fn decimals(number: &Exact, most: u32) -> usize {
    match places(&number.rounded(most.min(ALIKE))) {
        0 => places(&number.rounded(most)),
        few => few,
    }
}

/// A number flush right, thousands separated, with so many decimals.
pub(super) fn number(format: Format, decimals: usize) -> Format {
    format.set_align(FormatAlign::Right).set_num_format(pattern("#,##0", decimals))
}

/// A part of one, in percent.
pub(super) fn share(format: Format, decimals: usize) -> Format {
    format.set_align(FormatAlign::Right).set_num_format(pattern("0", decimals) + "%")
}

fn pattern(whole: &str, decimals: usize) -> String {
    match decimals {
        0 => whole.to_owned(),
        decimals => format!("{whole}.{}", "0".repeat(decimals)),
    }
}

/// A tone by letters alone.
fn toned(format: Format, tone: Tone) -> Format {
    match tone {
        Tone::Plain | Tone::Command => format,
        Tone::Good => format.set_font_color(Color::RGB(GREEN)),
        Tone::Bad => format.set_font_color(Color::RGB(RED)).set_bold(),
        Tone::Doubt => format.set_font_color(Color::RGB(BROWN)).set_italic(),
        Tone::Strong => format.set_bold(),
        Tone::Faint => format.set_font_color(Color::RGB(GREY)),
    }
}

/// A verdict in words, on a ground of its own.
pub(super) fn verdict(tone: Tone) -> Format {
    let (ground, letters) = match tone {
        Tone::Good => (0xE6_F3_E8, GREEN),
        Tone::Bad => (0xEB_AF_A8, BLACK),
        Tone::Doubt => (0xFC_E6_AE, BLACK),
        _ => (0xEE_EE_EE, GREY),
    };
    let format = Format::new().set_background_color(Color::RGB(ground));
    let format = format.set_font_color(Color::RGB(letters));
    if tone == Tone::Bad { format.set_bold() } else { format }
}

/// A sign of a map, whose grounds differ more.
pub(super) fn sign(tone: Tone) -> Format {
    let (ground, letters) = match tone {
        Tone::Good => (0xE6_F3_E8, GREEN),
        Tone::Bad => (0xA6_2C_2C, WHITE),
        Tone::Doubt => (0xF2_C2_4B, BLACK),
        _ => (0xF4_F4_F4, GREY),
    };
    let format = Format::new().set_background_color(Color::RGB(ground));
    format.set_font_color(Color::RGB(letters)).set_bold()
}
