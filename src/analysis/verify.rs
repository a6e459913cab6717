//! A dossier compared with its receipt, and its verdicts with what its inputs give.

mod again;
mod difference;
mod files;
mod shifted;

use std::collections::BTreeMap;

use serde_json::Value;

use super::receipt::{Lacking, Receipt, Tool, Unreadable};
use crate::problem::{Code, Location};
use crate::text::Text;

pub use again::{fields, verdicts};
pub use difference::Difference;
pub use files::{Found, Held, files};
pub use shifted::{EXPLAINED, Explained, SCORE, parts, proves};

/// The name of the receipt in a dossier.
pub const RECEIPT: &str = "receipt.json";

/// A verdict that what is there now does not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedVerdict {
    /// The indicator; of a condition of recognition with its level before it, of a title
    /// below the level alone.
    pub indicator: String,
    /// What the receipt says; `None` where it does not have the indicator.
    pub was: Option<String>,
    /// What follows now.
    pub now: Option<String>,
}

/// Something of a part of an indicator that is not what the dossier says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPart {
    pub indicator: String,
    pub part: String,
    /// What it is, by its name in JSON.
    pub field: &'static str,
    /// What the dossier says.
    pub was: Value,
    /// What follows now.
    pub now: Value,
    /// The file of the dossier that says it, and the line where that is known.
    pub place: Option<(String, Option<u64>)>,
}

/// Why the inputs give no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The kind of the problem, where it is one of a file.
    pub code: Option<Code>,
    pub place: Location,
    /// What was found.
    pub message: Text,
}

/// What came of verifying a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// The dossier as the user named it.
    pub path: String,
    /// The digest that the receipt is to have, where one was given.
    pub expected: Option<String>,
    /// Its receipt; `None` where it cannot be read.
    pub receipt: Option<Receipt>,
    pub differences: Vec<Difference>,
    pub verdicts: Vec<ChangedVerdict>,
    /// The values, thresholds and evidence that do.
    pub parts: Vec<ChangedPart>,
    /// The indicators that each file of evidence is cited by.
    pub proves: BTreeMap<String, Vec<String>>,
    /// What stands against handing in now what says that it is no draft.
    pub not_final: Option<Lacking>,
    /// Why there is no result, where there is none.
    pub reasons: Vec<Reason>,
    /// Kept copies of built-in sets that differ from this program's, by their ids.
    pub other_sets: Vec<String>,
}

impl Verification {
    /// Whether the dossier is what its receipt says.
    pub fn is_same(&self) -> bool {
        self.differences.is_empty() && self.verdicts.is_empty() && self.parts.is_empty()
    }
}

/// The receipt of a dossier, or what keeps it from being read. `bytes`: its file, where
/// there is one.
///
/// # Errors
/// When it is not there, damaged, or of a newer schema.
pub fn parse_receipt(bytes: Option<&[u8]>) -> Result<Receipt, Difference> {
    let bytes = bytes.ok_or(Difference::ReceiptMissing)?;
    Receipt::parse(bytes).map_err(|why| match why {
        Unreadable::NotAReceipt { line } => Difference::ReceiptDamaged { line },
        Unreadable::Newer(schema) => Difference::Newer(schema),
    })
}

/// What of the receipt itself differs. `bytes`: its file; `expected`: the digest that it
/// is to have.
pub fn receipt(receipt: &Receipt, bytes: &[u8], expected: Option<&str>) -> Vec<Difference> {
    let mut differences = Vec::new();
    let digest = receipt.digest();
    if digest != receipt.sha256 {
        differences.push(Difference::Edited);
    } else if !receipt.is_written_as(bytes) {
        differences.push(Difference::Rewritten);
    }
    if let Some(expected) = expected.filter(|expected| *expected != digest) {
        differences.push(Difference::Digest { expected: expected.to_owned(), found: digest });
    }
    let misnamed = receipt.misnamed().into_iter();
    differences.extend(misnamed.map(|(path, why)| Difference::Misnamed(path.to_owned(), why)));
    let here = Tool::this();
    if receipt.tool != here {
        let name = |tool: &Tool| format!("{} {}", tool.name, tool.version);
        let (made, here) = (name(&receipt.tool), name(&here));
        differences.push(Difference::Version { made, here });
    }
    differences
}
