//! Exact rational numbers: every verdict, gap and mean is computed with them.
//!
//! Binary floating point and rounded decimals both fail at the border of a
//! threshold (1/3 is neither 33.333333 % nor 33.333334 %), so neither is used
//! before the last step, when a number is written.

mod sum;

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

pub use sum::Sum;

/// The most digits a number typed by a person may have. More than any value of
/// the programme needs, few enough for exact 128-bit arithmetic.
pub const MOST_DIGITS: usize = 28;

/// An exact rational number.
///
/// Small values are kept as a fraction of two 64-bit integers, in any terms; what
/// does not fit moves to unlimited integers, so no operation can overflow.
#[derive(Clone, Debug)]
pub struct Exact(Repr);

/// The powers of ten that 64 bits hold.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut place = 1;
    while place < powers.len() {
        powers[place] = powers[place - 1] * 10;
        place += 1;
    }
    powers
};

#[derive(Clone, Debug)]
enum Repr {
    /// Numerator and a denominator above zero.
    Small(i64, i64),
    Big(Box<BigRational>),
}
use Repr::{Big, Small};

impl Exact {
    /// Zero.
    pub const ZERO: Exact = Exact(Small(0, 1));
    /// One.
    pub const ONE: Exact = Exact(Small(1, 1));
    /// One hundred, the factor between a ratio and a percentage.
    pub const HUNDRED: Exact = Exact(Small(100, 1));

    /// `digits` × 10^-`scale`: the value of a decimal with `scale` decimals.
    /// `None` when it has more than [`MOST_DIGITS`] decimals.
    pub fn decimal(digits: i128, scale: usize) -> Option<Exact> {
        if let (Ok(digits), Some(unit)) = (i64::try_from(digits), POWERS.get(scale)) {
            return Some(Exact(Small(digits, *unit)));
        }
        let scale = u32::try_from(scale).ok()?;
        (scale as usize <= MOST_DIGITS).then(|| Exact::new(digits, 10_i128.pow(scale)))
    }

    /// Reads the plain decimals of machines: `-12.5`, no grouping, no exponent.
    pub fn parse(text: &str) -> Option<Exact> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let empty = whole.is_empty() || unsigned.ends_with('.');
        // A zero before the point counts for no digit.
        let counted = if whole == "0" { 0 } else { whole.len() } + fraction.len();
        if empty || !plain(whole) || !plain(fraction) || counted > MOST_DIGITS {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let sign = if text.starts_with('-') { -1 } else { 1 };
        Exact::decimal(sign * digits, fraction.len())
    }

    /// The ratio of two counts; `None` when `denominator` is zero.
    pub fn ratio(numerator: usize, denominator: usize) -> Option<Exact> {
        Exact::from(numerator).checked_div(&Exact::from(denominator))
    }

    /// The quotient; `None` when `other` is zero.
    pub fn checked_div(&self, other: &Exact) -> Option<Exact> {
        if other.is_zero() {
            return None;
        }
        Some(match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) => Exact::new(wide(*a, *d), wide(*b, *c)),
            _ => Exact::from_big(self.big() / other.big()),
        })
    }

    /// The fraction of two integers, the second not zero; in lowest terms only
    /// where it does not fit otherwise. Neither is the least 128-bit integer: both
    /// are products of 64-bit ones, or decimals of few digits.
    fn new(numerator: i128, denominator: i128) -> Exact {
        let (n, d) = (numerator * denominator.signum(), denominator.abs());
        if let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d)) {
            return Exact(Small(n, d));
        }
        let divisor = n.gcd(&d);
        match (i64::try_from(n / divisor), i64::try_from(d / divisor)) {
            (Ok(n), Ok(d)) => Exact(Small(n, d)),
            _ => Exact(Big(Box::new(BigRational::new(BigInt::from(n), BigInt::from(d))))),
        }
    }

    /// Whether this is zero.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n == 0,
            Big(r) => r.is_zero(),
        }
    }

    /// Whether this is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Small(n, _) => *n < 0,
            Big(r) => r.is_negative(),
        }
    }

    /// Whether this is a whole number.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Small(n, d) => *d == 1 || n % d == 0,
            Big(r) => r.is_integer(),
        }
    }

    /// The least whole number that is not below this.
    pub fn ceil(&self) -> Exact {
        match &self.0 {
            Small(n, d) => Exact(Small(Integer::div_ceil(n, d), 1)),
            Big(r) => Exact::from_big(r.ceil()),
        }
    }

    /// The least number of at most `decimals` decimals that is not below this.
    pub fn up_to_decimals(&self, decimals: usize) -> Exact {
        // A power of ten of few zeros always is one.
        let unit = Exact::decimal(1, decimals).unwrap_or(Exact::ONE);
        self.checked_div(&unit).map_or_else(|| self.clone(), |units| &units.ceil() * &unit)
    }

    /// The greatest number of at most `decimals` decimals that is not above this.
    pub fn down_to_decimals(&self, decimals: usize) -> Exact {
        let negative = &Exact::ZERO - self;
        &Exact::ZERO - &negative.up_to_decimals(decimals)
    }

    /// This number with at most `decimals` decimals, rounded half away from
    /// zero, as machines write it: `42.33`, `13`, `-0.5`; never `-0`.
    pub fn rounded(&self, decimals: u32) -> String {
        if let (Small(n, d), Some(unit)) = (&self.0, POWERS.get(decimals as usize)) {
            let d = u128::from(d.unsigned_abs());
            let (whole, rest) = divide(wide(*n, *unit).unsigned_abs(), d);
            // Half away from zero.
            let digits = whole + u128::from(rest >= d - rest);
            return Exact::written(*n < 0 && digits > 0, digits, decimals as usize);
        }
        let scaled = self.big() * BigRational::from_integer(BigInt::from(10).pow(decimals));
        // `round` of a ratio goes half away from zero.
        let digits = scaled.round().to_integer();
        Exact::written(digits.is_negative(), digits.abs(), decimals as usize)
    }

    /// This number with at most `decimals` decimals, rounded half away from zero.
    pub fn to_decimals(&self, decimals: u32) -> Exact {
        // What was just written can be read, but for numbers of absurd length.
        Exact::parse(&self.rounded(decimals)).unwrap_or_else(|| self.clone())
    }

    /// A decimal without the zeros at its end.
    fn written(negative: bool, digits: impl fmt::Display, places: usize) -> String {
        let sign = if negative { "-" } else { "" };
        let text = format!("{:0>width$}", digits.to_string(), width = places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }

    /// Every decimal of a number that was written as one; of others six.
    pub fn in_full(&self) -> String {
        const MOST: u32 = 40;
        let ten = Exact::from(10_usize);
        let mut scaled = self.clone();
        let mut decimals = 0;
        while !scaled.is_whole() && decimals < MOST {
            scaled = &scaled * &ten;
            decimals += 1;
        }
        self.rounded(if scaled.is_whole() { decimals } else { 6 })
    }

    /// The digits and how many of them are decimals, where it is kept as a decimal.
    pub fn as_decimal(&self) -> Option<(i64, usize)> {
        match &self.0 {
            Small(n, d) => POWERS.iter().position(|power| power == d).map(|scale| (*n, scale)),
            Big(_) => None,
        }
    }

    /// The whole number this is, when it is one and fits.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Small(n, d) => self.is_whole().then(|| n / d),
            Big(r) => r.is_integer().then(|| r.to_i64())?,
        }
    }

    /// The whole number this is, when it is one and fits.
    pub fn to_usize(&self) -> Option<usize> {
        self.is_whole().then(|| self.big().to_integer().to_usize())?
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Small(n, d) => BigRational::new(BigInt::from(*n), BigInt::from(*d)),
            Big(r) => (**r).clone(),
        }
    }

    fn from_big(r: BigRational) -> Exact {
        match (r.numer().to_i64(), r.denom().to_i64()) {
            (Some(n), Some(d)) => Exact(Small(n, d)),
            _ => Exact(Big(Box::new(r))),
        }
    }

    /// Sum, or difference where `sign` is -1.
    fn sum(&self, other: &Exact, sign: i64) -> Exact {
        let (Small(a, b), Small(c, d)) = (&self.0, &other.0) else {
            let signed = other.big() * BigRational::from_integer(BigInt::from(sign));
            return Exact::from_big(self.big() + signed);
        };
        if b == d {
            return Exact::new(i128::from(*a) + wide(*c, sign), i128::from(*b));
        }
        // Over the least common denominator, so that long sums stay small.
        let common = b.gcd(d);
        let left = wide(*a, d / common);
        let right = wide(*c, b / common) * i128::from(sign);
        match left.checked_add(right) {
            Some(numerator) => Exact::new(numerator, wide(*b, d / common)),
            None => Exact::from_big(self.big() + other.big() * BigInt::from(sign)),
        }
    }
}

/// The product of two 64-bit integers, which 128 bits always hold.
fn wide(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}

/// Quotient and remainder. Numbers that 64 bits hold are divided far faster.
fn divide(one: u128, other: u128) -> (u128, u128) {
    match (u64::try_from(one), u64::try_from(other)) {
        (Ok(one), Ok(other)) => ((one / other).into(), (one % other).into()),
        _ => (one / other, one % other),
    }
}

impl From<usize> for Exact {
    fn from(n: usize) -> Exact {
        match i64::try_from(n) {
            Ok(n) => Exact(Small(n, 1)),
            Err(_) => Exact(Big(Box::new(BigRational::from_integer(BigInt::from(n))))),
        }
    }
}

impl std::ops::Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        self.sum(other, 1)
    }
}

impl std::ops::Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self.sum(other, -1)
    }
}

impl std::ops::Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) => Exact::new(wide(*a, *c), wide(*b, *d)),
            _ => Exact::from_big(self.big() * other.big()),
        }
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(numbers: I) -> Exact {
        numbers.fold(Exact::ZERO, |sum, n| &sum + &n)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0) {
            return wide(*a, *d).cmp(&wide(*c, *b));
        }
        self.big().cmp(&other.big())
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Exact) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl fmt::Display for Exact {
    /// At most six decimals, as JSON and CSV write every number but the means.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rounded(6))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_sum_rounds_as_the_exact_one_or_not_at_all(
            parts in prop::collection::vec((0..=400usize, 1..=400usize), 1..60),
            wide in any::<bool>(),
        ) {
            // Wide ones do not fit into 32 bits, or not into 64.
            let widen = Exact::from(if wide { 99_999_999_977 } else { 1 });
            let fraction = |(n, d): &(usize, usize)| {
                let (n, d) = (&Exact::from(*n.min(d)) * &widen, &Exact::from(*d) * &widen);
                n.checked_div(&d).unwrap()
            };
            let fractions: Vec<Exact> = parts.iter().map(fraction).collect();
            let mut sum = Sum::default();
            fractions.iter().for_each(|fraction| sum.add(fraction));
            let count = fractions.len();
            let exact: Exact = fractions.into_iter().sum();
            let mean = exact.checked_div(&Exact::from(count)).unwrap();
            if let Some(percent) = sum.percent(count) {
                prop_assert_eq!(percent.rounded(2), (&mean * &Exact::HUNDRED).rounded(2));
            }
        }
    }

    #[test]
    fn a_sum_tells_the_rounding_but_for_halves_that_it_does_not_hold_exactly() {
        let sum_of = |fractions: &[&str]| {
            let mut sum = Sum::default();
            fractions.iter().for_each(|fraction| sum.add(&exact(fraction)));
            sum.percent(fractions.len())
        };
        assert_eq!(sum_of(&["1", "0.5"]), Some(exact("75")));
        assert_eq!(sum_of(&["0.125", "0.25", "0.5", "0.875"]), Some(exact("43.75")));
        assert_eq!(sum_of(&["0.33334"]), Some(exact("33.33")));
        assert_eq!(sum_of(&["0.33335"]), None);
    }

    fn exact(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    #[test]
    fn a_third_lies_between_its_decimals() {
        let third = &Exact::HUNDRED * &Exact::ratio(1, 3).unwrap();
        assert!(third < exact("33.333334"));
        assert!(third > exact("33.333333"));
        assert!(third < exact("33.3333333333333333333333334"));
        assert!(third > exact("33.3333333333333333333333333"));
    }

    #[test]
    fn rounding_goes_half_away_from_zero() {
        for (text, decimals, rounded) in [
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("0.125", 2, "0.13"),
            ("-0.004", 2, "0"),
            ("42.330", 2, "42.33"),
            ("100", 2, "100"),
            ("0.05", 1, "0.1"),
        ] {
            assert_eq!(exact(text).rounded(decimals), rounded, "{text}");
        }
    }

    #[test]
    fn rounding_to_a_side_never_crosses() {
        for (text, down, up) in [
            ("89.9999996", "89.999999", "90"),
            ("0.00000001", "0", "0.000001"),
            ("-0.1234567", "-0.123457", "-0.123456"),
            ("12.5", "12.5", "12.5"),
            ("9999999999999999999.00000001", "9999999999999999999", "9999999999999999999.000001"),
        ] {
            assert_eq!(exact(text).down_to_decimals(6), exact(down), "{text}");
            assert_eq!(exact(text).up_to_decimals(6), exact(up), "{text}");
        }
    }

    #[test]
    fn long_sums_and_products_never_overflow() {
        let huge = exact("9999999999999999999999999999");
        let square = &(&huge * &huge) * &huge;
        assert_eq!(square.checked_div(&huge).unwrap(), &huge * &huge);
        let sum: Exact = (1..400).map(|n| Exact::ratio(1, n).unwrap()).sum();
        assert_eq!(sum.rounded(2), "6.57");
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in ["", ".", "1.", ".5", "1e3", "nan", "inf", "1,5", "--1", "１"] {
            assert!(Exact::parse(text).is_none(), "{text}");
        }
    }
}
