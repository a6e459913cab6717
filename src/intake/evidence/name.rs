//! What the words of a document and of a file's name say of them.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::CitedDocument;
use super::words::{FoldedWords, apart, before_date, is_number};
use crate::fold::Fold;

/// A document that is cited.
#[derive(Clone, Debug)]
pub(super) struct DocumentWords {
    pub(super) words: Vec<String>,
    /// The words by which it is found: without its date, and from its first digits on
    /// where more follows, as the kind before them is often left out or written after
    /// them.
    pub(super) number: Vec<String>,
    /// The day it bears.
    pub(super) date: Option<Date>,
    pub(super) years: Vec<i16>,
}

impl DocumentWords {
    pub(super) fn from_document(document: CitedDocument) -> DocumentWords {
        let words = FoldedWords::from_text(document.name);
        // A date does not stand first: that is the number.
        let date = words.dates(1).first().copied().or(document.day);
        let mut years = words.years();
        years.extend(document.day.map(|day| day.year()));
        let mut number = words.bare[..before_date(&words)].to_vec();
        if let Some(first) = number.iter().position(|word| is_number(word))
            && number.len() > first + 1
        {
            number.drain(..first);
        }
        DocumentWords { number, date, years, words: words.bare }
    }
}

/// How surely a name is that of a document with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It says nothing else.
    Number,
    /// It has its year.
    Year,
    /// It has its date.
    Date,
}

/// The name of a file.
#[derive(Clone, Debug)]
pub(super) struct FileNameWords {
    /// With its ending, where it has one: as a document may write it.
    pub(super) whole: Option<Vec<String>>,
    /// Without its ending.
    pub(super) stem: Vec<String>,
    pub(super) dates: Vec<Date>,
    pub(super) years: Vec<i16>,
}

impl FileNameWords {
    pub(super) fn from_path(path: &str) -> FileNameWords {
        let name = path.rsplit('/').next().unwrap_or_default();
        let (stem, ending) = name.rsplit_once('.').map_or((name, None), |(a, b)| (a, Some(b)));
        let words = FoldedWords::from_text(stem);
        // A name of a letter or two would be found in any text.
        let whole = ending.filter(|_| name.len() > 4).map(|_| FoldedWords::from_text(name).bare);
        let (dates, years) = (words.dates(0), words.years());
        FileNameWords { whole, stem: words.bare, dates, years }
    }

    /// How the name, which has the document's number, fits it: numbers begin anew each
    /// year, so one with a year or a day that the document does not have is of another.
    pub(super) fn fit(&self, paper: &DocumentWords) -> Option<Fit> {
        if let (Some(date), false) = (paper.date, self.dates.is_empty()) {
            return self.dates.contains(&date).then_some(Fit::Date);
        }
        if paper.years.is_empty() || self.years.is_empty() {
            return Some(Fit::Number);
        }
        let agree = self.years.iter().all(|year| paper.years.contains(year));
        agree.then_some(Fit::Year)
    }
}

/// A name for the file of a document that no other document has: with its date; without
/// one in the folder of the commune.
pub fn suggested(document: CitedDocument, code: &str) -> String {
    let words = document.name.split(apart).map(plain).filter(|word| !word.is_empty());
    let stem: Vec<String> =
        words.take(before_date(&FoldedWords::from_text(document.name))).collect();
    let stem = stem.join("-");
    match DocumentWords::from_document(document).date {
        Some(date) => format!("{stem}-{}-{}-{}.pdf", date.day(), date.month(), date.year()),
        None => format!("{code}/{stem}.pdf"),
    }
}

/// A word without accents in its own case.
fn plain(word: &str) -> String {
    let letter = |c: char| {
        let folded = Fold::Accents.key(&c.to_string());
        if c.is_uppercase() { folded.to_uppercase() } else { folded }
    };
    word.nfc().map(letter).collect()
}
