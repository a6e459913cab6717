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
mod object;
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

use std::borrow::{Borrow, Cow};
use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use crate::exact::Exact;
use crate::law::Value;
use crate::visible::{Harmless, escaped};

/// A number with at most so many decimals, written exactly.
struct Number<T>(T, u32);

/// The decimals of values, thresholds and gaps.
const SIX: u32 = 6;
/// The decimals of percentages and means.
const TWO: u32 = 2;

impl<T: Borrow<Exact>> Serialize for Number<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0.borrow();
        if let Some(whole) = number.to_i64() {
            return serializer.serialize_i64(whole);
        }
        let raw = RawValue::from_string(number.rounded(self.1));
        raw.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// A value or threshold: a number, true or false, one of these grades.
struct Scalar<'a, T>(T, &'a [String]);

impl<T: Borrow<Value>> Serialize for Scalar<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.borrow() {
            Value::YesNo(flag) => serializer.serialize_bool(*flag),
            Value::Number(number) => Number(number, SIX).serialize(serializer),
            Value::Grade(place) => serializer.serialize_str(&self.1[*place]),
        }
    }
}

/// Writes all JSON that this program gives: what would drive a terminal or turn directions
/// is escaped.
fn write(out: &mut dyn Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Harmless))
}

/// A part of a document, made apart from it, which then is written as it stands.
fn part(value: &impl Serialize) -> serde_json::Result<Box<RawValue>> {
    let part = to_raw_value(value)?;
    match escaped(part.get()) {
        Cow::Borrowed(_) => Ok(part),
        Cow::Owned(safe) => RawValue::from_string(safe),
    }
}

/// A line that is a document of its own.
fn document(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    write(out, value)?;
    out.write_all(b"\n")
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
