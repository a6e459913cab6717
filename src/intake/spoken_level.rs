//! Which levels a title, a column or the short name of a sheet speaks of: `xã nông thôn mới
//! nâng cao`, `Kết quả NTM nâng cao`, `NTMNC`.

use super::name_words::NameWords;
use crate::law::Level;

/// The words of the higher levels, and their short names.
const HIGHER: [(Level, &[&str], &[&str]); 2] = [
    (Level::NangCao, &["nâng cao"], &["ntmnc", "nc"]),
    (Level::KieuMau, &["kiểu mẫu"], &["ntmkm", "ntm km"]),
];

/// What is raised is no level.
const RAISED: &[&str] = &[
    "nâng cao chất lượng",
    "nâng cao hiệu quả",
    "nâng cao đời sống",
    "nâng cao thu nhập",
    "nâng cao năng lực",
    "nâng cao nhận thức",
    "nâng cao vai trò",
    "nâng cao trình độ",
    "nâng cao dân trí",
    "nâng cao ý thức",
    "nâng cao tỷ lệ",
];

/// Beside a higher level these name the lowest one too; `xây dựng nông thôn mới` is the
/// programme.
const LOWEST: &[&str] = &["xã nông thôn mới", "xã ntm", "chuẩn nông thôn mới", "chuẩn ntm"];

/// The levels that words speak of, where they speak of higher ones.
pub(super) fn levels_in(words: &str) -> Vec<Level> {
    let (_, mut rest) = NameWords::from_cell(words).without(RAISED);
    let mut levels = Vec::new();
    for (level, long, short) in HIGHER {
        // With the words before it, lest they be taken for the lowest level.
        for before in ["xã nông thôn mới", "chuẩn nông thôn mới", "xã ntm", "chuẩn ntm"]
        {
            let whole: Vec<String> = long.iter().map(|word| format!("{before} {word}")).collect();
            let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
            let (has, without) = rest.without(&whole);
            levels.extend(has.then_some(level));
            rest = without;
        }
        levels.extend([long, short].into_iter().any(|known| rest.has(known)).then_some(level));
    }
    levels.dedup();
    if !levels.is_empty() && rest.has(LOWEST) {
        levels.push(Level::Ntm);
    }
    levels
}

/// Whether words speak of other levels than the one that rows are of. The conditions of
/// recognition are those of any.
pub(super) fn is_of_other(words: &str, own: Level) -> bool {
    let levels = levels_in(words);
    own != Level::Recognition && !levels.is_empty() && !levels.contains(&own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_speak_of_higher_levels() {
        use Level::{KieuMau, NangCao, Ntm};
        for (words, levels) in [
            ("BIỂU KẾT QUẢ THỰC HIỆN BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI NÂNG CAO", &[NangCao][..]),
            ("Kết quả NTM nâng cao", &[NangCao]),
            ("Kết quả nâng cao", &[NangCao]),
            ("ket qua nang cao", &[NangCao]),
            ("NTMNC", &[NangCao]),
            ("06727_NTM_KM", &[KieuMau]),
            ("xã NTM kiểu mẫu", &[KieuMau]),
            ("xã nông thôn mới nâng cao, kiểu mẫu", &[NangCao, KieuMau]),
            ("Xây dựng nông thôn mới: biểu xã nông thôn mới nâng cao", &[NangCao]),
            ("xã nông thôn mới và xã nông thôn mới nâng cao", &[NangCao, Ntm]),
            ("BÁO CÁO kết quả thực hiện xã nông thôn mới", &[]),
            ("nâng cao chất lượng các tiêu chí", &[]),
            ("Kết quả thực hiện (km)", &[]),
        ] {
            assert_eq!(levels_in(words), levels, "{words}");
        }
    }
}
