//! Builds a layer against the set it changes, and refuses one that contradicts it.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::base::{self, define, own_limits};
use super::block::Block;
use super::library::{Layer, Set};
use super::limits::{self, Frame, Limits};
use super::raw::{self, Kind, RawHead, RawIndicator, RawPart};
use super::source::Faults;
use super::{Indicator, IndicatorId, Part, Thresholds, Value};
use crate::fold;
use crate::problem::{self, Code};
use crate::text;

/// What a layer changes of one indicator.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    /// A new definition; the old one and its thresholds are gone.
    definition: Option<Indicator>,
    name: Option<String>,
    note: Option<String>,
    /// The legal source of what this layer says.
    basis: String,
    /// Thresholds by the part's place.
    parts: BTreeMap<usize, Thresholds>,
    /// The old thresholds are gone and the new ones are not known.
    undetermined: bool,
    /// Thresholds stay as they are but rest on this layer too.
    rebased: bool,
    if_present: bool,
    /// Where it stands in its file.
    span: Range<usize>,
}

impl Patch {
    /// Changes `indicator`. `superseded`: a later amendment has redefined it or
    /// left it undetermined, so this layer's thresholds do not live on.
    pub(super) fn apply(&self, indicator: &mut Indicator, superseded: Superseded) {
        if let Some(definition) = &self.definition {
            *indicator = definition.clone();
            return;
        }
        if superseded == Superseded::Wholly {
            return;
        }
        if let Some(name) = &self.name {
            indicator.name.clone_from(name);
        }
        if self.note.is_some() {
            indicator.note.clone_from(&self.note);
        }
        indicator.if_present |= self.if_present;
        if self.undetermined {
            base::without_thresholds(&mut indicator.parts);
            indicator.basis.clone_from(&self.basis);
        }
        if self.rebased {
            indicator.basis = format!("{}; {}", indicator.basis, self.basis);
            for part in &mut indicator.parts {
                part.thresholds.rest_on(&self.basis);
            }
        }
        if superseded == Superseded::No {
            for (place, thresholds) in &self.parts {
                if let Some(part) = indicator.parts.get_mut(*place) {
                    part.thresholds.overlay(thresholds);
                }
            }
        }
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

/// How much of an older layer's patch a later amendment sets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Superseded {
    No,
    Thresholds,
    Wholly,
}

impl Thresholds {
    /// Whether a column has a value for every year.
    fn any_year_has(&self, column: usize) -> bool {
        self.any_year.get(column).is_some_and(Option::is_some)
    }

    fn rest_on(&mut self, basis: &str) {
        let rows = std::iter::once(&mut self.any_year).chain(self.years.values_mut());
        for threshold in rows.flatten().flatten() {
            threshold.basis = format!("{}; {basis}", threshold.basis);
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
    let mut open = Vec::new();
    for block in file.blocks("indicator", faults) {
        let Some(raw) = raw::indicator(block, faults) else {
            continue;
        };
        let id = *raw.id.get_ref();
        let Some(known) = set.indicator_on(id, head.decision.in_force) else {
            let near = set.ids().map(|i| i.to_string()).collect::<Vec<_>>();
            let near = fold::nearest(&id.to_string(), near.iter().map(String::as_str)).join(", ");
            let message = text::layer_names_unknown(id, &set.id);
            faults.add(Code::UnknownIndicator, raw.id.span(), message, text::did_you_mean(near));
            continue;
        };
        let before = problem::errors(&faults.problems);
        let patch = patch(&raw, &known, &head, set, faults);
        refuse_pointless_open(&raw, &known, &patch, set, faults);
        // What is said wrongly is told as such, not as left unsaid.
        if raw.open || raw.faulty || problem::errors(&faults.problems) > before {
            open.push(id);
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
        sha256: faults.source.sha256(),
        patches,
    };
    if layer.kind == Kind::Overlay {
        require_delegated(&layer, set, &open, head.span, faults);
    }
    layer
}

/// `open` says that a delegated value is not fixed yet: not beside a value for
/// every column, and not of what is not delegated.
fn refuse_pointless_open(
    raw: &RawIndicator,
    known: &Indicator,
    patch: &Patch,
    set: &Set,
    faults: &mut Faults,
) {
    let whole = |t: &Thresholds| (1..set.columns.count()).all(|c| t.any_year_has(c));
    let fixed = patch.parts.len() == known.parts.len() && patch.parts.values().all(whole);
    if raw.open && (fixed || !known.delegated) {
        let message = match known.delegated {
            true => text::open_yet_set(known.id),
            false => text::open_not_delegated(known.id),
        };
        faults.add(Code::TwoValues, raw.id.span(), message, text::leave_out("open"));
    }
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
        undetermined: raw.undetermined,
        rebased: false,
        if_present: raw.if_present == Some(true),
        span: raw.id.span(),
        basis,
    };
    if !redefined {
        patch.parts = thresholds(raw, known, head, set, &patch.basis, faults);
        patch.rebased = head.kind == Kind::Amendment && patch.parts.is_empty() && !raw.undetermined;
    }
    if raw.undetermined && !patch.parts.is_empty() {
        let message = text::undetermined_yet_set(raw.id.get_ref());
        faults.add(Code::TwoValues, raw.id.span(), message, text::keep_one());
    }
    patch
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
        ("open", raw.open && amendment),
    ] {
        if there {
            let message = text::overlay_redefines(key);
            faults.add(Code::UnknownKey, raw.span.clone(), message, text::leave_out(key));
        }
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
        let states_yes = written.confirmed.is_some() || written.confidence.is_some();
        if part.op == super::Op::Equals && !states_yes && written.at_least.is_none() {
            continue;
        }
        let frame = Frame {
            columns: &set.columns,
            measure: part.measure,
            grades: &known.grades,
            basis,
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
        if head.kind != Kind::Amendment {
            refuse_laxer(&limits, (known.id, place), head, set, faults);
        }
        found.insert(place, limits.thresholds);
    }
    found
}

/// An overlay may not ask for less than the central value, in any column and
/// year, at any time while both are in force.
fn refuse_laxer(
    limits: &Limits,
    (id, place): (IndicatorId, usize),
    head: &RawHead,
    set: &Set,
    faults: &mut Faults,
) {
    let states = set.states(id, head.decision.in_force, head.decision.until);
    let until = head.decision.until.or(set.decision.until);
    // A value written once for several columns is one fault.
    let mut told: Vec<(Range<usize>, Vec<String>)> = Vec::new();
    for (year, column, span) in limits.places.iter().filter(|(_, column, _)| *column > 0) {
        let laxer = states.iter().find_map(|(day, state)| {
            let part = state.parts.get(place)?;
            let asked = laxer_than(limits, part, (*year, *column), *day, until)?;
            let key = set.columns.key(*column);
            let (year, asked) = asked;
            let since = if year == day.year() { day.to_string() } else { year.to_string() };
            Some(format!("{key} {asked} ({since})"))
        });
        let Some(case) = laxer else { continue };
        match told.iter_mut().find(|(other, _)| other == span) {
            Some((_, cases)) => cases.push(case),
            None => told.push((span.clone(), vec![case])),
        }
    }
    for (span, cases) in told {
        let message = text::laxer(id, cases.join(", "));
        faults.add(Code::LaxerThanBase, span, message, text::raise_or_name_columns());
    }
}

/// The year in which the layer undercuts the central value of a case, and that
/// value as text.
fn laxer_than(
    limits: &Limits,
    part: &Part,
    (year, column): (Option<i16>, usize),
    day: Date,
    until: Option<Date>,
) -> Option<(i16, String)> {
    let first = day.year();
    let own_years = limits.thresholds.own_years().chain(part.thresholds.own_years());
    let last = until.map_or_else(|| own_years.max().unwrap_or(first), |until| until.year());
    let years: Vec<i16> = match year {
        Some(year) => vec![year],
        None => (first..=last.max(first)).collect(),
    };
    let years = years.into_iter().filter(|y| (first..=last.max(first)).contains(y));
    years
        .filter_map(|y| {
            let asked = part.thresholds.get(y, column)?;
            let given = limits.thresholds.get(y, column)?;
            let words = match &asked.value {
                Value::Number(n) => format!("{} {n}", part.op.as_str()),
                _ => part.op.as_str().to_owned(),
            };
            undercuts(&given.value, &asked.value, part.op).then_some((y, words))
        })
        .next()
}

fn undercuts(given: &super::Value, asked: &super::Value, op: super::Op) -> bool {
    use super::Value::{Grade, Number};
    let below = match (given, asked) {
        (Number(given), Number(asked)) => given.cmp(asked),
        (Grade(given), Grade(asked)) => given.cmp(asked),
        _ => return false,
    };
    match op {
        super::Op::AtLeast => below.is_lt(),
        super::Op::AtMost => below.is_gt(),
        super::Op::Equals => false,
    }
}

/// A province's overlay fixes every delegated indicator or says that it is open.
fn require_delegated(
    layer: &Layer,
    set: &Set,
    open: &[IndicatorId],
    span: Range<usize>,
    faults: &mut Faults,
) {
    for id in set.ids().filter(|id| !open.contains(id)) {
        let known = set.indicator_on(id, layer.decision.in_force);
        let Some(known) = known.filter(|known| known.delegated) else {
            continue;
        };
        let first = layer.decision.in_force.year();
        let until = layer.decision.until.or(set.decision.until);
        let years = first..=until.map_or(first, |until| until.year());
        let patch = layer.patches.get(&id);
        let fixed = |column: &usize| {
            let part = |place| patch.and_then(|p| p.parts.get(&place));
            let in_all = |t: &Thresholds| {
                t.any_year_has(*column) || years.clone().all(|y| t.get(y, *column).is_some())
            };
            (0..known.parts.len()).all(|place| part(place).is_some_and(in_all))
        };
        let missing = (1..set.columns.count()).filter(|column| !fixed(column));
        let missing: Vec<&str> = missing.map(|column| set.columns.key(column)).collect();
        match patch {
            _ if missing.is_empty() => {}
            None => {
                let (message, hint) = (text::left_open(id, &known.name), text::fix_or_say_open(id));
                faults.add(Code::DelegatedOpen, span.clone(), message, hint);
            }
            Some(patch) => {
                let message = text::left_open_in(id, missing.join(", "));
                faults.add(
                    Code::DelegatedOpen,
                    patch.span.clone(),
                    message,
                    text::fix_all_columns(),
                );
            }
        }
    }
}
