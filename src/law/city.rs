//! What a city or a rural district must reach over all its communes.

use std::collections::BTreeSet;
use std::ops::Deref;

use toml::Spanned;

use super::block::Block;
use super::head::{FileHead, RawHead, STATED};
use super::source::Faults;
use super::{Confidence, Level};
use crate::exact::Exact;
use crate::problem::Code;
use crate::text;

/// A set of conditions over all communes of a city or of a rural district.
#[derive(Clone, Debug)]
pub struct CitySet {
    /// What its file says of itself.
    pub head: FileHead,
    /// Its conditions, in order.
    pub conditions: Vec<CityCondition>,
}

impl Deref for CitySet {
    type Target = FileHead;

    fn deref(&self) -> &FileHead {
        &self.head
    }
}

/// One condition.
#[derive(Clone, Debug)]
pub struct CityCondition {
    /// Its number.
    pub no: u16,
    pub name: String,
    /// The legal source.
    pub basis: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// The title and the share of communes in percent that must have it; `None` where
    /// the office checks by hand.
    pub share: Option<(Level, Exact)>,
}

/// Reads the conditions of a city or of a rural district.
pub(super) fn parse_city_set(file: &Block, head: RawHead, faults: &mut Faults) -> CitySet {
    let mut conditions: Vec<CityCondition> = Vec::new();
    let mut numbers = BTreeSet::new();
    for block in file.blocks("condition", faults) {
        let condition = condition(&block, &head, faults);
        let span = block.place("no");
        block.finish(faults);
        let Some(condition) = condition else { continue };
        if !numbers.insert(condition.no) {
            let message = text::condition_twice(condition.no);
            faults.add(Code::TwoValues, span, message, text::keep_one());
        }
        conditions.push(condition);
    }
    if !file.has("condition") {
        file.missing(Code::MissingKey, "[[condition]]", faults);
    }
    CitySet { head: head.of_file(faults.source), conditions }
}

fn condition(block: &Block, head: &RawHead, faults: &mut Faults) -> Option<CityCondition> {
    let no = block.small::<u16>("no", faults);
    let name = block.words("name", faults).map(Spanned::into_inner);
    let titles = Level::TITLES.map(|level| (level.as_str(), level));
    let title = block.choice("title", &titles, faults).map(Spanned::into_inner);
    let at_least = block.number("at_least", faults);
    let by_hand = block.flag("by_hand", faults);
    let basis = block.words("basis", faults).map(Spanned::into_inner);
    let own = block.choice("confidence", &STATED, faults).map(Spanned::into_inner);
    let asked: &[&str] =
        if by_hand { &["no", "name"] } else { &["no", "name", "title", "at_least"] };
    for key in ["no", "name", "title", "at_least"] {
        if asked.contains(&key) && !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
    }
    if by_hand && (block.has("title") || block.has("at_least")) {
        let message = text::by_hand_and_share();
        faults.add(Code::TwoValues, block.span.clone(), message, text::keep_one());
    }
    let fits = |number: &Exact| !number.is_negative() && *number <= Exact::HUNDRED;
    if let Some(wrong) = at_least.as_ref().filter(|number| !fits(number.get_ref())) {
        let message = text::key_not_readable("at_least", text::a_share());
        faults.add(Code::BadValue, wrong.span(), message, text::write_instead(text::a_share()));
    }
    let Some(confidence) = own.or(head.confidence) else {
        block.missing(Code::MissingKey, "confidence", faults);
        return None;
    };
    let no = no?.into_inner();
    let share = if by_hand { None } else { Some((title?, at_least?.into_inner())) };
    let basis = basis.unwrap_or_else(|| format!("{}, {no}", head.decision.number));
    Some(CityCondition { no, name: name?, basis, confidence, share })
}
