//! Layers laid on the base definition of an indicator, in order.

use super::head::CriteriaFileKind;
use super::indicator::Indicator;
use super::patch::{Patch, Superseded};
use super::set::Layer;

/// A layer being laid.
pub(super) struct AppliedLayer<'l> {
    pub(super) layer: &'l Layer,
    pub(super) patch: &'l Patch,
    /// How much of it a newer amendment sets aside.
    pub(super) superseded: Superseded,
    /// That amendment.
    pub(super) newer: Option<&'l Layer>,
}

/// Lays the layers on the base definition in order; `each` sees what every one that
/// speaks of the indicator makes of it.
pub(super) fn lay<'l>(
    base: &Indicator,
    layers: &[&'l Layer],
    mut each: impl FnMut(AppliedLayer<'l>, &Indicator),
) -> Indicator {
    let mut indicator = base.clone();
    for (place, layer) in layers.iter().enumerate() {
        let Some(patch) = layer.patches.get(&base.id) else {
            continue;
        };
        let newer = layers.iter().filter(|other| {
            layer.kind != CriteriaFileKind::Amendment
                && other.kind == CriteriaFileKind::Amendment
                && other.decision.in_force > layer.decision.in_force
        });
        let newer = newer
            .filter_map(|other| Some((other.patches.get(&base.id)?.supersedes(), *other)))
            .max_by_key(|(superseded, _)| *superseded)
            .filter(|(superseded, _)| *superseded != Superseded::No);
        let superseded = newer.map_or(Superseded::No, |(superseded, _)| superseded);
        let laid = layers[..place].iter();
        let laid = laid.filter(|other| other.decision.in_force > layer.decision.in_force);
        let laid: Vec<&Patch> = laid.filter_map(|other| other.patches.get(&base.id)).collect();
        patch.apply(&mut indicator, superseded, &laid);
        let newer = newer.map(|(_, amendment)| amendment);
        each(AppliedLayer { layer, patch, superseded, newer }, &indicator);
    }
    indicator
}

/// The base definition with the layers laid on it in order.
pub(super) fn laid(base: &Indicator, layers: &[&Layer]) -> Indicator {
    lay(base, layers, |_, _| {})
}
