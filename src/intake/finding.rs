//! A problem with whose row it is in.

use std::collections::BTreeSet;

use super::names;
use super::roster::Roster;
use super::voice::Voice;
use crate::law::Level;
use crate::period::Period;
use crate::problem::{Code, Problem};

/// A problem, with level and voice of the row it is in; `None` where they are not
/// known or the problem is of a whole file.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The problem.
    pub problem: Problem,
    /// The level of its row.
    pub level: Option<Level>,
    /// The voice of its row.
    pub voice: Option<Voice>,
    /// The commune of its row, by its place in the roster.
    pub commune: Option<usize>,
    /// The higher levels at which its row counts too.
    pub lent: Vec<Level>,
}

impl Finding {
    /// Whether it is about the header of a table, without which no row is read.
    pub fn is_of_header(&self) -> bool {
        matches!(self.problem.code, Code::MissingColumn | Code::DuplicateColumn)
    }

    /// A problem of a whole file, or of a row that does not say whose it is.
    pub(crate) fn of_file(problem: Problem) -> Finding {
        Finding::of_row(problem, None, None, None)
    }

    /// A problem of a row, with as much as is known of whose it is.
    pub(crate) fn of_row(
        problem: Problem,
        level: Option<Level>,
        voice: Option<Voice>,
        commune: Option<usize>,
    ) -> Finding {
        Finding { problem, level, voice, commune, lent: Vec::new() }
    }

    /// Whether it may be of a commune's data: it is of one of its rows, or it cannot be told
    /// whose it is. What is wrong with a whole file is of the commune that its name or its
    /// sheet's gives, but where `own`, the files that speak of the commune, have it; a row
    /// that names nobody may be anybody's, wherever it stands.
    pub fn may_touch(
        &self,
        (commune, own): (usize, &BTreeSet<&str>),
        roster: &Roster,
        period: Period,
    ) -> bool {
        let Problem { place, code, .. } = &self.problem;
        match self.commune {
            Some(of_row) => of_row == commune,
            None if *code == Code::UnknownCommune || own.contains(place.file.as_str()) => true,
            None => {
                let file = place.file.rsplit(['/', '\\']).next().unwrap_or_default();
                let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
                let sheet = place.sheet.iter().map(|sheet| sheet.name.as_str());
                let names = sheet.chain(std::iter::once(stem));
                let of_name = names::commune_of_names(names, roster, period);
                of_name.map_or(true, |of_name| of_name == commune)
            }
        }
    }

    /// Whether it concerns a level and a voice; what is not known concerns all.
    pub fn concerns(&self, level: Option<Level>, voice: Option<Voice>) -> bool {
        let counts = |(own, asked): (Level, Level)| own == asked || self.lent.contains(&asked);
        let levels = self.level.zip(level).is_none_or(counts);
        let voices = self.voice.zip(voice).is_none_or(|(own, asked)| own == asked);
        levels && voices
    }
}
