//! Rows around the table that hold no data: titles, signatures, the header again, sums.
//! What may be data is none of them.

use std::collections::BTreeSet;
use std::collections::HashSet;
use std::sync::Arc;

use super::column::Column;
use super::header;
use super::reader::Reader;
use super::repair::RepairKind;
use super::table::{MOST_CELLS, Row};
use super::{Finding, cell, indicator, separator, word};
use crate::law::{Case, IndicatorId, Level, Resolved};
use crate::period::Period;
use crate::problem::Code;
use crate::{fold, text};

impl Reader<'_> {
    /// A row above the header of a text: its title, if it can be none of the rows and no
    /// header. `place`: that of the indicator.
    pub(super) fn read_title(&mut self, row: &Row, place: Option<usize>, delimiter: u8) {
        self.look_for_swallowed_rows(row, place);
        let cells = row.cells().take(MOST_CELLS);
        let header = cells.filter(|cell| header::is_known(cell)).count() > 1;
        let data = header || self.other_delimiter(row, delimiter).is_some();
        self.pass_over_title(row, place, data);
    }

    /// A row above the header. Whether it is `data` is seen by its indicator too.
    pub(super) fn pass_over_title(&mut self, row: &Row, place: Option<usize>, data: bool) {
        let id = place.and_then(|place| indicator::read(row.cell(place)));
        if data || id.is_some_and(|id| self.is_of_a_set(id)) {
            self.row_problem(row.line, Code::UnreadableRow, text::data_above(), text::move_data());
        } else {
            self.piece.repairs.note(RepairKind::TitleRows, 1);
        }
    }

    /// A row without an indicator that is told by itself: the header again, or a sum.
    pub(super) fn is_no_data(&mut self, row: &Row, indicator: &str) -> bool {
        if self.header.is_header(row) {
            if self.header.is_repeated(row) {
                self.piece.rows -= 1;
                self.piece.repairs.note(RepairKind::RepeatedHeaders, 1);
            } else {
                let (message, hint) = (text::another_header(), text::split_tables());
                self.row_problem(row.line, Code::UnreadableRow, message, hint);
                self.piece.broken_off = true;
            }
            return true;
        }
        let first = row.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        // One without a value, below the table, gives nothing.
        let total =
            [first, indicator].iter().any(|cell| indicator::is_total(cell)) && !self.is_text(row);
        if total {
            let message = text::totals_row(self.header.written(Column::Indicator), first);
            let column = Column::Indicator;
            let problem =
                self.problem(row, Code::UnknownIndicator, column, message, text::delete_totals());
            self.find(Finding::of_file(problem));
        }
        total
    }

    /// Whether a row without an indicator is text: who signs, and when. A value, and a row
    /// that begins as rows of data do, is none.
    pub(super) fn is_text(&self, row: &Row) -> bool {
        let values = [Column::Value, Column::Numerator, Column::Denominator];
        let gives = |column: &Column| {
            let cell = self.header.cell(row, *column);
            cell::is_value(cell) || self.is_grade(cell)
        };
        let first = row.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        !values.iter().any(gives)
            && !row.cells().any(|cell| word::read(cell).is_some())
            && !self.is_code(first)
            && !cell::is_number(first)
    }

    /// Whether the last row, whose line does not end, may be one of data of which a part
    /// is lost: it begins with a digit or a commune.
    pub(super) fn may_be_cut(&self, row: &Row) -> bool {
        let first = row.cell(0);
        // Or with what is left of a commune's name.
        let part = || self.context.roster.communes.iter().any(|one| one.name.starts_with(first));
        first.starts_with(|c: char| c.is_ascii_digit())
            || self.is_commune(first)
            || (row.len() == 1 && part())
    }

    /// The delimiter under which a row is one of data, or the header, where it is none under
    /// its own.
    pub(super) fn other_delimiter(&self, row: &Row, own: u8) -> Option<u8> {
        let line = row.whole();
        // Most rows have neither.
        let split = separator::otherwise(line, own).find(|(delimiter, cells)| {
            let rest = || cells[1..].iter().copied();
            let first = cells[0];
            let id = |cell: &str| indicator::read(cell).is_some_and(|id| self.is_of_a_set(id));
            let gives = |cell: &str| id(cell) || cell::is_value(cell);
            let names = cells.iter().filter(|cell| header::is_known(cell)).count();
            // In a sentence these words are no columns.
            names > 1 && *delimiter != b' '
                || (self.is_code(first) || IndicatorId::parse(first).is_some() && id(first))
                    && rest().any(|cell| !cell.is_empty())
                || rest().any(gives) && self.is_commune(first)
                || *delimiter != b' ' && self.gives_value(cells)
        });
        split.map(|(delimiter, _)| delimiter)
    }

    /// Whether a cell is an id of a set and one behind it a value, whoever they are of.
    fn gives_value(&self, cells: &[&str]) -> bool {
        let mut cells = cells.iter();
        let id = |cell: &&str| IndicatorId::parse(cell).is_some_and(|id| self.is_of_a_set(id));
        let value = |cell: &&str| cell::is_value(cell) && IndicatorId::parse(cell).is_none();
        cells.any(id) && cells.any(value)
    }

    /// Whether an id is one of a set in force, at any level.
    fn is_of_a_set(&self, id: IndicatorId) -> bool {
        let known = |law: Arc<Resolved>| law.position(id).is_some();
        self.period_of_file().is_none_or(|period| self.laws(period).any(known))
    }

    /// The ids of the sets in force; `None` where the period is not known.
    pub(super) fn ids_in_force(&self) -> Option<HashSet<IndicatorId>> {
        let period = self.period_of_file()?;
        let ids = |law: Arc<Resolved>| law.indicators.iter().map(|i| i.id).collect::<Vec<_>>();
        Some(self.laws(period).flat_map(ids).collect())
    }

    /// Whether a cell is a grade of a set in force.
    fn is_grade(&self, cell: &str) -> bool {
        let known = |law: Arc<Resolved>| {
            let grades = law.indicators.iter().flat_map(|indicator| &indicator.grades);
            fold::find(cell, grades.map(|grade| (grade.as_str(), ()))).is_some()
        };
        let period = self.period_of_file().filter(|_| !word::is_nothing(cell));
        period.is_some_and(|period| self.laws(period).any(known))
    }

    /// The indicators and grades of all levels in force; without a period the indicators
    /// are not known.
    pub(super) fn known_of_period(&self) -> (Option<BTreeSet<IndicatorId>>, Vec<String>) {
        let laws: Option<Vec<Arc<Resolved>>> =
            self.period_of_file().map(|period| self.laws(period).collect());
        let indicators = || laws.iter().flatten().flat_map(|law| &law.indicators);
        let grades = indicators().flat_map(|indicator| indicator.grades.iter().cloned()).collect();
        let ids = indicators().map(|indicator| indicator.id).collect();
        (laws.is_some().then_some(ids), grades)
    }

    pub(super) fn laws(&self, period: Period) -> impl Iterator<Item = Arc<Resolved>> {
        let law = move |level| self.context.standards.get(level, period, &Case::default());
        Level::ALL.into_iter().filter_map(law)
    }

    /// Whether a cell is what rows of data begin with.
    pub(super) fn begins_row(&self, first: &str) -> bool {
        let id = IndicatorId::parse(first).is_some_and(|id| self.is_of_a_set(id));
        id || self.is_code(first) || self.is_commune(first)
    }

    fn is_code(&self, cell: &str) -> bool {
        !self.context.roster.of_code(cell).is_empty()
    }

    fn is_commune(&self, cell: &str) -> bool {
        let period = self.period_of_file();
        let found = |period| self.context.roster.find(cell, period).is_ok();
        !cell.is_empty() && (self.is_code(cell) || period.is_some_and(found))
    }

    pub(super) fn period_of_file(&self) -> Option<Period> {
        self.context.due.expected.or(self.context.source.folder_period)
    }
}
