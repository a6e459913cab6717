//! What of the law a dossier rests on that nobody has confirmed, as tables.

use super::super::commune::threshold;
use super::super::worklist::{clause_says, factor};
use super::super::{Cell, Column, Table, Tone, column, unbroken, words};
use crate::analysis::lacks::Lacks;
use crate::law::{ToConfirm, What};
use crate::text::{self, Text, dossier as say};

pub(super) fn thresholds(lacks: &Lacks) -> Table {
    let row = |entry: &ToConfirm| {
        let figure = entry.figure()?;
        let requirement = figure.requirement();
        let id = match requirement.part.as_str() {
            "" => Text::same(figure.indicator.id),
            part => text::with_part(figure.indicator.id, part),
        };
        let asked = match &entry.what {
            What::Factor(_, reference) => factor(reference),
            _ => threshold(&figure.indicator, requirement),
        };
        Some([vec![Cell::words(id), Cell::words(asked)], confidence_cells(entry)].concat())
    };
    Table {
        caption: Some(say::refused_thresholds()),
        columns: to_confirm_columns(text::indicator(), text::threshold()),
        rows: lacks.thresholds.iter().filter_map(row).collect(),
    }
}

/// The rule of columns that was used, and the sets that must be met first.
pub(super) fn clauses(lacks: &Lacks) -> Table {
    let row = |entry: &ToConfirm| {
        let says = vec![Cell::same(entry.word()), Cell::words(clause_says(entry))];
        [says, confidence_cells(entry)].concat()
    };
    Table {
        caption: Some(text::confirm::refused_clauses()),
        columns: to_confirm_columns(text::confirm::clause(), text::confirm::clause_content()),
        rows: lacks.clauses.iter().map(row).collect(),
    }
}

fn to_confirm_columns(what: Text, asked: Text) -> Vec<Column> {
    vec![unbroken(what), column(asked), column(say::confidence()), unbroken(say::layer())]
}

/// How sure an entry is, and where it is to be confirmed.
fn confidence_cells(entry: &ToConfirm) -> Vec<Cell> {
    let confidence = entry.confidence().map(words::confidence).unwrap_or_default();
    vec![Cell::words(confidence).tone(Tone::Doubt), Cell::same(&entry.stated_by)]
}
