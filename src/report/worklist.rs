//! What of a set nobody has confirmed: the list to work through with the decisions in
//! hand, file by file.

mod sheet;

pub use sheet::{ConfirmationSheet, confirmation_sheet};

use super::commune::{basis, heading, threshold};
use super::{Cell, Page, Table, Tone, numeric, six, unbroken, wide, words};
use crate::distinct::distinct;
use crate::law::{
    ColumnRule, Command, CommuneProfile, Confidence, Origin, Reference, Requires, Resolved,
    ToConfirm, What,
};
use crate::period::Period;
use crate::score::{self, ThresholdCounts};
use crate::text::{self, Text};

/// The thresholds of `law` on the `list`, a table for each file that states some.
/// `folder`: that of the user's own sets, as a command names it.
pub fn worklist(
    law: &Resolved,
    list: &[ToConfirm],
    (period, case): (Period, &CommuneProfile),
    folder: Option<&str>,
) -> Page {
    let layers: Vec<&str> = law.layers.iter().map(|layer| layer.id.as_str()).collect();
    let size = text::size_of_set(law.criteria.len(), law.indicators.len());
    let lead = vec![
        counts(law),
        text::shown_for(period, words::column_shown(&law.column), size),
        text::sets_used(layers.join(" + ")),
    ];
    let left_to_province = |entry: &ToConfirm| {
        let delegated = entry.figure().is_some_and(|figure| figure.indicator.delegated);
        delegated && entry.confidence().is_none()
    };
    let mut notes = Vec::new();
    if case.province.is_none() && list.iter().any(left_to_province) {
        notes.push((Tone::Doubt, text::confirm::left_to_province()));
    }
    notes.extend(how_to(list, &law.set, folder));
    Page { title: Text::same(&law.title), lead, tables: tables(list, false), notes }
}

/// What a layer itself states and nobody has confirmed.
pub fn layer_worklist(
    (id, title): (&str, &str),
    base: &str,
    list: &[ToConfirm],
    folder: Option<&str>,
) -> Page {
    let lead = match list.len() {
        0 => text::confirm::all_of_file_confirmed(),
        count => text::confirm::layer_to_confirm(count, id, base),
    };
    Page {
        title: Text::same(title),
        lead: vec![lead],
        tables: tables(list, true),
        notes: how_to(list, base, folder),
    }
}

/// How what is read is recorded. What the general form does not show is written out.
fn how_to(list: &[ToConfirm], set: &str, folder: Option<&str>) -> Vec<(Tone, Text)> {
    if list.is_empty() {
        return Vec::new();
    }
    let to = folder.map_or_else(text::confirm::a_folder, Text::same);
    let mut notes = vec![
        (Tone::Plain, text::confirm::how_to_confirm()),
        (Tone::Command, text::confirm::general_command(to)),
    ];
    let unusual = list.iter().filter(|entry| match entry.what {
        // What a factor is of stands in another set than the one shown.
        What::Threshold(_) => entry.set != set,
        _ => true,
    });
    notes.extend(commands(unusual, folder));
    notes.push((Tone::Faint, text::confirm::how_to_print()));
    notes
}

/// The commands that confirm a list, a line each. `folder`: that of the user's own sets,
/// as a command names it.
pub(super) fn commands<'t>(
    list: impl IntoIterator<Item = &'t ToConfirm>,
    folder: Option<&str>,
) -> Vec<(Tone, Text)> {
    let folder = folder.map_or_else(text::confirm::own_folder, Text::same);
    let line = |command: Command| {
        let mut line = format!("{} {}", command.set, command.words.join(" "));
        let year = command.year.map(|year| year.to_string());
        for (option, value) in [("--year", year), ("--region", command.region)] {
            if let Some(value) = value {
                line = format!("{line} {option} {value}");
            }
        }
        let (by, on) = (text::confirm::a_reader(), text::confirm::a_day());
        let command = text::confirm::confirm_with(line, by, on, text::confirm::a_place(), &folder);
        (Tone::Command, command)
    };
    let commands: Vec<(Tone, Text)> = Command::all(list).into_iter().map(line).collect();
    let lead = (!commands.is_empty()).then(|| (Tone::Plain, text::confirm::confirm_by()));
    lead.into_iter().chain(commands).collect()
}

/// A table for each file. `columns`: whether the column of each figure is shown.
fn tables(list: &[ToConfirm], columns: bool) -> Vec<Table> {
    let of_file = |file: &str| {
        let of_file = list.iter().filter(|entry| entry.stated_by == *file);
        table(&of_file.collect::<Vec<&ToConfirm>>(), columns)
    };
    files(list).into_iter().map(of_file).collect()
}

/// The files that state what is on a list, in its order.
fn files(list: &[ToConfirm]) -> Vec<&str> {
    distinct(list.iter().map(|entry| entry.stated_by.as_str()))
}

/// How many indicators are not confirmed, by the weakest of their parts.
fn counts(law: &Resolved) -> Text {
    let ThresholdCounts { unconfirmed, assumed, undetermined, .. } = score::thresholds(&[law]);
    let total = law.indicators.len();
    match unconfirmed + assumed + undetermined {
        0 => text::confirm::all_confirmed(total),
        count => text::confirm::to_confirm(count, total, unconfirmed, assumed, undetermined),
    }
}

/// What one file states.
fn table(list: &[&ToConfirm], with_column: bool) -> Table {
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        numeric(text::threshold()),
        unbroken(text::basis()),
    ];
    let mut rows = Vec::new();
    let (mut criterion, mut last) = (None, None);
    for entry in list {
        let Some(figure) = entry.figure() else { continue };
        let (no, name) = &figure.criterion;
        if criterion.replace(*no) != Some(*no) {
            rows.push(heading(*no, name, columns.len()));
        }
        rows.push(row(entry, last == Some(figure.indicator.id), with_column));
        last = Some(figure.indicator.id);
    }
    rows.extend(list.iter().filter_map(|entry| clause(entry)));
    let mut ids: Vec<_> =
        list.iter().filter_map(|entry| Some(entry.figure()?.indicator.id)).collect();
    ids.dedup();
    let caption = list.first().map(|entry| {
        let place = match entry.origin {
            Origin::BuiltIn => words::origin(entry.origin),
            // Its own name: a document says nothing of the machine.
            Origin::File => Text::same(entry.file.rsplit(['/', '\\']).next().unwrap_or_default()),
        };
        match ids.len() {
            0 => text::confirm::stated_there(&entry.stated_by, place),
            count => text::confirm::stated_in(&entry.stated_by, place, count),
        }
    });
    Table { caption, columns, rows }
}

/// A part; `further`: not the first of its indicator.
fn row(entry: &ToConfirm, further: bool, with_column: bool) -> Vec<Cell> {
    let Some(figure) = entry.figure() else { return Vec::new() };
    let (indicator, requirement) = (&figure.indicator, figure.requirement());
    let (id, name) = match (further, requirement.part.as_str()) {
        (true, "") => (Cell::default(), Text::default()),
        (true, part) => (Cell::default(), text::only_part(part)),
        (false, "") => (Cell::same(indicator.id), Text::same(&indicator.name)),
        (false, part) => (Cell::same(indicator.id), text::with_part(&indicator.name, part)),
    };
    let year = figure.year.map(text::confirm::year);
    let column = figure.column.as_ref().filter(|_| with_column).map(Text::same);
    let asked = match &entry.what {
        What::Factor(_, reference) => factor(reference),
        _ => threshold(indicator, requirement),
    };
    let basis = match &entry.what {
        What::Factor(_, reference) => cited(&reference.basis, reference.confidence),
        _ => basis(requirement),
    };
    let case = [year, column].into_iter().flatten().map(text::in_brackets);
    vec![
        id,
        Cell::words(name),
        Cell::lines([asked].into_iter().chain(case)),
        Cell::lines(basis).tone(Tone::Faint),
    ]
}

/// How many times which threshold.
pub(super) fn factor(of: &Reference) -> Text {
    text::confirm::times(six(&of.factor), of.indicator, &of.set)
}

/// A source with how sure it is.
fn cited(basis: &str, confidence: Confidence) -> Vec<Text> {
    vec![Text::same(basis), text::in_brackets(words::confidence(confidence))]
}

/// A rule of columns or a set that is required.
fn clause(entry: &ToConfirm) -> Option<Vec<Cell>> {
    let (basis, confidence) = match &entry.what {
        What::Rule(ColumnRule { basis, confidence, .. }, _)
        | What::Requires(Requires { basis, confidence, .. }) => (basis, *confidence),
        What::Threshold(_) | What::Factor(..) => return None,
    };
    Some(vec![
        Cell::default(),
        Cell::words(text::labelled(entry.word(), clause_says(entry))),
        Cell::default(),
        Cell::lines(cited(basis, confidence)).tone(Tone::Faint),
    ])
}

/// What a rule of columns or a set that is required says.
pub(super) fn clause_says(entry: &ToConfirm) -> Text {
    match &entry.what {
        What::Rule(rule, column) => {
            let (classes, districts) = (rule.classes.join(", "), rule.district_classes.join(", "));
            text::confirm::rule_says(classes, districts, column)
        }
        What::Requires(required) => text::confirm::requires_says(&required.set),
        What::Threshold(_) | What::Factor(..) => Text::default(),
    }
}
