//! A set as it applies, a row per indicator and part.

use std::io::{self, Write};

use super::rows::Rows;
use super::value;
use crate::law::{Confidence, Resolved};

/// A row per indicator and part.
///
/// # Errors
/// When `out` cannot be written to.
pub fn criteria(law: &Resolved, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "criterion",
        "criterion_name",
        "indicator",
        "name",
        "part",
        "measure",
        "unit",
        "op",
        "threshold",
        "confidence",
        "basis",
        "key",
    ])?;
    for criterion in &law.criteria {
        for indicator in &law.indicators[criterion.indicators.clone()] {
            for requirement in &indicator.require {
                let threshold = requirement.threshold.as_ref();
                let confidence =
                    threshold.map_or("", |threshold| Confidence::as_str(threshold.confidence));
                rows.write([
                    criterion.no.to_string().as_str(),
                    &criterion.name,
                    &indicator.id.to_string(),
                    &indicator.name,
                    &requirement.part,
                    requirement.measure.as_str(),
                    &requirement.unit,
                    requirement.op.as_str(),
                    &value(threshold.map(|threshold| &threshold.value), &indicator.grades),
                    confidence,
                    &requirement.basis,
                    &format!("{}:{}", law.level, indicator.id),
                ])?;
            }
        }
    }
    rows.flush()
}
