//! The handbook: chapters that people wrote, and between them what the program knows of itself.
//!
//! The chapters stand in `data/handbook/`, one a file, in German and English. A comment on a line of its
//! own, such as `<!-- commands -->`, stands where something is put in.

use super::markdown;
use super::model::{Block, Chapter, Document, Inline, Table};
use crate::text::prose::paragraphs;
use crate::text::{Language, slug};
use crate::view::handbook::{Command, FileKeys, FindingLine, Reference, Switch, TableKeys};

/// Makes the table of chapters from the names of their files.
macro_rules! chapters {
    ($($number:literal $name:literal,)*) => {
        /// The chapters by the names that links have for them, with their text in German and English.
        const CHAPTERS: &[(&str, [&str; 2])] = &[$((
            $name,
            [
                include_str!(concat!("../../data/handbook/de/", $number, "-", $name, ".md")),
                include_str!(concat!("../../data/handbook/en/", $number, "-", $name, ".md")),
            ],
        )),*];
    };
}

chapters! {
    "01" "first-hour",
    "02" "every-morning",
    "03" "turns",
    "04" "days",
    "05" "programme",
    "06" "people",
    "07" "documents",
    "08" "mails",
    "09" "replies",
    "10" "privacy",
    "11" "scripting",
    "12" "files",
    "13" "commands",
    "14" "findings",
}

/// The handbook; `example` is how the program reckons the turns of a small network.
pub fn document(reference: &Reference, example: &[Block], language: Language) -> Document {
    let made = |name: &str| match name {
        "turns" => example.iter().filter_map(lowered).collect(),
        "files" => reference.files.iter().flat_map(|one| file(one, language)).collect(),
        "everywhere" => switches(&reference.everywhere, language).into_iter().collect(),
        "commands" => reference.commands.iter().flat_map(|one| command(one, language)).collect(),
        "findings" => vec![findings(&reference.findings, language)],
        // Any other comment is one.
        _ => Vec::new(),
    };
    let chapters = CHAPTERS.iter().map(|(name, texts)| {
        let [german, english] = texts;
        chapter(name, language.pick(german, english), made)
    });
    let body: Vec<Block> = chapters.flatten().collect();
    let title = language.pick("Handbuch zu erfa", "The handbook of erfa");
    let version = env!("CARGO_PKG_VERSION");
    let head = [
        Block::heading(1, title),
        Block::Paragraph(typed(&language.pick(
            format!("Zur Fassung {version} des Programms; `erfa handbook` gibt es aus."),
            format!("Of version {version} of the program; `erfa handbook` writes it."),
        ))),
        Block::Contents(contents(&body)),
    ];
    Document::new(language, title, head.into_iter().chain(body).collect())
}

/// A chapter, with what is `made` where its comments stand.
fn chapter(name: &str, text: &str, made: impl Fn(&str) -> Vec<Block>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in text.split("<!-- ") {
        let (comment, words) = part.split_once(" -->").unwrap_or_default();
        let words = if comment.is_empty() { part } else { words };
        blocks.extend(made(comment));
        blocks.extend(markdown::blocks(words).into_iter().map(|block| prose(block, name)));
    }
    blocks
}

/// A block of a chapter below the title of the whole, with links that stay inside.
fn prose(block: Block, chapter: &str) -> Block {
    match block {
        Block::Heading(1, runs) => section(2, chapter, runs),
        Block::Heading(level, runs) => {
            let anchor = format!("{chapter}-{}", slug(&markdown::words(&runs)));
            section(level + 1, &anchor, inner(runs))
        }
        Block::Paragraph(runs) => Block::Paragraph(inner(runs)),
        Block::List(first, items) => {
            let item = |item: Vec<Block>| item.into_iter().map(|it| prose(it, chapter)).collect();
            Block::List(first, items.into_iter().map(item).collect())
        }
        Block::Table(table) => {
            let row = |row: Vec<Vec<Inline>>| row.into_iter().map(inner).collect();
            Block::Table(Table { rows: table.rows.into_iter().map(row).collect(), ..table })
        }
        Block::Quote(_)
        | Block::Facts(_)
        | Block::Agenda(_)
        | Block::Grid(_)
        | Block::Drawing(_)
        | Block::Code(_)
        | Block::Contents(_)
        | Block::Rule => block,
    }
}

fn section(level: u8, anchor: &str, runs: Vec<Inline>) -> Block {
    Block::Heading(level, vec![Inline::Anchor(anchor.to_owned(), runs)])
}

/// Links to a name alone lead to a part of the handbook.
fn inner(runs: Vec<Inline>) -> Vec<Inline> {
    let run = |run: Inline| match run {
        Inline::Link(target, words) => match target.strip_prefix('#') {
            Some(name) => Inline::Inside(name.to_owned(), words),
            None => Inline::Link(target, words),
        },
        other => other,
    };
    runs.into_iter().map(run).collect()
}

/// A block of the worked example, below a heading of the third level.
fn lowered(block: &Block) -> Option<Block> {
    match block {
        // Whose example it is stands above it.
        Block::Heading(1, _) => None,
        Block::Heading(_, runs) => Some(Block::Heading(4, runs.clone())),
        other => Some(other.clone()),
    }
}

/// The headings of the second and third level.
fn contents(body: &[Block]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for block in body {
        let Block::Heading(level, runs) = block else { continue };
        let [Inline::Anchor(anchor, words)] = &runs[..] else { continue };
        let title = markdown::words(words);
        let chapter = Chapter { anchor: anchor.clone(), title, parts: Vec::new() };
        match chapters.last_mut().filter(|_| *level == 3) {
            Some(above) => above.parts.push(chapter),
            None => chapters.push(chapter),
        }
    }
    chapters
}

/// Words of the program's own, in which signs stand around what is typed.
fn typed(words: &str) -> Vec<Inline> {
    let pieces = words.split('`').enumerate().filter(|(_, piece)| !piece.is_empty());
    let run = |(at, piece): (usize, &str)| match at % 2 {
        0 => Inline::text(piece),
        _ => Inline::Code(piece.to_owned()),
    };
    pieces.map(run).collect()
}

fn code(words: &str) -> Vec<Inline> {
    vec![Inline::Code(words.to_owned())]
}

fn command(command: &Command, language: Language) -> Vec<Block> {
    let name = format!("erfa {}", command.name);
    let anchor = format!("command-{}", slug(&command.name));
    let mut blocks = vec![
        section(3, &anchor, vec![Inline::text(name)]),
        Block::Paragraph(typed(&format!("{}.", command.about))),
        Block::Code(command.usage.clone()),
    ];
    let more = command.more.iter().flat_map(|more| paragraphs(more));
    blocks.extend(more.map(|words| Block::Paragraph(typed(&words))));
    blocks.extend(switches(&command.switches, language));
    blocks
}

/// What a command is given, as a table; none if it is given nothing.
fn switches(switches: &[Switch], language: Language) -> Option<Block> {
    if switches.is_empty() {
        return None;
    }
    let headings = language.pick(["Angabe", "Bedeutung"], ["Option", "Meaning"]);
    let mut table = Table::of_words(&headings.map(|heading| (heading, false)), Vec::new());
    table.rows.extend(switches.iter().map(|switch| {
        let more = switch.more.iter().map(|more| format!(". {}", more.replace('\n', " ")));
        let about: String = [switch.about.clone()].into_iter().chain(more).collect();
        vec![code(&switch.name), typed(&about)]
    }));
    Some(Block::Table(table))
}

fn file(file: &FileKeys, language: Language) -> Vec<Block> {
    let anchor = format!("file-{}", slug(file.path));
    let mut blocks =
        vec![section(3, &anchor, code(file.path)), Block::Paragraph(typed(file.about))];
    blocks.extend(file.tables.iter().flat_map(|table| keys(table, language)));
    blocks
}

fn keys(keys: &TableKeys, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut heading = Vec::new();
    for name in &keys.headings {
        if !heading.is_empty() {
            heading.push(Inline::text(", "));
        }
        heading.push(Inline::Code(name.clone()));
    }
    if !heading.is_empty() {
        blocks.push(Block::Heading(4, heading));
    }
    let headings = language.pick(["Schlüssel", "Wert", "Bedeutung"], ["Key", "Value", "Meaning"]);
    let required = language.pick("Pflicht", "required");
    let mut table = Table::of_words(&headings.map(|heading| (heading, false)), Vec::new());
    table.rows.extend(keys.keys.iter().map(|key| {
        let about =
            if key.required { format!("{} ({required})", key.about) } else { key.about.to_owned() };
        vec![code(key.name), typed(&key.value), typed(&about)]
    }));
    blocks.push(Block::Table(table));
    blocks
}

fn findings(findings: &[FindingLine], language: Language) -> Block {
    let headings = language.pick(["Befund", "So heißt es etwa"], ["Finding", "Such as"]);
    let mut table = Table::of_words(&headings.map(|heading| (heading, false)), Vec::new());
    let row = |finding: &FindingLine| vec![code(finding.code), typed(&finding.example)];
    table.rows.extend(findings.iter().map(row));
    Block::Table(table)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::CHAPTERS;

    #[test]
    fn every_chapter_is_built_in_in_both_languages() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/handbook");
        for language in ["de", "en"] {
            let names = fs::read_dir(root.join(language)).unwrap();
            let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let found: BTreeSet<String> = names.collect();
            let built_in = CHAPTERS.iter().enumerate();
            let built_in = built_in.map(|(at, (name, _))| format!("{:02}-{name}.md", at + 1));
            assert_eq!(found, built_in.collect(), "{language}");
        }
    }

    #[test]
    fn every_chapter_has_one_title_and_the_same_places() {
        let marks = |text: &str| -> Vec<String> {
            let comments = text.split("<!-- ").skip(1);
            comments.map(|rest| rest.split(" -->").next().unwrap().to_owned()).collect()
        };
        for (name, [german, english]) in CHAPTERS {
            assert_eq!(marks(german), marks(english), "{name}");
            for text in [german, english] {
                assert!(text.starts_with("# "), "{name}");
            }
        }
    }
}
