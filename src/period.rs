//! Periods (kỳ báo cáo) and dates as people of the office write them.

mod name;

use std::fmt;

use jiff::civil::Date;

pub use name::month_meant;

/// A period of reporting: one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i16,
    month: i8,
}

impl Period {
    /// The month in which `date` lies.
    pub fn containing(date: Date) -> Period {
        Period { year: date.year(), month: date.month() }
    }

    /// Reads the form of folder names and JSON: `2022-05`.
    pub fn parse_iso(text: &str) -> Option<Period> {
        let (year, month) = text.split_once('-')?;
        (month.len() == 2).then(|| Period::new(year, month))?
    }

    /// Reads `2022-05`, `05/2022` or `5/2022`.
    pub fn parse(text: &str) -> Option<Period> {
        Period::parse_iso(text).or_else(|| {
            let (month, year) = text.split_once('/')?;
            Period::new(year, month)
        })
    }

    fn new(year: &str, month: &str) -> Option<Period> {
        let (year, month) = (digits(year, 4..=4)?, digits(month, 1..=2)?);
        let (year, month) = (year, i8::try_from(month).ok()?);
        Date::new(year, month, 1).ok().map(Period::containing)
    }

    /// The month before.
    pub fn before(self) -> Period {
        match self.month {
            1 => Period { year: self.year - 1, month: 12 },
            month => Period { month: month - 1, ..self },
        }
    }

    /// The month after; `None` where years have more than four digits.
    pub fn after(self) -> Option<Period> {
        match self.month {
            12 => (self.year < 9999).then(|| Period { year: self.year + 1, month: 1 }),
            month => Some(Period { month: month + 1, ..self }),
        }
    }

    /// How many months it lies after an earlier one; 0 where that is not earlier.
    pub fn months_after(self, earlier: Period) -> usize {
        let count = |period: Period| i32::from(period.year) * 12 + i32::from(period.month);
        usize::try_from(count(self) - count(earlier)).unwrap_or(0)
    }

    /// The calendar year, which selects the thresholds that differ by year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> i8 {
        self.month
    }

    /// The last day of the month: the law and the communes as of this day count.
    pub fn last_day(self) -> Date {
        Date::constant(self.year, self.month, 1).last_of_month()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Reads `2022-05-31` or `31/5/2022`; `None` for any other form and for days
/// that do not exist.
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, month, day) = if text.contains('/') {
        let mut parts = text.splitn(3, '/');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        (year, digits(month, 1..=2)?, digits(day, 1..=2)?)
    } else {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        (year, digits(month, 2..=2)?, digits(day, 2..=2)?)
    };
    let year = digits(year, 4..=4)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let plain = length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_written_in_three_ways() {
        for text in ["2022-05", "05/2022", "5/2022"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), "2022-05");
        }
        for text in ["2022-5", "2022/05", "5-2022", "13/2022", "00/2022", "2022-05-31", "22-05", ""]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
        assert_eq!(Period::parse("2022-01").unwrap().before().to_string(), "2021-12");
        let after = |text| Period::parse(text).unwrap().after().map(|month| month.to_string());
        assert_eq!(after("2022-11").as_deref(), Some("2022-12"));
        assert_eq!(after("2022-12").as_deref(), Some("2023-01"));
        assert_eq!(after("9999-12"), None);
        let apart =
            |from, to| Period::parse(to).unwrap().months_after(Period::parse(from).unwrap());
        assert_eq!(apart("2022-11", "2023-02"), 3);
        assert_eq!(apart("2023-02", "2022-11"), 0);
        assert_eq!(Period::parse("02/2024").unwrap().last_day().to_string(), "2024-02-29");
    }

    #[test]
    fn dates_are_written_in_two_ways() {
        assert_eq!(parse_date("31/5/2022"), parse_date("2022-05-31"));
        for text in ["31/02/2022", "2022-5-31", "5/31/2022", "31.5.2022", "31/5/22", "2022-05"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
