//! The thresholds that nobody has confirmed, as a form to print and to fill in.

use std::io::{self, Write};

use super::rows::Rows;
use super::value;
use crate::law::{Resolved, ToConfirm};

/// A row per threshold; the last columns are left to whoever reads the decision.
///
/// # Errors
/// When `out` cannot be written to.
pub fn worklist(law: &Resolved, list: &[ToConfirm], out: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::new(out);
    rows.write([
        "indicator",
        "name",
        "part",
        "region",
        "year",
        "threshold",
        "unit",
        "basis",
        "layer",
        "confidence",
        "confirmed_value",
        "by",
        "on",
        "text",
    ])?;
    for entry in list {
        let indicator = &law.indicators[entry.indicator];
        let requirement = &indicator.require[entry.part];
        let threshold = requirement.threshold.as_ref();
        rows.write([
            indicator.id.to_string().as_str(),
            &indicator.name,
            &requirement.part,
            &law.column,
            &entry.year.map(|year| year.to_string()).unwrap_or_default(),
            &value(threshold.map(|t| &t.value), &indicator.grades),
            &requirement.unit,
            &requirement.basis,
            &entry.stated_by,
            threshold.map_or("", |t| t.confidence.as_str()),
            "",
            "",
            "",
            "",
        ])?;
    }
    rows.flush()
}
