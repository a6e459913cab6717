//! The catalogue: every sentence and label that a person reads, in Vietnamese
//! and English. Other modules name an entry; only this one holds words.

mod agencies;
pub mod altered;
mod book;
mod cli;
pub mod codes;
mod commune;
pub mod confirm;
mod criteria;
mod data;
pub mod diff;
pub mod dossier;
pub mod explain;
mod figure;
pub mod folder;
mod gaps;
mod header;
mod help;
mod html;
mod init;
pub mod ladder;
mod letter;
mod monthly;
mod names;
pub mod output;
mod page;
mod repair;
mod review;
mod roster;
mod template;
pub mod trend;
mod values;
pub mod verify;
mod voices;
mod workbook;

pub use agencies::*;
pub use book::*;
pub use cli::*;
pub use commune::commune_named;
pub use criteria::*;
pub use data::*;
pub use dossier::{draft, draft_title};
pub use figure::Figure;
pub use gaps::*;
pub use header::*;
pub use help::*;
pub use html::*;
pub use init::*;
pub use letter::*;
pub use monthly::*;
pub use names::*;
pub use page::*;
pub use repair::*;
pub use review::*;
pub use roster::*;
pub use template::*;
pub use values::*;
pub use voices::*;
pub use workbook::*;

use std::fmt::{self, Display};

use jiff::civil::Date;

use crate::named::named;
use crate::period::Period;

named! {
    /// The language of a page. Machines' formats never depend on it.
    #[derive(Default)]
    pub Lang {
        /// Vietnamese, the default.
        #[default]
        Vi "vi"
        /// English.
        En "en"
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    vi: String,
    en: String,
}

impl Text {
    /// A text that is the same in both languages: a name, a number, a law.
    pub fn same(text: impl Display) -> Text {
        let vi = text.to_string();
        Text { en: vi.clone(), vi }
    }

    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// A day as people write it in each language: `8/3/2022`, 2022-03-08.
    pub fn day(date: Date) -> Text {
        let vi = format!("{}/{}/{}", date.day(), date.month(), date.year());
        Text { vi, en: date.to_string() }
    }

    /// A month as people write it in each language: `12/2022`, 2022-12.
    pub fn month(period: Period) -> Text {
        let vi = format!("{}/{}", period.month(), period.year());
        Text { vi, en: period.to_string() }
    }

    /// The same with something done to the words of both languages.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Text {
        Text { vi: change(&self.vi), en: change(&self.en) }
    }

    /// The texts one after the other with `separator` between them.
    pub fn join(texts: &[Text], separator: &str) -> Text {
        let in_lang = |lang| {
            let parts: Vec<&str> = texts.iter().map(|t| t.get(lang)).collect();
            parts.join(separator)
        };
        Text { vi: in_lang(Lang::Vi), en: in_lang(Lang::En) }
    }
}

/// "Did you mean" with the words that are near, or another hint where none is.
pub fn near_or<T: AsRef<str>>(near: &[T], otherwise: Text) -> Text {
    let words: Vec<&str> = near.iter().map(AsRef::as_ref).collect();
    if words.is_empty() { otherwise } else { did_you_mean(words.join(", ")) }
}

/// What can be put into a sentence: names and numbers, which are the same in
/// both languages, and other entries of the catalogue.
pub trait Words {
    /// These words in `lang`.
    fn words(&self, lang: Lang) -> String;
}

impl<T: Display> Words for T {
    fn words(&self, _: Lang) -> String {
        self.to_string()
    }
}

impl Words for Text {
    fn words(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Words for &Text {
    fn words(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

/// An argument of an English text; with `{:?}` the `s` of what it counts.
struct InEnglish(String);

impl InEnglish {
    fn is_one(&self) -> bool {
        self.0 == "1"
    }
}

impl Display for InEnglish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for InEnglish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_one() { "" } else { "s" })
    }
}

/// Defines entries: `name(argument, …) { "Vietnamese {argument}", "English {argument}" }`.
/// Both languages are compulsory and their arguments are checked by the compiler.
///
/// In English words agree with a count: `{count} row{count:?}` is `1 row` and `2 rows`; another
/// word has its forms behind the text: `{count} row{count:?} {are} read`, are(count: "is", "are").
macro_rules! texts {
    ($($name:ident($($arg:ident),*) {
        $vi:literal, $en:literal $(, $word:ident($count:ident: $one:literal, $many:literal))*
    })*) => {$(
        #[doc = concat!("```text\n", $en, "\n```")]
        pub fn $name($($arg: impl $crate::text::Words),*) -> $crate::text::Text {
            $crate::text::Text {
                vi: { $(let $arg = $arg.words($crate::text::Lang::Vi);)* format!($vi) },
                en: {
                    $(let $arg = $crate::text::InEnglish($arg.words($crate::text::Lang::En));)*
                    $(let $word = if $count.is_one() { $one } else { $many };)*
                    format!($en)
                },
            }
        }
    )*};
}
use texts;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_agree_with_their_count() {
        for (count, english) in [
            (1, "1 commune meets fewer than 19 criteria: A"),
            (2, "2 communes meet fewer than 19 criteria: A"),
            (0, "0 communes meet fewer than 19 criteria: A"),
        ] {
            assert_eq!(below_required(count, 19, "A").get(Lang::En), english);
        }
    }
}
