//! The rows of a header, one below the other: what stands over several columns is a part of
//! the name of each.

use super::header_names::{self, HeadName, Meaning};
use super::header_time::Month;
use super::table::Row;
use super::word::{self, Word};
use super::{cell, indicator};
use crate::law::Level;

/// A header has no more rows.
const MOST_ROWS: usize = 3;

/// A row at the top of a table, which may be one of its header.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadRow {
    pub(super) line: u64,
    /// How many cells it has, without the empty ones that merged cells cover.
    pub(super) width: usize,
    pub(super) cells: Vec<HeadCell>,
}

/// A cell of such a row.
#[derive(Clone, Debug, Default)]
pub(super) struct HeadCell {
    pub(super) text: String,
    /// How many columns a merged cell covers, from this one on; 0 for one that is not merged,
    /// of which it is not known whether it stands over the empty ones behind it.
    pub(super) covers: usize,
}

/// The names of the columns of a header, each from above to below.
#[derive(Clone, Debug, Default)]
pub(super) struct Heads {
    pub(super) columns: Vec<Vec<HeadName>>,
    /// The cells of its rows.
    pub(super) rows: Vec<Vec<String>>,
    /// The column of the merged cell that stands over a column, by the column.
    merged: Vec<Option<usize>>,
}

impl HeadRow {
    pub(super) fn from_row(row: &Row) -> HeadRow {
        let cell = |text: &str| HeadCell { text: text.to_owned(), covers: 0 };
        HeadRow { line: row.line, width: row.len(), cells: row.cells().map(cell).collect() }
    }

    fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// The column of the cell that stands over each column. One that is not merged stands over
    /// the empty ones behind it, as far as one cell of the row above does.
    fn owners(&self, above: Option<&[Option<usize>]>, width: usize) -> Vec<Option<usize>> {
        let mut owners = vec![None; width];
        for column in 0..width {
            let covers = self.cells.get(column).map_or(0, |cell| cell.covers);
            if !self.text(column).is_empty() {
                let end = (column + covers.max(1)).min(width);
                owners[column..end].fill(Some(column));
            } else if covers == 0 && owners[column].is_none() && column > 0 {
                let open = |owner: &usize| self.cells[*owner].covers == 0;
                let under_one = above.is_none_or(|above| {
                    above[column].is_some() && above[column] == above[column - 1]
                });
                owners[column] = owners[column - 1].filter(open).filter(|_| under_one);
            }
        }
        owners
    }

    fn names_a_column(&self) -> bool {
        self.cells.iter().any(|cell| header_names::find(&cell.text).is_some())
    }
}

impl Heads {
    /// A header of one row.
    pub(super) fn of_row(row: &Row) -> Heads {
        let name = |text: &str| match text {
            "" => Vec::new(),
            text => vec![HeadName { line: row.line, text: text.to_owned() }],
        };
        let rows = vec![row.cells().map(str::to_owned).collect()];
        Heads { columns: row.cells().map(name).collect(), rows, merged: Vec::new() }
    }

    /// The header that begins with the first of these rows.
    pub(super) fn stack(rows: &[HeadRow]) -> Heads {
        let Some(first) = rows.first() else { return Heads::default() };
        let most = rows.iter().take(MOST_ROWS).map(|row| row.cells.len()).max();
        let mut layers = vec![Layer { row: first, owners: first.owners(None, most.unwrap_or(0)) }];
        if first.names_a_column() {
            for (above, row) in rows.iter().zip(&rows[1..]).take(MOST_ROWS - 1) {
                if row.line != above.line + 1 || !goes_on(&layers, row) {
                    break;
                }
                let above = layers.last().map(|layer| layer.owners.as_slice());
                let owners = row.owners(above, most.unwrap_or(0));
                layers.push(Layer { row, owners });
            }
        }
        let width = layers.iter().map(|layer| layer.row.width).max().unwrap_or(0);
        let columns = (0..width).map(|column| names(&layers, column)).collect();
        let texts = |row: &HeadRow| row.cells.iter().map(|cell| cell.text.clone()).collect();
        let merged = |column: usize| {
            let over = |layer: &Layer| layer.owners.get(column).copied().flatten();
            let over = layers.iter().rev().find_map(over);
            over.filter(|over| *over != column && first.cells[*over].covers > 1)
        };
        let merged = (0..width).map(merged).collect();
        Heads { columns, rows: layers.iter().map(|layer| texts(layer.row)).collect(), merged }
    }

    /// The column of the merged cell that stands over a column, where it is another.
    pub(super) fn merged_over(&self, column: usize) -> Option<usize> {
        self.merged.get(column).copied().flatten()
    }

    /// How many rows it has.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// All that stands in it.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().map(String::as_str)
    }
}

/// A row of the header, with the column of the cell over each of its columns.
struct Layer<'r> {
    row: &'r HeadRow,
    owners: Vec<Option<usize>>,
}

/// The name of a column: its own cells, and above each what stands over it.
fn names(layers: &[Layer], column: usize) -> Vec<HeadName> {
    let own = |layer: &Layer| !layer.row.text(column).is_empty();
    let Some(lowest) = layers.iter().rposition(own) else { return Vec::new() };
    let mut names: Vec<HeadName> = Vec::new();
    for Layer { row, owners } in &layers[..=lowest] {
        let text = owners[column].map_or("", |owner| row.text(owner));
        // A cell that is merged downwards may be written in each row.
        if !text.is_empty() && names.last().is_none_or(|above| above.text != text) {
            names.push(HeadName { line: row.line, text: text.to_owned() });
        }
    }
    names
}

/// Whether a row goes on with the header above it: it names columns under a cell that stands
/// over several, and holds nothing that a row of data does.
fn goes_on(above: &[Layer], row: &HeadRow) -> bool {
    let filled = || (0..row.cells.len()).filter(|column| !row.text(*column).is_empty());
    let words = || filled().filter_map(|column| word::parse_word(row.text(column)));
    let yes = words().any(|word| matches!(word, Word::Yes { .. }));
    let no = words().any(|word| matches!(word, Word::No { .. } | Word::None));
    let mut parts_one = false;
    for column in filled() {
        let text = row.text(column);
        let owner = |layer: &Layer| layer.owners.get(column).copied().flatten();
        let Some((layer, owner)) =
            above.iter().rev().find_map(|layer| Some((layer, owner(layer)?)))
        else {
            continue;
        };
        let over = layer.row.text(owner);
        if over == text {
            continue;
        }
        let parted = layer.owners.iter().filter(|other| **other == Some(owner)).count() > 1;
        let named = header_names::find(text).is_some();
        if holds_ids(over) && !(parted && named) {
            return false;
        }
        let verdict = yes && no && text.chars().count() > 1 && word::parse_word(text).is_some();
        if !named && !verdict && Month::read(text).is_none() && holds_data(text) {
            return false;
        }
        parts_one |= parted;
    }
    parts_one
}

/// Whether a column of this name may hold the ids of the indicators or their words.
fn holds_ids(name: &str) -> bool {
    let found = header_names::find(name);
    let found = found.or_else(|| Some(header_names::find_beginning(name)?.meaning));
    found.is_some_and(Meaning::is_of_ids)
}

/// Whether a cell is one of data: an id, a value or a level; a commune's code is none.
fn holds_data(text: &str) -> bool {
    let is_code = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    let is_data = indicator::parse_indicator(text).is_some() || cell::is_value(text);
    !is_code && (is_data || Level::parse(text).is_some())
}
