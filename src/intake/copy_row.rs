//! Rows of a clean copy: canonical columns, words and numbers.

use std::sync::Arc;

use super::column::Column;
use super::context::Keep;
use super::indicator_cell::IndicatorCell;
use super::key::{Identity, PartOf, RowKey};
use super::number::{self, Convention, Number};
use super::parts::{self, PartCell};
use super::quantity::{RowCells, Spoken};
use super::sink::Sink;
use super::table_row::{Table, TableRow};
use super::value;
use super::voice::Voice;
use super::word::{self, Word};
use crate::law::{CommuneProfile, Level, Measure, Requirement, Resolved, ResolvedIndicator};
use crate::period::Period;
use crate::{fold, period};

/// The place of the indicator among the columns of a copy.
const INDICATOR: usize = 3;

/// The columns of a copy, in their order; the claims, and the columns that are not read,
/// follow.
const COLUMNS: [Column; 14] = [
    Column::Commune,
    Column::Period,
    Column::Level,
    Column::Indicator,
    Column::Part,
    Column::Value,
    Column::Numerator,
    Column::Denominator,
    Column::Evidence,
    Column::Source,
    Column::AsOf,
    Column::EvidenceDate,
    Column::ValidUntil,
    Column::Note,
];

/// Keeps the header of the copy.
pub(super) fn keep_header(table: &Table, sink: &mut Sink) {
    if matches!(table.context.keep, Keep::Copies(_)) {
        let own = COLUMNS.iter().map(|column| column.as_str().to_owned());
        let claims = table.header().claims().map(|claim| match claim.of {
            Voice::Own => Column::Claim.as_str().to_owned(),
            _ => claim.written.to_owned(),
        });
        let others = table.header().others().map(|(_, name)| name.to_owned());
        sink.piece.extras().copied.push(own.chain(claims).chain(others).collect());
    }
}

/// A criterion as a copy names it.
pub(super) fn criterion(row: TableRow, period: Period, number: u16) -> String {
    let law = |level| row.context().standards.get(level, period, &CommuneProfile::default());
    let name = |law: Arc<Resolved>| {
        let heading = law.criteria.iter().find(|heading| heading.no == number)?;
        Some(heading.name.clone())
    };
    let name = Level::ALL.into_iter().filter_map(law).find_map(name);
    format!("{number}. {}", name.unwrap_or_default())
}

/// Keeps the claims in these columns, which are of more than one row of values: as a row of
/// its own, once.
pub(super) fn keep_claims(
    row: TableRow,
    key: RowKey,
    label: String,
    columns: &[usize],
    sink: &mut Sink,
) {
    let (context, header) = (row.context(), row.header());
    if !matches!(context.keep, Keep::Copies(_)) {
        return;
    }
    let id = label.split_whitespace().next().unwrap_or_default().to_owned();
    let own = COLUMNS.into_iter().map(|column| match column {
        Column::Commune => context.roster.communes[key.commune].code.clone(),
        Column::Period => key.period.to_string(),
        Column::Level => key.level.as_str().to_owned(),
        Column::Source => key.voice.as_str().to_owned(),
        Column::Indicator => label.clone(),
        _ => String::new(),
    });
    let claims = header.claims().map(|claim| {
        if columns.contains(&claim.place) {
            row.cells.cell(claim.place).to_owned()
        } else {
            String::new()
        }
    });
    let others = header.others().map(|_| String::new());
    let cells: Vec<String> = own.chain(claims).chain(others).collect();
    let copied = &mut sink.piece.extras().copied;
    let of_it = |row: &&Vec<String>| {
        let first = row[INDICATOR].split_whitespace().next().unwrap_or_default();
        first == id
            || first.strip_prefix(&*id).is_some_and(|rest| id.ends_with('.') && !rest.is_empty())
    };
    if !copied.iter().rev().take_while(of_it).any(|row| *row == cells) {
        copied.push(cells);
    }
}

/// Keeps the copy of a row. `apart`: the columns of claims that have a row of their own.
pub(super) fn keep(
    row: TableRow,
    cell: &IndicatorCell,
    who: &Identity,
    (law, apart): (Option<&Resolved>, &[usize]),
    sink: &mut Sink,
) {
    let Keep::Copies(settled) = row.context().keep else {
        return;
    };
    let known = law.zip(cell.id).and_then(|(law, id)| Some(&law.indicators[law.position(id)?]));
    let mut keep_part = |given: Given| {
        let claims = row.header().claims().map(|claim| {
            if apart.contains(&claim.place) {
                String::new()
            } else {
                row.cells.cell(claim.place).to_owned()
            }
        });
        let others = row.header().others().map(|(index, _)| row.cells.cell(index).to_owned());
        let mut cells = copied(row, who, known, settled, &given);
        cells.extend(claims.chain(others));
        sink.piece.extras().copied.push(cells);
    };
    let parts = known.and_then(|indicator| parts::in_value(row, &cell.part, indicator));
    if let Some(parts) = parts {
        for PartCell { part, value } in parts {
            let part = known.and_then(|indicator| part_name(part, indicator));
            keep_part(Given { part, cells: [value, "", ""], exact: [false; 3] });
        }
        return;
    }
    let part = known.and_then(|indicator| part(&cell.part, indicator));
    keep_part(Given { part, cells: row.values(), exact: row.exact() });
}

/// What a row gives of one part, as the cells of a copy's own columns.
fn copied(
    row: TableRow,
    who: &Identity,
    known: Option<&ResolvedIndicator>,
    settled: Option<Convention>,
    given: &Given,
) -> Vec<String> {
    let context = row.context();
    let forced = context.options.decimal;
    let values = known.map(|indicator| values(given, indicator, forced, settled));
    let own = COLUMNS.into_iter().map(|column| {
        let cell = row.cell(column);
        let canonical = match column {
            Column::Commune => who.commune.map(|n| context.roster.communes[n].code.clone()),
            Column::Period => who.period.map(|period| period.to_string()),
            Column::Level => who.level.map(|level| level.as_str().to_owned()),
            Column::Source => who.voice.map(|voice| voice.as_str().to_owned()),
            Column::Indicator => known.map(|indicator| indicator.id.to_string()),
            Column::Part => given.part.clone(),
            Column::Value => values.as_ref().map(|values| values[0].clone()),
            Column::Numerator => values.as_ref().map(|values| values[1].clone()),
            Column::Denominator => values.as_ref().map(|values| values[2].clone()),
            Column::AsOf | Column::EvidenceDate | Column::ValidUntil => {
                period::parse_date(cell).map(|date| date.to_string())
            }
            Column::Evidence | Column::Note | Column::Claim => None,
        };
        canonical.unwrap_or_else(|| cell.to_owned())
    });
    own.collect()
}

/// Value, numerator and denominator as a copy has them.
fn values(
    Given { part, cells, exact }: &Given,
    indicator: &ResolvedIndicator,
    forced: Option<Convention>,
    settled: Option<Convention>,
) -> [String; 3] {
    let all = RowCells::new(*cells, *exact, &indicator.grades);
    let word = all.word;
    let require = requirement(part.as_deref().unwrap_or_default(), indicator);
    let numeric = require.measure.is_numeric();
    let cells = if numeric { Spoken::new(all, require).numbers } else { *cells };
    std::array::from_fn(|place| {
        let range = value::range(place, require);
        let number = match (require.measure.is_numeric(), exact[place]) {
            (false, _) => None,
            (true, true) => {
                number::read_exact(cells[place], range, value::unit(place, require)).ok()
            }
            (true, false) => number::parse_number(cells[place], range, forced).ok(),
        };
        let number = number.and_then(|number| canonical(number, settled));
        let words = (place == 0).then(|| spelled(all.value, word, require.measure)).flatten();
        number.or(words).unwrap_or_else(|| cells[place].to_owned())
    })
}

/// What the part that a cell names must reach; the first where it names none.
pub(super) fn requirement<'l>(cell: &str, indicator: &'l ResolvedIndicator) -> &'l Requirement {
    let part = part(cell, indicator);
    let require = indicator.require.iter().find(|r| Some(&r.part) == part.as_ref());
    require.unwrap_or(&indicator.require[0])
}

/// The canonical name of a part.
fn part(cell: &str, indicator: &ResolvedIndicator) -> Option<String> {
    let names = indicator.require.iter().map(|r| r.part.as_str());
    let names = names.chain(indicator.check_part.as_deref()).filter(|name| !name.is_empty());
    fold::find(cell, names.map(|name| (name, name.to_owned())))
}

/// What a row gives of one part.
struct Given<'r> {
    /// The part's canonical name.
    part: Option<String>,
    /// Value, numerator and denominator.
    cells: [&'r str; 3],
    exact: [bool; 3],
}

/// The canonical name of a part that a value's cell names.
fn part_name(part: PartOf, indicator: &ResolvedIndicator) -> Option<String> {
    match part {
        PartOf::Judged(place) => Some(indicator.require[place].part.clone()),
        PartOf::Checked => indicator.check_part.clone(),
        _ => None,
    }
}

/// A number with a decimal point that no one takes for the mark of a group.
fn canonical(number: Number, settled: Option<Convention>) -> Option<String> {
    let reading = match number {
        Number::One(reading) => reading,
        Number::Two(readings) => {
            let fits = |r: &number::Interpretation| settled.is_some() && r.convention == settled;
            readings.into_iter().find(fits)?
        }
    };
    let decimals = u32::try_from(reading.decimals).ok()?;
    let text = reading.value.rounded(decimals);
    Some(match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => text + "0",
        _ => text,
    })
}

/// A word for yes, no or not applicable as the office spells it.
fn spelled(cell: &str, word: Option<Word>, measure: Measure) -> Option<String> {
    if word::is_nothing(cell) {
        return None;
    }
    let spelled = match word? {
        Word::NotApplicable => "không áp dụng",
        Word::Yes { .. } if measure == Measure::YesNo => "đạt",
        Word::No { .. } | Word::None if measure == Measure::YesNo => "chưa đạt",
        _ => return None,
    };
    Some(spelled.to_owned())
}
