//! What is read from Markdown.

use super::{blocks, with_words_of_html, words};
use crate::document::model::{Block, Inline};

/// Blocks in short, one a line.
fn outline(markdown: &str) -> Vec<String> {
    let block = |block: &Block| match block {
        Block::Heading(level, runs) => format!("h{level} {}", words(runs)),
        Block::Paragraph(runs) => format!("p {}", words(runs)),
        Block::List(first, items) => format!("list {first:?} {}", items.len()),
        Block::Quote(inner) => format!("quote {}", inner.len()),
        Block::Facts(facts) => {
            let facts = facts.iter().map(|f| format!("{}={}", f.label, words(&f.content)));
            format!("facts {}", facts.collect::<Vec<_>>().join(" | "))
        }
        Block::Table(table) => format!("table {}x{}", table.columns.len(), table.rows.len()),
        Block::Agenda(days) => format!("agenda {}", days.len()),
        Block::Grid(grid) => format!("grid {}", grid.rows.len()),
        Block::Drawing(drawing) => format!("drawing {}", drawing.title),
        Block::Code(lines) => format!("code {lines}"),
        Block::Contents(chapters) => format!("contents {}", chapters.len()),
        Block::Rule => "rule".to_owned(),
    };
    blocks(markdown).iter().map(block).collect()
}

#[test]
fn every_block_is_read() {
    let cases: [(&str, &[&str]); 11] = [
        ("# A *b*\n\nc\nd", &["h1 A b", "p c d"]),
        ("- a\n- b\n  - c\n\n3. d", &["list None 2", "list Some(3) 1"]),
        ("> a\n> b", &["quote 1"]),
        ("a\n\n---\n\nb", &["p a", "rule", "p b"]),
        ("|a|b|\n|-|-:|\n|c\\|d|2|", &["table 2x1"]),
        ("When\n: now\n\nWho\n: all<br>of us\n: you", &["facts When=now | Who=all of us you"]),
        ("<b>a</b> <script>b</script> `c`", &["p a b c"]),
        ("<div>a</div>", &[]),
        ("a<br>b\n\n<br>", &["p a b"]),
        ("    code", &["p code"]),
        ("```sh\na  \\* `b`\n\n c\n```\nd", &["code a  \\* `b`\n\n c", "p d"]),
    ];
    for (markdown, expected) in cases {
        assert_eq!(outline(markdown), expected, "{markdown}");
    }
}

#[test]
fn what_is_empty_disappears_with_its_label() {
    let markdown = "# X\n\n# X a X.\n\n**X** [c](X)\n\nX b X *X* c\n\nWhen\n: now\n\nWhere\n: \n\n- \n\n**Who**\n:\n\nend\n\n## \n\n> ";
    let markdown = markdown.replace('X', &super::ABSENT.to_string());
    assert_eq!(outline(&markdown), ["h1 a.", "p c", "p b  c", "facts When=now", "p end"]);
}

#[test]
fn cells_keep_their_form() {
    let Some(Block::Table(table)) = blocks("|a|b|\n|-|-:|\n|x<br>**y**|2|").pop() else {
        panic!("no table");
    };
    assert!(!table.columns[0].numeric && table.columns[1].numeric);
    let strong = Inline::Strong(vec![Inline::text("y")]);
    assert_eq!(table.rows[0][0], [Inline::text("x"), Inline::Break, strong]);
}

#[test]
fn of_html_in_minutes_the_words_stay() {
    let cases = [
        ("<div>\nHTML <b>fett</b>\n</div>\n\nb", "HTML fett | b"),
        ("<Name> war da, <b>auch</b> Ada<br>Elm", "<Name> war da, auch Ada Elm"),
        ("a <!-- unter uns --> b", "a  b"),
        ("<!-- unter\nuns -->\n\nb", "b"),
        ("<p class=\"x\">a < b</p>", "a < b"),
    ];
    for (markdown, expected) in cases {
        let said = with_words_of_html(markdown).into_iter().map(|block| match block {
            Block::Paragraph(runs) => words(&runs),
            other => format!("{other:?}"),
        });
        assert_eq!(said.collect::<Vec<_>>().join(" | "), expected, "{markdown}");
    }
}
