//! What came of verifying a dossier.

mod difference;

use serde_json::Value;

use self::difference::described;
use super::{Cell, Page, Table, Tone, column, unbroken, wide, words};
use crate::analysis::receipt::Receipt;
use crate::analysis::verify::{ChangedPart, ChangedVerdict, Difference, Reason, Verification};
use crate::exact::Exact;
use crate::intake::Voice;
use crate::law::{Confidence, Level};
use crate::score::Status;
use crate::text::{self, Text, verify as say};

/// The page: the verdict first, then every difference.
pub fn verify(verified: &Verification) -> Page {
    let tables = [differences, reasons, verdicts, parts].map(|table| table(verified));
    Page {
        title: title(verified),
        lead: verified.receipt.as_ref().map(lead).unwrap_or_default(),
        tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        notes: notes(verified),
    }
}

/// Same or not, and what that means.
fn title(verified: &Verification) -> Text {
    let Some(receipt) = &verified.receipt else {
        return match verified.differences.as_slice() {
            [Difference::Newer(_)] => say::newer_title(&verified.path),
            _ => say::unread_title(&verified.path),
        };
    };
    let (name, code) = (&receipt.commune.name, &receipt.commune.code);
    if verified.is_same() {
        return say::same_title(name, code);
    }
    // What follows from a difference is not one more.
    let count = match verified.differences.len() {
        0 => verified.verdicts.len() + verified.parts.len(),
        count => count,
    };
    let nothing_follows = verified.verdicts.is_empty() && verified.parts.is_empty();
    match verified.differences.as_slice() {
        [Difference::Version { .. }] if nothing_follows => say::other_program(name, code),
        [Difference::Digest { .. }] if nothing_follows => say::not_the_one(name, code),
        [Difference::Repacked] if nothing_follows => say::repacked_title(name, code),
        _ if count == 1 => say::one_title(name, code),
        _ => say::other_title(count, name, code),
    }
}

fn lead(receipt: &Receipt) -> Vec<Text> {
    let level = Level::parse(&receipt.level).map_or(Text::same(&receipt.level), words::level);
    let voice = Voice::parse(&receipt.source).map_or(Text::same(&receipt.source), words::voice);
    let tool = format!("{} {}", receipt.tool.name, receipt.tool.version);
    let mut lead = vec![say::about_receipt(level, &receipt.period, voice, tool)];
    lead.extend(receipt.draft.then(say::is_draft));
    lead
}

fn notes(verified: &Verification) -> Vec<(Tone, Text)> {
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    let has = |asked: fn(&Difference) -> bool| verified.differences.iter().any(asked);
    let Some(receipt) = &verified.receipt else {
        notes.push((Tone::Plain, say::nothing_compared()));
        if !has(|d| matches!(d, Difference::Newer(_))) {
            notes.push((Tone::Bad, say::do_not_rely()));
        }
        return notes;
    };
    if verified.is_same() {
        let (files, verdicts) = (receipt.files().count() + 1, receipt.verdicts.0.len());
        notes.push((Tone::Good, say::checked(files, verdicts)));
    } else if has(|d| *d == Difference::NoResult) {
        notes.push((Tone::Doubt, say::verdicts_unknown()));
    } else if verified.verdicts.is_empty() {
        notes.push((Tone::Plain, say::no_verdict_changes()));
    }
    let is_told = has(|d| matches!(d, Difference::NotFinal(_)));
    if let Some(lacking) = verified.not_final.as_ref().filter(|_| !is_told) {
        notes.push((Tone::Bad, say::no_more_final(difference::counts(lacking))));
    }
    // Those by which the files are still what was made.
    let harmless = |d: &Difference| matches!(d, Difference::Version { .. } | Difference::Repacked);
    if !verified.is_same() && !verified.differences.iter().all(harmless) {
        notes.push((Tone::Bad, say::do_not_rely()));
    }
    let is_its_own = !has(|d| matches!(d, Difference::Edited | Difference::Digest { .. }));
    match &verified.expected {
        // What an edited receipt says of itself is no digest to compare.
        _ if !is_its_own => {}
        Some(digest) => notes.push((Tone::Good, say::digest_agrees(digest))),
        None => notes.push((Tone::Plain, say::receipt_digest(&receipt.sha256))),
    }
    if !verified.other_sets.is_empty() {
        notes.push((Tone::Doubt, say::other_set(verified.other_sets.join(", "))));
    }
    notes
}

fn differences(verified: &Verification) -> Table {
    let row = |difference: &Difference| {
        let (kind, mut what) = described(difference);
        let proved = difference.path().and_then(|path| verified.proves.get(path));
        if let Some(indicators) = proved {
            what = say::cited_by(what, indicators.join(", "));
        }
        vec![Cell::words(kind), Cell::words(what).tone(Tone::Bad)]
    };
    Table {
        caption: Some(say::what_differs()),
        columns: vec![column(text::kind()), wide(say::what())],
        rows: verified.differences.iter().map(row).collect(),
    }
}

fn reasons(verified: &Verification) -> Table {
    let row = |reason: &Reason| {
        let at = place(&reason.place.file, reason.place.line);
        vec![at, Cell::words(reason.message.clone()).tone(Tone::Bad)]
    };
    Table {
        caption: Some(say::why_no_result()),
        columns: vec![unbroken(say::at()), wide(say::fault())],
        rows: verified.reasons.iter().map(row).collect(),
    }
}

/// A file, and below it the line.
fn place(file: &str, line: Option<u64>) -> Cell {
    Cell::lines([Text::same(file), line.map(say::line).unwrap_or_default()])
}

fn verdicts(verified: &Verification) -> Table {
    let status = |word: &Option<String>| match word {
        Some(word) => Status::from_word(word).map_or(Cell::same(word), super::commune::verdict),
        None => Cell::default(),
    };
    let row = |turned: &ChangedVerdict| {
        vec![Cell::same(&turned.indicator), status(&turned.was), status(&turned.now)]
    };
    Table {
        caption: Some(say::verdicts_change()),
        columns: vec![unbroken(text::indicator()), column(say::was()), column(say::now())],
        rows: verified.verdicts.iter().map(row).collect(),
    }
}

fn parts(verified: &Verification) -> Table {
    let row = |shifted: &ChangedPart| {
        let id = match shifted.part.as_str() {
            "" => Text::same(&shifted.indicator),
            part => text::with_part(&shifted.indicator, part),
        };
        let at = shifted.place.as_ref().map(|(file, line)| place(file, *line));
        vec![
            Cell::words(id),
            Cell::words(field(shifted.field)),
            plain(shifted.field, &shifted.was),
            plain(shifted.field, &shifted.now),
            at.unwrap_or_default(),
        ]
    };
    Table {
        caption: Some(say::parts_change()),
        columns: vec![
            unbroken(text::indicator()),
            column(say::field()),
            column(say::was()),
            column(say::now()),
            unbroken(say::at()),
        ],
        rows: verified.parts.iter().map(row).collect(),
    }
}

fn field(field: &str) -> Text {
    match field {
        "value" => text::value(),
        "numerator" => say::numerator(),
        "denominator" => say::denominator(),
        "threshold" => text::threshold(),
        "confidence" => text::dossier::confidence(),
        "evidence" => text::dossier::document(),
        "basis" => say::basis(),
        other => Text::same(other),
    }
}

fn plain(field: &str, value: &Value) -> Cell {
    match value {
        Value::Null => Cell::same("–"),
        Value::String(word) if field == "confidence" => {
            let all = [Confidence::Assumed, Confidence::Unconfirmed, Confidence::Confirmed];
            let known = all.into_iter().find(|known| known.as_str() == word);
            known.map_or(Cell::same(word), |known| Cell::words(words::confidence(known)))
        }
        Value::String(word) => Cell::same(word),
        Value::Bool(flag) => {
            super::commune::verdict(if *flag { Status::Met } else { Status::NotMet })
        }
        other => match Exact::parse(&other.to_string()) {
            Some(number) => Cell::number(number, 6),
            None => Cell::same(other),
        },
    }
}
