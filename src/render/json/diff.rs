//! `ntm.diff.v1`.

use std::io::{self, Write};

use super::criteria::requirements;
use super::head::{criteria_set, totals};
use super::indicator::part;
use super::object::{Each, Fields, Object, Present, object};
use super::{Number, SIX, TWO};
use crate::analysis::diff::{
    Absent, Cause, Change, CommuneChange, CriterionChange, Figures, Incomparable, Kind, LawChange,
    Renamed, Stated, Verdict,
};
use crate::analysis::receipt::Tool;
use crate::intake::{Commune, Roster};
use crate::law::Resolved;
use crate::report::{DiffReport, Scoring};
use crate::score::Means;

/// Writes what changed as one line of JSON.
pub fn diff(diff_report: &DiffReport, out: &mut dyn Write) -> io::Result<()> {
    let comparison = diff_report.comparison;
    let (old, new) = (diff_report.old.roster, diff_report.new.roster);
    super::document(
        out,
        &object! {
            schema: "ntm.diff.v1",
            tool: Tool::this(),
            compares: if diff_report.sets.is_some() { "sets" } else { "periods" },
            level: diff_report.level,
            source: diff_report.new.voice,
            old: side(diff_report, &diff_report.old, diff_report.old_set(), &comparison.old),
            new: side(diff_report, &diff_report.new, diff_report.new_set(), &comparison.new),
            // The figures over the communes with a result on both sides.
            compared: object! {
                communes: comparison.communes.len(),
                old: totals(&comparison.old),
                new: totals(&comparison.new),
            },
            counts: counts(diff_report),
            changes: Each(|| {
                comparison.changes().map(|(commune, change)| entry(diff_report, commune, change))
            }),
            communes: comparison.communes.iter().map(|c| commune(new, c)).collect::<Vec<_>>(),
            criteria: comparison.criteria.iter().map(criterion).collect::<Vec<_>>(),
            thresholds: comparison.laws.iter().map(threshold).collect::<Vec<_>>(),
            only_old: absent(old, &comparison.only_old),
            only_new: absent(new, &comparison.only_new),
            renamed: comparison.renamed.iter().map(|p| renamed(diff_report, p)).collect::<Vec<_>>(),
            not_comparable: object! {
                old: incomparable(&comparison.not_comparable_old),
                new: incomparable(&comparison.not_comparable_new),
            },
        },
    )
}

/// A side as the score of it says; under two sets it is what is compared, for what a set
/// cannot take of the data is not missing.
fn side<'a>(
    diff_report: &DiffReport,
    scoring: &'a Scoring,
    set: &'a str,
    means: &'a Means,
) -> impl Object {
    let summary = scoring.summary;
    object! {
        period: scoring.period.to_string(),
        level: scoring.level,
        source: scoring.voice,
        lenient: scoring.lenient,
        faults: scoring.faults,
        set,
        layers: summary.layers.iter().map(|layer| &layer.id).collect::<Vec<_>>(),
        criteria_set: criteria_set(scoring),
        communes: summary.communes,
        totals: Fields(totals(if diff_report.sets.is_some() { means } else { &summary.means })),
        not_reported: scoring.codes_not_reported(),
    }
}

/// How many indicators of how many communes changed in each way.
fn counts(diff_report: &DiffReport) -> impl Object {
    let compared = diff_report.comparison.compared_indicators();
    let changes = || diff_report.comparison.changes().map(|(_, change)| change);
    let cause = |cause: Cause| changes().filter(|change| change.cause == cause).count();
    object! {
        compared,
        unchanged: compared - changes().count(),
        kinds: Fields(kinds(&|kind| changes().filter(|change| change.kind == kind).count())),
        by_cause: object! {
            data: cause(Cause::Data),
            law: cause(Cause::Law),
            both: cause(Cause::Both),
        },
    }
}

fn kinds(count: &dyn Fn(Kind) -> usize) -> impl Object + use<> {
    object! {
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

fn entry(diff_report: &DiffReport, commune: &CommuneChange, change: &Change) -> impl Object {
    let indicator = &commune.new_law.indicators[change.new.place];
    let earlier = commune.old_law.indicators[change.old.place].id;
    let who = &diff_report.new.roster.communes[commune.new];
    let earlier = (earlier != indicator.id).then(|| earlier.to_string());
    object! {
        commune: &who.code,
        name: &who.name,
        criterion: indicator.id.criterion,
        indicator: indicator.id.to_string(),
        indicator_name: &indicator.name,
        change: change.kind,
        cause: change.cause,
        threshold_changed: change.differs.matters(),
        old: verdict(&commune.old_law, &change.old, earlier),
        new: verdict(&commune.new_law, &change.new, None),
    }
}

/// `id`: that of the indicator, where it had another one.
fn verdict(law: &Resolved, verdict: &Verdict, id: Option<String>) -> impl Object {
    let indicator = &law.indicators[verdict.place];
    let parts = indicator.require.iter().zip(&verdict.parts).zip(&verdict.evidence);
    let parts = parts.map(|((require, score), evidence)| {
        part((require, &indicator.grades), score, evidence.as_deref())
    });
    object! {
        indicator: Present(id),
        status: verdict.score.status,
        attainment: Number(&verdict.score.attainment, SIX),
        parts: parts.collect::<Vec<_>>(),
    }
}

fn commune(roster: &Roster, commune: &CommuneChange) -> impl Object {
    let who = &roster.communes[commune.new];
    let numbers = |places: &[usize]| {
        let numbers = places.iter().map(|place| commune.new_law.criteria[*place].no);
        numbers.collect::<Vec<_>>()
    };
    object! {
        code: &who.code,
        name: &who.name,
        old: figures(&commune.old_figures),
        new: figures(&commune.new_figures),
        criteria_total: commune.criteria.len(),
        indicators_total: commune.indicators,
        criteria_newly_met: numbers(&commune.gained),
        criteria_lost: numbers(&commune.lost),
        changes: kinds(&|kind| commune.count(kind)),
    }
}

fn figures(figures: &Figures) -> impl Object {
    object! {
        criteria_met: figures.criteria_met,
        indicators_met: figures.indicators_met,
        progress: Number(&figures.progress, TWO),
    }
}

fn criterion(criterion: &CriterionChange) -> impl Object {
    object! {
        no: criterion.no,
        name: &criterion.name,
        communes: criterion.communes,
        old: criterion.old,
        new: criterion.new,
        newly_met: criterion.gained,
        lost: criterion.lost,
    }
}

fn threshold(change: &LawChange) -> impl Object {
    let (old, new) = (change.old.indicator(), change.new.indicator());
    let columns = change.columns.iter();
    let entries = columns.clone().map(|(old, new, communes)| {
        object! { old, new, communes }
    });
    object! {
        criterion: new.id.criterion,
        indicator: new.id.to_string(),
        indicator_name: &new.name,
        changed: change.differs.words(),
        old: stated(&change.old, (old.id != new.id).then(|| old.id.to_string())),
        new: stated(&change.new, None),
        columns: entries.collect::<Vec<_>>(),
        communes: columns.map(|(_, _, communes)| communes).sum::<usize>(),
    }
}

fn stated(stated: &Stated, id: Option<String>) -> impl Object {
    object! {
        indicator: Present(id),
        require: requirements(stated.indicator()),
        layers: stated.layers().collect::<Vec<_>>(),
    }
}

fn absent<'a>(roster: &'a Roster, all: &'a [Absent]) -> Vec<impl Object> {
    let entries = all.iter().map(|absent| {
        let who = &roster.communes[absent.place];
        object! { code: &who.code, name: &who.name, reason: absent.why }
    });
    entries.collect()
}

fn renamed(diff_report: &DiffReport, pair: &Renamed) -> impl Object {
    fn named(commune: &Commune) -> impl Object {
        object! { code: &commune.code, name: &commune.name }
    }
    object! {
        reason: pair.doubt.as_str(),
        compared: pair.doubt.is_compared(),
        old: named(&diff_report.old.roster.communes[pair.old]),
        new: named(&diff_report.new.roster.communes[pair.new]),
    }
}

fn incomparable(all: &[Incomparable]) -> Vec<impl Object> {
    let entries = all.iter().map(|indicator| {
        object! { indicator: indicator.id.to_string(), indicator_name: &indicator.name }
    });
    entries.collect()
}
