//! `ntm.explain.v1`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use super::head::Head;
use super::indicator::{Card, OwnNumber, Part, indicator};
use super::phrases::Phrases;
use super::{Number, Scalar};
use crate::analysis::chain::{Chain, Change, Comparison, Explained, Move, Moved, Sides, Written};
use crate::exact::Exact;
use crate::intake::Speaks;
use crate::law::{Choice, ColumnsBy, History, Requirement, ResolvedIndicator, SetRef, Step, Value};
use crate::report::Scoring;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head,
    explanations: Vec<Explanation<'a>>,
}

/// One commune and indicator.
#[derive(Serialize)]
struct Explanation<'a> {
    commune: &'a str,
    name: &'a str,
    criterion: u16,
    criterion_name: &'a str,
    criterion_met: bool,
    others_lacking: Vec<String>,
    indicator: &'a RawValue,
    indicator_name: &'a RawValue,
    unit: &'a RawValue,
    status: &'static str,
    attainment: Number<'a>,
    evidence: Option<String>,
    law: Law<'a>,
    parts: Vec<PartOf<'a>>,
    checked: Vec<Row<'a>>,
    layers_aside: Vec<Aside<'a>>,
}

/// By what the threshold was chosen.
#[derive(Serialize)]
struct Law<'a> {
    date: String,
    year: i16,
    region: Option<&'a str>,
    province: Option<&'a str>,
    class: Option<&'a str>,
    district_class: Option<&'a str>,
    group: Option<&'a str>,
    column: Option<&'a str>,
    column_by: &'static str,
    column_basis: Option<&'a str>,
    note: Option<&'a str>,
}

/// A part as the score has it, with its chain.
#[derive(Serialize)]
struct PartOf<'a> {
    #[serde(flatten)]
    part: Part<'a>,
    written: Vec<Row<'a>>,
    comparison: Option<Compared<'a>>,
    threshold_history: Vec<Layer<'a>>,
    given_by: Option<&'a str>,
    left_open_by: Option<&'a str>,
    needed: Option<Moves<'a>>,
    margin: Option<Moves<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: Option<u64>,
    sheet: Option<&'a str>,
    address: Option<&'a str>,
    fate: &'static str,
    problems: Vec<&'static str>,
    cells: Cells<'a>,
}

/// The cells of a row by their columns' canonical names.
struct Cells<'a>(&'a Written<'a>);

impl Serialize for Cells<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.0.quote.iter().flat_map(|quote| &quote.cells);
        let mut seen: Vec<&str> = Vec::new();
        // A commune's code and its name bear the same: the first one decides.
        let cells = cells.filter(|cell| {
            let first = !seen.contains(&cell.column);
            seen.push(cell.column);
            first
        });
        serializer.collect_map(cells.map(|cell| (cell.column, &cell.text)))
    }
}

#[derive(Serialize)]
struct Layer<'a> {
    #[serde(flatten)]
    of: Cited<'a>,
    effect: Option<&'static str>,
    set_aside_by: Option<&'a str>,
    allows_not_applicable: bool,
    of_year: bool,
    unit: Option<&'a str>,
    op: Option<&'static str>,
    threshold: Option<Scalar<'a>>,
}

#[derive(Serialize)]
struct Cited<'a> {
    id: &'a str,
    kind: &'static str,
    origin: &'static str,
    decision: &'a str,
    province: Option<&'a str>,
    in_force: String,
    until: Option<String>,
}

#[derive(Serialize)]
struct Aside<'a> {
    #[serde(flatten)]
    of: Cited<'a>,
    reasons: Vec<&'static str>,
}

/// A comparison; of numbers exact.
#[derive(Serialize)]
struct Compared<'a> {
    left: Scalar<'a>,
    left_is: &'static str,
    sign: &'static str,
    right: Scalar<'a>,
    right_is: &'static str,
}

/// What would change a verdict.
#[derive(Serialize)]
struct Moves<'a> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<OwnNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Scalar<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Scalar<'a>>,
}

/// More decimals than the product of two numbers that people typed can have.
const EVERY: u32 = 2 * 28;

/// Writes the chains behind verdicts as one line of JSON.
///
/// # Errors
/// When `out` cannot be written to.
pub fn explanations(
    scoring: &Scoring,
    explained: &[Explained],
    out: &mut dyn Write,
) -> io::Result<()> {
    let phrases = Phrases::new(scoring.tallies)?;
    let mut cards: Vec<(&Explained, Card)> = Vec::with_capacity(explained.len());
    for one in explained {
        if let Some(phrases) = phrases.of(&one.submission.law) {
            cards.push((one, Card::new(one.submission, phrases)));
        }
    }
    let mut explanations = Vec::new();
    for (one, card) in &cards {
        explanations.extend(one.chains.iter().map(|chain| explanation(one, card, chain)));
    }
    let document = Document { head: Head::new("ntm.explain.v1", scoring), explanations };
    serde_json::to_writer(&mut *out, &document)?;
    out.write_all(b"\n")
}

fn explanation<'a>(explained: &'a Explained, card: &'a Card, chain: &'a Chain) -> Explanation<'a> {
    let (law, tally) = (&card.score.tally.law, &card.score.tally);
    let scored = indicator(card, chain.indicator);
    let requirements = &law.indicators[chain.indicator];
    let parts = scored.parts.into_iter().enumerate();
    let id = |place: &usize| law.indicators[*place].id.to_string();
    let checked = chain.rows.iter().filter(|w| !matches!(w.row.speaks, Speaks::Parts(_)));
    Explanation {
        commune: &explained.commune.code,
        name: &explained.commune.name,
        criterion: law.criteria[chain.criterion].no,
        criterion_name: &law.criteria[chain.criterion].name,
        criterion_met: tally.criterion_met(chain.criterion),
        others_lacking: chain.lacking.iter().map(id).collect(),
        indicator: scored.id,
        indicator_name: scored.name,
        unit: scored.unit,
        status: scored.status,
        attainment: scored.attainment,
        evidence: scored.evidence,
        law: law_of(explained, &chain.history, requirements),
        parts: parts.map(|(place, part)| part_of(chain, requirements, place, part)).collect(),
        checked: checked.map(row).collect(),
        layers_aside: chain.history.aside.iter().map(aside).collect(),
    }
}

fn law_of<'a>(
    explained: &'a Explained,
    history: &'a History,
    indicator: &'a ResolvedIndicator,
) -> Law<'a> {
    let case = &explained.commune.case;
    let (column_by, column_basis) = match history.choice {
        Choice::Common => ("common", None),
        Choice::Own(ColumnsBy::Region) => ("region", None),
        Choice::Own(ColumnsBy::Group) => ("group", None),
        Choice::Rule(rule) => ("rule", Some(rule.basis.as_str())),
    };
    Law {
        date: history.day.to_string(),
        year: history.year,
        region: case.region.as_deref(),
        province: case.province.as_deref(),
        class: case.class.as_deref(),
        district_class: case.district_class.as_deref(),
        group: case.group.as_deref(),
        column: history.column,
        column_by,
        column_basis,
        note: indicator.note.as_deref(),
    }
}

fn part_of<'a>(
    chain: &'a Chain,
    indicator: &'a ResolvedIndicator,
    place: usize,
    part: Part<'a>,
) -> PartOf<'a> {
    let (link, requirement) = (&chain.links[place], &indicator.require[place]);
    let history = &chain.history;
    let step = |step: &'a Move| moved(step, requirement, &indicator.grades);
    let (needed, margin) = match &link.change {
        Change::Nothing => (None, None),
        Change::Value => (Some(lacking("value")), None),
        Change::Threshold => (Some(lacking("threshold")), None),
        Change::Needed(way) => (Some(step(way)), None),
        Change::Margin(way) => (None, Some(step(way))),
    };
    PartOf {
        part,
        written: chain.rows.iter().filter(|written| written.is_of(place)).map(row).collect(),
        comparison: link.comparison.as_ref().map(|c| compared(c, &indicator.grades)),
        threshold_history: history.steps.iter().map(|s| layer(s, &requirement.part)).collect(),
        given_by: history.given_by(&requirement.part).map(|step| step.of.id),
        left_open_by: history.opened_by(&requirement.part).map(|step| step.of.id),
        needed,
        margin,
    }
}

fn row<'a>(written: &'a Written<'a>) -> Row<'a> {
    let place = &written.row.place;
    Row {
        file: &place.file,
        line: place.line,
        sheet: place.sheet.as_ref().map(|sheet| sheet.name.as_str()),
        address: written.address(),
        fate: written.row.fate.as_str(),
        problems: written.problems.iter().map(|problem| problem.code.as_str()).collect(),
        cells: Cells(written),
    }
}

fn layer<'a>(step: &'a Step, part: &str) -> Layer<'a> {
    let place = step.place(part);
    let requirement = place.map(|place| &step.indicator.require[place]);
    let threshold = requirement.and_then(|r| r.threshold.as_ref());
    Layer {
        of: cited(&step.of),
        effect: step.effect(part).map(|effect| effect.as_str()),
        set_aside_by: step.newer,
        allows_not_applicable: step.allows_absence,
        of_year: place.is_some_and(|place| step.of_year[place]),
        unit: requirement.map(|r| r.unit.as_str()),
        op: requirement.map(|r| r.op.as_str()),
        threshold: threshold.map(|t| Scalar::new(&t.value, &step.indicator.grades)),
    }
}

fn cited<'a>(of: &SetRef<'a>) -> Cited<'a> {
    Cited {
        id: of.id,
        kind: of.kind.as_str(),
        origin: of.origin.as_str(),
        decision: &of.decision.number,
        province: of.province,
        in_force: of.decision.in_force.to_string(),
        until: of.decision.until.map(|day| day.to_string()),
    }
}

fn aside<'a>(layer: &'a crate::law::Aside) -> Aside<'a> {
    let reasons = layer.reasons.iter().map(|reason| reason.as_str());
    Aside { of: cited(&layer.of), reasons: reasons.collect() }
}

fn compared<'a>(comparison: &'a Comparison, grades: &'a [String]) -> Compared<'a> {
    let number = |number: &'a Exact| Scalar::Number(Number(number, EVERY));
    let (left, left_is, right, right_is) = match &comparison.sides {
        Sides::Ratio { left, right, .. } => {
            (number(left), "numerator * 100", number(right), "threshold * denominator")
        }
        Sides::Numbers(value, threshold) => {
            (number(value), "value", number(threshold), "threshold")
        }
        Sides::Grades(value, threshold) => {
            let grade = |place: &usize| Scalar::Grade(grades[*place].as_str());
            (grade(value), "value", grade(threshold), "threshold")
        }
        Sides::YesNo(value, threshold) => {
            (Scalar::Flag(*value), "value", Scalar::Flag(*threshold), "threshold")
        }
    };
    Compared { left, left_is, sign: comparison.sign.as_str(), right, right_is }
}

fn lacking<'a>(what: &'static str) -> Moves<'a> {
    Moves { what, direction: None, amount: None, unit: None, from: None, to: None }
}

fn moved<'a>(step: &'a Move, requirement: &'a Requirement, grades: &'a [String]) -> Moves<'a> {
    let (what, unit) = match (step.what, &requirement.counts) {
        (Moved::Numerator, Some(counts)) => ("numerator", counts.what.as_str()),
        _ => ("value", requirement.unit.as_str()),
    };
    let scalar = |value: &'a Value| match value {
        Value::Number(number) => Scalar::Number(Number(number, EVERY)),
        other => Scalar::new(other, grades),
    };
    let amount = step.amount.clone().map(|amount| OwnNumber(amount, EVERY));
    Moves {
        what,
        direction: amount.is_some().then_some(if step.up { "up" } else { "down" }),
        unit: amount.is_some().then_some(unit),
        amount,
        from: Some(scalar(&step.from)),
        to: Some(scalar(&step.to)),
    }
}
