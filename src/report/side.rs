//! Values beside their thresholds: never shown on the other side, nor as what they fail
//! to reach.

use crate::analysis::chain::DECIMALS;
use crate::exact::Exact;
use crate::text::Figure;

/// A value with as many decimals, from two on, as it takes to see on which side of the
/// threshold it lies, and whether that is all of it.
pub(super) fn on_its_side(value: &Exact, threshold: Option<&Exact>) -> (Figure, bool) {
    // Of as many digits as numbers are read with, a share has three before the mark.
    let most = DECIMALS / 2 - 3;
    let tells = |decimals: &u32| {
        let shown = value.to_decimals(*decimals);
        threshold.is_none_or(|threshold| shown.cmp(threshold) == value.cmp(threshold))
    };
    let decimals = (2..most).find(tells).unwrap_or(most);
    (Figure::new(value, decimals), value.to_decimals(decimals) == *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Words};

    #[test]
    fn a_value_is_never_shown_on_the_other_side_of_its_threshold() {
        for (numerator, denominator, threshold, shown, all) in [
            (188, 224, "90", "83,93", false),
            (9, 10, "90", "90", true),
            (89_996, 100_000, "90", "89,996", true),
            (900_001, 1_000_000, "90", "90,0001", true),
            (1, 3, "33.333333", "33,3333333", false),
            (1, 3, "33.333334", "33,33", false),
        ] {
            let share = &Exact::ratio(numerator, denominator).unwrap() * &Exact::HUNDRED;
            let (figure, exact) = on_its_side(&share, Exact::parse(threshold).as_ref());
            assert_eq!((figure.words(Lang::Vi).as_str(), exact), (shown, all));
        }
    }
}
