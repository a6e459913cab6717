//! `ntm.verify.v1`.

use super::line;
use super::object::{Object, Present, object};
use crate::analysis::receipt::{Group, Tool};
use crate::analysis::verify::{self, Difference, Verification};
use crate::text::Lang;

/// What came of verifying a dossier, as one line of JSON.
pub fn verify(verified: &Verification) -> String {
    let entries = verified.differences.iter().map(|difference| entry(difference, verified));
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

fn entry(difference: &Difference, verified: &Verification) -> impl Object {
    let (mut group, mut field, mut found, mut expected, mut line) = (None, None, None, None, None);
    let (mut to, mut made_by, mut why) = (None, None, None);
    match difference {
        Difference::Changed(of, _) | Difference::Missing(of, _) => group = Some(*of),
        Difference::Moved(of, _, place) => (group, to) = (Some(*of), Some(place)),
        Difference::Odd(of, _, _) => group = *of,
        Difference::Misnamed(_, oddity) => why = Some(*oddity),
        Difference::OtherSet(id) => (group, field) = (Some(Group::Set), Some(id.as_str())),
        Difference::NotGiven(_) => group = Some(Group::Output),
        Difference::Field(name) => field = Some(name.as_str()),
        Difference::NotFinal(_) => field = Some("draft"),
        Difference::Version { made, .. } => made_by = Some(made),
        Difference::Newer(schema) => (field, found) = (Some("schema"), Some(schema)),
        Difference::ReceiptDamaged { line: seen } => line = Some(*seen),
        Difference::Digest { expected: given, found: own } => {
            (expected, found) = (Some(given), Some(own));
        }
        Difference::ArchiveDamaged
        | Difference::ReceiptMissing
        | Difference::Edited
        | Difference::Rewritten
        | Difference::Added(_)
        | Difference::AddedFolder(_)
        | Difference::Repacked
        | Difference::NoResult => {}
    }
    object! {
        what: difference.as_str(),
        group,
        path: difference.path(),
        to,
        field,
        made_by,
        why: Present(why),
        line: Present(line),
        expected: Present(expected),
        found: Present(found),
        // What a file of evidence proves.
        indicators: Present(difference.path().and_then(|path| verified.proves.get(path))),
    }
}
