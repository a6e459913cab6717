//! `ntm.criteria.v1`, and the list of sets as `ntm.sets.v1`.

use super::object::{Object, object};
use super::{Scalar, line};
use crate::law::{
    CommuneProfile, FileHead, Layer, Library, Requirement, Resolved, ResolvedIndicator,
};
use crate::period::Period;

/// A set as it applies to `case` in `period`, as one line of JSON.
pub fn criteria(law: &Resolved, period: Period, case: &CommuneProfile) -> String {
    let criteria = law.criteria.iter().map(|heading| {
        let indicators = &law.indicators[heading.indicators.clone()];
        object! {
            no: heading.no,
            name: &heading.name,
            group: &heading.group,
            indicators: indicators.iter().map(indicator).collect::<Vec<_>>(),
        }
    });
    // The overlays of the province that apply no more.
    let replaced = law.replaced.iter().map(|replaced| {
        object! { id: &replaced.id, by: &replaced.by, since: replaced.since.to_string() }
    });
    line(&object! {
        schema: "ntm.criteria.v1",
        id: &law.set,
        level: law.level,
        period: period.to_string(),
        region: case.region.as_deref(),
        province: case.province.as_deref(),
        layers: law.layers.iter().map(|layer| &layer.id).collect::<Vec<_>>(),
        replaced: replaced.collect::<Vec<_>>(),
        criteria: criteria.collect::<Vec<_>>(),
    })
}

fn indicator(law: &ResolvedIndicator) -> impl Object {
    object! {
        id: law.id.to_string(),
        name: &law.name,
        unit: &law.unit,
        measure: law.measure,
        if_present: law.if_present,
        delegated: law.delegated,
        negative: law.negative,
        grades: &law.grades,
        require: requirements(law),
    }
}

/// What each part of an indicator must reach.
pub(super) fn requirements(law: &ResolvedIndicator) -> Vec<impl Object> {
    law.require.iter().map(|require| requirement(require, &law.grades)).collect()
}

fn requirement(requirement: &Requirement, grades: &[String]) -> impl Object {
    let (counts, threshold) = (requirement.counts.as_ref(), requirement.threshold.as_ref());
    object! {
        part: &requirement.part,
        measure: requirement.measure,
        unit: &requirement.unit,
        op: requirement.op,
        threshold: threshold.map(|threshold| Scalar(&threshold.value, grades)),
        counts: counts.map(|counts| &counts.what),
        whole: counts.map(|counts| counts.whole),
        confidence: threshold.map(|threshold| threshold.confidence),
        basis: &requirement.basis,
    }
}

/// Every set and layer, as one line of JSON.
pub fn sets(library: &Library) -> String {
    let mut entries = Vec::new();
    for set in &library.sets {
        let own = Own {
            level: set.level.as_str(),
            criteria: Some(set.criteria.len()),
            indicators: set.indicator_count(),
            ..Own::default()
        };
        entries.push(entry(own, set));
        for layer in &set.layers {
            let own = Own {
                base: Some(&set.id),
                level: set.level.as_str(),
                replaced_by: set.replaced_by(layer),
                indicators: layer.changes(),
                criteria: None,
            };
            entries.push(entry(own, layer));
        }
    }
    for city in &library.cities {
        let own = Own { indicators: city.conditions.len(), ..Own::default() };
        entries.push(entry(own, city));
    }
    line(&object! { schema: "ntm.sets.v1", sets: entries })
}

/// In what sets and layers differ.
#[derive(Default)]
struct Own<'a> {
    base: Option<&'a str>,
    level: &'static str,
    replaced_by: Option<&'a Layer>,
    criteria: Option<usize>,
    indicators: usize,
}

fn entry(own: Own, head: &FileHead) -> impl Object {
    let decision = &head.decision;
    object! {
        id: &head.id,
        kind: head.kind,
        base: own.base,
        level: own.level,
        title: &head.title,
        province: &head.province,
        decision: &decision.number,
        annex: &decision.annex,
        in_force: decision.in_force.to_string(),
        until: decision.until.map(|day| day.to_string()),
        replaced_by: own.replaced_by.map(|newer| &newer.id),
        replaced_from: own.replaced_by.map(|newer| newer.decision.in_force.to_string()),
        criteria: own.criteria,
        indicators: own.indicators,
        origin: head.origin,
        sha256: &head.sha256,
    }
}
