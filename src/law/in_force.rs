//! Which layers of a set apply when and where, and what they make of an indicator while
//! they do.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::apply::laid;
use super::head::CriteriaFileKind;
use super::patch::Superseded;
use super::set::{Layer, Set};
use super::{Indicator, IndicatorId};
use crate::period::Period;

/// What the law makes of an indicator in some months, from layer to layer.
pub(super) struct State {
    /// The first day.
    pub(super) since: Date,
    /// The first month of whose last day that is the law.
    pub(super) first: Period,
    /// The last one; `None` where no end is in sight.
    pub(super) last: Option<Period>,
    /// The indicator then.
    pub(super) indicator: Indicator,
}

/// From when until when a layer applies.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

impl Span {
    fn holds(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Layer {
    /// Whether it speaks to a province: for the whole country, or for that very one.
    pub(super) fn is_for(&self, province: Option<&str>) -> bool {
        self.province.as_deref().is_none_or(|own| Some(own) == province)
    }
}

impl Set {
    /// The overlay of the same province that takes the place of an overlay, the first one
    /// of those that have `begun`. What was replaced does not come back when the newer
    /// one ends: nobody has put it in force again.
    pub(super) fn replacing(
        &self,
        layer: &Layer,
        begun: impl Fn(&Layer) -> bool,
    ) -> Option<&Layer> {
        let newer = self.layers.iter().filter(|other| {
            let both =
                other.kind == CriteriaFileKind::Overlay && layer.kind == CriteriaFileKind::Overlay;
            let later = other.decision.in_force > layer.decision.in_force;
            both && other.province == layer.province && later && begun(other)
        });
        newer.min_by_key(|other| other.decision.in_force)
    }

    /// The overlay that takes the place of an overlay, on whatever day.
    pub fn replaced_by(&self, layer: &Layer) -> Option<&Layer> {
        self.replacing(layer, |_| true)
    }

    /// The overlay that has taken the place of an overlay by a day.
    pub(super) fn replaced_on(&self, layer: &Layer, day: Date) -> Option<&Layer> {
        self.replacing(layer, |other| other.decision.in_force <= day)
    }

    /// The layers that apply on a day in a province, in the order in which they
    /// are laid.
    pub(super) fn layers_on<'a, 'p>(
        &'a self,
        day: Date,
        province: Option<&'p str>,
    ) -> impl Iterator<Item = &'a Layer> + use<'a, 'p> {
        self.layers.iter().filter(move |layer| {
            let in_force = layer.decision.is_in_force(day) && layer.is_for(province);
            in_force && self.replaced_on(layer, day).is_none()
        })
    }

    /// An indicator on a day: base, amendments and guidance for the whole country, and of a
    /// province its own layers too.
    fn indicator_in(
        &self,
        id: IndicatorId,
        day: Date,
        province: Option<&str>,
    ) -> Option<Indicator> {
        let layers: Vec<&Layer> = self.layers_on(day, province).collect();
        Some(laid(self.base_indicator(id)?, &layers))
    }

    /// The central definition of an indicator on a day: base, amendments and guidance
    /// for the whole country.
    pub(super) fn indicator_on(&self, id: IndicatorId, day: Date) -> Option<Indicator> {
        self.indicator_in(id, day, None)
    }

    /// What the law makes of an indicator while a new layer applies, but for the months
    /// in which a newer amendment sets that layer aside. `province`: with the layers of a
    /// province, not the central law alone.
    pub(super) fn states(&self, id: IndicatorId, span: Span, province: Option<&str>) -> Vec<State> {
        let mut days = BTreeSet::from([span.from]);
        for layer in self.layers.iter().filter(|layer| layer.is_for(province)) {
            let after = layer.decision.until.and_then(|until| until.tomorrow().ok());
            days.extend([Some(layer.decision.in_force), after].into_iter().flatten());
        }
        let days: Vec<Date> = days.into_iter().filter(|day| span.holds(*day)).collect();
        let ends = days.iter().skip(1).map(|next| Some(*next)).chain([None]);
        let states = days.iter().zip(ends).filter_map(|(since, next)| {
            // The law of a month is that of its last day.
            let last = match (next, span.until) {
                (Some(next), _) => Some(Period::containing(next).before()),
                (None, until) => until.map(last_month),
            };
            let first = Period::containing(*since);
            let decides = last.is_none_or(|last| first <= last);
            let indicator = self.indicator_in(id, *since, province)?;
            let aside = self.sets_aside(id, span.from, *since);
            (decides && !aside).then_some(State { since: *since, first, last, indicator })
        });
        states.collect()
    }

    /// Whether on a day an amendment newer than `from` sets aside what older layers say.
    fn sets_aside(&self, id: IndicatorId, from: Date, day: Date) -> bool {
        let amendments = self.layers.iter().filter(|layer| {
            let newer = layer.decision.in_force > from && layer.decision.is_in_force(day);
            layer.kind == CriteriaFileKind::Amendment && newer
        });
        let patches = amendments.filter_map(|layer| layer.patches.get(&id));
        patches.into_iter().any(|patch| patch.supersedes() != Superseded::No)
    }
}

/// The last month whose last day is not after `until`.
fn last_month(until: Date) -> Period {
    let month = Period::containing(until);
    if month.last_day() == until { month } else { month.before() }
}
