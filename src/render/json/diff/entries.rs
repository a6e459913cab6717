//! The entries of communes, criteria and thresholds.

use serde::Serialize;

use crate::analysis::diff::{
    Absent, CommuneChange, CriterionChange, Figures, Incomparable, Kind, LawChange, Renamed, Stated,
};
use crate::intake::{Commune, Roster};
use crate::render::json::criteria::{RequirementEntry, require};
use crate::render::json::{Number, TWO};
use crate::report::DiffReport;

#[derive(Serialize)]
pub(super) struct CommuneEntry<'a> {
    code: &'a str,
    name: &'a str,
    old: FiguresEntry<'a>,
    new: FiguresEntry<'a>,
    criteria_total: usize,
    indicators_total: usize,
    criteria_newly_met: Vec<u16>,
    criteria_lost: Vec<u16>,
    changes: Kinds,
}

#[derive(Serialize)]
struct FiguresEntry<'a> {
    criteria_met: usize,
    indicators_met: usize,
    progress: Number<'a>,
}

#[derive(Serialize)]
pub(super) struct CriterionEntry<'a> {
    no: u16,
    name: &'a str,
    communes: usize,
    old: usize,
    new: usize,
    newly_met: usize,
    lost: usize,
}

#[derive(Serialize)]
pub(super) struct ThresholdEntry<'a> {
    criterion: u16,
    indicator: String,
    indicator_name: &'a str,
    changed: Vec<&'static str>,
    old: StatedEntry<'a>,
    new: StatedEntry<'a>,
    columns: Vec<ColumnEntry<'a>>,
    communes: usize,
}

#[derive(Serialize)]
struct StatedEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    require: Vec<RequirementEntry<'a>>,
    layers: Vec<&'a str>,
}

#[derive(Serialize)]
struct ColumnEntry<'a> {
    old: &'a str,
    new: &'a str,
    communes: usize,
}

#[derive(Serialize)]
pub(super) struct AbsentEntry<'a> {
    code: &'a str,
    name: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
pub(super) struct RenamedEntry<'a> {
    reason: &'static str,
    compared: bool,
    old: NamedEntry<'a>,
    new: NamedEntry<'a>,
}

#[derive(Serialize)]
struct NamedEntry<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
pub(super) struct NotComparable<'a> {
    pub(super) old: Vec<IncomparableEntry<'a>>,
    pub(super) new: Vec<IncomparableEntry<'a>>,
}

#[derive(Serialize)]
pub(super) struct IncomparableEntry<'a> {
    indicator: String,
    indicator_name: &'a str,
}

pub(super) fn commune<'a>(roster: &'a Roster, commune: &'a CommuneChange) -> CommuneEntry<'a> {
    let who = &roster.communes[commune.new];
    let numbers =
        |places: &[usize]| places.iter().map(|place| commune.new_law.criteria[*place].no).collect();
    CommuneEntry {
        code: &who.code,
        name: &who.name,
        old: figures(&commune.old_figures),
        new: figures(&commune.new_figures),
        criteria_total: commune.criteria.len(),
        indicators_total: commune.indicators,
        criteria_newly_met: numbers(&commune.gained),
        criteria_lost: numbers(&commune.lost),
        changes: kinds(|kind| commune.count(kind)),
    }
}

fn figures(figures: &Figures) -> FiguresEntry<'_> {
    FiguresEntry {
        criteria_met: figures.criteria_met,
        indicators_met: figures.indicators_met,
        progress: Number(&figures.progress, TWO),
    }
}

pub(super) fn criterion(criterion: &CriterionChange) -> CriterionEntry<'_> {
    CriterionEntry {
        no: criterion.no,
        name: &criterion.name,
        communes: criterion.communes,
        old: criterion.old,
        new: criterion.new,
        newly_met: criterion.gained,
        lost: criterion.lost,
    }
}

pub(super) fn threshold(change: &LawChange) -> ThresholdEntry<'_> {
    let (old, new) = (change.old.indicator(), change.new.indicator());
    let columns = change.columns.iter();
    ThresholdEntry {
        criterion: new.id.criterion,
        indicator: new.id.to_string(),
        indicator_name: &new.name,
        changed: change.differs.words(),
        old: StatedEntry {
            indicator: (old.id != new.id).then(|| old.id.to_string()),
            ..stated(&change.old)
        },
        new: stated(&change.new),
        columns: columns
            .clone()
            .map(|(old, new, communes)| ColumnEntry { old, new, communes: *communes })
            .collect(),
        communes: columns.map(|(_, _, communes)| communes).sum(),
    }
}

fn stated(stated: &Stated) -> StatedEntry<'_> {
    let indicator = stated.indicator();
    StatedEntry {
        indicator: None,
        require: indicator.require.iter().map(|r| require(r, &indicator.grades)).collect(),
        layers: stated.layers().collect(),
    }
}

pub(super) fn entry_of<'a>(roster: &'a Roster, absent: &Absent) -> AbsentEntry<'a> {
    let who = &roster.communes[absent.place];
    AbsentEntry { code: &who.code, name: &who.name, reason: absent.why.as_str() }
}

pub(super) fn renamed<'a>(diff_report: &'a DiffReport, pair: &Renamed) -> RenamedEntry<'a> {
    fn named(commune: &Commune) -> NamedEntry<'_> {
        NamedEntry { code: &commune.code, name: &commune.name }
    }
    RenamedEntry {
        reason: pair.doubt.as_str(),
        compared: pair.doubt.is_compared(),
        old: named(&diff_report.old.roster.communes[pair.old]),
        new: named(&diff_report.new.roster.communes[pair.new]),
    }
}

pub(super) fn incomparable(indicator: &Incomparable) -> IncomparableEntry<'_> {
    IncomparableEntry { indicator: indicator.id.to_string(), indicator_name: &indicator.name }
}

#[derive(Serialize)]
pub(super) struct Kinds {
    lost: usize,
    newly_met: usize,
    newly_missing: usize,
    newly_reported: usize,
    further: usize,
    closer: usize,
    judged_now: usize,
    undetermined_now: usize,
    remeasured: usize,
    applicability: usize,
}

pub(super) fn kinds(count: impl Fn(Kind) -> usize) -> Kinds {
    Kinds {
        lost: count(Kind::Lost),
        newly_met: count(Kind::NewlyMet),
        newly_missing: count(Kind::NewlyMissing),
        newly_reported: count(Kind::NewlyReported),
        further: count(Kind::Further),
        closer: count(Kind::Closer),
        judged_now: count(Kind::JudgedNow),
        undetermined_now: count(Kind::UndeterminedNow),
        remeasured: count(Kind::Remeasured),
        applicability: count(Kind::Applicability),
    }
}
