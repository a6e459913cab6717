//! What the names of files and sheets say of the rows in them: their level, their commune.

use unicode_normalization::UnicodeNormalization;

use super::commune_name;
use super::roster::{Roster, Unknown};
use crate::fold::{self, Fold};
use crate::law::Level;
use crate::period::Period;

/// The level that the names of a sheet and its file give to rows that do not name one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedLevel<'n> {
    One(Level),
    /// This name contains several.
    Several(&'n str),
}

/// The nearer name decides; where none contains a level, it is the lowest.
pub(super) fn level_of_names<'n>(mut names: impl Iterator<Item = &'n str>) -> NamedLevel<'n> {
    names.find_map(level_of_name).unwrap_or(NamedLevel::One(Level::Ntm))
}

/// The level that a name contains, if any.
pub(super) fn level_of_name(name: &str) -> Option<NamedLevel<'_>> {
    // A bare code names none.
    if name.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let bare = |text: &str| -> String {
        Fold::Accents.key(text).chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let words = bare(name);
    let above = Level::ALL.into_iter().filter(|level| *level != Level::Ntm);
    let named: Vec<Level> = above.filter(|level| words.contains(&bare(level.as_str()))).collect();
    match named[..] {
        // `ntm` is the programme's name too: only a name that is nothing else means the level.
        [] => (words == bare(Level::Ntm.as_str())).then_some(NamedLevel::One(Level::Ntm)),
        [one] => Some(NamedLevel::One(one)),
        _ => Some(NamedLevel::Several(name)),
    }
}

/// The commune that the name of a sheet gives, or that of its file, to rows without a
/// commune column.
pub(super) fn commune_of_names<'n>(
    names: impl Iterator<Item = &'n str>,
    roster: &Roster,
    period: Period,
) -> Result<usize, Unknown> {
    let mut last = Err(Unknown::NotThere);
    for name in names {
        last = commune_of_name(name, roster, period);
        if last.is_ok() {
            break;
        }
    }
    last
}

/// The commune that a name gives: the name starts with the code, or is the commune's
/// name (and its level).
fn commune_of_name(stem: &str, roster: &Roster, period: Period) -> Result<usize, Unknown> {
    let code: String = stem.chars().take_while(char::is_ascii_digit).collect();
    if code.len() == 5 {
        return roster.find(&code, period);
    }
    // The month's year is no code that lost its zero.
    if code == period.last_day().year().to_string() {
        return Err(Unknown::NotThere);
    }
    if starts_with_short_code(stem) && !roster.of_code(&format!("0{code}")).is_empty() {
        return roster.find(&code, period);
    }
    // File names of macOS come decomposed.
    let stem: String = stem.nfc().collect();
    let spaced = stem.replace(['-', '_'], " ");
    let bare = without_level(&spaced);
    let mut first = None;
    for candidate in [&stem, &spaced, &bare] {
        match roster.find(fold::trim(candidate), period) {
            Ok(commune) => return Ok(commune),
            Err(why) => first = first.or(Some(why)),
        }
    }
    Err(first.unwrap_or(Unknown::NotThere))
}

/// The communes whose names stand among the words of a name, those of the most words; a
/// code in front of them is none.
pub(super) fn communes_within(name: &str, roster: &Roster, period: Period) -> Vec<usize> {
    /// No name of a file has more words that are looked at.
    const MOST_WORDS: usize = 12;
    let composed: String = name.nfc().collect();
    let rest = composed.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.split(|c: char| c.is_whitespace() || "-_()[],.;+".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(MOST_WORDS).collect();
    let of_length = |length: usize| -> Vec<usize> {
        let found = |span: &[&str]| roster.find(&span.join(" "), period).ok();
        words.windows(length).filter_map(found).collect()
    };
    // One word of several may be any word.
    let least = words.len().clamp(1, 2);
    let mut found = (least..=words.len()).rev().map(of_length);
    found.find(|places| !places.is_empty()).unwrap_or_default()
}

/// The communes that a title speaks of by their kind and name: `UBND XÃ HẢI ĐÔNG`.
pub(super) fn communes_in_title(title: &str, roster: &Roster, period: Period) -> Vec<usize> {
    /// No name has more words, with those of its kind.
    const LONGEST: usize = 7;
    /// Behind these and a colon stands a commune; behind *Huyện* its name may be a district's.
    const OWNERS: [&str; 5] = ["đơn vị", "đơn vị báo cáo", "xã", "tên xã", "mã xã"];
    let composed: String = title.nfc().collect();
    let words = composed.split(|c: char| c.is_whitespace() || "-_()[],;:".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let found = |from: usize| {
        let most = LONGEST.min(words.len() - from);
        (2..=most).rev().find_map(|length| {
            let span = words[from..from + length].join(" ");
            commune_name::kind_of(&span)?;
            roster.find(&span, period).ok()
        })
    };
    let named = (0..words.len()).filter_map(found);
    // `Đơn vị: Hải Đông`, `Mã xã: 06730`.
    let coded = words.iter().filter(|word| !roster.of_code(word).is_empty()).copied();
    let names_owner = |before: &str| fold::find(before, OWNERS.map(|word| (word, ())).into_iter());
    let behind = composed.split_once(':').and_then(|(before, name)| {
        names_owner(before)?;
        Some(fold::trim(name))
    });
    let whole = coded.chain(behind).filter_map(|name| roster.find(name, period).ok());
    named.chain(whole).collect()
}

/// Whether a name starts with a code that lost its zero, as `6727-nang-cao` does and
/// `2022-05` does not.
pub(super) fn starts_with_short_code(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    name.len() - rest.len() == 4 && !behind.starts_with(|c: char| c.is_ascii_digit())
}

/// A name without the words for a level before or behind it.
fn without_level(name: &str) -> String {
    const LEVELS: [&[&str]; 8] = [
        &["dieu", "kien", "cong", "nhan"],
        &["cong", "nhan"],
        &["congnhan"],
        &["nang", "cao"],
        &["nangcao"],
        &["kieu", "mau"],
        &["kieumau"],
        &["ntm"],
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| Fold::Accents.key(word)).collect();
    let (mut from, mut to) = (0, words.len());
    let same = |one: &[String], other: &[&str]| one.iter().eq(other);
    while let Some(level) = LEVELS.iter().find(|level| {
        let rest = &folded[from..to];
        rest.len() >= level.len()
            && (same(&rest[rest.len() - level.len()..], level) || same(&rest[..level.len()], level))
    }) {
        if same(&folded[to - level.len()..to], level) {
            to -= level.len();
        } else {
            from += level.len();
        }
    }
    words[from..to].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_name_gives_the_level() {
        for (stem, level) in [
            ("06739", Level::Ntm),
            ("06739-NTM", Level::Ntm),
            ("NTM", Level::Ntm),
            ("06739-nang-cao", Level::NangCao),
            ("06739-cong-nhan", Level::Recognition),
            ("06739_CONG_NHAN", Level::Recognition),
            ("Quảng Nghĩa - Công nhận", Level::Recognition),
            ("Điều kiện công nhận", Level::Recognition),
            ("06739congnhan", Level::Recognition),
            ("06739 kiểu.mẫu", Level::KieuMau),
            ("NTM nâng cao", Level::NangCao),
            ("Quảng Nghĩa nâng cao", Level::NangCao),
            ("kieu_mau_06727", Level::KieuMau),
            ("06739 nâng  cao", Level::NangCao),
            ("06739 nâng\u{a0}-\u{a0}cao", Level::NangCao),
        ] {
            assert_eq!(level_of_names(std::iter::once(stem)), NamedLevel::One(level), "{stem}");
        }
        for stem in ["06739-nang-cao-kieu-mau", "Nâng cao, công nhận"] {
            let several = NamedLevel::Several(stem);
            assert_eq!(level_of_names(std::iter::once(stem)), several, "{stem}");
            let sheet = ["nâng cao", stem].into_iter();
            assert_eq!(level_of_names(sheet), NamedLevel::One(Level::NangCao), "{stem}");
        }
    }

    #[test]
    fn a_level_stands_before_or_behind_the_name() {
        for (name, bare) in [
            ("Bắc Sơn nâng cao", "Bắc Sơn"),
            ("nang cao  Bắc Sơn", "Bắc Sơn"),
            ("6727 cong nhan", "6727"),
            ("Bắc Sơn điều kiện công nhận", "Bắc Sơn"),
            ("Bắc Sơn NTM kiểu mẫu", "Bắc Sơn"),
            ("Bắc Sơn", "Bắc Sơn"),
            ("nâng cao", ""),
        ] {
            assert_eq!(without_level(name), bare, "{name}");
        }
    }

    #[test]
    fn a_year_is_no_code() {
        for (name, is) in [
            ("6727", true),
            ("6727-nang-cao", true),
            ("6727_Bắc Sơn", true),
            ("2022-05", false),
            ("2022 05", false),
            ("06727", false),
            ("672", false),
            ("Bắc Sơn", false),
        ] {
            assert_eq!(starts_with_short_code(name), is, "{name}");
        }
    }
}
