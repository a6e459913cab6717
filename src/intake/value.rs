//! The cells of a row that say how much: value, numerator and denominator.

use super::column::Column;
use super::number::{self, Convention, Interpretation, NoNumber, Number, NumberRange};
use super::quantity::{self, RowCells, Spoken};
use super::word::{self, Word};
use super::{Observation, Ratio, plausible};
use crate::exact::{Exact, MOST_DIGITS};
use crate::fold;
use crate::law::{Likelihood, Measure, Requirement, Resolved, ResolvedIndicator, Value};
use crate::problem::Code;
use crate::text::{self, Text};

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) column: Column,
    pub(super) cell: String,
    part: usize,
    /// Of a value that contradicts its ratio, what the ratio gives; of one that is
    /// implausible, what it is.
    figure: Option<Exact>,
}

/// What a row's numbers show of the convention that its file follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ConventionSigns {
    /// A cell with one possible reading has a decimal comma.
    pub(super) comma: bool,
    /// A cell with one possible reading has a decimal dot.
    pub(super) dot: bool,
    /// A cell has two possible readings.
    pub(super) ambiguous: bool,
}

impl ConventionSigns {
    /// The one convention that is shown.
    pub(super) fn settled(self) -> Option<Convention> {
        match (self.comma, self.dot) {
            (true, false) => Some(Convention::Comma),
            (false, true) => Some(Convention::Dot),
            _ => None,
        }
    }

    /// What either shows.
    pub(super) fn or(self, other: ConventionSigns) -> ConventionSigns {
        ConventionSigns {
            comma: self.comma | other.comma,
            dot: self.dot | other.dot,
            ambiguous: self.ambiguous | other.ambiguous,
        }
    }

    fn note(&mut self, number: &Result<Number, NoNumber>) {
        match number {
            Ok(Number::One(reading)) => {
                self.comma |= reading.convention == Some(Convention::Comma);
                self.dot |= reading.convention == Some(Convention::Dot);
            }
            Ok(Number::Two(_)) => self.ambiguous = true,
            Err(_) => {}
        }
    }
}

/// The digits that a spreadsheet keeps of a number.
const SHEET_DIGITS: usize = 15;

/// What decides between two readings of a number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decimal {
    /// The user's word: a cell that contradicts it is no number.
    pub(super) forced: Option<Convention>,
    /// What the unmistakable cells of the file use: settles the others only.
    pub(super) settled: Option<Convention>,
}

/// What the value, the numerator or the denominator may be.
pub(super) fn range(place: usize, requirement: &Requirement) -> NumberRange {
    match place {
        0 => value_range(requirement.measure),
        _ => amount_range(requirement),
    }
}

/// What the value, the numerator or the denominator is counted in.
pub(super) fn unit(place: usize, requirement: &Requirement) -> &str {
    match place {
        0 => &requirement.unit,
        _ => requirement.counts.as_ref().map_or("", |counts| &counts.what),
    }
}

fn value_range(measure: Measure) -> NumberRange {
    let percent = measure.is_numeric() && !measure.is_amount();
    NumberRange { whole: measure.is_whole(), share: percent, percent }
}

/// A numerator and its denominator are whole together.
fn amount_range(requirement: &Requirement) -> NumberRange {
    let whole = requirement.counts.as_ref().is_some_and(|counts| counts.whole);
    NumberRange { whole, share: false, percent: false }
}

/// Reads the cells as one part of an indicator.
pub(super) fn read_value(
    cells: RowCells,
    indicator: &ResolvedIndicator,
    part: usize,
    decimal: Decimal,
) -> (ConventionSigns, Result<Observation, Vec<Fault>>) {
    let requirement = &indicator.require[part];
    let mut seen = ConventionSigns::default();
    let mut number = |place: usize, cell: &str, range| {
        if cell.is_empty() || !requirement.measure.is_numeric() {
            return Err(NoNumber::NotANumber);
        }
        if cells.exact[place] {
            return number::read_exact(cell, range, unit(place, requirement));
        }
        let number = number::parse_number(cell, range, decimal.forced);
        seen.note(&number);
        number
    };
    let spoken = Spoken::new(cells, requirement);
    let [value, numerator, denominator] = spoken.numbers;
    let numbers = [
        number(0, value, value_range(requirement.measure)),
        number(1, numerator, amount_range(requirement)),
        number(2, denominator, amount_range(requirement)),
    ];
    let beside = spoken.beside.map(|ratio| {
        [ratio.numerator, ratio.denominator]
            .map(|text| number::parse_number(text, amount_range(requirement), decimal.forced))
    });
    let settled = decimal.settled;
    let faults = Vec::new();
    let mut reader = ValueReader {
        cells,
        indicator,
        requirement,
        part,
        spoken,
        numbers,
        beside,
        settled,
        faults,
    };
    let observation = reader.observation();
    if reader.faults.is_empty() { (seen, Ok(observation)) } else { (seen, Err(reader.faults)) }
}

struct ValueReader<'a> {
    cells: RowCells<'a>,
    indicator: &'a ResolvedIndicator,
    requirement: &'a Requirement,
    part: usize,
    spoken: Spoken<'a>,
    /// What a ratio in the value's cell can mean, where there is one beside it.
    beside: Option<[Result<Number, NoNumber>; 2]>,
    /// What value, numerator and denominator can mean.
    numbers: [Result<Number, NoNumber>; 3],
    settled: Option<Convention>,
    faults: Vec<Fault>,
}

impl ValueReader<'_> {
    fn observation(&mut self) -> Observation {
        if self.cells.word == Some(Word::NotApplicable) {
            self.not_applicable();
            return Observation::NotApplicable;
        }
        let ratio = self.ratio();
        self.compare_beside(ratio.as_ref());
        // A ratio alone leaves no value to be read.
        let is_ratio = self.spoken.in_value || self.beside.is_some();
        let ratio_alone = is_ratio && self.spoken.numbers[0].is_empty();
        if !ratio_alone && !word::is_nothing(self.cells.value) {
            let value = self.value(ratio.as_ref());
            if let (None, Some(value)) = (&ratio, value) {
                return Observation::Value(value);
            }
        }
        ratio.map_or(Observation::Nothing, Observation::Ratio)
    }

    fn fault(&mut self, code: Code, column: Column) {
        self.fault_with(code, column, None);
    }

    fn fault_with(&mut self, code: Code, column: Column, figure: Option<Exact>) {
        let column = if self.spoken.in_value { Column::Value } else { column };
        let cell = match column {
            Column::Numerator => self.cells.numerator,
            Column::Denominator => self.cells.denominator,
            _ => self.cells.value,
        };
        let (cell, part) = (cell.to_owned(), self.part);
        let fault = Fault { code, column, cell, part, figure };
        // Of two numbers in one cell each may have a fault: it is one cell, and one that can be
        // read in two ways may be none.
        match self.faults.iter_mut().find(|other| other.column == column) {
            Some(other) if other.code == Code::AmbiguousNumber => *other = fault,
            Some(_) => {}
            None => self.faults.push(fault),
        }
    }

    fn not_applicable(&mut self) {
        let given = |cell: &str| !word::is_nothing(cell);
        if !self.indicator.if_present {
            self.fault(Code::NotApplicableNotAllowed, Column::Value);
        } else if given(self.cells.numerator) || given(self.cells.denominator) {
            self.fault(Code::ValueContradictsRatio, Column::Value);
        }
    }

    /// The value as its measure has it; a ratio decides where there is one.
    fn value(&mut self, ratio: Option<&Ratio>) -> Option<Value> {
        let cell = self.cells.value;
        let value = match self.requirement.measure {
            Measure::YesNo => self.yes_no().map(Value::YesNo),
            Measure::Grade => {
                let grades = self.indicator.grades.iter().enumerate();
                let grades = grades.map(|(place, g)| (g.as_str(), place));
                let found = fold::find(cell, grades.clone());
                found.or_else(|| fold::find(word::without_stop(cell), grades)).map(Value::Grade)
            }
            Measure::Count if self.cells.word == Some(Word::None) => {
                self.refuse_absurd(&Exact::ZERO);
                Some(Value::Number(Exact::ZERO))
            }
            _ => {
                let is_ratio = || quantity::ratio(cell).is_some();
                if word::is_verdict(cell, self.cells.word)
                    || (self.requirement.measure != Measure::Share && is_ratio())
                {
                    self.fault(Code::NotAValue, Column::Value);
                    return None;
                }
                let reading = self.number(Column::Value)?;
                self.compare(&reading, ratio);
                self.refuse_absurd(&reading.value);
                return Some(Value::Number(reading.value));
            }
        };
        if value.is_none() {
            self.fault(Code::NotAValue, Column::Value);
        }
        value
    }

    /// A number far outside what is plausible is another one's, or in another unit.
    fn refuse_absurd(&mut self, number: &Exact) {
        let range = self.requirement.plausible.as_ref();
        if range.is_some_and(|range| range.judge(number) == Likelihood::Absurd) {
            self.fault_with(Code::ImplausibleValue, Column::Value, Some(number.clone()));
        }
    }

    fn yes_no(&self) -> Option<bool> {
        let negative = self.indicator.negative;
        match self.cells.word? {
            Word::Yes { plain } if plain || !negative => Some(true),
            Word::No { plain } if plain || !negative => Some(false),
            Word::None if !negative => Some(false),
            _ => None,
        }
    }

    /// The ratio is exact, the value beside it rounded; they may differ by half a
    /// unit of the last digit written.
    fn compare(&mut self, reading: &Interpretation, ratio: Option<&Ratio>) {
        let Some(ratio) = ratio else {
            return;
        };
        let percent = ratio.percent();
        let difference = &reading.value - &percent;
        // Of all the digits that a spreadsheet keeps the last one may be off.
        let digits = self.cells.value.bytes().filter(u8::is_ascii_digit).count();
        let kept = reading.decimals - usize::from(digits >= SHEET_DIGITS && reading.decimals > 0);
        let half_unit = Exact::decimal(5, kept + 1).unwrap_or(Exact::ZERO);
        if difference > half_unit || &Exact::ZERO - &difference > half_unit {
            self.fault_with(Code::ValueContradictsRatio, Column::Value, Some(percent));
        }
    }

    /// A ratio in the value's cell says the same as the one beside it.
    fn compare_beside(&mut self, ratio: Option<&Ratio>) {
        let (Some(beside), Some(ratio)) = (&self.beside, ratio) else {
            return;
        };
        let may_be = |number: &Result<Number, NoNumber>, exact: &Exact| match number {
            Ok(Number::One(reading)) => reading.value == *exact,
            Ok(Number::Two(both)) => both.iter().any(|reading| reading.value == *exact),
            Err(_) => false,
        };
        if !(may_be(&beside[0], &ratio.numerator) && may_be(&beside[1], &ratio.denominator)) {
            let percent = Some(ratio.percent());
            self.fault_with(Code::ValueContradictsRatio, Column::Value, percent);
        }
    }

    fn ratio(&mut self) -> Option<Ratio> {
        let [_, numerator, denominator] = self.spoken.numbers;
        let no_numerator = word::is_nothing(numerator);
        let no_denominator = word::is_nothing(denominator);
        if no_numerator && no_denominator {
            return None;
        }
        if self.requirement.measure != Measure::Share {
            let column = if no_numerator { Column::Denominator } else { Column::Numerator };
            self.fault(Code::NotAValue, column);
            return None;
        }
        let numerator = if no_numerator { None } else { self.number(Column::Numerator) };
        let denominator = if no_denominator { None } else { self.number(Column::Denominator) };
        if no_numerator {
            self.fault(Code::IncompleteRatio, Column::Numerator);
        }
        if no_denominator {
            self.fault(Code::IncompleteRatio, Column::Denominator);
        }
        if denominator.as_ref().is_some_and(|d| d.value.is_zero()) {
            self.fault(Code::ZeroDenominator, Column::Denominator);
            return None;
        }
        let (numerator, denominator) = (numerator?.value, denominator?.value);
        if numerator > denominator {
            // That the value contradicts such a ratio is no fault of its own.
            self.fault(Code::NumeratorExceedsDenominator, Column::Numerator);
            return None;
        }
        Some(Ratio { numerator, denominator })
    }

    /// The one reading of a cell, after the file's convention.
    fn number(&mut self, column: Column) -> Option<Interpretation> {
        let number = match column {
            Column::Numerator => &self.numbers[1],
            Column::Denominator => &self.numbers[2],
            _ => &self.numbers[0],
        };
        let code = match number {
            Ok(Number::One(reading)) => return Some(reading.clone()),
            Ok(Number::Two(readings)) => {
                let settled = self.settled;
                let fits =
                    |reading: &&Interpretation| settled.is_some() && reading.convention == settled;
                match readings.iter().find(fits) {
                    Some(reading) => return Some(reading.clone()),
                    None => Code::AmbiguousNumber,
                }
            }
            Err(NoNumber::NotANumber) => Code::NotANumber,
            Err(NoNumber::OutOfRange) => Code::OutOfRange,
            Err(NoNumber::NotWhole) => Code::NotAWholeNumber,
        };
        self.fault(code, column);
        None
    }
}

impl Fault {
    /// What is wrong, what is allowed, and what to do.
    pub(super) fn message_and_hint(
        &self,
        written: &str,
        indicator: &ResolvedIndicator,
        law: &Resolved,
    ) -> (Text, Text) {
        let (cell, requirement) = (&self.cell, &indicator.require[self.part]);
        let counts = requirement.counts.as_ref().map_or("", |counts| counts.what.as_str());
        let id = indicator.id;
        match self.code {
            Code::NotANumber if number::is_too_long(cell) => {
                (text::too_many_digits(written, cell, MOST_DIGITS), text::write_fewer_digits())
            }
            Code::NotANumber => {
                let share = requirement.measure == Measure::Share;
                let hint = match (share, self.column, requirement.unit.as_str()) {
                    (true, Column::Value, _) if cell.contains('/') => text::write_as_ratio(),
                    (true, Column::Numerator | Column::Denominator, _) if !counts.is_empty() => {
                        text::write_number_of(counts)
                    }
                    (false, _, unit) if !unit.is_empty() => text::write_number_of(unit),
                    _ => text::write_number(),
                };
                (text::not_a_number(written, cell), hint)
            }
            Code::AmbiguousNumber => (text::ambiguous_number(written, cell), text::settle_number()),
            Code::NotAWholeNumber => {
                let unit = if counts.is_empty() { &requirement.unit } else { counts };
                (text::not_whole(written, cell, unit), text::write_whole())
            }
            Code::OutOfRange => match self.column {
                Column::Value if requirement.measure == Measure::Share => {
                    (text::share_out_of_range(written, cell), text::a_share())
                }
                _ => (text::amount_out_of_range(written, cell), text::write_amount(MOST_DIGITS)),
            },
            Code::IncompleteRatio => (text::ratio_incomplete(written), text::complete_ratio()),
            Code::ZeroDenominator => {
                let hint =
                    if indicator.if_present { text::mend_zero() } else { text::no_such_ratio() };
                (text::denominator_zero(written), hint)
            }
            Code::NumeratorExceedsDenominator => {
                (text::numerator_exceeds(written, cell), text::mend_ratio())
            }
            Code::ValueContradictsRatio => match &self.figure {
                None => (text::not_applicable_yet_ratio(written), text::keep_one_of_both()),
                Some(percent) => {
                    let percent = text::Figure::new(percent, 2);
                    (text::value_contradicts(written, cell, percent), text::mend_value_or_ratio())
                }
            },
            Code::ImplausibleValue => {
                let number = self.figure.as_ref().unwrap_or(&Exact::ZERO);
                plausible::absurd((written, cell), number, id, requirement)
            }
            Code::NotApplicableNotAllowed => {
                let allowed = law.indicators.iter().filter(|i| i.if_present);
                let allowed: Vec<String> = allowed.map(|i| i.id.to_string()).collect();
                let hint = text::when_not_applicable(allowed.join(", "));
                (text::not_applicable_here(written, id), hint)
            }
            _ if self.column != Column::Value => {
                (text::no_ratio_here(written, id), text::leave_ratio_empty())
            }
            _ => (text::not_a_value(written, cell, id), allowed(indicator, requirement)),
        }
    }
}

/// What a value's cell may hold.
fn allowed(indicator: &ResolvedIndicator, requirement: &Requirement) -> Text {
    match requirement.measure {
        Measure::YesNo if indicator.if_present => text::allowed_if_present(),
        Measure::YesNo if indicator.negative => text::allowed_negative(),
        Measure::YesNo => text::allowed_yes_no(),
        measure => measure.domain().allowed(&indicator.grades),
    }
}
