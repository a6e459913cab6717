//! What follows from verdicts: values without words or format.

pub mod chain;
pub mod change;
pub mod city;
pub mod gaps;
pub mod lacks;
pub mod ladder;
pub mod receipt;
pub mod trend;
pub mod verification;
