//! Closed sets of words: what files, JSON, templates and arguments choose from, each word once and
//! beside it what people call it.

use std::iter::Copied;
use std::slice::Iter;

/// A closed set of words, each of which names a member.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// The members, in the order in which people are told what is possible; without those that carry
    /// a value instead of having a word.
    const ALL: &'static [Self];

    /// The members, one after the other.
    fn all() -> Copied<Iter<'static, Self>> {
        Self::ALL.iter().copied()
    }

    /// Its words: first the one that is written, then those that people may say as well. What goes
    /// without saying has none.
    fn words(self) -> &'static [&'static str];

    /// The word that is written.
    fn word(self) -> &'static str {
        self.words().first().copied().unwrap_or_default()
    }

    /// Reads the word that is written, and no other.
    fn read(word: &str) -> Option<Self> {
        Self::all().find(|member| member.word() == word)
    }

    /// What people call it, in German and in English; nothing if it has no such names.
    fn names(self) -> &'static [&'static str] {
        &[]
    }

    /// Reads any of the words.
    fn understand(word: &str) -> Option<Self> {
        Self::all().find(|member| member.words().contains(&word))
    }

    /// Reads any of the words, then what people call it, whatever the case: what somebody writes by hand.
    fn spoken(words: &str) -> Option<Self> {
        let wanted = words.trim().to_lowercase();
        let is = |names: &[&str]| names.iter().any(|name| name.to_lowercase() == wanted);
        let called = || Self::all().find(|member| is(member.names()));
        Self::all().find(|member| is(member.words())).or_else(called).filter(|_| !wanted.is_empty())
    }
}

/// Makes an enum with its words, or says the words of one that is there (`for`). Behind `=>` stands
/// what people call a member, in German and in English: if all have a name, the enum has `name`.
///
/// ```text
/// vocabulary! {
///     /// When something is.
///     pub enum Season {
///         /// From June to August.
///         Summer = "summer" | "sommer" => ("im Sommer", "in summer"),
///     }
/// }
/// ```
macro_rules! vocabulary {
    (names) => { &[] };
    (names ($german:literal, $english:literal)) => { &[$german, $english] };
    (for $name:ty { $($member:ident $(= $($word:literal)|+)? $(=> $called:tt)?,)+ }) => {
        impl $crate::text::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$member),+];

            fn words(self) -> &'static [&'static str] {
                match self {
                    $(Self::$member => &[$($($word),+)?],)+
                }
            }

            fn names(self) -> &'static [&'static str] {
                match self {
                    $(Self::$member => $crate::text::vocabulary!(names $($called)?),)+
                }
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::text::word_schema::<Self>()
            }
        }
    };
    ($(#[$about:meta])* $open:vis enum $name:ident {
        $(
            $(#[$note:meta])*
            $member:ident $(= $($word:literal)|+)? => ($german:literal, $english:literal),
        )+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $open enum $name {
            $($(#[$note])* $member,)+
        }

        $crate::text::vocabulary! {
            for $name { $($member $(= $($word)|+)? => ($german, $english),)+ }
        }

        impl $name {
            /// What people call it.
            $open fn name(self, language: $crate::text::Language) -> &'static str {
                match self {
                    $(Self::$member => language.pick($german, $english),)+
                }
            }
        }
    };
    ($(#[$about:meta])* $open:vis enum $name:ident {
        $($(#[$note:meta])* $member:ident $(= $($word:literal)|+)?,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $open enum $name {
            $($(#[$note])* $member,)+
        }

        $crate::text::vocabulary! { for $name { $($member $(= $($word)|+)?,)+ } }
    };
}

pub(crate) use vocabulary;

/// What answers say of a member: its word.
#[cfg(test)]
pub(crate) fn word_schema<T: Vocabulary>() -> schemars::Schema {
    let words: Vec<&str> = T::all().map(T::word).collect();
    schemars::json_schema!({ "type": "string", "enum": words })
}

#[cfg(test)]
mod tests {
    use super::Vocabulary as _;
    use crate::text::Language;

    vocabulary! {
        /// When something is.
        enum Season {
            /// From June to August.
            Summer = "summer" | "sommer" => ("im Sommer", "in summer"),
            /// From December to February.
            Winter = "winter" => ("im Winter", "in winter"),
        }
    }

    #[test]
    fn words_name_members() {
        assert_eq!(Season::ALL, [Season::Summer, Season::Winter]);
        assert_eq!(Season::all().map(Season::word).collect::<Vec<_>>(), ["summer", "winter"]);
        assert_eq!(Season::read("summer"), Some(Season::Summer));
        // What people may say as well is understood, and read nowhere else.
        assert_eq!(Season::read("sommer"), None);
        assert_eq!(Season::understand("sommer"), Some(Season::Summer));
        assert_eq!(Season::understand("Summer"), None);
        for words in ["Sommer", "im Sommer", " IN SUMMER "] {
            assert_eq!(Season::spoken(words), Some(Season::Summer), "{words}");
        }
        assert_eq!((Season::spoken("Herbst"), Season::spoken(" ")), (None, None));
        assert_eq!(Season::Winter.name(Language::English), "in winter");
    }
}
