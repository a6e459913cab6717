//! The columns of a form.

use crate::text::{self, Text};

/// A column of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormColumn {
    /// Number and name of the criterion.
    Criterion,
    /// The indicator's number.
    Indicator,
    Name,
    Part,
    /// What to reach.
    Requirement,
    /// The unit of the value.
    Unit,
    Value,
    /// The numerator of a share.
    Numerator,
    Denominator,
    /// What the numerator counts.
    Counts,
    /// The share that numerator and denominator give.
    Share,
    /// The verdict on the part.
    Verdict,
    /// The document that proves the value.
    Evidence,
    /// The document's date.
    EvidenceDate,
    /// The last day on which it holds.
    ValidUntil,
    /// The day that the value is of.
    AsOf,
    /// Anything else.
    Note,
    /// The commune's code.
    Commune,
    Period,
    Level,
}

/// Who fills a column in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Given,
    /// The commune.
    Open,
    /// The spreadsheet, from what the commune has filled in.
    Computed,
}

impl FormColumn {
    /// All columns, in their order.
    pub const ALL: [FormColumn; 20] = [
        FormColumn::Criterion,
        FormColumn::Indicator,
        FormColumn::Name,
        FormColumn::Part,
        FormColumn::Requirement,
        FormColumn::Unit,
        FormColumn::Value,
        FormColumn::Numerator,
        FormColumn::Denominator,
        FormColumn::Counts,
        FormColumn::Share,
        FormColumn::Verdict,
        FormColumn::Evidence,
        FormColumn::EvidenceDate,
        FormColumn::ValidUntil,
        FormColumn::AsOf,
        FormColumn::Note,
        FormColumn::Commune,
        FormColumn::Period,
        FormColumn::Level,
    ];

    /// Its head.
    pub fn head(self) -> Text {
        match self {
            FormColumn::Criterion => text::head_criterion(),
            FormColumn::Indicator => text::head_indicator(),
            FormColumn::Name => text::head_name(),
            FormColumn::Part => text::head_part(),
            FormColumn::Requirement => text::head_requirement(),
            FormColumn::Unit => text::head_unit(),
            FormColumn::Value => text::head_value(),
            FormColumn::Numerator => text::head_numerator(),
            FormColumn::Denominator => text::head_denominator(),
            FormColumn::Counts => text::head_counts(),
            FormColumn::Share => text::head_share(),
            FormColumn::Verdict => text::head_verdict(),
            FormColumn::Evidence => text::head_evidence(),
            FormColumn::EvidenceDate => text::head_evidence_date(),
            FormColumn::ValidUntil => text::head_valid_until(),
            FormColumn::AsOf => text::head_as_of(),
            FormColumn::Note => text::head_note(),
            FormColumn::Commune => text::head_commune(),
            FormColumn::Period => text::head_period(),
            FormColumn::Level => text::head_level(),
        }
    }

    /// Who fills it in.
    pub fn kind(self) -> ColumnKind {
        match self {
            FormColumn::Value
            | FormColumn::Numerator
            | FormColumn::Denominator
            | FormColumn::Evidence
            | FormColumn::EvidenceDate
            | FormColumn::ValidUntil
            | FormColumn::AsOf
            | FormColumn::Note => ColumnKind::Open,
            FormColumn::Share | FormColumn::Verdict => ColumnKind::Computed,
            _ => ColumnKind::Given,
        }
    }
}
