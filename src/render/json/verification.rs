//! `ntm.verify.v1`.

use serde::Serialize;
use serde_json::Value;

use super::line;
use crate::analysis::receipt::{Commune, Group, Tool};
use crate::analysis::verification::{Difference, Verification};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: Tool,
    same: bool,
    receipt: Receipt<'a>,
    differences: Vec<Entry<'a>>,
    verdicts: Vec<Turned<'a>>,
    parts: Vec<Shifted<'a>>,
    other_built_in_sets: &'a [String],
}

#[derive(Serialize)]
struct Receipt<'a> {
    tool: &'a Tool,
    period: &'a str,
    level: &'a str,
    source: &'a str,
    commune: &'a Commune,
    draft: bool,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    what: &'static str,
    group: Option<&'static str>,
    path: Option<&'a str>,
    to: Option<&'a str>,
    field: Option<&'a str>,
    made_by: Option<&'a str>,
}

#[derive(Serialize)]
struct Turned<'a> {
    indicator: &'a str,
    was: Option<&'a str>,
    now: Option<&'a str>,
}

#[derive(Serialize)]
struct Shifted<'a> {
    indicator: &'a str,
    part: &'a str,
    field: &'static str,
    was: &'a Value,
    now: &'a Value,
}

/// What came of verifying a dossier, as one line of JSON.
pub fn verification(verified: &Verification) -> String {
    let receipt = &verified.receipt;
    line(&Document {
        schema: "ntm.verify.v1",
        tool: Tool::this(),
        same: verified.is_same(),
        receipt: Receipt {
            tool: &receipt.tool,
            period: &receipt.period,
            level: &receipt.level,
            source: &receipt.source,
            commune: &receipt.commune,
            draft: receipt.draft,
            sha256: &receipt.sha256,
        },
        differences: verified.differences.iter().map(entry).collect(),
        verdicts: verified
            .verdicts
            .iter()
            .map(|turned| Turned {
                indicator: &turned.indicator,
                was: turned.was.as_deref(),
                now: turned.now.as_deref(),
            })
            .collect(),
        parts: verified
            .parts
            .iter()
            .map(|shifted| Shifted {
                indicator: &shifted.indicator,
                part: &shifted.part,
                field: shifted.field,
                was: &shifted.was,
                now: &shifted.now,
            })
            .collect(),
        other_built_in_sets: &verified.other_sets,
    })
}

fn entry(difference: &Difference) -> Entry<'_> {
    let bare = Entry {
        what: difference.as_str(),
        group: None,
        path: None,
        to: None,
        field: None,
        made_by: None,
    };
    let of = |group: &Group| Some(group.as_str());
    match difference {
        Difference::Changed(group, path) | Difference::Missing(group, path) => {
            Entry { group: of(group), path: Some(path), ..bare }
        }
        Difference::Moved(group, path, to) => {
            Entry { group: of(group), path: Some(path), to: Some(to), ..bare }
        }
        Difference::Added(path) => Entry { path: Some(path), ..bare },
        Difference::NotGiven(path) => Entry { group: of(&Group::Output), path: Some(path), ..bare },
        Difference::Field(name) => Entry { field: Some(name), ..bare },
        Difference::Version { made, .. } => Entry { made_by: Some(made), ..bare },
        Difference::Edited
        | Difference::Rewritten
        | Difference::Repacked
        | Difference::NoResult => bare,
    }
}
