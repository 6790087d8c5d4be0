//! `erfa topics`: what members want to hear about, who can tell, and what could come next.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"elm\"\nname = \"Elm\"\n\n\
                      [[city]]\nid = \"muehl\"\nname = \"Mühl\"\n\n\
                      [[city]]\nid = \"alt\"\nname = \"Alt\"\nmember-until = 2025-12-31\n";

const CONTACTS: &str = "[[contact]]\nid = \"ada\"\ngiven-name = \"Ada\"\nfamily-name = \"Aue\"\ncity = \"aue\"\n\n\
                        [[contact]]\nid = \"frei\"\nfamily-name = \"Frei\"\n";

const HELD: &str = "title = \"Frühling\"\nstatus = \"held\"\ndate = 2026-03-02\nhosts = [\"elm\"]\n\
                    attended = [\"aue\", \"elm\"]\n\n[[session]]\ntitle = \"Wasser in der Stadt\"\n\
                    topics = [\"brunnen\"]\npeople = [{ name = \"B. Muster\" }, { name = \"C. Muster\", status = \"dropped\" }]\n";

pub(crate) const NEXT: &str = "title = \"Herbst\"\ndate = 2027-02-02\nhosts = [\"aue\"]\n\n[[session]]\ntitle = \"Begrüßung\"\n";

pub(crate) const TOPICS: &str = r#"# Themen
[[topic]]
id = "brunnen"
title = "Trinkbrunnen"
number = 1

[[topic.wanted]]
city = "aue"
person = "ada"
date = 2026-01-10

[[topic.wanted]]
city = "muehl"
date = 2026-01-10

[[topic.wanted]]
city = "alt"

[[topic]]
id = "parken"
title = "Parken"
number = 2

[[topic.wanted]]
city = "elm"
date = 2026-05-01

[[topic.wanted]]
city = "muehl"

[[topic.offered]]
city = "elm"

[[topic]]
id = "nacht"
title = "Nachtleben"

[[topic.offered]]
city = "aue"
date = 2026-06-01

[[topic]]
id = "laerm"
title = "Lärm"
"#;

pub(crate) fn network(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/fruehling.toml", HELD)
        .file("meetings/herbst.toml", NEXT)
}

pub(crate) fn topics(command: &str) -> Test {
    network(command).file("topics.toml", TOPICS)
}

#[test]
fn what_most_want_comes_first_and_a_wish_is_open_until_its_town_has_heard() {
    topics("topics --format text")
        .stdout(str![[r#"
Nr.  Thema         Kennung  gewünscht von  angeboten von  zuletzt dran
────────────────────────────────────────────────────────────────────────
  2  Parken        parken   2: Elm, Mühl   Elm            nicht
                                                          verzeichnet
  1  Trinkbrunnen  brunnen  1: Mühl                       „Wasser in der
                                                          Stadt“ (B.
                                                          Muster), Elm,
                                                          02.03.2026
     Nachtleben    nacht                   Aue            nicht
                                                          verzeichnet
     Lärm          laerm                                  nicht
                                                          verzeichnet

"#]])
        .status(0);
    topics("topics --format text --lang en")
        .stdout(str![[r#"
no.  topic         id       wanted by     offered by  treated last
────────────────────────────────────────────────────────────────────
  2  Parken        parken   2: Elm, Mühl  Elm         not on record
  1  Trinkbrunnen  brunnen  1: Mühl                   “Wasser in der
                                                      Stadt” (B.
                                                      Muster), Elm,
                                                      2026-03-02
     Nachtleben    nacht                  Aue         not on record
     Lärm          laerm                              not on record

"#]])
        .status(0);
    topics("topics --format csv")
        .stdout(str![[r#"
﻿Nr.;Thema;Kennung;gewünscht von;angeboten von;zuletzt dran␍
2;Parken;parken;2: Elm, Mühl;Elm;nicht verzeichnet␍
1;Trinkbrunnen;brunnen;1: Mühl;;„Wasser in der Stadt“ (B. Muster), Elm, 02.03.2026␍
;Nachtleben;nacht;;Aue;nicht verzeichnet␍
;Lärm;laerm;;;nicht verzeichnet␍

"#]])
        .status(0);
}

#[test]
fn topics_are_proposed_for_what_the_host_can_show_with_reasons() {
    topics("topics --for herbst --format text")
        .stdout(str![[r#"
Themen für „Herbst“
===================

1. Nachtleben (nacht): Aue kann es selbst zeigen; kein Wunsch ist offen;
   ein Treffen dazu ist nicht verzeichnet.
2. Parken (parken): Davon hören wollen Elm und Mühl; berichten kann Elm;
   ein Treffen dazu ist nicht verzeichnet.
3. Trinkbrunnen (brunnen): Davon hören will Mühl; kein Mitglied bietet
   es an; im Jahr davor dran: „Wasser in der Stadt“ (B. Muster), Elm,
   02.03.2026.

Nicht vorgeschlagen
-------------------

- Lärm (laerm): Kein Wunsch ist offen, und Aue bietet es nicht an.

"#]])
        .status(0);
    topics("topics --for herbst --format text --lang en")
        .stdout(str![[r#"
Topics for “Herbst”
===================

1. Nachtleben (nacht): Aue can show it; no wish is open; no meeting on
   it is on record.
2. Parken (parken): Elm and Mühl want to hear of it; Elm can tell of it;
   no meeting on it is on record.
3. Trinkbrunnen (brunnen): Mühl wants to hear of it; no member offers
   it; treated in the year before: “Wasser in der Stadt” (B. Muster),
   Elm, 2026-03-02.

Not proposed
------------

- Lärm (laerm): No wish is open, and Aue does not offer it.

"#]])
        .status(0);
    let planned = NEXT.replace("\"Begrüßung\"\n", "\"Begrüßung\"\ntopics = [\"parken\"]\n");
    topics("topics --for herbst --format text")
        .file("meetings/herbst.toml", &planned)
        .stdout(str![[r#"
Themen für „Herbst“
===================

1. Nachtleben (nacht): Aue kann es selbst zeigen; kein Wunsch ist offen;
   ein Treffen dazu ist nicht verzeichnet.
2. Trinkbrunnen (brunnen): Davon hören will Mühl; kein Mitglied bietet
   es an; im Jahr davor dran: „Wasser in der Stadt“ (B. Muster), Elm,
   02.03.2026.

Nicht vorgeschlagen
-------------------

- Parken (parken): Es steht schon im Programm („Begrüßung“).
- Lärm (laerm): Kein Wunsch ist offen, und Aue bietet es nicht an.

"#]])
        .status(0);
    topics("topics --for fruehling --format text")
        .file("meetings/herbst.toml", &planned)
        .stdout(str![[r#"
Themen für „Frühling“
=====================

Dieses Treffen ist vorbei; gezählt ist, was heute gewünscht wird.

Kein Thema bietet sich an.

Nicht vorgeschlagen
-------------------

- Parken (parken): Vorgesehen ist es schon: „Begrüßung“, Aue,
  02.02.2027.
- Trinkbrunnen (brunnen): Es steht schon im Programm („Wasser in der
  Stadt“).
- Nachtleben (nacht): Kein Wunsch ist offen, und Elm bietet es nicht an.
- Lärm (laerm): Kein Wunsch ist offen, und Elm bietet es nicht an.

"#]])
        .status(0);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn whatever_topics_name_that_there_is_not_is_found_at_its_place() {
    let bad = "[[topic]]\nid = \"a\"\ntitle = \"A\"\n\n[[topic]]\nid = \"a\"\ntitle = \"B\"\nweg = 1\n\n\
               [[topic.wanted]]\ncity = \"mühl\"\n\n[[topic.wanted]]\ncity = \"elm\"\n\n\
               [[topic.wanted]]\ncity = \"elm\"\nperson = \"adda\"\n\n\
               [[topic.treated]]\nmeeting = \"fruhling\"\n\n\
               [[topic.treated]]\nmeeting = \"fruehling\"\nitem = \"wasser\"\n";
    network("check")
        .file("topics.toml", bad)
        .stdout(str![[r#"
error[duplicate-id]: topic `a` appears twice
 --> topics.toml:6:6
  |
6 | id = "a"
  |      ^^^
  |
 ::: topics.toml:2:6
  |
2 | id = "a"
  |      --- first here
  |
  = help: give one of the two another id

error[unknown-key]: unknown key `weg`
 --> topics.toml:8:1
  |
8 | weg = 1
  | ^^^
  |
  = help: possible: `id`, `note`, `number`, `offered`, `tags`, `title`, `treated` or `wanted`

error[unknown-reference]: city `mühl` is not known
  --> topics.toml:11:8
   |
11 | city = "mühl"
   |        ^^^^^^
   |
   = help: did you mean `muehl`?

error[listed-twice]: `elm` stands twice in this list
  --> topics.toml:17:8
   |
17 | city = "elm"
   |        ^^^^^
   |
  ::: topics.toml:14:8
   |
14 | city = "elm"
   |        ----- first here
   |
   = help: delete one of the two

error[unknown-reference]: contact `adda` is not known
  --> topics.toml:18:10
   |
18 | person = "adda"
   |          ^^^^^^
   |
   = help: did you mean `ada`?

error[unknown-reference]: meeting `fruhling` is not known
  --> topics.toml:21:11
   |
21 | meeting = "fruhling"
   |           ^^^^^^^^^^
   |
   = help: did you mean `fruehling`?

error[unknown-reference]: session `wasser` is not known
  --> topics.toml:25:8
   |
25 | item = "wasser"
   |        ^^^^^^^^
   |
   = help: did you mean `wasser-in-der-stadt`?

error[unknown-reference]: topic `brunnen` is not known
 --> meetings/fruehling.toml:9:11
  |
9 | topics = ["brunnen"]
  |           ^^^^^^^^^
  |
  = help: `erfa topics` lists them, and `erfa topic add` adds one


"#]])
        .stderr(str![[r#"
6 files checked: 8 errors

"#]])
        .status(1);
    // A programme does not rest on them.
    network("programme herbst")
        .file("topics.toml", bad)
        .stdout(str![[r#"
Netz

Herbst
======

Wann         Dienstag, 2. Februar 2027
Gastgeberin  Aue

Programm
--------

Begrüßung

Entwurf

"#]])
        .stderr(str![[r#"
8 findings elsewhere: `erfa check`

"#]])
        .status(0);
    let misspelt = NEXT.replace("\"Begrüßung\"\n", "\"B\"\ntopics = [\"brunen\"]\n");
    for command in ["check", "topics --for herbst"] {
        let found = topics(command).file("meetings/herbst.toml", &misspelt).run();
        let said = found.stdout + &found.stderr;
        assert!(said.contains("topic `brunen` is not known"), "{said}");
        assert!(said.contains("did you mean `brunnen`?"), "{said}");
    }
}

#[test]
fn people_are_told_that_they_stand_there() {
    let said = topics("privacy show ada").run().stdout;
    assert!(
        said.contains("• Trinkbrunnen (brunnen); wanted; 2026-01-10 (topics.toml:7)\n"),
        "{said}"
    );
}
