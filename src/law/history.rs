//! How a threshold came about: base set, amendments and overlay one after the other,
//! and what of the set does not apply. The last step is what [`Set::resolve`] gives.

use jiff::civil::Date;

use super::apply::{AppliedLayer, lay};
use super::head::FileHead;
use super::lookup::{ColumnChoice, LookupKey};
use super::patch::Effect;
use super::set::{Layer, Set};
use super::{CommuneProfile, Indicator, IndicatorId, ResolvedIndicator};
use crate::named::named;
use crate::period::Period;

/// What a set or a layer makes of an indicator.
#[derive(Clone, Debug)]
pub struct Step<'s> {
    /// The set or the layer.
    pub of: &'s FileHead,
    /// The indicator once it is laid.
    pub indicator: ResolvedIndicator,
    /// What it does to the threshold of each part of that.
    pub effects: Vec<Effect>,
    /// Whether the threshold of each part is that of one year.
    pub of_year: Vec<bool>,
    /// Whether it allows `không áp dụng`.
    pub allows_absence: bool,
    /// The newer amendment that sets it aside, in part or wholly.
    pub newer: Option<&'s str>,
}

named! {
    /// Why a layer does not apply.
    pub Reason {
        /// It is not yet in force.
        NotYet "not_yet_in_force"
        /// It is no longer in force.
        NoLonger "no_longer_in_force"
        /// It is of another province.
        Elsewhere "other_province"
        /// A newer overlay of the province has taken its place.
        Replaced "replaced"
    }
}

/// A layer that speaks of an indicator and does not apply.
#[derive(Clone, Debug)]
pub struct Aside<'s> {
    /// The layer.
    pub of: &'s FileHead,
    /// Every reason why.
    pub reasons: Vec<Reason>,
    /// The newer overlay that has taken its place.
    pub by: Option<&'s FileHead>,
}

/// How the thresholds of an indicator came about.
#[derive(Clone, Debug)]
pub struct History<'s> {
    /// The day that decides: the last of the month.
    pub day: Date,
    /// The year whose thresholds count.
    pub year: i16,
    /// What the column was chosen by.
    pub choice: ColumnChoice<'s>,
    /// The key of the column; `None` where the commune has none.
    pub column: Option<&'s str>,
    /// The base set, then every layer that speaks of the indicator and applies, in the
    /// order in which they are laid. Never empty.
    pub steps: Vec<Step<'s>>,
    /// The layers that speak of it and do not apply.
    pub aside: Vec<Aside<'s>>,
}

impl<'s> History<'s> {
    /// The step that gave the threshold of a part; `None` where there is none.
    pub fn given_by(&self, part: &str) -> Option<&Step<'s>> {
        self.decided_by(part).filter(|(_, effect)| *effect == Effect::Sets).map(|(step, _)| step)
    }

    /// The step that left a part without threshold; `None` where it has one.
    pub fn opened_by(&self, part: &str) -> Option<&Step<'s>> {
        self.decided_by(part).filter(|(_, effect)| *effect == Effect::Opens).map(|(step, _)| step)
    }

    fn decided_by(&self, part: &str) -> Option<(&Step<'s>, Effect)> {
        let effects = self.steps.iter().rev().filter_map(|step| Some((step, step.effect(part)?)));
        effects.into_iter().find(|(_, effect)| matches!(effect, Effect::Sets | Effect::Opens))
    }
}

impl Step<'_> {
    /// The place of a part; `None` where the indicator did not have it then.
    pub fn place(&self, part: &str) -> Option<usize> {
        self.indicator.require.iter().position(|requirement| requirement.part == part)
    }

    /// What it does to the threshold of a part.
    pub fn effect(&self, part: &str) -> Option<Effect> {
        self.place(part).map(|place| self.effects[place])
    }
}

impl Set {
    /// How what applies to `case` in `period` came about for an indicator; `None` where
    /// the set does not have it.
    pub fn history(
        &self,
        id: IndicatorId,
        period: Period,
        case: &CommuneProfile,
    ) -> Option<History<'_>> {
        let mut all = self.criteria.iter().flat_map(|criterion| &criterion.indicators);
        let base = all.find(|indicator| indicator.id == id)?;
        let (day, year) = (period.last_day(), period.year());
        let (column, choice) = self.choice(case);
        let when = LookupKey { period, case, column };
        let layers: Vec<&Layer> = self.layers_on(day, case.province.as_deref()).collect();
        let first = {
            let set = |place: usize| self.threshold(&base.parts[place].thresholds, when).is_some();
            let effect = |place| if set(place) { Effect::Sets } else { Effect::Opens };
            let effects = (0..base.parts.len()).map(effect).collect();
            let step = self.step(&self.head, base, when, effects);
            Step { allows_absence: base.if_present, ..step }
        };
        let mut steps = vec![first];
        lay(base, &layers, |AppliedLayer { layer, patch, superseded, newer }, indicator| {
            let effect = |place| patch.effect((indicator, place), (year, column), superseded);
            let effects = (0..indicator.parts.len()).map(effect).collect();
            steps.push(Step {
                allows_absence: patch.allows_absence(superseded),
                newer: newer.map(|amendment| amendment.id.as_str()),
                ..self.step(&layer.head, indicator, when, effects)
            });
        });
        let aside = self.layers.iter().filter(|layer| layer.patches.contains_key(&id));
        let aside = aside.map(|layer| {
            let mut reasons = layer.reasons(day, case.province.as_deref());
            let by =
                self.replaced_on(layer, day).filter(|_| layer.is_for(case.province.as_deref()));
            reasons.extend(by.map(|_| Reason::Replaced));
            Aside { of: &layer.head, reasons, by: by.map(|newer| &newer.head) }
        });
        let aside = aside.filter(|layer| !layer.reasons.is_empty()).collect();
        let column = column.map(|column| self.columns.key(column));
        Some(History { day, year, choice, column, steps, aside })
    }

    fn step<'s>(
        &'s self,
        of: &'s FileHead,
        indicator: &Indicator,
        when: LookupKey,
        effects: Vec<Effect>,
    ) -> Step<'s> {
        Step {
            of,
            of_year: indicator
                .parts
                .iter()
                .map(|part| self.is_of_year(&part.thresholds, when))
                .collect(),
            indicator: self.at(indicator.clone(), when),
            effects,
            allows_absence: false,
            newer: None,
        }
    }
}

impl Layer {
    /// Why it does not apply on a day in a province; none where it does.
    fn reasons(&self, day: Date, province: Option<&str>) -> Vec<Reason> {
        let elsewhere = self.province.is_some() && self.province.as_deref() != province;
        let not_yet = self.decision.in_force > day;
        let no_longer = self.decision.until.is_some_and(|until| until < day);
        let all = [
            (elsewhere, Reason::Elsewhere),
            (not_yet, Reason::NotYet),
            (no_longer, Reason::NoLonger),
        ];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
    }
}
