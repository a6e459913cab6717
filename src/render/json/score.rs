//! `ntm.score.v1`.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeSeq;
use serde_json::value::RawValue;

use super::head::{criteria_set, head, totals};
use super::indicator::{ResultCard, indicator};
use super::object::{Fields, Object, Present, object};
use super::{Number, TWO};
use crate::intake::Submission;
use crate::law::Heading;
use crate::render::in_order;
use crate::report::Scoring;
use crate::score::{Tally, percent};

/// How deep a document goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The communes' figures alone, without `results`.
    Communes,
    /// Each criterion too.
    Criteria,
    /// Everything.
    Indicators,
}

/// The communes, made while they are written.
struct Communes<'a>(&'a Scoring<'a>, Detail);

impl Serialize for Communes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Communes(scoring, detail) = *self;
        let make = |submissions: &[Submission], tallies: &[Tally]| {
            let pairs = submissions.iter().zip(tallies).map(|(submission, tally)| {
                let card = (detail != Detail::Communes).then(|| ResultCard::new(submission));
                super::part(&commune(scoring, tally, card.as_ref(), detail))
            });
            pairs.collect::<serde_json::Result<Vec<Box<RawValue>>>>()
        };
        let mut sequence = serializer.serialize_seq(Some(scoring.tallies.len()))?;
        in_order(scoring, make, |made| {
            let mut made = made.map_err(serde::ser::Error::custom)?.into_iter();
            made.try_for_each(|commune| sequence.serialize_element(&commune))
        })?;
        sequence.end()
    }
}

/// Writes the scores of a period and level as one line of JSON.
pub fn score(scoring: &Scoring, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    super::document(
        out,
        &object! {
            head: Fields(head("ntm.score.v1", scoring)),
            criteria_set: criteria_set(scoring),
            communes: Communes(scoring, detail),
            summary: summary(scoring),
        },
    )
}

/// Writes a line of JSON per commune and indicator.
pub fn lines(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let period = scoring.period.to_string();
    let of_commune = |submission: &Submission, lines: &mut Vec<u8>| -> io::Result<()> {
        let card = ResultCard::new(submission);
        for heading in &submission.law.criteria {
            for place in heading.indicators.clone() {
                let line = object! {
                    schema: "ntm.indicator.v1",
                    period: &period,
                    level: scoring.level,
                    source: scoring.voice,
                    commune: &scoring.commune_of(&card.score.tally).code,
                    criterion: heading.no,
                    indicator: Fields(indicator(&card, place)),
                };
                super::write(lines, &line)?;
                lines.push(b'\n');
            }
        }
        Ok(())
    };
    let make = |submissions: &[Submission], _: &[Tally]| -> io::Result<Vec<u8>> {
        let mut lines = Vec::new();
        submissions.iter().try_for_each(|submission| of_commune(submission, &mut lines))?;
        Ok(lines)
    };
    in_order(scoring, make, |lines| out.write_all(&lines?))
}

fn commune(
    scoring: &Scoring,
    tally: &Tally,
    card: Option<&ResultCard>,
    detail: Detail,
) -> impl Object {
    let commune = scoring.commune_of(tally);
    let (met, total) = (tally.criteria_met(), tally.law.criteria.len());
    let (counts, indicators) = (tally.counts(), tally.law.indicators.len());
    let results = card.map(|card| {
        let criteria = tally.law.criteria.iter().enumerate();
        criteria.map(|(place, heading)| criterion(card, place, heading, detail)).collect::<Vec<_>>()
    });
    object! {
        code: &commune.code,
        name: &commune.name,
        region: commune.case.region.as_deref(),
        layers: tally.law.layers.iter().map(|layer| &layer.id).collect::<Vec<_>>(),
        achieved: tally.achieved(),
        progress: Number(&tally.progress, TWO),
        criteria: object! { met, total, percent: Number(percent(met, total), TWO) },
        indicators: object! {
            met: counts.met,
            not_met: counts.not_met,
            missing: counts.missing,
            undetermined: counts.undetermined,
            not_applicable: counts.not_applicable,
            total: indicators,
            percent: Number(percent(counts.met, indicators), TWO),
        },
        results: Present(results),
    }
}

fn criterion(card: &ResultCard, place: usize, heading: &Heading, detail: Detail) -> impl Object {
    let indicators =
        || heading.indicators.clone().map(|place| indicator(card, place)).collect::<Vec<_>>();
    object! {
        no: heading.no,
        name: &heading.name,
        met: card.score.tally.criterion_met(place),
        indicators: Present((detail == Detail::Indicators).then(indicators)),
    }
}

fn summary(scoring: &Scoring) -> impl Object {
    let (summary, law) = (scoring.summary, scoring.common);
    let criteria = summary.unmet_criteria.iter().map(|place| law.criteria[*place].no);
    let indicators = summary.unmet_indicators.iter().map(|place| law.indicators[*place].id);
    object! {
        communes: summary.communes,
        achieved: summary.achieved,
        totals: Fields(totals(&summary.means)),
        unmet_everywhere: object! {
            criteria: criteria.collect::<Vec<_>>(),
            indicators: indicators.map(|id| id.to_string()).collect::<Vec<_>>(),
        },
        not_reported: scoring.codes_not_reported(),
    }
}
