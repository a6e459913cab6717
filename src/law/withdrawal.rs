//! When a title may have to be withdrawn: a rule of the conditions of recognition.

use toml::Spanned;

use super::block::Block;
use super::head::STATED;
use super::raw::titles;
use super::source::Faults;
use super::{Confidence, Level};
use crate::exact::Exact;
use crate::problem::Code;
use crate::{fold, text};

/// Over which part of its criteria, no longer met, a title is to be looked at again.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The legal source.
    pub basis: String,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// The titles that it is known for.
    pub titles: Vec<Level>,
    /// From this share of criteria not met in percent, if a named one is among them.
    pub from: Exact,
    /// From this share in any case.
    pub always_from: Exact,
    /// The names of the criteria that weigh.
    pub criteria: Vec<String>,
}

impl Withdrawal {
    /// Whether a criterion is one of those that weigh.
    pub fn names(&self, criterion: &str) -> bool {
        fold::find(criterion, self.criteria.iter().map(|name| (name.as_str(), ()))).is_some()
    }

    /// Whether `unmet` of `total` criteria call for a look, with a named one among them
    /// or not.
    pub fn applies(&self, unmet: usize, total: usize, named: bool) -> bool {
        let Some(share) = Exact::ratio(100 * unmet, total) else { return false };
        share >= self.always_from || (named && share >= self.from)
    }
}

/// Reads `[withdrawal]`, which only conditions of recognition have.
pub(super) fn parse_withdrawal(
    file: &Block,
    level: Level,
    confidence: Option<Confidence>,
    faults: &mut Faults,
) -> Option<Withdrawal> {
    if level != Level::Recognition {
        return None;
    }
    let block = file.block("withdrawal", faults)?;
    let basis = block.words("basis", faults).map(Spanned::into_inner);
    let own = block.choice("confidence", &STATED, faults).map(Spanned::into_inner);
    let titles = titles(&block, faults);
    let [from, always_from] = ["from", "always_from"].map(|key| {
        let number = block.number(key, faults)?;
        let fits = !number.get_ref().is_negative() && *number.get_ref() <= Exact::HUNDRED;
        if !fits {
            let message = text::key_not_readable(key, text::a_share());
            let hint = text::write_instead(text::a_share());
            faults.add(Code::BadValue, number.span(), message, hint);
        }
        fits.then(|| number.into_inner())
    });
    let criteria = block.list("criteria", faults);
    for key in ["titles", "from", "always_from", "criteria"] {
        if !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
    }
    if !block.has("basis") {
        block.missing(Code::MissingBasis, "basis", faults);
    }
    if own.or(confidence).is_none() {
        block.missing(Code::MissingKey, "confidence", faults);
    }
    block.finish(faults);
    let confidence = own.or(confidence)?;
    let (basis, from, always_from) = (basis?, from?, always_from?);
    Some(Withdrawal { basis, confidence, titles, from, always_from, criteria })
}
