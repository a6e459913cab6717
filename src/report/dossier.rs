//! The pages of a dossier: its evidence, and why it cannot be made yet.

mod list;

pub use list::evidence;

use super::commune::{name_cells, threshold, verdict};
use super::worklist::{clause_says, commands, factor};
use super::{Cell, Page, Table, Tone, at_least, column, unbroken, wide, words};
use crate::analysis::chain::Explained;
use crate::analysis::lacks::Lacks;
use crate::law::{Resolved, ToConfirm, What};
use crate::text::{self, Text, dossier as say};

/// A page of a draft.
pub fn drafted(page: Page) -> Page {
    Page { title: text::draft_title(text::draft(), &page.title), ..page }
}

/// Everything that stands against the dossier of a commune, and what to do about it.
pub fn refused(explained: &Explained, lacks: &Lacks) -> Page {
    let (commune, law) = (explained.commune, &explained.card.tally.law);
    let level = words::level(law.level);
    let title =
        say::refused_title(&commune.name, &commune.code, level, explained.submission.period);
    let counts =
        [lacks.verdicts.len(), lacks.thresholds.len(), lacks.evidence.len() + lacks.files.len()];
    let mut lead = vec![say::refused_lead(counts[0], counts[1], counts[2])];
    if !lacks.clauses.is_empty() {
        lead.push(text::confirm::clauses_open(lacks.clauses.len()));
    }
    let tables = vec![
        verdicts(lacks, law),
        evidence_lacking(lacks, law),
        files_lacking(lacks, law),
        thresholds(lacks),
        clauses(lacks),
    ];
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    let open = || lacks.thresholds.iter().chain(&lacks.clauses);
    notes.extend(commands(open()).into_iter().map(|line| (Tone::Plain, line)));
    if open().next().is_some() {
        notes.push((Tone::Plain, say::then_criteria()));
    }
    if !lacks.files.is_empty() {
        notes.push((Tone::Plain, say::name_by_number()));
    }
    notes.push((Tone::Faint, say::or_draft()));
    Page { title, lead, tables, notes }
}

fn verdicts(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |(place, status): &(usize, crate::score::Status)| {
        let indicator = &law.indicators[*place];
        vec![Cell::same(indicator.id), Cell::same(&indicator.name), verdict(*status)]
    };
    Table {
        caption: Some(say::refused_verdicts()),
        columns: vec![
            unbroken(text::number_short()),
            wide(text::indicator()),
            column(text::result()),
        ],
        rows: lacks.verdicts.iter().map(row).collect(),
    }
}

fn evidence_lacking(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |(place, part): &(usize, usize)| {
        let indicator = &law.indicators[*place];
        let [_, name] = name_cells(indicator, *part);
        let lacking = Cell::words(say::no_evidence()).tone(Tone::Doubt);
        vec![Cell::same(indicator.id), name, lacking]
    };
    Table {
        caption: Some(say::refused_evidence()),
        columns: vec![
            unbroken(text::number_short()),
            wide(text::indicator()),
            column(say::lacking()),
        ],
        rows: lacks.evidence.iter().map(row).collect(),
    }
}

fn files_lacking(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |(document, indicators): &(String, Vec<usize>)| {
        let ids: Vec<String> =
            indicators.iter().map(|place| law.indicators[*place].id.to_string()).collect();
        vec![Cell::same(document).tone(Tone::Doubt), Cell::same(ids.join(", "))]
    };
    Table {
        caption: Some(say::refused_files()),
        columns: vec![at_least(say::document(), 30), column(say::proves())],
        rows: lacks.files.iter().map(row).collect(),
    }
}

fn thresholds(lacks: &Lacks) -> Table {
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
        Some([vec![Cell::words(id), Cell::words(asked)], sure(entry)].concat())
    };
    Table {
        caption: Some(say::refused_thresholds()),
        columns: to_confirm_columns(text::indicator(), text::threshold()),
        rows: lacks.thresholds.iter().filter_map(row).collect(),
    }
}

/// The rule of columns that was used, and the sets that must be met first.
fn clauses(lacks: &Lacks) -> Table {
    let row = |entry: &ToConfirm| {
        let says = vec![Cell::same(entry.word()), Cell::words(clause_says(entry))];
        [says, sure(entry)].concat()
    };
    Table {
        caption: Some(text::confirm::refused_clauses()),
        columns: to_confirm_columns(text::confirm::clause(), text::confirm::clause_content()),
        rows: lacks.clauses.iter().map(row).collect(),
    }
}

fn to_confirm_columns(what: Text, asked: Text) -> Vec<super::Column> {
    vec![unbroken(what), column(asked), column(say::confidence()), unbroken(say::layer())]
}

/// How sure an entry is, and where it is to be confirmed.
fn sure(entry: &ToConfirm) -> Vec<Cell> {
    let confidence = entry.confidence().map(words::confidence).unwrap_or_default();
    vec![Cell::words(confidence).tone(Tone::Doubt), Cell::same(&entry.stated_by)]
}
