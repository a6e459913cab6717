//! A dossier held against its receipt, and its verdicts against what its inputs give.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::receipt::{Group, Receipt, Tool};

/// The name of the receipt in a dossier.
pub const RECEIPT: &str = "receipt.json";

/// A file of a dossier as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many bytes it has.
    pub size: u64,
    /// Their SHA-256; `None` for what is no file, such as a link.
    pub sha256: Option<String>,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// What the receipt says is not what its own digest stands for.
    Edited,
    /// Its content is the same, but not its bytes.
    Rewritten,
    /// It was made by another version of the program.
    Version {
        /// That version.
        made: String,
        /// This one.
        here: String,
    },
    /// A file has other bytes.
    Changed(Group, String),
    /// A file is not there.
    Missing(Group, String),
    /// A file is at another place.
    Moved(Group, String, String),
    /// A file that the receipt does not know.
    Added(String),
    /// The files of an archive are the same, but not the archive.
    Repacked,
    /// A file that was made is not what the inputs give.
    NotGiven(String),
    /// A field of the receipt is not what the inputs give.
    Field(String),
    /// The inputs give no result.
    NoResult,
}

impl Difference {
    /// The word in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            Difference::Edited => "receipt-edited",
            Difference::Rewritten => "receipt-rewritten",
            Difference::Version { .. } => "version",
            Difference::Changed(..) => "changed",
            Difference::Missing(..) => "missing",
            Difference::Moved(..) => "moved",
            Difference::Added(_) => "added",
            Difference::Repacked => "repacked",
            Difference::NotGiven(_) => "not-given",
            Difference::Field(_) => "receipt-field",
            Difference::NoResult => "no-result",
        }
    }

    /// Whether it is of something that the verdicts follow from.
    pub fn is_of_source(&self) -> bool {
        let group = match self {
            Difference::Changed(group, _)
            | Difference::Missing(group, _)
            | Difference::Moved(group, _, _) => *group,
            _ => return false,
        };
        group != Group::Output
    }
}

/// A verdict that what is there now does not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
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
pub struct Shifted {
    /// The indicator.
    pub indicator: String,
    /// The part.
    pub part: String,
    /// What it is, by its name in JSON.
    pub field: &'static str,
    /// What the dossier says.
    pub was: Value,
    /// What follows now.
    pub now: Value,
}

/// What came of verifying a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Its receipt.
    pub receipt: Receipt,
    /// What differs.
    pub differences: Vec<Difference>,
    /// The verdicts that change.
    pub verdicts: Vec<Turned>,
    /// The values, thresholds and evidence that do.
    pub parts: Vec<Shifted>,
    /// Kept copies of built-in sets that differ from this program's, by their ids.
    pub other_sets: Vec<String>,
}

impl Verification {
    /// Whether the dossier is what its receipt says.
    pub fn is_same(&self) -> bool {
        self.differences.is_empty() && self.verdicts.is_empty() && self.parts.is_empty()
    }
}

/// What of the receipt itself differs. `bytes`: its file.
pub fn receipt(receipt: &Receipt, bytes: &[u8]) -> Vec<Difference> {
    let mut differences = Vec::new();
    if receipt.digest() != receipt.sha256 {
        differences.push(Difference::Edited);
    } else if receipt.canonical() != bytes {
        differences.push(Difference::Rewritten);
    }
    let here = Tool::this();
    if receipt.tool != here {
        let name = |tool: &Tool| format!("{} {}", tool.name, tool.version);
        let (made, here) = (name(&receipt.tool), name(&here));
        differences.push(Difference::Version { made, here });
    }
    differences
}

/// What of the files differs from what the receipt says of them. `found`: the files but
/// the receipt, by their paths.
pub fn files(receipt: &Receipt, found: &BTreeMap<String, Found>) -> Vec<Difference> {
    let known: BTreeSet<&str> = receipt.files().map(|(_, path, _, _)| path).collect();
    let added = found.iter().filter(|(path, _)| !known.contains(path.as_str()));
    let mut added: BTreeMap<&str, &Found> =
        added.map(|(path, file)| (path.as_str(), file)).collect();
    let mut differences = Vec::new();
    for (group, path, size, sha256) in receipt.files() {
        let same = |file: &Found| file.size == size && file.sha256.as_deref() == Some(sha256);
        let path = path.to_owned();
        match found.get(&path) {
            Some(file) if same(file) => {}
            Some(_) => differences.push(Difference::Changed(group, path)),
            None => {
                let other = added.iter().find(|(_, file)| same(file)).map(|(path, _)| *path);
                differences.push(match other {
                    Some(other) => {
                        added.remove(other);
                        Difference::Moved(group, path, other.to_owned())
                    }
                    None => Difference::Missing(group, path),
                });
            }
        }
    }
    differences.extend(added.keys().map(|path| Difference::Added((*path).to_owned())));
    differences
}

/// The verdicts of a receipt that are others now.
pub fn verdicts(receipt: &Receipt, now: &Receipt) -> Vec<Turned> {
    let (was, now) = (receipt.all_verdicts(), now.all_verdicts());
    let of = |all: &[(String, String)], id: &str| {
        all.iter().find(|(other, _)| other == id).map(|(_, status)| status.clone())
    };
    let gone = was.iter().filter(|(id, _)| of(&now, id).is_none());
    let ids = now.iter().chain(gone).map(|(id, _)| id);
    let turned =
        ids.map(|id| Turned { indicator: id.clone(), was: of(&was, id), now: of(&now, id) });
    turned.filter(|turned| turned.was != turned.now).collect()
}

/// The fields of the receipt that are not what the inputs give; without those that say
/// so of files and verdicts, which are told by themselves.
pub fn fields(receipt: &Receipt, now: &Receipt) -> Vec<Difference> {
    const TOLD: [&str; 7] =
        ["schema", "tool", "inputs", "evidence", "outputs", "verdicts", "sha256"];
    let value = |receipt: &Receipt| serde_json::to_value(receipt).unwrap_or_default();
    let (was, now) = (value(receipt), value(now));
    let fields = was.as_object().into_iter().flatten();
    let fields = fields
        .filter(|(name, value)| !TOLD.contains(&name.as_str()) && now.get(name) != Some(value));
    fields.map(|(name, _)| Difference::Field(name.clone())).collect()
}

/// What of each part of the indicators differs between two documents `ntm.score.v1` of
/// one commune. Of what is none, nothing.
pub fn parts(was: &[u8], now: &[u8]) -> Vec<Shifted> {
    const FIELDS: [&str; 7] =
        ["value", "numerator", "denominator", "threshold", "confidence", "basis", "evidence"];
    let read = |bytes: &[u8]| -> Vec<(String, String, Value)> {
        let value: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
        let mut parts = Vec::new();
        for criterion in list(&value["communes"][0], "results") {
            for indicator in list(&criterion, "indicators") {
                for part in list(&indicator, "parts") {
                    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                    parts.push((word(&indicator["id"]), word(&part["part"]), part));
                }
            }
        }
        parts
    };
    let now = read(now);
    let mut shifted = Vec::new();
    for (indicator, part, was) in read(was) {
        let other = now.iter().find(|(id, name, _)| *id == indicator && *name == part);
        let Some((_, _, now)) = other else {
            continue;
        };
        for field in FIELDS.into_iter().filter(|field| was[*field] != now[*field]) {
            let (indicator, part) = (indicator.clone(), part.clone());
            let (was, now) = (was[field].clone(), now[field].clone());
            shifted.push(Shifted { indicator, part, field, was, now });
        }
    }
    shifted
}
