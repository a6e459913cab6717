//! What follows from verdicts: values without words or format.

pub mod gaps;
pub mod trend;
