//! What every document on results begins with.

use serde::Serialize;

use super::Layer;
use crate::report::{LadderReport, Scoring};
use crate::score::Summary;

/// The program that wrote a document.
#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub(super) const THIS: Tool =
        Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

/// What a document is, and of what.
#[derive(Serialize)]
pub(super) struct Head {
    schema: &'static str,
    tool: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    source: &'static str,
    lenient: bool,
    faults: usize,
}

impl Head {
    pub(super) fn new(schema: &'static str, scoring: &Scoring) -> Head {
        Head {
            schema,
            tool: Tool::THIS,
            period: Some(scoring.period.to_string()),
            level: Some(scoring.level.as_str()),
            source: scoring.voice.as_str(),
            lenient: scoring.lenient,
            faults: scoring.faults,
        }
    }

    /// Of all levels.
    pub(super) fn of_levels(schema: &'static str, ladder_report: &LadderReport) -> Head {
        Head {
            schema,
            tool: Tool::THIS,
            period: Some(ladder_report.period.to_string()),
            level: None,
            source: ladder_report.voice.as_str(),
            lenient: ladder_report.lenient,
            faults: ladder_report.faults,
        }
    }

    /// Of several months, of which `scoring` is one.
    pub(super) fn of_months(schema: &'static str, scoring: &Scoring) -> Head {
        Head { period: None, ..Head::new(schema, scoring) }
    }
}

/// The set that was used, with the layers laid on it for any commune.
#[derive(Serialize)]
pub(super) struct CriteriaSet<'a> {
    id: &'a str,
    title: &'a str,
    criteria: usize,
    indicators: usize,
    thresholds: Thresholds,
    layers: Vec<Layer<'a>>,
}

/// How many indicators rest on thresholds of each confidence.
#[derive(Serialize)]
pub(super) struct Thresholds {
    confirmed: usize,
    unconfirmed: usize,
    assumed: usize,
    undetermined: usize,
}

impl Thresholds {
    pub(super) fn new(summary: &Summary) -> Thresholds {
        let counts = summary.thresholds;
        Thresholds {
            confirmed: counts.confirmed,
            unconfirmed: counts.unconfirmed,
            assumed: counts.assumed,
            undetermined: counts.undetermined,
        }
    }
}

impl<'a> CriteriaSet<'a> {
    pub(super) fn new(scoring: &'a Scoring) -> CriteriaSet<'a> {
        let law = scoring.common;
        CriteriaSet {
            id: &law.set,
            title: &law.title,
            criteria: law.criteria.len(),
            indicators: law.indicators.len(),
            thresholds: Thresholds::new(scoring.summary),
            layers: scoring.summary.layers.iter().map(Layer::new).collect(),
        }
    }
}
