//! The codes of problems: the name that scripts see, how much each weighs, and where it is
//! explained. One without either does not compile.

use super::Severity;
use crate::named::named;
use crate::text::codes::{Explanation, criteria, file, folder, row, value, warning};

/// Defines the codes, in the order of the documentation.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $text:literal $severity:ident $words:ident::$name:ident)*) => {
        named! {
            /// The kind of a problem: stable, for scripts.
            pub Code { $($(#[$doc])* $variant $text)* }
        }

        impl Code {
            /// How much it weighs; a [`super::Problem`] of its own may weigh less.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// What it means, how it arises and how it is mended.
            pub fn explanation(self) -> Explanation {
                match self { $(Code::$variant => $words::$name(),)* }
            }
        }
    };
}

codes! {
    /// The file cannot be read.
    UnreadableFile "unreadable-file" Error file::unreadable_file
    /// The file holds no row.
    EmptyFile "empty-file" Error file::empty_file
    /// The file is in no known encoding, or letters were lost on the way.
    BadEncoding "bad-encoding" Error file::bad_encoding
    /// A compulsory column is not in the header.
    MissingColumn "missing-column" Error file::missing_column
    /// Two columns of the header mean the same.
    DuplicateColumn "duplicate-column" Error file::duplicate_column
    /// The row has more cells than columns, or a quote that is not closed.
    UnreadableRow "unreadable-row" Error file::unreadable_row
    /// A quoted cell that holds lines like rows.
    SwallowedRows "swallowed-rows" Warning warning::swallowed_rows
    /// Digits behind a number that may be its decimals.
    SplitNumber "split-number" Warning warning::split_number
    /// No period, or not the one asked for.
    BadPeriod "bad-period" Error row::bad_period
    /// No level, or one of which no set is in force.
    BadLevel "bad-level" Error row::bad_level
    /// Not one of the three voices.
    BadSource "bad-source" Error row::bad_source
    /// Not a date.
    BadDate "bad-date" Error row::bad_date
    /// The commune is not in the roster, does not take part, or is not clear.
    UnknownCommune "unknown-commune" Error row::unknown_commune
    /// The indicator is not in the set of the row's level.
    UnknownIndicator "unknown-indicator" Error row::unknown_indicator
    /// The spreadsheet program changed the indicator's number.
    MangledIndicator "mangled-indicator" Error row::mangled_indicator
    /// The part is not one of the indicator's.
    UnknownPart "unknown-part" Error row::unknown_part
    /// The cell is not a number.
    NotANumber "not-a-number" Error value::not_a_number
    /// The number can be read in two ways.
    AmbiguousNumber "ambiguous-number" Error value::ambiguous_number
    /// A fraction of what is counted in whole numbers.
    NotAWholeNumber "not-a-whole-number" Error value::not_a_whole_number
    /// A share outside 0 to 100, a negative amount.
    OutOfRange "out-of-range" Error value::out_of_range
    /// Not a value that the indicator can have.
    NotAValue "not-a-value" Error value::not_a_value
    /// A numerator without denominator, or the reverse.
    IncompleteRatio "incomplete-ratio" Error value::incomplete_ratio
    /// A denominator of zero.
    ZeroDenominator "zero-denominator" Error value::zero_denominator
    /// A part larger than the whole.
    NumeratorExceedsDenominator "numerator-exceeds-denominator" Error value::numerator_exceeds_denominator
    /// The value and its ratio differ by more than rounding.
    ValueContradictsRatio "value-contradicts-ratio" Error value::value_contradicts_ratio
    /// The set does not allow `không áp dụng` here.
    NotApplicableNotAllowed "not-applicable-not-allowed" Error value::not_applicable_not_allowed
    /// The same value is given twice.
    DuplicateValue "duplicate-value" Error row::duplicate_value
    /// A number outside what the set calls plausible: a warning, more than ten times
    /// outside an error; or shares that are all fractions of 1.
    ImplausibleValue "implausible-value" Error value::implausible_value
    /// A formula that no program computed.
    NotComputed "not-computed" Error row::not_computed
    /// The cell holds something and shows something else.
    ShownOtherwise "shown-otherwise" Error row::shown_otherwise
    /// A cell of the roster is wrong.
    BadRoster "bad-roster" Error row::bad_roster
    /// A cell of the list of agencies is wrong.
    BadAgencies "bad-agencies" Error row::bad_agencies
    /// A key of the office's own file is wrong.
    BadOffice "bad-office" Error file::bad_office
    /// Nobody leads a criterion or an indicator.
    MissingAgency "missing-agency" Warning warning::missing_agency
    /// A report that this program wrote, among data.
    OwnOutput "own-output" Warning folder::own_output
    /// A file or a folder beside data that is not read.
    PassedOver "passed-over" Warning folder::passed_over
    /// A month before that is not compared with.
    MonthSkipped "month-skipped" Warning folder::month_skipped
    /// A sheet or a file is named after a plan or another voice than its rows.
    NameSaysOtherwise "name-says-otherwise" Warning warning::name_says_otherwise
    /// A verdict of the commune's own that its figures contradict.
    ClaimContradicts "claim-contradicts" Warning warning::claim_contradicts
    /// Communes of the roster that have no row.
    NotReported "not-reported" Warning folder::not_reported
    /// A column that no name fits; its cells are not read.
    UnknownColumn "unknown-column" Warning warning::unknown_column
    /// A value without evidence.
    MissingEvidence "missing-evidence" Warning warning::missing_evidence
    /// No row gives the indicator.
    MissingIndicator "missing-indicator" Warning warning::missing_indicator
    /// Rows, and not one value in them.
    MissingValues "missing-values" Warning warning::missing_values
    /// No row of a level that those of a higher one presuppose.
    MissingLevel "missing-level" Warning warning::missing_level
    /// The document is no longer valid at the period's end.
    ExpiredEvidence "expired-evidence" Warning warning::expired_evidence
    /// The documents of a cell of evidence cannot be told apart.
    UnclearEvidence "unclear-evidence" Warning warning::unclear_evidence
    /// A document that is cited has no file in the folder of evidence.
    EvidenceFileMissing "evidence-file-missing" Warning warning::evidence_file_missing
    /// No indicator cites a file of the folder of evidence.
    EvidenceFileUncited "evidence-file-uncited" Warning warning::evidence_file_uncited
    /// A file of evidence could be that of several documents.
    EvidenceFileAmbiguous "evidence-file-ambiguous" Warning warning::evidence_file_ambiguous
    /// A file of evidence that is cited has no byte.
    EvidenceFileEmpty "evidence-file-empty" Warning warning::evidence_file_empty
    /// What stands in the folder of evidence is a link, which is not followed.
    EvidenceFileLink "evidence-file-link" Warning warning::evidence_file_link
    /// Not met, but met once rounded as the threshold is written.
    NearThreshold "near-threshold" Warning warning::near_threshold
    /// Far from the value of the period before.
    Outlier "outlier" Warning warning::outlier
    /// Parts of an indicator contradict each other.
    PartContradiction "part-contradiction" Warning warning::part_contradiction
    /// A value differs from that of the lower level, which measures the same.
    ContradictsLowerLevel "contradicts-lower-level" Warning warning::contradicts_lower_level
    /// The criteria file is not TOML.
    BadToml "bad-toml" Error criteria::bad_toml
    /// A key that criteria files do not have.
    UnknownKey "unknown-key" Error criteria::unknown_key
    /// A compulsory key is missing.
    MissingKey "missing-key" Error criteria::missing_key
    /// A key has a value that it cannot have.
    BadValue "bad-value" Error criteria::bad_value
    /// Two values for one case.
    TwoValues "two-values" Error criteria::two_values
    /// A threshold without its legal source.
    MissingBasis "missing-basis" Error criteria::missing_basis
    /// A number without its unit.
    MissingUnit "missing-unit" Error criteria::missing_unit
    /// A layer names a set that is not there.
    UnknownSet "unknown-set" Error criteria::unknown_set
    /// A set that presupposes itself, directly or by others.
    CircularSet "circular-set" Error criteria::circular_set
    /// A layer leaves a delegated indicator open without saying so.
    DelegatedOpen "delegated-open" Error criteria::delegated_open
    /// An overlay asks for less than what it overlays.
    LaxerThanBase "laxer-than-base" Error criteria::laxer_than_base
    /// A confirmation of a value that was changed since.
    VoidConfirmation "void-confirmation" Warning criteria::void_confirmation
    /// A confirmation of a day on which nobody can have read the decision.
    ImpossibleConfirmation "impossible-confirmation" Error criteria::impossible_confirmation
    /// A province's overlay that a later one of the same province replaces.
    ReplacedLayer "replaced-layer" Warning criteria::replaced_layer
    /// More faults of a criteria file than are reported one by one.
    MoreFaults "more-faults" Error criteria::more_faults
}

impl Code {
    /// Whether it is of how data was read, and not only of what stands in it: that a value
    /// has no evidence changes no result.
    pub fn is_of_reading(self) -> bool {
        let of_content = [Code::MissingEvidence, Code::UnclearEvidence, Code::ExpiredEvidence];
        !of_content.contains(&self)
    }

    /// Whether, as a warning, it says that a value or a row may have been read wrongly.
    pub(super) fn may_be_misread(self) -> bool {
        matches!(self, Code::SwallowedRows | Code::SplitNumber)
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
