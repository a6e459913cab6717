//! Names of sheets: what Excel takes, each once.

use std::collections::BTreeSet;

use super::super::workbook::cut;
use crate::text::{self, Lang};
use crate::visible::visible;

/// The longest name, in UTF-16 units.
const LONGEST: usize = 31;
/// What no name may hold.
const REFUSED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// A name that Excel keeps for itself.
const RESERVED: &str = "history";

/// Names for sheets, cut and numbered where needed.
pub(super) fn unique<'n>(names: impl Iterator<Item = &'n str>, lang: Lang) -> Vec<String> {
    let mut taken = BTreeSet::from([RESERVED.to_owned()]);
    names.map(|name| own(&possible(name, lang), &mut taken)).collect()
}

/// The name, or the first of `name (2)`, `name (3)`, … that is free. Case does not count.
fn own(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| {
        let number = format!(" ({number})");
        let room = LONGEST - number.encode_utf16().count();
        format!("{}{number}", cut(name, room, "").trim_end())
    });
    let mut free = std::iter::once(name.to_owned()).chain(numbered);
    free.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

fn possible(name: &str, lang: Lang) -> String {
    let fits = |c: char| !REFUSED.contains(&c) && c != char::REPLACEMENT_CHARACTER;
    let plain: String = visible(name).chars().map(|c| if fits(c) { c } else { ' ' }).collect();
    let bare = |name: &str| name.trim_matches(|c: char| c == '\'' || c.is_whitespace()).to_owned();
    match bare(&cut(&bare(&plain), LONGEST, "")) {
        name if name.is_empty() => text::sheet_unnamed().get(lang).to_owned(),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_excel_takes_and_each_stands_once() {
        let long = "06757 Một xã có cái tên rất dài, dài quá";
        let given = [
            "06727 Bắc Sơn",
            "06727 BẮC SƠN",
            "a[b]:c*?/\\d",
            "'=1+1'",
            "",
            "\t",
            long,
            long,
            "History",
        ];
        let names = unique(given.into_iter(), Lang::Vi);
        assert_eq!(
            names,
            [
                "06727 Bắc Sơn",
                "06727 BẮC SƠN (2)",
                "a b  c    d",
                "=1+1",
                "Trang",
                "Trang (2)",
                "06757 Một xã có cái tên rất dài",
                "06757 Một xã có cái tên rất (2)",
                "History (2)",
            ]
        );
        assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
    }
}
