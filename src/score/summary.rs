//! The office's figures over all communes.

use super::Scorecard;
use crate::exact::Exact;
use crate::law::{Confidence, LayerUse, Resolved, ResolvedIndicator};

/// How many indicators rest on thresholds of each confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// The figures over all scored communes.
#[derive(Clone, Debug)]
pub struct Summary {
    /// How many communes were scored.
    pub communes: usize,
    /// How many of them meet all criteria.
    pub achieved: usize,
    /// Criteria met, over all communes.
    pub criteria_met_total: usize,
    /// The mean of it; `None` with no commune.
    pub criteria_met_mean: Option<Exact>,
    /// Indicators met, over all communes.
    pub indicators_met_total: usize,
    /// The mean of it.
    pub indicators_met_mean: Option<Exact>,
    /// The mean progress, in percent.
    pub progress_mean: Option<Exact>,
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

/// Sums up. `common` stands in where no commune was scored.
pub fn summarise(cards: &[Scorecard], common: &Resolved) -> Summary {
    let criteria_met_total = cards.iter().map(Scorecard::criteria_met).sum();
    let indicators_met_total = cards.iter().map(|card| card.counts().met).sum();
    let progress: Exact = cards.iter().map(Scorecard::progress).sum();
    let mean = |sum: &Exact| sum.checked_div(&Exact::from(cards.len()));
    let unmet = |count: usize, met: &dyn Fn(&Scorecard, usize) -> bool| -> Vec<usize> {
        let nobody =
            |place: &usize| !cards.is_empty() && !cards.iter().any(|card| met(card, *place));
        (0..count).filter(nobody).collect()
    };
    let used = laws(cards, common);
    Summary {
        communes: cards.len(),
        achieved: cards.iter().filter(|card| card.achieved()).count(),
        criteria_met_total,
        criteria_met_mean: mean(&Exact::from(criteria_met_total)),
        indicators_met_total,
        indicators_met_mean: mean(&Exact::from(indicators_met_total)),
        progress_mean: mean(&progress),
        unmet_criteria: unmet(common.criteria.len(), &|card, place| card.criterion_met(place)),
        unmet_indicators: unmet(common.indicators.len(), &|card, place| {
            card.indicators[place].status.counts_as_met()
        }),
        thresholds: thresholds(&used),
        layers: distinct(used.iter().flat_map(|law| &law.layers)),
        cautions: distinct(used.iter().flat_map(|law| &law.cautions)),
    }
}

/// The laws that the communes were judged by, each once.
fn laws<'a>(cards: &'a [Scorecard], common: &'a Resolved) -> Vec<&'a Resolved> {
    let mut laws: Vec<&Resolved> = Vec::new();
    for card in cards {
        if !laws.iter().any(|law| std::ptr::eq(*law, &*card.law)) {
            laws.push(&card.law);
        }
    }
    if laws.is_empty() {
        laws.push(common);
    }
    laws
}

fn distinct<'a, T: Clone + PartialEq + 'a>(items: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for item in items {
        if !all.contains(item) {
            all.push(item.clone());
        }
    }
    all
}

/// Every indicator once, under the weakest confidence that any commune's parts have.
fn thresholds(laws: &[&Resolved]) -> ThresholdCounts {
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
