//! Everything that is not met, missing or undetermined, with who answers for it: the
//! list of work.

use rayon::prelude::*;

use crate::exact::Exact;
use crate::intake::{Agencies, Assignment, Funding, Observation, Submission};
use crate::law::Requirement;
use crate::score::{self, PartScore, Scorecard, Status};

/// An indicator that a commune has still to reach.
#[derive(Clone, Debug)]
pub struct Gap<'a> {
    /// The place of the commune's result among all.
    pub result: usize,
    /// The place of its criterion.
    pub criterion: usize,
    /// The indicator's place in the law.
    pub indicator: usize,
    /// Why it is open.
    pub status: Status,
    /// How far it is, as a part of the whole way: 1 less its attainment.
    pub relative: Exact,
    /// Whether no commune that has reported meets it.
    pub unmet_everywhere: bool,
    /// Whether it alone keeps its criterion from being met.
    pub completes_criterion: bool,
    /// Whether a value has no evidence.
    pub evidence_lacking: bool,
    /// Who answers for it.
    pub assigned: Assignment<'a>,
}

impl Gap<'_> {
    /// Whether it can be done at once: no money is needed and the guidance is out.
    pub fn can_be_done_now(&self) -> bool {
        self.needs_no_money() && self.assigned.guidance == Some(true)
    }

    /// Whether it is said that no money is needed at all.
    pub fn needs_no_money(&self) -> bool {
        self.assigned.needs_funding == Some(Funding::No)
    }
}

/// What a commune has still to reach for all criteria.
#[derive(Clone, Debug)]
pub struct Remaining {
    /// The criteria, by place, that are not met.
    pub criteria: Vec<usize>,
    /// How many indicators are open.
    pub indicators: usize,
    /// The indicators, by place, that alone would complete a criterion.
    pub completing: Vec<usize>,
    /// Indicators that are met by a value without evidence.
    pub without_evidence: Vec<usize>,
}

/// The list of work of all communes.
#[derive(Clone, Debug)]
pub struct Gaps<'a> {
    /// The results, in roster order.
    pub cards: Vec<Scorecard>,
    pub remaining: Vec<Remaining>,
    /// What is open: what no commune meets first, then in the order of the law and the
    /// roster.
    pub list: Vec<Gap<'a>>,
    /// The results that are asked for.
    pub shown: Vec<bool>,
    /// How many need no money, but it is not known whether their guidance is issued.
    pub guidance_unknown: usize,
}

/// What is asked for; nothing asked is everything.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Communes, by their place in the roster.
    pub communes: Vec<usize>,
    /// Criteria, by place.
    pub criteria: Vec<usize>,
    /// Who leads or supports.
    pub agencies: Vec<String>,
    /// Whether money is needed.
    pub money: Option<bool>,
    /// Whether it can be done at once.
    pub now: bool,
}

impl Wanted {
    /// Whether something but communes is asked for.
    pub fn is_partial(&self) -> bool {
        !self.criteria.is_empty() || !self.agencies.is_empty() || self.money.is_some() || self.now
    }

    fn concerns(&self, gap: &Gap) -> bool {
        let named = |name: Option<&str>| {
            name.is_some_and(|name| self.agencies.iter().any(|agency| agency == name))
        };
        let answers = named(gap.assigned.lead) || named(gap.assigned.support);
        let money = self.money.is_none_or(|needed| match gap.assigned.needs_funding {
            None => false,
            Some(funding) => needed == (funding != Funding::No),
        });
        (self.criteria.is_empty() || self.criteria.contains(&gap.criterion))
            && (self.agencies.is_empty() || answers)
            && money
    }
}

impl<'a> Gaps<'a> {
    /// The list of work of what was submitted.
    pub fn new(submissions: &'a [Submission], agencies: &'a Agencies) -> Gaps<'a> {
        let cards: Vec<Scorecard> = submissions.par_iter().map(score::score).collect();
        let evidence: Vec<Vec<bool>> = submissions.par_iter().zip(&cards).map(unproved).collect();
        let met =
            |place: usize| cards.iter().any(|card| card.tally.statuses[place].counts_as_met());
        let indicators = cards.first().map_or(0, |card| card.indicators.len());
        let somewhere: Vec<bool> = (0..indicators).map(met).collect();
        let mut list = Vec::new();
        for (result, (card, submission)) in cards.iter().zip(submissions).enumerate() {
            let open = open(card).map(|indicator| {
                let law = &submission.law.indicators[indicator];
                Gap {
                    result,
                    criterion: criterion_of(card, indicator),
                    indicator,
                    status: card.indicators[indicator].status,
                    relative: &Exact::ONE - &card.indicators[indicator].attainment,
                    unmet_everywhere: !somewhere[indicator],
                    completes_criterion: completes(card, indicator),
                    evidence_lacking: evidence[result][indicator],
                    assigned: agencies.assignment(&submission.law, law.id),
                }
            });
            list.extend(open);
        }
        list.sort_by_key(|gap| (!gap.unmet_everywhere, gap.indicator, gap.result));
        let pairs = cards.iter().zip(&evidence);
        let remaining = pairs.map(|(card, unproved)| remaining(card, unproved)).collect();
        let shown = vec![true; cards.len()];
        let mut gaps = Gaps { cards, remaining, list, shown, guidance_unknown: 0 };
        gaps.keep(&Wanted::default());
        gaps
    }

    /// Leaves out what is not asked for. What no commune meets stays what no commune
    /// meets, whichever are shown.
    pub fn keep(&mut self, wanted: &Wanted) {
        let communes = self.cards.iter().map(|card| card.tally.commune);
        let asked = |commune| wanted.communes.is_empty() || wanted.communes.contains(&commune);
        self.shown = communes.map(asked).collect();
        self.list.retain(|gap| self.shown[gap.result] && wanted.concerns(gap));
        let unknown = |gap: &&Gap| gap.needs_no_money() && gap.assigned.guidance.is_none();
        self.guidance_unknown = self.list.iter().filter(unknown).count();
        self.list.retain(|gap| !wanted.now || gap.can_be_done_now());
    }

    /// Puts the easy before the hard: no money before money, then the smallest part of
    /// the way. Of what is not known whether it needs money it is taken that it does.
    pub fn easy_first(&mut self) {
        self.list.sort_by(|one, other| {
            let key = |gap: &Gap| (!gap.needs_no_money(), gap.relative.clone());
            key(one)
                .cmp(&key(other))
                .then_with(|| (one.indicator, one.result).cmp(&(other.indicator, other.result)))
        });
    }
}

/// The indicators of a result that are open, by place.
fn open(card: &Scorecard) -> impl Iterator<Item = usize> {
    let places = card.tally.statuses.iter().enumerate();
    places.filter(|(_, status)| !status.counts_as_met()).map(|(place, _)| place)
}

/// Whether an open indicator is the only one of its criterion.
fn completes(card: &Scorecard, indicator: usize) -> bool {
    let criterion = &card.tally.law.criteria[criterion_of(card, indicator)];
    let statuses = &card.tally.statuses[criterion.indicators.clone()];
    statuses.iter().filter(|status| !status.counts_as_met()).count() == 1
}

/// The place of an indicator's criterion.
fn criterion_of(card: &Scorecard, indicator: usize) -> usize {
    // Criteria stand in order, so that the last one that begins before it holds it.
    card.tally.law.criteria.partition_point(|c| c.indicators.start <= indicator) - 1
}

fn remaining(card: &Scorecard, unproved: &[bool]) -> Remaining {
    let criteria = 0..card.tally.law.criteria.len();
    let met = |place: &usize| card.tally.statuses[*place].counts_as_met();
    Remaining {
        criteria: criteria.filter(|place| !card.tally.criterion_met(*place)).collect(),
        indicators: open(card).count(),
        completing: open(card).filter(|place| completes(card, *place)).collect(),
        without_evidence: (0..unproved.len()).filter(|p| unproved[*p]).filter(met).collect(),
    }
}

/// Which indicators have a value without evidence.
fn unproved((submission, card): (&Submission, &Scorecard)) -> Vec<bool> {
    let evidence = submission.evidence();
    let indicators = submission.law.indicators.iter().enumerate();
    let lacking = indicators.map(|(place, indicator)| {
        let pairs = card.parts(place).iter().zip(&evidence[indicator.parts()]);
        let valued = |part: &PartScore| part.observation.value().is_some();
        pairs.into_iter().any(|(part, document)| valued(part) && document.is_none())
    });
    lacking.collect()
}

/// The parts of an indicator that keep it open.
pub fn open_parts(
    card: &Scorecard,
    indicator: usize,
) -> impl Iterator<Item = (&Requirement, &PartScore)> {
    let law = &card.tally.law.indicators[indicator];
    let pairs = law.require.iter().zip(card.parts(indicator));
    pairs.filter(|(_, part)| !part.met && part.observation != Observation::NotApplicable)
}
