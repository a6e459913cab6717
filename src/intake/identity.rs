//! Whose a row is and of when: period, level, voice and commune, and the law that
//! follows from them.

use std::sync::Arc;

use super::Voice;
use super::gather::Key;
use super::header::Column;
use super::roster::Unknown;
use super::row::Reader;
use super::table::Row;
use crate::law::{Case, Level, Resolved};
use crate::period::Period;
use crate::problem::{Code, Problem};
use crate::text::{self, Text};

/// What a row's law depends on: its commune, level and period.
pub(super) type LawKey = (Option<usize>, Level, Period);

/// What a row's cells said of its commune, and which it is.
pub(super) struct LastCommune {
    cells: [String; 2],
    period: Period,
    place: usize,
}

/// Who and when a row is of, as far as it says so rightly.
pub(super) struct Identity {
    pub(super) period: Option<Period>,
    pub(super) level: Option<Level>,
    pub(super) voice: Option<Voice>,
    pub(super) commune: Option<usize>,
}

impl Reader<'_, '_> {
    /// The row's period, level, voice and commune. `None`: a row of another
    /// period than the one picked.
    pub(super) fn identify(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Identity> {
        let period = self.period(row, problems)?;
        let cell = self.header.cell(row, Column::Level);
        let level = if cell.is_empty() { Some(self.level_of_name) } else { Level::parse(cell) };
        if level.is_none() {
            let words = Level::ALL.map(Level::as_str).join(", ");
            let message = text::not_a_level(self.header.written(Column::Level), cell);
            problems.push(self.problem(
                row,
                Code::BadLevel,
                Column::Level,
                message,
                text::one_of(words),
            ));
        }
        let cell = self.header.cell(row, Column::Source);
        let voice = if cell.is_empty() { Some(Voice::Own) } else { Voice::parse(cell) };
        if voice.is_none() {
            let message = text::not_a_voice(self.header.written(Column::Source), cell);
            let hint = text::write_voice();
            problems.push(self.problem(row, Code::BadSource, Column::Source, message, hint));
        }
        let commune = self.commune(row, period.or(self.context.expected), problems);
        Some(Identity { period, level, voice, commune })
    }

    /// The row's period; `Some(None)` where it is wrong, `None` where the row is
    /// passed over because another period is asked for.
    fn period(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Option<Option<Period>> {
        let cell = self.header.cell(row, Column::Period);
        let of_row = if cell.is_empty() { None } else { Some(Period::parse(cell)) };
        let (picked, folder) = (self.context.options.period, self.context.source.folder_period);
        let found = match of_row {
            Some(Some(period)) => period,
            Some(None) => {
                let message = text::not_a_period(self.header.written(Column::Period), cell);
                let problem = self.problem(
                    row,
                    Code::BadPeriod,
                    Column::Period,
                    message,
                    text::write_period(),
                );
                problems.push(problem);
                return Some(None);
            }
            None => match folder.or(picked) {
                Some(period) => period,
                None => {
                    let told = (text::no_period(), text::give_period());
                    self.tell(row, Code::BadPeriod, Column::Period, told, problems);
                    return Some(None);
                }
            },
        };
        if picked.is_some_and(|picked| picked != found) {
            return None;
        }
        match self.context.expected.filter(|expected| *expected != found) {
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
        if !self.header.has(Column::Commune) {
            return super::commune_of_name(&self.context.source.stem, roster, period).ok();
        }
        let [first, second] = self.header.commune(row);
        if let Some(last) = &self.last_commune
            && (last.cells[0] == first && last.cells[1] == second && last.period == period)
        {
            return Some(last.place);
        }
        let written = self.header.written(Column::Commune).to_owned();
        let (deciding, other) = if first.is_empty() { (second, "") } else { (first, second) };
        if deciding.is_empty() {
            let message = text::cell_empty(&written);
            let hint = text::write_commune();
            problems.push(self.problem(row, Code::UnknownCommune, Column::Commune, message, hint));
            return None;
        }
        let (message, hint) = match roster.find(deciding, period) {
            Ok(place) if other.is_empty() || roster.names(place, other, period) => {
                let cells = [first.to_owned(), second.to_owned()];
                self.last_commune = Some(LastCommune { cells, period, place });
                return Some(place);
            }
            Ok(place) => {
                let name = &roster.communes[place].name;
                let message = text::code_and_name_differ(&written, deciding, name, other);
                (message, text::mend_code_or_name())
            }
            // The roster's own fault is told; its communes are not called unknown.
            Err(_) if roster.incomplete => return None,
            Err(why) => self.unknown_commune(&written, deciding, &why),
        };
        let problem = self.problem(row, Code::UnknownCommune, Column::Commune, message, hint);
        problems.push(problem.with_cell(deciding));
        None
    }

    /// What is said of a cell that names no commune.
    pub(super) fn unknown_commune(
        &mut self,
        written: &str,
        cell: &str,
        why: &Unknown,
    ) -> (Text, Text) {
        match why {
            Unknown::NotThere => {
                let near = self.suggestions.near(cell, self.context.roster);
                let hint = text::near_or(&near, text::see_roster());
                (text::unknown_commune(written, cell), hint)
            }
            Unknown::NotTakingPart => {
                let period = self.context.expected.map(|p| p.to_string()).unwrap_or_default();
                (text::commune_not_there(written, cell, period), text::check_validity())
            }
            Unknown::Shared(codes) => {
                (text::name_shared(written, cell, codes.join(", ")), text::write_code_instead())
            }
        }
    }

    /// The law of the row's level; without a commune, that of the whole country.
    pub(super) fn law(
        &mut self,
        who: &Identity,
        row: &Row,
        problems: &mut Vec<Problem>,
    ) -> Option<Arc<Resolved>> {
        let (level, period) = (who.level?, who.period.or(self.context.expected)?);
        let key = (who.commune, level, period);
        if let Some((last, law)) = &self.last_law
            && *last == key
        {
            return Some(Arc::clone(law));
        }
        let everywhere = Case::default();
        let case = match who.commune {
            Some(place) => &self.context.roster.communes[place].case,
            None => &everywhere,
        };
        let law = self.context.standards.get(level, period, case);
        self.last_law = law.clone().map(|law| (key, law));
        if law.is_none() {
            let written = self.header.written(Column::Level).to_owned();
            let told = (text::no_set_for_row(written, level, period), text::see_sets());
            self.tell(row, Code::BadLevel, Column::Level, told, problems);
        }
        law
    }
}

impl Identity {
    /// What the row is of, when all of it is known.
    pub(super) fn key(&self) -> Option<Key> {
        Some(Key {
            commune: self.commune?,
            period: self.period?,
            level: self.level?,
            voice: self.voice?,
        })
    }
}
