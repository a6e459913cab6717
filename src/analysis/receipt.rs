//! What a dossier was made of and what came out: the receipt that goes with it. Its
//! content has one form only, so that a changed byte is seen.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::intake::archive::Oddity;
use crate::law::{Level, sha256};
use crate::named::named;
use crate::score::{Status, ThresholdCounts};
use crate::visible::escaped;

/// The schema of receipts.
pub const SCHEMA: &str = "ntm.receipt.v1";
/// Its name without the version.
const FAMILY: &str = "ntm.receipt.v";
/// The most megabytes of a dossier, unpacked.
pub const MOST_MB: u64 = 256;
/// The same in bytes.
pub const MOST_BYTES: u64 = MOST_MB << 20;

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`SCHEMA`].
    pub schema: String,
    /// The program that made the dossier.
    pub tool: Tool,
    pub period: String,
    pub level: String,
    /// Whose word was taken.
    pub source: String,
    pub commune: Commune,
    /// Whether it was made although something stood against it.
    pub draft: bool,
    pub options: Options,
    pub inputs: Vec<Input>,
    /// The criteria files, those of the program too.
    pub sets: Vec<SetFile>,
    pub evidence: Vec<File>,
    pub outputs: Vec<File>,
    pub achieved: bool,
    /// How many indicators have each status.
    pub counts: Counts,
    /// How many indicators rest on thresholds of each confidence.
    pub thresholds: ThresholdCounts,
    /// What stands against handing it in.
    pub lacking: Lacking,
    /// What the data says against itself.
    pub contradictions: Contradictions,
    /// The titles below, lowest first.
    pub below: Vec<Below>,
    /// The conditions of recognition; `None` where no set of them is in force or they were
    /// left out.
    pub recognition: Option<Recognition>,
    /// The verdict on each indicator, in the order of the set.
    pub verdicts: Verdicts,
    /// The SHA-256 of all that stands above.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
}

/// A program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub name: String,
    pub version: String,
}

impl Tool {
    /// This program.
    pub fn this() -> Tool {
        let (name, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
        Tool { name: name.to_owned(), version: version.to_owned() }
    }
}

/// A commune.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commune {
    pub code: String,
    pub name: String,
}

/// How the inputs were read and the pages written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The decimal mark of every file, where it was given.
    pub decimal: Option<String>,
    /// Whether faulty cells were taken as missing.
    pub lenient: bool,
    /// The language of the pages.
    pub lang: String,
    /// Whether there was a folder of own criteria.
    pub criteria: bool,
    /// Whether there was a folder of evidence.
    pub evidence: bool,
    /// Whether the conditions of recognition were left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub figures_only: bool,
    /// The faulty files that speak of other communes alone, and were left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
}

/// A file in which something is wrong that cannot touch the commune.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Its name.
    pub file: String,
    /// How many faults it has.
    pub faults: usize,
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The list of communes.
    Roster,
    /// Values.
    Data,
    /// Whose letters the pages are.
    Office,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// Its path in the dossier.
    pub path: String,
    pub role: Role,
    /// The period that the name of its folder gave.
    pub period: Option<String>,
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// A criteria file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFile {
    /// Its path in the dossier.
    pub path: String,
    /// The id of the set.
    pub id: String,
    /// Built in or a file.
    pub origin: String,
    /// Whether the verdicts rest on it.
    pub used: bool,
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its path in the dossier.
    pub path: String,
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

impl File {
    /// A file by its content.
    pub fn from_bytes(path: &str, bytes: &[u8]) -> File {
        File { path: path.to_owned(), size: bytes.len() as u64, sha256: sha256(bytes) }
    }
}

/// How many indicators have each status; `met` counts those that do not apply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    pub met: usize,
    pub not_met: usize,
    /// Without value.
    pub missing: usize,
    /// Without threshold.
    pub undetermined: usize,
    /// How many of the met do not apply.
    pub not_applicable: usize,
    pub total: usize,
}

/// How much stands against handing it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lacking {
    /// Indicators that are not met, or do not name what is to be named.
    pub verdicts: usize,
    /// Thresholds that are not confirmed, of the titles below too, and rules of columns
    /// and required sets.
    pub thresholds: usize,
    /// Values without evidence, and indicators and conditions with such beside the title.
    pub evidence: usize,
    /// Documents that had expired when the period ended.
    pub expired: usize,
    /// Documents without file.
    pub files: usize,
    /// Titles below whose criteria are not met.
    pub below: usize,
    /// Faults of the data that were taken as missing.
    pub faults: usize,
    /// Conditions of recognition that are not met.
    #[serde(default, skip_serializing_if = "is_none")]
    pub conditions: usize,
    /// Cells of evidence that may cite one document or several.
    #[serde(default, skip_serializing_if = "is_none")]
    pub unclear: usize,
}

/// Earlier receipts do not tell of it.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// How often the data says one thing and another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradictions {
    /// Between two levels that measure the same.
    pub levels: usize,
    /// Between the parts of an indicator.
    pub parts: usize,
}

/// A title below, as its own rows judge it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Below {
    /// The title.
    pub level: String,
    /// The set that it was judged by; `None` where the commune has not reported.
    pub set: Option<String>,
    /// Whether its criteria and those of the titles below it are met.
    pub achieved: bool,
    /// The indicators that are open.
    pub open: Vec<String>,
}

/// The conditions of recognition for the title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recognition {
    pub set: String,
    /// Whether recognition may be asked for: all criteria, those of the titles below and
    /// every condition are met.
    pub eligible: bool,
    /// The verdict on each condition.
    pub verdicts: Verdicts,
}

/// Indicators with their status, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts(pub Vec<(String, String)>);

impl Serialize for Verdicts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, status)| (id, status)))
    }
}

impl<'de> Deserialize<'de> for Verdicts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Verdicts, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Verdicts;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("indicators with their status")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Verdicts, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Verdicts(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// Why something is no receipt that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or not that of a receipt; where that is seen.
    NotAReceipt {
        /// The line, from 1.
        line: usize,
    },
    /// It is of a newer schema than this program knows.
    Newer(String),
}

impl Receipt {
    /// The bytes of its file, with the digest of its content at the end.
    pub fn sealed(mut self) -> (Receipt, Vec<u8>) {
        self.sha256 = self.digest();
        let bytes = self.written();
        (self, bytes)
    }

    /// The SHA-256 of everything but itself.
    pub fn digest(&self) -> String {
        let open = Receipt { sha256: String::new(), ..self.clone() };
        sha256(&open.canonical())
    }

    /// The one form of its content.
    pub fn canonical(&self) -> Vec<u8> {
        // Writing to memory fails only for values that these types cannot hold.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The same as it is written: what a terminal must not be given is escaped.
    fn written(&self) -> Vec<u8> {
        let canonical = self.canonical();
        match std::str::from_utf8(&canonical).map(escaped) {
            Ok(Cow::Owned(safe)) => safe.into_bytes(),
            _ => canonical,
        }
    }

    /// Whether bytes are what this program writes of it, now or before it escaped anything.
    pub(crate) fn is_written_as(&self, bytes: &[u8]) -> bool {
        self.written() == bytes || self.canonical() == bytes
    }

    /// Reads a receipt.
    ///
    /// # Errors
    /// When it is none, or of a schema that this program does not know.
    pub fn parse(bytes: &[u8]) -> Result<Receipt, Unreadable> {
        let none = |why: serde_json::Error| Unreadable::NotAReceipt { line: why.line().max(1) };
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(none)?;
        let schema = value.get("schema").and_then(serde_json::Value::as_str).unwrap_or_default();
        if schema != SCHEMA {
            let version = schema.strip_prefix(FAMILY).and_then(|v| v.parse::<u32>().ok());
            return Err(match version {
                Some(version) if version > 1 => Unreadable::Newer(schema.to_owned()),
                // The schema is the first that it says.
                _ => Unreadable::NotAReceipt { line: 1 },
            });
        }
        serde_json::from_slice(bytes).map_err(none)
    }

    /// The paths that no receipt of this program has: they lead out of the dossier, or
    /// are there twice.
    pub fn misnamed(&self) -> BTreeMap<&str, Oddity> {
        let (mut seen, mut misnamed) = (BTreeSet::new(), BTreeMap::new());
        for (_, path, _, _) in self.files() {
            if !is_safe(path) {
                misnamed.insert(path, Oddity::Outside);
            } else if !seen.insert(path) {
                misnamed.insert(path, Oddity::Twice);
            }
        }
        misnamed
    }

    /// Every verdict: on the indicators, on the conditions of recognition under their level
    /// (`cong-nhan 2.1`), and on the titles below under theirs.
    pub fn all_verdicts(&self) -> Vec<(String, String)> {
        let mut all = self.verdicts.0.clone();
        let conditions = self.recognition.iter().flat_map(|recognition| &recognition.verdicts.0);
        let level = Level::Recognition.as_str();
        all.extend(conditions.map(|(id, status)| (format!("{level} {id}"), status.clone())));
        let title = |below: &Below| {
            let status = if below.achieved { Status::Met } else { Status::NotMet };
            (below.level.clone(), status.as_str().to_owned())
        };
        all.extend(self.below.iter().map(title));
        all
    }

    /// All files but its own: what each is, its path, size and SHA-256.
    pub fn files(&self) -> impl Iterator<Item = (Group, &str, u64, &str)> {
        let inputs = self.inputs.iter().map(|f| (Group::Input, &*f.path, f.size, &*f.sha256));
        let sets = self.sets.iter().map(|f| (Group::Set, &*f.path, f.size, &*f.sha256));
        let evidence =
            self.evidence.iter().map(|f| (Group::Evidence, &*f.path, f.size, &*f.sha256));
        let outputs = self.outputs.iter().map(|f| (Group::Output, &*f.path, f.size, &*f.sha256));
        inputs.chain(sets).chain(evidence).chain(outputs)
    }
}

named! {
    /// What a file of a dossier is.
    pub Group {
        /// It was read.
        Input "input"
        /// It is a criteria set.
        Set "set"
        Evidence "evidence"
        /// It was made.
        Output "output"
    }
}

/// Whether a path stays in its folder, under any system.
pub fn is_safe(path: &str) -> bool {
    let safe = |part: &str| {
        !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0'])
    };
    path.split('/').all(safe)
}
