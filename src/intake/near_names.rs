//! Names of columns that are nearly, or in other words, those that say of which commune,
//! period, level or voice a row is.

use std::collections::BTreeSet;

use super::column::Column;
use super::header_names::names;
use super::name_words::NameWords;
use crate::fold::Fold;

/// The columns without which rows are taken for another commune's, period's, level's or
/// voice's.
pub(super) const FACTS: [Column; 4] =
    [Column::Commune, Column::Period, Column::Level, Column::Source];

/// No name of a commune, period, level or voice is longer.
pub(super) const LONGEST: usize = 80;

/// Words that make a name one of these columns, where the others only go with it.
const KEYS: [&[&str]; 4] = [
    &["xã", "phường", "commune", "ward"],
    &["kỳ", "kì", "tháng", "period", "month"],
    &["cấp độ", "cấp", "level"],
    &["nguồn", "source"],
];

/// Words that say nothing else beside those.
const COMPANIONS: [&[&str]; 4] = [
    &[
        "mã",
        "tên",
        "thị trấn",
        "đặc khu",
        "ubnd",
        "đơn vị",
        "hành chính",
        "báo cáo",
        "cấp",
        "code",
        "name",
        "id",
    ],
    &["báo cáo", "bc", "số liệu", "đánh giá", "năm", "report", "reporting", "year"],
    &["ntm", "nông thôn mới", "đánh giá", "công nhận", "đề nghị", "xét"],
    &["đánh giá", "đg", "thẩm tra", "thẩm định"],
];

/// Words that make it likely, so that one cell is enough.
const HINTS: [&[&str]; 4] = [&[], &[], &["mức độ"], &["đánh giá", "đg", "thẩm tra", "thẩm định"]];

/// The column that a cell of a header is nearly the name of.
pub(super) fn nearly(cell: &str) -> Option<Column> {
    let key = Fold::Accents.key(cell);
    let near = |name: &str| {
        let name = Fold::Accents.key(name);
        let distance = strsim::osa_distance(&key, &name);
        // Two slips leave the first letter and bring in no other.
        let letters = |word: &str| word.chars().collect::<BTreeSet<char>>();
        let alike = || key.chars().next() == name.chars().next() && letters(&key) == letters(&name);
        // Of a short name little is left once a letter is another.
        name.len() > 4 && (distance == 1 || distance == 2 && name.len() > 5 && alike())
    };
    let mut all = names().filter(|(_, column)| FACTS.contains(column));
    let slip = all.find(|(name, _)| near(name)).map(|(_, column)| column);
    slip.or_else(|| in_other_words(cell))
}

/// The column whose known words a name has, and none that says anything else.
fn in_other_words(cell: &str) -> Option<Column> {
    let words = NameWords::from_cell(cell);
    let fits = |fact: &usize| {
        let (keyed, rest) = words.without(KEYS[*fact]);
        keyed && rest.without(COMPANIONS[*fact]).1.is_empty()
    };
    (0..FACTS.len()).find(fits).map(|fact| FACTS[fact])
}

/// Whether a name has a word of the column, among others.
pub(super) fn hints_at(cell: &str, fact: usize) -> bool {
    let words = NameWords::from_cell(cell);
    words.without(KEYS[fact]).0 || words.without(HINTS[fact]).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearly_the_name_of_a_column_is_a_slip_and_another_word_is_none() {
        for (cell, column) in [
            ("comune", Column::Commune),
            ("peroid", Column::Period),
            ("levle", Column::Level),
            ("comunne", Column::Commune),
            ("scource", Column::Source),
            ("Kì báo cáo", Column::Period),
            ("cấp độo", Column::Level),
        ] {
            assert_eq!(nearly(cell), Some(column), "{cell}");
        }
        for cell in ["score", "lever arm", "Tên xóm", "resource", "person", "nguồn vốn", "common"]
        {
            assert_eq!(nearly(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_name_of_known_words_alone_is_nearly_the_column() {
        for (cells, column) in [
            (
                [
                    "Tên xã (phường)",
                    "Mã xã/phường",
                    "ma_xa",
                    "Xã, phường",
                    "UBND xã",
                    "commune_code",
                ],
                Column::Commune,
            ),
            (
                ["Kì", "Kỳ BC", "Tháng báo cáo", "Tháng/năm", "Kỳ số liệu", "period_month"],
                Column::Period,
            ),
            (
                ["Cấp", "Cấp độ NTM", "level NTM", "cap do xet", "Cấp công nhận", "CẤP"],
                Column::Level,
            ),
            (
                ["Nguồn", "Nguồn ĐG", "Nguo\u{302}\u{300}n", "nguon", "Nguồn thẩm định", "NGUỒN"],
                Column::Source,
            ),
        ] {
            for cell in cells {
                assert_eq!(nearly(cell), Some(column), "{cell}");
            }
        }
        for cell in [
            "Xã tự đánh giá",
            "Ghi chú của xã",
            "Kết quả kỳ trước",
            "Ngày cấp",
            "Số tháng",
            "Thang điểm",
            "Đánh giá",
            "Mức độ",
            "Nguồn số liệu",
            "Xa Dung",
            "Số xã",
            "xà phòng",
        ] {
            assert_eq!(nearly(cell), None, "{cell}");
        }
    }
}
