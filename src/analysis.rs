//! What follows from verdicts: values computed from scorecards, without text and without
//! format.

pub mod chain;
