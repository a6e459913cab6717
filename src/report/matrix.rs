//! The matrix of communes and criteria.

use super::communes::{caveats, lead, title};
use super::document::{FooterCell, Grid, Total};
use super::{Cell, Page, Scoring, Table, Tone, tight, unbroken, wide};
use crate::score::{Status, Tally};
use crate::text::{self, Text};

/// The sign of a criterion that is met.
const MET: char = '✓';

/// The characters of a criterion's column: two digits and a blank.
const SIGN: usize = 3;

/// Communes by criteria, a sign each. A line per commune where the criteria fit
/// into `width`, else turned: a line per criterion.
pub fn matrix(scoring: &Scoring, width: u16) -> Page {
    let names = scoring.tallies.iter().map(|tally| &scoring.commune_of(tally).name);
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    let criteria = scoring.common.criteria.len();
    let upright = longest + 3 + criteria * SIGN <= usize::from(width);
    let table = if upright { by_commune(scoring) } else { by_criterion(scoring) };
    let mut notes = vec![(Tone::Plain, text::legend())];
    notes.extend(caveats(scoring));
    Page { title: title(scoring), lead: lead(scoring), tables: vec![table], notes }
}

/// The matrix with a line per commune, and below how many meet each criterion.
pub(super) fn grid(scoring: &Scoring) -> Grid {
    let places = 0..scoring.common.criteria.len();
    let met = places.map(|place| {
        let met = scoring.tallies.iter().filter(|t| t.criterion_status(place) == Status::Met);
        FooterCell { cell: Cell::count(met.count()), total: Some(Total::Count(MET)) }
    });
    let head = FooterCell { cell: Cell::words(text::total_row()), total: None };
    let foot = std::iter::once(head).chain(met).collect();
    Grid { table: by_commune(scoring), heat: true, foot }
}

fn by_commune(scoring: &Scoring) -> Table {
    let numbers = scoring.common.criteria.iter().map(|c| tight(Text::same(c.no)));
    let rows = scoring.tallies.iter().map(|tally| {
        let name = Cell::same(&scoring.commune_of(tally).name);
        let places = 0..tally.law.criteria.len();
        std::iter::once(name).chain(places.map(|place| sign(tally, place))).collect()
    });
    Table {
        caption: None,
        columns: std::iter::once(unbroken(text::commune())).chain(numbers).collect(),
        rows: rows.collect(),
    }
}

fn by_criterion(scoring: &Scoring) -> Table {
    let tallies = || scoring.tallies.iter();
    let names = tallies().map(|tally| tight(Text::same(&scoring.commune_of(tally).name)));
    let rows = scoring.common.criteria.iter().enumerate().map(|(place, criterion)| {
        let name = Cell::same(format_args!("{}. {}", criterion.no, criterion.name));
        std::iter::once(name).chain(tallies().map(|tally| sign(tally, place))).collect()
    });
    Table {
        caption: None,
        columns: std::iter::once(wide(text::criterion())).chain(names).collect(),
        rows: rows.collect(),
    }
}

/// ✓ met, ✗ not met, ? not known, – not applicable.
fn sign(tally: &Tally, place: usize) -> Cell {
    let (sign, tone) = match tally.criterion_status(place) {
        Status::Met => (MET, Tone::Good),
        Status::NotMet => ('✗', Tone::Bad),
        Status::Undetermined | Status::Missing => ('?', Tone::Doubt),
        Status::NotApplicable => ('–', Tone::Faint),
    };
    Cell::same(sign).tone(tone)
}
