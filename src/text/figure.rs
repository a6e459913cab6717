//! Numbers for people: `1.234,5` in Vietnamese, `1,234.5` in English. Machines'
//! formats write [`Exact`] itself.

use super::{Lang, Words};
use crate::exact::Exact;

/// A number as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure(String);

impl Figure {
    /// `number` with at most `decimals` decimals, half away from zero.
    pub fn new(number: &Exact, decimals: u32) -> Figure {
        Figure(number.rounded(decimals))
    }
}

/// The most decimals that are shown: more than anybody types.
const MOST: u32 = 28;

impl Figure {
    /// `number` with two decimals, or so many more that something is left of it.
    pub fn telling(number: &Exact) -> Figure {
        let nothing =
            |decimals: &u32| number.rounded(*decimals).bytes().all(|b| b"-0.".contains(&b));
        let least =
            if number.is_zero() { 2 } else { (2..MOST).find(|d| !nothing(d)).unwrap_or(MOST) };
        Figure::new(number, least)
    }
}

impl Words for Figure {
    fn words(&self, lang: Lang) -> String {
        let (group, mark) = match lang {
            Lang::Vi => ('.', ','),
            Lang::En => (',', '.'),
        };
        let (sign, number) = match self.0.strip_prefix('-') {
            Some(number) => ("\u{2212}", number),
            None => ("", self.0.as_str()),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut page = String::from(sign);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                page.push(group);
            }
            page.push(digit);
        }
        if !fraction.is_empty() {
            page.push(mark);
            page.push_str(fraction);
        }
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_left_of_a_small_number() {
        for (number, vi) in [
            ("5.555556", "5,56"),
            ("0.004", "0,004"),
            ("0.0000001", "0,0000001"),
            ("0", "0"),
            ("3", "3"),
        ] {
            let figure = Figure::telling(&Exact::parse(number).unwrap());
            assert_eq!(figure.words(Lang::Vi), vi);
        }
    }

    #[test]
    fn people_read_commas_and_groups() {
        for (number, decimals, vi, en) in [
            ("42.333333", 2, "42,33", "42.33"),
            ("1234.5", 2, "1.234,5", "1,234.5"),
            ("1234567", 0, "1.234.567", "1,234,567"),
            ("-0.25", 1, "−0,3", "−0.3"),
            ("100", 2, "100", "100"),
        ] {
            let figure = Figure::new(&Exact::parse(number).unwrap(), decimals);
            assert_eq!(figure.words(Lang::Vi), vi);
            assert_eq!(figure.words(Lang::En), en);
        }
    }
}
