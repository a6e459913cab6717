//! What documents on results begin with.

use super::object::{Object, object};
use super::{Number, TWO};
use crate::analysis::receipt::Tool;
use crate::exact::Exact;
use crate::law::LayerUse;
use crate::report::{LadderReport, Scoring};
use crate::score::Means;

/// What a document is, and of what.
pub(super) fn head(schema: &'static str, scoring: &Scoring) -> impl Object {
    object! {
        schema,
        tool: Tool::this(),
        period: scoring.period.to_string(),
        level: scoring.level,
        source: scoring.voice,
        lenient: scoring.lenient,
        faults: scoring.faults,
    }
}

/// The same of all levels.
pub(super) fn head_of_levels(schema: &'static str, ladder_report: &LadderReport) -> impl Object {
    object! {
        schema,
        tool: Tool::this(),
        period: ladder_report.period.to_string(),
        source: ladder_report.voice,
        lenient: ladder_report.lenient,
        faults: ladder_report.faults,
    }
}

/// The same of several months, of which `scoring` is one.
pub(super) fn head_of_months(schema: &'static str, scoring: &Scoring) -> impl Object {
    object! {
        schema,
        tool: Tool::this(),
        level: scoring.level,
        source: scoring.voice,
        lenient: scoring.lenient,
        faults: scoring.faults,
    }
}

/// The set that was used, with the layers laid on it for any commune.
pub(super) fn criteria_set(scoring: &Scoring) -> impl Object {
    let law = scoring.common;
    object! {
        id: &law.set,
        title: &law.title,
        criteria: law.criteria.len(),
        indicators: law.indicators.len(),
        thresholds: scoring.summary.thresholds,
        layers: layers(&scoring.summary.layers),
    }
}

/// The layers that were used, as they came.
pub(super) fn layers(layers: &[LayerUse]) -> Vec<impl Object> {
    let entries = layers.iter().map(|layer| {
        object! { id: &layer.id, origin: layer.origin, sha256: &layer.sha256 }
    });
    entries.collect()
}

/// Totals and means over communes.
pub(super) fn totals(means: &Means) -> impl Object {
    object! {
        criteria_met_total: means.criteria_met_total,
        criteria_met_mean: mean(&means.criteria_met_mean),
        indicators_met_total: means.indicators_met_total,
        indicators_met_mean: mean(&means.indicators_met_mean),
        progress_mean: mean(&means.progress_mean),
    }
}

/// A mean; null where there is none.
pub(super) fn mean(mean: &Option<Exact>) -> Option<Number<&Exact>> {
    mean.as_ref().map(|mean| Number(mean, TWO))
}
