//! The overviews below the changes: communes, criteria, thresholds.

use super::inputs::DiffReport;
use crate::analysis::diff::{Comparison, CriterionChange, LawChange};
use crate::distinct::push_once;
use crate::report::commune::threshold;
use crate::report::{Cell, Column, Room, Table, Tone, column, numeric, two, unbroken, wide};
use crate::text::{self as catalogue, Text, diff as text};

/// Every commune's figures before and after.
pub(super) fn communes(diff_report: &DiffReport) -> Table {
    let columns = vec![
        unbroken(catalogue::commune()),
        unbroken_numeric(catalogue::criteria_met()),
        unbroken_numeric(catalogue::indicators_met()),
        unbroken_numeric(catalogue::progress()),
        column(text::criteria_newly_met_head()),
        column(text::criteria_lost_head()),
    ];
    let rows = diff_report.comparison.communes.iter().map(|commune| {
        let (old, new) = (&commune.old_figures, &commune.new_figures);
        let numbers = |places: &[usize]| {
            let no = |place: &usize| commune.new_law.criteria[*place].no.to_string();
            Cell::same(places.iter().map(no).collect::<Vec<String>>().join(", "))
        };
        vec![
            Cell::same(&diff_report.new.roster.communes[commune.new].name),
            Cell::words(text::moved(
                old.criteria_met,
                catalogue::out_of(new.criteria_met, commune.criteria.len()),
            )),
            Cell::words(text::moved(
                old.indicators_met,
                catalogue::out_of(new.indicators_met, commune.indicators),
            )),
            Cell::words(text::moved(two(&old.progress), two(&new.progress))),
            numbers(&commune.gained).tone(Tone::Good),
            numbers(&commune.lost).tone(Tone::Bad),
        ]
    });
    Table { caption: Some(text::communes_heading()), columns, rows: rows.collect() }
}

/// A column of two figures that belong together.
fn unbroken_numeric(head: Text) -> Column {
    Column { room: Room::Unbroken, ..numeric(head) }
}

/// How many communes meet each criterion before and after; of one commune its own line
/// says as much.
pub(super) fn criteria(comparison: &Comparison) -> Option<Table> {
    let columns = vec![
        unbroken(catalogue::number_short()),
        column(catalogue::criterion()),
        numeric(text::communes_meeting()),
        numeric(text::newly_met_and_lost()),
    ];
    let row = |criterion: &CriterionChange| {
        let moved = [('+', criterion.gained), ('\u{2212}', criterion.lost)];
        let moved = moved.iter().filter(|(_, count)| *count > 0);
        let moved: Vec<String> = moved.map(|(sign, count)| format!("{sign}{count}")).collect();
        let tone = match criterion.new.cmp(&criterion.old) {
            std::cmp::Ordering::Less => Tone::Bad,
            std::cmp::Ordering::Equal => Tone::Plain,
            std::cmp::Ordering::Greater => Tone::Good,
        };
        let communes =
            text::moved(criterion.old, catalogue::out_of(criterion.new, criterion.communes));
        vec![
            Cell::same(criterion.no),
            Cell::same(&criterion.name),
            Cell::words(communes).tone(tone),
            Cell::same(moved.join(" ")).tone(if criterion.lost > 0 { Tone::Bad } else { tone }),
        ]
    };
    let rows = comparison.criteria.iter().map(row).collect();
    let table = Table { caption: Some(text::criteria_heading()), columns, rows };
    (comparison.communes.len() > 1).then_some(table)
}

/// What is required now that was not required before.
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
            let column = if old == new { Text::same(new) } else { text::moved(old, new) };
            catalogue::labelled(column, communes)
        });
        vec![
            Cell::same(indicator.id),
            Cell::same(&indicator.name),
            Cell::lines(required_lines(change)),
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
fn required_lines(change: &LawChange) -> Vec<Text> {
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
            part => catalogue::labelled(part, words),
        });
        let (then, now) = (earlier.map(|r| r.basis.as_str()), requirement.basis.as_str());
        let source = match then {
            Some(then) if then != now => text::moved(then, now),
            _ => Text::same(now),
        };
        push_once(&mut lines, source);
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
