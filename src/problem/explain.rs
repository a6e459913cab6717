//! Which explanation a code has: one each, or it does not compile.

use super::Code;
use crate::text::codes::{Explanation, criteria, file, folder, row, value, warning};

impl Code {
    /// What it means, how it arises and how it is mended.
    pub fn explanation(self) -> Explanation {
        match self {
            Code::UnreadableFile => file::unreadable_file(),
            Code::EmptyFile => file::empty_file(),
            Code::BadEncoding => file::bad_encoding(),
            Code::MissingColumn => file::missing_column(),
            Code::DuplicateColumn => file::duplicate_column(),
            Code::UnreadableRow => file::unreadable_row(),
            Code::SwallowedRows => warning::swallowed_rows(),
            Code::SplitNumber => warning::split_number(),
            Code::BadPeriod => row::bad_period(),
            Code::BadLevel => row::bad_level(),
            Code::BadSource => row::bad_source(),
            Code::BadDate => row::bad_date(),
            Code::UnknownCommune => row::unknown_commune(),
            Code::UnknownIndicator => row::unknown_indicator(),
            Code::MangledIndicator => row::mangled_indicator(),
            Code::UnknownPart => row::unknown_part(),
            Code::NotANumber => value::not_a_number(),
            Code::AmbiguousNumber => value::ambiguous_number(),
            Code::NotAWholeNumber => value::not_a_whole_number(),
            Code::OutOfRange => value::out_of_range(),
            Code::NotAValue => value::not_a_value(),
            Code::IncompleteRatio => value::incomplete_ratio(),
            Code::ZeroDenominator => value::zero_denominator(),
            Code::NumeratorExceedsDenominator => value::numerator_exceeds_denominator(),
            Code::ValueContradictsRatio => value::value_contradicts_ratio(),
            Code::NotApplicableNotAllowed => value::not_applicable_not_allowed(),
            Code::DuplicateValue => row::duplicate_value(),
            Code::ImplausibleValue => value::implausible_value(),
            Code::NotComputed => row::not_computed(),
            Code::ShownOtherwise => row::shown_otherwise(),
            Code::BadRoster => row::bad_roster(),
            Code::BadAgencies => row::bad_agencies(),
            Code::BadOffice => file::bad_office(),
            Code::MissingAgency => warning::missing_agency(),
            Code::OwnOutput => folder::own_output(),
            Code::PassedOver => folder::passed_over(),
            Code::MonthSkipped => folder::month_skipped(),
            Code::NotReported => folder::not_reported(),
            Code::NameSaysOtherwise => warning::name_says_otherwise(),
            Code::UnknownColumn => warning::unknown_column(),
            Code::MissingEvidence => warning::missing_evidence(),
            Code::MissingIndicator => warning::missing_indicator(),
            Code::MissingValues => warning::missing_values(),
            Code::MissingLevel => warning::missing_level(),
            Code::ExpiredEvidence => warning::expired_evidence(),
            Code::UnclearEvidence => warning::unclear_evidence(),
            Code::EvidenceFileMissing => warning::evidence_file_missing(),
            Code::EvidenceFileUncited => warning::evidence_file_uncited(),
            Code::EvidenceFileAmbiguous => warning::evidence_file_ambiguous(),
            Code::EvidenceFileEmpty => warning::evidence_file_empty(),
            Code::EvidenceFileLink => warning::evidence_file_link(),
            Code::ClaimContradicts => warning::claim_contradicts(),
            Code::NearThreshold => warning::near_threshold(),
            Code::Outlier => warning::outlier(),
            Code::PartContradiction => warning::part_contradiction(),
            Code::ContradictsLowerLevel => warning::contradicts_lower_level(),
            Code::BadToml => criteria::bad_toml(),
            Code::UnknownKey => criteria::unknown_key(),
            Code::MissingKey => criteria::missing_key(),
            Code::BadValue => criteria::bad_value(),
            Code::TwoValues => criteria::two_values(),
            Code::MissingBasis => criteria::missing_basis(),
            Code::MissingUnit => criteria::missing_unit(),
            Code::UnknownSet => criteria::unknown_set(),
            Code::CircularSet => criteria::circular_set(),
            Code::DelegatedOpen => criteria::delegated_open(),
            Code::LaxerThanBase => criteria::laxer_than_base(),
            Code::VoidConfirmation => criteria::void_confirmation(),
            Code::ImpossibleConfirmation => criteria::impossible_confirmation(),
            Code::ReplacedLayer => criteria::replaced_layer(),
            Code::MoreFaults => criteria::more_faults(),
        }
    }

    /// How much it weighs; a [`super::Problem`] of its own may weigh less.
    pub fn severity(self) -> super::Severity {
        match self {
            Code::OwnOutput
            | Code::PassedOver
            | Code::MonthSkipped
            | Code::NotReported
            | Code::UnknownColumn
            | Code::SwallowedRows
            | Code::SplitNumber
            | Code::MissingAgency
            | Code::MissingEvidence
            | Code::MissingIndicator
            | Code::MissingValues
            | Code::MissingLevel
            | Code::ExpiredEvidence
            | Code::UnclearEvidence
            | Code::EvidenceFileMissing
            | Code::EvidenceFileUncited
            | Code::EvidenceFileAmbiguous
            | Code::EvidenceFileEmpty
            | Code::EvidenceFileLink
            | Code::NameSaysOtherwise
            | Code::ClaimContradicts
            | Code::NearThreshold
            | Code::Outlier
            | Code::PartContradiction
            | Code::ContradictsLowerLevel
            | Code::VoidConfirmation
            | Code::ReplacedLayer => super::Severity::Warning,
            _ => super::Severity::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unicode_normalization::is_nfc;

    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn every_code_is_explained_in_both_languages_and_by_its_own_words() {
        for lang in [Lang::Vi, Lang::En] {
            let mut all: Vec<String> = Vec::new();
            for code in Code::ALL {
                let Explanation { brief, meaning, cause, remedy } = code.explanation();
                assert!(remedy.len() >= 2, "{}", code.as_str());
                let words = |text: &Text| text.get(lang).to_owned();
                all.extend([&brief, &meaning, &cause].map(words));
                all.extend(remedy.iter().map(words));
            }
            for words in &all {
                assert!(words.len() > 10 && is_nfc(words), "{words}");
            }
            let different: BTreeSet<&String> = all.iter().collect();
            assert_eq!(different.len(), all.len());
        }
    }

    /// English says what Vietnamese says: no entry was left in one language.
    #[test]
    fn no_explanation_is_the_same_in_both_languages() {
        for code in Code::ALL {
            let Explanation { brief, meaning, cause, remedy } = code.explanation();
            for text in [brief, meaning, cause].iter().chain(&remedy) {
                assert_ne!(text.get(Lang::Vi), text.get(Lang::En), "{}", code.as_str());
            }
        }
    }
}
