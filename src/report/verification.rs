//! What came of verifying a dossier.

use serde_json::Value;

use super::{Cell, Page, Table, Tone, column, unbroken, wide, words};
use crate::analysis::receipt::Group;
use crate::analysis::verification::{Difference, Shifted, Turned, Verification};
use crate::exact::Exact;
use crate::intake::Voice;
use crate::law::Level;
use crate::score::Status;
use crate::text::{self, Text, dossier as say};

/// The page: the verdict first, then every difference.
pub fn verification(verified: &Verification) -> Page {
    let receipt = &verified.receipt;
    let (name, code) = (&receipt.commune.name, &receipt.commune.code);
    // What follows from a difference is not one more.
    let count = match verified.differences.len() {
        0 => verified.verdicts.len() + verified.parts.len(),
        count => count,
    };
    let title = match verified.is_same() {
        true => say::same_title(name, code),
        false => say::other_title(count, name, code),
    };
    let level = Level::parse(&receipt.level).map_or(Text::same(&receipt.level), words::level);
    let voice = Voice::parse(&receipt.source).map_or(Text::same(&receipt.source), words::voice);
    let tool = format!("{} {}", receipt.tool.name, receipt.tool.version);
    let mut lead = vec![say::about_receipt(level, &receipt.period, voice, tool)];
    lead.extend(receipt.draft.then(say::is_draft));
    let tables = vec![differences(verified), verdicts(verified), parts(verified)];
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    match verified.is_same() {
        true => {
            let (files, verdicts) = (receipt.files().count() + 1, receipt.verdicts.0.len());
            notes.push((Tone::Good, say::checked(files, verdicts)));
        }
        false if verified.verdicts.is_empty() && !unscored(verified) => {
            notes.push((Tone::Plain, say::no_verdict_changes()));
        }
        false => {}
    }
    notes.push((Tone::Plain, say::receipt_digest(&receipt.sha256)));
    if !verified.other_sets.is_empty() {
        notes.push((Tone::Doubt, say::other_set(verified.other_sets.join(", "))));
    }
    Page { title, lead, tables, notes }
}

fn unscored(verified: &Verification) -> bool {
    verified.differences.contains(&Difference::NoResult)
}

fn differences(verified: &Verification) -> Table {
    let row = |difference: &Difference| {
        let (kind, what) = described(difference);
        vec![Cell::words(kind), Cell::words(what).tone(Tone::Bad)]
    };
    Table {
        caption: Some(say::what_differs()),
        columns: vec![column(say::kind()), wide(say::what())],
        rows: verified.differences.iter().map(row).collect(),
    }
}

fn described(difference: &Difference) -> (Text, Text) {
    let of = |group: &Group| match group {
        Group::Input => say::of_input(),
        Group::Set => say::of_set(),
        Group::Evidence => say::of_evidence(),
        Group::Output => say::of_output(),
    };
    match difference {
        Difference::Edited => (say::of_receipt(), say::receipt_edited()),
        Difference::Rewritten => (say::of_receipt(), say::receipt_rewritten()),
        Difference::Version { made, here } => (say::of_version(), say::other_version(made, here)),
        Difference::Changed(group, path) => (of(group), say::file_changed(path)),
        Difference::Missing(group, path) => (of(group), say::file_missing(path)),
        Difference::Moved(group, from, to) => (of(group), say::file_moved(from, to)),
        Difference::Added(path) => (say::of_other(), say::file_added(path)),
        Difference::Repacked => (say::of_other(), say::repacked()),
        Difference::NotGiven(path) => (say::of_output(), say::not_given(path)),
        Difference::Field(name) => (say::of_receipt(), say::field_differs(name)),
        Difference::NoResult => (say::of_output(), say::no_result()),
    }
}

fn verdicts(verified: &Verification) -> Table {
    let status = |word: &Option<String>| match word {
        Some(word) => {
            let known = Status::ALL.into_iter().find(|status| status.as_str() == word);
            known.map_or(Cell::same(word), super::commune::verdict)
        }
        None => Cell::default(),
    };
    let row = |turned: &Turned| {
        vec![Cell::same(&turned.indicator), status(&turned.was), status(&turned.now)]
    };
    Table {
        caption: Some(say::verdicts_change()),
        columns: vec![unbroken(text::indicator()), column(say::was()), column(say::now())],
        rows: verified.verdicts.iter().map(row).collect(),
    }
}

fn parts(verified: &Verification) -> Table {
    let field = |field: &str| match field {
        "value" => text::value(),
        "numerator" => say::numerator(),
        "denominator" => say::denominator(),
        "threshold" => text::threshold(),
        "confidence" => say::confidence(),
        "evidence" => say::document(),
        "basis" => say::basis(),
        other => Text::same(other),
    };
    let plain = |value: &Value| match value {
        Value::Null => Cell::same("–"),
        Value::String(word) => Cell::same(word),
        Value::Bool(flag) => {
            super::commune::verdict(if *flag { Status::Met } else { Status::NotMet })
        }
        other => match Exact::parse(&other.to_string()) {
            Some(number) => Cell::number(number, 6),
            None => Cell::same(other),
        },
    };
    let row = |shifted: &Shifted| {
        let id = match shifted.part.as_str() {
            "" => Text::same(&shifted.indicator),
            part => text::with_part(&shifted.indicator, part),
        };
        vec![
            Cell::words(id),
            Cell::words(field(shifted.field)),
            plain(&shifted.was),
            plain(&shifted.now),
        ]
    };
    Table {
        caption: Some(say::parts_change()),
        columns: vec![
            unbroken(text::indicator()),
            column(say::field()),
            column(say::was()),
            column(say::now()),
        ],
        rows: verified.parts.iter().map(row).collect(),
    }
}
