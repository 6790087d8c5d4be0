//! How a document looks.

use crate::document::model::{Block, Document, Fact, Frame, Inline, Table};
use crate::render::markdown::markdown;
use crate::render::terminal::{Options, terminal};
use crate::render::text::text;
use crate::text::Language;
use crate::view::programme::{Day, Entry, Item, Kind, Person};

fn entry(level: usize, time: &str, title: &str) -> Entry {
    Entry {
        id: "x".to_owned(),
        kind: Some(Kind::Item),
        level,
        pause: false,
        start: None,
        end: None,
        time: (!time.is_empty()).then(|| time.to_owned().into()),
        connector: None,
        at: None,
        elsewhere: None,
        meets_at: None,
        for_whom: None,
        number: None,
        track: None,
        title: title.to_owned(),
        people: Vec::new(),
        items: Vec::new(),
        description: None,
        details: Vec::new(),
        terms: Vec::new(),
        link: None,
        status: None,
        plan: None,
        place: None,
    }
}

pub(super) fn document() -> Document {
    let guide = Person {
        role: Some("Führung".to_owned()),
        line: "E. Rohrbeck".to_owned(),
        name: None,
        is_absent: false,
        are_several: false,
        roles: None,
    };
    let part = Item {
        number: Some("2.1".to_owned()),
        title: Some("Mulden und Zisternen".to_owned()),
        people: Vec::new(),
        description: None,
        details: vec!["15\u{a0}min".to_owned(), "Großer Saal".to_owned()],
    };
    let entries = vec![
        Entry {
            people: vec![guide],
            items: vec![part],
            description: Some("Regenwasser halten\nstatt ableiten.".to_owned()),
            terms: vec!["20 Plätze".to_owned()],
            ..entry(0, "09:30–10:00\u{a0}Uhr", "Die Stadt als Schwamm")
        },
        Entry { pause: true, ..entry(0, "", "Pause") },
        entry(0, "nach der Pause", "Werkstätten"),
        Entry {
            track: Some("Handel".to_owned()),
            ..entry(1, "", "Kühle Wege zum Laden, an denen man auch im August gern entlanggeht")
        },
        Entry { status: Some("entfällt".to_owned().into()), ..entry(1, "", "Pflanzentausch") },
    ];
    let table = Table::of_words(
        &[("Stadt", false), ("Plätze", true)],
        vec![vec!["Gotha".to_owned(), "60".to_owned()], vec!["Ulm".to_owned(), "120".to_owned()]],
    );
    let item = |words: &str| vec![Block::Paragraph(vec![Inline::text(words)])];
    Document {
        language: Language::German,
        title: "Grün".to_owned(),
        blocks: vec![
            Block::Heading(1, vec![Inline::text("Grün")]),
            Block::Paragraph(vec![
                Inline::Strong(vec![Inline::text("Abgesagt")]),
                Inline::Break,
                Inline::Link("https://example.org/a".to_owned(), vec![Inline::text("mehr dazu")]),
            ]),
            Block::Facts(vec![Fact::new("Wann", "Dienstag"), Fact::new("Gastgeberin", "Gotha")]),
            Block::List(None, vec![item("a"), item("b")]),
            Block::Agenda(vec![Day { date: None, heading: None, entries }]),
            Block::Table(table),
            Block::Rule,
        ],
        frame: Frame::default(),
    }
}

#[test]
fn plain_text() {
    assert_eq!(
        text(&document()),
        "\
Grün
====

Abgesagt
mehr dazu (https://example.org/a)

Wann         Dienstag
Gastgeberin  Gotha

- a
- b

09:30–10:00 Uhr  Die Stadt als Schwamm
                 Führung: E. Rohrbeck
                   2.1 Mulden und Zisternen
                     15 min · Großer Saal
                 Regenwasser halten statt ableiten.
                 20 Plätze

                 Pause

nach der Pause   Werkstätten
                   Handel: Kühle Wege zum Laden, an denen man auch im
                   August gern entlanggeht
                   Pflanzentausch (entfällt)

Stadt  Plätze
─────────────
Gotha      60
Ulm       120

------------------------------------------------------------------------
"
    );
}

#[test]
fn markdown_reads_well() {
    assert_eq!(
        markdown(&document()),
        "\
# Grün

**Abgesagt**\\
[mehr dazu](https://example.org/a)

- **Wann:** Dienstag
- **Gastgeberin:** Gotha

* a
* b

- 09:30–10:00\u{a0}Uhr · **Die Stadt als Schwamm**\\
  Führung: E. Rohrbeck
  - 2.1 Mulden und Zisternen\\
    15\u{a0}min · Großer Saal

  Regenwasser halten statt ableiten.

  20 Plätze
- *Pause*
- nach der Pause · **Werkstätten**
  - Handel: Kühle Wege zum Laden, an denen man auch im August gern entlanggeht
  - Pflanzentausch (entfällt)

| Stadt | Plätze |
| --- | --: |
| Gotha | 60 |
| Ulm | 120 |

---
"
    );
}

#[test]
fn a_terminal_gets_headings_and_no_line_too_long() {
    for width in [None, Some(30), Some(60), Some(80), Some(500)] {
        let shown = terminal(&document(), Options { width, colour: false });
        assert!(!shown.contains('\u{1b}'));
        // In a narrow window the columns stand below each other and need no heading.
        assert_eq!(shown.contains("Zeit "), width != Some(30), "{shown}");
        let longest = shown.lines().map(textwrap::core::display_width).max();
        let most = width.unwrap_or(80).clamp(30, 100);
        assert!(longest <= Some(most), "{width:?}\n{shown}");
        for word in ["Schwamm", "https://example.org/a", "entlanggeht"] {
            assert!(shown.contains(word), "{width:?}\n{shown}");
        }
    }
}

/// A screen would break each of its rows in the middle of a word; a file does not.
#[test]
fn columns_that_no_screen_holds_stand_below_each_other_there() {
    let mail = "vorzimmer.oberbuergermeister@verwaltungsgemeinschaft.example.org";
    let rows = [vec!["Nordhaus".to_owned(), "Gotha".to_owned(), mail.to_owned()]];
    let table =
        Table::of_words(&[("Name", false), ("Stadt", false), ("E-Mail", false)], rows.into());
    let document = Document::new(Language::German, "Kontakte", vec![Block::Table(table)]);
    let shown = |width| terminal(&document, Options { width: Some(width), colour: false });
    let below = format!("Nordhaus\n  Stadt: Gotha\n  E-Mail: {mail}\n");
    assert!(shown(78).contains(&below), "{}", shown(78));
    // Closer together they fit.
    assert!(shown(79).contains(&format!("Nordhaus Gotha {mail}\n")), "{}", shown(79));
    assert!(shown(81).contains(&format!("Nordhaus  Gotha  {mail}\n")), "{}", shown(81));
    assert!(text(&document).contains(&format!("Nordhaus  Gotha  {mail}\n")));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let shown = |colour| terminal(&document(), Options { width: Some(80), colour });
    let coloured = shown(true);
    assert!(coloured.contains("\u{1b}[1;32mGrün\u{1b}[0m"));
    let mut bare = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = after.split_once('m').expect("the end of a sign").1;
    }
    bare.push_str(rest);
    let trimmed: Vec<&str> = bare.lines().map(str::trim_end).collect();
    assert_eq!(trimmed, shown(false).lines().collect::<Vec<_>>());
}
