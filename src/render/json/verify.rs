//! `ntm.verify.v1`.

use serde::Serialize;
use serde_json::Value;

use super::line;
use crate::analysis::receipt::{Commune, Group, Lacking, Tool};
use crate::analysis::verify::{self, Difference, Verification};
use crate::text::Lang;

#[derive(Serialize)]
struct VerifyDocument<'a> {
    schema: &'static str,
    tool: Tool,
    same: bool,
    receipt: Option<ReceiptEntry<'a>>,
    differences: Vec<DifferenceEntry<'a>>,
    verdicts: Vec<VerdictEntry<'a>>,
    parts: Vec<PartEntry<'a>>,
    not_final: Option<&'a Lacking>,
    reasons: Vec<ReasonEntry<'a>>,
    other_built_in_sets: &'a [String],
}

#[derive(Serialize)]
struct ReceiptEntry<'a> {
    tool: &'a Tool,
    period: &'a str,
    level: &'a str,
    source: &'a str,
    commune: &'a Commune,
    draft: bool,
    sha256: &'a str,
}

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

#[derive(Serialize)]
struct VerdictEntry<'a> {
    indicator: &'a str,
    was: Option<&'a str>,
    now: Option<&'a str>,
}

#[derive(Serialize)]
struct PartEntry<'a> {
    indicator: &'a str,
    part: &'a str,
    field: &'static str,
    was: &'a Value,
    now: &'a Value,
    file: Option<&'a str>,
    line: Option<u64>,
}

/// Why there is no result.
#[derive(Serialize)]
struct ReasonEntry<'a> {
    code: Option<&'static str>,
    file: Option<&'a str>,
    line: Option<u64>,
    column: Option<&'static str>,
    message: &'a str,
}

/// What came of verifying a dossier, as one line of JSON.
pub fn verify(verified: &Verification) -> String {
    let entries = verified.differences.iter().map(|difference| {
        let proved = difference.path().and_then(|path| verified.proves.get(path));
        DifferenceEntry { indicators: proved.map(Vec::as_slice), ..entry(difference) }
    });
    line(&VerifyDocument {
        schema: "ntm.verify.v1",
        tool: Tool::this(),
        same: verified.is_same(),
        receipt: verified.receipt.as_ref().map(|receipt| ReceiptEntry {
            tool: &receipt.tool,
            period: &receipt.period,
            level: &receipt.level,
            source: &receipt.source,
            commune: &receipt.commune,
            draft: receipt.draft,
            sha256: &receipt.sha256,
        }),
        differences: entries.collect(),
        verdicts: verified.verdicts.iter().map(turned).collect(),
        parts: verified.parts.iter().map(shifted).collect(),
        not_final: verified.not_final.as_ref(),
        reasons: verified.reasons.iter().map(reason).collect(),
        other_built_in_sets: &verified.other_sets,
    })
}

fn turned(turned: &verify::ChangedVerdict) -> VerdictEntry<'_> {
    VerdictEntry {
        indicator: &turned.indicator,
        was: turned.was.as_deref(),
        now: turned.now.as_deref(),
    }
}

fn shifted(shifted: &verify::ChangedPart) -> PartEntry<'_> {
    PartEntry {
        indicator: &shifted.indicator,
        part: &shifted.part,
        field: shifted.field,
        was: &shifted.was,
        now: &shifted.now,
        file: shifted.place.as_ref().map(|(file, _)| file.as_str()),
        line: shifted.place.as_ref().and_then(|(_, line)| *line),
    }
}

/// Messages are in Vietnamese, as everywhere in JSON.
fn reason(reason: &verify::Reason) -> ReasonEntry<'_> {
    ReasonEntry {
        code: reason.code.map(|code| code.as_str()),
        file: Some(reason.place.file.as_str()).filter(|file| !file.is_empty()),
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
