//! Rows as their files write them. What is packed of a row does not keep its text: the
//! few rows that are wanted are read again.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::context::Keep;
use super::file::FileReader;
use super::options::Options;
use super::quoted::{Quote, WantedRows};
use super::roster::Roster;
use super::source::Source;
use crate::law::Library;
use crate::problem::Location;

/// The rows at `places` as written. Files are read as before, with the same options.
pub fn quote(
    sources: &[Source],
    roster: &Roster,
    library: &Library,
    options: Options,
    places: &[Location],
) -> Vec<Quote> {
    let mut wanted: BTreeMap<&str, WantedRows> = BTreeMap::new();
    for place in places {
        if let Some(line) = place.line {
            let sheet = place.sheet.as_ref().map(|sheet| sheet.name.clone());
            wanted.entry(&place.file).or_default().insert((sheet, line));
        }
    }
    let reader = FileReader::new(sources, roster, library, options);
    let quote_one = |source: &Source| {
        let Some(rows) = wanted.get(source.name.as_str()) else {
            return Vec::new();
        };
        let read = reader.read(source, Keep::Quotes(rows), &mut Vec::new());
        let (forced, settled) = (options.decimal, read.seen.settled());
        let mut quotes = Vec::new();
        for mut piece in read.pieces {
            let sheet = piece.sheet.as_ref().map(ToString::to_string);
            for row in piece.take_quoted() {
                quotes.push(row.settle(&source.name, sheet.clone(), forced, settled));
            }
        }
        quotes
    };
    sources.par_iter().flat_map_iter(quote_one).collect()
}
