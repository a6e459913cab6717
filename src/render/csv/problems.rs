//! What is wrong with files, a row each.

use std::io::{self, Write};

use super::rows::Rows;
use crate::problem::Problem;
use crate::text::Lang;

/// A row per problem, its words in Vietnamese as in JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn problems(problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "severity", "code", "file", "sheet", "address", "line", "column", "cell", "message", "hint",
    ])?;
    for problem in problems {
        let sheet = problem.place.sheet.as_ref();
        rows.write([
            problem.severity.as_str(),
            problem.code.as_str(),
            &problem.place.file,
            sheet.map_or("", |sheet| sheet.name.as_str()),
            sheet.and_then(|sheet| sheet.cell.as_deref()).unwrap_or_default(),
            &problem.place.line.map(|line| line.to_string()).unwrap_or_default(),
            problem.place.column.unwrap_or_default(),
            problem.cell.as_deref().unwrap_or_default(),
            problem.message.get(Lang::Vi),
            problem.hint.get(Lang::Vi),
        ])?;
    }
    rows.flush()
}
