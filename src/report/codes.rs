//! What codes of problems mean, as pages: one code, and the list of all.

use super::{Cell, Page, Table, Tone, column, unbroken};
use crate::problem::{Code, Severity};
use crate::text::Text;
use crate::text::explain::{self, Explanation};

/// One code explained.
pub fn code(code: Code) -> Page {
    let Explanation { brief, meaning, cause, remedy } = code.explanation();
    let severity = match code.severity() {
        Severity::Error => explain::is_error(),
        Severity::Warning => explain::is_warning(),
    };
    let mut lead =
        vec![severity, explain::meaning(meaning), explain::cause(cause), explain::remedy()];
    lead.extend(remedy.iter().enumerate().map(|(place, step)| explain::step(place + 1, step)));
    Page { title: explain::code_title(code.as_str(), brief), lead, ..Page::default() }
}

/// Every code in a line.
pub fn codes() -> Page {
    let row = |code: &Code| {
        vec![
            Cell::same(code.as_str()),
            Cell::words(code.severity().word()),
            Cell::words(code.explanation().brief),
        ]
    };
    let columns =
        vec![unbroken(explain::code()), unbroken(explain::severity()), column(explain::brief())];
    let rows = Code::ALL.iter().map(row).collect();
    Page {
        title: explain::all_codes(),
        tables: vec![Table { caption: None, columns, rows }],
        notes: vec![
            (Tone::Faint, explain::see_one()),
            (Tone::Command, Text::same("ntm check --explain mangled-indicator")),
        ],
        ..Page::default()
    }
}
