//! What the header of a file shows: what is missing, double or unknown.

use super::column::Column;
use super::header::{self, Header};
use super::layout::Layout;
use super::names::{commune_of_names, starts_with_short_code};
use super::otherwise::Otherwise;
use super::reader::Reader;
use super::repair::RepairKind;
use super::roster::Unknown;
use super::table::Row;
use super::{Finding, encoding};
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

impl Reader<'_> {
    /// Takes over the layout that a header row gives, and tells what is wrong with it.
    pub(super) fn read_header(&mut self, layout: &Layout, row: &Row) {
        self.lay_out(layout);
        self.below_header = true;
        self.copy_header();
        if self.may_have_lost_letters {
            let lost = row.cells().find(|cell| encoding::word_lost_letters(cell));
            self.lost = lost.map(str::to_owned);
        }
        let header = &layout.header;
        self.look_for_swallowed_rows(row, header.place(Column::Indicator));
        if header.is_too_wide() {
            let message = text::too_many_columns(header.width);
            self.row_problem(row.line, Code::UnreadableRow, message, text::a_row_a_line());
            return;
        }
        if let Some(cell) = &header.joined {
            let (message, hint) = match header.columns().next() {
                Some(_) => (text::header_with_data(cell), text::part_header()),
                None => (text::no_header(cell), text::name_columns()),
            };
            self.row_problem(row.line, Code::UnreadableRow, message, hint);
            return;
        }
        if let Some(flaw) = self.context.flaws.header {
            let (message, hint) = flaw.tell(header.width);
            self.row_problem(row.line, Code::UnreadableRow, message, hint);
            return;
        }
        for (column, this, other) in &header.twice {
            let (message, hint) =
                (text::column_twice_in_file(this, other), text::keep_one_column());
            self.header_problem(Code::DuplicateColumn, *column, message, hint);
        }
        self.tell_missing(header);
        for (column, written) in &header.misspelt {
            let message = text::misspelt_column(written, column.as_str());
            let hint = text::rename_column(column.as_str());
            let place = self.place(self.header_line, None);
            let problem = Problem::error(Code::UnknownColumn, place, message, hint);
            self.find(Finding::of_file(problem.with_cell(written)));
        }
        let misspelt = header.misspelt.iter().any(|(column, _)| *column == Column::Commune);
        if !header.has(Column::Commune) && !misspelt {
            self.look_for_commune_in_name();
        }
        self.warn_of_names();
        let known = header.otherwise.iter().filter(|(what, _)| {
            // Where there are no results it is named with that.
            *what == Otherwise::NotReached && header.has(Column::Value)
        });
        let otherwise = known.map(|(_, cell)| (cell, Vec::new()));
        let unknown = header.unknown.iter().map(|cell| (cell, header::nearest(cell)));
        for (cell, near) in unknown.chain(otherwise) {
            let hint = text::near_or(&near, text::column_ignored());
            let place = self.place(self.header_line, None);
            let message = text::unknown_column(cell);
            let problem = Problem::error(Code::UnknownColumn, place, message, hint);
            self.find(Finding::of_file(problem.with_cell(cell).as_warning()));
        }
    }

    /// Tells of the columns that every table must have, and of one in which a mark would
    /// mean the opposite.
    fn tell_missing(&mut self, header: &Header) {
        let not_met = header.otherwise.iter().find(|(what, _)| *what == Otherwise::NotMet);
        let not_met = not_met.map(|(_, written)| {
            (text::column_of_not_met(written), text::write_verdict_in_one_column())
        });
        if !header.has(Column::Indicator) {
            let message = text::column_missing(Column::Indicator.as_str());
            self.header_problem(
                Code::MissingColumn,
                Column::Indicator,
                message,
                text::name_columns(),
            );
        }
        if header.has(Column::Value) {
            if let Some((message, hint)) = not_met {
                self.header_problem(Code::UnknownColumn, Column::Value, message, hint);
            }
            return;
        }
        let claims = header.claims().map(|claim| claim.written);
        let others = header.otherwise.iter().map(|(_, written)| written.as_str());
        let beside: Vec<&str> = others.chain(claims).collect();
        let (message, hint) = not_met.unwrap_or_else(|| match &beside[..] {
            [] => (text::column_missing(Column::Value.as_str()), text::name_columns()),
            _ => {
                let beside = beside.join("”, “");
                let message = text::column_missing_beside(Column::Value.as_str(), beside);
                (message, text::name_the_result())
            }
        });
        self.header_problem(Code::MissingColumn, Column::Value, message, hint);
    }

    fn look_for_commune_in_name(&mut self) {
        let roster = self.context.roster;
        // Without a period nobody can be looked up; that is told by itself.
        let Some(period) = self.context.due.expected else {
            return;
        };
        if let Err(why) = commune_of_names(self.context.names(), roster, period) {
            self.commune_missing(&why);
        }
        self.compare_names(period);
    }

    /// Looks whether the name that counts is a code that lost its zero, and whether sheet and
    /// file name different communes; returns that.
    pub(super) fn compare_names(&mut self, period: Period) -> bool {
        let roster = self.context.roster;
        let named = |name: &str| commune_of_names(std::iter::once(name), roster, period).is_ok();
        let short = |name: &str| starts_with_short_code(name) && named(name);
        if self.piece.is_first() && self.context.names().any(short) {
            self.piece.repairs.note(RepairKind::LeadingZeros, 1);
        }
        self.refuse_contradicting_names(period)
    }

    /// A file that names its commune neither in a column nor in its name.
    fn commune_missing(&mut self, why: &Unknown) {
        let stem = self.context.source.stem();
        let named = stem.len() >= 5 && stem.as_bytes()[..5].iter().all(u8::is_ascii_digit);
        match named || *why != Unknown::NotThere {
            true => {
                let (message, hint) =
                    self.unknown_commune("commune", stem, (why, self.context.due.expected));
                let file = self.context.source.name.clone();
                let place = Place { file, column: Some("commune"), ..Place::default() };
                let problem = Problem::error(Code::UnknownCommune, place, message, hint);
                self.find(Finding::of_file(problem));
            }
            false => {
                let (message, hint) = (text::column_missing("commune"), text::name_commune());
                self.header_problem(Code::MissingColumn, Column::Commune, message, hint);
            }
        }
    }

    fn header_problem(&mut self, code: Code, column: Column, message: Text, hint: Text) {
        let place = self.place(self.header_line, Some(column.as_str()));
        self.find(Finding::of_file(Problem::error(code, place, message, hint)));
    }
}
