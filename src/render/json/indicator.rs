//! An indicator of a result, as every document has it.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::value::RawValue;

use super::phrases;
use super::{Number, SIX, Scalar};
use crate::exact::Exact;
use crate::intake::Submission;
use crate::law::{Op, Requirement, Value};
use crate::score::{self, PartScore, Scorecard, Status, documents};

/// An indicator with its parts.
#[derive(Serialize)]
pub(super) struct IndicatorEntry<'a> {
    pub(super) id: &'a RawValue,
    pub(super) name: &'a RawValue,
    pub(super) unit: &'a RawValue,
    pub(super) status: &'static str,
    pub(super) attainment: Number<'a>,
    pub(super) evidence: Option<String>,
    pub(super) parts: Vec<PartEntry<'a>>,
}

/// A part of an indicator.
#[derive(Serialize)]
pub(super) struct PartEntry<'a> {
    part: &'a RawValue,
    measure: &'static str,
    unit: &'a RawValue,
    value: Option<OwnedScalar<'a>>,
    numerator: Option<Number<'a>>,
    denominator: Option<Number<'a>>,
    op: &'static str,
    threshold: &'a RawValue,
    met: bool,
    gap: Option<OwnedNumber>,
    shortfall: Option<ShortfallEntry<'a>>,
    confidence: Option<&'static str>,
    basis: &'a RawValue,
    evidence: Option<&'a str>,
}

#[derive(Serialize)]
struct ShortfallEntry<'a> {
    amount: OwnedNumber,
    unit: &'a str,
}

/// A number that was computed for the document.
pub(super) struct OwnedNumber(pub(super) Exact, pub(super) u32);

impl Serialize for OwnedNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number(&self.0, self.1).serialize(serializer)
    }
}

/// A value that was computed for the document.
pub(super) struct OwnedScalar<'a>(pub(super) Cow<'a, Value>, pub(super) &'a [String]);

impl Serialize for OwnedScalar<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Scalar::new(&self.0, self.1).serialize(serializer)
    }
}

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
}

/// One indicator of a result.
pub(super) fn indicator<'a>(card: &'a ResultCard, place: usize) -> IndicatorEntry<'a> {
    let law = &card.score.tally.law.indicators[place];
    let (score, phrases) = (&card.score.indicators[place], &card.phrases.indicators[place]);
    let evidence = &card.evidence[law.parts()];
    let documents = documents(evidence);
    let parts = law.require.iter().zip(card.score.parts(place)).zip(evidence).zip(&phrases.parts);
    let parts = parts.map(|(((require, score), evidence), phrases)| {
        part((require, &law.grades), score, *evidence, phrases)
    });
    IndicatorEntry {
        id: &phrases.id,
        name: &phrases.name,
        unit: &phrases.unit,
        status: Status::as_str(score.status),
        attainment: Number(&score.attainment, SIX),
        evidence: (!documents.is_empty()).then(|| documents.join("; ")),
        parts: parts.collect(),
    }
}

pub(super) fn part<'a>(
    (requirement, grades): (&'a Requirement, &'a [String]),
    score: &'a PartScore,
    evidence: Option<&'a str>,
    phrases: &'a phrases::Part,
) -> PartEntry<'a> {
    let (ratio, threshold) = (score.observation.ratio(), requirement.threshold.as_ref());
    PartEntry {
        part: &phrases.part,
        measure: requirement.measure.as_str(),
        unit: &phrases.unit,
        value: score.observation.value().map(|value| OwnedScalar(value, grades)),
        numerator: ratio.map(|ratio| Number(&ratio.numerator, SIX)),
        denominator: ratio.map(|ratio| Number(&ratio.denominator, SIX)),
        op: Op::as_str(requirement.op),
        threshold: &phrases.threshold,
        met: score.met,
        gap: score.gap(requirement).map(|gap| OwnedNumber(gap, SIX)),
        shortfall: score.shortfall(requirement).map(|shortfall| ShortfallEntry {
            amount: OwnedNumber(shortfall.amount, SIX),
            unit: shortfall.unit,
        }),
        confidence: threshold.map(|t| t.confidence.as_str()),
        basis: &phrases.basis,
        evidence,
    }
}
