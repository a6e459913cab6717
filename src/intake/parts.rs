//! Several parts in one cell: `nam 75%; nữ 70%`.

use std::sync::Arc;

use super::batch::About;
use super::gather::PartOf;
use super::header::Column;
use super::identity::Identity;
use super::row::Reader;
use super::table::Row;
use super::value::Cells;
use super::word;
use crate::fold;
use crate::law::{Resolved, ResolvedIndicator};
use crate::problem::Problem;

/// What a cell says of one of the parts that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartCell<'c> {
    pub(super) part: PartOf,
    pub(super) value: &'c str,
}

/// The parts that a cell names, each with its value; `None` where anything in the cell
/// stands under no name.
fn in_cell<'c>(cell: &'c str, indicator: &ResolvedIndicator) -> Option<Vec<PartCell<'c>>> {
    if indicator.require.len() < 2 || !cell.contains(char::is_alphabetic) {
        return None;
    }
    let cell = cell.strip_suffix(['.', ';']).unwrap_or(cell);
    let mut parts = Vec::new();
    let mut rest = cell;
    loop {
        let end = end_of_part(rest, indicator);
        parts.push(part(fold::trim(&rest[..end]), indicator)?);
        match rest[end..].chars().next() {
            Some(separator) => rest = &rest[end + separator.len_utf8()..],
            None => return Some(parts),
        }
    }
}

/// Where the first part ends: at a semicolon or a line end, or at a comma or stroke behind
/// which another part is named.
fn end_of_part(text: &str, indicator: &ResolvedIndicator) -> usize {
    let ends = |(place, c): &(usize, char)| match c {
        ';' | '\n' => true,
        ',' | '/' => part(fold::trim(&text[place + 1..]), indicator).is_some(),
        _ => false,
    };
    text.char_indices().find(ends).map_or(text.len(), |(place, _)| place)
}

/// A part's name and what follows it.
fn part<'c>(text: &'c str, indicator: &ResolvedIndicator) -> Option<PartCell<'c>> {
    let judged =
        indicator.require.iter().enumerate().map(|(n, r)| (r.part.as_str(), PartOf::Judged(n)));
    let checked = indicator.check_part.iter().map(|name| (name.as_str(), PartOf::Checked));
    let names = judged.chain(checked).filter(|(name, _)| !name.is_empty());
    // A name ends before a blank, a digit or a colon; the longest one counts.
    let mut letter_before = false;
    let ends = text.char_indices().filter(|(_, c)| {
        let ends = letter_before && !c.is_alphabetic();
        letter_before = c.is_alphabetic();
        ends
    });
    let ends: Vec<usize> = ends.map(|(place, _)| place).collect();
    let found = ends.into_iter().rev().find_map(|end| {
        let part = fold::find(&text[..end], names.clone())?;
        Some((part, fold::trim(&text[end..])))
    });
    let (part, rest) = found?;
    let colon = rest.strip_prefix([':', '=']);
    let dash = || rest.strip_prefix(fold::is_dash).filter(|rest| rest.starts_with(' '));
    let value = fold::trim(colon.or_else(dash).unwrap_or(rest));
    Some(PartCell { part, value })
}

impl Reader<'_> {
    /// The parts that the value's cell names, where the row does not say its part itself.
    pub(super) fn parts_in_cell<'r>(
        &self,
        row: &Row,
        indicator: &ResolvedIndicator,
        [value, numerator, denominator]: [&'r str; 3],
    ) -> Option<Vec<PartCell<'r>>> {
        let others = [self.header.cell(row, Column::Part), numerator, denominator];
        let alone = others.into_iter().all(word::is_nothing) && word::read(value).is_none();
        if alone { in_cell(value, indicator) } else { None }
    }

    /// Reads a row that gives several parts of its indicator in one cell.
    pub(super) fn read_parts(
        &mut self,
        row: &Row,
        who: &Identity,
        place: usize,
        parts: &[PartCell],
        law: &Arc<Resolved>,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let mut first = None;
        for PartCell { part, value } in parts.iter().copied() {
            let cells = Cells::new([value, "", ""], [false; 3], &law.indicators[place].grades);
            let about = About { line: row.line - self.piece.line, indicator: place, part };
            let slot = who.key().map(|_| self.add(about, self.header.cell(row, Column::Evidence)));
            first = first.or(slot);
            if !self.header.has_values_twice() {
                self.read_value(about, cells, slot, *who, law, problems);
            }
        }
        first
    }
}
