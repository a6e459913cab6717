//! Tidy: a row per part of an indicator, each number alone in a column of numbers.

use std::io::{self, Write};

use super::{ENTERED, KEY, Rows, cells, entered, heads, key, shown, value, write};
use crate::intake::{Commune, Submission};
use crate::law::{Heading, Requirement, ResolvedIndicator, Value};
use crate::report::Scoring;
use crate::score::{self, PartScore, Scorecard, Shortfall, Tally};

/// Numbers stand in `value` and `threshold`, yes and no and grades in `value_word` and
/// `threshold_word`.
const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("code", |row| row.commune.code.clone()),
    ("name", |row| row.commune.name.clone()),
    ("region", |row| shown(row.commune.case.region.as_deref())),
    ("period", |row| row.scoring.period.to_string()),
    ("level", |row| row.scoring.level.to_string()),
    ("source", |row| row.scoring.voice.to_string()),
    (KEY, |row| key(row.scoring.level, row.law.id)),
    ("criterion", |row| row.heading.no.to_string()),
    ("criterion_name", |row| row.heading.name.clone()),
    ("indicator", |row| row.law.id.to_string()),
    ("indicator_name", |row| row.law.name.clone()),
    ("part", |row| row.require.part.clone()),
    ("measure", |row| row.require.measure.to_string()),
    ("unit", |row| row.require.unit.clone()),
    ("status", |row| row.card.indicators[row.place].status.to_string()),
    ("attainment", |row| row.part.attainment.to_string()),
    ("part_met", |row| row.part.met.to_string()),
    ("value", |row| number(row.part.observation.value().as_deref())),
    ("value_word", |row| row.word(row.part.observation.value().as_deref())),
    ("numerator", |row| shown(row.part.observation.ratio().map(|ratio| &ratio.numerator))),
    ("denominator", |row| shown(row.part.observation.ratio().map(|ratio| &ratio.denominator))),
    ("counts", |row| shown(row.require.counts.as_ref().map(|counts| &counts.what))),
    ("op", |row| row.require.op.to_string()),
    ("threshold", |row| number(row.require.threshold.as_ref().map(|t| &t.value))),
    ("threshold_word", |row| row.word(row.require.threshold.as_ref().map(|t| &t.value))),
    ("gap", |row| shown(row.part.gap(row.require))),
    ("shortfall", |row| shown(row.shortfall.as_ref().map(|shortfall| &shortfall.amount))),
    ("shortfall_unit", |row| shown(row.shortfall.as_ref().map(|shortfall| shortfall.unit))),
    ("confidence", |row| shown(row.require.threshold.as_ref().map(|t| t.confidence))),
    ("basis", |row| row.require.basis.clone()),
    ("evidence", |row| shown(row.evidence)),
];

/// A part of an indicator of a commune.
struct Row<'a> {
    scoring: &'a Scoring<'a>,
    commune: &'a Commune,
    heading: &'a Heading,
    law: &'a ResolvedIndicator,
    card: &'a Scorecard,
    /// The indicator's place in the law.
    place: usize,
    require: &'a Requirement,
    part: &'a PartScore,
    shortfall: Option<Shortfall<'a>>,
    evidence: Option<&'a str>,
}

/// A row per commune, indicator and part.
pub fn parts(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let of_commune = |submission: &Submission, tally: &Tally, rows: &mut Rows<Vec<u8>>| {
        let commune = scoring.commune_of(tally);
        let (card, evidence) = (score::score(submission), submission.evidence());
        let headings = tally.law.criteria.iter();
        let places = headings.flat_map(|of| of.indicators.clone().map(move |place| (of, place)));
        for (heading, place) in places {
            let (law, entered) = (&tally.law.indicators[place], entered(submission, place));
            let parts = law.require.iter().zip(card.parts(place)).zip(&evidence[law.parts()]);
            for ((require, part), evidence) in parts {
                let (card, evidence) = (&card, *evidence);
                let shortfall = part.shortfall(require);
                let row = Row {
                    scoring,
                    commune,
                    heading,
                    law,
                    card,
                    place,
                    require,
                    part,
                    shortfall,
                    evidence,
                };
                rows.write(cells(COLUMNS, &row).chain(entered.clone()))?;
            }
        }
        Ok(())
    };
    write(heads(COLUMNS).chain(ENTERED), scoring, of_commune, out)
}

impl Row<'_> {
    /// A value that is no number.
    fn word(&self, given: Option<&Value>) -> String {
        value(given.filter(|value| !matches!(value, Value::Number(_))), &self.law.grades)
    }
}

/// A value that is a number.
fn number(given: Option<&Value>) -> String {
    value(given.filter(|value| matches!(value, Value::Number(_))), &[])
}
