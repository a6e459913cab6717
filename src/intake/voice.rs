//! Who says so.

use crate::named::named;

named! {
    /// Who says so (nguồn đánh giá).
    #[derive(Default)]
    pub Voice {
        /// The commune assesses itself (tự đánh giá).
        #[default]
        Own "self" | "tự đánh giá"
        /// The city verifies (thẩm tra).
        Verified "verified" | "thẩm tra"
        /// The province appraises (thẩm định).
        Appraised "appraised" | "thẩm định"
    }
}

impl Voice {
    /// It and those that speak before it.
    pub fn with_earlier(self) -> &'static [Voice] {
        &Voice::ALL[..=self as usize]
    }
}
