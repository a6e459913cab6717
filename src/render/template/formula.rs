//! The formulas of a row: what it comes to while it is being filled in. They judge as
//! [`crate::score`] does, within what a spreadsheet's numbers can tell apart.

use super::exactly;
use crate::law::{Domain, Measure, Op, Requirement, Value};
use crate::report::template::{FormRow, verdict, word};
use crate::score::Status;
use crate::text;

/// Where a row's value and ratio stand.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    pub(super) value: String,
    pub(super) numerator: String,
    pub(super) denominator: String,
}

/// A ratio is compared multiplied out, never by its rounded share. The products of
/// decimals are off by less than this many decimals, and differ by more where they do.
const DECIMALS: u32 = 8;

impl Cells {
    /// The share in percent, where there is one.
    pub(super) fn share(&self) -> String {
        let Cells { numerator, denominator, .. } = self;
        // Not in one AND, which would compute the quotient's condition of a text too.
        let share =
            when(&format!("{denominator}>0"), &format!("{numerator}/{denominator}*100"), "\"\"");
        when(&self.has_numbers(), &share, "\"\"")
    }

    /// The verdict on a row's part.
    pub(super) fn verdict(&self, row: &FormRow) -> String {
        let judged = match row.requirement.threshold.as_ref().map(|threshold| &threshold.value) {
            None => quoted_verdict(Status::Undetermined),
            Some(threshold) => self.judged(row, threshold),
        };
        let not_applicable = quoted_verdict(Status::NotApplicable);
        let says_so = format!("TRIM({})={not_applicable}", self.value);
        match (row.indicator.if_present, row.requirement.measure) {
            (false, _) => judged,
            (true, Measure::Share) => {
                let alone = format!("AND({says_so},{})", self.no_ratio());
                when(&alone, &not_applicable, &judged)
            }
            (true, _) => when(&says_so, &not_applicable, &judged),
        }
    }

    fn judged(&self, row: &FormRow, threshold: &Value) -> String {
        let by_value = match threshold {
            Value::YesNo(wanted) => self.by_word(*wanted),
            Value::Grade(rank) => self.by_grade(row, *rank),
            Value::Number(number) => self.by_number(row.requirement, &exactly(number)),
        };
        let by_value = when(
            &format!("TRIM({})=\"\"", self.value),
            &quoted_verdict(Status::Missing),
            &by_value,
        );
        match (row.requirement.measure, threshold) {
            (Measure::Share, Value::Number(number)) => {
                let by_ratio = self.by_ratio(row.requirement, &exactly(number));
                when(&self.no_ratio(), &by_value, &by_ratio)
            }
            _ => by_value,
        }
    }

    fn by_word(&self, wanted: bool) -> String {
        let is = |status: Status| format!("TRIM({})={}", self.value, quoted_verdict(status));
        let other = when(&is(Status::NotMet), &met(!wanted), &look_again());
        when(&is(Status::Met), &met(wanted), &other)
    }

    fn by_grade(&self, row: &FormRow, rank: usize) -> String {
        let grades: Vec<String> = row.indicator.grades.iter().map(|grade| quoted(grade)).collect();
        let found = format!("MATCH(TRIM({}),{{{}}},0)", self.value, grades.join(","));
        // MATCH counts from 1.
        let passes = compared(&found, row.requirement.op, &(rank + 1).to_string());
        when(&format!("ISNUMBER({found})"), &verdict_if(&passes), &look_again())
    }

    fn by_number(&self, requirement: &Requirement, threshold: &str) -> String {
        let value = &self.value;
        let outside = match requirement.measure.domain() {
            Domain::Numbers { percent: true, .. } => format!("OR({value}<0,{value}>100)"),
            Domain::Numbers { whole: true, .. } => format!("OR({value}<0,{value}<>INT({value}))"),
            _ => format!("{value}<0"),
        };
        let judged = verdict_if(&compared(value, requirement.op, threshold));
        let judged = when(&outside, &look_again(), &judged);
        when(&format!("ISNUMBER({value})"), &judged, &look_again())
    }

    fn by_ratio(&self, requirement: &Requirement, threshold: &str) -> String {
        let Cells { numerator, denominator, .. } = self;
        let outside = format!("OR({numerator}<0,{denominator}<=0,{numerator}>{denominator})");
        let distance = format!("ROUND({numerator}*100-{threshold}*{denominator},{DECIMALS})");
        let judged = verdict_if(&compared(&distance, requirement.op, "0"));
        when(&self.has_numbers(), &when(&outside, &look_again(), &judged), &look_again())
    }

    fn has_numbers(&self) -> String {
        format!("AND(ISNUMBER({}),ISNUMBER({}))", self.numerator, self.denominator)
    }

    fn no_ratio(&self) -> String {
        format!("AND({}=\"\",{}=\"\")", self.numerator, self.denominator)
    }
}

fn compared(left: &str, op: Op, right: &str) -> String {
    format!("{left}{}{right}", op.as_str())
}

fn when(condition: &str, then: &str, otherwise: &str) -> String {
    format!("IF({condition},{then},{otherwise})")
}

fn verdict_if(passes: &str) -> String {
    when(passes, &met(true), &met(false))
}

fn met(met: bool) -> String {
    quoted_verdict(if met { Status::Met } else { Status::NotMet })
}

fn quoted_verdict(status: Status) -> String {
    quoted(&verdict(status))
}

fn look_again() -> String {
    quoted(word(&text::look_again()))
}

/// A text in a formula.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
