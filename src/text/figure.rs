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

/// The most decimals of a number beside its limit: of the digits that people type half
/// are enough, and a share has three before the mark.
const BESIDE: u32 = 11;

/// The most decimals that are shown: more than anybody types.
const MOST: u32 = 28;

/// The decimals of what is needed.
const NEEDED: usize = 2;

impl Figure {
    /// What is needed, a positive number, rounded up to two decimals, so that the figure
    /// shown suffices. With more of them where it would be above `most`.
    pub fn rounded_up(number: &Exact, most: Option<&Exact>) -> Figure {
        let fits =
            |decimals: &usize| most.is_none_or(|most| number.up_to_decimals(*decimals) <= *most);
        let decimals = (NEEDED..=MOST as usize).find(fits).unwrap_or(NEEDED);
        Figure::rounded_up_to(number, decimals)
    }

    fn rounded_up_to(number: &Exact, decimals: usize) -> Figure {
        Figure::new(&number.up_to_decimals(decimals), MOST)
    }

    /// `number` with at least two decimals and as many as it takes to see on which side
    /// of `limit` it lies; and whether that is exact.
    pub fn on_its_side_of(number: &Exact, limit: Option<&Exact>) -> (Figure, bool) {
        let tells = |decimals: &u32| {
            let shown = number.to_decimals(*decimals);
            limit.is_none_or(|limit| shown.cmp(limit) == number.cmp(limit))
        };
        let decimals = (2..BESIDE).find(tells).unwrap_or(BESIDE);
        (Figure::new(number, decimals), number.to_decimals(decimals) == *number)
    }

    /// What was needed and what is, each rounded up to two decimals, or so many more that
    /// they differ where the numbers do.
    pub fn rounded_up_distinct(one: &Exact, other: &Exact) -> (Figure, Figure) {
        let pair = |decimals| {
            (Figure::rounded_up_to(one, decimals), Figure::rounded_up_to(other, decimals))
        };
        let short = pair(NEEDED);
        if short.0 != short.1 || one == other {
            return short;
        }
        (NEEDED + 1..=9).map(pair).find(|(one, other)| one != other).unwrap_or(short)
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
    fn what_is_needed_is_rounded_up() {
        for (number, vi) in [
            ("1.87203", "1,88"),
            ("5.555556", "5,56"),
            ("0.001", "0,01"),
            ("0.0000001", "0,01"),
            ("0", "0"),
            ("3", "3"),
            ("1.5", "1,5"),
            ("1234.5601", "1.234,57"),
        ] {
            let figure = Figure::rounded_up(&Exact::parse(number).unwrap(), None);
            assert_eq!(figure.words(Lang::Vi), vi);
        }
    }

    #[test]
    fn a_number_is_never_shown_on_the_other_side_of_its_limit() {
        for (number, limit, shown, all) in [
            ("83.928571", "90", "83,93", false),
            ("90", "90", "90", true),
            ("89.999", "90", "89,999", true),
            ("90.0001", "90", "90,0001", true),
            ("5.123456", "4", "5,12", false),
        ] {
            let number = Exact::parse(number).unwrap();
            let (figure, exact) = Figure::on_its_side_of(&number, Exact::parse(limit).as_ref());
            assert_eq!((figure.words(Lang::Vi).as_str(), exact), (shown, all));
        }
        let third = &Exact::ratio(1, 3).unwrap() * &Exact::HUNDRED;
        for (limit, shown) in [("33.333333", "33,3333333"), ("33.333334", "33,33")] {
            let (figure, exact) = Figure::on_its_side_of(&third, Exact::parse(limit).as_ref());
            assert_eq!((figure.words(Lang::Vi).as_str(), exact), (shown, false));
        }
    }

    #[test]
    fn what_is_needed_fits_into_its_room() {
        for (number, room, vi) in [
            ("0.001", "0.001", "0,001"),
            ("0.0012", "0.005", "0,002"),
            ("0.0012", "5", "0,01"),
            ("1.2333333333333", "1.2333333333333", "1,2333333333333"),
        ] {
            let [number, room] = [number, room].map(|number| Exact::parse(number).unwrap());
            assert_eq!(Figure::rounded_up(&number, Some(&room)).words(Lang::Vi), vi);
        }
    }

    #[test]
    fn two_needs_that_differ_are_shown_to_differ() {
        for (one, other, shown) in [
            ("0.344828", "5.3", ["0,35", "5,3"]),
            ("5.344", "5.341", ["5,344", "5,341"]),
            ("0.001", "0.002", ["0,001", "0,002"]),
            ("3", "3", ["3", "3"]),
        ] {
            let [one, other] = [one, other].map(|number| Exact::parse(number).unwrap());
            let (one, other) = Figure::rounded_up_distinct(&one, &other);
            assert_eq!([one, other].map(|figure| figure.words(Lang::Vi)), shown);
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
