//! How wide a text is in Times New Roman: tables get widths that their words fit into,
//! and lines the length of the words above them.

use unicode_normalization::UnicodeNormalization;

/// The widths of the characters from blank to tilde, in thousandths of the size.
const REGULAR: [usize; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
/// The same in bold.
const BOLD: [usize; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
];

/// What is in neither list: wide enough for most.
const OTHER: usize = 560;
/// Ideographs and pictures are as wide as high.
const FULL: usize = 1000;

/// The width of a text in twentieths of a point; `size` in half points.
pub(super) fn width(text: &str, size: usize, bold: bool) -> usize {
    let thousandths: usize = text.nfd().map(|c| character(c, bold)).sum();
    // Half points are ten twentieths.
    thousandths * size / 100
}

fn character(c: char, bold: bool) -> usize {
    let list = if bold { &BOLD } else { &REGULAR };
    match c {
        ' '..='~' => list[c as usize - ' ' as usize],
        // Horns of ơ and ư stand beside their letters, other marks above or below.
        '\u{31B}' => 44,
        '\u{300}'..='\u{36F}' => 0,
        'Đ' => 722,
        'đ' if bold => 556,
        'đ' => 500,
        '…' => FULL,
        '\u{2E80}'.. => FULL,
        _ => OTHER,
    }
}

/// The width of the longest piece that is not broken at a blank.
pub(super) fn longest_word(text: &str, size: usize, bold: bool) -> usize {
    text.split(' ').map(|word| width(word, size, bold)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_motto_is_as_wide_as_the_font_makes_it() {
        let motto = "Độc lập - Tự do - Hạnh phúc";
        // As the font's own letters with their marks are, to a hair.
        assert!(width(motto, 26, true).abs_diff(12241 * 26 / 100) < 4);
        assert_eq!(width("Tỷ lệ", 24, false), width("Ty le", 24, false));
        assert_eq!(longest_word("a bcd ef", 24, false), width("bcd", 24, false));
    }
}
