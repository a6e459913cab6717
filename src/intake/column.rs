//! The columns of an indicator file.

use crate::named::named;

named! {
    /// The columns of an indicator file.
    pub(super) Column {
        Commune "commune"
        Period "period"
        Level "level"
        Indicator "indicator"
        Part "part"
        Value "value"
        Numerator "numerator"
        Denominator "denominator"
        Evidence "evidence"
        Source "source"
        AsOf "as_of"
        EvidenceDate "evidence_date"
        ValidUntil "valid_until"
        Note "note"
        /// What the commune itself says of an indicator: compared, never scored.
        Claim "claim"
    }
}

/// How many columns there are.
pub(super) const COLUMNS: usize = Column::Claim as usize + 1;

impl Column {
    /// Those that hold dates.
    pub(super) const DATES: [Column; 3] = [Column::AsOf, Column::EvidenceDate, Column::ValidUntil];
}
