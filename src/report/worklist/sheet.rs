//! What nobody has confirmed as a form to print: whoever reads the decisions writes what
//! they say beside what the files say.

use super::super::commune::threshold;
use super::super::document::{Document, Section, ShownIn};
use super::super::{Cell, Column, Table, Tone, at_least, unbroken, wide, words};
use super::{clause_says, factor};
use crate::law::{ColumnRule, Library, Requires, ToConfirm, What};
use crate::period::Period;
use crate::text::{self, Text, confirm as say};

/// What a form is of.
#[derive(Clone, Debug)]
pub struct ConfirmationSheet<'a> {
    /// The title of the set or the layer.
    pub title: &'a str,
    /// What stands above the table.
    pub lead: Vec<Text>,
    /// The period whose law it is.
    pub period: Period,
}

/// The form, grouped by the decisions that are to be read, in the order of the `list`.
pub fn confirmation_sheet(
    library: &Library,
    of: ConfirmationSheet,
    list: &[ToConfirm],
) -> Document {
    let columns = columns();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut no = 0;
    for file in super::files(list) {
        rows.push(group(library, file, columns.len()));
        for entry in list.iter().filter(|entry| entry.stated_by == file) {
            no += 1;
            rows.push(row(no, entry, columns.len()));
        }
    }
    let table = Table { caption: None, columns, rows };
    let how = (Tone::Plain, say::form_how()).into();
    let section = Section {
        heading: say::form_heading(),
        sheet: say::form_sheet(),
        shown_in: ShownIn::Everywhere,
        blocks: if list.is_empty() { Vec::new() } else { vec![how, table.into()] },
    };
    Document {
        title: say::form_title(of.title),
        mark: None,
        lead: of.lead,
        period: Some(of.period),
        wide: true,
        sections: vec![section],
    }
}

fn columns() -> Vec<Column> {
    vec![
        unbroken(say::form_no()),
        unbroken(say::form_code()),
        wide(text::indicator()),
        at_least(say::form_stated(), 14),
        at_least(text::basis(), 14),
        at_least(say::form_read(), 12),
        at_least(say::form_page(), 8),
        at_least(say::form_reader(), 16),
        at_least(say::form_day(), 12),
    ]
}

/// The decision that the rows below are to be read in.
fn group(library: &Library, id: &str, width: usize) -> Vec<Cell> {
    let named = library.file(id).map(|file| {
        let decision = file.decision();
        say::form_decision(&decision.number, day(decision.date), id)
    });
    let named = named.unwrap_or_else(|| Text::same(id));
    let strong = |text| Cell::words(text).tone(Tone::Strong);
    let mut row = vec![strong(Text::default()), Cell::default(), strong(named)];
    row.resize_with(width, Cell::default);
    row
}

fn day(date: jiff::civil::Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// Something to be read; the last cells are written by hand.
fn row(no: usize, entry: &ToConfirm, width: usize) -> Vec<Cell> {
    let (name, stated, basis) = match &entry.what {
        What::Threshold(_) | What::Factor(..) => figure(entry),
        What::Rule(ColumnRule { basis, .. }, _) | What::Requires(Requires { basis, .. }) => {
            (clause_says(entry), Vec::new(), basis.as_str())
        }
    };
    let mut row = vec![
        Cell::count(no),
        Cell::same(entry.word()),
        Cell::words(name),
        Cell::lines(stated),
        Cell::same(basis),
    ];
    row.resize_with(width, Cell::default);
    row
}

/// Name, figure with its case, and basis.
fn figure(entry: &ToConfirm) -> (Text, Vec<Text>, &str) {
    let Some(figure) = entry.figure() else { return Default::default() };
    let requirement = figure.requirement();
    let name = match requirement.part.as_str() {
        "" => Text::same(&figure.indicator.name),
        part => text::with_part(&figure.indicator.name, part),
    };
    let (asked, basis) = match &entry.what {
        What::Factor(_, reference) => (factor(reference), &reference.basis),
        _ => (threshold(&figure.indicator, requirement), &requirement.basis),
    };
    let year = figure.year.map(say::year);
    let column = figure.column.as_deref().filter(|_| !figure.alike).map(words::column_shown);
    let case = [year, column].into_iter().flatten().map(text::in_brackets);
    (name, [asked].into_iter().chain(case).collect(), basis)
}
