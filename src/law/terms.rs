//! The words of the law as data: levels, measures, decisions, columns.

use std::fmt;

use jiff::civil::Date;

use crate::exact::Exact;
use crate::fold;
use crate::named::named;
use crate::text::{self, Text};

named! {
    /// The level (cấp độ) of a title.
    pub Level {
        /// Xã nông thôn mới.
        Ntm "ntm"
        /// Xã nông thôn mới nâng cao.
        NangCao "nang-cao" | "nâng cao"
        /// Xã nông thôn mới kiểu mẫu.
        KieuMau "kieu-mau" | "kiểu mẫu"
        /// The conditions of recognition (điều kiện công nhận): no title, but rows of data
        /// name them as they name a level.
        Recognition "cong-nhan" | "công nhận" | "điều kiện công nhận"
    }
}

impl Level {
    /// The levels that are titles, lowest first: each presupposes the one before it.
    pub const TITLES: [Level; 3] = [Level::Ntm, Level::NangCao, Level::KieuMau];

    /// Reads a level that is a title.
    pub fn parse_title(text: &str) -> Option<Level> {
        Level::parse(text).filter(|level| *level != Level::Recognition)
    }
}

named! {
    /// What kind of value is judged, by its word in TOML and JSON.
    pub Measure {
        /// Met or not met.
        YesNo "yes_no"
        /// A percentage, 0 to 100.
        Share "share"
        /// An amount, not below zero.
        Number "number"
        /// A whole number, not below zero.
        Count "count"
        /// One of the indicator's grades.
        Grade "grade"
    }
}

/// What the values of a measure can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Yes and no.
    Verdicts,
    /// The grades of the indicator.
    Grades,
    /// Numbers from zero on.
    Numbers {
        /// Whether they are whole.
        whole: bool,
        /// Whether they are percentages, with 100 as the largest, in no other unit.
        percent: bool,
    },
}

impl Domain {
    /// Whether a number can be a value.
    pub fn holds(self, number: &Exact) -> bool {
        let Domain::Numbers { whole, percent } = self else { return false };
        !number.is_negative()
            && (!whole || number.is_whole())
            && (!percent || *number <= Exact::HUNDRED)
    }

    /// What a value can be, in words. `grades`: those of the indicator.
    pub fn allowed(self, grades: &[String]) -> Text {
        match self {
            Domain::Verdicts => text::a_flag(),
            Domain::Grades => text::one_of(grades.join(", ")),
            Domain::Numbers { percent: true, .. } => text::a_share(),
            Domain::Numbers { whole: true, .. } => text::a_count(),
            Domain::Numbers { .. } => text::an_amount(),
        }
    }
}

impl Measure {
    /// What its values can be.
    pub fn domain(self) -> Domain {
        match self {
            Measure::YesNo => Domain::Verdicts,
            Measure::Grade => Domain::Grades,
            Measure::Share => Domain::Numbers { whole: false, percent: true },
            Measure::Number => Domain::Numbers { whole: false, percent: false },
            Measure::Count => Domain::Numbers { whole: true, percent: false },
        }
    }

    /// Whether values of this measure are numbers.
    pub fn is_numeric(self) -> bool {
        matches!(self.domain(), Domain::Numbers { .. })
    }

    /// Whether they are whole numbers.
    pub fn is_whole(self) -> bool {
        matches!(self.domain(), Domain::Numbers { whole: true, .. })
    }

    /// Whether they are numbers in a unit of their own.
    pub fn is_amount(self) -> bool {
        matches!(self.domain(), Domain::Numbers { percent: false, .. })
    }
}

named! {
    /// How a value is compared with its threshold.
    pub Op {
        /// `>=`
        AtLeast ">="
        /// `<=`
        AtMost "<="
        /// `=`, for yes/no.
        Equals "="
    }
}

named! {
    /// How sure a threshold is, weakest first.
    pub Confidence {
        /// A stand-in so that the tool can run.
        Assumed "assumed"
        /// Reported, but not checked against the decision's text.
        Unconfirmed "unconfirmed"
        /// Read by a person in the decision itself.
        Confirmed "confirmed"
    }
}

/// A value of any measure: what a commune has, or what a threshold asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Met or not met.
    YesNo(bool),
    /// A share in percent, an amount or a count.
    Number(Exact),
    /// The place of a grade among the indicator's grades; the lowest is 0.
    Grade(usize),
}

/// The identifier of an indicator: criterion and number, `17.10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId {
    /// The number of the criterion.
    pub criterion: u16,
    /// The number under the criterion.
    pub number: u16,
}

impl IndicatorId {
    /// Reads `17.10`, and nothing looser.
    pub fn parse(text: &str) -> Option<IndicatorId> {
        // By hand, as every row has one.
        let dot = text.bytes().position(|b| b == b'.')?;
        let read = |digits: &[u8]| {
            if digits.is_empty() || digits[0] == b'0' {
                return None;
            }
            digits.iter().try_fold(0_u16, |number, digit| {
                let digit = digit.is_ascii_digit().then(|| u16::from(digit - b'0'))?;
                number.checked_mul(10)?.checked_add(digit)
            })
        };
        let (criterion, number) = text.as_bytes().split_at(dot);
        Some(IndicatorId { criterion: read(criterion)?, number: read(&number[1..])? })
    }
}

impl fmt::Display for IndicatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.criterion, self.number)
    }
}

/// The decision a set comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its number, `318/QĐ-TTg`.
    pub number: String,
    /// Who issued it.
    pub issuer: String,
    /// When it was signed.
    pub date: Date,
    /// The annex, where it is known.
    pub annex: Option<String>,
    /// The first day on which it applies.
    pub in_force: Date,
    /// The last day on which it applies; `None` while no end is set.
    pub until: Option<Date>,
}

impl Decision {
    /// Number, annex and day, by which whoever reads it finds it.
    pub fn cited(&self) -> String {
        match &self.annex {
            Some(annex) => format!("{}, {annex}, {}", self.number, self.date),
            None => format!("{}, {}", self.number, self.date),
        }
    }

    /// The legal source to cite for an indicator.
    pub fn basis(&self, id: IndicatorId) -> String {
        match &self.annex {
            Some(annex) => format!("{}, {annex}, {id}", self.number),
            None => format!("{}, {id}", self.number),
        }
    }

    /// Whether it applies on `day`.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.in_force <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What a share's numerator counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Its unit: hộ, km.
    pub what: String,
    /// Whether it comes in whole numbers only.
    pub whole: bool,
}

/// What the columns of an annex are chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnsBy {
    /// The commune's region.
    Region,
    /// The commune's group.
    Group,
}

/// The columns of an annex. Column 0 is always `common`.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Which attribute of a commune names its column.
    pub by: ColumnsBy,
    /// Key and name of each column after `common`.
    pub named: Vec<(String, String)>,
    /// Rules that send some communes to another column than their own.
    pub rules: Vec<ColumnRule>,
}

/// The key of the column that stands for the whole country.
pub const COMMON: &str = "common";

impl Columns {
    /// The number of the column with this key.
    pub fn find(&self, key: &str) -> Option<usize> {
        if key == COMMON {
            return Some(0);
        }
        fold::find(key, self.named.iter().enumerate().map(|(n, (k, _))| (k.as_str(), n + 1)))
    }

    /// The key of a column.
    pub fn key(&self, column: usize) -> &str {
        match column.checked_sub(1) {
            Some(n) => &self.named[n].0,
            None => COMMON,
        }
    }

    /// How many columns there are, `common` included.
    pub fn count(&self) -> usize {
        self.named.len() + 1
    }

    /// The keys of all columns but `common`.
    pub fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.named.iter().map(|(key, _)| key.as_str())
    }
}

/// A rule that sends a commune to a column by its class and its district's.
#[derive(Clone, Debug)]
pub struct ColumnRule {
    /// The column used instead of the commune's own.
    pub column: usize,
    /// The commune's class must be one of these.
    pub classes: Vec<String>,
    /// And its district's class one of these.
    pub district_classes: Vec<String>,
    /// The legal source.
    pub basis: String,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// A part that is taken for checking only beside others: `chung` beside `nam`
/// and `nữ`.
#[derive(Clone, Debug)]
pub struct CheckPart {
    /// The parts that are judged.
    pub of: Vec<String>,
    /// The part that is not.
    pub name: String,
}

/// A part that cannot have more than another: households with water from a central
/// supply are among those with clean water.
#[derive(Clone, Debug)]
pub struct PartWithin {
    pub part: String,
    /// The one that holds it.
    pub of: String,
}

/// Something about a set that every report must say from a day on.
#[derive(Clone, Debug)]
pub struct Caution {
    /// The first day on which it holds.
    pub from: Date,
    /// The sentence, in Vietnamese as in the set.
    pub text: String,
}
