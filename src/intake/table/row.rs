//! A row of cells, of a text or of a sheet.

use std::ops::Range;

use crate::fold;

/// A row of cells.
pub(in crate::intake) struct Row<'r> {
    /// The line it begins on, from 1.
    pub(in crate::intake) line: u64,
    pub(super) text: &'r str,
    pub(super) cells: &'r [Span],
    pub(super) unquoted: bool,
    /// Whether its line ends, and not the file before it.
    pub(in crate::intake) ended: bool,
    /// How a sheet holds its cells; empty for text.
    pub(super) kinds: &'r [CellKind],
}

/// Where a cell begins and ends.
pub(in crate::intake) type Span = (usize, usize);

impl<'r> Row<'r> {
    /// A row of a sheet.
    pub(in crate::intake) fn of_sheet(
        line: u64,
        text: &'r str,
        cells: &'r [Span],
        kinds: &'r [CellKind],
    ) -> Row<'r> {
        Row { line, text, cells, unquoted: true, ended: true, kinds }
    }

    /// How a sheet holds the cell at `place`; in a text file everything is text.
    pub(in crate::intake) fn kind(&self, place: usize) -> CellKind {
        self.kinds.get(place).copied().unwrap_or_default()
    }

    /// The cell at `place`, without surrounding blanks; empty where the row ends
    /// before it.
    pub(in crate::intake) fn cell(&self, place: usize) -> &'r str {
        let cell = self.cells.get(place).map(|(start, end)| &self.text[*start..*end]);
        fold::trim(cell.unwrap_or_default())
    }

    pub(in crate::intake) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(in crate::intake) fn cells(&self) -> impl Iterator<Item = &'r str> {
        let (row, len) = (Row { ..*self }, self.len());
        (0..len).map(move |place| row.cell(place))
    }

    /// All that its cells hold, with the delimiters between those that are not quoted.
    pub(in crate::intake) fn whole(&self) -> &'r str {
        let ends = self.cells.first().zip(self.cells.last());
        ends.map_or("", |(first, last)| &self.text[first.0..last.1])
    }

    /// Its cells, parted by a delimiter: as it is written, but for quotes and blanks.
    pub(in crate::intake) fn joined(&self, delimiter: u8) -> String {
        let cells: Vec<&str> = self.cells().collect();
        cells.join(&char::from(delimiter).to_string())
    }

    /// Whether it was taken out of quotes.
    pub(in crate::intake) fn is_unquoted(&self) -> bool {
        self.unquoted
    }

    /// The row as written; `None` where quotes were taken off.
    pub(in crate::intake) fn as_written(&self) -> Option<&'r str> {
        (!self.unquoted && !self.cells.is_empty()).then(|| self.whole())
    }

    /// Where the cell at `place` stands in the row as written.
    pub(in crate::intake) fn span(&self, place: usize) -> Option<Range<usize>> {
        let (start, end) = *self.cells.get(place)?;
        let first = self.cells.first()?.0;
        Some(start - first..end - first)
    }

    pub(in crate::intake) fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

/// How a sheet holds a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) enum CellKind {
    /// Text, or a word for yes and no.
    #[default]
    Text,
    /// A number: its text is in the plain decimals of machines, with what is shown behind
    /// it.
    Number,
    /// A number that is shown in percent, likewise, with the sign behind it.
    Percent,
    /// A day: its text is as ISO has it.
    Day,
    /// A formula that nobody computed.
    NotComputed,
    /// A number or a text of which something else is shown, or nothing.
    Unsure,
    /// A zero, of which the sheet shows nothing.
    HiddenZero,
    /// Words of it are struck out, or digits stand above or below the line.
    Struck,
    /// Merged with others, so that nobody knows what it is of.
    Merged,
    /// Below such a cell.
    Covered,
    /// A verdict over several indicators.
    Spanning,
    /// A verdict over the rows of one indicator.
    OverParts,
}

impl CellKind {
    /// Whether the cell cannot be read for certain.
    pub(in crate::intake) fn is_flaw(self) -> bool {
        use CellKind::{Covered, HiddenZero, Merged, NotComputed, Struck, Unsure};
        matches!(self, NotComputed | Unsure | HiddenZero | Struck | Merged | Covered)
    }
}
