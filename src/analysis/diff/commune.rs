//! What changed in one commune.

use std::sync::Arc;

use super::carry::Pairs;
use super::differs::RequirementChange;
use super::kind::{self, Cause, Kind};
use super::pair::LawPair;
use super::steps::{Judgement, Steps};
use crate::exact::{Exact, Sum};
use crate::intake::{Observation, Submission};
use crate::law::Resolved;
use crate::score::{IndicatorScore, PartScore, percent_of, verdicts};

/// What is known of a commune on one side: its data, and the law that judges it.
pub(super) struct Known<'a> {
    pub(super) submission: &'a Submission,
    pub(super) law: Arc<Resolved>,
    /// How the data is carried to a law that it was not read against.
    pub(super) carry: Option<Arc<Pairs>>,
}

impl<'a> Known<'a> {
    /// Judged by the law that it was read against.
    pub(super) fn own(submission: &'a Submission) -> Known<'a> {
        Known { submission, law: Arc::clone(&submission.law), carry: None }
    }

    pub(super) fn observations(&self) -> Vec<Observation> {
        let own = self.submission.observations();
        self.carry.as_ref().map_or_else(|| own.clone(), |pairs| pairs.carry(&own))
    }

    fn evidence(&self) -> Vec<Option<&'a str>> {
        let own = self.submission.evidence();
        self.carry.as_ref().map_or_else(|| own.clone(), |pairs| pairs.carry_evidence(&own))
    }

    /// Whether an indicator of the law can take the data there is for it.
    pub(super) fn takes(&self, place: usize) -> bool {
        let indicator = &self.law.indicators[place];
        self.carry.as_ref().is_none_or(|pairs| pairs.takes_all(indicator))
    }
}

/// What changed in one commune.
#[derive(Clone, Debug)]
pub struct CommuneChange {
    /// Its place in the new roster.
    pub new: usize,
    /// What judged it before.
    pub old_law: Arc<Resolved>,
    /// What judges it now.
    pub new_law: Arc<Resolved>,
    /// Its figures before.
    pub old_figures: Figures,
    /// Its figures now.
    pub new_figures: Figures,
    /// How many indicators are compared.
    pub indicators: usize,
    /// Those of them that changes are told of, by their places in the new law.
    pub told: Vec<usize>,
    /// The criteria that are compared, by their place in the new law, with whether they
    /// were met and are met.
    pub criteria: Vec<(usize, bool, bool)>,
    /// The criteria newly met, by place.
    pub gained: Vec<usize>,
    /// The criteria lost, by place.
    pub lost: Vec<usize>,
    /// The indicators that changed, in the order of the new law.
    pub changes: Vec<Change>,
}

impl CommuneChange {
    /// How many indicators changed in this way.
    pub fn count(&self, kind: Kind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }
}

/// A commune's figures over what is compared.
#[derive(Clone, Debug)]
pub struct Figures {
    pub criteria_met: usize,
    pub indicators_met: usize,
    /// The mean attainment in percent, to two decimals.
    pub progress: Exact,
    pub(super) attained: Sum,
}

/// One indicator that changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// What became of it.
    pub kind: Kind,
    /// By whose doing.
    pub cause: Cause,
    /// What of its requirement is another.
    pub differs: RequirementChange,
    /// Before, by the old law.
    pub old: Verdict,
    /// Now, by the new law.
    pub new: Verdict,
}

/// A verdict with all that it rests on.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The indicator's place in the law.
    pub place: usize,
    /// The verdict.
    pub score: IndicatorScore,
    pub parts: Vec<PartScore>,
    /// Their documents.
    pub evidence: Vec<Option<String>>,
}

/// A side of a commune judged.
struct Judged<'a> {
    law: &'a Resolved,
    indicators: Vec<IndicatorScore>,
    parts: Vec<PartScore>,
}

impl<'a> Judged<'a> {
    fn new(law: &'a Resolved, observations: Vec<Observation>) -> Judged<'a> {
        let (indicators, parts) = verdicts(law, observations);
        Judged { law, indicators, parts }
    }

    fn judgement(&self, place: usize) -> Judgement<'_> {
        let law = &self.law.indicators[place];
        Judgement { law, score: &self.indicators[place], parts: &self.parts[law.parts()] }
    }

    fn met(&self, criterion: usize) -> bool {
        let mut places = self.law.criteria[criterion].indicators.clone();
        places.all(|place| self.indicators[place].status.counts_as_met())
    }

    fn verdict(&self, place: usize, evidence: &[Option<&str>]) -> Verdict {
        let Judgement { score, parts, .. } = self.judgement(place);
        let evidence = &evidence[self.law.indicators[place].parts()];
        Verdict {
            place,
            score: score.clone(),
            parts: parts.to_vec(),
            evidence: evidence.iter().map(|document| document.map(str::to_owned)).collect(),
        }
    }

    fn figures(&self, places: &[usize], criteria_met: usize) -> Figures {
        let indicators = || places.iter().map(|place| &self.indicators[*place]);
        let mut attained = Sum::default();
        indicators().for_each(|indicator| attained.add(&indicator.attainment));
        let exact = || {
            let sum: Exact = indicators().map(|indicator| indicator.attainment.clone()).sum();
            percent_of(&sum, places.len()).to_decimals(2)
        };
        Figures {
            criteria_met,
            indicators_met: indicators().filter(|i| i.status.counts_as_met()).count(),
            progress: if places.is_empty() {
                Exact::ZERO
            } else {
                attained.percent(places.len()).unwrap_or_else(exact)
            },
            attained,
        }
    }
}

/// The data of two sides under each of two laws.
struct Crossed<'a> {
    laws: &'a LawPair,
    old: Judged<'a>,
    /// The old data under the new law.
    law: Judged<'a>,
    /// The new data under the old law, where that asks for anything else.
    data: Option<Judged<'a>>,
    new: Judged<'a>,
}

impl<'a> Crossed<'a> {
    fn new(laws: &'a LawPair, old: &Known, new: &Known) -> Crossed<'a> {
        let (before, now) = (old.observations(), new.observations());
        // The same data is the same under whichever law; other data has to be carried.
        let same = std::ptr::eq(old.submission, new.submission);
        let matters = laws.differs.iter().any(|differs| differs.matters());
        let carried = if same { now.clone() } else { laws.pairs.carry(&before) };
        let back = || if same { before.clone() } else { laws.back.carry(&now) };
        Crossed {
            laws,
            data: matters.then(|| Judged::new(&laws.old, back())),
            law: Judged::new(&laws.new, carried),
            old: Judged::new(&laws.old, before),
            new: Judged::new(&laws.new, now),
        }
    }

    fn steps(&self, old: usize, new: usize) -> Steps<'_> {
        let law = &self.laws.new.indicators[new];
        let earlier = &self.laws.old.indicators[old];
        let within = |place: &Option<usize>| Some((*place)? - earlier.first_part);
        let partners: Vec<Option<usize>> =
            self.laws.pairs.partners(law).iter().map(within).collect();
        Steps {
            comparable: partners.iter().all(Option::is_some)
                && earlier.require.len() == law.require.len(),
            partners,
            old: self.old.judgement(old),
            law: self.law.judgement(new),
            data: match &self.data {
                Some(data) if self.laws.differs[new].matters() => data.judgement(old),
                _ => self.new.judgement(new),
            },
            new: self.new.judgement(new),
        }
    }
}

/// Compares what was known of a commune with what is.
pub(super) fn compare(laws: &LawPair, old: &Known, new: &Known) -> CommuneChange {
    let crossed = Crossed::new(laws, old, new);
    let (before, now) = (&crossed.old, &crossed.new);
    let (old_evidence, new_evidence) = (old.evidence(), new.evidence());
    let partners = laws.compared.iter().enumerate();
    let compared: Vec<(usize, usize)> =
        partners.filter_map(|(place, partner)| Some(((*partner)?, place))).collect();
    let change = |(old, new): &(usize, usize)| {
        let (kind, cause) = kind::change(&crossed.steps(*old, *new))?;
        Some(Change {
            kind,
            cause,
            differs: laws.differs[*new],
            old: before.verdict(*old, &old_evidence),
            new: now.verdict(*new, &new_evidence),
        })
    };
    let criteria = (0..laws.new.criteria.len())
        .filter_map(|place| Some((place, before.met(laws.criterion(place)?), now.met(place))));
    let criteria: Vec<(usize, bool, bool)> = criteria.collect();
    let places = |old: bool, new: bool| {
        let moved = criteria.iter().filter(move |(_, was, is)| (*was, *is) == (old, new));
        moved.map(|(place, _, _)| *place).collect::<Vec<usize>>()
    };
    let (olds, news): (Vec<usize>, Vec<usize>) = compared.iter().copied().unzip();
    CommuneChange {
        new: new.submission.commune,
        old_law: Arc::clone(&laws.old),
        new_law: Arc::clone(&laws.new),
        old_figures: before.figures(&olds, criteria.iter().filter(|(_, was, _)| *was).count()),
        new_figures: now.figures(&news, criteria.iter().filter(|(_, _, is)| *is).count()),
        indicators: compared.len(),
        told: news,
        gained: places(false, true),
        lost: places(true, false),
        changes: compared.iter().filter_map(change).collect(),
        criteria,
    }
}

/// The exact sum of the attainments that are compared, which takes long.
pub(super) fn attained(known: &Known, places: impl Iterator<Item = usize>) -> Exact {
    let (indicators, _) = verdicts(&known.law, known.observations());
    places.map(|place| indicators[place].attainment.clone()).sum()
}
