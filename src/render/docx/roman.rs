//! Roman numbers, of headings and appendices.

/// A Roman number.
pub(super) fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_appendices_are_roman() {
        let expected = [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (98, "XCVIII")];
        for (number, sign) in expected {
            assert_eq!(roman(number), sign);
        }
    }
}
