//! `ntm.score.v1`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Layer, Number, SIX, Scalar, TWO};
use crate::exact::Exact;
use crate::law::{Heading, Op, Requirement, ResolvedIndicator};
use crate::report::Scoring;
use crate::score::{IndicatorScore, PartScore, Scorecard, Status, percent};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: Tool,
    period: String,
    level: &'static str,
    source: &'static str,
    lenient: bool,
    faults: usize,
    criteria_set: CriteriaSet<'a>,
    communes: Communes<'a>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct CriteriaSet<'a> {
    id: &'a str,
    title: &'a str,
    criteria: usize,
    indicators: usize,
    thresholds: Thresholds,
    layers: Vec<Layer<'a>>,
}

#[derive(Serialize)]
struct Thresholds {
    confirmed: usize,
    unconfirmed: usize,
    assumed: usize,
    undetermined: usize,
}

#[derive(Serialize)]
struct Commune<'a> {
    code: &'a str,
    name: &'a str,
    region: Option<&'a str>,
    layers: Vec<&'a str>,
    achieved: bool,
    progress: OwnNumber,
    criteria: Criteria,
    indicators: Indicators,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<Vec<CriterionResult<'a>>>,
}

#[derive(Serialize)]
struct Criteria {
    met: usize,
    total: usize,
    percent: OwnNumber,
}

#[derive(Serialize)]
struct Indicators {
    met: usize,
    not_met: usize,
    missing: usize,
    undetermined: usize,
    not_applicable: usize,
    total: usize,
    percent: OwnNumber,
}

#[derive(Serialize)]
struct CriterionResult<'a> {
    no: u16,
    name: &'a str,
    met: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<Vec<Indicator<'a>>>,
}

#[derive(Serialize)]
struct Indicator<'a> {
    id: String,
    name: &'a str,
    unit: &'a str,
    status: &'static str,
    attainment: Number<'a>,
    evidence: Option<String>,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    part: &'a str,
    measure: &'static str,
    unit: &'a str,
    value: Option<Scalar<'a>>,
    numerator: Option<Number<'a>>,
    denominator: Option<Number<'a>>,
    op: &'static str,
    threshold: Option<Scalar<'a>>,
    met: bool,
    gap: Option<Number<'a>>,
    shortfall: Option<Shortfall<'a>>,
    confidence: Option<&'static str>,
    basis: &'a str,
    evidence: Option<&'a str>,
}

#[derive(Serialize)]
struct Shortfall<'a> {
    amount: Number<'a>,
    unit: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
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

/// A mean or percentage that was computed for the document.
struct OwnNumber(Exact);

impl Serialize for OwnNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number(&self.0, TWO).serialize(serializer)
    }
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

/// The communes, made one by one while they are written: all of the country's at
/// once would be too many to hold.
struct Communes<'a>(&'a Scoring<'a>, Detail);

impl Serialize for Communes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Communes(scoring, detail) = self;
        serializer.collect_seq(scoring.cards.iter().map(|card| commune(scoring, card, *detail)))
    }
}

/// Writes the scores of a period and level as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn score(scoring: &Scoring, detail: Detail, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema: "ntm.score.v1",
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        period: scoring.period.to_string(),
        level: scoring.level.as_str(),
        source: scoring.voice.as_str(),
        lenient: scoring.lenient,
        faults: scoring.faults,
        criteria_set: criteria_set(scoring),
        communes: Communes(scoring, detail),
        summary: summary(scoring),
    };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// One commune and indicator.
#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    period: &'a str,
    level: &'static str,
    source: &'static str,
    commune: &'a str,
    criterion: u16,
    #[serde(flatten)]
    indicator: Indicator<'a>,
}

/// Writes a line of JSON per commune and indicator.
///
/// # Errors
/// When `out` cannot be written to.
pub fn lines(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let period = scoring.period.to_string();
    for card in scoring.cards {
        for heading in &card.law.criteria {
            for place in heading.indicators.clone() {
                let line = Line {
                    schema: "ntm.indicator.v1",
                    period: &period,
                    level: scoring.level.as_str(),
                    source: scoring.voice.as_str(),
                    commune: &scoring.commune_of(card).code,
                    criterion: heading.no,
                    indicator: indicator(&card.law.indicators[place], &card.indicators[place]),
                };
                serde_json::to_writer(&mut *out, &line)?;
                out.write_all(b"\n")?;
            }
        }
    }
    Ok(())
}

fn criteria_set<'a>(scoring: &'a Scoring) -> CriteriaSet<'a> {
    let (law, counts) = (scoring.common, scoring.summary.thresholds);
    CriteriaSet {
        id: &law.set,
        title: &law.title,
        criteria: law.criteria.len(),
        indicators: law.indicators.len(),
        thresholds: Thresholds {
            confirmed: counts.confirmed,
            unconfirmed: counts.unconfirmed,
            assumed: counts.assumed,
            undetermined: counts.undetermined,
        },
        layers: scoring.summary.layers.iter().map(Layer::new).collect(),
    }
}

fn commune<'a>(scoring: &'a Scoring, card: &'a Scorecard, detail: Detail) -> Commune<'a> {
    let commune = scoring.commune_of(card);
    let (met, total) = (card.criteria_met(), card.law.criteria.len());
    let (counts, indicators) = (card.counts(), card.law.indicators.len());
    let results = || {
        let criteria = card.law.criteria.iter().enumerate();
        criteria.map(|(place, heading)| criterion(card, place, heading, detail)).collect()
    };
    Commune {
        code: &commune.code,
        name: &commune.name,
        region: commune.case.region.as_deref(),
        layers: card.law.layers.iter().map(|layer| layer.id.as_str()).collect(),
        achieved: card.achieved(),
        progress: OwnNumber(card.progress()),
        criteria: Criteria { met, total, percent: OwnNumber(percent(met, total)) },
        indicators: Indicators {
            met: counts.met,
            not_met: counts.not_met,
            missing: counts.missing,
            undetermined: counts.undetermined,
            not_applicable: counts.not_applicable,
            total: indicators,
            percent: OwnNumber(percent(counts.met, indicators)),
        },
        results: (detail != Detail::Communes).then(results),
    }
}

fn criterion<'a>(
    card: &'a Scorecard,
    place: usize,
    heading: &'a Heading,
    detail: Detail,
) -> CriterionResult<'a> {
    let places = heading.indicators.clone();
    let indicators = || {
        let pairs = card.law.indicators[places.clone()].iter().zip(&card.indicators[places]);
        pairs.map(|(law, score)| indicator(law, score)).collect()
    };
    CriterionResult {
        no: heading.no,
        name: &heading.name,
        met: card.criterion_met(place),
        indicators: (detail == Detail::Indicators).then(indicators),
    }
}

fn indicator<'a>(law: &'a ResolvedIndicator, score: &'a IndicatorScore) -> Indicator<'a> {
    let evidence = score.evidence();
    let pairs = law.require.iter().zip(&score.parts);
    Indicator {
        id: law.id.to_string(),
        name: &law.name,
        unit: &law.unit,
        status: Status::as_str(score.status),
        attainment: Number(&score.attainment, SIX),
        evidence: (!evidence.is_empty()).then(|| evidence.join("; ")),
        parts: pairs.map(|(requirement, score)| part(requirement, score, &law.grades)).collect(),
    }
}

fn part<'a>(requirement: &'a Requirement, score: &'a PartScore, grades: &'a [String]) -> Part<'a> {
    let seen = &score.observation;
    let threshold = requirement.threshold.as_ref();
    Part {
        part: &requirement.part,
        measure: requirement.measure.as_str(),
        unit: &requirement.unit,
        value: seen.value.as_ref().map(|value| Scalar::new(value, grades)),
        numerator: seen.ratio.as_ref().map(|ratio| Number(&ratio.numerator, SIX)),
        denominator: seen.ratio.as_ref().map(|ratio| Number(&ratio.denominator, SIX)),
        op: Op::as_str(requirement.op),
        threshold: threshold.map(|t| Scalar::new(&t.value, grades)),
        met: score.met,
        gap: score.gap.as_ref().map(|gap| Number(gap, SIX)),
        shortfall: score.shortfall.as_ref().map(|shortfall| Shortfall {
            amount: Number(&shortfall.amount, SIX),
            unit: &shortfall.unit,
        }),
        confidence: threshold.map(|t| t.confidence.as_str()),
        basis: &requirement.basis,
        evidence: seen.evidence.as_deref(),
    }
}

fn summary<'a>(scoring: &'a Scoring) -> Summary<'a> {
    let (summary, law) = (scoring.summary, scoring.common);
    let mean = |mean: &'a Option<Exact>| mean.as_ref().map(|mean| Number(mean, TWO));
    let criteria = summary.unmet_criteria.iter().map(|place| law.criteria[*place].no);
    let indicators = summary.unmet_indicators.iter().map(|place| law.indicators[*place].id);
    let not_reported = scoring.not_reported.iter();
    Summary {
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
        not_reported: not_reported.map(|p| scoring.roster.communes[*p].code.as_str()).collect(),
    }
}
