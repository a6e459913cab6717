//! The commune or month that a header is of, in a table with columns for several.

use std::sync::Arc;

use super::column::Column;

/// What a column says of its rows by its name.
#[derive(Clone, Debug, Default)]
pub(super) struct OfOne {
    /// The commune, as the header writes it.
    pub(super) commune: Option<String>,
    /// The month, as people write it.
    pub(super) period: Option<String>,
    /// The columns that are its own.
    pub(super) own: Vec<Column>,
    /// How the file calls it.
    pub(super) name: Option<Arc<str>>,
    /// Where the other communes or months have their results.
    pub(super) others: Vec<usize>,
}
