//! What follows from verdicts: values computed from results, without words or form.

pub mod trend;
