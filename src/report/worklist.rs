//! What of a set nobody has confirmed: the list to work through with the decisions in
//! hand, file by file.

use super::commune::{basis, heading, threshold};
use super::{Cell, Page, Table, Tone, numeric, unbroken, wide, words};
use crate::law::{Case, Confidence, Origin, Resolved, ToConfirm};
use crate::period::Period;
use crate::text::{self, Text};

/// The thresholds of `law` on the `list`, a table for each file that states some.
pub fn worklist(law: &Resolved, list: &[ToConfirm], period: Period, case: &Case) -> Page {
    let mut files: Vec<&str> = Vec::new();
    for entry in list {
        if !files.contains(&entry.stated_by.as_str()) {
            files.push(&entry.stated_by);
        }
    }
    let of_file = |file: &&str| -> Vec<&ToConfirm> {
        list.iter().filter(|entry| entry.stated_by == **file).collect()
    };
    let layers: Vec<&str> = law.layers.iter().map(|layer| layer.id.as_str()).collect();
    let size = text::size_of_set(law.criteria.len(), law.indicators.len());
    let lead = vec![
        counts(law, list),
        text::shown_for(period, words::column_shown(&law.column), size),
        text::sets_used(layers.join(" + ")),
    ];
    let left_to_province = |entry: &ToConfirm| {
        let indicator = &law.indicators[entry.indicator];
        indicator.delegated && indicator.require[entry.part].threshold.is_none()
    };
    let mut notes = Vec::new();
    if case.province.is_none() && list.iter().any(left_to_province) {
        notes.push((Tone::Doubt, text::confirm::left_to_province()));
    }
    if !list.is_empty() {
        notes.push((Tone::Plain, text::confirm::how_to_confirm()));
        notes.push((Tone::Faint, text::confirm::how_to_print()));
    }
    Page {
        title: Text::same(&law.title),
        lead,
        tables: files.iter().map(|file| table(law, &of_file(file))).collect(),
        notes,
    }
}

/// How many indicators are not confirmed, by the weakest of their parts.
fn counts(law: &Resolved, list: &[ToConfirm]) -> Text {
    let (mut unconfirmed, mut assumed, mut undetermined) = (0, 0, 0);
    let listed = |place: &usize| list.iter().any(|entry| entry.indicator == *place);
    let places: Vec<usize> = (0..law.indicators.len()).filter(listed).collect();
    for place in &places {
        let parts = law.indicators[*place].require.iter();
        // No threshold is the weakest of all.
        match parts.map(|part| part.threshold.as_ref().map(|t| t.confidence)).min().flatten() {
            None => undetermined += 1,
            Some(Confidence::Assumed) => assumed += 1,
            Some(_) => unconfirmed += 1,
        }
    }
    let total = law.indicators.len();
    match places.len() {
        0 => text::confirm::all_confirmed(total),
        count => text::confirm::to_confirm(count, total, unconfirmed, assumed, undetermined),
    }
}

/// What one file states.
fn table(law: &Resolved, list: &[&ToConfirm]) -> Table {
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        numeric(text::threshold()),
        unbroken(text::basis()),
    ];
    let mut rows = Vec::new();
    for criterion in &law.criteria {
        let of_criterion = list.iter().filter(|e| criterion.indicators.contains(&e.indicator));
        let mut last = None;
        for entry in of_criterion {
            if last.is_none() {
                rows.push(heading(criterion.no, &criterion.name, columns.len()));
            }
            rows.push(row(law, entry, last == Some(entry.indicator)));
            last = Some(entry.indicator);
        }
    }
    let mut indicators: Vec<usize> = list.iter().map(|entry| entry.indicator).collect();
    indicators.dedup();
    let caption = list.first().map(|entry| {
        let place = match entry.origin {
            Origin::BuiltIn => words::origin(entry.origin),
            Origin::File => Text::same(&entry.file),
        };
        text::confirm::stated_in(&entry.stated_by, place, indicators.len())
    });
    Table { caption, columns, rows }
}

/// A part; `further`: not the first of its indicator.
fn row(law: &Resolved, entry: &ToConfirm, further: bool) -> Vec<Cell> {
    let indicator = &law.indicators[entry.indicator];
    let requirement = &indicator.require[entry.part];
    let (id, name) = match (further, requirement.part.as_str()) {
        (true, part) => (Cell::default(), text::only_part(part)),
        (false, "") => (Cell::same(indicator.id), Text::same(&indicator.name)),
        (false, part) => (Cell::same(indicator.id), text::with_part(&indicator.name, part)),
    };
    let year = entry.year.map(|year| text::in_brackets(text::confirm::year(year)));
    vec![
        id,
        Cell::words(name),
        Cell::lines([threshold(indicator, requirement)].into_iter().chain(year)),
        Cell::lines(basis(requirement)).tone(Tone::Faint),
    ]
}
