//! What stands against handing a result in: what is not met, what rests on a threshold
//! that nobody has confirmed, what nothing proves.

use super::chain::{Chain, Explained};
use super::ladder::Step;
use crate::intake::Observation;
use crate::intake::evidence::{self, Folder};
use crate::law::{Level, ToConfirm};
use crate::period;
use crate::score::Status;

/// Everything that stands against it, each in the order of the law.
#[derive(Clone, Debug, Default)]
pub struct Lacks {
    /// Indicators that are not met, without value or without threshold, by their places.
    pub verdicts: Vec<(usize, Status)>,
    /// Thresholds that are not confirmed, and factors of those that are multiples. Also of
    /// indicators that do not apply: that they need not is read with the threshold.
    pub thresholds: Vec<ToConfirm>,
    /// The rule that sent the commune to its column, and the sets that must be met first,
    /// where they are not confirmed.
    pub clauses: Vec<ToConfirm>,
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

impl Lacks {
    /// What a result lacks. `folder`: the files of evidence, where they are at hand;
    /// `steps`: the ladder of the commune, whose steps below the result's level count.
    pub fn of(explained: &Explained, folder: Option<&Folder>, steps: &[Step]) -> Lacks {
        let (law, case) = (&explained.card.tally.law, &explained.commune.case);
        let mut lacks = Lacks {
            clauses: explained.set.clauses_to_confirm(Some(case)),
            thresholds: explained.set.to_confirm(law, explained.submission.period, case),
            below: below(steps, explained.submission.level),
            ..Lacks::default()
        };
        // Without a threshold there is no verdict either: that is told as such.
        lacks.thresholds.retain(|entry| entry.confidence().is_some());
        let documents = explained.submission.evidence();
        for chain in &explained.chains {
            let place = chain.indicator;
            let status = explained.card.indicators[place].status;
            if !status.counts_as_met() {
                lacks.verdicts.push((place, status));
            }
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
        let Lacks { verdicts, thresholds, clauses, evidence, expired, files, below } = self;
        let papers = evidence.is_empty() && expired.is_empty() && files.is_empty();
        let law = thresholds.is_empty() && clauses.is_empty();
        verdicts.is_empty() && law && papers && below.is_empty()
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
