//! The whole chain behind a verdict: the rows as written, how the threshold came about,
//! the comparison with its exact numbers, and what would change the verdict.

mod link;

pub use link::{Change, Comparison, Link, Move, Moved, Sides, Sign};

use crate::exact::MOST_DIGITS;
use crate::intake::{Commune, Quote, QuotedCell, RowRef, RowStatus, Speaks, Submission};
use crate::law::{History, Set};
use crate::problem::{Location, Problem};
use crate::score::{self, Scorecard};

/// The most decimals that a number of a chain can have: those of the product of two that
/// people typed. With as many it is written exactly.
pub const DECIMALS: u32 = 2 * MOST_DIGITS as u32;

/// Verdicts on a commune with the chain behind each.
#[derive(Debug)]
pub struct Explained<'a> {
    pub commune: &'a Commune,
    /// What was judged.
    pub submission: &'a Submission,
    /// The base set that it was judged by.
    pub set: &'a Set,
    /// The result in full.
    pub card: Scorecard,
    /// The indicators explained, in the order of the law.
    pub chains: Vec<Chain<'a>>,
}

/// The chain behind the verdict on one indicator.
#[derive(Debug)]
pub struct Chain<'a> {
    /// The place of its criterion in the law.
    pub criterion: usize,
    /// Its own place.
    pub indicator: usize,
    /// How its thresholds came about.
    pub history: History<'a>,
    /// The rows that speak of it, in the order of the files.
    pub rows: Vec<Written<'a>>,
    /// What becomes of each of its parts, in the order of the law.
    pub links: Vec<Link>,
    /// The other indicators of its criterion that are not met, by their places.
    pub lacking: Vec<usize>,
}

/// A row that speaks of the indicator.
#[derive(Debug)]
pub struct Written<'a> {
    /// Where it stands, of what it speaks, and what becomes of it.
    pub row: RowRef,
    /// What its file holds there.
    pub quote: Option<&'a Quote>,
    /// What is wrong with it.
    pub problems: Vec<&'a Problem>,
}

impl<'a> Written<'a> {
    /// The cell of a workbook that gives its value: of a ratio the numerator's.
    pub fn address(&self) -> Option<&str> {
        let cells = || self.quote.into_iter().flat_map(|quote| &quote.cells);
        let of = |column: &&str| cells().find(|cell| cell.column == *column);
        let given = QuotedCell::VALUES.iter().find_map(|column| of(column)?.address.as_deref());
        given.or_else(|| self.row.place.sheet.as_ref()?.cell.as_deref())
    }

    /// What it holds in a column, by its canonical name.
    pub fn cell(&self, column: &str) -> Option<&'a str> {
        let cell = self.quote?.cells.iter().find(|cell| cell.column == column)?;
        Some(cell.text.as_str()).filter(|text| *text != "-")
    }

    /// Whether its evidence is to prove what is judged: it counts, and not for checking
    /// only.
    pub fn proves(&self) -> bool {
        let judged = matches!(&self.row.speaks, Speaks::Parts(parts) if !parts.is_empty());
        judged && self.row.fate != RowStatus::Passed
    }

    /// Whether it speaks of the part at a place under the indicator.
    pub fn is_of(&self, part: usize) -> bool {
        match &self.row.speaks {
            Speaks::Parts(parts) => parts.contains(&part),
            Speaks::Checked | Speaks::Nothing => false,
        }
    }
}

/// The places of all rows that speak of some indicators.
pub fn places(submission: &Submission, indicators: &[usize]) -> Vec<Location> {
    let rows = indicators.iter().flat_map(|indicator| submission.rows_of(*indicator));
    rows.map(|row| row.place).collect()
}

/// Explains the verdicts on some indicators of a commune, by their places in the law.
/// `set`: the base set that it was judged by; `quotes`: its rows as written; `problems`:
/// what was found in the data.
pub fn explain<'a>(
    (commune, submission): (&'a Commune, &'a Submission),
    set: &'a Set,
    indicators: &[usize],
    quotes: &'a [Quote],
    problems: &'a [Problem],
) -> Explained<'a> {
    let card = score::score(submission);
    let law = &submission.law;
    let chain = |place: &usize| {
        let (place, indicator) = (*place, &law.indicators[*place]);
        let history = set.history(indicator.id, submission.period, &commune.case)?;
        let criterion = law.criteria.iter().position(|c| c.indicators.contains(&place))?;
        let others = law.criteria[criterion].indicators.clone().filter(|other| *other != place);
        let parts = indicator.require.iter().zip(card.parts(place));
        let written = |row: RowRef| Written {
            quote: quotes.iter().find(|quote| quote.is_at(&row.place)),
            problems: problems.iter().filter(|p| p.is_error() && same_row(p, &row.place)).collect(),
            row,
        };
        Some(Chain {
            criterion,
            indicator: place,
            history,
            rows: submission.rows_of(place).into_iter().map(written).collect(),
            links: parts.map(|(requirement, part)| Link::new(requirement, part)).collect(),
            lacking: others.filter(|n| !card.indicators[*n].status.counts_as_met()).collect(),
        })
    };
    let chains = indicators.iter().filter_map(chain).collect();
    Explained { commune, submission, set, card, chains }
}

fn same_row(problem: &Problem, place: &Location) -> bool {
    let sheet = |place: &Location| place.sheet.as_ref().map(|sheet| sheet.name.clone());
    let other = &problem.place;
    let same_column = other.of.is_none() || other.of == place.of;
    let same_row = other.line == place.line && other.file == place.file;
    same_row && same_column && sheet(other) == sheet(place)
}
