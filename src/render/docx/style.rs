//! How paragraphs of a letter look: sizes, spacing and lines after the decree.

use docx_rs::{
    AlignmentType, LineSpacing, LineSpacingType, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, SpecialIndentType,
};

use crate::report::Tone;
use crate::visible::visible;

/// Sizes of letters, in half points.
pub(super) mod size {
    /// The body, titles.
    pub(in super::super) const BODY: usize = 28;
    /// The head's names, number, place and date.
    pub(in super::super) const HEAD: usize = 26;
    /// Quốc hiệu and cơ quan chủ quản.
    pub(in super::super) const NATION: usize = 24;
    /// Tables.
    pub(in super::super) const TABLE: usize = 22;
    /// The list under Nơi nhận.
    pub(in super::super) const SMALL: usize = 22;
}

/// Between paragraphs, in twentieths of a point: the six points of the decree.
const BETWEEN: u32 = 120;
/// Lines in 240ths: between single and one and a half.
const LINE: i32 = 264;
/// Lines of tables and heads: single.
const SINGLE: i32 = 240;
/// The first line of a paragraph: 1,27 cm.
const FIRST_LINE: i32 = 720;
/// A line drawn, in eighths of a point.
const DRAWN: usize = 6;

/// How words look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) size: usize,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Look {
    pub(super) const fn plain(size: usize) -> Look {
        Look { size, bold: false, italic: false }
    }

    pub(super) const fn bold(size: usize) -> Look {
        Look { size, bold: true, italic: false }
    }

    pub(super) const fn italic(size: usize) -> Look {
        Look { size, bold: false, italic: true }
    }
}

/// Text from files without what drives a program: control characters, marks that turn
/// the direction of what follows, and what XML forbids.
pub(super) fn safe(text: &str) -> String {
    let turns = |c: &char| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}');
    visible(text).chars().filter(turns).collect()
}

pub(super) fn run(text: &str, look: Look) -> Run {
    let run = Run::new().add_text(safe(text)).size(look.size);
    let run = if look.bold { run.bold() } else { run };
    if look.italic { run.italic() } else { run }
}

fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}

/// Words that begin with a capital letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Single lines with nothing between.
pub(super) fn single() -> LineSpacing {
    spacing(0, 0, SINGLE)
}

/// A line of a head, a title or a table.
pub(super) fn line(text: &str, look: Look, align: AlignmentType) -> Paragraph {
    // The mark at its end has the same size: it would make the line higher.
    let paragraph = Paragraph::new().add_run(run(text, look)).size(look.size);
    paragraph.align(align).line_spacing(single())
}

/// The same with room above.
pub(super) fn line_below(text: &str, look: Look, align: AlignmentType, room: u32) -> Paragraph {
    line(text, look, align).line_spacing(spacing(room, 0, SINGLE))
}

/// A paragraph of the body: justified, its first line indented.
pub(super) fn body(text: &str, look: Look) -> Paragraph {
    Paragraph::new()
        .add_run(run(text, look))
        .align(AlignmentType::Both)
        .indent(Some(0), Some(SpecialIndentType::FirstLine(FIRST_LINE)), None, None)
        .line_spacing(spacing(BETWEEN, 0, LINE))
}

/// A heading of the body, kept with what follows.
pub(super) fn heading(text: &str, level: usize) -> Paragraph {
    body(text, Look::bold(size::BODY)).keep_next(true).outline_lvl(level)
}

/// A line drawn in the middle of `room`, `length` long.
pub(super) fn drawn(room: usize, length: usize) -> Paragraph {
    let side = i32::try_from(room.saturating_sub(length) / 2).unwrap_or(0);
    let border = ParagraphBorder::new(ParagraphBorderPosition::Top).size(DRAWN).space(1);
    let mut paragraph = Paragraph::new()
        .add_run(Run::new().size(TINY))
        .align(AlignmentType::Center)
        .indent(Some(side), None, Some(side), None)
        .line_spacing(spacing(40, 0, SINGLE));
    paragraph.property.borders = Some(ParagraphBorders::with_empty().set(border));
    paragraph.size(TINY)
}

/// A paragraph that has to be there and shows nothing, in half points.
const TINY: usize = 2;

/// A paragraph that has to be there and shows nothing.
pub(super) fn nothing() -> Paragraph {
    let exactly = LineSpacing::new().before(0).after(0).line(20).line_rule(LineSpacingType::Exact);
    Paragraph::new().line_spacing(exactly).size(TINY)
}

/// Room after a table.
pub(super) fn gap() -> Paragraph {
    let exactly = LineSpacing::new().before(0).after(0).line(120).line_rule(LineSpacingType::Exact);
    Paragraph::new().line_spacing(exactly).size(TINY)
}

/// The look of a line of the body.
pub(super) fn toned(tone: Tone) -> Look {
    Look { bold: tone == Tone::Strong, ..Look::plain(size::BODY) }
}

/// A line as a sentence.
pub(super) fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?', ':', ';', '…']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_as_a_sentence() {
        assert_eq!(sentence("a"), "a.");
        assert_eq!(sentence("a."), "a.");
        assert_eq!(capitalised("đạt"), "Đạt");
    }
}
