//! CSV for machines: a header, decimal points, the same in every language.
#![allow(clippy::type_complexity, reason = "a column is a head and the function of its cell")]

mod city;
mod criteria;
mod dialect;
mod diff;
mod explain;
mod gaps;
mod indicator;
mod ladder;
mod parts;
mod problems;
mod rows;
mod trend;
mod worklist;

pub use city::city;
pub use criteria::criteria;
pub use dialect::excel_vi;
pub use diff::diff;
pub use explain::explain;
pub use gaps::gaps;
pub use ladder::ladder;
pub use parts::parts;
pub use problems::problems;
pub use trend::trend;
pub use worklist::worklist;

use std::io::{self, Write};

use self::indicator::{INDICATOR, Verdict};
pub(super) use self::rows::Rows;
use self::rows::{cells, heads, list, shown, table, value};
use super::in_order;
use crate::intake::{Commune, Submission};
use crate::law::{IndicatorId, Level};
use crate::report::Scoring;
use crate::score::{self, Tally, percent};

/// The decimals of percentages and means.
const TWO: u32 = 2;

/// What no tool takes for a number, as it does `17.10`: level and indicator. The last
/// column of every table by indicator.
const KEY: &str = "key";

fn key(level: Level, id: IndicatorId) -> String {
    format!("{level}:{id}")
}

/// Where a value was entered that a lower level gives.
const ENTERED: [&str; 2] = ["entered_level", "entered_indicator"];

/// The level and indicator of a lower level's row by which an indicator is judged.
fn entered(submission: &Submission, indicator: usize) -> [String; 2] {
    let borrowed = submission.borrows(indicator);
    let cells = borrowed.map(|b| [b.from.level.to_string(), b.lower().id.to_string()]);
    cells.unwrap_or_default()
}

/// Whose row it is, and of when.
const WHO: &[(&str, fn(&(&Scoring, &Commune)) -> String)] = &[
    ("code", |(_, commune)| commune.code.clone()),
    ("name", |(_, commune)| commune.name.clone()),
    ("period", |(scoring, _)| scoring.period.to_string()),
    ("level", |(scoring, _)| scoring.level.to_string()),
    ("source", |(scoring, _)| scoring.voice.to_string()),
];

/// A commune, and its result where it has reported.
type CommuneRow<'a> = (&'a Scoring<'a>, &'a Commune, Option<&'a Tally>);

const COMMUNE: &[(&str, fn(&CommuneRow) -> String)] = &[
    ("code", |(_, commune, _)| commune.code.clone()),
    ("name", |(_, commune, _)| commune.name.clone()),
    ("region", |(_, commune, _)| shown(commune.case.region.as_deref())),
    ("period", |(scoring, ..)| scoring.period.to_string()),
    ("level", |(scoring, ..)| scoring.level.to_string()),
    ("source", |(scoring, ..)| scoring.voice.to_string()),
    ("achieved", |(.., tally)| shown(tally.map(Tally::achieved))),
    ("progress", |(.., tally)| shown(tally.map(|tally| tally.progress.rounded(TWO)))),
    ("criteria_met", |(.., tally)| shown(tally.map(Tally::criteria_met))),
    ("criteria_total", |(.., tally)| shown(tally.map(|tally| tally.law.criteria.len()))),
    ("criteria_percent", |(.., tally)| {
        shown(tally.map(|t| percent(t.criteria_met(), t.law.criteria.len()).rounded(TWO)))
    }),
    ("indicators_met", |(.., tally)| shown(tally.map(|tally| tally.counts().met))),
    ("indicators_not_met", |(.., tally)| shown(tally.map(|tally| tally.counts().not_met))),
    ("indicators_missing", |(.., tally)| shown(tally.map(|tally| tally.counts().missing))),
    ("indicators_undetermined", |(.., tally)| shown(tally.map(|t| t.counts().undetermined))),
    ("indicators_not_applicable", |(.., tally)| shown(tally.map(|t| t.counts().not_applicable))),
    ("indicators_total", |(.., tally)| shown(tally.map(|tally| tally.law.indicators.len()))),
    ("indicators_percent", |(.., tally)| {
        shown(tally.map(|t| percent(t.counts().met, t.law.indicators.len()).rounded(TWO)))
    }),
    ("reported", |(.., tally)| tally.is_some().to_string()),
];

/// A row per commune, those that have not reported last, without figures.
pub fn communes(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let reported =
        scoring.tallies.iter().map(|tally| (scoring, scoring.commune_of(tally), Some(tally)));
    let silent = scoring.not_reported.iter();
    let silent = silent.map(|place| (scoring, &scoring.roster.communes[*place], None));
    table(COMMUNE, reported.chain(silent), out)
}

/// The matrix: a row per commune, a column per criterion with its status.
pub fn matrix(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    let numbers = scoring.common.criteria.iter().map(|criterion| criterion.no.to_string());
    rows.write(heads(WHO).map(str::to_owned).chain(numbers))?;
    for tally in scoring.tallies {
        let places = 0..tally.law.criteria.len();
        let statuses = places.map(|place| tally.criterion_status(place).to_string());
        rows.write(cells(WHO, &(scoring, scoring.commune_of(tally))).chain(statuses))?;
    }
    rows.flush()
}

/// A row per commune and indicator. Where an indicator has several parts, their
/// values stand in one cell in the order of the parts, with `;` between them.
pub fn indicators(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let of_commune = |submission: &Submission, tally: &Tally, rows: &mut Rows<Vec<u8>>| {
        let who = (scoring, scoring.commune_of(tally));
        let (card, evidence) = (score::score(submission), submission.evidence());
        for place in tally.law.criteria.iter().flat_map(|heading| heading.indicators.clone()) {
            let verdict = Verdict::new(&card, &evidence, place);
            let entered = entered(submission, place);
            let key = key(scoring.level, verdict.law.id);
            let row = cells(WHO, &who).chain(cells(INDICATOR, &verdict));
            rows.write(row.chain(entered).chain([key]))?;
        }
        Ok(())
    };
    let head = heads(WHO).chain(heads(INDICATOR)).chain(ENTERED).chain([KEY]);
    write(head, scoring, of_commune, out)
}

/// Writes a head and the rows that `of_commune` makes of each result.
fn write(
    head: impl IntoIterator<Item = &'static str>,
    scoring: &Scoring,
    of_commune: impl Fn(&Submission, &Tally, &mut Rows<Vec<u8>>) -> csv::Result<()> + Sync,
    out: &mut dyn Write,
) -> io::Result<()> {
    let make = |submissions: &[Submission], tallies: &[Tally]| -> io::Result<Vec<u8>> {
        let mut rows = Rows::new(Vec::new());
        for (submission, tally) in submissions.iter().zip(tallies) {
            of_commune(submission, tally, &mut rows)?;
        }
        rows.into_bytes()
    };
    Rows::new(&mut *out).write(head)?;
    in_order(scoring, make, |rows| out.write_all(&rows?))
}
