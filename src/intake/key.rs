//! Whose a row is, of what, and where it is kept.

use std::ops::Range;

use super::voice::Voice;
use crate::law::Level;
use crate::period::Period;

/// Whose row it is, and of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct RowKey {
    pub(super) period: Period,
    pub(super) commune: usize,
    pub(super) level: Level,
    pub(super) voice: Voice,
}

/// Which part of its indicator a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum PartOf {
    /// One that is judged, by its place.
    Judged(usize),
    /// One that is taken for checking only.
    Checked,
    /// All of them: `không áp dụng` with an empty part.
    All,
    /// An empty part where there are several.
    Unsaid,
    /// The same without any value: rows of its parts may follow.
    Heading,
    /// None that the indicator has; told already.
    Unknown,
}

impl PartOf {
    /// The place of the part whose rules the row's value follows.
    pub(super) fn place(self) -> usize {
        match self {
            PartOf::Judged(place) => place,
            _ => 0,
        }
    }

    pub(super) fn covers(self, other: PartOf) -> bool {
        use PartOf::{All, Judged};
        self == other || matches!((self, other), (All, Judged(_)) | (Judged(_), All))
    }
}

/// A slot of a piece of any file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct RowId {
    pub(super) batch: usize,
    pub(super) slot: usize,
}

/// Slots of one piece.
#[derive(Clone, Debug)]
pub(super) struct RowRange {
    pub(super) batch: usize,
    pub(super) slots: Range<usize>,
}

/// What a row is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RowSubject {
    /// Counted from the first line of the piece.
    pub(super) line: u64,
    /// The indicator's place in the law.
    pub(super) indicator: usize,
    pub(super) part: PartOf,
}

/// Who and when a row is of, as far as it says so rightly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) period: Option<Period>,
    pub(super) level: Option<Level>,
    pub(super) voice: Option<Voice>,
    pub(super) commune: Option<usize>,
    /// Whether the cell for the commune is there and empty: then the name of the file or
    /// the sheet says it, unless other rows say it themselves.
    pub(super) unnamed: bool,
}

impl Identity {
    /// Of a row that does not say for certain whose it is.
    pub(super) const NOBODY: Identity =
        Identity { period: None, level: None, voice: None, commune: None, unnamed: false };

    /// What the row is of, when all of it is known.
    pub(super) fn key(&self) -> Option<RowKey> {
        Some(RowKey {
            commune: self.commune?,
            period: self.period?,
            level: self.level?,
            voice: self.voice?,
        })
    }
}
