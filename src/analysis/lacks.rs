//! What stands against handing a result in: what is not met, what rests on a threshold
//! that nobody has confirmed, what nothing proves.

use super::chain::{Chain, Explained};
use super::ladder::Step;
use crate::intake::evidence::{self, Proofs};
use crate::intake::{Observation, Submission};
use crate::law::{Level, Library, Resolved, Set, ToConfirm};
use crate::period;
use crate::score::{PartScore, Status};

/// Everything that stands against it, each in the order of the law.
#[derive(Clone, Debug, Default)]
pub struct Lacks {
    /// Indicators that are not met, without value or without threshold, by their places.
    pub verdicts: Vec<(usize, Status)>,
    /// Indicators that are met and do not name what is to be named, such as the field in
    /// which a commune stands out: their places, and what that is.
    pub unnamed: Vec<(usize, String)>,
    /// Thresholds that are not confirmed, and factors of those that are multiples; of the
    /// titles below too. Also of indicators that do not apply: that they need not is read
    /// with the threshold.
    pub thresholds: Vec<ToConfirm>,
    /// The rule that sent the commune to its column, and the sets that must be met first,
    /// where they are not confirmed.
    pub clauses: Vec<ToConfirm>,
    /// Values that nothing proves: indicator and part, by their places.
    pub evidence: Vec<(usize, usize)>,
    /// The same at the titles below: the numbers of their indicators.
    pub evidence_below: Vec<(Level, Vec<String>)>,
    /// Faults of the data that were taken as missing: of what is not asked for as well.
    pub faults: usize,
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
    /// What a result lacks. `proofs`: what the files of evidence prove, where they are at hand;
    /// `steps`: the ladder of the commune by the sets of `library`, whose steps below the
    /// result's level count, made from what it `said`; `faults`: how many were taken as
    /// missing.
    pub fn of(
        explained: &Explained,
        proofs: Option<&Proofs>,
        (steps, said): (&[Step], &[Submission]),
        library: &Library,
        faults: usize,
    ) -> Lacks {
        let level = explained.submission.level;
        let mut lacks = Lacks {
            below: below(steps, level),
            evidence_below: evidence_below(steps, said, level),
            unnamed: unnamed(steps, level),
            faults,
            ..Lacks::default()
        };
        lacks.rests_on(explained.set, &explained.card.tally.law, explained);
        for step in steps.iter().filter(|step| step.level < level) {
            let law = step.card.as_ref().map(|card| &card.tally.law);
            let set = law.and_then(|law| Some((library.set(&law.set)?, law)));
            if let Some((set, law)) = set {
                lacks.rests_on(set, law, explained);
            }
        }
        let documents = explained.submission.evidence();
        for chain in &explained.chains {
            let place = chain.indicator;
            let status = explained.card.indicators[place].status;
            if !status.counts_as_met() {
                lacks.verdicts.push((place, status));
            }
            let law = &explained.card.tally.law;
            let cited = &documents[law.indicators[place].parts()];
            let parts = explained.card.parts(place).iter().zip(cited).enumerate();
            let bare = parts.filter(|(_, (part, document))| is_bare(part, **document));
            lacks.evidence.extend(bare.map(|(part, _)| (place, part)));
            lacks.expire(explained, chain);
            let Some(proofs) = proofs else {
                continue;
            };
            for document in evidence::documents(cited) {
                if !proofs.files_of(explained.submission.commune, document).is_empty() {
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

    /// What of a set was used and is not confirmed, each once.
    fn rests_on(&mut self, set: &Set, law: &Resolved, explained: &Explained) {
        let (case, period) = (&explained.commune.case, explained.submission.period);
        let figures = set.to_confirm(law, period, case).into_iter();
        // Without a threshold there is no verdict either: that is told as such.
        let figures = figures.filter(|entry| entry.confidence().is_some());
        for (list, entries) in [
            (&mut self.thresholds, figures.collect()),
            (&mut self.clauses, set.clauses_to_confirm(Some(case))),
        ] {
            for entry in entries {
                if !list.iter().any(|known| known.is(&entry)) {
                    list.push(entry);
                }
            }
        }
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

    /// How many values lack evidence, at the titles below too.
    pub fn unproved(&self) -> usize {
        let below: usize = self.evidence_below.iter().map(|(_, ids)| ids.len()).sum();
        self.evidence.len() + below
    }

    /// Whether nothing stands against it.
    pub fn is_empty(&self) -> bool {
        let Lacks { verdicts, unnamed, thresholds, clauses, below, faults, .. } = self;
        let Lacks { evidence, evidence_below, expired, files, .. } = self;
        let papers = evidence.is_empty() && evidence_below.is_empty();
        let papers = papers && expired.is_empty() && files.is_empty();
        let law = thresholds.is_empty() && clauses.is_empty();
        let results = verdicts.is_empty() && unnamed.is_empty() && below.is_empty();
        results && law && papers && *faults == 0
    }
}

/// Whether a part has a value that nothing proves.
fn is_bare(part: &PartScore, document: Option<&str>) -> bool {
    let valued = matches!(part.observation, Observation::Value(_) | Observation::Ratio(_));
    valued && evidence::documents(&[document]).is_empty()
}

/// The indicators of the titles below a level with values that nothing proves.
fn evidence_below(steps: &[Step], said: &[Submission], level: Level) -> Vec<(Level, Vec<String>)> {
    let below = steps.iter().filter(|step| step.level < level);
    let bare = below.filter_map(|step| {
        let card = step.card.as_ref()?;
        let documents = said.iter().find(|said| said.level == step.level)?.evidence();
        let indicators = card.tally.law.indicators.iter().enumerate();
        let bare = indicators.filter(|(place, law)| {
            let mut parts = card.parts(*place).iter().zip(&documents[law.parts()]);
            parts.any(|(part, document)| is_bare(part, *document))
        });
        let ids: Vec<String> = bare.map(|(_, law)| law.id.to_string()).collect();
        (!ids.is_empty()).then_some((step.level, ids))
    });
    bare.collect()
}

/// What is met at a level and does not name what is to be named.
fn unnamed(steps: &[Step], level: Level) -> Vec<(usize, String)> {
    let named = steps.iter().filter(|step| step.level == level).flat_map(|step| &step.named);
    let unnamed = named.filter(|named| named.status == Status::Met && named.name.is_none());
    unnamed.map(|named| (named.indicator, named.what.clone())).collect()
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
