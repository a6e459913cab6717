//! The ladder of titles as a page.

mod contradictions;
mod held;
mod inputs;

use std::collections::BTreeMap;

use self::inputs::name;
pub(super) use self::inputs::title;
pub use self::inputs::{LadderReport, LawUsed};
use super::communes::sets_used;
use super::{Cell, Page, Table, Tone, at_least, column, unbroken, words};
use crate::analysis::ladder::{Condition, Ladder, Named, Step};
use crate::distinct::distinct;
use crate::law::{LayerUse, Level};
use crate::score::{Status, Tally};
use crate::text::{self, Text, ladder as say};

/// So many indicators are named where the page is of all communes.
const NAMED: usize = 4;

/// The page of the ladder.
pub fn ladder(ladder_report: &LadderReport) -> Page {
    let mut lead = who_may_ask(ladder_report);
    let used = ladder_report.laws.iter().flat_map(|law| law.layers.iter().cloned());
    let layers: Vec<LayerUse> = distinct(used);
    lead.push(sets_used(&layers));
    let mut tables = vec![overview(ladder_report)];
    let differing = contradictions::ContradictionsFound::in_ladders(ladder_report);
    tables.extend(differing.table());
    if ladder_report.chosen {
        tables
            .extend(ladder_report.ladders.iter().filter_map(|one| conditions(ladder_report, one)));
    }
    Page {
        title: say::ladder_title(ladder_report.period, words::voice(ladder_report.voice)),
        lead,
        tables,
        notes: differing.notes().into_iter().chain(notes(ladder_report)).collect(),
    }
}

/// So many communes are named in a line.
const IN_A_LINE: usize = 15;

/// The names of communes by their places, the first of them where they are many.
pub(super) fn names(ladder_report: &LadderReport, places: &[usize]) -> Text {
    let listed = &places[..places.len().min(IN_A_LINE)];
    let names = listed.iter().map(|place| ladder_report.roster.communes[*place].name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    match places.len() - listed.len() {
        0 => Text::same(names),
        more => say::and_more_communes(names, more),
    }
}

/// Where the rest stands of lists that are cut short.
pub(super) fn rest<'p>(mut lists: impl Iterator<Item = &'p [usize]>) -> Option<(Tone, Text)> {
    lists.any(|places| places.len() > IN_A_LINE).then(|| (Tone::Faint, say::full_lists()))
}

fn conditions_known(ladder_report: &LadderReport) -> bool {
    ladder_report.laws.iter().any(|law| law.level == Level::Recognition)
}

/// Who may request which title, and for whom only the conditions are open.
fn who_may_ask(ladder_report: &LadderReport) -> Vec<Text> {
    let mut lines = Vec::new();
    let eligible = Level::TITLES.map(|level| (level, those(ladder_report, level, Step::eligible)));
    let eligible: Vec<Text> = eligible
        .iter()
        .filter(|(_, places)| !places.is_empty())
        .map(|(level, places)| text::labelled(title(*level), names(ladder_report, places)))
        .collect();
    lines.push(match (conditions_known(ladder_report), eligible.is_empty()) {
        (false, _) => say::no_conditions_in_force(ladder_report.period),
        (true, true) => say::nobody_may_ask(),
        (true, false) => say::may_ask(Text::join(&eligible, "; ")),
    });
    for level in Level::TITLES {
        let nearly = those(ladder_report, level, only_criteria);
        if !nearly.is_empty() {
            lines.push(say::criteria_met_by(title(level), names(ladder_report, &nearly)));
        }
    }
    lines
}

/// Whether all criteria are met, but not every condition of recognition.
fn only_criteria(step: &Step) -> bool {
    step.achieved() && !step.eligible()
}

/// The communes that stand so to a title, by their places in the roster.
fn those(ladder_report: &LadderReport, level: Level, so: fn(&Step) -> bool) -> Vec<usize> {
    let has = |one: &&Ladder| one.steps.iter().any(|s| s.level == level && so(s));
    ladder_report.ladders.iter().filter(has).map(|one| one.commune).collect()
}

fn overview(ladder_report: &LadderReport) -> Table {
    let known = conditions_known(ladder_report);
    let mut columns = vec![unbroken(text::commune())];
    columns.extend(Level::TITLES.map(|level| at_least(title(level), 9)));
    columns.extend(known.then(|| at_least(say::recognition(), 11)));
    columns.push(at_least(say::title_held(), 10));
    let rows = ladder_report.ladders.iter().map(|one| {
        let mut row = vec![Cell::same(name(ladder_report, one))];
        row.extend(one.steps.iter().map(|step| step_cell(ladder_report, step)));
        row.extend(known.then(|| recognition(one)));
        row.push(held::cell(one));
        row
    });
    Table { caption: None, columns, rows: rows.collect() }
}

fn step_cell(ladder_report: &LadderReport, step: &Step) -> Cell {
    let Some(card) = &step.card else {
        let in_force = ladder_report.laws.iter().any(|law| law.level == step.level);
        let words = if in_force { text::missing() } else { say::not_in_force() };
        return Cell::words(words).tone(Tone::Doubt);
    };
    let tally = &card.tally;
    let met = text::out_of(tally.criteria_met(), tally.law.criteria.len());
    let mut lines = vec![if tally.achieved() { say::all_met(met) } else { say::some_met(met) }];
    if !step.open.is_empty() {
        let most = if ladder_report.chosen { usize::MAX } else { NAMED };
        let ids = step.open.iter().map(|place| tally.law.indicators[*place].id.to_string());
        let ids: Vec<String> = ids.take(most).collect();
        let left = step.open.len() - ids.len();
        let listed = match left {
            0 => Text::same(ids.join(", ")),
            more => say::and_more(ids.join(", "), more),
        };
        lines.push(say::still_open(step.open.len(), listed));
    }
    lines.extend(step.named.iter().map(|named| what_is_named(named, tally)));
    if !step.contradictions.is_empty() {
        let ids = step.contradictions.iter().map(|c| tally.law.indicators[c.indicator].id);
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        lines.push(say::contradicts(ids.join(", ")));
    }
    if !step.lacking.is_empty() {
        let titles: Vec<Text> = step.lacking.iter().map(|level| title(*level)).collect();
        lines.push(say::first_needs(Text::join(&titles, ", ")));
    }
    let tone = if step.eligible() { Tone::Good } else { Tone::Plain };
    lines.extend(step.eligible().then(say::may_be_asked_for));
    Cell::lines(lines).tone(tone)
}

/// What a commune stands out in, or that it is not said.
fn what_is_named(named: &Named, tally: &Tally) -> Text {
    let id = tally.law.indicators[named.indicator].id;
    match &named.name {
        Some(name) => text::labelled(&named.what, name),
        None if named.status == Status::Met => say::not_named(&named.what, id),
        None => say::nothing_to_name(&named.what, id),
    }
}

/// The conditions of the titles whose criteria are met, and of all that have some
/// data.
fn recognition(one: &Ladder) -> Cell {
    let has_data = |step: &&Step| {
        let own = |status| step.conditions_of(status).next().is_some();
        step.achieved() || own(Status::Met) || own(Status::NotMet)
    };
    let lines: Vec<Text> = one.steps.iter().filter(has_data).map(verdicts).collect();
    if lines.is_empty() {
        Cell::words(text::missing()).tone(Tone::Doubt)
    } else {
        Cell::lines(lines)
    }
}

fn verdicts(step: &Step) -> Text {
    let ids = |status| {
        let ids = step.conditions_of(status).map(|c| c.id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    };
    let all = step.conditions.iter().flatten();
    if all.clone().count() > 0 && all.clone().all(|c| c.status.counts_as_met()) {
        return say::conditions_all_met(title(step.level), all.count());
    }
    let counted = [
        (ids(Status::NotMet), say::conditions_failed as fn(String) -> Text),
        (ids(Status::Missing), say::conditions_untold),
        (ids(Status::Undetermined), say::conditions_open),
        (ids(Status::Met), say::conditions_met),
    ];
    let counted = counted.into_iter().filter(|(ids, _)| !ids.is_empty());
    let lines: Vec<Text> = counted.map(|(ids, words)| words(ids)).collect();
    text::labelled(title(step.level), Text::join(&lines, "; "))
}

/// Every condition for a commune that was named.
fn conditions(ladder_report: &LadderReport, one: &Ladder) -> Option<Table> {
    let all = one.steps.iter().flat_map(|step| step.conditions.iter().flatten());
    // Each once, though it be of several titles, and in the order of the set.
    let once: BTreeMap<usize, &Condition> = all.map(|c| (c.place, c)).collect();
    let row = |condition: &&Condition| {
        vec![
            Cell::same(&condition.id),
            Cell::same(&condition.name),
            Cell::words(words::status(condition.status)).tone(words::tone(condition.status)),
        ]
    };
    let rows: Vec<_> = once.values().map(row).collect();
    let caption = Text::join(&[say::recognition(), Text::same(name(ladder_report, one))], ": ");
    let columns =
        vec![unbroken(text::number_short()), column(say::condition()), unbroken(text::result())];
    (!rows.is_empty()).then_some(Table { caption: Some(caption), columns, rows })
}

fn notes(ladder_report: &LadderReport) -> Vec<(Tone, Text)> {
    let mut notes = vec![(Tone::Faint, say::listed_hardest_first())];
    let all = Level::TITLES.into_iter();
    let lists = all.flat_map(|level| {
        [Step::eligible, only_criteria].map(|so| those(ladder_report, level, so))
    });
    let lists: Vec<Vec<usize>> = lists.collect();
    notes.extend(rest(lists.iter().map(Vec::as_slice)));
    if conditions_known(ladder_report) {
        notes.push((Tone::Faint, say::how_to_tell_conditions()));
        notes.push((Tone::Command, say::conditions_template(ladder_report.period)));
    }
    if ladder_report.lenient {
        notes.push((Tone::Bad, text::lenient_note(ladder_report.faults)));
    }
    for law in ladder_report.laws {
        let open = law.indicators - law.thresholds.confirmed;
        if open > 0 {
            let told = say::ladder_not_confirmed(title(law.level), open, law.indicators);
            notes.push((Tone::Doubt, told));
        }
    }
    let cautions = distinct(ladder_report.laws.iter().flat_map(|law| &law.cautions));
    notes.extend(cautions.iter().map(|caution| (Tone::Doubt, text::caution(caution))));
    notes
}
