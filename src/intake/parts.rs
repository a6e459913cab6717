//! Parts that stand elsewhere than in their column: several in one cell, `nam 75%; nữ 70%`,
//! and rows that name one under the row of their indicator.

use super::key::PartOf;
use super::table_row::TableRow;
use super::word;
use crate::fold::{self, Fold};
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
        // A line end behind a semicolon parts nothing.
        let text = fold::trim(&rest[..end]);
        if !text.is_empty() {
            parts.push(part(text, indicator)?);
        }
        match rest[end..].chars().next() {
            Some(separator) => rest = &rest[end + separator.len_utf8()..],
            None => return (!parts.is_empty()).then_some(parts),
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
    let (text, names) = (without_bullet(text), names(indicator));
    // A name ends before a blank, a digit or a colon, or with a number of its own; the
    // longest one counts.
    let mut before = ' ';
    let ends = text.char_indices().filter(|(_, c)| {
        let word = before.is_alphabetic() && !c.is_alphabetic();
        let number = before.is_ascii_digit() && !c.is_alphanumeric();
        before = *c;
        word || number
    });
    let ends: Vec<usize> = ends.map(|(place, _)| place).collect();
    let found = ends.into_iter().rev().find_map(|end| {
        let part = named(&text[..end], &names)?;
        Some((part, fold::trim(&text[end..])))
    });
    let (part, rest) = found?;
    let colon = rest.strip_prefix([':', '=']);
    let dash = || rest.strip_prefix(fold::is_dash).filter(|rest| rest.starts_with(' '));
    let value = fold::trim(colon.or_else(dash).unwrap_or(rest));
    Some(PartCell { part, value })
}

/// A name without what lists it: `- Nam`, `+ Nữ`, `a) Nam`.
pub(super) fn without_bullet(cell: &str) -> &str {
    let listed = cell.split_once([')', '.']).filter(|(letter, _)| letter.chars().count() == 1);
    let cell = listed.map_or(cell, |(_, rest)| rest);
    fold::trim(cell.trim_start_matches(|c: char| fold::is_dash(c) || "+•*".contains(c)))
}

/// The parts by their names, with the one that is only checked.
pub(super) fn names(indicator: &ResolvedIndicator) -> Vec<(&str, PartOf)> {
    let judged =
        indicator.require.iter().enumerate().map(|(n, r)| (r.part.as_str(), PartOf::Judged(n)));
    let checked = indicator.check_part.iter().map(|name| (name.as_str(), PartOf::Checked));
    judged.chain(checked).filter(|(name, _)| !name.is_empty()).collect()
}

/// The part that a text names: whole, or without the first words that another has, or with
/// them: `mức 2` and `trường mức 1` beside `mức 1` and `trường mức 2`.
fn named(text: &str, names: &[(&str, PartOf)]) -> Option<PartOf> {
    if let Some(part) = fold::find(text, names.iter().copied()) {
        return Some(part);
    }
    let key = |text: &str| Fold::Case.key(text);
    let own = key(text);
    // The first words of a name whose last are another's: of `trường mức 2`, `trường`.
    let first = names.iter().flat_map(|(name, _)| {
        name.match_indices(' ').map(|(end, _)| key(&name[..end])).collect::<Vec<_>>()
    });
    let firsts: Vec<String> = first.collect();
    let fits = |name: &str| {
        let name = key(name);
        let parted = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| firsts.iter().any(|first| first == rest))
        };
        let numbered = own.contains(char::is_alphabetic);
        numbered && (parted(&name, &own) || parted(&own, &name))
    };
    let mut fitting = names.iter().filter(|(name, _)| fits(name)).map(|(_, part)| *part);
    let one = fitting.next()?;
    fitting.next().is_none().then_some(one)
}

/// The parts that the value's cell names, where the row does not say its part itself.
pub(super) fn in_value<'r>(
    row: TableRow<'r>,
    part: &str,
    indicator: &ResolvedIndicator,
) -> Option<Vec<PartCell<'r>>> {
    let [value, numerator, denominator] = row.values();
    let others = [part, numerator, denominator];
    let alone = others.into_iter().all(word::is_nothing) && word::parse_word(value).is_none();
    if alone { in_cell(value, indicator) } else { None }
}
