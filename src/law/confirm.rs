//! Writing confirmations into the text of a criteria file. Every byte stays but for what
//! is added: comments, layout and line ends are the office's own.

mod splice;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use toml_edit::{Document, Item, TableLike, Value};

use super::meaning::{ConfirmedTerms, quoted};
use super::{Clause, Columns, Stated};
use splice::Splice;
pub use written::Spot;
use written::{Block, tables};

/// Who read a threshold in the decision itself, when, and in what text.
#[derive(Clone, Debug)]
pub struct Confirmation<'a> {
    /// Who.
    pub by: &'a str,
    /// When.
    pub on: Date,
    pub text: &'a str,
}

/// A criteria file being confirmed.
pub struct Draft<'t> {
    text: &'t str,
    document: Document<&'t str>,
    columns: &'t Columns,
    stated: &'t [Stated],
    /// Where each of those is written.
    spots: Vec<Spot>,
}

impl<'t> Draft<'t> {
    /// The text of a valid file with all that it states; `None` where it does not state
    /// that.
    pub fn open(text: &'t str, columns: &'t Columns, stated: &'t [Stated]) -> Option<Draft<'t>> {
        let document = Document::parse(text).ok()?;
        let root = document.as_table();
        let spot = |stated| written::spot(root, columns, stated);
        let spots = stated.iter().map(spot).collect::<Option<Vec<Spot>>>()?;
        Some(Draft { text, document, columns, stated, spots })
    }

    /// Where a threshold is written, by its place among those stated.
    pub fn spot(&self, stated: usize) -> &Spot {
        &self.spots[stated]
    }

    /// The part that a threshold is of; none where one figure stands for several.
    pub fn part(&self, stated: usize) -> Option<&'t str> {
        let (own, spot) = (&self.stated[stated].part, &self.spots[stated]);
        let mut written = self.stated.iter().zip(&self.spots);
        let shared = written.any(|(other, there)| there == spot && other.part != *own);
        (!shared && !own.is_empty()).then_some(own.as_str())
    }

    /// The text with the thresholds at the places `chosen` confirmed. `figure`: what is
    /// written for them instead of what stands there, as TOML. `clauses`: those to confirm.
    pub fn confirm(
        &self,
        chosen: &BTreeSet<usize>,
        clauses: &[&Clause],
        figure: Option<&str>,
        by: &Confirmation,
    ) -> Option<String> {
        let mut splice = Splice::new(self.text);
        for clause in clauses {
            let found = written::clause(self.document.as_table(), clause.kind, clause.place)?;
            splice.set(found, "confirmed", &[entry(&pairs(&clause.held), by)])?;
        }
        if let Some(figure) = figure {
            let spots: BTreeSet<&Spot> = chosen.iter().map(|place| &self.spots[*place]).collect();
            for spot in spots {
                splice.replace(self.figure(spot)?.span()?, figure.to_owned());
            }
        }
        let mut blocks: BTreeMap<Block, BTreeSet<usize>> = BTreeMap::new();
        for place in chosen {
            let columns = blocks.entry(self.spots[*place].block).or_default();
            columns.insert(self.stated[*place].column);
        }
        for (block, columns) in blocks {
            self.mark(block, &columns, figure, by, &mut splice)?;
        }
        Some(splice.finish())
    }

    /// The figure as written; `None` for what is implied.
    fn figure(&self, spot: &Spot) -> Option<&Value> {
        let found = spot.block.find(self.document.as_table())?;
        let Some(limit) = written::limit(found.table) else {
            return written::factor(found.table)?.as_value();
        };
        match &spot.column {
            Some(key) => limit.as_table_like()?.get(key)?.as_value(),
            None => limit.as_value(),
        }
    }

    /// Confirms columns of one block.
    fn mark(
        &self,
        block: Block,
        columns: &BTreeSet<usize>,
        figure: Option<&str>,
        by: &Confirmation,
        splice: &mut Splice,
    ) -> Option<()> {
        let found = block.find(self.document.as_table())?;
        let mut entries = self.earlier_of_other_columns(block, found.table, columns)?;
        let value = self.value(block, columns, figure)?;
        let of_block = |(_, spot): &(&Stated, &Spot)| spot.block == block;
        let (stated, _) = self.stated.iter().zip(&self.spots).find(of_block)?;
        let held = pairs(&stated.meaning.held(stated.year, block.is_of_part()));
        let held: Vec<String> = std::iter::once(format!("value = {value}")).chain(held).collect();
        entries.push(entry(&held, by));
        splice.set(found, "confirmed", &entries)
    }

    /// The value that a confirmation holds, as it is written in the file.
    fn value(
        &self,
        block: Block,
        columns: &BTreeSet<usize>,
        figure: Option<&str>,
    ) -> Option<String> {
        let spots: BTreeMap<usize, &Spot> = self.of_block(block).collect();
        let literal = |spot: &Spot| match (figure, self.figure(spot)) {
            (Some(figure), _) => Some(figure.to_owned()),
            (None, Some(value)) => self.slice(value).map(str::to_owned),
            // A yes/no indicator asks for yes without saying so.
            (None, None) => Some("true".to_owned()),
        };
        let whole = spots.len() == columns.len();
        let one = spots.values().all(|spot| spot.column.is_none());
        if whole && one {
            return literal(spots.values().next()?);
        }
        let pairs = columns.iter().map(|column| {
            let spot = spots.get(column)?;
            let key = spot.column.as_deref().unwrap_or(self.columns.key(*column));
            Some(format!("{} = {}", toml_edit::Key::new(key), literal(spot)?))
        });
        let pairs = pairs.collect::<Option<Vec<String>>>()?;
        Some(format!("{{ {} }}", pairs.join(", ")))
    }

    /// The columns of a block, each with where it is written.
    fn of_block(&self, block: Block) -> impl Iterator<Item = (usize, &Spot)> {
        let of_block = self.stated.iter().zip(&self.spots);
        let of_block = of_block.filter(move |(_, spot)| spot.block == block);
        of_block.map(|(stated, spot)| (stated.column, spot))
    }

    /// What is left of earlier confirmations of a block: those of other columns.
    fn earlier_of_other_columns(
        &self,
        block: Block,
        table: &dyn TableLike,
        columns: &BTreeSet<usize>,
    ) -> Option<Vec<String>> {
        let all: BTreeSet<usize> = self.of_block(block).map(|(column, _)| column).collect();
        let earlier = table.get("confirmed").map(|item| self.earlier(item)).unwrap_or_default();
        let mut kept = Vec::new();
        for (entry, written) in &earlier {
            let entry = match entry.get("value")?.as_table_like() {
                None if self.is_replaced(&all, columns, &earlier) => continue,
                None => self.copied((*entry, *written), None)?,
                Some(by_column) => match self.others(by_column, columns)? {
                    others if others.is_empty() => continue,
                    others if others.len() == by_column.len() => {
                        self.copied((*entry, *written), None)?
                    }
                    others => self.copied((*entry, *written), Some(&others))?,
                },
            };
            kept.push(entry);
        }
        Some(kept)
    }

    /// Earlier confirmations, each with how it is written where it stands on its own.
    fn earlier<'d>(&self, item: &'d Item) -> Vec<(&'d dyn TableLike, Option<&'t str>)> {
        let own = |value: &Value| self.slice(value);
        match (item.as_table_like(), item.as_array()) {
            (Some(one), _) => {
                let whole = item.as_value().filter(|value| !splice::is_dotted(value));
                vec![(one, whole.and_then(own))]
            }
            (None, Some(list)) => tables(item).into_iter().zip(list.iter().map(own)).collect(),
            (None, None) => tables(item).into_iter().map(|table| (table, None)).collect(),
        }
    }

    /// Whether an earlier figure for all columns has no column left that is not confirmed
    /// now or by an entry of its own.
    fn is_replaced(
        &self,
        all: &BTreeSet<usize>,
        columns: &BTreeSet<usize>,
        earlier: &[(&dyn TableLike, Option<&'t str>)],
    ) -> bool {
        let by_column = earlier.iter().filter_map(|(entry, _)| entry.get("value")?.as_table_like());
        let own: BTreeSet<usize> = by_column
            .flat_map(|values| values.iter().filter_map(|(key, _)| self.columns.find(key)))
            .collect();
        all.iter().all(|column| columns.contains(column) || own.contains(column))
    }

    /// An earlier entry as it is written, or with those values left of it.
    fn copied(
        &self,
        (entry, written): (&dyn TableLike, Option<&'t str>),
        values: Option<&[String]>,
    ) -> Option<String> {
        if let (Some(written), None) = (written, values) {
            return Some(written.to_owned());
        }
        let pair = |(key, item): (&str, &Item)| match (key, values) {
            ("value", Some(values)) => Some(format!("value = {{ {} }}", values.join(", "))),
            _ => Some(format!("{} = {}", toml_edit::Key::new(key), self.written(item)?)),
        };
        let pairs = entry.iter().map(pair).collect::<Option<Vec<String>>>()?;
        Some(format!("{{ {} }}", pairs.join(", ")))
    }

    /// A value or a table of values, on one line.
    fn written(&self, item: &Item) -> Option<String> {
        let table = item.as_table_like().filter(|_| item.span().is_none() || item.is_table());
        let Some(table) = table else {
            return self.slice(item.as_value()?).map(str::to_owned);
        };
        let pair = |(key, item): (&str, &Item)| {
            Some(format!("{} = {}", toml_edit::Key::new(key), self.written(item)?))
        };
        let pairs = table.iter().map(pair).collect::<Option<Vec<String>>>()?;
        Some(format!("{{ {} }}", pairs.join(", ")))
    }

    /// The values of other columns than those.
    fn others(&self, by_column: &dyn TableLike, columns: &BTreeSet<usize>) -> Option<Vec<String>> {
        let other = |key: &str| self.columns.find(key).is_none_or(|own| !columns.contains(&own));
        let pairs = by_column.iter().filter(|(key, _)| other(key)).map(|(key, item)| {
            Some(format!("{} = {}", toml_edit::Key::new(key), self.slice(item.as_value()?)?))
        });
        pairs.collect()
    }

    /// A value as the file writes it.
    fn slice(&self, value: &Value) -> Option<&'t str> {
        self.text.get(value.span()?)
    }
}

/// What is held, as TOML.
fn pairs(held: &ConfirmedTerms) -> Vec<String> {
    held.iter().map(|(key, word)| format!("{key} = {word}")).collect()
}

/// An entry of `confirmed`: what is held, who read it, when and where.
fn entry(held: &[String], by: &Confirmation) -> String {
    let (name, text) = (quoted(by.by), quoted(by.text));
    format!("{{ {}, by = {name}, on = {}, text = {text} }}", held.join(", "), by.on)
}
