//! The criteria sets as pages: the list of sets, and one set as it applies.

use super::commune::{basis, heading, name_cells, threshold};
use super::{Cell, Page, Table, Tone, column, numeric, unbroken, wide, words};
use crate::intake;
use crate::law::{Decision, Library, Origin, Resolved};
use crate::period::Period;
use crate::text::{self, Text};

/// Every set and layer that the program knows.
pub fn sets(library: &Library) -> Page {
    let mut rows = Vec::new();
    for set in &library.sets {
        let size = text::size_of_set(set.criteria.len(), set.indicator_count());
        rows.push(row(&set.id, text::base_set(), &set.decision, size, set.origin));
        for layer in &set.layers {
            let size = text::size_of_layer(layer.changes());
            let kind = words::layer_kind(layer.kind, layer.province.as_deref());
            let mut row = row(&layer.id, kind, &layer.decision, size, layer.origin);
            if let Some(newer) = set.replaced_by(layer) {
                let replaced = text::replaced_by(&newer.id, newer.decision.in_force);
                row[IN_FORCE] = Cell::lines([in_force(&layer.decision), replaced]);
            }
            rows.push(row);
        }
    }
    for city in &library.cities {
        let size = text::size_of_city(city.conditions.len());
        let kind = words::layer_kind(city.kind, None);
        rows.push(row(&city.id, kind, &city.decision, size, city.origin));
    }
    let columns = vec![
        unbroken(text::set_id()),
        column(text::kind()),
        unbroken(text::decision()),
        column(text::in_force()),
        column(text::holds()),
        column(text::origin_head()),
    ];
    Page {
        title: text::sets_title(),
        lead: Vec::new(),
        tables: vec![Table { caption: None, columns, rows }],
        notes: vec![(Tone::Faint, text::how_to_show()), (Tone::Command, text::show_command())],
    }
}

/// The place of the cell that says when a set is in force.
const IN_FORCE: usize = 3;

fn in_force(decision: &Decision) -> Text {
    match decision.until {
        Some(until) => text::from_to(decision.in_force, until),
        None => text::from_on(decision.in_force),
    }
}

fn row(id: &str, kind: Text, decision: &Decision, size: Text, origin: Origin) -> Vec<Cell> {
    let annex = decision.annex.as_ref().map(Text::same);
    let source = std::iter::once(Text::same(&decision.number)).chain(annex);
    vec![
        Cell::same(id),
        Cell::words(kind),
        Cell::lines(source),
        Cell::words(in_force(decision)),
        Cell::words(size),
        Cell::words(words::origin(origin)),
    ]
}

/// One set as it applies to a case in a period.
pub fn criteria(law: &Resolved, period: Period) -> Page {
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        numeric(text::threshold()),
        unbroken(text::basis()),
    ];
    let mut rows = Vec::new();
    for criterion in &law.criteria {
        rows.push(heading(criterion.no, &criterion.name, columns.len()));
        for indicator in &law.indicators[criterion.indicators.clone()] {
            for (place, requirement) in indicator.require.iter().enumerate() {
                let mut row = name_cells(indicator, place).to_vec();
                row.push(Cell::words(threshold(indicator, requirement)));
                row.push(Cell::lines(basis(requirement)).tone(Tone::Faint));
                rows.push(row);
            }
        }
    }
    let layers: Vec<&str> = law.layers.iter().map(|layer| layer.id.as_str()).collect();
    let size = text::size_of_set(law.criteria.len(), law.indicators.len());
    let mut notes = Vec::new();
    for indicator in &law.indicators {
        if let Some(note) = &indicator.note {
            notes.push((Tone::Faint, text::labelled(indicator.id, note)));
        }
    }
    notes.extend(plausible(law));
    let replaced = law.replaced.iter();
    notes.extend(replaced.map(|r| (Tone::Doubt, text::replaced_here(&r.id, &r.by, r.since))));
    notes.extend(law.cautions.iter().map(|c| (Tone::Doubt, text::caution(c))));
    Page {
        title: Text::same(&law.title),
        lead: vec![
            text::shown_for(period, words::column_shown(&law.column), size),
            text::sets_used(layers.join(" + ")),
        ],
        tables: vec![Table { caption: None, columns, rows }],
        notes,
    }
}

/// The ranges in which numbers are plausible, which are no law.
fn plausible(law: &Resolved) -> Option<(Tone, Text)> {
    let ranges = law.indicators.iter().flat_map(|indicator| {
        indicator.require.iter().filter_map(|requirement| {
            let range = requirement.plausible.as_ref()?;
            let name = match requirement.part.as_str() {
                "" => indicator.id.to_string(),
                part => format!("{} {part}", indicator.id),
            };
            Some(text::labelled(name, intake::plausible::shown(range, &requirement.unit)))
        })
    });
    let ranges: Vec<Text> = ranges.collect();
    (!ranges.is_empty()).then(|| (Tone::Faint, text::plausible_ranges(Text::join(&ranges, "; "))))
}
