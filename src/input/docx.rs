//! Word's files as Markdown: headings, paragraphs, lists and tables. Read within bounds: whatever such a
//! file says of its own size, no more is unpacked than any minutes take.

use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

mod lists;
mod paragraph;
mod parts;

use lists::Lists;
use paragraph::{Kind, Look, Paragraph};
use parts::{LINKS, LISTS, Parts, attribute, name};

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
    /// How many links were left out whose words are there.
    pub links: usize,
}

/// Reads the file at `path`, whose bytes are `bytes`.
///
/// # Errors
/// If it is none of Word's, or holds more than can be read.
pub fn read_word(path: &str, bytes: &[u8]) -> Result<WordText, Diagnostic> {
    let none = || Diagnostic::new(NoWordFile { path: path.to_owned() });
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| none())?;
    let too_large = || Diagnostic::new(WordFileTooLarge { path: path.to_owned(), most: MOST });
    let mut read = |name: &str| {
        let part = archive.by_name(name).ok()?;
        let mut xml = Vec::new();
        let most = MOST << 20;
        part.take(most + 1).read_to_end(&mut xml).ok()?;
        let is_fit = u64::try_from(xml.len()).is_ok_and(|length| length <= most);
        Some(if is_fit { Ok(String::from_utf8(xml).ok()?) } else { Err(too_large()) })
    };
    let xml = read(TEXT).ok_or_else(none)??;
    let mut parts = Parts::default();
    if let Some(links) = read(LINKS) {
        parts.read_links(&links?);
    }
    if let Some(lists) = read(LISTS) {
        parts.read_lists(&lists?);
    }
    Document { parts, ..Document::default() }.read(&xml).ok_or_else(none)
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
    /// Whether its first row are headings, and the columns that are flush right in it.
    is_headed: bool,
    numeric: Vec<usize>,
    tables: usize,
    /// What the last paragraph was.
    last: Option<Kind>,
    lists: Lists,
    parts: Parts,
    /// Where the words at the place lead.
    link: Option<String>,
    has_root: bool,
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
                    self.paragraph.add(&text);
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
                    self.paragraph.add(&letter);
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
            "r" => self.paragraph.look = Look { link: self.link.clone(), ..Look::default() },
            "hyperlink" => {
                // One that leads to a place in the same file says nothing elsewhere.
                let id = attribute(element, "id");
                self.link = id.as_ref().and_then(|id| self.parts.link(id)).map(str::to_owned);
                self.said.links += usize::from(id.is_some() && self.link.is_none());
            }
            "rStyle" if is_in("r") => {
                let style = value().unwrap_or_default().to_lowercase();
                let look = &mut self.paragraph.look;
                look.is_bold = ["strong", "fett"].contains(&&*style);
                look.is_italic = ["emphasis", "hervorhebung"].contains(&&*style);
                look.is_typed = ["typed", "htmlcode"].contains(&&*style);
            }
            "b" if is_in("r") => self.paragraph.look.is_bold = is_on(value()),
            "i" if is_in("r") => self.paragraph.look.is_italic = is_on(value()),
            "pStyle" if is_in("pPr") => {
                if let Some(style) = value() {
                    self.style(&style);
                }
            }
            "outlineLvl" if is_in("pPr") => {
                let level = value().and_then(|it| it.parse::<u8>().ok()).filter(|it| *it < 6);
                if let Some(level) = level {
                    self.paragraph.kind = Kind::Heading(level + 1);
                }
            }
            "numId" if is_in("numPr") => {
                // Without a number it is an item no more, whatever its style says.
                let list = value().filter(|list| list != "0");
                self.paragraph.list.clone_from(&list);
                match (list, self.paragraph.kind) {
                    (_, Kind::Heading(_)) => {}
                    (Some(_), _) => self.paragraph.kind = Kind::Item,
                    (None, _) => self.paragraph.kind = Kind::Plain,
                }
            }
            "jc" if is_in("pPr") => {
                self.paragraph.is_right = value().is_some_and(|it| it == "right" || it == "end");
            }
            "tblHeader" if self.tables == 1 && self.rows.len() == 1 => {
                self.is_headed = is_on(value());
            }
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

    /// What the name of its style says of the paragraph at the place.
    fn style(&mut self, style: &str) {
        let paragraph = &mut self.paragraph;
        let name = style.to_lowercase();
        let begins = |names: &[&str]| names.iter().find_map(|begin| name.strip_prefix(begin));
        let is_one = |names: &[&str]| names.contains(&&*name);
        paragraph.is_numbered = begins(&["listnumber", "listennummer"]).is_some();
        if let Some(level) = level_of(style) {
            paragraph.kind = Kind::Heading(level);
        } else if let Some(rest) = begins(&["listcontinue", "listenfortsetzung"]) {
            paragraph.kind = Kind::Continued;
            paragraph.depth = rest.parse().unwrap_or(1_usize).clamp(1, 9);
        } else if name.starts_with("list") {
            paragraph.kind = Kind::Item;
        } else if is_one(&["quote", "zitat", "intensequote", "intensivzitat", "intensiveszitat"]) {
            paragraph.kind = Kind::Quote;
        } else if is_one(&["code", "htmlpreformatted", "htmlvorformatiert"]) {
            paragraph.kind = Kind::Code;
        } else if name == "rule" {
            paragraph.kind = Kind::Rule;
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "hyperlink" => self.link = None,
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
        let (words, kind) = (paragraph.words(), paragraph.kind);
        let lines: Vec<&str> = match kind {
            Kind::Code => words.lines().map(str::trim_end).collect(),
            _ => words.lines().map(str::trim).filter(|line| !line.is_empty()).collect(),
        };
        if self.tables > 0 {
            self.add_to_cell(&lines, &paragraph);
            return;
        }
        if lines.is_empty() && kind != Kind::Rule {
            return;
        }
        let last = self.last.replace(kind);
        let was_list = last.is_some_and(|last| matches!(last, Kind::Item | Kind::Continued));
        let text = &mut self.said.markdown;
        let mark = (kind == Kind::Item).then(|| self.lists.mark(&paragraph, was_list, &self.parts));
        // Only items of one list, and lines of one quote, stand without an empty line between them.
        let is_joined = match kind {
            Kind::Item => {
                last == Some(Kind::Item) && !mark.as_ref().is_some_and(|it| it.is_another)
            }
            Kind::Quote if last == Some(Kind::Quote) => {
                text.push_str(">\n");
                true
            }
            _ => false,
        };
        if !(text.is_empty() || is_joined) {
            text.push('\n');
        }
        let _ = match (kind, mark) {
            (Kind::Heading(level), _) => {
                let sign = "#".repeat(usize::from(level));
                writeln!(text, "{sign} {}", lines.join(" "))
            }
            (_, Some(mark)) => {
                let indent = format!("{}{}", mark.indent, " ".repeat(mark.sign.len()));
                let words = lines.join(&format!("\\\n{indent}"));
                writeln!(text, "{}{}{words}", mark.indent, mark.sign)
            }
            (Kind::Continued, None) => {
                let indent = self.lists.indent(paragraph.depth);
                writeln!(text, "{indent}{}", lines.join(&format!("\\\n{indent}")))
            }
            (Kind::Quote, None) => writeln!(text, "> {}", lines.join("\\\n> ")),
            (Kind::Code, None) => writeln!(text, "```\n{}\n```", lines.join("\n")),
            (Kind::Rule, None) => writeln!(text, "---"),
            (Kind::Plain | Kind::Item, None) => writeln!(text, "{}", lines.join("\\\n")),
        };
    }

    /// Adds a paragraph to the cell at the place.
    fn add_to_cell(&mut self, lines: &[&str], paragraph: &Paragraph) {
        let is_first = self.rows.len() == 1;
        let Some(row) = self.rows.last_mut() else { return };
        if is_first && paragraph.is_right && !row.is_empty() {
            self.numeric.push(row.len() - 1);
        }
        let Some(cell) = row.last_mut().filter(|_| !lines.is_empty()) else { return };
        if !cell.is_empty() {
            cell.push_str("<br>");
        }
        cell.push_str(&lines.join("<br>"));
    }

    /// A table of two columns without headings tells facts, each in a line; any other is one.
    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let is_headed = std::mem::take(&mut self.is_headed);
        let numeric = std::mem::take(&mut self.numeric);
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
        self.last = Some(Kind::Plain);
        if columns <= 2 && !is_headed {
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
                let rule = |at| if numeric.contains(&at) { " --: |" } else { " --- |" };
                let _ = writeln!(text, "|{}", (0..columns).map(rule).collect::<String>());
            }
        }
    }
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

#[cfg(test)]
mod tests;
