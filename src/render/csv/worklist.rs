//! The thresholds that nobody has confirmed, as a form to print and to fill in.

use std::io::{self, Write};

use super::rows::Rows;
use super::{KEY, key, value};
use crate::law::{Confidence, Figure, Library, ToConfirm, What};

/// A row per threshold, factor, rule and required set; the last columns are left to whoever reads the decision.
///
/// # Errors
/// When `out` cannot be written to.
pub fn worklist(list: &[ToConfirm], library: &Library, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "indicator",
        "name",
        "part",
        "region",
        "year",
        "threshold",
        "unit",
        "basis",
        "layer",
        "confidence",
        "confirmed_value",
        "by",
        "on",
        "text",
        KEY,
    ])?;
    for entry in list {
        let key = key_of(entry, library).unwrap_or_default();
        rows.write(row(entry).into_iter().chain([key]))?;
    }
    rows.flush()
}

/// Level and indicator; `None` for a clause, which is of none.
fn key_of(entry: &ToConfirm, library: &Library) -> Option<String> {
    Some(key(library.set(&entry.set)?.level, entry.figure()?.indicator.id))
}

/// The cells of an entry, in the order of the header.
fn row(entry: &ToConfirm) -> [String; 14] {
    let confidence = entry.confidence().map_or("", Confidence::as_str).to_owned();
    let said = match &entry.what {
        What::Threshold(figure) => (figure.indicator.name.clone(), figure_cells(figure)),
        What::Factor(figure, of) => {
            let multiple = format!("{} × {} {}", of.factor, of.set, of.indicator);
            let [part, region, year, _, unit, _] = figure_cells(figure);
            (figure.indicator.name.clone(), [part, region, year, multiple, unit, of.basis.clone()])
        }
        What::Rule(rule, column) => {
            let (classes, districts) = (rule.classes.join(", "), rule.district_classes.join(", "));
            let name = format!("class: {classes}; district_class: {districts}");
            let none = String::new;
            (name, [none(), column.clone(), none(), none(), none(), rule.basis.clone()])
        }
        What::Requires(required) => {
            let none = String::new;
            (required.set.clone(), [none(), none(), none(), none(), none(), required.basis.clone()])
        }
    };
    let (name, [part, region, year, threshold, unit, basis]) = said;
    let empty = String::new;
    [
        entry.word(),
        name,
        part,
        region,
        year,
        threshold,
        unit,
        basis,
        entry.stated_by.clone(),
        confidence,
        empty(),
        empty(),
        empty(),
        empty(),
    ]
}

/// Part, region, year, threshold, unit and basis of a figure.
fn figure_cells(figure: &Figure) -> [String; 6] {
    let requirement = figure.requirement();
    let threshold = requirement.threshold.as_ref().map(|threshold| &threshold.value);
    [
        requirement.part.clone(),
        figure.column.clone().unwrap_or_default(),
        figure.year.map(|year| year.to_string()).unwrap_or_default(),
        value(threshold, &figure.indicator.grades),
        requirement.unit.clone(),
        requirement.basis.clone(),
    ]
}
