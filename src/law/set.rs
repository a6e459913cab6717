//! A base set and the layers that change it.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use super::head::FileHead;
use super::indicator::{Criterion, Indicator};
use super::patch::Patch;
use super::reference::Requires;
use super::terms::{CheckPart, Columns, IndicatorId, Level, PartWithin};
use super::withdrawal::Withdrawal;

/// A base set with the layers that change it.
#[derive(Clone, Debug)]
pub struct Set {
    /// What its file says of itself.
    pub head: FileHead,
    /// The level of the title it is for.
    pub level: Level,
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
    /// Its criteria, in the order of the annex.
    pub criteria: Vec<Criterion>,
    /// The central law first, amendments before guidance, then what provinces say; each by
    /// date.
    pub layers: Vec<Layer>,
}

/// A layer: it holds only what it changes.
#[derive(Clone, Debug)]
pub struct Layer {
    /// What its file says of itself.
    pub head: FileHead,
    pub(super) patches: BTreeMap<IndicatorId, Patch>,
}

impl Deref for Set {
    type Target = FileHead;

    fn deref(&self) -> &FileHead {
        &self.head
    }
}

impl Deref for Layer {
    type Target = FileHead;

    fn deref(&self) -> &FileHead {
        &self.head
    }
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
