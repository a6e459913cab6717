//! The header as one commune or month has it, in a table with columns for several.

use std::sync::Arc;

use super::column::Column;
use super::header::Header;
use super::header_names::{HeadName, Meaning};
use super::header_rows::Heads;
use super::of_one::OfOne;
use crate::period::Period;

impl Header {
    /// The header of one commune or month, as yet without its own columns.
    pub(super) fn of_one(
        &self,
        commune: Option<String>,
        period: Option<Period>,
        name: &str,
    ) -> Header {
        let period = period.map(|period| period.to_string());
        let one = OfOne { commune, period, name: Some(name.into()), ..OfOne::default() };
        let mut header = Header { one: Some(Box::new(one)), ..self.clone() };
        header.finish();
        header
    }

    fn one(&mut self) -> &mut OfOne {
        self.one.get_or_insert_default()
    }

    /// The name of its results, where it is that of one of several.
    pub(super) fn name_of_one(&self) -> Option<Arc<str>> {
        self.one.as_ref().and_then(|one| one.name.clone())
    }

    /// The month that it is of by its name.
    pub(super) fn names_month(&self) -> bool {
        self.one.as_ref().is_some_and(|one| one.period.is_some())
    }

    /// Whether a column of its own has this meaning.
    pub(super) fn has_own(&self, column: Column) -> bool {
        self.one.as_ref().is_some_and(|one| one.own.contains(&column))
    }

    /// Takes a column of its own.
    pub(super) fn take_own(&mut self, place: usize, names: &[HeadName], meaning: Meaning) {
        self.make_room(meaning);
        self.take(place, names, meaning, None);
        self.finish();
    }

    /// Takes two columns of marks of its own.
    pub(super) fn take_own_marks(
        &mut self,
        heads: &Heads,
        pair: (usize, usize),
        names: &[HeadName],
        meaning: Meaning,
    ) {
        self.make_room(meaning);
        self.add_marks(heads, pair, names, meaning);
    }

    /// A column of its own stands for one that is shared.
    fn make_room(&mut self, meaning: Meaning) {
        let Meaning::Read(column, _) = meaning else { return };
        self.found.retain(|found| found.column != column);
        self.places[column as usize] = None;
        self.one().own.push(column);
    }

    /// Says where others have their results.
    pub(super) fn set_others(&mut self, places: &[usize]) {
        let own = self.own_results();
        self.one().others = places.iter().copied().filter(|place| !own.contains(place)).collect();
    }

    /// The places of its values, numerators and denominators.
    pub(super) fn own_results(&self) -> Vec<usize> {
        let values = [Column::Value, Column::Numerator, Column::Denominator];
        let places = values.into_iter().filter_map(|column| self.places[column as usize]);
        let marks = self.marks.iter().filter(|marks| values.contains(&marks.column));
        let mut places: Vec<usize> =
            places.chain(marks.flat_map(|marks| [marks.yes, marks.no])).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The places of all results of a row, whoever they are of.
    pub(super) fn all_results(&self) -> Vec<usize> {
        let others = self.one.iter().flat_map(|one| one.others.iter().copied());
        self.own_results().into_iter().chain(others).collect()
    }

    /// Nothing is read under it.
    pub(super) fn refused(self) -> Header {
        Header { is_refused: true, ..self }
    }

    /// A column without a meaning, of which others say what is wrong.
    pub(super) fn leave_out_unknown(&mut self, place: usize) {
        if let Some(index) = self.unknown_places.iter().position(|other| *other == place) {
            self.unknown_places.remove(index);
            self.unknown.remove(index);
        }
    }
}
