//! Pages of the manual, as `man` reads them: man(7), in letters that every version of it knows.

use crate::text::Language;

/// The day of the pages; no page depends on the clock.
const DAY: &str = "2026-11-29";

/// The longest line of a source, in bytes.
const LONGEST: usize = 78;

/// A page about a command.
#[derive(Clone, Debug, Default)]
pub struct Manual {
    /// What it is called: `erfa-outbox-make`.
    pub name: String,
    /// What it does, in a line.
    pub about: String,
    /// How it is called, a line each.
    pub usage: Vec<String>,
    /// What there is to know, in paragraphs.
    pub description: Vec<String>,
    /// Sections of words and what they stand for, each with its heading.
    pub lists: Vec<(String, Vec<(String, String)>)>,
    /// The names of pages that belong to it.
    pub others: Vec<String>,
}

/// The source of a page.
pub fn manual(page: &Manual, language: Language) -> String {
    let [names, synopsis, description, others, book] = match language {
        Language::German => {
            ["BEZEICHNUNG", "ÜBERSICHT", "BESCHREIBUNG", "SIEHE AUCH", "Handbuch von erfa"]
        }
        Language::English => ["NAME", "SYNOPSIS", "DESCRIPTION", "SEE ALSO", "erfa manual"],
    };
    let version = env!("CARGO_PKG_VERSION");
    let mut source = String::new();
    let title = escaped(&page.name.to_uppercase());
    source.extend([".TH \"", &title, "\" 1 ", DAY, " \"erfa ", version, "\" \"", book, "\"\n"]);
    heading(names, &mut source);
    lines(&format!("{} \u{1}\\- {}", page.name, page.about), &mut source);
    heading(synopsis, &mut source);
    for (at, usage) in page.usage.iter().enumerate() {
        source += if at > 0 { ".br\n" } else { "" };
        lines(usage, &mut source);
    }
    if !page.description.is_empty() {
        heading(description, &mut source);
    }
    for (at, paragraph) in page.description.iter().enumerate() {
        source += if at > 0 { ".PP\n" } else { "" };
        lines(paragraph, &mut source);
    }
    for (name, entries) in &page.lists {
        heading(&name.to_uppercase(), &mut source);
        for (word, about) in entries {
            source.extend([".TP\n\\fB", &escaped(word), "\\fR\n"]);
            lines(about, &mut source);
        }
    }
    if !page.others.is_empty() {
        heading(others, &mut source);
        let names: Vec<String> = page.others.iter().map(|name| format!("{name}(1)")).collect();
        lines(&names.join(", "), &mut source);
    }
    source
}

fn heading(words: &str, source: &mut String) {
    source.extend([".SH ", &escaped(words), "\n"]);
}

/// `words` in lines that are short enough, none of which begins like an order.
fn lines(words: &str, source: &mut String) {
    let mut line = String::new();
    let mut end = |line: &mut String| {
        let is_order = line.starts_with(['.', '\'']);
        *source += if is_order { "\\&" } else { "" };
        *source += line;
        *source += "\n";
        line.clear();
    };
    for word in words.split_whitespace() {
        // Already written as it goes into the source.
        let word = word.strip_prefix('\u{1}').map_or_else(|| escaped(word), str::to_owned);
        if !line.is_empty() && line.len() + 1 + word.len() > LONGEST {
            end(&mut line);
        }
        line += if line.is_empty() { "" } else { " " };
        line += &word;
    }
    if !line.is_empty() {
        end(&mut line);
    }
}

/// `words` in letters of ASCII, of which none is obeyed.
fn escaped(words: &str) -> String {
    let letter = |letter: char| match letter {
        '\\' => "\\e".to_owned(),
        '-' => "\\-".to_owned(),
        '\'' => "\\(aq".to_owned(),
        '`' => "\\(ga".to_owned(),
        '^' => "\\(ha".to_owned(),
        '~' => "\\(ti".to_owned(),
        '"' => "\\(dq".to_owned(),
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    };
    words.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Manual, manual};
    use crate::text::Language;

    #[test]
    fn nothing_in_a_page_is_obeyed_and_no_line_is_too_long() {
        let nasty = ".SH \\fB 'x' \"y\" ä – `-y` ^~ ".repeat(20);
        let page = Manual {
            name: "erfa-x".to_owned(),
            about: nasty.clone(),
            usage: vec![".TH x".to_owned(), nasty.clone()],
            description: vec![nasty.clone(), nasty.clone()],
            lists: vec![("options".to_owned(), vec![("--to <WHO>".to_owned(), nasty)])],
            others: vec!["erfa".to_owned()],
        };
        for language in Language::ALL {
            let source = manual(&page, language);
            assert!(source.is_ascii());
            for line in source.lines() {
                assert!(line.len() <= LONGEST + 8, "{line}");
                let order = line.starts_with(['.', '\'']);
                let known = [".TH \"", ".SH ", ".PP", ".TP", ".br"];
                assert!(!order || known.iter().any(|it| line.starts_with(it)), "{line}");
            }
            let headings = source.lines().filter(|line| line.starts_with(".SH "));
            assert_eq!(headings.count(), 5, "{source}");
        }
    }
}
