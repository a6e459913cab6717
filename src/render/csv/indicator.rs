//! The columns of an indicator's verdict.

use super::rows::{list, shown, value};
use crate::law::{Requirement, ResolvedIndicator};
use crate::score::{IndicatorScore, PartScore, Scorecard, documents};

/// A verdict and what it rests on.
pub(super) struct Verdict<'a> {
    pub(super) law: &'a ResolvedIndicator,
    pub(super) score: &'a IndicatorScore,
    pub(super) parts: &'a [PartScore],
    pub(super) evidence: &'a [Option<&'a str>],
}

pub(super) const INDICATOR: &[(&str, fn(&Verdict) -> String)] = &[
    ("criterion", |of| of.law.id.criterion.to_string()),
    ("indicator", |of| of.law.id.to_string()),
    ("status", |of| of.score.status.to_string()),
    ("attainment", |of| of.score.attainment.to_string()),
    ("parts", |of| of.each(|require, _| require.part.clone())),
    ("value", |of| of.each(|_, part| value(part.observation.value().as_deref(), &of.law.grades))),
    ("numerator", |of| of.each(|_, part| shown(part.observation.ratio().map(|r| &r.numerator)))),
    ("denominator", |of| {
        of.each(|_, part| shown(part.observation.ratio().map(|r| &r.denominator)))
    }),
    ("unit", |of| of.each(|require, _| require.unit.clone())),
    ("op", |of| of.each(|require, _| require.op.to_string())),
    ("threshold", |of| {
        of.each(|require, _| value(require.threshold.as_ref().map(|t| &t.value), &of.law.grades))
    }),
    ("gap", |of| of.each(|require, part| shown(part.gap(require)))),
    ("shortfall", |of| of.each(|require, part| shown(part.shortfall(require).map(|s| s.amount)))),
    ("shortfall_unit", |of| {
        of.each(|require, part| shown(part.shortfall(require).map(|s| s.unit)))
    }),
    ("confidence", |of| {
        of.each(|require, _| shown(require.threshold.as_ref().map(|t| t.confidence)))
    }),
    ("basis", |of| of.each(|require, _| require.basis.clone())),
    ("evidence", |of| documents(of.evidence).join("; ")),
];

impl<'a> Verdict<'a> {
    /// That of a result on one of its indicators.
    pub(super) fn new(
        card: &'a Scorecard,
        evidence: &'a [Option<&'a str>],
        place: usize,
    ) -> Verdict<'a> {
        let law = &card.tally.law.indicators[place];
        let (score, parts) = (&card.indicators[place], card.parts(place));
        Verdict { law, score, parts, evidence: &evidence[law.parts()] }
    }

    /// A cell of its parts, with `;` between them: as many cells as there are parts,
    /// whatever they hold, so that those of several columns can be put side by side.
    fn each(&self, cell: impl Fn(&Requirement, &PartScore) -> String) -> String {
        list(self.law.require.iter().zip(self.parts).map(|(require, part)| cell(require, part)))
    }
}
