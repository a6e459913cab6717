//! Where a set rests on another: what must be met first, and thresholds that are its.

use std::ops::Range;
use std::sync::Arc;

use super::reading::Reading;
use super::terms::{Confidence, IndicatorId};
use crate::exact::Exact;

/// A set that must be met before another can be.
#[derive(Clone, Debug)]
pub struct Requires {
    /// The id of the base set.
    pub set: String,
    /// The legal source.
    pub basis: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it stands in its file.
    pub(super) span: Range<usize>,
}

/// A threshold that is a multiple of another set's, of the same period and commune.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The id of the base set.
    pub set: String,
    pub indicator: IndicatorId,
    /// How many times that threshold.
    pub factor: Exact,
    /// How sure the factor is.
    pub confidence: Confidence,
    /// Who confirmed the factor; none unless it is confirmed.
    pub readings: Vec<Arc<Reading>>,
    /// The legal source of the factor.
    pub basis: String,
    /// Where it stands in its file.
    pub(super) span: Range<usize>,
}
