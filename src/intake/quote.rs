//! Rows as their files write them. What is packed of a row does not keep its text: the
//! few rows that are wanted are read again.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::column::Column;
use super::context::{Context, Keep};
use super::periods::Due;
use super::quantity::{Cells, Spoken};
use super::quoted::{Number, Quote, Quoted, QuotedCell, Wanted};
use super::reader::Reader;
use super::shape::Flaws;
use super::standards::Standards;
use super::table::Row;
use super::value;
use super::{Options, Roster, Source, book, copy, file};
use crate::law::{Library, Resolved};
use crate::problem::Location;

/// The rows at `places` as written. Files are read as before, with the same options.
pub fn quote(
    sources: &[Source],
    roster: &Roster,
    library: &Library,
    options: Options,
    places: &[Location],
) -> Vec<Quote> {
    let mut wanted: BTreeMap<&str, Wanted> = BTreeMap::new();
    for place in places {
        if let Some(line) = place.line {
            let sheet = place.sheet.as_ref().map(|sheet| sheet.name.clone());
            wanted.entry(&place.file).or_default().insert((sheet, line));
        }
    }
    let standards = Standards::new(library);
    let due = Due::of(sources, options);
    let quote_one = |source: &Source| {
        let Some(rows) = wanted.get(source.name.as_str()) else {
            return Vec::new();
        };
        let (standards, due) = (&standards, due.in_file(source));
        let (sheet, flaws, keep) = (None, Flaws::default(), Keep::Quotes(rows));
        let context = Context { roster, standards, options, source, sheet, keep, due, flaws };
        let read = file::read_file(&context, &mut Vec::new());
        let (forced, settled) = (options.decimal, read.seen.settled());
        let mut quotes = Vec::new();
        for mut piece in read.pieces {
            let sheet = piece.sheet.as_ref().map(ToString::to_string);
            for row in piece.take_quoted() {
                quotes.push(row.of(&source.name, sheet.clone(), forced, settled));
            }
        }
        quotes
    };
    sources.par_iter().flat_map_iter(quote_one).collect()
}

impl Reader<'_> {
    /// Keeps a row as written, where it is wanted.
    pub(super) fn quote_row(&mut self, row: &Row, law: Option<&Resolved>) {
        let Keep::Quotes(wanted) = self.context.keep else {
            return;
        };
        let sheet = self.piece.sheet.as_ref().map(ToString::to_string);
        if !wanted.contains(&(sheet, row.line)) {
            return;
        }
        let cells = self.header.columns().filter_map(|(column, head, place)| {
            let text = row.cell(place);
            let sheet = self.piece.sheet.as_ref();
            let address = sheet.and_then(|n| book::in_sheet(n, Some(place), Some(row.line)).cell);
            let (column, number) = (column.as_str(), self.number(row, law, column));
            let (head, how, written) = (head.to_owned(), None, text.to_owned());
            let cell = QuotedCell { column, head, text: written, address, how };
            (!text.is_empty()).then_some((cell, number))
        });
        let quoted = Quoted { line: row.line, cells: cells.collect() };
        self.piece.aside().quoted.push(quoted);
    }

    /// What a cell is as a number.
    fn number(&self, row: &Row, law: Option<&Resolved>, column: Column) -> Number {
        let columns = [Column::Value, Column::Numerator, Column::Denominator];
        let place = columns.iter().position(|other| *other == column);
        let id = self.id_of(row);
        let indicator = law.and_then(|law| Some(&law.indicators[law.position(id?)?]));
        let (Some(place), Some(indicator)) = (place, indicator) else {
            return Number::None;
        };
        let required = copy::requirement(self.part_of(row), indicator);
        if !required.measure.is_numeric() {
            return Number::None;
        }
        match self.header.is_number(row, column) {
            true => Number::Sheet,
            false => {
                let cells = columns.map(|column| self.header.cell(row, column));
                let spoken = Spoken::new(Cells::new(cells, [false; 3], &[]), required);
                // Of a ratio in the value's cell its first number tells.
                let told = if spoken.numbers[place].is_empty() { 1 } else { place };
                Number::Text(value::range(told, required), spoken.numbers[told].to_owned())
            }
        }
    }
}
