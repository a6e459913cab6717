//! The chains behind verdicts: a row per commune, indicator and part.

use std::io::{self, Write};

use crate::analysis::explain::{Chain, Change, DECIMALS, Explained, Sides};
use crate::exact::Exact;
use crate::law::{Requirement, Value};
use crate::report::Scoring;

/// The decimals of numbers; all digits of a comparison stand in the last two columns.
const SIX: usize = 6;

const HEAD: [&str; 42] = [
    "code",
    "name",
    "period",
    "level",
    "source",
    "criterion",
    "indicator",
    "status",
    "part",
    "part_met",
    "value",
    "numerator",
    "denominator",
    "unit",
    "op",
    "threshold",
    "left",
    "sign",
    "right",
    "needed",
    "needed_to",
    "margin",
    "margin_to",
    "moves",
    "moves_unit",
    "given_by",
    "left_open_by",
    "layers",
    "date",
    "column",
    "confidence",
    "basis",
    "file",
    "line",
    "sheet",
    "cell",
    "evidence",
    "left_exact",
    "right_exact",
    "entered_level",
    "entered_indicator",
    super::KEY,
];

/// Writes a row per part of each indicator explained.
///
/// # Errors
/// When `out` cannot be written to.
pub fn explain(scoring: &Scoring, explained: &[Explained], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = super::Rows::new(out);
    rows.write(HEAD)?;
    for one in explained {
        let evidence = one.submission.evidence();
        for chain in &one.chains {
            let law = &one.card.tally.law.indicators[chain.indicator];
            for place in 0..law.require.len() {
                let evidence = evidence[law.first_part + place].unwrap_or_default();
                rows.write(row(scoring, one, chain, place, evidence))?;
            }
        }
    }
    rows.flush()
}

fn row(
    scoring: &Scoring,
    explained: &Explained,
    chain: &Chain,
    place: usize,
    evidence: &str,
) -> Vec<String> {
    let law = &explained.card.tally.law;
    let (indicator, history) = (&law.indicators[chain.indicator], &chain.history);
    let (require, link) = (&indicator.require[place], &chain.links[place]);
    let part = &explained.card.parts(chain.indicator)[place];
    let grades = indicator.grades.as_slice();
    let ratio = part.observation.ratio();
    let number = |number: Option<&Exact>| number.map(ToString::to_string).unwrap_or_default();
    let threshold = require.threshold.as_ref();
    let given = |value: Option<&Value>| value.map(|v| value_text(v, grades)).unwrap_or_default();
    let of_layer = |id: Option<&str>| id.unwrap_or_default().to_owned();
    let ([left, sign, right], exact) = sides(chain, place, grades);
    let mut cells = vec![
        explained.commune.code.clone(),
        explained.commune.name.clone(),
        scoring.period.to_string(),
        scoring.level.as_str().to_owned(),
        scoring.voice.as_str().to_owned(),
        law.criteria[chain.criterion].no.to_string(),
        indicator.id.to_string(),
        explained.card.indicators[chain.indicator].status.as_str().to_owned(),
        require.part.clone(),
        part.met.to_string(),
        given(part.observation.value().as_deref()),
        number(ratio.map(|ratio| &ratio.numerator)),
        number(ratio.map(|ratio| &ratio.denominator)),
        require.unit.clone(),
        require.op.as_str().to_owned(),
        given(threshold.map(|t| &t.value)),
        left,
        sign,
        right,
    ];
    cells.extend(moves(&link.change, require, grades));
    cells.extend([
        of_layer(history.given_by(&require.part).map(|step| step.of.id)),
        of_layer(history.opened_by(&require.part).map(|step| step.of.id)),
        history.steps.iter().map(|step| step.of.id).collect::<Vec<_>>().join(";"),
        history.day.to_string(),
        history.column.unwrap_or_default().to_owned(),
        threshold.map(|t| t.confidence.as_str()).unwrap_or_default().to_owned(),
        require.basis.clone(),
    ]);
    cells.extend(places(chain, place));
    cells.push(evidence.to_owned());
    cells.extend(exact);
    cells.extend(super::entered(explained.submission, chain.indicator));
    cells.push(super::key(scoring.level, indicator.id));
    cells
}

fn value_text(value: &Value, grades: &[String]) -> String {
    match value {
        Value::YesNo(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Grade(place) => grades[*place].clone(),
    }
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
    cells[start + 1] = value_text(&step.to_rounded(needed, SIX), grades);
    cells
}

/// Where the rows of a part stand; several with `;` between them, as many in each cell.
fn places(chain: &Chain, place: usize) -> [String; 4] {
    let of_part = chain.rows.iter().filter(|written| written.is_of(place));
    let rows: Vec<_> = of_part.collect();
    let join = |cell: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..rows.len()).map(cell).collect();
        cells.join(";")
    };
    let at = |n: usize| &rows[n].row.place;
    let sheet = |n: usize| at(n).sheet.as_ref();
    [
        join(&|n| at(n).file.clone()),
        join(&|n| at(n).line.map(|line| line.to_string()).unwrap_or_default()),
        join(&|n| sheet(n).map(|sheet| sheet.name.clone()).unwrap_or_default()),
        join(&|n| rows[n].address().unwrap_or_default().to_owned()),
    ]
}
