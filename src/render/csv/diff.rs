//! What changed, a row per commune and indicator.

use std::io::{self, Write};

use super::{INDICATOR, KEY, Rows, Verdict, cells, heads, key};
use crate::analysis::diff::{self, Change, CommuneChange};
use crate::law::{Resolved, ResolvedIndicator};
use crate::report::DiffReport;

type Row<'a> = (&'a DiffReport<'a>, &'a CommuneChange, &'a Change);

const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("code", |(of, commune, _)| of.new.roster.communes[commune.new].code.clone()),
    ("name", |(of, commune, _)| of.new.roster.communes[commune.new].name.clone()),
    ("old_period", |(of, ..)| of.old.period.to_string()),
    ("new_period", |(of, ..)| of.new.period.to_string()),
    ("old_set", |(of, ..)| of.old_set().to_owned()),
    ("new_set", |(of, ..)| of.new_set().to_owned()),
    ("level", |(of, ..)| of.level.to_string()),
    ("source", |(of, ..)| of.new.voice.to_string()),
    ("criterion", |row| indicator(row).id.criterion.to_string()),
    ("indicator", |row| indicator(row).id.to_string()),
    ("change", |(.., change)| change.kind.to_string()),
    ("cause", |(.., change)| change.cause.to_string()),
];

/// What is listed of an indicator on each side, of [`INDICATOR`].
const SIDE: [&str; 11] = [
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

/// A row per change. Where an indicator has several parts, their values stand in one
/// cell in the order of the parts, with `;` between them.
pub fn diff(diff_report: &DiffReport, out: &mut dyn Write) -> io::Result<()> {
    let of_side = |side: &'static str| SIDE.iter().map(move |head| format!("{side}_{head}"));
    let mut rows = Rows::new(out);
    let head = heads(COLUMNS).map(str::to_owned).chain(of_side("old")).chain(of_side("new"));
    rows.write(head.chain([KEY.to_owned()]))?;
    for (commune, change) in diff_report.comparison.changes() {
        let row = (diff_report, commune, change);
        let old = verdict(&commune.old_law, &change.old);
        let new = verdict(&commune.new_law, &change.new);
        let key = key(diff_report.level, indicator(&row).id);
        rows.write(cells(COLUMNS, &row).chain(old).chain(new).chain([key]))?;
    }
    rows.flush()
}

fn indicator<'a>((_, commune, change): &Row<'a>) -> &'a ResolvedIndicator {
    &commune.new_law.indicators[change.new.place]
}

fn verdict(law: &Resolved, verdict: &diff::Verdict) -> Vec<String> {
    let (score, parts) = (&verdict.score, verdict.parts.as_slice());
    let law = &law.indicators[verdict.place];
    let verdict = Verdict { law, score, parts, evidence: &[] };
    let columns = INDICATOR.iter().filter(|(head, _)| SIDE.contains(head));
    columns.map(|(_, cell)| cell(&verdict)).collect()
}
