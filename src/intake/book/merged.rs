//! Merged cells: what stands in one holds for all that it covers.

use std::collections::BTreeSet;

use super::super::indicator;
use super::cell::SheetCell;
use super::refused::Refused;
use super::sheet::{MOST_CELLS, Merged, Sheet, SheetRow, line};
use crate::intake::header_names::is_known;
use crate::intake::header_rows::{HeadCell, HeadRow};
use crate::intake::table::CellKind;

/// The most merged cells of a sheet that are looked at.
pub(super) const MOST_MERGED: usize = 10_000;

impl Merged {
    /// `rows` and `columns`: the first and the last, from 0. `None` for a single cell.
    pub(super) fn new(rows: (u32, u32), columns: (u32, u32)) -> Option<Merged> {
        let (rows, columns) =
            ((line(rows.0), line(rows.1)), (columns.0 as usize, columns.1 as usize));
        let larger = rows.0 < rows.1 || columns.0 < columns.1;
        let ordered = rows.0 <= rows.1 && columns.0 <= columns.1;
        (larger && ordered).then_some(Merged { rows, columns })
    }

    fn covers(&self, column: usize) -> bool {
        (self.columns.0..=self.columns.1).contains(&column)
    }

    fn is_tall(&self) -> bool {
        self.rows.0 < self.rows.1
    }
}

/// The columns of a table, as merged cells concern them.
pub(in crate::intake) struct Places {
    /// Those that say what a row is of, and what is said besides.
    pub(in crate::intake) context: Vec<usize>,
    /// The value, the numerator and the denominator.
    pub(in crate::intake) values: Vec<usize>,
    /// The column of the indicators.
    pub(in crate::intake) indicator: Option<usize>,
}

impl Places {
    fn known(&self) -> impl Iterator<Item = usize> {
        self.context.iter().chain(&self.values).copied()
    }
}

impl Sheet {
    /// The first rows, with the columns that their merged cells cover.
    pub(in crate::intake) fn head_rows(&self, most: usize) -> Vec<HeadRow> {
        let rows = self.rows.iter().take(most);
        let mut rows: Vec<HeadRow> = rows.map(SheetRow::as_head).collect();
        let last = rows.last().map_or(0, |row| row.line);
        for merged in self.merged.iter().filter(|merged| merged.rows.0 <= last) {
            let start = rows.partition_point(|row| row.line < merged.rows.0);
            for row in rows[start..].iter_mut().take_while(|row| row.line <= merged.rows.1) {
                let own = row.line == merged.rows.0;
                let width = merged.columns.1 + 1;
                row.cells.resize(row.cells.len().max(width), HeadCell::default());
                for cell in &mut row.cells[merged.columns.0..width] {
                    cell.covers = 1;
                }
                row.cells[merged.columns.0].covers = if own { width - merged.columns.0 } else { 1 };
            }
        }
        rows
    }

    /// Repeats what stands in merged cells in each row and each column of the context that
    /// they cover, below the header; returns how many cells those are.
    pub(in crate::intake) fn spread_merged(&mut self, above: usize, context: &[usize]) -> usize {
        let Some(header) = self.rows.get(above).map(|row| row.line) else {
            return 0;
        };
        let (mut count, mut blocks) = (0, std::mem::take(&mut self.merged));
        blocks.sort_by_key(|merged| (merged.rows.0, merged.columns.0));
        for merged in blocks.iter().filter(|merged| merged.rows.0 > header) {
            // What stands in a value or in no column of the table says nothing of others.
            if !context.contains(&merged.columns.0) {
                continue;
            }
            let columns = context.iter().copied().filter(|column| merged.covers(*column));
            count += usize::from(self.spread(merged, &columns.collect::<Vec<_>>()));
        }
        self.merged = blocks;
        count
    }

    /// Whether there was something to spread.
    fn spread(&mut self, merged: &Merged, columns: &[usize]) -> bool {
        let (first, column) = (merged.rows.0, merged.columns.0);
        let start = self.rows.partition_point(|row| row.line < first);
        let top = self.rows.get(start).filter(|row| row.line == first);
        let cell = top.and_then(|row| row.cells.get(column)).cloned();
        let Some(mut cell) = cell.filter(|cell| !cell.is_nothing()) else {
            return false;
        };
        // What is wrong with it is told once.
        if cell.kind.is_flaw() {
            cell.kind = CellKind::Covered;
        }
        let end = self.rows.partition_point(|row| row.line <= merged.rows.1);
        let rows = &mut self.rows[start..end];
        let mut spread = 0;
        for row in rows {
            for place in columns {
                if (row.line, *place) != (first, column) {
                    *row.cell_mut(*place) = cell.clone();
                    spread += 1;
                }
            }
        }
        spread > 0
    }

    /// Marks the merged cells of which nobody knows what they give a value to: those of a
    /// value over several rows or over another column of the table, and those of the
    /// context that lie over a value. A heading across the table is none, nor is what
    /// signs it.
    pub(in crate::intake) fn mark_merged_values(&mut self, above: usize, places: &Places) {
        let Some(header) = self.rows.get(above).map(|row| row.line) else {
            return;
        };
        let below = self.merged.iter().filter(|merged| merged.rows.0 > header);
        let last = self.last_indicator(places);
        let doubtful = below.filter(|merged| {
            let start = merged.columns.0;
            let mut others = places.known().filter(|column| *column > start);
            let covered = places.values.iter().any(|column| merged.covers(*column));
            let heading = places.indicator.is_some_and(|place| merged.covers(place));
            let doubtful = if places.values.contains(&start) {
                merged.is_tall() || others.any(|column| merged.covers(column))
            } else {
                covered && !heading
            };
            doubtful && self.tells(merged, places, last)
        });
        let doubtful: Vec<Merged> = doubtful.copied().collect();
        for merged in doubtful {
            let top = (merged.rows.0, merged.columns.0);
            let first = self.rows.partition_point(|row| row.line < merged.rows.0);
            for row in self.rows[first..].iter_mut().take_while(|row| row.line <= merged.rows.1) {
                for column in places.values.iter().filter(|column| merged.covers(**column)) {
                    row.cell_mut(*column).kind = CellKind::Covered;
                }
                if row.line == top.0 {
                    row.cell_mut(top.1).kind = CellKind::Merged;
                }
            }
        }
    }

    /// Marks the verdicts that are merged over the rows of several indicators of one
    /// criterion or over those of one, once the ids are spread; those over several criteria
    /// are emptied.
    pub(in crate::intake) fn mark_spanning(&mut self, above: usize, verdicts: usize, ids: usize) {
        let Some(header) = self.rows.get(above).map(|row| row.line) else {
            return;
        };
        let tall = |merged: &&Merged| merged.is_tall() && merged.rows.0 > header;
        let blocks: Vec<Merged> = self.merged.iter().filter(tall).copied().collect();
        for merged in blocks.iter().filter(|merged| merged.columns.0 == verdicts) {
            let start = self.rows.partition_point(|row| row.line < merged.rows.0);
            let end = self.rows.partition_point(|row| row.line <= merged.rows.1);
            let cells = self.rows[start..end].iter().filter_map(|row| row.cells.get(ids));
            let of: BTreeSet<_> =
                cells.filter_map(|cell| indicator::parse_indicator(&cell.text)).collect();
            let criteria: BTreeSet<u16> = of.iter().map(|id| id.criterion).collect();
            let top = self.rows.get_mut(start).filter(|row| row.line == merged.rows.0);
            let Some(cell) = top.and_then(|row| row.cells.get_mut(verdicts)) else {
                continue;
            };
            match (criteria.len(), of.len()) {
                (0 | 1, _) if cell.kind.is_flaw() => {}
                (0 | 1, 0 | 1) => cell.kind = CellKind::OverParts,
                (1, _) => cell.kind = CellKind::Spanning,
                _ => *cell = SheetCell::default(),
            }
        }
    }

    /// Empties the cells that a merged one covers: what they hold is not seen. Refuses
    /// merged cells of more than a sheet can have.
    pub(super) fn clear_covered(&mut self) -> Result<(), Refused> {
        let mut left = MOST_CELLS;
        for merged in &self.merged {
            let start = self.rows.partition_point(|row| row.line < merged.rows.0);
            let end = self.rows.partition_point(|row| row.line <= merged.rows.1);
            for row in &mut self.rows[start..end] {
                let width = merged.columns.1.min(row.cells.len()) + 1
                    - merged.columns.0.min(row.cells.len());
                left = left.checked_sub(width).ok_or(Refused::TooLarge)?;
                let cells = row.cells.iter_mut().enumerate().skip(merged.columns.0);
                for (column, cell) in cells.take_while(|(column, _)| *column <= merged.columns.1) {
                    if (row.line, column) != (merged.rows.0, merged.columns.0) {
                        *cell = SheetCell::default();
                    }
                }
            }
        }
        Ok(())
    }

    /// The last line with an id, be it merged over the lines above; below it no row is of an
    /// indicator.
    fn last_indicator(&self, places: &Places) -> u64 {
        let Some(ids) = places.indicator else { return u64::MAX };
        let names_one = |row: &&SheetRow| {
            row.cells
                .get(ids)
                .is_some_and(|cell| cell.text.starts_with(|c: char| c.is_ascii_digit()))
        };
        let last = self.rows.iter().rev().find(names_one).map_or(u64::MAX, |row| row.line);
        let over = self.merged.iter().filter(|merged| merged.covers(ids) && merged.rows.0 == last);
        over.map(|merged| merged.rows.1).max().unwrap_or(last)
    }

    /// Whether a merged cell holds something, and lies in rows of indicators, of which the
    /// last is given, or is a value by itself.
    fn tells(&self, merged: &Merged, places: &Places, last: u64) -> bool {
        let start = self.rows.partition_point(|row| row.line < merged.rows.0);
        let end = self.rows.partition_point(|row| row.line <= merged.rows.1);
        let rows = &self.rows[start..end];
        let filled = |row: &SheetRow, place: usize| {
            row.cells.get(place).is_some_and(|cell| !cell.is_nothing())
        };
        let top = rows.first().filter(|row| row.line == merged.rows.0);
        let Some(top) = top.filter(|row| filled(row, merged.columns.0)) else {
            return false;
        };
        let text = &top.cells[merged.columns.0].text;
        let value = super::super::word::parse_word(text).is_some()
            || text.starts_with(|c: char| c.is_ascii_digit());
        // The header may stand again among the rows.
        let is_header = |row: &SheetRow, place: usize| is_known(&row.cells[place].text);
        let of_data = |row: &SheetRow, place: usize| filled(row, place) && !is_header(row, place);
        let named =
            places.indicator.is_some_and(|place| rows.iter().any(|row| of_data(row, place)));
        value || named && merged.rows.0 <= last
    }
}
