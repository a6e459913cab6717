//! Numbers as a spreadsheet holds them, written with the digits that it shows.

/// The digits that spreadsheets keep: what lies behind is noise of binary fractions.
const DIGITS: usize = 15;

/// A number in plain decimals.
pub(super) fn decimal(number: f64) -> String {
    shifted(number, 0)
}

/// A number with its decimal point moved to the right.
pub(super) fn shifted(number: f64, by: i32) -> String {
    let written = format!("{number:.*e}", DIGITS - 1);
    let Some((digits, exponent)) = written.split_once('e') else {
        // Neither a number nor infinite: no cell of a sheet is.
        return written;
    };
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let digits = digits.replace('.', "");
    let digits = digits.trim_end_matches('0');
    let point = exponent.parse::<i32>().unwrap_or_default() + by + 1;
    let text = match usize::try_from(point) {
        Ok(0) | Err(_) => {
            format!("0.{}{digits}", "0".repeat(usize::try_from(-point).unwrap_or_default()))
        }
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}"),
        Ok(point) => format!("{}.{}", &digits[..point], &digits[point..]),
    };
    let text = if digits.is_empty() { "0" } else { text.as_str() };
    format!("{}{text}", if digits.is_empty() { "" } else { sign })
}

/// A number in plain decimals without sign, rounded to so many decimals, halves up.
pub(super) fn rounded(plain: &str, decimals: usize) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    if fraction.len() <= decimals {
        return plain.to_owned();
    }
    let up = fraction.as_bytes()[decimals] >= b'5';
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes().take(decimals)).collect();
    let mut carry = up;
    for digit in digits.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    let digits: String = digits.iter().map(|digit| char::from(*digit)).collect();
    let digits = if carry { format!("1{digits}") } else { digits };
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_sheet_shows_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (98.5, "98.5"),
            (0.1 + 0.2, "0.3"),
            (1234.0, "1234"),
            (100.0, "100"),
            (-2.5, "-2.5"),
            (0.001, "0.001"),
            (1e15, "1000000000000000"),
            (66.666_666_666_666_67, "66.6666666666667"),
        ] {
            assert_eq!(decimal(number), text);
        }
        for (number, text) in [(0.985, "98.5"), (1.0, "100"), (0.005, "0.5"), (0.0, "0")] {
            assert_eq!(shifted(number, 2), text);
        }
        assert_eq!(shifted(38_500_000.0, -6), "38.5");
        assert_eq!(shifted(5.0, -3), "0.005");
    }

    #[test]
    fn rounding_carries() {
        for (plain, decimals, text) in
            [("99.96", 1, "100.0"), ("89.96", 0, "90"), ("0.4", 0, "0"), ("17.1", 2, "17.1")]
        {
            assert_eq!(rounded(plain, decimals), text);
        }
    }
}
