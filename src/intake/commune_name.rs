//! The names of communes, as rosters and officers write them: with or without the kind
//! of unit, with any apostrophe, blank or hyphen.

use crate::fold::{self, Fold};

/// The kind of a unit, as it may stand before its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// Xã.
    Commune,
    /// Phường.
    Ward,
    /// Thị trấn.
    Township,
    /// Đặc khu.
    SpecialZone,
}

impl UnitKind {
    /// The words for it.
    const WORDS: [(&'static str, UnitKind); 4] = [
        ("xã", UnitKind::Commune),
        ("phường", UnitKind::Ward),
        ("thị trấn", UnitKind::Township),
        ("đặc khu", UnitKind::SpecialZone),
    ];

    /// How they are shortened. The dot tells them from the beginning of a name: there is
    /// a township `P Rao`.
    const SHORT: [(&'static str, UnitKind); 5] = [
        ("x.", UnitKind::Commune),
        ("p.", UnitKind::Ward),
        ("tt.", UnitKind::Township),
        ("tt ", UnitKind::Township),
        ("t.t.", UnitKind::Township),
    ];
}

/// A name and the kind before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NamedUnit<'n> {
    pub(super) kind: UnitKind,
    /// What stands behind the kind.
    pub(super) name: &'n str,
}

/// The kind that a name begins with, as far as it is written with its accents or with the
/// dot of a short form.
pub(super) fn kind_of(name: &str) -> Option<NamedUnit<'_>> {
    let short = UnitKind::SHORT.into_iter().find_map(|(short, kind)| {
        let start = name.get(..short.len())?;
        start.eq_ignore_ascii_case(short).then(|| (kind, &name[short.len()..]))
    });
    let (kind, name) = short.or_else(|| behind_words(name, Fold::Case))?;
    let name = fold::trim(name);
    (!name.is_empty()).then_some(NamedUnit { kind, name })
}

/// The same without regard to accents: `xa bac son`. There are communes named `Xa Dung`
/// and `Phương Sơn`, so this is looked at only where nobody bears the whole.
pub(super) fn loose_kind_of(name: &str) -> Option<NamedUnit<'_>> {
    let (kind, name) = behind_words(name, Fold::Accents)?;
    let name = fold::trim(name);
    (!name.is_empty()).then_some(NamedUnit { kind, name })
}

/// Whether a name begins with a kind written out.
pub(super) fn is_with_kind(name: &str) -> bool {
    behind_words(name, Fold::Case).is_some_and(|(_, name)| !fold::trim(name).is_empty())
}

/// What stands behind a kind's words.
fn behind_words(name: &str, step: Fold) -> Option<(UnitKind, &str)> {
    // A kind has one word or two.
    let ends = name.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(place, _)| place);

    ends.take(3).find_map(|end| {
        let start = step.key(&name[..end]);
        let mut kinds = UnitKind::WORDS.into_iter();
        kinds.find(|(words, _)| step.key(words) == start).map(|(_, kind)| (kind, &name[end..]))
    })
}

/// The key under which a name is compared: hyphens do not matter, and where accents do
/// not, apostrophes do not either.
pub(super) fn key(step: Fold, name: &str) -> String {
    let mut key = step.key(name);
    let skipped = |c: char| fold::is_dash(c) || (c == '\'' && step == Fold::Accents);
    // Few names have any; `-` alone is no name.
    if key.contains(skipped) {
        key.retain(|c| !skipped(c));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_stands_before_the_name() {
        for (text, kind, name) in [
            ("xã Bắc Sơn", UnitKind::Commune, "Bắc Sơn"),
            ("XÃ BẮC SƠN", UnitKind::Commune, "BẮC SƠN"),
            ("X. Bắc Sơn", UnitKind::Commune, "Bắc Sơn"),
            ("x.Bắc Sơn", UnitKind::Commune, "Bắc Sơn"),
            ("phường 1", UnitKind::Ward, "1"),
            ("P.1", UnitKind::Ward, "1"),
            ("phường Phường Đúc", UnitKind::Ward, "Phường Đúc"),
            ("Thị trấn Phố Ràng", UnitKind::Township, "Phố Ràng"),
            ("thị  trấn Phố Ràng", UnitKind::Township, "Phố Ràng"),
            ("TT.Phố Ràng", UnitKind::Township, "Phố Ràng"),
            ("TT Phố Ràng", UnitKind::Township, "Phố Ràng"),
            ("đặc khu Vân Đồn", UnitKind::SpecialZone, "Vân Đồn"),
        ] {
            assert_eq!(kind_of(text), Some(NamedUnit { kind, name }), "{text}");
        }
        for text in ["Bắc Sơn", "P Rao", "Xa Dung", "Xà Phìn", "Phương Sơn", "xã", "X.", ""]
        {
            assert_eq!(kind_of(text), None, "{text}");
        }
        assert_eq!(loose_kind_of("thi tran pho rang").unwrap().name, "pho rang");
    }

    #[test]
    fn apostrophes_and_hyphens_are_spelt_in_many_ways() {
        for (one, other) in [
            ("Cư M'gar", "Cư M’gar"),
            ("B'Lao", "B‘Lao"),
            ("Ea H'Leo", "EaH´Leo"),
            ("D'Ran", "D`Ran"),
            ("Lang Biang - Đà Lạt", "Lang Biang – Đà Lạt"),
            ("Lang Biang - Đà Lạt", "Lang Biang Đà Lạt"),
        ] {
            assert_eq!(key(Fold::Exact, one), key(Fold::Exact, other), "{one}");
        }
        assert_ne!(key(Fold::Case, "D'Ran"), key(Fold::Case, "DRan"));
        assert_eq!(key(Fold::Accents, "D'Ran"), key(Fold::Accents, "DRan"));
    }
}
