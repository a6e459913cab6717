//! The lines of a cell.

use super::style::safe;
use crate::render::terminal::way;
use crate::report::{Cell, Content};
use crate::text::{Figure, Lang, Words};

/// The lines of a cell.
pub(super) fn lines(cell: &Cell, lang: Lang) -> Vec<String> {
    match &cell.content {
        Content::Empty => Vec::new(),
        Content::Words(text) => vec![safe(text.get(lang))],
        Content::Lines(lines) => lines.iter().map(|line| safe(line.get(lang))).collect(),
        Content::Number(number, decimals) => vec![Figure::new(number, *decimals).words(lang)],
        Content::Way(part) => vec![way(part, lang)],
    }
}
