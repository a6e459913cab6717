//! The cells of a row that say how much: value, numerator and denominator.

use super::header::Column;
use super::number::{self, Convention, NoNumber, Number, Range, Reading};
use super::word::{self, Word};
use super::{Observation, Ratio};
use crate::exact::{Exact, MOST_DIGITS};
use crate::fold;
use crate::law::{Measure, Requirement, Resolved, ResolvedIndicator, Value};
use crate::problem::Code;
use crate::text::{self, Text};

/// The three cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells<T> {
    pub(super) value: T,
    pub(super) numerator: T,
    pub(super) denominator: T,
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) column: Column,
    pub(super) cell: String,
    part: usize,
    /// For a value that contradicts its ratio: what the ratio gives.
    percent: Option<Exact>,
}

/// The conventions that a row's numbers show.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) settled: Vec<Convention>,
    pub(super) ambiguous: bool,
}

/// What decides between two readings of a number.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decimal {
    /// The user's word: a cell that contradicts it is no number.
    pub(super) forced: Option<Convention>,
    /// What the unmistakable cells of the file use: settles the others only.
    pub(super) settled: Option<Convention>,
}

/// Which conventions the numbers of a row follow.
pub(super) fn conventions(
    cells: &Cells<String>,
    indicator: &ResolvedIndicator,
    part: usize,
    forced: Option<Convention>,
) -> Seen {
    let requirement = &indicator.require[part];
    let mut seen = Seen::default();
    if !requirement.measure.is_numeric() {
        return seen;
    }
    let numbers = [
        (&cells.value, value_range(requirement.measure)),
        (&cells.numerator, amount_range(requirement)),
        (&cells.denominator, amount_range(requirement)),
    ];
    for (cell, range) in numbers {
        match number::read(cell, range, forced) {
            Ok(Number::One(reading)) => seen.settled.extend(reading.convention),
            Ok(Number::Two(_)) => seen.ambiguous = true,
            Err(_) => {}
        }
    }
    seen
}

fn value_range(measure: Measure) -> Range {
    let share = measure == Measure::Share;
    Range { whole: measure == Measure::Count, share, percent: share }
}

/// A numerator and its denominator are whole together.
fn amount_range(requirement: &Requirement) -> Range {
    let whole = requirement.counts.as_ref().is_some_and(|counts| counts.whole);
    Range { whole, share: false, percent: false }
}

/// Reads the cells as one part of an indicator.
pub(super) fn read(
    cells: &Cells<String>,
    indicator: &ResolvedIndicator,
    part: usize,
    decimal: Decimal,
) -> Result<Observation, Vec<Fault>> {
    let mut reader = Reader {
        cells,
        indicator,
        requirement: &indicator.require[part],
        part,
        decimal,
        faults: Vec::new(),
    };
    let observation = reader.read();
    match reader.faults.is_empty() {
        true => Ok(observation),
        false => Err(reader.faults),
    }
}

struct Reader<'a> {
    cells: &'a Cells<String>,
    indicator: &'a ResolvedIndicator,
    requirement: &'a Requirement,
    part: usize,
    decimal: Decimal,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn read(&mut self) -> Observation {
        let cells = self.cells;
        if word::read(&cells.value) == Some(Word::NotApplicable) {
            self.not_applicable();
            return Observation { not_applicable: true, ..Observation::default() };
        }
        let ratio = self.ratio();
        let value = match word::is_nothing(&cells.value) {
            true => ratio.as_ref().map(|ratio| Value::Number(ratio.percent())),
            false => self.value(ratio.as_ref()),
        };
        Observation { value, ratio, ..Observation::default() }
    }

    fn fault(&mut self, code: Code, column: Column) {
        self.fault_with(code, column, None);
    }

    fn fault_with(&mut self, code: Code, column: Column, percent: Option<Exact>) {
        let cell = match column {
            Column::Numerator => &self.cells.numerator,
            Column::Denominator => &self.cells.denominator,
            _ => &self.cells.value,
        };
        let (cell, part) = (cell.clone(), self.part);
        self.faults.push(Fault { code, column, cell, part, percent });
    }

    fn not_applicable(&mut self) {
        let given = |cell: &str| !word::is_nothing(cell);
        if !self.indicator.if_present {
            self.fault(Code::NotApplicableNotAllowed, Column::Value);
        } else if given(&self.cells.numerator) || given(&self.cells.denominator) {
            self.fault(Code::ValueContradictsRatio, Column::Value);
        }
    }

    /// The value as its measure has it; a ratio decides where there is one.
    fn value(&mut self, ratio: Option<&Ratio>) -> Option<Value> {
        let cell = &self.cells.value;
        let value = match self.requirement.measure {
            Measure::YesNo => self.yes_no().map(Value::YesNo),
            Measure::Grade => {
                let grades = self.indicator.grades.iter().enumerate();
                fold::find(cell, grades.map(|(place, g)| (g.as_str(), place))).map(Value::Grade)
            }
            Measure::Count if word::read(cell) == Some(Word::None) => {
                Some(Value::Number(Exact::ZERO))
            }
            measure => {
                if word::is_verdict(cell) {
                    self.fault(Code::NotAValue, Column::Value);
                    return None;
                }
                let reading = self.number(cell, value_range(measure), Column::Value)?;
                return Some(Value::Number(self.decide(reading, ratio)));
            }
        };
        if value.is_none() {
            self.fault(Code::NotAValue, Column::Value);
        }
        value
    }

    fn yes_no(&self) -> Option<bool> {
        let negative = self.indicator.negative;
        match word::read(&self.cells.value)? {
            Word::Yes { plain } if plain || !negative => Some(true),
            Word::No { plain } if plain || !negative => Some(false),
            Word::None if !negative => Some(false),
            _ => None,
        }
    }

    /// The ratio is exact, the value beside it rounded; they may differ by half a
    /// unit of the last digit written.
    fn decide(&mut self, reading: Reading, ratio: Option<&Ratio>) -> Exact {
        let Some(ratio) = ratio else {
            return reading.value;
        };
        let percent = ratio.percent();
        let difference = &reading.value - &percent;
        let half_unit = Exact::decimal(5, reading.decimals + 1).unwrap_or(Exact::ZERO);
        if difference > half_unit || &Exact::ZERO - &difference > half_unit {
            let given = Some(percent.clone());
            self.fault_with(Code::ValueContradictsRatio, Column::Value, given);
        }
        percent
    }

    fn ratio(&mut self) -> Option<Ratio> {
        let cells = self.cells;
        let no_numerator = word::is_nothing(&cells.numerator);
        let no_denominator = word::is_nothing(&cells.denominator);
        if no_numerator && no_denominator {
            return None;
        }
        if self.requirement.measure != Measure::Share {
            let column = if no_numerator { Column::Denominator } else { Column::Numerator };
            self.fault(Code::NotAValue, column);
            return None;
        }
        let range = amount_range(self.requirement);
        let read = |reader: &mut Self, cell: &str, column| {
            let nothing = word::is_nothing(cell);
            (!nothing).then(|| reader.number(cell, range, column)).flatten()
        };
        let numerator = read(self, &cells.numerator, Column::Numerator);
        let denominator = read(self, &cells.denominator, Column::Denominator);
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
            self.fault(Code::NumeratorExceedsDenominator, Column::Numerator);
        }
        Some(Ratio { numerator, denominator })
    }

    /// The one reading of a cell, after the file's convention.
    fn number(&mut self, cell: &str, range: Range, column: Column) -> Option<Reading> {
        let code = match number::read(cell, range, self.decimal.forced) {
            Ok(Number::One(reading)) => return Some(reading),
            Ok(Number::Two(readings)) => {
                let settled = self.decimal.settled;
                let fits = |reading: &Reading| settled.is_some() && reading.convention == settled;
                match readings.into_iter().find(fits) {
                    Some(reading) => return Some(reading),
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

impl Ratio {
    /// The share in percent, exactly.
    pub fn percent(&self) -> Exact {
        let hundredfold = &self.numerator * &Exact::HUNDRED;
        // The denominator of a ratio is above zero.
        hundredfold.checked_div(&self.denominator).unwrap_or(Exact::ZERO)
    }
}

impl Fault {
    /// What is wrong, what is allowed, and what to do.
    pub(super) fn tell(
        &self,
        written: &str,
        indicator: &ResolvedIndicator,
        law: &Resolved,
    ) -> (Text, Text) {
        let (cell, requirement) = (&self.cell, &indicator.require[self.part]);
        let counts = requirement.counts.as_ref().map_or("", |counts| counts.what.as_str());
        let id = indicator.id;
        match self.code {
            Code::NotANumber => {
                let ratio = requirement.measure == Measure::Share && cell.contains('/');
                let hint = if ratio { text::write_as_ratio() } else { text::write_number() };
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
                let hint = match indicator.if_present {
                    true => text::mend_zero(),
                    false => text::no_such_ratio(),
                };
                (text::denominator_zero(written), hint)
            }
            Code::NumeratorExceedsDenominator => {
                (text::numerator_exceeds(written, cell), text::mend_ratio())
            }
            Code::ValueContradictsRatio => match &self.percent {
                None => (text::not_applicable_yet_ratio(written), text::keep_one_of_both()),
                Some(percent) => {
                    let percent = text::Figure::new(percent, 2);
                    (text::value_contradicts(written, cell, percent), text::mend_value_or_ratio())
                }
            },
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
        Measure::Grade => text::one_of(indicator.grades.join(", ")),
        Measure::Share => text::a_share(),
        Measure::Number => text::an_amount(),
        Measure::Count => text::a_count(),
    }
}
