//! What follows from verdicts: values computed from scorecards. No text and no format
//! is known here.

pub mod change;
