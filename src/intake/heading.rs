//! Rows of the table that hold no indicator: groups, criteria, letters of columns.

use super::around::may_be_cut;
use super::table::{CellKind, Row};
use super::table_row::TableRow;
use super::{cell, indicator, word};
use crate::fold;

/// What the label of a row numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Group,
    Criterion(u16),
}

/// What a row above others says that they are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The criterion; `None` for a group.
    pub(super) criterion: Option<u16>,
}

/// The heading that a row is: one that only heads others; one with a value is none.
pub(super) fn read_heading(row: TableRow) -> Option<Heading> {
    // The last row may be one of data, cut behind the criterion's number.
    let is_cut = row.cells.len() < row.header().width && may_be_cut(row);
    heading(row).filter(|_| !is_cut && !gives_anything(row))
}

/// Whether anything stands in a column of values, be it readable or not and whoever it is of.
/// What a merged heading covers holds nothing.
fn gives_anything(row: TableRow) -> bool {
    row.header().all_results().into_iter().any(|place| {
        let kind = row.cells.kind(place);
        let flawed = kind.is_flaw() && kind != CellKind::Covered;
        !word::is_nothing(row.cells.cell(place)) || flawed
    })
}

fn heading(row: TableRow) -> Option<Heading> {
    let places = || row.header().id_columns.iter().map(|column| column.place);
    let mut cells = places().map(|place| row.cells.cell(place));
    if cells.any(|cell| indicator::parse_indicator(cell).is_some()) {
        return None;
    }
    let first = places().map(|place| row.cells.cell(place)).find(|cell| !cell.is_empty())?;
    let (label, rest) = label(first)?;
    let others = places().chain(row.header().others().map(|(place, _)| place));
    let mut words = others.map(|place| row.cells.cell(place)).filter(|cell| *cell != first);
    let named = is_words(rest) || rest.is_empty() && words.any(is_words);
    match label {
        Label::Group => {
            let alone = || rest.is_empty() && row.cells.cells().all(|c| c.is_empty() || c == first);
            (named || alone()).then_some(Heading { criterion: None })
        }
        Label::Criterion(number) => {
            let known = named && row.context().is_criterion(number);
            known.then_some(Heading { criterion: Some(number) })
        }
    }
}

/// Whether a row right below the header holds the letters or numbers of the columns.
pub(super) fn is_of_letters(row: TableRow) -> bool {
    are_letters(row.cells, row.header().width)
}

/// Whether a cell holds words and no value.
fn is_words(cell: &str) -> bool {
    cell.contains(char::is_alphabetic) && !cell::is_value(cell)
}

/// The label that a cell begins with, and what follows it.
fn label(cell: &str) -> Option<(Label, &str)> {
    let end = cell.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(cell.len());
    let (first, rest) = cell.split_at(end);
    let after = |rest: &'_ str| -> usize {
        rest.len()
            - rest.trim_start_matches(|c: char| ".:)-–".contains(c) || c.is_whitespace()).len()
    };
    let parted = rest.is_empty() || after(rest) > 0;
    if parted && (is_roman(first) || first.len() == 1 && first.as_bytes()[0].is_ascii_uppercase()) {
        return Some((Label::Group, &rest[after(rest)..]));
    }
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    let (prefix, numbered) = cell.split_at(start);
    if !prefix.is_empty() {
        let words = ["TC", "tiêu chí", "tiêu chí số"];
        fold::find(prefix, words.into_iter().map(|word| (word, ())))?;
    }
    let end = numbered.find(|c: char| !c.is_ascii_digit()).unwrap_or(numbered.len());
    let (number, rest) = numbered.split_at(end);
    let gap = after(rest);
    // `1.1.1` and `2/3` are no numbers of criteria.
    let parted =
        rest.is_empty() || gap > 0 && !rest[gap..].starts_with(|c: char| c.is_ascii_digit());
    let number = number.parse().ok().filter(|_| parted)?;
    Some((Label::Criterion(number), &rest[gap..]))
}

/// Whether it is a number of Rome up to thirty-nine, in capitals.
fn is_roman(word: &str) -> bool {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = word.bytes().take_while(|b| *b == b'X').count().min(3);
    !word.is_empty() && ONES.contains(&&word[tens..])
}

/// Whether every column has its letter or its number, in their order: `A`, `B`, `1`, `2`;
/// `(1)`, `(2)`, `(3)=(2)/(1)`.
fn are_letters(row: &Row, width: usize) -> bool {
    let (mut letters, mut numbers, mut bare) = (0, 0, true);
    for place in 0..width {
        let cell = row.cell(place);
        bare &= !cell.starts_with('(');
        let (cell, formula) = cell.split_once('=').unwrap_or((cell, ""));
        if !formula.chars().all(|c| c.is_ascii_digit() || " ()/:x*+-.%".contains(c)) {
            return false;
        }
        let cell = cell.trim().trim_matches(['(', ')', '[', ']']);
        let letter = |at: u8| cell.eq_ignore_ascii_case(&char::from(b'A' + at).to_string());
        if numbers == 0 && letters < 26 && letter(letters) {
            letters += 1;
        } else if cell == (numbers + 1).to_string() {
            numbers += 1;
        } else {
            return false;
        }
    }
    // Two bare numbers may be a row of data.
    row.len() <= width && (letters > 0 || !bare || numbers > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_number_groups_and_criteria() {
        for (cell, rest) in
            [("I", ""), ("IV. Văn hóa", "Văn hóa"), ("A", ""), ("B) Kinh tế", "Kinh tế")]
        {
            assert_eq!(label(cell), Some((Label::Group, rest)), "{cell}");
        }
        for (cell, rest) in [
            ("1", ""),
            ("1.", ""),
            ("1. Quy hoạch", "Quy hoạch"),
            ("Tiêu chí số 1: Quy hoạch", "Quy hoạch"),
        ] {
            assert_eq!(label(cell), Some((Label::Criterion(1), rest)), "{cell}");
        }
        for cell in ["1.1.1", "2/3", "IIII", "Quy hoạch", "Xã", "i. x", "", "2a", "Đ"] {
            assert_eq!(label(cell), None, "{cell}");
        }
    }
}
