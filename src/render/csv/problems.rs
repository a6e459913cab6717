//! What is wrong with files, a row each.

use std::io::{self, Write};

use super::{shown, table};
use crate::problem::{Problem, SheetLocation};
use crate::text::Lang;

/// Its words are in Vietnamese as in JSON.
const COLUMNS: &[(&str, fn(&&Problem) -> String)] = &[
    ("severity", |problem| problem.severity.to_string()),
    ("code", |problem| problem.code.to_string()),
    ("file", |problem| problem.place.file.clone()),
    ("sheet", |problem| shown(sheet(problem).map(|sheet| &sheet.name))),
    ("address", |problem| shown(sheet(problem).and_then(|sheet| sheet.cell.as_ref()))),
    ("line", |problem| shown(problem.place.line)),
    ("column", |problem| shown(problem.place.column)),
    ("cell", |problem| shown(problem.cell.as_ref())),
    ("message", |problem| problem.message.get(Lang::Vi).to_owned()),
    ("hint", |problem| problem.hint.get(Lang::Vi).to_owned()),
];

fn sheet(problem: &Problem) -> Option<&SheetLocation> {
    problem.place.sheet.as_ref()
}

/// A row per problem.
pub fn problems(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    table(COLUMNS, problems, out)
}
