//! What the cells of columns say that are not read.

use std::collections::BTreeMap;

use super::column::Column;
use super::header::Header;
use super::near_names::{FACTS, hints_at};

/// What the cells of columns say that are not read.
#[derive(Debug, Default)]
pub(super) struct UnreadWords {
    /// The line of the header.
    pub(super) line: u64,
    /// By the columns' places.
    pub(super) columns: BTreeMap<usize, UnreadCount>,
}

#[derive(Debug, Default)]
pub(super) struct UnreadCount {
    pub(super) filled: usize,
    /// How many read as each fact.
    pub(super) facts: [usize; 4],
}

impl UnreadWords {
    pub(super) fn add(&mut self, other: &UnreadWords) {
        self.line = self.line.max(other.line);
        for (place, count) in &other.columns {
            let sum = self.columns.entry(*place).or_default();
            sum.filled += count.filled;
            sum.facts.iter_mut().zip(count.facts).for_each(|(sum, more)| *sum += more);
        }
    }

    /// The columns that say a fact for which the header has none: place, fact, name.
    pub(super) fn tells<'h>(&self, header: &'h Header) -> Vec<(usize, Column, &'h str)> {
        let told = |(place, count): (&usize, &UnreadCount)| {
            let name = header.others().find(|(other, _)| other == place).map_or("", |(_, n)| n);
            let says = |fact: &usize| {
                let read = count.facts[*fact];
                let most = 2 * read > count.filled || read > 0 && hints_at(name, *fact);
                most && !header.has(FACTS[*fact])
            };
            let fact = (0..FACTS.len()).find(says)?;
            Some((*place, FACTS[fact], name))
        };
        self.columns.iter().filter_map(told).collect()
    }
}
