//! Pages and results to bytes. No rule of the law is known here.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod problems;
pub mod terminal;
