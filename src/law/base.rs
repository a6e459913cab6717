//! Builds a base set: a whole annex, from its file alone.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use super::block::{At, Block, MOST_COLUMNS};
use super::clause::{self, ClauseKind};
use super::frame::ThresholdContext;
use super::head::{RawHead, STATED};
use super::limits;
use super::link;
use super::raw::{self, RawIndicator, RawLimits, RawPart};
use super::set::Set;
use super::source::Faults;
use super::{
    CheckPart, ColumnRule, Columns, ColumnsBy, Confidence, Counts, Criterion, Domain, Indicator,
    IndicatorId, IndicatorTerms, Level, Meaning, Measure, Op, Part, PartWithin, ranges, withdrawal,
};
use crate::problem::Code;
use crate::text;

/// Reads a base set.
pub(super) fn parse_set(file: &Block, head: RawHead, faults: &mut Faults) -> Set {
    let columns = columns(file, faults);
    let mut criteria: Vec<Criterion> = Vec::new();
    let (mut seen, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for block in file.blocks("criterion", faults) {
        let no = block.small::<u16>("no", faults);
        let name = block.words("name", faults);
        let group = block.words("group", faults).map(Spanned::into_inner);
        for key in ["no", "name"] {
            if !block.has(key) {
                block.missing(Code::MissingKey, key, faults);
            }
        }
        let mut indicators = Vec::new();
        for inner in block.blocks("indicator", faults) {
            let Some(raw) = raw::indicator(inner, faults) else {
                continue;
            };
            refuse_titles(&raw, *head.level.get_ref(), faults);
            check_number(&raw.id, no.as_ref(), &mut seen, faults);
            let basis = head.decision.basis(*raw.id.get_ref());
            indicators.extend(define(&raw, &columns, head.confidence, &basis, None, faults));
        }
        block.finish(faults);
        if let (Some(no), Some(name)) = (no, name) {
            if !numbers.insert(*no.get_ref()) {
                let message = text::criterion_twice(no.get_ref());
                faults.add(Code::TwoValues, no.span(), message, text::keep_one());
            }
            let (no, name, group) = (no.into_inner(), name.into_inner(), group.unwrap_or_default());
            criteria.push(Criterion { no, name, group, indicators });
        }
    }
    if criteria.iter().all(|c| c.indicators.is_empty()) && faults.count() == 0 {
        file.missing(Code::MissingKey, "[[criterion]]", faults);
    }
    if criteria.iter().map(|c| c.indicators.len()).sum::<usize>() > MOST_INDICATORS {
        let message = text::too_many(text::indicators_of_a_set(), MOST_INDICATORS);
        faults.add(Code::BadValue, file.span.clone(), message, text::make_fewer());
    }
    let level = *head.level.get_ref();
    let withdrawal = withdrawal::parse_withdrawal(file, level, head.confidence, faults);
    let requires = link::requires(file, head.confidence, faults);
    let (check_parts, parts_within) = (check_parts(file, faults), parts_within(file, faults));
    let (head, referred, layers) = (head.of_file(faults.source), Vec::new(), Vec::new());
    Set {
        head,
        level,
        columns,
        check_parts,
        parts_within,
        requires,
        withdrawal,
        referred,
        criteria,
        layers,
    }
}

/// More indicators than any set has.
const MOST_INDICATORS: usize = 10_000;

/// Only a condition of recognition is for a title; an indicator is for its set's.
fn refuse_titles(raw: &RawIndicator, level: Level, faults: &mut Faults) {
    if raw.has_titles && level != Level::Recognition {
        let message = text::unknown_key("titles");
        faults.add(Code::UnknownKey, raw.span.clone(), message, text::leave_out("titles"));
    }
}

fn check_number(
    id: &At<IndicatorId>,
    criterion: Option<&At<u16>>,
    seen: &mut BTreeSet<IndicatorId>,
    faults: &mut Faults,
) {
    if !seen.insert(*id.get_ref()) {
        let message = text::indicator_twice(id.get_ref());
        faults.add(Code::TwoValues, id.span(), message, text::keep_one());
    }
    if let Some(no) = criterion.filter(|no| *no.get_ref() != id.get_ref().criterion) {
        let message = text::indicator_elsewhere(id.get_ref(), no.get_ref());
        faults.add(Code::BadValue, id.span(), message, text::write_indicator_id());
    }
}

fn columns(file: &Block, faults: &mut Faults) -> Columns {
    let by = [("region", ColumnsBy::Region), ("group", ColumnsBy::Group)];
    let by = file.choice("columns_by", &by, faults);
    let named = match file.block("columns", faults) {
        Some(block) => block.names(faults),
        None => Vec::new(),
    };
    let named = few_columns(named, file, faults);
    for key in ["columns_by", "columns"] {
        if !file.has(key) {
            file.missing(Code::MissingKey, key, faults);
        }
    }
    let mut columns =
        Columns { by: by.map_or(ColumnsBy::Region, Spanned::into_inner), named, rules: Vec::new() };
    for block in file.blocks("column_rule", faults) {
        let rule = column_rule(&block, &columns, faults);
        block.finish(faults);
        columns.rules.extend(rule);
    }
    columns
}

/// No more columns than any annex has.
fn few_columns(
    mut named: Vec<(String, String)>,
    file: &Block,
    faults: &mut Faults,
) -> Vec<(String, String)> {
    if named.len() > MOST_COLUMNS {
        let message = text::too_many(text::columns_of_a_set(), MOST_COLUMNS);
        faults.add(Code::BadValue, file.place("columns"), message, text::make_fewer());
        named.truncate(MOST_COLUMNS);
    }
    named
}

fn column_rule(block: &Block, columns: &Columns, faults: &mut Faults) -> Option<ColumnRule> {
    let key = block.words("column", faults);
    let classes = block.list("class", faults);
    let district_classes = block.list("district_class", faults);
    let basis = block.words("basis", faults);
    let confidence = block.choice("confidence", &STATED, faults);
    for key in ["column", "class", "district_class", "confidence"] {
        if !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
    }
    if !block.has("basis") {
        block.missing(Code::MissingBasis, "basis", faults);
    }
    let key = key?;
    let Some(column) = columns.find(key.get_ref()) else {
        let known: Vec<&str> = columns.keys().collect();
        let message = text::unknown_column_key(key.get_ref());
        faults.add(Code::UnknownKey, key.span(), message, text::allowed_here(known.join(", ")));
        return None;
    };
    let mut rule = ColumnRule {
        column,
        classes,
        district_classes,
        basis: basis?.into_inner(),
        confidence: confidence?.into_inner(),
    };
    let now = clause::of_rule(&rule, columns, &faults.readable.decision);
    rule.confidence =
        clause::confidence(block, ClauseKind::ColumnRule, rule.confidence, &now, faults);
    Some(rule)
}

fn parts_within(file: &Block, faults: &mut Faults) -> Vec<PartWithin> {
    let mut all = Vec::new();
    for block in file.blocks("part_within", faults) {
        let words = ["part", "of"].map(|key| {
            if !block.has(key) {
                block.missing(Code::MissingKey, key, faults);
            }
            block.words(key, faults).map(Spanned::into_inner)
        });
        block.finish(faults);
        if let [Some(part), Some(of)] = words {
            all.push(PartWithin { part, of });
        }
    }
    all
}

fn check_parts(file: &Block, faults: &mut Faults) -> Vec<CheckPart> {
    let mut check_parts = Vec::new();
    for block in file.blocks("check_part", faults) {
        let of = block.list("of", faults);
        let name = block.words("part", faults).map(Spanned::into_inner);
        for key in ["of", "part"] {
            if !block.has(key) {
                block.missing(Code::MissingKey, key, faults);
            }
        }
        block.finish(faults);
        check_parts.extend(name.map(|name| CheckPart { of, name }));
    }
    check_parts
}

/// Builds a whole indicator. `earlier` is the definition that an amendment
/// replaces; what the amendment does not say of name and flags is taken from it.
pub(super) fn define(
    raw: &RawIndicator,
    columns: &Columns,
    confidence: Option<Confidence>,
    basis: &str,
    earlier: Option<&Indicator>,
    faults: &mut Faults,
) -> Option<Indicator> {
    let id = *raw.id.get_ref();
    let name = raw.name.clone().or_else(|| earlier.map(|e| e.name.clone()));
    if name.is_none() {
        let message = text::key_missing("name");
        faults.add(Code::MissingKey, raw.span.clone(), message, text::add_key("name"));
    }
    let measure = raw.measure.as_ref().map_or(Measure::YesNo, |m| *m.get_ref());
    if (measure == Measure::Grade) != (raw.grades.len() >= 2) {
        faults.add(Code::BadValue, raw.span.clone(), text::grades_wrong(), text::list_grades());
    }
    let basis = raw.basis.as_deref().unwrap_or(basis);
    let flag = |own: Option<bool>, of: fn(&Indicator) -> bool| {
        own.unwrap_or_else(|| earlier.is_some_and(of))
    };
    let meaning = Meaning {
        id,
        name: name.clone().unwrap_or_default(),
        op: Op::AtLeast,
        unit: None,
        counts: None,
        grades: Vec::new(),
        part: String::new(),
        parts: raw.parts.iter().map(|part| part.name.clone()).collect(),
        titles: earlier.map_or(&raw.titles, |earlier| &earlier.titles).clone(),
        named: raw.named.clone().or_else(|| earlier?.named.clone()),
        if_present: flag(raw.if_present, |e| e.if_present),
        negative: flag(raw.negative, |e| e.negative),
        of: None,
        decision: faults.readable.decision.clone(),
        basis: raw.basis.clone(),
    };
    let frame = ThresholdContext {
        columns,
        measure,
        grades: &raw.grades,
        basis,
        meaning: &meaning,
        confidence: raw.limits.confidence.or(confidence),
        complete: raw.delegated != Some(true),
        span: raw.span.clone(),
    };
    let mut parts = parts(raw, measure, &frame, faults);
    require_thresholds(raw, &parts, faults);
    let ranges = ranges::of_parts(raw, &parts, faults);
    ranges::lay(&mut parts, &ranges, earlier);
    let terms = IndicatorTerms {
        id,
        name: name?,
        unit: unit(raw.unit.as_ref(), measure, raw, faults),
        measure,
        grades: raw.grades.clone(),
        if_present: meaning.if_present,
        delegated: flag(raw.delegated, |e| e.delegated),
        negative: meaning.negative,
        same_as: same_as(raw, faults).or_else(|| earlier?.same_as),
        named: meaning.named,
        redefined: earlier.is_some(),
        titles: meaning.titles,
        note: raw.note.clone(),
    };
    Some(Indicator { terms, basis: basis.to_owned(), parts })
}

/// A set may leave a threshold open only where it says so.
fn require_thresholds(raw: &RawIndicator, parts: &[Part], faults: &mut Faults) {
    let open = parts.iter().any(|part| part.thresholds.is_empty());
    if open && raw.delegated != Some(true) && !raw.undetermined && !raw.faulty {
        let message = text::no_threshold(raw.id.get_ref());
        faults.add(Code::MissingKey, raw.span.clone(), message, text::state_threshold());
    }
    if raw.undetermined && parts.iter().any(|part| !part.thresholds.is_empty()) && !parts.is_empty()
    {
        let message = text::undetermined_yet_set(raw.id.get_ref());
        faults.add(Code::TwoValues, raw.span.clone(), message, text::keep_one());
    }
}

fn parts(
    raw: &RawIndicator,
    measure: Measure,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Vec<Part> {
    if raw.parts.is_empty() {
        return vec![part(raw, None, measure, frame, faults)];
    }
    let own = raw.parts.iter();
    own.map(|p| part(raw, Some(p), measure, frame, faults)).collect()
}

/// Builds a part; what its own block does not say is taken from the indicator.
fn part(
    raw: &RawIndicator,
    own: Option<&RawPart>,
    measure: Measure,
    frame: &ThresholdContext,
    faults: &mut Faults,
) -> Part {
    let stated = own.and_then(|p| p.measure.as_ref());
    let measure = stated.map_or(measure, |m| *m.get_ref());
    let span = own.map_or_else(|| frame.span.clone(), |p| p.span.clone());
    let unit_written = own.and_then(|p| p.unit.as_ref());
    let unit_written = match stated {
        Some(_) => unit_written,
        None => unit_written.or(raw.unit.as_ref()),
    };
    let unit = unit(unit_written, measure, raw, faults);
    let counts_written = own.and_then(|p| p.counts.as_ref()).or(raw.counts.as_ref());
    let whole = own.and_then(|p| p.whole).or(raw.whole);
    let counts = counts(counts_written, whole, measure, &span, faults);
    let name = own.map(|p| p.name.clone()).unwrap_or_default();
    let meaning = Meaning {
        unit: measure.is_numeric().then(|| unit.clone()),
        counts: counts.as_ref().map(|counts| counts.what.clone()),
        grades: if measure == Measure::Grade { raw.grades.clone() } else { Vec::new() },
        part: name.clone(),
        ..frame.meaning.clone()
    };
    let frame = ThresholdContext { measure, span, meaning: &meaning, ..*frame };
    // Nothing is written where yes is asked for: what nobody has asked for yet says so.
    let open = raw.undetermined || raw.delegated == Some(true);
    let limits = if open && measure == Measure::YesNo {
        limits::none(&own_limits(raw, own), &frame, faults)
    } else {
        limits::parse_limits(&own_limits(raw, own), &frame, faults)
    };
    Part {
        name,
        measure,
        unit,
        op: limits.op.unwrap_or(match measure {
            Measure::YesNo => Op::Equals,
            _ => Op::AtLeast,
        }),
        counts,
        plausible: None,
        thresholds: limits.thresholds,
    }
}

/// A part's own thresholds; what it does not say is taken from the indicator.
pub(super) fn own_limits(raw: &RawIndicator, own: Option<&RawPart>) -> RawLimits {
    let Some(of_part) = own.and_then(|p| p.limits.clone()) else {
        return raw.limits.clone();
    };
    let multiple = of_part.at_least_of.is_some();
    let valued = multiple || of_part.at_least.is_some() || of_part.at_most.is_some();
    let general = raw.limits.clone();
    let confirmed =
        if of_part.confirmed.is_empty() && !valued { general.confirmed } else { of_part.confirmed };
    let named = !of_part.confidence_of.is_empty();
    let own = valued || !of_part.years.is_empty();
    let (at_least, at_most, at_least_of, years) = if own {
        (of_part.at_least, of_part.at_most, of_part.at_least_of, of_part.years)
    } else {
        (general.at_least, general.at_most, general.at_least_of, general.years)
    };
    RawLimits {
        at_least,
        at_most,
        at_least_of,
        years,
        confidence: of_part.confidence.or(general.confidence),
        confidence_of: if named { of_part.confidence_of } else { general.confidence_of },
        confirmed,
    }
}

fn counts(
    what: Option<&At<String>>,
    whole: Option<bool>,
    measure: Measure,
    span: &Range<usize>,
    faults: &mut Faults,
) -> Option<Counts> {
    if measure != Measure::Share {
        return None;
    }
    for (key, there) in [("counts", what.is_some()), ("whole", whole.is_some())] {
        if !there {
            let message = text::key_missing(key);
            faults.add(Code::MissingKey, span.clone(), message, text::state_counts());
        }
    }
    let what = what?.get_ref().clone();
    Some(Counts { what, whole: whole? })
}

/// The unit: fixed for shares, yes/no and grades, to be stated for the rest.
fn unit(
    written: Option<&At<String>>,
    measure: Measure,
    raw: &RawIndicator,
    faults: &mut Faults,
) -> String {
    let fixed = match measure.domain() {
        Domain::Numbers { percent: true, .. } => "%",
        Domain::Verdicts => "đạt/không",
        Domain::Grades => "",
        Domain::Numbers { .. } => {
            if written.is_none() {
                let message = text::key_missing("unit");
                faults.add(Code::MissingUnit, raw.span.clone(), message, text::state_unit());
            }
            return written.map(|u| u.get_ref().clone()).unwrap_or_default();
        }
    };
    if let Some(other) = written.filter(|u| u.get_ref() != fixed) {
        let message = text::unit_is_fixed(other.get_ref(), fixed);
        faults.add(Code::BadValue, other.span(), message, text::leave_out("unit"));
    }
    fixed.to_owned()
}

/// `same_as = "ntm 3.1"`.
fn same_as(raw: &RawIndicator, faults: &mut Faults) -> Option<(Level, IndicatorId)> {
    let written = raw.same_as.as_ref()?;
    let parsed = written
        .get_ref()
        .split_once(' ')
        .and_then(|(level, id)| Some((Level::from_word(level)?, IndicatorId::parse(id)?)));
    if parsed.is_none() {
        let message = text::key_not_readable("same_as", text::a_same_as());
        faults.add(Code::BadValue, written.span(), message, text::write_instead(text::a_same_as()));
    }
    parsed
}
