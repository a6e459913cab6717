//! Who read a threshold in the decision itself.

use jiff::civil::Date;

/// A statement that a person read a figure in the decision itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Who read it.
    pub by: String,
    /// When.
    pub on: Date,
    pub text: String,
    /// The set or layer that it was confirmed in.
    pub set: String,
}
