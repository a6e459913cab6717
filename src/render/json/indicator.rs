//! An indicator of a result, as every document has it.

use super::object::{Object, object};
use super::phrases;
use super::{Number, SIX, Scalar};
use crate::exact::Exact;
use crate::intake::Submission;
use crate::law::Requirement;
use crate::score::{self, PartScore, Scorecard, documents};

/// A result in full, with its evidence and the phrases of its law.
pub(super) struct ResultCard<'a> {
    pub(super) score: Scorecard,
    pub(super) evidence: Vec<Option<&'a str>>,
    pub(super) phrases: &'a phrases::Law,
}

impl<'a> ResultCard<'a> {
    pub(super) fn new(submission: &'a Submission, phrases: &'a phrases::Law) -> ResultCard<'a> {
        ResultCard { score: score::score(submission), evidence: submission.evidence(), phrases }
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
        let (evidence, phrases) = (&self.evidence[law.parts()], &self.phrases.indicators[place]);
        let parts = law.require.iter().zip(self.score.parts(place)).zip(evidence);
        let parts = parts.zip(&phrases.parts).map(|(((require, score), evidence), phrases)| {
            part((require, &law.grades), score, *evidence, phrases)
        });
        parts.collect()
    }
}

/// One indicator of a result.
pub(super) fn indicator(card: &ResultCard, place: usize) -> impl Object {
    let phrases = &card.phrases.indicators[place];
    object! {
        id: &phrases.id,
        name: &phrases.name,
        unit: &phrases.unit,
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
    phrases: &phrases::Part,
) -> impl Object {
    let ratio = score.observation.ratio();
    let shortfall = score.shortfall(requirement).map(|shortfall| {
        object! { amount: Number(shortfall.amount, SIX), unit: shortfall.unit }
    });
    object! {
        part: &phrases.part,
        measure: requirement.measure,
        unit: &phrases.unit,
        value: score.observation.value().map(|value| Scalar(value, grades)),
        numerator: ratio.map(|ratio| Number(&ratio.numerator, SIX)),
        denominator: ratio.map(|ratio| Number(&ratio.denominator, SIX)),
        op: requirement.op,
        threshold: &phrases.threshold,
        met: score.met,
        gap: score.gap(requirement).map(|gap| Number(gap, SIX)),
        shortfall,
        confidence: requirement.threshold.as_ref().map(|threshold| threshold.confidence),
        basis: &phrases.basis,
        evidence,
    }
}
