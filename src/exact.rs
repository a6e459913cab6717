//! Exact rational numbers: every verdict, gap and mean is computed with them.
//!
//! Binary floating point and rounded decimals both fail at the border of a
//! threshold (1/3 is neither 33.333333 % nor 33.333334 %), so neither is used
//! before the last step, when a number is written.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// The most digits a number typed by a person may have. More than any value of
/// the programme needs, few enough for exact 128-bit arithmetic.
pub const MOST_DIGITS: usize = 28;

/// An exact rational number.
///
/// Small values are kept as a fraction of two 128-bit integers, in any terms;
/// what does not fit moves to unlimited integers, so no operation can overflow.
#[derive(Clone, Debug)]
pub struct Exact(Repr);

#[derive(Clone, Debug)]
enum Repr {
    /// Numerator and a denominator above zero.
    Small(i128, i128),
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
        let scale = u32::try_from(scale).ok()?;
        (scale as usize <= MOST_DIGITS).then(|| Exact(Small(digits, 10_i128.pow(scale))))
    }

    /// Reads the plain decimals of machines: `-12.5`, no grouping, no exponent.
    pub fn parse(text: &str) -> Option<Exact> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let empty = whole.is_empty() || unsigned.ends_with('.');
        if empty || !plain(whole) || !plain(fraction) || whole.len() + fraction.len() > MOST_DIGITS
        {
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
        let small = match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) => {
                a.checked_mul(*d).zip(b.checked_mul(*c)).and_then(|(n, m)| small(n, m))
            }
            _ => None,
        };
        Some(small.unwrap_or_else(|| Exact::from_big(self.big() / other.big())))
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
            Small(n, d) => n % d == 0,
            Big(r) => r.is_integer(),
        }
    }

    /// The least whole number that is not below this.
    pub fn ceil(&self) -> Exact {
        Exact::from_big(self.big().ceil())
    }

    /// This number with at most `decimals` decimals, rounded half away from
    /// zero, as machines write it: `42.33`, `13`, `-0.5`; never `-0`.
    pub fn rounded(&self, decimals: u32) -> String {
        let scaled = self.big() * BigRational::from_integer(BigInt::from(10).pow(decimals));
        // `round` of a ratio goes half away from zero.
        let digits = scaled.round().to_integer();
        let sign = if digits.is_negative() { "-" } else { "" };
        let places = decimals as usize;
        let text = format!("{:0>width$}", digits.abs().to_string(), width = places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
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
        match (r.numer().to_i128(), r.denom().to_i128()) {
            (Some(n), Some(d)) => Exact(Small(n, d)),
            _ => Exact(Big(Box::new(r))),
        }
    }

    /// Sum or difference on small numbers, `None` where it does not fit.
    fn small_sum(&self, other: &Exact, sign: i128) -> Option<Exact> {
        let (Small(a, b), Small(c, d)) = (&self.0, &other.0) else {
            return None;
        };
        // Over the least common denominator, so that long sums stay small.
        let common = b.gcd(d);
        let left = a.checked_mul(d / common)?;
        let right = c.checked_mul(b / common)?.checked_mul(sign)?;
        small(left.checked_add(right)?, b.checked_mul(d / common)?)
    }
}

/// A small fraction in lowest terms, with the sign on the numerator.
fn small(numerator: i128, denominator: i128) -> Option<Exact> {
    if numerator == i128::MIN || denominator == i128::MIN {
        return None;
    }
    let divisor = numerator.gcd(&denominator) * denominator.signum();
    Some(Exact(Small(numerator / divisor, denominator / divisor)))
}

impl From<usize> for Exact {
    fn from(n: usize) -> Exact {
        match i128::try_from(n) {
            Ok(n) => Exact(Small(n, 1)),
            Err(_) => Exact(Big(Box::new(BigRational::from_integer(BigInt::from(n))))),
        }
    }
}

impl std::ops::Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        self.small_sum(other, 1).unwrap_or_else(|| Exact::from_big(self.big() + other.big()))
    }
}

impl std::ops::Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self.small_sum(other, -1).unwrap_or_else(|| Exact::from_big(self.big() - other.big()))
    }
}

impl std::ops::Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        let product = match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) => {
                a.checked_mul(*c).zip(b.checked_mul(*d)).and_then(|(n, m)| small(n, m))
            }
            _ => None,
        };
        product.unwrap_or_else(|| Exact::from_big(self.big() * other.big()))
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Exact>>(numbers: I) -> Exact {
        numbers.fold(Exact::ZERO, |sum, n| &sum + &n)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let (Some(left), Some(right)) = (a.checked_mul(*d), c.checked_mul(*b))
        {
            return left.cmp(&right);
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
    use super::*;

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
