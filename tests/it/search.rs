//! `erfa search` and `erfa who-knows`: what programmes, people, minutes, actions and topics of all
//! years hold.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\ncity = \"muehl\"\n\
    office = \"Ladenbeauftragte\"\n";
const OLD: &str = "title = \"Handel im Wandel\"\ndate = 2024-05-07\nhosts = [\"muehl\"]\nstatus = \"held\"\n\n[[session]]\n\
    title = \"Leere Läden füllen\"\npeople = [{ contact = \"lea-lang\" }, { name = \"Ada Bach\", city = \"aue\" }]\n\n\
    [[session]]\ntitle = \"Rundgang\"\n";
const NEW: &str = "title = \"Leerstand\"\ndate = 2026-10-06\nhosts = [\"aue\"]\nstatus = \"held\"\n\n[[session]]\n\
    title = \"Was ein leerer Laden kostet\"\n";
const MINUTES: &str = "# Protokoll\n\n## Tagesordnung\n\n### Rundgang\n\nDrei Läden stehen\nseit Jahren leer.\n\n\
    Aufgabe: Mühl – Liste leerer Läden – bis 1.7.2024\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/alt.toml", OLD)
        .file("meetings/neu.toml", NEW)
        .file("minutes/alt.md", MINUTES)
}

#[test]
fn all_words_are_found_whatever_their_endings() {
    erfa("search leer laden --lang de")
        .stdout(str![[r#"
date        where    meeting           what it says          place
────────────────────────────────────────────────────────────────────────────────
2026-10-06  item     Leerstand         Was ein leerer Laden  meetings/neu.toml:7
                                       kostet
2024-05-07  item     Handel im Wandel  Leere Läden füllen    meetings/alt.toml:7
2024-05-07  minutes  Handel im Wandel  Rundgang: Drei Läden  minutes/alt.md:7
                                       stehen seit Jahren
                                       leer.
2024-05-07  action   Handel im Wandel  Mühl – Liste leerer   minutes/alt.md:10
                                       Läden

"#]])
        .status(0);
    erfa("search Laeden --count 2 --lang en")
        .stdout(str![[r#"
date        where  meeting           what it says          place
──────────────────────────────────────────────────────────────────────────────
2026-10-06  item   Leerstand         Was ein leerer Laden  meetings/neu.toml:7
                                     kostet
2024-05-07  item   Handel im Wandel  Leere Läden füllen    meetings/alt.toml:7

Not shown: 2; `--count NUMBER` shows more.

"#]])
        .status(0);
    erfa("search leere läden --count 1 --json")
        .stdout(str![[r#"
{
  "words": "leere läden",
  "hits": [
    {
      "found": "item",
      "date": "2026-10-06",
      "meeting": "neu",
      "meeting_title": "Leerstand",
      "item": "was-ein-leerer-laden-kostet",
      "item_title": "Was ein leerer Laden kostet",
      "topic": null,
      "words": "Was ein leerer Laden kostet",
      "place": {
        "file": "meetings/neu.toml",
        "line": 7,
        "column": 10
      }
    }
  ],
  "left_out": 3
}

"#]])
        .status(0);
    erfa("search Brunnen --lang de")
        .stdout(str![[r#"
Nothing is to be found about “Brunnen”.

"#]])
        .status(0);
    erfa("search –")
        .german()
        .stderr(str![[r#"
Fehler[bad-argument]: `–`: darin ist kein Wort, nach dem sich suchen lässt


"#]])
        .status(1);
}

#[test]
fn who_spoke_about_it_is_told_with_the_minutes() {
    erfa("who-knows laden --lang de")
        .stdout(str![[r#"
city  who           date        meeting    item or topic   minutes
───────────────────────────────────────────────────────────────────────────
Aue   nobody named  2026-10-06  Leerstand  Was ein leerer
                                           Laden kostet
Mühl  Lea Lang      2024-05-07  Handel im  Leere Läden
                                Wandel     füllen
Aue   Ada Bach      2024-05-07  Handel im  Leere Läden
                                Wandel     füllen
Mühl  nobody named  2024-05-07  Handel im  Rundgang        minutes/alt.md:5
                                Wandel

"#]])
        .status(0);
    erfa("who-knows rundgang --json")
        .stdout(str![[r#"
{
  "words": "rundgang",
  "people": [
    {
      "name": null,
      "contact": null,
      "city": "Mühl",
      "date": "2024-05-07",
      "meeting": "alt",
      "meeting_title": "Handel im Wandel",
      "status": "held",
      "item": "rundgang",
      "item_title": "Rundgang",
      "topic": null,
      "topic_title": null,
      "minutes": {
        "file": "minutes/alt.md",
        "line": 5,
        "column": 1
      },
      "place": {
        "file": "meetings/alt.toml",
        "line": 10,
        "column": 1
      }
    }
  ],
  "left_out": 0
}

"#]])
        .status(0);
    erfa("who-knows Brunnen --lang en")
        .stdout(str![[r#"
Nothing is to be found about “Brunnen”.

"#]])
        .status(0);
}

#[test]
fn topics_are_found_with_those_who_offer_them() {
    const TOPICS: &str = "[[topic]]\nid = \"brunnen\"\ntitle = \"Trinkbrunnen\"\ntags = [\"Wasser\", \"Hitze\"]\n\n\
        [[topic.wanted]]\ncity = \"aue\"\ndate = 2026-03-01\n\n[[topic.offered]]\ncity = \"muehl\"\n\
        person = \"lea-lang\"\ndate = 2026-02-01\n";
    const NEXT: &str = "title = \"Wasser in der Stadt\"\ndate = 2027-05-04\nhosts = [\"muehl\"]\n\n[[session]]\n\
        title = \"Brunnen an der Hitze\"\npeople = [{ name = \"Ada Bach\", city = \"aue\" }]\n";
    let erfa = |command: &str| {
        erfa(command).file("topics.toml", TOPICS).file("meetings/naechstes.toml", NEXT)
    };
    erfa("search hitze wasser --lang de")
        .stdout(str![[r#"
date        where  meeting  what it says                  place
───────────────────────────────────────────────────────────────────────
2026-03-01  topic           Trinkbrunnen: Wasser … Hitze  topics.toml:1

"#]])
        .status(0);
    erfa("who-knows hitze --lang de")
        .stdout(str![[r#"
city  who       date        meeting              item or topic         minutes
──────────────────────────────────────────────────────────────────────────────
Aue   Ada Bach  2027-05-04  Wasser in der Stadt  Brunnen an der Hitze
                            (planned)
Mühl  Lea Lang  2026-02-01  offers the topic     Trinkbrunnen

"#]])
        .status(0);
    erfa("who-knows trinkbrunnen --json")
        .stdout(str![[r#"
{
  "words": "trinkbrunnen",
  "people": [
    {
      "name": "Lea Lang",
      "contact": "lea-lang",
      "city": "Mühl",
      "date": "2026-02-01",
      "meeting": null,
      "meeting_title": null,
      "status": null,
      "item": null,
      "item_title": null,
      "topic": "brunnen",
      "topic_title": "Trinkbrunnen",
      "minutes": null,
      "place": {
        "file": "topics.toml",
        "line": 10,
        "column": 1
      }
    }
  ],
  "left_out": 0
}

"#]])
        .status(0);
}

#[test]
fn what_is_shown_holds_the_words() {
    const MARKET: &str = "title = \"Abend\"\ndate = 2026-05-05\nhosts = [\"aue\"]\nstatus = \"held\"\n\
        description = \"Abendessen am Markt.\"\n";
    erfa("search markt abend")
        .file("meetings/markt.toml", MARKET)
        .stdout(str![[r#"
date        where    meeting  what it says          place
─────────────────────────────────────────────────────────────────────────
2026-05-05  meeting  Abend    Abendessen am Markt.  meetings/markt.toml:5

"#]])
        .status(0);
}

#[test]
fn what_is_looked_for_is_shown_as_words() {
    for command in ["search", "who-knows"] {
        let output = Test::new(command).arg("\u{1b}[31mnirgends").network().run();
        assert!(!output.stdout.contains('\u{1b}'), "{:?}", output.stdout);
        assert!(output.stdout.contains("nirgends"), "{:?}", output.stdout);
    }
}
