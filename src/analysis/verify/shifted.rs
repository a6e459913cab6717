//! What of the parts of indicators differs between the dossier's own documents and those
//! that its inputs give now, with the file that says it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::receipt::Receipt;
use super::ChangedPart;
use crate::distinct::push_once;
use crate::intake::evidence::{CitedDocument, Folder, Proofs, documents};
use crate::law::sha256;

/// The name of the score in a dossier.
pub const SCORE: &str = "score.json";
/// The name of the explanations.
pub const EXPLAINED: &str = "explain.json";

/// The parts of the indicators of one commune, as a document `ntm.explain.v1` or
/// `ntm.score.v1` has them; of what is neither, none.
#[derive(Clone, Debug, Default)]
pub struct Explained(Vec<(String, String, Value)>);

impl Explained {
    /// Reads a document.
    pub fn from_json(bytes: &[u8]) -> Explained {
        let document: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let results = list(&document["communes"][0]["results"]);
        let scored = results.iter().flat_map(|result| list(&result["indicators"]));
        let of_score = scored.map(|indicator| (word(&indicator["id"]), indicator));
        let explained = list(&document["explanations"]).iter();
        let of_chains = explained.map(|one| (word(&one["indicator"]), one));
        let mut parts = Vec::new();
        for (id, indicator) in of_score.chain(of_chains) {
            let own = list(&indicator["parts"]).iter();
            parts.extend(own.map(|part| (id.clone(), word(&part["part"]), part.clone())));
        }
        Explained(parts)
    }

    /// Those of a dossier: of the documents that hold them the one that is what its
    /// receipt says.
    fn from_dossier(receipt: &Receipt, files: &BTreeMap<String, Vec<u8>>) -> Explained {
        let is_whole = |path: &&str| {
            let digest = files.get(*path).map(|bytes| sha256(bytes));
            let own = receipt.outputs.iter().find(|file| file.path == **path);
            digest.is_some() && digest == own.map(|file| file.sha256.clone())
        };
        let whole = [EXPLAINED, SCORE].into_iter().find(is_whole).unwrap_or(SCORE);
        files.get(whole).map(|bytes| Explained::from_json(bytes)).unwrap_or_default()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What of each part of the indicators differs between a dossier, `files`, and what its
/// inputs give `now`.
pub fn parts(
    receipt: &Receipt,
    files: &BTreeMap<String, Vec<u8>>,
    now: &Explained,
) -> Vec<ChangedPart> {
    const FIELDS: [&str; 7] =
        ["value", "numerator", "denominator", "threshold", "confidence", "basis", "evidence"];
    let mut shifted = Vec::new();
    for (indicator, part, was) in Explained::from_dossier(receipt, files).0 {
        let other = now.0.iter().find(|(id, name, _)| *id == indicator && *name == part);
        let Some((_, _, now)) = other else {
            continue;
        };
        for field in FIELDS.into_iter().filter(|field| was[*field] != now[*field]) {
            let place = place(receipt, field, now).or_else(|| place(receipt, field, &was));
            let (indicator, part) = (indicator.clone(), part.clone());
            let (was, now) = (was[field].clone(), now[field].clone());
            shifted.push(ChangedPart { indicator, part, field, was, now, place });
        }
    }
    shifted
}

/// The file that says something of a part: a threshold's set, or the row of the value.
fn place(receipt: &Receipt, field: &str, part: &Value) -> Option<(String, Option<u64>)> {
    if ["threshold", "confidence", "basis"].contains(&field) {
        let given_by = part["given_by"].as_str()?;
        let set = receipt.sets.iter().find(|set| set.id == given_by)?;
        return Some((set.path.clone(), None));
    }
    let rows = list(&part["written"]);
    let row = rows.iter().find(|row| row["fate"] == "used").or(rows.first())?;
    Some((row["file"].as_str()?.to_owned(), row["line"].as_u64()))
}

/// The indicators that cite each file of evidence.
pub fn proves(receipt: &Receipt, now: &Explained) -> BTreeMap<String, Vec<String>> {
    let folder = Folder::new(receipt.evidence.iter().map(|file| file.path.clone()));
    fn cited(part: &Value) -> Vec<CitedDocument<'_>> {
        let names = documents(&[part["evidence"].as_str()]);
        names.into_iter().map(|name| CitedDocument::new(name, None)).collect()
    }
    // What is kept is the one commune's: that was seen when it was gathered.
    let all = now.0.iter().flat_map(|(_, _, part)| cited(part));
    let proofs = Proofs::new(&folder, None, all.map(|document| (0, document)));
    let mut proves: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (indicator, _, part) in &now.0 {
        for document in cited(part) {
            for file in proofs.files_of(0, document) {
                let indicators = proves.entry(file.to_owned()).or_default();
                push_once(indicators, indicator.clone());
            }
        }
    }
    proves
}
