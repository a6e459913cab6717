//! The list of work: what is open, by how much, who leads, and what it takes.

pub(super) mod cells;

use super::communes::{caveats, lead, not_reported, unfilled};
use super::{Cell, Page, Scoring, Table, Tone, at_least, numeric, unbroken, wide, words};
use crate::analysis::gaps::{Gap, Gaps};
use crate::distinct::distinct;
use crate::named::named;
use crate::score::Status;
use crate::text::{self, Text};

named! {
    /// What a table of the page is about.
    pub GapsBy {
        /// Who leads.
        Agency "agency"
        Commune "commune"
        Criterion "criterion"
    }
}

/// How the list is shown.
#[derive(Clone, Debug, Default)]
pub struct GapsView {
    /// What a table is about; `None`: what nobody meets, and the rest.
    pub by: Option<GapsBy>,
    /// Whether the order of the list is kept, a row each.
    pub in_order: bool,
    /// What was left out: shown below the title.
    pub only: Vec<Text>,
    /// Whether indicators were left out, so that sums per commune would mislead.
    pub partial: bool,
    /// Whether the division of work is the example.
    pub example: bool,
}

/// The page of the list.
pub fn gaps(scoring: &Scoring, gaps: &Gaps, view: &GapsView) -> Page {
    let title =
        text::gaps_title(words::level(scoring.level), scoring.period, words::voice(scoring.voice));
    let mut first = lead(scoring);
    first.extend(view.only.iter().cloned());
    first.extend(in_all(scoring, gaps));
    // Of who has not reported nothing is known: that must not read as nothing left.
    first.extend(unfilled(scoring).map(|(_, note)| note));
    first.extend(not_reported(scoring).map(|(_, note)| note));
    if view.in_order {
        first.push(text::easy_first());
    }
    first.extend(view.example.then(text::example_agencies));
    let mut tables = tables(scoring, gaps, view);
    if !view.partial && view.by != Some(GapsBy::Commune) {
        // What nobody meets comes first, then what remains to each commune.
        let nobody = begins_with_unmet(gaps, view);
        tables.insert(usize::from(nobody), to_complete(scoring, gaps));
    }
    Page { title, lead: first, tables, notes: notes(scoring, gaps, view) }
}

/// How much there is, and what it takes.
fn in_all(scoring: &Scoring, gaps: &Gaps) -> Vec<Text> {
    let list = &gaps.list;
    let reported = gaps.shown.iter().filter(|shown| **shown).count();
    if reported == 0 {
        return vec![text::nobody_reported(scoring.not_reported.len())];
    }
    if list.is_empty() {
        return vec![text::no_gaps()];
    }
    let of = |status: Status| list.iter().filter(|gap| gap.status == status).count();
    let mut results: Vec<usize> = list.iter().map(|gap| gap.result).collect();
    results.sort_unstable();
    results.dedup();
    let free = list.iter().filter(|gap| gap.needs_no_money()).count();
    let now = list.iter().filter(|gap| gap.can_be_done_now()).count();
    let unknown = list.iter().filter(|gap| gap.assigned.needs_funding.is_none()).count();
    let (not_met, missing) = (of(Status::NotMet), of(Status::Missing));
    vec![
        text::gaps_in_all(list.len(), results.len(), not_met, missing, of(Status::Undetermined)),
        text::gaps_by_money(free, now, list.len() - free - unknown, unknown),
    ]
}

/// Whether the first table of the list is of what nobody meets.
pub(super) fn begins_with_unmet(gaps: &Gaps, view: &GapsView) -> bool {
    let apart = view.by.is_none() && !view.in_order;
    apart && gaps.list.iter().any(|gap| gap.unmet_everywhere)
}

/// The tables of the list.
pub(super) fn tables(scoring: &Scoring, gaps: &Gaps, view: &GapsView) -> Vec<Table> {
    let all: Vec<&Gap> = gaps.list.iter().collect();
    let groups = match view.by {
        Some(by) => grouped(&all, by),
        None if view.in_order => vec![all],
        None => {
            let (nobody, some): (Vec<&Gap>, Vec<&Gap>) =
                all.into_iter().partition(|gap| gap.unmet_everywhere);
            vec![nobody, some]
        }
    };
    let groups = groups.into_iter().filter(|group| !group.is_empty());
    let table = |group: Vec<&Gap>| {
        let caption = caption(scoring, gaps, view, &group);
        let table = match (view.in_order, view.by) {
            (_, Some(GapsBy::Commune)) | (true, _) => each_in_order(scoring, gaps, view, &group),
            (false, _) => by_indicator(scoring, gaps, &group),
        };
        Table { caption, ..table }
    };
    groups.map(table).collect()
}

/// The list in groups; agencies by how much they have to do, communes and criteria in
/// the order of roster and law.
fn grouped<'g>(all: &[&'g Gap<'g>], by: GapsBy) -> Vec<Vec<&'g Gap<'g>>> {
    let mut groups: Vec<Vec<&Gap>> = Vec::new();
    let same = |one: &Gap, other: &Gap| match by {
        GapsBy::Agency => one.assigned.lead == other.assigned.lead,
        GapsBy::Commune => one.result == other.result,
        GapsBy::Criterion => one.criterion == other.criterion,
    };
    for gap in all {
        match groups.iter_mut().find(|group| same(group[0], gap)) {
            Some(group) => group.push(gap),
            None => groups.push(vec![gap]),
        }
    }
    groups.sort_by_key(|group| match by {
        // Who has nobody to lead comes first: that is to be settled before all else.
        GapsBy::Agency => match group[0].assigned.lead {
            None => 0,
            Some(_) => usize::MAX - group.len(),
        },
        GapsBy::Commune => group[0].result,
        GapsBy::Criterion => group[0].criterion,
    });
    groups
}

fn caption(scoring: &Scoring, gaps: &Gaps, view: &GapsView, group: &[&Gap]) -> Option<Text> {
    let first = group[0];
    Some(match view.by {
        None if view.in_order => return None,
        None if first.unmet_everywhere => text::unmet_by_all(),
        None => text::unmet_by_some(),
        Some(GapsBy::Agency) => {
            let free = group.iter().filter(|gap| gap.needs_no_money()).count();
            let name = first.assigned.lead.map_or_else(text::nobody_assigned, Text::same);
            text::agency_heading(name, group.len(), free)
        }
        Some(GapsBy::Criterion) => {
            let criterion = &scoring.common.criteria[first.criterion];
            let mut results: Vec<usize> = group.iter().map(|gap| gap.result).collect();
            results.sort_unstable();
            results.dedup();
            text::criterion_heading(criterion.no, &criterion.name, group.len(), results.len())
        }
        Some(GapsBy::Commune) => {
            let tally = &gaps.cards[first.result].tally;
            let (met, total) = (tally.criteria_met(), tally.law.criteria.len());
            let name = &scoring.commune_of(tally).name;
            let left = gaps.remaining[first.result].criteria.len();
            let indicators = gaps.remaining[first.result].indicators;
            text::commune_gaps_heading(name, text::out_of(met, total), left, indicators)
        }
    })
}

/// A row per indicator, with the communes that do not meet it.
fn by_indicator(scoring: &Scoring, gaps: &Gaps, group: &[&Gap]) -> Table {
    let places = distinct(group.iter().map(|gap| gap.indicator));
    let all = gaps.shown.iter().filter(|shown| **shown).count();
    let of_all = (all > 1).then_some(all);
    let row = |place: usize| {
        let of_place: Vec<&Gap> =
            group.iter().copied().filter(|gap| gap.indicator == place).collect();
        let law = &gaps.cards[of_place[0].result].tally.law.indicators[place];
        vec![
            Cell::same(law.id),
            Cell::same(&law.name),
            Cell::lines(cells::communes(scoring, gaps, &of_place, of_all)),
            cells::who_answers(of_place[0]),
            cells::takes(of_place[0]),
        ]
    };
    let columns = vec![
        unbroken(text::number_short()),
        at_least(text::indicator(), 16),
        wide(text::commune_and_lacking()),
        at_least(text::who_leads(), 10),
        at_least(text::takes(), 10),
    ];
    Table { caption: None, columns, rows: places.into_iter().map(row).collect() }
}

/// A row per commune and indicator, in the order of the list.
fn each_in_order(scoring: &Scoring, gaps: &Gaps, view: &GapsView, group: &[&Gap]) -> Table {
    let several = group.iter().any(|gap| gap.result != group[0].result);
    let named = view.by != Some(GapsBy::Commune) && several;
    let mut columns = vec![unbroken(text::order())];
    columns.extend(named.then(|| unbroken(text::commune())));
    columns.extend([
        at_least(text::indicator(), 16),
        at_least(text::what_is_lacking(), 12),
        at_least(text::who_leads(), 10),
        at_least(text::takes(), 10),
    ]);
    let rows = group.iter().enumerate().map(|(place, gap)| {
        let card = &gaps.cards[gap.result];
        let law = &card.tally.law.indicators[gap.indicator];
        let mut row = vec![Cell::same(place + 1)];
        row.extend(named.then(|| Cell::same(&scoring.commune_of(&card.tally).name)));
        row.extend([
            Cell::same(format_args!("{} {}", law.id, law.name)),
            Cell::lines(cells::lacking(card, gap).into_iter().chain(cells::weight(card, gap))),
            cells::who_answers(gap),
            cells::takes(gap),
        ]);
        row
    });
    Table { caption: None, columns, rows: rows.collect() }
}

/// What remains to each commune for all criteria.
fn to_complete(scoring: &Scoring, gaps: &Gaps) -> Table {
    let chosen: Vec<usize> = if gaps.list.is_empty() {
        Vec::new()
    } else {
        (0..gaps.cards.len()).filter(|n| gaps.shown[*n]).collect()
    };
    let rows = chosen.into_iter().map(|result| {
        let (card, left) = (&gaps.cards[result], &gaps.remaining[result]);
        let law = &card.tally.law;
        let numbers = left.criteria.iter().map(|place| law.criteria[*place].no.to_string());
        let ids = left.completing.iter().map(|place| law.indicators[*place].id.to_string());
        let [numbers, ids] =
            [numbers.collect::<Vec<_>>(), ids.collect()].map(|words| words.join(", "));
        vec![
            Cell::same(&scoring.commune_of(&card.tally).name),
            Cell::words(text::out_of(card.tally.criteria_met(), law.criteria.len())),
            Cell::same(numbers),
            Cell::same(left.indicators),
            Cell::same(ids),
        ]
    });
    Table {
        caption: Some(text::to_complete()),
        columns: vec![
            unbroken(text::commune()),
            numeric(text::criteria_met()),
            at_least(text::criteria_left(), 14),
            numeric(text::indicators_left()),
            at_least(text::one_more_completes(), 16),
        ],
        rows: rows.collect(),
    }
}

fn notes(scoring: &Scoring, gaps: &Gaps, view: &GapsView) -> Vec<(Tone, Text)> {
    let mut notes = Vec::new();
    let unproved = (0..gaps.cards.len()).filter(|n| gaps.shown[*n]).filter_map(|result| {
        let (card, left) = (&gaps.cards[result], &gaps.remaining[result]);
        let ids = left.without_evidence.iter().map(|place| card.tally.law.indicators[*place].id);
        let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
        let name = &scoring.commune_of(&card.tally).name;
        (!ids.is_empty()).then(|| format!("{name} ({})", ids.join(", ")))
    });
    let unproved: Vec<String> = unproved.collect();
    if !unproved.is_empty() && !view.partial {
        notes.push((Tone::Doubt, text::met_without_evidence(unproved.join("; "))));
    }
    if gaps.guidance_unknown > 0 {
        notes.push((Tone::Doubt, text::guidance_not_known(gaps.guidance_unknown)));
    }
    notes.extend(notes_of_sets(gaps));
    notes.extend(caveats(scoring));
    notes
}

/// What the sets say of the indicators in the list: how they are to be understood.
fn notes_of_sets(gaps: &Gaps) -> impl Iterator<Item = (Tone, Text)> {
    let notes = gaps.list.iter().filter_map(|gap| {
        let law = &gaps.cards[gap.result].tally.law.indicators[gap.indicator];
        Some((gap.indicator, text::labelled(law.id, law.note.as_ref()?)))
    });
    let mut notes: Vec<(usize, Text)> = distinct(notes);
    notes.sort_by_key(|(indicator, _)| *indicator);
    notes.into_iter().map(|(_, note)| (Tone::Faint, note))
}
