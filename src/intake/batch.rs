//! What rows give, packed: a month of the whole country is half a million of them.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::header::Header;
use super::key::{PartOf, RowKey, RowSubject};
use super::{Observation, Ratio, evidence};
use crate::exact::Exact;
use crate::law::{Resolved, Value};

/// The rows of one piece of a file.
#[derive(Debug, Default)]
pub(super) struct Batch {
    slots: Vec<PackedRow>,
    /// The evidence of all rows, one behind the other.
    evidence: String,
    /// The rows whose evidence has its day in a cell of its own, in order.
    days: Vec<(u32, Date)>,
    /// Observations that do not fit into a slot.
    wide: Vec<Observation>,
}

/// A row. What its numbers mean depends on `kind`.
#[derive(Clone, Copy, Debug)]
struct PackedRow {
    numbers: [u32; 2],
    /// Counted from the first line of the piece.
    line: u32,
    /// Where its evidence ends; it begins where that of the row before ends.
    evidence: u32,
    indicator: u16,
    part: u8,
    kind: PackedKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum PackedKind {
    Nothing,
    NotApplicable,
    No,
    Yes,
    /// The place of a grade.
    Grade,
    /// A short decimal.
    Number,
    /// Two of them.
    Ratio,
    /// The place among the wide ones.
    Wide,
}

/// All batches, and where each comes from.
#[derive(Debug)]
pub(super) struct Batches {
    pub(super) batches: Vec<Batch>,
    pub(super) origins: Vec<BatchOrigin>,
    /// The names of the files by their numbers, where places are asked for.
    pub(super) files: Arc<Vec<String>>,
}

/// Rows that follow each other and are of the same.
#[derive(Clone, Debug)]
pub(super) struct KeyedRange {
    pub(super) key: RowKey,
    /// Whether its rows leave the cell of their commune empty.
    pub(super) unnamed: bool,
    pub(super) law: Arc<Resolved>,
    /// Its slots.
    pub(super) slots: Range<usize>,
}

impl Batch {
    /// Room for so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.slots.reserve_exact(rows);
    }

    /// Gives back the room that was not needed. Moved into just enough room: what is cut
    /// off in place leaves holes, which of thousands of files add up.
    pub(super) fn close(&mut self) {
        self.slots.shrink_to_fit();
        self.evidence = String::from(self.evidence.as_str());
        self.days.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Adds a row without value; `evidence` is empty where it has none.
    pub(super) fn push(&mut self, about: RowSubject, evidence: &str) {
        self.evidence.push_str(evidence);
        self.slots.push(PackedRow {
            numbers: [0; 2],
            line: narrow(about.line),
            evidence: narrow(self.evidence.len()),
            indicator: narrow(about.indicator),
            part: about.part.pack(),
            kind: PackedKind::Nothing,
        });
    }

    /// Gives the last row the day of its evidence.
    pub(super) fn date_last(&mut self, day: Date) {
        if let Some(last) = self.slots.len().checked_sub(1) {
            self.days.push((narrow(last), day));
        }
    }

    /// Gives a row its value.
    pub(super) fn set(&mut self, slot: usize, observation: Observation) {
        let packed = pack(&observation);
        let wide = || {
            self.wide.push(observation);
            (PackedKind::Wide, [narrow(self.wide.len() - 1), 0])
        };
        let (kind, numbers) = packed.unwrap_or_else(wide);
        let slot = &mut self.slots[slot];
        (slot.kind, slot.numbers) = (kind, numbers);
    }

    pub(super) fn about(&self, slot: usize) -> RowSubject {
        let PackedRow { line, indicator, part, .. } = self.slots[slot];
        RowSubject { line: line.into(), indicator: indicator.into(), part: PartOf::unpack(part) }
    }

    pub(super) fn observation(&self, slot: usize) -> Observation {
        let PackedRow { kind, numbers: [first, second], .. } = self.slots[slot];
        match kind {
            PackedKind::Nothing => Observation::Nothing,
            PackedKind::NotApplicable => Observation::NotApplicable,
            PackedKind::No => Observation::Value(Value::YesNo(false)),
            PackedKind::Yes => Observation::Value(Value::YesNo(true)),
            PackedKind::Grade => Observation::Value(Value::Grade(first as usize)),
            PackedKind::Number => Observation::Value(Value::Number(ShortDecimal(first).exact())),
            PackedKind::Ratio => Observation::Ratio(Ratio {
                numerator: ShortDecimal(first).exact(),
                denominator: ShortDecimal(second).exact(),
            }),
            PackedKind::Wide => self.wide[first as usize].clone(),
        }
    }

    /// Whether a row gives anything, be it that the indicator does not apply.
    pub(super) fn gives(&self, slot: usize) -> bool {
        self.slots[slot].kind != PackedKind::Nothing
    }

    /// Whether a row gives a value without evidence.
    pub(super) fn is_unproven(&self, slot: usize) -> bool {
        let valued =
            !matches!(self.slots[slot].kind, PackedKind::Nothing | PackedKind::NotApplicable);
        valued && self.evidence(slot).is_none_or(evidence::names_none)
    }

    pub(super) fn evidence(&self, slot: usize) -> Option<&str> {
        let start = slot.checked_sub(1).map_or(0, |before| self.slots[before].evidence);
        let text = &self.evidence[start as usize..self.slots[slot].evidence as usize];
        (!text.is_empty()).then_some(text)
    }

    /// The day that a row gives its evidence in a cell of its own.
    pub(super) fn evidence_day(&self, slot: usize) -> Option<Date> {
        let place = self.days.binary_search_by_key(&slot, |(slot, _)| *slot as usize).ok()?;
        Some(self.days[place].1)
    }
}

/// A place within a piece of a file or within a set. Both are bounded where they are
/// read: see [`super::source`], and the most parts and indicators of [`crate::law`].
fn narrow<N: TryInto<M>, M>(number: N) -> M {
    number.try_into().unwrap_or_else(|_| unreachable!("pieces and sets are small"))
}

fn pack(observation: &Observation) -> Option<(PackedKind, [u32; 2])> {
    Some(match observation {
        Observation::Nothing => (PackedKind::Nothing, [0; 2]),
        Observation::NotApplicable => (PackedKind::NotApplicable, [0; 2]),
        Observation::Value(Value::YesNo(false)) => (PackedKind::No, [0; 2]),
        Observation::Value(Value::YesNo(true)) => (PackedKind::Yes, [0; 2]),
        Observation::Value(Value::Grade(place)) => {
            (PackedKind::Grade, [u32::try_from(*place).ok()?, 0])
        }
        Observation::Value(Value::Number(number)) => {
            (PackedKind::Number, [ShortDecimal::new(number)?.0, 0])
        }
        Observation::Ratio(Ratio { numerator, denominator }) => (
            PackedKind::Ratio,
            [ShortDecimal::new(numerator)?.0, ShortDecimal::new(denominator)?.0],
        ),
    })
}

/// A short decimal: 28 bits of digits, and in the upper four how many of them are
/// decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ShortDecimal(u32);

impl ShortDecimal {
    const DIGITS: u32 = 28;

    fn new(number: &Exact) -> Option<ShortDecimal> {
        let (digits, scale) = number.as_decimal()?;
        let digits =
            u32::try_from(digits).ok().filter(|digits| *digits < 1 << ShortDecimal::DIGITS)?;
        let scale =
            u32::try_from(scale).ok().filter(|scale| *scale < 1 << (32 - ShortDecimal::DIGITS))?;
        Some(ShortDecimal(scale << ShortDecimal::DIGITS | digits))
    }

    fn exact(self) -> Exact {
        let digits = self.0 & ((1 << ShortDecimal::DIGITS) - 1);
        // So few decimals always fit.
        Exact::decimal(digits.into(), (self.0 >> ShortDecimal::DIGITS) as usize)
            .unwrap_or(Exact::ZERO)
    }
}

impl PartOf {
    const CHECKED: u8 = u8::MAX;
    const ALL: u8 = u8::MAX - 1;
    const UNSAID: u8 = u8::MAX - 2;
    const UNKNOWN: u8 = u8::MAX - 3;
    const HEADING: u8 = u8::MAX - 4;

    fn pack(self) -> u8 {
        match self {
            PartOf::Judged(place) => narrow(place),
            PartOf::Checked => PartOf::CHECKED,
            PartOf::All => PartOf::ALL,
            PartOf::Unsaid => PartOf::UNSAID,
            PartOf::Unknown => PartOf::UNKNOWN,
            PartOf::Heading => PartOf::HEADING,
        }
    }

    fn unpack(packed: u8) -> PartOf {
        match packed {
            PartOf::CHECKED => PartOf::Checked,
            PartOf::ALL => PartOf::All,
            PartOf::UNSAID => PartOf::Unsaid,
            PartOf::UNKNOWN => PartOf::Unknown,
            PartOf::HEADING => PartOf::Heading,
            place => PartOf::Judged(place.into()),
        }
    }
}

/// A piece as messages need it.
#[derive(Debug)]
pub(super) struct BatchOrigin {
    /// The number of its file.
    pub(super) file: usize,
    /// The line it begins on.
    pub(super) line: u64,
    pub(super) header: Arc<Header>,
    pub(super) sheet: Option<Arc<str>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_as_it_went_in() {
        let number = |text: &str| Exact::parse(text).unwrap();
        let ratio = |n: &str, d: &str| {
            Observation::Ratio(Ratio { numerator: number(n), denominator: number(d) })
        };
        let all = [
            Observation::Nothing,
            Observation::NotApplicable,
            Observation::Value(Value::YesNo(true)),
            Observation::Value(Value::YesNo(false)),
            Observation::Value(Value::Grade(3)),
            Observation::Value(Value::Number(number("98.50"))),
            Observation::Value(Value::Number(number("268435455"))),
            Observation::Value(Value::Number(number("268435456"))),
            Observation::Value(Value::Number(number("0.000000000000001"))),
            Observation::Value(Value::Number(number("0.0000000000000001"))),
            Observation::Value(Value::Number(number("1234567890123456789012345.678"))),
            ratio("18.8", "22.4"),
            ratio("1", "99999999999"),
        ];
        let mut batch = Batch::default();
        for (line, observation) in all.iter().enumerate() {
            let part = PartOf::Judged(line);
            let about = RowSubject { line: line as u64, indicator: 2 * line, part };
            batch.push(about, &"x".repeat(line % 3));
            if line % 2 == 1 {
                batch.date_last(jiff::civil::date(2022, 5, 1 + line as i8));
            }
            batch.set(line, observation.clone());
            assert_eq!(batch.about(line), about);
        }
        assert_eq!(batch.wide.len(), 4);
        for (line, observation) in all.iter().enumerate() {
            assert_eq!(batch.observation(line), *observation);
            assert_eq!(batch.evidence(line).map_or(0, str::len), line % 3);
            let day = (line % 2 == 1).then(|| jiff::civil::date(2022, 5, 1 + line as i8));
            assert_eq!(batch.evidence_day(line), day);
        }
        for part in [PartOf::Checked, PartOf::All, PartOf::Unsaid, PartOf::Unknown, PartOf::Heading]
        {
            assert_eq!(PartOf::unpack(part.pack()), part);
        }
    }
}
