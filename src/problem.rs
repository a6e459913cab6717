//! What is wrong, where, and what to do about it.

mod code;
mod reason;
mod stop;

use std::io;
use std::sync::Arc;

pub use code::Code;
pub use reason::io_reason;
pub use stop::Stop;

use crate::named::named;
use crate::text::{self, Text, dossier};

named! {
    /// Whether a problem stops a score.
    pub Severity {
        /// The input cannot be trusted as it is.
        Error "error"
        /// Worth a look; scored all the same.
        Warning "warning"
    }
}

impl Severity {
    /// The word on a page.
    pub fn word(self) -> Text {
        match self {
            Severity::Error => text::codes::error(),
            Severity::Warning => text::codes::warning(),
        }
    }
}

/// Where a problem is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file as the user named it.
    pub file: String,
    /// The line, from 1; `None` where the problem is of the file.
    pub line: Option<u64>,
    /// The character in the line, from 1; only for criteria files.
    pub position: Option<u64>,
    /// The canonical name of the column of a table; `None` where the problem is
    /// of the row or the file.
    pub column: Option<&'static str>,
    /// The place in a workbook.
    pub sheet: Option<SheetLocation>,
    /// The column's own name, in a table with one for each commune or month.
    pub of: Option<Arc<str>>,
}

impl Location {
    /// The place in a table of a document: `bảng 2, dòng 5`; `None` elsewhere.
    pub fn in_table(&self) -> Option<Text> {
        let table = self.sheet.as_ref()?.table()?;
        Some(match self.line {
            Some(line) => text::table_row(table, line),
            None => text::table_alone(table),
        })
    }

    /// The place in words: file and line, or file, sheet and cell.
    pub fn words(&self) -> Text {
        if let Some(within) = self.in_table() {
            return Text::join(&[Text::same(&self.file), within], ", ");
        }
        match (&self.sheet, self.line) {
            (Some(SheetLocation { name, cell: Some(cell) }), _) => {
                dossier::cell_place(&self.file, name, cell)
            }
            (_, Some(line)) => dossier::place(&self.file, line),
            _ => Text::same(&self.file),
        }
    }
}

/// A place in a workbook, or in a document with tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLocation {
    /// The sheet.
    pub name: String,
    /// The cell as spreadsheets name it, `D14`; `None` where the problem is of the row
    /// or the sheet.
    pub cell: Option<String>,
}

/// What stands before the number of a table: no sheet can be called so.
const TABLE: &str = "table:";

impl SheetLocation {
    /// What a table of a document is called, by its number from 1, where a workbook has the
    /// name of a sheet.
    pub fn table_name(number: usize) -> String {
        format!("{TABLE}{number}")
    }

    /// The number of the table of a document, from 1; `None` for a sheet.
    pub fn table(&self) -> Option<usize> {
        self.name.strip_prefix(TABLE)?.parse().ok()
    }

    /// The sheet or table alone, in words.
    pub fn words(&self) -> Text {
        self.table().map_or_else(|| Text::same(&self.name), text::table_alone)
    }
}

/// One thing that is wrong. One fault gives one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Whether it stops a score.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    pub place: Location,
    /// The cell as written.
    pub cell: Option<String>,
    /// What was found and what is allowed.
    pub message: Text,
    /// The message as people see it, where that is not all of it.
    pub brief: Option<Text>,
    pub hint: Text,
    /// The line of a criteria file with the place to be marked.
    pub excerpt: Option<Excerpt>,
    /// How many it stands for: one, but for what is only counted.
    pub stands_for: usize,
    /// Of a row that is given twice: the file that gives the first.
    pub twin: Option<Twin>,
    /// The commune of what no row gives.
    pub of_commune: Option<String>,
}

/// The file that gives what another gives too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    pub file: String,
    /// Whether it gives all rows of the other: it was sent twice.
    pub whole: bool,
}

/// A line of a file, and what is to be marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, without its end.
    pub line: String,
    /// The bytes of it that are marked.
    pub marked: std::ops::Range<usize>,
}

impl Problem {
    /// An error of `code` at `place`.
    pub fn error(code: Code, place: Location, message: Text, hint: Text) -> Problem {
        let (severity, cell, excerpt, twin) = (Severity::Error, None, None, None);
        let (brief, stands_for, of_commune) = (None, 1, None);
        Problem {
            severity,
            code,
            place,
            cell,
            message,
            brief,
            hint,
            excerpt,
            stands_for,
            twin,
            of_commune,
        }
    }

    /// The same, shown to people in fewer words.
    pub fn briefly(self, brief: Option<Text>) -> Problem {
        Problem { brief, ..self }
    }

    /// The message for people.
    pub fn shown_message(&self) -> &Text {
        self.brief.as_ref().unwrap_or(&self.message)
    }

    /// A file that cannot be read, and why.
    pub fn unreadable(file: &str, why: &io::Error) -> Problem {
        let place = Location { file: file.to_owned(), ..Location::default() };
        let (message, hint) = (text::cannot_read(io_reason(why)), text::check_file());
        Problem::error(Code::UnreadableFile, place, message, hint)
    }

    /// The same as a warning.
    pub fn as_warning(self) -> Problem {
        Problem { severity: Severity::Warning, ..self }
    }

    /// The same with the cell that it is about.
    pub fn with_cell(self, cell: &str) -> Problem {
        Problem { cell: Some(cell.to_owned()), ..self }
    }

    /// Whether it stops a score.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// How many of `problems` stop a score.
pub fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|p| p.is_error()).map(|p| p.stands_for).sum()
}

/// How many of `problems` say that data may have been read wrongly.
pub fn misread(problems: &[Problem]) -> usize {
    let warnings = problems.iter().filter(|p| !p.is_error() && p.code.may_be_misread());
    warnings.map(|p| p.stands_for).sum()
}

/// How many of `problems` are only worth a look.
pub fn warnings(problems: &[Problem]) -> usize {
    problems.iter().filter(|p| !p.is_error()).map(|p| p.stands_for).sum()
}
