//! How one file is laid out: each decides for itself.

use std::sync::Arc;

use super::column::Column;
use super::header::Header;
use super::roster::Unknown;
use super::table::Row;
use crate::period::Period;

/// How a file is laid out.
#[derive(Clone)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// The header; of the columns that all rows share, where there are others.
    pub(super) header: Arc<Header>,
    /// The line of the header.
    pub(super) line: u64,
    /// How many rows the header has.
    pub(super) height: usize,
    /// The headers of the communes or months that the table has columns of results for.
    pub(super) across: Vec<Arc<Header>>,
    /// What is wrong with those columns.
    pub(super) faults: Vec<Fault>,
    /// The lines of the title above the header.
    pub(super) titles: Arc<[String]>,
}

/// So many letters of a line of a title are looked at.
pub(super) const LONGEST_TITLE: usize = 300;

/// A row above the header as a line of the title, each cell once.
pub(super) fn title_line(row: &Row) -> String {
    let mut cells: Vec<&str> = row.cells().filter(|cell| !cell.is_empty()).collect();
    cells.dedup();
    cells.join(" ").chars().take(LONGEST_TITLE).collect()
}

/// What is wrong with a column of a commune or month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) line: u64,
    pub(super) place: usize,
    pub(super) written: String,
    pub(super) why: Why,
}

/// Why a column of a commune or month cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// An earlier column of this name is of the same commune or month.
    Twice(Column, String),
    NoCommune(Unknown, Option<Period>),
    NoYear,
    /// It is of another month than the one due.
    OtherMonth(Period),
    /// It is not known what it holds of its commune or month, or it is no result.
    NotRead,
    /// Its commune or month has no column of values.
    NoValue,
    /// The table has a column of the usual kind too, of this name.
    Besides(Column, String),
}

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            delimiter: b',',
            header: Arc::default(),
            line: 0,
            height: 1,
            across: Vec::new(),
            faults: Vec::new(),
            titles: Arc::default(),
        }
    }
}

impl Layout {
    /// The headers by which rows are read: one, where the table is no table across.
    pub(super) fn headers(&self) -> &[Arc<Header>] {
        match &self.across[..] {
            [] => std::slice::from_ref(&self.header),
            across => across,
        }
    }

    /// The places of values, numerators and denominators.
    pub(super) fn results(&self) -> Vec<usize> {
        self.headers().iter().flat_map(|header| header.own_results()).collect()
    }

    /// Takes the ids from one of the columns in which they may stand.
    pub(super) fn set_ids(&mut self, place: usize) {
        Arc::make_mut(&mut self.header).set_ids(place);
        self.across.iter_mut().for_each(|header| Arc::make_mut(header).set_ids(place));
    }

    /// The layout of the table as the column of one commune or month alone has it.
    pub(super) fn of_one(&self, index: usize) -> Layout {
        Layout { header: Arc::clone(&self.headers()[index]), ..self.clone() }
    }
}
