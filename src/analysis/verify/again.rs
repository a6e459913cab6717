//! The receipt compared with the one that the inputs give now.

use super::super::receipt::Receipt;
use super::{ChangedVerdict, Difference};

/// The verdicts of a receipt that are others now.
pub fn verdicts(receipt: &Receipt, now: &Receipt) -> Vec<ChangedVerdict> {
    let (was, now) = (receipt.all_verdicts(), now.all_verdicts());
    let of = |all: &[(String, String)], id: &str| {
        all.iter().find(|(other, _)| other == id).map(|(_, status)| status.clone())
    };
    let gone = was.iter().filter(|(id, _)| of(&now, id).is_none());
    let ids = now.iter().chain(gone).map(|(id, _)| id);
    let turned = ids.map(|id| ChangedVerdict {
        indicator: id.clone(),
        was: of(&was, id),
        now: of(&now, id),
    });
    turned.filter(|turned| turned.was != turned.now).collect()
}

/// The fields of the receipt that are not what the inputs give; without those that say
/// so of files and verdicts, which are told by themselves.
pub fn fields(receipt: &Receipt, now: &Receipt) -> Vec<Difference> {
    const TOLD: [&str; 5] = ["schema", "tool", "outputs", "verdicts", "sha256"];
    let value = |receipt: &Receipt| serde_json::to_value(receipt).unwrap_or_default();
    let (was, other) = (value(receipt), value(now));
    let fields = was.as_object().into_iter().flatten();
    let fields = fields
        .filter(|(name, value)| !TOLD.contains(&name.as_str()) && other.get(name) != Some(value));
    let mut fields: Vec<String> = fields.map(|(name, _)| name.clone()).collect();
    // The same verdicts in another order, or one of them twice, say nothing else one by one.
    if receipt.verdicts != now.verdicts && verdicts(receipt, now).is_empty() {
        fields.push("verdicts".to_owned());
    }
    let own = receipt.sets.iter().any(|set| set.origin == "file");
    if own && !receipt.options.criteria {
        fields.push("options".to_owned());
    }
    fields.into_iter().map(Difference::Field).collect()
}
