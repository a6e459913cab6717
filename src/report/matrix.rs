//! The matrix of communes and criteria.

use super::communes::{caveats, lead, title};
use super::{Cell, Page, Scoring, Table, Tone, tight, unbroken, wide};
use crate::score::{Scorecard, Status};
use crate::text::{self, Text};

/// The characters of a criterion's column: two digits and a blank.
const SIGN: usize = 3;

/// Communes by criteria, a sign each. A line per commune where the criteria fit
/// into `width`, else turned: a line per criterion.
pub fn matrix(scoring: &Scoring, width: u16) -> Page {
    let names = scoring.cards.iter().map(|card| &scoring.commune_of(card).name);
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0);
    let criteria = scoring.common.criteria.len();
    let upright = longest + 3 + criteria * SIGN <= usize::from(width);
    let table = if upright { by_commune(scoring) } else { by_criterion(scoring) };
    let mut notes = vec![(Tone::Plain, text::legend())];
    notes.extend(caveats(scoring));
    Page { title: title(scoring), lead: lead(scoring), tables: vec![table], notes }
}

/// The verdict on a criterion: that of its indicators which keeps it from being
/// met.
pub fn criterion_status(card: &Scorecard, place: usize) -> Status {
    let indicators = &card.indicators[card.law.criteria[place].indicators.clone()];
    let any = |status| indicators.iter().any(|i| i.status == status);
    let hindrances = [Status::NotMet, Status::Undetermined, Status::Missing];
    match hindrances.into_iter().find(|status| any(*status)) {
        Some(status) => status,
        None if any(Status::Met) => Status::Met,
        None => Status::NotApplicable,
    }
}

fn by_commune(scoring: &Scoring) -> Table {
    let numbers = scoring.common.criteria.iter().map(|c| tight(Text::same(c.no)));
    let rows = scoring.cards.iter().map(|card| {
        let name = Cell::same(&scoring.commune_of(card).name);
        let places = 0..card.law.criteria.len();
        std::iter::once(name).chain(places.map(|place| sign(card, place))).collect()
    });
    Table {
        caption: None,
        columns: std::iter::once(unbroken(text::commune())).chain(numbers).collect(),
        rows: rows.collect(),
    }
}

fn by_criterion(scoring: &Scoring) -> Table {
    let names = scoring.cards.iter().map(|card| tight(Text::same(&scoring.commune_of(card).name)));
    let rows = scoring.common.criteria.iter().enumerate().map(|(place, criterion)| {
        let name = Cell::same(format_args!("{}. {}", criterion.no, criterion.name));
        std::iter::once(name).chain(scoring.cards.iter().map(|card| sign(card, place))).collect()
    });
    Table {
        caption: None,
        columns: std::iter::once(wide(text::criterion())).chain(names).collect(),
        rows: rows.collect(),
    }
}

/// ✓ met, ✗ not met, ? not known, – not applicable.
fn sign(card: &Scorecard, place: usize) -> Cell {
    let (sign, tone) = match criterion_status(card, place) {
        Status::Met => ("✓", Tone::Good),
        Status::NotMet => ("✗", Tone::Bad),
        Status::Undetermined | Status::Missing => ("?", Tone::Doubt),
        Status::NotApplicable => ("–", Tone::Faint),
    };
    Cell::same(sign).tone(tone)
}
