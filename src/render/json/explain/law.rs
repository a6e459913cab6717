//! How a threshold came about, as JSON has it.

use serde::Serialize;

use crate::analysis::explain::Explained;
use crate::law::{self, ColumnChoice, ColumnsBy, History, ResolvedIndicator, SetRef, Step};
use crate::render::json::Scalar;

/// By what the threshold was chosen.
#[derive(Serialize)]
pub(super) struct LawEntry<'a> {
    date: String,
    year: i16,
    region: Option<&'a str>,
    province: Option<&'a str>,
    class: Option<&'a str>,
    district_class: Option<&'a str>,
    group: Option<&'a str>,
    column: Option<&'a str>,
    column_by: &'static str,
    column_basis: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct HistoryEntry<'a> {
    #[serde(flatten)]
    of: LayerHead<'a>,
    effect: Option<&'static str>,
    set_aside_by: Option<&'a str>,
    allows_not_applicable: bool,
    of_year: bool,
    unit: Option<&'a str>,
    op: Option<&'static str>,
    threshold: Option<Scalar<'a>>,
}

#[derive(Serialize)]
struct LayerHead<'a> {
    id: &'a str,
    kind: &'static str,
    origin: &'static str,
    decision: &'a str,
    province: Option<&'a str>,
    in_force: String,
    until: Option<String>,
}

#[derive(Serialize)]
pub(super) struct LayerAside<'a> {
    #[serde(flatten)]
    of: LayerHead<'a>,
    reasons: Vec<&'static str>,
    replaced_by: Option<&'a str>,
}

pub(super) fn law_of<'a>(
    explained: &'a Explained,
    history: &'a History,
    indicator: &'a ResolvedIndicator,
) -> LawEntry<'a> {
    let case = &explained.commune.case;
    let (column_by, column_basis) = match history.choice {
        ColumnChoice::Common => ("common", None),
        ColumnChoice::Own(ColumnsBy::Region) => ("region", None),
        ColumnChoice::Own(ColumnsBy::Group) => ("group", None),
        ColumnChoice::Rule(rule) => ("rule", Some(rule.basis.as_str())),
    };
    LawEntry {
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
        note: indicator.note.as_deref(),
    }
}

pub(super) fn layer<'a>(step: &'a Step, part: &str) -> HistoryEntry<'a> {
    let place = step.place(part);
    let requirement = place.map(|place| &step.indicator.require[place]);
    let threshold = requirement.and_then(|r| r.threshold.as_ref());
    HistoryEntry {
        of: cited(&step.of),
        effect: step.effect(part).map(|effect| effect.as_str()),
        set_aside_by: step.newer,
        allows_not_applicable: step.allows_absence,
        of_year: place.is_some_and(|place| step.of_year[place]),
        unit: requirement.map(|r| r.unit.as_str()),
        op: requirement.map(|r| r.op.as_str()),
        threshold: threshold.map(|t| Scalar::new(&t.value, &step.indicator.grades)),
    }
}

fn cited<'a>(of: &SetRef<'a>) -> LayerHead<'a> {
    LayerHead {
        id: of.id,
        kind: of.kind.as_str(),
        origin: of.origin.as_str(),
        decision: &of.decision.number,
        province: of.province,
        in_force: of.decision.in_force.to_string(),
        until: of.decision.until.map(|day| day.to_string()),
    }
}

pub(super) fn aside<'a>(layer: &'a law::Aside) -> LayerAside<'a> {
    let reasons = layer.reasons.iter().map(|reason| reason.as_str());
    let replaced_by = layer.by.as_ref().map(|newer| newer.id);
    LayerAside { of: cited(&layer.of), reasons: reasons.collect(), replaced_by }
}
