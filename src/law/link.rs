//! Sets that speak of other sets: what a set presupposes, and thresholds that are a
//! multiple of another set's.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::block::Block;
use super::clause::{self, ClauseKind};
use super::head::STATED;
use super::lookup::LookupKey;
use super::reference::{Reference, Requires};
use super::set::Set;
use super::source::{Faults, Source};
use super::threshold::Certainty;
use super::{Confidence, Part, Threshold, Thresholds, Value};
use crate::problem::{Code, Problem};
use crate::{fold, text};

/// Reads `[[requires]]`.
pub(super) fn requires(
    file: &Block,
    confidence: Option<Confidence>,
    faults: &mut Faults,
) -> Vec<Requires> {
    let mut all: Vec<Requires> = Vec::new();
    let mut named = BTreeSet::new();
    for block in file.blocks("requires", faults) {
        let set = block.words("set", faults);
        let basis = block.words("basis", faults).map(Spanned::into_inner);
        let own = block.choice("confidence", &STATED, faults).map(Spanned::into_inner);
        let span = block.place("set");
        for (key, code) in [("set", Code::MissingKey), ("basis", Code::MissingBasis)] {
            if !block.has(key) {
                block.missing(code, key, faults);
            }
        }
        if own.or(confidence).is_none() {
            block.missing(Code::MissingKey, "confidence", faults);
        }
        let decision = &faults.readable.decision;
        let of = |set: &str| clause::of_required(set, basis.as_deref().unwrap_or(""), decision);
        let now = set.as_ref().map(|set| of(set.get_ref())).unwrap_or_default();
        let stated = own.or(confidence).unwrap_or(Confidence::Assumed);
        let sure = clause::confidence(&block, ClauseKind::Requires, stated, &now, faults);
        block.finish(faults);
        let (Some(set), Some(basis), true) = (set, basis, own.or(confidence).is_some()) else {
            continue;
        };
        if !named.insert(set.get_ref().clone()) {
            let message = text::required_twice(set.get_ref());
            faults.add(Code::TwoValues, set.span(), message, text::keep_one());
            continue;
        }
        all.push(Requires { set: set.into_inner(), basis, confidence: sure, span });
    }
    all
}

/// Looks up what sets say of other sets, refuses what is not there and what leads back
/// to itself, and gives each set those that its thresholds refer to.
pub(super) fn link(sets: &mut [Set], sources: &[&Source]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for set in sets.iter() {
        let Some(source) = sources.iter().find(|source| source.id == set.id) else { continue };
        let mut faults = Faults::new(source);
        examine(set, sets, &mut faults);
        problems.extend(faults.finish());
    }
    if !problems.is_empty() {
        return problems;
    }
    // Without circles it comes to an end: a set is bound once those it refers to are.
    let mut bound: BTreeSet<String> = BTreeSet::new();
    while bound.len() < sets.len() {
        for place in 0..sets.len() {
            let set = &sets[place];
            let needed: BTreeSet<&str> = references(set).map(|(_, r)| r.set.as_str()).collect();
            if bound.contains(&set.id) || !needed.iter().all(|id| bound.contains(*id)) {
                continue;
            }
            let of_id = |id: &&str| sets.iter().find(|other| other.id == **id);
            let referred = needed.iter().filter_map(of_id).cloned().map(Arc::new).collect();
            bound.insert(set.id.clone());
            sets[place].referred = referred;
        }
    }
    problems
}

/// Every threshold of a base set that refers to another set, with its part.
fn references(set: &Set) -> impl Iterator<Item = (&Part, &Reference)> {
    let parts = set.criteria.iter().flat_map(|c| &c.indicators).flat_map(|i| &i.parts);
    parts.filter_map(|part| Some((part, part.thresholds.of.as_ref()?)))
}

/// The sets that a set speaks of, and where.
fn spoken_of(set: &Set) -> impl Iterator<Item = (&str, &Range<usize>)> {
    let required = set.requires.iter().map(|r| (r.set.as_str(), &r.span));
    required.chain(references(set).map(|(_, r)| (r.set.as_str(), &r.span)))
}

fn examine(set: &Set, sets: &[Set], faults: &mut Faults) {
    let find = |id: &str| sets.iter().find(|other| other.id == id);
    let mut ways: BTreeMap<&str, Option<Vec<&str>>> = BTreeMap::new();
    for (id, span) in spoken_of(set) {
        if find(id).is_none() {
            faults.add_with(Code::UnknownSet, span.clone(), text::no_set(id), || {
                let known: Vec<&str> = sets.iter().map(|set| set.id.as_str()).collect();
                let near = fold::nearest(id, known.iter().copied());
                text::near_or(&near, text::allowed_here(known.join(", ")))
            });
        } else if let Some(way) = ways.entry(id).or_insert_with(|| way_back(id, &set.id, sets)) {
            let message = text::leads_back(&set.id, way.join(" → "));
            faults.add(Code::CircularSet, span.clone(), message, text::break_circle());
        }
    }
    for (part, reference) in references(set) {
        let Some(other) = find(&reference.set) else { continue };
        let all = other.criteria.iter().flat_map(|criterion| &criterion.indicators);
        let Some(indicator) = all.into_iter().find(|i| i.id == reference.indicator) else {
            let message = text::layer_names_unknown(reference.indicator, &other.id);
            faults.add_with(Code::UnknownIndicator, reference.span.clone(), message, || {
                let ids: Vec<String> = other.ids().map(|id| id.to_string()).collect();
                let id = reference.indicator.to_string();
                let near = fold::nearest(&id, ids.iter().map(String::as_str));
                text::did_you_mean(near.join(", "))
            });
            continue;
        };
        let alike = |p: &Part| p.measure == part.measure && p.unit == part.unit && p.op == part.op;
        if !matches!(indicator.parts.as_slice(), [only] if alike(only)) {
            let message = text::measured_otherwise(indicator.id, &other.id);
            faults.add(Code::BadValue, reference.span.clone(), message, text::measure_alike());
        }
    }
}

/// The way on which a set leads to another, itself at its beginning.
fn way_back<'s>(from: &'s str, to: &str, sets: &'s [Set]) -> Option<Vec<&'s str>> {
    let mut ways: Vec<Vec<&str>> = vec![vec![from]];
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(way) = ways.pop() {
        let last = *way.last()?;
        if last == to {
            return Some(way);
        }
        if !seen.insert(last) {
            continue;
        }
        let Some(set) = sets.iter().find(|set| set.id == last) else { continue };
        ways.extend(spoken_of(set).map(|(next, _)| [way.as_slice(), &[next]].concat()));
    }
    None
}

impl Set {
    /// The threshold of a part: its own, or the multiple of another set's.
    pub(super) fn threshold(&self, thresholds: &Thresholds, when: LookupKey) -> Option<Threshold> {
        let own = thresholds.get(when.period.year(), when.column?);
        own.cloned().or_else(|| self.multiple(thresholds.of.as_ref()?, when))
    }

    /// A multiple of another set's threshold; `None` where that has none or is not in
    /// force: it is never guessed.
    fn multiple(&self, reference: &Reference, when: LookupKey) -> Option<Threshold> {
        let other = self.referred.iter().find(|set| set.id == reference.set)?;
        let day = when.period.last_day();
        if !other.decision.is_in_force(day) {
            return None;
        }
        let resolved = other.one(reference.indicator, when.period, when.case)?;
        let [requirement] = resolved.require.as_slice() else { return None };
        let threshold = requirement.threshold.as_ref()?;
        let Value::Number(number) = &threshold.value else { return None };
        let factor =
            Certainty { confidence: reference.confidence, readings: reference.readings.clone() };
        let Certainty { confidence, readings } = factor.with(&threshold.certainty());
        Some(Threshold {
            value: Value::Number(number * &reference.factor),
            confidence,
            readings,
            basis: format!("{}; {} × {}", reference.basis, reference.factor, threshold.basis),
        })
    }

    /// Whether the threshold of a part is that of one year.
    pub(super) fn is_of_year(&self, thresholds: &Thresholds, when: LookupKey) -> bool {
        let Some(column) = when.column else { return false };
        if thresholds.get(when.period.year(), column).is_some() {
            return thresholds.is_of_year(when.period.year(), column);
        }
        let of = thresholds.of.as_ref();
        let other = of.and_then(|of| self.referred.iter().find(|set| set.id == of.set));
        let there = other.zip(of).and_then(|(other, of)| {
            let history = other.history(of.indicator, when.period, when.case)?;
            history.steps.last()?.of_year.first().copied()
        });
        there.is_some_and(|of_year| of_year)
    }
}
