//! The words of a document and of a file's name: number, dates, years.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::Document;
use crate::fold::Fold;

/// Words of letters and digits, without case and accents.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// As written.
    written: Vec<String>,
    /// `012` is the number 12.
    pub(super) bare: Vec<String>,
}

impl Words {
    pub(super) fn of(text: &str) -> Words {
        let written = text.split(apart).map(|word| Fold::Accents.key(word));
        let written: Vec<String> = written.filter(|word| !word.is_empty()).collect();
        let bare = |word: &String| match word.trim_start_matches('0') {
            "" => "0".to_owned(),
            rest if is_number(word) => rest.to_owned(),
            _ => word.clone(),
        };
        Words { bare: written.iter().map(bare).collect(), written }
    }

    /// The years that stand among them.
    fn years(&self) -> Vec<i16> {
        let year = |word: &String| {
            let likely = word.starts_with("19") || word.starts_with("20");
            (likely && word.len() == 4).then(|| word.parse().ok())?
        };
        let mut years: Vec<i16> = self.written.iter().filter_map(year).collect();
        years.extend(self.dates(0).iter().map(|date| date.year()));
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The dates that stand among them from a place on: `9/9/2022`, `2022-09-09`,
    /// `20220909`, `9 tháng 9 năm 2022`.
    fn dates(&self, from: usize) -> Vec<Date> {
        let places = from.min(self.written.len())..self.written.len();
        places.filter_map(|at| date_at(&self.written[at..])).collect()
    }
}

/// What stands between words; an accent may be a character of its own.
pub(super) fn apart(c: char) -> bool {
    !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The date that words begin with.
fn date_at(words: &[String]) -> Option<Date> {
    let text: Vec<&str> = words.iter().take(5).map(String::as_str).collect();
    match text.as_slice() {
        [day, "thang", month, "nam", year] => date(year, month, day),
        [one, ..] if one.len() == 8 && one.is_ascii() => {
            let begins = date(&one[..4], &one[4..6], &one[6..]);
            begins.or_else(|| date(&one[4..], &one[2..4], &one[..2]))
        }
        [year, month, day, ..] if year.len() == 4 => date(year, month, day),
        [day, month, year, ..] => date(year, month, day),
        _ => None,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let all = [year, month, day];
    let fits = all.iter().all(|word| is_number(word)) && month.len() <= 2 && day.len() <= 2;
    if !fits || year.len() != 4 || !(year.starts_with("19") || year.starts_with("20")) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A document that is cited.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) words: Vec<String>,
    /// The words by which it is found: without its date, and from its first digits on
    /// where more follows, as the kind before them is often left out or written after
    /// them.
    pub(super) number: Vec<String>,
    /// The day it bears.
    pub(super) date: Option<Date>,
    pub(super) years: Vec<i16>,
}

impl Paper {
    pub(super) fn of(document: Document) -> Paper {
        let words = Words::of(document.name);
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
        Paper { number, date, years, words: words.bare }
    }
}

/// The day that a document's own words give. It does not stand first: that is the number.
pub(super) fn own_day(document: &str) -> Option<Date> {
    Words::of(document).dates(1).first().copied()
}

/// How many words stand before the date.
fn before_date(words: &Words) -> usize {
    let all = &words.written;
    let written = (1..all.len()).find(|at| date_at(&all[*at..]).is_some());
    let said = all.iter().position(|word| word == "ngay");
    written.into_iter().chain(said).min().unwrap_or(all.len())
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
pub(super) struct Name {
    /// With its ending, where it has one: as a document may write it.
    pub(super) whole: Option<Vec<String>>,
    /// Without its ending.
    pub(super) stem: Vec<String>,
    pub(super) dates: Vec<Date>,
    pub(super) years: Vec<i16>,
}

impl Name {
    pub(super) fn of(path: &str) -> Name {
        let name = path.rsplit('/').next().unwrap_or_default();
        let (stem, ending) = name.rsplit_once('.').map_or((name, None), |(a, b)| (a, Some(b)));
        let words = Words::of(stem);
        // A name of a letter or two would be found in any text.
        let whole = ending.filter(|_| name.len() > 4).map(|_| Words::of(name).bare);
        let (dates, years) = (words.dates(0), words.years());
        Name { whole, stem: words.bare, dates, years }
    }

    /// How the name, which has the document's number, fits it: numbers begin anew each
    /// year, so one with a year or a day that the document does not have is of another.
    pub(super) fn fit(&self, paper: &Paper) -> Option<Fit> {
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
pub fn suggested(document: Document, code: &str) -> String {
    let words = document.name.split(apart).map(plain).filter(|word| !word.is_empty());
    let stem: Vec<String> = words.take(before_date(&Words::of(document.name))).collect();
    let stem = stem.join("-");
    match Paper::of(document).date {
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
