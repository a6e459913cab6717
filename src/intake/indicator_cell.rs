//! Of what: the step that says of which indicator and part a row is.

use std::borrow::Cow;
use std::sync::Arc;

use super::column::Column;
use super::header::IdNaming;
use super::key::{Identity, PartOf};
use super::quantity::RowCells;
use super::sink::Sink;
use super::table_row::TableRow;
use super::{cell, indicator, parts, word};
use crate::law::{IndicatorId, Resolved, ResolvedIndicator};
use crate::problem::{Code, Problem};
use crate::{fold, text};

/// What a row names as its indicator and part.
pub(super) struct IndicatorCell<'r> {
    /// The indicator's cell as written.
    pub(super) text: &'r str,
    pub(super) id: Option<IndicatorId>,
    /// The part's name.
    pub(super) part: Cow<'r, str>,
    /// Whether the row names a part of the indicator above in place of an id.
    is_below: bool,
    /// Whether it may name an indicator, well or badly.
    pub(super) has_digit: bool,
}

/// The row of an indicator that names no part, under which rows of its parts may stand.
#[derive(Default)]
pub(super) struct IndicatorAbove(Option<Above>);

struct Above {
    law: Arc<Resolved>,
    index: usize,
    /// Whose it is and of when, as written.
    whose: [String; 5],
}

impl IndicatorAbove {
    /// What a row names, be it a part of the indicator above it.
    pub(super) fn read_cell<'r>(&self, row: TableRow<'r>) -> IndicatorCell<'r> {
        let text = row.cell(Column::Indicator);
        if let Some((id, part)) = self.0.as_ref().and_then(|above| above.part_named(row)) {
            let part = Cow::Owned(part);
            return IndicatorCell { text, id: Some(id), part, is_below: true, has_digit: true };
        }
        let id = indicator::parse_indicator(text);
        // A place and a day below the table hold digits too.
        let prose = id.is_none()
            && text.starts_with(char::is_alphabetic)
            && text.contains(char::is_whitespace);
        let has_digit = !prose && text.bytes().any(|b| b.is_ascii_digit());
        // Nor are a day, and a count in words: `15/19 tiêu chí đạt`.
        let has_digit = has_digit && (id.is_some() || !cell::is_day(text) && !cell::is_count(text));
        // `Tổng:57` holds digits and is of no indicator.
        let has_digit = has_digit && (id.is_some() || !indicator::is_total(text));
        let part = Cow::Borrowed(row.cell(Column::Part));
        IndicatorCell { text, id, part, is_below: false, has_digit }
    }

    /// No row of a part can follow.
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    /// Remembers the row of an indicator with several parts, should rows of them follow.
    pub(super) fn remember(
        &mut self,
        row: TableRow,
        cell: &IndicatorCell,
        (law, index): (&Arc<Resolved>, usize),
    ) {
        if cell.is_below {
            return;
        }
        let several = law.indicators[index].require.len() > 1;
        let heads = several && word::is_nothing(row.cell(Column::Part));
        let above =
            || Above { law: Arc::clone(law), index, whose: owner_cells(row).map(str::to_owned) };
        self.0 = heads.then(above);
    }
}

impl Above {
    /// The indicator and its part that a row names in place of an id.
    fn part_named(&self, row: TableRow) -> Option<(IndicatorId, String)> {
        let header = row.header();
        let indices = header.id_columns.iter().map(|column| column.place);
        // The id of the row above may be merged over this one.
        let indicator = &self.law.indicators[self.index];
        let own = header.place(Column::Indicator);
        let others = indices.filter(|index| {
            own != Some(*index)
                || indicator::parse_indicator(row.cells.cell(*index)) != Some(indicator.id)
        });
        let others: Vec<&str> =
            others.map(|index| row.cells.cell(index)).filter(|cell| !is_bullet(cell)).collect();
        // Beside it nothing names another row.
        let alone = others.len() == 1 && word::is_nothing(row.cell(Column::Part));
        if !alone || owner_cells(row) != self.whose {
            return None;
        }
        let cell = parts::without_bullet(others[0].trim_end_matches(':'));
        let names = parts::names(indicator);
        let part = fold::find(cell, names.iter().map(|(name, _)| (*name, (*name).to_owned())))?;
        Some((indicator.id, part))
    }
}

/// The cells that say whose a row is and of when.
fn owner_cells(row: TableRow<'_>) -> [&str; 5] {
    let [one, other] = row.header().commune(row.cells);
    let [period, level, source] =
        [Column::Period, Column::Level, Column::Source].map(|column| row.cell(column));
    [one, other, period, level, source]
}

impl IndicatorCell<'_> {
    /// The place of the indicator in the law; what is wrong with the cell is a fault.
    pub(super) fn find_in(
        &self,
        law: &Resolved,
        row: TableRow,
        who: &Identity,
        sink: &mut Sink,
    ) -> Option<usize> {
        if let Some(fault) = self.holds_more(row).or_else(|| self.names_another(row, law)) {
            sink.faults.push(fault);
            return None;
        }
        let index = self.id.and_then(|id| law.position(id));
        if index.is_none() {
            let column = Column::Indicator;
            let period = who.period.or(row.context().due.expected);
            let (code, message, hint) =
                indicator::not_one(self.text, row.written(column), law, period);
            sink.faults.push(row.fault(code, column, message, hint));
        }
        index
    }

    /// Takes the part that the words beside the id name: the id may be merged over the rows of
    /// its parts, or stand in the first of them.
    pub(super) fn take_part_beside(&mut self, row: TableRow, indicator: &ResolvedIndicator) {
        if indicator.require.len() < 2 || !word::is_nothing(&self.part) {
            return;
        }
        let names = parts::names(indicator);
        let names = names.iter().map(|(name, _)| (*name, (*name).to_owned()));
        let mut cells = row.header().words().map(|column| row.cells.cell(column.place));
        let part = cells.find_map(|cell| {
            fold::find(parts::without_bullet(cell.trim_end_matches(':')), names.clone())
        });
        self.part = part.map_or_else(|| self.part.clone(), Cow::Owned);
    }

    /// A cell that holds what others have in several.
    fn holds_more(&self, row: TableRow) -> Option<Problem> {
        let alone =
            || row.cells.len() == 1 && row.header().width > 2 && cell::is_joined_row(self.text);
        let holds_more =
            !self.is_below && self.id.is_some() && (cell::holds_more(self.text) || alone());
        holds_more.then(|| {
            let column = Column::Indicator;
            let message = text::more_than_indicator(row.written(column), self.text);
            row.fault(Code::UnreadableRow, column, message, text::cells_apart())
        })
    }

    /// A row that names one indicator in the column of the ids and another in one beside it.
    fn names_another(&self, row: TableRow, law: &Resolved) -> Option<Problem> {
        let id = self.id?;
        let named = row.header().words().filter(|column| column.named != IdNaming::Loosely);
        let mut others = named.filter_map(|column| {
            let other = indicator::parse_indicator(row.cells.cell(column.place))?;
            (other != id && law.position(other).is_some()).then_some((column, other))
        });
        let (column, other) = others.next()?;
        let own = row.written(Column::Indicator);
        let message = text::two_indicators(own, id, &column.written, other);
        let (code, hint) = (Code::UnknownIndicator, text::one_indicator());
        Some(row.fault(code, Column::Indicator, message, hint))
    }

    /// The part of the indicator that the row is of; that it is none is a fault.
    pub(super) fn part(
        &self,
        row: TableRow,
        indicator: &ResolvedIndicator,
        cells: RowCells,
        sink: &mut Sink,
    ) -> PartOf {
        let single = indicator.require.len() == 1 && indicator.require[0].part.is_empty();
        if word::is_nothing(&self.part) {
            if single {
                return PartOf::Judged(0);
            }
            let all = cells.word == Some(word::Word::NotApplicable);
            let nothing = [cells.value, cells.numerator, cells.denominator];
            return match (all, nothing.into_iter().all(word::is_nothing)) {
                (true, _) => PartOf::All,
                (false, true) if !super::flaw::is_in_value(row) => PartOf::Heading,
                (false, _) => PartOf::Unsaid,
            };
        }
        let names = parts::names(indicator);
        if !single && let Some(part) = fold::find(&self.part, names.into_iter()) {
            return part;
        }
        let column = Column::Part;
        let (message, hint) = indicator::unknown_part(indicator, row.written(column), &self.part);
        sink.faults.push(row.fault(Code::UnknownPart, column, message, hint));
        PartOf::Unknown
    }
}

/// Whether a cell holds nothing but what lists a row: `-`, `a)`, `b`.
fn is_bullet(cell: &str) -> bool {
    let cell = cell.trim_end_matches([')', '.']);
    let mut letters = cell.chars();
    let lists = |c: char| fold::is_dash(c) || "+•*".contains(c) || c.is_ascii_lowercase();
    letters.next().is_none_or(lists) && letters.next().is_none()
}
