//! `ntm.criteria.v1`, and the list of sets as `ntm.sets.v1`.

use serde::Serialize;

use super::{Scalar, line};
use crate::law::{
    CommuneProfile, Decision, Library, Origin, Requirement, Resolved, ResolvedIndicator,
};
use crate::period::Period;

#[derive(Serialize)]
struct CriteriaDocument<'a> {
    schema: &'static str,
    id: &'a str,
    level: &'static str,
    period: String,
    region: Option<&'a str>,
    province: Option<&'a str>,
    layers: Vec<&'a str>,
    replaced: Vec<Replacement<'a>>,
    criteria: Vec<CriterionEntry<'a>>,
}

/// An overlay of the province that applies no more.
#[derive(Serialize)]
struct Replacement<'a> {
    id: &'a str,
    by: &'a str,
    since: String,
}

#[derive(Serialize)]
struct CriterionEntry<'a> {
    no: u16,
    name: &'a str,
    group: &'a str,
    indicators: Vec<IndicatorEntry<'a>>,
}

#[derive(Serialize)]
struct IndicatorEntry<'a> {
    id: String,
    name: &'a str,
    unit: &'a str,
    measure: &'static str,
    if_present: bool,
    delegated: bool,
    negative: bool,
    grades: &'a [String],
    require: Vec<RequirementEntry<'a>>,
}

#[derive(Serialize)]
pub(super) struct RequirementEntry<'a> {
    part: &'a str,
    measure: &'static str,
    unit: &'a str,
    op: &'static str,
    threshold: Option<Scalar<'a>>,
    counts: Option<&'a str>,
    whole: Option<bool>,
    confidence: Option<&'static str>,
    basis: &'a str,
}

/// A set as it applies to `case` in `period`, as one line of JSON.
pub fn criteria(law: &Resolved, period: Period, case: &CommuneProfile) -> String {
    let criteria = law.criteria.iter().map(|heading| CriterionEntry {
        no: heading.no,
        name: &heading.name,
        group: &heading.group,
        indicators: law.indicators[heading.indicators.clone()].iter().map(indicator).collect(),
    });
    let replaced = law.replaced.iter().map(|replaced| Replacement {
        id: &replaced.id,
        by: &replaced.by,
        since: replaced.since.to_string(),
    });
    line(&CriteriaDocument {
        schema: "ntm.criteria.v1",
        id: &law.set,
        level: law.level.as_str(),
        period: period.to_string(),
        region: case.region.as_deref(),
        province: case.province.as_deref(),
        layers: law.layers.iter().map(|layer| layer.id.as_str()).collect(),
        replaced: replaced.collect(),
        criteria: criteria.collect(),
    })
}

fn indicator(law: &ResolvedIndicator) -> IndicatorEntry<'_> {
    IndicatorEntry {
        id: law.id.to_string(),
        name: &law.name,
        unit: &law.unit,
        measure: law.measure.as_str(),
        if_present: law.if_present,
        delegated: law.delegated,
        negative: law.negative,
        grades: &law.grades,
        require: law.require.iter().map(|r| require(r, &law.grades)).collect(),
    }
}

pub(super) fn require<'a>(
    requirement: &'a Requirement,
    grades: &'a [String],
) -> RequirementEntry<'a> {
    let (counts, threshold) = (requirement.counts.as_ref(), requirement.threshold.as_ref());
    RequirementEntry {
        part: &requirement.part,
        measure: requirement.measure.as_str(),
        unit: &requirement.unit,
        op: requirement.op.as_str(),
        threshold: threshold.map(|t| Scalar::new(&t.value, grades)),
        counts: counts.map(|c| c.what.as_str()),
        whole: counts.map(|c| c.whole),
        confidence: threshold.map(|t| t.confidence.as_str()),
        basis: &requirement.basis,
    }
}

#[derive(Serialize)]
struct SetsDocument<'a> {
    schema: &'static str,
    sets: Vec<SetEntry<'a>>,
}

#[derive(Serialize)]
struct SetEntry<'a> {
    id: &'a str,
    kind: &'static str,
    base: Option<&'a str>,
    level: &'static str,
    title: &'a str,
    province: Option<&'a str>,
    decision: &'a str,
    annex: Option<&'a str>,
    in_force: String,
    until: Option<String>,
    replaced_by: Option<&'a str>,
    replaced_from: Option<String>,
    criteria: Option<usize>,
    indicators: usize,
    origin: &'static str,
    sha256: &'a str,
}

/// Every set and layer, as one line of JSON.
pub fn sets(library: &Library) -> String {
    let mut entries = Vec::new();
    for set in &library.sets {
        let base = entry(&set.id, &set.title, &set.decision, set.origin, &set.sha256);
        entries.push(SetEntry {
            kind: "base",
            level: set.level.as_str(),
            criteria: Some(set.criteria.len()),
            indicators: set.indicator_count(),
            ..base
        });
        for layer in &set.layers {
            let own = entry(&layer.id, &layer.title, &layer.decision, layer.origin, &layer.sha256);
            let newer = set.replaced_by(layer);
            entries.push(SetEntry {
                replaced_by: newer.map(|newer| newer.id.as_str()),
                replaced_from: newer.map(|newer| newer.decision.in_force.to_string()),
                kind: layer.kind.as_str(),
                base: Some(&set.id),
                level: set.level.as_str(),
                province: layer.province.as_deref(),
                indicators: layer.changes(),
                ..own
            });
        }
    }
    for city in &library.cities {
        let own = entry(&city.id, &city.title, &city.decision, city.origin, &city.sha256);
        let indicators = city.conditions.len();
        entries.push(SetEntry { kind: city.kind.as_str(), indicators, ..own });
    }
    line(&SetsDocument { schema: "ntm.sets.v1", sets: entries })
}

/// What sets and layers have in common.
fn entry<'a>(
    id: &'a str,
    title: &'a str,
    decision: &'a Decision,
    origin: Origin,
    sha256: &'a str,
) -> SetEntry<'a> {
    SetEntry {
        id,
        kind: "",
        base: None,
        level: "",
        title,
        province: None,
        decision: &decision.number,
        annex: decision.annex.as_deref(),
        in_force: decision.in_force.to_string(),
        until: decision.until.map(|day| day.to_string()),
        replaced_by: None,
        replaced_from: None,
        criteria: None,
        indicators: 0,
        origin: origin.as_str(),
        sha256,
    }
}
