//! What stands against handing a result in: what is not met, what rests on a threshold
//! that nobody has confirmed, what nothing proves.

use super::chain::{Chain, Explained};
use super::ladder::Step;
use crate::intake::Observation;
use crate::intake::evidence::{self, Folder};
use crate::law::{Confidence, Level};
use crate::period;
use crate::score::Status;

/// Everything that stands against it, each in the order of the law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Indicators that are not met, without value or without threshold, by their places.
    pub verdicts: Vec<(usize, Status)>,
    /// Thresholds that are not confirmed.
    pub thresholds: Vec<Unsure>,
    /// Values that nothing proves: indicator and part, by their places.
    pub evidence: Vec<(usize, usize)>,
    /// Documents that no longer were valid when the period ended.
    pub expired: Vec<Expired>,
    /// Documents that are cited and have no file, with the indicators that they prove.
    pub files: Vec<(String, Vec<usize>)>,
    /// The titles below, which this one presupposes, whose criteria are not met.
    pub below: Vec<Below>,
}

/// A title below whose criteria are not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// The title.
    pub level: Level,
    /// What is open there, in the order of the law; `None` where nothing was reported.
    pub open: Option<Vec<String>>,
}

/// A document that proves nothing any more, as its rows write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// The document; of several that a row cites each, for the row gives one date.
    pub document: String,
    /// Until when it was valid.
    pub until: String,
    /// The indicators that it should prove, by their places.
    pub indicators: Vec<usize>,
}

/// A threshold that was used and that nobody has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// The indicator, by its place.
    pub indicator: usize,
    /// The part, by its place under the indicator.
    pub part: usize,
    /// How sure it is.
    pub confidence: Confidence,
    /// The set or layer that gives it: there it is to be confirmed.
    pub layer: String,
}

impl Lacks {
    /// What a result lacks. `folder`: the files of evidence, where they are at hand;
    /// `steps`: the ladder of the commune, whose steps below the result's level count.
    pub fn of(explained: &Explained, folder: Option<&Folder>, steps: &[Step]) -> Lacks {
        let mut lacks =
            Lacks { below: below(steps, explained.submission.level), ..Lacks::default() };
        let documents = explained.submission.evidence();
        for chain in &explained.chains {
            let (place, law) = (chain.indicator, &explained.card.tally.law);
            let status = explained.card.indicators[place].status;
            if !status.counts_as_met() {
                lacks.verdicts.push((place, status));
            }
            lacks.thresholds.extend(unsure(explained, chain));
            let cited = &documents[law.indicators[place].parts()];
            let parts = explained.card.parts(place).iter().zip(cited).enumerate();
            let bare = parts.filter(|(_, (part, document))| {
                let valued =
                    matches!(part.observation, Observation::Value(_) | Observation::Ratio(_));
                valued && document.is_none()
            });
            lacks.evidence.extend(bare.map(|(part, _)| (place, part)));
            lacks.expire(explained, chain);
            let Some(folder) = folder else {
                continue;
            };
            for document in evidence::documents(cited) {
                if !folder.files_of(document).is_empty() {
                    continue;
                }
                match lacks.files.iter_mut().find(|(known, _)| known == document) {
                    Some((_, indicators)) => indicators.push(place),
                    None => lacks.files.push((document.to_owned(), vec![place])),
                }
            }
        }
        lacks
    }

    /// The documents of an indicator that have expired.
    fn expire(&mut self, explained: &Explained, chain: &Chain) {
        let last = explained.submission.period.last_day();
        for row in chain.rows.iter().filter(|row| row.proves()) {
            let until = row.cell("valid_until");
            let passed = until.and_then(period::parse_date).is_some_and(|date| date < last);
            let Some(until) = until.filter(|_| passed) else {
                continue;
            };
            for document in evidence::documents(&[row.cell("evidence")]) {
                let same =
                    |other: &&mut Expired| other.document == document && other.until == until;
                match self.expired.iter_mut().find(same) {
                    Some(known) if known.indicators.last() == Some(&chain.indicator) => {}
                    Some(known) => known.indicators.push(chain.indicator),
                    None => self.expired.push(Expired {
                        document: document.to_owned(),
                        until: until.to_owned(),
                        indicators: vec![chain.indicator],
                    }),
                }
            }
        }
    }

    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        *self == Lacks::default()
    }

    /// The layers with the indicators to confirm in each, in the order of the law.
    pub fn to_confirm(&self) -> Vec<(&str, Vec<usize>)> {
        let mut layers: Vec<(&str, Vec<usize>)> = Vec::new();
        for unsure in &self.thresholds {
            let known = layers.iter().position(|(layer, _)| *layer == unsure.layer);
            let place = known.unwrap_or_else(|| {
                layers.push((&unsure.layer, Vec::new()));
                layers.len() - 1
            });
            if layers[place].1.last() != Some(&unsure.indicator) {
                layers[place].1.push(unsure.indicator);
            }
        }
        layers
    }
}

/// What is open at the titles below a level.
fn below(steps: &[Step], level: Level) -> Vec<Below> {
    let lacking = steps.iter().find(|step| step.level == level).map(|step| &step.lacking);
    let of_title = |title: &Level| {
        let step = steps.iter().find(|step| step.level == *title);
        let open = step.and_then(Step::open_ids);
        Below { level: *title, open }
    };
    lacking.into_iter().flatten().map(of_title).collect()
}

/// The thresholds of an indicator that were used and are not confirmed. Of a part that
/// does not apply none is used.
fn unsure(explained: &Explained, chain: &Chain) -> Vec<Unsure> {
    let indicator = &explained.card.tally.law.indicators[chain.indicator];
    let parts = indicator.require.iter().zip(explained.card.parts(chain.indicator)).enumerate();
    let unsure = parts.filter_map(|(place, (requirement, part))| {
        let threshold = requirement.threshold.as_ref()?;
        let used = part.observation != Observation::NotApplicable;
        if !used || threshold.confidence == Confidence::Confirmed {
            return None;
        }
        let layer = chain.history.given_by(&requirement.part)?.of.id.to_owned();
        let (indicator, confidence) = (chain.indicator, threshold.confidence);
        Some(Unsure { indicator, part: place, confidence, layer })
    });
    unsure.collect()
}
