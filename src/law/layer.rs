//! Builds a layer against the set it changes, and refuses one that contradicts it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::base::{define, own_limits};
use super::block::Block;
use super::conflicts::{refuse_excuse, refuse_laxer, refuse_pointless_open, require_delegated};
use super::frame::ThresholdContext;
use super::head::{CriteriaFileKind, RawHead};
use super::limits;
use super::patch::Patch;
use super::raw::{self, RawIndicator, RawPart};
use super::set::{Layer, Set};
use super::source::Faults;
use super::{
    Confidence, Indicator, IndicatorId, Meaning, Measure, Op, Part, Threshold, Thresholds, Value,
    ranges,
};
use crate::problem::Code;
use crate::{fold, text};

/// Reads a layer's indicators and checks them against `set`, which holds every
/// layer that comes before.
pub(super) fn parse_layer(file: &Block, head: RawHead, set: &Set, faults: &mut Faults) -> Layer {
    if *head.level.get_ref() != set.level {
        let message = text::level_of_layer(head.level.get_ref(), set.level);
        faults.add(
            Code::BadValue,
            head.level.span(),
            message,
            text::write_instead(set.level.as_str()),
        );
    }
    if head.kind == CriteriaFileKind::Overlay && !file.has("province") {
        file.missing(Code::MissingKey, "province", faults);
    }
    let mut patches: BTreeMap<IndicatorId, Patch> = BTreeMap::new();
    let mut open = BTreeSet::new();
    for block in file.blocks("indicator", faults) {
        let Some(raw) = raw::indicator(block, faults) else {
            continue;
        };
        let id = *raw.id.get_ref();
        let Some(known) = set.indicator_on(id, head.decision.in_force) else {
            let message = text::layer_names_unknown(id, &set.id);
            faults.add_with(Code::UnknownIndicator, raw.id.span(), message, || {
                let known: Vec<String> = set.ids().map(|id| id.to_string()).collect();
                let near = fold::nearest(&id.to_string(), known.iter().map(String::as_str));
                text::did_you_mean(near.join(", "))
            });
            continue;
        };
        let before = faults.errors();
        let patch = patch(&raw, &known, &head, set, faults);
        refuse_excuse(&raw, &head, set, faults);
        refuse_pointless_open(&raw, &known, &patch, set, faults);
        // What is said wrongly is reported as such, not as left unsaid.
        if raw.open || raw.faulty || faults.errors() > before {
            open.insert(id);
        }
        if patches.insert(id, patch).is_some() {
            faults.add(Code::TwoValues, raw.id.span(), text::indicator_twice(id), text::keep_one());
        }
    }
    let span = head.span.clone();
    let layer = Layer { head: head.of_file(faults.source), patches };
    if layer.kind == CriteriaFileKind::Overlay {
        require_delegated(&layer, set, &open, span, faults);
    }
    layer
}

fn patch(
    raw: &RawIndicator,
    known: &Indicator,
    head: &RawHead,
    set: &Set,
    faults: &mut Faults,
) -> Patch {
    let own_basis = head.decision.basis(*raw.id.get_ref());
    let basis = raw.basis.clone().unwrap_or(own_basis);
    let redefined = head.kind == CriteriaFileKind::Amendment && raw.measure.is_some();
    refuse_multiple(raw, faults);
    if !redefined {
        refuse_redefinition(raw, head.kind, faults);
    }
    let definition = redefined
        .then(|| define(raw, &set.columns, head.confidence, &basis, Some(known), faults))
        .flatten();
    let mut patch = Patch {
        definition,
        name: raw.name.clone(),
        note: raw.note.clone(),
        parts: BTreeMap::new(),
        plausible: BTreeMap::new(),
        undetermined: raw.undetermined,
        rebased: false,
        restated: BTreeMap::new(),
        // What nothing is said of is as unsure as can be.
        confidence: raw.limits.confidence.or(head.confidence).unwrap_or(Confidence::Assumed),
        if_present: raw.if_present,
        open: raw.open,
        span: raw.id.span(),
        basis,
    };
    if !redefined {
        patch.parts = thresholds(raw, known, head, set, &patch.basis, faults);
        patch.plausible = ranges::of_parts(raw, &known.parts, faults);
        patch.rebased = head.kind == CriteriaFileKind::Amendment
            && patch.parts.is_empty()
            && !raw.undetermined
            && !ranges::is_all(raw);
        if patch.rebased || patch.excuses() {
            patch.restated = restated(raw, known, &patch, head, set.columns.count());
        }
    }
    if raw.undetermined && !patch.parts.is_empty() {
        let message = text::undetermined_yet_set(raw.id.get_ref());
        faults.add(Code::TwoValues, raw.id.span(), message, text::keep_one());
    }
    // Of a definition, which says what there is, too.
    if redefined && raw.open {
        let (message, hint) = (text::overlay_redefines("open"), text::leave_out("open"));
        faults.add(Code::UnknownKey, raw.span.clone(), message, hint);
    }
    patch
}

/// What a layer says of a yes/no indicator that it leaves to be met: whoever reads that in
/// the decision confirms it there. A number is confirmed where it is written.
fn restated(
    raw: &RawIndicator,
    known: &Indicator,
    patch: &Patch,
    head: &RawHead,
    columns: usize,
) -> BTreeMap<usize, Thresholds> {
    let asking = known.parts.iter().enumerate().filter(|(_, part)| part.op == Op::Equals);
    let restated = asking.map(|(place, part)| {
        let meaning = Some(Arc::new(meaning(raw, known, part, head)));
        let mut thresholds = Thresholds { meaning, ..Thresholds::default() };
        for column in 0..columns {
            let (confidence, basis) = (patch.confidence, patch.basis.clone());
            let (value, readings) = (Value::YesNo(true), Vec::new());
            let threshold = Threshold { value, confidence, basis, readings };
            thresholds.set(None, column, threshold);
        }
        (place, thresholds)
    });
    restated.collect()
}

/// Only an amendment changes what an indicator is, and only by defining it anew
/// with `measure`; a key that would have no effect is refused.
fn refuse_redefinition(raw: &RawIndicator, kind: CriteriaFileKind, faults: &mut Faults) {
    let amendment = kind == CriteriaFileKind::Amendment;
    let of_part = |there: fn(&RawPart) -> bool| raw.parts.iter().any(there);
    for (key, there) in [
        ("name", raw.name.is_some() && !amendment),
        ("undetermined", raw.undetermined && !amendment),
        ("measure", raw.measure.is_some() || of_part(|p| p.measure.is_some())),
        ("unit", raw.unit.is_some() || of_part(|p| p.unit.is_some())),
        ("counts", raw.counts.is_some() || of_part(|p| p.counts.is_some())),
        ("whole", raw.whole.is_some() || of_part(|p| p.whole.is_some())),
        ("grades", !raw.grades.is_empty()),
        ("delegated", raw.delegated.is_some()),
        ("negative", raw.negative.is_some()),
        ("same_as", raw.same_as.is_some()),
        ("named", raw.named.is_some()),
        ("titles", raw.has_titles),
        ("open", raw.open && amendment),
    ] {
        if there {
            let message = text::overlay_redefines(key);
            faults.add(Code::UnknownKey, raw.span.clone(), message, text::leave_out(key));
        }
    }
}

/// Only a base set refers to other sets: what a layer asks for is compared with what it
/// overlays, and that must not hang by a third set.
fn refuse_multiple(raw: &RawIndicator, faults: &mut Faults) {
    let own = raw.limits.years.iter().map(|(_, limits)| limits).chain([&raw.limits]);
    let of_parts = raw.parts.iter().filter_map(|part| part.limits.as_ref());
    for reference in own.chain(of_parts).filter_map(|limits| limits.at_least_of.as_ref()) {
        let message = text::overlay_redefines("at_least_of");
        faults.add(
            Code::UnknownKey,
            reference.span.clone(),
            message,
            text::leave_out("at_least_of"),
        );
    }
}

/// What a threshold of a layer means: what the layer says itself, and the rest as it
/// applies on the layer's first day.
fn meaning(raw: &RawIndicator, known: &Indicator, part: &Part, head: &RawHead) -> Meaning {
    let named = known.parts.iter().filter(|part| !part.name.is_empty());
    Meaning {
        id: known.id,
        name: raw.name.clone().unwrap_or_else(|| known.name.clone()),
        op: part.op,
        unit: part.measure.is_numeric().then(|| part.unit.clone()),
        counts: part.counts.as_ref().map(|counts| counts.what.clone()),
        grades: if part.measure == Measure::Grade { known.grades.clone() } else { Vec::new() },
        part: part.name.clone(),
        parts: named.map(|part| part.name.clone()).collect(),
        titles: known.titles.clone(),
        named: known.named.clone(),
        if_present: raw.if_present.unwrap_or(known.if_present),
        negative: known.negative,
        of: None,
        decision: head.decision.cited(),
        basis: raw.basis.clone(),
    }
}

/// The thresholds that the layer sets, by the part's place.
fn thresholds(
    raw: &RawIndicator,
    known: &Indicator,
    head: &RawHead,
    set: &Set,
    basis: &str,
    faults: &mut Faults,
) -> BTreeMap<usize, Thresholds> {
    let mut found = BTreeMap::new();
    for own in &raw.parts {
        if !known.parts.iter().any(|part| part.name == own.name) {
            let names: Vec<&str> = known.parts.iter().map(|p| p.name.as_str()).collect();
            let message = text::layer_part_unknown(&own.name, known.id);
            let hint = text::allowed_here(names.join(", "));
            faults.add(Code::UnknownPart, own.span.clone(), message, hint);
        }
    }
    for (place, part) in known.parts.iter().enumerate() {
        let own: Option<&RawPart> = raw.parts.iter().find(|p| p.name == part.name);
        if !raw.parts.is_empty() && own.is_none() {
            continue;
        }
        let written = &own_limits(raw, own);
        let states_yes = !written.confirmed.is_empty() || written.confidence.is_some();
        if part.op == Op::Equals && !states_yes && written.at_least.is_none() {
            continue;
        }
        let meaning = meaning(raw, known, part, head);
        let frame = ThresholdContext {
            columns: &set.columns,
            measure: part.measure,
            grades: &known.grades,
            basis,
            meaning: &meaning,
            confidence: raw.limits.confidence.or(head.confidence),
            complete: false,
            span: raw.span.clone(),
        };
        let limits = limits::parse_limits(written, &frame, faults);
        if limits.thresholds.is_empty() {
            continue;
        }
        if let Some(op) = limits.op.filter(|op| *op != part.op && !limits.places.is_empty()) {
            let span = limits.places[0].2.clone();
            let message = text::other_direction(op.as_str(), part.op.as_str());
            faults.add(Code::BadValue, span, message, text::use_direction(part.op.as_str()));
            continue;
        }
        if let Some(of) =
            part.thresholds.of.as_ref().filter(|_| head.kind != CriteriaFileKind::Amendment)
        {
            let message = text::set_by_another(known.id, &of.set);
            faults.add(Code::BadValue, raw.id.span(), message, text::change_that_set(&of.set));
            continue;
        }
        if head.kind != CriteriaFileKind::Amendment {
            refuse_laxer(&limits, (known, place), head, set, faults);
        }
        found.insert(place, limits.thresholds);
    }
    found
}
