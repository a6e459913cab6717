//! Where the header of a table stands: among its first rows, whatever title is above it.

use super::column::Column;
use super::header_names::{self, Meaning};
use super::header_rows::{HeadRow, Heads};
use super::table::{self, Line, MOST_CELLS};
use crate::law::IndicatorId;

/// The header of a text, whose first line is `line`.
pub(super) fn search(text: &str, line: u64, delimiter: u8) -> HeaderSearch {
    let end = memchr::memchr_iter(b'\n', text.as_bytes()).nth(table::TITLE + 2);
    let mut rows = Vec::new();
    table::rows(&text[..end.unwrap_or(text.len())], line, delimiter, |row| {
        if let Line::Row(row) = row {
            rows.push(HeadRow::from_row(&row));
        }
    });
    HeaderSearch::among(&rows)
}

/// Looks for the header among the first rows.
#[derive(Debug, Default)]
pub(super) struct HeaderSearch {
    /// Whether the best row names indicator and value, or one of them, and how many
    /// columns it names.
    best: (bool, bool, usize),
    /// How many rows stand above it.
    pub(super) above: usize,
    /// Where it has its indicators.
    pub(super) indicators: Option<usize>,
    /// The names of its columns.
    pub(super) heads: Heads,
    /// Whether some row names one column alone that a table needs.
    doubtful: bool,
    /// Whether some row holds an indicator's number beside something else.
    pub(super) has_rows: bool,
}

impl HeaderSearch {
    /// Looks at the rows at the top of a table.
    pub(super) fn among(rows: &[HeadRow]) -> HeaderSearch {
        let mut search = HeaderSearch::default();
        for above in 0..rows.len().min(table::TITLE) {
            // The first that names both is the header, whatever the rows below it hold.
            if search.best.0 {
                break;
            }
            search.look_at(&rows[above..], above);
        }
        search.heads = Heads::stack(rows.get(search.above..).unwrap_or_default());
        search
    }

    fn look_at(&mut self, rows: &[HeadRow], above: usize) {
        let texts = || rows[0].cells.iter().map(|cell| cell.text.as_str());
        let several = texts().filter(|cell| !cell.is_empty()).count() > 1;
        self.has_rows |= several && texts().any(|cell| IndicatorId::parse(cell).is_some());
        let heads = Heads::stack(rows);
        let columns = heads.columns.iter().take(MOST_CELLS);
        let columns: Vec<_> = columns.map(|names| header_names::find_whole(names)).collect();
        let place = |column| columns.iter().position(|found| read(*found) == Some(column));
        let words = || columns.iter().position(|found| *found == Some(Meaning::Words));
        let (indicator, value) = (place(Column::Indicator), place(Column::Value).is_some());
        let whole = indicator.is_some() && value;
        // The text of the indicators may hold their ids; a title names no two columns.
        let indicators = indicator.or_else(words);
        let known = columns.iter().filter(|found| read(**found).is_some()).count();
        let known = known + usize::from(indicators > indicator);
        let indicator = indicators.is_some();
        let rank = (whole, indicator || value, known);
        if known > 1 && rank > self.best {
            self.best = rank;
            (self.above, self.indicators) = (above, indicators);
        }
        if self.best.2 == 0 && (indicator || value) && several && !self.doubtful {
            self.doubtful = true;
            (self.above, self.indicators) = (above, indicators);
        }
    }

    /// Whether a row names indicator and value.
    pub(super) fn is_whole(&self) -> bool {
        self.best.0
    }

    /// Whether some row looks like a header, be it an unhappy one.
    pub(super) fn is_found(&self) -> bool {
        self.best.1 || self.doubtful
    }
}

/// The column that is read by this meaning.
fn read(meaning: Option<Meaning>) -> Option<Column> {
    match meaning? {
        Meaning::Read(column, _) => Some(column),
        Meaning::Words | Meaning::Unread | Meaning::Otherwise(_) => None,
    }
}
