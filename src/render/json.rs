//! Machines' JSON: stable names, exact numbers, the same in every language.

mod check;
mod city;
mod criteria;
mod diff;
mod explain;
mod gaps;
mod head;
mod indicator;
mod ladder;
mod phrases;
mod score;
mod trend;
mod verify;

pub use check::check;
pub use city::city;
pub use criteria::{criteria, sets};
pub use diff::diff;
pub use explain::explain;
pub use gaps::gaps;
pub use ladder::ladder;
pub use score::{Detail, lines, score};
pub use trend::trend;
pub use verify::verify;

use std::io::Write;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::exact::Exact;
use crate::law::{LayerUse, Value};
use crate::visible::Harmless;

/// A number with at most so many decimals, written exactly.
struct Number<'a>(&'a Exact, u32);

/// The decimals of values, thresholds and gaps.
const SIX: u32 = 6;
/// The decimals of percentages and means.
const TWO: u32 = 2;

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(whole) = self.0.to_i64() {
            return serializer.serialize_i64(whole);
        }
        let raw = RawValue::from_string(self.0.rounded(self.1));
        raw.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// A value or threshold: a number, true or false, a grade.
#[derive(Serialize)]
#[serde(untagged)]
enum Scalar<'a> {
    Flag(bool),
    Number(Number<'a>),
    Grade(&'a str),
}

impl<'a> Scalar<'a> {
    fn new(value: &'a Value, grades: &'a [String]) -> Scalar<'a> {
        match value {
            Value::YesNo(flag) => Scalar::Flag(*flag),
            Value::Number(number) => Scalar::Number(Number(number, SIX)),
            Value::Grade(place) => Scalar::Grade(&grades[*place]),
        }
    }
}

#[derive(Serialize)]
struct Layer<'a> {
    id: &'a str,
    origin: &'static str,
    sha256: &'a str,
}

impl<'a> Layer<'a> {
    fn new(layer: &'a LayerUse) -> Layer<'a> {
        Layer { id: &layer.id, origin: layer.origin.as_str(), sha256: &layer.sha256 }
    }
}

/// Writes all JSON that this program gives: what would drive a terminal or turn directions
/// is escaped.
fn write(out: &mut dyn Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Harmless))
}

/// One line of JSON. Writing to memory fails only for values that these types
/// cannot hold.
fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = write(&mut bytes, value).ok().and_then(|()| String::from_utf8(bytes).ok());
    let mut text = written.unwrap_or_default();
    text.push('\n');
    text
}
