//! Builds a layer against the set it changes, and refuses one that contradicts it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::base::{self, define, own_limits};
use super::block::Block;
use super::conflicts::{refuse_excuse, refuse_laxer, refuse_pointless_open, require_delegated};
use super::library::{Layer, Set};
use super::limits::{self, Frame};
use super::plausible::{self, Plausible};
use super::raw::{self, Kind, RawHead, RawIndicator, RawPart};
use super::source::Faults;
use super::{
    Confidence, Indicator, IndicatorId, Meaning, Measure, Op, Part, Threshold, Thresholds, Value,
};
use crate::fold;
use crate::problem::Code;
use crate::text;

/// What a layer changes of one indicator.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    /// A new definition; the old one and its thresholds are gone.
    pub(super) definition: Option<Indicator>,
    name: Option<String>,
    note: Option<String>,
    /// The legal source of what this layer says.
    basis: String,
    /// Thresholds by the part's place.
    pub(super) parts: BTreeMap<usize, Thresholds>,
    /// Ranges in which numbers are plausible, by the part's place.
    plausible: BTreeMap<usize, Plausible>,
    /// The old thresholds are gone and the new ones are not known.
    pub(super) undetermined: bool,
    /// Thresholds stay as they are but rest on this layer too, and are no surer than it.
    pub(super) rebased: bool,
    /// Of those that ask for yes, by the part's place: what a layer says that leaves them
    /// or allows `không áp dụng`.
    pub(super) restated: BTreeMap<usize, Thresholds>,
    confidence: Confidence,
    /// Whether `không áp dụng` is allowed, where it says so.
    pub(super) if_present: Option<bool>,
    /// What was fixed before is open again, but for what it sets itself.
    open: bool,
    /// Where it stands in its file.
    pub(super) span: Range<usize>,
}

impl Patch {
    /// Changes `indicator`. `superseded`: a later amendment has redefined it or
    /// left it undetermined, so this layer's thresholds do not live on. `newer`: what is
    /// laid already and yet newer, which this layer cannot open again.
    pub(super) fn apply(
        &self,
        indicator: &mut Indicator,
        superseded: Superseded,
        newer: &[&Patch],
    ) {
        if let Some(definition) = &self.definition {
            *indicator = definition.clone();
            return;
        }
        if superseded == Superseded::Wholly {
            return;
        }
        if let Some(name) = &self.name {
            indicator.redefined = true;
            indicator.name.clone_from(name);
        }
        if self.note.is_some() {
            indicator.note.clone_from(&self.note);
        }
        if let Some(if_present) = self.if_present {
            indicator.if_present = if_present;
        }
        plausible::lay(&mut indicator.parts, &self.plausible, None);
        if self.undetermined {
            base::without_thresholds(&mut indicator.parts);
            indicator.basis.clone_from(&self.basis);
        }
        if self.rebased {
            indicator.basis = format!("{}; {}", indicator.basis, self.basis);
            indicator.parts.iter_mut().for_each(|part| part.thresholds.rest_on(&self.basis));
        }
        if self.rebased || self.excuses() {
            indicator.parts.iter_mut().for_each(|part| part.thresholds.at_most(self.confidence));
        }
        if superseded == Superseded::No {
            if self.open {
                base::without_thresholds(&mut indicator.parts);
                newer.iter().for_each(|patch| patch.set(indicator));
            }
            self.set(indicator);
        }
    }

    /// Sets its thresholds.
    fn set(&self, indicator: &mut Indicator) {
        for place in 0..indicator.parts.len() {
            if let Some(thresholds) = self.of_part(indicator, place) {
                indicator.parts[place].thresholds.overlay(thresholds);
            }
        }
    }

    /// What it sets of a part; nothing where the part is not what it was when this layer
    /// spoke of it, as after the end of an amendment that had made it another.
    pub(super) fn of_part(&self, indicator: &Indicator, place: usize) -> Option<&Thresholds> {
        let part = indicator.parts.get(place)?;
        let thresholds = self.parts.get(&place)?;
        let means = |meaning: &Meaning| {
            let unit = part.measure.is_numeric().then_some(&part.unit);
            let graded = part.measure == Measure::Grade;
            let grades: &[String] = if graded { &indicator.grades } else { &[] };
            meaning.part == part.name
                && meaning.op == part.op
                && meaning.unit.as_ref() == unit
                && meaning.grades == grades
        };
        thresholds.meaning.as_deref().is_none_or(means).then_some(thresholds)
    }

    /// Whether all that it says is that `không áp dụng` is allowed.
    pub(super) fn excuses(&self) -> bool {
        let excuses = self.if_present == Some(true) && self.definition.is_none();
        excuses && self.parts.is_empty() && !self.undetermined
    }

    /// What this amendment does to the layers that are older than it.
    pub(super) fn supersedes(&self) -> Superseded {
        match (&self.definition, self.undetermined) {
            (Some(_), _) => Superseded::Wholly,
            (None, true) => Superseded::Thresholds,
            (None, false) => Superseded::No,
        }
    }
}

/// What a layer does to the threshold of a part, in one year and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It says nothing of it.
    Untouched,
    /// It sets it.
    Sets,
    /// It leaves it open, or takes it away without a new one.
    Opens,
    /// It leaves it as it is, which then rests on this layer too.
    Rests,
    /// It would set it, but a newer amendment has set that aside.
    SetAside,
}

impl Effect {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Effect::Untouched => "untouched",
            Effect::Sets => "sets",
            Effect::Opens => "opens",
            Effect::Rests => "rests",
            Effect::SetAside => "set_aside",
        }
    }
}

impl Patch {
    /// What it does to the threshold of the part at `place` in a year and column of an
    /// indicator on which it is laid.
    pub(super) fn effect(
        &self,
        (indicator, place): (&Indicator, usize),
        (year, column): (i16, Option<usize>),
        superseded: Superseded,
    ) -> Effect {
        let is_set = |thresholds: &Thresholds| {
            column.is_some_and(|column| thresholds.get(year, column).is_some())
        };
        // What a newer amendment has set stays.
        let is_left = |indicator: &Indicator, place: usize| {
            indicator.parts.get(place).is_some_and(|part| is_set(&part.thresholds))
        };
        if let Some(definition) = &self.definition {
            let part = definition.parts.get(place);
            let set = part.is_some_and(|part| is_set(&part.thresholds));
            return if set { Effect::Sets } else { Effect::Opens };
        }
        let sets = self.of_part(indicator, place).is_some_and(is_set);
        match (superseded, sets) {
            (Superseded::No, true) => Effect::Sets,
            (_, true) => Effect::SetAside,
            (Superseded::Wholly, false) => Effect::Untouched,
            (_, false) if self.undetermined => Effect::Opens,
            (Superseded::No, false) if self.open && !is_left(indicator, place) => Effect::Opens,
            (_, false) if self.rebased => Effect::Rests,
            (_, false) => Effect::Untouched,
        }
    }

    /// Whether it allows `không áp dụng`.
    pub(super) fn allows_absence(&self, superseded: Superseded) -> bool {
        match &self.definition {
            Some(definition) => definition.if_present,
            None => self.if_present == Some(true) && superseded != Superseded::Wholly,
        }
    }
}

/// How much of an older layer's patch a later amendment sets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Superseded {
    No,
    Thresholds,
    Wholly,
}

impl Thresholds {
    fn rest_on(&mut self, basis: &str) {
        for threshold in self.all_mut() {
            threshold.basis = format!("{}; {basis}", threshold.basis);
        }
    }

    /// What was confirmed is no surer than what a layer that nobody confirmed makes of it.
    fn at_most(&mut self, confidence: Confidence) {
        for threshold in self.all_mut().filter(|t| t.confidence == Confidence::Confirmed) {
            threshold.lower_to(confidence);
        }
    }
}

/// Reads a layer's indicators and checks them against `set`, which holds every
/// layer that comes before.
pub(super) fn read(file: &Block, head: RawHead, set: &Set, faults: &mut Faults) -> Layer {
    if *head.level.get_ref() != set.level {
        let message = text::level_of_layer(head.level.get_ref(), set.level);
        faults.add(
            Code::BadValue,
            head.level.span(),
            message,
            text::write_instead(set.level.as_str()),
        );
    }
    if head.kind == Kind::Overlay && !file.has("province") {
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
        // What is said wrongly is told as such, not as left unsaid.
        if raw.open || raw.faulty || faults.errors() > before {
            open.insert(id);
        }
        if patches.insert(id, patch).is_some() {
            faults.add(Code::TwoValues, raw.id.span(), text::indicator_twice(id), text::keep_one());
        }
    }
    let layer = Layer {
        id: faults.source.id.clone(),
        title: head.title,
        kind: head.kind,
        province: head.province,
        decision: head.decision,
        cautions: head.cautions,
        origin: faults.source.origin,
        file: faults.source.name.clone(),
        sha256: faults.source.sha256(),
        patches,
    };
    if layer.kind == Kind::Overlay {
        require_delegated(&layer, set, &open, head.span, faults);
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
    let redefined = head.kind == Kind::Amendment && raw.measure.is_some();
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
        patch.plausible = plausible::of_parts(raw, &known.parts, faults);
        patch.rebased = head.kind == Kind::Amendment
            && patch.parts.is_empty()
            && !raw.undetermined
            && !plausible::is_all(raw);
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
fn refuse_redefinition(raw: &RawIndicator, kind: Kind, faults: &mut Faults) {
    let amendment = kind == Kind::Amendment;
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
        let frame = Frame {
            columns: &set.columns,
            measure: part.measure,
            grades: &known.grades,
            basis,
            meaning: &meaning,
            confidence: raw.limits.confidence.or(head.confidence),
            complete: false,
            span: raw.span.clone(),
        };
        let limits = limits::read(written, &frame, faults);
        if limits.thresholds.is_empty() {
            continue;
        }
        if let Some(op) = limits.op.filter(|op| *op != part.op && !limits.places.is_empty()) {
            let span = limits.places[0].2.clone();
            let message = text::other_direction(op.as_str(), part.op.as_str());
            faults.add(Code::BadValue, span, message, text::use_direction(part.op.as_str()));
            continue;
        }
        if let Some(of) = part.thresholds.of.as_ref().filter(|_| head.kind != Kind::Amendment) {
            let message = text::set_by_another(known.id, &of.set);
            faults.add(Code::BadValue, raw.id.span(), message, text::change_that_set(&of.set));
            continue;
        }
        if head.kind != Kind::Amendment {
            refuse_laxer(&limits, (known, place), head, set, faults);
        }
        found.insert(place, limits.thresholds);
    }
    found
}
