//! What changed, a row per commune and indicator.

use std::io::{self, Write};

use super::rows::Rows;
use super::{KEY, joined, key, number, value};
use crate::analysis::diff::{Change, CommuneChange, Verdict};
use crate::law::{Requirement, ResolvedIndicator, Value};
use crate::report::DiffReport;
use crate::score::PartScore;

/// A row per change. Where an indicator has several parts, their values stand in one
/// cell in the order of the parts, with `;` between them.
///
/// # Errors
/// When `out` cannot be written to.
pub fn diff(diff_report: &DiffReport, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    let head = ["code", "name", "old_period", "new_period", "old_set", "new_set", "level"];
    let what = ["source", "criterion", "indicator", "change", "cause"];
    let sides = ["old", "new"]
        .into_iter()
        .flat_map(|side| VERDICT.iter().map(move |column| format!("{side}_{column}")));
    let head = head.into_iter().chain(what).map(str::to_owned).chain(sides).chain([KEY.to_owned()]);
    rows.write(head)?;
    for (commune, change) in diff_report.comparison.changes() {
        rows.write(row(diff_report, commune, change))?;
    }
    rows.flush()
}

/// What is listed of an indicator on each side.
const VERDICT: [&str; 11] = [
    "status",
    "attainment",
    "parts",
    "value",
    "numerator",
    "denominator",
    "unit",
    "threshold",
    "gap",
    "shortfall",
    "shortfall_unit",
];

fn row(diff_report: &DiffReport, commune: &CommuneChange, change: &Change) -> Vec<String> {
    let indicator = &commune.new_law.indicators[change.new.place];
    let who = &diff_report.new.roster.communes[commune.new];
    let mut row = vec![
        who.code.clone(),
        who.name.clone(),
        diff_report.old.period.to_string(),
        diff_report.new.period.to_string(),
        diff_report.old_set().to_owned(),
        diff_report.new_set().to_owned(),
        diff_report.level.as_str().to_owned(),
        diff_report.new.voice.as_str().to_owned(),
        indicator.id.criterion.to_string(),
        indicator.id.to_string(),
        change.kind.as_str().to_owned(),
        change.cause.as_str().to_owned(),
    ];
    row.extend(verdict(&commune.old_law.indicators[change.old.place], &change.old));
    row.extend(verdict(indicator, &change.new));
    row.push(key(diff_report.level, indicator.id));
    row
}

fn verdict(law: &ResolvedIndicator, verdict: &Verdict) -> [String; VERDICT.len()] {
    let join =
        |cell: &dyn Fn(&Requirement, &PartScore) -> String| joined(law, &verdict.parts, cell);
    let scalar = |one: Option<&Value>| value(one, &law.grades);
    [
        verdict.score.status.as_str().to_owned(),
        verdict.score.attainment.to_string(),
        join(&|require, _| require.part.clone()),
        join(&|_, part| scalar(part.observation.value().as_deref())),
        join(&|_, part| number(part.observation.ratio().map(|ratio| &ratio.numerator))),
        join(&|_, part| number(part.observation.ratio().map(|ratio| &ratio.denominator))),
        join(&|require, _| require.unit.clone()),
        join(&|require, _| scalar(require.threshold.as_ref().map(|t| &t.value))),
        join(&|require, part| number(part.gap(require).as_ref())),
        join(&|require, part| {
            part.shortfall(require).map(|s| s.amount.to_string()).unwrap_or_default()
        }),
        join(&|require, part| {
            part.shortfall(require).map(|s| s.unit.to_owned()).unwrap_or_default()
        }),
    ]
}
