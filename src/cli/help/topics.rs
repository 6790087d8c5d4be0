//! What belongs to no single command: the pages of `data/help/`.

use super::fitted::fitted;
use crate::text::list::or;
use crate::text::{Language, Vocabulary as _, vocabulary};

vocabulary! {
    /// What there is a page about.
    pub(in crate::cli) enum Topic {
        /// How it comes whose turn it is.
        Turns = "turns" | "turnus" | "turn" | "rotation",
        /// How days and times are written, and how days are judged.
        Days = "days" | "tage" | "day" | "times" | "zeiten",
        /// What an answer can be written as.
        Formats = "formats" | "formate" | "format",
        /// How other programs use this one.
        Scripting = "scripting" | "skripte" | "scripts" | "cron" | "usage" | "outside",
        /// What the surroundings say: variables, the folder, the language.
        Environment = "environment" | "umgebung" | "workspace" | "arbeitsordner",
    }
}

impl Topic {
    /// Its page, for so many columns.
    pub(in crate::cli) fn page(self, width: usize, language: Language) -> String {
        macro_rules! text {
            ($name:literal) => {
                language.pick(
                    include_str!(concat!("../../../data/help/de/", $name, ".txt")),
                    include_str!(concat!("../../../data/help/en/", $name, ".txt")),
                )
            };
        }
        let text = match self {
            Self::Turns => text!("turns"),
            Self::Days => text!("days"),
            Self::Formats => text!("formats"),
            Self::Scripting => text!("scripting"),
            Self::Environment => text!("environment"),
        };
        fitted(&filled(text, width), width)
    }

    /// The word that goes into a list for people.
    fn called(self, language: Language) -> &'static str {
        let [english, german, ..] = self.words() else { return self.word() };
        language.pick(german, english)
    }
}

/// What the pages are called.
pub(in crate::cli) fn names(language: Language) -> impl Iterator<Item = &'static str> {
    Topic::all().map(move |topic| topic.called(language))
}

/// What stands at the foot of the help of the program.
pub(super) fn foot(language: Language) -> String {
    let topics = or(names(language), language);
    match language {
        Language::German => format!(
            "`erfa help` erklärt einen Befehl, ein Thema ({topics}) oder einen Befund, etwa `erfa help \
             unknown-key`.\n\nDer Arbeitsordner ist der erste mit `network.toml`: `--dir`, `ERFA_DIR`, dieser \
             Ordner und die darüber, jeweils auch `data/` darin; ohne einen antwortet das eingebaute \
             Netzwerk. `ERFA_LANG=de` oder `ERFA_LANG=en` wählt die Sprache der Hilfe."
        ),
        Language::English => format!(
            "`erfa help` explains a command, a topic ({topics}) or a finding, such as `erfa help \
             unknown-key`.\n\nThe workspace is the first folder with `network.toml`: `--dir`, `ERFA_DIR`, this \
             folder and those above it, `data/` in each as well; without one the built-in network \
             answers. `ERFA_LANG=de` or `ERFA_LANG=en` chooses the language of help."
        ),
    }
}

/// `text` with its paragraphs filled to `width`; lines that are set in stay as they are.
fn filled(text: &str, width: usize) -> String {
    // A key or an option is one word, with all its hyphens.
    let options = textwrap::Options::new(width)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let paragraph = |paragraph: &str| {
        let is_set_in = paragraph.lines().any(|line| line.starts_with("  "));
        let words = || paragraph.lines().collect::<Vec<_>>().join(" ");
        if is_set_in { paragraph.to_owned() } else { textwrap::fill(&words(), &options) }
    };
    let paragraphs: Vec<String> = text.trim_end().split("\n\n").map(paragraph).collect();
    paragraphs.join("\n\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{Topic, filled};
    use crate::text::{Language, Vocabulary as _, columns};

    #[test]
    fn paragraphs_are_filled_and_what_is_set_in_stays() {
        let text = "One two\nthree\n\n  four  five\n  six\n";
        assert_eq!(filled(text, 8), "One two\nthree\n\n  four  five\n  six\n");
        assert_eq!(filled(text, 80), "One two three\n\n  four  five\n  six\n");
    }

    #[test]
    fn pages_fit_narrow_windows() {
        for topic in Topic::all() {
            for language in Language::ALL {
                for width in [40, 80] {
                    let page = topic.page(width, language);
                    // What stands in quotation marks is one word.
                    let long = page.lines().filter(|it| columns(it) > width);
                    let long: Vec<&str> = long.filter(|it| !it.starts_with("    '")).collect();
                    assert!(long.is_empty(), "{long:?}");
                }
            }
        }
    }
}
