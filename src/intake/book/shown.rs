//! What a cell shows under its format.

/// What is shown of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A number: as exact as it is held, with what stands behind it, and as it is shown.
    Number(Figure),
    /// A number in percent, likewise.
    Percent(Figure),
    /// A day or a time.
    Day,
    /// Words alone, which stand for the number.
    Words(String),
    /// Nothing, or what is not read for certain.
    Unsure,
}

/// A number as exact as it is held, and as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) exact: String,
    pub(super) shown: String,
}
