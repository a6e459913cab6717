//! Parts that stand elsewhere than in their column: several in one cell, `nam 75%; nữ 70%`,
//! and rows that name one under the row of their indicator.

use std::sync::Arc;

use super::column::Column;
use super::key::{About, Identity, PartOf};
use super::quantity::Cells;
use super::reader::{Above, Reader, Under};
use super::table::Row;
use super::{indicator, word};
use crate::fold::{self, Fold};
use crate::law::{IndicatorId, Resolved, ResolvedIndicator};
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
    let names = names(indicator);
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

/// The parts by their names, with the one that is only checked.
fn names(indicator: &ResolvedIndicator) -> Vec<(&str, PartOf)> {
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

/// A name without what lists it: `- Nam`, `+ Nữ:`, `a) Nam`.
fn without_bullet(cell: &str) -> &str {
    let cell = cell.trim_end_matches(':');
    let listed = cell.split_once([')', '.']).filter(|(letter, _)| letter.chars().count() == 1);
    let cell = listed.map_or(cell, |(_, rest)| rest);
    fold::trim(cell.trim_start_matches(|c: char| fold::is_dash(c) || "+•*".contains(c)))
}

/// Whether a cell holds nothing but what lists a row: `-`, `a)`, `b`.
fn is_bullet(cell: &str) -> bool {
    let cell = cell.trim_end_matches([')', '.']);
    let mut letters = cell.chars();
    let lists = |c: char| fold::is_dash(c) || "+•*".contains(c) || c.is_ascii_lowercase();
    letters.next().is_none_or(lists) && letters.next().is_none()
}

impl Reader<'_> {
    /// The indicator that a row is of.
    pub(super) fn id_of(&self, row: &Row) -> Option<IndicatorId> {
        let under = self.under.as_ref().map(|under| under.id);
        under.or_else(|| indicator::read(self.header.cell(row, Column::Indicator)))
    }

    /// The part that a row names.
    pub(super) fn part_of<'s>(&'s self, row: &Row<'s>) -> &'s str {
        let under = self.under.as_ref().map(|under| under.part.as_str());
        under.unwrap_or_else(|| self.header.cell(row, Column::Part))
    }

    /// The part of the indicator above that the row names in place of an id.
    pub(super) fn part_under(&self, row: &Row) -> Option<Under> {
        let above = self.above.as_ref()?;
        let places = || self.header.id_columns.iter().map(|column| column.place);
        // The id of the row above may be merged over this one.
        let id = above.law.indicators[above.place].id;
        let own = self.header.place(Column::Indicator);
        let others = places()
            .filter(|place| own != Some(*place) || indicator::read(row.cell(*place)) != Some(id));
        let others: Vec<&str> =
            others.map(|place| row.cell(place)).filter(|cell| !is_bullet(cell)).collect();
        // Beside it nothing names another row.
        let alone = others.len() == 1 && word::is_nothing(self.header.cell(row, Column::Part));
        if !alone || self.whose(row) != above.whose {
            return None;
        }
        let indicator = &above.law.indicators[above.place];
        let cell = without_bullet(others[0]);
        let judged = indicator.require.iter().map(|require| require.part.as_str());
        let names = judged.chain(indicator.check_part.as_deref()).filter(|name| !name.is_empty());
        let part = fold::find(cell, names.map(|name| (name, name.to_owned())))?;
        Some(Under { id, part })
    }

    /// The part that the words beside an indicator's id name: its id may be merged over the
    /// rows of its parts, or stand in the first of them.
    pub(super) fn part_beside(&self, row: &Row, indicator: &ResolvedIndicator) -> Option<Under> {
        let several = indicator.require.len() > 1;
        if !several || !word::is_nothing(self.header.cell(row, Column::Part)) {
            return None;
        }
        let names = names(indicator);
        let names = names.iter().map(|(name, _)| (*name, (*name).to_owned()));
        let mut cells = self.header.words().map(|column| without_bullet(row.cell(column.place)));
        let part = cells.find_map(|cell| fold::find(cell, names.clone()))?;
        Some(Under { id: indicator.id, part })
    }

    /// Remembers the row of an indicator with several parts, should rows of them follow.
    pub(super) fn remember(&mut self, row: &Row, law: &Arc<Resolved>, place: usize) {
        if self.under.is_some() {
            return;
        }
        let several = law.indicators[place].require.len() > 1;
        let heads = several && word::is_nothing(self.header.cell(row, Column::Part));
        let whose = || self.whose(row);
        self.above = heads.then(|| Above { law: Arc::clone(law), place, whose: whose() });
    }

    /// The cells that say whose a row is and of when.
    fn whose(&self, row: &Row) -> [String; 5] {
        let [one, other] = self.header.commune(row);
        let cell = |column| self.header.cell(row, column);
        let cells = [cell(Column::Period), cell(Column::Level), cell(Column::Source)];
        [one, other, cells[0], cells[1], cells[2]].map(str::to_owned)
    }

    /// The parts that the value's cell names, where the row does not say its part itself.
    pub(super) fn parts_in_cell<'r>(
        &self,
        row: &Row,
        indicator: &ResolvedIndicator,
        [value, numerator, denominator]: [&'r str; 3],
    ) -> Option<Vec<PartCell<'r>>> {
        let others = [self.part_of(row), numerator, denominator];
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
        let told = problems.len();
        for PartCell { part, value } in parts.iter().copied() {
            let cells = Cells::new([value, "", ""], [false; 3], &law.indicators[place].grades);
            let about = About { line: row.line - self.piece.line, indicator: place, part };
            let slot = who.key().map(|_| self.add(about, self.header.cell(row, Column::Evidence)));
            first = first.or(slot);
            if !self.header.has_values_twice() {
                self.read_value(about, cells, slot, *who, law, problems);
            }
        }
        // It is one cell, whatever is wrong with its parts.
        problems.truncate(told + 1);
        first
    }
}
