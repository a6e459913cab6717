//! Files to observations: every cell is read into a value of its indicator, or
//! told as a problem with its place.
//!
//! ```text
//! file (encoding, table, header) → row (who, when, what) → value (how much) → gather
//! ```

mod encoding;
mod file;
mod gather;
mod header;
mod identity;
mod indicator;
mod number;
mod roster;
mod roster_file;
mod row;
mod table;
mod value;
mod word;

pub use number::Convention;
pub use roster::{Commune, Roster, Unknown};

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use self::gather::Gathered;

use crate::exact::Exact;
use crate::fold::{self, Fold};
use crate::law::{Case, Level, Library, Resolved, Signature, Value};
use crate::period::Period;
use crate::problem::Problem;

/// One file as it came.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file as the user named it.
    pub name: String,
    /// Its name without folder and ending.
    pub stem: String,
    /// The period that its folder's name gives.
    pub folder_period: Option<Period>,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Who says so (nguồn đánh giá).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The commune assesses itself (tự đánh giá).
    #[default]
    Own,
    /// The city verifies (thẩm tra).
    Verified,
    /// The province appraises (thẩm định).
    Appraised,
}

impl Voice {
    /// All voices.
    pub const ALL: [Voice; 3] = [Voice::Own, Voice::Verified, Voice::Appraised];

    /// The word in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Voice::Own => "self",
            Voice::Verified => "verified",
            Voice::Appraised => "appraised",
        }
    }

    /// Reads a voice as people write it.
    pub fn parse(text: &str) -> Option<Voice> {
        let words = Voice::ALL.into_iter().map(|v| (v.as_str(), v));
        let spoken = [
            ("tự đánh giá", Voice::Own),
            ("thẩm tra", Voice::Verified),
            ("thẩm định", Voice::Appraised),
        ];
        fold::find(text, words.chain(spoken))
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is known of one part of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Observation {
    /// Whether it was said that the indicator does not apply.
    pub not_applicable: bool,
    /// The value; of a share given as a ratio, the ratio in percent.
    pub value: Option<Value>,
    /// The ratio of a share, where it was given.
    pub ratio: Option<Ratio>,
    /// The document that proves it.
    pub evidence: Option<String>,
}

/// Numerator and denominator of a share. The denominator is above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub numerator: Exact,
    /// The whole.
    pub denominator: Exact,
}

/// What one voice says of one commune at one level in one period.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The commune's place in the roster.
    pub commune: usize,
    /// The period.
    pub period: Period,
    /// The level.
    pub level: Level,
    /// Who says so.
    pub voice: Voice,
    /// What applies to the commune.
    pub law: Arc<Resolved>,
    /// One list of parts per indicator, in the order of the law.
    pub observations: Vec<Vec<Option<Observation>>>,
}

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
}

impl Finding {
    /// A problem of a whole file, or of a row that does not say whose it is.
    pub(crate) fn of_file(problem: Problem) -> Finding {
        Finding { problem, level: None, voice: None }
    }

    /// Whether it concerns a level and a voice; what is not known concerns all.
    pub fn concerns(&self, level: Option<Level>, voice: Option<Voice>) -> bool {
        let levels = self.level.zip(level).is_none_or(|(own, asked)| own == asked);
        let voices = self.voice.zip(voice).is_none_or(|(own, asked)| own == asked);
        levels && voices
    }
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// How many files were read.
    pub files: usize,
    /// How many rows of data they hold.
    pub rows: usize,
    /// The periods that the files are taken to be of, each once.
    pub periods: Vec<Period>,
    /// What is wrong, by file and line.
    pub findings: Vec<Finding>,
    /// In the order of the roster; faulty cells are missing from them.
    pub submissions: Vec<Submission>,
}

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Only rows of this period.
    pub period: Option<Period>,
    /// The decimal mark of every file.
    pub decimal: Option<Convention>,
}

/// Reads files against a roster and the law.
pub fn read(sources: &[Source], roster: &Roster, library: &Library, options: Options) -> Intake {
    let standards = Standards::new(library);
    let common = file::common_period(sources, options);
    let expected = |source: &Source| options.period.or(source.folder_period).or(common);
    let read_one = |(number, source): (usize, &Source)| {
        let standards = &standards;
        let expected = expected(source);
        file::read_file(&file::Context { roster, standards, options, source, number, expected })
    };
    let files: Vec<Gathered> = sources.par_iter().enumerate().map(read_one).collect();
    let periods: BTreeSet<Period> = sources.iter().filter_map(expected).collect();
    Intake { periods: periods.into_iter().collect(), ..gather::finish(files) }
}

/// What applies to each kind of commune, resolved once.
pub(crate) struct Standards<'l> {
    library: &'l Library,
    known: Mutex<HashMap<Signature, Arc<Resolved>>>,
}

impl<'l> Standards<'l> {
    fn new(library: &'l Library) -> Standards<'l> {
        let known = Mutex::default();
        Standards { library, known }
    }

    /// What applies to `case`; `None` where no set of the level is in force.
    fn get(&self, level: Level, period: Period, case: &Case) -> Option<Arc<Resolved>> {
        let set = self.library.in_force(level, period.last_day())?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let resolve = || Arc::new(set.resolve(period, case));
        let law = known.entry(set.signature(period, case)).or_insert_with(resolve);
        Some(Arc::clone(law))
    }
}

/// The level that a file's name gives to rows that do not name one.
fn level_of_name(stem: &str) -> Level {
    let bare = |text: &str| Fold::Accents.key(text).replace(['-', '_'], "");
    let words = bare(stem);
    let named = [Level::KieuMau, Level::NangCao];
    let found = named.into_iter().find(|level| words.contains(&bare(level.as_str())));
    found.unwrap_or(Level::Ntm)
}

/// The commune that a file's name gives to rows without a commune column: the
/// name starts with the code, or is the commune's name (and its level).
fn commune_of_name(stem: &str, roster: &Roster, period: Period) -> Result<usize, Unknown> {
    let code: String = stem.chars().take_while(char::is_ascii_digit).collect();
    if code.len() == 5 {
        return roster.find(&code, period);
    }
    // File names of macOS come decomposed.
    let stem: String = stem.nfc().collect();
    let spaced = stem.replace(['-', '_'], " ");
    let mut candidates = vec![stem, spaced.clone()];
    for words in ["nang cao", "nâng cao", "kieu mau", "kiểu mẫu", "ntm"] {
        let lower = spaced.to_lowercase();
        candidates.extend(lower.strip_suffix(words).map(|name| fold::trim(name).to_owned()));
    }
    let mut first = None;
    for candidate in &candidates {
        match roster.find(candidate, period) {
            Ok(commune) => return Ok(commune),
            Err(why) => first = first.or(Some(why)),
        }
    }
    Err(first.unwrap_or(Unknown::NotThere))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_name_gives_the_level() {
        for (stem, level) in [
            ("06739", Level::Ntm),
            ("06739-nang-cao", Level::NangCao),
            ("Quảng Nghĩa nâng cao", Level::NangCao),
            ("kieu_mau_06727", Level::KieuMau),
            ("06739 nâng  cao", Level::NangCao),
            ("06739 nâng\u{a0}-\u{a0}cao", Level::NangCao),
        ] {
            assert_eq!(level_of_name(stem), level, "{stem}");
        }
    }
}
