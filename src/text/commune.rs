//! A commune as sentences name it.

use super::Text;
use crate::fold::Fold;

/// `Xã Bắc Sơn`; of a name that begins with that word already, the name. `Xa Dung` and
/// `Xà Hồ` do not: they are communes called so.
pub fn commune_named(name: &str) -> Text {
    let mut words = name.trim_start().splitn(2, char::is_whitespace);
    let first = Fold::Case.key(words.next().unwrap_or_default());
    let says_it = words.next().is_some() && ["xã", "commune"].contains(&first.as_str());
    if says_it {
        Text::same(name)
    } else {
        Text { vi: format!("Xã {name}"), en: format!("Commune {name}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn the_word_is_never_doubled() {
        for (name, vi, en) in [
            ("Bắc Sơn", "Xã Bắc Sơn", "Commune Bắc Sơn"),
            ("Xã Bắc Sơn", "Xã Bắc Sơn", "Xã Bắc Sơn"),
            ("XÃ Bắc Sơn", "XÃ Bắc Sơn", "XÃ Bắc Sơn"),
            ("xa\u{303} Bắc Sơn", "xa\u{303} Bắc Sơn", "xa\u{303} Bắc Sơn"),
            ("Xã\u{a0}Bắc Sơn", "Xã\u{a0}Bắc Sơn", "Xã\u{a0}Bắc Sơn"),
            ("Commune A", "Commune A", "Commune A"),
            ("Xa Dung", "Xã Xa Dung", "Commune Xa Dung"),
            ("Xà Hồ", "Xã Xà Hồ", "Commune Xà Hồ"),
            ("Xãlộ", "Xã Xãlộ", "Commune Xãlộ"),
        ] {
            let named = commune_named(name);
            assert_eq!((named.get(Lang::Vi), named.get(Lang::En)), (vi, en));
        }
    }
}
