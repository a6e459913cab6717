//! The words of a text: numbers, dates, years.

use jiff::civil::Date;

use crate::fold::Fold;

/// Words of letters and digits, without case and accents.
#[derive(Clone, Debug, Default)]
pub(super) struct FoldedWords {
    /// As written.
    pub(super) written: Vec<String>,
    /// `012` is the number 12.
    pub(super) bare: Vec<String>,
}

impl FoldedWords {
    pub(super) fn from_text(text: &str) -> FoldedWords {
        let written = text.split(apart).map(|word| Fold::Accents.key(word));
        let written: Vec<String> = written.filter(|word| !word.is_empty()).collect();
        let bare = |word: &String| match word.trim_start_matches('0') {
            "" => "0".to_owned(),
            rest if is_number(word) => rest.to_owned(),
            _ => word.clone(),
        };
        FoldedWords { bare: written.iter().map(bare).collect(), written }
    }

    /// The years that stand among them.
    pub(super) fn years(&self) -> Vec<i16> {
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
    pub(super) fn dates(&self, from: usize) -> Vec<Date> {
        let places = from.min(self.written.len())..self.written.len();
        places.filter_map(|at| date_at(&self.written[at..])).collect()
    }
}

/// What stands between words; an accent may be a character of its own.
pub(super) fn apart(c: char) -> bool {
    !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)
}

pub(super) fn is_number(word: &str) -> bool {
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

/// The day that a document's own words give. It does not stand first: that is the number.
pub(super) fn own_day(document: &str) -> Option<Date> {
    FoldedWords::from_text(document).dates(1).first().copied()
}

/// How many words stand before the date.
pub(super) fn before_date(words: &FoldedWords) -> usize {
    let all = &words.written;
    let written = (1..all.len()).find(|at| date_at(&all[*at..]).is_some());
    let said = all.iter().position(|word| word == "ngay");
    written.into_iter().chain(said).min().unwrap_or(all.len())
}
