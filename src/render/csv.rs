//! CSV for machines: a header, decimal points, the same in every language.

mod city;
mod criteria;
mod dialect;
mod diff;
mod explain;
mod gaps;
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

pub(super) use self::rows::Rows;
use super::in_order;
use crate::exact::Exact;
use crate::intake::{Commune, Submission};
use crate::law::{IndicatorId, Level, Requirement, ResolvedIndicator, Value};
use crate::report::Scoring;
use crate::score::{self, PartScore, Scorecard, Tally, documents, percent};

/// The decimals of percentages and means.
const TWO: u32 = 2;

/// The columns of an indicator's verdict.
const INDICATOR: [&str; 16] = [
    "indicator",
    "status",
    "attainment",
    "parts",
    "value",
    "numerator",
    "denominator",
    "unit",
    "op",
    "threshold",
    "gap",
    "shortfall",
    "shortfall_unit",
    "confidence",
    "basis",
    "evidence",
];

/// What no tool takes for a number, as it does `17.10`: level and indicator. The last
/// column of every table by indicator.
const KEY: &str = "key";

fn key(level: Level, id: IndicatorId) -> String {
    format!("{level}:{id}")
}

/// Where a value was entered that a lower level gives.
const ENTERED: [&str; 2] = ["entered_level", "entered_indicator"];

/// A row per commune, those that have not reported last, without figures.
///
/// # Errors
/// When `out` cannot be written to.
pub fn communes(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let head = [
        "code",
        "name",
        "region",
        "period",
        "level",
        "source",
        "achieved",
        "progress",
        "criteria_met",
        "criteria_total",
        "criteria_percent",
        "indicators_met",
        "indicators_not_met",
        "indicators_missing",
        "indicators_undetermined",
        "indicators_not_applicable",
        "indicators_total",
        "indicators_percent",
        "reported",
    ];
    let period = scoring.period.to_string();
    let row = |tally: &Tally, rows: &mut Rows<Vec<u8>>| {
        let commune = scoring.commune_of(tally);
        let (met, total) = (tally.criteria_met(), tally.law.criteria.len());
        let (counts, indicators) = (tally.counts(), tally.law.indicators.len());
        rows.write([
            commune.code.as_str(),
            &commune.name,
            commune.case.region.as_deref().unwrap_or_default(),
            &period,
            scoring.level.as_str(),
            scoring.voice.as_str(),
            if met == total { "true" } else { "false" },
            &tally.progress.rounded(TWO),
            &met.to_string(),
            &total.to_string(),
            &percent(met, total).rounded(TWO),
            &counts.met.to_string(),
            &counts.not_met.to_string(),
            &counts.missing.to_string(),
            &counts.undetermined.to_string(),
            &counts.not_applicable.to_string(),
            &indicators.to_string(),
            &percent(counts.met, indicators).rounded(TWO),
            "true",
        ])
    };
    write(head, scoring, |_, tally, rows| row(tally, rows), out)?;
    let mut rows = Rows::new(out);
    for place in scoring.not_reported {
        let commune = &scoring.roster.communes[*place];
        let who = [
            commune.code.as_str(),
            &commune.name,
            commune.case.region.as_deref().unwrap_or_default(),
            &period,
            scoring.level.as_str(),
            scoring.voice.as_str(),
        ];
        let nothing = [""; 12];
        rows.write(who.into_iter().chain(nothing).chain(["false"]))?;
    }
    rows.flush()
}

/// The matrix: a row per commune, a column per criterion with its status.
///
/// # Errors
/// When `out` cannot be written to.
pub fn matrix(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    let numbers = scoring.common.criteria.iter().map(|criterion| criterion.no.to_string());
    let head = ["code", "name", "period", "level", "source"].map(str::to_owned);
    rows.write(head.into_iter().chain(numbers))?;
    let period = scoring.period.to_string();
    for tally in scoring.tallies {
        let commune = scoring.commune_of(tally);
        let who = [
            commune.code.as_str(),
            &commune.name,
            &period,
            scoring.level.as_str(),
            scoring.voice.as_str(),
        ];
        let places = 0..tally.law.criteria.len();
        let statuses = places.map(|place| tally.criterion_status(place).as_str());
        rows.write(who.into_iter().chain(statuses))?;
    }
    rows.flush()
}

/// A row per commune and indicator. Where an indicator has several parts, their
/// values stand in one cell in the order of the parts, with `;` between them.
///
/// # Errors
/// When `out` cannot be written to.
pub fn indicators(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let period = scoring.period.to_string();
    let of_commune = |submission: &Submission, tally: &Tally, rows: &mut Rows<Vec<u8>>| {
        let commune = scoring.commune_of(tally);
        let (card, evidence) = (score::score(submission), submission.evidence());
        for heading in &tally.law.criteria {
            for place in heading.indicators.clone() {
                let who = commune_columns(scoring, commune, &period, heading.no);
                let entered = entered(submission, place);
                let verdict = indicator(&card, &evidence, place).into_iter().chain(entered);
                let key = key(scoring.level, tally.law.indicators[place].id);
                rows.write(who.into_iter().chain(verdict).chain([key]))?;
            }
        }
        Ok(())
    };
    let head = WHO.into_iter().chain(INDICATOR).chain(ENTERED).chain([KEY]);
    write(head, scoring, of_commune, out)
}

/// Whose row it is, and when.
const WHO: [&str; 6] = ["code", "name", "period", "level", "source", "criterion"];

/// Writes a head and the rows that `of_commune` makes of each result.
fn write<'h>(
    head: impl IntoIterator<Item = &'h str>,
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

/// Whose row it is, and when.
fn commune_columns(
    scoring: &Scoring,
    commune: &Commune,
    period: &str,
    criterion: u16,
) -> [String; 6] {
    [
        commune.code.clone(),
        commune.name.clone(),
        period.to_owned(),
        scoring.level.as_str().to_owned(),
        scoring.voice.as_str().to_owned(),
        criterion.to_string(),
    ]
}

fn indicator(card: &Scorecard, evidence: &[Option<&str>], place: usize) -> Vec<String> {
    let (law, score) = (&card.tally.law.indicators[place], &card.indicators[place]);
    let parts = card.parts(place);
    let join = |cell: &dyn Fn(&Requirement, &PartScore) -> String| joined(law, parts, cell);
    let value = |one: Option<&Value>| value(one, &law.grades);
    vec![
        law.id.to_string(),
        score.status.as_str().to_owned(),
        score.attainment.to_string(),
        join(&|require, _| require.part.clone()),
        join(&|_, part| value(part.observation.value().as_deref())),
        join(&|_, part| number(part.observation.ratio().map(|r| &r.numerator))),
        join(&|_, part| number(part.observation.ratio().map(|r| &r.denominator))),
        join(&|require, _| require.unit.clone()),
        join(&|require, _| require.op.as_str().to_owned()),
        join(&|require, _| value(require.threshold.as_ref().map(|t| &t.value))),
        join(&|require, part| number(part.gap(require).as_ref())),
        join(&|require, part| {
            part.shortfall(require).map(|s| s.amount.to_string()).unwrap_or_default()
        }),
        join(&|require, part| {
            part.shortfall(require).map(|s| s.unit.to_owned()).unwrap_or_default()
        }),
        join(&|require, _| {
            let confidence = require.threshold.as_ref().map(|t| t.confidence.as_str());
            confidence.unwrap_or_default().to_owned()
        }),
        join(&|require, _| require.basis.clone()),
        documents(&evidence[law.parts()]).join("; "),
    ]
}

/// The level and indicator of a lower level's row by which an indicator is judged.
fn entered(submission: &Submission, indicator: usize) -> [String; 2] {
    let borrowed = submission.borrows(indicator);
    let cells = borrowed.map(|b| [b.from.level.as_str().to_owned(), b.lower().id.to_string()]);
    cells.unwrap_or_default()
}

/// A cell of an indicator's parts, with `;` between them: as many cells as there are
/// parts, whatever they hold, so that those of several columns can be put side by side.
fn joined(
    law: &ResolvedIndicator,
    parts: &[PartScore],
    cell: &dyn Fn(&Requirement, &PartScore) -> String,
) -> String {
    let pairs = law.require.iter().zip(parts);
    let cells: Vec<String> = pairs.map(|(require, part)| cell(require, part)).collect();
    cells.join(";")
}

fn number(number: Option<&Exact>) -> String {
    number.map(ToString::to_string).unwrap_or_default()
}

fn value(value: Option<&Value>, grades: &[String]) -> String {
    match value {
        Some(Value::YesNo(flag)) => flag.to_string(),
        Some(Value::Number(exact)) => exact.to_string(),
        Some(Value::Grade(place)) => grades[*place].clone(),
        None => String::new(),
    }
}
