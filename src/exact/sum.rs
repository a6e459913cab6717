//! The sum of many fractions, up to a bound that decides how its mean is rounded.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::Repr::{Big, Small};
use super::{Exact, divide};

/// The sum of many fractions from 0 to 1, for means that are written with few
/// decimals: it is known up to a bound, which nearly always decides the rounding.
/// Sums of fractions in lowest terms would take ever more digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// At least so many units.
    least: u64,
    /// Below so many units more; none where `least` is exact.
    slack: u64,
}

impl Sum {
    /// How many units make one, as a power of two.
    const BITS: u32 = 32;

    /// Adds a fraction from 0 to 1.
    pub fn add(&mut self, fraction: &Exact) {
        let (least, exact) = match &fraction.0 {
            Small(n, d) if n == d => (1 << Sum::BITS, true),
            Small(n, d) => {
                let (n, d) = (n.unsigned_abs(), d.unsigned_abs());
                let (units, rest) = divide(u128::from(n) << Sum::BITS, d.into());
                // Not more than one, as the fraction is not.
                (u64::try_from(units).unwrap_or(u64::MAX), rest == 0)
            }
            Big(r) => {
                let units = r.as_ref() * BigRational::from_integer(BigInt::from(1) << Sum::BITS);
                (units.to_integer().to_u64().unwrap_or(0), units.is_integer())
            }
        };
        self.least += least;
        self.slack += u64::from(!exact);
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &Sum) {
        self.least += other.least;
        self.slack += other.slack;
    }

    /// The mean of `count` fractions in percent, with at most two decimals, halves
    /// up. `None` where it lies so near to a half that the bound does not decide.
    pub fn percent(&self, count: usize) -> Option<Exact> {
        let unit = u128::from(count as u64) << Sum::BITS;
        // Ten thousand hundredths of a percent make the whole.
        let round = |units: u64| divide(u128::from(units) * 20_000 + unit, 2 * unit).0;
        let (low, high) = (round(self.least), round(self.least + self.slack));
        (low == high).then(|| Exact::decimal(i128::try_from(low).ok()?, 2))?
    }
}
