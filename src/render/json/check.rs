//! `ntm.check.v1`.

use serde::Serialize;

use super::line;
use crate::intake::Repair;
use crate::problem::{self, Problem};
use crate::text::Lang;

#[derive(Serialize)]
struct CheckDocument<'a> {
    schema: &'static str,
    files: usize,
    rows: usize,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemEntry<'a>>,
    repairs: Vec<RepairEntry<'a>>,
}

#[derive(Serialize)]
struct ProblemEntry<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    line: Option<u64>,
    column: Option<&'static str>,
    cell: Option<&'a str>,
    message: &'a str,
    hint: &'a str,
}

#[derive(Serialize)]
struct RepairEntry<'a> {
    file: &'a str,
    kind: &'static str,
    count: usize,
}

/// What a check found, as one line of JSON. Messages are in Vietnamese whatever
/// the language of pages is: a machine's format does not change with it.
pub fn check(files: usize, rows: usize, problems: &[Problem], repairs: &[Repair]) -> String {
    let errors = problem::errors(problems);
    let entries = problems.iter().map(|problem| ProblemEntry {
        severity: problem.severity.as_str(),
        code: problem.code.as_str(),
        file: &problem.place.file,
        sheet: problem.place.sheet.as_ref().map(|sheet| sheet.name.as_str()),
        address: problem.place.sheet.as_ref().and_then(|sheet| sheet.cell.as_deref()),
        line: problem.place.line,
        column: problem.place.column,
        cell: problem.cell.as_deref(),
        message: problem.message.get(Lang::Vi),
        hint: problem.hint.get(Lang::Vi),
    });
    let repairs = repairs.iter().map(|repair| RepairEntry {
        file: &repair.file,
        kind: repair.kind.as_str(),
        count: repair.count,
    });
    line(&CheckDocument {
        schema: "ntm.check.v1",
        files,
        rows,
        errors,
        warnings: problem::warnings(problems),
        problems: entries.collect(),
        repairs: repairs.collect(),
    })
}
