//! The changes as tables: by kind, by commune or by criterion.

use std::collections::BTreeMap;

use super::detail;
use super::inputs::DiffReport;
use crate::analysis::diff::{Cause, Change, CommuneChange, Kind};
use crate::report::{Cell, Column, Table, Tone, column, unbroken, wide};
use crate::text::{self as catalogue, Text, diff as text};

/// A change with its commune.
type Entry<'a> = (&'a CommuneChange, &'a Change);

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// A commune's indicator, of one kind of change.
    CommuneIndicator,
    /// An indicator of one commune, which the caption names.
    OfCommune,
    /// An indicator, its communes a line each; of one kind of change, or of several.
    Indicator { kinds: bool },
}

impl Row {
    fn shows_kind(self) -> bool {
        matches!(self, Row::OfCommune | Row::Indicator { kinds: true })
    }
}

/// A table for each kind of change, what the law did in tables of its own. What a
/// commune's data lost has a row, as each is a case; of the rest a row per indicator.
pub(super) fn by_kind(diff_report: &DiffReport) -> Vec<Table> {
    let mut tables = Vec::new();
    for kind in Kind::ALL {
        for by_law in [false, true] {
            let of_kind = diff_report.comparison.changes().filter(|(_, change)| {
                change.kind == kind && (change.cause != Cause::Data) == by_law
            });
            let entries: Vec<Entry> = of_kind.collect();
            let caption = text::kind_caption(heading(kind, by_law), entries.len());
            let row = match kind {
                Kind::Lost if !by_law => Row::CommuneIndicator,
                _ => Row::Indicator { kinds: false },
            };
            tables.extend(table(diff_report, caption, &entries, row));
        }
    }
    tables
}

/// A table for each commune that changed.
pub(super) fn by_commune(diff_report: &DiffReport) -> Vec<Table> {
    let tables = diff_report.comparison.communes.iter().flat_map(|commune| {
        let (old, new) = (&commune.old_figures, &commune.new_figures);
        let name = &diff_report.new.roster.communes[commune.new].name;
        let caption = text::commune_caption(
            name,
            text::moved(old.criteria_met, new.criteria_met),
            text::moved(old.indicators_met, new.indicators_met),
        );
        let entries = commune.changes.iter().map(|change| (commune, change)).collect();
        data_and_law(diff_report, &caption, entries, Row::OfCommune)
    });
    tables.collect()
}

/// A table for each criterion under which something changed.
pub(super) fn by_criterion(diff_report: &DiffReport) -> Vec<Table> {
    let comparison = diff_report.comparison;
    let Some(first) = comparison.communes.first() else {
        return Vec::new();
    };
    let tables = first.new_law.criteria.iter().flat_map(|heading| {
        let of = comparison.criteria.iter().find(|criterion| criterion.no == heading.no);
        let communes = of.map_or_else(Text::default, |c| text::moved(c.old, c.new));
        let caption = text::criterion_caption(heading.no, &heading.name, communes);
        let under = |change: &Change| heading.indicators.contains(&change.new.place);
        let entries = comparison.changes().filter(|(_, change)| under(change));
        data_and_law(diff_report, &caption, entries.collect(), Row::Indicator { kinds: true })
    });
    tables.collect()
}

/// What the data did, then what the law did, each with the worst first.
fn data_and_law(
    diff_report: &DiffReport,
    caption: &Text,
    entries: Vec<Entry>,
    row: Row,
) -> Vec<Table> {
    let (data, law): (Vec<Entry>, Vec<Entry>) =
        entries.into_iter().partition(|(_, change)| change.cause == Cause::Data);
    let by_data = table(diff_report, caption.clone(), &data, row);
    let by_law = table(diff_report, text::caption_by_law(caption), &law, row);
    by_data.into_iter().chain(by_law).collect()
}

/// A table of entries, the worst kind of change first.
fn table(diff_report: &DiffReport, caption: Text, entries: &[Entry], row: Row) -> Option<Table> {
    let mut columns: Vec<Column> = Vec::new();
    if row.shows_kind() {
        columns.push(unbroken(text::change_head()));
    }
    if row == Row::CommuneIndicator {
        columns.push(unbroken(catalogue::commune()));
    }
    columns.push(unbroken(catalogue::number_short()));
    columns.push(wide(catalogue::indicator()));
    columns.push(column(match row {
        Row::Indicator { .. } => text::communes_before_and_after(),
        _ => text::before_and_after(),
    }));
    let mut groups: BTreeMap<(Kind, usize, usize), Vec<Entry>> = BTreeMap::new();
    for (commune, change) in entries {
        let of = if matches!(row, Row::Indicator { .. }) { 0 } else { commune.new };
        let key = match row {
            Row::CommuneIndicator => (change.kind, of, change.new.place),
            _ => (change.kind, change.new.place, of),
        };
        groups.entry(key).or_default().push((commune, change));
    }
    let rows = groups.values().map(|group| cells(diff_report, group, row)).collect();
    (!groups.is_empty()).then_some(Table { caption: Some(caption), columns, rows })
}

/// The cells of a row: entries of one kind of change and one indicator.
fn cells(diff_report: &DiffReport, group: &[Entry], row: Row) -> Vec<Cell> {
    let (commune, change) = group[0];
    let indicator = &commune.new_law.indicators[change.new.place];
    let name_of = |commune: &CommuneChange| &diff_report.new.roster.communes[commune.new].name;
    let mut cells = Vec::new();
    if row.shows_kind() {
        cells.push(Cell::words(word(change.kind)).tone(tone(change.kind)));
    }
    if row == Row::CommuneIndicator {
        cells.push(Cell::same(name_of(commune)));
    }
    // What is required stands with the name where it is the same for all.
    let required = detail::requirements(commune, change);
    let shared =
        group.iter().all(|(commune, change)| detail::requirements(commune, change) == required);
    let lines = group.iter().flat_map(|(commune, change)| {
        let of = matches!(row, Row::Indicator { .. }).then(|| name_of(commune).as_str());
        let mut lines = detail::values(commune, change, of);
        if !shared {
            lines.extend(detail::requirements(commune, change));
        }
        lines
    });
    let name = std::iter::once(Text::same(&indicator.name));
    let required = required.iter().filter(|_| shared).cloned();
    cells.push(Cell::same(indicator.id).tone(tone(change.kind)));
    cells.push(Cell::lines(name.chain(required)));
    cells.push(Cell::lines(lines));
    cells
}

pub(super) fn word(kind: Kind) -> Text {
    match kind {
        Kind::Lost => text::lost(),
        Kind::NewlyMet => text::newly_met(),
        Kind::NewlyMissing => text::newly_missing(),
        Kind::NewlyReported => text::newly_reported(),
        Kind::Further => text::further(),
        Kind::Closer => text::closer(),
        Kind::JudgedNow => text::judged_now(),
        Kind::UndeterminedNow => text::undetermined_now(),
        Kind::Remeasured => text::remeasured(),
        Kind::Applicability => text::applicability(),
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
        Kind::JudgedNow => text::judged_now_heading(),
        Kind::UndeterminedNow => text::undetermined_now_heading(),
        Kind::Remeasured => text::remeasured_heading(),
        Kind::Applicability => text::applicability_heading(),
    };
    if by_law { text::by_law(heading) } else { heading }
}

fn tone(kind: Kind) -> Tone {
    match kind {
        Kind::Lost | Kind::Further | Kind::JudgedNow => Tone::Bad,
        Kind::NewlyMet | Kind::Closer => Tone::Good,
        Kind::NewlyMissing
        | Kind::NewlyReported
        | Kind::UndeterminedNow
        | Kind::Remeasured
        | Kind::Applicability => Tone::Doubt,
    }
}
