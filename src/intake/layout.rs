//! How one file is laid out: each decides for itself.

use std::sync::Arc;

use super::header::Header;

/// How a file is laid out.
#[derive(Clone)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    pub(super) header: Arc<Header>,
    /// The line of the header.
    pub(super) line: u64,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout { delimiter: b',', header: Arc::default(), line: 0 }
    }
}
