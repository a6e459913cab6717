//! What one file states of thresholds, whatever others lay on it: this is what a person
//! confirms with the decision in hand.

use std::sync::Arc;

use super::clause::{Clause, ClauseKind, of_required, of_rule};
use super::head::FileHead;
use super::indicator::without_thresholds;
use super::library::Library;
use super::patch::Patch;
use super::set::{Layer, Set};
use super::terms::ColumnRule;
use super::{
    Columns, Confidence, Decision, Indicator, IndicatorId, Meaning, Measure, Part, Threshold, Value,
};

/// A threshold as a file states it.
#[derive(Clone, Debug)]
pub struct Stated {
    pub indicator: IndicatorId,
    /// The part; empty for the only one.
    pub part: String,
    /// The year it is of; `None` where it is of every year.
    pub year: Option<i16>,
    pub column: usize,
    /// What kind of value it is.
    pub measure: Measure,
    /// The indicator's grades, low to high.
    pub grades: Vec<String>,
    /// The unit of its values.
    pub unit: String,
    /// Whether the value is a factor of another set's threshold.
    pub factor: bool,
    /// The value to reach; of a factor the factor itself.
    pub value: Value,
    /// How sure it is.
    pub confidence: Confidence,
    /// The legal source.
    pub basis: String,
    /// What the figure means, as this file reads.
    pub meaning: Arc<Meaning>,
}

/// A base set or a layer as a file of its own.
#[derive(Clone, Copy, Debug)]
pub struct SetFile<'l> {
    /// The base set, or the one that the layer changes.
    pub set: &'l Set,
    /// The layer, where it is one.
    pub layer: Option<&'l Layer>,
}

impl Library {
    /// The base set or the layer with this id.
    pub fn file(&self, id: &str) -> Option<SetFile<'_>> {
        let set = self.set(id).map(|set| SetFile { set, layer: None });
        set.or_else(|| self.layer(id).map(|(set, layer)| SetFile { set, layer: Some(layer) }))
    }

    /// The ids of all base sets and layers.
    pub fn file_ids(&self) -> impl Iterator<Item = &str> {
        self.sets.iter().flat_map(Set::file_ids)
    }
}

impl Set {
    /// Its own id and those of its layers.
    fn file_ids(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.layers.iter().map(|layer| layer.id.as_str()))
    }

    /// Its own file or that of a layer.
    pub(super) fn file(&self, id: &str) -> Option<SetFile<'_>> {
        let layer = self.layers.iter().find(|layer| layer.id == id);
        let own = (self.id == id).then_some(SetFile { set: self, layer: None });
        own.or_else(|| layer.map(|layer| SetFile { set: self, layer: Some(layer) }))
    }

    /// The files that state a threshold of an indicator.
    pub fn stating(&self, id: IndicatorId) -> Vec<&str> {
        let layers = self.layers.iter().map(Some);
        let files = std::iter::once(None).chain(layers);
        let files = files.map(|layer| SetFile { set: self, layer });
        let stating = files.zip(self.file_ids()).filter(|(file, _)| !file.stated_of(id).is_empty());
        stating.map(|(_, name)| name).collect()
    }
}

impl<'l> SetFile<'l> {
    /// Where it comes from in law.
    pub fn decision(&self) -> &'l Decision {
        &self.head().decision
    }

    /// What it says of itself.
    pub fn head(&self) -> &'l FileHead {
        self.layer.map_or(&self.set.head, |layer| &layer.head)
    }

    /// Whether it is a layer.
    pub fn is_layer(&self) -> bool {
        self.layer.is_some()
    }

    /// The columns of its thresholds.
    pub fn columns(&self) -> &'l Columns {
        &self.set.columns
    }

    /// Every threshold that it states, in the order of the annex.
    pub fn stated(&self) -> Vec<Stated> {
        let Some(layer) = self.layer else {
            return self.indicators().flat_map(|i| of_parts(i, &i.parts)).collect();
        };
        let patches = layer.patches.iter();
        patches.flat_map(|(id, patch)| self.of_patch(*id, patch)).collect()
    }

    /// Every threshold that it states of an indicator.
    pub(super) fn stated_of(&self, id: IndicatorId) -> Vec<Stated> {
        let Some(layer) = self.layer else {
            let own = self.indicators().filter(|indicator| indicator.id == id);
            return own.flat_map(|i| of_parts(i, &i.parts)).collect();
        };
        layer.patches.get(&id).map(|patch| self.of_patch(id, patch)).unwrap_or_default()
    }

    /// The indicators of the base set.
    fn indicators(&self) -> impl Iterator<Item = &'l Indicator> {
        self.set.criteria.iter().flat_map(|criterion| &criterion.indicators)
    }

    /// The indicators that it has or takes the threshold of, without stating one.
    pub fn left_open(&self) -> Vec<IndicatorId> {
        let open =
            |indicator: &&Indicator| indicator.parts.iter().any(|part| part.thresholds.is_empty());
        match self.layer {
            None => self.indicators().filter(open).map(|indicator| indicator.id).collect(),
            Some(layer) => {
                let day = self.decision().in_force;
                let delegated = |id| self.set.indicator_on(id, day).is_some_and(|i| i.delegated);
                let open = layer.patches.iter().filter(|(id, patch)| {
                    let says_nothing = patch.definition.is_none()
                        && patch.parts.is_empty()
                        && patch.restated.is_empty();
                    patch.undetermined || (says_nothing && delegated(**id))
                });
                open.map(|(id, _)| *id).collect()
            }
        }
    }

    /// The indicators whose threshold it changes without saying to what: those stated
    /// before are no longer in force.
    pub fn taken_away(&self) -> Vec<IndicatorId> {
        let patches = self.layer.into_iter().flat_map(|layer| &layer.patches);
        patches.filter(|(_, patch)| patch.undetermined).map(|(id, _)| *id).collect()
    }

    fn of_patch(&self, id: IndicatorId, patch: &Patch) -> Vec<Stated> {
        if let Some(definition) = &patch.definition {
            return of_parts(definition, &definition.parts).collect();
        }
        let Some(mut known) = self.set.indicator_on(id, self.decision().in_force) else {
            return Vec::new();
        };
        // Only what the layer itself sets.
        without_thresholds(&mut known.parts);
        for (place, thresholds) in patch.parts.iter().chain(&patch.restated) {
            if let Some(part) = known.parts.get_mut(*place) {
                part.thresholds = thresholds.clone();
            }
        }
        of_parts(&known, &known.parts).collect()
    }
}

fn of_parts<'i>(indicator: &'i Indicator, parts: &'i [Part]) -> impl Iterator<Item = Stated> + 'i {
    let read = parts.iter().filter_map(|part| Some((part, part.thresholds.meaning.as_ref()?)));
    read.flat_map(move |(part, meaning)| {
        let of = |year, column, value: Value, confidence, basis: &str, factor| Stated {
            indicator: indicator.id,
            part: part.name.clone(),
            year,
            column,
            measure: part.measure,
            grades: indicator.grades.clone(),
            unit: part.unit.clone(),
            factor,
            value,
            confidence,
            basis: basis.to_owned(),
            meaning: Arc::clone(meaning),
        };
        let own = part.thresholds.all().map(move |(year, column, threshold)| {
            let Threshold { value, confidence, basis, .. } = threshold;
            of(year, column, value.clone(), *confidence, basis, false)
        });
        let multiple = part.thresholds.of.as_ref().map(|reference| {
            let factor = Value::Number(reference.factor.clone());
            // It is of every column; the first stands for all.
            of(None, 0, factor, reference.confidence, &reference.basis, true)
        });
        own.chain(multiple)
    })
}

impl SetFile<'_> {
    /// Every clause that it states; a layer states none.
    pub fn clauses(&self) -> Vec<Clause> {
        if self.is_layer() {
            return Vec::new();
        }
        let columns = self.columns();
        let decision = self.set.decision.cited();
        let rule = |(place, rule): (usize, &ColumnRule)| Clause {
            kind: ClauseKind::ColumnRule,
            place,
            column: Some(rule.column),
            confidence: rule.confidence,
            held: of_rule(rule, columns, &decision),
        };
        let rules = columns.rules.iter().enumerate().map(rule);
        let requires = self.set.requires.iter().enumerate().map(|(place, required)| Clause {
            kind: ClauseKind::Requires,
            place,
            column: None,
            confidence: required.confidence,
            held: of_required(&required.set, &required.basis, &decision),
        });
        rules.chain(requires).collect()
    }
}
