//! Numbers as a spreadsheet holds them, written with the digits that it shows.

/// The digits that spreadsheets keep: what lies behind is noise of binary fractions.
const DIGITS: usize = 15;

/// A number in plain decimals.
pub(super) fn decimal(number: f64) -> String {
    shifted(number, 0)
}

/// A fraction in percent: 0.985 is `98.5%`.
pub(super) fn percent(number: f64) -> String {
    shifted(number, 2) + "%"
}

/// A number with its decimal point moved to the right.
fn shifted(number: f64, by: i32) -> String {
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

/// Whether a format shows a number in percent: `0%`, `0.00%`, but not `0"%"`.
pub(super) fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    for c in format.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '%' => return true,
            _ => {}
        }
    }
    false
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
        assert_eq!(percent(0.985), "98.5%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.005), "0.5%");
        assert_eq!(percent(0.0), "0%");
    }

    #[test]
    fn a_format_shows_percent_by_its_bare_sign() {
        for (format, shows) in [
            ("0%", true),
            ("0.00%", true),
            ("General", false),
            ("0\"%\"", false),
            ("0\\%", false),
            ("#,##0.0%;[Red]-0%", true),
        ] {
            assert_eq!(is_percent(format), shows, "{format}");
        }
    }
}
