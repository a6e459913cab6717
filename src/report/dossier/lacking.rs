//! What stands against handing a dossier in, as tables.

use super::super::commune::{name_cells, verdict};
use super::super::ladder::title;
use super::super::{Cell, Table, Tone, at_least, column, unbroken, wide, words};
use crate::analysis::lacks::{Below, Expired, FileLacking, IndicatorRef, Lacks};
use crate::analysis::ladder::Condition;
use crate::intake::evidence::{apart, suggested};
use crate::law::{Level, Resolved};
use crate::text::{self, Text, dossier as say, ladder};

/// How much there is of each kind of which there is any.
pub(super) fn counts(lacks: &Lacks) -> Text {
    let kinds = [
        (lacks.verdicts.len() + lacks.unnamed.len(), say::lacking_verdicts as fn(usize) -> Text),
        (lacks.thresholds.len(), say::lacking_thresholds),
        (lacks.clauses.len(), text::confirm::clauses_open),
        (lacks.conditions.len(), say::lacking_conditions),
        (lacks.unproved() + lacks.expired.len() + lacks.files.len(), say::lacking_evidence),
        (lacks.unclear.len(), say::lacking_clear),
        (lacks.below.len(), say::lacking_below),
        (lacks.faults, say::lacking_faults),
    ];
    let there = kinds.into_iter().filter(|(count, _)| *count > 0);
    Text::join(&there.map(|(count, words)| words(count)).collect::<Vec<_>>(), "; ")
}

/// All of it but the thresholds, which are a list of work of their own. `code`: the
/// commune's.
pub(super) fn tables(lacks: &Lacks, law: &Resolved, code: &str) -> Vec<Table> {
    vec![
        below(lacks),
        verdicts(lacks, law),
        evidence_lacking(lacks, law),
        conditions(lacks),
        evidence_beside(lacks),
        expired(lacks, law.level),
        unclear(lacks, law.level),
        files_lacking(lacks, law.level, code),
    ]
}

/// The titles below that are not met.
fn below(lacks: &Lacks) -> Table {
    let row = |below: &Below| {
        let open = match &below.open {
            Some(open) => Text::same(open.join(", ")),
            None => text::missing(),
        };
        vec![Cell::words(title(below.level)), Cell::words(open).tone(Tone::Doubt)]
    };
    Table {
        caption: Some(say::refused_below()),
        columns: vec![unbroken(say::title_below()), wide(say::still_open())],
        rows: lacks.below.iter().map(row).collect(),
    }
}

/// The conditions of recognition that are not met.
fn conditions(lacks: &Lacks) -> Table {
    let row = |condition: &Condition| {
        vec![Cell::same(&condition.id), Cell::same(&condition.name), verdict(condition.status)]
    };
    Table {
        caption: Some(say::refused_conditions()),
        columns: vec![
            unbroken(text::number_short()),
            wide(ladder::condition()),
            column(text::result()),
        ],
        rows: lacks.conditions.iter().map(row).collect(),
    }
}

/// The values of the titles below and of the conditions that nothing proves.
fn evidence_beside(lacks: &Lacks) -> Table {
    let row = |(level, ids): &(Level, Vec<String>)| {
        vec![Cell::words(title(*level)), Cell::same(ids.join(", ")).tone(Tone::Doubt)]
    };
    Table {
        caption: Some(say::refused_evidence_beside()),
        columns: vec![unbroken(say::title_below()), wide(say::no_evidence())],
        rows: lacks.evidence_beside.iter().map(row).collect(),
    }
}

fn verdicts(lacks: &Lacks, law: &Resolved) -> Table {
    let row = |place: usize, result: Cell| {
        let indicator = &law.indicators[place];
        vec![Cell::same(indicator.id), Cell::same(&indicator.name), result]
    };
    let open = lacks.verdicts.iter().map(|(place, status)| row(*place, verdict(*status)));
    let unnamed = lacks.unnamed.iter().map(|(place, what)| {
        let words = ladder::not_named(what, law.indicators[*place].id);
        row(*place, Cell::words(words).tone(Tone::Bad))
    });
    Table {
        caption: Some(say::refused_verdicts()),
        columns: vec![
            unbroken(text::number_short()),
            wide(text::indicator()),
            column(text::result()),
        ],
        rows: open.chain(unnamed).collect(),
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

/// What a document proves: indicators of the title by their numbers, then others behind
/// their level.
pub(super) fn listed_ids(all: &[IndicatorRef], own: Level) -> Text {
    let ids = |level: Level| {
        let ids = all.iter().filter(|of| of.level == level).map(|of| of.id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    };
    let mut levels: Vec<Level> = all.iter().map(|of| of.level).collect();
    levels.sort_by_key(|level| (*level != own, *level));
    levels.dedup();
    let one = |level: Level| {
        if level == own {
            Text::same(ids(level))
        } else {
            text::labelled(words::level(level), ids(level))
        }
    };
    Text::join(&levels.into_iter().map(one).collect::<Vec<_>>(), "; ")
}

fn expired(lacks: &Lacks, own: Level) -> Table {
    let row = |expired: &Expired| {
        vec![
            Cell::same(&expired.document),
            Cell::same(&expired.until).tone(Tone::Doubt),
            Cell::words(listed_ids(&expired.proves, own)),
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

/// Cells that cite one document or several: it is not clear which.
fn unclear(lacks: &Lacks, own: Level) -> Table {
    let row = |(cell, proves): &(String, Vec<IndicatorRef>)| {
        let how = say::write_apart(apart(cell));
        vec![
            Cell::same(cell).tone(Tone::Doubt),
            Cell::words(listed_ids(proves, own)),
            Cell::words(how),
        ]
    };
    Table {
        caption: Some(say::refused_unclear()),
        columns: vec![at_least(say::cell(), 24), column(say::proves()), wide(say::how_to_write())],
        rows: lacks.unclear.iter().map(row).collect(),
    }
}

fn files_lacking(lacks: &Lacks, own: Level, code: &str) -> Table {
    let row = |lacking: &FileLacking| {
        let document = lacking.document();
        vec![
            Cell::words(document.dated()).tone(Tone::Doubt),
            Cell::words(listed_ids(&lacking.proves, own)),
            Cell::same(suggested(document, code)),
        ]
    };
    Table {
        caption: Some(say::refused_files()),
        columns: vec![
            at_least(say::document(), 30),
            column(say::proves()),
            column(say::name_of_file()),
        ],
        rows: lacks.files.iter().map(row).collect(),
    }
}
