//! Problems as lines: `FILE:LINE: error[code]: message`, then what to do.

use super::terminal::visible;
use crate::problem::Problem;
use crate::text::Lang;

/// One problem in `lang`, ending with a line break.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let place = &problem.place;
    let mut text = visible(&place.file);
    for number in [place.line, place.position].into_iter().flatten() {
        text.push_str(&format!(":{number}"));
    }
    let (severity, code) = (problem.severity.as_str(), problem.code.as_str());
    let message = visible(&shortened(problem.message.get(lang)));
    text.push_str(&format!(": {severity}[{code}]: {message}\n"));
    if let Some(excerpt) = &problem.excerpt {
        text.push_str(excerpt);
        text.push('\n');
    }
    let hint = visible(problem.hint.get(lang));
    if !hint.is_empty() {
        text.push_str(&format!("  hint: {hint}\n"));
    }
    text
}

/// The most characters of a message: a cell of a megabyte is not repeated.
const MOST: usize = 600;

/// A message, cut where a cell in it is very long.
pub(super) fn shortened(message: &str) -> String {
    match message.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message.to_owned(),
    }
}
