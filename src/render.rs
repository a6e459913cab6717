//! Pages and results to bytes. No rule of the law is known here.

pub mod json;
pub mod problems;
pub mod terminal;
