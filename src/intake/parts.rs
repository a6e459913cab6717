//! Parts that stand elsewhere than in their column: several in one cell, `nam 75%; nữ 70%`,
//! and rows that name one under the row of their indicator.

use super::indicator_cell::IndicatorCell;
use super::key::PartOf;
use super::table_row::TableRow;
use super::word;
use crate::fold;
use crate::law::ResolvedIndicator;

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

/// The parts that the value's cell names, where the row does not say its part itself.
pub(super) fn in_value<'r>(
    row: TableRow<'r>,
    cell: &IndicatorCell,
    indicator: &ResolvedIndicator,
) -> Option<Vec<PartCell<'r>>> {
    let [value, numerator, denominator] = row.values();
    let others = [&*cell.part, numerator, denominator];
    let alone = others.into_iter().all(word::is_nothing) && word::read(value).is_none();
    if alone { in_cell(value, indicator) } else { None }
}
