//! The thresholds of a part, by year and column.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Meaning, Reference, Threshold};

/// Thresholds of one part: for every year alike, or by year; each for the
/// columns of the annex. The first column, `common`, decides no verdict.
#[derive(Clone, Debug, Default)]
pub struct Thresholds {
    pub(super) any_year: Row,
    pub(super) years: BTreeMap<i16, Row>,
    /// What is asked for where no threshold is set: a multiple of another set's.
    pub(super) of: Option<Reference>,
    /// What the file that states them means by them; none where it states none.
    pub(super) meaning: Option<Arc<Meaning>>,
}

/// One threshold a column; an absent one is not set.
type Row = Vec<Option<Threshold>>;

impl Thresholds {
    /// The threshold of a year and column, if one is set.
    pub fn get(&self, year: i16, column: usize) -> Option<&Threshold> {
        let own = self.years.get(&year).and_then(|row| row.get(column)?.as_ref());
        own.or_else(|| self.any_year.get(column)?.as_ref())
    }

    /// Whether the threshold of a year and column is that year's own.
    pub(super) fn is_of_year(&self, year: i16, column: usize) -> bool {
        self.years.get(&year).is_some_and(|row| row.get(column).is_some_and(Option::is_some))
    }

    /// Sets one case; `false` if it was set before.
    pub(super) fn set(&mut self, year: Option<i16>, column: usize, threshold: Threshold) -> bool {
        let row = match year {
            Some(year) => self.years.entry(year).or_default(),
            None => &mut self.any_year,
        };
        if row.len() <= column {
            row.resize(column + 1, None);
        }
        row[column].replace(threshold).is_none()
    }

    /// What `layer` sets replaces what is here; the rest stays.
    pub(super) fn overlay(&mut self, layer: &Thresholds) {
        for (column, threshold) in filled(&layer.any_year) {
            for row in self.years.values_mut() {
                if let Some(cell) = row.get_mut(column) {
                    *cell = None;
                }
            }
            self.set(None, column, threshold.clone());
        }
        for (year, row) in &layer.years {
            for (column, threshold) in filled(row) {
                self.set(Some(*year), column, threshold.clone());
            }
        }
    }

    /// The years for which something is set of its own.
    pub(super) fn own_years(&self) -> impl Iterator<Item = i16> {
        self.years.keys().copied()
    }

    /// Whether a column has a value for every year.
    pub(super) fn any_year_has(&self, column: usize) -> bool {
        self.any_year.get(column).is_some_and(Option::is_some)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all().next().is_none() && self.of.is_none()
    }

    /// Every threshold.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Threshold> {
        let rows = std::iter::once(&mut self.any_year).chain(self.years.values_mut());
        rows.flatten().flatten()
    }

    /// Every case set: year, column, threshold.
    pub(super) fn all(&self) -> impl Iterator<Item = (Option<i16>, usize, &Threshold)> {
        let any = filled(&self.any_year).map(|(column, t)| (None, column, t));
        let years = self
            .years
            .iter()
            .flat_map(|(year, row)| filled(row).map(move |(column, t)| (Some(*year), column, t)));
        any.chain(years)
    }
}

fn filled(row: &Row) -> impl Iterator<Item = (usize, &Threshold)> {
    row.iter().enumerate().filter_map(|(column, t)| t.as_ref().map(|t| (column, t)))
}
