//! The changes as tables: by kind, by commune or by criterion.

use std::collections::BTreeMap;

use super::{Changing, detail};
use crate::analysis::change::{Cause, Change, CommuneChange, Kind};
use crate::report::{Cell, Column, Table, Tone, column, unbroken, wide};
use crate::text::{self as catalogue, Text, change as text};

/// A change with its commune.
type Entry<'a> = (&'a CommuneChange, &'a Change);

/// What a row says besides the indicator and its numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shows {
    commune: bool,
    kind: bool,
}

/// A table for each kind of change, what the law did in tables of its own. What a
/// commune's data lost has a row, as each is a case; of the rest a row per indicator.
pub(super) fn by_kind(changing: &Changing) -> Vec<Table> {
    let mut tables = Vec::new();
    for kind in Kind::ALL {
        for by_law in [false, true] {
            let of_kind = changing.comparison.changes().filter(|(_, change)| {
                change.kind == kind && (change.cause != Cause::Data) == by_law
            });
            let entries: Vec<Entry> = of_kind.collect();
            let caption = text::kind_caption(heading(kind, by_law), entries.len());
            tables.extend(match kind {
                Kind::Lost if !by_law => {
                    table(changing, caption, &entries, Shows { commune: true, kind: false })
                }
                _ => by_indicator(changing, caption, &entries),
            });
        }
    }
    tables
}

/// A row per indicator, with its communes a line each.
fn by_indicator(changing: &Changing, caption: Text, entries: &[Entry]) -> Option<Table> {
    let mut groups: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        groups.entry(entry.1.new.place).or_default().push(*entry);
    }
    let rows = groups.values().map(|group| {
        let (commune, change) = group[0];
        let indicator = &commune.new_law.indicators[change.new.place];
        let asked = detail::asked(commune, change);
        let shared = group.iter().all(|(commune, change)| detail::asked(commune, change) == asked);
        let lines = |(commune, change): &Entry| {
            let name = &changing.new.roster.communes[commune.new].name;
            let mut lines = detail::values(commune, change, Some(name));
            if !shared {
                lines.extend(detail::asked(commune, change));
            }
            lines
        };
        let name = std::iter::once(Text::same(&indicator.name));
        vec![
            Cell::same(indicator.id).tone(tone(change.kind)),
            Cell::lines(name.chain(if shared { asked.clone() } else { Vec::new() })),
            Cell::lines(group.iter().flat_map(lines)),
        ]
    });
    let columns = vec![
        unbroken(catalogue::number_short()),
        wide(catalogue::indicator()),
        column(text::communes_before_and_after()),
    ];
    let rows: Vec<Vec<Cell>> = rows.collect();
    (!rows.is_empty()).then_some(Table { caption: Some(caption), columns, rows })
}

/// A table for each commune that changed.
pub(super) fn by_commune(changing: &Changing) -> Vec<Table> {
    let tables = changing.comparison.communes.iter().flat_map(|commune| {
        let (old, new) = (&commune.old_figures, &commune.new_figures);
        let name = &changing.new.roster.communes[commune.new].name;
        let caption = text::commune_caption(
            name,
            text::moved(old.criteria_met, new.criteria_met),
            text::moved(old.indicators_met, new.indicators_met),
        );
        let entries = commune.changes.iter().map(|change| (commune, change)).collect();
        data_and_law(changing, &caption, entries, Shows { commune: false, kind: true })
    });
    tables.collect()
}

/// A table for each criterion under which something changed.
pub(super) fn by_criterion(changing: &Changing) -> Vec<Table> {
    let comparison = changing.comparison;
    let Some(first) = comparison.communes.first() else {
        return Vec::new();
    };
    let tables = first.new_law.criteria.iter().flat_map(|heading| {
        let of = comparison.criteria.iter().find(|criterion| criterion.no == heading.no);
        let communes = of.map_or_else(Text::default, |c| text::moved(c.old, c.new));
        let caption = text::criterion_caption(heading.no, &heading.name, communes);
        let under = |change: &Change| heading.indicators.contains(&change.new.place);
        let entries = comparison.changes().filter(|(_, change)| under(change));
        data_and_law(changing, &caption, entries.collect(), Shows { commune: true, kind: true })
    });
    tables.collect()
}

/// What the data did, then what the law did, each with the worst first.
fn data_and_law(
    changing: &Changing,
    caption: &Text,
    mut entries: Vec<Entry>,
    shows: Shows,
) -> Vec<Table> {
    entries.sort_by_key(|(_, change)| (change.kind, change.new.place));
    let (data, law): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|(_, change)| change.cause == Cause::Data);
    let by_data = table(changing, caption.clone(), &data, shows);
    let by_law = table(changing, text::caption_by_law(caption), &law, shows);
    by_data.into_iter().chain(by_law).collect()
}

fn table(changing: &Changing, caption: Text, entries: &[Entry], shows: Shows) -> Option<Table> {
    let mut columns: Vec<Column> = Vec::new();
    if shows.kind {
        columns.push(unbroken(text::change_head()));
    }
    if shows.commune {
        columns.push(unbroken(catalogue::commune()));
    }
    columns.push(unbroken(catalogue::number_short()));
    columns.push(wide(catalogue::indicator()));
    columns.push(column(text::before_and_after()));
    let rows = entries.iter().map(|entry| row(changing, *entry, shows));
    let rows: Vec<Vec<Cell>> = rows.collect();
    (!rows.is_empty()).then_some(Table { caption: Some(caption), columns, rows })
}

fn row(changing: &Changing, (commune, change): Entry, shows: Shows) -> Vec<Cell> {
    let indicator = &commune.new_law.indicators[change.new.place];
    let mut row = Vec::new();
    if shows.kind {
        row.push(Cell::words(word(change.kind)).tone(tone(change.kind)));
    }
    if shows.commune {
        row.push(Cell::same(&changing.new.roster.communes[commune.new].name));
    }
    row.push(Cell::same(indicator.id).tone(tone(change.kind)));
    let name = std::iter::once(Text::same(&indicator.name));
    row.push(Cell::lines(name.chain(detail::asked(commune, change))));
    row.push(Cell::lines(detail::values(commune, change, None)));
    row
}

fn word(kind: Kind) -> Text {
    match kind {
        Kind::Lost => text::lost(),
        Kind::NewlyMet => text::newly_met(),
        Kind::NewlyMissing => text::newly_missing(),
        Kind::NewlyReported => text::newly_reported(),
        Kind::Further => text::further(),
        Kind::Closer => text::closer(),
    }
}

fn heading(kind: Kind, by_law: bool) -> Text {
    let heading = match kind {
        Kind::Lost => text::lost_heading(),
        Kind::NewlyMet => text::newly_met_heading(),
        Kind::NewlyMissing => text::newly_missing_heading(),
        Kind::NewlyReported => text::newly_reported_heading(),
        Kind::Further => text::further_heading(),
        Kind::Closer => text::closer_heading(),
    };
    if by_law { text::by_law(heading) } else { heading }
}

fn tone(kind: Kind) -> Tone {
    match kind {
        Kind::Lost | Kind::Further => Tone::Bad,
        Kind::NewlyMet | Kind::Closer => Tone::Good,
        Kind::NewlyMissing | Kind::NewlyReported => Tone::Doubt,
    }
}
