//! What is wrong, where, and what to do about it.

mod explain;
mod reason;
mod stop;

use std::io;
use std::sync::Arc;

pub use reason::io_reason;
pub use stop::Stop;

use crate::text::{self, Text, dossier};

/// Whether a problem stops a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The input cannot be trusted as it is.
    Error,
    /// Worth a look; scored all the same.
    Warning,
}

impl Severity {
    /// The word on a page.
    pub fn word(self) -> Text {
        match self {
            Severity::Error => text::explain::error(),
            Severity::Warning => text::explain::warning(),
        }
    }

    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// Defines kinds of things with the names under which scripts see them.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All of them, in the order of the documentation.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The name as scripts see it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// The kind of a problem: stable, for scripts.
    Code {
        /// The file cannot be read.
        UnreadableFile "unreadable-file"
        /// The file holds no row.
        EmptyFile "empty-file"
        /// The file is in no known encoding, or letters were lost on the way.
        BadEncoding "bad-encoding"
        /// A compulsory column is not in the header.
        MissingColumn "missing-column"
        /// Two columns of the header mean the same.
        DuplicateColumn "duplicate-column"
        /// The row has more cells than columns, or a quote that is not closed.
        UnreadableRow "unreadable-row"
        /// A quoted cell that holds lines like rows.
        SwallowedRows "swallowed-rows"
        /// Digits behind a number that may be its decimals.
        SplitNumber "split-number"
        /// No period, or not the one asked for.
        BadPeriod "bad-period"
        /// No level, or one of which no set is in force.
        BadLevel "bad-level"
        /// Not one of the three voices.
        BadSource "bad-source"
        /// Not a date.
        BadDate "bad-date"
        /// The commune is not in the roster, does not take part, or is not clear.
        UnknownCommune "unknown-commune"
        /// The indicator is not in the set of the row's level.
        UnknownIndicator "unknown-indicator"
        /// The spreadsheet program changed the indicator's number.
        MangledIndicator "mangled-indicator"
        /// The part is not one of the indicator's.
        UnknownPart "unknown-part"
        /// The cell is not a number.
        NotANumber "not-a-number"
        /// The number can be read in two ways.
        AmbiguousNumber "ambiguous-number"
        /// A fraction of what is counted in whole numbers.
        NotAWholeNumber "not-a-whole-number"
        /// A share outside 0 to 100, a negative amount.
        OutOfRange "out-of-range"
        /// Not a value that the indicator can have.
        NotAValue "not-a-value"
        /// A numerator without denominator, or the reverse.
        IncompleteRatio "incomplete-ratio"
        /// A denominator of zero.
        ZeroDenominator "zero-denominator"
        /// A part larger than the whole.
        NumeratorExceedsDenominator "numerator-exceeds-denominator"
        /// The value and its ratio differ by more than rounding.
        ValueContradictsRatio "value-contradicts-ratio"
        /// The set does not allow `không áp dụng` here.
        NotApplicableNotAllowed "not-applicable-not-allowed"
        /// The same value is given twice.
        DuplicateValue "duplicate-value"
        /// A number outside what the set calls plausible: a warning, more than ten times
        /// outside an error; or shares that are all fractions of 1.
        ImplausibleValue "implausible-value"
        /// A formula that no program computed.
        NotComputed "not-computed"
        /// The cell holds something and shows something else.
        ShownOtherwise "shown-otherwise"
        /// A cell of the roster is wrong.
        BadRoster "bad-roster"
        /// A cell of the list of agencies is wrong.
        BadAgencies "bad-agencies"
        /// A key of the office's own file is wrong.
        BadOffice "bad-office"
        /// Nobody leads a criterion or an indicator.
        MissingAgency "missing-agency"
        /// A report that this program wrote, among data.
        OwnOutput "own-output"
        /// A file or a folder beside data that is not read.
        PassedOver "passed-over"
        /// A month before that is not compared with.
        MonthSkipped "month-skipped"
        /// A sheet or a file is named after a plan or another voice than its rows.
        NameSaysOtherwise "name-says-otherwise"
        /// A verdict of the commune's own that its figures contradict.
        ClaimContradicts "claim-contradicts"
        /// Communes of the roster that have no row.
        NotReported "not-reported"
        /// A column that no name fits; its cells are not read.
        UnknownColumn "unknown-column"
        /// A value without evidence.
        MissingEvidence "missing-evidence"
        /// No row gives the indicator.
        MissingIndicator "missing-indicator"
        /// Rows, and not one value in them.
        MissingValues "missing-values"
        /// No row of a level that those of a higher one presuppose.
        MissingLevel "missing-level"
        /// The document is no longer valid at the period's end.
        ExpiredEvidence "expired-evidence"
        /// The documents of a cell of evidence cannot be told apart.
        UnclearEvidence "unclear-evidence"
        /// A document that is cited has no file in the folder of evidence.
        EvidenceFileMissing "evidence-file-missing"
        /// No indicator cites a file of the folder of evidence.
        EvidenceFileUncited "evidence-file-uncited"
        /// A file of evidence could be that of several documents.
        EvidenceFileAmbiguous "evidence-file-ambiguous"
        /// A file of evidence that is cited has no byte.
        EvidenceFileEmpty "evidence-file-empty"
        /// What stands in the folder of evidence is a link, which is not followed.
        EvidenceFileLink "evidence-file-link"
        /// Not met, but met once rounded as the threshold is written.
        NearThreshold "near-threshold"
        /// Far from the value of the period before.
        Outlier "outlier"
        /// Parts of an indicator contradict each other.
        PartContradiction "part-contradiction"
        /// A value differs from that of the lower level, which measures the same.
        ContradictsLowerLevel "contradicts-lower-level"
        /// The criteria file is not TOML.
        BadToml "bad-toml"
        /// A key that criteria files do not have.
        UnknownKey "unknown-key"
        /// A compulsory key is missing.
        MissingKey "missing-key"
        /// A key has a value that it cannot have.
        BadValue "bad-value"
        /// Two values for one case.
        TwoValues "two-values"
        /// A threshold without its legal source.
        MissingBasis "missing-basis"
        /// A number without its unit.
        MissingUnit "missing-unit"
        /// A layer names a set that is not there.
        UnknownSet "unknown-set"
        /// A set that presupposes itself, directly or by others.
        CircularSet "circular-set"
        /// A layer leaves a delegated indicator open without saying so.
        DelegatedOpen "delegated-open"
        /// An overlay asks for less than what it overlays.
        LaxerThanBase "laxer-than-base"
        /// A confirmation of a value that was changed since.
        VoidConfirmation "void-confirmation"
        /// A confirmation of a day on which nobody can have read the decision.
        ImpossibleConfirmation "impossible-confirmation"
        /// A province's overlay that a later one of the same province replaces.
        ReplacedLayer "replaced-layer"
        /// More faults of a criteria file than are told one by one.
        MoreFaults "more-faults"
    }
}

/// Where a problem is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
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
    pub sheet: Option<InSheet>,
    /// The column's own name, in a table with one for each commune or month.
    pub of: Option<Arc<str>>,
}

impl Place {
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
            (Some(InSheet { name, cell: Some(cell) }), _) => {
                dossier::cell_place(&self.file, name, cell)
            }
            (_, Some(line)) => dossier::place(&self.file, line),
            _ => Text::same(&self.file),
        }
    }
}

/// A place in a workbook, or in a document with tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InSheet {
    /// The sheet.
    pub name: String,
    /// The cell as spreadsheets name it, `D14`; `None` where the problem is of the row
    /// or the sheet.
    pub cell: Option<String>,
}

/// What stands before the number of a table: no sheet can be called so.
const TABLE: &str = "table:";

impl InSheet {
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
    /// Where it is.
    pub place: Place,
    /// The cell as written.
    pub cell: Option<String>,
    /// What was found and what is allowed.
    pub message: Text,
    /// What to do.
    pub hint: Text,
    /// The line of a criteria file with the place to be marked.
    pub excerpt: Option<Excerpt>,
    /// How many it stands for: one, but for what is only counted.
    pub stands_for: usize,
    /// Of a row that is given twice: the file that gives the first.
    pub twin: Option<Twin>,
}

/// The file that gives what another gives too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The file.
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
    pub fn error(code: Code, place: Place, message: Text, hint: Text) -> Problem {
        let (severity, cell, excerpt, twin) = (Severity::Error, None, None, None);
        let stands_for = 1;
        Problem { severity, code, place, cell, message, hint, excerpt, stands_for, twin }
    }

    /// A file that cannot be read, and why.
    pub fn unreadable(file: &str, why: &io::Error) -> Problem {
        let place = Place { file: file.to_owned(), ..Place::default() };
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

impl Code {
    /// Whether it is of how data was read, and not only of what stands in it: that a value
    /// has no evidence changes no result.
    pub fn is_of_reading(self) -> bool {
        let of_content = [Code::MissingEvidence, Code::UnclearEvidence, Code::ExpiredEvidence];
        !of_content.contains(&self)
    }

    /// Whether, as a warning, it says that a value or a row may have been read wrongly.
    fn may_be_misread(self) -> bool {
        matches!(self, Code::SwallowedRows | Code::SplitNumber)
    }
}

/// How many of `problems` are only worth a look.
pub fn warnings(problems: &[Problem]) -> usize {
    problems.iter().filter(|p| !p.is_error()).map(|p| p.stands_for).sum()
}
