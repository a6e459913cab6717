//! The range in which a number is plausible for a commune. It is our own judgement and no
//! law: it sets no threshold, is confirmed by nobody, and voids no confirmation.

use toml::Spanned;

use super::block::{At, Block};
use super::source::Faults;
use crate::exact::Exact;
use crate::problem::Code;
use crate::text;

/// A range; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plausible {
    /// The least that is plausible, never below zero.
    pub from: Exact,
    /// The most.
    pub to: Exact,
}

/// What a range says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likelihood {
    /// It lies within.
    Likely,
    /// It lies outside, at most ten times: worth a look.
    Unlikely,
    /// It lies more than ten times outside: another unit, or another cell's number.
    Absurd,
}

impl Plausible {
    /// How likely a number is. Outside means above ten times the upper end, or below a tenth
    /// of the lower: below a lower end of zero there is nothing.
    pub fn judge(&self, number: &Exact) -> Likelihood {
        let ten = Exact::from(10);
        if *number > &self.to * &ten || number * &ten < self.from {
            Likelihood::Absurd
        } else if *number > self.to || *number < self.from {
            Likelihood::Unlikely
        } else {
            Likelihood::Likely
        }
    }
}

/// `plausible = { from = 10, to = 300 }`; a range that holds nothing, or less than nothing,
/// is refused.
pub(super) fn parse_plausible(block: &Block, faults: &mut Faults) -> Option<At<Plausible>> {
    let block = block.block("plausible", faults)?;
    let ends = ["from", "to"].map(|key| {
        if !block.has(key) {
            block.missing(Code::MissingKey, key, faults);
        }
        block.number(key, faults)
    });
    let span = block.span.clone();
    block.finish(faults);
    let [Some(from), Some(to)] = ends else { return None };
    let (from, to) = (from.into_inner(), to.into_inner());
    if from.is_negative() || to.is_zero() || from > to {
        let message = text::key_not_readable("plausible", text::a_range());
        faults.add(Code::BadValue, span, message, text::write_instead(text::a_range()));
        return None;
    }
    Some(Spanned::new(span, Plausible { from, to }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(range: [&str; 2], number: &str) -> Likelihood {
        let [from, to] = range.map(|end| Exact::parse(end).unwrap());
        Plausible { from, to }.judge(&Exact::parse(number).unwrap())
    }

    #[test]
    fn ten_times_outside_is_measured_from_the_end_that_is_passed() {
        use Likelihood::{Absurd, Likely, Unlikely};
        for (range, number, expected) in [
            (["10", "300"], "10", Likely),
            (["10", "300"], "300", Likely),
            (["10", "300"], "300.000001", Unlikely),
            (["10", "300"], "3000", Unlikely),
            (["10", "300"], "3000.000001", Absurd),
            (["10", "300"], "38500000", Absurd),
            (["10", "300"], "9.999999", Unlikely),
            (["10", "300"], "1", Unlikely),
            (["10", "300"], "0.999999", Absurd),
            (["10", "300"], "0", Absurd),
            (["10", "300"], "-5", Absurd),
            (["0", "20"], "0", Likely),
            (["0", "20"], "0.000001", Likely),
            (["0", "20"], "21", Unlikely),
            (["0", "20"], "200", Unlikely),
            (["0", "20"], "201", Absurd),
            // No amount is negative; that is reported before.
            (["0", "20"], "-0.1", Absurd),
            (["0.5", "0.5"], "0.5", Likely),
            (["0.5", "0.5"], "0.05", Unlikely),
            (["0.5", "0.5"], "0.049", Absurd),
        ] {
            assert_eq!(judge(range, number), expected, "{range:?} {number}");
        }
    }
}
