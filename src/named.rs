//! Kinds of things that files and scripts call by a word.

/// Defines an enum with the word of each variant, and others by which people call it:
/// `Fish "fish" | "cá"`.
macro_rules! named {
    ($(#[$about:meta])* $vis:vis $name:ident {
        $($(#[$doc:meta])* $variant:ident $word:literal $(| $other:literal)*)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$doc])* $variant,)* }

        #[allow(dead_code, reason = "not everything is asked of every kind")]
        impl $name {
            /// All of them, in the order of the documentation.
            $vis const ALL: [$name; [$($word),*].len()] = [$($name::$variant),*];

            /// Every word, and what it means.
            $vis const WORDS: &[(&str, $name)] =
                &[$(($word, $name::$variant), $(($other, $name::$variant),)*)*];

            /// The word in files, JSON and CSV.
            $vis const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// What has this very word in files, JSON and CSV.
            $vis fn from_word(word: &str) -> Option<$name> {
                $name::ALL.into_iter().find(|named| named.as_str() == word)
            }

            /// Reads it as people write it.
            $vis fn parse(text: &str) -> Option<$name> {
                $crate::fold::find(text, $name::WORDS.iter().copied())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use named;
