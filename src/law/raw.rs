//! A criteria file as written: every key read, nothing yet checked against
//! another key or file.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeTable;

use super::block::{At, Block, Scalar, Values};
use super::head::{STATED, stated_confidence};
use super::meaning::{ConfirmedTerms, SOURCE, Term};
use super::plausible::{self, Plausible};
use super::reading::Reading;
use super::source::{Faults, Readable};
use super::{Confidence, IndicatorId, Level, Measure};

use crate::exact::Exact;
use crate::problem::Code;
use crate::text::{self, Text};

/// An indicator as a base defines it or a layer changes it.
pub(super) struct RawIndicator {
    pub(super) id: At<IndicatorId>,
    pub(super) name: Option<String>,
    pub(super) measure: Option<At<Measure>>,
    pub(super) unit: Option<At<String>>,
    pub(super) counts: Option<At<String>>,
    pub(super) whole: Option<bool>,
    pub(super) grades: Vec<String>,
    pub(super) parts: Vec<RawPart>,
    pub(super) if_present: Option<bool>,
    pub(super) delegated: Option<bool>,
    pub(super) negative: Option<bool>,
    pub(super) undetermined: bool,
    pub(super) open: bool,
    pub(super) same_as: Option<At<String>>,
    pub(super) named: Option<String>,
    pub(super) titles: Vec<Level>,
    pub(super) has_titles: bool,
    pub(super) basis: Option<String>,
    pub(super) note: Option<String>,
    pub(super) plausible: Option<At<Plausible>>,
    pub(super) limits: RawLimits,
    pub(super) span: Range<usize>,
    /// Whether some key of it could not be read.
    pub(super) faulty: bool,
}

/// A part with what differs from the indicator.
pub(super) struct RawPart {
    pub(super) name: String,
    pub(super) measure: Option<At<Measure>>,
    pub(super) unit: Option<At<String>>,
    pub(super) counts: Option<At<String>>,
    pub(super) whole: Option<bool>,
    pub(super) plausible: Option<At<Plausible>>,
    pub(super) limits: Option<RawLimits>,
    pub(super) span: Range<usize>,
}

/// Thresholds of an indicator, a part or a year.
#[derive(Clone)]
pub(super) struct RawLimits {
    pub(super) at_least: Option<Values>,
    pub(super) at_most: Option<Values>,
    pub(super) at_least_of: Option<RawReference>,
    pub(super) confidence: Option<Confidence>,
    pub(super) confidence_of: Vec<(At<String>, Confidence)>,
    /// Several where columns were confirmed one by one.
    pub(super) confirmed: Vec<RawConfirmation>,
    pub(super) years: Vec<(At<i16>, RawLimits)>,
}

/// `at_least_of = { set = "…", indicator = "10.1", factor = 1.1 }`.
#[derive(Clone)]
pub(super) struct RawReference {
    pub(super) set: String,
    pub(super) indicator: IndicatorId,
    pub(super) factor: Exact,
    pub(super) span: Range<usize>,
}

/// A statement that a person read the value in the decision itself.
#[derive(Clone)]
pub(super) struct RawConfirmation {
    pub(super) value: Values,
    /// Who says so.
    pub(super) reading: Arc<Reading>,
    /// What it holds beyond the figure.
    pub(super) held: ConfirmedTerms,
    /// Whether it stands in a block of a part.
    pub(super) own_part: bool,
    pub(super) span: Range<usize>,
}

/// Reads the TOML syntax, reporting every fault of it.
pub(super) fn parse<'s>(faults: &mut Faults<'s>) -> Spanned<DeTable<'s>> {
    let (table, errors) = DeTable::parse_recoverable(&faults.source.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let message = text::not_toml(error.message());
        faults.add(Code::BadToml, span, message, text::mend_toml());
    }
    table
}

/// Reads an indicator's block; `None` without a readable `id`.
pub(super) fn indicator(block: Block, faults: &mut Faults) -> Option<RawIndicator> {
    let before = faults.count();
    let id = block.words("id", faults);
    if !block.has("id") {
        block.missing(Code::MissingKey, "id", faults);
    }
    let id = id.and_then(|id| Some(Spanned::new(id.span(), read_id(&id, faults)?)));
    let mut raw = RawIndicator {
        faulty: false,
        name: block.words("name", faults).map(Spanned::into_inner),
        measure: measure(&block, faults),
        unit: block.words("unit", faults),
        counts: block.words("counts", faults),
        whole: block.maybe_flag("whole", faults),
        grades: grades(&block, faults),
        parts: parts(&block, faults),
        if_present: block.maybe_flag("if_present", faults),
        delegated: block.maybe_flag("delegated", faults),
        negative: block.maybe_flag("negative", faults),
        undetermined: block.flag("undetermined", faults),
        open: block.flag("open", faults),
        same_as: block.words("same_as", faults),
        named: block.words("named", faults).map(Spanned::into_inner),
        has_titles: block.has("titles"),
        titles: titles(&block, faults),
        basis: block.words("basis", faults).map(Spanned::into_inner),
        note: block.words("note", faults).map(Spanned::into_inner),
        plausible: plausible::parse_plausible(&block, faults),
        limits: limits(&block, true, faults),
        span: block.span.clone(),
        id: id.unwrap_or_else(|| Spanned::new(0..0, IndicatorId { criterion: 0, number: 0 })),
    };
    block.finish(faults);
    raw.faulty = faults.count() > before;
    (raw.id.get_ref().criterion > 0).then_some(raw)
}

/// More parts than any indicator has, few enough to be numbered in a byte.
const MOST_PARTS: usize = 200;

/// More grades than any indicator has.
const MOST_GRADES: usize = 200;

/// More years than any indicator has thresholds of its own for.
const MOST_YEARS: usize = 200;

/// More confirmations than a block has columns.
const MOST_CONFIRMATIONS: usize = 300;

/// Refuses what is more than any real set has: no list of the law is that long, and what
/// is looked up in one must not take for ever.
fn keep_few<T>(
    list: &mut Vec<T>,
    (what, most): (Text, usize),
    place: Range<usize>,
    faults: &mut Faults,
) {
    if list.len() > most {
        faults.add(Code::BadValue, place, text::too_many(what, most), text::make_fewer());
        list.truncate(most);
    }
}

fn grades(block: &Block, faults: &mut Faults) -> Vec<String> {
    let mut grades = block.list("grades", faults);
    let what = (text::grades_of_an_indicator(), MOST_GRADES);
    keep_few(&mut grades, what, block.place("grades"), faults);
    grades
}

fn measure(block: &Block, faults: &mut Faults) -> Option<At<Measure>> {
    block.choice("measure", Measure::WORDS, faults)
}

/// `parts = ["nam", "nữ"]` where all share the thresholds, or a block for each.
fn parts(indicator: &Block, faults: &mut Faults) -> Vec<RawPart> {
    let mut names = BTreeSet::new();
    let mut part_twice = |name: &str, span: Range<usize>, faults: &mut Faults| {
        let again = !names.insert(name.to_owned());
        if again {
            faults.add(Code::TwoValues, span, text::part_twice(name), text::keep_one());
        }
        again
    };
    let mut named = indicator.list("parts", faults);
    named.retain(|name| !part_twice(name, indicator.place("parts"), faults));
    let mut parts: Vec<RawPart> = named
        .into_iter()
        .map(|name| RawPart {
            name,
            measure: None,
            unit: None,
            counts: None,
            whole: None,
            plausible: None,
            limits: None,
            span: indicator.span.clone(),
        })
        .collect();
    for block in indicator.blocks("part", faults) {
        let name = block.words("part", faults);
        if !block.has("part") {
            block.missing(Code::MissingKey, "part", faults);
        }
        let part = RawPart {
            name: name.map(Spanned::into_inner).unwrap_or_default(),
            measure: measure(&block, faults),
            unit: block.words("unit", faults),
            counts: block.words("counts", faults),
            whole: block.maybe_flag("whole", faults),
            plausible: plausible::parse_plausible(&block, faults),
            limits: Some(of_part(limits(&block, true, faults))),
            span: block.span.clone(),
        };
        block.finish(faults);
        if !part_twice(&part.name, part.span.clone(), faults) {
            parts.push(part);
        }
    }
    let what = (text::parts_of_an_indicator(), MOST_PARTS);
    keep_few(&mut parts, what, indicator.span.clone(), faults);
    parts
}

/// The thresholds of a part's own block.
fn of_part(mut limits: RawLimits) -> RawLimits {
    let years = limits.years.iter_mut().flat_map(|(_, year)| &mut year.confirmed);
    for confirmation in limits.confirmed.iter_mut().chain(years) {
        confirmation.own_part = true;
    }
    limits
}

fn limits(block: &Block, may_hold_years: bool, faults: &mut Faults) -> RawLimits {
    let mut years = Vec::new();
    if may_hold_years {
        let mut blocks = block.blocks("year", faults);
        let what = (text::years_of_an_indicator(), MOST_YEARS);
        keep_few(&mut blocks, what, block.place("year"), faults);
        for block in blocks {
            let year = block.small("year", faults);
            if !block.has("year") {
                block.missing(Code::MissingKey, "year", faults);
            }
            let limits = limits(&block, false, faults);
            block.finish(faults);
            years.extend(year.map(|year| (year, limits)));
        }
    }
    RawLimits {
        at_least: block.per_column("at_least", faults),
        at_most: block.per_column("at_most", faults),
        at_least_of: reference(block, faults),
        confidence: stated_confidence(block, faults),
        confidence_of: confidence_of(block, faults),
        confirmed: confirmations(block, faults),
        years,
    }
}

/// `confidence_of = { TN = "assumed" }`: columns that differ from the rest.
fn confidence_of(block: &Block, faults: &mut Faults) -> Vec<(At<String>, Confidence)> {
    let Some(columns) = block.per_column("confidence_of", faults) else {
        return Vec::new();
    };
    let span = columns.span();
    let mut stated = Vec::new();
    for (column, word) in columns.into_inner() {
        let known = STATED.iter().find(|(w, _)| *word.get_ref() == Scalar::Words((*w).to_owned()));
        match (column, known) {
            (Some(column), Some((_, confidence))) => stated.push((column, *confidence)),
            _ => {
                let allowed = text::one_of(STATED.map(|(w, _)| w).join(", "));
                let message = text::key_not_readable("confidence_of", &allowed);
                faults.add(Code::BadValue, span.clone(), message, text::write_instead(allowed));
            }
        }
    }
    stated
}

fn reference(block: &Block, faults: &mut Faults) -> Option<RawReference> {
    let block = block.block("at_least_of", faults)?;
    let set = block.words("set", faults).map(Spanned::into_inner);
    let indicator = block.words("indicator", faults).and_then(|id| read_id(&id, faults));
    let factor = block.number("factor", faults);
    for key in ["set", "indicator", "factor"] {
        if !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
    }
    let span = block.span.clone();
    block.finish(faults);
    let factor = factor?;
    if factor.get_ref().is_negative() || factor.get_ref().is_zero() {
        let message = text::key_not_readable("factor", text::a_factor());
        faults.add(Code::BadValue, factor.span(), message, text::write_instead(text::a_factor()));
        return None;
    }
    Some(RawReference { set: set?, indicator: indicator?, factor: factor.into_inner(), span })
}

/// An indicator's number; what is none is reported.
fn read_id(id: &At<String>, faults: &mut Faults) -> Option<IndicatorId> {
    let parsed = IndicatorId::parse(id.get_ref());
    if parsed.is_none() {
        let message = text::not_an_indicator_id(id.get_ref());
        faults.add(Code::BadValue, id.span(), message, text::write_indicator_id());
    }
    parsed
}

fn confirmations(block: &Block, faults: &mut Faults) -> Vec<RawConfirmation> {
    let mut blocks = block.one_or_more("confirmed", faults);
    let what = (text::confirmations_of_a_block(), MOST_CONFIRMATIONS);
    keep_few(&mut blocks, what, block.place("confirmed"), faults);
    blocks.into_iter().filter_map(|block| confirmation(block, faults)).collect()
}

fn confirmation(block: Block, faults: &mut Faults) -> Option<RawConfirmation> {
    let value = block.per_column("value", faults);
    if !block.has("value") {
        block.missing(Code::MissingKey, "value", faults);
    }
    let reading = parse_attestation(&block, faults);
    let held = held(&block, faults);
    let span = block.span.clone();
    block.finish(faults);
    let reading = Arc::new(reading?);
    Some(RawConfirmation { value: value?, reading, held, own_part: false, span })
}

/// Who read it, when and in what text, where all of that is said.
pub(super) fn parse_attestation(block: &Block, faults: &mut Faults) -> Option<Reading> {
    let by = block.words("by", faults);
    let on = block.date("on", faults);
    let text = block.words("text", faults);
    if let Some(on) = on {
        refuse_impossible_day(on, block.place("on"), faults);
    }
    for key in ["by", "on", "text"] {
        if !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
    }
    let set = faults.source.id.clone();
    let (by, text) = (by?.into_inner(), text?.into_inner());
    Some(Reading { by, on: on?, text, set })
}

/// What was not yet issued could not be read, nor was it read tomorrow.
fn refuse_impossible_day(on: Date, place: Range<usize>, faults: &mut Faults) {
    let Readable { issued, today, .. } = faults.readable.clone();
    let early = issued.filter(|(_, date)| on < *date);
    let early = early.map(|(number, date)| text::read_before_issue(on, number, date));
    let late = today.filter(|today| on > *today).map(|today| text::read_after_today(on, today));
    if let Some(message) = early.or(late) {
        let hint = text::write_day_of_reading();
        faults.add(Code::ImpossibleConfirmation, place, message, hint);
    }
}

/// What a confirmation of a threshold holds beyond the figure. A key that lacks is no
/// fault: the confirmation is void.
fn held(block: &Block, faults: &mut Faults) -> ConfirmedTerms {
    let mut held = words_held(
        block,
        &["op", "unit", "id", "indicator", "part", "counts", "named", "of"],
        faults,
    );
    held.extend(words_held(block, &SOURCE, faults));
    held.extend(lists_held(block, &["parts", "grades", "titles"], faults));
    let year = block.small("year", faults);
    held.extend(year.map(|year| ("year", Term::Year(year.into_inner()))));
    for key in ["if_present", "negative"] {
        held.extend(block.flag(key, faults).then_some((key, Term::Yes)));
    }
    held
}

pub(super) fn words_held(
    block: &Block,
    keys: &[&'static str],
    faults: &mut Faults,
) -> ConfirmedTerms {
    let word = |key: &&'static str| Some((*key, Term::One(block.words(key, faults)?.into_inner())));
    keys.iter().filter_map(word).collect()
}

pub(super) fn lists_held(
    block: &Block,
    keys: &[&'static str],
    faults: &mut Faults,
) -> ConfirmedTerms {
    let keys = keys.iter().filter(|key| block.has(key));
    keys.map(|key| (*key, Term::List(block.list(key, faults)))).collect()
}

/// `titles = ["ntm", "nang-cao"]`.
pub(super) fn titles(block: &Block, faults: &mut Faults) -> Vec<Level> {
    let mut titles = Vec::new();
    for word in block.list("titles", faults) {
        match Level::TITLES.into_iter().find(|level| level.as_str() == word) {
            Some(level) => titles.push(level),
            None => {
                let allowed = text::one_of(Level::TITLES.map(Level::as_str).join(", "));
                let message = text::no_such_title(&word);
                faults.add(Code::BadValue, block.place("titles"), message, allowed);
            }
        }
    }
    titles
}
