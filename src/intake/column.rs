//! The columns of an indicator file.

/// The columns of an indicator file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Commune,
    Period,
    Level,
    Indicator,
    Part,
    Value,
    Numerator,
    Denominator,
    Evidence,
    Source,
    AsOf,
    EvidenceDate,
    ValidUntil,
    Note,
    /// What the commune itself says of an indicator: compared, never scored.
    Claim,
}

use Column::{
    AsOf, Claim, Commune, Denominator, Evidence, EvidenceDate, Indicator, Level, Note, Numerator,
    Part, Period, Source, ValidUntil, Value,
};

/// How many columns there are.
pub(super) const COLUMNS: usize = Column::Claim as usize + 1;

impl Column {
    /// Those that hold dates.
    pub(super) const DATES: [Column; 3] = [AsOf, EvidenceDate, ValidUntil];

    /// The canonical name, as JSON and scripts use it.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Commune => "commune",
            Period => "period",
            Level => "level",
            Indicator => "indicator",
            Part => "part",
            Value => "value",
            Numerator => "numerator",
            Denominator => "denominator",
            Evidence => "evidence",
            Source => "source",
            AsOf => "as_of",
            EvidenceDate => "evidence_date",
            ValidUntil => "valid_until",
            Note => "note",
            Claim => "claim",
        }
    }
}
