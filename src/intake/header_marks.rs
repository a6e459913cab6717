//! Two columns of marks, *Đạt* and *Chưa đạt*: a mark takes the word of its column.

use std::collections::BTreeSet;

use super::column::Column;
use super::header_rows::Heads;
use super::table::Row;
use super::word::{self, Word};

/// The two columns of a verdict.
#[derive(Clone, Debug)]
pub(super) struct MarkColumns {
    /// What they give: the value, or a claim.
    pub(super) column: Column,
    /// The column of the marks that say yes, and of those that say no.
    pub(super) yes: usize,
    pub(super) no: usize,
    /// Their names as written.
    pub(super) names: [String; 2],
}

/// What the two cells of a row say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marked<'r> {
    Nothing,
    Yes,
    No,
    /// Both are marked.
    Both,
    /// A cell contradicts its column.
    Otherwise(&'r str),
    /// One holds something that is no mark, with its column.
    Text(&'r str, usize),
}

/// Signs beside the words for yes that are marks.
const SIGNS: [&str; 14] =
    ["+", "*", "•", "●", "■", "☑", "☒", "(x)", "[x]", "xx", "ü", "x)", "☓", "×"];

/// What a cell says under one of the two columns.
enum Mark {
    Nothing,
    Marked,
    /// The word of the other column.
    Opposite,
    /// Zero, which under either column says that it is not marked, if the other is.
    Zero,
    Text,
}

fn mark(cell: &str, is_yes: bool) -> Mark {
    if word::is_nothing(cell) {
        return Mark::Nothing;
    }
    if cell == "0" {
        return Mark::Zero;
    }
    let sign = || SIGNS.iter().any(|sign| cell.eq_ignore_ascii_case(sign));
    // Under `Chưa đạt` a word for yes is no mark.
    let spelled = cell.chars().filter(|c| c.is_alphabetic()).count() > 1 || cell.starts_with('đ');
    match word::parse_word(cell) {
        Some(Word::Yes { .. }) if is_yes || !spelled => Mark::Marked,
        Some(Word::Yes { .. }) => Mark::Opposite,
        Some(Word::No { .. } | Word::None) if !is_yes => Mark::Marked,
        Some(Word::No { .. } | Word::None) => Mark::Opposite,
        Some(Word::NotApplicable) => Mark::Text,
        None if sign() => Mark::Marked,
        None => Mark::Text,
    }
}

/// The columns beside each other that are named after the two verdicts, under the same name:
/// that of yes and that of no.
pub(super) fn pairs(heads: &Heads, apart: &BTreeSet<usize>) -> Vec<(usize, usize)> {
    let verdict = |place: usize| {
        let (lowest, above) = heads.columns.get(place)?.split_last()?;
        let is_yes = match word::parse_word(&lowest.text)? {
            Word::Yes { .. } => true,
            Word::No { .. } | Word::None => false,
            Word::NotApplicable => return None,
        };
        (lowest.text.chars().count() > 1).then_some((is_yes, above))
    };
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (one, other) in (0..heads.columns.len()).zip(1..) {
        let (Some(first), Some(second)) = (verdict(one), verdict(other)) else { continue };
        let taken = pairs.last().is_some_and(|(yes, no)| *yes.max(no) == one);
        let is_pair = first.0 != second.0 && first.1 == second.1;
        if is_pair && !taken && !apart.contains(&one) && !apart.contains(&other) {
            pairs.push(if first.0 { (one, other) } else { (other, one) });
        }
    }
    pairs
}

impl MarkColumns {
    /// What a row says.
    pub(super) fn read<'r>(&self, row: &Row<'r>) -> Marked<'r> {
        let (yes, no) = (row.cell(self.yes), row.cell(self.no));
        match (mark(yes, true), mark(no, false)) {
            (Mark::Marked, Mark::Marked) => Marked::Both,
            (Mark::Opposite, _) => Marked::Otherwise(yes),
            (_, Mark::Opposite) => Marked::Otherwise(no),
            (Mark::Text, Mark::Nothing) => Marked::Text(yes, self.yes),
            (Mark::Nothing, Mark::Text) => Marked::Text(no, self.no),
            (Mark::Text, _) => Marked::Otherwise(yes),
            (_, Mark::Text) => Marked::Otherwise(no),
            (Mark::Marked, _) => Marked::Yes,
            (_, Mark::Marked) => Marked::No,
            (Mark::Nothing, Mark::Nothing) => Marked::Nothing,
            (Mark::Zero, _) => Marked::Otherwise(yes),
            (_, Mark::Zero) => Marked::Otherwise(no),
        }
    }

    /// The first of the two columns.
    pub(super) fn first(&self) -> usize {
        self.yes.min(self.no)
    }

    /// The word that a row's cells stand for; what is no mark, as it is.
    pub(super) fn word<'r>(&self, row: &Row<'r>) -> &'r str {
        match self.read(row) {
            Marked::Nothing => "",
            Marked::Yes => "đạt",
            Marked::No => "chưa đạt",
            Marked::Both => row.cell(self.yes),
            Marked::Otherwise(cell) | Marked::Text(cell, _) => cell,
        }
    }

    /// The column of the cell that says it.
    pub(super) fn place(&self, row: &Row) -> usize {
        match self.read(row) {
            Marked::No => self.no,
            Marked::Text(_, place) => place,
            _ => self.yes,
        }
    }
}
