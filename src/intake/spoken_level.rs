//! Which levels a title, a column or the short name of a sheet speaks of: `xã nông thôn mới
//! nâng cao`, `Kết quả NTM nâng cao`, `NTMNC`.

use super::name_words::NameWords;
use crate::law::Level;

/// The words of the higher levels, and their short names.
const HIGHER: [(Level, &[&str], &[&str]); 2] = [
    (Level::NangCao, &["nâng cao"], &["ntmnc", "nc"]),
    (Level::KieuMau, &["kiểu mẫu"], &["ntmkm", "ntm km"]),
];

/// Words behind those of a level: what is raised, `nâng cao chất lượng`, is none.
const BEHIND: &[&str] = &[
    "giai", "năm", "tháng", "quý", "kỳ", "đến", "tính", "của", "xã", "tại", "trên", "theo", "và",
    "kiểu", "nâng", "nông", "ntm", "thực", "trước", "lần",
];

/// A part of a commune may be a model too.
const OF_PARTS: &[&str] = &["khu dân cư", "vườn", "thôn kiểu mẫu"];

/// Beside a higher level these name the lowest one too; `xây dựng nông thôn mới` alone is the
/// programme.
const LOWEST: &[&str] = &["xã nông thôn mới", "xã ntm", "chuẩn nông thôn mới", "chuẩn ntm"];

/// So do these, one behind the other.
const LISTED: &[&str] = &[
    "nông thôn mới nông thôn mới",
    "nông thôn mới và nông thôn mới",
    "nông thôn mới và nâng cao",
    "nông thôn mới và kiểu mẫu",
    "nông thôn mới ntm",
    "ntm ntm",
    "ntm và ntm",
    "ntm và nâng cao",
];

/// The levels that words speak of, where they speak of higher ones.
fn levels_in(words: &str) -> Vec<Level> {
    let all = NameWords::from_cell(words);
    let speaks = |long: &[&str], short: &[&str]| {
        long.iter().any(|known| all.has_before(known, BEHIND)) || all.has(short)
    };
    let higher = HIGHER.into_iter().filter(|(_, long, short)| speaks(long, short));
    let mut levels: Vec<Level> = higher.map(|(level, ..)| level).collect();
    if levels.is_empty() || all.has(OF_PARTS) {
        return Vec::new();
    }
    let mut rest = all.clone();
    // With the words before them, lest these be taken for the lowest level.
    for (_, long, _) in HIGHER {
        let whole =
            LOWEST.iter().flat_map(|low| long.iter().map(move |word| format!("{low} {word}")));
        let whole: Vec<String> = whole.collect();
        rest = rest.without(&whole.iter().map(String::as_str).collect::<Vec<_>>()).1;
    }
    if rest.has(LOWEST) || all.has(LISTED) {
        levels.push(Level::Ntm);
    }
    levels
}

/// The level that words speak of, where it is another than the one that rows are of. The
/// conditions of recognition are those of any.
pub(super) fn other_than(own: Level, words: &str) -> Option<Level> {
    let levels = levels_in(words);
    let is_own = own == Level::Recognition || levels.contains(&own);
    levels.first().copied().filter(|_| !is_own)
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
            ("KINH TẾ, NÂNG CAO MỨC SỐNG", &[]),
            ("Khu dân cư nông thôn mới kiểu mẫu", &[]),
            ("xây dựng nông thôn mới, nông thôn mới nâng cao năm 2022", &[NangCao, Ntm]),
            ("Kết quả NTM và NTM nâng cao", &[NangCao, Ntm]),
            ("BỘ TIÊU CHÍ NÂNG CAO GIAI ĐOẠN 2021-2025", &[NangCao]),
            ("Kết quả thực hiện (km)", &[]),
        ] {
            assert_eq!(levels_in(words), levels, "{words}");
        }
    }
}
