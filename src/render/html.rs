//! Documents as a page of HTML: one file without scripts, to publish, to print or to mail.
//!
//! It aims at WCAG 2.1 AA: its language is named, headings, lists and tables are marked as such,
//! tables have captions and headings of rows and columns, letters contrast by 4.5 to 1 or more in
//! light and dark mode, and nothing is said by colour alone. Nothing is loaded from elsewhere, and a
//! policy in the page itself sees to it that nothing ever will be.

mod agenda;
mod contrast;
mod drawing;
mod grid;
mod look;
mod table;
mod ways;
mod words;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::diagnostic::Diagnostic;
use crate::document::model::{Block, Chapter, Document, Fact, Frame, Inline, Logo, Picture};
use crate::document::style_sheet;
use crate::source::Sources;
use words::{direction, escape, inline, paragraph, spoken};

/// What the page may load: its own style, and pictures and letters that are part of it (W3C,
/// Content Security Policy Level 3).
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      font-src data:; base-uri 'none'; form-action 'none'";

/// `document` as a page in the user's own style, if there is a style sheet among `sources`.
///
/// # Errors
/// If the style sheet has a mistake.
pub fn styled(document: &Document, sources: &Sources) -> Result<String, Vec<Diagnostic>> {
    let mut document = document.clone();
    document.frame.style_sheet = style_sheet::find(sources)?;
    Ok(html(&document))
}

/// `document` as a page.
pub fn html(document: &Document) -> String {
    let mut page = head(document);
    let ways = document.frame.ways.as_ref();
    if let Some(ways) = ways {
        ways::past(ways, &mut page);
    }
    let body = header(document, &mut page);
    if let Some(ways) = ways {
        ways::navigation(ways, &mut page);
    }
    page.push_str(if ways.is_some() { ways::MAIN } else { "<main>\n" });
    blocks(body, &mut page);
    page.push_str("</main>\n");
    footer(&document.frame, &mut page);
    page.push_str("</body>\n</html>\n");
    page
}

fn head(document: &Document) -> String {
    let language = document.language.code();
    let title = escape(&document.title);
    let author = document
        .frame
        .author
        .iter()
        .map(|author| format!("<meta name=\"author\" content=\"{}\">\n", escape(author)));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         {}<title>{title}</title>\n{}{}</head>\n<body>\n",
        author.collect::<String>(),
        document.frame.ways.as_ref().map(ways::head).unwrap_or_default(),
        look::style(document)
    )
}

/// Writes the head of the sheet: pictures, and whose document it is if that is its first line.
/// Returns the blocks that follow.
fn header<'d>(document: &'d Document, page: &mut String) -> &'d [Block] {
    let Document { blocks, frame, .. } = document;
    let (name, rest) = match &blocks[..] {
        [Block::Paragraph(runs), rest @ ..] if frame.author.is_some() => match &runs[..] {
            [Inline::Text(words)] if frame.author.as_ref() == Some(words) => (Some(words), rest),
            _ => (None, &blocks[..]),
        },
        blocks => (None, blocks),
    };
    if name.is_none() && frame.logos.is_empty() {
        return rest;
    }
    page.push_str("<header>\n");
    for logo in &frame.logos {
        picture(logo, page);
    }
    if let Some(name) = name {
        paragraph("author", name, page);
    }
    page.push_str("</header>\n");
    rest
}

/// A picture as part of the page. As a picture, SVG runs no script and loads nothing.
fn picture(logo: &Logo, page: &mut String) {
    let kind = match logo.format {
        Picture::Svg => "svg+xml",
        Picture::Png => "png",
    };
    let (bytes, alt) = (STANDARD.encode(&logo.bytes), escape(&logo.alt));
    let _ = writeln!(page, "<img src=\"data:image/{kind};base64,{bytes}\" alt=\"{alt}\">");
}

/// Writes the foot: whom to ask, unless the page has said so, and how old it is.
fn footer(frame: &Frame, page: &mut String) {
    let told = |words: &&String| !page.contains(&escape(words));
    let contact = frame.contact.as_ref().filter(told);
    let lines = [("contact", contact), ("as-of", frame.as_of.as_ref())];
    if lines.iter().all(|(_, line)| line.is_none()) {
        return;
    }
    page.push_str("<footer>\n");
    for (class, line) in lines {
        if let Some(line) = line {
            paragraph(class, line, page);
        }
    }
    page.push_str("</footer>\n");
}

fn blocks(blocks: &[Block], page: &mut String) {
    for block in blocks {
        self::block(block, page);
    }
}

fn block(block: &Block, page: &mut String) {
    match block {
        Block::Heading(level, runs) => {
            spoken(&format!("h{}", (*level).clamp(1, 6)), runs, page);
        }
        Block::Paragraph(runs) => spoken("p", runs, page),
        Block::List(first, items) => list(*first, items, page),
        Block::Quote(inner) => {
            page.push_str("<blockquote>\n");
            blocks(inner, page);
            page.push_str("</blockquote>\n");
        }
        Block::Facts(facts) => self::facts(facts, page),
        Block::Table(table) => table::table(table, page),
        Block::Agenda(days) => agenda::agenda(days, page),
        Block::Grid(grid) => grid::grid(grid, page),
        Block::Drawing(drawing) => drawing::drawing(drawing, page),
        Block::Code(lines) => {
            let _ = writeln!(page, "<pre><code>{}</code></pre>", escape(lines));
        }
        Block::Contents(chapters) => {
            page.push_str("<nav>\n");
            self::block(&Chapter::list(chapters), page);
            page.push_str("</nav>\n");
        }
        Block::Rule => page.push_str("<hr>\n"),
    }
}

fn list(first: Option<u64>, items: &[Vec<Block>], page: &mut String) {
    let (open, close) = match first {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(1) => ("<ol>".to_owned(), "</ol>"),
        Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
    };
    let _ = writeln!(page, "{open}");
    for item in items {
        // A single paragraph needs no space of its own.
        if let [Block::Paragraph(runs)] = &item[..] {
            spoken("li", runs, page);
        } else {
            page.push_str("<li>\n");
            blocks(item, page);
            page.push_str("</li>\n");
        }
    }
    let _ = writeln!(page, "{close}");
}

fn facts(facts: &[Fact], page: &mut String) {
    page.push_str("<dl>\n");
    for fact in facts {
        let (label, content) = (escape(&fact.label), inline(&fact.content));
        let direction = direction(&content);
        let _ = writeln!(page, "<div><dt>{label}</dt><dd{direction}>{content}</dd></div>");
    }
    page.push_str("</dl>\n");
}
