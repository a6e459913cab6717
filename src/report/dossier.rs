//! The pages of a dossier: its evidence, and why it cannot be made yet.

mod list;

pub use list::evidence;

use super::commune::{name_cells, threshold, verdict};
use super::{Cell, Page, Table, Tone, at_least, column, unbroken, wide, words};
use crate::analysis::chain::Explained;
use crate::analysis::lacks::{Expired, Lacks};
use crate::law::Resolved;
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
    let evidence = lacks.evidence.len() + lacks.expired.len() + lacks.files.len();
    let lead = vec![say::refused_lead(lacks.verdicts.len(), lacks.thresholds.len(), evidence)];
    let tables = vec![
        verdicts(lacks, law),
        evidence_lacking(lacks, law),
        expired(lacks, law),
        files_lacking(lacks, law),
        thresholds(lacks, law),
    ];
    let mut notes: Vec<(Tone, Text)> = Vec::new();
    for (layer, indicators) in lacks.to_confirm() {
        let ids: Vec<String> =
            indicators.iter().map(|place| law.indicators[*place].id.to_string()).collect();
        notes.push((Tone::Plain, say::confirm_with(layer, ids.join(" "), &law.column)));
    }
    if !lacks.thresholds.is_empty() {
        notes.push((Tone::Plain, say::then_criteria()));
    }
    if !lacks.expired.is_empty() {
        notes.push((Tone::Plain, text::renew_evidence()));
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

fn expired(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |expired: &Expired| {
        vec![
            Cell::same(&expired.document),
            Cell::same(&expired.until).tone(Tone::Doubt),
            Cell::same(ids(law, &expired.indicators)),
        ]
    };
    Table {
        caption: Some(say::refused_expired()),
        columns: vec![
            at_least(say::document(), 30),
            column(say::valid_until()),
            column(say::proves()),
        ],
        rows: lacks.expired.iter().map(row).collect(),
    }
}

/// The numbers of indicators.
fn ids(law: &Resolved, places: &[usize]) -> String {
    let ids: Vec<String> = places.iter().map(|at| law.indicators[*at].id.to_string()).collect();
    ids.join(", ")
}

fn files_lacking(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |(document, indicators): &(String, Vec<usize>)| {
        vec![Cell::same(document).tone(Tone::Doubt), Cell::same(ids(law, indicators))]
    };
    Table {
        caption: Some(say::refused_files()),
        columns: vec![at_least(say::document(), 30), column(say::proves())],
        rows: lacks.files.iter().map(row).collect(),
    }
}

fn thresholds(lacks: &Lacks, law: &Resolved) -> Table {
    let rows = lacks.thresholds.iter().map(|unsure| {
        let indicator = &law.indicators[unsure.indicator];
        let requirement = &indicator.require[unsure.part];
        let id = match requirement.part.as_str() {
            "" => Text::same(indicator.id),
            part => text::with_part(indicator.id, part),
        };
        vec![
            Cell::words(id),
            Cell::words(threshold(indicator, requirement)),
            Cell::words(words::confidence(unsure.confidence)).tone(Tone::Doubt),
            Cell::same(&unsure.layer),
        ]
    });
    Table {
        caption: Some(say::refused_thresholds()),
        columns: vec![
            unbroken(text::indicator()),
            column(text::threshold()),
            column(say::confidence()),
            unbroken(say::layer()),
        ],
        rows: rows.collect(),
    }
}
