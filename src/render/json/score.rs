//! `ntm.score.v1`.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeSeq;
use serde_json::value::{RawValue, to_raw_value};

use crate::render::in_order;

use super::head::{CriteriaSet, Head};
use super::indicator::{IndicatorEntry, OwnedNumber, ResultCard, indicator};
use super::phrases::Phrases;
use super::{Number, TWO};
use crate::exact::Exact;
use crate::intake::Submission;
use crate::law::Heading;
use crate::report::Scoring;
use crate::score::{Tally, percent};

#[derive(Serialize)]
struct ScoreDocument<'a> {
    #[serde(flatten)]
    head: Head,
    criteria_set: CriteriaSet<'a>,
    communes: Communes<'a>,
    summary: SummaryEntry<'a>,
}

#[derive(Serialize)]
struct CommuneEntry<'a> {
    code: &'a str,
    name: &'a str,
    region: Option<&'a str>,
    layers: Vec<&'a str>,
    achieved: bool,
    progress: Number<'a>,
    criteria: CriteriaCounts,
    indicators: IndicatorCounts,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<Vec<CriterionEntry<'a>>>,
}

#[derive(Serialize)]
struct CriteriaCounts {
    met: usize,
    total: usize,
    percent: OwnedNumber,
}

#[derive(Serialize)]
struct IndicatorCounts {
    met: usize,
    not_met: usize,
    missing: usize,
    undetermined: usize,
    not_applicable: usize,
    total: usize,
    percent: OwnedNumber,
}

#[derive(Serialize)]
struct CriterionEntry<'a> {
    no: u16,
    name: &'a RawValue,
    met: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<Vec<IndicatorEntry<'a>>>,
}

#[derive(Serialize)]
struct SummaryEntry<'a> {
    communes: usize,
    achieved: usize,
    criteria_met_total: usize,
    criteria_met_mean: Option<Number<'a>>,
    indicators_met_total: usize,
    indicators_met_mean: Option<Number<'a>>,
    progress_mean: Option<Number<'a>>,
    unmet_everywhere: UnmetEverywhere,
    not_reported: Vec<&'a str>,
}

#[derive(Serialize)]
struct UnmetEverywhere {
    criteria: Vec<u16>,
    indicators: Vec<String>,
}

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
        let phrases = Phrases::new(scoring.tallies).map_err(serde::ser::Error::custom)?;
        let make = |submissions: &[Submission], tallies: &[Tally]| {
            let pairs = submissions.iter().zip(tallies).map(|(submission, tally)| {
                let wanted =
                    (detail != Detail::Communes).then(|| phrases.for_law(&tally.law)).flatten();
                let card = wanted.map(|phrases| ResultCard::new(submission, phrases));
                to_raw_value(&commune(scoring, tally, card.as_ref(), detail))
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
///
/// # Errors
/// When `out` cannot be written to.
pub fn score(scoring: &Scoring, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let document = ScoreDocument {
        head: Head::new("ntm.score.v1", scoring),
        criteria_set: CriteriaSet::new(scoring),
        communes: Communes(scoring, detail),
        summary: summary(scoring),
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

/// One commune and indicator.
#[derive(Serialize)]
struct LineDocument<'a> {
    schema: &'static str,
    period: &'a str,
    level: &'static str,
    source: &'static str,
    commune: &'a str,
    criterion: u16,
    #[serde(flatten)]
    indicator: IndicatorEntry<'a>,
}

/// Writes a line of JSON per commune and indicator.
///
/// # Errors
/// When `out` cannot be written to.
pub fn lines(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let period = scoring.period.to_string();
    let phrases = Phrases::new(scoring.tallies)?;
    let of_commune = |submission: &Submission, lines: &mut Vec<u8>| -> io::Result<()> {
        let Some(phrases) = phrases.for_law(&submission.law) else {
            return Ok(());
        };
        let card = ResultCard::new(submission, phrases);
        for heading in &submission.law.criteria {
            for place in heading.indicators.clone() {
                let line = LineDocument {
                    schema: "ntm.indicator.v1",
                    period: &period,
                    level: scoring.level.as_str(),
                    source: scoring.voice.as_str(),
                    commune: &scoring.commune_of(&card.score.tally).code,
                    criterion: heading.no,
                    indicator: indicator(&card, place),
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

fn commune<'a>(
    scoring: &'a Scoring,
    tally: &'a Tally,
    card: Option<&'a ResultCard>,
    detail: Detail,
) -> CommuneEntry<'a> {
    let commune = scoring.commune_of(tally);
    let (met, total) = (tally.criteria_met(), tally.law.criteria.len());
    let (counts, indicators) = (tally.counts(), tally.law.indicators.len());
    let results = |card: &'a ResultCard| {
        let criteria = tally.law.criteria.iter().enumerate();
        criteria.map(|(place, heading)| criterion(card, place, heading, detail)).collect()
    };
    CommuneEntry {
        code: &commune.code,
        name: &commune.name,
        region: commune.case.region.as_deref(),
        layers: tally.law.layers.iter().map(|layer| layer.id.as_str()).collect(),
        achieved: tally.achieved(),
        progress: Number(&tally.progress, TWO),
        criteria: CriteriaCounts { met, total, percent: OwnedNumber(percent(met, total), TWO) },
        indicators: IndicatorCounts {
            met: counts.met,
            not_met: counts.not_met,
            missing: counts.missing,
            undetermined: counts.undetermined,
            not_applicable: counts.not_applicable,
            total: indicators,
            percent: OwnedNumber(percent(counts.met, indicators), TWO),
        },
        results: card.map(results),
    }
}

fn criterion<'a>(
    card: &'a ResultCard,
    place: usize,
    heading: &Heading,
    detail: Detail,
) -> CriterionEntry<'a> {
    let indicators = || heading.indicators.clone().map(|place| indicator(card, place)).collect();
    CriterionEntry {
        no: heading.no,
        name: &card.phrases.criteria[place],
        met: card.score.tally.criterion_met(place),
        indicators: (detail == Detail::Indicators).then(indicators),
    }
}

fn summary<'a>(scoring: &'a Scoring) -> SummaryEntry<'a> {
    let (summary, law) = (scoring.summary, scoring.common);
    let mean = |mean: &'a Option<Exact>| mean.as_ref().map(|mean| Number(mean, TWO));
    let criteria = summary.unmet_criteria.iter().map(|place| law.criteria[*place].no);
    let indicators = summary.unmet_indicators.iter().map(|place| law.indicators[*place].id);
    SummaryEntry {
        communes: summary.communes,
        achieved: summary.achieved,
        criteria_met_total: summary.criteria_met_total,
        criteria_met_mean: mean(&summary.criteria_met_mean),
        indicators_met_total: summary.indicators_met_total,
        indicators_met_mean: mean(&summary.indicators_met_mean),
        progress_mean: mean(&summary.progress_mean),
        unmet_everywhere: UnmetEverywhere {
            criteria: criteria.collect(),
            indicators: indicators.map(|id| id.to_string()).collect(),
        },
        not_reported: scoring.codes_not_reported(),
    }
}
