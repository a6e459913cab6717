//! The folders of months beside one: which there are, and why another cannot be read. A
//! month that is passed over is told, for what is compared with another month in its
//! place looks the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ntm::fold::Fold;
use ntm::period::Period;
use ntm::problem::{Code, Place, Problem, io_reason};
use ntm::text::{Text, folder as say};

use crate::folder;
use crate::input;
use crate::paths;

/// A month that is not read, and why.
pub(crate) struct Skipped {
    pub(crate) period: Period,
    pub(crate) why: Text,
    path: PathBuf,
    hint: Text,
}

impl Skipped {
    pub(crate) fn new(above: &Path, period: Period, (why, hint): (Text, Text)) -> Skipped {
        Skipped { period, why, path: above.join(period.to_string()), hint }
    }

    /// A warning of it.
    pub(crate) fn problem(&self) -> Problem {
        let here = std::env::current_dir().ok().map(|here| paths::real(&here));
        let path = here.and_then(|here| self.path.strip_prefix(here).ok()).unwrap_or(&self.path);
        let place = Place { file: path.display().to_string(), ..Place::default() };
        let message = say::month_skipped(self.period, &self.why);
        Problem::error(Code::MonthSkipped, place, message, self.hint.clone()).as_warning()
    }
}

/// Why a month in the folder of months has no data that can be read; `None` where it has.
pub(crate) fn skipped(above: &Path, period: Period) -> Option<Skipped> {
    let path = above.join(period.to_string());
    let told = |why: Text, hint: Text| Some(Skipped::new(above, period, (why, hint)));
    if fs::symlink_metadata(&path).is_err() {
        return match misnamed(above, period) {
            Some(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let (why, hint) = (say::is_called(name), say::rename_to(period));
                Some(Skipped { period, why, path, hint })
            }
            None => told(say::no_such_month(), say::get_the_month()),
        };
    }
    match fs::read_dir(&path) {
        Err(why) => told(say::month_unreadable(io_reason(&why)), say::make_readable()),
        Ok(_) if folder::has_tables(&path) => None,
        Ok(_) => told(say::month_without_data(folder::endings()), say::put_data_in()),
    }
}

/// Whether nothing in the folder of months stands for a month.
pub(crate) fn is_absent(above: &Path, period: Period) -> bool {
    fs::symlink_metadata(above.join(period.to_string())).is_err()
        && misnamed(above, period).is_none()
}

/// The months that something in a folder stands for, be it misnamed or unreadable.
pub(crate) fn months_in(above: &Path) -> BTreeSet<Period> {
    let names = names(above);
    let own = own(&names);
    let meant = names.iter().filter_map(|name| meant(name, &own));
    meant.chain(own.iter().copied()).collect()
}

/// The folder that is meant for a month and named otherwise.
fn misnamed(above: &Path, period: Period) -> Option<PathBuf> {
    let names = names(above);
    let own = own(&names);
    let found = names.iter().find(|name| meant(name, &own) == Some(period));
    found.map(|name| above.join(name)).filter(|path| path.is_dir())
}

/// The names in a folder, in order.
fn names(above: &Path) -> Vec<String> {
    let listed = fs::read_dir(input::here(above)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        listed.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The months that are named as such.
fn own(names: &[String]) -> BTreeSet<Period> {
    names.iter().filter_map(|name| Period::parse_iso(name)).collect()
}

/// The month that a folder seems to be of, which is not named as such. `beside`: the
/// months beside it, of which none is meant, and which give the year where it has none.
pub(crate) fn meant(name: &str, beside: &BTreeSet<Period>) -> Option<Period> {
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
    let parting = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || ntm::fold::is_dash(c);
    for part in name.split(parting).filter(|part| !part.is_empty()) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digit).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            match digit {
                true => numbers.push(run.to_owned()),
                false => words.push(Fold::Accents.key(run)),
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
            assert_eq!(meant(name, &beside), period(right), "{name}");
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
            assert_eq!(meant(name, &beside), None, "{name}");
        }
        // Beside months of two years a month without one may be of either.
        let years: BTreeSet<Period> = ["2021-12", "2022-05"].map(|p| period(p).unwrap()).into();
        assert_eq!(meant("Tháng 6", &years), None);
    }

    fn period(text: &str) -> Option<Period> {
        Period::parse_iso(text)
    }
}
