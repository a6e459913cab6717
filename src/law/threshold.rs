//! What a requirement asks for, and how sure that is.

use std::sync::Arc;

use super::reading::Reading;
use super::terms::{Confidence, Value};

/// What a requirement asks for, with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The value to reach, in the requirement's unit.
    pub value: Value,
    /// How sure it is.
    pub confidence: Confidence,
    /// Decision, annex and number.
    pub basis: String,
    /// Who confirmed it, when and from what text: of a multiple both the factor's reading
    /// and the threshold's. None unless it is confirmed.
    pub readings: Vec<Arc<Reading>>,
}

impl Threshold {
    pub(super) fn certainty(&self) -> Certainty {
        Certainty { confidence: self.confidence, readings: self.readings.clone() }
    }

    /// No surer than this.
    pub(super) fn lower_to(&mut self, confidence: Confidence) {
        if confidence < self.confidence {
            self.confidence = confidence;
            self.readings.clear();
        }
    }
}

/// How sure a threshold is, and by whose reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Certainty {
    pub(super) confidence: Confidence,
    pub(super) readings: Vec<Arc<Reading>>,
}

impl Certainty {
    /// As sure as a file states it, which is never confirmed.
    pub(super) fn stated(confidence: Confidence) -> Certainty {
        Certainty { confidence, readings: Vec::new() }
    }

    /// What rests on both is no surer than either, and read only where both were: a
    /// reading of one half confirms nothing of the whole.
    pub(super) fn with(&self, other: &Certainty) -> Certainty {
        let confidence = self.confidence.min(other.confidence);
        if confidence != Confidence::Confirmed {
            return Certainty::stated(confidence);
        }
        let mut readings = self.readings.clone();
        readings.extend(other.readings.iter().filter(|r| !self.readings.contains(r)).cloned());
        Certainty { confidence, readings }
    }
}
