//! `ntm.verify.v1`.

use serde::Serialize;

use super::line;
use super::object::{Object, object};
use crate::analysis::receipt::{Group, Tool};
use crate::analysis::verify::{self, Difference, Verification};
use crate::text::Lang;

#[derive(Default, Serialize)]
struct DifferenceEntry<'a> {
    what: &'static str,
    group: Option<&'static str>,
    path: Option<&'a str>,
    to: Option<&'a str>,
    field: Option<&'a str>,
    made_by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'a str>,
    /// What a file of evidence proves.
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<&'a [String]>,
}

/// What came of verifying a dossier, as one line of JSON.
pub fn verify(verified: &Verification) -> String {
    let entries = verified.differences.iter().map(|difference| {
        let proved = difference.path().and_then(|path| verified.proves.get(path));
        DifferenceEntry { indicators: proved.map(Vec::as_slice), ..entry(difference) }
    });
    let receipt = verified.receipt.as_ref().map(|receipt| {
        object! {
            tool: &receipt.tool,
            period: &receipt.period,
            level: &receipt.level,
            source: &receipt.source,
            commune: &receipt.commune,
            draft: receipt.draft,
            sha256: &receipt.sha256,
        }
    });
    let verdicts = verified.verdicts.iter().map(|turned| {
        object! { indicator: &turned.indicator, was: &turned.was, now: &turned.now }
    });
    line(&object! {
        schema: "ntm.verify.v1",
        tool: Tool::this(),
        same: verified.is_same(),
        receipt,
        differences: entries.collect::<Vec<_>>(),
        verdicts: verdicts.collect::<Vec<_>>(),
        parts: verified.parts.iter().map(shifted).collect::<Vec<_>>(),
        not_final: &verified.not_final,
        reasons: verified.reasons.iter().map(reason).collect::<Vec<_>>(),
        other_built_in_sets: &verified.other_sets,
    })
}

fn shifted(shifted: &verify::ChangedPart) -> impl Object {
    let place = shifted.place.as_ref();
    object! {
        indicator: &shifted.indicator,
        part: &shifted.part,
        field: shifted.field,
        was: &shifted.was,
        now: &shifted.now,
        file: place.map(|(file, _)| file),
        line: place.and_then(|(_, line)| *line),
    }
}

/// Why there is no result. Messages are in Vietnamese, as everywhere in JSON.
fn reason(reason: &verify::Reason) -> impl Object {
    object! {
        code: reason.code,
        file: Some(&reason.place.file).filter(|file| !file.is_empty()),
        line: reason.place.line,
        column: reason.place.column,
        message: reason.message.get(Lang::Vi),
    }
}

fn entry(difference: &Difference) -> DifferenceEntry<'_> {
    let bare = DifferenceEntry {
        what: difference.as_str(),
        path: difference.path(),
        ..DifferenceEntry::default()
    };
    let of = |group: &Group| Some(group.as_str());
    match difference {
        Difference::Changed(group, _) | Difference::Missing(group, _) => {
            DifferenceEntry { group: of(group), ..bare }
        }
        Difference::Moved(group, _, to) => {
            DifferenceEntry { group: of(group), to: Some(to), ..bare }
        }
        Difference::Odd(group, _, _) => DifferenceEntry { group: group.map(Group::as_str), ..bare },
        Difference::Misnamed(_, why) => DifferenceEntry { why: Some(why.as_str()), ..bare },
        Difference::OtherSet(id) => {
            DifferenceEntry { group: of(&Group::Set), field: Some(id), ..bare }
        }
        Difference::NotGiven(_) => DifferenceEntry { group: of(&Group::Output), ..bare },
        Difference::Field(name) => DifferenceEntry { field: Some(name), ..bare },
        Difference::NotFinal(_) => DifferenceEntry { field: Some("draft"), ..bare },
        Difference::Version { made, .. } => DifferenceEntry { made_by: Some(made), ..bare },
        Difference::Newer(schema) => {
            DifferenceEntry { field: Some("schema"), found: Some(schema), ..bare }
        }
        Difference::ReceiptDamaged { line } => DifferenceEntry { line: Some(*line), ..bare },
        Difference::Digest { expected, found } => {
            DifferenceEntry { expected: Some(expected), found: Some(found), ..bare }
        }
        Difference::ArchiveDamaged
        | Difference::ReceiptMissing
        | Difference::Edited
        | Difference::Rewritten
        | Difference::Added(_)
        | Difference::AddedFolder(_)
        | Difference::Repacked
        | Difference::NoResult => bare,
    }
}
