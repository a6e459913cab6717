//! Whose a row is and of when: period, level, voice and commune, and the law that
//! follows from them.

use std::sync::Arc;

use super::Voice;
use super::column::Column;
use super::key::Identity;
use super::names::{NamedLevel, commune_of_names};
use super::reader::{Applying, Reader};
use super::repair::RepairKind;
use super::roster::Unknown;
use super::table::Row;
use crate::law::{Case, Level, Resolved};
use crate::period::Period;
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// What a cell meant, if it is the same as before; else what `read` finds.
fn again<T: Copy>(
    last: &mut Option<(String, T)>,
    cell: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    if let Some((before, meaning)) = last
        && before == cell
    {
        return Some(*meaning);
    }
    let meaning = read(cell)?;
    *last = Some((cell.to_owned(), meaning));
    Some(meaning)
}

/// Whether two cells are the same. Of empty ones the bytes are not looked at: that is
/// a hundred times as slow with the C library of some machines.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

impl Reader<'_> {
    /// The row's period, level, voice and commune. `None`: a row of another
    /// period than the one picked.
    pub(super) fn identify(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Identity> {
        if let Some((period, level)) = self.last.tacit {
            let (period, level, voice) = (Some(period), Some(level), Some(Voice::Own));
            let commune = self.commune(row, period, problems);
            let unnamed = commune.is_some() && self.leaves_commune_empty(row);
            return Some(Identity { period, level, voice, commune, unnamed });
        }
        let period = self.period(row, problems)?;
        let level = self.level(row, problems);
        if !self.header.names_itself {
            self.last.tacit = period.zip(level);
        }
        let cell = self.header.cell(row, Column::Source);
        let voice = match cell {
            "" => Some(Voice::Own),
            _ => again(&mut self.last.voice, cell, Voice::parse),
        };
        if voice.is_none() {
            let message = text::not_a_voice(self.header.written(Column::Source), cell);
            let hint = text::write_voice();
            problems.push(self.problem(row, Code::BadSource, Column::Source, message, hint));
        }
        let commune = self.commune(row, period.or(self.context.due.expected), problems);
        let unnamed = commune.is_some() && self.leaves_commune_empty(row);
        Some(Identity { period, level, voice, commune, unnamed })
    }

    /// Whether a row has a cell for the commune and leaves it empty.
    fn leaves_commune_empty(&self, row: &Row) -> bool {
        self.header.has(Column::Commune) && self.header.commune(row).iter().all(|c| c.is_empty())
    }

    fn level(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Level> {
        let cell = self.header.cell(row, Column::Level);
        if cell.is_empty() {
            return match self.level_of_name {
                NamedLevel::One(level) => Some(level),
                NamedLevel::Several(name) => {
                    let told = (text::several_levels(name), text::name_one_level());
                    self.tell(row, Code::BadLevel, Column::Level, told, problems);
                    None
                }
            };
        }
        let level = again(&mut self.last.level, cell, Level::parse);
        if level.is_none() {
            let words = text::one_of(Level::ALL.map(Level::as_str).join(", "));
            let message = text::not_a_level(self.header.written(Column::Level), cell);
            problems.push(self.problem(row, Code::BadLevel, Column::Level, message, words));
        }
        level
    }

    /// The row's period; `Some(None)` where it is wrong, `None` where the row is
    /// passed over because another period is asked for.
    fn period(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Option<Period>> {
        let cell = self.header.cell(row, Column::Period);
        let picked = self.context.options.period;
        let found = match cell {
            "" => self.context.due.tacit,
            _ => again(&mut self.last.period, cell, Period::parse),
        };
        let Some(found) = found else {
            if cell.is_empty() {
                let told = (text::no_period(), text::give_period());
                self.tell(row, Code::BadPeriod, Column::Period, told, problems);
            } else {
                let message = text::not_a_period(self.header.written(Column::Period), cell);
                let hint = text::write_period();
                problems.push(self.problem(row, Code::BadPeriod, Column::Period, message, hint));
            }
            return Some(None);
        };
        if picked.is_some_and(|picked| picked != found) {
            *self.piece.unpicked.entry(found).or_default() += 1;
            return None;
        }
        let due = self.context.due;
        match due.expected.filter(|expected| due.only && *expected != found) {
            None => Some(Some(found)),
            Some(expected) => {
                let message =
                    text::other_period(self.header.written(Column::Period), cell, expected);
                let hint = text::move_row(expected);
                problems.push(self.problem(row, Code::BadPeriod, Column::Period, message, hint));
                Some(None)
            }
        }
    }

    fn commune(
        &mut self,
        row: &Row,
        period: Option<Period>,
        problems: &mut Vec<Problem>,
    ) -> Option<usize> {
        let roster = self.context.roster;
        let period = period?;
        let has_column = self.header.has(Column::Commune);
        let [first, second] = self.header.commune(row);
        if let Some((cells, of, place)) = &self.last.commune
            && (same(&cells[0], first) && same(&cells[1], second) && *of == period)
        {
            let padded = self.last.padded;
            self.piece.repairs.note(RepairKind::LeadingZeros, usize::from(padded));
            return Some(*place);
        }
        let cells = || [first.to_owned(), second.to_owned()];
        if first.is_empty() && second.is_empty() {
            if self.last.contradicted == Some(period) {
                return None;
            }
            if let Ok(place) = commune_of_names(self.context.names(), roster, period) {
                // Whose the rows are nobody knows.
                let contradicted = match has_column {
                    true => self.compare_names(period),
                    // Looked at with the header.
                    false => self.refuse_contradicting_names(period),
                };
                if contradicted {
                    self.last.contradicted = Some(period);
                    return None;
                }
                self.last.commune = Some((cells(), period, place));
                self.last.padded = false;
                return Some(place);
            }
            if !has_column {
                self.tell_of_month(row, period, problems);
                return None;
            }
        }
        let written = self.header.written(Column::Commune).to_owned();
        let (deciding, other) = if first.is_empty() { (second, "") } else { (first, second) };
        if deciding.is_empty() {
            let message = text::cell_empty(&written);
            let hint = text::write_commune();
            problems.push(self.problem(row, Code::UnknownCommune, Column::Commune, message, hint));
            return None;
        }
        if let Some((cell, of, told)) = &self.last.unknown
            && (same(cell, deciding) && *of == period)
        {
            let (message, hint) = told.clone();
            let problem = self.problem(row, Code::UnknownCommune, Column::Commune, message, hint);
            problems.push(problem.with_cell(deciding));
            return None;
        }
        let (message, hint) = match roster.find(deciding, period) {
            Ok(place) if other.is_empty() || roster.is_named(place, other, period) => {
                self.last.commune = Some((cells(), period, place));
                self.last.padded = deciding.len() < roster.communes[place].code.len()
                    && deciding.bytes().all(|b| b.is_ascii_digit());
                self.piece.repairs.note(RepairKind::LeadingZeros, usize::from(self.last.padded));
                return Some(place);
            }
            Ok(place) => {
                let name = &roster.communes[place].name;
                let message = text::code_and_name_differ(&written, deciding, name, other);
                (message, text::mend_code_or_name())
            }
            // The roster's own fault is told; its communes are not called unknown.
            Err(_) if roster.incomplete => return None,
            Err(why) => {
                let told = self.unknown_commune(&written, deciding, (&why, Some(period)));
                self.last.unknown = Some((deciding.to_owned(), period, told.clone()));
                told
            }
        };

        let problem = self.problem(row, Code::UnknownCommune, Column::Commune, message, hint);
        problems.push(problem.with_cell(deciding));
        None
    }

    /// Tells of a row whose period is not the one in which the names of file and sheet were
    /// looked up, where they mean nobody in it.
    fn tell_of_month(&mut self, row: &Row, period: Period, problems: &mut Vec<Problem>) {
        if self.context.due.expected == Some(period) || self.context.roster.incomplete {
            return;
        }
        let stem = self.context.source.stem();
        if let Err(why) = commune_of_names(self.context.names(), self.context.roster, period) {
            let (message, hint) = self.unknown_commune("commune", stem, (&why, Some(period)));
            problems.push(self.problem(row, Code::UnknownCommune, Column::Commune, message, hint));
        }
    }

    /// What is said of a cell that names no commune in a period.
    pub(super) fn unknown_commune(
        &mut self,
        written: &str,
        cell: &str,
        (why, period): (&Unknown, Option<Period>),
    ) -> (Text, Text) {
        match why {
            Unknown::NotThere => {
                let near = self.suggestions.near(cell, self.context.roster);
                let hint = text::near_or(&near, text::see_roster());
                (text::unknown_commune(written, cell), hint)
            }
            Unknown::NotTakingPart => {
                let period = period.map(|period| period.to_string()).unwrap_or_default();
                (text::commune_not_there(written, cell, period), text::check_validity())
            }
            Unknown::Shared(places) => {
                let codes = self.context.roster.codes_of(places);
                (text::name_shared(written, cell, codes), text::write_code_instead())
            }
        }
    }

    /// The law of the row's level; without a commune, that of the whole country.
    pub(super) fn law<'l>(
        &mut self,
        who: &Identity,
        row: &Row,
        applying: &'l mut Applying,
        problems: &mut Vec<Problem>,
    ) -> Option<&'l Arc<Resolved>> {
        let (level, period) = (who.level?, who.period.or(self.context.due.expected)?);
        let key = (who.commune, level, period);
        if applying.0.as_ref().is_none_or(|(last, _)| *last != key) {
            let everywhere = Case::default();
            let communes = &self.context.roster.communes;
            let case = who.commune.map_or(&everywhere, |place| &communes[place].case);
            let law = self.context.standards.get(level, period, case);
            applying.0 = law.map(|law| (key, law));
        }
        if applying.0.is_none() {
            let written = self.header.written(Column::Level).to_owned();
            let told = (text::no_set_for_row(written, level, period), text::see_sets());
            self.tell(row, Code::BadLevel, Column::Level, told, problems);
        }
        applying.0.as_ref().map(|(_, law)| law)
    }
}
