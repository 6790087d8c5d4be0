//! What a finding is, and how one is written.

use std::any::Any;
use std::fmt::Debug;
use std::sync::Arc;

use crate::source::{Origin, Sources};
use crate::text::{Language, list};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; shown by `check` alone.
    Note,
    /// Probably not meant; fails a command only under `--strict`.
    Warning,
    /// Wrong: nothing is done.
    Error,
}

impl Severity {
    /// The word that heads the finding.
    pub fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Note, Language::German) => "Hinweis",
            (Self::Note, Language::English) => "note",
            (Self::Warning, Language::German) => "Warnung",
            (Self::Warning, Language::English) => "warning",
            (Self::Error, Language::German) => "Fehler",
            (Self::Error, Language::English) => "error",
        }
    }

    /// The word that stands for it in JSON.
    pub fn code(self) -> &'static str {
        self.word(Language::English)
    }
}

/// What a finding says: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// One line without capital and full stop.
    pub message: String,
    /// The way out, if there is one to name.
    pub hint: Option<String>,
}

/// The facts of one kind of finding.
pub trait Problem: Any + Debug + Send + Sync {
    /// The stable kebab-case name that tests, documents and JSON use.
    fn code(&self) -> &'static str;
    /// How much it weighs.
    fn severity(&self) -> Severity;
    /// Its words.
    fn wording(&self, language: Language) -> Wording;
}

/// What a second place has to do with the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// It was written here first.
    FirstHere,
    /// The other one of the two.
    OtherHere,
    /// The value it is measured against.
    ComparedWith,
    /// The entry it refers to.
    Within,
}

impl Label {
    /// Its words.
    pub fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::FirstHere, Language::German) => "zuerst hier",
            (Self::FirstHere, Language::English) => "first here",
            (Self::OtherHere, Language::German) => "der andere Eintrag",
            (Self::OtherHere, Language::English) => "the other entry",
            (Self::ComparedWith, Language::German) => "verglichen hiermit",
            (Self::ComparedWith, Language::English) => "compared with this",
            (Self::Within, Language::German) => "dieser Eintrag",
            (Self::Within, Language::English) => "this entry",
        }
    }
}

/// A finding with its places: the first is where to mend, the others explain.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The facts.
    pub problem: Arc<dyn Problem>,
    /// Where it stands; none if it is about the request or a file that could not be read.
    pub place: Option<Origin>,
    /// The path of a file that could not be read.
    pub file: Option<String>,
    /// Further places.
    pub related: Vec<(Origin, Label)>,
    /// Why somebody accepts it; it is listed and stops nothing then.
    pub acknowledged: Option<String>,
}

impl Diagnostic {
    /// A finding about no place in a file.
    pub fn new(problem: impl Problem + 'static) -> Self {
        Self {
            problem: Arc::new(problem),
            place: None,
            file: None,
            related: Vec::new(),
            acknowledged: None,
        }
    }

    /// A finding about a file that could not be read, or is not there.
    pub fn about(path: &str, problem: impl Problem + 'static) -> Self {
        Self { file: Some(path.to_owned()), ..Self::new(problem) }
    }

    /// A finding at `origin`.
    pub fn at(origin: Origin, problem: impl Problem + 'static) -> Self {
        Self { place: Some(origin), ..Self::new(problem) }
    }

    /// Adds a place that explains.
    #[must_use]
    pub fn with(mut self, origin: Origin, label: Label) -> Self {
        self.related.push((origin, label));
        self
    }

    /// The path of the file that it is about; none if it is about the request.
    pub fn path<'s>(&'s self, sources: &'s Sources) -> Option<&'s str> {
        let place = self.place.map(|place| sources.file(place.file).path.as_str());
        place.or(self.file.as_deref())
    }

    /// Whether any of its places is in `part` of a file.
    pub fn is_within(&self, part: Origin) -> bool {
        let related = self.related.iter().map(|(place, _)| *place);
        let mut places = self.place.into_iter().chain(related);
        places.any(|it| it.file == part.file && (part.start..part.end).contains(&it.start))
    }

    /// How much it weighs: an acknowledged one is no more than good to know.
    pub fn severity(&self) -> Severity {
        match self.acknowledged {
            Some(_) => Severity::Note,
            None => self.problem.severity(),
        }
    }

    /// Its stable name.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Its facts, if it is a finding of this kind.
    pub fn facts<P: Problem>(&self) -> Option<&P> {
        let problem: &dyn Any = &*self.problem;
        problem.downcast_ref()
    }
}

/// The heaviest finding's weight.
pub fn worst(findings: &[Diagnostic]) -> Option<Severity> {
    findings.iter().map(Diagnostic::severity).max()
}

/// Makes a struct per kind of finding, with its code, weight and words in both languages.
///
/// An entry is a head and a row for each language: what is wrong, and after `=>` the way out, if
/// there is one to name. Both are format strings that see the facts by name, with arguments of
/// their own where the languages differ in what they compute. What both rows need is computed
/// above them by `let`, where the language goes by the name that the file gives it:
///
/// ```text
/// problems! { |language|
///     /// A day on which nobody has time.
///     Warning "busy-day" BusyDay { date: NaiveDate, near: Option<String> }
///         let date = DateStyle::of(language).long(*date);
///         de "am {date} kann niemand" => near or "wählen Sie einen anderen Tag";
///         en "nobody has time on {date}" => near or "choose another day";
/// }
/// ```
///
/// `near or` asks whether the nearest name was meant, where there is one; a way out in brackets is
/// any expression of `Option<String>`.
macro_rules! problems {
    (|$language:ident| $(
        $(#[$doc:meta])*
        $severity:ident $code:literal $name:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)?
        }
        $(let $fact:pat = $value:expr;)*
        de $german:literal $(, $german_arg:expr)* $(=>
            $($german_near:ident $(or)?)? $(($german_way:expr))?
            $($german_hint:literal $(, $german_hint_arg:expr)*)?
        )?;
        en $english:literal $(, $english_arg:expr)* $(=>
            $($english_near:ident $(or)?)? $(($english_way:expr))?
            $($english_hint:literal $(, $english_hint_arg:expr)*)?
        )?;
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $name { $($(#[$field_doc])* pub $field: $type),* }

            impl $name {
                /// The stable name of this kind of finding.
                pub const CODE: &'static str = $code;
            }

            impl $crate::diagnostic::finding::Problem for $name {
                fn code(&self) -> &'static str {
                    Self::CODE
                }
                fn severity(&self) -> $crate::diagnostic::finding::Severity {
                    $crate::diagnostic::finding::Severity::$severity
                }
                fn wording(
                    &self,
                    $language: $crate::text::Language,
                ) -> $crate::diagnostic::finding::Wording {
                    use $crate::diagnostic::finding;
                    let Self { $($field),* } = self;
                    $(let $fact = $value;)*
                    match $language {
                        $crate::text::Language::German => finding::Wording {
                            message: format!($german $(, $german_arg)*),
                            hint: None $(
                                $(.or_else(|| finding::meant($german_near.as_ref(), $language)))?
                                $(.or_else(|| $german_way))?
                                $(.or_else(|| {
                                    Some(format!($german_hint $(, $german_hint_arg)*))
                                }))?
                            )?,
                        },
                        $crate::text::Language::English => finding::Wording {
                            message: format!($english $(, $english_arg)*),
                            hint: None $(
                                $(.or_else(|| finding::meant($english_near.as_ref(), $language)))?
                                $(.or_else(|| $english_way))?
                                $(.or_else(|| {
                                    Some(format!($english_hint $(, $english_hint_arg)*))
                                }))?
                            )?,
                        },
                    }
                }
            }
        )*

        /// The codes of this file.
        pub const CODES: &[&str] = &[$($code),*];
    };
}
pub(super) use problems;

/// "did you mean `x`?", where a near name is known.
pub(super) fn meant(near: Option<&String>, language: Language) -> Option<String> {
    near.map(|near| {
        language.pick(format!("meinten Sie `{near}`?"), format!("did you mean `{near}`?"))
    })
}

/// "`a`, `b` or `c`".
pub(super) fn quoted(names: &[String], language: Language) -> String {
    list::or(names.iter().map(|name| format!("`{name}`")), language)
}
