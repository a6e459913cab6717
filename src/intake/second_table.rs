//! A second table below the first, under the same header: the title above it is no row.

use super::column::Column;
use super::names::{NamedLevel, commune_of_names, level_of_name};
use super::reader::Reader;
use super::repair::RepairKind;
use super::table::Row;
use crate::fold::Fold;
use crate::law::Level;
use crate::period::Period;
use crate::problem::Code;
use crate::text;

/// So much of a title is looked at.
const LONGEST: usize = 300;

/// A row of text that may be a line of a title: one cell alone.
pub(super) fn line_of_title(row: &Row) -> Option<(u64, String)> {
    let mut cells = row.cells().filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    // A merged cell is one.
    let alone = cells.all(|cell| cell == first);
    alone.then(|| (row.line, first.chars().take(LONGEST).collect()))
}

impl Reader<'_> {
    /// Passes over the rows of text between the rows before and a header that stands again.
    /// Where they say that what follows is of another level, commune or month than the file
    /// gives to its rows, nothing below is read.
    pub(super) fn pass_over_second_title(&mut self) {
        let Some(tail) = self.piece.aside.as_ref().map(|aside| &aside.tail) else {
            return;
        };
        if tail.rows == 0 || tail.lines.len() != tail.rows {
            return;
        }
        let tail = self.piece.take_tail();
        match tail.lines.iter().find(|(_, title)| self.speaks_of_others(title)) {
            Some((line, title)) => {
                let message = text::title_between(title);
                self.row_problem(*line, Code::UnreadableRow, message, text::split_tables());
                self.piece.broken_off = true;
            }
            None => {
                self.piece.rows -= tail.rows;
                self.piece.repairs.note(RepairKind::TitleRows, tail.rows);
            }
        }
    }

    /// Whether a title names what rows that do not name it themselves would not be of.
    fn speaks_of_others(&self, title: &str) -> bool {
        (!self.header.has(Column::Level) && self.is_of_other_level(title))
            || (!self.header.has(Column::Period) && self.is_of_other_month(title))
            || (!self.header.has(Column::Commune) && self.is_of_other_commune(title))
    }

    fn is_of_other_level(&self, title: &str) -> bool {
        match level_of_name(title) {
            Some(named) => named != self.level_of_name,
            // The programme's name alone says no higher level.
            None => self.level_of_name != NamedLevel::One(Level::Ntm),
        }
    }

    fn is_of_other_month(&self, title: &str) -> bool {
        let words = words(title);
        let number = |word: &String| word.parse::<i16>().ok();
        let is_month = |n: i16| (1..=12).contains(&n);
        let own = self.period_of_file().map(Period::last_day);
        let pairs = words.windows(2).any(|pair| match (number(&pair[0]), number(&pair[1])) {
            (Some(month), Some(year)) if is_month(month) && (2000..2100).contains(&year) => {
                own.is_none_or(|day| i16::from(day.month()) != month || day.year() != year)
            }
            (None, Some(month)) if pair[0] == "thang" && is_month(month) => {
                own.is_none_or(|day| i16::from(day.month()) != month)
            }
            _ => false,
        });
        let years = words.iter().filter(|word| word.len() == 4).filter_map(number);
        let mut years = years.filter(|year| (2000..2100).contains(year));
        pairs || years.any(|year| own.is_none_or(|day| day.year() != year))
    }

    fn is_of_other_commune(&self, title: &str) -> bool {
        let roster = self.context.roster;
        let named = |period| commune_of_names(self.context.names(), roster, period).ok();
        let own = self.period_of_file().and_then(named);
        let own = own.map(|place| roster.communes[place].code.as_str());
        let title = format!(" {} ", words(title).join(" "));
        roster.communes.iter().any(|commune| {
            let name = format!(" {} ", words(&commune.name).join(" "));
            let code = format!(" {} ", commune.code);
            own != Some(&commune.code) && (title.contains(&name) || title.contains(&code))
        })
    }
}

/// The words of a text, without case and accents.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c));
    words.map(|word| Fold::Accents.key(word)).filter(|word| !word.is_empty()).collect()
}
