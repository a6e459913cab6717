//! What every commune's result repeats of the law: made into JSON once.

use serde_json::value::{RawValue, to_raw_value};

use super::Scalar;
use crate::law::{Requirement, Resolved, ResolvedIndicator};
use crate::score::Tally;

/// The phrases of the laws that results were judged by.
pub(super) struct Phrases<'l>(Vec<(&'l Resolved, Law)>);

/// The phrases of one law.
pub(super) struct Law {
    /// The names of its criteria.
    pub(super) criteria: Vec<Box<RawValue>>,
    pub(super) indicators: Vec<Indicator>,
}

/// The phrases of one indicator.
pub(super) struct Indicator {
    pub(super) id: Box<RawValue>,
    pub(super) name: Box<RawValue>,
    pub(super) unit: Box<RawValue>,
    pub(super) parts: Vec<Part>,
}

/// The phrases of one part.
pub(super) struct Part {
    pub(super) part: Box<RawValue>,
    pub(super) unit: Box<RawValue>,
    pub(super) threshold: Box<RawValue>,
    pub(super) basis: Box<RawValue>,
}

impl<'l> Phrases<'l> {
    /// Those of the laws of all results.
    ///
    /// # Errors
    /// None: text and numbers can always be written.
    pub(super) fn new(tallies: &'l [Tally]) -> serde_json::Result<Phrases<'l>> {
        Phrases::of_laws(tallies.iter().map(|tally| &*tally.law))
    }

    /// Those of some laws, each once.
    ///
    /// # Errors
    /// None: text and numbers can always be written.
    pub(super) fn of_laws(
        all: impl Iterator<Item = &'l Resolved>,
    ) -> serde_json::Result<Phrases<'l>> {
        let mut laws: Vec<(&Resolved, Law)> = Vec::new();
        for law in all {
            if !laws.iter().any(|(other, _)| std::ptr::eq(*other, law)) {
                laws.push((law, Law::new(law)?));
            }
        }
        Ok(Phrases(laws))
    }

    /// Those of a result's law, which is one of them.
    pub(super) fn for_law(&self, law: &Resolved) -> Option<&Law> {
        self.0.iter().find(|(other, _)| std::ptr::eq(*other, law)).map(|(_, phrases)| phrases)
    }
}

impl Law {
    fn new(law: &Resolved) -> serde_json::Result<Law> {
        Ok(Law {
            criteria: law
                .criteria
                .iter()
                .map(|c| to_raw_value(&c.name))
                .collect::<Result<_, _>>()?,
            indicators: law.indicators.iter().map(Indicator::new).collect::<Result<_, _>>()?,
        })
    }
}

impl Indicator {
    fn new(law: &ResolvedIndicator) -> serde_json::Result<Indicator> {
        let part = |requirement| Part::new(requirement, &law.grades);
        Ok(Indicator {
            id: to_raw_value(&law.id.to_string())?,
            name: to_raw_value(&law.name)?,
            unit: to_raw_value(&law.unit)?,
            parts: law.require.iter().map(part).collect::<Result<_, _>>()?,
        })
    }
}

impl Part {
    fn new(requirement: &Requirement, grades: &[String]) -> serde_json::Result<Part> {
        let threshold = requirement.threshold.as_ref().map(|t| Scalar(&t.value, grades));
        Ok(Part {
            part: to_raw_value(&requirement.part)?,
            unit: to_raw_value(&requirement.unit)?,
            threshold: to_raw_value(&threshold)?,
            basis: to_raw_value(&requirement.basis)?,
        })
    }
}
