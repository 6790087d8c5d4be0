//! `erfa help CODE`: a finding in the smallest case in which it comes up, and the way out.

use std::fmt::Write as _;

use crate::diagnostic::{Case, Severity, acknowledgeable, smallest_case};
use crate::text::Language;

/// The page of the finding with this code, if there is one.
pub(in crate::cli) fn page(code: &str, language: Language) -> Option<String> {
    let Case { code, command, files, said } = smallest_case(code)?;
    let said = finding(language.pick(said[0], said[1]), code);
    let german = language == Language::German;
    let case = if german { "Der kleinste Fall" } else { "The smallest case" };
    let answer = if german { "Was dann gesagt wird" } else { "What is said then" };
    let set_in = |text: &str| {
        let line = |line: &str| format!("    {line}").trim_end().to_owned() + "\n";
        text.lines().map(line).collect::<String>()
    };
    let mut page = format!("{code}\n\n{case}:\n\n");
    for (path, text) in files {
        let _ = write!(page, "  {path}\n{}\n", set_in(text));
    }
    // Variables stand before the program.
    let words: Vec<&str> = command.split_whitespace().collect();
    let settings = words.iter().take_while(|word| word.contains('=')).count();
    let (settings, words) = words.split_at(settings);
    let typed: Vec<&str> = settings.iter().chain(&["erfa"]).chain(words).copied().collect();
    let _ = write!(page, "  $ {}\n\n{answer}:\n\n{}", typed.join(" "), set_in(&said));
    let more = [weight(&said, language).map(str::to_owned), accept(code, language)];
    for more in more.into_iter().flatten() {
        let _ = write!(page, "\n{more}\n");
    }
    Some(page)
}

/// The finding alone, of all that is said.
fn finding(said: &str, code: &str) -> String {
    let mark = format!("[{code}]");
    let lines = said.lines().skip_while(|line| !line.contains(&mark));
    lines.take_while(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// What a warning or a note stops.
fn weight(said: &str, language: Language) -> Option<&'static str> {
    let is = |weight: Severity| said.starts_with(weight.word(language));
    if is(Severity::Warning) {
        Some(language.pick(
            "Eine Warnung hält keinen Befehl auf, außer mit `--strict`.",
            "A warning stops no command, except under `--strict`.",
        ))
    } else if is(Severity::Note) {
        Some(language.pick(
            "Ein Hinweis hält keinen Befehl auf; nur `erfa check` zeigt ihn.",
            "A note stops no command; `erfa check` alone shows it.",
        ))
    } else {
        None
    }
}

/// How somebody who knows of it says so.
fn accept(code: &str, language: Language) -> Option<String> {
    let is_possible = acknowledgeable().contains(&code);
    is_possible.then(|| {
        let words = language.pick(
            "Soll es so sein, steht das mit dem Grund beim Treffen oder beim Punkt:",
            "If it is meant to be so, say so with the reason, at the meeting or at the item:",
        );
        let reason = language.pick("weil …", "because …");
        format!("{words}\n\n    acknowledge = [{{ code = \"{code}\", reason = \"{reason}\" }}]")
    })
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::diagnostic::codes;
    use crate::text::Language;

    #[test]
    fn every_code_has_its_page() {
        for code in codes() {
            for language in Language::ALL {
                let page = page(code, language).unwrap_or_else(|| panic!("no page of {code}"));
                assert!(page.contains(&format!("[{code}]: ")), "{page}");
                assert!(page.contains("  $ ") && page.contains("erfa "), "{page}");
            }
        }
    }
}
