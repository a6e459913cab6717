//! One commune in full: every indicator with value, what is missing, threshold and
//! legal source.

use super::communes::{caveats, lead, title};
use super::{
    Cell, Page, Scoring, Table, Tone, at_least, figure_of_need, six, two, unbroken, wide, words,
};
use crate::exact::Exact;
use crate::intake::Observation;
use crate::law::{Op, Requirement, ResolvedIndicator, Value};
use crate::score::{PartScore, Scorecard, Status, Tally};
use crate::text::{self, Text};

/// The page of one commune.
pub fn commune(scoring: &Scoring, card: &Scorecard) -> Page {
    let commune = scoring.commune_of(&card.tally);
    let mut first = lead(scoring);
    let name = text::commune_named(&commune.name);
    first.insert(0, text::commune_heading(name, &commune.code, &card.tally.law.column));
    let mut notes = progress_and_lists(card);
    notes.extend(caveats(scoring));
    Page { title: title(scoring), lead: first, tables: vec![table(card)], notes }
}

/// How far the commune is, and the lists to work through.
pub(super) fn progress_and_lists(card: &Scorecard) -> Vec<(Tone, Text)> {
    let mut notes = vec![(Tone::Strong, tally(&card.tally))];
    for status in [Status::NotMet, Status::Missing, Status::Undetermined] {
        notes.extend(to_do(card, status));
    }
    if card.tally.achieved() {
        let total = card.tally.law.criteria.len();
        notes.push((Tone::Good, text::complete_provisionally(total)));
    }
    notes
}

/// The indicators of a status, with what each still needs: the list to work through.
fn to_do(card: &Scorecard, status: Status) -> Option<(Tone, Text)> {
    let indicators = card.tally.law.indicators.iter().enumerate();
    let of_status = indicators.filter(|(place, _)| card.indicators[*place].status == status);
    let items = of_status.map(|(place, law)| {
        let parts = law.require.iter().zip(card.parts(place));
        let said = parts.filter_map(|(requirement, part)| {
            let lacking = lacking(requirement, part);
            match (lacking == Text::default(), requirement.part.as_str()) {
                (true, _) => None,
                (false, "") => Some(lacking),
                (false, part) => Some(text::side_by_side(part, lacking)),
            }
        });
        let said: Vec<Text> = said.collect();
        if said.is_empty() {
            Text::same(law.id)
        } else {
            text::with_brackets(law.id, Text::join(&said, ", "))
        }
    });
    let items: Vec<Text> = items.collect();
    let tone = if status == Status::NotMet { Tone::Bad } else { Tone::Doubt };
    let list = Text::join(&items, "; ");
    (!items.is_empty()).then(|| (tone, text::list_of(words::status(status), list)))
}

fn tally(tally: &Tally) -> Text {
    let counts = tally.counts();
    text::tally(
        text::out_of(tally.criteria_met(), tally.law.criteria.len()),
        text::out_of(counts.met, tally.law.indicators.len()),
        counts.not_met,
        counts.missing,
        counts.undetermined,
        two(&tally.progress),
    )
}

/// Every indicator, a row a part, below its criterion.
pub(super) fn table(card: &Scorecard) -> Table {
    let columns = vec![
        unbroken(text::number_short()),
        wide(text::indicator()),
        at_least(text::result(), 9),
        at_least(text::value(), 14),
        at_least(text::threshold(), 16),
    ];
    let mut rows = Vec::new();
    for (place, criterion) in card.tally.law.criteria.iter().enumerate() {
        let (verdict, tone) = if card.tally.criterion_met(place) {
            (words::status(Status::Met), Tone::Good)
        } else {
            (words::status(Status::NotMet), Tone::Bad)
        };
        let mut heading = heading(criterion.no, &criterion.name, columns.len());
        heading[2] = Cell::words(verdict).tone(tone);
        rows.push(heading);
        for number in criterion.indicators.clone() {
            rows.extend(indicator(card, number));
        }
    }
    Table { caption: None, columns, rows }
}

/// A criterion's row above its indicators.
pub(super) fn heading(no: u16, name: &str, width: usize) -> Vec<Cell> {
    let number = Cell::same(format_args!("{no}.")).tone(Tone::Strong);
    let mut row = vec![number, Cell::same(name).tone(Tone::Strong)];
    row.resize_with(width, Cell::default);
    row
}

/// A row per part; the first carries the indicator's name and verdict.
fn indicator(card: &Scorecard, number: usize) -> Vec<Vec<Cell>> {
    let (law, score) = (&card.tally.law.indicators[number], &card.indicators[number]);
    let pairs = law.require.iter().zip(card.parts(number)).enumerate();
    let rows = pairs.map(|(place, (requirement, part))| {
        let [id, name] = name_cells(law, place);
        let status = if place == 0 { verdict(score.status) } else { Cell::default() };
        vec![
            id,
            name,
            status,
            Cell::lines([
                value(law, requirement, part),
                ratio(requirement, part),
                lacking(requirement, part),
            ]),
            Cell::lines(std::iter::once(threshold(law, requirement)).chain(basis(requirement))),
        ]
    });
    rows.collect()
}

/// Number and name of an indicator before its first part, then the parts' names.
pub(super) fn name_cells(law: &ResolvedIndicator, place: usize) -> [Cell; 2] {
    let part = law.require[place].part.as_str();
    let name = match (place, part) {
        (0, "") => Text::same(&law.name),
        (0, part) => text::with_part(&law.name, part),
        (_, part) => text::only_part(part),
    };
    let id = if place == 0 { Cell::same(law.id) } else { Cell::default() };
    [id, Cell::words(name)]
}

pub(super) fn verdict(status: Status) -> Cell {
    Cell::words(words::status(status)).tone(words::tone(status))
}

/// The value with its unit.
pub(super) fn value(law: &ResolvedIndicator, requirement: &Requirement, part: &PartScore) -> Text {
    match &part.observation {
        Observation::NotApplicable => words::status(Status::NotApplicable),
        seen => match seen.value().as_deref() {
            None => Text::default(),
            Some(Value::Number(number)) => {
                with_unit(beside_threshold(number, requirement), &requirement.unit)
            }
            Some(other) => amount(other, law, &requirement.unit),
        },
    }
}

/// A number that shows on which side of its threshold it lies.
pub(super) fn beside_threshold(number: &Exact, requirement: &Requirement) -> text::Figure {
    let threshold = requirement.threshold.as_ref().map(|threshold| &threshold.value);
    let threshold = threshold.and_then(|value| match value {
        Value::Number(number) => Some(number),
        _ => None,
    });
    text::Figure::on_its_side_of(number, threshold).0
}

/// The ratio that a share comes from.
pub(super) fn ratio(requirement: &Requirement, part: &PartScore) -> Text {
    match (part.observation.ratio(), &requirement.counts) {
        (Some(ratio), Some(counts)) => {
            text::ratio(six(&ratio.numerator), six(&ratio.denominator), &counts.what)
        }
        _ => Text::default(),
    }
}

pub(super) fn amount(value: &Value, law: &ResolvedIndicator, unit: &str) -> Text {
    match value {
        Value::YesNo(true) => words::status(Status::Met),
        Value::YesNo(false) => words::status(Status::NotMet),
        Value::Grade(place) => Text::same(&law.grades[*place]),
        Value::Number(number) => with_unit(two(number), unit),
    }
}

/// `%` follows closely, other units after a space.
pub(super) fn with_unit(number: text::Figure, unit: &str) -> Text {
    match unit {
        "%" => text::percent(number),
        unit => text::side_by_side(number, unit),
    }
}

/// What is to be reached.
pub(super) fn threshold(law: &ResolvedIndicator, requirement: &Requirement) -> Text {
    let Some(threshold) = &requirement.threshold else {
        return words::status(Status::Undetermined);
    };
    let shown = match &threshold.value {
        Value::Number(number) => with_unit(six(number), &requirement.unit),
        other => amount(other, law, &requirement.unit),
    };
    match requirement.op {
        Op::Equals => shown,
        Op::AtLeast => text::at_least(shown),
        Op::AtMost => text::at_most(shown),
    }
}

/// What is missing: in the numerator's unit where that is known, else in the
/// threshold's.
pub(super) fn lacking(requirement: &Requirement, part: &PartScore) -> Text {
    let Some(need) = part.need(requirement) else {
        return Text::default();
    };
    let amount = match need.unit {
        "%" => text::percentage_points(figure_of_need(&need)),
        unit => with_unit(figure_of_need(&need), unit),
    };
    match requirement.op {
        Op::AtMost => text::reduce_by(amount),
        _ => text::lacks(amount),
    }
}

/// The legal source, and how sure the threshold is.
pub(super) fn basis(requirement: &Requirement) -> Vec<Text> {
    let confidence = requirement.threshold.as_ref().map(|t| words::confidence(t.confidence));
    // Several decisions stand one below the other.
    let basis = requirement.basis.split("; ").map(Text::same);
    basis.chain(confidence.map(text::in_brackets)).collect()
}
