//! What was read of one piece of a file, and of a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::batch::{Batch, KeyedRange};
use super::claim::Claim;
use super::finding::Finding;
use super::fractions::Fractions;
use super::header::Header;
use super::quoted::PendingQuote;
use super::repair::Repairs;
use super::unread::UnreadWords;
use super::value::ConventionSigns;
use super::voice::Voice;
use crate::law::Level;
use crate::period::Period;
use crate::problem::Problem;

impl PieceFinding {
    /// A problem that is of no row's data.
    pub(super) fn of_file(problem: Problem) -> PieceFinding {
        PieceFinding { finding: Finding::of_file(problem), slot: None, once: false }
    }
}

/// What was read of one piece of a file.
#[derive(Debug, Default)]
pub(super) struct PieceRead {
    pub(super) header: Arc<Header>,
    /// The sheet of a workbook.
    pub(super) sheet: Option<Arc<str>>,
    /// Which of the headers it was read by, where a table has several.
    pub(super) group: usize,
    /// The line it begins on.
    pub(super) line: u64,
    pub(super) rows: usize,
    /// How many of them are of other periods than the one picked.
    pub(super) unpicked: BTreeMap<Period, usize>,
    pub(super) batch: Batch,
    pub(super) runs: Vec<KeyedRange>,
    pub(super) found: Vec<PieceFinding>,
    pub(super) repairs: Repairs,
    /// Shares that may be fractions, until the file is read.
    pub(super) fractions: Fractions,
    /// Whether another header breaks the table off.
    pub(super) broken_off: bool,
    /// Whether some row fills the cell of its commune.
    pub(super) names_commune: bool,
    /// What few pieces have: there may be thousands.
    pub(super) extras: Option<Box<PieceExtras>>,
}

impl PieceRead {
    /// Whether it begins its file or sheet.
    pub(super) fn is_first(&self) -> bool {
        self.line <= 1
    }

    /// How many rows are of the period picked, where one is.
    pub(super) fn picked(&self) -> usize {
        self.rows.saturating_sub(self.unpicked.values().sum())
    }

    /// Whether both are of one table and were read by the same header.
    pub(super) fn is_with(&self, other: &PieceRead) -> bool {
        self.sheet == other.sheet && self.group == other.group
    }

    pub(super) fn extras(&mut self) -> &mut PieceExtras {
        self.extras.get_or_insert_default()
    }

    /// The rows of a clean copy.
    pub(super) fn copied(&self) -> &[Vec<String>] {
        self.extras.as_ref().map_or(&[], |extras| extras.copied.as_slice())
    }

    /// Takes the rows that were asked for as written.
    pub(super) fn take_quoted(&mut self) -> Vec<PendingQuote> {
        self.extras.as_mut().map(|extras| std::mem::take(&mut extras.quoted)).unwrap_or_default()
    }

    /// How many rows of text stand at the end so far.
    pub(super) fn tail_rows(&self) -> usize {
        self.extras.as_ref().map_or(0, |extras| extras.tail.rows)
    }

    /// Rows of data follow the rows of text.
    pub(super) fn untail(&mut self) {
        if let Some(extras) = &mut self.extras {
            let tail = std::mem::take(&mut extras.tail);
            self.found.extend(tail.found);
            extras.unnamed.extend(tail.unnamed);
            self.names_commune |= tail.names_commune;
        }
    }

    /// Takes the rows of text at the end.
    pub(super) fn take_tail(&mut self) -> ClosingRows {
        self.extras.as_mut().map(|extras| std::mem::take(&mut extras.tail)).unwrap_or_default()
    }
}

/// What is wrong, and with what.
#[derive(Debug)]
pub(super) struct PieceFinding {
    pub(super) finding: Finding,
    /// The slot of the row it is of, where the row is held against others: what Excel
    /// made of a shortened indicator is not told on top.
    pub(super) slot: Option<usize>,
    /// Told once a file, however many rows it concerns.
    pub(super) once: bool,
}

/// What few pieces have.
#[derive(Debug, Default)]
pub(super) struct PieceExtras {
    /// Rows as a clean copy has them, where one is asked for.
    pub(super) copied: Vec<Vec<String>>,
    /// Rows as written, where they are asked for.
    pub(super) quoted: Vec<PendingQuote>,
    /// What is wrong with the rows of text at the end, should rows of data follow.
    pub(super) tail: ClosingRows,
    /// Digits that may be decimals, until the file is read.
    pub(super) doubts: Vec<PieceFinding>,
    /// Rows that leave the cell of their commune empty: right where all do.
    pub(super) unnamed: Vec<RowWithoutCommune>,
    /// What cells say that stand in columns that are not read.
    pub(super) said: UnreadWords,
    /// What rows claim of themselves.
    pub(super) claims: Vec<Claim>,
}

/// A row that leaves the cell of its commune empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowWithoutCommune {
    pub(super) line: u64,
    pub(super) level: Option<Level>,
    pub(super) voice: Option<Voice>,
}

/// Rows of text alone, behind the last row of data: who signs, and when.
#[derive(Debug, Default)]
pub(super) struct ClosingRows {
    pub(super) rows: usize,
    pub(super) found: Vec<PieceFinding>,
    pub(super) unnamed: Vec<RowWithoutCommune>,
    pub(super) names_commune: bool,
    /// The rows of one cell, with their lines: as many as there are rows where it may be the
    /// title of a table that follows.
    pub(super) lines: Vec<(u64, String)>,
}

/// What was read of one file.
#[derive(Debug, Default)]
pub(super) struct FileRead {
    /// Whether it could be opened.
    pub(super) opened: bool,
    pub(super) pieces: Vec<PieceRead>,
    pub(super) repairs: Repairs,
    /// What its numbers show.
    pub(super) seen: ConventionSigns,
}

impl FileRead {
    /// A file of which only this can be said.
    pub(super) fn failed(opened: bool, problem: Problem) -> FileRead {
        let piece =
            PieceRead { found: vec![PieceFinding::of_file(problem)], ..PieceRead::default() };
        FileRead { opened, pieces: vec![piece], ..FileRead::default() }
    }
}
