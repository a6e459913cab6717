//! The thresholds that nobody has confirmed, as a form to print and to fill in.

use std::io::{self, Write};

use super::{KEY, key, shown, table, value};
use crate::law::{Figure, Library, ToConfirm, What};

type Row<'a> = (&'a ToConfirm, &'a Library, [String; 7]);

/// The columns before the last are left to whoever reads the decision.
const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("indicator", |(entry, ..)| entry.word()),
    ("name", |(.., said)| said[0].clone()),
    ("part", |(.., said)| said[1].clone()),
    ("region", |(.., said)| said[2].clone()),
    ("year", |(.., said)| said[3].clone()),
    ("threshold", |(.., said)| said[4].clone()),
    ("unit", |(.., said)| said[5].clone()),
    ("basis", |(.., said)| said[6].clone()),
    ("layer", |(entry, ..)| entry.stated_by.clone()),
    ("confidence", |(entry, ..)| shown(entry.confidence())),
    ("confirmed_value", |_| String::new()),
    ("by", |_| String::new()),
    ("on", |_| String::new()),
    ("text", |_| String::new()),
    // Level and indicator; a clause is of none.
    (KEY, |(entry, library, _)| {
        let set = library.set(&entry.set);
        shown(set.zip(entry.figure()).map(|(set, of)| key(set.level, of.indicator.id)))
    }),
];

/// A row per threshold, factor, rule and required set.
pub fn worklist(list: &[ToConfirm], library: &Library, out: &mut dyn Write) -> io::Result<()> {
    table(COLUMNS, list.iter().map(|entry| (entry, library, said(entry))), out)
}

/// Name, part, region, year, threshold, unit and basis of an entry.
fn said(entry: &ToConfirm) -> [String; 7] {
    let none = String::new;
    match &entry.what {
        What::Threshold(figure) => figure_cells(figure),
        What::Factor(figure, of) => {
            let multiple = format!("{} × {} {}", of.factor, of.set, of.indicator);
            let [name, part, region, year, _, unit, _] = figure_cells(figure);
            [name, part, region, year, multiple, unit, of.basis.clone()]
        }
        What::Rule(rule, column) => {
            let (classes, districts) = (rule.classes.join(", "), rule.district_classes.join(", "));
            let name = format!("class: {classes}; district_class: {districts}");
            [name, none(), column.clone(), none(), none(), none(), rule.basis.clone()]
        }
        What::Requires(of) => {
            [of.set.clone(), none(), none(), none(), none(), none(), of.basis.clone()]
        }
    }
}

/// Name, part, region, year, threshold, unit and basis of a figure.
fn figure_cells(figure: &Figure) -> [String; 7] {
    let requirement = figure.requirement();
    let threshold = requirement.threshold.as_ref().map(|threshold| &threshold.value);
    [
        figure.indicator.name.clone(),
        requirement.part.clone(),
        shown(figure.column.as_ref()),
        shown(figure.year),
        value(threshold, &figure.indicator.grades),
        requirement.unit.clone(),
        requirement.basis.clone(),
    ]
}
