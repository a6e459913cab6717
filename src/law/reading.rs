//! Who read a threshold in the decision itself.

use std::sync::Arc;

use jiff::civil::Date;

use super::Confidence;

/// A statement that a person read a figure in the decision itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Who read it.
    pub by: String,
    /// When.
    pub on: Date,
    /// In what text.
    pub text: String,
    /// The set or layer that it was confirmed in.
    pub set: String,
}

/// How sure a threshold is, and by whose reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sure {
    pub(super) confidence: Confidence,
    pub(super) readings: Vec<Arc<Reading>>,
}

impl Sure {
    /// As sure as a file states it, which is never confirmed.
    pub(super) fn stated(confidence: Confidence) -> Sure {
        Sure { confidence, readings: Vec::new() }
    }

    /// What rests on both is no surer than either, and read only where both were: a
    /// reading of one half confirms nothing of the whole.
    pub(super) fn with(&self, other: &Sure) -> Sure {
        let confidence = self.confidence.min(other.confidence);
        if confidence != Confidence::Confirmed {
            return Sure::stated(confidence);
        }
        let mut readings = self.readings.clone();
        readings.extend(other.readings.iter().filter(|r| !self.readings.contains(r)).cloned());
        Sure { confidence, readings }
    }
}
