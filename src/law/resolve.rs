//! What a commune must reach in a period: base set, amendments and overlay as in
//! force on the last day of the month, for its column and the year.

use std::ops::Deref;

use jiff::civil::Date;

use super::apply::laid;
use super::head::FileHead;
use super::library::Library;
use super::lookup::{ColumnChoice, CommuneProfile, LookupKey};
use super::set::{Layer, Set};
use super::source::Origin;
use super::{
    Columns, ColumnsBy, Counts, Decision, Indicator, IndicatorId, IndicatorTerms, Level, Measure,
    Op, Part, Plausible, Threshold,
};
use crate::fold::{self, Fold};
use crate::period::Period;

/// No base set of a level is in force in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSet {
    pub level: Level,
    pub period: Period,
}

/// A layer that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerUse {
    pub id: String,
    /// Where it comes from in law.
    pub decision: Decision,
    pub origin: Origin,
    pub sha256: String,
}

impl LayerUse {
    fn new(head: &FileHead) -> LayerUse {
        let (id, decision, sha256) = (head.id.clone(), head.decision.clone(), head.sha256.clone());
        LayerUse { id, decision, origin: head.origin, sha256 }
    }
}

/// A criteria set resolved for one case and period.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub set: String,
    pub title: String,
    pub level: Level,
    /// The key of the column used; `?` where the commune has none.
    pub column: String,
    /// The base set and the layers used, in the order in which they are laid.
    pub layers: Vec<LayerUse>,
    /// What every report must say.
    pub cautions: Vec<String>,
    /// The criteria: number, name and group.
    pub criteria: Vec<Heading>,
    /// Every indicator, in the order of the set.
    pub indicators: Vec<ResolvedIndicator>,
    /// The overlays of the province that apply no more because newer ones do.
    pub replaced: Vec<Replaced>,
}

/// An overlay in whose place a newer one of the same province came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub id: String,
    /// That of the newer one.
    pub by: String,
    /// The first day on which that is in force.
    pub since: Date,
}

impl Resolved {
    /// An indicator's place in [`Resolved::indicators`].
    pub fn position(&self, id: IndicatorId) -> Option<usize> {
        // The annexes number criteria and indicators from 1 in order.
        let nth = |no: u16| usize::from(no).checked_sub(1);
        let in_order = self.criteria.get(nth(id.criterion)?).filter(|c| c.no == id.criterion);
        let criterion = in_order.or_else(|| self.criteria.iter().find(|c| c.no == id.criterion))?;
        let mut places = criterion.indicators.clone();
        let near = places.start + nth(id.number)?;
        if self.indicators.get(near).is_some_and(|indicator| indicator.id == id) {
            Some(near)
        } else {
            places.find(|place| self.indicators[*place].id == id)
        }
    }

    /// How many parts its indicators have together.
    pub fn parts(&self) -> usize {
        self.indicators.last().map_or(0, |last| last.parts().end)
    }
}

/// A criterion's heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its number.
    pub no: u16,
    pub name: String,
    pub group: String,
    /// Its indicators' places in [`Resolved::indicators`].
    pub indicators: std::ops::Range<usize>,
}

/// An indicator as it applies.
#[derive(Clone, Debug)]
pub struct ResolvedIndicator {
    /// What it is.
    pub terms: IndicatorTerms,
    /// What must be reached, part by part.
    pub require: Vec<Requirement>,
    /// The place of its first part among those of all indicators.
    pub first_part: usize,
    /// A part that is taken for checking only.
    pub check_part: Option<String>,
    /// The places of a part and of the one that it cannot have more than.
    pub within: Option<(usize, usize)>,
}

impl Deref for ResolvedIndicator {
    type Target = IndicatorTerms;

    fn deref(&self) -> &IndicatorTerms {
        &self.terms
    }
}

impl ResolvedIndicator {
    /// The places of its parts among those of all indicators.
    pub fn parts(&self) -> std::ops::Range<usize> {
        self.first_part..self.first_part + self.require.len()
    }

    /// The place in a lower level's law of the indicator that measures the same thing. An
    /// amendment that has changed what either of them is parts them.
    pub fn shared_with(&self, lower: &Resolved) -> Option<usize> {
        let (_, id) = self.same_as.filter(|(level, _)| *level == lower.level)?;
        let place = lower.position(id)?;
        let other = &lower.indicators[place];
        let parts = |indicator: &ResolvedIndicator| {
            let of =
                |r: &Requirement| (r.part.clone(), r.measure, r.unit.clone(), r.counts.clone());
            indicator.require.iter().map(of).collect::<Vec<_>>()
        };
        let alike = self.grades == other.grades && parts(self) == parts(other);
        (alike && !self.redefined && !other.redefined).then_some(place)
    }
}

/// What one part of an indicator must reach.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The part; empty for the only one.
    pub part: String,
    /// What kind of value it has.
    pub measure: Measure,
    /// The unit of its values.
    pub unit: String,
    /// How a value is compared.
    pub op: Op,
    /// What a share's numerator counts.
    pub counts: Option<Counts>,
    /// The range in which a number is plausible; no law.
    pub plausible: Option<Plausible>,
    /// What to reach; `None` where nothing is set.
    pub threshold: Option<Threshold>,
    /// The legal source of the threshold, or of what leaves it open.
    pub basis: String,
}

impl Library {
    /// What applies to `case` at `level` in `period`. A case without region (or
    /// group) gets the column `common`, which decides no verdict.
    ///
    /// # Errors
    /// When no base set of the level is in force.
    pub fn resolve(
        &self,
        level: Level,
        period: Period,
        case: &CommuneProfile,
    ) -> Result<Resolved, NoSet> {
        match self.in_force(level, period.last_day()) {
            Some(set) => Ok(set.resolve(period, case)),
            None => Err(NoSet { level, period }),
        }
    }
}

/// What tells one resolution from another: set, period, column and layers. Many
/// communes share one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    set: String,
    period: Period,
    column: Option<usize>,
    layers: Vec<String>,
    /// Of the sets that its thresholds refer to.
    referred: Vec<Signature>,
}

impl Set {
    /// What tells the resolution for `case` in `period` from others.
    pub fn signature(&self, period: Period, case: &CommuneProfile) -> Signature {
        let layers = self.layers_on(period.last_day(), case.province.as_deref());
        Signature {
            set: self.id.clone(),
            period,
            column: self.column(case),
            layers: layers.map(|layer| layer.id.clone()).collect(),
            referred: self.referred.iter().map(|set| set.signature(period, case)).collect(),
        }
    }

    /// The column of the annex that applies to `case`: `common` for nobody in
    /// particular; `None` where a commune's region or group names none, for `common`
    /// decides no commune's verdict.
    pub fn column(&self, case: &CommuneProfile) -> Option<usize> {
        self.choice(case).0
    }

    /// The column that applies to `case`, and what it is chosen by.
    pub(super) fn choice(&self, case: &CommuneProfile) -> (Option<usize>, ColumnChoice<'_>) {
        let ruled = self.columns.rules.iter().find(|rule| {
            one_of(case.class.as_deref(), &rule.classes)
                && one_of(case.district_class.as_deref(), &rule.district_classes)
        });
        match ruled {
            Some(rule) => (Some(rule.column), ColumnChoice::Rule(rule)),
            None => match self.columns.own(case) {
                Some(key) => (self.columns.find(key), ColumnChoice::Own(self.columns.by)),
                // Asked for nobody in particular: the column of the whole country.
                None => {
                    let nobody = case.region.is_none() && case.group.is_none();
                    (nobody.then_some(0), ColumnChoice::Common)
                }
            },
        }
    }

    /// What applies to `case` in `period`.
    pub fn resolve(&self, period: Period, case: &CommuneProfile) -> Resolved {
        self.laying(period, case, self.layers_on(period.last_day(), case.province.as_deref()))
    }

    /// What would apply to `case` in `period` with the layer `with`, were it in force,
    /// and without the layer `without`. A province's layer binds only its communes.
    pub fn resolve_with(
        &self,
        period: Period,
        case: &CommuneProfile,
        with: Option<&str>,
        without: Option<&str>,
    ) -> Resolved {
        let day = period.last_day();
        let named = |layer: &Layer, id: Option<&str>| id == Some(layer.id.as_str());
        let begun = |other: &Layer| {
            !named(other, without) && (other.decision.in_force <= day || named(other, with))
        };
        let lays = |layer: &&Layer| {
            let in_force = layer.decision.is_in_force(day) || named(layer, with);
            let there = layer.is_for(case.province.as_deref());
            let replaced = self.replacing(layer, begun).is_some();
            there && !named(layer, without) && in_force && !replaced
        };
        self.laying(period, case, self.layers.iter().filter(lays))
    }

    fn laying<'a>(
        &'a self,
        period: Period,
        case: &CommuneProfile,
        layers: impl Iterator<Item = &'a Layer>,
    ) -> Resolved {
        let day = period.last_day();
        let column = self.column(case);
        let when = LookupKey { period, case, column };
        let layers: Vec<&Layer> = layers.collect();
        let mut indicators: Vec<ResolvedIndicator> = Vec::new();
        let mut criteria = Vec::new();
        for criterion in &self.criteria {
            let start = indicators.len();
            for base in &criterion.indicators {
                let first_part = indicators.last().map_or(0, |before| before.parts().end);
                let indicator = self.at(laid(base, &layers), when);
                indicators.push(ResolvedIndicator { first_part, ..indicator });
            }
            criteria.push(Heading {
                no: criterion.no,
                name: criterion.name.clone(),
                group: criterion.group.clone(),
                indicators: start..indicators.len(),
            });
        }
        let mut uses = vec![LayerUse::new(self)];
        uses.extend(layers.iter().map(|layer| LayerUse::new(layer)));
        uses.extend(self.referred_uses(period, case));
        let all = self.cautions.iter().chain(layers.iter().flat_map(|l| &l.cautions));
        Resolved {
            set: self.id.clone(),
            title: self.title.clone(),
            level: self.level,
            column: column.map_or("?", |column| self.columns.key(column)).to_owned(),
            layers: uses,
            cautions: all.filter(|c| c.from <= day).map(|c| c.text.clone()).collect(),
            criteria,
            indicators,
            replaced: self.replaced(day, case.province.as_deref()),
        }
    }

    /// The overlays of a province that newer ones have replaced by a day.
    fn replaced(&self, day: Date, province: Option<&str>) -> Vec<Replaced> {
        let own = self.layers.iter().filter(|layer| layer.is_for(province));
        let replaced = own.filter_map(|layer| {
            let newer = self.replaced_on(layer, day)?;
            let (id, by) = (layer.id.clone(), newer.id.clone());
            Some(Replaced { id, by, since: newer.decision.in_force })
        });
        replaced.collect()
    }

    /// The sets that its thresholds refer to, with the layers that apply to a case.
    fn referred_uses(&self, period: Period, case: &CommuneProfile) -> Vec<LayerUse> {
        let mut uses = Vec::new();
        let day = period.last_day();
        for set in self.referred.iter().filter(|set| set.decision.is_in_force(day)) {
            uses.push(LayerUse::new(set));
            let layers = set.layers_on(day, case.province.as_deref());
            uses.extend(layers.map(|layer| LayerUse::new(layer)));
            uses.extend(set.referred_uses(period, case));
        }
        uses
    }

    /// One indicator as it applies to `case` in `period`.
    pub(super) fn one(
        &self,
        id: IndicatorId,
        period: Period,
        case: &CommuneProfile,
    ) -> Option<ResolvedIndicator> {
        let when = LookupKey { period, case, column: self.column(case) };
        Some(self.at(self.laid_for(id, period, case)?, when))
    }

    /// One indicator with the layers that apply to `case` in `period`.
    pub(super) fn laid_for(
        &self,
        id: IndicatorId,
        period: Period,
        case: &CommuneProfile,
    ) -> Option<Indicator> {
        let mut all = self.criteria.iter().flat_map(|criterion| &criterion.indicators);
        let base = all.find(|indicator| indicator.id == id)?;
        let layers = self.layers_on(period.last_day(), case.province.as_deref());
        Some(laid(base, &layers.collect::<Vec<&Layer>>()))
    }

    /// An indicator with the thresholds of one year and column.
    pub(super) fn at(&self, indicator: Indicator, when: LookupKey) -> ResolvedIndicator {
        let names = |part: &Part| part.name.clone();
        let parts: Vec<String> = indicator.parts.iter().map(names).collect();
        let place = |name: &String| parts.iter().position(|part| part == name);
        let within = self.parts_within.iter().find_map(|w| place(&w.part).zip(place(&w.of)));
        let check = self.check_parts.iter().find(|check| check.of == parts);
        let require = indicator.parts.into_iter().map(|part| {
            let threshold = self.threshold(&part.thresholds, when);
            Requirement {
                basis: match &threshold {
                    Some(threshold) => threshold.basis.clone(),
                    None => indicator.basis.clone(),
                },
                part: part.name,
                measure: part.measure,
                unit: part.unit,
                op: part.op,
                counts: part.counts,
                plausible: part.plausible,
                threshold,
            }
        });
        ResolvedIndicator {
            require: require.collect(),
            first_part: 0,
            check_part: check.map(|check| check.name.clone()),
            within,
            terms: indicator.terms,
        }
    }
}

impl Columns {
    /// The attribute of `case` that names its column.
    fn own<'c>(&self, case: &'c CommuneProfile) -> Option<&'c str> {
        match self.by {
            ColumnsBy::Region => case.region.as_deref(),
            ColumnsBy::Group => case.group.as_deref(),
        }
    }

    /// Whether some rule goes by this class of a commune.
    pub fn knows_class(&self, class: &str) -> bool {
        self.rules.iter().any(|rule| one_of(Some(class), &rule.classes))
    }

    /// Whether some rule goes by this class of a district.
    pub fn knows_district_class(&self, class: &str) -> bool {
        self.rules.iter().any(|rule| one_of(Some(class), &rule.district_classes))
    }
}

fn one_of(word: Option<&str>, words: &[String]) -> bool {
    let Some(word) = word.filter(|word| !Fold::Exact.key(word).is_empty()) else {
        return false;
    };
    fold::find(word, words.iter().map(|w| (w.as_str(), ()))).is_some()
}
