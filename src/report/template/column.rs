//! The columns of a form.

use crate::text::{self, Text};

/// A column of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
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
pub enum Kind {
    Given,
    /// The commune.
    Open,
    /// The spreadsheet, from what the commune has filled in.
    Computed,
}

impl Column {
    /// All columns, in their order.
    pub const ALL: [Column; 20] = [
        Column::Criterion,
        Column::Indicator,
        Column::Name,
        Column::Part,
        Column::Requirement,
        Column::Unit,
        Column::Value,
        Column::Numerator,
        Column::Denominator,
        Column::Counts,
        Column::Share,
        Column::Verdict,
        Column::Evidence,
        Column::EvidenceDate,
        Column::ValidUntil,
        Column::AsOf,
        Column::Note,
        Column::Commune,
        Column::Period,
        Column::Level,
    ];

    /// Its head.
    pub fn head(self) -> Text {
        match self {
            Column::Criterion => text::head_criterion(),
            Column::Indicator => text::head_indicator(),
            Column::Name => text::head_name(),
            Column::Part => text::head_part(),
            Column::Requirement => text::head_requirement(),
            Column::Unit => text::head_unit(),
            Column::Value => text::head_value(),
            Column::Numerator => text::head_numerator(),
            Column::Denominator => text::head_denominator(),
            Column::Counts => text::head_counts(),
            Column::Share => text::head_share(),
            Column::Verdict => text::head_verdict(),
            Column::Evidence => text::head_evidence(),
            Column::EvidenceDate => text::head_evidence_date(),
            Column::ValidUntil => text::head_valid_until(),
            Column::AsOf => text::head_as_of(),
            Column::Note => text::head_note(),
            Column::Commune => text::head_commune(),
            Column::Period => text::head_period(),
            Column::Level => text::head_level(),
        }
    }

    /// Who fills it in.
    pub fn kind(self) -> Kind {
        match self {
            Column::Value
            | Column::Numerator
            | Column::Denominator
            | Column::Evidence
            | Column::EvidenceDate
            | Column::ValidUntil
            | Column::AsOf
            | Column::Note => Kind::Open,
            Column::Share | Column::Verdict => Kind::Computed,
            _ => Kind::Given,
        }
    }
}
