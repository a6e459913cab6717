//! What can differ, with the names under which scripts see it.

use super::super::receipt::{Group, Lacking};
use crate::intake::archive::Oddity;

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The archive cannot be read.
    ArchiveDamaged,
    /// There is no receipt.
    ReceiptMissing,
    /// It cannot be read as a receipt.
    ReceiptDamaged {
        /// Where that is seen, from 1.
        line: usize,
    },
    /// It is of a newer schema than this program knows.
    Newer(String),
    /// What the receipt says is not what its own digest stands for.
    Edited,
    /// Its content is the same, but not its bytes.
    Rewritten,
    /// It has another digest than was given.
    Digest {
        /// The one that was given.
        expected: String,
        /// The one of its content.
        found: String,
    },
    /// It names a path that no receipt of this program has.
    Misnamed(String, Oddity),
    /// It was made by another version of the program.
    Version {
        /// That version.
        made: String,
        here: String,
    },
    /// A file has other bytes.
    Changed(Group, String),
    /// A file is not there.
    Missing(Group, String),
    /// A file is at another place.
    Moved(Group, String, String),
    /// Where a file of the receipt, or nothing, is to be, something else is.
    Odd(Option<Group>, String, Oddity),
    /// A file that the receipt does not know.
    Added(String),
    /// A folder that no file of the receipt lies in.
    AddedFolder(String),
    /// The files of an archive are the same, but not the archive.
    Repacked,
    /// A set that is said to be built into this very version is not.
    OtherSet(String),
    /// A file that was made is not what the inputs give.
    NotGiven(String),
    /// A field of the receipt is not what the inputs give.
    Field(String),
    /// It says that it is no draft, but something stands against handing it in.
    NotFinal(Lacking),
    /// The inputs give no result.
    NoResult,
}

impl Difference {
    /// The word in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            Difference::ArchiveDamaged => "archive-damaged",
            Difference::ReceiptMissing => "receipt-missing",
            Difference::ReceiptDamaged { .. } => "receipt-damaged",
            Difference::Newer(_) | Difference::Version { .. } => "version",
            Difference::Edited => "receipt-edited",
            Difference::Rewritten => "receipt-rewritten",
            Difference::Digest { .. } => "receipt-digest",
            Difference::Misnamed(..) => "receipt-path",
            Difference::Changed(..) => "changed",
            Difference::Missing(..) => "missing",
            Difference::Moved(..) => "moved",
            Difference::Odd(_, _, oddity) => oddity.as_str(),
            Difference::Added(_) | Difference::AddedFolder(_) => "added",
            Difference::Repacked => "repacked",
            Difference::OtherSet(_) => "built-in-set",
            Difference::NotGiven(_) => "not-given",
            Difference::Field(_) => "receipt-field",
            Difference::NotFinal(_) => "not-final",
            Difference::NoResult => "no-result",
        }
    }

    /// Whether it is of something that the verdicts follow from.
    pub fn is_of_source(&self) -> bool {
        let group = match self {
            Difference::Changed(group, _)
            | Difference::Missing(group, _)
            | Difference::Moved(group, _, _)
            | Difference::Odd(Some(group), _, _) => *group,
            _ => return false,
        };
        group != Group::Output
    }

    /// The path of the file that it is of, as the receipt names it.
    pub fn path(&self) -> Option<&str> {
        match self {
            Difference::Misnamed(path, _)
            | Difference::Changed(_, path)
            | Difference::Missing(_, path)
            | Difference::Moved(_, path, _)
            | Difference::Odd(_, path, _)
            | Difference::Added(path)
            | Difference::AddedFolder(path)
            | Difference::NotGiven(path) => Some(path),
            _ => None,
        }
    }
}
