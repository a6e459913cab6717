//! Who read what, and what that makes of a file.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::law::{Clause, Draft, SetFile, Stated};

/// Who read which thresholds, when and where.
#[derive(Clone, Debug)]
pub struct Attestation {
    /// The set, or layer, that states them.
    pub set: String,
    /// Indicators and clauses; none for all that is open.
    pub indicators: Vec<String>,
    /// Who read them.
    pub by: String,
    /// When.
    pub on: Date,
    /// The text in which they were read.
    pub text: String,
    /// The figure that stands there, where it is another than the set says.
    pub value: Option<String>,
    /// The column that is meant.
    pub region: Option<String>,
    /// The year that is meant.
    pub year: Option<i16>,
    /// The part that is meant.
    pub part: Option<String>,
}

/// A file before and after.
pub(super) struct Change<'c> {
    pub(super) file: &'c SetFile<'c>,
    pub(super) draft: &'c Draft<'c>,
    pub(super) before: &'c [Stated],
    pub(super) after: &'c After,
}

/// A file once it is confirmed.
pub(super) struct After {
    pub(super) stated: Vec<Stated>,
    pub(super) clauses: Vec<Clause>,
}

/// The indicators of places, each once, in order.
pub(super) fn ids(stated: &[Stated], places: impl Iterator<Item = usize>) -> Vec<String> {
    let ids: BTreeSet<_> = places.map(|place| stated[place].indicator).collect();
    ids.iter().map(ToString::to_string).collect()
}
