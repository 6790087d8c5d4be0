//! Word's files as Markdown: headings, paragraphs, lists and tables. Read within bounds: whatever such a
//! file says of its own size, no more is unpacked than any minutes take.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::action::{NoWordFile, WordFileTooLarge};

/// The part of the file that holds the text.
const TEXT: &str = "word/document.xml";

/// So many mebibytes of text are more than anybody writes.
const MOST: u64 = 32;

/// Elements that stand deeper within each other than any program writes them.
const DEEPEST: usize = 200;

/// What a file of Word says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordText {
    /// Its text as Markdown.
    pub markdown: String,
    /// How many pictures were left out.
    pub pictures: usize,
    /// How many footnotes and endnotes were left out.
    pub notes: usize,
}

/// Reads the file at `path`, whose bytes are `bytes`.
///
/// # Errors
/// If it is none of Word's, or holds more than can be read.
pub fn read_word(path: &str, bytes: &[u8]) -> Result<WordText, Diagnostic> {
    let none = || Diagnostic::new(NoWordFile { path: path.to_owned() });
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| none())?;
    let part = archive.by_name(TEXT).map_err(|_| none())?;
    let mut xml = Vec::new();
    let most = MOST << 20;
    part.take(most + 1).read_to_end(&mut xml).map_err(|_| none())?;
    if u64::try_from(xml.len()).unwrap_or(u64::MAX) > most {
        return Err(Diagnostic::new(WordFileTooLarge { path: path.to_owned(), most: MOST }));
    }
    let xml = String::from_utf8(xml).map_err(|_| none())?;
    Document::default().read(&xml).ok_or_else(none)
}

/// What is known while the text is read.
#[derive(Default)]
struct Document {
    said: WordText,
    /// The names of the elements around the place, without their prefixes.
    within: Vec<String>,
    paragraph: Paragraph,
    /// The paragraphs around it, the outermost first.
    outer: Vec<Paragraph>,
    /// The rows of the table at the place; the outermost counts, and what is deeper is words of its cell.
    rows: Vec<Vec<String>>,
    tables: usize,
    was_list: bool,
    has_root: bool,
}

/// How words look: bold, and italic.
type Look = (bool, bool);

#[derive(Default)]
struct Paragraph {
    /// Words that look alike, one after the other.
    runs: Vec<(Look, String)>,
    /// How the words at the place look.
    look: Look,
    level: Option<u8>,
    is_item: bool,
    depth: usize,
}

impl Paragraph {
    fn add(&mut self, words: &str) {
        match self.runs.last_mut() {
            Some((look, known)) if *look == self.look => known.push_str(words),
            _ => self.runs.push((self.look, words.to_owned())),
        }
    }

    /// The words, with the signs of what is bold or italic; a heading is neither.
    fn words(&self) -> String {
        let run = |(look, words): &(Look, String)| {
            let sign = match look {
                _ if self.level.is_some() => "",
                (true, true) => "***",
                (true, false) => "**",
                (false, true) => "*",
                (false, false) => "",
            };
            let bare = words.trim();
            if sign.is_empty() || bare.is_empty() || bare.contains('\n') {
                return words.clone();
            }
            let begin = words.len() - words.trim_start().len();
            format!("{}{sign}{bare}{sign}{}", &words[..begin], &words[begin + bare.len()..])
        };
        self.runs.iter().map(run).collect()
    }
}

impl Document {
    fn read(mut self, xml: &str) -> Option<WordText> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().ok()? {
                Event::Start(element) => {
                    let name = name(&element);
                    self.begin(&name, &element);
                    self.within.push(name);
                    if self.within.len() > DEEPEST {
                        return None;
                    }
                }
                Event::Empty(element) => {
                    let name = name(&element);
                    self.begin(&name, &element);
                    self.end(&name);
                }
                Event::End(_) => {
                    let name = self.within.pop()?;
                    self.end(&name);
                }
                Event::Text(text) if self.is_in_text() => {
                    self.paragraph.add(&escaped(&text));
                }
                Event::GeneralRef(entity) if self.is_in_text() => {
                    let letter = match entity.resolve_char_ref().ok()? {
                        Some(letter) => letter.to_string(),
                        None => match &*entity {
                            "amp" => "&".to_owned(),
                            "lt" => "<".to_owned(),
                            "gt" => ">".to_owned(),
                            "quot" => "\"".to_owned(),
                            "apos" => "'".to_owned(),
                            // Entities of its own are what bombs are made of.
                            _ => return None,
                        },
                    };
                    self.paragraph.add(&escaped(&letter));
                }
                Event::DocType(_) => return None,
                Event::Eof => break,
                _ => {}
            }
        }
        (self.has_root && self.within.is_empty()).then(|| {
            let text = self.said.markdown.trim_start().to_owned();
            WordText { markdown: text, ..self.said }
        })
    }

    /// Whether words at the place are words of the text: neither moved away nor a second version of it.
    fn is_in_text(&self) -> bool {
        self.within.last().is_some_and(|name| name == "t")
            && !self.within.iter().any(|name| name == "moveFrom" || name == "Fallback")
    }

    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        let is_in = |around: &str| self.within.iter().any(|name| name == around);
        match name {
            "document" if self.within.is_empty() => self.has_root = true,
            // A box stands in the paragraph that holds it.
            "p" => self.outer.push(std::mem::take(&mut self.paragraph)),
            "r" => self.paragraph.look = (false, false),
            "rStyle" if is_in("r") => {
                let style = value().unwrap_or_default().to_lowercase();
                self.paragraph.look = (
                    ["strong", "fett"].contains(&&*style),
                    ["emphasis", "hervorhebung"].contains(&&*style),
                );
            }
            "b" if is_in("r") => self.paragraph.look.0 = is_on(value()),
            "i" if is_in("r") => self.paragraph.look.1 = is_on(value()),
            "pStyle" if is_in("pPr") => {
                if let Some(style) = value() {
                    self.paragraph.level = level_of(&style).or(self.paragraph.level);
                    self.paragraph.is_item |= style.to_lowercase().starts_with("list");
                }
            }
            "outlineLvl" if is_in("pPr") => {
                let level = value().and_then(|it| it.parse::<u8>().ok()).filter(|it| *it < 6);
                self.paragraph.level = level.map(|level| level + 1).or(self.paragraph.level);
            }
            "numPr" if is_in("pPr") => self.paragraph.is_item = true,
            "ilvl" if is_in("numPr") => {
                self.paragraph.depth = value().and_then(|it| it.parse().ok()).unwrap_or(0).min(8);
            }
            "tab" if is_in("r") => self.paragraph.add(" "),
            "br" | "cr" if is_in("r") => self.paragraph.add("\n"),
            "noBreakHyphen" => self.paragraph.add("-"),
            "drawing" | "pict" if !is_in("Fallback") => self.said.pictures += 1,
            "footnoteReference" | "endnoteReference" => self.said.notes += 1,
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.rows.push(Vec::new()),
            "tc" if self.tables == 1 => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_table();
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let paragraph = std::mem::replace(&mut self.paragraph, outer);
        let (words, Paragraph { level, is_item, depth, .. }) = (paragraph.words(), paragraph);
        let lines: Vec<&str> =
            words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            return;
        }
        if self.tables > 0 {
            let cell = self.rows.last_mut().and_then(|row| row.last_mut());
            if let Some(cell) = cell {
                let joined = lines.join("<br>");
                if !cell.is_empty() {
                    cell.push_str("<br>");
                }
                cell.push_str(&joined);
            }
            return;
        }
        let text = &mut self.said.markdown;
        // Only items of one list stand without an empty line between them.
        if !(text.is_empty() || is_item && self.was_list) {
            text.push('\n');
        }
        match level {
            Some(level) => {
                let sign = "#".repeat(usize::from(level));
                let _ = writeln!(text, "{sign} {}", lines.join(" "));
            }
            None if is_item => {
                let indent = "  ".repeat(depth);
                let _ = writeln!(text, "{indent}- {}", lines.join(&format!("\\\n{indent}  ")));
            }
            None => {
                let _ = writeln!(text, "{}", lines.join("\\\n"));
            }
        }
        self.was_list = is_item && level.is_none();
    }

    /// A table of two columns tells facts, each in a line; any other is one.
    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let rows: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        if rows.is_empty() {
            return;
        }
        let text = &mut self.said.markdown;
        if !text.is_empty() {
            text.push('\n');
        }
        self.was_list = false;
        if columns <= 2 {
            for row in &rows {
                let cells: Vec<String> = row
                    .iter()
                    .filter(|it| !it.is_empty())
                    .map(|it| it.replace("<br>", "; "))
                    .collect();
                let _ = match &cells[..] {
                    [label, words] => {
                        writeln!(text, "- **{}:** {words}", label.trim_end_matches(':'))
                    }
                    _ => writeln!(text, "- {}", cells.concat()),
                };
            }
            return;
        }
        for (number, row) in rows.iter().enumerate() {
            let cells =
                (0..columns).map(|at| row.get(at).map_or("", String::as_str).replace('|', "\\|"));
            let _ = writeln!(text, "| {} |", cells.collect::<Vec<_>>().join(" | "));
            if number == 0 {
                let _ = writeln!(text, "|{}", " --- |".repeat(columns));
            }
        }
    }
}

fn name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_owned()
}

fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == wanted)?;
    Some(found.value.into_owned())
}

/// Whether a switch is on; alone it is.
fn is_on(value: Option<String>) -> bool {
    !value.is_some_and(|value| ["0", "false", "off", "none"].contains(&value.as_str()))
}

/// The level of a heading by the name of its style: `Heading2`, `berschrift2`, `Titel`.
fn level_of(style: &str) -> Option<u8> {
    let style = style.to_lowercase();
    if style == "title" || style == "titel" {
        return Some(1);
    }
    let begins = ["heading", "überschrift", "berschrift"];
    let rest = begins.iter().find_map(|begin| style.strip_prefix(begin))?;
    rest.trim().parse().ok().filter(|level| (1..=6).contains(level))
}

/// Words that stay words in Markdown.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests;
