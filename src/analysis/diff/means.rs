//! Figures over all communes that are compared.

use super::commune::{self, CommuneChange, Figures, Known};
use super::pair::LawPair;
use crate::exact::{Exact, Sum};
use crate::law::IndicatorId;
use crate::score::{Means, percent_of};

/// How many communes meet a criterion, of those that are compared by it.
#[derive(Clone, Debug)]
pub struct CriterionChange {
    /// Its number.
    pub no: u16,
    pub name: String,
    pub indicators: Vec<IndicatorId>,
    /// How many communes are compared.
    pub communes: usize,
    /// How many met it before.
    pub old: usize,
    /// How many meet it now.
    pub new: usize,
    /// How many meet it now and did not before.
    pub gained: usize,
    /// How many met it before and do not now.
    pub lost: usize,
}

/// The means before and now.
pub(super) fn before_and_now(
    both: &[(Known, Known)],
    laws: &[(LawPair, usize)],
    of: &[usize],
    communes: &[CommuneChange],
) -> (Means, Means) {
    let pairs = || both.iter().zip(of).map(|((old, new), law)| (old, new, &laws[*law].0.compared));
    let old = || -> Exact {
        let sums = pairs()
            .map(|(old, _, compared)| commune::attained(old, compared.iter().flatten().copied()));
        sums.sum()
    };
    let new = || -> Exact {
        let sums = pairs().map(|(_, new, compared)| {
            let places = compared.iter().enumerate().filter(|(_, partner)| partner.is_some());
            commune::attained(new, places.map(|(place, _)| place))
        });
        sums.sum()
    };
    (means(communes, |c| &c.old_figures, &old), means(communes, |c| &c.new_figures, &new))
}

/// `exact` is asked only where the rounding hangs by it.
fn means(
    communes: &[CommuneChange],
    side: impl Fn(&CommuneChange) -> &Figures,
    exact: &dyn Fn() -> Exact,
) -> Means {
    let count = communes.len();
    let mut attained = Sum::default();
    communes.iter().for_each(|commune| attained.merge(&side(commune).attained));
    let judged: usize = communes.iter().map(|commune| commune.indicators).sum();
    let criteria = communes.iter().map(|commune| side(commune).criteria_met).sum();
    let indicators = communes.iter().map(|commune| side(commune).indicators_met).sum();
    let progress = || {
        let near = attained.percent(judged);
        near.unwrap_or_else(|| percent_of(&exact(), judged).to_decimals(2))
    };
    Means::new(count, [criteria, indicators], (judged > 0).then(progress))
}

/// How many communes meet each criterion, in the order of the law.
pub(super) fn criteria(communes: &[CommuneChange]) -> Vec<CriterionChange> {
    let Some(first) = communes.first() else {
        return Vec::new();
    };
    let law = &first.new_law;
    let headings = law.criteria.iter().enumerate().map(|(place, heading)| {
        let all = communes.iter().flat_map(|commune| &commune.criteria);
        let of = all.filter(|(criterion, _, _)| *criterion == place);
        let verdicts: Vec<(bool, bool)> = of.map(|(_, was, is)| (*was, *is)).collect();
        let count = |wanted: &dyn Fn(&(bool, bool)) -> bool| {
            verdicts.iter().filter(|verdict| wanted(verdict)).count()
        };
        CriterionChange {
            no: heading.no,
            name: heading.name.clone(),
            indicators: law.indicators[heading.indicators.clone()].iter().map(|i| i.id).collect(),
            communes: verdicts.len(),
            old: count(&|(was, _)| *was),
            new: count(&|(_, is)| *is),
            gained: count(&|verdict| *verdict == (false, true)),
            lost: count(&|verdict| *verdict == (true, false)),
        }
    });
    headings.filter(|criterion| criterion.communes > 0).collect()
}
