//! `erfa topic`: topics come, change and go.

use std::fs;

use snapbox::str;

use crate::harness::{Test, same};
use crate::topics::{TOPICS, topics};

mod refused;

#[test]
fn a_topic_is_added_with_the_next_number_and_who_wants_and_offers_it() {
    let output = topics(
        "topic add Fassaden --tag Grün --wanted-by muehl --wanted-by ada --offered-by Elm -y",
    )
    .stderr(str![[r#"
topics.toml
  topic fassaden (new)
    id: fassaden
    title: Fassaden
    number: 3
    tags: Grün
    wanted by muehl (new)
      city: muehl
      date: Sunday, 22 November 2026
    wanted by ada (new)
      city: aue
      person: ada
      date: Sunday, 22 November 2026
    offered by elm (new)
      city: elm
      date: Sunday, 22 November 2026
Changed. `erfa undo` takes it back.

"#]])
    .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    let added = text.strip_prefix(TOPICS).unwrap();
    same(
        added,
        str![[r#"

[[topic]]
id = "fassaden"
title = "Fassaden"
number = 3
tags = ["Grün"]

[[topic.wanted]]
city = "muehl"
date = 2026-11-22

[[topic.wanted]]
city = "aue"
person = "ada"
date = 2026-11-22

[[topic.offered]]
city = "elm"
date = 2026-11-22

"#]],
    );
    let first = Test::new("topic add Fassaden -y")
        .network()
        .german()
        .stderr(str![[r#"
topics.toml (neu)
  Thema fassaden (neu)
    Kennung: fassaden
    Titel: Fassaden
    Nummer: 1
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .status(0);
    assert!(first.path("topics.toml").exists());
}

#[test]
fn wishes_and_offers_come_are_renewed_and_go() {
    let output = topics("topic want brunnen aue Elm --on 2026-11-01 -y")
        .stderr(str![[r#"
topics.toml
  topic brunnen
    wanted by ada
      date: Saturday, 10 January 2026 → Sunday, 1 November 2026
    wanted by elm (new)
      city: elm
      date: Sunday, 1 November 2026
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    let renewed = "city = \"aue\"\nperson = \"ada\"\ndate = 2026-11-01\n";
    assert!(
        text.contains(renewed) && text.contains("city = \"elm\"\ndate = 2026-11-01\n"),
        "{text}"
    );
    let output = topics("topic want 1 alt aue --not -y")
        .german()
        .stderr(str![[r#"
topics.toml
  Thema brunnen
    gewünscht von ada (wird gelöscht)
    gewünscht von alt (wird gelöscht)
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    assert!(
        text.starts_with(
            "# Themen\n[[topic]]\nid = \"brunnen\"\ntitle = \"Trinkbrunnen\"\nnumber = 1\n\n\
         [[topic.wanted]]\ncity = \"muehl\"\ndate = 2026-01-10\n\n[[topic]]\n"
        ),
        "{text}"
    );
    topics("topic offer laerm ada --dry-run")
        .stderr(str![[r#"
topics.toml
  topic laerm
    offered by ada (new)
      city: aue
      person: ada
      date: Sunday, 22 November 2026
Only shown; nothing is changed.

"#]])
        .status(0);
    topics("topic offer laerm elm --not -y")
        .stderr(str![[r#"
It says so already.

"#]])
        .status(0);
    topics("topic want laerm frei -y")
        .stderr(str![[r#"
error[bad-argument]: `frei`: belongs to no member of the network
 |
 = help: name the city that it goes through, or write it as `note` of the topic


"#]])
        .status(1);
    topics("topic want larm aue -y")
        .stderr(str![[r#"
error[unknown-reference]: topic `larm` is not known
 |
 = help: did you mean `laerm`?


"#]])
        .status(1);
}

#[test]
fn where_a_topic_was_treated_is_recorded_once() {
    let output = topics("topic treated laerm fruehling --item wasser -y")
        .stderr(str![[r#"
topics.toml
  topic laerm
    treated at fruehling (new)
      meeting: fruehling
      item: wasser-in-der-stadt
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    topics("topic treated laerm fruehling --item 1 -y")
        .file("topics.toml", &text)
        .stderr(str![[r#"
That is on record already.

"#]])
        .status(0);
    // What is known of the item comes to what is on record of the meeting.
    let bare = topics("topic treated laerm fruehling -y").run();
    let bare = fs::read_to_string(bare.path("topics.toml")).unwrap();
    let output = topics("topic treated laerm fruehling --item wasser -y")
        .file("topics.toml", &bare)
        .stderr(str![[r#"
topics.toml
  topic laerm
    treated at fruehling
      item: wasser-in-der-stadt
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    assert_eq!(fs::read_to_string(output.path("topics.toml")).unwrap(), text);
    topics("topic treated laerm fruehling -y")
        .file("topics.toml", &text)
        .stderr(str![[r#"
That is on record already.

"#]])
        .status(0);
    let output = topics("topic treated laerm fruehling --not -y")
        .file("topics.toml", &text)
        .stderr(str![[r#"
topics.toml
  topic laerm
    treated at fruehling (is removed)
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    assert_eq!(fs::read_to_string(output.path("topics.toml")).unwrap(), TOPICS);
}

#[test]
fn topics_are_renamed_with_the_programmes_that_name_them_and_removed_only_when_none_does() {
    let output = topics("rename brunnen wasser -y")
        .stderr(str![[r#"
topics.toml
  topic brunnen
    id: brunnen → wasser
meetings/fruehling.toml
  session Wasser in der Stadt
    topics: brunnen → wasser
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("meetings/fruehling.toml")).unwrap();
    assert!(text.contains("topics = [\"wasser\"]"), "{text}");
    topics("topic remove brunnen -y")
        .stderr(str![[r#"
error[still-named]: topic `brunnen` is still named here
 --> meetings/fruehling.toml:9:11
  |
9 | topics = ["brunnen"]
  |           ^^^^^^^^^
  |
  = help: change this place first


"#]])
        .status(1);
    let output = topics("topic remove laerm -y")
        .stderr(str![[r#"
topics.toml
  topic laerm (is removed)
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    let text = fs::read_to_string(output.path("topics.toml")).unwrap();
    assert!(TOPICS.starts_with(&text), "{text}");
    topics("remove ada -y")
        .stderr(str![[r#"
error[still-named]: contact `ada` is still named here
 --> topics.toml:9:10
  |
9 | person = "ada"
  |          ^^^^^
  |
  = help: change this place first


"#]])
        .status(1);
    let output = topics("rename muehl muehle -y")
        .stderr(str![[r#"
cities.toml
  city muehl
    id: muehl → muehle
topics.toml
  topic brunnen
    wanted by muehl
      city: muehl → muehle
  topic parken
    wanted by muehl
      city: muehl → muehle
Changed. `erfa undo` takes it back.

"#]])
        .status(0);
    assert!(fs::read_to_string(output.path("topics.toml")).unwrap().contains("\"muehle\""));
    topics("set herbst/1 topics Parken,nacht --dry-run")
        .stderr(str![[r#"
meetings/herbst.toml
  session Begrüßung
    topics: parken, nacht
Only shown; nothing is changed.

"#]])
        .status(0);
}

#[test]
fn a_topic_is_shown_with_all_that_is_known_also_as_data() {
    topics("show brunnen")
        .stdout(str![[r#"
Trinkbrunnen

Id                brunnen
Number            1
Wanted by         Mühl (2026-01-10)
Wanted before by  Aue (Ada Aue, 2026-01-10); Alt
Treated at        “Wasser in der Stadt” (B. Muster), Elm, 2026-03-02
Entry             topics.toml:2

"#]])
        .status(0);
    topics("show 2 --json")
        .stdout(str![[r#"
[
  {
    "topic": {
      "id": "parken",
      "note": null,
      "number": 2,
      "offered": [
        {
          "city": "elm",
          "date": null,
          "name": "Elm",
          "person": null
        }
      ],
      "place": {
        "column": 1,
        "file": "topics.toml",
        "line": 19
      },
      "planned": [],
      "tags": [],
      "title": "Parken",
      "treated": [],
      "wanted": [
        {
          "city": "elm",
          "date": "2026-05-01",
          "name": "Elm",
          "person": null
        },
        {
          "city": "muehl",
          "date": null,
          "name": "Mühl",
          "person": null
        }
      ],
      "wanted_before": []
    }
  }
]

"#]])
        .status(0);
    Test::new("topics")
        .network()
        .stdout(str![[r#"
Noch keine Themen: `erfa topic add "Leerstand in Erdgeschossen"` nimmt
das erste auf.

"#]])
        .status(0);
    Test::new("topics --lang en")
        .network()
        .stdout(str![[r#"
No topics yet: `erfa topic add "Empty shops"` adds the first.

"#]])
        .status(0);
}
