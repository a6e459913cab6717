//! The mark of a text that says something else than what is shown, on its way through the
//! reading library, which joins the runs of a cell.

/// Put in front of such a text.
pub(super) const MARK: char = '\u{10fffd}';

/// A text without the mark, and whether it had one.
pub(super) fn without_mark(text: &str) -> (&str, bool) {
    text.strip_prefix(MARK).map_or((text, false), |text| (text, true))
}
