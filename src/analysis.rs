//! What follows from verdicts: values without words or format.

pub mod city;
pub mod diff;
pub mod explain;
pub mod gaps;
pub mod lacks;
pub mod ladder;
pub mod receipt;
pub mod trend;
pub mod verify;
