//! Criteria, indicators and parts as a base set or amendment defines them.

use std::ops::{Deref, DerefMut};

use super::plausible::Plausible;
use super::terms::{Counts, IndicatorId, Level, Measure, Op};
use super::thresholds::Thresholds;

/// What an indicator is, whatever must be reached.
#[derive(Clone, Debug)]
pub struct IndicatorTerms {
    /// Its number.
    pub id: IndicatorId,
    /// Its official name.
    pub name: String,
    /// The unit of its values: `%`, `đạt/không` for yes/no, empty for grades.
    pub unit: String,
    /// What kind of value it has.
    pub measure: Measure,
    /// Its grades, low to high; empty but for grades.
    pub grades: Vec<String>,
    /// Whether `không áp dụng` is allowed.
    pub if_present: bool,
    /// Whether the province fixes the threshold.
    pub delegated: bool,
    /// Whether its name says that something does not happen, so that `không`
    /// as an answer could mean either.
    pub negative: bool,
    /// The indicator of a lower level that measures the same thing.
    pub same_as: Option<(Level, IndicatorId)>,
    /// What is to be named in the note of a row that says it is met: which field, say.
    pub named: Option<String>,
    /// Whether an amendment has changed what it is, not only what it asks for.
    pub redefined: bool,
    /// The titles that a condition of recognition is for; empty for all of them.
    pub titles: Vec<Level>,
    /// Something a reader should know.
    pub note: Option<String>,
}

/// An indicator (chỉ tiêu) as one base set or amendment defines it.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// What it is.
    pub terms: IndicatorTerms,
    /// Where the indicator as such comes from.
    pub basis: String,
    /// The parts that must each pass; one with an empty name where there is
    /// nothing to tell apart.
    pub parts: Vec<Part>,
}

impl Deref for Indicator {
    type Target = IndicatorTerms;

    fn deref(&self) -> &IndicatorTerms {
        &self.terms
    }
}

impl DerefMut for Indicator {
    fn deref_mut(&mut self) -> &mut IndicatorTerms {
        &mut self.terms
    }
}

/// A part (phần) of an indicator with all its thresholds.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name: nam, nữ, tập trung; empty for the only part.
    pub name: String,
    /// What kind of value it has.
    pub measure: Measure,
    /// The unit of its values.
    pub unit: String,
    /// How a value is compared.
    pub op: Op,
    /// What a share's numerator counts.
    pub counts: Option<Counts>,
    /// The range in which a number is plausible; no law.
    pub plausible: Option<Plausible>,
    /// The thresholds by year and column.
    pub thresholds: Thresholds,
}

/// A criterion (tiêu chí) of a base set.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its number.
    pub no: u16,
    /// Its official name.
    pub name: String,
    /// The group it belongs to, a Roman numeral.
    pub group: String,
    /// What must be met.
    pub indicators: Vec<Indicator>,
}

/// The indicator without thresholds: an amendment whose new value is not known.
pub(super) fn without_thresholds(parts: &mut [Part]) {
    for part in parts {
        part.thresholds = Thresholds::default();
    }
}
