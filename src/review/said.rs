//! What several checks say alike.

use crate::exact::Exact;
use crate::intake::{Finding, Observation, Submission};
use crate::law::Value;
use crate::problem::{Code, Location, Problem};
use crate::text::{self, Figure, Text};

pub(super) fn warning(
    submission: &Submission,
    code: Code,
    place: Location,
    (message, hint): (Text, Text),
) -> Finding {
    let problem = Problem::error(code, place, message, hint).as_warning();
    let (level, voice) = (Some(submission.level), Some(submission.voice));
    Finding::of_row(problem, level, voice, Some(submission.commune))
}

/// A number as a warning shows it.
pub(super) fn figure(number: &Exact) -> Figure {
    Figure::new(number, 6)
}

pub(super) fn number(observation: &Observation) -> Option<Exact> {
    match observation.value()?.as_ref() {
        Value::Number(number) => Some(number.clone()),
        _ => None,
    }
}

/// An observation as a warning shows it.
pub(crate) fn observation_text(observation: &Observation, grades: &[String]) -> Text {
    match observation.value().as_deref() {
        Some(Value::Number(value)) => text::a_figure(figure(value)),
        Some(Value::YesNo(true)) => text::met(),
        Some(Value::YesNo(false)) => text::not_met(),
        Some(Value::Grade(place)) => Text::same(&grades[*place]),
        None => text::not_applicable(),
    }
}
