//! Where in a file a threshold is written: the same rules as when it is read.

use toml_edit::{Item, Table, TableLike};

use crate::law::{ClauseKind, Columns, Stated};

/// A table that states thresholds, by its place in the file: criterion, indicator, part
/// and year, each counted from 1; 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Block([usize; 4]);

impl Block {
    /// Whether it is a part's own, or of one.
    pub(super) fn is_of_part(self) -> bool {
        self.0[2] > 0
    }
}

const KEYS: [&str; 4] = ["criterion", "indicator", "part", "year"];

impl Block {
    /// The table itself.
    pub(super) fn find(self, root: &Table) -> Option<Found<'_>> {
        let mut found = Found { table: root, inline: false };
        for (key, place) in KEYS.into_iter().zip(self.0) {
            if place > 0 {
                let list = found.table.get(key)?;
                let table = tables(list).into_iter().nth(place - 1)?;
                found = Found { table, inline: list.is_array() };
            }
        }
        Some(found)
    }
}

/// A table, and whether it is written between braces.
#[derive(Clone, Copy)]
pub(super) struct Found<'d> {
    pub(super) table: &'d dyn TableLike,
    pub(super) inline: bool,
}

/// The tables of a list, in either way of writing one.
pub(super) fn tables(item: &Item) -> Vec<&dyn TableLike> {
    let inline = item.as_array().into_iter().flatten();
    let inline = inline.filter_map(|value| value.as_inline_table().map(|t| t as &dyn TableLike));
    let headed = item.as_array_of_tables().into_iter().flatten();
    inline.chain(headed.map(|table| table as &dyn TableLike)).collect()
}

/// The thresholds that a table writes.
pub(super) fn limit(table: &dyn TableLike) -> Option<&Item> {
    table.get("at_least").or_else(|| table.get("at_most"))
}

/// The factor of another set's threshold that a table writes.
pub(super) fn factor(table: &dyn TableLike) -> Option<&Item> {
    table.get("at_least_of")?.as_table_like()?.get("factor")
}

/// A clause's table.
pub(super) fn clause(root: &Table, kind: ClauseKind, place: usize) -> Option<Found<'_>> {
    let list = root.get(kind.as_str())?;
    let table = tables(list).into_iter().nth(place)?;
    Some(Found { table, inline: list.is_array() })
}

/// Where a threshold is written; `None` where the file does not have it.
pub(super) fn spot(root: &Table, columns: &Columns, stated: &Stated) -> Option<Spot> {
    let (criterion, indicator, table) = indicator(root, &stated.indicator.to_string())?;
    let own = place(table, "part", |part| word(part, "part") == Some(&stated.part));
    // A part without figures of its own has those of the indicator.
    let states = |table: &dyn TableLike| {
        limit(table).is_some() || factor(table).is_some() || table.contains_key("year")
    };
    let own = own.filter(|(_, part)| states(*part) || !states(table));
    let (part, table) = own.unwrap_or((0, table));
    let of_year = |block: &dyn TableLike| {
        let year = block.get("year").and_then(Item::as_integer);
        year.is_some_and(|year| Some(year) == stated.year.map(i64::from))
    };
    let (year, table) = match stated.year {
        Some(_) => place(table, "year", of_year)?,
        None => (0, table),
    };
    let column = limit(table).and_then(Item::as_table_like).map(|by_column| {
        let mut keys = by_column.iter().map(|(key, _)| key);
        keys.find(|key| columns.find(key) == Some(stated.column)).map(str::to_owned)
    });
    let block = Block([criterion, indicator, part, year]);
    match column {
        // By column, but not this one.
        Some(None) => None,
        column => Some(Spot { block, column: column.flatten() }),
    }
}

/// An indicator of a base set or of a layer, with its places.
fn indicator<'d>(root: &'d Table, id: &str) -> Option<(usize, usize, &'d dyn TableLike)> {
    let is = |table: &dyn TableLike| word(table, "id") == Some(id);
    if let Some((place, table)) = place(root, "indicator", is) {
        return Some((0, place, table));
    }
    let criteria = tables(root.get("criterion")?).into_iter().enumerate();
    let mut found = criteria.filter_map(|(criterion, table)| {
        let (place, table) = place(table, "indicator", is)?;
        Some((criterion + 1, place, table))
    });
    found.next()
}

/// The first table of a list that is meant, with its place.
fn place<'d>(
    table: &'d dyn TableLike,
    key: &str,
    is: impl Fn(&dyn TableLike) -> bool,
) -> Option<(usize, &'d dyn TableLike)> {
    let all = tables(table.get(key)?).into_iter().enumerate();
    let mut meant = all.filter(|(_, table)| is(*table));
    meant.next().map(|(place, table)| (place + 1, table))
}

fn word<'d>(table: &'d dyn TableLike, key: &str) -> Option<&'d str> {
    table.get(key)?.as_str()
}

/// Where a file writes a figure: one that stands for all columns, or for several parts,
/// is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub(super) block: Block,
    /// The column as the file writes it; `None` where one figure stands for all.
    pub column: Option<String>,
}
