//! What was confirmed just now: each indicator with its figure.

use std::collections::BTreeMap;

use super::commune::threshold;
use super::{Cell, Table, column, six, unbroken};
use crate::law::{SetFile, Stated, Value};
use crate::text::{self, Text, confirm as say};

/// The figures, a row for each indicator, part and year; and in lines those that are
/// simply to be met.
pub fn confirmed(file: &SetFile, stated: &[&Stated]) -> (Vec<Text>, Table) {
    let (met, figures): (Vec<&Stated>, Vec<&Stated>) =
        stated.iter().partition(|one| matches!(one.value, Value::YesNo(_)));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for group in figures.chunk_by(|one, other| place(one) == place(other)) {
        rows.push(vec![Cell::words(name(group[0])), Cell::words(values(file, group))]);
    }
    let columns = vec![unbroken(text::indicator()), column(say::confirmed_figure())];
    (to_be_met(file, &met), Table { caption: None, columns, rows })
}

/// What has a row of its own.
fn place(one: &Stated) -> (crate::law::IndicatorId, &str, Option<i16>, bool) {
    (one.indicator, &one.part, one.year, one.factor)
}

fn name(one: &Stated) -> Text {
    let id = match one.part.as_str() {
        "" => Text::same(one.indicator),
        part => text::with_part(one.indicator, part),
    };
    match one.year {
        None => id,
        Some(year) => Text::join(&[id, text::in_brackets(say::year(year))], " "),
    }
}

/// The figures of a row, those of several columns once.
fn values(file: &SetFile, group: &[&Stated]) -> Text {
    let mut distinct: Vec<&Stated> = Vec::new();
    for one in group {
        if distinct.iter().all(|other| other.value != one.value) {
            distinct.push(one);
        }
    }
    let figures = distinct.into_iter().map(|one| {
        let shown = figure(one);
        let alike = group.iter().filter(|other| other.value == one.value).copied();
        match columns(file, &alike.collect::<Vec<_>>()) {
            None => shown,
            Some(columns) => text::labelled(columns, shown),
        }
    });
    Text::join(&figures.collect::<Vec<_>>(), "; ")
}

/// The columns of figures; `None` where those are all that there are.
fn columns(file: &SetFile, of: &[&Stated]) -> Option<String> {
    let all = of.len() == file.columns().count() || of.iter().any(|one| one.factor);
    let keys: Vec<&str> = of.iter().map(|one| file.columns().key(one.column)).collect();
    (!all).then(|| keys.join(", "))
}

fn figure(one: &Stated) -> Text {
    let resolved = one.resolved();
    match (&one.value, &one.meaning.of) {
        (Value::Number(factor), Some(of)) if one.factor => say::factor_of(six(factor), of),
        _ => resolved.require.first().map(|part| threshold(&resolved, part)).unwrap_or_default(),
    }
}

/// Those that are to be met, by their numbers, a line for each choice of columns.
fn to_be_met(file: &SetFile, met: &[&Stated]) -> Vec<Text> {
    let mut lines: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
    for group in met.chunk_by(|one, other| place(one) == place(other)) {
        let ids = lines.entry(columns(file, group)).or_default();
        let id = group[0].indicator.to_string();
        if ids.last() != Some(&id) {
            ids.push(id);
        }
    }
    let line = |(columns, ids): (Option<String>, Vec<String>)| match columns {
        None => say::confirmed_met(ids.join(", ")),
        Some(columns) => say::confirmed_met_in(columns, ids.join(", ")),
    };
    lines.into_iter().map(line).collect()
}
