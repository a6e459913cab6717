//! What is not only to be met but to be named: the field in which a commune stands out.

use std::collections::BTreeMap;

use crate::analysis::explain;
use crate::intake::{Quote, RowStatus, Submission};
use crate::problem::Location;
use crate::score::{Scorecard, Status};

/// What a set asks to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The indicator, by its place in the law.
    pub indicator: usize,
    /// What is to be named, as the set says it.
    pub what: String,
    /// Whether it is met.
    pub status: Status,
    /// The name that the row's note gives; `None` where it is not met or gives none.
    pub name: Option<String>,
}

/// The places of the rows whose notes are to be read: those of indicators of which
/// something is to be named. Where the places of rows were kept.
pub fn to_quote<'s>(submissions: impl IntoIterator<Item = &'s Submission>) -> Vec<Location> {
    let of = |submission: &'s Submission| {
        let all = submission.law.indicators.iter().enumerate();
        let named = all.filter(|(_, indicator)| indicator.named.is_some());
        let named: Vec<usize> = named.map(|(place, _)| place).collect();
        explain::places(submission, &named)
    };
    submissions.into_iter().flat_map(of).collect()
}

/// Rows as written, by file, sheet and line.
pub(super) type ByPlace<'q> = BTreeMap<(&'q str, Option<&'q str>, u64), &'q Quote>;

/// Rows as written, to be found by their places.
pub(super) fn by_place(quotes: &[Quote]) -> ByPlace<'_> {
    let of = |quote| {
        let Quote { file, sheet, line, .. }: &Quote = quote;
        ((file.as_str(), sheet.as_deref(), *line), quote)
    };
    quotes.iter().map(of).collect()
}

fn key(place: &Location) -> Option<(&str, Option<&str>, u64)> {
    let sheet = place.sheet.as_ref().map(|sheet| sheet.name.as_str());
    Some((place.file.as_str(), sheet, place.line?))
}

/// What a set asks to be named, and what the commune names.
pub(super) fn named(submission: &Submission, card: &Scorecard, quotes: &ByPlace) -> Vec<Named> {
    let all = submission.law.indicators.iter().enumerate();
    let named = all.filter_map(|(indicator, law)| {
        let status = card.indicators[indicator].status;
        let name = || name(submission, indicator, quotes);
        Some(Named {
            indicator,
            what: law.named.clone()?,
            status,
            name: (status == Status::Met).then(name).flatten(),
        })
    });
    named.collect()
}

/// The notes of its rows, which give no name where they are empty or a dash.
fn name(submission: &Submission, indicator: usize, quotes: &ByPlace) -> Option<String> {
    let rows = submission.rows_of(indicator);
    let used = rows.iter().filter(|row| row.fate == RowStatus::Used);
    let quoted = used.filter_map(|row| quotes.get(&key(&row.place)?));
    let notes = quoted.flat_map(|quote| &quote.cells).filter(|cell| cell.column == "note");
    let names =
        notes.map(|cell| cell.text.trim()).filter(|text| text.chars().any(char::is_alphanumeric));
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join("; "))
}
