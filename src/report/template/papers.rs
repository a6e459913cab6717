//! What rows say beyond their values: of when a figure is, and until when its document
//! holds. It is not packed with the values; the rows are read again for it.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::intake::{Quote, Speaks, Submission};
use crate::period;
use crate::problem::Location;

/// What a row says beyond its value and its document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowNotes {
    pub(super) as_of: Option<Date>,
    pub(super) evidence_date: Option<Date>,
    pub(super) valid_until: Option<Date>,
    pub(super) note: String,
}

/// Rows as they were written, by their places.
#[derive(Clone, Debug, Default)]
pub struct WrittenRows(HashMap<RowLocation, RowNotes>);

/// File, sheet and line.
type RowLocation = (String, Option<String>, u64);

/// Where the rows of a submission stand, for [`WrittenRows::from_quotes`].
pub fn to_read(submission: &Submission) -> Vec<Location> {
    places(submission).into_iter().flatten().collect()
}

impl WrittenRows {
    /// What was read again at the places of [`to_read`].
    pub fn from_quotes(quotes: Vec<Quote>) -> WrittenRows {
        let rows = quotes.into_iter().map(|quote| {
            let mut papers = RowNotes::default();
            for cell in &quote.cells {
                let date = || period::parse_date(&cell.text);
                match cell.column {
                    "as_of" => papers.as_of = date(),
                    "evidence_date" => papers.evidence_date = date(),
                    "valid_until" => papers.valid_until = date(),
                    "note" => papers.note.clone_from(&cell.text),
                    _ => {}
                }
            }
            ((quote.file, quote.sheet, quote.line), papers)
        });
        WrittenRows(rows.collect())
    }

    /// What the row of each part says, in the order of the law.
    pub(super) fn papers(&self, submission: &Submission) -> Vec<RowNotes> {
        let find = |place: Option<Location>| {
            let place = place?;
            let sheet = place.sheet.map(|sheet| sheet.name);
            self.0.get(&(place.file, sheet, place.line?)).cloned()
        };
        places(submission).into_iter().map(|place| find(place).unwrap_or_default()).collect()
    }
}

/// Where the own row of each part stands, be it left empty for a lower level's to count.
fn places(submission: &Submission) -> Vec<Option<Location>> {
    let mut places = submission.places();
    for (number, indicator) in submission.law.indicators.iter().enumerate() {
        if submission.borrows(number).is_none() {
            continue;
        }
        places[indicator.parts()].fill(None);
        for row in submission.left_empty(number) {
            if let Speaks::Parts(parts) = row.speaks {
                let first = indicator.first_part;
                places[first + parts.start..first + parts.end].fill(Some(row.place));
            }
        }
    }
    places
}
