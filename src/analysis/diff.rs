//! What changed between two periods, or would under another set: verdicts compared one
//! by one, with what the law did kept apart from what the data did.
//!
//! The old data is judged by the new law too, and the new data by the old law: so each is
//! seen alone. See [`Cause`].

mod carry;
mod commune;
mod differs;
mod kind;
mod laws;
mod means;
mod pair;
mod roster;
mod sets;
mod side;
mod steps;

pub use carry::Pairs;
pub use commune::{Change, CommuneChange, Figures, Verdict};
pub use differs::RequirementChange;
pub use kind::{Cause, Kind};
pub use laws::{LawChange, Stated};
pub use means::CriterionChange;
pub use roster::{Absence, Absent, Doubt, Renamed};
pub use sets::{SetChoice, Under};
pub use side::Side;

use std::sync::Arc;

use rayon::prelude::*;

use self::commune::Known;
use self::pair::LawPair;
use crate::intake::Submission;
use crate::law::{IndicatorId, Resolved};
use crate::score::Means;

/// All that changed from one side to the other.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The communes with a result on both sides, in the order of the new one.
    pub communes: Vec<CommuneChange>,
    /// How many of them meet each criterion, in the order of the new law.
    pub criteria: Vec<CriterionChange>,
    /// Their means before.
    pub old: Means,
    /// Their means now.
    pub new: Means,
    /// Indicators whose requirement is another.
    pub laws: Vec<LawChange>,
    /// Who has a result on the old side only.
    pub only_old: Vec<Absent>,
    /// Who has one on the new side only.
    pub only_new: Vec<Absent>,
    /// Entries of the rosters to be looked at by a person.
    pub renamed: Vec<Renamed>,
    /// Indicators of the old law that are not compared, with their names.
    pub not_comparable_old: Vec<Incomparable>,
    /// Likewise of the new law.
    pub not_comparable_new: Vec<Incomparable>,
}

/// An indicator that one side has alone, or whose values the other cannot take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incomparable {
    /// Its number.
    pub id: IndicatorId,
    pub name: String,
}

impl Comparison {
    /// All changes with their communes.
    pub fn changes(&self) -> impl Iterator<Item = (&CommuneChange, &Change)> {
        self.communes.iter().flat_map(|c| c.changes.iter().map(move |change| (c, change)))
    }

    /// How many indicators of how many communes are compared, changed or not.
    pub fn compared_indicators(&self) -> usize {
        self.communes.iter().map(|commune| commune.told.len()).sum()
    }

    /// Keeps what is about some indicators of the new law. Figures of communes and their
    /// means stay as they are.
    pub fn retain(&mut self, keep: impl Fn(IndicatorId) -> bool) {
        for commune in &mut self.communes {
            let law = Arc::clone(&commune.new_law);
            commune.changes.retain(|change| keep(law.indicators[change.new.place].id));
            commune.told.retain(|place| keep(law.indicators[*place].id));
            let any = |place: &usize| {
                law.criteria[*place].indicators.clone().any(|place| keep(law.indicators[place].id))
            };
            commune.gained.retain(any);
            commune.lost.retain(any);
        }
        self.criteria.retain(|criterion| criterion.indicators.iter().any(|id| keep(*id)));
        self.laws.retain(|law| keep(law.new.indicator().id));
        self.not_comparable_old.retain(|indicator| keep(indicator.id));
        self.not_comparable_new.retain(|indicator| keep(indicator.id));
    }
}

/// What changed between two periods. Communes are matched by their codes.
pub fn periods(old: Side, new: Side) -> Comparison {
    let matched = roster::matched(&old, &new);
    let both = matched.both.iter().map(|(before, now)| {
        (Known::own(&old.submissions[*before]), Known::own(&new.submissions[*now]))
    });
    let comparison = compared(&both.collect::<Vec<_>>());
    Comparison {
        only_old: matched.only_old,
        only_new: matched.only_new,
        renamed: matched.renamed,
        ..comparison
    }
}

/// What changes where the same data is judged by one set and by another.
pub fn sets(submissions: &[Submission], old: &Under, new: &Under) -> Comparison {
    let both = submissions
        .iter()
        .enumerate()
        .map(|(place, submission)| (old.known(place, submission), new.known(place, submission)));
    compared(&both.collect::<Vec<_>>())
}

fn compared(both: &[(Known, Known)]) -> Comparison {
    let mut laws: Vec<(LawPair, usize)> = Vec::new();
    let mut of = Vec::with_capacity(both.len());
    for (old, new) in both {
        let known = laws.iter().position(|(pair, _)| pair.is(&old.law, &new.law));
        let place = known.unwrap_or_else(|| {
            laws.push((LawPair::new(old, new), 0));
            laws.len() - 1
        });
        laws[place].1 += 1;
        of.push(place);
    }
    let compare =
        |((old, new), law): (&(Known, Known), &usize)| commune::compare(&laws[*law].0, old, new);
    let communes: Vec<CommuneChange> = both.par_iter().zip(&of).map(compare).collect();
    let (old, new) = means::before_and_now(both, &laws, &of, &communes);
    let (not_comparable_old, not_comparable_new) = incomparable(&laws);
    Comparison {
        criteria: means::criteria(&communes),
        laws: laws::changes(&laws),
        communes,
        old,
        new,
        only_old: Vec::new(),
        only_new: Vec::new(),
        renamed: Vec::new(),
        not_comparable_old,
        not_comparable_new,
    }
}

impl LawPair {
    fn new(old: &Known, new: &Known) -> LawPair {
        let pairs = Pairs::new(&old.law, &new.law);
        let places = pairs.indicators.iter().enumerate();
        // What either cannot take of the data was not lost or met under it.
        let compared = places.map(|(place, partner)| {
            partner.filter(|partner| old.takes(*partner) && new.takes(place))
        });
        let compared: Vec<Option<usize>> = compared.collect();
        let differs = compared.iter().zip(&new.law.indicators).map(|(partner, indicator)| {
            let differs =
                |place: usize| RequirementChange::between(&old.law.indicators[place], indicator);
            partner.map_or_else(RequirementChange::default, differs)
        });
        LawPair {
            old: Arc::clone(&old.law),
            new: Arc::clone(&new.law),
            back: Pairs::new(&new.law, &old.law),
            differs: differs.collect(),
            pairs,
            compared,
        }
    }
}

/// The indicators that are compared for no commune, of the old law and the new.
fn incomparable(laws: &[(LawPair, usize)]) -> (Vec<Incomparable>, Vec<Incomparable>) {
    let Some((first, _)) = laws.first() else {
        return (Vec::new(), Vec::new());
    };
    let compared = |(pair, _): &(LawPair, usize), new: usize| pair.compared[new];
    let of = |law: &Resolved, place: usize| {
        let indicator = &law.indicators[place];
        Incomparable { id: indicator.id, name: indicator.name.clone() }
    };
    // All laws of a side are of one set and have the same indicators.
    let news = 0..first.new.indicators.len();
    let partners = || laws.iter().flat_map(|law| law.0.compared.iter().flatten());
    let olds = 0..first.old.indicators.len();
    let new = news.filter(|new| laws.iter().all(|law| compared(law, *new).is_none()));
    let old = olds.filter(|old| partners().all(|partner| partner != old));
    (
        old.map(|place| of(&first.old, place)).collect(),
        new.map(|place| of(&first.new, place)).collect(),
    )
}
