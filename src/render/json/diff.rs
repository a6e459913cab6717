//! `ntm.diff.v1`.

mod entries;

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeSeq;

use self::entries::{
    AbsentEntry, CommuneEntry, CriterionEntry, Kinds, NotComparable, RenamedEntry, ThresholdEntry,
    commune, criterion, entry_of, incomparable, kinds, renamed, threshold,
};

use super::head::{CriteriaSet, Tool};
use super::indicator::{PartEntry, part};
use super::phrases::Phrases;
use super::{Number, SIX, TWO};
use crate::analysis::diff::{Cause, Change, CommuneChange, Means, Verdict};
use crate::exact::Exact;
use crate::report::{DiffReport, Scoring};

#[derive(Serialize)]
struct DiffDocument<'a> {
    schema: &'static str,
    tool: Tool,
    compares: &'static str,
    level: &'static str,
    source: &'static str,
    old: SideEntry<'a>,
    new: SideEntry<'a>,
    compared: ComparedEntry<'a>,
    counts: Counts,
    changes: Changes<'a>,
    communes: Vec<CommuneEntry<'a>>,
    criteria: Vec<CriterionEntry<'a>>,
    thresholds: Vec<ThresholdEntry<'a>>,
    only_old: Vec<AbsentEntry<'a>>,
    only_new: Vec<AbsentEntry<'a>>,
    renamed: Vec<RenamedEntry<'a>>,
    not_comparable: NotComparable<'a>,
}

/// A side as the score of it says.
#[derive(Serialize)]
struct SideEntry<'a> {
    period: String,
    level: &'static str,
    source: &'static str,
    lenient: bool,
    faults: usize,
    set: &'a str,
    layers: Vec<&'a str>,
    criteria_set: CriteriaSet<'a>,
    communes: usize,
    #[serde(flatten)]
    totals: Totals<'a>,
    not_reported: Vec<&'a str>,
}

#[derive(Serialize)]
struct Totals<'a> {
    criteria_met_total: usize,
    criteria_met_mean: Option<Number<'a>>,
    indicators_met_total: usize,
    indicators_met_mean: Option<Number<'a>>,
    progress_mean: Option<Number<'a>>,
}

/// The figures over the communes with a result on both sides.
#[derive(Serialize)]
struct ComparedEntry<'a> {
    communes: usize,
    old: Totals<'a>,
    new: Totals<'a>,
}

/// How many indicators of how many communes changed in each way.
#[derive(Serialize)]
struct Counts {
    compared: usize,
    unchanged: usize,
    #[serde(flatten)]
    kinds: Kinds,
    by_cause: ByCause,
}

#[derive(Serialize)]
struct ByCause {
    data: usize,
    law: usize,
    both: usize,
}

#[derive(Serialize)]
struct ChangeEntry<'a> {
    commune: &'a str,
    name: &'a str,
    criterion: u16,
    indicator: String,
    indicator_name: &'a str,
    change: &'static str,
    cause: &'static str,
    threshold_changed: bool,
    old: VerdictEntry<'a>,
    new: VerdictEntry<'a>,
}

#[derive(Serialize)]
struct VerdictEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    status: &'static str,
    attainment: Number<'a>,
    parts: Vec<PartEntry<'a>>,
}

/// Writes what changed as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn diff(diff_report: &DiffReport, out: &mut dyn Write) -> io::Result<()> {
    let comparison = diff_report.comparison;
    let (old, new) = (diff_report.old.roster, diff_report.new.roster);
    let document = DiffDocument {
        schema: "ntm.diff.v1",
        tool: Tool::THIS,
        compares: if diff_report.sets.is_some() { "sets" } else { "periods" },
        level: diff_report.level.as_str(),
        source: diff_report.new.voice.as_str(),
        old: side(diff_report, &diff_report.old, diff_report.old_set(), &comparison.old),
        new: side(diff_report, &diff_report.new, diff_report.new_set(), &comparison.new),
        compared: ComparedEntry {
            communes: comparison.communes.len(),
            old: totals(&comparison.old),
            new: totals(&comparison.new),
        },
        counts: counts(diff_report),
        changes: Changes(diff_report),
        communes: comparison.communes.iter().map(|c| commune(new, c)).collect(),
        criteria: comparison.criteria.iter().map(criterion).collect(),
        thresholds: comparison.laws.iter().map(threshold).collect(),
        only_old: comparison.only_old.iter().map(|absent| entry_of(old, absent)).collect(),
        only_new: comparison.only_new.iter().map(|absent| entry_of(new, absent)).collect(),
        renamed: comparison.renamed.iter().map(|pair| renamed(diff_report, pair)).collect(),
        not_comparable: NotComparable {
            old: comparison.not_comparable_old.iter().map(incomparable).collect(),
            new: comparison.not_comparable_new.iter().map(incomparable).collect(),
        },
    };
    super::write(out, &document)?;
    out.write_all(b"\n")
}

/// A side of its own; under two sets it is what is compared, for what a set cannot take
/// of the data is not missing.
fn side<'a>(
    diff_report: &'a DiffReport,
    scoring: &'a Scoring,
    set: &'a str,
    means: &'a Means,
) -> SideEntry<'a> {
    let summary = scoring.summary;
    let silent = scoring.not_reported.iter();
    SideEntry {
        period: scoring.period.to_string(),
        level: scoring.level.as_str(),
        source: scoring.voice.as_str(),
        lenient: scoring.lenient,
        faults: scoring.faults,
        set,
        layers: summary.layers.iter().map(|layer| layer.id.as_str()).collect(),
        criteria_set: CriteriaSet::new(scoring),
        communes: summary.communes,
        totals: match diff_report.sets {
            Some(_) => totals(means),
            None => Totals {
                criteria_met_total: summary.criteria_met_total,
                criteria_met_mean: mean(&summary.criteria_met_mean),
                indicators_met_total: summary.indicators_met_total,
                indicators_met_mean: mean(&summary.indicators_met_mean),
                progress_mean: mean(&summary.progress_mean),
            },
        },
        not_reported: silent.map(|p| scoring.roster.communes[*p].code.as_str()).collect(),
    }
}

fn mean(mean: &Option<Exact>) -> Option<Number<'_>> {
    mean.as_ref().map(|mean| Number(mean, TWO))
}

fn totals(means: &Means) -> Totals<'_> {
    Totals {
        criteria_met_total: means.criteria_met_total,
        criteria_met_mean: mean(&means.criteria_met_mean),
        indicators_met_total: means.indicators_met_total,
        indicators_met_mean: mean(&means.indicators_met_mean),
        progress_mean: mean(&means.progress_mean),
    }
}

fn counts(diff_report: &DiffReport) -> Counts {
    let compared = diff_report.comparison.compared_indicators();
    let changes = || diff_report.comparison.changes().map(|(_, change)| change);
    let cause = |cause: Cause| changes().filter(|change| change.cause == cause).count();
    Counts {
        compared,
        unchanged: compared - changes().count(),
        kinds: kinds(|kind| changes().filter(|change| change.kind == kind).count()),
        by_cause: ByCause {
            data: cause(Cause::Data),
            law: cause(Cause::Law),
            both: cause(Cause::Both),
        },
    }
}

/// The changes, made while they are written.
struct Changes<'a>(&'a DiffReport<'a>);

impl Serialize for Changes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Changes(diff_report) = *self;
        let laws = diff_report.comparison.communes.iter();
        let laws = laws.flat_map(|commune| [&*commune.old_law, &*commune.new_law]);
        let phrases = Phrases::of_laws(laws).map_err(serde::ser::Error::custom)?;
        let mut sequence = serializer.serialize_seq(None)?;
        for (commune, change) in diff_report.comparison.changes() {
            if let Some(entry) = entry(diff_report, commune, change, &phrases) {
                sequence.serialize_element(&entry)?;
            }
        }
        sequence.end()
    }
}

fn entry<'a>(
    diff_report: &'a DiffReport,
    commune: &'a CommuneChange,
    change: &'a Change,
    phrases: &'a Phrases,
) -> Option<ChangeEntry<'a>> {
    let indicator = &commune.new_law.indicators[change.new.place];
    let earlier = &commune.old_law.indicators[change.old.place];
    let who = &diff_report.new.roster.communes[commune.new];
    let verdict = |law, verdict: &'a Verdict| {
        let (law, phrases): (&crate::law::Resolved, _) = (law, phrases.for_law(law)?);
        let indicator = &law.indicators[verdict.place];
        let phrases = &phrases.indicators[verdict.place].parts;
        let parts = indicator.require.iter().zip(&verdict.parts).zip(&verdict.evidence);
        let parts = parts.zip(phrases).map(|(((require, score), evidence), phrases)| {
            part((require, &indicator.grades), score, evidence.as_deref(), phrases)
        });
        Some(VerdictEntry {
            indicator: None,
            status: verdict.score.status.as_str(),
            attainment: Number(&verdict.score.attainment, SIX),
            parts: parts.collect(),
        })
    };
    let old = verdict(&*commune.old_law, &change.old)?;
    Some(ChangeEntry {
        commune: &who.code,
        name: &who.name,
        criterion: indicator.id.criterion,
        indicator: indicator.id.to_string(),
        indicator_name: &indicator.name,
        change: change.kind.as_str(),
        cause: change.cause.as_str(),
        threshold_changed: change.differs.matters(),
        old: VerdictEntry {
            indicator: (earlier.id != indicator.id).then(|| earlier.id.to_string()),
            ..old
        },
        new: verdict(&*commune.new_law, &change.new)?,
    })
}
