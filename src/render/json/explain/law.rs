//! How a threshold came about, as JSON has it.

use crate::analysis::explain::Explained;
use crate::law::{self, ColumnChoice, ColumnsBy, FileHead, History, ResolvedIndicator, Step};
use crate::render::json::Scalar;
use crate::render::json::object::{Fields, Object, object};

/// By what the threshold was chosen.
pub(super) fn law_of(
    explained: &Explained,
    history: &History,
    indicator: &ResolvedIndicator,
) -> impl Object {
    let case = &explained.commune.case;
    let (column_by, column_basis) = match history.choice {
        ColumnChoice::Common => ("common", None),
        ColumnChoice::Own(ColumnsBy::Region) => ("region", None),
        ColumnChoice::Own(ColumnsBy::Group) => ("group", None),
        ColumnChoice::Rule(rule) => ("rule", Some(&rule.basis)),
    };
    object! {
        date: history.day.to_string(),
        year: history.year,
        region: case.region.as_deref(),
        province: case.province.as_deref(),
        class: case.class.as_deref(),
        district_class: case.district_class.as_deref(),
        group: case.group.as_deref(),
        column: history.column,
        column_by,
        column_basis,
        note: &indicator.note,
    }
}

pub(super) fn layer(step: &Step, part: &str) -> impl Object {
    let place = step.place(part);
    let requirement = place.map(|place| &step.indicator.require[place]);
    let threshold = requirement.and_then(|r| r.threshold.as_ref());
    object! {
        of: Fields(cited(step.of)),
        effect: step.effect(part),
        set_aside_by: step.newer,
        allows_not_applicable: step.allows_absence,
        of_year: place.is_some_and(|place| step.of_year[place]),
        unit: requirement.map(|r| &r.unit),
        op: requirement.map(|r| r.op),
        threshold: threshold.map(|t| Scalar(&t.value, &step.indicator.grades)),
    }
}

fn cited(of: &FileHead) -> impl Object {
    object! {
        id: &of.id,
        kind: of.kind,
        origin: of.origin,
        decision: &of.decision.number,
        province: &of.province,
        in_force: of.decision.in_force.to_string(),
        until: of.decision.until.map(|day| day.to_string()),
    }
}

pub(super) fn aside(layer: &law::Aside) -> impl Object {
    object! {
        of: Fields(cited(layer.of)),
        reasons: &layer.reasons,
        replaced_by: layer.by.map(|newer| &newer.id),
    }
}
