//! The tables: changes by kind, commune or criterion; communes, criteria, thresholds.

use super::{Changing, detail};
use crate::analysis::change::{
    Cause, Change, CommuneChange, Comparison, CriterionChange, Kind, LawChange,
};
use crate::report::commune::threshold;
use crate::report::{Cell, Column, Table, Tone, column, numeric, two, unbroken, wide};
use crate::text::{self as catalogue, Text, change as text};

/// A change with its commune.
type Entry<'a> = (&'a CommuneChange, &'a Change);

/// What a row says besides the indicator and its numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shows {
    commune: bool,
    kind: bool,
}

/// A table for each kind of change, what the law did in tables of its own.
pub(super) fn by_kind(changing: &Changing) -> Vec<Table> {
    let mut tables = Vec::new();
    for kind in Kind::ALL {
        for by_law in [false, true] {
            let of_kind = changing.comparison.changes().filter(|(_, change)| {
                change.kind == kind && (change.cause != Cause::Data) == by_law
            });
            let entries: Vec<Entry> = of_kind.collect();
            let caption = text::kind_caption(heading(kind, by_law), entries.len());
            tables.extend(table(changing, caption, &entries, Shows { commune: true, kind: false }));
        }
    }
    tables
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
    row.push(Cell::same(&indicator.name));
    row.push(detail::cell(commune, change));
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

/// Every commune's figures before and after.
pub(super) fn communes(changing: &Changing) -> Table {
    let columns = vec![
        unbroken(catalogue::commune()),
        numeric(catalogue::criteria_met()),
        numeric(catalogue::indicators_met()),
        numeric(text::progress_percent()),
        numeric(text::indicators_lost_head()),
        column(text::criteria_newly_met_head()),
        column(text::criteria_lost_head()),
    ];
    let rows = changing.comparison.communes.iter().map(|commune| {
        let (old, new) = (&commune.old_figures, &commune.new_figures);
        let numbers = |places: &[usize]| {
            let no = |place: &usize| commune.new_law.criteria[*place].no.to_string();
            Cell::same(places.iter().map(no).collect::<Vec<String>>().join(", "))
        };
        let lost = commune.count(Kind::Lost);
        vec![
            Cell::same(&changing.new.roster.communes[commune.new].name),
            Cell::words(text::moved(
                old.criteria_met,
                catalogue::of(new.criteria_met, commune.criteria.len()),
            )),
            Cell::words(text::moved(
                old.indicators_met,
                catalogue::of(new.indicators_met, commune.indicators),
            )),
            Cell::words(text::moved(two(&old.progress), two(&new.progress))),
            Cell::same(lost).tone(if lost > 0 { Tone::Bad } else { Tone::Plain }),
            numbers(&commune.gained).tone(Tone::Good),
            numbers(&commune.lost).tone(Tone::Bad),
        ]
    });
    Table { caption: Some(text::communes_heading()), columns, rows: rows.collect() }
}

/// How many communes meet each criterion before and after.
pub(super) fn criteria(comparison: &Comparison) -> Table {
    let columns = vec![
        unbroken(catalogue::number_short()),
        wide(catalogue::criterion()),
        numeric(text::communes_meeting()),
        numeric(text::newly_met()),
        numeric(text::lost()),
    ];
    let row = |criterion: &CriterionChange| {
        let count = |count: usize, tone: Tone| match count {
            0 => Cell::default(),
            count => Cell::same(count).tone(tone),
        };
        let tone = match criterion.new.cmp(&criterion.old) {
            std::cmp::Ordering::Less => Tone::Bad,
            std::cmp::Ordering::Equal => Tone::Plain,
            std::cmp::Ordering::Greater => Tone::Good,
        };
        let communes = text::moved(criterion.old, catalogue::of(criterion.new, criterion.communes));
        vec![
            Cell::same(criterion.no),
            Cell::same(&criterion.name),
            Cell::words(communes).tone(tone),
            count(criterion.gained, Tone::Good),
            count(criterion.lost, Tone::Bad),
        ]
    };
    let rows = comparison.criteria.iter().map(row).collect();
    Table { caption: Some(text::criteria_heading()), columns, rows }
}

/// What is asked now that was not asked before.
pub(super) fn thresholds(comparison: &Comparison) -> Option<Table> {
    let laws: Vec<&LawChange> =
        comparison.laws.iter().filter(|change| change.differs.matters()).collect();
    let columns = vec![
        unbroken(catalogue::number_short()),
        wide(catalogue::indicator()),
        column(text::before_and_after()),
        column(text::communes_concerned()),
    ];
    let rows = laws.iter().map(|change| {
        let indicator = change.new.indicator();
        let concerned = change.columns.iter().map(|(old, new, communes)| {
            let column = match old == new {
                true => Text::same(new),
                false => text::moved(old, new),
            };
            text::column_count(column, communes)
        });
        vec![
            Cell::same(indicator.id),
            Cell::same(&indicator.name),
            Cell::lines(asked(change)),
            Cell::lines(concerned.collect::<Vec<Text>>()),
        ]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let mut ids: Vec<_> = laws.iter().map(|change| change.new.indicator().id).collect();
    ids.dedup();
    let caption = Some(text::thresholds_heading(ids.len()));
    (!rows.is_empty()).then_some(Table { caption, columns, rows })
}

/// The old and new requirement of each part, with the legal sources.
fn asked(change: &LawChange) -> Vec<Text> {
    let (old, new) = (change.old.indicator(), change.new.indicator());
    let mut lines = Vec::new();
    for requirement in &new.require {
        let now = threshold(new, requirement);
        let earlier = old.require.iter().find(|other| other.part == requirement.part);
        let then = earlier.map(|other| threshold(old, other));
        let words = match then {
            Some(then) if then != now => text::moved(then, now),
            _ => now,
        };
        lines.push(match requirement.part.as_str() {
            "" => words,
            part => text::part_words(part, words),
        });
        let (then, now) = (earlier.map(|r| r.basis.as_str()), requirement.basis.as_str());
        let source = match then {
            Some(then) if then != now => text::moved(then, now),
            _ => Text::same(now),
        };
        if !lines.contains(&source) {
            lines.push(source);
        }
    }
    lines
}

/// The indicators whose legal source alone is another.
pub(super) fn basis_only(comparison: &Comparison) -> Option<(Tone, Text)> {
    let laws = comparison.laws.iter().filter(|change| !change.differs.matters());
    let mut ids: Vec<_> = laws.map(|change| change.new.indicator().id).collect();
    ids.dedup();
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    (!ids.is_empty()).then(|| (Tone::Faint, text::basis_only(ids.join(", "))))
}
