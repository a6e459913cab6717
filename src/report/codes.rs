//! What codes of problems mean, as pages: one code, and the list of all.

use super::{Cell, Page, Table, Tone, column, unbroken};
use crate::intake::RepairKind;
use crate::problem::{Code, Severity};
use crate::text::Text;
use crate::text::codes::{self, Explanation};

/// What stands in square brackets: the code of a problem, or what was set right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExplainedCode {
    /// A problem.
    Code(Code),
    /// Something that was set right.
    Repair(RepairKind),
}

impl ExplainedCode {
    /// All of them, problems first.
    pub fn all() -> impl Iterator<Item = ExplainedCode> + Clone {
        let codes = Code::ALL.iter().copied().map(ExplainedCode::Code);
        codes.chain(RepairKind::ALL.iter().copied().map(ExplainedCode::Repair))
    }

    /// The word in the brackets.
    pub fn as_str(self) -> &'static str {
        match self {
            ExplainedCode::Code(code) => code.as_str(),
            ExplainedCode::Repair(kind) => kind.as_str(),
        }
    }

    fn explanation(self) -> Explanation {
        match self {
            ExplainedCode::Code(code) => code.explanation(),
            ExplainedCode::Repair(kind) => kind.explanation(),
        }
    }

    fn severity(self) -> Text {
        match self {
            ExplainedCode::Code(code) => code.severity().word(),
            ExplainedCode::Repair(_) => codes::repaired(),
        }
    }
}

/// One of them explained.
pub fn code(asked: ExplainedCode) -> Page {
    let Explanation { brief, meaning, cause, remedy } = asked.explanation();
    let severity = match asked {
        ExplainedCode::Repair(_) => codes::is_repair(),
        ExplainedCode::Code(code) => match code.severity() {
            Severity::Error => codes::is_error(),
            Severity::Warning => codes::is_warning(),
        },
    };
    let mut lead = vec![severity, codes::meaning(meaning), codes::cause(cause), codes::remedy()];
    lead.extend(remedy.iter().enumerate().map(|(place, step)| codes::step(place + 1, step)));
    Page { title: codes::code_title(asked.as_str(), brief), lead, ..Page::default() }
}

/// Every code in a line.
pub fn codes() -> Page {
    let row = |code: ExplainedCode| {
        vec![
            Cell::same(code.as_str()),
            Cell::words(code.severity()),
            Cell::words(code.explanation().brief),
        ]
    };
    let columns =
        vec![unbroken(codes::code()), unbroken(codes::severity()), column(codes::brief())];
    let rows = ExplainedCode::all().map(row).collect();
    Page {
        title: codes::all_codes(),
        tables: vec![Table { caption: None, columns, rows }],
        notes: vec![
            (Tone::Faint, codes::see_one()),
            (Tone::Command, Text::same("ntm check --explain mangled-indicator")),
        ],
        ..Page::default()
    }
}
