//! Long lists for workbooks, a row per commune, indicator and part, to be sorted and
//! filtered.

use super::super::commune::amount;
use super::super::document::{Section, ShownIn};
use super::super::gaps::cells::{guidance, money};
use super::super::{Cell, Column, Table, column, numeric, unbroken, wide, words};
use super::inputs::MonthlyReport;
use crate::analysis::gaps::Gap;
use crate::exact::Exact;
use crate::law::{Op, Requirement, ResolvedIndicator, Value};
use crate::score::{PartScore, Scorecard, Status};
use crate::text::{self, Text};

/// Every indicator of every commune.
pub(super) fn indicators(report: &MonthlyReport) -> Section {
    let scoring = report.scoring;
    let mut rows = Vec::new();
    for (card, submission) in report.gaps.cards.iter().zip(scoring.submissions) {
        let evidence = submission.evidence();
        for (place, law) in card.tally.law.indicators.iter().enumerate() {
            let documents = &evidence[law.parts()];
            let parts = law.require.iter().zip(card.parts(place)).zip(documents);
            for ((requirement, part), document) in parts {
                let mut row = who_cells(report, card, law, requirement);
                row.push(status(card.indicators[place].status));
                row.extend(figures(law, requirement, part));
                if !report.public {
                    row.push(document.map(Cell::same).unwrap_or_default());
                }
                rows.push(row);
            }
        }
    }
    let mut columns = who_columns();
    columns.push(unbroken(text::result()));
    columns.extend(figure_columns());
    columns.extend((!report.public).then(|| column(text::evidence_column())));
    list(text::sheet_indicators(), columns, rows)
}

/// Everything that is open, with who answers for it.
pub(super) fn open(report: &MonthlyReport) -> Section {
    let mut rows = Vec::new();
    for gap in &report.gaps.list {
        let card = &report.gaps.cards[gap.result];
        let law = &card.tally.law.indicators[gap.indicator];
        for (requirement, part) in crate::analysis::gaps::open_parts(card, gap.indicator) {
            let mut row = who_cells(report, card, law, requirement);
            row.push(status(gap.status));
            row.extend(figures(law, requirement, part));
            row.extend(assigned(gap));
            rows.push(row);
        }
    }
    let mut columns = who_columns();
    columns.push(unbroken(text::result()));
    columns.extend(figure_columns());
    columns.extend([
        column(text::lead_column()),
        column(text::support_column()),
        column(text::money_column()),
        column(text::guidance_column()),
    ]);
    list(text::section_open(), columns, rows)
}

fn list(heading: Text, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Section {
    let table = Table { caption: None, columns, rows };
    Section {
        sheet: heading.clone(),
        heading,
        shown_in: ShownIn::Workbook,
        blocks: vec![table.into()],
    }
}

fn who_columns() -> Vec<Column> {
    vec![
        unbroken(text::code_column()),
        unbroken(text::commune()),
        numeric(text::criterion()),
        unbroken(text::number_short()),
        wide(text::indicator()),
        column(text::part_column()),
    ]
}

fn who_cells(
    report: &MonthlyReport,
    card: &Scorecard,
    law: &ResolvedIndicator,
    requirement: &Requirement,
) -> Vec<Cell> {
    let commune = report.scoring.commune_of(&card.tally);
    vec![
        Cell::same(&commune.code),
        Cell::same(&commune.name),
        Cell::count(usize::from(law.id.criterion)),
        Cell::same(law.id),
        Cell::same(&law.name),
        Cell::same(&requirement.part),
    ]
}

fn status(status: Status) -> Cell {
    Cell::words(words::status(status)).tone(words::tone(status))
}

fn figure_columns() -> Vec<Column> {
    vec![
        numeric(text::value()),
        numeric(text::numerator_column()),
        numeric(text::denominator_column()),
        column(text::unit_column()),
        column(text::comparison_column()),
        numeric(text::threshold()),
        numeric(text::attainment_column()),
        numeric(text::gap_column()),
        numeric(text::shortfall_column()),
        column(text::shortfall_unit_column()),
        column(text::basis()),
        column(text::confidence_column()),
    ]
}

/// The decimals of values, thresholds and gaps.
const DECIMALS: u32 = 6;

/// A value as a number where it is one.
fn exactly(value: &Value, law: &ResolvedIndicator) -> Cell {
    match value {
        Value::Number(number) => Cell::number(number.clone(), DECIMALS),
        other => Cell::words(amount(other, law, "")),
    }
}

/// A gap as the other forms have it, but never so small that it is shown as none.
fn told_gap(gap: Exact) -> Exact {
    if gap.to_decimals(DECIMALS).is_zero() { gap.up_to_decimals(DECIMALS as usize) } else { gap }
}

/// The figures of a part, each as a number where it is one.
fn figures(law: &ResolvedIndicator, requirement: &Requirement, part: &PartScore) -> Vec<Cell> {
    let number = |number: Option<Exact>| {
        number.map(|number| Cell::number(number, DECIMALS)).unwrap_or_default()
    };
    let (ratio, threshold) = (part.observation.ratio(), requirement.threshold.as_ref());
    let value = part.observation.value().map(|value| exactly(&value, law));
    let shortfall = part.shortfall(requirement);
    let op = match requirement.op {
        Op::AtLeast => "≥",
        Op::AtMost => "≤",
        Op::Equals => "=",
    };
    vec![
        value.unwrap_or_default(),
        number(ratio.map(|ratio| ratio.numerator.clone())),
        number(ratio.map(|ratio| ratio.denominator.clone())),
        Cell::same(&requirement.unit),
        Cell::same(op),
        threshold.map(|t| exactly(&t.value, law)).unwrap_or_default(),
        number(Some(&part.attainment * &Exact::HUNDRED)),
        number(part.gap(requirement).map(told_gap)),
        number(shortfall.as_ref().map(|shortfall| shortfall.amount.clone())),
        shortfall.map(|shortfall| Cell::same(shortfall.unit)).unwrap_or_default(),
        Cell::same(&requirement.basis),
        threshold.map(|t| Cell::words(words::confidence(t.confidence))).unwrap_or_default(),
    ]
}

fn assigned(gap: &Gap) -> [Cell; 4] {
    let name = |name: Option<&str>| name.map(Cell::same).unwrap_or_default();
    [
        name(gap.assigned.lead),
        name(gap.assigned.support),
        Cell::words(money(gap)),
        Cell::words(guidance(gap)),
    ]
}
