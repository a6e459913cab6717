//! Files to observations: every cell is read into a value of its indicator, or
//! told as a problem with its place.
//!
//! ```text
//! file (encoding, table, header) → row (who, when, what) → value (how much) → gather
//! ```

mod agencies;
mod agencies_file;
pub mod archive;
mod around;
mod batch;
mod book;
mod claim;
mod commune_name;
mod copy;
mod encoding;
pub mod evidence;
mod file;
mod flaw;
mod fraction;
mod gather;
mod head;
mod header;
mod header_cells;
mod header_names;
mod heading;
mod headless;
mod id_column;
mod identity;
mod indicator;
mod judge;
mod layout;
mod lent;
mod list;
mod names;
mod nearly;
mod number;
mod office;
mod parts;
mod periods;
pub(crate) mod plausible;
mod quantity;
mod quote;
mod repair;
mod roster;
mod roster_file;
mod rosters;
mod row;
mod second_table;
mod separator;
mod settle;
mod shape;
mod sheets;
mod source;
mod split;
mod standards;
mod submission;
mod swallowed;
mod table;
mod value;
mod whole;
mod word;

pub use agencies::{Agencies, Agency, Assignment, Funding, Subject, guidance_word, nobody_leads};
pub(crate) use claim::{Claim, Claimed};
pub use copy::{CleanCopy, clean_copies};
pub use indicator::read as read_indicator;
pub use number::{Convention, HowRead};
pub use office::{Office, Offices};
pub use quote::{Quote, QuotedCell, quote};
pub use repair::{Repair, RepairKind};
pub use roster::{Commune, Roster, Unknown};
pub use rosters::{Months, RosterFile};
pub use source::{Content, Opener, Source};
pub use submission::{Borrowed, Fate, RowRef, Speaks, Submission};

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use rayon::prelude::*;

use self::gather::FileRead;
use self::periods::Due;
use self::standards::Standards;
use crate::exact::Exact;
use crate::fold;
use crate::law::{Level, Library, Value};
use crate::period::Period;
use crate::problem::{Code, Problem};

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
pub enum Observation {
    /// No value, or none that can be used.
    #[default]
    Nothing,
    /// It was said that the indicator does not apply.
    NotApplicable,
    /// A value.
    Value(Value),
    /// A share given as numerator and denominator.
    Ratio(Ratio),
}

impl Observation {
    /// The value, where there is one; of a ratio, its share in percent.
    pub fn value(&self) -> Option<Cow<'_, Value>> {
        match self {
            Observation::Nothing | Observation::NotApplicable => None,
            Observation::Value(value) => Some(Cow::Borrowed(value)),
            Observation::Ratio(ratio) => Some(Cow::Owned(Value::Number(ratio.percent()))),
        }
    }

    /// The ratio of a share, where it was given.
    pub fn ratio(&self) -> Option<&Ratio> {
        match self {
            Observation::Ratio(ratio) => Some(ratio),
            _ => None,
        }
    }
}

/// Numerator and denominator of a share. The denominator is above zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The part.
    pub numerator: Exact,
    /// The whole.
    pub denominator: Exact,
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
    /// The commune of its row, by its place in the roster.
    pub commune: Option<usize>,
    /// The higher levels at which its row counts too.
    pub lent: Vec<Level>,
}

impl Finding {
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

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// How many files were read.
    pub files: usize,
    /// How many rows of data they hold, of the period picked where one is.
    pub rows: usize,
    /// The other periods that rows are of, where one is picked.
    pub unpicked: BTreeSet<Period>,
    /// The periods that the files are taken to be of, each once.
    pub periods: Vec<Period>,
    /// What was set right, by file and kind.
    pub repairs: Vec<Repair>,
    /// What is wrong, by file and line.
    pub findings: Vec<Finding>,
    /// In the order of the roster; faulty cells are missing from them.
    pub submissions: Vec<Submission>,
    /// The verdicts that tables give beside their values, to be compared.
    pub(crate) claims: Vec<Claim>,
}

impl Intake {
    /// Whether rows were looked at and none of them is of the period picked.
    pub fn picked_nothing(&self) -> bool {
        self.rows == 0 && !self.unpicked.is_empty()
    }

    /// Puts findings in order for a reader: by file as the files were given, errors before
    /// what is worth a look, then by line.
    pub fn sort_findings(&mut self) {
        let mut files: HashMap<String, usize> = HashMap::new();
        for finding in &self.findings {
            let next = files.len();
            files.entry(finding.problem.place.file.clone()).or_insert(next);
        }
        let place = |problem: &Problem| files.get(&problem.place.file).copied();
        self.findings.sort_by_key(|Finding { problem, .. }| {
            (place(problem), !problem.is_error(), problem.place.line)
        });
    }
}

/// How to read.
#[derive(Clone, Copy, Default)]
pub struct Options<'w> {
    /// Only rows of this period.
    pub period: Option<Period>,
    /// Whether rows may be of several periods where no folder's name gives one.
    pub several: bool,
    /// The decimal mark of every file.
    pub decimal: Option<Convention>,
    /// Whether to look for what is worth a look besides faults, and to keep where every
    /// row stands.
    pub review: bool,
    /// Told how many bytes more were read.
    pub watch: Option<&'w (dyn Fn(usize) + Sync)>,
}

/// Reads files against a roster and the law.
pub fn read(sources: &[Source], roster: &Roster, library: &Library, options: Options) -> Intake {
    let standards = Standards::new(library);
    let due = Due::of(sources, options);
    let read_one = |buffer: &mut Vec<u8>, source: &Source| {
        let (standards, due) = (&standards, due.in_file(source));
        let (sheet, flaws, keep) = (None, shape::Flaws::default(), file::Keep::Nothing);
        let context = file::Context { roster, standards, options, source, sheet, keep, due, flaws };
        file::read_file(&context, buffer)
    };
    let files: Vec<FileRead> = sources.par_iter().map_init(Vec::new, read_one).collect();
    let read = gather::finish(files, sources, options.review);
    let expected = sources.iter().filter_map(|source| due.expected(source));
    let said = read.submissions.iter().map(|submission| submission.period);
    let periods: BTreeSet<Period> = expected.chain(said).collect();
    Intake { periods: periods.into_iter().collect(), ..read }
}
