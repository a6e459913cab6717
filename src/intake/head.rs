//! What the header of a file shows: what is missing, double or unknown.

use super::column::Column;
use super::header;
use super::layout::Layout;
use super::names::{commune_of_names, starts_with_short_code};
use super::piece::Found;
use super::reader::Reader;
use super::repair::RepairKind;
use super::roster::Unknown;
use super::table::Row;
use super::{Finding, encoding};
use crate::period::Period;
use crate::problem::{Code, Location, Problem};
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
        if header.names_nothing() {
            let first = row.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
            let (message, hint) = (text::no_column_known(first), text::name_columns());
            self.header_problem(Code::MissingColumn, Column::Indicator, message, hint);
            return;
        }
        for (column, this, other) in &header.twice {
            let (message, hint) =
                (text::column_twice_in_file(this, other), text::keep_one_column());
            self.header_problem(Code::DuplicateColumn, *column, message, hint);
        }
        for column in [Column::Indicator, Column::Value] {
            if !header.has(column) {
                let (message, hint) = (text::column_missing(column.as_str()), text::name_columns());
                self.header_problem(Code::MissingColumn, column, message, hint);
            }
        }
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
        for cell in &header.unknown {
            let near = header::nearest(cell);
            let hint = text::near_or(&near, text::column_ignored());
            let place = self.place(self.header_line, None);
            let message = text::unknown_column(cell);
            let problem = Problem::error(Code::UnknownColumn, place, message, hint);
            self.find(Finding::of_file(problem.with_cell(cell).as_warning()));
        }
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

    /// Whether sheet and file bear the names of different communes, which is told.
    pub(super) fn refuse_contradicting_names(&mut self, period: Period) -> bool {
        let roster = self.context.roster;
        // A sheet copied from another commune's file bears that one's name.
        let of = |name: &str| commune_of_names(std::iter::once(name), roster, period).ok();
        let (sheet, file) = (self.context.sheet, self.context.source.stem());
        let differ =
            |sheet: &&str| of(sheet).zip(of(file)).is_some_and(|(one, other)| one != other);
        let differing = sheet.filter(differ);
        if let Some(sheet) = differing {
            let (message, hint) = (text::names_disagree(sheet, file), text::rename_sheet());
            let place = Location { column: Some("commune"), line: None, ..self.place(0, None) };
            let problem = Problem::error(Code::UnknownCommune, place, message, hint);
            let finding = Finding::of_file(problem);
            self.piece.found.push(Found { finding, slot: None, once: true });
        }
        differing.is_some()
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
                let place = Location { file, column: Some("commune"), ..Location::default() };
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
