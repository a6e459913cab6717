//! A difference in words: of what it is, and what it is.

use crate::analysis::receipt::{Group, Lacking, MOST_MB};
use crate::analysis::verify::Difference;
use crate::intake::archive::Oddity;
use crate::text::{Text, verify as say};

/// What a difference is of, and what it is.
pub(super) fn described(difference: &Difference) -> (Text, Text) {
    match difference {
        Difference::ArchiveDamaged => (say::of_archive(), say::archive_damaged()),
        Difference::ReceiptMissing => (say::of_receipt(), say::receipt_missing()),
        Difference::ReceiptDamaged { line } => (say::of_receipt(), say::receipt_damaged(line)),
        Difference::Newer(schema) => (say::of_version(), say::newer_receipt(schema)),
        Difference::Edited => (say::of_receipt(), say::receipt_edited()),
        Difference::Rewritten => (say::of_receipt(), say::receipt_rewritten()),
        Difference::Digest { expected, found } => {
            (say::of_receipt(), say::other_digest(expected, found))
        }
        Difference::Misnamed(path, Oddity::Twice) => (say::of_receipt(), say::names_twice(path)),
        Difference::Misnamed(path, _) => {
            (say::of_receipt(), say::names_outside(path.escape_default()))
        }
        Difference::Version { made, here } => (say::of_version(), say::other_version(made, here)),
        Difference::Changed(group, path) => (group_words(*group), say::file_changed(path)),
        Difference::Missing(group, path) => (group_words(*group), say::file_missing(path)),
        Difference::Moved(group, from, to) => (group_words(*group), say::file_moved(from, to)),
        Difference::Odd(group, path, oddity) => {
            (group.map_or_else(say::of_other, group_words), oddity_words(path, *oddity))
        }
        Difference::Added(path) => (say::of_other(), say::file_added(path)),
        Difference::AddedFolder(path) => (say::of_other(), say::folder_added(path)),
        Difference::Repacked => (say::of_archive(), say::repacked()),
        Difference::OtherSet(id) => (say::of_set(), say::not_built_in(id)),
        Difference::NotGiven(path) => (say::of_output(), say::not_given(path)),
        Difference::Field(name) => (say::of_receipt(), say::field_differs(name)),
        Difference::NotFinal(lacking) => (say::of_receipt(), say::not_final(counts(lacking))),
        Difference::NoResult => (say::of_output(), say::no_result()),
    }
}

/// What stands against handing it in now.
pub(super) fn counts(lacking: &Lacking) -> Text {
    let Lacking { verdicts, conditions, thresholds, below, .. } = lacking;
    let evidence = lacking.evidence + lacking.expired + lacking.files + lacking.unclear;
    say::lacking_counts(verdicts, conditions, thresholds, evidence, below)
}

fn group_words(group: Group) -> Text {
    match group {
        Group::Input => say::of_input(),
        Group::Set => say::of_set(),
        Group::Evidence => say::of_evidence(),
        Group::Output => say::of_output(),
    }
}

fn oddity_words(path: &str, oddity: Oddity) -> Text {
    match oddity {
        Oddity::Outside => say::is_outside(path.escape_default()),
        Oddity::Twice => say::is_twice(path),
        Oddity::Link => say::is_link(path),
        Oddity::Folder => say::is_folder(path),
        Oddity::Special => say::is_special(path),
        Oddity::TooLarge => say::is_too_large(path, MOST_MB),
        Oddity::Unreadable => say::is_unreadable(path),
    }
}
