//! An indicator of a result, as every document has it.

use super::object::{Object, object};
use super::{Number, SIX, Scalar};
use crate::exact::Exact;
use crate::intake::Submission;
use crate::law::Requirement;
use crate::score::{self, PartScore, Scorecard, documents};

/// A result in full, with its evidence.
pub(super) struct ResultCard<'a> {
    pub(super) score: Scorecard,
    pub(super) evidence: Vec<Option<&'a str>>,
}

impl<'a> ResultCard<'a> {
    pub(super) fn new(submission: &'a Submission) -> ResultCard<'a> {
        ResultCard { score: score::score(submission), evidence: submission.evidence() }
    }

    /// How far an indicator is on the way.
    pub(super) fn attainment(&self, place: usize) -> Number<&Exact> {
        Number(&self.score.indicators[place].attainment, SIX)
    }

    /// The documents that prove an indicator.
    pub(super) fn documents(&self, place: usize) -> Option<String> {
        let law = &self.score.tally.law.indicators[place];
        let documents = documents(&self.evidence[law.parts()]);
        (!documents.is_empty()).then(|| documents.join("; "))
    }

    /// The parts of an indicator.
    pub(super) fn parts(&self, place: usize) -> Vec<impl Object> {
        let law = &self.score.tally.law.indicators[place];
        let parts =
            law.require.iter().zip(self.score.parts(place)).zip(&self.evidence[law.parts()]);
        let parts = parts
            .map(|((require, score), evidence)| part((require, &law.grades), score, *evidence));
        parts.collect()
    }
}

/// One indicator of a result.
pub(super) fn indicator(card: &ResultCard, place: usize) -> impl Object {
    let law = &card.score.tally.law.indicators[place];
    object! {
        id: law.id.to_string(),
        name: &law.name,
        unit: &law.unit,
        status: card.score.indicators[place].status,
        attainment: card.attainment(place),
        evidence: card.documents(place),
        parts: card.parts(place),
    }
}

/// A part of an indicator.
pub(super) fn part(
    (requirement, grades): (&Requirement, &[String]),
    score: &PartScore,
    evidence: Option<&str>,
) -> impl Object {
    let (ratio, threshold) = (score.observation.ratio(), requirement.threshold.as_ref());
    let shortfall = score.shortfall(requirement).map(|shortfall| {
        object! { amount: Number(shortfall.amount, SIX), unit: shortfall.unit }
    });
    object! {
        part: &requirement.part,
        measure: requirement.measure,
        unit: &requirement.unit,
        value: score.observation.value().map(|value| Scalar(value, grades)),
        numerator: ratio.map(|ratio| Number(&ratio.numerator, SIX)),
        denominator: ratio.map(|ratio| Number(&ratio.denominator, SIX)),
        op: requirement.op,
        threshold: threshold.map(|threshold| Scalar(&threshold.value, grades)),
        met: score.met,
        gap: score.gap(requirement).map(|gap| Number(gap, SIX)),
        shortfall,
        confidence: threshold.map(|threshold| threshold.confidence),
        basis: &requirement.basis,
        evidence,
    }
}
