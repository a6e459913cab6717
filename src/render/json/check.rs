//! `ntm.check.v1`.

use super::line;
use super::object::{Present, object};
use crate::intake::Repair;
use crate::problem::{self, Problem};
use crate::text::Lang;

/// What a check found, as one line of JSON. Messages are in Vietnamese whatever
/// the language of pages is: a machine's format does not change with it.
pub fn check(files: usize, rows: usize, problems: &[Problem], repairs: &[Repair]) -> String {
    let entries = problems.iter().map(|problem| {
        let sheet = problem.place.sheet.as_ref();
        object! {
            severity: problem.severity,
            code: problem.code,
            file: &problem.place.file,
            sheet: Present(sheet.map(|sheet| &sheet.name)),
            address: Present(sheet.and_then(|sheet| sheet.cell.as_ref())),
            line: problem.place.line,
            column: problem.place.column,
            cell: &problem.cell,
            message: problem.message.get(Lang::Vi),
            hint: problem.hint.get(Lang::Vi),
        }
    });
    let repairs = repairs.iter().map(|repair| {
        object! { file: &repair.file, kind: repair.kind, count: repair.count }
    });
    line(&object! {
        schema: "ntm.check.v1",
        files,
        rows,
        errors: problem::errors(problems),
        warnings: problem::warnings(problems),
        problems: entries.collect::<Vec<_>>(),
        repairs: repairs.collect::<Vec<_>>(),
    })
}
