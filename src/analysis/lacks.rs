//! What stands against handing a result in: what is not met, what rests on a threshold
//! that nobody has confirmed, what nothing proves.

use super::chain::Explained;
use crate::intake::Observation;
use crate::intake::evidence::{self, Folder};
use crate::law::ToConfirm;
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
    /// Documents that are cited and have no file, with the indicators that they prove.
    pub files: Vec<(String, Vec<usize>)>,
}

impl Lacks {
    /// What a result lacks. `folder`: the files of evidence, where they are at hand.
    pub fn of(explained: &Explained, folder: Option<&Folder>) -> Lacks {
        let (law, case) = (&explained.card.tally.law, &explained.commune.case);
        let mut lacks = Lacks {
            clauses: explained.set.clauses_to_confirm(Some(case)),
            thresholds: explained.set.to_confirm(law, explained.submission.period, case),
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

    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        let Lacks { verdicts, thresholds, clauses, evidence, files } = self;
        verdicts.is_empty()
            && thresholds.is_empty()
            && clauses.is_empty()
            && evidence.is_empty()
            && files.is_empty()
    }
}
