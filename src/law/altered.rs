//! What the user's own copy of a built-in set says otherwise. The built-in one is no law
//! either; but whoever appraises a result must see where they part.

use std::collections::{HashMap, HashSet};

use toml::{Table, Value};
use unicode_normalization::UnicodeNormalization;

use super::built_in;
use super::source::{Origin, Source};
use crate::exact::Exact;

/// One place in which a copy differs from the built-in set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// The way to it: numbers of criteria and indicators, then keys.
    pub place: Vec<String>,
    /// What the built-in set says, as TOML; `None` where it has nothing there.
    pub was: Option<String>,
    /// What the copy says; `None` where it has nothing there.
    pub now: Option<String>,
}

/// What says how sure something is, and by whom it was read; the rest is the law.
const NOT_THE_LAW: [&str; 3] = ["confirmed", "confidence", "confidence_of"];

/// The keys by which blocks of one kind are told apart.
const NAMES: [&str; 7] = ["no", "id", "part", "year", "set", "column", "text"];

/// Everything in which a valid file differs from the built-in one of the same id.
pub fn altered(own: &Source, built_in: &Source) -> Vec<Altered> {
    let mut found = Vec::new();
    // What cannot be read is reported on load.
    if let Some((was, now)) = table(built_in).zip(table(own)) {
        compare(&was, &now, &mut Vec::new(), &mut found);
    }
    found
}

/// The user's own files that take the place of built-in ones and part from them; of one
/// that is not built in that it is there at all, with its title.
pub fn altered_copies<'s>(
    sources: impl IntoIterator<Item = &'s Source>,
) -> Vec<(String, Vec<Altered>)> {
    let all = built_in();
    let own = sources.into_iter().filter(|source| source.origin == Origin::File);
    let copies = own.map(|own| {
        let altered = match all.iter().find(|other| other.id == own.id) {
            Some(built_in) => altered(own, built_in),
            None => vec![Altered { place: Vec::new(), was: None, now: Some(title(own)) }],
        };
        (own.id.clone(), altered)
    });
    copies.filter(|(_, altered)| !altered.is_empty()).collect()
}

/// The same, but for what is no law: the ranges in which numbers are plausible.
pub fn altered_law<'s>(
    sources: impl IntoIterator<Item = &'s Source>,
) -> Vec<(String, Vec<Altered>)> {
    let mut copies = altered_copies(sources);
    for (_, altered) in &mut copies {
        altered.retain(|one| !one.place.iter().any(|key| key == "plausible"));
    }
    copies.retain(|(_, altered)| !altered.is_empty());
    copies
}

/// The title of a set, or its id where that cannot be read.
fn title(source: &Source) -> String {
    let title = table(source).and_then(|table| table.get("title").map(plain));
    title.unwrap_or_else(|| source.id.clone())
}

/// The content of a file; `None` where it is no TOML.
fn table(source: &Source) -> Option<Value> {
    let text = source.text.trim_start_matches('\u{feff}');
    text.parse::<Table>().map(Value::Table).ok()
}

/// The blocks of a list by their names.
type Blocks<'v> = HashMap<String, &'v Value>;

fn compare(was: &Value, now: &Value, place: &mut Vec<String>, found: &mut Vec<Altered>) {
    if let (Value::Table(was), Value::Table(now)) = (was, now) {
        let added = now.keys().filter(|key| !was.contains_key(*key));
        for key in was.keys().chain(added).filter(|key| !NOT_THE_LAW.contains(&key.as_str())) {
            match (was.get(key), now.get(key)) {
                (Some(alone), None) | (None, Some(alone)) if is_default(key, alone) => {}
                (was, now) => step(key, was, now, place, found),
            }
        }
    } else if let (Some(was), Some(now)) = (blocks(was), blocks(now)) {
        let [of_was, of_now] = [&was, &now].map(|all| all.iter().cloned().collect());
        let (of_was, of_now): (Blocks, Blocks) = (of_was, of_now);
        let added = now.iter().filter(|(name, _)| !of_was.contains_key(name));
        for (name, _) in was.iter().chain(added) {
            step(name, of_was.get(name).copied(), of_now.get(name).copied(), place, found);
        }
    } else if !same(was, now) {
        add_altered(Some(was), Some(now), place, found);
    }
}

fn step(
    name: &str,
    was: Option<&Value>,
    now: Option<&Value>,
    place: &mut Vec<String>,
    found: &mut Vec<Altered>,
) {
    place.push(name.to_owned());
    match (was, now) {
        (Some(was), Some(now)) => compare(was, now, place, found),
        // What one of them does not have at all is one place, not as many as it has keys.
        (was, now) => add_altered(was, now, place, found),
    }
    place.pop();
}

fn add_altered(
    was: Option<&Value>,
    now: Option<&Value>,
    place: &[String],
    found: &mut Vec<Altered>,
) {
    let place = place.to_vec();
    found.push(Altered { place, was: was.map(written), now: now.map(written) });
}

/// Whether a value says what holds where nothing is said.
fn is_default(key: &str, value: &Value) -> bool {
    value.as_bool() == Some(false) || (key == "measure" && value.as_str() == Some("yes_no"))
}

/// The blocks of a list with their names; of several with one name all but the first get
/// a number.
fn blocks(value: &Value) -> Option<Vec<(String, &Value)>> {
    let list = value.as_array()?;
    let tables: Option<Vec<&Table>> = list.iter().map(Value::as_table).collect();
    let tables = tables.filter(|tables| !tables.is_empty())?;
    let key = NAMES.iter().find(|key| tables.iter().all(|table| table.contains_key(**key)));
    let (mut names, mut met): (Vec<String>, HashSet<String>) = (Vec::new(), HashSet::new());
    for (place, table) in tables.iter().enumerate() {
        let own = key.and_then(|key| table.get(*key)).map(plain);
        let mut name = own.unwrap_or_else(|| (place + 1).to_string());
        if !met.insert(name.clone()) {
            name = format!("{name} #{}", place + 1);
        }
        names.push(name);
    }
    Some(names.into_iter().zip(list).collect())
}

/// Whether both say the same, whatever their form.
fn same(was: &Value, now: &Value) -> bool {
    match (number(was), number(now)) {
        (Some(was), Some(now)) => was == now,
        (None, None) => plain(was) == plain(now),
        _ => false,
    }
}

fn number(value: &Value) -> Option<Exact> {
    match value {
        Value::Integer(whole) => Exact::parse(&whole.to_string()),
        Value::Float(decimal) => Exact::parse(&decimal.to_string()),
        _ => None,
    }
}

/// A value in words: those of a text without regard to Unicode form and runs of blanks.
fn plain(value: &Value) -> String {
    let words: String = match value {
        Value::String(words) => words.nfc().collect(),
        other => other.to_string().nfc().collect(),
    };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value for people: a block by its name, or else by what it holds.
fn written(value: &Value) -> String {
    let name = value.get("name").or_else(|| value.get("title")).filter(|name| name.is_str());
    plain(name.unwrap_or(value))
}
