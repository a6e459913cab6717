//! A second table below the first, under the same header: the title above it is no row.

use super::column::Column;
use super::context::Context;
use super::names::{NamedLevel, commune_of_names, level_of_name, level_of_names};
use super::repair::RepairKind;
use super::sink::Sink;
use super::table_row::Table;
use crate::fold::Fold;
use crate::law::Level;
use crate::period::Period;
use crate::text;

/// Passes over the rows of text between the rows before and a header that stands again.
/// Where they say that what follows is of another level, commune or month than the file
/// gives to its rows, nothing below is read.
pub(super) fn pass_over_title(table: &Table, sink: &mut Sink) {
    let Some(tail) = sink.piece.extras.as_ref().map(|extras| &extras.tail) else {
        return;
    };
    if tail.rows == 0 || tail.lines.len() != tail.rows {
        return;
    }
    let tail = sink.piece.take_tail();
    match tail.lines.iter().find(|(_, title)| speaks_of_others(table, title)) {
        Some((line, title)) => {
            let fault = table.line_fault(*line, text::title_between(title), text::split_tables());
            sink.find(fault);
            sink.piece.broken_off = true;
        }
        None => {
            sink.piece.rows -= tail.rows;
            sink.piece.repairs.note(RepairKind::TitleRows, tail.rows);
        }
    }
}

/// Whether a title names what rows that do not name it themselves would not be of.
fn speaks_of_others(table: &Table, title: &str) -> bool {
    let (header, context) = (table.header(), table.context);
    (!header.has(Column::Level) && is_of_other_level(context, title))
        || (!header.has(Column::Period) && is_of_other_month(context, title))
        || (!header.has(Column::Commune) && is_of_other_commune(context, title))
}

fn is_of_other_level(context: &Context, title: &str) -> bool {
    let own = level_of_names(context.names());
    match level_of_name(title) {
        Some(named) => named != own,
        // The programme's name alone says no higher level.
        None => own != NamedLevel::One(Level::Ntm),
    }
}

fn is_of_other_month(context: &Context, title: &str) -> bool {
    let words = words(title);
    let number = |word: &String| word.parse::<i16>().ok();
    let is_month = |n: i16| (1..=12).contains(&n);
    let own = context.period_of_file().map(Period::last_day);
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

fn is_of_other_commune(context: &Context, title: &str) -> bool {
    let roster = context.roster;
    let named = |period| commune_of_names(context.names(), roster, period).ok();
    let own = context.period_of_file().and_then(named);
    let own = own.map(|place| roster.communes[place].code.as_str());
    let title = format!(" {} ", words(title).join(" "));
    roster.communes.iter().any(|commune| {
        let name = format!(" {} ", words(&commune.name).join(" "));
        let code = format!(" {} ", commune.code);
        own != Some(&commune.code) && (title.contains(&name) || title.contains(&code))
    })
}

/// The words of a text, without case and accents.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c));
    words.map(|word| Fold::Accents.key(word)).filter(|word| !word.is_empty()).collect()
}
