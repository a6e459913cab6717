//! The office's figures over all communes.

use serde::{Deserialize, Serialize};

use super::tally::{self, Tally};
use crate::distinct::distinct;
use crate::exact::{Exact, Sum};
use crate::intake::Submission;
use crate::law::{Confidence, LayerUse, Resolved, ResolvedIndicator};

/// How many indicators rest on thresholds of each confidence, as JSON and receipts have it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThresholdCounts {
    /// Read by a person in the decision.
    pub confirmed: usize,
    /// Reported, not checked.
    pub unconfirmed: usize,
    /// Stand-ins.
    pub assumed: usize,
    /// Without threshold.
    pub undetermined: usize,
}

/// Totals and means over communes.
#[derive(Clone, Debug, Default)]
pub struct Means {
    /// Criteria met, over all of them.
    pub criteria_met_total: usize,
    /// The mean of it; `None` with no commune.
    pub criteria_met_mean: Option<Exact>,
    /// Indicators met, over all of them.
    pub indicators_met_total: usize,
    pub indicators_met_mean: Option<Exact>,
    /// The mean progress, in percent.
    pub progress_mean: Option<Exact>,
}

impl Means {
    /// Those of so many communes with these totals.
    pub fn new(
        communes: usize,
        [criteria, indicators]: [usize; 2],
        progress: Option<Exact>,
    ) -> Means {
        let mean =
            |total: usize| (communes > 0).then(|| super::mean(&Exact::from(total), communes));
        Means {
            criteria_met_total: criteria,
            criteria_met_mean: mean(criteria),
            indicators_met_total: indicators,
            indicators_met_mean: mean(indicators),
            progress_mean: progress,
        }
    }
}

/// The figures over all scored communes.
#[derive(Clone, Debug)]
pub struct Summary {
    /// How many communes were scored.
    pub communes: usize,
    /// How many of them meet all criteria.
    pub achieved: usize,
    pub means: Means,
    /// Criteria that no scored commune meets, by place.
    pub unmet_criteria: Vec<usize>,
    /// Indicators that no scored commune meets, by place.
    pub unmet_indicators: Vec<usize>,
    /// How sure the thresholds are.
    pub thresholds: ThresholdCounts,
    /// Every layer used, each once, in the order in which they are laid.
    pub layers: Vec<LayerUse>,
    /// What the sets want said.
    pub cautions: Vec<String>,
}

/// Sums up tallies and the submissions they are of. `common` stands in where no
/// commune was scored.
pub fn summarise(tallies: &[Tally], submissions: &[Submission], common: &Resolved) -> Summary {
    let exact = || {
        submissions.iter().map(|submission| tally::attainment(&super::judged(submission).0)).sum()
    };
    summarise_by(tallies, common, &exact)
}

/// Sums up tallies. `exact` is asked for the exact sum of all attainments, which takes
/// long, where the rounding of the mean hangs by it.
pub fn summarise_by(tallies: &[Tally], common: &Resolved, exact: &dyn Fn() -> Exact) -> Summary {
    let count = tallies.len();
    let (mut criteria, mut indicators) =
        (vec![0; common.criteria.len()], vec![0; common.indicators.len()]);
    let (mut achieved, mut attained) = (0, Sum::default());
    for tally in tallies {
        let mut all = true;
        for (place, met) in criteria.iter_mut().enumerate() {
            let reached = tally.criterion_met(place);
            *met += usize::from(reached);
            all &= reached;
        }
        let statuses = tally.statuses.iter().enumerate();
        for (place, _) in statuses.filter(|(_, status)| status.counts_as_met()) {
            indicators[place] += 1;
        }
        achieved += usize::from(all);
        attained.merge(&tally.attained);
    }
    let nobody = |met: &[usize]| -> Vec<usize> {
        let places = met.iter().enumerate().filter(|(_, met)| count > 0 && **met == 0);
        places.map(|(place, _)| place).collect()
    };
    // Of all indicators of all communes: every commune has as many.
    let judged = count * common.indicators.len();
    let exact = || super::percent_of(&exact(), judged);
    let used = laws(tallies, common);
    let progress = (count > 0).then(|| attained.percent(judged).unwrap_or_else(exact));
    Summary {
        communes: count,
        achieved,
        means: Means::new(count, [criteria.iter().sum(), indicators.iter().sum()], progress),
        unmet_criteria: nobody(&criteria),
        unmet_indicators: nobody(&indicators),
        thresholds: thresholds(&used),
        layers: distinct(used.iter().flat_map(|law| law.layers.iter().cloned())),
        cautions: distinct(used.iter().flat_map(|law| law.cautions.iter().cloned())),
    }
}

/// The laws that the communes were judged by, each once; `common` where there is none.
pub fn laws<'a>(tallies: &'a [Tally], common: &'a Resolved) -> Vec<&'a Resolved> {
    let mut laws: Vec<&Resolved> = Vec::new();
    for tally in tallies {
        if !laws.iter().any(|law| std::ptr::eq(*law, &*tally.law)) {
            laws.push(&tally.law);
        }
    }
    if laws.is_empty() {
        laws.push(common);
    }
    laws
}

/// Every indicator once, under the weakest confidence that any commune's parts have.
pub(crate) fn thresholds(laws: &[&Resolved]) -> ThresholdCounts {
    let mut counts = ThresholdCounts::default();
    let places = laws.first().map_or(0, |law| law.indicators.len());
    for place in 0..places {
        let weakest = laws.iter().map(|law| weakest(&law.indicators[place])).min();
        match weakest.flatten() {
            None => counts.undetermined += 1,
            Some(Confidence::Assumed) => counts.assumed += 1,
            Some(Confidence::Unconfirmed) => counts.unconfirmed += 1,
            Some(Confidence::Confirmed) => counts.confirmed += 1,
        }
    }
    counts
}

/// `None`, the weakest of all, where some part has no threshold.
pub(crate) fn weakest(indicator: &ResolvedIndicator) -> Option<Confidence> {
    let of = |r: &crate::law::Requirement| r.threshold.as_ref().map(|t| t.confidence);
    indicator.require.iter().map(of).min().flatten()
}
