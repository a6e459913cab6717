//! The months that folders are called by, other than as `2022-05`.

use std::collections::BTreeSet;

use super::Period;
use crate::fold::{self, Fold};

/// The month that a folder seems to be of, which is not named as such. `beside`: the
/// months beside it, of which none is meant, and which give the year where it has none.
pub fn month_meant(name: &str, beside: &BTreeSet<Period>) -> Option<Period> {
    const WORDS: [&str; 10] =
        ["thang", "thg", "t", "month", "ky", "nam", "so", "lieu", "du", "bao"];
    let (words, numbers) = runs(name);
    if Period::parse_iso(name).is_some() || !words.iter().all(|word| WORDS.contains(&&**word)) {
        return None;
    }
    let says_month = words.iter().any(|word| WORDS[..4].contains(&&**word));
    let period = |year: &str, month: &str| {
        let short = year.starts_with("20") && (1..=2).contains(&month.len());
        short.then(|| Period::parse(&format!("{month}/{year}")))?
    };
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let found = match numbers[..] {
        [one, other] if one.len() == 4 => period(one, other),
        [one, other] if other.len() == 4 => period(other, one),
        [one] if one.len() == 6 => {
            period(&one[..4], &one[4..]).or_else(|| period(&one[2..], &one[..2]))
        }
        [month] if says_month => {
            let years: BTreeSet<i16> = beside.iter().map(|period| period.year()).collect();
            let year = years.first().filter(|_| years.len() == 1)?;
            period(&year.to_string(), month)
        }
        _ => None,
    };
    found.filter(|period| !beside.contains(period))
}

/// The words of a name, without accents, and its numbers.
fn runs(name: &str) -> (Vec<String>, Vec<String>) {
    let (mut words, mut numbers) = (Vec::new(), Vec::new());
    let parting = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || fold::is_dash(c);
    for part in name.split(parting).filter(|part| !part.is_empty()) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digit).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if digit {
                numbers.push(run.to_owned());
            } else {
                words.push(Fold::Accents.key(run));
            }
            rest = after;
        }
    }
    (words, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_that_a_name_means_is_known() {
        let beside: BTreeSet<Period> = ["2022-05", "2022-07"].map(|p| period(p).unwrap()).into();
        for (name, right) in [
            ("2022-6", "2022-06"),
            ("2022_06", "2022-06"),
            ("06-2022", "2022-06"),
            ("6.2022", "2022-06"),
            ("202206", "2022-06"),
            ("062022", "2022-06"),
            ("2022–06", "2022-06"),
            ("Tháng 6", "2022-06"),
            ("Tha\u{301}ng 6", "2022-06"),
            ("thang06", "2022-06"),
            ("T6", "2022-06"),
            ("Kỳ 06-2022", "2022-06"),
            ("Số liệu tháng 6 năm 2022", "2022-06"),
            ("Tháng 12-2021", "2021-12"),
        ] {
            assert_eq!(month_meant(name, &beside), period(right), "{name}");
        }
        for name in [
            "2022-06",
            "2022-5",
            "Tháng 7",
            "2022-13",
            "2022",
            "6",
            "xã 6",
            "2022-06-15",
            "bieu",
            "2022-6 bản cũ",
            "1234-06",
            "",
        ] {
            assert_eq!(month_meant(name, &beside), None, "{name}");
        }
        // Beside months of two years a month without one may be of either.
        let years: BTreeSet<Period> = ["2021-12", "2022-05"].map(|p| period(p).unwrap()).into();
        assert_eq!(month_meant("Tháng 6", &years), None);
    }

    fn period(text: &str) -> Option<Period> {
        Period::parse_iso(text)
    }
}
