//! What is typed, tables of contents and the links inside a document.

use crate::document::model::{Block, Chapter, Document, Inline, Table};
use crate::render::docx::docx;
use crate::render::html::html;
use crate::render::markdown::markdown;
use crate::render::terminal::{Options, terminal};
use crate::render::text::text;
use crate::text::Language;

fn document() -> Document {
    let words = |words: &str| vec![Inline::text(words)];
    let typed = Inline::Code("a|b `c`".to_owned());
    let chapter = |anchor: &str, title: &str, parts| Chapter {
        anchor: anchor.to_owned(),
        title: title.to_owned(),
        parts,
    };
    let mut table = Table::of_words(&[("Key", false), ("Meaning", false)], vec![]);
    table.rows.push(vec![vec![typed.clone()], words("something")]);
    let inner = chapter("inner", "Inner", vec![]);
    Document::new(
        Language::English,
        "Handbook",
        vec![
            Block::Heading(1, words("Handbook")),
            Block::Contents(vec![chapter("outer", "Outer", vec![inner])]),
            Block::Heading(2, vec![Inline::Anchor("outer".to_owned(), words("Outer"))]),
            Block::Paragraph(vec![
                typed,
                Inline::text(" and "),
                Inline::Inside("inner".to_owned(), words("more")),
            ]),
            Block::Code("$ erfa  <x>\n\n```".to_owned()),
            Block::Heading(3, vec![Inline::Anchor("inner".to_owned(), words("Inner"))]),
            Block::Table(table),
        ],
    )
}

#[test]
fn plain_text_and_terminal_leave_lines_as_they_are() {
    let expected = "\
Handbook
========

- Outer
  - Inner

Outer
-----

`a|b `c`` and more

    $ erfa  <x>

    ```

Inner

Key      Meaning
──────────────────
a|b `c`  something
";
    assert_eq!(text(&document()), expected);
    let screen = terminal(&document(), Options { width: Some(60), colour: false });
    assert!(screen.contains("    $ erfa  <x>\n\n    ```\n"), "{screen}");
}

#[test]
fn markdown_is_read_as_it_was_meant() {
    let expected = "\
# Handbook

- [Outer](#outer)
  - [Inner](#inner)

## <a id=\"outer\"></a>Outer

`` a|b `c` `` and [more](#inner)

````
$ erfa  <x>

```
````

### <a id=\"inner\"></a>Inner

| Key | Meaning |
| --- | --- |
| `` a\\|b `c` `` | something |
";
    assert_eq!(markdown(&document()), expected);
}

#[test]
fn pages_and_word_files_link_inside() {
    let page = html(&document());
    for part in [
        "<nav>\n<ul>\n<li>\n<p><a href=\"#outer\">Outer</a></p>\n<ul>\n<li><a href=\"#inner\">Inner</a></li>",
        "<h2><span id=\"outer\">Outer</span></h2>",
        "<p><code>a|b `c`</code> and <a href=\"#inner\">more</a></p>",
        "<pre><code>$ erfa  &lt;x&gt;\n\n```</code></pre>",
        "pre { ",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let plain = Document::new(Language::English, "Plain", vec![Block::paragraph("words")]);
    assert!(!html(&plain).contains("pre {"));
    assert!(docx(&document()).unwrap().len() > docx(&plain).unwrap().len());
}
