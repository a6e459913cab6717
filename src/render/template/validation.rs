//! What a cell lets in.

use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula, XlsxError};

use super::formula::quoted;
use crate::law::Domain;
use crate::report::template::{FormColumn, FormRow};
use crate::text::{self, Lang, Text};

/// The most characters that the words of a list may have together.
const LONGEST_LIST: usize = 255;

/// The rule for a cell that is filled in; `None` where anything goes.
///
/// # Errors
/// When it cannot be said in a workbook.
pub(super) fn rule_for(
    row: &FormRow,
    column: FormColumn,
    cell: &str,
    lang: Lang,
) -> Result<Option<DataValidation>, XlsxError> {
    let whole_ratio = row.requirement.counts.as_ref().is_some_and(|counts| counts.whole);
    let (rule, message) = match (column, whole_ratio) {
        (FormColumn::Value, _) if row.requirement.measure.is_numeric() => number(row, cell),
        (FormColumn::Value, _) => match choice_list(row)? {
            Some(rule) => rule,
            None => return Ok(None),
        },
        (FormColumn::Numerator, true) => {
            (whole(DataValidationRule::GreaterThanOrEqualTo(0)), text::fill_whole())
        }
        (FormColumn::Numerator, false) => {
            (decimal(DataValidationRule::GreaterThanOrEqualTo(0.0)), text::fill_number())
        }
        (FormColumn::Denominator, true) => {
            (whole(DataValidationRule::GreaterThan(0)), text::fill_whole_above_zero())
        }
        (FormColumn::Denominator, false) => {
            (decimal(DataValidationRule::GreaterThan(0.0)), text::fill_above_zero())
        }
        _ => return Ok(None),
    };
    let title = text::cell_refused();
    rule.set_error_title(title.get(lang))?.set_error_message(message.get(lang)).map(Some)
}

fn whole(rule: DataValidationRule<i32>) -> DataValidation {
    DataValidation::new().allow_whole_number(rule)
}

fn decimal(rule: DataValidationRule<f64>) -> DataValidation {
    DataValidation::new().allow_decimal_number(rule)
}

/// A list to choose from.
fn choice_list(row: &FormRow) -> Result<Option<(DataValidation, Text)>, XlsxError> {
    let words = row.choices();
    let message = text::fill_word(words.join(", "));
    // The list is one text with commas between the words.
    let length = words.iter().map(|word| word.encode_utf16().count() + 1).sum::<usize>();
    if length > LONGEST_LIST / 2 || words.iter().any(|word| word.contains(',')) {
        return Ok(None);
    }
    Ok(Some((DataValidation::new().allow_list_strings(&words)?, message)))
}

/// A number; where the indicator may not apply, the words for that too.
fn number(row: &FormRow, cell: &str) -> (DataValidation, Text) {
    let domain = row.requirement.measure.domain();
    let message = match domain {
        Domain::Numbers { percent: true, .. } => text::fill_share(),
        Domain::Numbers { whole: true, .. } => text::fill_whole(),
        _ => text::fill_number(),
    };
    if let Some(word) = row.choices().pop() {
        let fits = match domain {
            Domain::Numbers { percent: true, .. } => format!("{cell}>=0,{cell}<=100"),
            Domain::Numbers { whole: true, .. } => format!("{cell}>=0,{cell}=INT({cell})"),
            _ => format!("{cell}>=0"),
        };
        // A text in INT would make the whole formula a fault.
        let fits = format!("IF(ISNUMBER({cell}),AND({fits}),{cell}={})", quoted(&word));
        let rule = DataValidation::new().allow_custom(Formula::new(fits));
        return (rule, text::fill_or(message, word));
    }
    let rule = match domain {
        Domain::Numbers { percent: true, .. } => decimal(DataValidationRule::Between(0.0, 100.0)),
        Domain::Numbers { whole: true, .. } => whole(DataValidationRule::GreaterThanOrEqualTo(0)),
        _ => decimal(DataValidationRule::GreaterThanOrEqualTo(0.0)),
    };
    (rule, message)
}
