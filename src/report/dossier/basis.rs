//! What of the law the table of a dossier rests on: who confirmed the thresholds used.

use std::sync::Arc;

use super::super::document::{Block, Section};
use super::super::{AlteredCopy, Cell, Table, Tone, altered, column, unbroken, wide, words};
use super::section::{section, unconfirmed};
use crate::law::{Altered, Level, Reading, Resolved, ResolvedIndicator};
use crate::text::{self, Text, altered as in_words, dossier as say};

/// By whom, when and from which text the thresholds were confirmed, and how many were not.
/// `laws`: the set itself, then those of the titles below, then the conditions, of which
/// those of the `title` count.
pub(super) fn confirmations(laws: &[&Resolved], title: Level) -> Section {
    let line = |law: &&Resolved| {
        let (open, total) =
            (unconfirmed(indicators_of(law, title)), indicators_of(law, title).count());
        let level = words::level(law.level);
        match open {
            0 => (Tone::Plain, say::all_confirmed_in(level, total)),
            _ => (Tone::Doubt, say::not_confirmed_in(level, text::out_of(open, total))),
        }
    };
    let mut blocks: Vec<Block> = laws.iter().map(|law| line(law).into()).collect();
    let read = all_readings(laws, title);
    if !read.is_empty() {
        blocks.push(table(laws, &read).into());
    }
    section(say::confirmations(), blocks)
}

/// Where the office's copies of the sets differ from the built-in ones.
pub(super) fn parted(copies: &[(String, Vec<Altered>)]) -> Option<Section> {
    let copies: Vec<AlteredCopy> =
        copies.iter().map(|(set, parted)| (set.as_str(), &**parted)).collect();
    let lead = (Tone::Doubt, in_words::parted_lead());
    let blocks = vec![lead.into(), altered(&copies).into()];
    (!copies.is_empty()).then(|| section(in_words::parted(), blocks))
}

/// The indicators of a law that a title rests on.
fn indicators_of(law: &Resolved, title: Level) -> impl Iterator<Item = &ResolvedIndicator> {
    let own = move |one: &&ResolvedIndicator| one.titles.is_empty() || one.titles.contains(&title);
    law.indicators.iter().filter(own)
}

/// A reading with the numbers of the indicators that it is of.
type ReadingOf<'l> = (&'l Reading, Vec<String>);

/// Every reading that the thresholds rest on, in the order of the law.
fn all_readings<'l>(laws: &[&'l Resolved], title: Level) -> Vec<ReadingOf<'l>> {
    let mut found: Vec<ReadingOf> = Vec::new();
    for indicator in laws.iter().flat_map(|law| indicators_of(law, title)) {
        let id = indicator.id.to_string();
        for reading in readings(indicator) {
            match found.iter_mut().find(|(known, _)| *known == &**reading) {
                Some((_, ids)) if ids.contains(&id) => {}
                Some((_, ids)) => ids.push(id.clone()),
                None => found.push((reading, vec![id.clone()])),
            }
        }
    }
    found
}

fn readings(indicator: &ResolvedIndicator) -> impl Iterator<Item = &Arc<Reading>> {
    let thresholds = indicator.require.iter().filter_map(|part| part.threshold.as_ref());
    thresholds.flat_map(|threshold| &threshold.readings)
}

fn table(laws: &[&Resolved], read: &[ReadingOf]) -> Table {
    let layers = || laws.iter().flat_map(|law| &law.layers);
    let stated_in = |set: &str| {
        let number = layers().find(|layer| layer.id == set).map(|layer| &layer.decision.number);
        Cell::lines(number.into_iter().map(Text::same).chain([Text::same(set)]))
    };
    let row = |(reading, ids): &ReadingOf| {
        vec![
            Cell::same(&reading.by),
            Cell::words(Text::day(reading.on)),
            Cell::same(&reading.text),
            stated_in(&reading.set),
            Cell::same(ids.join(", ")),
        ]
    };
    Table {
        caption: None,
        columns: vec![
            column(say::confirmed_by()),
            unbroken(say::confirmed_on()),
            column(say::confirmed_from()),
            column(say::confirmed_in()),
            wide(say::confirmed_what()),
        ],
        rows: read.iter().map(row).collect(),
    }
}
