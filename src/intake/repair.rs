//! What was set right while reading, so that nothing is repaired in silence.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::formula::begins_formula;
use crate::named::named;
use crate::text::codes::{Explanation, repair as explain};
use crate::text::{self, Text};

named! {
    /// What was set right.
    pub RepairKind {
        /// The file was in UTF-16.
        Utf16 "utf-16"
        /// The file was in windows-1258.
        Windows1258 "windows-1258"
        /// The file was in windows-1252.
        Windows1252 "windows-1252"
        /// Letters that were written as several characters, or in another form.
        UnicodeForm "unicode-form"
        /// Characters that cannot be seen.
        InvisibleCharacters "invisible-characters"
        /// Digits of full width.
        FullWidthDigits "full-width-digits"
        /// Apostrophes at the beginning of cells, with which Excel marks text.
        Apostrophes "apostrophes"
        /// Texts written as formulas, `="2.1"`, so that a spreadsheet leaves them alone.
        FormulaText "formula-text"
        /// Rows above the header.
        TitleRows "title-rows"
        /// Headers that stand again among the rows.
        RepeatedHeaders "repeated-headers"
        /// Rows of text below the table.
        Signature "signature"
        /// Codes of communes without the zero they begin with.
        LeadingZeros "leading-zeros"
        /// Rows that a spreadsheet hides.
        HiddenRows "hidden-rows"
        /// Columns that a spreadsheet hides.
        HiddenColumns "hidden-columns"
        /// Sheets that a workbook hides.
        HiddenSheets "hidden-sheets"
        /// Cells that go over several rows.
        MergedCells "merged-cells"
        /// Shares that a spreadsheet holds as fractions and shows in percent.
        PercentCells "percent-cells"
        /// Sheets without a table of indicators.
        OtherSheets "other-sheets"
        /// Tables of a document that are not the one of data.
        OtherTables "other-tables"
        /// Rows that only head others: groups and criteria.
        HeadingRows "heading-rows"
        /// A row of letters or numbers of the columns.
        ColumnLetters "column-letters"
    }
}

impl RepairKind {
    /// What it means, how it arises and what to look at.
    pub fn explanation(self) -> Explanation {
        match self {
            RepairKind::Utf16 => explain::utf_16(),
            RepairKind::Windows1258 => explain::windows_1258(),
            RepairKind::Windows1252 => explain::windows_1252(),
            RepairKind::UnicodeForm => explain::unicode_form(),
            RepairKind::InvisibleCharacters => explain::invisible_characters(),
            RepairKind::FullWidthDigits => explain::full_width_digits(),
            RepairKind::Apostrophes => explain::apostrophes(),
            RepairKind::FormulaText => explain::formula_text(),
            RepairKind::TitleRows => explain::title_rows(),
            RepairKind::HeadingRows => explain::heading_rows(),
            RepairKind::ColumnLetters => explain::column_letters(),
            RepairKind::RepeatedHeaders => explain::repeated_headers(),
            RepairKind::Signature => explain::signature(),
            RepairKind::LeadingZeros => explain::leading_zeros(),
            RepairKind::HiddenRows => explain::hidden_rows(),
            RepairKind::HiddenColumns => explain::hidden_columns(),
            RepairKind::HiddenSheets => explain::hidden_sheets(),
            RepairKind::MergedCells => explain::merged_cells(),
            RepairKind::PercentCells => explain::percent_cells(),
            RepairKind::OtherSheets => explain::other_sheets(),
            RepairKind::OtherTables => explain::other_tables(),
        }
    }
}

/// One kind of thing that was set right in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The file as the user named it.
    pub file: String,
    /// What it was.
    pub kind: RepairKind,
    /// How often.
    pub count: usize,
}

impl Repair {
    /// What was set right, in words.
    pub fn description(&self) -> Text {
        let count = self.count;
        match self.kind {
            RepairKind::Utf16 => text::repaired_utf_16(),
            RepairKind::Windows1258 => text::repaired_windows_1258(),
            RepairKind::Windows1252 => text::repaired_windows_1252(),
            RepairKind::UnicodeForm => text::repaired_unicode_form(count),
            RepairKind::InvisibleCharacters => text::repaired_invisible_characters(count),
            RepairKind::FullWidthDigits => text::repaired_full_width_digits(count),
            RepairKind::Apostrophes => text::repaired_apostrophes(count),
            RepairKind::FormulaText => text::repaired_formula_text(count),
            RepairKind::TitleRows => text::repaired_title_rows(count),
            RepairKind::RepeatedHeaders => text::repaired_repeated_headers(count),
            RepairKind::Signature => text::repaired_signature(count),
            RepairKind::LeadingZeros => text::repaired_leading_zeros(count),
            RepairKind::HiddenRows => text::repaired_hidden_rows(count),
            RepairKind::HiddenColumns => text::repaired_hidden_columns(count),
            RepairKind::HiddenSheets => text::repaired_hidden_sheets(count),
            RepairKind::MergedCells => text::repaired_merged_cells(count),
            RepairKind::PercentCells => text::repaired_percent_cells(count),
            RepairKind::OtherSheets => text::repaired_other_sheets(count),
            RepairKind::OtherTables => text::repaired_other_tables(count),
            RepairKind::HeadingRows => text::repaired_heading_rows(count),
            RepairKind::ColumnLetters => text::repaired_column_letters(count),
        }
    }
}

/// How often each kind was met; nothing where none was, as in most files.
#[derive(Clone, Debug, Default)]
pub(super) struct Repairs(Option<Box<Counts>>);

type Counts = [u32; RepairKind::ColumnLetters as usize + 1];

impl Repairs {
    pub(super) fn note(&mut self, kind: RepairKind, count: usize) {
        if count == 0 {
            return;
        }
        let counter = &mut self.0.get_or_insert_default()[kind as usize];
        *counter = counter.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    }

    pub(super) fn add(&mut self, other: &Repairs) {
        for (kind, count) in other.counts() {
            self.note(kind, count);
        }
    }

    /// Those of a file that were met.
    pub(super) fn of_file(&self, file: &str) -> impl Iterator<Item = Repair> {
        self.counts().map(|(kind, count)| Repair { file: file.to_owned(), kind, count })
    }

    fn counts(&self) -> impl Iterator<Item = (RepairKind, usize)> {
        let counts = self.0.iter().flat_map(|counts| RepairKind::ALL.iter().zip(counts.iter()));
        let met = counts.filter(|(_, count)| **count > 0);
        met.map(|(kind, count)| (*kind, *count as usize))
    }
}

/// Text with its letters in one form and without what cannot be seen.
pub(super) fn tidy<'t>(text: &'t str, repairs: &mut Repairs) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    if may_be_untidy(text.as_bytes()) {
        let (invisible, full_width) = (count(&text, is_invisible), count(&text, is_full_width));
        if invisible + full_width > 0 {
            repairs.note(RepairKind::InvisibleCharacters, invisible);
            repairs.note(RepairKind::FullWidthDigits, full_width);
            let seen = text.chars().filter(|c| !is_invisible(*c));
            text = Cow::Owned(seen.map(narrow).collect());
        }
        if !is_nfc(&text) {
            let composed: String = text.nfc().collect();
            repairs.note(RepairKind::UnicodeForm, differing_words(&text, &composed));
            text = Cow::Owned(composed);
        }
    }
    if text.contains('\'') {
        text = without_apostrophes(text, repairs);
    }
    if memchr::memmem::find(text.as_bytes(), b"=\"").is_some() {
        text = without_formulas(text, repairs);
    }
    text
}

/// Whether there is a byte with which combining marks, invisible characters or wide
/// digits begin: most text has none.
fn may_be_untidy(bytes: &[u8]) -> bool {
    memchr::memchr3(0xcc, 0xcd, 0xef, bytes).is_some()
        || memchr::memchr3(0xc2, 0xd8, 0xe2, bytes).is_some()
}

fn count(text: &str, of: fn(char) -> bool) -> usize {
    text.chars().filter(|c| of(*c)).count()
}

fn is_invisible(c: char) -> bool {
    // Among them the marks of direction that copying leaves around a cell.
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{61c}' | '\u{feff}' | '\u{ad}')
}

fn is_full_width(c: char) -> bool {
    ('\u{ff10}'..='\u{ff19}').contains(&c)
}

fn narrow(c: char) -> char {
    if is_full_width(c) {
        char::from_u32(u32::from(c) - 0xff10 + u32::from('0')).unwrap_or(c)
    } else {
        c
    }
}

/// How many words are written in another form.
fn differing_words(one: &str, other: &str) -> usize {
    one.split_whitespace().zip(other.split_whitespace()).filter(|(a, b)| a != b).count()
}

/// Takes away the apostrophes at the beginning of cells with which spreadsheets mark text.
fn without_apostrophes<'t>(text: Cow<'t, str>, repairs: &mut Repairs) -> Cow<'t, str> {
    let bytes = text.as_bytes();
    let (mut from, mut quoted) = (0, false);
    let marks = memchr::memchr_iter(b'\'', bytes).filter(|place| {
        // An even number of quotes before it are all closed.
        quoted ^= memchr::memchr_iter(b'"', &bytes[from..*place]).count() % 2 == 1;
        from = *place;
        begins_cell(bytes, *place, quoted) && is_marked(&text[place + 1..], quoted)
    });
    let marks: Vec<usize> = marks.collect();
    if marks.is_empty() {
        return text;
    }
    repairs.note(RepairKind::Apostrophes, marks.len());
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for mark in marks {
        kept.push_str(&text[from..mark]);
        from = mark + 1;
    }
    kept.push_str(&text[from..]);
    Cow::Owned(kept)
}

/// Whether a cell begins at a place, be it after the quote that opens it.
fn begins_cell(bytes: &[u8], place: usize, quoted: bool) -> bool {
    let ends_another = |place: usize| {
        let before = place.checked_sub(1).map_or(b'\n', |before| bytes[before]);
        matches!(before, b',' | b';' | b'\t' | b'\n' | b'\r')
    };
    if quoted {
        bytes[..place].ends_with(b"\"") && ends_another(place - 1)
    } else {
        ends_another(place)
    }
}

/// Whether an apostrophe before these cells is a mark and no text. Before words it is one
/// unless the cell closes it again: `'Báo cáo' số 3`.
fn is_marked(rest: &str, quoted: bool) -> bool {
    let ends = |c: char| {
        if quoted { c == '"' } else { matches!(c, ',' | ';' | '\t' | '\n' | '\r') }
    };
    let Some(next) = rest.chars().next() else {
        return false;
    };
    match next {
        '\t' | '\r' | '\n' => quoted,
        next if next.is_ascii_digit() || begins_formula(next) => true,
        next if ends(next) || next.is_whitespace() || "'\"".contains(next) => false,
        _ => !rest.split(ends).next().unwrap_or_default().contains('\''),
    }
}

/// A cell of a sheet without the apostrophe that marks it as text.
pub(super) fn unmarked(cell: &str) -> Option<&str> {
    let rest = cell.strip_prefix('\'')?;
    let next = rest.chars().next().filter(|next| !next.is_whitespace())?;
    let marked = next.is_ascii_digit() || begins_formula(next) || !rest.contains('\'');
    marked.then_some(rest)
}

/// Takes the sign of a formula off cells that hold a text alone: `="2.1"` and, quoted
/// again, `"=""2.1"""`.
fn without_formulas<'t>(text: Cow<'t, str>, repairs: &mut Repairs) -> Cow<'t, str> {
    const PARTS: [u8; 5] = [b',', b';', b'\t', b'\n', b'\r'];
    let bytes = text.as_bytes();
    let mut kept = String::with_capacity(text.len());
    let (mut from, mut count) = (0, 0);
    for sign in memchr::memmem::find_iter(bytes, b"=\"") {
        let quoted = sign > 0 && bytes[sign - 1] == b'"';
        let start = sign - usize::from(quoted);
        let quotes = if quoted { 2 } else { 1 };
        let inner = sign + 1 + quotes;
        let Some(end) = memchr::memchr3(b'"', b'\n', b'\r', &bytes[inner.min(bytes.len())..])
        else {
            continue;
        };
        let (end, behind) = (inner + end, inner + end + quotes + usize::from(quoted));
        let part = |place: Option<&u8>| place.is_none_or(|byte| PARTS.contains(byte));
        let closed = behind <= bytes.len() && bytes[end..behind].iter().all(|b| *b == b'"');
        let opened = bytes[sign + 1..inner].iter().all(|b| *b == b'"');
        let whole = part(start.checked_sub(1).map(|before| &bytes[before]));
        if start < from || !(closed && opened && whole && part(bytes.get(behind))) {
            continue;
        }
        kept.push_str(&text[from..start]);
        kept.push('"');
        kept.push_str(&text[inner..end]);
        kept.push('"');
        (from, count) = (behind, count + 1);
    }
    if count == 0 {
        return text;
    }
    repairs.note(RepairKind::FormulaText, count);
    kept.push_str(&text[from..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_explained_in_both_languages() {
        use crate::text::Lang;
        for kind in RepairKind::ALL {
            let Explanation { brief, meaning, cause, remedy } = kind.explanation();
            for text in [brief, meaning, cause].iter().chain(&remedy) {
                assert_ne!(text.get(Lang::Vi), text.get(Lang::En), "{}", kind.as_str());
            }
            let clash = crate::problem::Code::ALL.iter().any(|c| c.as_str() == kind.as_str());
            assert!(!clash, "{}", kind.as_str());
        }
    }

    fn tidied(text: &str) -> (String, Vec<(&'static str, usize)>) {
        let mut repairs = Repairs::default();
        let text = tidy(text, &mut repairs).into_owned();
        let found = repairs.of_file("a").map(|r| (r.kind.as_str(), r.count)).collect();
        (text, found)
    }

    #[test]
    fn an_apostrophe_that_marks_words_is_taken_away() {
        assert_eq!(tidied("2.1,'đạt\n"), ("2.1,đạt\n".into(), vec![("apostrophes", 1)]));
        assert_eq!(
            tidied("\"'chưa đạt, 3\",'x"),
            ("\"chưa đạt, 3\",x".into(), vec![("apostrophes", 2)])
        );
        for text in ["'Báo cáo' số 3,x", "\"'a, b' c\"", "',x", "' x", "''"] {
            assert_eq!(tidied(text), (text.to_owned(), vec![]), "{text}");
        }
        assert_eq!(unmarked("'đạt"), Some("đạt"));
        assert_eq!(unmarked("'95"), Some("95"));
        for cell in ["đạt", "'", "' ", "'a' b", "''"] {
            assert_eq!(unmarked(cell), None, "{cell}");
        }
    }

    #[test]
    fn what_is_tidy_stays_as_it_is() {
        for text in ["đạt,“95” – 98", "nó's,5'", "\"a,'5\"", "\"a\"\"'5\"", "\"a\"\"'b\"", ""]
        {
            assert_eq!(tidied(text), (text.to_owned(), vec![]));
        }
    }

    #[test]
    fn what_is_not_is_set_right_and_counted() {
        let decomposed: String = "đạt,không áp dụng".nfd().collect();
        assert_eq!(tidied(&decomposed), ("đạt,không áp dụng".into(), vec![("unicode-form", 3)]));
        assert_eq!(tidied("'17.10,\"'5\",x'"), ("17.10,\"5\",x'".into(), vec![("apostrophes", 2)]));
        assert_eq!(
            tidied("'=1+1,\"'@x, '-y\",\"\"\"'+1\",'-5\n'\t'"),
            ("=1+1,\"@x, '-y\",\"\"\"'+1\",-5\n'\t'".into(), vec![("apostrophes", 3)])
        );
        assert_eq!(
            tidied("９８\u{200b},5\u{feff}"),
            ("98,5".into(), vec![("invisible-characters", 2), ("full-width-digits", 2)])
        );
        assert_eq!(
            tidied("\u{202b}2\u{ad}.1\u{2069}"),
            ("2.1".into(), vec![("invisible-characters", 3)])
        );
        assert_eq!(
            tidied("=\"2.1\",\"=\"\"98,5\"\"\"\n=\"a\""),
            ("\"2.1\",\"98,5\"\n\"a\"".into(), vec![("formula-text", 3)])
        );
        for text in ["x=\"2.1\"", "=\"2.1\"&A1", "=\"2", "\"=\"\"2\""] {
            assert_eq!(tidied(text), (text.to_owned(), vec![]), "{text}");
        }
    }
}
