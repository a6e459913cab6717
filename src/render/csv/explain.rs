//! The chains behind verdicts: a row per commune, indicator and part.

use std::io::{self, Write};

use super::{ENTERED, KEY, entered, key, list, shown, table, value};
use crate::analysis::explain::{Chain, Change, DECIMALS, Explained, Sides, Written};
use crate::law::{Requirement, Resolved, ResolvedIndicator};
use crate::report::Scoring;
use crate::score::PartScore;

/// The decimals of numbers; all digits of a comparison stand in the last two columns.
const SIX: usize = 6;

const COLUMNS: &[(&str, fn(&Row) -> String)] = &[
    ("code", |row| row.of.commune.code.clone()),
    ("name", |row| row.of.commune.name.clone()),
    ("period", |row| row.scoring.period.to_string()),
    ("level", |row| row.scoring.level.to_string()),
    ("source", |row| row.scoring.voice.to_string()),
    ("criterion", |row| row.law().criteria[row.chain.criterion].no.to_string()),
    ("indicator", |row| row.indicator().id.to_string()),
    ("status", |row| row.of.card.indicators[row.chain.indicator].status.to_string()),
    ("part", |row| row.require().part.clone()),
    ("part_met", |row| row.part().met.to_string()),
    ("value", |row| value(row.part().observation.value().as_deref(), &row.indicator().grades)),
    ("numerator", |row| shown(row.part().observation.ratio().map(|ratio| &ratio.numerator))),
    ("denominator", |row| shown(row.part().observation.ratio().map(|ratio| &ratio.denominator))),
    ("unit", |row| row.require().unit.clone()),
    ("op", |row| row.require().op.to_string()),
    ("threshold", |row| {
        value(row.require().threshold.as_ref().map(|t| &t.value), &row.indicator().grades)
    }),
    ("left", |row| row.sides[0].clone()),
    ("sign", |row| row.sides[1].clone()),
    ("right", |row| row.sides[2].clone()),
    ("needed", |row| row.moves[0].clone()),
    ("needed_to", |row| row.moves[1].clone()),
    ("margin", |row| row.moves[2].clone()),
    ("margin_to", |row| row.moves[3].clone()),
    ("moves", |row| row.moves[4].clone()),
    ("moves_unit", |row| row.moves[5].clone()),
    ("given_by", |row| {
        shown(row.chain.history.given_by(&row.require().part).map(|step| &step.of.id))
    }),
    ("left_open_by", |row| {
        shown(row.chain.history.opened_by(&row.require().part).map(|step| &step.of.id))
    }),
    ("layers", |row| list(row.chain.history.steps.iter().map(|step| &step.of.id))),
    ("date", |row| row.chain.history.day.to_string()),
    ("column", |row| shown(row.chain.history.column)),
    ("confidence", |row| shown(row.require().threshold.as_ref().map(|t| t.confidence))),
    ("basis", |row| row.require().basis.clone()),
    // Several rows with `;` between them, as many in each cell.
    ("file", |row| list(row.written().map(|written| &written.row.place.file))),
    ("line", |row| list(row.written().map(|written| shown(written.row.place.line)))),
    ("sheet", |row| {
        list(row.written().map(|w| shown(w.row.place.sheet.as_ref().map(|sheet| &sheet.name))))
    }),
    ("cell", |row| list(row.written().map(|written| shown(written.address())))),
    ("evidence", |row| shown(row.evidence)),
    ("left_exact", |row| row.exact[0].clone()),
    ("right_exact", |row| row.exact[1].clone()),
    (ENTERED[0], |row| entered(row.of.submission, row.chain.indicator)[0].clone()),
    (ENTERED[1], |row| entered(row.of.submission, row.chain.indicator)[1].clone()),
    (KEY, |row| key(row.scoring.level, row.indicator().id)),
];

/// A part of an indicator of a commune.
struct Row<'a> {
    scoring: &'a Scoring<'a>,
    of: &'a Explained<'a>,
    chain: &'a Chain<'a>,
    /// The part's place.
    place: usize,
    evidence: Option<&'a str>,
    sides: [String; 3],
    exact: [String; 2],
    moves: [String; 6],
}

impl<'a> Row<'a> {
    fn law(&self) -> &'a Resolved {
        &self.of.card.tally.law
    }

    fn indicator(&self) -> &'a ResolvedIndicator {
        &self.law().indicators[self.chain.indicator]
    }

    fn require(&self) -> &'a Requirement {
        &self.indicator().require[self.place]
    }

    fn part(&self) -> &'a PartScore {
        &self.of.card.parts(self.chain.indicator)[self.place]
    }

    /// The rows that speak of the part.
    fn written(&self) -> impl Iterator<Item = &'a Written<'a>> {
        self.chain.rows.iter().filter(|written| written.is_of(self.place))
    }
}

/// Writes a row per part of each indicator explained.
pub fn explain(scoring: &Scoring, explained: &[Explained], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Vec::new();
    for of in explained {
        let evidence = of.submission.evidence();
        for chain in &of.chains {
            let law = &of.card.tally.law.indicators[chain.indicator];
            for (place, require) in law.require.iter().enumerate() {
                let evidence = evidence[law.first_part + place];
                let (sides, exact) = sides(chain, place, &law.grades);
                let moves = moves(&chain.links[place].change, require, &law.grades);
                rows.push(Row { scoring, of, chain, place, evidence, sides, exact, moves });
            }
        }
    }
    table(COLUMNS, rows, out)
}

/// Both sides of the comparison with the sign between them, and numbers with all their
/// digits.
fn sides(chain: &Chain, place: usize, grades: &[String]) -> ([String; 3], [String; 2]) {
    let Some(comparison) = &chain.links[place].comparison else {
        return Default::default();
    };
    let [left, right] = match (&comparison.sides, comparison.rounded(SIX)) {
        (Sides::Grades(left, right), _) => [grades[*left].clone(), grades[*right].clone()],
        (Sides::YesNo(left, right), _) => [left.to_string(), right.to_string()],
        (_, Some(rounded)) => rounded.map(|number| number.to_string()),
        (_, None) => Default::default(),
    };
    let exact = comparison.exact().map(|(left, right)| [left, right]);
    let exact = exact.map(|sides| sides.map(|number| number.rounded(DECIMALS)));
    ([left, comparison.sign.as_str().to_owned(), right], exact.unwrap_or_default())
}

/// What is needed, or the margin, with what moves and its unit.
fn moves(change: &Change, require: &Requirement, grades: &[String]) -> [String; 6] {
    let lacking = |what: &str| {
        let mut cells: [String; 6] = Default::default();
        cells[4] = what.to_owned();
        cells
    };
    let (step, needed) = match change {
        Change::Nothing => return Default::default(),
        Change::Value => return lacking("value"),
        Change::Threshold => return lacking("threshold"),
        Change::Needed(step) => (step, true),
        Change::Margin(step) => (step, false),
    };
    let amount = step.amount_rounded(needed, SIX);
    let mut cells = lacking(step.what.as_str());
    let start = if needed { 0 } else { 2 };
    cells[5] = amount.as_ref().map(|_| step.unit(require).to_owned()).unwrap_or_default();
    cells[start] = amount.map(|amount| amount.to_string()).unwrap_or_default();
    cells[start + 1] = value(Some(&step.to_rounded(needed, SIX)), grades);
    cells
}
