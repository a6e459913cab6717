//! A set as it applies, a row per indicator and part.

use std::io::{self, Write};

use super::{KEY, key, shown, table, value};
use crate::law::{Heading, Requirement, Resolved, ResolvedIndicator};

type Row<'a> = (&'a Resolved, &'a Heading, &'a ResolvedIndicator, &'a Requirement);

const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("criterion", |(_, criterion, ..)| criterion.no.to_string()),
    ("criterion_name", |(_, criterion, ..)| criterion.name.clone()),
    ("indicator", |(.., indicator, _)| indicator.id.to_string()),
    ("name", |(.., indicator, _)| indicator.name.clone()),
    ("part", |(.., require)| require.part.clone()),
    ("measure", |(.., require)| require.measure.to_string()),
    ("unit", |(.., require)| require.unit.clone()),
    ("op", |(.., require)| require.op.to_string()),
    ("threshold", |(.., indicator, require)| {
        value(require.threshold.as_ref().map(|threshold| &threshold.value), &indicator.grades)
    }),
    ("confidence", |(.., require)| shown(require.threshold.as_ref().map(|t| t.confidence))),
    ("basis", |(.., require)| require.basis.clone()),
    (KEY, |(law, _, indicator, _)| key(law.level, indicator.id)),
];

/// A row per indicator and part.
pub fn criteria(law: &Resolved, out: &mut dyn Write) -> io::Result<()> {
    let indicators = law.criteria.iter().flat_map(|criterion| {
        law.indicators[criterion.indicators.clone()].iter().map(move |one| (criterion, one))
    });
    let rows = indicators.flat_map(|(criterion, indicator)| {
        indicator.require.iter().map(move |require| (law, criterion, indicator, require))
    });
    table(COLUMNS, rows, out)
}
