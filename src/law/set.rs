//! A base set and the layers that change it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::head::CriteriaFileKind;
use super::indicator::{Criterion, Indicator};
use super::patch::Patch;
use super::reference::Requires;
use super::source::Origin;
use super::terms::{Caution, CheckPart, Columns, Decision, IndicatorId, Level, PartWithin};
use super::withdrawal::Withdrawal;

/// A base set with the layers that change it.
#[derive(Clone, Debug)]
pub struct Set {
    /// Its id: the file's stem.
    pub id: String,
    pub title: String,
    /// The level of the title it is for.
    pub level: Level,
    /// Where it comes from in law.
    pub decision: Decision,
    /// The columns of its thresholds.
    pub columns: Columns,
    /// Parts that are taken for checking only.
    pub check_parts: Vec<CheckPart>,
    /// Parts that cannot have more than others.
    pub parts_within: Vec<PartWithin>,
    /// The sets that must be met before it can be.
    pub requires: Vec<Requires>,
    /// When a title may have to be withdrawn, of conditions of recognition.
    pub withdrawal: Option<Withdrawal>,
    /// The sets that its thresholds refer to, with their layers.
    pub(super) referred: Vec<Arc<Set>>,
    /// What every report must say.
    pub cautions: Vec<Caution>,
    /// Its criteria, in the order of the annex.
    pub criteria: Vec<Criterion>,
    /// The central law first, amendments before guidance, then what provinces say; each by
    /// date.
    pub layers: Vec<Layer>,
    /// Built in or a file.
    pub origin: Origin,
    /// The file as messages name it.
    pub file: String,
    /// The SHA-256 of the file.
    pub sha256: String,
}

/// A layer: it holds only what it changes.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Its id: the file's stem.
    pub id: String,
    pub title: String,
    pub kind: CriteriaFileKind,
    /// The province it is for; `None` for the whole country.
    pub province: Option<String>,
    /// Where it comes from in law.
    pub decision: Decision,
    /// What every report must say.
    pub cautions: Vec<Caution>,
    /// Built in or a file.
    pub origin: Origin,
    /// The file as messages name it.
    pub file: String,
    /// The SHA-256 of the file.
    pub sha256: String,
    pub(super) patches: BTreeMap<IndicatorId, Patch>,
}

impl Layer {
    /// How many indicators it changes.
    pub fn changes(&self) -> usize {
        self.patches.len()
    }
}

impl Set {
    /// The indicators of the base, in order.
    pub fn ids(&self) -> impl Iterator<Item = IndicatorId> {
        self.criteria.iter().flat_map(|c| c.indicators.iter().map(|i| i.id))
    }

    /// How many indicators it has.
    pub fn indicator_count(&self) -> usize {
        self.criteria.iter().map(|c| c.indicators.len()).sum()
    }

    pub(super) fn base_indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        let mut all = self.criteria.iter().flat_map(|c| &c.indicators);
        all.find(|indicator| indicator.id == id)
    }
}
