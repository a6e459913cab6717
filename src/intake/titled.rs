//! What the names of a file, its sheet and its column of values say against the rows: that
//! they are of another time, another commune, a plan or another voice.

use std::sync::Arc;

use super::Finding;
use super::column::Column;
use super::header_time::When;
use super::key::Identity;
use super::names::{commune_of_names, communes_within};
use super::near_names::Words;
use super::piece::Found;
use super::reader::Reader;
use super::voice::Voice;
use crate::period::Period;
use crate::problem::{Code, Place, Problem};
use crate::text::{self, Text};

/// Words in a name that make it one of what is wished for.
const PLANS: &[&str] = &["kế hoạch", "mục tiêu", "dự kiến", "phấn đấu"];

/// Words in a name that make it one of another voice.
const VOICES: [(&[&str], Voice); 2] =
    [(&["thẩm tra"], Voice::Verified), (&["thẩm định"], Voice::Appraised)];

impl Reader<'_> {
    /// Whether sheet and file bear the names of different communes, or one of them a code
    /// and the name of another commune, which is told.
    pub(super) fn refuse_contradicting_names(&mut self, period: Period) -> bool {
        let roster = self.context.roster;
        // A sheet copied from another commune's file bears that one's name.
        let of = |name: &str| commune_of_names(std::iter::once(name), roster, period).ok();
        let named = |name: &str| match of(name) {
            Some(place) => vec![place],
            None => communes_within(name, roster, period),
        };
        let (sheet, file) = (self.context.sheet, self.context.source.stem());
        let apart = |one: &[usize], other: &[usize]| {
            !one.is_empty() && !other.is_empty() && !one.iter().any(|place| other.contains(place))
        };
        let within = |name: &&str| {
            let place = of(name);
            place.is_some_and(|place| apart(&[place], &communes_within(name, roster, period)))
        };
        let own = self.context.names().find(within);
        let differing = sheet.filter(|sheet| apart(&named(sheet), &named(file)));
        let told = match (own, differing) {
            (Some(name), _) => (text::name_of_two_communes(name), text::rename_file()),
            (None, Some(sheet)) => (text::names_disagree(sheet, file), text::rename_sheet()),
            (None, None) => return false,
        };
        self.tell_of_name(Code::UnknownCommune, Column::Commune, told);
        true
    }

    /// Tells once of a name that says something else than the rows under it.
    fn tell_of_name(&mut self, code: Code, column: Column, (message, hint): (Text, Text)) {
        let place = Place { column: Some(column.as_str()), line: None, ..self.place(0, None) };
        let finding = Finding::of_file(Problem::error(code, place, message, hint));
        self.piece.found.push(Found { finding, slot: None, once: true });
    }

    /// Whether the column of values, the sheet or the file is named after another time than
    /// the row's, which is told once.
    pub(super) fn is_of_other_time(&mut self, who: Identity) -> bool {
        let Some(period) = who.period else { return false };
        if self.is_named_after_other_time(period) {
            return true;
        }
        if self.header.has_values_twice() {
            return false;
        }
        let header = Arc::clone(&self.header);
        let Some((column, written)) = header.of_other_time(period) else {
            return false;
        };
        let message = text::column_of_other_time(written, period);
        if !self.told.contains(&message) {
            self.told.push(message.clone());
            let place = self.place(self.header_line, Some(column.as_str()));
            let hint = text::give_values_of(period);
            let problem = Problem::error(Code::BadPeriod, place, message, hint);
            let Identity { level, voice, commune, .. } = who;
            let finding = Finding::of_row(problem.with_cell(written), level, voice, commune);
            self.piece.found.push(Found { finding, slot: None, once: true });
        }
        true
    }

    fn is_named_after_other_time(&mut self, period: Period) -> bool {
        let known = self.last.named.filter(|(of, _)| *of == period);
        if let Some((_, other)) = known {
            return other;
        }
        let other = |name: &&str| When::of_name(name).is_some_and(|when| !when.holds(period));
        let found = self.context.names().find(other);
        if let Some(name) = found {
            let told = (text::named_after_other_time(name, period), text::rename_or_move(period));
            self.tell_of_name(Code::BadPeriod, Column::Period, told);
        }
        self.last.named = Some((period, found.is_some()));
        found.is_some()
    }

    /// Warns of a sheet or a file that is named after a plan, or after a voice that its rows
    /// do not name.
    pub(super) fn warn_of_names(&mut self) {
        for name in self.context.names() {
            let words = Words::of(name);
            let voice = VOICES.iter().find(|(known, _)| words.has(known)).map(|(_, voice)| *voice);
            let told = match voice.filter(|_| !self.header.has(Column::Source)) {
                Some(voice) => {
                    (text::named_after_voice(name), text::name_the_voice(voice.as_str()))
                }
                None if words.has(PLANS) => (text::named_after_plan(name), text::take_plan_out()),
                None => continue,
            };
            let place = Place { line: None, ..self.place(0, None) };
            let problem = Problem::error(Code::NameSaysOtherwise, place, told.0, told.1);
            let finding = Finding::of_file(problem.with_cell(name).as_warning());
            self.piece.found.push(Found { finding, slot: None, once: true });
        }
    }
}
