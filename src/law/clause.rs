//! What a verdict rests on beyond thresholds: rules that send communes to a column, and
//! sets that must be met first. They are confirmed as thresholds are.

use std::ops::Range;

use super::block::Block;
use super::meaning::{self, ConfirmedTerms, Term, differences};
use super::source::Faults;
use super::{ColumnRule, Columns, Confidence, raw};
use crate::named::named;

named! {
    /// What a clause is.
    pub ClauseKind {
        /// A rule that sends some communes to another column than their own.
        ColumnRule "column_rule"
        /// A set that must be met first.
        Requires "requires"
    }
}

impl ClauseKind {
    /// The word that names it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            ClauseKind::ColumnRule => "column-rule",
            ClauseKind::Requires => "requires",
        }
    }
}

/// A clause as its file states it.
#[derive(Clone, Debug)]
pub struct Clause {
    pub kind: ClauseKind,
    /// Its place among those of its kind.
    pub place: usize,
    /// The column that a rule sends to.
    pub column: Option<usize>,
    /// How sure it is.
    pub confidence: Confidence,
    pub(super) held: ConfirmedTerms,
}

/// What a confirmation of a rule holds: whom it is for, and where it sends them.
pub(super) fn of_rule(rule: &ColumnRule, columns: &Columns, decision: &str) -> ConfirmedTerms {
    vec![
        ("column", Term::One(columns.key(rule.column).to_owned())),
        ("class", Term::List(rule.classes.clone())),
        ("district_class", Term::List(rule.district_classes.clone())),
        ("decision", Term::One(decision.to_owned())),
        ("basis", Term::One(rule.basis.clone())),
    ]
}

/// What a confirmation of a set that is required holds.
pub(super) fn of_required(set: &str, basis: &str, decision: &str) -> ConfirmedTerms {
    let words = |words: &str| Term::One(words.to_owned());
    vec![("set", words(set)), ("decision", words(decision)), ("basis", words(basis))]
}

/// How sure a clause is: as stated, or confirmed where its block says so of all that
/// stands there `now`.
pub(super) fn confidence(
    block: &Block,
    kind: ClauseKind,
    stated: Confidence,
    now: &ConfirmedTerms,
    faults: &mut Faults,
) -> Confidence {
    let Some((held, span)) = confirmation(block, kind, faults) else {
        return stated;
    };
    let differing = differences(&held, now);
    if differing.is_empty() {
        return Confidence::Confirmed;
    }
    meaning::warn_void(Vec::new(), differing, kind.word(), span, faults);
    stated
}

/// What a clause's block holds as confirmed.
fn confirmation(
    block: &Block,
    kind: ClauseKind,
    faults: &mut Faults,
) -> Option<(ConfirmedTerms, Range<usize>)> {
    let confirmed = block.block("confirmed", faults)?;
    let mut held = match kind {
        ClauseKind::ColumnRule => {
            let mut held = raw::words_held(&confirmed, &["column"], faults);
            held.extend(raw::lists_held(&confirmed, &["class", "district_class"], faults));
            held
        }
        ClauseKind::Requires => raw::words_held(&confirmed, &["set"], faults),
    };
    held.extend(raw::words_held(&confirmed, &meaning::SOURCE, faults));
    let said = raw::parse_attestation(&confirmed, faults);
    let span = confirmed.span.clone();
    confirmed.finish(faults);
    said.map(|_| (held, span))
}
