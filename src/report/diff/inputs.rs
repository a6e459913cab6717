//! What the page is made of.

use super::super::Scoring;
use crate::analysis::diff::Comparison;
use crate::law::{FileHead, IndicatorId, Level};
use crate::named::named;
use crate::text::{Text, diff as text};

/// Two sides with what changed between them.
#[derive(Clone, Debug)]
pub struct DiffReport<'a> {
    /// The level of the data.
    pub level: Level,
    /// Before.
    pub old: Scoring<'a>,
    /// Now.
    pub new: Scoring<'a>,
    /// The sets or layers named, where the same data is judged by two.
    pub sets: Option<[&'a FileHead; 2]>,
    /// What changed.
    pub comparison: &'a Comparison,
    /// What the page is confined to.
    pub only: Option<Only>,
}

/// What a page is confined to.
#[derive(Clone, Debug)]
pub enum Only {
    /// One criterion, by its number.
    Criterion(u16),
    /// Some indicators.
    Indicators(Vec<IndicatorId>),
}

named! {
    /// What a table of changes is about, where it is not a kind of change.
    pub DiffBy {
        Commune "commune"
        Criterion "criterion"
    }
}

impl DiffReport<'_> {
    /// The set of the old side: the one named, or the one in force.
    pub fn old_set(&self) -> &str {
        self.sets.as_ref().map_or(&self.old.common.set, |[old, _]| &old.id)
    }

    /// The set of the new side.
    pub fn new_set(&self) -> &str {
        self.sets.as_ref().map_or(&self.new.common.set, |[_, new]| &new.id)
    }

    /// A side's words, with its period or set.
    pub(super) fn of_side(&self, old: bool, words: &Text) -> Text {
        let scoring = if old { &self.old } else { &self.new };
        match (&self.sets, old) {
            (Some([set, _]), true) | (Some([_, set]), false) => text::under_set(&set.id, words),
            (None, _) => text::in_period(scoring.period, words),
        }
    }
}
