//! What the rows of a table show of its form, which is known only once all are read:
//! how wide they are beside the header, and whether the last one was cut.

use super::header::Header;
use super::separator;
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// What was seen of the rows of data.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TableShape {
    rows: usize,
    /// The fewest and the most cells of a row.
    widths: Option<(usize, usize)>,
    /// Rows with something in cells beyond the header.
    surplus: usize,
    /// Rows that another delimiter splits, and which.
    pub(super) foreign: usize,
    other: Option<u8>,
    /// Rows with a fault in their cells.
    faulty: usize,
    /// The fault of the first of them, and whether others have another.
    fault: Option<(Code, Option<&'static str>)>,
    mixed: bool,
    /// Rows without a value in its column but with one under a column that is not read.
    pub(super) misplaced: usize,
    /// Whether a number has a decimal mark: a point, or a comma in quotes.
    pub(super) decimals: bool,
    /// Whether behind such a number stand digits.
    pub(super) numbered: bool,
    /// The last row, where its line does not end: its line and how many cells it has.
    pub(super) cut: Option<(u64, usize)>,
}

/// What is wrong with the form of a table: it is read again with this in mind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flaws {
    /// No row may have more cells.
    pub(super) width: Option<usize>,
    /// The last row, of which a part is lost.
    pub(super) cut: Option<u64>,
    pub(super) header: Option<HeaderFlaw>,
}

/// Why no row can be read under the header.
#[derive(Clone, Copy, Debug)]
pub(super) enum HeaderFlaw {
    /// Every row has so many cells, and the header another number.
    Cells(usize),
    /// The rows are split by another delimiter than the header.
    Delimiter { header: u8, rows: u8 },
}

impl HeaderFlaw {
    pub(super) fn message_and_hint(self, columns: usize) -> (Text, Text) {
        match self {
            HeaderFlaw::Cells(cells) => {
                (text::header_of_other_width(columns, cells), text::mend_header())
            }
            HeaderFlaw::Delimiter { header, rows } => {
                let (header, rows) = (separator::sign(header), separator::sign(rows));
                (text::header_split_otherwise(header, rows), text::one_delimiter(header))
            }
        }
    }
}

impl TableShape {
    /// A row of data that has so many cells.
    pub(super) fn see(&mut self, cells: usize) {
        self.rows += 1;
        let (least, most) = self.widths.unwrap_or((cells, cells));
        self.widths = Some((least.min(cells), most.max(cells)));
    }

    /// A row with something in cells beyond the header.
    pub(super) fn see_surplus(&mut self, cells: usize) {
        self.see(cells);
        self.surplus += 1;
    }

    /// A row that another delimiter splits.
    pub(super) fn see_foreign(&mut self, delimiter: u8) {
        self.rows += 1;
        self.foreign += 1;
        self.other = Some(delimiter);
    }

    /// What is wrong with the cells of a row.
    pub(super) fn see_faults(&mut self, problems: &[Problem]) {
        let mut faults = problems.iter().filter(|problem| problem.is_error()).peekable();
        self.faulty += usize::from(faults.peek().is_some());
        for problem in faults {
            let fault = (problem.code, problem.place.column);
            self.mixed |= *self.fault.get_or_insert(fault) != fault;
        }
    }

    pub(super) fn or(self, other: TableShape) -> TableShape {
        let widths = match (self.widths, other.widths) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, other) => one.or(other),
        };
        let differ = self.fault.is_some() && other.fault.is_some() && self.fault != other.fault;
        TableShape {
            rows: self.rows + other.rows,
            widths,
            surplus: self.surplus + other.surplus,
            foreign: self.foreign + other.foreign,
            other: self.other.or(other.other),
            faulty: self.faulty + other.faulty,
            fault: self.fault.or(other.fault),
            mixed: self.mixed || other.mixed || differ,
            misplaced: self.misplaced + other.misplaced,
            decimals: self.decimals || other.decimals,
            numbered: self.numbered || other.numbered,
            cut: self.cut.or(other.cut),
        }
    }

    /// What is wrong with the form, if anything is.
    pub(super) fn flaws(&self, header: &Header, delimiter: u8) -> Option<Flaws> {
        if self.foreign > 0 && self.foreign == self.rows {
            let rows = self.other?;
            let header = Some(HeaderFlaw::Delimiter { header: delimiter, rows });
            return Some(Flaws { header, ..Flaws::default() });
        }
        let (least, most) = self.widths?;
        if let Some(cells) = self.misfit(header) {
            let header = Some(HeaderFlaw::Cells(cells));
            return Some(Flaws { header, ..Flaws::default() });
        }
        // Where all rows have them, empty cells at the end are a program's habit.
        let width = header.width.max(least);
        let cut = self.cut.filter(|(_, cells)| *cells < least).map(|(line, _)| line);
        let flaws = Flaws { width: (most > width).then_some(width), cut, header: None };
        (flaws.width.is_some() || flaws.cut.is_some()).then_some(flaws)
    }

    /// How many cells all rows have, where it is not what the header has and they cannot be
    /// read under it for that.
    fn misfit(&self, header: &Header) -> Option<usize> {
        let columns = header.width;
        let (least, most) = self.widths?;
        let alike = least == most && most != columns && self.rows > 1;
        // Rows may leave out empty cells at their end, and faults of one kind are their own:
        // it is the header's only where it has a column that is not read, or all are faulty.
        let extra = header.others().count() + header.nameless.len();
        let likely = most > columns || extra >= columns - most;
        let many = likely && 2 * self.faulty > self.rows;
        let all = self.faulty == self.rows;
        // No id in its place in any row: the columns stand elsewhere.
        let no_id = self.fault.is_some_and(|(code, _)| code == Code::UnknownIndicator);
        let shifted = self.mixed && (many || (all && self.rows > 4)) || (all && likely && no_id);
        let unfit = 2 * self.surplus > self.rows || shifted || 2 * self.misplaced > self.rows;
        (alike && unfit).then_some(most)
    }
}
