//! Tidy: a row per part of an indicator, each number alone in a column of numbers.

use std::io::{self, Write};

use super::{ENTERED, KEY, Rows, entered, key, number, write};
use crate::exact::Exact;
use crate::intake::Submission;
use crate::law::Value;
use crate::report::Scoring;
use crate::score::{self, Scorecard, Tally};

const HEAD: [&str; 31] = [
    "code",
    "name",
    "region",
    "period",
    "level",
    "source",
    KEY,
    "criterion",
    "criterion_name",
    "indicator",
    "indicator_name",
    "part",
    "measure",
    "unit",
    "status",
    "attainment",
    "part_met",
    "value",
    "value_word",
    "numerator",
    "denominator",
    "counts",
    "op",
    "threshold",
    "threshold_word",
    "gap",
    "shortfall",
    "shortfall_unit",
    "confidence",
    "basis",
    "evidence",
];

/// A row per commune, indicator and part. Numbers stand in `value` and `threshold`, yes and
/// no and grades in `value_word` and `threshold_word`.
///
/// # Errors
/// When `out` cannot be written to.
pub fn parts(scoring: &Scoring, out: &mut dyn Write) -> io::Result<()> {
    let of_commune = |submission: &Submission, tally: &Tally, rows: &mut Rows<Vec<u8>>| {
        let (card, evidence) = (score::score(submission), submission.evidence());
        for (criterion, heading) in tally.law.criteria.iter().enumerate() {
            for place in heading.indicators.clone() {
                let entered = entered(submission, place);
                let about = About { scoring, card: &card, evidence: &evidence, criterion };
                for part in 0..tally.law.indicators[place].require.len() {
                    rows.write(about.row(place, part).into_iter().chain(entered.clone()))?;
                }
            }
        }
        Ok(())
    };
    write(HEAD.into_iter().chain(ENTERED), scoring, of_commune, out)
}

/// Whose rows are written.
struct About<'a> {
    scoring: &'a Scoring<'a>,
    card: &'a Scorecard,
    evidence: &'a [Option<&'a str>],
    criterion: usize,
}

impl About<'_> {
    fn row(&self, place: usize, part: usize) -> [String; HEAD.len()] {
        let (scoring, tally) = (self.scoring, &self.card.tally);
        let (commune, law) = (scoring.commune_of(tally), &tally.law.indicators[place]);
        let (heading, verdict) =
            (&tally.law.criteria[self.criterion], &self.card.indicators[place]);
        let (require, score) = (&law.require[part], &self.card.parts(place)[part]);
        let ratio = score.observation.ratio();
        let value = score.observation.value();
        let threshold = require.threshold.as_ref();
        let shortfall = score.shortfall(require);
        let [value, value_word] = apart(value.as_deref(), &law.grades);
        let [asked, asked_word] = apart(threshold.map(|t| &t.value), &law.grades);
        [
            commune.code.clone(),
            commune.name.clone(),
            commune.case.region.as_deref().unwrap_or_default().to_owned(),
            scoring.period.to_string(),
            scoring.level.as_str().to_owned(),
            scoring.voice.as_str().to_owned(),
            key(scoring.level, law.id),
            heading.no.to_string(),
            heading.name.clone(),
            law.id.to_string(),
            law.name.clone(),
            require.part.clone(),
            require.measure.as_str().to_owned(),
            require.unit.clone(),
            verdict.status.as_str().to_owned(),
            score.attainment.to_string(),
            score.met.to_string(),
            value,
            value_word,
            number(ratio.map(|ratio| &ratio.numerator)),
            number(ratio.map(|ratio| &ratio.denominator)),
            require.counts.as_ref().map(|counts| counts.what.clone()).unwrap_or_default(),
            require.op.as_str().to_owned(),
            asked,
            asked_word,
            number(score.gap(require).as_ref()),
            number(shortfall.as_ref().map(|shortfall| &shortfall.amount)),
            shortfall.as_ref().map(|shortfall| shortfall.unit.to_owned()).unwrap_or_default(),
            threshold.map(|t| t.confidence.as_str()).unwrap_or_default().to_owned(),
            require.basis.clone(),
            self.evidence[law.first_part + part].unwrap_or_default().to_owned(),
        ]
    }
}

/// A value as a number or as a word, whichever it is.
fn apart(value: Option<&Value>, grades: &[String]) -> [String; 2] {
    let number = |number: &Exact| [number.to_string(), String::new()];
    match value {
        Some(Value::Number(exact)) => number(exact),
        other => [String::new(), super::value(other, grades)],
    }
}
