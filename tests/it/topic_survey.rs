//! `erfa write topic-survey` asks the members, and `erfa topics read` reads what they answer.

use std::fs;

use snapbox::str;

use crate::harness::Test;
use crate::topics::{network, topics};

const CONTACTS: &str = "[[contact]]\nid = \"ada\"\ngiven-name = \"Ada\"\nfamily-name = \"Aue\"\ncity = \"aue\"\n\
                        mail = \"ada@example.org\"\n\n\
                        [[contact]]\nid = \"frei\"\nfamily-name = \"Frei\"\nmail = \"frei@example.org\"\n";

fn mail(from: &str, more: &str, body: &str) -> String {
    format!(
        "From: {from}\r\nTo: netz@example.org\r\nSubject: Re: Themen\r\n\
         Date: Fri, 20 Nov 2026 10:00:00 +0100\r\n{more}\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    )
}

fn answered(command: &str) -> Test {
    let ada = "Hallo,\r\n\r\nWunsch: 2, 1 und Lerm\r\nAngebot: Nachtleben\r\nNeu: Fassaden begrünen\r\n\r\n\
               Am 1.11.2026 schrieb netz:\r\n> Wunsch: 9";
    let auto = "Auto-Submitted: auto-replied\r\n";
    topics(command)
        .file("contacts.toml", CONTACTS)
        .file("in/1-ada.eml", &mail("Ada Aue <ada@example.org>", "", ada))
        .file("in/2-frei.eml", &mail("frei@example.org", "", "Wunsch: 1"))
        .file("in/3-fremd.eml", &mail("x@example.org", "", "1, 2"))
        .file("in/4-weg.eml", &mail("ada@example.org", auto, "Wunsch: 1"))
        .file(
            "in/5-liste.csv",
            "Stadt;Wünsche;Angebote;Eingang\nMühl;1 2 99;;1.11.2026\nElm;Lärm;Parken;\n",
        )
        .file("in/6-farben.csv", "Stadt;Farbe\nElm;rot\n")
        .file("in/7-notiz.txt", "1")
}

#[test]
fn the_members_are_asked_by_numbers() {
    topics("write topic-survey herbst --format text")
        .stdout(str![[r#"
Themenumfrage: Netz
===================

Sehr geehrte Damen und Herren,

für die kommenden Treffen unseres Netzwerks sammeln wir Themen. Wovon
möchten Sie hören, und wovon können Sie berichten?

Die Themen
----------

Nr.  Thema         Das können schon berichten
─────────────────────────────────────────────
  1  Trinkbrunnen
  2  Parken        Elm
     Nachtleben    Aue
     Lärm

Ihre Antwort
------------

Es genügt, auf dieses Schreiben zu antworten und die Nummern zu nennen,
ohne den Text darunter:

- hinter „Wunsch:“, wovon Sie hören möchten,
- hinter „Angebot:“, wovon Sie berichten können,
- hinter „Neu:“, was auf der Liste fehlt.

Mit freundlichen Grüßen

Netz

"#]])
        .status(0);
    topics("write topic-survey herbst --format text --lang en --to ada")
        .file("contacts.toml", CONTACTS)
        .stdout(str![[r#"
Ada Aue
Aue

Topic survey: Netz
==================

Dear Ada Aue,

We are gathering topics for the coming meetings of our network. What
would you like to hear about, and what can you speak about?

The topics
----------

No.  Topic         Who has offered already
──────────────────────────────────────────
  1  Trinkbrunnen
  2  Parken        Elm
     Nachtleben    Aue
     Lärm

From Aue we already have: Offer: “Nachtleben”.

Your answer
-----------

It is enough to answer this letter and to give the numbers, without the
text below:

- after “Wish:”, what you would like to hear about,
- after “Offer:”, what you can speak about,
- after “New:”, what is missing from the list.

Yours sincerely

Netz

"#]])
        .status(0);
    Test::new("write topic-survey herbst --format text")
        .network()
        .file("meetings/herbst.toml", "title = \"Herbst\"\ndate = 2027-02-02\n")
        .stdout(str![[r#"
Themenumfrage: Netz
===================

Sehr geehrte Damen und Herren,

für die kommenden Treffen unseres Netzwerks sammeln wir Themen. Wovon
möchten Sie hören, und wovon können Sie berichten?

Noch steht kein Thema auf unserer Liste. Es genügt, auf dieses Schreiben
zu antworten und hinter „Neu:“ zu nennen, was Ihnen wichtig ist.

Mit freundlichen Grüßen

Netz

"#]])
        .status(0);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn answers_are_read_and_what_nobody_can_tell_is_listed() {
    let output = answered("topics read in -y")
        .stdout(str![[r#"
answer            for                 wants          offers      not understood
───────────────────────────────────────────────────────────────────────────────
in/1-ada.eml      Aue                 Parken,        Nachtleben  Lerm
                                      Trinkbrunnen
in/2-frei.eml     belongs to no       Trinkbrunnen
                  member
                  (frei@example.org)
in/3-fremd.eml    unknown             Trinkbrunnen,
                  (x@example.org)     Parken
in/5-liste.csv:2  Mühl                Trinkbrunnen,              99
                                      Parken
in/5-liste.csv:3  Elm                 Lärm           Parken

New topics, which `erfa topic add` adds: Fassaden begrünen (Aue).

in/7-notiz.txt: neither a mail (`.eml`) nor a table (`.csv`).

in/4-weg.eml: a program wrote this, no person.

in/6-farben.csv: a column for the city or person is missing, or one for wishes
or offers.

To record: 7 wishes and offers.

"#]])
        .stderr(str![[r#"
topics.toml
  topic brunnen
    wanted by ada
      date: Saturday, 10 January 2026 → Friday, 20 November 2026
    wanted by muehl
      date: Saturday, 10 January 2026 → Sunday, 1 November 2026
  topic parken
    wanted by muehl
      date: Sunday, 1 November 2026
    wanted by ada (new)
      city: aue
      person: ada
      date: Friday, 20 November 2026
    offered by elm
      date: Sunday, 22 November 2026
  topic nacht
    offered by aue
      date: Monday, 1 June 2026 → Friday, 20 November 2026
      person: ada
  topic laerm
    wanted by elm (new)
      city: elm
      date: Sunday, 22 November 2026
7 wishes and offers recorded.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    answered("topics read in -y")
        .file("topics.toml", &text)
        .german()
        .stdout(str![[r#"
Antwort          für                wünscht       bietet an  nicht verstanden
─────────────────────────────────────────────────────────────────────────────
in/1-ada.eml     Aue                Parken,       Nachtleben Lerm
                                    Trinkbrunnen
in/2-frei.eml    gehört zu keinem   Trinkbrunnen
                 Mitglied
                 (frei@example.org)
in/3-fremd.eml   unbekannt          Trinkbrunnen,
                 (x@example.org)    Parken
in/5-liste.csv:2 Mühl               Trinkbrunnen,            99
                                    Parken
in/5-liste.csv:3 Elm                Lärm          Parken

Neue Themen, die `erfa topic add` aufnimmt: Fassaden begrünen (Aue).

in/7-notiz.txt: weder Mail (`.eml`) noch Tabelle (`.csv`).

in/4-weg.eml: das hat ein Programm geschrieben, kein Mensch.

in/6-farben.csv: hier fehlt eine Spalte für die Stadt oder Person, oder eine für
Wünsche oder Angebote.

Zu vermerken ist nichts Neues.

"#]])
        .status(0);
    answered("topics read in/1-ada.eml --dry-run --json")
        .stdout(str![[r#"
{
  "answers": [
    {
      "file": "in/1-ada.eml",
      "line": null,
      "from": "Ada Aue",
      "city": "Aue",
      "unknown": null,
      "date": "2026-11-20",
      "is-ahead": false,
      "wanted": [
        "Parken",
        "Trinkbrunnen"
      ],
      "offered": [
        "Nachtleben"
      ],
      "unclear": [
        "Lerm"
      ],
      "new": [
        "Fassaden begrünen"
      ]
    }
  ],
  "changes": [
    {
      "topic": "parken",
      "side": "wanted",
      "city": "aue",
      "person": "ada",
      "date": "2026-11-20"
    },
    {
      "topic": "brunnen",
      "side": "wanted",
      "city": "aue",
      "person": "ada",
      "date": "2026-11-20"
    },
    {
      "topic": "nacht",
      "side": "offered",
      "city": "aue",
      "person": "ada",
      "date": "2026-11-20"
    }
  ],
  "unread": []
}

"#]])
        .stderr(str![[r#"
topics.toml
  topic brunnen
    wanted by ada
      date: Saturday, 10 January 2026 → Friday, 20 November 2026
  topic parken
    wanted by ada (new)
      city: aue
      person: ada
      date: Friday, 20 November 2026
  topic nacht
    offered by aue
      date: Monday, 1 June 2026 → Friday, 20 November 2026
      person: ada
Only shown; nothing is changed.

"#]])
        .status(0);
}

#[test]
fn proposals_are_data_too() {
    let one = "[[topic]]\nid = \"brunnen\"\ntitle = \"Brunnen\"\n\n[[topic.offered]]\ncity = \"muehl\"\n\n\
               [[topic.wanted]]\ncity = \"muehl\"\n";
    network("topics --for herbst --json")
        .file("topics.toml", one)
        .stdout(str![[r#"
{
  "meeting": "herbst",
  "title": "Herbst",
  "hosts": [
    "Aue"
  ],
  "closed": null,
  "proposed": [
    {
      "topic": {
        "id": "brunnen",
        "number": null,
        "title": "Brunnen",
        "tags": [],
        "wanted": [
          {
            "city": "muehl",
            "name": "Mühl",
            "person": null,
            "date": null
          }
        ],
        "wanted_before": [],
        "offered": [
          {
            "city": "muehl",
            "name": "Mühl",
            "person": null,
            "date": null
          }
        ],
        "treated": [
          {
            "meeting": "fruehling",
            "title": "Frühling",
            "date": "2026-03-02",
            "date_text": null,
            "hosts": [
              "Elm"
            ],
            "item": "wasser-in-der-stadt",
            "item_title": "Wasser in der Stadt",
            "speakers": [
              "B. Muster"
            ]
          }
        ],
        "planned": [],
        "note": null,
        "place": {
          "file": "topics.toml",
          "line": 1,
          "column": 1
        }
      },
      "hosts_offer": [],
      "others_offer": [
        "Mühl"
      ],
      "wanted_by": [
        "Mühl"
      ],
      "recent": true
    }
  ],
  "left_out": []
}

"#]])
        .status(0);
}
