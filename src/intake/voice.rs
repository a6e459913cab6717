//! Who says so.

use std::fmt;

use crate::fold;

/// Who says so (nguồn đánh giá).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The commune assesses itself (tự đánh giá).
    #[default]
    Own,
    /// The city verifies (thẩm tra).
    Verified,
    /// The province appraises (thẩm định).
    Appraised,
}

impl Voice {
    /// All voices.
    pub const ALL: [Voice; 3] = [Voice::Own, Voice::Verified, Voice::Appraised];

    /// The word in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Voice::Own => "self",
            Voice::Verified => "verified",
            Voice::Appraised => "appraised",
        }
    }

    /// Reads a voice as people write it.
    pub fn parse(text: &str) -> Option<Voice> {
        let words = Voice::ALL.into_iter().map(|v| (v.as_str(), v));
        let spoken = [
            ("tự đánh giá", Voice::Own),
            ("thẩm tra", Voice::Verified),
            ("thẩm định", Voice::Appraised),
        ];
        fold::find(text, words.chain(spoken))
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
