//! Choices of the command line, and what they are in the library.

use clap::ValueEnum;
use ntm::report::{self, AssessmentTable, GapsBy};
use ntm::workflow::score;
use ntm::workflow::template::FormFormat;

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    Vi,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

/// What a row of the result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    Commune,
    Criterion,
    Indicator,
    Part,
}

impl By {
    pub(crate) fn rows(self) -> score::By {
        match self {
            By::Commune => score::By::Commune,
            By::Criterion => score::By::Criterion,
            By::Indicator => score::By::Indicator,
            By::Part => score::By::Part,
        }
    }
}

/// How CSV is written, if not for machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CsvDialect {
    ExcelVi,
}

/// An order of the list of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sort {
    Easy,
}

/// What a table of the list of work is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WorkBy {
    Agency,
    Commune,
    Criterion,
}

impl WorkBy {
    pub(crate) fn tables(self) -> GapsBy {
        match self {
            WorkBy::Agency => GapsBy::Agency,
            WorkBy::Commune => GapsBy::Commune,
            WorkBy::Criterion => GapsBy::Criterion,
        }
    }
}

/// Whose table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VoiceFormArg {
    SelfAssessment,
    Verification,
    Appraisal,
}

impl VoiceFormArg {
    pub(crate) fn form(self) -> AssessmentTable {
        match self {
            VoiceFormArg::SelfAssessment => AssessmentTable::SelfAssessment,
            VoiceFormArg::Verification => AssessmentTable::Verification,
            VoiceFormArg::Appraisal => AssessmentTable::Appraisal,
        }
    }
}

/// How what changed is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffBy {
    Commune,
    Criterion,
}

impl DiffBy {
    pub(crate) fn tables(self) -> report::By {
        match self {
            DiffBy::Commune => report::By::Commune,
            DiffBy::Criterion => report::By::Criterion,
        }
    }
}

/// The file that a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormFile {
    Xlsx,
    Csv,
}

impl FormFile {
    pub(crate) fn format(self) -> FormFormat {
        match self {
            FormFile::Xlsx => FormFormat::Xlsx,
            FormFile::Csv => FormFormat::Csv,
        }
    }
}
