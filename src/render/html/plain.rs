//! Text that a picture has little room for.

/// The first `most` characters, with a sign that there is more.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_told() {
        assert_eq!(shortened("Quảng Nghĩa", 11), "Quảng Nghĩa");
        assert_eq!(shortened("Quảng Nghĩa", 6), "Quảng…");
    }
}
