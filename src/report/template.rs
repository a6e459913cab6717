//! The form of a commune: every part of every indicator with what it must reach, to
//! be filled in. What is filled in is read back, so heads and words of a form are
//! Vietnamese whatever the language of the page; only what surrounds them is not.

mod column;
mod papers;
mod sheet;

pub use column::{ColumnKind, FormColumn};
pub use papers::{WrittenRows, to_read};
pub use sheet::{FormEntry, FormRow, FormSheet};

use super::words;
use crate::intake::{Agencies, Commune};
use crate::law::Level;
use crate::period::Period;
use crate::score::Status;
use crate::text::{self, Lang, Text};

/// A commune's form of one period: a sheet a level.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    pub commune: &'a Commune,
    pub period: Period,
    /// Its sheets, by level.
    pub sheets: Vec<FormSheet>,
    /// Who leads and supports, where the office lists it.
    pub agencies: Option<&'a Agencies>,
}

/// A text as forms have it.
pub fn word(text: &Text) -> &str {
    text.get(Lang::Vi)
}

/// A verdict as forms have it.
pub fn verdict(status: Status) -> String {
    word(&words::status(status)).to_owned()
}

/// The name of a level's sheet.
pub fn sheet_name(level: Level) -> Text {
    match level {
        Level::Ntm => text::sheet_ntm(),
        Level::NangCao => text::sheet_nang_cao(),
        Level::KieuMau => text::sheet_kieu_mau(),
        Level::Recognition => text::sheet_recognition(),
    }
}

/// The name of a form with sheets of `levels`, without its ending: it says every level,
/// but for the form that is of the lowest alone, so that no form takes another's place.
pub fn stem(commune: &Commune, levels: &[Level]) -> String {
    match levels {
        [Level::Ntm] => commune.code.clone(),
        levels => {
            let words = levels.iter().map(|level| format!("-{level}"));
            format!("{}{}", commune.code, words.collect::<String>())
        }
    }
}

/// How to fill in a form of `period`, line by line.
pub fn guide(period: Period) -> Vec<Text> {
    vec![
        text::guide_title(),
        text::guide_rows(),
        text::guide_cells(),
        text::guide_share(),
        text::guide_counts(),
        text::guide_words(),
        text::guide_missing(),
        text::guide_not_applicable(),
        text::guide_evidence(),
        text::guide_verdict(),
        text::guide_look_again(),
        text::guide_shape(),
        text::guide_return(period),
    ]
}
