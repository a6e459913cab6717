//! What is known of one part of an indicator.

use std::borrow::Cow;

use crate::exact::Exact;
use crate::law::Value;

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

impl Ratio {
    /// The share in percent, exactly.
    pub fn percent(&self) -> Exact {
        let hundredfold = &self.numerator * &Exact::HUNDRED;
        // The denominator of a ratio is above zero.
        hundredfold.checked_div(&self.denominator).unwrap_or(Exact::ZERO)
    }
}
