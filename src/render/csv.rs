//! CSV for machines: a header, decimal points, the same in every language.

use std::io::{self, Write};

use crate::exact::Exact;
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::report::{Scoring, criterion_status};
use crate::score::{IndicatorScore, PartScore, percent};

/// The decimals of percentages and means.
const TWO: u32 = 2;

/// A row per commune.
///
/// # Errors
/// When `out` cannot be written to.
pub fn communes(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record([
        "code",
        "name",
        "region",
        "period",
        "level",
        "source",
        "achieved",
        "progress",
        "criteria_met",
        "criteria_total",
        "criteria_percent",
        "indicators_met",
        "indicators_not_met",
        "indicators_missing",
        "indicators_undetermined",
        "indicators_not_applicable",
        "indicators_total",
        "indicators_percent",
    ])?;
    for card in scoring.cards {
        let commune = scoring.commune_of(card);
        let (met, total) = (card.criteria_met(), card.law.criteria.len());
        let (counts, indicators) = (card.counts(), card.law.indicators.len());
        rows.write_record([
            commune.code.as_str(),
            &commune.name,
            commune.case.region.as_deref().unwrap_or_default(),
            &scoring.period.to_string(),
            scoring.level.as_str(),
            scoring.voice.as_str(),
            if card.achieved() { "true" } else { "false" },
            &card.progress().rounded(TWO),
            &met.to_string(),
            &total.to_string(),
            &percent(met, total).rounded(TWO),
            &counts.met.to_string(),
            &counts.not_met.to_string(),
            &counts.missing.to_string(),
            &counts.undetermined.to_string(),
            &counts.not_applicable.to_string(),
            &indicators.to_string(),
            &percent(counts.met, indicators).rounded(TWO),
        ])?;
    }
    rows.flush()
}

/// The matrix: a row per commune, a column per criterion with its status.
///
/// # Errors
/// When `out` cannot be written to.
pub fn matrix(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    let numbers = scoring.common.criteria.iter().map(|criterion| criterion.no.to_string());
    let head = ["code", "name", "period", "level", "source"].map(str::to_owned);
    rows.write_record(head.into_iter().chain(numbers))?;
    for card in scoring.cards {
        let commune = scoring.commune_of(card);
        let period = scoring.period.to_string();
        let who = [
            commune.code.as_str(),
            &commune.name,
            &period,
            scoring.level.as_str(),
            scoring.voice.as_str(),
        ];
        let places = 0..card.law.criteria.len();
        let statuses = places.map(|place| criterion_status(card, place).as_str());
        rows.write_record(who.into_iter().chain(statuses))?;
    }
    rows.flush()
}

/// A row per commune and indicator. Where an indicator has several parts, their
/// values stand in one cell in the order of the parts, with `;` between them.
///
/// # Errors
/// When `out` cannot be written to.
pub fn indicators(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record([
        "code",
        "name",
        "period",
        "level",
        "source",
        "criterion",
        "indicator",
        "status",
        "attainment",
        "parts",
        "value",
        "numerator",
        "denominator",
        "unit",
        "op",
        "threshold",
        "gap",
        "shortfall",
        "shortfall_unit",
        "confidence",
        "basis",
        "evidence",
    ])?;
    let period = scoring.period.to_string();
    for card in scoring.cards {
        let commune = scoring.commune_of(card);
        for heading in &card.law.criteria {
            for place in heading.indicators.clone() {
                let (law, score) = (&card.law.indicators[place], &card.indicators[place]);
                let who = [
                    commune.code.clone(),
                    commune.name.clone(),
                    period.clone(),
                    scoring.level.as_str().to_owned(),
                    scoring.voice.as_str().to_owned(),
                    heading.no.to_string(),
                ];
                rows.write_record(who.into_iter().chain(indicator(law, score)))?;
            }
        }
    }
    rows.flush()
}

fn indicator(law: &ResolvedIndicator, score: &IndicatorScore) -> Vec<String> {
    let join = |cell: &dyn Fn(&Requirement, &PartScore) -> String| {
        let pairs = law.require.iter().zip(&score.parts);
        let cells: Vec<String> = pairs.map(|(require, part)| cell(require, part)).collect();
        // Several empty cells say no more than one.
        if cells.iter().all(String::is_empty) { String::new() } else { cells.join(";") }
    };
    let number = |number: Option<&Exact>| number.map(ToString::to_string).unwrap_or_default();
    let value = |value: Option<&Value>| match value {
        Some(Value::YesNo(flag)) => flag.to_string(),
        Some(Value::Number(exact)) => exact.to_string(),
        Some(Value::Grade(place)) => law.grades[*place].clone(),
        None => String::new(),
    };
    let ratio = |part: &PartScore| part.observation.ratio.clone();
    vec![
        law.id.to_string(),
        score.status.as_str().to_owned(),
        score.attainment.to_string(),
        join(&|require, _| require.part.clone()),
        join(&|_, part| value(part.observation.value.as_ref())),
        join(&|_, part| number(ratio(part).map(|r| r.numerator).as_ref())),
        join(&|_, part| number(ratio(part).map(|r| r.denominator).as_ref())),
        join(&|require, _| require.unit.clone()),
        join(&|require, _| require.op.as_str().to_owned()),
        join(&|require, _| value(require.threshold.as_ref().map(|t| &t.value))),
        join(&|_, part| number(part.gap.as_ref())),
        join(&|_, part| number(part.shortfall.as_ref().map(|s| &s.amount))),
        join(&|_, part| part.shortfall.as_ref().map(|s| s.unit.clone()).unwrap_or_default()),
        join(&|require, _| {
            let confidence = require.threshold.as_ref().map(|t| t.confidence.as_str());
            confidence.unwrap_or_default().to_owned()
        }),
        join(&|require, _| require.basis.clone()),
        score.evidence().join("; "),
    ]
}
