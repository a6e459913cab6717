//! How to read.

use super::number::Convention;
use crate::period::Period;

/// How to read.
#[derive(Clone, Copy, Default)]
pub struct Options<'w> {
    /// Only rows of this period.
    pub period: Option<Period>,
    /// Whether rows may be of several periods where no folder's name gives one.
    pub several: bool,
    /// The decimal mark of every file.
    pub decimal: Option<Convention>,
    /// Whether to look for what is worth a look besides faults, and to keep where every
    /// row stands.
    pub review: bool,
    /// Told how many bytes more were read.
    pub watch: Option<&'w (dyn Fn(usize) + Sync)>,
}
